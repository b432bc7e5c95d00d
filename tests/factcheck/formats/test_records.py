"""A record says what it may say and nothing else; what is wrong is told by field, in words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Certainty, Checkability, Confidence, Directness, Kind, Stance, Status, Verdict
from factcheck.formats.records import FIELDS, BadRecord, ClaimRecord, RelationRecord, is_relation, record_of

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
names = [*FIELDS["claim"], *FIELDS["relation"], "extra"]


def problems(**fields: Any) -> list[tuple[str | None, str]]:
    """What is wrong with a record of these fields."""
    with pytest.raises(BadRecord) as caught:
        record_of(fields)
    return caught.value.problems


def problem(**fields: Any) -> str:
    """The same as one text, for one problem."""
    ((field, words),) = problems(**fields)
    return f"{field}: {words}"


@given(st.dictionaries(st.sampled_from(names), anything, max_size=6))
def test_a_row_is_a_record_or_says_what_is_wrong(row: dict[str, Any]) -> None:
    """Whatever a row holds, it is a record or a list of problems in one line each."""
    try:
        made: object = record_of(row)
    except BadRecord as error:
        made = error.problems
    if isinstance(made, list):
        assert made
        assert all("\n" not in words for _, words in made)
    else:
        assert isinstance(made, ClaimRecord | RelationRecord)


def test_only_the_statement_is_required() -> None:
    """A claim of one sentence is checkable and asserted, and nothing else is said."""
    made = record_of({"statement": " The dam held. "})
    assert isinstance(made, ClaimRecord)
    assert made.statement == "The dam held."
    assert (made.checkability, made.certainty) == (Checkability.CHECKABLE, Certainty.ASSERTED)
    assert (made.status, made.verdict, made.evidence, made.relations) == (None, None, (), ())
    assert problem(claimant="Ana") == "statement: is missing"
    assert problem(statement=" ") == "statement: is empty"


def test_a_full_record_is_read() -> None:
    """Every field of the claim record has its place."""
    made = record_of(
        {
            "external_id": "7",
            "statement": "s",
            "language": "zh-Hant",
            "kind": "numerical",
            "checkability": "checkable",
            "certainty": "reported",
            "claimant": "Ana",
            "tags": ["flood"],
            "entities": ["Ana", {"name": "Bo", "type": "person"}],
            "quantities": [{"text": "3億", "low": 3e8, "high": 3e8, "unit": "CNY", "approximate": True, "of": "cost"}],
            "dates": [{"text": "昨天", "from": "2025-08-31", "to": "2025-08-31", "start": 0, "end": 2}],
            "status": "decided",
            "verdict": "refuted",
            "confidence": "high",
            "reason": "r",
            "evidence": [{"document": "a", "start": 0, "end": 2, "exact": "昨天", "stance": "refutes"}],
            "relations": [{"to": "8", "kind": "conflicts", "facet": "date", "state": "confirmed", "reason": "r"}],
        }
    )
    assert isinstance(made, ClaimRecord)
    assert [one.name for one in made.entities] == ["Ana", "Bo"]
    assert made.quantities[0].low == 300_000_000
    assert isinstance(made.quantities[0].low, int)
    assert (made.dates[0].first, made.dates[0].last) == ("2025-08-31", "2025-08-31")
    assert (made.kind, made.status, made.verdict) == (Kind.NUMERICAL, Status.DECIDED, Verdict.REFUTED)
    assert made.evidence[0].stance is Stance.REFUTES
    assert made.evidence[0].directness is Directness.SECONDARY
    assert made.relations[0].to == "8"


def test_a_row_with_two_ends_is_a_relation() -> None:
    """`a` and `b` without a statement make a relation record."""
    made = record_of({"a": "1", "b": "2", "kind": "refines"})
    assert isinstance(made, RelationRecord)
    assert (made.a, made.to) == ("1", "2")
    assert not is_relation({"a": "1", "statement": "s"})
    assert problem(a="1", b="2") == "kind: is missing"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"statment": "s"}, "statment: unknown field; leave it out or map it (--map)"),
        ({"evidence": [{"document": "a", "exact": "x", "page": 3}]}, "evidence[0].page: unknown field"),
        ({"quantities": [{"text": "1", "amount": 3}]}, "quantities[0].amount: unknown field"),
        ({"dates": [{"text": "x", "first": "2025"}]}, "dates[0].first: unknown field"),
        ({"relations": [{"to": "1", "kind": "refines", "b": "2"}]}, "relations[0].b: unknown field"),
    ],
)
def test_an_unknown_field_is_named(fields: dict[str, Any], told: str) -> None:
    """Also deep inside a list, the sentence names the field and says what to do."""
    assert problem(statement="s", **fields).startswith(told)


@pytest.mark.parametrize(
    ("field", "allowed"),
    [
        ("kind", Kind),
        ("checkability", Checkability),
        ("certainty", Certainty),
        ("status", Status),
        ("verdict", Verdict),
        ("confidence", Confidence),
    ],
)
def test_an_unknown_label_names_the_allowed_ones(field: str, allowed: Any) -> None:
    """The sentence gives every word of the vocabulary, and the one that was given."""
    told = problem(statement="s", **{field: "sort of"})
    assert told == f"{field}: must be one of {', '.join(repr(one.value) for one in allowed)}, not 'sort of'"


def test_all_problems_of_a_row_are_told() -> None:
    """A person who mends a file wants to know everything at once."""
    told = problems(verdict="false", certainty="sure", quantities=[{}])
    assert [field for field, _ in told] == ["statement", "certainty", "quantities[0].text", "verdict"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"language": "中文"}, "language: string should match pattern"),
        ({"language": 3}, "language: input should be a valid string, not 3"),
        ({"statement": "s" * 20_001}, "statement: string should have at most 20000 characters"),
        ({"external_id": "x" * 501}, "external_id: string should have at most 500 characters"),
        ({"external_id": 12}, "external_id: input should be a valid string, not 12"),
        ({"tags": "flood"}, "tags: input should be a valid tuple, not 'flood'"),
        ({"tags": [""]}, "tags[0]: is empty"),
        ({"quantities": [{"text": "x", "low": float("inf")}]}, "quantities[0].low"),
        ({"quantities": [{"text": "x", "low": "many"}]}, "quantities[0].low"),
        ({"evidence": [{"exact": "x"}]}, "evidence[0].document: is missing"),
        ({"evidence": [{"document": "a"}]}, "evidence[0]: a quote needs start and end, or exact, or all three"),
        ({"evidence": [{"document": "a", "start": 1}]}, "evidence[0]: start and end go together"),
        ({"evidence": [{"document": "a", "start": -1, "end": 3}]}, "evidence[0].start: input should be greater than"),
        ({"evidence": [{"document": "a", "start": 0, "end": 0}]}, "evidence[0].end: input should be greater than"),
        ({"evidence": [{"document": "a", "exact": ""}]}, "evidence[0].exact: is empty"),
        ({"statement": "a\x00b"}, "statement: character 1 ('\\x00') cannot be stored"),
        ({"tags": ["ok", "\ud800"]}, "tags[1]: character 0 ('\\ud800') cannot be stored"),
        ({"dates": [{"text": "x\udfff"}]}, "dates[0].text: character 1 ('\\udfff') cannot be stored"),
    ],
)
def test_a_wrong_value_is_told_by_its_field(fields: dict[str, Any], told: str) -> None:
    """The field is named with its place, the value is shown when it is short."""
    assert any(f"{field}: {words}".startswith(told) for field, words in problems(**({"statement": "s"} | fields)))


def test_a_long_value_is_shown_in_part() -> None:
    """A sentence about a value does not grow with it."""
    assert len(problem(statement="s", kind="k" * 5000)) < 250
