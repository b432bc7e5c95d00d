"""Claim files that come packed with gzip, unpacked on the way and with a limit: a megabyte may hide a gigabyte."""

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from factcheck.errors import FileProblem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"\x1f\x8b"
FREE = 64_000_000
"""Bytes that may come out before anyone asks how many went in."""
MOST_TIMES = 200
"""How much larger a file may become; claims become about ten times as large."""


def unpacked(stream: BinaryIO, name: str) -> io.BufferedReader:
    """The content of a gzip stream. Reading it raises FileProblem where it is damaged or grows without measure."""
    return io.BufferedReader(_Unpacked(stream, name), 1 << 16)


class _Counted:
    """Counts what is read of a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data


class _Unpacked(io.RawIOBase):
    def __init__(self, stream: BinaryIO, name: str) -> None:
        super().__init__()
        self._packed = _Counted(stream)
        self._content = gzip.GzipFile(fileobj=self._packed)  # type: ignore[call-overload] # it reads, and no more
        self._name = name
        self._out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._content.read(len(view))
        except (OSError, EOFError, zlib.error) as error:
            raise FileProblem(self._name, f"cannot be unpacked ({' '.join(str(error).split())[:120]})") from error
        self._out += len(data)
        if self._out > FREE and self._out > MOST_TIMES * self._packed.count:
            raise FileProblem(self._name, f"unpacks to more than {MOST_TIMES} times its size; unpack it first")
        view[: len(data)] = data
        return len(data)
