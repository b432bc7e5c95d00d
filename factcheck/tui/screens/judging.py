"""The acts on claims, for the screens that show one."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.tui.glyphs import words
from factcheck.tui.screens.base import ReviewScreen, reason_dialog

if TYPE_CHECKING:
    from factcheck.dossier import QueueRow

MOST_NAMES = 7
"""People that one chooses from by number."""
WITHDRAW = "\x00"
"""Stands for taking back: no name is this."""


class Judging(ReviewScreen):
    """The acts on claims, for the screens that show one."""

    async def action_judge(self, verdict: str) -> None:
        """Give a verdict."""
        await self.perform(self.state.judge(verdict))

    async def action_surer(self, step: int) -> None:
        """Confidence up or down."""
        told = self.state.surer(step)
        if isinstance(told, str):
            self.say(told)
        else:
            await self.perform(told)

    async def action_set_status(self, status: str) -> None:
        """Defer, dismiss, mark for another check."""
        from claims.judgement import ClaimDecision  # noqa: PLC0415 - loaded by now, and not before the first frame
        from claims.model import Status  # noqa: PLC0415

        row = self.state.current
        if row is not None and row.claim.status == status and not self.state.marked:
            self.say(f"this claim is {words(status)} already")
            return
        decision = ClaimDecision(status=Status(status))
        await self.perform(self.state.act(decision, words(status), advance=status != "needs_recheck"))

    async def action_twins(self) -> None:
        """The last verdict, for the duplicates of what it was given to."""
        if self.state.offer is None:
            self.say("the claim judged last has no open duplicates")
        else:
            await self.perform(self.state.offer)

    async def action_clear(self) -> None:
        """Take verdict or status away."""
        from claims.judgement import ClaimDecision  # noqa: PLC0415
        from claims.model import Status  # noqa: PLC0415

        row = self.state.current
        if row is not None and not self.state.marked and row.claim.status in {Status.NEW, Status.IN_REVIEW}:
            self.say("this claim has no verdict to take away")
            return
        decision = ClaimDecision(status=Status.IN_REVIEW)
        await self.perform(self.state.act(decision, "verdict taken away, in review", advance=False))

    def action_note(self) -> None:
        """Write the reason."""
        from claims.judgement import ClaimDecision  # noqa: PLC0415
        from factcheck.tui import reasons  # noqa: PLC0415

        act = self.state.act(ClaimDecision(reason="-"), "reason noted", advance=False)
        if act is None:
            self.say("there is no claim here")
            return

        async def told(text: str | None) -> None:
            if text:
                await self.perform(replace(act, decision=ClaimDecision(reason=text), says=f"reason “{text}”"))

        self.review.ask(reason_dialog("The reason, shown in the report:", reasons.NOTES), told)

    def action_tag(self) -> None:
        """Set the tags."""
        row = self.state.current
        if row is None:
            self.say("there is no claim here")
            return

        async def told(text: str) -> None:
            tags = tuple(tag.strip() for tag in text.replace("，", ",").replace("、", ",").split(",") if tag.strip())
            await self._edit(row, f"tags {', '.join(tags) or 'none'}", tags=tags)

        self.ask_text("Tags, separated by commas", ", ".join(row.claim.tags), told)

    def action_edit(self) -> None:
        """Correct the wording."""
        row = self.state.current
        if row is None:
            self.say("there is no claim here")
            return

        async def told(text: str) -> None:
            if text == row.claim.statement:
                self.say("the wording is as it was")
            else:
                await self._edit(row, "wording corrected", statement=text)

        self.ask_text(
            "The claim in better words", row.claim.statement, told, "A decided claim is then to be checked again."
        )

    async def _edit(self, row: "QueueRow", says: str, **changes: Any) -> None:
        from factcheck.dossier import ClaimEdit  # noqa: PLC0415
        from factcheck.tui.acts import Edit  # noqa: PLC0415

        await self.perform(Edit(ClaimEdit(**changes), (row.pk,), says))

    async def action_note_editor(self) -> None:
        """Write the reason in one's own editor."""
        from claims.judgement import ClaimDecision  # noqa: PLC0415

        row = self.state.current
        if row is None:
            self.say("there is no claim here")
            return
        text = self.review.write(row.claim.reason or "", f"why-{row.claim.id}.txt")
        if text is None:
            return
        if text in {"", row.claim.reason}:
            self.say("the reason is as it was")
            return
        await self.perform(self.state.act(ClaimDecision(reason=text), "reason noted", advance=False))

    # ── other people ─────────────────────────────────────────────────────────────────────────────

    async def action_assign(self) -> None:
        """Ask somebody for a judgement."""
        from factcheck.tui.screens.dialogs import Choice, Dialog  # noqa: PLC0415 - not before the first frame

        chosen = self.state.keys()
        if not chosen:
            self.say("there is no claim here")
            return
        dossier = self.state.dossier
        names = [name for name in await self.review.slow(dossier.people) if name != dossier.reviewer]
        some = [*names[:MOST_NAMES], dossier.reviewer]
        choices = [
            Choice(str(at), name if name != dossier.reviewer else f"{name} (yourself)", name)
            for at, name in enumerate(some, 1)
        ]
        many = f"these {len(chosen)} claims" if len(chosen) > 1 else "this claim"
        choices.append(Choice("x", "take back what was asked and not given", WITHDRAW))

        async def told(name: str | None) -> None:
            if name == WITHDRAW:
                await self._ask("", chosen, "taken back from everyone", withdraw=True)
            elif name:
                self._ask_how(name, chosen)

        self.review.ask(Dialog(f"Who is to judge {many}?", (), choices, write="somebody else"), told)

    def _ask_how(self, name: str, chosen: tuple[int, ...]) -> None:
        from factcheck.tui.screens.dialogs import Choice, Dialog  # noqa: PLC0415

        choices = (
            Choice("1", "blind: without sight of what others concluded, for a second opinion", "blind"),
            Choice("2", "openly: it is their claim to work on", ""),
        )

        async def told(how: str | None) -> None:
            if how is not None:
                blind = how == "blind"
                await self._ask(name, chosen, f"is with {name} now{', blind' if blind else ''}", blind=blind)

        self.review.ask(Dialog(f"How is {name} to judge?", (), choices), told)

    async def _ask(self, name: str, chosen: tuple[int, ...], says: str, **how: bool) -> None:
        from factcheck.tui.acts import Ask  # noqa: PLC0415

        says = says.replace("is with", "are with", 1) if len(chosen) > 1 else says
        await self.perform(Ask(name, chosen, says, **how))

    # ── one into several, several into one ───────────────────────────────────────────────────────

    def action_split(self) -> None:
        """Put several claims in the place of this one."""
        from factcheck.tui.acts import Split  # noqa: PLC0415
        from factcheck.tui.screens.dialogs import Writing  # noqa: PLC0415
        from factcheck.work.split import parts_of, proposed  # noqa: PLC0415

        row = self.state.current
        if row is None:
            self.say("there is no claim here")
            return

        async def told(text: str | None) -> None:
            parts = tuple(parts_of((text or "").splitlines()))
            if text is None or len(parts) < 2:
                self.say("nothing was split" if text is None else "one part is no split: write a line for each claim")
                return
            await self.perform(Split(parts, (row.pk,), f"split into {len(parts)}"))

        hint = "A line for each claim. `words of the quote => the claim` lets it rest on those words alone."
        self.review.ask(Writing("Split into", "\n".join(proposed(row.claim)), hint), told)

    async def action_merge(self) -> None:
        """Let this claim stand for the marked ones."""
        act = self.state.merge()
        if act is None:
            self.say("mark the claims that say the same with Space, go to the one to keep, and press M")
        else:
            await self.perform(act)

    def action_copy(self) -> None:
        """Copy the claim with its quote."""
        row = self.state.current
        if row is None:
            self.say("there is no claim here")
            return
        document = self.state.document_of(row.claim)
        quote = f"\n“{row.claim.evidence[0].exact}” ({document.name})" if document and row.claim.evidence else ""
        self.app.copy_to_clipboard(row.claim.statement + quote)
        self.say("copied the claim with its quote, if your terminal lets programs write to the clipboard (OSC 52)")

    async def action_compare(self) -> None:
        """Two claims side by side."""
        from factcheck.tui.screens.compare import open_compare  # noqa: PLC0415

        await open_compare(self)

    def action_document(self) -> None:
        """The whole document."""
        from factcheck.tui.screens.document import DocumentScreen  # noqa: PLC0415

        row = self.state.current
        document = None if row is None else self.state.document_of(row.claim)
        if row is None or document is None:
            self.say("this claim quotes no document" if row else "there is no claim here")
        else:
            self.app.push_screen(DocumentScreen(document, row.claim))

    def action_evidence(self) -> None:
        """Look for passages for or against it."""
        from factcheck.tui.screens.evidence import open_evidence  # noqa: PLC0415

        open_evidence(self)

    def action_history(self) -> None:
        """Who did what."""
        from factcheck.tui.screens.sheets import HistoryScreen  # noqa: PLC0415

        self.app.push_screen(HistoryScreen())
