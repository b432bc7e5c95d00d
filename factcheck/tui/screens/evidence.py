"""Looking for evidence: passages of all documents that bear on a claim, each in its document, to be added by key."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.widget import Widget

from factcheck.errors import FactcheckError, Stale
from factcheck.tui.glyphs import words
from factcheck.tui.listing import Listing
from factcheck.tui.screens.base import ReviewScreen, bindings, guarded
from factcheck.tui.sheet import Sheet
from factcheck.tui.text import Line, Lines, Mark, Paper, cut, fit, line, marked, top_for, wrap_text

if TYPE_CHECKING:
    from claims.model import Claim, EvidenceLink, Stance
    from evidence.model import Document
    from factcheck.dossier import QueueRow
    from factcheck.work.evidence import Found

ROLES = {"supports": "good", "refutes": "bad", "context": "strong"}
SIGNS = {"supports": "supported", "refutes": "refuted", "context": ""}
"""Stances and the verdicts whose glyphs they borrow."""


class EvidenceScreen(ReviewScreen):
    """Ranked passages above, the one under the cursor in its document below."""

    NAME = "evidence"
    BINDINGS = bindings("evidence")

    def __init__(self, row: "QueueRow") -> None:
        super().__init__()
        self._row, self._claim = row, row.claim
        self._words: str | None = None
        self._found: list[Found] | None = None
        self._pane = "list"
        self._searches = 0

    def body(self) -> Iterator[Widget]:
        """Claim, list, document."""
        yield Sheet("about", bar=False)
        yield Listing("found")
        yield Sheet("rule", "line", bar=False)
        with Container(id="lower"):
            yield Sheet("text", thumb=self.review.glyphs.thumb)

    def hint(self) -> str:
        """What to do here."""
        if self._found is None:
            return "looking through all documents"
        if not self._found:
            return "/ looks for other words, Esc goes back"
        return "s, r or c makes the passage evidence; / looks for other words, Tab scrolls below"

    def on_mount(self) -> None:
        """Search at once."""
        listing = self.query_one(Listing)
        listing.chosen = self._clicked
        self._look()

    # ── searching ────────────────────────────────────────────────────────────────────────────────

    def _look(self) -> None:
        """Search in a worker: keys go on working, and an older search that comes late is forgotten."""
        self._searches += 1
        number, words_, claim, dossier = self._searches, self._words, self._claim.id, self.state.dossier
        self._found = None
        self.draw()

        async def search() -> None:
            found = await self.review.slow(lambda: dossier.find_evidence(claim, words_))
            if number == self._searches and self.is_attached:
                self._found = found
                self.query_one(Listing).show(self._rows)
                self.draw()
                await self._show()

        self.run_worker(guarded(search, self.review.failed)(), exit_on_error=False)

    def action_words(self) -> None:
        """Look for other words."""

        async def told(text: str) -> None:
            self._words = text or None
            self._look()

        hint = "Names, figures, the other language's word; empty: the claim's own words."
        self.ask_text("Look for passages about", self._words or self._claim.statement, told, hint)

    def action_own_words(self) -> None:
        """Look for what the claim says."""
        self._words = None
        self._look()

    # ── drawing ──────────────────────────────────────────────────────────────────────────────────

    def draw(self) -> None:
        """Everything but the document."""
        self.sheet("title").say(" ", ("Evidence for a claim", "strong"))
        self.draw_status()
        about = self.sheet("about")
        about.styles.height = 2
        looked = f"words: {self._words}" if self._words else self._claim.statement
        about.show(lambda cells: Lines(_two(wrap_text(looked, cells, "strong"), cells)))
        listing = self.query_one(Listing)
        listing.active = self._pane == "list"
        if not self._found:
            text = "looking .." if self._found is None else "no passage of any document shares a word with this"
            listing.show(lambda cells: ())
            self.sheet("text").show(lambda cells: Lines(wrap_text(text, cells)))
            self._rule("" if self._found is None else "nothing found")
        else:
            listing.again()

    def _rows(self, cells: int) -> list[Line]:
        return [self._line(one, cells) for one in self._found or ()]

    def _line(self, one: "Found", cells: int) -> Line:
        link = self._link(one)
        stance = link.stance if link else one.stance
        glyph = self.review.glyphs.verdict[SIGNS[stance]] if stance else " "
        told = f"{glyph} {stance}" if link else f"{glyph} {stance}?" if stance else ""
        source = one.source or one.name
        room = max(10, cells - 2 - 12 - 15)
        sign = self.review.glyphs.marked if link else " "
        return line(
            f"{sign} ",
            (fit(told, 12), ROLES[stance] if stance and link else "dim" if stance else ""),
            fit(" ".join(one.text.split()), room),
            " ",
            (fit(source, 14), "dim"),
        )

    @property
    def current(self) -> "Found | None":
        """The passage under the cursor."""
        at = self.query_one(Listing).at
        return self._found[at] if self._found and at < len(self._found) else None

    async def _show(self) -> None:
        """The passage in its document, with what is evidence already."""
        one = self.current
        if one is None:
            return
        document = await self.review.db(self.state.load_document, one.document)
        if one is not self.current:
            return
        self._show_in(document, one)

    def _show_in(self, document: "Document", one: "Found") -> None:
        glyphs, sheet = self.review.glyphs, self.sheet("text")
        links = [link for link in self._claim.evidence if link.document == document.id]
        marks = [Mark(link.start, link.end, "other", "") for link in links]
        marks.append(Mark(one.start, one.end, "quote", glyphs.margin))

        def build(cells: int) -> Paper:
            return marked(document.text, cells, marks)

        sheet.show(build, lambda paper: top_for(paper, one.start, one.end, sheet.size.height))
        link = self._link(one)
        said = f"evidence: {link.stance}" if link else f"suggested: {one.stance}" if one.stance else "no suggestion"
        why = f" ({one.reason})" if one.reason else ""
        self._rule(f"{said}{why} · {document.name} · {document.source or 'no source'}")

    def _rule(self, text: str) -> None:
        rule = self.review.glyphs.rule
        role = "head" if self._pane == "text" else "dim"
        told = f" {text} " if text else ""
        self.sheet("rule").show(
            lambda cells: Lines((line((f"{rule * 2}{cut(told, cells - 4)} ", role), (rule * cells, "dim")),))
        )

    def _link(self, one: "Found") -> "EvidenceLink | None":
        """The claim's evidence that this passage is, or is part of."""
        number = self._number(one)
        return self._claim.evidence[number - 1] if number else None

    def _number(self, one: "Found") -> int | None:
        """Its number among the claim's evidence, counted from 1."""
        touching = (
            number
            for number, link in enumerate(self._claim.evidence, 1)
            if link.document == one.document and link.start < one.end and one.start < link.end
        )
        return next(touching, None)

    # ── moving ───────────────────────────────────────────────────────────────────────────────────

    def _clicked(self, at: int, twice: bool) -> None:  # noqa: ARG002 - adding needs a stance, so a key or the footer
        async def go() -> None:
            self._pane = "list"
            await self._go(at)

        self.run_worker(guarded(go, self.review.failed)(), exit_on_error=False)

    async def _go(self, at: int) -> None:
        self.query_one(Listing).move(at)
        await self._show()

    async def _move(self, step: int) -> None:
        if self._pane == "text":
            self.sheet("text").scroll_lines(step)
        else:
            await self._go(self.query_one(Listing).at + step)

    async def action_move(self, step: int) -> None:
        """Up or down."""
        await self._move(step)

    async def action_move_page(self, step: int) -> None:
        """A page up or down."""
        rows = self.sheet("text").size.height if self._pane == "text" else self.query_one(Listing).rows
        await self._move(step * max(1, rows - 1))

    async def action_move_end(self, step: int) -> None:
        """To the first or the last."""
        await self._move(step * max(len(self._found or ()), self.sheet("text").paper.height))

    async def action_pane(self) -> None:
        """Between list and document."""
        self._pane = "list" if self._pane == "text" else "text"
        self.draw()
        await self._show()
        where = "the document: j and k scroll it, Tab goes back" if self._pane == "text" else "the list"
        self.say(f"now moving in {where}")

    # ── adding and removing ──────────────────────────────────────────────────────────────────────

    async def action_add(self, stance: str) -> None:
        """Make the passage evidence."""
        from claims.model import Stance  # noqa: PLC0415 - loaded by now, and not before the first frame

        one = self.current
        if one is None:
            self.say("there is no passage here")
            return
        if self._number(one) == 1 and self._claim.external_id is None:
            self.say("this passage is the claim itself", "warn")
            return
        await self._save(lambda: self._added(one, Stance(stance)), f"the passage {_as(stance)}")

    async def action_remove(self) -> None:
        """Take the passage away from the evidence."""
        one = self.current
        number = None if one is None else self._number(one)
        if number is None:
            self.say("this passage is no evidence for the claim; nothing to remove")
            return
        dossier, claim = self.state.dossier, self._claim
        await self._save(
            lambda: dossier.remove_evidence(claim.id, number, seen=claim.version), "the passage is no evidence any more"
        )

    def _added(self, one: "Found", stance: "Stance") -> "Claim":
        return self.state.dossier.add_evidence(
            self._claim.id, one.document, (one.start, one.end), stance, seen=self._claim.version
        )

    async def _save(self, act: "Callable[[], Claim]", says: str) -> None:
        try:
            self._claim = await self.review.db(act)
        except Stale:
            await self._refresh()
            self.say("someone else changed this claim meanwhile; nothing was saved, look again", "warn")
            return
        except FactcheckError as problem:
            self.say(str(problem), "warn")
            return
        self.state.show_changed(self._row, self._claim)
        again = "; the claim is to be checked again" if self._claim.status == "needs_recheck" else ""
        self.draw()
        await self._show()
        self.say(f"saved: {says}{again}; u takes it back", "good")

    async def _refresh(self) -> None:
        """The claim as it is now."""
        self._claim = await self.review.db(self.state.dossier.claim, self._claim.id)
        self.state.show_changed(self._row, self._claim)
        self.draw()
        await self._show()

    async def turned(self, place: int | None) -> None:  # noqa: ARG002 - one stays with the claim
        """After an undo or redo."""
        await self._refresh()


def _as(stance: str) -> str:
    return "is context for the claim" if stance == "context" else f"{words(stance)} the claim"


def _two(lines: list[Line], cells: int) -> list[Line]:
    """At most two lines, the second one cut with a mark."""
    if len(lines) <= 2:
        return lines
    rest = "".join(text for text, _ in (*lines[1], *lines[2]))
    return [lines[0], line((cut(rest, cells), "strong"))]


def open_evidence(screen: ReviewScreen) -> None:
    """Look for evidence for the claim that is shown."""
    row = screen.state.current
    if row is None:
        screen.say("there is no claim here")
    else:
        screen.app.push_screen(EvidenceScreen(row))
