"""Which figure of a long sentence a short claim means: asked last, of pairs laid side by side."""

from math import exp, inf, isfinite
from typing import NamedTuple

from claims.compare import words
from claims.compare.facets.measured import befell, told_before
from claims.compare.figures import choice
from claims.compare.figures.asked import Asked, answers, asked_of, nouns, preposition
from claims.compare.figures.divided import undivided
from claims.compare.figures.labels import is_difference, is_of_a_rival
from claims.compare.figures.reckoned import Amount, Answer, plain, topics
from claims.compare.figures.takings import without_costs
from claims.compare.intervals import MONEY, apart, comparable, falls_short, meets, parted, undecided
from claims.compare.needed import Cue
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_part = Cue(r"\bof (?:those|them|whom|these)\b")
LEAST = {"bound": 0.0, "about": 0.3, "plain": 1.3}
"""Least fit of the figure to a claim that gives a bound, an about, a plain value."""


UNNAMED = 0.2
"""How much better it must fit where the sentence has no word for what the claim is about: the poet, she."""
ALONE, OWN = 0.7, 0.0
"""The least fit of a figure that counts by the claim's own noun, if from this likelihood on no other rivals it."""
SURE_FIT, SURE_SHARE = 2.0, 0.85
"""From these on a figure that names the claim's own thing goes before anything reckoned from several."""


class Chosen(NamedTuple):
    """The figure of a sentence that most likely answers one of the claim."""

    asked: Asked
    one: Amount
    fit: float
    share: float
    """How much of all figures' likelihood is this one's, 0–1."""
    linked: bool
    """Whether a word around it, or what it counts or measures, ties it to the claim, not its size and unit alone."""


class Reading(NamedTuple):
    """What the figure that a claim most likely means makes of it."""

    answer: Answer
    sure: bool
    """Whether it stands so plainly for the thing that the claim counts that nothing need be reckoned."""


def meant(claim: Features, sentence: Features, *, named: bool = True) -> Reading | None:
    """Whether the figure that the claim most likely means is what it says; none where no figure fits well enough.

    `named`: whether the sentence plainly speaks of what the claim is about; else the figure itself must tell that.
    """
    about = topics(claim)
    names = claim.tokens.named
    if _part.search(claim.text.lower()):
        return None
    asked_for = asked_of(claim)
    if not asked_for or not (sentence.quantities or len(sentence.dates) > 1):
        return None
    figures = figures_of(claim, sentence, asked_for)
    best = chosen(claim, sentence, asked_for, figures)
    if best is None or not _fits(best, sentence, named=named):
        return None
    if names and sentence.tokens.seen.isdisjoint(names) and not about & sentence.tokens.rare:
        return None
    asked, one = best.asked, best.one
    if _of_it_all(claim, sentence, asked, one):
        return None
    short = falls_short(asked.interval, one.interval, one.quantity.text)
    if undecided(asked.interval, one.interval) and not short:
        return None
    holds = agrees(asked, one) and not short
    if not holds and (
        _of_another_size(asked, one) or parted(asked.interval, one.interval) or _of_other_people(sentence, asked, one)
    ):
        return None
    if holds and (refuted := _besides(best, asked_for, figures)) is not None:
        asked, one = refuted
        holds = False
    holds = holds or (asked.way == "plain" and one.value > asked.interval.high and _by_then(claim))
    reason = f"“{one.quantity.text}” {'bears out' if holds else 'is not'} “{asked.text}”"
    sure = (
        best.fit >= SURE_FIT
        and best.share >= SURE_SHARE
        and asked.way == "bound"
        and _of_one_name(sentence, asked, one)
    )
    return Reading(Answer(holds, Facet.QUANTITY, reason), sure)


_had = re.compile(r"\bha[ds] [a-z]+\b.*\bby\b|\bby\b.*\bha[ds] [a-z]+\b")


def _by_then(claim: Features) -> bool:
    """Whether a claim tells what had been reached by a time, so that more is no less: had sold two million by May."""
    said = claim.text.lower()
    return _had.search(said) is not None and any(one.first is None and "by" in one.text.lower() for one in claim.dates)


def _fits(best: Chosen, sentence: Features, *, named: bool) -> bool:
    """Whether a figure fits well enough to answer."""
    least = LEAST[best.asked.way] + (0 if named else UNNAMED)
    if best.share >= ALONE and _of_one_name(sentence, best.asked, best.one):
        least = min(least, OWN)
    return best.fit >= least and (named or best.linked)


def figures_of(claim: Features, sentence: Features, asked_for: list[Asked]) -> list[Amount]:
    """All figures of a sentence by which it could answer a claim."""
    figures = [one for one in answers(sentence, asked_for) if not _out_of(sentence.tokens, one)]
    if words.stem("age") in topics(claim):
        figures += [_in_years(one) for one in figures if one.quantity.unit == "years"]
    return undivided(claim, sentence, without_costs(claim, sentence, figures))


def agrees(asked: Asked, one: Amount) -> bool:
    """Whether a figure of the sentence is what the claim says, whatever each counts."""
    mine, theirs = asked.interval, one.interval
    if one.quantity.high is not None and theirs.bound and mine.bound and isfinite(theirs.high) and isfinite(mine.high):
        return theirs.high <= mine.high  # 60 to 140 cm is not below a metre
    return meets(mine, theirs._replace(dimension=mine.dimension))


def _of_one_name(sentence: Features, asked: Asked, one: Amount) -> bool:
    """Whether both figures count a thing by one and the same noun: titles, not adults for people."""
    if one.stretch:
        return False
    mine, tokens = asked.counted, sentence.tokens
    end = next((i for i in range(one.place + 1, len(tokens.stems)) if not tokens.content[i]), len(tokens.stems))
    behind = [stem for stem in tokens.stems[one.place + 1 : end] if stem != QUANTITY]
    return not mine.isdisjoint(nouns(one.quantity.text, one.quantity.unit).union(behind))


def chosen(
    claim: Features, sentence: Features, asked_for: list[Asked], figures: list[Amount], *, loosely: bool = False
) -> Chosen | None:
    """The figure that fits best, with the claim's figure that it answers.

    `loosely`: where none could answer a count, any count of the sentence may: deputies, votes.
    """
    case = choice.case_of(claim, sentence, figures)
    fits = [
        (choice.fit(told := choice.signals(case, asked, one, given)), asked, one, told)
        for asked, known in candidates(case, asked_for)
        for given in [known or (_counts(figures, asked) if loosely else [])]
        for one in given
    ]
    if not fits:
        return None
    fit, asked, one, told = max(fits, key=lambda each: each[0])
    return Chosen(asked, one, fit, 1 / sum(exp(other - fit) for other, *_ in fits), choice.linked(case, one, told))


def _counts(figures: list[Amount], asked: Asked) -> list[Amount]:
    """All counts, for a claim that counts something."""
    counts = asked.interval.dimension.startswith("count")
    return [one for one in figures if one.interval.dimension.startswith("count")] if counts else []


def candidates(case: choice.Case, asked_for: list[Asked]) -> list[tuple[Asked, list[Amount]]]:
    """The figures of a claim, each with those of the sentence that could answer it.

    Those given for another year than the claim's could not, where one is given for that.
    """
    found = []
    mine, tokens = case.claim.tokens, case.sentence.tokens
    for asked in asked_for:
        given = [
            one for one in case.figures if comparable(one.interval, asked.interval) or _bare(asked, one, case.about)
        ]
        if _FORMERLY.isdisjoint(mine.words) and f"from {asked.text.lower()}" not in case.claim.text.lower():
            given = [one for one in given if one.first >= 0 or not told_before(tokens, one.place)] or given
        if asked.known:
            given = [one for one in given if plain(one) != _mark(asked)]
        given = [one for one in given if not _of_a_rival(case, one)] or given
        if asked.by == "for" and asked.interval.dimension in MONEY:
            given = [one for one in given if preposition(tokens, one.place) == "for"] or given
        if (when := _when.search(case.claim.text)) and "when" in tokens.words:
            given = [
                one for one in given if one.stretch or _is_of_then(tokens, one.place, opening=not when.start())
            ] or given
        given = [one for one in given if asked.known or not is_difference(tokens, one.place)] or given
        given = [one for one in given if not is_of_a_rival(case.claim, case.sentence, one.place)] or given
        given = [one for one in given if _of_a_day(asked.unit) == _of_a_day(one.quantity.unit)] or given
        labels = [case.labels.get(one.place, 0.0) for one in given]
        if max(labels, default=0.0) > 0:
            given = [one for one, label in zip(given, labels, strict=True) if label >= 0]
        found.append((asked, given))
    return found


_when = re.compile(r"\b[Ww]hen\b")


def _is_of_then(tokens: Tokens, place: int, *, opening: bool) -> bool:
    """Whether a figure is told of the time of something else: had only 12 left when it ceased operations."""
    if tokens.clause[tokens.words.index("when")] == 0 and opening:
        return True
    behind = range(place + 1, min(place + 1 + THEN, len(tokens.words)))
    return any(tokens.words[i] == "when" and max(tokens.number[place + 1 : i], default=-1) < 0 for i in behind)


THEN = 6
"""Tokens from a figure to the `when` behind it."""


def _mark(asked: Asked) -> float:
    """The number that a claim gives as a mark, as it is written."""
    written = re.search(r"\d[\d,]*(?:\.\d+)?", asked.text)
    return float(written[0].replace(",", "")) if written else -1.0


def _of_a_day(unit: str | None) -> bool:
    """Whether a unit measures what is over within a day: the running time of a film, not how long it was shown."""
    return unit in {"seconds", "minutes", "hours"}


def _of_a_rival(case: choice.Case, one: Amount) -> bool:
    """Whether the words around a figure name another of a class than the claim does: first doses, not second ones."""
    tokens, mine = case.sentence.tokens, case.claim.tokens.seen
    low = max((each for each in tokens.figured if each < one.place), default=-1) + 1
    high = min((each for each in tokens.figured if each > one.place), default=len(tokens.stems))
    near = [tokens.stems[i] for i in range(low, high) if tokens.clause[i] == tokens.clause[one.place]]
    if 0 < high - one.place <= BESIDE and tokens.stems[high : high + 1] == [QUANTITY]:  # 1.3 million within a year
        said = case.sentence.quantities[tokens.number[high]].text.lower()
        near += map(words.stem, re.findall(r"[a-z]+", said))
    owners = {tokens.stems[i] for i in range(low, high) if tokens.words[i].endswith(("'s", "s'"))}
    rivals = [stem for stem in near if words.has_rivals(stem) and stem not in mine and stem not in owners]
    return any(words.exclude(stem, each) and each not in near for stem in rivals for each in mine)


BESIDE = 2
"""Tokens from a figure to the time in which it was reached."""
_FORMERLY = frozenset(
    ["before", "earlier", "previous", "previously", "originally", "initially", "former", "formerly", "once"]
)
"""Words with which a claim may speak of how things stood before."""


def _besides(answered: Chosen, all_: list[Asked], figures: list[Amount]) -> tuple[Asked, Amount] | None:
    """Another bound of the claim that the one figure left of its kind does not meet: 50 million in under two weeks."""
    left = [one for one in figures if one.place != answered.one.place]
    for asked in all_:
        if asked is answered.asked or asked.way != "bound":
            continue
        given = [one for one in left if comparable(one.interval, asked.interval)]
        if asked.interval.dimension.startswith("count"):
            mine = asked.counted
            given = [one for one in given if mine & nouns(one.quantity.text, one.quantity.unit)]
        if len(given) == 1 and not given[0].interval.bound and not meets(asked.interval, given[0].interval):
            return asked, given[0]
    return None


_career = re.compile(r"\b(?:career|all-time|so far|to date|in all|overall)\b")


def _of_another_size(asked: Asked, one: Amount) -> bool:
    """Whether two bare numbers differ tenfold, so that they hardly count one thing."""
    far = apart(asked.interval, one.interval)
    alike = asked.counted & nouns(one.quantity.text, one.quantity.unit)
    return far is not None and far >= 1 and not alike and one.interval.dimension.startswith("count")


def _of_other_people(sentence: Features, asked: Asked, one: Amount) -> bool:
    """Whether two counts are of people whom other things befell: 14 bodies, 32 people hurt."""
    told = re.findall(r"[a-z]+", asked.text.lower())
    mine = befell(map(words.stem, told)) or befell([asked.lead, *asked.behind])
    near = sentence.tokens.stems[max(0, one.place - 2) : one.place + 3]
    theirs = befell(map(words.stem, re.findall(r"[a-z]+", one.quantity.text.lower()))) or befell(near)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _of_it_all(claim: Features, sentence: Features, asked: Asked, one: Amount) -> bool:
    """Whether the sentence counts all that there is, the claim what was won at a place that only it names."""
    more = asked.way != "bound" and isfinite(asked.interval.high) and one.value > asked.interval.high
    if not more or not _career.search(sentence.text.lower()) or _career.search(claim.text.lower()):
        return False
    names = claim.tokens.named
    return bool(names) and names[-1] not in sentence.tokens.seen


def _bare(asked: Asked, one: Amount, about: set[str]) -> bool:
    """Whether a claim gives a bare number for what has a unit in the sentence: a magnitude under 7."""
    if asked.unit == "degrees" and one.interval.dimension == "temperature":
        return True
    if asked.unit is not None or asked.interval.dimension != "count":
        return False
    if one.interval.dimension.startswith("count") or words.stem(one.quantity.unit or "") in about:
        return True
    if one.interval.dimension in MONEY or one.interval.dimension == "money":
        # was paid 20 million, a salary of $18 million; lost more than 100 million
        return choice.of_money(about) or (asked.interval.low >= MILLION and not _SPENT.isdisjoint(about))
    return one.interval.dimension == "temperature" and words.stem("temperature") in about


MILLION = 10**6
_SPENT = frozenset(
    map(words.stem, ["lose", "earn", "gross", "make", "cost", "raise", "spend", "pay", "invest", "donate"])
)
"""Verbs that so many million without a unit are money of: lost 100 million."""


def _out_of(tokens: Tokens, one: Amount) -> bool:
    """Whether a figure is only the scale of the one before it: 7.5 out of 10."""
    return one.place > 2 and tokens.words[one.place - 2 : one.place] == ["out", "of"] and one.value in _SCALES


_SCALES = frozenset({4.0, 5.0, 6.0, 10.0, 20.0, 100.0})


def _in_years(one: Amount) -> Amount:
    """An age as the number of its years: below 25, 23.8 years."""
    low, high = float(one.quantity.low or 0), float(one.quantity.high or inf)
    return Amount(one.place, one.quantity, one.interval._replace(low=low, high=high, dimension="count"))


__all__ = ["Chosen", "Reading", "agrees", "candidates", "chosen", "figures_of", "meant"]
