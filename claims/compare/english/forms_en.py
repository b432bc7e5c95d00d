"""Expressions of English written short: `<beat> * in`, with every form of a verb and words that may stand between.

`<verb>` is any form of the verb; a word is found in British and in American spelling; `*` stands for up to three words
and `**` for up to eight, none of them a denial and no stop between; `( | )` is a choice. Each expression asks for one
word of a few: a text with none of them is never searched.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat

from claims.compare import words
from evidence.text import lazy_re as re
from evidence.text.spelling import spellings

_VOWELS = frozenset("aeiou")
_form = re.compile(r"<([a-z]+)>")
_DENIALS = r"(?!not\b|never\b|no\b|nobody\b|none\b|without\b|nor\b|hardly\b)"
_WORD = rf"(?: {_DENIALS}(?:[\w'$£€%-]|[.,](?=\d))+)"
FEW, SOME = 3, 8
"""Words that may stand between where `*` and `**` are written."""


@cache
def forms(verb: str) -> tuple[str, ...]:
    """All forms of a verb; of regular ones with every spelling that doubling the last letter may give."""
    stem = verb.removesuffix("e")
    found = {verb, stem + "ing", verb + "ing"}
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        found |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    else:
        found |= {verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"), stem + "ed"}
    if verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS:
        found |= {verb + verb[-1] + "ing", verb + verb[-1] + "ed"}
    found |= words.irregular_forms().get(verb, frozenset())
    return tuple(sorted(_spelt(found)))


def _spelt(found: Iterable[str]) -> frozenset[str]:
    return frozenset(spelling for word in found for spelling in spellings(word))


def pattern(expression: str) -> str:
    """A regular expression for one that is written short."""
    made = _plain_word.sub(_any_spelling, f" {expression} ")
    made = made.replace("(", "(?:").replace("(?:?", "(?")
    made = made.replace(" ** ", f"{_WORD}{{0,{SOME}}} ").replace(" * ", f"{_WORD}{{0,{FEW}}} ").strip()
    return rf"\b(?:{_form.sub(lambda one: '(?:' + '|'.join(forms(one[1])) + ')', made)})\b"


def _any_spelling(word: re.Match[str]) -> str:
    found = spellings(word[0])
    return found[0] if len(found) == 1 else f"({'|'.join(found)})"


_plain_word = re.compile(r"(?<![<a-z\\])[a-z]{4,}(?![>?*+a-z])")


def asked(expression: str) -> frozenset[str]:
    """Words of which a text has at least one where an expression is found in it."""
    return _spelt(_asked(expression))


def _asked(expression: str) -> frozenset[str]:
    sure, depth = "", 0
    for character in expression:
        depth += (character == "(") - (character == ")")
        sure += character if not depth and character != ")" else "\n"
    verbs = [forms(verb) for verb in _form.findall(sure)]
    if rare := next((of for of in verbs if of[0] not in _COMMON), None):
        return frozenset(rare)
    if joined := re.search(r"([a-z]+)-\?([a-z]+)", sure):
        return frozenset([joined[1], joined[1] + joined[2]])
    plain = [word for word in re.findall(r"[a-z]+(?!\?)", _form.sub(" ", sure)) if len(word) > 1]
    if telling := [word for word in plain if word not in _SMALL]:
        return frozenset([max(telling, key=len)])
    choices = re.findall(r"\(([^()?]*)\)(?!\?)", expression)
    told = [frozenset(word for one in choice.split("|") for word in _first(one)) for choice in choices]
    if sure_choice := next((words_ for words_ in told if words_ and words_.isdisjoint(_SMALL)), None):
        return sure_choice
    if verbs or plain:
        return frozenset(verbs[0] if verbs else [max(plain, key=len)])
    return frozenset(word for one in expression.split("|") for word in _first(one))


def also_asked(expression: str) -> tuple[frozenset[str], ...]:
    """Words, and forms of verbs, of each of which a text has one where an expression is found in it."""
    if "|" in _in_brackets.sub(" ", expression):
        return ()
    depth, sure = 0, ""
    for character in expression:
        depth += (character == "(") - (character == ")")
        sure += character if not depth and character != ")" else "|"
    whole = [word for word in sure.split() if _whole.fullmatch(word)]
    return tuple(frozenset(forms(word[1:-1]) if word[0] == "<" else spellings(word)) for word in whole)


_whole = re.compile(r"[a-z]+|<[a-z]+>")
_in_brackets = re.compile(r"\((?:[^()]|\([^()]*\))*\)")


def _first(choice: str) -> Iterator[str]:
    """A word of one choice of several, or the forms of its verb."""
    if verb := _form.search(choice):
        yield from forms(verb[1])
    elif found := re.findall(r"[a-z]{2,}", choice):
        yield max(found, key=len)


_COMMON = frozenset(
    forms(verb)[0]
    for verb in ("give", "make", "take", "put", "have", "be", "get", "go", "come", "leave", "win", "find")
)
_SMALL = frozenset(
    (
        "the", "of", "in", "on", "at", "to", "with", "from", "up", "down", "and", "his", "her", "its", "an", "by",
        "for", "more", "than", "out", "off", "is", "was", "were", "been", "no", "not", "last", "new", "next",
        "second", "one", "two", "will", "be", "as", "after", "before", "without", "into", "still", "first",
        "all", "only", "people",
    )
)  # fmt: skip
"""Words that most texts have."""


@cache
def literal(expression: str) -> frozenset[str]:
    """The words of an expression that stand in it for good: neither one of a choice nor what may stand between."""
    outside = re.sub(r"\([^()]*\)", " ", expression)
    verbs = [form for verb in _form.findall(expression) for form in forms(verb)]
    return frozenset(verbs) | frozenset(re.findall(r"[a-z]+", outside))


class Expressions:
    """Many expressions, found by the words that each asks for; made ready when a text first has one of these."""

    def __init__(self, expressions: Iterable[str], groups: Iterable[int] = ()) -> None:
        """`groups` numbers what each expression tells of; without it, all tell of one thing, 0."""
        self.short = list(expressions)
        self._made: dict[int, re.Pattern[str]] = {}
        self._asked: dict[int, tuple[frozenset[str], ...]] = {}
        self._by_group: dict[int, dict[str, list[int]]] = {}
        by_word: dict[str, set[int]] = {}
        for number, (expression, group) in enumerate(zip(self.short, groups or repeat(0), strict=False)):
            told = asked(expression)
            if not told:
                raise ValueError(f"nothing to look for in “{expression}”")
            for word in told:
                self._by_group.setdefault(group, {}).setdefault(word, []).append(number)
                by_word.setdefault(word, set()).add(group)
        self._groups = {word: frozenset(found) for word, found in by_word.items()}

    def groups_of(self, text_words: frozenset[str]) -> frozenset[int]:
        """The groups of which a text with some words has one that an expression asks for."""
        groups = self._groups
        return frozenset().union(*[groups[word] for word in groups.keys() & text_words])

    def may(self, text_words: frozenset[str], group: int = 0) -> list[int]:
        """The numbers of those of one group that a text with some words may have, in order."""
        by_word = self._by_group[group]
        found = {number for word in by_word.keys() & text_words for number in by_word[word]}
        return sorted([number for number in found if self._has_all(number, text_words)])

    def _has_all(self, number: int, text_words: frozenset[str]) -> bool:
        """Whether a text has a word of each kind that an expression asks for."""
        asked_for = self._asked.get(number)
        if asked_for is None:
            asked_for = self._asked[number] = also_asked(self.short[number])
        for one in asked_for:  # noqa: SIM110  a generator would cost as much again
            if one.isdisjoint(text_words):
                return False
        return True

    def places(self, number: int, text: str) -> Iterator[re.Match[str]]:
        """Where a text in small letters has one of them."""
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = re.compile(pattern(self.short[number]))
        return made.finditer(text)


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, as expressions ask for them."""
    return frozenset(_words.findall(text))


_words = re.compile(r"[a-z]+")

__all__ = ["Expressions", "asked", "forms", "literal", "pattern", "words_of"]
