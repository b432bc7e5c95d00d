"""Expressions are left out only where they cannot match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.compare.needed import Needing, characters, needed, pieces_of

PATTERNS = [
    r"\bin colou?r\b",
    r"\b(?:sold|in (?:his|her) lifetime)\b",
    "(?:是|为)[^,;。]{0,12}湖(?=[,;。]|$)",
    "没有?孩子|无后",
    "[癌炎]病?",
    r"\d+ ?kg",
    "(?P<v>.)[不没](?P=v)",
    "(?:already)?late",
    "a?b?",
]


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        (r"\b(?:died|was killed)\b", {"die", "was"}),
        ("独生?[子女]|唯一的?女儿", {"独", "唯"}),
        (r"\d+ ?kg", None),
        ("(?:already)?late", {"lat"}),
        ("[a-z]+", None),
        ("", None),
    ],
)
def test_an_expression_tells_without_which_pieces_it_cannot_match(pattern: str, pieces: set[str] | None) -> None:
    """The pieces of the one place that tells most, or None where no place tells any."""
    assert needed(pattern) == pieces


def test_the_flags_of_an_expression_count() -> None:
    """Blanks of a verbose one are none of its text; one without regard to case tells nothing."""
    assert needed("won \n | lost", re.VERBOSE) == frozenset({"won", "los"})
    assert needed("won", re.IGNORECASE) is None
    assert needed("(?i)won") is None
    assert needed("(?i:won) twice") == frozenset({" tw"})


@given(st.text(alphabet="abcdeilnorstuhkg 是为湖没有孩子无后癌炎病不39", max_size=60))
def test_no_match_is_lost(text: str) -> None:
    """Whatever the text, all that match are among those that may."""
    may = {number for number, _ in Needing(PATTERNS).may(pieces_of(text))}
    assert may >= {number for number, pattern in enumerate(PATTERNS) if re.search(pattern, text)}


def test_characters_of_expressions_that_ask_for_none_are_refused() -> None:
    """What cannot be told beforehand must not be left out silently."""
    assert characters(re.compile("输给|不敌"), re.compile("[胜赢]")) == {"输", "不", "胜", "赢"}
    with pytest.raises(ValueError, match="matches without"):
        characters(re.compile("输给"), re.compile(".胜?"))
