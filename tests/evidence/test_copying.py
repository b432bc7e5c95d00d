"""Shared text and shared slips, by the places of the texts."""

from hypothesis import given
from hypothesis import strategies as st

from evidence.copying import copied, shingles, slipped
from evidence.text.fold import fold_key
from tests.evidence.documents import PORT, STORM


def test_what_stands_in_another_text_is_copied() -> None:
    """The share is that of the shorter one; a text of its own is left alone."""
    texts = [fold_key(text) for text in (PORT, f"Breaking news! {PORT[:150]}", STORM)]
    [(a, b, share)] = copied(texts)
    assert (a, b) == (0, 1)
    assert share > 0.5


def test_slips_need_others_who_agree() -> None:
    """Two slips of two texts among four; with three texts nobody can say which spelling is the slip."""
    right = "marchetti saw the wires of brandoni"
    texts = [right, right, "marchesti went to brandini", "at brandini marchesti looked"]
    assert [(a, b) for a, b, _ in slipped([*texts, right])] == [(2, 3)]
    assert list(slipped(texts[1:])) == []


@given(st.text(max_size=200))
def test_any_text_has_shingles(text: str) -> None:
    """Never more than it has words."""
    assert len(shingles(text)) <= max(1, len(text))
