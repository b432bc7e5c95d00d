"""Whether two Chinese statements are built alike but for one word, beside which one allows and the other denies.

Who sets one thing against another takes the same frame for both: 退休人员可以领取, 在职人员不能领取. Who says the same
again in his own words changes more than one place, or keeps a character of the word that he replaces: 住户, 租户.
"""

from difflib import SequenceMatcher

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.chinese.modal_zh import WILL
from claims.compare.chinese.units_zh import han
from claims.compare.crossing import glosses
from claims.compare.values import Features, of_one, written
from evidence.text import lazy_re as re

LONGEST = 40
"""Characters of a statement that says one thing only."""
_modal = re.compile(
    "(?:并|都|均|一律|也|亦|就|便|才|即|则)*(?:不(?:可以|可能|可|能够?|得|准|许|应该?|宜|要|会|允许|必|用|需要?|让|是)|[严明]?禁止?|严禁|切勿|勿"
    f"|[无毋不][须需]要?|没有?|并?未|尚未|无法|可以|可(?!能)|能够?|允许|准许|容许|{WILL}|必须|须|需要?|要|应|得以|已经?|不)"
)
_allows = re.compile(
    "可以|可(?![能以是怜爱乐靠观谓惜疑信])|不得|[不无毋][须需必用宜准]|能|准许|允许|容许|[须需]要?|必须|禁止|不[会要]"
    f"|{WILL}"
)


@of_one
def _frame(side: Features) -> str:
    """A statement without what allows, denies or asks for, and without stops."""
    return _stops.sub("", _modal.sub("", written(side)))


_stops = re.compile("[,;。:.!?()的了着过 ]")


def of_two(pair: Pair) -> bool:
    """Whether just one word stands for another in two statements of one frame, and the two share nothing."""
    if not (_allows.search(pair.a.key) and _allows.search(pair.b.key)):
        return False
    mine, theirs = _frame(pair.a), _frame(pair.b)
    if min(len(mine), len(theirs)) < LEAST or max(len(mine), len(theirs)) > LONGEST:
        return False
    codes = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    changed = [(mine[a:b], theirs[c:d]) for tag, a, b, c, d in codes if tag != "equal"]
    replaced = [(_content(one), _content(other)) for one, other in changed]
    both = [(one, other) for one, other in replaced if one and other]
    alone = sum(bool(one) != bool(other) for one, other in replaced)
    if len(both) != 1 or alone > 1:
        return False
    kept = sum(b - a for tag, a, b, _, _ in codes if tag == "equal")
    one, other = both[0]
    if kept < KEPT * min(len(mine), len(theirs)) or set(one) & set(other) or words.stem(one) == words.stem(other):
        return False
    if min(len(one), len(other)) < WORD:
        return words.opposed(one, other) or {one, other} <= _SIDES  # 浓, 淡; not 外籍, 外国
    if one in theirs or other in mine:
        return False
    return glosses(one, "zh").isdisjoint(glosses(other, "zh"))


_SIDES = frozenset("内外前后上下")
LEAST, KEPT, WORD = 5, 0.6, 2
"""Characters of a frame; the share of the shorter one that both must have; characters of a word."""


def _content(text: str) -> str:
    return "".join(char for char in text if han.match(char) or char.isdigit())
