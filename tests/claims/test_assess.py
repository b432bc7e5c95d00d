"""An assessment is the sum of reasons that can be read; one voice counts once, and nothing vouches for itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.assessment import made, scores
from benchmarks.fitting import auc, calibration_error
from claims.assess import EXTRACTED, Case, assess, credibility
from claims.model import (
    Assessment,
    Certainty,
    Claim,
    ConflictState,
    Directness,
    EvidenceLink,
    Relation,
    RelationKind,
    RelationState,
    Resolution,
    Stance,
    Verdict,
)
from evidence.model import Independence, QuoteState, Reliability, Source
from evidence.origins import Origin
from tests.evidence.documents import document


def link(name: str, stance: Stance = Stance.SUPPORTS, by: str = "Ann", **more: object) -> EvidenceLink:
    """A quote from this document."""
    known = {"state": QuoteState.EXACT, "directness": Directness.SECONDARY, **more}
    return EvidenceLink.model_validate(
        {"document": name, "start": 0, "end": 3, "exact": "one", "stance": stance, "added_by": by, **known}
    )


def claim(*links: EvidenceLink, name: str = "c0", **more: object) -> Claim:
    """A claim of document d0 with further quotes."""
    own = link("d0" if name == "c0" else f"d{name[1:]}", by=EXTRACTED)
    return Claim.model_validate({"id": name, "statement": "x", "language": "en", "evidence": (own, *links), **more})


def related(kind: RelationKind, other: int, **more: object) -> Relation:
    """A relation of the claim to that of another document."""
    known = {"id": f"r{other}", "a": "c0", "b": f"c{other}", "kind": kind, "added_by": "match", **more}
    return Relation.model_validate(known)


def case(*relations: Relation, shown: str = "", one_origin: str = "", grades: str = "FFFFF") -> Case:
    """Five documents of five sources; those of `shown` tell of their own reporting, those of `one_origin` are one."""
    documents = {f"d{n}": document(f"d{n}", "one", source=f"s{n}") for n in range(5)}
    sources = {
        f"s{n}": Source(id=f"s{n}", name=f"s{n}", reliability=Reliability(grade)) for n, grade in enumerate(grades)
    }
    origins = {
        name: Origin(
            "wire" if name[1] in one_origin else f"origin {name[1]}", (name,), Independence.UNKNOWN, name[1] in shown
        )
        for name in documents
    }
    others = {f"c{n}": claim(name=f"c{n}") for n in range(1, 5)}
    return Case(documents, sources, origins, relations, others)


def names(assessment: Assessment) -> list[str]:
    """The names of the reasons in their order."""
    return [reason.name for reason in assessment.reasons]


AGREES = RelationKind.CORROBORATES
CONFLICTS = RelationKind.CONFLICTS


def test_own_words_are_no_evidence() -> None:
    """A claim that nothing else bears on stays where it began, and says so."""
    found = assess(claim(), case())
    assert found.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert names(found) == ["base", "nothing_else"]
    assert found.reasons[0].points == found.score
    assert credibility(claim(), case()) == "6"


def test_unknown_independence_is_no_corroboration() -> None:
    """However many agree: they are named, and count for nothing."""
    alone = assess(claim(), case())
    found = assess(claim(), case(*(related(AGREES, n) for n in (1, 2, 3))))
    assert found.score == alone.score
    assert found.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert "do not count: independence unknown" in found.reasons[-1].words


def test_documents_of_one_origin_are_one_voice() -> None:
    """Three reprints of a report count as much as the report."""
    once = assess(claim(), case(related(AGREES, 1), shown="1"))
    thrice = assess(claim(), case(*(related(AGREES, n) for n in (1, 2, 3)), shown="123", one_origin="123"))
    assert once.score == thrice.score


def test_the_claims_own_origin_does_not_corroborate_it() -> None:
    """A copy of the document says the same because it is the same."""
    found = assess(claim(), case(related(AGREES, 1), shown="01", one_origin="01"))
    assert names(found) == ["base", "nothing_else"]


def test_independent_origins_add_up() -> None:
    """Each moves the score, and two that are shown make the claim confirmed."""
    one = case(related(AGREES, 1), shown="1")
    two = case(related(AGREES, 1), related(AGREES, 2), shown="12")
    base, first, second = (assess(claim(), around).score for around in (case(), one, two))
    assert base < first < second
    assert assess(claim(), two).verdict is Verdict.SUPPORTED
    assert (credibility(claim(), one), credibility(claim(), two)) == ("2", "1")
    assert credibility(claim(), case(related(AGREES, 1), shown="01")) == "1"


def test_contradiction_weighs_against() -> None:
    """An independent one refutes; with agreement on the other side the claim is conflicting."""
    against = case(related(CONFLICTS, 1, state=RelationState.CONFIRMED), related(CONFLICTS, 2), shown="12")
    assert assess(claim(), against).verdict is Verdict.REFUTED
    assert credibility(claim(), against) == "5"
    both = case(related(AGREES, 1), related(CONFLICTS, 2), shown="12")
    assert assess(claim(), both).verdict is Verdict.CONFLICTING
    assert credibility(claim(), both) == "4"


@pytest.mark.parametrize(
    "relation",
    [
        related(CONFLICTS, 1, state=RelationState.REJECTED),
        related(CONFLICTS, 1, conflict=ConflictState.RESOLVED, resolution=Resolution.SCOPE_DIFFERENCE),
        related(RelationKind.SUPERSEDES, 1),
    ],
)
def test_what_was_settled_speaks_no_more(relation: Relation) -> None:
    """Rejected, explained, or a claim that this one supersedes."""
    assert names(assess(claim(), case(relation, shown="1"))) == ["base", "nothing_else"]


def test_a_superseded_claim_is_contradicted() -> None:
    """By the later one."""
    later = Relation(id="r", a="c1", b="c0", kind=RelationKind.SUPERSEDES, added_by="match")
    assert assess(claim(), case(later, shown="1")).score < assess(claim(), case()).score


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"certainty": Certainty.HEDGED}, "hedged"),
        ({"certainty": Certainty.SPECULATED}, "speculated"),
        ({"certainty": Certainty.PLANNED}, "planned"),
        ({"certainty": Certainty.REPORTED}, "unnamed"),
        ({"certainty": Certainty.REPORTED, "claimant": "知情人士"}, "unnamed"),
        ({"certainty": Certainty.REPORTED, "claimant": "people familiar with the matter"}, "unnamed"),
    ],
)
def test_how_it_is_put_counts(more: dict[str, str], reason: str) -> None:
    """What the document leaves open, or has from nobody in particular, is less likely."""
    found = assess(claim().model_copy(update=more), case())
    assert names(found)[1] == reason
    assert found.reasons[1].points < 0


def test_reliability_is_a_reason_of_its_own() -> None:
    """It adds to the score, and changes no other reason's presence; a source that cannot be judged says nothing."""
    relations = (related(AGREES, 1),)
    good, bad, unknown = (assess(claim(), case(*relations, shown="1", grades=f"F{g}FFF")) for g in "AEF")
    assert good.score > unknown.score > bad.score
    assert "reliability_for" in names(good)
    assert "reliability_for" not in names(unknown)


def test_quotes_that_are_gone_do_not_speak() -> None:
    """A candidate counts half, an orphan nothing; a claim whose own words are gone loses."""
    exact, candidate, orphan = (
        assess(claim(link("d1", state=state)), case(shown="1")).score
        for state in (QuoteState.EXACT, QuoteState.CANDIDATE, QuoteState.ORPHAN)
    )
    assert exact > candidate > orphan
    lost = claim().model_copy(update={"evidence": (link("d0", by=EXTRACTED, state=QuoteState.ORPHAN),)})
    assert "lost" in names(assess(lost, case()))


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_the_points_add_up(seed: int) -> None:
    """To the score, which lies in range; and the same dossier gives the same assessment."""
    one = made(seed)
    found = assess(one.claim, one.case)
    assert sum(reason.points for reason in found.reasons) == found.score
    assert 0 <= found.score <= 100
    assert all(reason.words for reason in found.reasons)
    assert found == assess(one.claim, one.case)


def test_the_score_is_calibrated_in_the_simulation() -> None:
    """On simulated dossiers that the fit has not seen."""
    found = scores(range(1, 3000, 2))
    assert calibration_error(found) <= 0.05
    assert (auc(found) or 0) >= 0.7


@pytest.mark.parametrize("by", ["extract", "llm", "import"])
def test_a_claims_own_words_never_support_it(by: str) -> None:
    """Whichever rule linked the claim to its own words, they are what it says and no evidence for it."""
    alone = Claim.model_validate(
        {"id": "c0", "statement": "x", "language": "en", "evidence": (link("d0", by=by),), "certainty": "asserted"}
    )
    assert assess(alone, case(shown="0")).verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert assess(alone, case(shown="0")).score == assess(claim(), case(shown="0")).score
