"""What the reviewer is looking at and what was done: no Textual in here, so it can be tested and read by itself.

The queue holds one key and one bit for each claim; the lines themselves are loaded a hundred at a time where one looks.
Everything here is quick apart from the methods that say so; those the program calls in a thread.
"""

from array import array
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.model import Claim, Confidence
from evidence.model import Document
from factcheck.dossier import Dossier, Filter, QueueRow
from factcheck.errors import UnknownReference
from factcheck.tui.deciding import PAGE, Deciding
from factcheck.tui.glyphs import short

if TYPE_CHECKING:
    from factcheck.tui.acts import Act

PAGES = 10
"""Pages that are kept: a thousand lines."""
DOCUMENTS = 8


@dataclass(frozen=True, slots=True)
class Loaded:
    """A queue that was loaded and is not shown yet."""

    wanted: Filter
    ids: "array[int]"
    open_: bytearray
    cursor: int
    page: int
    rows: dict[int, QueueRow]
    urgent: bool
    complete: bool


@dataclass
class State(Deciding):
    """One reviewer's session on one dossier."""

    dossier: Dossier
    title: str = ""
    wanted: Filter = field(default_factory=Filter)
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    open_: bytearray = field(default_factory=bytearray)
    """1 for each claim that still waits for a reviewer, 0 for the others; as they were loaded or last saved."""
    cursor: int = 0
    marked: set[int] = field(default_factory=set)
    last_mark: int | None = None
    sure: Confidence | None = None
    """The confidence with which the next verdict is saved."""
    offer: "Act | None" = None
    """The last verdict, for the duplicates of what it was given to."""
    gone: int = 0
    """Lines that no longer match the filter: they keep their places until the queue is loaded again."""
    searched: str = ""
    matches: "array[int]" = field(default_factory=lambda: array("q"))
    found_all: bool = True
    """Whether all matches are known, and not only those at the top of the queue."""
    prioritised: bool = False
    complete: bool = True
    """Whether the whole queue is here, and not only its beginning."""
    _pages: "OrderedDict[int, dict[int, QueueRow]]" = field(default_factory=OrderedDict)
    _documents: "OrderedDict[str, Document]" = field(default_factory=OrderedDict)

    # ── the queue ────────────────────────────────────────────────────────────────────────────────

    def prepare(self, wanted: Filter | None = None, at: str | None = None, *, first: int | None = None) -> "Loaded":
        """Load the queue, all of it or the `first` claims only. Changes nothing here; call it in a thread.

        The cursor will go to claim `at`, or stay on its claim, or go to the first one that is open.
        """
        wanted = wanted or self.wanted
        here = self.ids[self.cursor] if self.ids else None
        if at is not None:
            here = self.dossier.queue_key(at)
        ids, open_ = self.dossier.queue_ids(wanted, first=first)
        start = max(0, open_.find(1))
        cursor = start if here is None else next((at for at, key in enumerate(ids) if key == here), start)
        page = cursor // PAGE
        rows = self.dossier.queue_rows(ids[page * PAGE : (page + 1) * PAGE])
        own = rows[ids[cursor]].claim.evidence[:1] if ids else ()
        for link in own:
            self.load_document(link.document)
        urgent = bool(ids) and self.dossier.queue_rows(ids[:1])[ids[0]].priority > 0
        return Loaded(wanted, ids, open_, cursor, page, rows, urgent, first is None or len(ids) != first)

    def show(self, loaded: "Loaded") -> None:
        """Take over what was prepared, all at once."""
        self.wanted, self.ids, self.open_, self.cursor = loaded.wanted, loaded.ids, loaded.open_, loaded.cursor
        self.complete = loaded.complete
        self.prioritised = self.prioritised or loaded.urgent
        self.gone, self.matches, self.searched = 0, array("q"), ""
        self._pages.clear()
        self._pages[loaded.page] = loaded.rows
        if self.marked:
            self.marked &= set(loaded.ids)

    def extend(self, loaded: "Loaded", shown_at: int) -> bool:
        """Take over the whole of a queue whose beginning is shown; whether it is still the one that is wanted.

        Nothing moves under a reader: where somebody has left line `shown_at`, the cursor stays where they went.
        """
        if loaded.wanted != self.wanted or self.complete:
            return False
        if loaded.ids[: len(self.ids)] != self.ids:  # others have changed it meanwhile
            here = self.ids[self.cursor : self.cursor + 1]
            self.show(loaded)
            if here and here[0] in loaded.ids:
                self.cursor = loaded.ids.index(here[0])
            return True
        if self.cursor == shown_at:
            self.cursor = loaded.cursor
            self._pages[loaded.page] = loaded.rows
        loaded.open_[: len(self.open_)] = self.open_
        self.ids, self.open_, self.complete = loaded.ids, loaded.open_, True
        return True

    def page_of(self, at: int) -> int:
        """The number of the page on which this line stands."""
        return at // PAGE

    def has(self, at: int) -> bool:
        """Whether this line is loaded."""
        return at // PAGE in self._pages

    def load_page(self, page: int) -> None:
        """Load a hundred lines. In a thread."""
        keys = self.ids[page * PAGE : (page + 1) * PAGE]
        self._pages[page] = self.dossier.queue_rows(keys)
        self._pages.move_to_end(page)
        while len(self._pages) > PAGES:
            self._pages.popitem(last=False)

    def row(self, at: int) -> QueueRow | None:
        """A line of the queue; None while it is not loaded."""
        page = self._pages.get(at // PAGE)
        return None if page is None or not 0 <= at < len(self.ids) else page.get(self.ids[at])

    @property
    def current(self) -> QueueRow | None:
        """The line under the cursor."""
        return self.row(self.cursor)

    def is_ready(self, at: int) -> bool:
        """Whether the line and the document it quotes are loaded."""
        row = self.row(at)
        return row is not None and (not row.claim.evidence or row.claim.evidence[0].document in self._documents)

    def ready(self, at: int) -> None:
        """Load a line and the document it quotes. In a thread."""
        if not self.ids:
            return
        if not self.has(at):
            self.load_page(at // PAGE)
        row = self.row(at)
        if row is not None and row.claim.evidence:
            self.load_document(row.claim.evidence[0].document)

    def load_document(self, id_: str) -> Document:
        """A document by id. In a thread when it is not known to be loaded."""
        if id_ not in self._documents:
            self._documents[id_] = self.dossier.document(id_)
            while len(self._documents) > DOCUMENTS:
                self._documents.popitem(last=False)
        self._documents.move_to_end(id_)
        return self._documents[id_]

    def document_of(self, claim: Claim) -> Document | None:
        """The document of the claim's own quote, when it has one and it is loaded."""
        return self._documents.get(claim.evidence[0].document) if claim.evidence else None

    # ── moving ───────────────────────────────────────────────────────────────────────────────────

    def bounded(self, at: int) -> int:
        """The nearest line there is."""
        return max(0, min(at, len(self.ids) - 1))

    def next_open(self, step: int, start: int | None = None) -> int | None:
        """The nearest open claim in this direction, around the end if need be; None when there is none."""
        start = self.cursor if start is None else start
        if step > 0:
            found = self.open_.find(1, start + 1)
            found = found if found >= 0 else self.open_.find(1, 0, start)
        else:
            found = self.open_.rfind(1, 0, start)
            found = found if found >= 0 else self.open_.rfind(1, start + 1)
        return None if found < 0 else found

    def place_of(self, claim: str) -> int | None:
        """Where a claim stands in the queue, by id. In a thread."""
        try:
            return self.where(self.dossier.queue_key(claim))
        except UnknownReference:
            return None

    def find(self, text: str, *, first: int | None = None) -> int | None:
        """Find the claims that hold these words; the place of the next one from the cursor on. In a thread.

        With `first` only so many from the top of the queue, which is quick where they are many.
        """
        found, _ = self.dossier.queue_ids(replace(self.wanted, text=text), first=first)
        self.found_all = first is None or len(found) != first
        wanted = set(found)
        self.matches = array("q", (at for at, key in enumerate(self.ids) if key in wanted))
        self.searched = text
        return self.match(1, from_=self.cursor - 1)

    def match(self, step: int, from_: int | None = None) -> int | None:
        """The next match in this direction, around the end if need be."""
        start = self.cursor if from_ is None else from_
        if not self.matches:
            return None
        if step > 0:
            return next((at for at in self.matches if at > start), self.matches[0])
        return next((at for at in reversed(self.matches) if at < start), self.matches[-1])

    # ── marks ────────────────────────────────────────────────────────────────────────────────────

    def mark(self) -> None:
        """Mark the claim under the cursor, or take its mark away."""
        if self.ids:
            self.marked ^= {self.ids[self.cursor]}
            self.last_mark = self.cursor

    def mark_range(self) -> None:
        """Mark everything from the last mark to the cursor."""
        first, last = sorted((self.cursor if self.last_mark is None else self.last_mark, self.cursor))
        self.marked.update(self.ids[first : last + 1])
        self.last_mark = self.cursor

    # ── what is shown ────────────────────────────────────────────────────────────────────────────

    def name(self) -> str:
        """What the dossier is called. In a thread the first time."""
        self.title = self.title or self.dossier.title
        return self.title

    @property
    def waiting(self) -> int:
        """How many claims of the queue are open."""
        return self.open_.count(1)

    def told_filter(self) -> str:
        """The filter in words, '' when it lets everything through."""
        some = self.wanted
        parts = [
            some.text and f"text “{some.text}”",
            some.status and f"status {short(some.status)}",
            some.verdict and f"verdict {short(some.verdict)}",
            some.source and f"source {some.source}",
            some.entity and f"about {some.entity}",
            some.tag and f"tag {some.tag}",
            some.conflicts and "in conflict",
            some.assigned and ("asked of you" if some.assigned == self.dossier.reviewer else f"with {some.assigned}"),
            some.unassigned and "asked of nobody",
            some.disagreements and "reviewers disagree",
        ]
        return ", ".join(part for part in parts if part)
