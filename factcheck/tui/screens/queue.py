"""The queue: claims one under the other, the claim and its document following the cursor."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.widget import Widget

from factcheck.errors import FactcheckError
from factcheck.tui.drawn import Ground
from factcheck.tui.queue_view import QueueView
from factcheck.tui.screens.base import bindings, guarded
from factcheck.tui.screens.finding import Finding
from factcheck.tui.sheet import Sheet
from factcheck.tui.text import Lines, Paper, line, marked, top_for, wrap_text

if TYPE_CHECKING:
    from claims.model import Claim
    from evidence.model import Document
    from factcheck.tui.acts import AnyAct


class Lower(Ground, Container):
    """Where claim and document stand."""


class QueueScreen(Finding):
    """Triage."""

    NAME = "queue"
    BINDINGS = bindings("queue")
    previewed = False
    """Whether what was read ahead is shown."""

    def body(self) -> Iterator[Widget]:
        """Queue above, claim and document below."""
        yield QueueView(self.review.glyphs)
        yield Sheet("rule", "line", bar=False)
        with Lower(id="lower"):
            yield Sheet("claim", bar=False)
            yield Sheet("source", thumb=self.review.glyphs.thumb)

    def hint(self) -> str:
        """The first thing a newcomer reads."""
        if not self.review.loaded or not self.state.ids:
            return ""
        if not self.state.waiting:
            return "every claim here has been judged; w writes the report"
        return "press 1 2 3 or 4 to judge the claim above; u takes it back; ? shows all keys"

    def on_mount(self) -> None:
        """Wire the queue to the session."""
        queue = self.query_one(QueueView)
        queue.wants, queue.chosen = self._want, self._chosen
        self._pane = "queue"
        self._advance = False
        self._wanted: set[int] = set()
        self.preview()
        super().on_mount()

    def preview(self) -> None:
        """Show what the first claims say, where that was read ahead already."""
        seen = self.review.seen
        if seen is None or not seen.done():
            return
        self.previewed = True
        with suppress(FactcheckError):  # whatever is wrong will be told when the dossier is opened
            glimpse = seen.result()
            if glimpse is not None:
                self.query_one(QueueView).preview(glimpse)

    def loaded(self) -> None:
        """The dossier is open."""
        self.query_one(QueueView).state = self.state
        self.draw()

    def draw(self) -> None:
        """Queue and panes."""
        super().draw()
        if self.review.loaded:
            queue = self.query_one(QueueView)
            queue.focused_pane = self._pane == "queue"
            queue.follow()
            self.draw_panes()

    def draw_panes(self) -> None:
        """The claim under the cursor, and its document at its quote."""
        row = self.state.current
        wide = self.has_class("-wide")
        if row is None:
            self._draw_nothing()
            return
        claim, document, glyphs = row.claim, self.state.document_of(row.claim), self.review.glyphs
        from factcheck.tui import views  # noqa: PLC0415 - loaded by now, and not before the first frame

        others = self.review.company.at(row.pk) if self.review.company else []
        note = views.work_note(row, self.state.dossier.reviewer, others)
        reviews = row.reviews
        self.sheet("claim").show(
            lambda cells: Lines(
                views.pane_lines(claim, cells, glyphs, reviews, others)
                if wide
                else views.statement_lines(claim, cells, 2)
            )
        )
        if document is None:
            self.sheet("source").show(lambda cells: Lines(wrap_text("This claim quotes no document.", cells, "dim")))
            self._draw_rule("no quote", note)
            return
        self._draw_source(claim, document, note)

    def company_changed(self) -> None:
        """Others came, went, or opened another claim."""
        self.draw_title()
        if self.state.ids:
            self.query_one(QueueView).refresh()
            self.draw_panes()

    def _draw_source(self, claim: "Claim", document: "Document", note: str) -> None:
        from factcheck.tui import views  # noqa: PLC0415

        marks = views.quote_marks(claim, document, self.review.glyphs)
        start = claim.evidence[0].start
        sheet = self.sheet("source")

        def build(cells: int) -> Paper:
            return marked(document.text, cells, marks)

        sheet.show(build, lambda paper: top_for(paper, start, marks[0].end if marks else start, sheet.size.height))
        self._draw_rule(views.document_line(document, claim.evidence[0]), note)

    def _draw_rule(self, text: str, note: str = "") -> None:
        rule = self.review.glyphs.rule
        role = "head" if self._pane == "source" else "dim"
        special = [(f"{rule * 2} ", "dim"), (f"{note} ", "warn")] if note else []
        self.sheet("rule").show(
            lambda cells: Lines((line(*special, (f"{rule * 2} {text} ", role), (rule * cells, "dim")),))
        )

    def _draw_nothing(self) -> None:
        if self.state.told_filter():
            text = "No claim answers this filter. Press x to show all claims again."
        else:
            text = (
                "There are no claims yet. Press i: it brings claims in from a file, or a document to have claims "
                "proposed from it, or opens a sample to try this out. ? shows all keys, q quits."
            )
        self.sheet("claim").say("")
        self.sheet("source").show(lambda cells: Lines(wrap_text(text, cells)))
        self._draw_rule("nothing here")

    # ── moving ───────────────────────────────────────────────────────────────────────────────────

    async def go(self, at: int | None) -> None:
        """Put the cursor on this line, and draw what follows it."""
        if await self._to(at):
            self.query_one(QueueView).follow()
            self.draw_panes()

    async def _to(self, at: int | None) -> bool:
        """Put the cursor on this line, to be drawn by the caller; whether there is such a line."""
        if at is None or not self.state.ids:
            return False
        at = self.state.bounded(at)
        if not self.state.is_ready(at):
            await self.review.db(self.state.ready, at)
        self.state.cursor = at
        return True

    def _want(self, at: int) -> None:
        """Load a page that is in view and missing."""
        page = self.state.page_of(at)
        if page in self._wanted:
            return
        self._wanted.add(page)

        async def load() -> None:
            await self.review.db(self.state.load_page, page)
            self._wanted.discard(page)
            self.query_one(QueueView).refresh()

        self.run_worker(guarded(load, self.review.failed)(), exit_on_error=False)

    def _chosen(self, at: int, twice: bool) -> None:
        async def choose() -> None:
            self._pane = "queue"
            await self.go(at)
            if twice:
                self.action_open()

        self.run_worker(guarded(choose, self.review.failed)(), exit_on_error=False)

    async def _move(self, step: int) -> None:
        if self._pane == "source":
            self.sheet("source").scroll_lines(step)
        else:
            await self.go(self.state.cursor + step)

    async def action_move(self, step: int) -> None:
        """Up or down."""
        await self._move(step)

    async def action_move_page(self, step: int) -> None:
        """A page up or down."""
        rows = self.sheet("source").size.height if self._pane == "source" else self.query_one(QueueView).rows
        await self._move(step * max(1, rows - 1))

    async def action_move_end(self, step: int) -> None:
        """To the first or the last."""
        await self._move(step * max(len(self.state.ids), self.sheet("source").paper.height))

    async def action_next_open(self, step: int) -> None:
        """To the next claim without a verdict."""
        at = self.state.next_open(step)
        if at is None:
            self.say("no other claim here waits for a verdict")
        await self.go(at)

    def action_pane(self) -> None:
        """Between queue and document."""
        self._pane = "queue" if self._pane == "source" else "source"
        self.draw()
        where = "the document: j and k scroll it, Tab goes back" if self._pane == "source" else "the queue"
        self.say(f"now moving in {where}")

    def action_leave(self) -> None:
        """Back to the queue, without marks."""
        if self._pane == "source":
            self._pane = "queue"
        elif self.state.marked:
            self.say(f"{len(self.state.marked)} marks dropped")
            self.state.marked.clear()
        self.draw()

    def action_open(self) -> None:
        """The claim in full."""
        from factcheck.tui.screens.claim import ClaimScreen  # noqa: PLC0415

        if self.state.current is None:
            self.say("there is no claim here")
        else:
            self.app.push_screen(ClaimScreen())

    # ── acts ─────────────────────────────────────────────────────────────────────────────────────

    async def perform(self, act: "AnyAct | None") -> None:
        """Save, then on to the next claim without a verdict."""
        self._advance = act is not None and act.advance
        await super().perform(act)

    async def saved(self) -> None:
        """On to the next one."""
        advance, self._advance = self._advance, False
        if advance:
            at = self.state.next_open(1)
            if at is None:
                text, _ = self.review.message
                self.review.message = (f"every claim here has been judged; w writes the report ({text})", "good")
            else:
                await self._to(at)
        self.draw()

    async def turned(self, place: int | None) -> None:
        """To what was undone."""
        await self._to(place)
        self.draw()

    async def action_mark(self) -> None:
        """Mark, and on to the next line."""
        self.state.mark()
        await self.go(self.state.cursor + 1)
        self._tell_marks()

    def action_mark_range(self) -> None:
        """Mark from the last mark to here."""
        self.state.mark_range()
        self.query_one(QueueView).refresh()
        self._tell_marks()

    def _tell_marks(self) -> None:
        number = len(self.state.marked)
        if number < 2:
            self.say("1 claim is marked: mark more, or Esc drops the mark" if number else "no claim is marked")
            return
        two = "; c compares the two" if number == 2 else ""
        self.say(f"{number} claims are marked: a verdict goes to all of them{two}, Esc drops the marks")

    def action_link(self) -> None:
        """Open the document's address, after showing it."""
        from factcheck.tui.screens.dialogs import Choice, Dialog  # noqa: PLC0415 - not before the first frame

        row = self.state.current
        document = None if row is None else self.state.document_of(row.claim)
        url = (document.url or "") if document else ""
        if not url.lower().startswith(("http://", "https://")):
            self.say("this document has no web address" if not url else "only http and https addresses are opened")
            return

        async def told(answer: str | None) -> None:
            if answer:
                self.app.open_url(url)

        self.review.ask(Dialog("Open in the browser?", (url,), (Choice("y", "open it", "y"),), enter=False), told)

    # ── looking ──────────────────────────────────────────────────────────────────────────────────

    def action_progress(self) -> None:
        """How far the work is."""
        from factcheck.tui.screens.sheets import ProgressScreen  # noqa: PLC0415

        self.app.push_screen(ProgressScreen())

    def action_report(self) -> None:
        """Write a report."""
        from factcheck.tui.screens.export import ask_export  # noqa: PLC0415

        ask_export(self)

    def action_bring(self) -> None:
        """A file in; where there is nothing yet, what one can begin with."""
        if self.state.ids or self.state.told_filter():
            from factcheck.tui.screens.importing import BringScreen  # noqa: PLC0415

            self.app.push_screen(BringScreen())
        else:
            from factcheck.tui.screens.first_run import FirstRunScreen  # noqa: PLC0415

            self.app.push_screen(FirstRunScreen())

    def action_settings(self) -> None:
        """Colours, name, language, keys."""
        from factcheck.tui.screens.settings import SettingsScreen  # noqa: PLC0415

        self.app.push_screen(SettingsScreen())

    async def action_quit(self) -> None:
        """Everything is saved already."""
        self.app.exit()
