"""Which figure of a long sentence a short claim means: asked last, of pairs laid side by side."""

import re
from dataclasses import dataclass
from functools import cache
from math import inf, isfinite

from claims.compare import words
from claims.compare.ages import timed
from claims.compare.intervals import UNITS, Interval, apart, comparable, meets
from claims.compare.moments import moments
from claims.compare.reckoned import JOINING, Amount, Answer, affinity, amounts, is_part, kin, topics
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features
from claims.model import Facet, Quantity

_UNIT_WORDS = {
    "metre": "m", "meter": "m", "kilometre": "km", "kilometer": "km", "mile": "miles", "second": "seconds",
    "ton": "tons",
    "tonne": "t", "kilo": "kg", "kilogram": "kg", "pound": "lb", "foot": "feet", "inch": "inches", "minute": "minutes",
    "hour": "hours", "week": "weeks", "month": "months", "year": "years", "day": "days", "hectare": "hectares",
    "litre": "litres", "acre": "acres", "centimetre": "cm", "millimetre": "mm",
}  # fmt: skip
_one_unit = re.compile(
    r"\b(?:(?P<less>less than|under|within|below|at most|no more than)|(?P<more>more than|over|at least|above)"
    r"|(?P<than>\w+er than)"
    rf"|(?P<near>about|around|nearly|almost))\s+(?:an?|one)\s+(?P<unit>{'|'.join(_UNIT_WORDS)})\b"
)
_PARTS = {
    "half": 0.5,
    "a quarter of": 0.25,
    "a third of": 1 / 3,
    "a tenth of": 0.1,
    "a fifth of": 0.2,
    "three quarters of": 0.75,
}
_part_unit = re.compile(
    rf"\b(?:(?P<less>less than|under|within|below|at most)|(?P<more>more than|over|at least|above))"
    rf"\s+(?P<what>{'|'.join(_PARTS)})"
    rf"\s+an?\s+(?P<unit>{'|'.join(_UNIT_WORDS)})\b"
)
_lesser = re.compile(r"(?:short|small|young|low|light|slow|narrow|cheap|thin)er than")
_not = re.compile(r"\b(?:not|never|no|n't)\b|n't\b")
_digits = re.compile(r"\b(single|double|two|three)-digit\b|\b(?:single|double) digits\b")
_freezing = re.compile(r"\b(below|under|above) (?:freezing|zero)\b")
_majority = re.compile(r"\b(?:(?P<more>(?:a|the|an absolute) majority|most) (?:of|stake)|a minority (?:of|stake))\b")
_part = re.compile(r"\bof (?:those|them|whom|these)\b")
_DEMANDED = words.reckoned_words("demanded")
SIZE = 0.6
LEAST = {"bound": 0.45, "about": 0.55, "plain": 1.5}
"""Least fit of the figure to a claim that gives a bound, an about, a plain value."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure of a claim: its amount and how it is put."""

    interval: Interval
    text: str
    unit: str | None
    way: str


def meant(claim: Features, sentence: Features) -> Answer | None:
    """Whether the figure that the claim most likely means is what it says."""
    about = topics(claim)
    names = {stem for stem, name in zip(claim.tokens.stems, claim.tokens.name, strict=True) if name}
    best: tuple[float, Asked, Amount] | None = None
    if _part.search(claim.text.lower()):
        return None
    figures = [one for one in _given(sentence) if not _out_of(sentence.tokens, one)]
    if words.stem("age") in about:
        figures += [_in_years(one) for one in figures if one.quantity.unit == "years"]
    labels = _labelled(claim, sentence, figures)
    for asked in asked_of(claim):
        given = [one for one in figures if comparable(one.interval, asked.interval) or _bare(asked, one, about)]
        for one in given:
            fit = _fit(sentence, asked, one, about, names) + 0.3 * (len(given) == 1)
            fit += LABEL * labels.get(one.place, 0.0) + _as_statistic(claim, sentence, one)
            if fit >= LEAST[asked.way] and (best is None or fit > best[0]):
                best = fit, asked, one
    if best is None or (names and names.isdisjoint(sentence.tokens.seen) and not about & sentence.tokens.rare):
        return None
    _, asked, one = best
    if _of_it_all(claim, sentence, asked, one):
        return None
    given_interval = one.interval._replace(dimension=asked.interval.dimension)
    holds = meets(asked.interval, given_interval)
    if one.interval.bound and isfinite(one.interval.high) and asked.interval.bound and isfinite(asked.interval.high):
        holds = one.interval.high <= asked.interval.high  # 60 to 140 cm is not below a metre
    if not holds and _of_another_size(asked, one):
        return None
    return Answer(holds, Facet.QUANTITY, f"“{one.quantity.text}” {'bears out' if holds else 'is not'} “{asked.text}”")


_career = re.compile(r"\b(?:career|all-time|so far|to date|in all|overall)\b")


def _of_another_size(asked: Asked, one: Amount) -> bool:
    """Whether two bare numbers differ tenfold, so that they hardly count one thing."""
    far = apart(asked.interval, one.interval)
    alike = _nouns(asked.text, asked.unit) & _nouns(one.quantity.text, one.quantity.unit)
    return far is not None and far >= 1 and not alike and one.interval.dimension.startswith("count")


def _of_it_all(claim: Features, sentence: Features, asked: Asked, one: Amount) -> bool:
    """Whether the sentence counts all that there is, the claim what was won at a place that only it names."""
    more = asked.way != "bound" and isfinite(asked.interval.high) and one.value > asked.interval.high
    if not more or not _career.search(sentence.text.lower()) or _career.search(claim.text.lower()):
        return False
    names = [stem for stem, name in zip(claim.tokens.stems, claim.tokens.name, strict=True) if name]
    return bool(names) and names[-1] not in sentence.tokens.seen


def _bare(asked: Asked, one: Amount, about: set[str]) -> bool:
    """Whether a claim gives a bare number for what has a unit in the sentence: a magnitude under 7."""
    if asked.unit is not None or asked.interval.dimension != "count":
        return False
    if one.interval.dimension.startswith("count") or words.stem(one.quantity.unit or "") in about:
        return True
    return one.interval.dimension == "temperature" and words.stem("temperature") in about


def _out_of(tokens: Tokens, one: Amount) -> bool:
    """Whether a figure is only the scale of the one before it: 7.5 out of 10."""
    return one.place > 2 and tokens.words[one.place - 2 : one.place] == ["out", "of"] and one.value in _SCALES


_SCALES = frozenset({4.0, 5.0, 6.0, 10.0, 20.0, 100.0})
LABEL = 0.9
"""What it adds that a figure stands beside the very year or other figure that the claim names besides."""


def _labelled(claim: Features, sentence: Features, figures: list[Amount]) -> dict[int, float]:
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
    told = [(one.place, f"{one.first.year}") for one in moments(sentence) if one.first.year == one.last.year]
    if not claim.dates and len(answers) > 1 and _PAST.isdisjoint(claim.tokens.words):
        for one in answers:
            if not _NOW.isdisjoint(tokens.words[max(0, one.place - 4) : one.place]):
                found[one.place] = found.get(one.place, 0.0) + 1.0
    if years and any(year in years for _, year in told) and len(plain) > 1:
        for one in plain:
            if year := _year_of(one.place, told, plain, tokens):
                found[one.place] = found.get(one.place, 0.0) + (1.0 if year in years else -1.0)
    return found


_NOW = frozenset(["now", "today", "currently", "nowadays", "presently"])
_PAST = frozenset(["was", "were", "had", "did"])
DATED = 7
"""Tokens between a figure and the year it is given for."""


def by_year(sentence: Features) -> list[tuple[str, Amount]]:
    """The figures of a sentence that are given for a year, each with it."""
    figures = [one for one in amounts(sentence) if one.interval.dimension != "time"]
    told = [(one.place, f"{one.first.year}") for one in moments(sentence) if one.first.year == one.last.year]
    found = [(_year_of(one.place, told, figures, sentence.tokens), one) for one in figures]
    return [(year, one) for year, one in found if year]


def _year_of(place: int, told: list[tuple[int, str]], figures: list[Amount], tokens: Tokens) -> str:
    """The year that a figure is given for: the one right behind it, else the last before it, else the next."""
    behind = [(at, year) for at, year in told if place < at <= place + DATED and not _parted(figures, place, at)]
    if behind and behind[0][0] <= place + 3 and "and" not in tokens.words[place : behind[0][0]]:
        return behind[0][1]
    before = [year for at, year in told if place - DATED <= at < place and not _parted(figures, at, place)]
    return before[-1] if before else behind[0][1] if behind else ""


def _parted(figures: list[Amount], low: int, high: int) -> bool:
    return any(low < one.place < high for one in figures)


_STATISTICS = tuple(frozenset(map(words.stem, group.split())) for group in (
    "maximum deepest highest tallest longest largest peak most record hottest",
    "minimum lowest shallowest least coldest",
    "average mean averages averaging median",
))  # fmt: skip


def _as_statistic(claim: Features, sentence: Features, one: Amount) -> float:
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


def asked_of(claim: Features) -> list[Asked]:
    """The figures of a claim, those that are an article and a unit among them: less than an hour."""
    found = []
    text = claim.text.lower()
    for one in amounts(claim):
        way = "bound" if one.interval.bound else "about" if one.interval.about else "plain"
        amount = one.interval
        if amount.dimension == "length" and claim.tokens.words[max(0, one.place - 1) : one.place] == ["the"]:
            continue  # the 800 metres is a race
        before = " ".join(claim.tokens.words[max(0, one.place - 3) : one.place])
        if way == "bound" and _not.search(before) and isfinite(amount.low) != isfinite(amount.high):
            low, high = (-inf, amount.low) if isfinite(amount.low) else (amount.high, inf)
            amount = amount._replace(low=low, high=high)
        found.append(Asked(amount, one.quantity.text, one.quantity.unit, way))
    if (unit := _one_unit.search(text)) and not any(unit["unit"] in one.text.lower() for one in found):
        dimension, factor = UNITS[_UNIT_WORDS[unit["unit"]]]
        less = bool(unit["less"] or (unit["than"] and _lesser.search(unit[0])))
        if _not.search(text[max(0, unit.start() - 20) : unit.start()]):
            less = not less
        if unit["near"]:
            amount = Interval(0.85 * factor, 1.15 * factor, dimension, 0.0, bound=True, about=True)
        else:
            amount = Interval(
                -inf if less else factor, factor if less else inf, dimension, 0.0, bound=True, about=False
            )
        found.append(Asked(amount, unit[0], _UNIT_WORDS[unit["unit"]], "bound"))
    if (part := _part_unit.search(text)) and not any(part["unit"] in one.text.lower() for one in found):
        dimension, factor = UNITS[_UNIT_WORDS[part["unit"]]]
        value = factor * _PARTS[part["what"]]
        less = bool(part["less"])
        amount = Interval(-inf if less else value, value if less else inf, dimension, 0.0, bound=True, about=False)
        found.append(Asked(amount, part[0], _UNIT_WORDS[part["unit"]], "bound"))
    if (frost := _freezing.search(text)) is not None:
        low, high = (-inf, 0.0) if frost[1] != "above" else (0.0, inf)
        found.append(Asked(Interval(low, high, "temperature", 0.0, bound=True, about=False), frost[0], "°C", "bound"))
    if (greater := _majority.search(text)) is not None and not found:
        low, high = (50.0, inf) if greater["more"] else (-inf, 50.0)
        found.append(Asked(Interval(low, high, "share", 0.0, bound=True, about=False), greater[0], "%", "bound"))
    if digits := _digits.search(text):
        low, high = {
            "single": (0.0, 9.999),
            "double": (10.0, 99.999),
            "two": (10.0, 99.999),
            "three": (100.0, 999.999),
        }[digits[1] or digits[0].split()[0]]
        found.append(Asked(Interval(low, high, "share", 0.0, bound=True, about=False), digits[0], "%", "bound"))
    return found


def _given(sentence: Features) -> list[Amount]:
    """The figures of the sentence, and the stretches from one of its times to another."""
    found = [_scored(one) for one in amounts(sentence)]
    found += _elliptic(sentence, found)
    times = timed(sentence)
    for k, first in enumerate(times):
        for second in times[k + 1 :]:
            if second[1] <= first[2]:
                continue
            least, most = float((second[1] - first[2]).days), float((second[2] - first[1]).days)
            middle, half = (least + most) / 2, (most - least) / 2
            span = Interval(middle, middle, "time", half, bound=False, about=True)
            text = f"{first[3]} … {second[3]}"
            found.append(Amount(second[0], Quantity(text=text, low=middle, high=middle, unit="days"), span))
    return found


def _elliptic(sentence: Features, figures: list[Amount]) -> list[Amount]:
    """Bare numbers as so many of the unit named before: had asked for 25 years; the judge gave him 12."""
    found, tokens = [], sentence.tokens
    for k, one in enumerate(figures):
        before = [each for each in figures[:k] if each.interval.dimension == "time"]
        after = one.place + 1
        ends = after == len(tokens.stems) or tokens.clause[after] != tokens.clause[one.place]
        if one.quantity.unit is None and before and ends and not one.interval.bound:
            dimension, factor = UNITS[before[-1].quantity.unit or ""]
            low, high = one.interval.low * factor, one.interval.high * factor
            found.append(
                Amount(one.place, one.quantity, one.interval._replace(low=low, high=high, dimension=dimension))
            )
    return found


_scale = re.compile(r"^(\d+(?:\.\d+)?) out of (?:4|5|6|10|20|100)\b")


def _scored(one: Amount) -> Amount:
    """A score as the number that it is: 83 out of 100."""
    found = _scale.match(one.quantity.text.lower())
    if found is None or one.interval.dimension != "share":
        return one
    score = float(found[1])
    return Amount(one.place, one.quantity, one.interval._replace(low=score, high=score, dimension="count"))


def _in_years(one: Amount) -> Amount:
    """An age as the number of its years: below 25, 23.8 years."""
    low, high = float(one.quantity.low or 0), float(one.quantity.high or inf)
    return Amount(one.place, one.quantity, one.interval._replace(low=low, high=high, dimension="count"))


def _fit(sentence: Features, asked: Asked, one: Amount, about: set[str], names: set[str]) -> float:
    """How well a figure fits a claim: by the words around it, what it counts and its size."""
    tokens = sentence.tokens
    text = f"{one.quantity.text} {one.quantity.unit or ''}"
    fit = affinity(tokens, one.place, about, text) + 0.3 * min(1.0, affinity(tokens, one.place, names))
    mine, theirs = _nouns(asked.text, asked.unit), _nouns(_in_full(sentence, one), None)
    if mine and theirs:
        fit += 0.8 if _counted_alike(mine, theirs) else -0.4
    elif mine and any(_counted_alike(mine, {stem}) for stem in tokens.stems[one.place + 1 : one.place + 3]):
        fit += 0.6
    if one.interval.dimension == asked.interval.dimension and not one.interval.dimension.startswith("count"):
        fit += 0.3
    if not _DEMANDED.isdisjoint(tokens.stems[max(0, one.place - 3) : one.place]) and _DEMANDED.isdisjoint(about):
        fit -= 1.0  # what the prosecution asked for is not the sentence
    far = apart(asked.interval, one.interval)
    if far is not None:
        fit += SIZE * max(0.0, 1 - 2 * far) - 0.5 * far
    if _counts_else(tokens, one, about):
        fit -= 0.4
    measured = [measure for stem in about for measure in words.measures().get(stem, ())]
    near = [
        m
        for i in range(max(0, one.place - 3), min(len(tokens.stems), one.place + 4))
        if JOINING.isdisjoint(tokens.words[min(i, one.place) : max(i, one.place)])
        for m in words.measures().get(tokens.stems[i], ())
    ]
    near += [m for word in re.findall(r"[a-z]+", text.lower()) for m in words.measures().get(words.stem(word), ())]
    if measured and near:
        fit += 0.5 if set(measured) & set(near) else -0.2
    if tokens.words[one.place - 1 : one.place] == ["from"] or "old" in text:
        fit -= 0.5
    return fit + _as_part(sentence, one, about, names)


def _as_part(sentence: Features, one: Amount, about: set[str], names: set[str]) -> float:
    """How much less a figure fits that is a part of another, what was added to it, or told of others."""
    tokens, fit = sentence.tokens, 0.0
    behind = range(one.place + 1, min(one.place + 6, len(tokens.stems)))
    deed = set(tokens.stems[one.place + 1 : one.place + 4]) & about
    deed |= {tokens.stems[i] for i in behind if tokens.name[i] and tokens.clause[i] == tokens.clause[one.place]} & names
    part = is_part(tokens, one.place) and not deed and not affinity(tokens, one.place, names)
    if is_part(tokens, one.place) and deed:
        fit += 1.0  # fifteen ordered, of which eleven were completed
    if tokens.stems[max(0, one.place - 3)] == QUANTITY and tokens.words[one.place - 2 : one.place] == ["of", "the"]:
        fit -= 0.4  # eight of the thirteen episodes
    if _of_others(sentence, one.place) and words.stem("other") not in about:
        fit -= 0.8
    if one.place + 1 < len(tokens.stems) and tokens.name[one.place + 1] and tokens.stems[one.place + 1] in names:
        fit += 0.6  # 22 percent Lutheran
    if part or not _FURTHER.isdisjoint(tokens.words[max(0, one.place - 2) : one.place]):
        fit -= 0.4
    return fit


def _in_full(sentence: Features, one: Amount) -> str:
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


def _counts_else(tokens: Tokens, one: Amount, about: set[str]) -> bool:
    """Whether a figure is that of a noun of its own, of which the claim says nothing: a turnout of 71 percent."""
    noun = one.place - 2
    if noun < 0 or tokens.words[one.place - 1] != "of" or not tokens.content[noun] or tokens.name[noun]:
        return False
    stem = tokens.stems[noun]
    mine = words.measures().get(stem, frozenset())
    asked = {measure for each in about for measure in words.measures().get(each, ())}
    return bool(mine and asked) and not kin(stem, about) and mine.isdisjoint(asked)


def _of_others(sentence: Features, place: int) -> bool:
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


_RELATIVE, _OTHERS = frozenset({"which", "who", "that"}), frozenset({"unlike", "others"})
_FURTHER = frozenset({"adding", "another", "further", "additional", "plus", "extra"})


def _nouns(text: str, unit: str | None) -> set[str]:
    found = {words.stem(word) for word in re.findall(r"[a-z]{3,}", f"{text} {unit or ''}".lower())}
    return {stem for stem in found if stem not in words.stop_stems() and stem not in _NO_NOUN}


_NO_NOUN = words.reckoned_words("no_noun")


def _counted_alike(mine: set[str], theirs: set[str]) -> bool:
    if any(kin(stem, mine) for stem in theirs):
        return True
    classes = [set().union(*(_counted().get(stem, frozenset()) for stem in side)) for side in (mine, theirs)]
    return bool(classes[0] & classes[1])


@cache
def _counted() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(words.reckoning("counted")):
        for stem in group:
            found.setdefault(stem, set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


__all__ = ["Asked", "asked_of", "by_year", "meant"]
