"""A short English claim that somebody laid beside a long sentence: what the sentence lets one reckon decides it."""

from functools import cache

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.alignment import Pair
from claims.compare.english.apart_en import of_its_part, other_modifier, other_number
from claims.compare.english.named_en import subject_stands_in
from claims.compare.english.retold import of_others
from claims.compare.facets import period
from claims.compare.facets.scope import foretold_apart, own_names
from claims.compare.figures.ages import ORDINALS, age
from claims.compare.figures.asked import asked_of
from claims.compare.figures.borne import SURE, Sides, of_one_subject
from claims.compare.figures.certified import certified
from claims.compare.figures.changes import CHANGING, change
from claims.compare.figures.choice import is_past
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
from claims.compare.figures.moments import moments
from claims.compare.figures.multiples import multiple, outnumbered
from claims.compare.figures.often import often, served
from claims.compare.figures.parted import counterpart, outcomes, whole
from claims.compare.figures.per import rate
from claims.compare.figures.periods import period_of
from claims.compare.figures.placed import higher_placed, nth, place, superlative
from claims.compare.figures.rated import average, clocked, each, frequency, received
from claims.compare.figures.reckoned import ASKED, Answer, Solver, amounts, kin
from claims.compare.figures.records import lasting, record
from claims.compare.figures.repeated import repeated
from claims.compare.figures.scored import decided, scored, scorer
from claims.compare.figures.seats import majority, runoff
from claims.compare.figures.sequence import sequence
from claims.compare.figures.shares import share
from claims.compare.figures.spells import spell, standing
from claims.compare.figures.sums import summed
from claims.compare.figures.takings import balance
from claims.compare.figures.voted import stayed_away, voted
from claims.compare.needed import Cue, Pieces, pieces_of
from claims.compare.slots import name_shared
from claims.compare.tokens import Tokens
from claims.compare.values import Comparison, Features, length, of_one
from claims.model import RelationKind
from evidence.text import lazy_re as re

FULLER = 1.4
"""How many times as many words the sentence has at least."""
FIGURED = 1.05
"""The same for a sentence with more figures than a claim that has one at most."""
ONE_SENTENCE = 0.7
"""From this closeness on, they are."""
MORE = 1.15
"""The same, where figures and days are taken as one word, for the words as they were written."""
ABOUT = 0.9
"""About as many."""
RETOLD = 0.6
"""Below this closeness, two statements are no versions of one sentence."""
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
    sides = _posed(pair)
    if sides is None or other_number(pair):
        return None
    of_it = of_one_subject(sides) or _nameless(sides)
    named = of_it or _anaphoric(sides) or _of_one_head(sides) or _of_unnamed(sides)
    named = named or (_of_any_name(sides) and bool(_no_name.match(sides.claim.text)))
    solvers: tuple[Solver, ...] = SOLVERS if named else SOLVERS_TOLD
    if not _fuller(sides) and not _figured(sides):
        alike = pair.cover >= ALIKE or _out_of.search(sides.sentence.text.lower()) is not None
        solvers = (SOLVERS_BUILT if alike else SOLVERS_STRICT) if named else SOLVERS_TOLD
    called = of_it or (any(sides.mine.name[1:]) and _anaphoric(sides))
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
            and (of_its_part(pair) or (not _fuller(sides) and other_modifier(pair)))
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
    if reading is None and sides.claim.dates and _fuller(sides):
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
    sides = _posed(pair) if pair.given_english else None
    if sides is None or not _fuller(sides):
        return False
    asked = _may_ask(pieces_of(sides.claim.text.lower()))
    if _of_any_name(sides) and _stand_in.match(sides.claim.text):
        return not asked.isdisjoint(_UNSHARED)
    two = not sides.claim.quantities and _figures(sides.sentence) >= len(_TWO)
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
    sides = _posed(pair)
    if sides is None:
        return None
    named = of_one_subject(sides) or _of_that_name(sides) or (not _bounded(sides.claim) and _of_kind_named(sides))
    reading = _by_figure(sides, named=named)
    return None if reading is None else _told(reading.answer, sides.direction)


_no_name = re.compile(
    r"(?:(?:The|This|That|His|Her|Its|Their) [a-z]|(?:He|She|It|They)\b"
    r"|(?:More|Fewer|Less|Over|Under|At (?:least|most)|Most|Half|About|Nearly|Almost|No more)\b"
    r"|A (?:majority|third|quarter)\b)"
)
"""How a claim begins that does not name what it is about: the film, more than a hundred people."""
_stand_in = re.compile(r"(?:(?:The|This|That|His|Her|Its|Their) [a-z]|(?:He|She|It|They)\b)")


def _anaphoric(sides: Sides) -> bool:
    """Whether the sentence says `the town` or `she` for whatever the claim names, and shares a word with it.

    A claim that names nobody either, `the ship`, may speak of what the sentence calls `the steamer`.
    """
    mine, theirs = sides.mine, sides.theirs
    if not _stand_in.match(sides.sentence.text):
        return not _names_any(sides.claim) and bool(_definite.match(sides.claim.text)) and _of_one_kind(mine, theirs)
    plain = {stem for stem, name in zip(mine.stems, mine.name, strict=True) if not name and stem in mine.rare}
    others = [stem for stem, name in zip(theirs.stems[:6], theirs.name[:6], strict=True) if name]
    if others:
        return False
    return any(kin(stem, plain) for stem in theirs.rare) or (not _names_any(sides.claim) and _of_one_kind(mine, theirs))


_definite = re.compile(r"The [a-z]")


def _names_any(claim: Features, start: int = 0) -> bool:
    """Whether a claim names somebody or something from some word on, the name of its time left out: the Middle Ages."""
    tokens = claim.tokens
    if not any(tokens.name[start:]):
        return False
    told = period_of(claim)
    said = told.said if told else ""
    return any(name and word not in said for word, name in zip(tokens.words[start:], tokens.name[start:], strict=True))


def _of_any_name(sides: Sides) -> bool:
    """Whether a claim names nobody, so that a sentence much longer may have a name for whatever it speaks of."""
    return not _names_any(sides.claim) and _fuller(sides)


def _nameless(sides: Sides) -> bool:
    """Whether a claim that names nobody, `the novel`, tells of the deed or counts the thing that the sentence does."""
    mine = sides.mine
    if _names_any(sides.claim) or not _definite.match(sides.claim.text):
        return False
    deeds = {mine.stems[i] for i, word in enumerate(mine.words) if mine.content[i] and is_past(word)}
    if not deeds.isdisjoint(sides.theirs.rare) or _of_one_kind(mine, sides.theirs):
        return True
    counted = {one.unit for one in sides.claim.quantities if one.unit and not one.unit.isupper()} - _SHARED_UNITS
    return not counted.isdisjoint(one.unit for one in sides.sentence.quantities)


def _of_that_name(sides: Sides) -> bool:
    """Whether a claim is about a thing of the sort that the sentence opens with by name: the stadium, Halm Stadium."""
    mine, theirs = sides.mine, sides.theirs
    if _names_any(sides.claim) or not _definite.match(sides.claim.text):
        return False
    first = next((i for i, name in enumerate(theirs.name) if name and theirs.content[i]), -1)
    if first < 0 or theirs.clause[first] >= OPENING:
        return False
    last = first
    while last < len(theirs.stems) - 1 and theirs.name[last + 1]:
        last += 1
    return last > first and theirs.stems[last] in [mine.stems[i] for i in _opening(mine)]


def _opening(mine: Tokens) -> range:
    """Where the words stand with which a claim begins, up to a verb in the past: the old stadium."""
    first = next((i for i, content in enumerate(mine.content) if content), len(mine.stems))
    last = first
    while last < len(mine.stems) - 1 and mine.content[last + 1] and not is_past(mine.words[last + 1]):
        last += 1
    return range(first, min(last + 1, len(mine.stems)))


def _of_kind_named(sides: Sides) -> bool:
    """Whether a claim is about a kind of something that the sentence begins with: Vasker fever."""
    mine, theirs = sides.mine, sides.theirs
    starts = [i for i in range(1, len(mine.words)) if mine.words[i - 1] == "the" and mine.content[i]]
    if not starts:
        return False
    head = starts[0]
    while head < len(mine.stems) - 1 and mine.content[head + 1] and not is_past(mine.words[head + 1]):
        head += 1
    opening = {theirs.stems[i] for i in range(len(theirs.stems)) if theirs.clause[i] < OPENING and theirs.content[i]}
    return any(akin(stem, other) for stem in mine.stems[starts[0] : head + 1] for other in opening)


OPENING = 2
"""Clauses of a sentence in which it names what it is about."""


def _of_unnamed(sides: Sides) -> bool:
    """Whether a long sentence seems to tell of the thing that a claim without a name is about."""
    if _names_any(sides.claim, 1) or not _fuller(sides) or not ORDINALS.keys().isdisjoint(sides.mine.words):
        return False  # the first round, the second
    return _of_few_words(sides) or _of_kind_named(sides)


def _of_few_words(sides: Sides) -> bool:
    """Whether a claim has three words with content at most, of which the sentence has one."""
    mine = sides.mine
    return len(mine.rare) <= FEW and not mine.rare.isdisjoint(sides.theirs.rare)


FEW = 3
_SHARED_UNITS = frozenset(["%", "people", "years", "months", "weeks", "days", "hours", "minutes", "times"])
"""Units of all sorts of things."""


def _of_one_kind(mine: Tokens, theirs: Tokens) -> bool:
    """Whether what a claim is about is a kind of something that the sentence calls `the` so: the ship, the steamer."""
    opening = _opening(mine)
    called = [i for i in range(1, len(theirs.words)) if theirs.words[i - 1] == "the" and theirs.content[i]]
    return bool(opening) and any(akin(mine.stems[opening[-1]], theirs.stems[i]) for i in called if not theirs.name[i])


def _of_one_head(sides: Sides) -> bool:
    """Whether a claim without a name begins with a thing that the sentence speaks of: the bridge."""
    mine = sides.mine
    if _names_any(sides.claim):
        return False
    counted = sides.sentence.quantities
    head = next((stem for stem, content in zip(mine.stems, mine.content, strict=True) if content), "")
    return head in sides.theirs.rare or any(head in map(words.stem, one.text.lower().split()) for one in counted)


def _by_figure(sides: Sides, *, named: bool) -> Reading | None:
    """What the figure that the claim most likely means makes of it."""
    pair = sides.pair
    measured = any(one.interval.dimension in _MEASURED for one in amounts(sides.claim))
    of_it = named or (measured and _of_one_head(sides))
    more = _figures(sides.sentence) > _figures(sides.claim) and _bounded(sides.claim)
    about_as_long = more and pair.cover >= RATHER and _longer(sides.sentence, sides.claim, ABOUT)
    if not (_fuller(sides) or about_as_long) or not (of_it or _of_any_name(sides)) or period.disjoint(pair):
        return None
    reading = meant(sides.claim, sides.sentence, named=of_it)
    if reading is not None and not (_fuller(sides) or pair.cover >= ALIKE or reading.sure):
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


def _posed(pair: Pair) -> Sides | None:
    if not pair.given_english or _of_two_matters(pair):
        return None
    long = [_longer(one, other, FULLER) for one, other in ((pair.b, pair.a), (pair.a, pair.b))]
    if long[0] != long[1]:
        return Sides(pair, pair.a, pair.b, "b_to_a") if long[0] else Sides(pair, pair.b, pair.a, "a_to_b")
    mine, theirs = length(pair.a), length(pair.b)
    figures = _figures(pair.a), _figures(pair.b)
    if theirs >= (FULLER if figures[0] > 1 or figures[1] <= figures[0] else FIGURED) * mine:
        return Sides(pair, pair.a, pair.b, "b_to_a")
    least = FULLER if figures[1] > 1 or figures[0] <= figures[1] else FIGURED
    if mine >= least * theirs:
        return Sides(pair, pair.b, pair.a, "a_to_b")
    if pair.closeness >= ONE_SENTENCE:
        return None
    ranks = [(count, not _asks(side)) for count, side in zip(figures, (pair.a, pair.b), strict=True)]
    if ranks[0] == ranks[1]:
        return None
    # One reckons what the other counts.
    return Sides(pair, pair.a, pair.b, "b_to_a") if ranks[0] < ranks[1] else Sides(pair, pair.b, pair.a, "a_to_b")


def _of_two_matters(pair: Pair) -> bool:
    """Whether two statements of much the same length share little: neither is a claim about what the other tells."""
    small, large = sorted(pair.sizes)
    no_claim = large < SHORTER * small and min(length(pair.a), length(pair.b)) >= SENTENCE
    return no_claim and pair.cover < SLIGHT


SLIGHT, SHORTER = 0.35, 1.8
SENTENCE = 16
"""From so many words on, a statement is more than a short claim."""


@of_one
def _asks(side: Features) -> bool:
    return any(one.interval.bound for one in amounts(side))


def _fuller(sides: Sides) -> bool:
    return _longer(sides.sentence, sides.claim, FULLER)


def _longer(one: Features, other: Features, least: float) -> bool:
    """Whether one has so many times as many words as the other, figures and days taken as one word or as written."""
    counted = len(one.tokens.stems) >= least * len(other.tokens.stems) and length(one) >= MORE * length(other)
    return counted or length(one) >= least * length(other)


def _figured(sides: Sides) -> bool:
    """Whether the sentence gives more figures than the claim in words of its own."""
    more = _figures(sides.sentence) > _figures(sides.claim) and sides.pair.closeness < RETOLD
    return more and length(sides.sentence) >= FIGURED * length(sides.claim)


@of_one
def _figures(side: Features) -> int:
    """How many figures and times a statement gives; from 1951 to 1959 is two."""
    return len(side.quantities) + max(len(side.dates), len(moments(side)))


def _told(answer: Answer, direction: str) -> Comparison:
    if not answer.holds:
        return Comparison(kind=RelationKind.CONFLICTS, facet=answer.facet, score=SURE, reasons=(answer.reason,))
    return Comparison(
        kind=RelationKind.REFINES, facet=answer.facet, score=SURE,
        direction="a_to_b" if direction == "a_to_b" else "b_to_a", reasons=(answer.reason,),
    )  # fmt: skip
