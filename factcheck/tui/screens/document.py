"""A whole document with all its claims marked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget

from factcheck.tui.glyphs import short
from factcheck.tui.screens.base import ReviewScreen, bindings
from factcheck.tui.sheet import Sheet
from factcheck.tui.text import Lines, Mark, Paper, marked, top_for, wrap_text

if TYPE_CHECKING:
    from claims.model import Claim
    from evidence.model import Document


class DocumentScreen(ReviewScreen):
    """What was published, and what of it was taken as a claim."""

    NAME = "document"
    BINDINGS = bindings("document")

    def __init__(self, document: "Document", at: "Claim") -> None:
        super().__init__()
        self._document = document
        self._claims: list[tuple[int, int, Claim]] = []
        self._first = at
        self._at = 0

    def body(self) -> Iterator[Widget]:
        """The document, and the claim one is at."""
        yield Sheet("text", thumb=self.review.glyphs.thumb)
        yield Sheet("rule", "line", bar=False)
        about = Sheet("about", bar=False)
        about.styles.height = 2
        yield about

    def hint(self) -> str:
        """What to do here."""
        return "claims are underlined; ] and [ go from one to the next, Enter to it in the queue"

    def on_mount(self) -> None:
        """Show the document at the claim one comes from, and load the others in it beside."""
        self._claims = [
            (link.start, link.end, self._first)
            for link in self._first.evidence[:1]
            if link.document == self._document.id
        ]
        self.draw()
        self.beside(self._load)

    async def _load(self) -> None:
        claims = await self.review.slow(self.state.dossier.claims_on, self._document.id)
        self._claims = sorted(
            (
                (link.start, link.end, claim)
                for claim in claims
                for link in claim.evidence
                if link.document == self._document.id
            ),
            key=lambda item: (item[0], item[1], item[2].id),
        )
        own = self._first.evidence[0]
        self._at = next(
            (at for at, item in enumerate(self._claims) if item[2].id == self._first.id and item[0] == own.start), 0
        )
        self.draw()

    def draw(self) -> None:
        """The document at the claim one is at."""
        document = self._document
        known = " · ".join(
            part for part in (document.title, document.name, document.source, document.published) if part
        )
        self.sheet("title").say(" ", (known, "strong"))
        self.draw_status()
        if not self._claims:
            return
        glyphs = self.review.glyphs
        start, end, claim = self._claims[self._at]
        marks = [Mark(first, last, "other", "") for first, last, _ in self._claims]
        marks.append(Mark(start, end, "quote", glyphs.margin))
        sheet = self.sheet("text")

        def build(cells: int) -> Paper:
            return marked(document.text, cells, marks)

        sheet.show(build, lambda paper: top_for(paper, start, end, sheet.size.height))
        verdict = claim.verdict.value if claim.verdict else ""
        where = (
            f"claim {self._at + 1} of {len(self._claims)}: {glyphs.verdict[verdict]} {short(verdict or claim.status)}"
        )
        self.sheet("rule").say((f"{glyphs.rule * 2} {where} ", "head"), (glyphs.rule * 200, "dim"))
        self.sheet("about").show(lambda cells: Lines(wrap_text(claim.statement, cells)))

    def action_next_claim(self, step: int) -> None:
        """The next or previous claim."""
        if self._claims:
            self._at = (self._at + step) % len(self._claims)
            self.draw()

    async def action_open(self) -> None:
        """Put the queue's cursor on this claim."""
        if not self._claims:
            return
        place = await self.review.db(self.state.place_of, self._claims[self._at][2].id)
        if place is None:
            self.say("this claim is not in the queue as it is filtered now; x in the queue shows all", "warn")
            return
        await self.review.db(self.state.ready, place)
        self.state.cursor = place
        while self.app.screen is not self.app.screen_stack[0]:
            self.app.pop_screen()
