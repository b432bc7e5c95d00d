"""Words of like meaning."""

import pytest

from claims.compare import words
from claims.compare.akin import akin, known


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("farming", "agriculture", True), ("rose", "flower", True), ("frontier", "border", True),
     ("poet", "writer", True), ("storm", "gale", True), ("guitarist", "pianist", False),
     ("violin", "cello", False), ("wheat", "copper", False), ("quorfle", "wheat", False)],
)  # fmt: skip
def test_akin(one: str, other: str, alike: bool) -> None:
    """Words of one meaning, or a thing and its kind; a word that the table lacks is akin to none."""
    assert akin(words.stem(one), words.stem(other)) is alike
    assert akin(words.stem(other), words.stem(one)) is alike


def test_known() -> None:
    """The table tells which words it has."""
    assert known(words.stem("wheat"))
    assert not known("quorfle")
