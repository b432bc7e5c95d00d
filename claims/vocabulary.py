"""The words of claims and relations: the strings that are stored, shown and exported. Quick to import."""

from enum import StrEnum


class Kind(StrEnum):
    """Kind of claim: AVeriTeC's five (Schlichtkrull et al. 2023), plus `property`."""

    EVENT = "event"
    NUMERICAL = "numerical"
    QUOTATION = "quotation"
    CAUSAL = "causal"
    POSITION = "position"
    PROPERTY = "property"


class Checkability(StrEnum):
    """Whether a claim can be checked at all."""

    CHECKABLE = "checkable"
    OPINION = "opinion"
    PREDICTION = "prediction"
    NOT_A_CLAIM = "not_a_claim"


class Certainty(StrEnum):
    """How the document puts it."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    HEDGED = "hedged"
    SPECULATED = "speculated"
    PLANNED = "planned"


class Status(StrEnum):
    """Where the work on a claim stands."""

    NEW = "new"
    IN_REVIEW = "in_review"
    DEFERRED = "deferred"
    DECIDED = "decided"
    NEEDS_RECHECK = "needs_recheck"
    DISMISSED = "dismissed"


class Verdict(StrEnum):
    """What a person concluded."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"


GLYPHS = {
    Verdict.SUPPORTED: "✓",
    Verdict.REFUTED: "✗",
    Verdict.CONFLICTING: "≠",
    Verdict.NOT_ENOUGH_EVIDENCE: "?",
}
"""How a verdict is marked in reports and lists."""


class Confidence(StrEnum):
    """How sure the reviewer is of the verdict (analytic confidence, US ICD-203)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


CONFIDENCE_NUMBER = {Confidence.LOW: 15, Confidence.MODERATE: 50, Confidence.HIGH: 85}


class Credibility(StrEnum):
    """Information credibility on the Admiralty scale (NATO AJP-2.1); `1` needs two independent origins."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


class Stance(StrEnum):
    """What a quote does for a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Directness(StrEnum):
    """How close the quoted document stands to what it tells."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    HEARSAY = "hearsay"


class EntityType(StrEnum):
    """What sort of thing a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    PLACE = "place"
    OTHER = "other"


class RelationKind(StrEnum):
    """How one claim stands to another; `refines` and `supersedes` read from a to b."""

    DUPLICATES = "duplicates"
    CORROBORATES = "corroborates"
    REFINES = "refines"
    CONFLICTS = "conflicts"
    SUPERSEDES = "supersedes"


DIRECTED = frozenset({RelationKind.REFINES, RelationKind.SUPERSEDES})


class Facet(StrEnum):
    """In what respect two claims agree or clash."""

    QUANTITY = "quantity"
    DATE = "date"
    PLACE = "place"
    DESTINATION = "destination"
    IDENTITY = "identity"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    SCOPE = "scope"


class RelationState(StrEnum):
    """Whether a person has accepted a relation."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class ConflictState(StrEnum):
    """The course of a relation of kind `conflicts`."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    DEFERRED = "deferred"
    RESOLVED = "resolved"
    INTRACTABLE = "intractable"


class Resolution(StrEnum):
    """By what a conflict was resolved."""

    SCOPE_DIFFERENCE = "scope_difference"
    TEMPORAL_CHANGE = "temporal_change"
    PRECISION_OR_UNIT = "precision_or_unit"
    REGIONAL_TERM = "regional_term"
    TRANSCRIPTION_ERROR = "transcription_error"
    ONE_IS_WRONG = "one_is_wrong"
