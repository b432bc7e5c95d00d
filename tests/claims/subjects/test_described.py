"""What the words beside a name call it."""

import pytest

from claims.extract import extract
from claims.features.cues import plain
from claims.features.names import names
from claims.subjects.described import described, is_common


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("The mayor, Ida Bjork, opened the bridge.", "Ida Bjork", "mayor"),
        ("Finance minister Ida Bjork opened the bridge.", "Ida Bjork", "minister"),
        ("Ida Bjork, a Danish glaciologist, led the trip.", "Ida Bjork", "glaciologist"),
        ("青禾科技董事长纪云山表示，厂房已经建成。", "纪云山", "董事长"),
    ],
)
def test_a_title_or_an_apposition_calls_a_name(text: str, name: str, noun: str) -> None:
    """Before the name or behind it."""
    one = next(mention for mention in names(text).mentions if mention.name == name)
    assert noun in described(plain(text), one).nouns


def test_another_one_of_its_kind_is_not_called_by_it() -> None:
    """Its first lander is not the lander of which the text tells."""
    text = "Its first lander, Plover, fell into the sea."
    one = next(mention for mention in names(text).mentions if mention.name == "Plover")
    assert "lander" not in described(plain(text), one).nouns


def test_a_sort_of_body_is_no_name() -> None:
    """安保公司 and Capital say what sort it is."""
    assert [is_common(name) for name in ("安保公司", "Capital", "青禾公司", "Velmo")] == [True, True, False, False]


def test_a_title_of_no_words_is_called_nothing() -> None:
    """A broken line in title marks breaks nothing."""
    assert extract("㐀〈\r〉").claims == ()
