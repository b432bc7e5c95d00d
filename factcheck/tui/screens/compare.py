"""Two claims side by side, each in its document, with what differs marked and the course of their conflict by key."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.containers import Container
from textual.widget import Widget

from factcheck.tui.glyphs import words
from factcheck.tui.screens.base import ReviewScreen, bindings, reason_dialog
from factcheck.tui.screens.dialogs import Choice, Dialog
from factcheck.tui.sheet import Footer, Sheet
from factcheck.tui.text import (
    Line,
    Lines,
    Paper,
    cut,
    differing,
    emphasised,
    line,
    marked,
    top_for,
    width,
    wrap,
    wrap_text,
)

if TYPE_CHECKING:
    from claims.judgement import RelationDecision
    from claims.model import Claim, Relation
    from evidence.model import Document

SIDES = ("left", "right")
SIGNS = {"left": ("- ", "del"), "right": ("+ ", "add")}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims by id, and the conflict between them if there is one already."""

    left: str
    right: str
    relation: "Relation | None" = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair with everything that is drawn of it."""

    relation: "Relation | None"
    claims: "dict[str, Claim]"
    """By side."""
    documents: "dict[str, Document | None]"


async def open_compare(screen: ReviewScreen) -> None:
    """Compare the two marked claims, or those of the conflicts, the ones of the present claim first."""
    state = screen.state
    row = state.current
    if row is None:
        screen.say("there is no claim here")
        return
    conflicts = await screen.review.db(state.dossier.conflicts)
    if len(state.marked) == 2:
        a, b = (
            row.claim.id for row in (await screen.review.db(state.dossier.queue_rows, sorted(state.marked))).values()
        )
        between = [one for one in conflicts if {one.a, one.b} == {a, b}]
        pairs = [Pair(a, b, one) for one in between] or [Pair(a, b)]
    else:
        own = [one for one in conflicts if row.claim.id in {one.a, one.b}]
        pairs = [_seen_from(row.claim.id, one) for one in own]
        pairs += [Pair(one.a, one.b, one) for one in conflicts if one not in own]
        if not own and pairs:
            screen.say("this claim is in no conflict; these are the others")
    if not pairs:
        screen.say("there are no conflicts; mark two claims with Space and press c to compare them")
        return
    screen.app.push_screen(CompareScreen(pairs))


def _seen_from(claim: str, one: "Relation") -> Pair:
    return Pair(one.a, one.b, one) if one.a == claim else Pair(one.b, one.a, one)


class CompareScreen(ReviewScreen):
    """Conflicts, one after the other."""

    NAME = "compare"
    BINDINGS = bindings("compare")

    def __init__(self, pairs: list[Pair]) -> None:
        super().__init__()
        self._pairs = pairs
        self._at = 0
        self._shown: Shown | None = None

    def body(self) -> Iterator[Widget]:
        """What the conflict is about, the two sides, and by what it can be resolved."""
        yield Sheet("about", bar=False)
        with Container(id="pair"):
            for side in SIDES:
                with Container(id=side, classes="side"):
                    yield Sheet(f"{side}-head", "head", bar=False)
                    yield Sheet(f"{side}-text", thumb=self.review.glyphs.thumb)
        yield Footer(self.NAME, resolve=True)

    def hint(self) -> str:
        """What to do here."""
        return "1 to 6: resolved, and by what; y and x: conflict or none; j and k scroll both"

    async def on_mount(self) -> None:  # type: ignore[override]  # Textual allows both
        """Load the first pair."""
        await self.or_leave(self.load)

    async def load(self) -> None:
        """Load the pair one is at, and draw it."""
        pair = self._pairs[self._at]
        state = self.state

        def read() -> Shown:
            relation = None
            if pair.relation is not None:
                found = [one for one in state.dossier.relations(pair.left) if one.id == pair.relation.id]
                relation = found[0] if found else None
            claims = {"left": state.dossier.claim(pair.left), "right": state.dossier.claim(pair.right)}
            documents = {
                side: state.load_document(claim.evidence[0].document) if claim.evidence else None
                for side, claim in claims.items()
            }
            return Shown(relation, claims, documents)

        self._shown = await self.review.db(read)
        self.draw()

    # ── drawing ──────────────────────────────────────────────────────────────────────────────────

    def draw(self) -> None:
        """Everything."""
        self.draw_title("Two claims compared" if self._shown is None or self._shown.relation is None else "Conflict")
        self.draw_status()
        if self._shown is None:
            return
        shown = self._shown
        self.sheet("about").show(lambda cells: Lines(self._about(shown, cells)))
        self.sheet("about").refresh(layout=True)
        self.query_one("#resolve").display = shown.relation is not None
        stretches = dict(zip(SIDES, differing(*(shown.claims[side].statement for side in SIDES)), strict=True))
        for side in SIDES:
            self._draw_side(shown, side, stretches[side])

    def _about(self, shown: Shown, cells: int) -> list[Line]:
        from factcheck.tui.views import course  # noqa: PLC0415 - loaded by now, and not before the first frame

        one = shown.relation
        if one is None:
            return [line(("These two claims are not marked as being in conflict; m marks them.", "strong"))]
        facet = f"differ in {words(one.facet)}" if one.facet else "contradict each other"
        number = f" ({self._at + 1} of {len(self._pairs)})"
        lines = wrap(
            [(f"{self.review.glyphs.conflict} The accounts {facet}: ", "warn"), (course(one) + number, "strong")], cells
        )
        for reason in one.reasons[-2:]:
            lines += wrap_text(f"because: {reason}", cells, indent="  ")
        return lines[:5]

    def _draw_side(self, shown: Shown, side: str, stretches: list[tuple[int, int]]) -> None:
        from factcheck.tui import views  # noqa: PLC0415

        claim, document, glyphs = shown.claims[side], shown.documents[side], self.review.glyphs
        sign, role = SIGNS[side]

        def head(cells: int) -> Paper:
            about = views.document_line(document, claim.evidence[0], brief=True) if document else "no document"
            spans = emphasised(claim.statement, stretches, role, "strong")
            body = [
                (
                    (
                        sign if any(how == role for _, how in one) else "  ",
                        role if any(how == role for _, how in one) else "",
                    ),
                    *one,
                )
                for one in wrap(spans, cells - 2)
            ]
            verdict, how = views.verdict_span(claim, glyphs, brief=True)
            room = cells - width(verdict) - 6
            return Lines([line((f"{glyphs.rule * 2} {cut(about, room)} · ", "dim"), (verdict, how)), *body[:4]])

        self.sheet(f"{side}-head").show(head)
        self.sheet(f"{side}-head").refresh(layout=True)
        sheet = self.sheet(f"{side}-text")
        if document is None:
            sheet.show(lambda cells: Lines(wrap_text("This claim quotes no document.", cells, "dim")))
            return
        facet = shown.relation.facet if shown.relation else None
        marks = views.quote_marks(claim, document, glyphs) + views.facet_marks(claim, document, facet, glyphs)
        own = claim.evidence[0]

        def build(cells: int) -> Paper:
            return marked(document.text, cells, marks)

        sheet.show(build, lambda paper: top_for(paper, own.start, own.end, sheet.size.height))

    def scrolled(self) -> list[Sheet]:
        """Both documents move together."""
        return [self.sheet(f"{side}-text") for side in SIDES]

    def action_quotes(self) -> None:
        """Back to the quotes."""
        self.draw()

    async def action_step(self, step: int) -> None:
        """The next or previous conflict."""
        if len(self._pairs) == 1:
            self.say("this is the only one")
            return
        self._at = (self._at + step) % len(self._pairs)
        await self.load()

    async def turned(self, place: int | None) -> None:  # noqa: ARG002
        """Show what was undone."""
        await self.load()
        await self._recount()

    # ── deciding ─────────────────────────────────────────────────────────────────────────────────

    async def action_decide(self, state: str) -> None:
        """A conflict or none."""
        from claims.judgement import RelationDecision  # noqa: PLC0415 - loaded by now
        from claims.model import RelationState  # noqa: PLC0415

        yes = state == "confirmed"
        says = "confirmed as a conflict: 1 to 6 resolve it, a d i set its course" if yes else "no conflict: rejected"
        await self._save(RelationDecision(state=RelationState(state)), says, advance=not yes)

    async def action_course(self, course: str) -> None:
        """The course of the conflict."""
        from claims.judgement import RelationDecision  # noqa: PLC0415
        from claims.model import ConflictState, RelationState  # noqa: PLC0415

        sure = course in {"acknowledged", "intractable"}
        decision = RelationDecision(conflict=ConflictState(course), state=RelationState.CONFIRMED if sure else None)
        await self._save(decision, f"the conflict is now {words(course)}", advance=course != "open")

    async def action_resolve(self, resolution: str) -> None:
        """Resolved, and by what."""
        from claims.judgement import RelationDecision  # noqa: PLC0415
        from claims.model import ConflictState, RelationState, Resolution  # noqa: PLC0415

        decision = RelationDecision(
            state=RelationState.CONFIRMED, conflict=ConflictState.RESOLVED, resolution=Resolution(resolution)
        )
        await self._save(decision, f"resolved by {words(resolution)}", advance=True)

    def action_note(self) -> None:
        """A reason in words."""
        from claims.judgement import RelationDecision  # noqa: PLC0415
        from factcheck.tui import reasons  # noqa: PLC0415

        async def told(text: str | None) -> None:
            if text:
                await self._save(RelationDecision(reason=text), "reason added", advance=False)

        if self._relation() is not None:
            self.review.ask(reason_dialog("Why do they stand like this?", reasons.RELATION), told)

    def _relation(self) -> "Relation | None":
        relation = self._shown.relation if self._shown else None
        if relation is None:
            self.say("these two are not marked as being in conflict; m marks them", "warn")
        return relation

    async def _save(self, decision: "RelationDecision", says: str, *, advance: bool, over: bool = False) -> None:
        from factcheck.errors import NotAllowed, Stale  # noqa: PLC0415

        one = self._relation()
        if one is None:
            return
        dossier = self.state.dossier
        seen = None if over else one.version
        try:
            await self.review.db(lambda: dossier.relate(one.a, one.b, one.kind, one.facet, decision, seen=seen))
        except NotAllowed as problem:
            self.say(str(problem).replace(f"relation {one.id}", "this relation"), "warn")
            return
        except Stale:
            await self._collided(decision, says, advance=advance)
            return
        self.say(f"saved: {says}", "good")
        await self._recount()
        if advance and len(self._pairs) > 1:
            await self.action_step(1)
        else:
            await self.load()

    async def _collided(self, decision: "RelationDecision", says: str, *, advance: bool) -> None:
        """Someone else saved first: show it, and ask."""
        from factcheck.tui.views import course  # noqa: PLC0415

        await self.load()
        one = self._relation()
        if one is None:
            return
        theirs = (
            f"It is now: {course(one)}",
            *(f"because: {reason}" for reason in one.reasons[-1:]),
            f"by {one.decided_by}",
        )

        async def told(answer: str | None) -> None:
            if answer:
                await self._save(decision, says, advance=advance, over=True)
            else:
                self.say("theirs was kept; nothing of yours was saved")

        choices = (Choice("y", f"save yours over it: {says}", "y"),)
        self.review.ask(Dialog("Someone else saved first", theirs, choices, enter=False, leave="keep theirs"), told)

    async def _recount(self) -> None:
        pair = self._pairs[self._at]
        await self.review.db(self.state.recount, (pair.left, pair.right))

    # ── by hand ──────────────────────────────────────────────────────────────────────────────────

    def action_by_hand(self) -> None:
        """How the two stand, and in what respect."""
        from claims.model import RelationKind  # noqa: PLC0415

        order = (RelationKind.CONFLICTS, *(kind for kind in RelationKind if kind is not RelationKind.CONFLICTS))
        says = {
            "conflicts": "conflict: both cannot stand as they are",
            "duplicates": "duplicates: they say the same",
            "corroborates": "corroborates: one bears the other out",
            "refines": "refines: the left one says the right one more exactly",
            "supersedes": "supersedes: the left one replaces the right one",
        }
        choices = [Choice(str(at), says[kind.value], kind.value) for at, kind in enumerate(order, 1)]

        async def told(kind: str | None) -> None:
            if kind is not None:
                self._ask_facet(kind)

        self.review.ask(Dialog("How do these two claims stand?", (), choices), told)

    def _ask_facet(self, kind: str) -> None:
        from claims.model import Facet  # noqa: PLC0415

        choices = [Choice(str(at), words(facet), facet.value) for at, facet in enumerate(Facet, 1)]
        choices.append(Choice("0", "in general", ""))

        async def told(facet: str | None) -> None:
            if facet is not None:
                await self._relate(kind, facet)

        self.review.ask(Dialog("In what respect?", (), choices), told)

    async def _relate(self, kind: str, facet: str) -> None:
        from claims.model import Facet, RelationKind  # noqa: PLC0415
        from factcheck.errors import NotAllowed  # noqa: PLC0415

        pair, dossier = self._pairs[self._at], self.state.dossier
        told: tuple[Any, ...] = (pair.left, pair.right, RelationKind(kind), Facet(facet) if facet else None)
        try:
            made = await self.review.db(lambda: dossier.relate(*told))
        except NotAllowed as problem:
            self.say(str(problem), "warn")
            return
        if made.kind is RelationKind.CONFLICTS:
            self._pairs.insert(self._at, Pair(pair.left, pair.right, made))
            if pair.relation is None:
                self._pairs.pop(self._at + 1)
        self.say(f"saved: the two are marked as {words(kind)}{f' in {words(facet)}' if facet else ''}", "good")
        await self._recount()
        await self.load()
