"""What happens in a clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.features.cues import plain, table
from claims.features.frames import frames


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Orion acquired Bell and laid off 40 people.", "en", ["acquires", "dismisses"]),
        ("She left the firm and joined a rival.", "en", ["leaves", "joins"]),
        ("他离开公司后加入了对手。", "zh", ["leaves", "joins"]),
        ("客機墜毀，機上無人獲救。", "zh", ["rescues"]),
        ("地震造成三人死亡、十人受伤。", "zh", ["dies", "injures"]),
        ("The lake is deep.", "en", []),
    ],
)
def test_frames_are_found(text: str, language: str, names: list[str]) -> None:
    """Cues in order."""
    assert [frame.name for frame in frames(plain(text), language)] == names


def test_both_languages_have_the_same_frames() -> None:
    """An event told in either language calls up the same name."""
    assert set(table("frames", "zh")) == set(table("frames", "en"))


@given(st.text(max_size=80), st.sampled_from(["zh", "en"]))
def test_offsets_hold_the_cue(text: str, language: str) -> None:
    """A frame lies inside the text."""
    view = plain(text)
    assert all(0 <= frame.start < frame.end <= len(view) for frame in frames(view, language))
