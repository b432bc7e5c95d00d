"""The vocabulary, and values that are the same after a trip through JSON."""

import json
import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from claims.model import (
    CONFIDENCE_NUMBER,
    Assessment,
    Certainty,
    Checkability,
    Claim,
    Confidence,
    ConflictState,
    Credibility,
    DateSpan,
    Directness,
    EntityType,
    Facet,
    Kind,
    Quantity,
    Relation,
    RelationKind,
    RelationState,
    Resolution,
    Stance,
    Status,
    Verdict,
)
from tests import strategies

VOCABULARY = {
    Kind: "event numerical quotation causal position property",
    Checkability: "checkable opinion prediction not_a_claim",
    Certainty: "asserted reported hedged speculated planned",
    Status: "new in_review deferred decided needs_recheck dismissed",
    Verdict: "supported refuted conflicting not_enough_evidence",
    Confidence: "low moderate high",
    Credibility: "1 2 3 4 5 6",
    Stance: "supports refutes context",
    Directness: "primary secondary hearsay",
    EntityType: "person organisation product place other",
    RelationKind: "duplicates corroborates refines conflicts supersedes",
    Facet: "quantity date place destination identity polarity certainty attribution scope",
    RelationState: "suggested confirmed rejected",
    ConflictState: "open acknowledged deferred resolved intractable",
    Resolution: "scope_difference temporal_change precision_or_unit regional_term transcription_error one_is_wrong",
}


@pytest.mark.parametrize("words", VOCABULARY, ids=lambda words: words.__name__)
def test_the_words_are_those_of_the_design(words: type[Status]) -> None:
    """They are stored and exported: a word that changes breaks dossiers out there."""
    assert [word.value for word in words] == VOCABULARY[words].split()


def test_confidence_has_a_number_where_one_is_needed() -> None:
    """15, 50 and 85."""
    assert [CONFIDENCE_NUMBER[word] for word in Confidence] == [15, 50, 85]


@given(strategies.claims(strategies.ids("d")))
def test_a_claim_is_the_same_after_a_trip_through_json(claim: Claim) -> None:
    """What is exported comes in again, value for value and byte for byte."""
    record = claim.model_dump(mode="json", by_alias=True)
    again = Claim.model_validate(json.loads(json.dumps(record)))
    assert again == claim
    assert again.model_dump_json(by_alias=True) == claim.model_dump_json(by_alias=True)


@given(strategies.relations("c1", "c2"))
def test_a_relation_is_the_same_after_a_trip_through_json(relation: Relation) -> None:
    """The same for relations."""
    assert Relation.model_validate_json(relation.model_dump_json()) == relation


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
@example(-0.0)
@example(300.0)
@example(2**53)
@example(2**53 + 1)
@example(10**22)
def test_a_number_has_one_spelling(number: float) -> None:
    """300.0 is 300; what a 64-bit float cannot tell apart is not told apart."""
    once = Quantity(text="x", low=number)
    again = Quantity.model_validate_json(once.model_dump_json())
    assert again.model_dump_json() == once.model_dump_json()
    assert once.low is not None
    assert math.isclose(once.low, number, rel_tol=1e-15)
    assert isinstance(once.low, float) or abs(once.low) < 2**53


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 10**400, -(10**400), "x", None])
def test_what_is_no_number_is_refused(number: object) -> None:
    """Neither a value that JSON cannot hold nor one beyond every float becomes a score."""
    with pytest.raises(ValidationError):
        Assessment.model_validate({"score": number})
    if number is not None:
        with pytest.raises(ValidationError):
            Quantity.model_validate({"text": "x", "low": number})


@pytest.mark.parametrize("place", [-1, 2**31, 2**70, "x"])
def test_an_offset_is_a_place_in_a_text(place: object) -> None:
    """Not before its beginning, and not farther than any database counts."""
    with pytest.raises(ValidationError):
        Quantity.model_validate({"text": "x", "start": place})
    with pytest.raises(ValidationError):
        DateSpan.model_validate({"text": "x", "end": place})


def test_values_are_frozen_and_know_their_fields() -> None:
    """A value does not change under the hands of its reader, and a misspelt field is an error."""
    claim = Claim(id="c1", statement="s", language="en")
    with pytest.raises(ValidationError):
        claim.statement = "t"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="extra"):
        Claim.model_validate({"id": "c1", "statement": "s", "language": "en", "statment": "t"})
    with pytest.raises(ValidationError):
        Claim(id="c1", statement="", language="en")
