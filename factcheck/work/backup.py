"""A consistent copy of a dossier while others go on working."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from factcheck.errors import FactcheckError, FileProblem
from factcheck.store.engine import Store
from factcheck.work.desk import Desk
from factcheck.work.files import settle


def back_up(desk: Desk, target: Path) -> int:
    """Copy the database into a new file and return its size in bytes.

    The copy appears under its name only when it is complete and on the disk. Raises FileProblem, also when there is a
    file of that name already.
    """
    if not desk.store.sqlite:
        raise FactcheckError("a PostgreSQL dossier is backed up with pg_dump, or with `factcheck export --format json`")
    if target.exists():
        raise FileProblem(target, "is there already; a backup never overwrites")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise FileProblem(target, error) from error
    partial = Path(name)
    try:
        desk.store.copy_to(partial)
        copy = Store(str(partial))
        try:
            copy.check_schema()
        finally:
            copy.close()
        settle(partial, target)
    except OSError as error:
        raise FileProblem(target, error) from error
    finally:
        with suppress(OSError):
            partial.unlink()
    return target.stat().st_size
