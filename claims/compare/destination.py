"""Where to: other destinations of one subject in one frame, be it a place or a new employer."""

from collections.abc import Iterator

from claims.compare.alignment import Pair
from claims.compare.identity import fillers
from claims.compare.slots import GOAL_FRAMES, Event, events, may_be_one, share_name
from claims.compare.values import Finding, Verdict
from claims.model import Facet

FILLED = frozenset({"joins", "returns", "acquires", "marries", "leaves", "appoints"})
"""Frames whose object is one thing at a time."""


def findings(pair: Pair) -> Iterator[Finding]:
    """Other destinations in the same slot."""
    yield from (finding for finding in fillers(pair) if finding.facet is Facet.DESTINATION)


def events_of(pair: Pair) -> Iterator[Finding]:
    """Shared frames with the same subject: agreement, another object, or the contrary."""
    theirs = events(pair.b)
    for one in events(pair.a):
        for other in theirs:
            if one.frame == other.frame and share_name(one.before, other.before):
                yield from _compared(one, other)


def _compared(one: Event, other: Event) -> Iterator[Finding]:
    if one.negated != other.negated:
        yield Finding.model_construct(
            facet=Facet.POLARITY,
            verdict=Verdict.CONFLICT,
            weight=0.7,
            reason=f"only one of them denies it ({one.frame})",
            explained=None,
        )
        return
    mine, theirs = one.after - one.before, other.after - other.before
    facet = Facet.DESTINATION if one.frame in GOAL_FRAMES else Facet.IDENTITY
    subject = min(one.before & other.before or one.before)
    everyone = one.before | one.after, other.before | other.after
    if (mine or theirs) and len(_shared(*everyone)) > 1:
        yield Finding.model_construct(
            facet=facet,
            verdict=Verdict.AGREE,
            weight=0.9,
            reason=f"the same event ({one.frame}) of {subject}",
            explained=None,
        )
    elif mine and theirs:
        if share_name(mine, theirs):
            yield Finding.model_construct(
                facet=facet,
                verdict=Verdict.AGREE,
                weight=0.9,
                reason=f"the same event ({one.frame}) of {subject} with {min(mine)}",
                explained=None,
            )
        elif one.frame in FILLED and not any(may_be_one(a, b) for a in mine for b in theirs):
            yield Finding.model_construct(
                facet=facet,
                verdict=Verdict.CONFLICT,
                weight=0.8,
                reason=f"{subject}: “{min(mine)}” against “{min(theirs)}” ({one.frame})",
                explained=None,
            )
    else:
        yield Finding.model_construct(
            facet=facet,
            verdict=Verdict.AGREE,
            weight=0.6,
            reason=f"the same event ({one.frame}) of {subject}",
            explained=None,
        )


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> list[str]:
    return [
        name for name in mine if any(may_be_one(name, other) and name.isascii() == other.isascii() for other in theirs)
    ]
