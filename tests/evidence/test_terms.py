"""Terms bring together what says the same: synonyms, numbers in words, the words inside tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.terms import shared_words, terms


def test_how_things_are_typed_in_a_hurry() -> None:
    """Units and slang say the same as the words they stand for, or nothing."""
    assert terms("ppl wait 3 hrs").words == terms("people wait 3 hours").words
    assert not terms("smh u gonna lol").words
    assert terms("D.C. votes").words.keys() & terms("in DC").words.keys() == {"~dc"}
    assert "~rml" in terms("Rosa Mendez-Lara").words


def test_tags_and_account_names_are_words() -> None:
    """Capitals show where the words begin; addresses of pages and pictures are nothing."""
    words = terms("#StormOdette @SenMariaHolt pic.twitter.com/aB3 https://t.co/x1").words
    assert {"storm", "odett", "stormodett", "sen", "maria", "holt"} <= set(words)
    assert not {"twitter", "pic", "https", "x1"} & set(words)


@pytest.mark.parametrize(
    ("a", "b"),
    [("the UN said", "The United Nations said"), ("the U.S. army", "American soldiers"), ("@SkyNorth", "SkyNorth")],
)
def test_abbreviations_meet_long_names(a: str, b: str) -> None:
    """By the first letters of names; a text in capitals has none."""
    assert terms(a).words.keys() & terms(b).words.keys()
    assert not any(word.startswith("~") for word in terms("ALL IN CAPITALS").words)


def test_a_signature_leaves_the_name() -> None:
    """The date below a quoted post is not a number of it."""
    assert "#2019" not in terms("He lied — Jo Doe (@jodoe) May 3, 2019").words


def test_synonyms_meet() -> None:
    """In a search only; the words themselves are still told apart by `tokens`."""
    assert terms("the jab").words.keys() == terms("vaccination").words.keys()
    assert terms("12人喪生").words.keys() == terms("12人遇难").words.keys()


def test_grammar_is_left_out() -> None:
    """A pair of characters across a particle is no word."""
    assert "海的" not in terms("大海的声音").words
    assert not terms("The of and it was").words


def test_shared_words_are_written_as_in_the_text() -> None:
    """In the script and the form of the passage, each once."""
    assert shared_words(terms("总统宣布关税 Voting"), "總統說要徵收關稅, votes Votes") == [
        "總統",
        "關稅",
        "votes",
        "Votes",
    ]


@given(st.text(max_size=80) | st.text("二十百千万亿零a three hundred-dozen 12.5k#@的不", max_size=40))
def test_any_text_has_terms(text: str) -> None:
    """Nothing raises, and the same text has the same terms."""
    found = terms(text)
    assert found == terms(text)
    assert found.length >= 1
    assert all(count > 0 for count in found.words.values())
