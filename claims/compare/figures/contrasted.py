"""Which of two is more, where a claim tells the two apart by a name, a number or a year: the second than the first.

Every figure of the sentence is given to the one of the two that is named last before it, or next after it where the
sentence puts its figures first; then the two figures of one kind are set against each other.
"""

from typing import NamedTuple

from claims.compare import words
from claims.compare.figures.ages import ORDINALS, SMALL
from claims.compare.figures.changes import levels, steps
from claims.compare.figures.compared import POSITION
from claims.compare.figures.labels import by_year, is_away
from claims.compare.figures.moments import moments
from claims.compare.figures.opposed import FAR_APART, KINDS
from claims.compare.figures.reckoned import Amount, Answer, amounts, asks, kin, plain
from claims.compare.intervals import apart
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_LESS = (
    r"less|fewer|shorter|lower|smaller|younger|lighter|slower|cheaper|worse|weaker|thinner|narrower|shallower|nearer"
    r"|closer"
)
_MORE = (
    r"more|longer|higher|larger|older|bigger|taller|heavier|faster|greater|better|deeper|wider|thicker|stronger|farther"
    r"|further|costlier|richer"
)
_comparison = re.compile(
    rf"\b(?:(?P<less>{_LESS})|(?P<more>{_MORE}))\b(?P<what>(?:(?!\b(?:{_LESS}|{_MORE})\b)[^.;])*?)\bthan\b"
)
_NOW = frozenset(["now", "today", "currently", "nowadays", "present", "presently"])
_TYPES = {
    "long": ("length", "time", "count:pages"), "tall": ("length",), "heavy": ("mass",), "old": ("time",),
    "fast": ("speed", "time"),
}  # fmt: skip


_MEASURED = frozenset(["time", "length", "mass", "speed", "share", "area"])


class Label(NamedTuple):
    """What tells one of two things apart: stems of a name, of a number, a year, or the present."""

    sort: str
    stems: frozenset[str]


@asks(_comparison)
def contrasted(claim: Features, sentence: Features) -> Answer | None:
    """Lower Sable has more people than Upper Sable, the second edition more pages than the first."""
    text = claim.text.lower()
    found = _comparison.search(text)
    if found is None or any(one.interval.dimension != "count" or one.quantity.unit for one in amounts(claim)):
        return None
    mine, theirs = _labels(claim, text, found)
    if mine is None or theirs is None:
        return None
    figures = _of_one_kind(sentence, found["what"], found[0].split()[0])
    pair = (
        _of_years(sentence, found["what"], mine, theirs)
        or _given_to(sentence, figures, mine, theirs)
        or _of_steps(claim, sentence, mine, theirs)
        or _by_turn(sentence, figures, mine, theirs)
        or _of_the_original(sentence, figures, mine, theirs)
        or _first_and_next(sentence, found["what"], mine, theirs)
    )
    if pair is None:
        return None
    left, right = pair
    dimensions = {left.interval.dimension, right.interval.dimension}
    if len(dimensions) > 1 and dimensions & _MEASURED:
        return None  # two number ones, for five weeks
    one, other = levels(left, right)
    if one == other or (apart(left.interval, right.interval) or 0.0) > FAR_APART:
        return None
    less = bool(found["less"]) != bool(POSITION.match(text, found.start()))
    holds = (one < other) if less else (one > other)
    return Answer(holds, Facet.QUANTITY, f"“{left.quantity.text}” against “{right.quantity.text}”")


def _labels(claim: Features, text: str, found: "re.Match[str]") -> tuple[Label | None, Label | None]:
    """What tells the two sides of a comparison apart: numbers, years or names that only one of them has."""
    behind = re.split(r"[,;]|\b(?:did|does|do|had|has|was|were|is)\b", text[found.end() :])[0]
    sides = (f"{text[: found.start()]} {found['what']}", behind)
    numbers = [_numbers(side) for side in sides]
    if all(numbers) and numbers[0] != numbers[1]:
        return Label("number", numbers[0]), Label("number", numbers[1])
    years = [frozenset(_a_year.findall(side)) for side in sides]
    if len(years[0]) == 1 and not years[1] and _year_before.search(behind):
        years[1] = frozenset([str(int(min(years[0])) - 1)])
    now = [not _NOW.isdisjoint(re.findall(r"[a-z]+", side)) for side in sides]
    if (years[0] or now[0]) and (years[1] or now[1]) and years[0] != years[1]:
        first, second = (Label("year", years[k]) if years[k] else Label("now", frozenset()) for k in (0, 1))
        return first, second
    names = [
        frozenset(
            stem
            for word, stem, name in zip(claim.tokens.words, claim.tokens.stems, claim.tokens.name, strict=True)
            if name and re.search(rf"\b{re.escape(word)}\b", side)
        )
        for side in sides
    ]
    names = [names[0] - names[1], names[1] - names[0]]
    return (Label("name", names[0]), Label("name", names[1])) if all(names) else (None, None)


_ordinal = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b")
_cardinal = re.compile(
    rf"\b(?:season|series|part|book|volume|chapter|phase|round|version|edition|act) ({'|'.join(SMALL)}|\d+)\b"
)


def _numbers(side: str) -> frozenset[str]:
    """The ordinals of a part of a claim; season two is the second."""
    found = {one[0] for one in _ordinal.finditer(side)}
    values = (SMALL.get(one[1]) or (int(one[1]) if one[1].isdigit() else 0) for one in _cardinal.finditer(side))
    named = {number: word for word, number in ORDINALS.items()}
    return frozenset(words.stem(word) for word in found | {named[value] for value in values if value in named})


def _of_one_kind(sentence: Features, what: str, which: str) -> list[Amount]:
    """The figures that measure what the claim compares, bare ones too; those of the first kind if it does not say."""
    figures = [one for one in amounts(sentence) if not one.interval.bound and one.value > 0]
    figures = [one for one in figures if not is_away(sentence.tokens, one)]
    stems = {words.stem(word) for word in re.findall(r"[a-z]{3,}", what)} - words.stop_stems()
    counted = [one for one in figures if any(kin(stem, stems) for stem in _words_of(one, sentence))]
    kinds = _TYPES.get(_QUALITIES.get(which, "")) or _plain_kinds(which)
    counted = counted or [one for one in figures if one.interval.dimension in kinds]
    first = counted or [one for one in figures if one.interval.dimension != "time"]
    if not first:
        return []
    kind = first[0].interval.dimension
    if len(kinds) == 1 and len(counted) == TWO:
        return counted
    return [one for one in figures if one.interval.dimension == kind or one.quantity.unit is None]


def _plain_kinds(which: str) -> tuple[str, ...]:
    """What a comparison measures by its word alone, where that is one thing: deeper."""
    kinds = KINDS.get(words.stem(which), ())
    return kinds if len(kinds) == 1 else ()


TWO = 2
_QUALITIES = {
    "longer": "long", "shorter": "long", "taller": "tall", "higher": "tall", "lower": "tall", "heavier": "heavy",
    "lighter": "heavy", "older": "old", "younger": "old", "faster": "fast", "slower": "fast",
}  # fmt: skip


def _words_of(one: Amount, sentence: Features) -> list[str]:
    tokens, after = sentence.tokens, one.place + 1
    said = re.findall(r"[a-z]{3,}", f"{one.quantity.text} {one.quantity.unit or ''}".lower())
    behind = [tokens.stems[after]] if after < len(tokens.stems) and tokens.content[after] else []
    return [*map(words.stem, said), *behind]


def _given_to(sentence: Features, figures: list[Amount], mine: Label, theirs: Label) -> tuple[Amount, Amount] | None:
    """The figure of each of the two: behind the label, or before it where the first figure stands before any."""
    tokens = sentence.tokens
    marks = sorted(
        [(i, 0) for i in range(len(tokens.stems)) if _is(sentence, tokens, i, mine)]
        + [(i, 1) for i in range(len(tokens.stems)) if _is(sentence, tokens, i, theirs)]
    )
    if len(figures) < 2 or {side for _, side in marks} != {0, 1}:
        return None
    leading = marks[0][0] < figures[0].place
    given: tuple[list[Amount], list[Amount]] = ([], [])
    for k, one in enumerate(figures):
        if leading:
            low = figures[k - 1].place if k else -1
            near = [side for i, side in marks if i < one.place]
            fresh = [side for i, side in marks if low < i < one.place]
            if near and (fresh or k == 0):
                given[near[-1]].append(one)
        else:
            high = figures[k + 1].place if k + 1 < len(figures) else len(tokens.stems)
            near = [side for i, side in marks if one.place < i < high]
            if near:
                given[near[0]].append(one)
    return (given[0][0], given[1][0]) if len(given[0]) == len(given[1]) == 1 else None


def _by_turn(sentence: Features, figures: list[Amount], mine: Label, theirs: Label) -> tuple[Amount, Amount] | None:
    """The figures of a first and a second that the sentence tells apart by their years alone."""
    told = {one.place: year for year, one in by_year(sentence)}
    dated = sorted((told[one.place], one.place, one) for one in figures if one.place in told)
    turns = [min((_TURNS[stem] for stem in label.stems if stem in _TURNS), default=0) for label in (mine, theirs)]
    named = mine.stems | theirs.stems <= sentence.tokens.seen
    if mine.sort != "number" or named or sorted(turns) != [1, 2] or len({year for year, *_ in dated}) != len(turns):
        return None
    if len(dated) != len(turns):
        return None
    old, new = (one for *_, one in dated)
    return (old, new) if turns[0] == 1 else (new, old)


def _of_years(sentence: Features, what: str, mine: Label, theirs: Label) -> tuple[Amount, Amount] | None:
    """The figures of two years by which the sentence tells them, of the thing that is compared."""
    if mine.sort != "year" or theirs.sort != "year":
        return None
    told = by_year(sentence)
    given = [[one for year, one in told if year in label.stems and not one.interval.bound] for label in (mine, theirs)]
    stems = {words.stem(word) for word in re.findall(r"[a-z]{3,}", what)} - words.stop_stems()
    named = [[one for one in side if any(kin(stem, stems) for stem in _words_of(one, sentence))] for side in given]
    left, right = ([*one] if one else [*other] for one, other in zip(named, given, strict=True))
    return (left[0], right[0]) if len(left) == len(right) == 1 else None


def _of_steps(claim: Features, sentence: Features, mine: Label, theirs: Label) -> tuple[Amount, Amount] | None:
    """The values of two years where one of them stands far from its year: by 2009 its workforce stood at 3,640."""
    two = steps(claim, sentence) if mine.sort == theirs.sort == "year" else None
    if two is None:
        return None
    return two if min(mine.stems) < min(theirs.stems) else two[::-1]


_original = re.compile(r"\bfor (?:the|its) (?:original|first|predecessor|previous)\b")


def _of_the_original(
    sentence: Features, figures: list[Amount], mine: Label, theirs: Label
) -> tuple[Amount, Amount] | None:
    """The figure of a second and that of a first that the sentence calls so: $18 million, 11 for the original."""
    turns = [min((_TURNS[stem] for stem in label.stems if stem in _TURNS), default=0) for label in (mine, theirs)]
    if mine.sort != "number" or sorted(turns) != [1, 2]:
        return None
    said = [" ".join(sentence.tokens.words[one.place + 1 : one.place + 4]) for one in figures]
    first = [k for k, words_behind in enumerate(said) if _original.match(words_behind)]
    if len(first) != 1 or not first[0]:
        return None
    old, new = figures[first[0]], figures[first[0] - 1]
    return (old, new) if turns[0] == 1 else (new, old)


_BEGAN = frozenset(map(words.stem, ("first", "debut", "opening", "original", "inaugural")))


def _first_and_next(sentence: Features, what: str, mine: Label, theirs: Label) -> tuple[Amount, Amount] | None:
    """The only two figures of what is counted, of which one is called the first: the next is that of the second."""
    turns = [min((_TURNS[stem] for stem in label.stems if stem in _TURNS), default=0) for label in (mine, theirs)]
    head = re.findall(r"[a-z]{3,}", re.split(r"\b(?:in|at|for|on|during|with|from)\b", what)[0])[-1:]
    stems = set(map(words.stem, head))
    two = [one for one in amounts(sentence) if any(kin(stem, stems) for stem in _words_of(one, sentence))]
    if mine.sort != "number" or sorted(turns) != [1, TWO] or len(two) != TWO:
        return None
    began = any(stem in _BEGAN for stem in sentence.tokens.stems[: two[1].place])
    if not began or words.stem("second") in sentence.tokens.stems[: two[0].place]:
        return None
    return (two[0], two[1]) if turns[0] == 1 else (two[1], two[0])


_TURNS = {words.stem(word): number for word, number in ORDINALS.items()}


def _is(sentence: Features, tokens: Tokens, i: int, label: Label) -> bool:
    if label.sort == "now":
        return tokens.words[i] in _NOW
    if label.sort == "year":
        years = {f"{one.first.year}" for one in moments(sentence) if one.place == i and one.first.year == one.last.year}
        return tokens.words[i] in label.stems or not years.isdisjoint(label.stems)
    if label.sort == "number":
        return tokens.stems[i] in label.stems
    return tokens.stems[i] in label.stems and tokens.name[i]


# --- one of two --------------------------------------------------------------------------------------------------

_of_two = Cue(
    rf"\b(?:is|was|are|were) (?:by far |only |slightly )?the (?:(?P<less>{_LESS})|(?P<more>{_MORE}))(?: one)? of the"
    r" (?:two|pair)\b(?: [a-z]+)?"
)


@asks(_of_two)
def one_of_two(claim: Features, sentence: Features) -> Answer | None:
    """The taller of the two, against 187 m of the one that the claim names and 203 m of another that follows it."""
    text = claim.text.lower()
    found = _of_two.search(text)
    if found is None or amounts_besides(claim, found[0]):
        return None
    which = (found["less"] or found["more"]).split()[0]
    tokens, mine = sentence.tokens, set(claim.tokens.named)
    for kind in KINDS.get(words.stem(which), ()):
        two = [one for one in amounts(sentence) if one.interval.dimension == kind and not is_away(tokens, one)]
        if len(two) != TWO or two[0].value == two[1].value:
            continue
        named = [i for i, name in enumerate(tokens.name) if name and i < two[1].place]
        own = [i for i in named if tokens.stems[i] in mine]
        others = [i for i in named if tokens.stems[i] not in mine and i > two[0].place]
        if not own or bool(own[-1] < two[0].place) != bool(others):
            return None
        left, right = two if own[-1] < two[0].place else reversed(two)
        holds = left.value < right.value if found["less"] else left.value > right.value
        return Answer(holds, Facet.QUANTITY, f"“{left.quantity.text}” against “{right.quantity.text}”")
    return None


def amounts_besides(claim: Features, said: str) -> bool:
    """Whether a claim gives figures besides those that some of its words hold."""
    return any(one.quantity.text.lower() not in said for one in amounts(claim))


# --- one year among others ---------------------------------------------------------------------------------------

_of_all_years = Cue(
    rf"\b(?:(?P<less>{_LESS})|(?P<more>{_MORE}))\b[^.;]* in (?P<year>(?:1[0-9]|20)\d\d) than in any"
    r" (?:other |single )?year\b"
    r"|\b(?:(?P<low>lowest|fewest|least|smallest)|(?P<high>highest|most|largest|record|peak\w*))\b[^.;]* in"
    r" (?P<then>(?:1[0-9]|20)\d\d)\b"
)
_year_before = re.compile(r"\b(?:(?:the|a) year (?:before|earlier)|the (?:previous|preceding|prior) year)\b")
_turn = Cue(r"\ban? (?:\w+ )?(?:(?P<down>declin\w*|fall|drop|decrease|reduction)|(?P<up>rise|increase|growth|gain))\b")
_a_year = re.compile(r"\b(?:1[0-9]|20)\d\d\b")


@asks(_of_all_years, _turn)
def in_its_year(claim: Features, sentence: Features) -> Answer | None:
    """More in 2019 than in any other year, a decline in 1881: against the values of three years or more."""
    text = claim.text.lower()
    most, turn, years = _of_all_years.search(text), _turn.search(text), _a_year.findall(text)
    if (most is None and turn is None) or len(years) != 1 or amounts(claim):
        return None
    series = sorted(dict(reversed(by_year(sentence))).items())
    if len(series) < (2 if turn else 3) or years[0] not in dict(series):
        return None
    at = [year for year, _ in series].index(years[0])
    value = plain(series[at][1])
    if most is not None:
        others = [plain(one) for k, (_, one) in enumerate(series) if k != at]
        holds = value < min(others) if most["less"] or most["low"] else value > max(others)
    elif at == 0 or turn is None:
        return None
    else:
        before = plain(series[at - 1][1])
        holds = value < before if turn["down"] else value > before
    return Answer(holds, Facet.QUANTITY, f"“{series[at][1].quantity.text}” in {years[0]}")


__all__ = ["contrasted", "in_its_year", "one_of_two"]
