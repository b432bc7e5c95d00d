"""What the reviewer is looking at and what was done: no Textual in here, so it can be tested and read by itself.

The queue holds one key and one bit for each claim; the lines themselves are loaded a hundred at a time where one looks.
Everything here is quick apart from the methods that say so; those the program calls in a thread.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from claims.judgement import NEEDS_QUOTE, ClaimDecision, has_exact_quote
from claims.model import Claim, Confidence, RelationKind, RelationState, Status, Verdict
from evidence.model import Document
from factcheck.dossier import ClaimEdit, Dossier, Event, Filter, QueueRow, Undone
from factcheck.errors import FactcheckError, NotAllowed, Stale, UnknownReference
from factcheck.tui import reasons
from factcheck.tui.acts import Act, Answer, AskConfirm, AskReason, AskStale, Done, Refused
from factcheck.tui.glyphs import short, words

PAGE = 100
PAGES = 20
"""Pages that are kept: two thousand lines."""
DOCUMENTS = 8
OPEN = (Status.NEW, Status.IN_REVIEW, Status.NEEDS_RECHECK)
"""Statuses that wait for a reviewer."""


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
class State:
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
        return Loaded(wanted, ids, open_, cursor, page, rows, urgent, first is None or len(ids) < first)

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
            return self.ids.index(self.dossier.queue_key(claim))
        except (ValueError, UnknownReference):
            return None

    def find(self, text: str) -> int | None:
        """Find the claims that hold these words; the place of the first one after the cursor. In a thread."""
        found, _ = self.dossier.queue_ids(replace(self.wanted, text=text))
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

    # ── deciding ─────────────────────────────────────────────────────────────────────────────────

    def act(self, decision: ClaimDecision, says: str, *, advance: bool = True) -> Act | None:
        """An act on the marked claims, or on the one under the cursor; None when the queue is empty."""
        keys = (
            tuple(key for key in self.ids if key in self.marked) if self.marked else tuple(self.ids[self.cursor :][:1])
        )
        return Act(decision, keys, says, advance) if keys else None

    def judge(self, verdict: str) -> Act | None:
        """The act of giving this verdict, with the confidence chosen before, if any."""
        says = f"{words(verdict)}{f', {self.sure} confidence' if self.sure else ''}"
        return self.act(ClaimDecision(verdict=Verdict(verdict), confidence=self.sure), says)

    def surer(self, step: int) -> Act | str | None:
        """One step of confidence: an act on a claim that has its verdict, words about the next verdict otherwise."""
        row = self.current
        if row is None:
            return None
        steps = list(Confidence)
        now = row.claim.confidence if row.claim.verdict else self.sure
        at = steps.index(now) + step if now else (len(steps) - 1 if step > 0 else 0)
        new = steps[max(0, min(at, len(steps) - 1))]
        if row.claim.verdict is None:
            self.sure = new
            return f"your next verdict will have {new} confidence"
        return Act(ClaimDecision(confidence=new), (row.pk,), f"confidence {new}", advance=False)

    def attempt(self, act: Act) -> Answer:
        """Save the act, or say what is needed first. In a thread."""
        rows = self._fresh(act.keys)
        asked = self._needs(act, rows)
        if asked is not None:
            return asked
        try:
            done = self._save(act, rows)
        except Stale:
            return self._collision(act, rows)
        except FactcheckError as problem:
            return Refused(_plainly(problem, rows))
        self._take(zip(act.keys, done, strict=True))
        self.offer = None
        if act.decision.verdict:
            self.sure = None
            self.offer = self._offer(act, done)
        if act.advance and len(act.keys) > 1:
            self.marked.clear()
        return Done(self._tell(act, done))

    def edit(self, row: QueueRow, edit: ClaimEdit, says: str) -> Answer:
        """Save a corrected wording or other tags. In a thread."""
        try:
            changed = self.dossier.edit(row.claim.id, edit, seen=row.claim.version)
        except Stale:
            self._take((key, new.claim) for key, new in self.dossier.queue_rows([row.pk]).items())
            return Refused("someone else changed this claim meanwhile; nothing was saved, look again")
        except FactcheckError as problem:
            return Refused(str(problem))
        self._take([(row.pk, changed)])
        return Done(f"saved: {says}")

    def _fresh(self, keys: tuple[int, ...]) -> list[QueueRow]:
        """The lines as they were shown; those that are not loaded are read now."""
        rows = {key: page[key] for page in self._pages.values() for key in page.keys() & set(keys)}
        missing = [key for key in keys if key not in rows]
        for at in range(0, len(missing), PAGE):
            rows.update(self.dossier.queue_rows(missing[at : at + PAGE]))
        return [rows[key] for key in keys]

    def _needs(self, act: Act, rows: list[QueueRow]) -> AskReason | AskConfirm | Refused | None:
        verdict = act.decision.verdict
        if verdict in NEEDS_QUOTE and any(not has_exact_quote(row.claim) for row in rows):
            some = "this claim has" if len(rows) == 1 else "some of these claims have"
            return Refused(f"{verdict} needs an exact quote, and {some} none: choose 3 conflicting or 4 not enough")
        if len(rows) > 1 and not act.confirmed:
            return AskConfirm(act, f"{act.says}: all {len(rows)} marked claims?")
        if verdict and not (act.decision.reason or "").strip():
            changed = {row.claim.verdict for row in rows} - {None, verdict}
            if changed:
                old = " and ".join(sorted(short(one) for one in changed))
                return AskReason(act, f"From {old} to {words(verdict)}: why?", reasons.CHANGED)
            if verdict is Verdict.REFUTED:
                return AskReason(act, "Refuted: why?", reasons.REFUTED)
        return None

    def _save(self, act: Act, rows: list[QueueRow]) -> list[Claim]:
        if len(rows) == 1:
            seen = None if act.over else rows[0].claim.version
            return [self.dossier.decide(rows[0].claim.id, act.decision, seen=seen)]
        return self.dossier.decide_together([(row.claim.id, row.claim.version) for row in rows], act.decision)

    def _collision(self, act: Act, rows: list[QueueRow]) -> AskStale | Refused:
        """Show what the others did, and ask; the lines are loaded again in any case."""
        now = self.dossier.queue_rows(act.keys)
        self._take((key, row.claim) for key, row in now.items())
        changed = [(row.claim, now[row.pk].claim) for row in rows if now[row.pk].claim.version != row.claim.version]
        if len(rows) > 1:
            return Refused(
                f"nothing was saved: {len(changed)} of the marked claims were changed by someone else; look again"
            )
        return AskStale(act, "Someone else saved first", tuple(_theirs(self.dossier, *changed[0])))

    def _take(self, changed: Iterable[tuple[int, Claim]]) -> None:
        """Show claims as they are now, each in its place."""
        for key, claim in changed:
            for page in self._pages.values():
                if key in page:
                    self.gone += _matches(page[key].claim, self.wanted) - _matches(claim, self.wanted)
                    page[key] = replace(page[key], claim=claim)
            with suppress(ValueError):  # it need not be in this queue
                self.open_[self.ids.index(key)] = claim.status in OPEN

    def _tell(self, act: Act, done: list[Claim]) -> str:
        what = f"{len(done)} claims" if len(done) > 1 else f"“{done[0].statement}”"
        number = len(self.offer.keys) if self.offer else 0
        twins = f"; {number} open duplicate{'s' * (number > 1)}: T judges {'them' if number > 1 else 'it'} alike"
        return f"saved: {act.says}{twins if number else ''}: {what}"

    def _offer(self, act: Act, done: list[Claim]) -> Act | None:
        """The same verdict for what was confirmed to say the same, if any of it is open."""
        keys = tuple(self.dossier.queue_key(twin.id) for twin in self.twins(done[0])) if len(done) == 1 else ()
        return replace(act, keys=keys, advance=False, confirmed=True, over=False) if keys else None

    # ── undoing ──────────────────────────────────────────────────────────────────────────────────

    def undo(self, *, back: bool = True) -> tuple[Done | Refused, int | None]:
        """Take the last act back, or do it again: what to say, and where in the queue it was. In a thread."""
        try:
            done = self.dossier.undo() if back else self.dossier.redo()
        except FactcheckError as problem:
            return Refused(str(problem)), None
        if done is None:
            return Done(f"there is nothing of yours to {'undo' if back else 'redo'}"), None
        claims = [self.dossier.claim(id_) for id_ in done.claims]
        self._take([(self.dossier.queue_key(claim.id), claim) for claim in claims])
        place = self.place_of(claims[0].id) if claims else None
        return Done(f"{'undone' if back else 'done again'}: {_restored(done)}"), place

    # ── relations ────────────────────────────────────────────────────────────────────────────────

    def recount(self, claims: Iterable[str]) -> None:
        """Count the conflicts of these claims again. In a thread."""
        keys = [self.dossier.queue_key(id_) for id_ in claims]
        fresh = self.dossier.queue_rows(keys)
        for page in self._pages.values():
            page.update((key, row) for key, row in fresh.items() if key in page)

    def twins(self, claim: Claim) -> list[Claim]:
        """Claims that a person confirmed to say the same, and that are still open. In a thread."""
        same = [
            one.b if one.a == claim.id else one.a
            for one in self.dossier.relations(claim.id)
            if one.kind is RelationKind.DUPLICATES and one.state is RelationState.CONFIRMED
        ]
        found = [self.dossier.claim(id_) for id_ in same]
        return [one for one in found if one.status in OPEN]

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
        ]
        return ", ".join(part for part in parts if part)


def _matches(claim: Claim, wanted: Filter) -> bool:
    """Whether a claim that was just decided still answers the filter; only what a decision can change is looked at."""
    return (wanted.status in {None, claim.status}) and (wanted.verdict in {None, claim.verdict})


def _plainly(problem: FactcheckError, rows: list[QueueRow]) -> str:
    """The rule's sentence without the id of the one claim that everybody is looking at."""
    words_ = str(problem)
    if len(rows) == 1 and isinstance(problem, NotAllowed):
        words_ = words_.replace(f"claim {rows[0].claim.id}", "this claim")
    return words_


def standing(claim: Claim) -> str:
    """Where a claim stands, in words."""
    told = words(claim.status) if claim.verdict is None else words(claim.verdict)
    if claim.verdict is not None and claim.status is not Status.DECIDED:
        told += f" ({words(claim.status)})"
    return told + (f", {claim.confidence} confidence" if claim.confidence else "")


def _theirs(dossier: Dossier, seen: Claim, now: Claim) -> list[str]:
    """What someone else did to a claim since it was shown."""
    lines = [f"You were shown: {standing(seen)}", f"It is now: {standing(now)}"]
    if now.statement != seen.statement:
        lines.append(f"Its wording is now: {now.statement}")
    last = dossier.history(now.id, limit=1)
    return lines + [f"{event.who}, {moment(event)}" + (f": {event.why}" if event.why else "") for event in last]


def moment(event: Event) -> str:
    """When something was done, to the minute."""
    return f"{event.when[:10]} {event.when[11:16]}"


def _restored(done: Undone) -> str:
    """What an undo restored, in words."""
    if len(done.changes) > 1:
        return f"{len(done.changes)} claims"
    what, _, before, after = done.changes[0]
    told = [
        f"{name} {words(before.get(name)) or 'none'} → {words(after[name]) or 'none'}"
        for name in _TOLD
        if name in after
    ]
    return f"{what}: " + (", ".join(told) or "as it was")


_TOLD = ("verdict", "status", "confidence", "state", "conflict", "resolution", "reason", "statement", "tags")
