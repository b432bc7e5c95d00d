"""Who else is at the dossier: told and asked now and then, never at a key press. No Textual in here."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from factcheck.dossier import Dossier, Present
from factcheck.errors import FactcheckError

AGAIN = 30.0
"""Seconds after which it is told again; it is stale after two minutes."""
AWAY = 600.0
"""Seconds without a key after which nothing is told: whoever is at lunch has no claim open."""


@dataclass
class Company:
    """What this session says of itself, and knows of the others."""

    dossier: Dossier
    clock: Callable[[], float] = field(default=time.monotonic)
    """Seconds, from anywhere."""
    session: str = field(default_factory=lambda: str(uuid4()))
    others: tuple[Present, ...] = ()
    off: bool = False
    """Whether there is nothing to be told here: the dossier cannot be written."""
    _resting: str | None = None
    _told: str | None = None
    _told_at: float | None = None
    _active: float = 0.0

    def active(self) -> None:
        """A key was pressed."""
        self._active = self.clock()

    def due(self, claim: str | None) -> bool:
        """Whether there is something to tell now. Asked every other second; one rests on what one had open then."""
        rested, self._resting = claim == self._resting, claim
        now = self.clock()
        if self.off or not rested or now - self._active > AWAY:
            return False
        return self._told_at is None or claim != self._told or now - self._told_at >= AGAIN

    def beat(self, claim: str | None) -> bool:
        """Tell which claim is open, and ask who else is there; whether that has changed. In a thread."""
        self._told, self._told_at = claim, self.clock()
        try:
            found = self.dossier.present(self.session, claim)
        except FactcheckError:  # keys tell of a database that is gone; this is only company
            return self._now(())
        if found is None:
            self.off = True
        return self._now(tuple(found or ()))

    def lonely(self) -> bool:
        """Whether what is known of others has become stale; then it is forgotten."""
        if self.others and (self._told_at is None or self.clock() - self._told_at > 4 * AGAIN):
            return self._now(())
        return False

    def leave(self) -> None:
        """Say that the session is over, if it ever said anything. In a thread."""
        if self._told_at is not None and not self.off:
            self.dossier.leave(self.session)

    def at(self, key: int) -> list[str]:
        """Who else has this claim open, by name, each once."""
        return list(dict.fromkeys(one.reviewer for one in self.others if one.key == key))

    def _now(self, found: tuple[Present, ...]) -> bool:
        changed, self.others = found != self.others, found
        return changed
