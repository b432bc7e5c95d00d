"""Which of the figures of a long sentence a short claim means: signals of each, weighed as pairs taught.

The signals are what stands around a figure, what it counts, how large it is and what part it has in its sentence.
Their weights are learnt from claims that somebody laid beside two versions of a sentence: the figure that differs is
the one that is meant (`python -m benchmarks.choice fit`).
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.figures.asked import Asked, behind, counted_alike, nouns
from claims.compare.figures.labels import as_statistic, counts_else, in_full, is_of_others, labelled
from claims.compare.figures.reckoned import JOINING, Amount, affinity, is_part, kin, topics
from claims.compare.intervals import MONEY, apart
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features

SIGNALS = (
    "near", "counts_alike", "counts_else", "one_dimension", "not_come_about", "of_a_size", "far",
    "own_noun", "measured_alike", "measured_else", "from", "labelled", "statistic", "told_alike", "part_told", "aside",
    "whole", "name_behind", "stretch", "stretch_far", "phrase_other", "other_name", "total",
    "verb", "last", "bounded", "deed_behind", "other_deed",
)  # fmt: skip


class Case(NamedTuple):
    """A claim and a sentence with what both tell, worked out once for all figures."""

    claim: Features
    sentence: Features
    about: set[str]
    names: set[str]
    verbs: set[str]
    """Stems of the claim's words that may be its verbs, with those that tell of the same deed."""
    figures: list[Amount]
    labels: dict[int, float]


def case_of(claim: Features, sentence: Features, figures: list[Amount]) -> Case:
    """What the signals of all figures need to know of a pair."""
    about = topics(claim)
    return Case(
        claim, sentence, about, set(claim.tokens.named), _deeds(about), figures, labelled(claim, sentence, figures)
    )


def _deeds(about: set[str]) -> set[str]:
    groups = [group for group in words.reckoning("deeds") if not group.isdisjoint(about)]
    return set().union(*groups) | (about & _irregular())


@cache
def _irregular() -> frozenset[str]:
    return frozenset(map(words.stem, words.past_forms()))


def signals(case: Case, asked: Asked, one: Amount, given: list[Amount]) -> list[float]:
    """The signals of one figure as the answer to one that a claim asks for, in the order of `SIGNALS`."""
    return [
        *_around(case, asked, one, given),
        *_of_its_part(case, one),
        *_of_its_phrase(case, asked, one, given),
        *_deed_behind(case, one),
    ]


def _around(case: Case, asked: Asked, one: Amount, given: list[Amount]) -> list[float]:
    tokens, about, place = case.sentence.tokens, case.about, one.place
    text = f"{one.quantity.text} {one.quantity.unit or ''}"
    mine, theirs = asked.counted, nouns(in_full(case.sentence, one), None)
    alike = bool(mine and theirs) and counted_alike(mine, theirs)
    before = set(tokens.stems[max(0, place - 3) : place])
    far = apart(asked.interval, one.interval)
    measured = _measured(case, one, text)
    of_one_kind = one.interval.dimension == asked.interval.dimension
    return [
        affinity(tokens, place, about, text),
        float(alike),
        float(bool(mine and theirs) and not alike and not asked.deed),
        float(of_one_kind and not one.interval.dimension.startswith("count")),
        float(any(not each.isdisjoint(before) and each.isdisjoint(about) for each in (_DEMANDED, _PROJECTED))),
        0.0 if far is None else max(0.0, 0.5 - far),
        0.0 if far is None else min(3.0, far),
        float(counts_else(tokens, one, about)),
        float(measured > 0),
        float(measured < 0),
        float(tokens.words[place - 1 : place] == ["from"] and one.first < 0),
        case.labels.get(place, 0.0),
        as_statistic(case.claim, case.sentence, one),
        _told_alike(case, asked, one, given),
    ]


_DEMANDED = words.reckoned_words("demanded")
_PROJECTED = words.reckoned_words("projected")


def _measured(case: Case, one: Amount, text: str) -> int:
    """Whether what is measured around a figure is what the claim measures: 1, -1 for something else, 0 unknown."""
    table, tokens = words.measures(), case.sentence.tokens
    mine = {measure for stem in case.about for measure in table.get(stem, ())}
    if not mine:
        return 0
    near = {
        measure
        for i in range(max(0, one.place - 3), min(len(tokens.stems), one.place + 4))
        if tokens.stems[i] in table and JOINING.isdisjoint(tokens.words[min(i, one.place) : max(i, one.place)])
        for measure in table[tokens.stems[i]]
    }
    near |= {measure for word in re.findall(r"[a-z]+", text.lower()) for measure in table.get(words.stem(word), ())}
    near -= _impossible(one.interval.dimension)
    return 0 if not near else 1 if mine & near else -1


@cache
def _impossible(dimension: str) -> frozenset[str]:
    """The measures that nothing of a dimension can be: 71 people taken into custody are no time that it took."""
    known = words.measured_in()
    if dimension.startswith("count:"):
        physical = (known[one] for one in ("time", "length", "speed", "temperature", "area", "magnitude"))
        return frozenset().union(*physical, known["money"] - _COUNTABLE)
    allowed = known.get("money" if dimension in MONEY else dimension)
    return frozenset() if allowed is None else frozenset().union(*known.values()) - allowed


def of_money(about: set[str]) -> bool:
    """Whether some stems name what is measured in money alone: a salary, a budget."""
    table = words.measures()
    return any(table.get(stem, frozenset()) & words.measured_in()["money"] - _COUNTABLE for stem in about)


_COUNTABLE = frozenset(["sales", "growth", "decline", "exports", "imports", "damage", "loss"])
"""Measures in money that may be given in things as well."""


def _told_alike(case: Case, asked: Asked, one: Amount, given: list[Amount]) -> float:
    """How many words of time and place are told of the claim's figure and of this one alone, two at most."""
    if len(given) < 2 or not asked.behind:
        return 0.0
    mine = asked.behind & behind(case.sentence, one.place)
    others = {stem for each in given if each.place != one.place for stem in behind(case.sentence, each.place)}
    return float(min(2, len(mine - others)))


def _of_its_part(case: Case, one: Amount) -> list[float]:
    """Whether a figure is part of another or the whole of one, and whether it is told of others."""
    tokens, place = case.sentence.tokens, one.place
    end = range(place + 1, min(place + 6, len(tokens.stems)))
    deed = set(tokens.stems[place + 1 : place + 4]) & case.about
    deed |= {tokens.stems[i] for i in end if tokens.name[i] and tokens.clause[i] == tokens.clause[place]} & case.names
    part = is_part(tokens, place)
    of_others = is_of_others(case.sentence, place) and words.stem("other") not in case.about
    return [
        float(part and bool(deed)),
        float((part and not deed) or of_others or not _FURTHER.isdisjoint(tokens.words[max(0, place - 2) : place])),
        float(_is_whole(tokens, place)),
        float(place + 1 < len(tokens.stems) and tokens.name[place + 1] and tokens.stems[place + 1] in case.names),
    ]


def _is_whole(tokens: Tokens, place: int) -> bool:
    """Whether a part of what a figure counts is told right before it: of the 44 seats, nine of the album's 14 songs."""
    low = max(0, place - WHOLE)
    if "of" in tokens.words[max(0, place - 2) : place] and ("the" in tokens.words[place - 1 : place] or place < 3):
        return True
    parts = [i for i in range(max(1, low), place) if tokens.words[i] == "of" and tokens.stems[i - 1] == QUANTITY]
    return any(tokens.clause[i] == tokens.clause[place] for i in parts)


WHOLE = 5
"""Tokens before a figure in which the part of it may be told."""
_FURTHER = frozenset({"adding", "another", "further", "additional", "plus", "extra"})


def _of_its_phrase(case: Case, asked: Asked, one: Amount, given: list[Amount]) -> list[float]:
    """What the words right around a figure say of it; of a stretch between two times, whether others lie within."""
    tokens, place = case.sentence.tokens, one.place
    verb, bounded = float(_of_the_deed(case, asked, place)), float(one.interval.bound)
    if one.stretch:
        within = any(one.first < each < place and tokens.stems[each] == DATE for each in tokens.figured)
        return [1.0, float(within), 0.0, 0.0, 0.0, verb, 0.0, bounded]
    other, strange = _phrase(tokens, place, case.about, case.names)
    last = len(given) > 1 and place == max((each.place for each in given if not each.stretch), default=-1)
    total = not _TOTAL.isdisjoint(tokens.stems[max(0, place - 4) : place + 4])
    return [0.0, 0.0, other, strange, float(total), verb, float(last), bounded]


_TOTAL = frozenset(map(words.stem, ["total", "altogether", "overall", "worldwide", "combined", "all"]))
PHRASE = 5
"""Tokens behind a figure that may tell what it counts."""
_ENDS = frozenset(
    ["and", "or", "but", "while", "to", "that", "who", "which", "when", "after", "before", "in", "on", "for", "by"]
)


def _phrase(tokens: Tokens, place: int, about: set[str], names: set[str]) -> tuple[float, float]:
    """How many words right behind a figure the claim lacks, deeds left out, and how many names."""
    other = strange = 0.0
    for i in range(place + 1, min(place + 1 + PHRASE, len(tokens.stems))):
        if tokens.clause[i] != tokens.clause[place] or tokens.number[i] >= 0 or tokens.words[i] in _ENDS:
            break
        if tokens.name[i]:
            strange += tokens.stems[i] not in names
        elif tokens.content[i] and not is_past(tokens.words[i]) and not kin(tokens.stems[i], about):
            other += 1
    return min(3.0, other), min(2.0, strange)


def _deed_behind(case: Case, one: Amount) -> list[float]:
    """Whether what follows a figure is the claim's deed, or another: of whom 14 were injured and 41 arrested."""
    tokens = case.sentence.tokens
    for i in range(one.place + 1, min(one.place + 1 + DEED, len(tokens.stems))):
        if tokens.clause[i] != tokens.clause[one.place] or tokens.number[i] >= 0 or tokens.words[i] in _ENDS:
            break
        if tokens.content[i] and not tokens.name[i] and is_past(tokens.words[i]):
            light = tokens.stems[i] in _LIGHT  # taken into custody: the noun tells the deed
            said = tokens.stems[i : i + 1 + OBJECT * light]
            told = any(stem in case.verbs or kin(stem, case.about) for stem in said)
            return [float(told), float(not told)]
    return [0.0, 0.0]


DEED = 8
"""Tokens behind a figure in which its deed may stand: 54% of the population of the islands spoke it."""
_LIGHT = frozenset(map(words.stem, ["take", "make", "put", "bring", "give", "lay", "hold", "set", "get"]))
OBJECT = 3
"""Tokens behind such a verb in which its noun may stand."""


def is_past(word: str) -> bool:
    """Whether a word may be a past form or participle."""
    return word.endswith("ed") or word in words.past_forms()


REACH = 10
"""Tokens before a figure in which its verb may stand."""


def _of_the_deed(case: Case, asked: Asked, place: int) -> bool:
    """Whether the verb nearest before a figure tells the claim's deed."""
    tokens = case.sentence.tokens
    for i in range(place - 1, max(-1, place - REACH), -1):
        if tokens.stems[i] in case.verbs or tokens.stems[i] == asked.lead:
            return True
        if tokens.content[i] and not tokens.name[i] and is_past(tokens.words[i]):
            return False
    return False


def fit(found: list[float]) -> float:
    """How well a figure with these signals fits: more is better."""
    return sum([weight * one for weight, one in zip(_weights(), found, strict=True)])


_LINKS = [SIGNALS.index(name) for name in (
    "near", "counts_alike", "measured_alike", "told_alike", "verb", "deed_behind", "name_behind",
)]  # fmt: skip


def linked(case: Case, one: Amount, found: list[float]) -> bool:
    """Whether words tie a figure with these signals to the claim, not its size, unit and place alone."""
    if any(found[number] > 0 for number in _LINKS):
        return True
    tokens = case.sentence.tokens
    around = range(max(0, one.place - PHRASE), min(len(tokens.stems), one.place + 1 + PHRASE))
    told = {tokens.stems[i] for i in around if tokens.content[i] and not tokens.name[i]}
    told |= nouns(one.quantity.text, one.quantity.unit)
    return any(akin(stem, each) for stem in told for each in case.about)


@cache
def _weights() -> tuple[float, ...]:
    table = tomllib.loads(files("claims.compare").joinpath("tables", "choice_en.toml").read_text("utf-8"))
    return tuple(float(table[name]) for name in SIGNALS)


__all__ = ["SIGNALS", "Case", "case_of", "fit", "linked", "signals"]
