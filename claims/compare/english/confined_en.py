"""Where alone something is, in two English sentences: endemic to one region, found in two; based where it left."""

from claims.compare.alignment import Pair
from claims.compare.english.named_en import names, text_of
from claims.compare.english.subject_en import one_subject
from claims.compare.values import Comparison, Features
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

COVER = 0.5
"""Least share of the shorter one's content that both have, where their subjects are not the same words."""
_alone = re.compile(
    r"\b(?:endemic to|confined to|restricted to|limited to|unique to|peculiar to"
    r"|found (?:only|exclusively|nowhere but) in|(?:occurs?|lives?|grows?|native|known|spoken|used|sold|made)"
    r" (?:only|exclusively|solely) (?:in|to|on|from))\b"
)
_there = re.compile(
    r"\b(?:found|occurs?|lives?|grows?|native|known|common|distributed|spoken|used|sold|made|widespread)"
    r" (?:throughout|across|in|to|on|from|between)\b"
)
_is_at = re.compile(r"\b(?:is|are) (?:headquartered|based|located|housed|kept|situated) (?:in|at)(?: the)? $")
_moved = re.compile(r"\b(?:mov(?:ed|es)|relocated?|transferred|shifted)\b[^.;]*? from(?: the)? $")


def relation(pair: Pair) -> Comparison | None:
    """A conflict when one has a thing in a single place, and the other somewhere else too or no longer there."""
    if not one_subject(pair) and pair.cover < COVER:
        return None
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if reason := _elsewhere_too(one, other) or _no_longer_there(one, other):
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.PLACE, score=0.6, reasons=(reason,))
    return None


def _elsewhere_too(one: Features, other: Features) -> str:
    """Endemic to Ethiopia, found in Ethiopia and Kenya."""
    alone = _alone.search(text_of(one))
    there = _there.search(text_of(other)) if alone and not _alone.search(text_of(other)) else None
    if alone is None or there is None:
        return ""
    mine, theirs = _listed(one, alone.end()), _listed(other, there.end())
    added = theirs - {name.word for name in names(one)}
    if mine and mine & theirs and added and re.search(r"\band\b|,", text_of(other)[there.end() :]):
        return f"“{alone[0]}” one place, “{there[0]}” {' and '.join(sorted(added))} too"
    return ""


_end = re.compile(r"[.;:(]|\b(?:where|which|who|but|while|at)\b")


def _listed(side: Features, start: int) -> frozenset[str]:
    """The names behind a place, up to the end of its part of the sentence."""
    cut = _end.search(text_of(side), start)
    end = cut.start() if cut else len(text_of(side))
    return frozenset(name.word for name in names(side) if start < name.start < end)


def _no_longer_there(one: Features, other: Features) -> str:
    """Headquartered in Utrecht, moved its headquarters from Utrecht."""
    text, theirs = text_of(one), text_of(other)
    if not _is_from.search(theirs):
        return ""
    left = {name.word for name in names(other) if _moved.search(theirs, 0, name.start)}
    for name in names(one):
        if name.word in left and _is_at.search(text, 0, name.start):
            return f"it is in “{name.word}” in one, moved from there in the other"
    return ""


_is_from = re.compile(r"\b(?:mov(?:ed|es)|relocated?|transferred|shifted)\b")

__all__ = ["relation"]
