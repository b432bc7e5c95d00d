"""Cue tables and the patterns made from them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.features.cues import alternation, plain, table

FEATURES = ["attribution", "certainty", "checkability", "clauses", "furniture", "kinds", "names", "polarity"]


@given(st.text())
def test_the_plain_text_is_as_long_as_the_text(text: str) -> None:
    """Offsets into the one are offsets into the other."""
    assert len(plain(text)) == len(text)


def test_both_scripts_read_alike() -> None:
    """Traditional and simplified characters, wide and narrow marks."""
    assert plain("「發佈」，ＡＢＣ（１２）") == plain("“发布”,abc(12)")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_an_alternation_matches_its_words_and_the_longest_first(words: list[str]) -> None:
    """Every word matches in full; a space matches any break."""
    tree = re.compile(alternation(words))
    for word in words:
        match = tree.match(word)
        assert match
        assert match.end() >= len(word) or " " in word


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("feature", FEATURES)
def test_tables_hold_words_in_their_plain_form(feature: str, language: str) -> None:
    """No empty group, no word that could never match."""
    for group, words in table(feature, language).items():
        assert words, group
        assert all(plain(word) == word for word in words)
