"""Which figure of a long sentence a short claim means: asked last, of pairs laid side by side."""

import re
from math import inf, isfinite

from claims.compare import words
from claims.compare.figures.asked import Asked, answers, asked_of, behind, counted_alike, lead, nouns
from claims.compare.figures.labels import LABEL, as_part, as_statistic, counts_else, in_full, labelled
from claims.compare.figures.reckoned import JOINING, Amount, Answer, affinity, topics
from claims.compare.intervals import apart, comparable, meets, parted
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from claims.model import Facet

_part = Cue(r"\bof (?:those|them|whom|these)\b")
_DEMANDED = words.reckoned_words("demanded")
_PROJECTED = words.reckoned_words("projected")
LED = 0.6
"""What it adds that the same word leads to both figures: injured more than 200, injured 240."""
SIZE = 0.6
LEAST = {"bound": 0.45, "about": 0.55, "plain": 1.5}
"""Least fit of the figure to a claim that gives a bound, an about, a plain value."""


def meant(claim: Features, sentence: Features) -> Answer | None:
    """Whether the figure that the claim most likely means is what it says."""
    about = topics(claim)
    names = set(claim.tokens.named)
    best: tuple[float, Asked, Amount] | None = None
    if _part.search(claim.text.lower()):
        return None
    asked_for = asked_of(claim)
    figures = [one for one in answers(sentence, asked_for) if not _out_of(sentence.tokens, one)]
    if words.stem("age") in about:
        figures += [_in_years(one) for one in figures if one.quantity.unit == "years"]
    labels = labelled(claim, sentence, figures)
    for asked in asked_for:
        given = [one for one in figures if comparable(one.interval, asked.interval) or _bare(asked, one, about)]
        for one in given:
            fit = _fit(sentence, asked, one, about, names) + 0.3 * (len(given) == 1)
            if one.first >= 0 and not lead(sentence.tokens, one.place):
                fit = max(fit, _fit(sentence, asked, one._replace(place=one.first), about, names))
            fit += LABEL * labels.get(one.place, 0.0) + as_statistic(claim, sentence, one)
            fit += _told_alike(sentence, asked, one, given) if len(given) > 1 else 0.0
            fit += LED * (not labels and asked.lead != "" and asked.lead == lead(sentence.tokens, one.place))
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
    if not holds and (_of_another_size(asked, one) or parted(asked.interval, one.interval)):
        return None
    if holds and (refuted := _besides(asked, asked_for, figures)) is not None:
        asked, one = refuted
        holds = False
    return Answer(holds, Facet.QUANTITY, f"“{one.quantity.text}” {'bears out' if holds else 'is not'} “{asked.text}”")


def _besides(answered: Asked, all_: list[Asked], figures: list[Amount]) -> tuple[Asked, Amount] | None:
    """Another bound of the claim that the one figure of its kind does not meet: 50 million views in under two weeks."""
    for asked in all_:
        if asked is answered or asked.way != "bound":
            continue
        given = [one for one in figures if comparable(one.interval, asked.interval)]
        if asked.interval.dimension.startswith("count"):
            mine = nouns(asked.text, asked.unit)
            given = [one for one in given if mine & nouns(one.quantity.text, one.quantity.unit)]
        if len(given) == 1 and not given[0].interval.bound and not meets(asked.interval, given[0].interval):
            return asked, given[0]
    return None


_career = re.compile(r"\b(?:career|all-time|so far|to date|in all|overall)\b")


def _of_another_size(asked: Asked, one: Amount) -> bool:
    """Whether two bare numbers differ tenfold, so that they hardly count one thing."""
    far = apart(asked.interval, one.interval)
    alike = nouns(asked.text, asked.unit) & nouns(one.quantity.text, one.quantity.unit)
    return far is not None and far >= 1 and not alike and one.interval.dimension.startswith("count")


def _of_it_all(claim: Features, sentence: Features, asked: Asked, one: Amount) -> bool:
    """Whether the sentence counts all that there is, the claim what was won at a place that only it names."""
    more = asked.way != "bound" and isfinite(asked.interval.high) and one.value > asked.interval.high
    if not more or not _career.search(sentence.text.lower()) or _career.search(claim.text.lower()):
        return False
    names = claim.tokens.named
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


TOLD = 0.6
"""What each word adds that is told of the claim's figure and of this one of the sentence alone."""


def _told_alike(sentence: Features, asked: Asked, one: Amount, given: list[Amount]) -> float:
    mine = asked.behind & behind(sentence, one.place)
    others = {stem for each in given if each.place != one.place for stem in behind(sentence, each.place)}
    return TOLD * min(2, len(mine - others))


def _in_years(one: Amount) -> Amount:
    """An age as the number of its years: below 25, 23.8 years."""
    low, high = float(one.quantity.low or 0), float(one.quantity.high or inf)
    return Amount(one.place, one.quantity, one.interval._replace(low=low, high=high, dimension="count"))


def _fit(sentence: Features, asked: Asked, one: Amount, about: set[str], names: set[str]) -> float:
    """How well a figure fits a claim: by the words around it, what it counts and its size."""
    tokens = sentence.tokens
    text = f"{one.quantity.text} {one.quantity.unit or ''}"
    fit = affinity(tokens, one.place, about, text) + 0.3 * min(1.0, affinity(tokens, one.place, names))
    mine, theirs = nouns(asked.text, asked.unit), nouns(in_full(sentence, one), None)
    if mine and theirs:
        fit += 0.8 if counted_alike(mine, theirs) else -0.4
    elif mine and any(counted_alike(mine, {stem}) for stem in tokens.stems[one.place + 1 : one.place + 3]):
        fit += 0.6
    if one.interval.dimension == asked.interval.dimension and not one.interval.dimension.startswith("count"):
        fit += 0.3
    if not _DEMANDED.isdisjoint(tokens.stems[max(0, one.place - 3) : one.place]) and _DEMANDED.isdisjoint(about):
        fit -= 1.0  # what the prosecution asked for is not the sentence
    if not _PROJECTED.isdisjoint(tokens.stems[max(0, one.place - 3) : one.place]) and _PROJECTED.isdisjoint(about):
        fit -= 0.5  # what it was once thought to cost is not what it cost
    far = apart(asked.interval, one.interval)
    if far is not None:
        fit += SIZE * max(0.0, 1 - 2 * far) - 0.5 * far
    if counts_else(tokens, one, about):
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
    return fit + as_part(sentence, one, about, names)


__all__ = ["meant"]
