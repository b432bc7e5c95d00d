"""Write a file that appears only when it is complete, and outlasts a power cut once it has."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from factcheck.errors import FileProblem

_NOT_FOR_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}
"""What file systems say that cannot sync a folder, and those who may write into it but not read it."""


def write_file(pieces: Iterable[bytes], path: Path) -> int:
    """Write a file, in place of any other of its name; returns its size in bytes. Raises FileProblem."""
    partial = path.with_name(f".{path.name}.part")
    try:
        with partial.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            size = file.tell()
        settle(partial, path)
    except OSError as error:
        raise FileProblem(path, error) from error
    finally:
        with suppress(OSError):
            partial.unlink()
    return size


def settle(partial: Path, target: Path) -> None:
    """Rename a complete file, replacing what has the name; its bytes are on the disk before, the name afterwards.

    Raises OSError.
    """
    _sync(partial)
    partial.replace(target)
    try:
        _sync(target.parent)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
