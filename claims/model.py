"""The vocabulary of claims and relations as frozen values. The strings are what is stored, shown and exported."""

from math import isfinite
from typing import Annotated

from pydantic import AfterValidator, Field

from claims.vocabulary import (
    CONFIDENCE_NUMBER,
    DIRECTED,
    Certainty,
    Checkability,
    Confidence,
    ConflictState,
    Credibility,
    Directness,
    EntityType,
    Facet,
    Kind,
    RelationKind,
    RelationState,
    Resolution,
    Stance,
    Status,
    Verdict,
)
from evidence.model import QuoteState, Utc, Value

__all__ = [
    "CONFIDENCE_NUMBER",
    "DIRECTED",
    "Assessment",
    "Certainty",
    "Checkability",
    "Claim",
    "Confidence",
    "ConflictState",
    "Credibility",
    "DateSpan",
    "Directness",
    "Entity",
    "EntityType",
    "EvidenceLink",
    "Facet",
    "Kind",
    "Number",
    "Offset",
    "Quantity",
    "Reason",
    "Relation",
    "RelationKind",
    "RelationState",
    "Resolution",
    "Review",
    "Stance",
    "Status",
    "Verdict",
    "WaitingLink",
    "plain_number",
]


def plain_number(number: float) -> float:
    """300.0 becomes 300, so that one value has one spelling in digests and exports."""
    try:
        as_float = float(number)
    except OverflowError as error:
        raise ValueError("input should be a finite number") from error
    if not isfinite(as_float):
        raise ValueError("input should be a finite number")
    if abs(number) >= 2**53:
        return as_float
    return int(number) if as_float.is_integer() else number


Number = Annotated[int | float, AfterValidator(plain_number)]
Offset = Annotated[int, Field(ge=0, lt=2**31)]
"""A place in a text, in code points, as both databases can count."""


class Entity(Value):
    """Someone or something a claim is about."""

    name: str = Field(min_length=1)
    type: EntityType = EntityType.OTHER


class Quantity(Value):
    """A quantity as an interval: `low` and `high` inclusive, None where open; `of` is what is measured."""

    text: str
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    approximate: bool = False
    of: str | None = None
    start: Offset | None = None
    end: Offset | None = None


class DateSpan(Value):
    """A time as an interval of ISO dates, both inclusive, None where unresolved."""

    text: str
    first: str | None = Field(default=None, alias="from")
    last: str | None = Field(default=None, alias="to")
    start: Offset | None = None
    end: Offset | None = None


class EvidenceLink(Value):
    """Claim → quote: which exact words of which document bear on a claim, and how."""

    document: str
    """Id of the document."""
    start: Offset
    end: Offset
    exact: str
    prefix: str = ""
    suffix: str = ""
    stance: Stance = Stance.SUPPORTS
    directness: Directness = Directness.SECONDARY
    state: QuoteState
    added_by: str
    """A reviewer's name, or the name of the rule that added the link."""


class Reason(Value):
    """One named contribution to a machine score."""

    name: str
    points: Number
    words: str


class Assessment(Value):
    """What the machine makes of a claim: never the verdict, never overwritten by it."""

    verdict: Verdict | None = None
    score: Number = Field(ge=0, le=100)
    reasons: tuple[Reason, ...] = ()


class Claim(Value):
    """One assertion with its features, its evidence and the state of the work on it."""

    id: str
    external_id: str | None = None
    statement: str = Field(min_length=1)
    language: str
    kind: Kind | None = None
    checkability: Checkability = Checkability.CHECKABLE
    certainty: Certainty = Certainty.ASSERTED
    claimant: str | None = None
    status: Status = Status.NEW
    verdict: Verdict | None = None
    confidence: Confidence | None = None
    reason: str | None = None
    """Why the verdict or status is what it is, in the words of who set it."""
    credibility: Credibility = Credibility.CANNOT_BE_JUDGED
    assessment: Assessment | None = None
    tags: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    evidence: tuple[EvidenceLink, ...] = ()
    decided_by: str | None = None
    decided_at: Utc | None = None
    version: int = 1


class Relation(Value):
    """How two claims stand to one another, in one respect, with the reasons in words."""

    id: str
    a: str
    b: str
    kind: RelationKind
    facet: Facet | None = None
    state: RelationState = RelationState.SUGGESTED
    conflict: ConflictState | None = None
    resolution: Resolution | None = None
    reasons: tuple[str, ...] = ()
    added_by: str
    decided_by: str | None = None
    decided_at: Utc | None = None
    version: int = 1


class Review(Value):
    """One reviewer's own judgement of a claim: asked for while it has no verdict, given once it has one.

    The claim's own verdict is what the desk concluded. Two reviews of one claim, given without sight of each other,
    are what agreement between reviewers is measured on; `claims.judgement` and `claims.agreement` say how.
    """

    id: str
    claim: str
    reviewer: str
    verdict: Verdict | None = None
    confidence: Confidence | None = None
    reason: str | None = None
    blind: bool = False
    """To be given, or given, without sight of what others concluded."""
    asked_by: str | None = None
    asked_at: Utc | None = None
    given_at: Utc | None = None
    version: int = 1


class WaitingLink(Value):
    """An evidence link to a document that is not in the dossier yet; it becomes one when the document comes."""

    id: str
    claim: str
    document: str
    """What the import named: a file name, an id or a SHA-256."""
    start: Offset | None = None
    end: Offset | None = None
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""
    stance: Stance = Stance.SUPPORTS
    directness: Directness = Directness.SECONDARY
    position: Offset = 0
    """Its place among the claim's evidence, counted from 0, once everything is there."""
    added_by: str
