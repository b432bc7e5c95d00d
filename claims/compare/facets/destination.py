"""Where to: other destinations of one subject in one frame, be it a place or a new employer."""

from collections.abc import Iterator

from claims.compare.alignment import Pair
from claims.compare.facets.fillers import fillers
from claims.compare.facets.period import disjoint
from claims.compare.slots import GOAL_FRAMES, Event, events_of_both, may_be_one, share_name
from claims.compare.values import Finding, Verdict
from claims.model import Facet
from evidence.text import lazy_re as re

FILLED = frozenset({"joins", "returns", "acquires", "marries", "leaves", "appoints"})
"""Frames whose object is one thing at a time."""


def findings(pair: Pair) -> Iterator[Finding]:
    """Other destinations in the same slot."""
    yield from (finding for finding in fillers(pair) if finding.facet is Facet.DESTINATION)


def events_of(pair: Pair) -> Iterator[Finding]:
    """Shared frames with the same subject: agreement, another object, or the contrary."""
    if pair.frames[0].isdisjoint(pair.frames[1]):
        return
    for one in events_of_both(pair)[0]:
        for other in events_of_both(pair)[1]:
            if one.frame == other.frame and share_name(one.before, other.before):
                yield from _compared(one, other, in_turn=_in_turn(pair))


_sequence = re.compile(
    r"\b(?:later|then|after|afterwards|before|previously|earlier|first|subsequently|formerly|since)\b"
    r"|之后|随后|后来|先后|此前|曾|再|又|接着|然后|\d{4}年"
)


_moved_on = re.compile(r"转而|转投|继而|原先|\b(?:instead|next)\b")


def _in_turn(pair: Pair) -> bool:
    """Whether one tells of a step among several, or both of other times: who moves on goes to many places."""
    if not pair.given and (_moved_on.search(pair.a.key) or _moved_on.search(pair.b.key)):
        return True
    return bool(_sequence.search(pair.a.key) or _sequence.search(pair.b.key)) or disjoint(pair)


def _compared(one: Event, other: Event, *, in_turn: bool) -> Iterator[Finding]:
    if one.negated != other.negated:
        yield Finding(
            facet=Facet.POLARITY,
            verdict=Verdict.CONFLICT,
            weight=0.7,
            reason=f"only one of them denies it ({one.frame})",
        )
        return
    mine, theirs = one.after - one.before, other.after - other.before
    facet = Facet.DESTINATION if one.frame in GOAL_FRAMES else Facet.IDENTITY
    subject = min(one.before & other.before or one.before)
    everyone = one.before | one.after, other.before | other.after
    if (mine or theirs) and len(_shared(*everyone)) > 1:
        yield Finding(
            facet=facet,
            verdict=Verdict.AGREE,
            weight=0.9,
            reason=f"the same event ({one.frame}) of {subject}",
        )
    elif mine and theirs:
        if share_name(mine, theirs):
            yield Finding(
                facet=facet,
                verdict=Verdict.AGREE,
                weight=0.9,
                reason=f"the same event ({one.frame}) of {subject} with {min(mine)}",
            )
        elif one.frame in FILLED and not in_turn and not any(may_be_one(a, b) for a in mine for b in theirs):
            yield Finding(
                facet=facet,
                verdict=Verdict.CONFLICT,
                weight=0.8,
                reason=f"{subject}: “{min(mine)}” against “{min(theirs)}” ({one.frame})",
            )
    else:
        yield Finding(
            facet=facet,
            verdict=Verdict.AGREE,
            weight=0.6,
            reason=f"the same event ({one.frame}) of {subject}",
        )


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> list[str]:
    return [
        name for name in mine if any(may_be_one(name, other) and name.isascii() == other.isascii() for other in theirs)
    ]
