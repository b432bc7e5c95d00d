"""Keys in the order in which they were typed, each for the screen that is there once the one before has had its effect.

Textual gives a key to the screen that is on top when the key arrives. Of two that arrive together, as from somebody who
types fast over a slow line, or from a script, the second went to the screen that the first was about to cover: `f` `t`
lost its `t`, and `f` `a` asked somebody for a judgement. Here a key waits until the one before has been done with, the
screen it opened is there, and its field has the cursor. What is typed while the dossier is being opened waits as well.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

PATIENCE = 0.3
"""Seconds after which the next key goes its way in any case: what the key before it set off takes long, and the screen
itself lets it wait."""
Give = Callable[[events.Key], Awaitable[None]]


class Typed:
    """The keys that wait."""

    def __init__(self, app: App[object], give: Give, opening: Callable[[events.Key], bool]) -> None:
        """`give` lets Textual have a key; `opening` says whether a key has to wait for the dossier."""
        self._app, self._give, self._opening = app, give, opening
        self._waiting: deque[events.Key] = deque()
        self._held: deque[events.Key] = deque()
        self._round = 0
        self._busy = False

    async def take(self, event: events.Key) -> None:
        """A key was pressed."""
        if self._opening(event):
            self._held.append(event)
        else:
            self._waiting.append(event)
            await self._next()

    def opened(self) -> None:
        """The dossier is there: what was typed before counts now."""
        self._waiting.extendleft(reversed(self._held))
        self._held.clear()
        self._go_on()

    def forget(self) -> None:
        """What was typed for the dossier is not wanted any more."""
        self._held.clear()

    def _go_on(self) -> None:
        if not self._busy and self._waiting:
            self._app.call_later(self._next)

    async def _next(self) -> None:
        if not self._busy and self._waiting:
            await self._let_go(self._waiting.popleft())

    async def _let_go(self, event: events.Key) -> None:
        self._busy = True
        self._round += 1
        asyncio.get_running_loop().call_later(PATIENCE, self._done, self._round)
        through = self._pumps()
        await self._give(event)
        self._follow(self._round, through, self._top())

    def _top(self) -> Screen[object] | None:
        stack = self._app.screen_stack
        return stack[-1] if stack else None

    def _pumps(self) -> list[MessagePump]:
        """Those that a key goes through, in its order; what one of them sets off in the next one comes before us."""
        focused = self._app.focused
        return [*([focused] if focused is not None else []), *reversed(self._app.screen_stack), self._app]

    def _follow(self, round_: int, through: list[MessagePump], top: Screen[object] | None) -> None:
        """Go behind the key through each of them."""
        if round_ != self._round or not self._busy:
            return
        while through:
            first = through.pop(0)
            if first.call_later(self._follow, round_, through, top):
                return
        now = self._top()
        if now is top or now is None:
            self._done(round_)
        else:  # another screen: behind what it does when it appears, and then once more through all
            self._follow(round_, [now, *self._pumps()], now)

    def _done(self, round_: int) -> None:
        if round_ == self._round and self._busy:
            self._busy = False
            self._go_on()
