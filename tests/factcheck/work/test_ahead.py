"""Reading ahead in a second process: what is left when the reading is broken off."""

import threading
from array import array
from collections.abc import Iterator

from factcheck.work.ahead import LINES, WORTH_IT, Line, Setting, blocks, plainly

SETTING = Setting({}, "anna", "2025-09-01T08:00:00.000Z", array("Q"))


def test_who_stops_does_not_wait_for_lines_that_never_come() -> None:
    """The lines of a pipe that stays open: the end comes, though another thread still waits for the next line."""
    more = threading.Event()

    def lines() -> Iterator[Line]:
        for number in range(1, WORTH_IT + 2 * LINES + 1):
            yield number, b'{"external_id": "n%d", "statement": "Claim %d."}' % (number, number), number
        more.wait()

    read = blocks(lines(), plainly(SETTING), lambda: SETTING)
    seen = [len(next(read).lines) for _ in range(WORTH_IT // LINES + 2)]
    assert seen == [LINES] * (WORTH_IT // LINES + 2)
    try:
        read.close()  # type: ignore[attr-defined]  # a generator
        assert not more.is_set()
    finally:
        more.set()
