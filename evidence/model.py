"""The values of the evidence room: sources, documents, passages and quotes, all frozen.

Offsets are code points into a document's text, half open: `[start, end)`. Times are UTC.
"""

from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    model_validator,
)

from evidence.vocabulary import CONTEXT, RELIABILITY_WORDS, Independence, MarkKind, QuoteState, Reliability

__all__ = [
    "CONTEXT",
    "RELIABILITY_WORDS",
    "Document",
    "Finding",
    "Independence",
    "Mark",
    "MarkKind",
    "Passage",
    "Quote",
    "QuoteState",
    "Reliability",
    "Sha256",
    "Source",
    "Utc",
    "Value",
    "stamp",
    "to_milliseconds",
]


def to_milliseconds(time: datetime) -> datetime:
    """The time in UTC, cut to milliseconds: what is stored is what is compared."""
    return time.astimezone(UTC).replace(microsecond=time.microsecond // 1000 * 1000)


def stamp(time: datetime) -> str:
    """The one spelling of a time, `2025-08-26T07:04:00.000Z`; sorts as text."""
    return to_milliseconds(time).strftime("%Y-%m-%dT%H:%M:%S.") + f"{time.microsecond // 1000:03d}Z"


Utc = Annotated[
    AwareDatetime,
    AfterValidator(to_milliseconds),
    PlainSerializer(stamp, return_type=str, when_used="json"),
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


@cache
def _all_of(kind: type[BaseModel]) -> set[str]:
    """The names of all fields, as one set for all values of a kind that have them all; nobody changes it."""
    return set(kind.model_fields)


class Value(BaseModel):
    """A frozen value that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def trusted(cls, **fields: object) -> Self:
        """A value whose fields, all of them and by their names, are known to be right: nothing is checked.

        Five times as fast as checking, for what is made by the thousand; never for what comes from outside.
        """
        made = cls.__new__(cls)
        keep = object.__setattr__
        keep(made, "__dict__", fields)
        keep(made, "__pydantic_fields_set__", _all_of(cls))
        keep(made, "__pydantic_extra__", None)
        keep(made, "__pydantic_private__", None)
        return made


class Source(Value):
    """Who publishes."""

    id: str
    name: str
    reliability: Reliability = Reliability.F
    note: str | None = None
    version: int = 1


class Mark(Value):
    """A stretch `[start, end)` of a document's text and what it is there for; `time_code` in milliseconds."""

    start: int
    end: int
    kind: MarkKind
    time_code: int | None = None


class Document(Value):
    """One publication as it was received: an immutable snapshot of bytes and the text read from them."""

    id: str
    name: str
    """The file name as given, without its folders."""
    sha256: Sha256
    """Digest of the bytes as received."""
    size: int
    """Bytes."""
    media_type: str
    encoding: str
    text: str
    text_sha256: Sha256
    """Digest of the text, encoded as UTF-8."""
    language: str
    """BCP 47; `und` when it could not be told."""
    title: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time, as precise as it is known."""
    retrieved: Utc
    url: str | None = None
    source: str | None = None
    """Name of the source."""
    origin: str | None = None
    """Where the content really comes from; two documents of one origin are one voice."""
    independence: Independence = Independence.UNKNOWN
    replaces: str | None = None
    """Id of the earlier version of the same publication."""
    marks: tuple[Mark, ...] = ()
    """What the format said about stretches of the text, in order of their start."""

    def time_code(self, offset: int) -> int | None:
        """The time in milliseconds at which the words at this offset are said; None without subtitles' cues."""
        said = [mark for mark in self.marks if mark.kind is MarkKind.CUE and mark.start <= offset]
        return said[-1].time_code if said else None


class Passage(Value):
    """A stretch `[start, end)` of a document's text, with a time code (milliseconds) in transcripts."""

    start: int = Field(ge=0)
    end: int
    time_code: int | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"end {self.end} does not lie after start {self.start}")
        return self


class Quote(Value):
    """Exact words of a document with a little of what stands around them.

    Holds what the W3C Web Annotation model calls a text position selector (`start`, `end`) and a text
    quote selector (`exact`, `prefix`, `suffix`).
    """

    document_sha256: Sha256
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, document_sha256: str, text: str, start: int, end: int) -> Self:
        """Quote `text[start:end]`. Raises ValueError when that is not a stretch of the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"[{start}, {end}) is not inside the text's {len(text)} characters")
        return cls(
            document_sha256=document_sha256,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )


class Finding(Value):
    """Where a quote was found again; `start` and `end` are None for an orphan, `similarity` is 0–100."""

    state: QuoteState
    start: int | None = None
    end: int | None = None
    similarity: float = 0.0
