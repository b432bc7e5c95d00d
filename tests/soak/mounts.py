"""File systems of our own, where the machine allows it: a small one in memory, and one that can lose power."""

import fcntl
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EXT4_SHUTDOWN = 0x8004587D
_NO_LOG_FLUSH = 2


def _run(*command: str | Path) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@contextmanager
def small(place: Path, size: int) -> Iterator[Path | None]:
    """A file system of so many bytes at `place`; None where this machine does not let us mount one."""
    place.mkdir()
    if shutil.which("mount") is None or not _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place):
        yield None
        return
    try:
        yield place
    finally:
        _run("umount", "-l", place)


def set_writable(place: Path, *, writable: bool) -> bool:
    """Make a mounted file system read-only, or writable again."""
    return _run("mount", "-o", f"remount,{'rw' if writable else 'ro'}", place)


class Disk:
    """An ext4 file system in a file, mounted at `place`, whose power can be cut."""

    def __init__(self, image: Path, place: Path, size: int) -> None:
        self._image, self.place = image, place
        place.mkdir()
        with image.open("wb") as file:
            file.truncate(size)
        made = shutil.which("mkfs.ext4") is not None and _run("mkfs.ext4", "-q", "-F", image)
        self.usable = made and self.mount() and self.cut() and self.again()
        """Whether this machine lets us do all of it."""

    def mount(self) -> bool:
        """Mount it, which replays the file system's own journal."""
        return _run("mount", "-o", "loop", self._image, self.place)

    def again(self) -> bool:
        """Unmount and mount: what was written is on the disk now, or lost for good after a cut."""
        return (_run("umount", self.place) or not self.place.is_mount()) and self.mount()

    def settle(self) -> bool:
        """Bring everything written so far to the disk."""
        return _run("sync", "-f", self.place)

    def cut(self) -> bool:
        """Cut the power: what the disk was not yet told of is gone, and nothing more is taken."""
        try:
            handle = os.open(self.place, os.O_RDONLY)
        except OSError:
            return False
        try:
            fcntl.ioctl(handle, _EXT4_SHUTDOWN, struct.pack("I", _NO_LOG_FLUSH))
        except OSError:
            return False
        finally:
            os.close(handle)
        return True

    def close(self) -> None:
        """Unmount."""
        _run("umount", "-l", self.place)
