"""What a verdict report is made of, whatever it is written in. Values only; the same dossier gives the same report."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from claims.model import Claim, EvidenceLink, Relation, Status, Verdict
from evidence.model import Document, Source
from factcheck.formats.lossless import Header


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims and how they stand to one another."""

    relation: Relation
    a: Claim
    b: Claim


class Shelf:
    """The documents and sources of a report, looked up by id and name, with line numbers for offsets."""

    def __init__(self, documents: Iterable[Document], sources: Iterable[Source], newer: Mapping[str, str]) -> None:
        self.documents = {item.id: item for item in documents}
        self.sources = {item.name: item for item in sources}
        self.newer = dict(newer)
        """Id of the newer version, by the id of the document that it replaces."""
        self._positions = {id_: at for at, id_ in enumerate(self.documents)}
        self._lines: dict[str, list[int]] = {}

    def position(self, document: str) -> int:
        """The place of a document in the order in which they came."""
        return self._positions[document]

    def line(self, document: str, offset: int) -> int:
        """The line, counted from 1, on which this offset stands."""
        if document not in self._lines:
            text = self.documents[document].text
            self._lines[document] = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
        return bisect_right(self._lines[document], offset)

    def of(self, link: EvidenceLink) -> Document:
        """The document of a quote."""
        return self.documents[link.document]

    def source_of(self, link: EvidenceLink) -> Source | None:
        """The source of a quote's document."""
        name = self.of(link).source
        return None if name is None else self.sources[name]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report tells, in the order in which it tells it."""

    header: Header
    shelf: Shelf
    total: int
    status: Mapping[str, int]
    verdict: Mapping[str, int]
    checkability: Mapping[str, int]
    last_entry: str | None
    """When the ledger's last entry was written."""
    conflicts: tuple[Pair, ...]
    agreements: tuple[Pair, ...]
    decided: Mapping[Verdict, tuple[Claim, ...]]
    undecided: Mapping[Status, tuple[Claim, ...]]
    per_document: Mapping[str, int] = field(default_factory=dict)
    """How many claims quote each document first, by its id."""
    related: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    """Relations that were not rejected, by the id of each of their claims."""
    statements: Mapping[str, str] = field(default_factory=dict)
    """Statements of claims that relations name, by id."""
    as_of: str | None = None
    """The moment in UTC as of which all this is told; None for the dossier as it is."""

    def claims(self) -> Iterator[Claim]:
        """All claims: what was decided first, then what is open, in the order of the report."""
        for some in (*self.decided.values(), *self.undecided.values()):
            yield from some


def own_words_only(claim: Claim) -> bool:
    """Whether everything that supports the claim is the document in which it stands: one account, not a check."""
    supporting = {link.document for link in claim.evidence if link.stance == "supports"}
    return len(supporting) == 1 and bool(claim.evidence) and claim.evidence[0].document in supporting
