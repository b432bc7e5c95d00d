"""Expressions are left out only where they cannot match."""

import pkgutil
import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claims.compare
from claims.compare.needed import Cue, Needing, alternatives, characters, needed, pieces_of

PATTERNS = [
    r"\bin colou?r\b",
    r"\b(?:sold|in (?:his|her) lifetime)\b",
    "(?:是|为)[^,;。]{0,12}湖(?=[,;。]|$)",
    "没有?孩子|无后",
    "[癌炎]病?",
    "[没无]孩[子]|没(?:有|了)[孩病]",
    r"\d+ ?kg",
    r"\b(?:\w+ )?(?:killed|drowned)(?![a-z])",
    r"(?<![a-z])(?:no|none|another|an old) (?:men?)?",
    r"\b(?:at least|over)? ?(?:dead|two)\b",
    "(?P<v>.)[不没](?P=v)",
    "(?:already)?late",
    "a?b?",
]


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        (r"\b(?:died|was killed)\b", {"die", "kil"}),
        (r"\b(?:nil|none) of\b", {"nil", "non"}),
        (r"\b(?:another|an old)\b", {"ano", "old"}),
        (r"\b(?:\w+ )?siblings\b", {"sib"}),
        (r"\b(?:with|from)? ?siblings\b", None),
        (r"\bmore than (?:a|one) mile\b", {"mil"}),
        ("独生?[子女]|唯一的?女儿", {"独", "唯一"}),
        ("停[航驶](?:的|了)", {"停航", "停驶"}),
        ("(?:停|复)航", {"航"}),
        ("[是在].*(?:湖边|湖岸)", {"湖边", "湖岸"}),
        (r"\d+ ?kg", None),
        ("(?:already)?late", None),
        ("[a-z]+", None),
        ("", None),
    ],
)
def test_an_expression_tells_without_which_pieces_it_cannot_match(pattern: str, pieces: set[str] | None) -> None:
    """The pieces of the one place that tells most, or None where no place tells any."""
    assert needed(pattern) == pieces


def test_the_flags_of_an_expression_count() -> None:
    """Blanks of a verbose one are none of its text; one without regard to case tells nothing."""
    assert needed(r"\b(?:won \n | lost)", re.VERBOSE) == frozenset({"won", "los"})
    assert needed(r"\bwon", re.IGNORECASE) is None
    assert needed(r"(?i)\bwon") is None
    assert needed("(?i:won) twice") == frozenset({"twi"})


@given(st.text(alphabet="abcdefilmnorstuvwhkg 是为湖没有孩子无后癌炎病不39", max_size=60))
def test_no_match_is_lost(text: str) -> None:
    """Whatever the text, all that match are among those that may."""
    may = {number for number, _ in Needing(PATTERNS).may(pieces_of(text))}
    assert may >= {number for number, pattern in enumerate(PATTERNS) if re.search(pattern, text)}


def test_each_choice_asks_for_all_its_characters() -> None:
    """Of words of several characters a text must have all, two by two."""
    told = [(frozenset({"单身"}), frozenset({"单身"})), (frozenset({"未婚"}), frozenset({"未婚"}))]
    assert alternatives("单身|未婚(?:妻|夫)?") == told
    assert alternatives("单身|.婚?") is None
    found = Needing(["单身|未婚", "(?:没|未)结婚"])
    assert [number for number, _ in found.may(pieces_of("他至今未婚"))] == [0]
    assert [number for number, _ in found.may(pieces_of("她从未结婚"))] == [1]
    assert not list(found.may(pieces_of("她从未结过婚")))
    assert not list(found.may(pieces_of("未来的单位")))


def test_characters_of_expressions_that_ask_for_none_are_refused() -> None:
    """What cannot be told beforehand must not be left out silently."""
    assert characters(re.compile("输给|不敌"), re.compile("[胜赢]")) == {"输", "不", "胜", "赢"}
    with pytest.raises(ValueError, match="matches without"):
        characters(re.compile("输给"), re.compile(".胜?"))


@given(st.text(alphabet="adeilnorstw 不没有无", max_size=40))
def test_a_cue_finds_what_its_expression_finds(text: str) -> None:
    """Whatever the text, and by whatever way it is looked for."""
    for told in (r"\b(?:not|no (\w+)|lost)\b", r"(不|没有?)|\b(lost)"):
        cue, plain = Cue(told), re.compile(told)
        assert [one.span() for one in cue.finditer(text)] == [one.span() for one in plain.finditer(text)]
        assert cue.findall(text) == plain.findall(text)
        assert cue.sub("-", text) == plain.sub("-", text)
        found, expected = cue.search(text), plain.search(text)
        assert (found and found.span()) == (expected and expected.span())
        assert cue.may(text) or expected is None


def test_a_cue_that_tells_no_pieces_is_refused() -> None:
    """An expression that may match anywhere is no cue."""
    with pytest.raises(ValueError, match="any pieces"):
        Cue(r"\d+").search("30")


def test_every_cue_can_be_used() -> None:
    """Each is compiled only when it is first needed, so all are looked at here."""
    names = [each.name for each in pkgutil.walk_packages(claims.compare.__path__, "claims.compare.")]
    cues = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, Cue)]
    assert len(cues) > 100
    assert all(cue.regex.pattern == cue.pattern and cue.may("") is False for cue in cues)
