"""One claim in full, to be read and judged."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget

from factcheck.tui.screens.base import bindings
from factcheck.tui.screens.judging import Judging
from factcheck.tui.sheet import Sheet
from factcheck.tui.text import Lines

if TYPE_CHECKING:
    from claims.model import Claim, Relation
    from evidence.model import Document
    from factcheck.dossier import Event
    from factcheck.tui.text import Paper

    Gathered = tuple[list[Relation], dict[str, Claim], dict[str, Document], list[Event]]


class ClaimScreen(Judging):
    """Quotes with their stance, relations, the machine's reasons, history."""

    NAME = "claim"
    BINDINGS = bindings("claim")

    def body(self) -> Iterator[Widget]:
        """One sheet."""
        yield Sheet("text", thumb=self.review.glyphs.thumb)

    def hint(self) -> str:
        """What to do here."""
        return "1 2 3 or 4 judges this claim; ] goes to the next one; j and k scroll"

    async def on_screen_resume(self) -> None:  # type: ignore[override]  # Textual allows both
        """Gather what hangs on the claim, also when something may have changed meanwhile."""
        await self.or_leave(self.gather)

    async def gather(self) -> None:
        """Load and draw."""
        self.draw()
        row = self.state.current
        if row is None:
            return
        dossier, state, claim = self.state.dossier, self.state, row.claim

        def load() -> "Gathered":
            relations = dossier.relations(claim.id)
            others = {id_: dossier.claim(id_) for one in relations for id_ in (one.a, one.b) if id_ != claim.id}
            documents = {link.document: state.load_document(link.document) for link in claim.evidence}
            return relations, others, documents, list(dossier.history(claim.id))

        told = await self.review.db(load)
        from factcheck.tui.views import claim_lines, work_note  # noqa: PLC0415 - loaded by now

        others = self.review.company.at(row.pk) if self.review.company else []
        note = work_note(row, dossier.reviewer, others)

        def build(cells: int) -> "Paper":
            return Lines(claim_lines(row, *told, self.review.glyphs, cells, note))

        self.sheet("text").show(build)

    def company_changed(self) -> None:
        """Others came, went, or opened another claim."""
        self.draw_title()
        self.beside(self.gather)

    async def saved(self) -> None:
        """Show what it is now; one presses ] for the next claim."""
        await self.gather()

    async def turned(self, place: int | None) -> None:
        """Show the claim that was undone."""
        if place is not None:
            self.state.cursor = place
            await self.review.db(self.state.ready, place)
        await self.gather()

    async def action_step(self, step: int) -> None:
        """The next or previous claim of the queue."""
        at = self.state.bounded(self.state.cursor + step)
        await self.review.db(self.state.ready, at)
        self.state.cursor = at
        await self.gather()
