"""Text from outside becomes harmless to draw, and keeps its length."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.clean import clean, clean_line, unstorable

any_text = st.text(st.characters(codec=None, categories=None))
nasty = st.text(
    st.sampled_from("a中\x00\x07\x1b\x7f\x85\x9b\r\n\t\xad\u200b\u200d\u202e\u2066\u2028\ufeff\ud800\ufffe😀")
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("水位\x1b[31m3.2", "水位␛[31m3.2"),
        ("goal\x00\x07\x08", "goal␀␇␈"),
        ("bell\x7f", "bell␡"),
        ("\x9b31mred", "�31mred"),
        ("won \u202e2-1\u202c", "won �2-1�"),
        ("\u2066a\u2069\u200e\u200f\u061c", "�a����"),
        ("选\u200b举\ufeff", "选�举�"),
        ("re\xadport", "re�port"),
        ("a\u2028b\u2029c\x85d", "a�b�c�d"),
        ("tag\U000e0041", "tag�"),
        ("lone\ud800", "lone�"),
        ("\ufffe\uffff\ufdd0\U0001ffff", "����"),
        ("👩\u200d🚒", "👩�🚒"),
    ],
)
def test_each_harmful_character_has_one_visible_stand_in(text: str, shown: str) -> None:
    """Controls become their pictures; what has none becomes the replacement character."""
    assert clean(text) == shown


@pytest.mark.parametrize(
    "text", ["第三季度\n营收\t47亿元", "❤\ufe0f", "Zoë’s café — 50 %", "가나다", "مرحبا", "🇫🇷 😀 𠮷", ""]
)
def test_ordinary_text_stays(text: str) -> None:
    """Letters, punctuation, emoji, tabs, newlines and variation selectors are left alone."""
    assert clean(text) == text


def test_a_windows_line_end_shows_no_stand_in() -> None:
    """The carriage return before a newline is a space; one that stands alone is shown."""
    assert clean("one\r\ntwo\rthree") == "one \ntwo␍three"


def test_one_line_stays_one_line() -> None:
    """Newlines, carriage returns and tabs become spaces where only one line is drawn."""
    assert clean_line("won\r\n2-1\tat\x1bhome") == "won  2-1 at␛home"


@given(any_text | nasty)
def test_cleaning_keeps_the_length_and_happens_once(text: str) -> None:
    """Offsets into the text hold in the cleaned text, and cleaning it again changes nothing."""
    for function in (clean, clean_line):
        cleaned = function(text)
        assert len(cleaned) == len(text)
        assert function(cleaned) == cleaned


@given(any_text | nasty)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    """A cleaned text has no control but tab and newline, no surrogate, and no separator of lines."""
    for character in clean(text):
        assert character in "\t\n" or unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
    assert not set(clean_line(text)) & set("\t\n\r")


@given(any_text | nasty)
def test_what_is_found_unstorable_is_the_first_nul_or_surrogate(text: str) -> None:
    """Up to that offset the text can be stored as UTF-8 without NUL; without one all of it can."""
    at = unstorable(text)
    storable = text[:at]
    assert "\0" not in storable
    assert storable.encode().decode() == storable
    assert at is None or text[at] == "\0" or "\ud800" <= text[at] <= "\udfff"
