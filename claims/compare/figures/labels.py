"""What tells which figure of a long sentence a short claim means, besides the words around it.

The year or other figure that both name beside it, that it is a maximum or a mean, that it is a part of another figure
or told of others.
"""

from claims.compare import words
from claims.compare.figures.ages import ORDINALS, SMALL, number
from claims.compare.figures.moments import moments
from claims.compare.figures.reckoned import JOINING, Amount, amounts, is_part, kin
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features
from evidence.text import lazy_re as re


def labelled(claim: Features, sentence: Features, figures: list[Amount]) -> dict[int, float]:
    """The places of the figures that stand nearest to what labels the claim's: its year, its age group.

    A figure that stands beside another year than the claim's gets as much less.
    """
    mine = {(one.low, one.high) for one in claim.quantities}
    years = {(one.first or "")[:4] for one in claim.dates if one.first and one.first[:4] == (one.last or "")[:4]}
    tokens = sentence.tokens
    found: dict[int, float] = {}
    plain = [one for one in figures if (one.quantity.low, one.quantity.high) not in mine]
    same = [one.place for one in figures if (one.quantity.low, one.quantity.high) in mine]
    wanted = {one.interval.dimension for one in amounts(claim)}
    answers = [one for one in plain if one.interval.dimension in wanted]
    if len(mine) > 1 and len(same) == 1 and len(answers) > 1:
        beside = [one for one in answers if tokens.clause[one.place] == tokens.clause[same[0]]] or answers
        before = [one for one in beside if one.place < same[0]] or beside
        found[min(before, key=lambda one: abs(one.place - same[0])).place] = 1.0
    for one, same_number in _numbered(claim, sentence, plain):
        found[one.place] = found.get(one.place, 0.0) + (1.0 if same_number else -1.0)
    told = _years(sentence)
    if not claim.dates and len(answers) > 1 and _PAST.isdisjoint(claim.tokens.words):
        for one in answers:
            if not _NOW.isdisjoint(tokens.words[max(0, one.place - 4) : one.place]):
                found[one.place] = found.get(one.place, 0.0) + 1.0
    years |= {year for year in dict(told).values() if _bounding(claim, year)} if len(told) > 1 else set()
    if years and any(year in years for _, year in told) and len(plain) > 1:
        for one in plain:
            if year := _year_of(one.place, told, plain, tokens, _opening(sentence)):
                found[one.place] = found.get(one.place, 0.0) + (1.0 if year in years else -1.0)
    return found


_number = re.compile(
    rf"\b(?:(?P<nth>{'|'.join(ORDINALS)})|(?:season|series|part|book|volume|chapter|phase|edition|act|leg|stage|set)"
    rf" (?P<n>{'|'.join(SMALL)}|\d{{1,2}}))\b"
)


def _numbered(claim: Features, sentence: Features, figures: list[Amount]) -> list[tuple[Amount, bool]]:
    """The figures of a sentence that tells of several of a series in turn: whether each is of the claim's number."""
    mine = {_number_of(one) for one in _number.finditer(claim.text.lower())}
    marks = [(one.start(), _number_of(one)) for one in _number.finditer(sentence.text.lower())] if mine else []
    if len(mine) != 1 or len({number for _, number in marks}) < SEVERAL or mine.isdisjoint(dict(marks).values()):
        return []
    of_it = [(one, [number for at, number in marks if at < (one.quantity.start or 0)]) for one in figures]
    return [(one, before[-1] in mine) for one, before in of_it if before]


def _number_of(found: "re.Match[str]") -> int:
    return ORDINALS[found["nth"]] if found["nth"] else number(found["n"])


SEVERAL = 2


def is_difference(tokens: Tokens, place: int) -> bool:
    """Whether a figure tells how far another lies from a mean or from what was before: 9 degrees above the mean."""
    return _off.match(" ".join(tokens.words[place + 1 : place + 6])) is not None


_off = re.compile(
    r"(?:above|below|over|under|(?:higher|lower|more|less|fewer|warmer|colder|larger|smaller) than) "
    r"(?:(?:the|its|their) )?(?:[a-z-]+ )?"
    r"(?:mean|average|norm|normal|usual|median|previous|year before|forecast|expected)\b"
)


def is_away(tokens: Tokens, one: Amount) -> bool:
    """Whether a length tells how far off something lies: 3 km to its west, 12 miles north of the town."""
    if one.interval.dimension != "length":
        return False
    return _away.match(" ".join(tokens.words[one.place + 1 : one.place + 5])) is not None


_away = re.compile(
    r"(?:away|apart|distant|off|upstream|downstream)\b"
    r"|to (?:the|its|their) (?:north|south|east|west)[a-z-]*\b|(?:due )?(?:north|south|east|west)[a-z-]* of\b"
)


def _bounding(claim: Features, year: str) -> bool:
    """Whether a claim speaks of what was before or after a time, and a year lies there."""
    bounds = [(one.first or "")[:4] or "0000" for one in claim.dates if one.first or one.last]
    ends = [(one.last or "")[:4] or "9999" for one in claim.dates if one.first or one.last]
    return len(bounds) == 1 and (bounds[0] == "0000") != (ends[0] == "9999") and bounds[0] <= year <= ends[0]


_NOW = frozenset(["now", "today", "currently", "nowadays", "presently"])
_PAST = frozenset(["was", "were", "had", "did"])
DATED = 7
"""Tokens between a figure and the year it is given for."""


def _years(sentence: Features) -> list[tuple[int, str]]:
    """The times of a sentence that lie in one year: where each stands, and that year."""
    return [(one.place, f"{one.first.year}") for one in moments(sentence) if one.first.year == one.last.year]


def by_year(sentence: Features) -> list[tuple[str, Amount]]:
    """The figures of a sentence that are given for a year, each with it."""
    figures = [one for one in amounts(sentence) if one.interval.dimension != "time"]
    told, opening = _years(sentence), _opening(sentence)
    found = [(_year_of(one.place, told, figures, sentence.tokens, opening), one) for one in figures]
    return [(year, one) for year, one in found if year]


def _opening(sentence: Features) -> set[int]:
    """The places of times that begin a part behind a semicolon, so that no figure before it is of them."""
    tokens = sentence.tokens
    return {
        place
        for place in tokens.figured
        if tokens.stems[place] == DATE
        and tokens.number[place] < len(sentence.dates)
        and sentence.text[: sentence.dates[tokens.number[place]].start].rstrip().endswith(";")
    }


def _year_of(place: int, told: list[tuple[int, str]], figures: list[Amount], tokens: Tokens, opening: set[int]) -> str:
    """The year that a figure is given for: the one right behind it, else the last before it, else the next."""
    led = {one.place - 1 for one in figures}  # 2.7 billion (2017: 3.1 billion)
    behind = [
        (at, year)
        for at, year in told
        if place < at <= place + DATED
        and at not in opening
        and not _parted(figures, place, at)
        and not (at == place + 1 and at in led)
    ]
    if behind and behind[0][0] <= place + 3 and "and" not in tokens.words[place : behind[0][0]]:
        return behind[0][1]
    if behind and behind[0][0] <= place + DATED - 2 and _in_its_clause(place, behind[0][0], told, tokens):
        return behind[0][1]
    if shared := _shared_year(place, told, figures, tokens):
        return shared
    before = [
        year
        for at, year in told
        if place - DATED <= at < place and not _parted(figures, at, place) and not _taken(at, place, figures, tokens)
    ]
    return before[-1] if before else behind[0][1] if behind else ""


def _in_its_clause(place: int, at: int, told: list[tuple[int, str]], tokens: Tokens) -> bool:
    """Whether a year stands in the clause of the figure before it, and no other year does before that figure."""
    clause = tokens.clause[place]
    others = any(tokens.clause[other] == clause and other < place for other, _ in told)
    return tokens.clause[at] == clause and not others and JOINING.isdisjoint(tokens.words[place:at])


def _shared_year(place: int, told: list[tuple[int, str]], figures: list[Amount], tokens: Tokens) -> str:
    """The year that stands behind the second of two figures for both: 640 pupils and 52 teachers in 1990."""
    following = [one.place for one in figures if place < one.place <= place + JOINED]
    if not following or tokens.clause[following[0]] != tokens.clause[place]:
        return ""
    if tokens.words[following[0] - 1] != "and" or any(place < at < following[0] for at, _ in told):
        return ""
    behind = [(at, year) for at, year in told if following[0] < at <= following[0] + JOINED]
    if not behind or _parted(figures, following[0], behind[0][0]):
        return ""
    return behind[0][1] if JOINING.isdisjoint(tokens.words[following[0] : behind[0][0]]) else ""


JOINED = 4
"""Tokens between two figures of one time, and from the second to that."""


def _taken(at: int, place: int, figures: list[Amount], tokens: Tokens) -> bool:
    """Whether a year is that of a figure before it, behind which another is told: 38 in 1998 but only 31 now."""
    own = any(at - JOINED <= one.place < at and tokens.clause[one.place] == tokens.clause[at] for one in figures)
    return own and not JOINING.isdisjoint(tokens.words[at:place])


def _parted(figures: list[Amount], low: int, high: int) -> bool:
    return any(low < one.place < high for one in figures)


_STATISTICS = tuple(frozenset(map(words.stem, group.split())) for group in (
    "maximum deepest highest tallest longest largest peak most record hottest reach",
    "minimum lowest shallowest least coldest",
    "average mean averages averaging median",
))  # fmt: skip


def as_statistic(claim: Features, sentence: Features, one: Amount) -> float:
    """Whether a figure is the maximum, minimum or mean that the claim speaks of, or another of these."""
    asked = {k for k, group in enumerate(_STATISTICS) if group & claim.tokens.seen}
    if not asked:
        return 0.0
    tokens = sentence.tokens
    own = {words.stem(word) for word in re.findall(r"[a-z]+", one.quantity.text.lower())}
    near = {tokens.stems[i] for i in range(max(0, one.place - STATED), one.place) if tokens.number[i] < 0} | own
    if not near.isdisjoint(set().union(*(_STATISTICS[k] for k in asked))):
        return 0.5
    return -0.5 if any(not near.isdisjoint(group) for group in _STATISTICS) else 0.0


STATED = 8
"""Tokens before a figure in which it may be called the highest or the mean."""


def in_full(sentence: Features, one: Amount) -> str:
    """A figure with what it counts, where only the one before it tells: by 88 votes to 71."""
    tokens, text = sentence.tokens, f"{one.quantity.text} {one.quantity.unit or ''}"
    if tokens.words[one.place + 1 : one.place + 3] == ["of", "the"] and tokens.stems[one.place + 3 :][:1] == [QUANTITY]:
        all_of = sentence.quantities[tokens.number[one.place + 3]]
        return f"{text} {all_of.text} {all_of.unit or ''}"
    before = next((k for k in range(one.place - 1, -1, -1) if tokens.stems[k] == QUANTITY), -1)
    if before >= 0 and (tokens.words[before + 1 : one.place] == ["to"] or is_part(tokens, one.place)):
        whole = sentence.quantities[tokens.number[before]]
        text += f" {whole.text} {whole.unit or ''}"
    return text


def counts_else(tokens: Tokens, one: Amount, about: set[str]) -> bool:
    """Whether a figure is that of a noun of its own, of which the claim says nothing: a turnout of 71 percent."""
    noun = one.place - 2
    if noun < 0 or tokens.words[one.place - 1] != "of" or not tokens.content[noun] or tokens.name[noun]:
        return False
    stem = tokens.stems[noun]
    mine = words.measures().get(stem, frozenset())
    asked = {measure for each in about for measure in words.measures().get(each, ())}
    return bool(mine and asked) and not kin(stem, about) and mine.isdisjoint(asked)


def is_of_others(sentence: Features, place: int) -> bool:
    """Whether a figure is told of others: unlike the other episodes, which last 30 minutes."""
    tokens = sentence.tokens
    clauses = [tokens.clause[place]]
    start = tokens.clause.index(clauses[0])
    if tokens.words[start] in _RELATIVE and start:
        clauses.append(tokens.clause[start - 1])
    return any(
        word in _OTHERS and clause in clauses and i < place
        for i, (word, clause) in enumerate(zip(tokens.words, tokens.clause, strict=True))
    )


def is_of_a_rival(claim: Features, sentence: Features, place: int) -> bool:
    """Whether a figure is told of a rival that the claim does not name: while its closest rival, Quarry, won three."""
    tokens, own = sentence.tokens, sentence.tokens.clause[place]
    before = [i for i in range(place) if tokens.clause[i] == own - 1 and tokens.content[i]]
    first = own - 2 if before and all(tokens.name[i] for i in before) else own  # a name beside it, between commas
    told = {tokens.words[i] for i in range(place) if first <= tokens.clause[i] <= own} & _RIVALS
    return bool(told) and told.isdisjoint(claim.tokens.words)


_RIVALS = frozenset(
    ["rival", "rivals", "opponent", "opponents", "predecessor", "successor", "challenger", "competitor", "runner-up"]
)
_RELATIVE, _OTHERS = frozenset({"which", "who", "that"}), frozenset({"unlike", "others"})


__all__ = [
    "as_statistic",
    "by_year",
    "counts_else",
    "in_full",
    "is_away",
    "is_difference",
    "is_of_a_rival",
    "is_of_others",
    "labelled",
]
