"""Where one thing lies from another, in two Chinese statements: A south of B is B north of A."""

from claims.compare.alignment import Pair
from claims.compare.chinese.units_zh import longest
from claims.compare.tokens import QUANTITY
from evidence.text import lazy_re as re

_lies = re.compile(
    "(?P<one>[^,;。:!?]{2,16}?)(?:就)?(?:位于|坐落[于在]|地处|处于|在|是)(?P<other>[^,;。:!?]{2,16}?)(?:以|之|的)?"
    f"(?P<way>东[南北]|西[南北]|[东南西北])(?:[方面侧边部]|(?=[,;。:!?约{QUANTITY}]|$))"
)
_CONTRARY = str.maketrans("东南西北", "西北东南")
LEAST = 2
"""Fewest characters by which a place is known again."""


def turned(pair: Pair) -> bool:
    """Whether two tell of one direction from either end."""
    mine, theirs = _lies.search(pair.a.key), _lies.search(pair.b.key)
    if mine is None or theirs is None or set(mine["way"].translate(_CONTRARY)) != set(theirs["way"]):
        return False
    return min(len(longest(mine["one"], theirs["other"])), len(longest(mine["other"], theirs["one"]))) >= LEAST
