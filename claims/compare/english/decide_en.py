"""What holds of two English statements laid side by side, beyond what is found between any two statements."""

from claims.compare import words
from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import (
    around_en,
    attributes_en,
    begun_en,
    ceased_en,
    conditions_en,
    confined_en,
    contests_en,
    figure_apart_en,
    named_en,
    once_en,
    one_thing_en,
    permitted_en,
    portions_en,
    predicates_en,
    sizes_en,
    states_en,
    themes_en,
    ties_en,
    whose_en,
)
from claims.compare.figures import voted
from claims.compare.figures.moments import moments
from claims.compare.findings import FIGURES, ONE_SENTENCE
from claims.compare.retelling import occasions
from claims.compare.values import Comparison, quoted
from claims.model import Facet, RelationKind, Resolution
from evidence.text import lazy_re as re


def said_of_two(pair: Pair, found: Comparison) -> occasions.Reason | None:
    """Why what clashes in two English statements is no conflict: one is only wanted, or each tells another thing."""
    if not pair.given_english:
        return None
    if (whose := whose_en.apart(pair, found)) is not None:
        return whose
    if found.facet is Facet.DATE and _counted_on(pair, found):
        return "one counts on to the other's time", Resolution.PRECISION_OR_UNIT
    if found.facet is not Facet.POLARITY:
        return None
    if states_en.one_goes_on(pair):
        return "one tells what came next as well", Resolution.TEMPORAL_CHANGE
    if _under_contrary_conditions(pair, found):
        return "they hold under contrary conditions", Resolution.SCOPE_DIFFERENCE
    if one_thing_en.of_two_charges(pair):
        return "they are said of two charges", Resolution.SCOPE_DIFFERENCE
    return _said_apart(pair, found) if pair.closeness < ONE_SENTENCE else None


def _under_contrary_conditions(pair: Pair, found: Comparison) -> bool:
    said = {words.stem(word) for said in quoted(found.reasons[0]) for word in said.split()}
    return found.facet is Facet.POLARITY and conditions_en.contrary(pair, said)


def _counted_on(pair: Pair, found: Comparison) -> bool:
    """Whether one of two times that clash is told by the other statement too, as so long after or before another.

    Burnt down in 1903, rebuilt the following year; rebuilt in 1904.
    """
    if found.kind is not RelationKind.CONFLICTS or pair.closeness >= VERSIONS:
        return False
    said = quoted(found.reasons[0])
    reckoned = [
        [one for one in moments(side) if all(one.text != day.text for day in side.dates)] for side in (pair.a, pair.b)
    ]
    return any(
        day.first <= one.last and one.first <= day.last
        for side, others in ((pair.a, reckoned[1]), (pair.b, reckoned[0]))
        for day in (moments(side) if others else ())
        if day.text in said
        for one in others
    )


def _said_apart(pair: Pair, found: Comparison) -> occasions.Reason | None:
    """The same of two statements in words of their own, by what stands beside the two contraries."""
    ways = around_en.said_in(pair, found) if found.reasons[0].startswith("one says") else None
    if ways is None:
        return None
    mine, theirs = ways
    said = quoted(found.reasons[0])
    two = "they are said of two things or times", Resolution.SCOPE_DIFFERENCE
    if themes_en.of_two_parties(pair, mine, theirs):
        return two
    if pair.closeness >= VERSIONS:
        return None
    if any(_tried.match(named_en.text_of(side), at.start) for side, at in ((pair.a, mine), (pair.b, theirs))) and not (
        any(_managed.match(word) for word in said)
    ):
        return "what one failed to do is another thing", Resolution.SCOPE_DIFFERENCE
    if (
        one_thing_en.of_two(pair, mine, theirs, somebody=False)
        or one_thing_en.of_two_occasions(pair)
        or (not _named_before(pair, mine, theirs) and themes_en.of_two_things(pair, mine, theirs))
    ):
        return two
    return None


def _named_before(pair: Pair, mine: named_en.Stretch, theirs: named_en.Stretch) -> bool:
    """Whether a name that both have stands before either of two contraries, and so may be what they are said of."""
    shared = named_en.shared(pair)
    sides = ((pair.a, mine), (pair.b, theirs))
    return any(name.word in shared and name.end <= at.start for side, at in sides for name in named_en.names(side))


PERMITTED = 0.4
"""From this share of the shorter one's content on, what one allows and the other forbids is of one thing."""


def barred(pair: Pair) -> Comparison | None:
    """The clash of two statements of which one allows what the other forbids, or asks for what it does without."""
    if not pair.given_english or pair.cover < PERMITTED or not (reason := permitted_en.clash(pair)):
        return None
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.55, reasons=(reason,))


_tried = re.compile(r"fail(?:s|ed|ing)? to\b")
_managed = re.compile(r"succe|manag|pass")


def of_matters(pair: Pair) -> Comparison | None:
    """The clash of two English statements laid side by side.

    They tell another outcome of one matter or contest, another time, place or doer of what happens once, or they name
    somebody else behind one thing.
    """
    if not pair.given_english or voted.borne_out(pair.a, pair.b):
        return None
    found = (
        contests_en.relation(pair)
        or states_en.relation(pair)
        or predicates_en.relation(pair)
        or once_en.relation(pair)
        or ties_en.relation(pair)
        or attributes_en.relation(pair)
        or begun_en.relation(pair)
        or confined_en.relation(pair)
        or ceased_en.relation(pair)
        or figure_apart_en.relation(pair)
        or sizes_en.relation(pair)
        or portions_en.relation(pair)
    )
    if found is None or found.facet in FIGURES:
        return found  # a figure or time of what happens once is of that one deed
    return None if whose_en.apart(pair, found) or _under_contrary_conditions(pair, found) else found
