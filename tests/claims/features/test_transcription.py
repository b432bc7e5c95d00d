"""Slips of a speech recogniser are hinted at."""

from claims.features.names import names
from claims.features.transcription import hints, skeleton


def test_words_that_sound_alike_have_one_skeleton() -> None:
    """The sound of consonants, not the letters."""
    assert skeleton("Lumen") == skeleton("lemon")
    assert skeleton("Lumen") != skeleton("London")


def test_a_common_word_where_a_name_would_fit_is_hinted_at() -> None:
    """The name is used often, the word once."""
    text = "Lumen发布了财报\nLumen的股价下跌\n投资者对Lumen失望\n对于lemon来说\n"
    (hint,) = hints(text, names(text))
    assert (hint.heard, hint.suggested) == ("lemon", "Lumen")
    assert text[hint.start : hint.end] == "lemon"


def test_a_text_without_slips_has_no_hints() -> None:
    """A lower-case word that sounds like no name is left alone."""
    text = "Lumen发布了财报\nLumen的股价下跌\n投资者对Lumen失望\n他们使用app购物\n"
    assert hints(text, names(text)) == ()
