"""Packed files are unpacked on the way, with a limit, and damage is one sentence."""

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
