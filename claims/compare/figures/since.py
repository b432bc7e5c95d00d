"""Times that tell since when something is a record: the worst drought since 1976 is none of 1976."""

from claims.compare.tokens import Tokens
from evidence.text import lazy_re as re

_superlative = re.compile(
    r"\b(?:worst|best|first|most|least|\w{2,}(?<!w)est)(?: (?!which|who|that|and|but)[a-z'-]+){0,3}$"
)
_lasting = re.compile(r"\b(?:ha[sv]e?|had|been|remain\w*|stood|kept|held)\b")
BEFORE = 5
"""Words before a time in which the superlative may stand."""


def since_a_record(tokens: Tokens, place: int, text: str) -> bool:
    """Whether a time, written `text` and standing at a place, is only that of the last one as great.

    What has been the tallest since 1976 became it then.
    """
    if text[:5].lower() != "since":
        return False
    before = " ".join(tokens.words[max(0, place - BEFORE) : place])
    return _superlative.search(before) is not None and not _lasting.search(before)


__all__ = ["since_a_record"]
