"""Two English sentences that are the same letter by letter but for one number written in figures.

However the number is read, as an amount, a year of birth or part of a name, one of the two has it wrong.
"""

from claims.compare.alignment import Pair
from claims.compare.english import apart_en
from claims.compare.intervals import ABOUT
from claims.compare.values import Comparison
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_part = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\S")
LONG = 10
"""Words and marks from which on two sentences are versions of one, not two headlines of one pattern."""
_about = re.compile(
    r"(?i)\b(?:about|around|some|roughly|nearly|almost|approximately|over|under|than|least|circa|c)\W*$"
)


def relation(pair: Pair) -> Comparison | None:
    """A conflict when only one number in figures differs, in no number that tells two of a row apart."""
    one, other = pair.a.text, pair.b.text
    if one[:1] != other[:1] or abs(len(one) - len(other)) > FEW:
        return None
    mine, theirs = _part.findall(one), _part.findall(other)
    if len(mine) != len(theirs) or len(mine) < LONG:
        return None
    apart = [k for k, both in enumerate(zip(mine, theirs, strict=True)) if both[0] != both[1]]
    if len(apart) != 1 or not (mine[apart[0]][0].isdigit() and theirs[apart[0]][0].isdigit()):
        return None
    k = apart[0]
    values = [float(each.replace(",", "")) if each.count(".") <= 1 else 0.0 for each in (mine[k], theirs[k])]
    before = " ".join(mine[max(0, k - 2) : k])
    if values[0] == values[1] or apart_en.other_number(pair):
        return None
    if _about.search(before) and abs(values[0] - values[1]) <= ABOUT * max(values):
        return None
    reason = f"“{mine[k]}” stands where the other has “{theirs[k]}”"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.7, reasons=(reason,))


FEW = 4
"""Letters by which one number may be longer than another."""

__all__ = ["relation"]
