"""What goes into an import, how it is taken, and what comes of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from factcheck.errors import RowProblem
from factcheck.formats.fieldmap import NO_MAP, FieldMap
from factcheck.formats.rejects import Reject
from factcheck.formats.rows import Row


@dataclass(slots=True)
class Counts:
    """What an import did, or would do."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    relations_new: int = 0
    relations_changed: int = 0
    relations_unchanged: int = 0
    waiting: Counter[str] = field(default_factory=Counter)
    """Links that wait for their document since this import, by what the rows call it."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Rows that the map leaves out, by its reason."""
    rejected: int = 0

    @property
    def writes(self) -> bool:
        """Whether anything changes at all."""
        return bool(self.new or self.changed or self.relations_new or self.relations_changed)


@dataclass(frozen=True, slots=True)
class Batch:
    """Where the rows come from."""

    name: str
    format: str
    fieldmap: FieldMap = NO_MAP


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one file on their way in.

    `digest` gives the file's SHA-256 once all rows have been read; `progress` is told how many bytes have been.
    """

    rows: Iterable[Row | RowProblem]
    batch: Batch
    digest: Callable[[], str]
    progress: Callable[[int], None] = lambda read: None
    called: str | None = None
    """What a problem calls the file; None for the name of the batch."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome for one file: counts, what was wrong, the rows that it was wrong with, and whether it was a trial."""

    counts: Counts
    problems: tuple[RowProblem, ...]
    dry_run: bool
    batch: Batch
    rejects: tuple[Reject, ...] = ()
    """Kept when the good rows are taken without them."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows are taken."""

    dry_run: bool = False
    accept_valid: bool = False
    """Take the good rows even when others are wrong."""
    strict_links: bool = False
    """A quote from a document that is not in the dossier is wrong, rather than waiting for it."""


STRICT = Manner()
"""All or nothing, and saved."""
