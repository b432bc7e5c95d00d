"""Claim files that come packed with gzip or in UTF-16, made plain on the way.

Unpacking has a limit: a megabyte may hide a gigabyte.
"""

import codecs
import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from factcheck.errors import FileProblem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"\x1f\x8b"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How a text in UTF-16 begins, as spreadsheets write it."""
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


def recoded(stream: BinaryIO, name: str) -> io.BufferedReader:
    """The content of a stream in UTF-16 with its mark, as UTF-8. Reading it raises FileProblem where it is neither."""
    return io.BufferedReader(_Recoded(stream, name), 1 << 16)


class _Recoded(io.RawIOBase):
    def __init__(self, stream: BinaryIO, name: str) -> None:
        super().__init__()
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")()
        self._name = name
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        while not self._left:
            data = self._stream.read(1 << 15)
            try:
                self._left = self._decoder.decode(data, final=not data).encode()
            except UnicodeError as error:
                raise FileProblem(self._name, "begins as UTF-16 and does not go on so; save it in UTF-8") from error
            if not data:
                break
        size = min(len(view), len(self._left))
        view[:size], self._left = self._left[:size], self._left[size:]
        return size
