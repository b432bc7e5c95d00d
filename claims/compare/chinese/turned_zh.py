"""A comparison that two Chinese statements tell each from its end: A比B大三岁, B比A小三岁; A没有B热, B比A热.

Which of the two has more of which quality is read from either end, and in either word of a pair of contraries. The same
two with the same one ahead say the same; with the other one ahead they clash.
"""

from functools import lru_cache
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.converse_zh import measured_apart
from claims.compare.chinese.units_zh import longest
from claims.compare.facets.matched import matches
from claims.compare.facets.period import disjoint
from claims.compare.values import Comparison, written
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_QUALITIES = (
    ("高", "低|矮"),
    ("大|年长", "小|年轻|年幼"),
    ("多", "少"),
    ("长|久", "短"),
    ("重", "轻"),
    ("快", "慢"),
    ("早|先", "晚|迟"),
    ("贵", "便宜"),
    ("远", "近"),
    ("深", "浅"),
    ("宽", "窄"),
    ("厚", "薄"),
    ("热", "冷|凉"),
    ("好|优|佳|强", "差|糟|弱|逊|劣"),
    ("难", "容易|简单"),
    ("新", "旧"),
    ("胖", "瘦"),
    ("安全", "危险"),
    ("老", "年轻"),
)
"""Pairs of contraries: who has more of the one has less of the other."""
_ALONE = (
    "好[吃喝看听用玩]|难[吃喝看听用]|受欢迎|聪明|漂亮|辛苦|厉害|重要|严重|热闹|干净|方便|辣|甜|酸|咸|吵|忙|累|亮|准"
)
"""Qualities that have their contrary in no word that comparisons use."""
ANY = -1
"""A quality that is left open: 不如, 超越."""
_how = f"(?P<how>{_ALONE}|{'|'.join(word for pair in _QUALITIES for word in pair)})"
_rest = "(?=$|[,;。:!?了一得些很许几\\d两二三四五六七八九十百半出上约近数])"
_slightly = "(?:更|还|要|来得|略|稍|微|远|早|明显|这么|那么|那样|这样)*"
_one, _other = "(?:^|[,;。:!?])(?P<one>[^,;。:!?]{1,16}?)", "(?P<other>[^,;。:!?]{1,12}?)"
_not_than = "赛例如较分重方试起数率照拟基特邻利萨亚对起拼武值"
_forms = (
    (re.compile(f"{_one}(?<![一二三四五六七八九十\\d不])比(?![{_not_than}]){_other}{_slightly}{_how}{_rest}"), 1),
    (re.compile(f"{_one}(?:没有?|不如|不及|比不上){_other}{_slightly}{_how}{_rest}"), -1),
    (re.compile(f"{_one}(?P<how>[高大多长重快早先优晚迟低小少短轻慢逊])于{_other}(?=$|[,;。:!?])"), 1),
    (re.compile(f"{_one}(?P<how>超越|超过|胜过|赢过|多过|好过)了?{_other}(?=$|[,;。:!?])"), 1),
    (re.compile(f"{_one}(?P<how>不如|不及|比不上|落后于?){_other}(?=$|[,;。:!?])"), -1),
)
_cue = re.compile("比|没|不如|不及|[高大多长重快早先优晚迟低小少短轻慢逊]于|超[越过]|[胜赢多好]过|落后")
_unclear = re.compile("[不未没非都]")
"""What denies or spreads a comparison: 并不都多于."""
_pronoun = re.compile("[他她它其]|前者|后者")
"""Who may be either of the two."""


class _Degree(NamedTuple):
    """Two that are compared, by which quality, and whether the first has more of it (1) or less (-1)."""

    one: str
    other: str
    quality: int
    word: str
    sign: int


def alike(pair: Pair) -> bool:
    """Whether both compare the same two, with the same one ahead, by the same quality and figures."""
    if _lie(pair) != 1:
        return False
    own = len(pair.a.quantities), len(pair.b.quantities)
    return own[0] == own[1] == len(matches(pair)) or not any(own)


def relation(pair: Pair) -> Comparison | None:
    """A conflict when each of two is said to have more of one quality than the other."""
    if _lie(pair) != -1 or disjoint(pair) or measured_apart(pair):
        return None
    words = [side.word for side in map(_degree, map(written, (pair.a, pair.b))) if side is not None]
    reason = "“{}” in one, “{}” in the other, which cannot both hold".format(*words)
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(reason,))


def _lie(pair: Pair) -> int:
    """1 where both put the same one of the same two ahead, -1 where each puts another one ahead, else 0."""
    mine = _degree(written(pair.a))
    theirs = _degree(written(pair.b)) if mine else None
    if mine is None or theirs is None:
        return 0
    if ANY not in {mine.quality, theirs.quality} and mine.quality != theirs.quality:
        return 0
    if mine.quality == len(_QUALITIES) and mine.word[-len(theirs.word) :] != theirs.word:
        return 0
    straight = len(longest(mine.one, theirs.one)), len(longest(mine.other, theirs.other))
    crossed = len(longest(mine.one, theirs.other)), len(longest(mine.other, theirs.one))
    order = _order(straight, crossed)
    return order * mine.sign * theirs.sign


def _order(straight: tuple[int, int], crossed: tuple[int, int]) -> int:
    """1 where the two stand in the same order, -1 where they are exchanged, 0 where that is not sure."""
    if min(straight) and sum(straight) > sum(crossed):
        return 1
    return -1 if min(crossed) and sum(crossed) > sum(straight) else 0


@lru_cache(maxsize=1 << 10)
def _degree(text: str) -> _Degree | None:
    """The one comparison that a statement makes."""
    if not _cue.search(text):
        return None
    found = [(match, sign) for form, sign in _forms for match in form.finditer(text)]
    if len(found) != 1:
        return None
    (match, sign) = found[0]
    how = match["how"]
    if _unclear.search(match["one"]) or _pronoun.search(match[0]):
        return None
    number, turned = _POLES.get(how, (ANY if len(how) > 1 and not re.fullmatch(_ALONE, how) else len(_QUALITIES), 1))
    return _Degree(match["one"], match["other"], number, how, sign * turned)


_POLES = {
    word: (number, sign)
    for number, pair in enumerate(_QUALITIES)
    for line, sign in zip(pair, (1, -1), strict=True)
    for word in line.split("|")
}
