"""A short English claim that somebody laid beside a long sentence: what the sentence lets one reckon decides it."""

from functools import cache

from claims.compare.alignment import Pair
from claims.compare.english.apart_en import of_its_part, other_modifier, other_number
from claims.compare.english.named_en import subject_stands_in
from claims.compare.english.retold import of_others
from claims.compare.facets import period
from claims.compare.facets.scope import foretold_apart, own_names
from claims.compare.figures.ages import age
from claims.compare.figures.asked import asked_of
from claims.compare.figures.borne import SURE, Sides, of_one_subject
from claims.compare.figures.certified import certified
from claims.compare.figures.changes import CHANGING, change
from claims.compare.figures.clocks import clock
from claims.compare.figures.compared import compared
from claims.compare.figures.contrasted import contrasted, in_its_year, one_of_two
from claims.compare.figures.counted import besides, enumerated, newest
from claims.compare.figures.dated import dated, trend
from claims.compare.figures.due import due
from claims.compare.figures.eras import era, until
from claims.compare.figures.exceeded import exceeded
from claims.compare.figures.gaps import between, gap
from claims.compare.figures.graded import grade
from claims.compare.figures.greatest import greatest
from claims.compare.figures.labels import by_year
from claims.compare.figures.listed import rank, span, total
from claims.compare.figures.margins import margin
from claims.compare.figures.marks import marked
from claims.compare.figures.meant import Reading, meant
from claims.compare.figures.multiples import multiple, outnumbered
from claims.compare.figures.often import often, served
from claims.compare.figures.parted import counterpart, outcomes, whole
from claims.compare.figures.per import rate
from claims.compare.figures.placed import higher_placed, nth, place, superlative
from claims.compare.figures.rated import average, clocked, each, frequency, received
from claims.compare.figures.reckoned import ASKED, Answer, Solver, amounts
from claims.compare.figures.records import lasting, record
from claims.compare.figures.repeated import repeated
from claims.compare.figures.scored import decided, scored, scorer
from claims.compare.figures.seats import majority, runoff
from claims.compare.figures.sequence import sequence
from claims.compare.figures.shares import share
from claims.compare.figures.sides import figured, figures_told, fuller, longer, short_and_long
from claims.compare.figures.spells import spell, standing
from claims.compare.figures.sums import summed
from claims.compare.figures.takings import balance
from claims.compare.figures.unnamed import (
    NO_NAME,
    STAND_IN,
    anaphoric,
    nameless,
    of_any_name,
    of_kind_named,
    of_one_head,
    of_that_name,
    of_unnamed,
)
from claims.compare.figures.voted import stayed_away, voted
from claims.compare.needed import Cue, Pieces, pieces_of
from claims.compare.slots import name_shared
from claims.compare.values import Comparison, Features, of_one
from claims.model import RelationKind

ABOUT = 0.9
"""How many times as many words a sentence about as long as the claim has at least."""
SOLVERS: tuple[Solver, ...] = (
    marked, voted, stayed_away, rate, record, lasting, grade, certified, due, sequence, counterpart, outcomes,
    balance, whole, scorer, scored, decided,
    contrasted, one_of_two, in_its_year, compared, exceeded, multiple, outnumbered, change,
    majority, runoff, margin, gap, greatest, served, repeated, share, age, rank, higher_placed, place, nth, superlative,
    total, summed, enumerated, besides, newest, often,
    span, spell, standing, clock, clocked, average, frequency, each, received, trend, until, era, dated,
)  # fmt: skip
BUILT: frozenset[Solver] = frozenset(
    {
        gap, counterpart, outcomes, balance, whole, scored, contrasted, change, compared, exceeded, multiple, share,
        margin, greatest, rate, repeated, superlative, summed, certified, clocked, average, frequency, each, trend,
        sequence, spell, total, span, voted, outnumbered, marked,
    }
)  # fmt: skip
"""Those that ask for a claim and a sentence of a certain build, so that one as long as the other will do."""
LOOSE: frozenset[Solver] = frozenset({multiple, share})
"""Those of them that ask besides that most of the shorter one's content is shared where that is as long."""
SOLVERS_TOLD: tuple[Solver, ...] = (contrasted, compared, besides)
"""Those that may be asked where the sentence does not name what the claim is about: the build of both tells enough."""
SOLVERS_BUILT = tuple(solve for solve in SOLVERS if solve in BUILT)
SOLVERS_STRICT = tuple(solve for solve in SOLVERS_BUILT if solve not in LOOSE)
ALIKE, RATHER = 0.6, 0.45
_out_of = Cue(r"\b(?:\d[\d,]*|[a-z]+) of (?:the|its|his|her|their) \d[\d,]*\b|^of (?:the|its) \d")
TIMES: frozenset[Solver] = frozenset(
    {due, record, lasting, enumerated, sequence, until, era, dated, spell, standing, age}
)
"""Those that reckon with times themselves: that the times of the two differ is then no reason to doubt."""

STEPS: frozenset[Solver] = frozenset({gap, change, trend})
"""Those that ask for two values, of which the sentence may give the former for another year."""
TIMES_ALONE: frozenset[Solver] = frozenset({until, era, dated})
"""Those of them that ask for no figure but the time."""


def relation(pair: Pair) -> Comparison | None:
    """The answer of the first solver that finds what it asks for; None where none does."""
    sides = short_and_long(pair)
    if sides is None or other_number(pair):
        return None
    of_it = of_one_subject(sides) or nameless(sides)
    named = of_it or anaphoric(sides) or of_one_head(sides) or of_unnamed(sides)
    named = named or (of_any_name(sides) and bool(NO_NAME.match(sides.claim.text)))
    solvers: tuple[Solver, ...] = SOLVERS if named else SOLVERS_TOLD
    if not fuller(sides) and not figured(sides):
        alike = pair.cover >= ALIKE or _out_of.search(sides.sentence.text.lower()) is not None
        solvers = (SOLVERS_BUILT if alike else SOLVERS_STRICT) if named else SOLVERS_TOLD
    called = of_it or (any(sides.mine.name[1:]) and anaphoric(sides))
    reading = _by_figure(sides, named=called) if _bounded(sides.claim) else None
    if reading is not None and reading.sure and not between(sides.claim):
        return _told(reading.answer, sides.direction)
    text, said = sides.claim.text.lower(), sides.sentence.text.lower()
    may = _may_ask(pieces_of(text))
    for solve in solvers:
        if solve not in may or (solve is share and CHANGING.search(text) and not _out_of.search(said)):
            continue
        answer = solve(sides.claim, sides.sentence)
        if (
            answer is not None
            and not answer.holds
            and solve not in {sequence, gap}
            and (of_its_part(pair) or (not fuller(sides) and other_modifier(pair)))
        ):
            return None
        if answer is not None and not answer.holds and solve in TIMES and foretold_apart(pair):
            return None  # none was paid since 2019, one is to be paid in 2026
        if answer is not None and answer.holds and solve in TIMES_ALONE and amounts(sides.claim):
            reading = reading or _by_figure(sides, named=called)
            if reading is None or not reading.answer.holds:
                break  # its time is borne out; its figure is what it asks for
        if answer is not None and (
            answer.holds or solve in TIMES or not period.disjoint(pair) or (solve in STEPS and _of_its_years(sides))
        ):
            return _told(answer, sides.direction)
    if reading is None and sides.claim.dates and fuller(sides):
        reading = _of_that_year(sides, named=called)
    return None if reading is None else _told(reading.answer, sides.direction)


def _of_its_years(sides: Sides) -> bool:
    """Whether the sentence gives a figure for the only year of the claim: the later of two that are told."""
    years = {(one.first or "")[:4] for one in sides.claim.dates}
    return len(years) == 1 and years <= {year for year, _ in by_year(sides.sentence)}


def _of_that_year(sides: Sides, *, named: bool) -> Reading | None:
    """What bears out a plain figure of one year: the very figure, given for that year among those of others."""
    asked = amounts(sides.claim)
    years = {(one.first or "")[:4] for one in sides.claim.dates}
    if len(asked) != 1 or len(years) != 1:
        return None
    value = asked[0].quantity.low, asked[0].quantity.high
    told = {year for year, one in by_year(sides.sentence) if (one.quantity.low, one.quantity.high) == value}
    if told != years:
        return None
    reading = _by_figure(sides, named=named)
    return reading if reading is not None and reading.answer.holds else None


def compares(pair: Pair) -> bool:
    """Whether a long sentence may tell what a short claim asks although they share neither a word nor a figure.

    The claim compares two things or speaks of a time or a result, or calls what it is about only `the match`, `he`.
    """
    sides = short_and_long(pair) if pair.given_english else None
    if sides is None or not fuller(sides):
        return False
    asked = _may_ask(pieces_of(sides.claim.text.lower()))
    if of_any_name(sides) and STAND_IN.match(sides.claim.text):
        return not asked.isdisjoint(_UNSHARED)
    two = not sides.claim.quantities and figures_told(sides.sentence) >= len(_TWO)
    return two and not asked.isdisjoint(_TWO)


_TWO = (compared, contrasted)
_UNSHARED = (*_TWO, majority, served, often, margin, age, era, rank, place, sequence)


def _may_ask(pieces: Pieces) -> set[Solver]:
    """The solvers that may have an answer to a claim with these pieces."""
    always, by_piece = _asking()
    return always.union(*[by_piece[piece] for piece in by_piece.keys() & pieces])


@cache
def _asking() -> tuple[set[Solver], dict[str, list[Solver]]]:
    """The solvers that any claim may ask, and those that ask for each piece."""
    by_piece: dict[str, list[Solver]] = {}
    for solve in SOLVERS:
        for piece in ASKED.get(solve, ()):
            by_piece.setdefault(piece, []).append(solve)
    return {solve for solve in SOLVERS if solve not in ASKED}, by_piece


@of_one
def _bounded(claim: Features) -> bool:
    """Whether a claim gives a figure as a bound, or as about so many: then one figure of the sentence answers it."""
    asked = asked_of(claim)
    return not amounts(claim) or any(one.way != "plain" or one.interval.about for one in asked)


def last(pair: Pair) -> Comparison | None:
    """The answer of the figure that the claim most likely means, for a pair that nothing else has told."""
    sides = short_and_long(pair)
    if sides is None:
        return None
    named = of_one_subject(sides) or of_that_name(sides) or (not _bounded(sides.claim) and of_kind_named(sides))
    reading = _by_figure(sides, named=named)
    return None if reading is None else _told(reading.answer, sides.direction)


def _by_figure(sides: Sides, *, named: bool) -> Reading | None:
    """What the figure that the claim most likely means makes of it."""
    pair = sides.pair
    measured = any(one.interval.dimension in _MEASURED for one in amounts(sides.claim))
    of_it = named or (measured and of_one_head(sides))
    more = figures_told(sides.sentence) > figures_told(sides.claim) and _bounded(sides.claim)
    about_as_long = more and pair.cover >= RATHER and longer(sides.sentence, sides.claim, ABOUT)
    if not (fuller(sides) or about_as_long) or not (of_it or of_any_name(sides)) or period.disjoint(pair):
        return None
    reading = meant(sides.claim, sides.sentence, named=of_it)
    if reading is not None and not (fuller(sides) or pair.cover >= ALIKE or reading.sure):
        return None
    if reading is None or reading.answer.holds:
        return reading
    return None if of_its_part(pair) or other_modifier(pair) or _elsewhere(pair) else reading


_MEASURED = frozenset({"time", "length", "mass", "area", "temperature", "speed", "volume"})
"""Dimensions that few figures of a sentence share."""


def _elsewhere(pair: Pair) -> bool:
    """Whether each names another place or party and they share no name, or a contrast tells their subjects apart.

    A sentence about `the film` or `she` names only where and with whom it was.
    """
    if of_others(pair):
        return True
    stands_in = subject_stands_in(pair.a) or subject_stands_in(pair.b)
    return not stands_in and not name_shared(pair) and own_names(pair) is not None


def _told(answer: Answer, direction: str) -> Comparison:
    if not answer.holds:
        return Comparison(kind=RelationKind.CONFLICTS, facet=answer.facet, score=SURE, reasons=(answer.reason,))
    return Comparison(
        kind=RelationKind.REFINES, facet=answer.facet, score=SURE,
        direction="a_to_b" if direction == "a_to_b" else "b_to_a", reasons=(answer.reason,),
    )  # fmt: skip
