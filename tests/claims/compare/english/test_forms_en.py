"""English expressions written short: forms of verbs, words between, the words that each asks for."""

import re

import pytest

from claims.compare.english.forms_en import Expressions, also_asked, asked, forms, literal, pattern, words_of


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("acquit", "acquitted"), ("deny", "denied"), ("beat", "beaten"), ("close", "closing"), ("veto", "vetoed"),
        ("cross", "crosses"), ("stay", "stayed"), ("lose", "lost"), ("hang", "hanged"), ("hang", "hung"),
    ],
)  # fmt: skip
def test_forms_of_verbs(verb: str, form: str) -> None:
    """Regular and irregular verbs have all their forms."""
    assert form in forms(verb)


@pytest.mark.parametrize(
    ("expression", "text", "found"),
    [
        ("<find> * guilty", "the jury found her guilty", True),
        ("<find> * guilty", "the jury found her not guilty", False),
        ("<call> off ** (merger|deal)", "they called off the long planned merger", True),
        ("<call> off ** (merger|deal)", "they called off the search, and the merger went ahead", False),
        ("run-?off", "a runoff on sunday", True),
        ("claimed ** (life|lives)", "it claimed no lives", False),
    ],
)
def test_expressions(expression: str, text: str, found: bool) -> None:
    """Words may stand between where that is written, but no denial and no stop; the words asked for are in the text."""
    assert bool(re.search(pattern(expression), text)) is found
    assert not found or asked(expression) & words_of(text)
    assert not found or all(one & words_of(text) for one in also_asked(expression))


def test_all_that_stands_for_good_is_asked_for() -> None:
    """Words and verbs that no match lacks; nothing of a choice, of what may be left out, of a part of a word."""
    assert also_asked("<find> * guilty") == (frozenset(forms("find")), frozenset({"guilty"}))
    assert also_asked("(not )?<call> off ** (merger|new deal)") == (frozenset({"off"}),)
    assert also_asked("run-?off in lives? un(done|made)") == (frozenset({"in"}),)
    assert also_asked("sold out|no seats") == ()


def test_only_what_may_match_is_looked_at() -> None:
    """Of many expressions, those are taken for which the text has a word."""
    many = Expressions(["<acquit>", "not proven", "(red|green) card"])
    assert many.may(words_of("she was acquitted")) == [0]
    assert many.may(words_of("shown a green card")) == [2]
    assert [match[0] for match in many.places(0, "she was acquitted")] == ["acquitted"]


def test_groups() -> None:
    """Expressions of several things are found by the thing that they tell of."""
    many = Expressions(["<acquit>", "<open>", "<convict>"], [0, 1, 0])
    found = words_of("opened and convicted")
    assert many.groups_of(found) == {0, 1}
    assert many.may(found, 0) == [2]
    assert many.may(found, 1) == [1]


def test_an_expression_without_a_word_is_refused() -> None:
    """What nothing could be looked up by would never be found."""
    with pytest.raises(ValueError, match="nothing to look for"):
        Expressions([r"\d+"])


def test_what_stands_for_good() -> None:
    """The words of an expression are told from those that it leaves open."""
    assert "budget" not in literal("<pass> ** (bill|budget)")
    assert {"passed", "into"} <= literal("<pass> * into (law)")
