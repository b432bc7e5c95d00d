"""How many and how much belongs to a deed of an English sentence: the dead of a crash, the price of a house.

A figure is a deed's own where it stands among its words, right behind or right before it. Two of them clash when both
are final, of one sort and of the same people: nine workers dead leave room for fourteen people dead.
"""

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.alignment import Pair
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.intervals import MONEY
from claims.compare.values import Features
from claims.model import Quantity
from evidence.text import lazy_re as re

_CUT = r"(?!and\b|but\b|who\b|when\b|after\b|since\b)"
_behind = re.compile(
    rf" ?(?:{_CUT}(?!in\b|on\b|from\b)[\w'$£€-]+ ){{0,8}}(?:[$£€]|about |as |at |to |of |for )?$"
    rf"| (?:{_CUT}[\w'-]+ ){{0,10}}(?:at|to|as) $"
)
_equal = re.compile(r"[^.;:!?]{0,110} (?:was|were|is|stood at|came to|amounted to|reached) $")
_amount = re.compile(r"\b(?:price|cost|ransom|toll|number|sum|bill)\b")
_before = re.compile(r"(?: (?!and\b|but\b|when\b|after\b|than\b|of\b|in\b)[\w'-]+){0,4} ?$")
BEHIND, BEFORE = 120, 40
"""Letters to either side of a deed in which its figure is looked for."""


def figure(side: Features, at: Stretch, sort: str) -> Quantity | None:
    """The figure of a deed: people or things (`how_many`) or money (`how_much`)."""
    text = text_of(side)
    found: list[tuple[int, Quantity]] = []
    for one in side.quantities:
        if one.start is None or one.end is None or not _of_sort(one, sort):
            continue
        if at.start <= one.start < at.end or one.start <= at.start < one.end:
            return one
        if at.end <= one.start < at.end + BEHIND and _leads_to(text, at, one.start):
            found.append((one.start - at.end, one))
        elif at.start - BEFORE < one.end <= at.start and _before.fullmatch(text[one.end : at.start]):
            found.append((at.start - one.end, one))
    return min(found, key=lambda each: each[0])[1] if found else None


def _leads_to(text: str, at: Stretch, start: int) -> bool:
    """Whether the words behind a deed lead straight to a figure, or an amount is said to be that."""
    between = text[at.end : start]
    if _behind.fullmatch(between):
        return True
    return bool(_amount.search(text, at.start, at.end) and _equal.fullmatch(between))


def _of_sort(one: Quantity, sort: str) -> bool:
    if one.low is None or one.low != one.high or one.approximate:
        return False
    if sort == "how_much":
        return one.unit in MONEY
    return one.unit is None or one.unit == "people" or one.text.lower().endswith(one.unit)


_passing = re.compile(
    r"\b(?:so far|at least|up to|at most|(?:more|fewer|less) than|feared|rose|risen|rising|climb\w*|initial\w*"
    r"|provisional\w*|preliminary|earlier|still|estimat\w*|expect\w*|forecast\w*|original\w*|was to|were to|budget\w*"
    r"|valu\w+|offer\w*|bid|guide|deposit|instal\w*|fine[sd]?|injur\w+|wound\w+|hurt|others?|another|including|some|among"
    r"|of them|since|loan|debt|invest\w*|profit\w*|annual\w*|a year|each|per|average|only)\b"
)
"""Words near a figure that show it to be another one in the end, or to be of some of them only."""
NEAR = 50
"""Letters to either side of a figure in which they are looked for."""
_EVERYBODY = "people persons lives life dead victims those deaths fatalities casualties board aboard"


def clash(pair: Pair, mine: Quantity | None, theirs: Quantity | None) -> str | None:
    """Why two figures of one deed clash; empty where that is not to be told, None where they agree."""
    if mine is None or theirs is None or (mine.unit != theirs.unit and not MONEY.isdisjoint((mine.unit, theirs.unit))):
        return ""
    if mine.low == theirs.low:
        return None
    if _in_passing(pair.a, mine) or _in_passing(pair.b, theirs) or not _of_same_people(pair, mine, theirs):
        return ""
    return f"“{mine.text}” and “{theirs.text}” cannot both hold"


def _in_passing(side: Features, of: Quantity) -> bool:
    text = text_of(side)
    return bool(_passing.search(text, max(0, (of.start or 0) - NEAR), (of.end or 0) + NEAR))


def _of_same_people(pair: Pair, mine: Quantity, theirs: Quantity) -> bool:
    """Whether two figures are of the same people, or the figure of some is above that of all."""
    one, other = _counted(pair.a, mine), _counted(pair.b, theirs)
    if one == other or (one and other and akin(one, other)):
        return True
    if one and other:
        return False
    some, everybody = (mine, theirs) if one else (theirs, mine)
    return some.low is not None and everybody.low is not None and some.low > everybody.low


def _counted(side: Features, of: Quantity) -> str:
    """The stem of the noun that is counted; empty for people at large."""
    end = of.end or 0
    *figures, last = re.findall(r"[\w.,]+", of.text.lower())
    behind = re.match(r" ([a-z]{3,})", side.text[end : end + BEFORE])
    noun = last if figures and last.isalpha() else behind[1] if behind and behind[1].endswith("s") else ""
    return "" if noun in _EVERYBODY.split() or not noun else words.stem(noun)


__all__ = ["clash", "figure"]
