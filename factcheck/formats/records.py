"""The records that scripts hand in: what a row may hold, checked field by field."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from claims.model import (
    Certainty,
    Checkability,
    Confidence,
    ConflictState,
    DateSpan,
    Directness,
    Entity,
    Facet,
    Kind,
    Quantity,
    RelationKind,
    RelationState,
    Resolution,
    Stance,
    Status,
    Verdict,
)
from evidence.model import Value
from evidence.text.clean import unstorable


def _entity(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
"""A short text that is looked up: PostgreSQL indexes no more than about 2700 bytes."""
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
EntityName = Annotated[Entity, BeforeValidator(_entity)]


class EvidenceRecord(Value):
    """A quote: its document, and its place or its words or both."""

    document: Name
    start: int | None = Field(default=None, ge=0, lt=2**31)
    end: int | None = Field(default=None, ge=1, lt=2**31)
    exact: str | None = Field(default=None, min_length=1)
    stance: Stance = Stance.SUPPORTS
    directness: Directness = Directness.SECONDARY

    @model_validator(mode="after")
    def _placed(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("start and end go together")
        if self.start is None and self.exact is None:
            raise ValueError("a quote needs start and end, or exact, or all three")
        return self


class LinkedRelation(Value):
    """A relation told from one of its claims."""

    to: Name
    kind: RelationKind
    facet: Facet | None = None
    state: RelationState = RelationState.SUGGESTED
    conflict: ConflictState | None = None
    resolution: Resolution | None = None
    reason: Words | None = None


class RelationRecord(LinkedRelation):
    """A row that holds nothing but a relation between two claims."""

    a: Name
    to: Name = Field(alias="b")


class ClaimRecord(Value):
    """A row that holds a claim; only `statement` is required."""

    statement: Words
    external_id: Name | None = None
    language: Language | None = None
    kind: Kind | None = None
    checkability: Checkability = Checkability.CHECKABLE
    certainty: Certainty = Certainty.ASSERTED
    claimant: Name | None = None
    tags: tuple[Name, ...] = ()
    entities: tuple[EntityName, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    status: Status | None = None
    verdict: Verdict | None = None
    confidence: Confidence | None = None
    reason: Words | None = None
    evidence: tuple[EvidenceRecord, ...] = ()
    relations: tuple[LinkedRelation, ...] = ()


Record = ClaimRecord | RelationRecord
FIELDS = {
    "claim": tuple(ClaimRecord.model_fields),
    "relation": ("a", "b", *(name for name in LinkedRelation.model_fields if name != "to")),
    "evidence": tuple(EvidenceRecord.model_fields),
    "entities": tuple(Entity.model_fields),
    "quantities": tuple(Quantity.model_fields),
    "dates": ("text", "from", "to", "start", "end"),
}
"""What a row may hold, by kind of record and by the name of a list inside it."""

_claims: TypeAdapter[ClaimRecord] = TypeAdapter(ClaimRecord)
_relations: TypeAdapter[RelationRecord] = TypeAdapter(RelationRecord)


class BadRecord(ValueError):
    """What is wrong with a row, as (field, problem) pairs."""

    def __init__(self, problems: list[tuple[str | None, str]]) -> None:
        super().__init__("; ".join(problem for _, problem in problems))
        self.problems = problems


def record_of(data: dict[str, Any]) -> Record:
    """The record of a row: a relation when it has `a` and `b`, a claim otherwise. Raises BadRecord."""
    unsound = [(name, problem) for name, text in _texts(data) if (problem := _unstorable(text))]
    if unsound:
        raise BadRecord(list(unsound))
    try:
        if is_relation(data):
            return _relations.validate_python(data)
        return _claims.validate_python(data)
    except ValidationError as error:
        raise BadRecord([_words(problem) for problem in error.errors(include_url=False)]) from error


def is_relation(data: dict[str, Any]) -> bool:
    """Whether a row under our names holds nothing but a relation."""
    return "a" in data and "b" in data and "statement" not in data


def _texts(value: object, name: str = "") -> list[tuple[str | None, str]]:
    if isinstance(value, str):
        return [(name or None, value)]
    if isinstance(value, dict):
        return [found for key, item in value.items() for found in _texts(item, f"{name}.{key}" if name else str(key))]
    if isinstance(value, list):
        return [found for at, item in enumerate(value) for found in _texts(item, f"{name}[{at}]")]
    return []


def _unstorable(text: str) -> str | None:
    at = unstorable(text)
    return None if at is None else f"character {at} ({text[at]!a}) cannot be stored"


def _words(error: Any) -> tuple[str | None, str]:
    """pydantic's finding in the user's words: (field, problem)."""
    field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error["loc"]).lstrip(".") or None
    given = error.get("input")
    shown = f", not {_short(given)}" if isinstance(given, str | int | float | bool) else ""
    match error["type"]:
        case "missing":
            return field, "is missing"
        case "extra_forbidden":
            return field, "unknown field; leave it out or map it (--map)"
        case "enum":
            return field, f"must be one of {error['ctx']['expected'].replace(' or ', ', ')}{shown}"
        case "value_error":
            return field, str(error["ctx"]["error"])
        case "string_too_short":
            return field, "is empty"
        case _:
            message = str(error["msg"])
            return field, f"{message[:1].lower()}{message[1:]}{shown}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…" + text[-1]
