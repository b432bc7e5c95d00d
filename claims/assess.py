"""What the evidence makes of a claim: a suggested verdict, a score of 0–100 and the named reasons it adds up from.

The score is the estimated probability, in per cent, that the claim is true. Each finding moves the log odds by its
weight (`tables/assessment.toml`); a reason's points are what it moved the score by when it was added to those above
it, in a fixed order, in whole points. So the points always add up to the score, and none has to be cut off.

Where several sources give values for one thing, and there are enough such things to learn from, the probability that
a claim's value is the true one is a reason of its own, in place of the claims it agrees and conflicts with: how good
each source is and who copies whom are then learned from all values together (`claims.rivals`, `claims.truth`).

What counts is voices, not documents: an origin counts once, for its strongest words. A voice that tells of its own
reporting (`Origin.shown`) counts by itself. A claim that merely says the same, in a document whose independence is
unknown, is named but counts for nothing; quotes that were linked to the claim from such documents count together as
one voice, and so do contradictions. The claim's own words never support it (that would be to ask the witness whether
he is right), nor do other documents of its origin. How reliable the sources are is a reason of its own, from its own
axis, and multiplies nothing.

The weights were fitted by logistic regression on simulated dossiers, not on the work of a real desk
(`benchmarks/assessment.py` says how they are made, fits, and draws the reliability diagram on others): a score of
80 means that four of five such claims were true in the simulation. Treat it as an order, until a desk has its own.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from claims.features.cues import pattern, plain
from claims.model import (
    Assessment,
    Certainty,
    Claim,
    Credibility,
    Directness,
    EvidenceLink,
    Reason,
    Relation,
    RelationKind,
    RelationState,
    Stance,
    Verdict,
)
from claims.rivals import AGREES, Standing, is_settled
from claims.stance import Judgement, judge
from evidence.model import RELIABILITY_WORDS, Document, QuoteState, Reliability, Source
from evidence.origins import Origin

__all__ = ["Case", "Judgement", "Voice", "assess", "credibility", "judge", "weigh"]

SUPPORTED, REFUTED = 65, 35
"""Scores from which on, and up to which, a verdict is suggested."""
SUGGESTED = 0.7
"""What a suggested relation counts beside one that a person confirmed or a quote that a person linked."""
CANDIDATE = 0.5
"""What a quote counts whose words were not found again exactly."""
MORE = 3.0
"""Most further voices that still move the score."""
GRADES = {Reliability.A: 1.0, Reliability.B: 0.5, Reliability.C: 0.0, Reliability.D: -0.5, Reliability.E: -1.0}
"""The Admiralty grades of sources on a scale; `F` says nothing."""
EXTRACTED, SUGGESTED_BY_MODEL, IMPORTED = "extract", "llm", "import"
"""Rules that link a claim to its own words: all that extraction links, and the first quote of an imported claim."""
SUREST = 0.98
"""The most that the probability of a value moves the score: learned from agreement alone, nothing is certain."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a claim is assessed from: the dossier around it. Keys are ids, but names for sources."""

    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    origins: Mapping[str, Origin]
    """The origin of each document (`origin_of`); without one, a document is a voice of unknown independence."""
    relations: Sequence[Relation] = ()
    """Those that touch the claim."""
    others: Mapping[str, Claim] | None = None
    """The claims at the other ends."""
    standing: Standing | None = None
    """What is learned from all sources that give a value for the thing this claim gives one for (`claims.rivals`)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin for or against a claim."""

    name: str
    stance: Stance
    shown: bool
    weight: float
    directness: Directness
    reliability: Reliability
    because: str
    """`quote`, or the kind of relation through which it speaks."""


def assess(claim: Claim, case: Case) -> Assessment:
    """The assessment of a claim. The same claim and case always give the same."""
    voices = _weighed(claim, case)
    findings = weigh(claim, case, voices)
    reasons, score = _added_up(findings)
    return Assessment(verdict=_verdict(voices, score, case.standing), score=score, reasons=tuple(reasons))


def credibility(claim: Claim, case: Case) -> Credibility:
    """The claim's place on the Admiralty scale; `1` needs two origins that are shown to be independent."""
    voices = _voices(claim, case)
    against = [voice for voice in voices if voice.stance is Stance.REFUTES]
    agree = [voice for voice in voices if voice.stance is Stance.SUPPORTS]
    shown = sum(voice.shown for voice in agree) + any(_origin(case, name).shown for name in _own_documents(claim, case))
    if not agree and not against:
        return Credibility.CANNOT_BE_JUDGED
    if against:
        outweighed = len([v for v in agree if v.shown]) > len([v for v in against if v.shown])
        if outweighed:
            return Credibility.POSSIBLY_TRUE
        return Credibility.DOUBTFUL if agree or not any(v.shown for v in against) else Credibility.IMPROBABLE
    if shown >= 2:
        return Credibility.CONFIRMED
    return Credibility.PROBABLY_TRUE if shown else Credibility.POSSIBLY_TRUE


def _counts(voice: Voice) -> bool:
    """Whether a voice moves the score: unknown independence is no corroboration."""
    return voice.shown or voice.because == "quote" or voice.stance is Stance.REFUTES


def _verdict(voices: "Sequence[Voice]", score: int, standing: Standing | None) -> Verdict:
    agree = any(voice.stance is Stance.SUPPORTS and _counts(voice) for voice in voices)
    against = any(voice.stance is Stance.REFUTES for voice in voices)
    if standing is not None:
        agree, against = agree or standing.agree > 0, against or standing.against > 0
    if agree and score >= SUPPORTED:
        return Verdict.SUPPORTED
    if against and score <= REFUTED:
        return Verdict.REFUTED
    return Verdict.CONFLICTING if agree and against else Verdict.NOT_ENOUGH_EVIDENCE


# --- voices --------------------------------------------------------------------------------------------------------


def _voices(claim: Claim, case: Case) -> list[Voice]:
    """Every other origin that speaks for or against the claim, each once, those that weigh most first."""
    own = {_origin(case, name).name for name in _own_documents(claim, case)}
    found: dict[tuple[str, Stance], Voice] = {}
    for voice in (*_quoted(claim, case), *_related(claim, case)):
        if voice.name in own or not voice.weight:
            continue
        key = voice.name, voice.stance
        if key not in found or _order(voice) < _order(found[key]):
            found[key] = voice
    return sorted(found.values(), key=_order)


def _weighed(claim: Claim, case: Case) -> list[Voice]:
    """The voices that move the score by themselves: not those of claims whose values were weighed together."""
    if case.standing is None:
        return _voices(claim, case)
    members = case.standing.members
    apart = [one for one in case.relations if not {one.a, one.b} <= members]
    return _voices(claim, replace(case, relations=apart))


_DIRECT = {Directness.PRIMARY: 0, Directness.SECONDARY: 1, Directness.HEARSAY: 2}


def _order(voice: Voice) -> tuple[bool, float, int, str]:
    return not voice.shown, -voice.weight, _DIRECT[voice.directness], voice.name


def _own_documents(claim: Claim, case: Case) -> set[str]:
    """The documents that make the claim: what they say is the claim, not evidence for it."""
    own = {link.document for at, link in enumerate(claim.evidence) if _is_own(at, link)}
    return own & set(case.documents)


def _is_own(at: int, link: EvidenceLink) -> bool:
    return link.added_by in {EXTRACTED, SUGGESTED_BY_MODEL} or (at == 0 and link.added_by == IMPORTED)


def _quoted(claim: Claim, case: Case) -> Iterable[Voice]:
    for at, link in enumerate(claim.evidence):
        if _is_own(at, link) or link.stance is Stance.CONTEXT or link.document not in case.documents:
            continue
        yield _voice(case, link.document, link.stance, _found(link), link.directness, "quote")


def _found(link: EvidenceLink) -> float:
    return {QuoteState.CANDIDATE: CANDIDATE, QuoteState.ORPHAN: 0.0}.get(link.state, 1.0)


def _related(claim: Claim, case: Case) -> Iterable[Voice]:
    others = case.others or {}
    for relation in case.relations:
        other = others.get(relation.b if relation.a == claim.id else relation.a)
        stance = _stance(relation, claim.id)
        if other is None or stance is None:
            continue
        weight = 1.0 if relation.state is RelationState.CONFIRMED else SUGGESTED
        for link in other.evidence:
            if link.stance is Stance.SUPPORTS and link.document in case.documents:
                yield _voice(case, link.document, stance, weight * _found(link), link.directness, relation.kind.value)


def _stance(relation: Relation, claim: str) -> Stance | None:
    if relation.state is RelationState.REJECTED or claim not in {relation.a, relation.b}:
        return None
    if relation.kind in AGREES:
        return Stance.SUPPORTS
    if relation.kind is RelationKind.SUPERSEDES:
        return Stance.REFUTES if relation.b == claim else None
    return None if is_settled(relation) else Stance.REFUTES


def _voice(case: Case, document: str, stance: Stance, weight: float, directness: Directness, because: str) -> Voice:
    origin = _origin(case, document)
    reliability = _reliability(case, document)
    return Voice(origin.name, stance, origin.shown, weight, directness, reliability, because)


def _origin(case: Case, document: str) -> Origin:
    known = case.origins.get(document)
    if known is not None:
        return known
    kept = case.documents[document]
    return Origin(kept.origin or kept.source or kept.name, (document,), kept.independence, shown=False)


def _reliability(case: Case, document: str) -> Reliability:
    source = case.sources.get(case.documents[document].source or "")
    return source.reliability if source else Reliability.F


# --- findings ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that speaks for or against a claim: its name, how much of it there is, and what to tell the reader."""

    name: str
    amount: float
    words: str


def weigh(claim: Claim, case: Case, voices: Sequence[Voice] | None = None) -> list[Finding]:
    """Everything that moves the score of a claim, in the order in which the points are given."""
    voices = _weighed(claim, case) if voices is None else voices
    found = [Finding("base", 1.0, "before any evidence")]
    if case.standing is not None:
        found.append(Finding("values", _learned(case.standing), case.standing.words))
    found += _own_words(claim)
    for stance in (Stance.SUPPORTS, Stance.REFUTES):
        found += _side(stance, [voice for voice in voices if voice.stance is stance])
    found += _graded(claim, case, voices)
    if not voices and case.standing is None:
        found.append(Finding("nothing_else", 0.0, "own words only: nothing else bears on it"))
    return found


def _learned(standing: Standing) -> float:
    """The log odds of a value over those of any claim, so that the score begins at the value's probability."""
    probability = min(SUREST, max(1 - SUREST, standing.probability))
    return math.log(probability / (1 - probability)) - _weights()["base"]


def _own_words(claim: Claim) -> list[Finding]:
    """How the claim is put, and whether its words are still where they were."""
    found = []
    words = {
        Certainty.HEDGED: "hedged: the document leaves it open",
        Certainty.SPECULATED: "speculated: a rumour or a guess",
        Certainty.PLANNED: "planned: it has not happened yet",
    }.get(claim.certainty)
    if words:
        found.append(Finding(claim.certainty.value, 1.0, words))
    elif claim.certainty is Certainty.REPORTED:
        if claim.claimant is None or _unnamed(claim.claimant):
            found.append(Finding("unnamed", 1.0, "reported by an unnamed source"))
        else:
            found.append(Finding("reported", 1.0, f"reported: {claim.claimant} says so"))
    if any(_is_own(at, link) and link.state is QuoteState.ORPHAN for at, link in enumerate(claim.evidence)):
        found.append(Finding("lost", 1.0, "its own words are no longer found in the document"))
    return found


def _unnamed(claimant: str) -> bool:
    view = plain(claimant)
    return any(pattern("attribution", language, "unnamed").search(view) for language in ("zh", "en"))


def _side(stance: Stance, voices: Sequence[Voice]) -> list[Finding]:
    """The voices of one side: the first that is shown to be independent, the others, those of unknown independence."""
    side = stance.value
    shown = [voice for voice in voices if voice.shown]
    unknown = [voice for voice in voices if not voice.shown and _counts(voice)]
    uncounted = [voice for voice in voices if not _counts(voice)]
    one, many = ("agrees", "agree") if stance is Stance.SUPPORTS else ("contradicts it", "contradict it")
    found = []
    if shown:
        found.append(Finding(f"{side}_shown", shown[0].weight, f"an independent origin {one}: {shown[0].name}"))
    if len(shown) > 1:
        amount = min(MORE, sum(voice.weight for voice in shown[1:]))
        found.append(
            Finding(f"{side}_more", amount, f"{len(shown)} independent origins {many}, also {_named(shown[1:])}")
        )
    if unknown:
        apart = (
            "their independence is not shown, so they count as one" if unknown[1:] else "its independence is not shown"
        )
        words = f"{_named(unknown)} {many if unknown[1:] else one}; {apart}"
        found.append(Finding(f"{side}_unknown", max(voice.weight for voice in unknown), words))
    if uncounted:
        words = f"{_named(uncounted)} {many if uncounted[1:] else one}, but does not count: independence unknown"
        found.append(Finding("not_counted", 0.0, words.replace("does", "do") if uncounted[1:] else words))
    return found + _direct(side, [*shown, *unknown])


def _named(voices: Sequence[Voice]) -> str:
    return ", ".join(voice.name for voice in voices[:3]) + (f" and {len(voices) - 3} more" if len(voices) > 3 else "")


def _direct(side: str, voices: Sequence[Voice]) -> list[Finding]:
    if not voices:
        return []
    nearest = min(voices, key=lambda voice: _DIRECT[voice.directness])
    if nearest.directness is Directness.PRIMARY:
        return [Finding(f"{side}_primary", 1.0, f"{nearest.name} is a primary source")]
    if nearest.directness is Directness.HEARSAY:
        return [Finding(f"{side}_hearsay", 1.0, "by hearsay only")]
    return []


def _graded(claim: Claim, case: Case, voices: Sequence[Voice]) -> list[Finding]:
    """How reliable the sources are: of the claim itself, and of those for and against it."""
    own = [_reliability(case, name) for name in sorted(_own_documents(claim, case))]
    graded = {
        "reliability_own": own,
        "reliability_for": [
            voice.reliability for voice in voices if voice.stance is Stance.SUPPORTS and _counts(voice)
        ],
        "reliability_against": [voice.reliability for voice in voices if voice.stance is Stance.REFUTES],
    }
    told = {
        "reliability_own": "its source is",
        "reliability_for": "who agrees is",
        "reliability_against": "who contradicts is",
    }
    found = []
    for name, grades in graded.items():
        known = sorted(grade for grade in grades if grade in GRADES)
        if known:
            mean = sum(GRADES[grade] for grade in known) / len(known)
            words = ", ".join(dict.fromkeys(f"{grade.value} ({RELIABILITY_WORDS[grade]})" for grade in known))
            found.append(Finding(name, mean, f"source reliability: {told[name]} {words}"))
    return found


def _added_up(findings: Sequence[Finding]) -> tuple[list[Reason], int]:
    """The findings with their points, and the score: the points' sum."""
    odds, score = 0.0, 0
    reasons = []
    for finding in findings:
        odds += _weights().get(finding.name, 0.0) * finding.amount
        reached = round(100 / (1 + math.exp(-odds)))
        reasons.append(Reason(name=finding.name, points=reached - score, words=finding.words))
        score = reached
    return reasons, score


@cache
def _weights() -> dict[str, float]:
    source = files("claims").joinpath("tables", "assessment.toml").read_text("utf-8")
    return {name: float(weight) for name, weight in tomllib.loads(source)["weights"].items()}
