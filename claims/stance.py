"""What passages do for a statement: each gets a suggested stance with its reason, and all of them a verdict.

    >>> judge("The mine closed in 2019", ["The mine has been open since 2015.", "It was shut in May 2019."])

Passages are ranked by how much they bear on the statement (`evidence.retrieval`), the sentences of the best are
compared with it (`claims.compare`), and words by which checkers call something true or false are looked for
(`tables/checked.toml`). Similarity alone never makes a stance against a statement.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.compare import Comparison, compare_texts
from claims.model import Facet, RelationKind, Stance, Verdict
from claims.poles import negated, sides
from evidence.retrieval import Scored, rank
from evidence.terms import Terms, terms
from evidence.text.fold import fold_key
from evidence.text.language import language_of
from evidence.text.segment import sentences

LOOKED_AT = 8
"""Passages, the best ranked, that are compared with the statement."""
SENTENCES = 6
"""Sentences of a long passage that are compared."""
LONG = 120
"""Code points from which on a passage is cut into sentences."""
BEARS = 0.25
"""Share of the statement's words that a passage must have to be called context."""
COVERED = 0.6
"""Share of the statement's words from which on a sentence that contradicts nothing speaks for it."""
FIGURES = 0.2
"""The same for a sentence that gives every figure of the statement."""
ASIDE = 0.3
"""Share of the statement's words that a sentence must have for opposite words in both to speak of the same."""
ALONE = 0.5
"""The same from which on a sentence that is merely alike speaks for the statement."""
ENOUGH = 0.4
"""Weight of a side from which on a verdict is suggested."""
LEVEL = 0.6
"""Weight of the weaker side, as a share of the stronger, from which on the two are called conflicting."""


Found = tuple[Stance, float, str]
"""A stance, how sure (0–1), and why."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The stance of one passage, how sure (0–1), and why."""

    index: int
    stance: Stance
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What passages make of a statement. `score` is 0–100: 100 all for it, 0 all against, 50 undecided."""

    verdict: Verdict
    score: int
    reasons: tuple[str, ...]
    evidence: tuple[int, ...]
    """The passages that speak for or against the statement, those that weigh most first."""


def judge(statement: str, passages: Sequence[str]) -> Judgement:
    """The verdict that the passages suggest; `not_enough_evidence` when none of them bears on the statement."""
    found = suggestions(statement, passages)
    sides = {stance: _together(one for one in found if one.stance is stance) for stance in Stance}
    agree, against = sides[Stance.SUPPORTS], sides[Stance.REFUTES]
    speaking = [one for one in found if one.stance is not Stance.CONTEXT]
    reasons = [f"passage {one.index + 1} {one.stance.value}: {one.reason}" for one in speaking]
    return Judgement(
        _verdict(agree, against),
        round(50 + 50 * (agree - against)),
        tuple(reasons or ["no passage bears the statement out or speaks against it"]),
        tuple(one.index for one in speaking),
    )


def _verdict(agree: float, against: float) -> Verdict:
    if min(agree, against) >= max(ENOUGH, LEVEL * max(agree, against)):
        return Verdict.CONFLICTING
    if max(agree, against) < ENOUGH:
        return Verdict.NOT_ENOUGH_EVIDENCE
    return Verdict.SUPPORTED if agree > against else Verdict.REFUTED


def _together(side: "Iterator[Suggestion]") -> float:
    """Several weights of one side: as likely as that at least one of them is right."""
    wrong = 1.0
    for one in side:
        wrong *= 1 - one.weight
    return 1 - wrong


def suggestions(statement: str, passages: Sequence[str]) -> list[Suggestion]:
    """The stance of each passage that bears on the statement, those that weigh most first."""
    said = terms(statement)
    found = [
        one
        for scored in rank(statement, passages)[:LOOKED_AT]
        if (one := _suggested(statement, said, passages, scored))
    ]
    return sorted(found, key=lambda one: (one.stance is Stance.CONTEXT, -one.weight, one.index))


def _suggested(statement: str, said: Terms, passages: Sequence[str], scored: Scored) -> Suggestion | None:
    passage = passages[scored.index]
    cover = covered(said, terms(passage))
    if cover < BEARS / 2:
        return None
    stances = [one for part in _parts(passage) if (one := _stance(statement, said, part))]
    if called := _called(statement, passage, cover):
        # Who calls a statement false repeats it first.
        stances = [called, *(one for one in stances if one[0] is called[0])]
    if stances:
        stance, weight, reason = max(stances, key=lambda one: (one[1], one[0] is Stance.REFUTES))
        return Suggestion(scored.index, stance, round(min(0.95, weight), 3), reason)
    if cover < BEARS:
        return None
    return Suggestion(
        scored.index, Stance.CONTEXT, round(cover, 3), "; ".join(scored.reasons) or "about the same thing"
    )


def _parts(passage: str) -> list[str]:
    if len(passage) <= LONG:
        return [passage]
    found = [passage[one.start : one.end] for one in sentences(passage, language_of(passage))]
    return found[:SENTENCES] or [passage]


def _stance(statement: str, said: Terms, part: str) -> Found | None:
    """What one sentence does for the statement: by opposite words, by comparing the two, by the words they share."""
    compared, passage = compare_texts(statement, part), terms(part)
    cover = covered(said, passage)
    opposed = sides(statement, part) if cover >= ASIDE else None
    sure = max(ENOUGH, min(0.8, cover + 0.2))
    if opposed is not None and opposed.agree is False:
        return Stance.REFUTES, sure, opposed.words
    figures = compared.kind is not None and compared.facet in {Facet.QUANTITY, Facet.DATE}
    if opposed is not None and opposed.agree and not figures:
        return Stance.SUPPORTS, sure, opposed.words
    if compared.kind is RelationKind.CONFLICTS:
        return _conflicting(statement, said, part, compared)
    if compared.kind is not None:
        return _agreeing(compared, cover)
    if compared.explained is not None or opposed is not None:
        return None
    return _wordy(statement, said, part)


def _conflicting(statement: str, said: Terms, part: str, compared: Comparison) -> Found | None:
    passage = terms(part)
    cover = covered(said, passage)
    if compared.facet in {Facet.QUANTITY, Facet.DATE} and _has_figures(said, passage) and cover >= COVERED:
        return Stance.SUPPORTS, cover * 0.8, "gives the same figures, beside others"
    if compared.facet is Facet.POLARITY and negated(statement) and negated(part):
        # “Will stop flying” and “will no longer fly”: both deny it, each in its way.
        return _wordy(statement, said, part)
    return Stance.REFUTES, max(ENOUGH, compared.score), "; ".join(compared.reasons)


def _agreeing(compared: Comparison, cover: float) -> Found | None:
    """Without a figure, a date or an event that both give, only words tell, so there must be enough of them."""
    if compared.facet is None and cover < ALONE:
        return None
    sure = compared.score if compared.facet else compared.score * min(1.0, cover / COVERED)
    return (Stance.SUPPORTS, sure, "; ".join(compared.reasons) or "says the same") if sure >= ENOUGH else None


def _wordy(statement: str, said: Terms, part: str) -> Found | None:
    """What shared words tell where nothing that can be compared does."""
    passage = terms(part)
    cover = covered(said, passage)
    if cover >= COVERED and negated(statement) != negated(part):
        return Stance.REFUTES, cover * 0.7, "only one of them has a negation"
    if cover >= COVERED:
        return Stance.SUPPORTS, cover * 0.8, f"has {cover:.0%} of the statement's words and contradicts none"
    if cover >= FIGURES and _has_figures(said, passage):
        return Stance.SUPPORTS, 0.5, "gives the same figures in other words"
    return None


def _has_figures(said: Terms, passage: Terms) -> bool:
    """Whether a passage gives every figure of a statement: then another figure in it is about something else."""
    figures = {word for word in said.words if word.startswith("#")}
    return bool(figures) and figures <= passage.words.keys()


def covered(said: Terms, passage: Terms) -> float:
    """The share of a statement's words that a passage has."""
    return sum(word in passage.words for word in said.words) / max(1, len(said.words))


# --- words of checkers -----------------------------------------------------------------------------------------------


def _called(statement: str, passage: str, cover: float) -> Found | None:
    """What a passage about the statement calls it, unless the statement itself speaks so."""
    key, own = fold_key(passage), fold_key(statement)
    for stance in (Stance.REFUTES, Stance.SUPPORTS):
        words = _checked(stance.value)
        match = words.search(key)
        if match and not words.search(own):
            return stance, min(0.9, 0.35 + cover * 0.6), f"says “{match[0]}” of it"
    return None


@cache
def _checked(stance: str) -> re.Pattern[str]:
    source = files("claims").joinpath("tables", "checked.toml").read_text("utf-8")
    return re.compile("|".join(tomllib.loads(source)[stance]))
