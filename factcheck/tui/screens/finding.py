"""Searching and filtering the queue."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.tui.glyphs import short, words
from factcheck.tui.screens.base import guarded
from factcheck.tui.screens.judging import Judging

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from factcheck.dossier import Filter

FIRST = 200
"""Claims that are shown before all are known."""


class Finding(Judging):
    """The part of the queue screen that decides which claims are in the queue."""

    async def go(self, at: int | None) -> None:
        """Put the cursor on this line."""
        raise NotImplementedError

    async def reload(self, then: str, **wanted: Any) -> None:
        """Load the queue again, with another filter if one is given."""
        if then:
            self.say("loading")
        await self._load_queue(replace(self.state.wanted, **wanted), lambda: then)

    async def _load_queue(self, wanted: "Filter", says: "Callable[[], str]") -> None:
        """Show the first claims at once, and the others when they are there: of a million that takes seconds."""
        state, row = self.state, self.state.current
        here = row.claim.id if row else None
        state.show(await self.review.slow(lambda: state.prepare(wanted, first=FIRST)))
        self._tell_loaded(says)
        if not state.complete:
            self.load_rest(here, says)

    def load_rest(self, here: str | None, says: "Callable[[], str]" = lambda: "") -> None:
        """Bring in the rest of a queue whose beginning is shown; a cursor that was not moved goes to claim `here`."""
        state, wanted, shown_at = self.state, self.state.wanted, self.state.cursor

        async def rest() -> None:
            loaded = await self.review.rest(state.prepare, wanted, here)
            if state.extend(loaded, shown_at):
                self._tell_loaded(says)
                await self.go(state.cursor)

        self.run_worker(guarded(rest, self.review.failed)(), exit_on_error=False)

    def _tell_loaded(self, says: "Callable[[], str]") -> None:
        told = says()
        if told:
            more = "" if self.state.complete else "; these are the first, the others are being looked for"
            self.say(told + more)
        self.draw()

    async def action_refresh(self) -> None:
        """With what others did."""
        await self.reload("loaded again")

    async def action_clear_filter(self) -> None:
        """Everything again."""
        from factcheck.dossier import Filter  # noqa: PLC0415

        await self._load_queue(Filter(), lambda: f"all {len(self.state.ids)} claims")

    def action_search(self) -> None:
        """Words of a claim, in either script."""

        async def told(text: str) -> None:
            if not text:
                return
            self.say(f"searching “{text}”")
            at = await self.review.slow(lambda: self.state.find(text, first=FIRST))
            if at is not None and (self.state.found_all or at >= self.state.cursor):
                await self.go(at)
            self._tell_match()
            if not self.state.found_all:
                self.run_worker(guarded(lambda: self._find_all(text), self.review.failed)(), exit_on_error=False)

        self.ask_text("Search the claims", self.state.searched, told, "繁體 and 简体 find each other.")

    async def _find_all(self, text: str) -> None:
        """The other matches; the cursor moves only where none had been found after it."""
        state = self.state
        at = await self.review.rest(state.find, text)
        if state.searched == text:
            if state.cursor not in state.matches:
                await self.go(at)
            self._tell_match()

    async def action_match(self, step: int) -> None:
        """Next or previous match."""
        if not self.state.searched:
            self.action_search()
            return
        await self.go(self.state.match(step))
        self._tell_match()

    def _tell_match(self) -> None:
        matches, text = self.state.matches, self.state.searched
        if not matches:
            self.say(f"no claim says “{text}”", "warn")
        else:
            here = self.state.cursor
            number = f"match {matches.index(here) + 1}" if here in matches else "matches"
            many = f"{len(matches)}" if self.state.found_all else f"{len(matches)} and more"
            self.say(f"“{text}”: {number} of {many}; n next, N previous")

    def action_filter(self) -> None:
        """Show only some claims."""
        from claims.model import Status, Verdict  # noqa: PLC0415
        from factcheck.tui.screens.dialogs import Choice, Dialog  # noqa: PLC0415 - not before the first frame

        choices = (
            Choice("t", "words of the claim", "text"),
            Choice("s", "status: new, deferred, decided ..", "status"),
            Choice("v", "verdict", "verdict"),
            Choice("o", "source", "source"),
            Choice("n", "whom or what it is about", "entity"),
            Choice("c", "only claims in conflict", "conflicts"),
            Choice("a", "asked of you", "assigned"),
            Choice("u", "asked of nobody", "unassigned"),
            Choice("d", "reviewers disagree, to be decided between them", "disagreements"),
            Choice("x", "show all again", ""),
        )
        told = self.state.told_filter()
        body = (f"Now: {told}. A new filter narrows it further.",) if told else ()

        async def chosen(field: str | None) -> None:
            if field is None:
                return
            ask: dict[str, Callable[[], Awaitable[None]]] = {
                "": self.action_clear_filter,
                "text": self._filter_text,
                "status": lambda: self._filter_by("status", [(short(one), one) for one in Status]),
                "verdict": lambda: self._filter_by("verdict", [(words(one), one) for one in Verdict]),
                "source": self._filter_source,
                "entity": self._filter_entity,
                "conflicts": lambda: self._filtered(conflicts=True),
                "assigned": lambda: self._filtered(assigned=self.state.dossier.reviewer),
                "unassigned": lambda: self._filtered(unassigned=True),
                "disagreements": lambda: self._filtered(disagreements=True),
            }
            await ask[field]()

        self.review.ask(Dialog("Show only", body, choices), chosen)

    async def _filtered(self, **wanted: Any) -> None:
        def says() -> str:
            number = len(self.state.ids)
            return f"{number} claim{'' if number == 1 else 's'}: {self.state.told_filter()}; x shows all again"

        self.say("loading")
        await self._load_queue(replace(self.state.wanted, **wanted), says)

    async def _filter_text(self) -> None:
        async def told(text: str) -> None:
            await self._filtered(text=text or None)

        self.ask_text("Only claims that say", self.state.wanted.text or "", told, "繁體 and 简体 find each other.")

    async def _filter_by(self, field: str, values: list[tuple[str, Any]]) -> None:
        from factcheck.tui.screens.dialogs import Choice, Dialog  # noqa: PLC0415

        by_label = dict(values)
        choices = [Choice("123456789"[at], label, label) for at, (label, _) in enumerate(values[:9])]

        async def told(label: str | None) -> None:
            if label is not None:
                await self._filtered(**{field: by_label[label]})

        self.review.ask(Dialog(f"Only this {field}", (), choices), told)

    async def _filter_source(self) -> None:
        sources = await self.review.db(self.state.dossier.sources)
        await self._filter_by("source", [(source.name, source.name) for source in sources])

    async def _filter_entity(self) -> None:
        from factcheck.tui.screens.dialogs import Choice, Dialog  # noqa: PLC0415

        names = await self.review.db(self.state.dossier.entity_names)
        choices = [Choice("123456789"[at], f"{name} ({number})", name) for at, (name, number) in enumerate(names[:9])]

        async def told(name: str | None) -> None:
            if name is not None:
                await self._filtered(entity=name or None)

        self.review.ask(Dialog("Only claims about", (), choices, write="another name"), told)
