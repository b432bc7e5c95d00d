"""What a session does to claims, and what came of it: the part of the state that writes. No Textual in here."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.judgement import NEEDS_QUOTE, ClaimDecision, has_exact_quote
from claims.model import Claim, Confidence, RelationKind, RelationState, Verdict
from claims.reviews import OPEN
from factcheck.dossier import Assigned, Dossier, Filter, QueueRow
from factcheck.errors import FactcheckError, Stale
from factcheck.tui import reasons
from factcheck.tui.acts import (
    Act,
    Answer,
    AnyAct,
    Ask,
    AskConfirm,
    AskReason,
    AskStale,
    Done,
    Edit,
    Merge,
    Refused,
    Split,
)
from factcheck.tui.glyphs import short, words
from factcheck.tui.telling import judgement, owes, plainly, restored, short_of, theirs

if TYPE_CHECKING:
    from array import array
    from collections import OrderedDict

PAGE = 100
"""Lines that are loaded together."""
TOLD = 3
"""Claims that others changed, of which one is told in full."""


class Deciding:
    """The acts of a session. Everything that saves is called in a thread."""

    dossier: Dossier
    wanted: Filter
    ids: "array[int]"
    open_: bytearray
    cursor: int
    marked: set[int]
    sure: Confidence | None
    offer: Act | None
    gone: int
    _pages: "OrderedDict[int, dict[int, QueueRow]]"

    @property
    def current(self) -> QueueRow | None:
        """The line under the cursor."""
        raise NotImplementedError

    def place_of(self, claim: str) -> int | None:
        """Where a claim stands in the queue, by id."""
        raise NotImplementedError

    # ── which act ────────────────────────────────────────────────────────────────────────────────

    def keys(self) -> tuple[int, ...]:
        """The marked claims in their order, or the one under the cursor."""
        if self.marked:
            return tuple(key for key in self.ids if key in self.marked)
        return tuple(self.ids[self.cursor : self.cursor + 1])

    def act(self, decision: ClaimDecision, says: str, *, advance: bool = True) -> Act | None:
        """An act on the marked claims, or on the one under the cursor; None when the queue is empty."""
        keys = self.keys()
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

    def merge(self) -> Merge | None:
        """The act of letting the claim under the cursor stand for all marked ones; None when there are no others."""
        here = self.ids[self.cursor] if self.ids else None
        others = tuple(key for key in self.ids if key in self.marked and key != here)
        return Merge((here, *others), "merged") if here is not None and others else None

    # ── saving ───────────────────────────────────────────────────────────────────────────────────

    def attempt(self, act: AnyAct) -> Answer:
        """Save the act, or say what is needed first. In a thread."""
        rows = self._fresh(act.keys)
        asked = self._needs(act, rows)
        if asked is not None:
            return asked
        try:
            match act:
                case Act():
                    return self._decided(act, rows, self._save(act, rows))
                case Edit():
                    return self._edited(act, rows[0])
                case Split():
                    return self._split(act, rows[0])
                case Merge():
                    return self._merged(act, rows)
                case Ask():
                    return self._asked(act, rows)
        except Stale:
            return self._collision(act, rows)
        except FactcheckError as problem:
            return Refused(plainly(problem, rows[0].claim.id if len(rows) == 1 else ""))

    def _decided(self, act: Act, rows: list[QueueRow], done: list[Claim]) -> Done:
        self._take(zip(act.keys, done, strict=True))
        judged = [row.pk for row in rows if row.reviews]
        self._renew(judged)
        self.offer = None
        if act.decision.verdict:
            self.sure = None
            self.offer = None if judged else self._offer(act, done)
        if act.advance and len(act.keys) > 1:
            self.marked.clear()
        return Done(self._of_others(rows) + self._tell(act, done))

    def _of_others(self, rows: list[QueueRow]) -> str:
        """What a judgement of one's own led to, when it was one that was asked for."""
        if len(rows) > 1 or not any(owes(one, self.dossier.reviewer) for one in rows[0].reviews):
            return ""
        (row,) = self.dossier.queue_rows([rows[0].pk]).values()
        if row.waiting:
            return "your own judgement, another one is awaited; "
        others = [one for one in row.reviews if one.verdict and one.reviewer != self.dossier.reviewer]
        if row.disagreed:
            return f"you disagree ({'; '.join(f'{one.reviewer}: {words(one.verdict)}' for one in others)}); "
        return f"{' and '.join(one.reviewer for one in others)} said the same; " if others else ""

    def _edited(self, act: Edit, row: QueueRow) -> Done:
        changed = self.dossier.edit(row.claim.id, act.edit, seen=None if act.over else row.claim.version)
        self._take([(row.pk, changed)])
        return Done(f"saved: {act.says}")

    def _split(self, act: Split, row: QueueRow) -> Done:
        new = self.dossier.split(row.claim.id, act.parts, seen=None if act.over else row.claim.version)
        return Done(f"saved: split into {len(new)} claims; u puts them together again", at=new[0].id)

    def _merged(self, act: Merge, rows: list[QueueRow]) -> Done:
        seen = [] if act.over else [(row.claim.id, row.claim.version) for row in rows]
        keep, *others = (row.claim.id for row in rows)
        kept = self.dossier.merge(keep, others, seen=seen)
        self._renew(act.keys)
        self.marked.clear()
        return Done(f"saved: one claim for {len(rows)}, with {len(kept.evidence)} quotes; u takes them apart again")

    def _asked(self, act: Ask, rows: list[QueueRow]) -> Done | Refused:
        claims = [row.claim.id for row in rows]
        if act.withdraw:
            done = self.dossier.unassign(claims, [act.name] if act.name else [])
        else:
            done = self.dossier.assign(claims, [act.name], blind=act.blind)
        self._renew(act.keys)
        if not done.asked:
            return Refused(f"nothing changed: this claim {done.skipped[0][1]}" if len(claims) == 1 else _left(done))
        self.marked.clear()
        number = f"{len(done.asked)} claims" if len(done.asked) > 1 else "this claim"
        return Done(f"saved: {number} {act.says}" + (f"; {_left(done)}" if done.skipped else ""))

    def show_changed(self, row: QueueRow, claim: Claim) -> None:
        """Show a claim as it is now that something else than a verdict was changed about it."""
        self._take([(row.pk, claim)])

    def _fresh(self, keys: tuple[int, ...]) -> list[QueueRow]:
        """The lines as they were shown; those that are not loaded are read now."""
        rows = {key: page[key] for page in self._pages.values() for key in page.keys() & set(keys)}
        missing = [key for key in keys if key not in rows]
        for at in range(0, len(missing), PAGE):
            rows.update(self.dossier.queue_rows(missing[at : at + PAGE]))
        return [rows[key] for key in keys]

    def _needs(self, act: AnyAct, rows: list[QueueRow]) -> AskReason | AskConfirm | Refused | None:
        if isinstance(act, Merge) and not act.confirmed:
            return AskConfirm(act, f"One claim for these {len(rows)}? This one stays: “{rows[0].claim.statement}”")
        if not isinstance(act, Act):
            return None
        verdict = act.decision.verdict
        if verdict in NEEDS_QUOTE and any(not has_exact_quote(row.claim) for row in rows):
            some = "this claim has" if len(rows) == 1 else "some of these claims have"
            return Refused(f"{verdict} needs an exact quote, and {some} none: choose 3 conflicting or 4 not enough")
        if len(rows) > 1 and not act.confirmed:
            return AskConfirm(act, f"{act.says}: all {len(rows)} marked claims?")
        if verdict and not (act.decision.reason or "").strip():
            return self._needs_reason(act, verdict, rows)
        return None

    def _needs_reason(self, act: Act, verdict: Verdict, rows: list[QueueRow]) -> AskReason | None:
        if any(row.disagreed for row in rows):
            about = tuple(judgement(one) for one in rows[0].reviews if one.verdict) if len(rows) == 1 else ()
            return AskReason(act, f"The reviewers disagree. Why {words(verdict)}?", reasons.ADJUDICATED, about)
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
        if act.over:
            now = self.dossier.queue_rows(act.keys)
            rows = [now[row.pk] for row in rows]
        return self.dossier.decide_together([(row.claim.id, row.claim.version) for row in rows], act.decision)

    def _collision(self, act: AnyAct, rows: list[QueueRow]) -> AskStale:
        """Show what the others did, and ask; the lines are loaded again in any case."""
        now = self._renew(act.keys)
        changed = [(row.claim, now[row.pk].claim) for row in rows if now[row.pk].claim.version != row.claim.version]
        if len(rows) == 1:
            return AskStale(act, "Someone else saved first", tuple(theirs(self.dossier, *changed[0])))
        told: list[str] = []
        for seen, new in changed[:TOLD]:
            told += [f"“{short_of(new.statement)}”", *(f"  {line}" for line in theirs(self.dossier, seen, new)[1:])]
        if len(changed) > TOLD:
            told.append(f"and {len(changed) - TOLD} more")
        title = f"Someone else changed {len(changed)} of these {len(rows)} claims first"
        return AskStale(act, title, tuple(told))

    # ── what is shown afterwards ─────────────────────────────────────────────────────────────────

    def _renew(self, keys: Iterable[int]) -> dict[int, QueueRow]:
        """Load lines again, with all that belongs to them."""
        keys = list(keys)
        now: dict[int, QueueRow] = {}
        for at in range(0, len(keys), PAGE):
            now.update(self.dossier.queue_rows(keys[at : at + PAGE]))
        for key, row in now.items():
            self._put(key, row)
        return now

    def _put(self, key: int, row: QueueRow) -> None:
        for page in self._pages.values():
            if key in page:
                self.gone += _matches(page[key].claim, self.wanted) - _matches(row.claim, self.wanted)
                page[key] = row
        self._mark_open(key, open_=row.open)

    def _mark_open(self, key: int, *, open_: bool) -> None:
        at = self.where(key)
        if at is not None:
            self.open_[at] = open_

    def where(self, key: int) -> int | None:
        """Where a claim stands in the queue, if it does, by key: looked for first among the lines that are loaded."""
        for page, rows in self._pages.items():
            if key in rows:
                with suppress(ValueError):
                    return self.ids.index(key, page * PAGE, (page + 1) * PAGE)
        with suppress(ValueError):
            return self.ids.index(key)
        return None

    def _take(self, changed: Iterable[tuple[int, Claim]]) -> None:
        """Show claims as they are now, each in its place."""
        for key, claim in changed:
            row = next((page[key] for page in self._pages.values() if key in page), None)
            if row is None:
                self._mark_open(key, open_=claim.status in OPEN)
            else:
                self._put(key, replace(row, claim=claim))

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
        says = f"{'undone' if back else 'done again'}: {restored(done)}"
        if done.moved:
            return Done(says, at=done.claims[0] if done.claims else ""), None
        self._renew(self.dossier.queue_key(id_) for id_ in done.claims)
        return Done(says), self.place_of(done.claims[0]) if done.claims else None

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


def _matches(claim: Claim, wanted: Filter) -> bool:
    """Whether a claim that was just decided still answers the filter; only what a decision can change is looked at."""
    return (wanted.status in {None, claim.status}) and (wanted.verdict in {None, claim.verdict})


def _left(done: Assigned) -> str:
    told = ", ".join(f"{number} {why}" for why, number in done.reasons().items())
    return f"left out: {told}"
