"""Brings the full-text index up to date while somebody reviews: `python -m factcheck.tui.indexing`.

In a process of its own, because taking in a million claims keeps an interpreter busy for minutes and every key would
feel it. Nice to others: at the lowest priority, and after each short transaction it rests twice as long as that took,
so that a verdict seldom waits, and never for more than one of them. It ends when its input is closed, as it is when the
program that started it is gone.
"""

import os
import threading
import time
from contextlib import suppress

REST = 2.0
"""Seconds of rest for each second of work."""
AT_ONCE = 1000
"""Claims in one transaction: a verdict that comes meanwhile waits for it, less than a tenth of a second."""


def main() -> None:
    """Read who works where from the environment, and keep the index up."""
    threading.Thread(target=_end_with_the_program, daemon=True).start()
    with suppress(OSError, AttributeError):
        os.nice(19)
    from pathlib import Path  # noqa: PLC0415 - first of all it must be able to end

    from factcheck.dossier import Dossier  # noqa: PLC0415
    from factcheck.errors import FactcheckError  # noqa: PLC0415
    from factcheck.settings import load  # noqa: PLC0415

    told = load(Path())
    last = time.monotonic()

    def rest(claims: int, documents: int) -> None:
        nonlocal last
        if claims or documents:
            time.sleep(min(2.0, (time.monotonic() - last) * REST))
        last = time.monotonic()

    with suppress(FactcheckError), Dossier.open(told.db, reviewer=told.reviewer) as dossier:
        dossier.keep_index(rest, claims=AT_ONCE)  # where it fails a search is slower and finds the same


def _end_with_the_program() -> None:
    while os.read(0, 1024):  # not through sys.stdin, which must not be in use when the interpreter ends
        pass
    os._exit(0)


if __name__ == "__main__":
    main()
