"""Packed files are unpacked on the way, with a limit, and damage is one sentence."""

import codecs
import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FileProblem
from factcheck.formats import unpack


def unpacked(data: bytes) -> bytes:
    """What comes out."""
    return unpack.unpacked(io.BytesIO(data), "a.gz").read()


@given(st.binary(max_size=300))
def test_what_was_packed_comes_out(data: bytes) -> None:
    """Also of several packed pieces one behind the other."""
    assert unpacked(gzip.compress(data) + gzip.compress(data)) == data + data


def test_damage_is_one_sentence() -> None:
    """Cut short, or with a byte flipped."""
    packed = gzip.compress(bytes(range(256)) * 40)
    for damaged in (packed[:-9], packed[:40] + b"\x00" + packed[41:], packed[:5], b"\x1f\x8b"):
        with pytest.raises(FileProblem, match=r"^a\.gz: cannot be unpacked \("):
            unpacked(damaged)


def test_a_bomb_is_refused() -> None:
    """A file that becomes more than two hundred times as large is stopped on the way."""
    packed = gzip.compress(bytes(unpack.FREE * 2))
    assert len(packed) < unpack.FREE / 100
    with pytest.raises(FileProblem, match="unpacks to more than 200 times its size"):
        unpacked(packed)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
@given(text=st.text(max_size=200), size=st.integers(1, 50))
def test_utf_16_is_read_as_utf_8(encoding: str, text: str, size: int) -> None:
    """Whatever the order of its bytes, in pieces of any size."""
    mark = {"utf-16-be": codecs.BOM_UTF16_BE, "utf-16-le": codecs.BOM_UTF16_LE}.get(encoding, b"")
    try:
        plain = text.encode()
    except UnicodeEncodeError:
        return
    data = mark + text.encode(encoding)
    stream = unpack.recoded(io.BytesIO(data), "a.csv")
    pieces = iter(lambda: stream.read(size), b"")
    assert b"".join(pieces) == plain


def test_what_only_begins_as_utf_16_is_told() -> None:
    """In one sentence with the file's name."""
    with pytest.raises(FileProblem, match=r"a\.csv: begins as UTF-16 and does not go on so"):
        unpack.recoded(io.BytesIO(codecs.BOM_UTF16_LE + b"a\x00b"), "a.csv").read()
