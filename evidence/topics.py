"""Lines of a table of words that reports use together: what a sentence is about when it shares no word with another.

>>> topics("They were let go") & topics("The firm dismissed them")
"""

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

from evidence.text.fold import fold_key
from evidence.text.tokens import HAN, stem

_word = re.compile(rf"[^\W\d_{HAN}]+")


def topics(text: str) -> frozenset[int]:
    """The numbers of the lines of `tables/topics.txt` that have a word of the text."""
    return topics_of_key(fold_key(text))


def topics_of_key(key: str) -> frozenset[int]:
    """Those of a text that is folded already."""
    english, chinese, any_chinese = _table()
    found: set[int] = set()
    for match in _word.finditer(key):
        found.update(english.get(stem(match[0]), ()))
    if not key.isascii():
        for match in any_chinese.finditer(key):
            found.update(chinese[match[0]])
    return frozenset(found)


@cache
def _table() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]], re.Pattern[str]]:
    """The lines of each English stem and of each Chinese word, and a pattern of the Chinese words, longest first."""
    english: dict[str, list[int]] = defaultdict(list)
    chinese: dict[str, list[int]] = defaultdict(list)
    lines = files("evidence").joinpath("tables", "topics.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        tag, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            for word in words.split():
                at = english[stem(word)] if tag == "en" else chinese[fold_key(word)]
                if number not in at:
                    at.append(number)
    longest = sorted(chinese, key=lambda word: (-len(word), word))
    return (
        {word: tuple(at) for word, at in english.items()},
        {word: tuple(at) for word, at in chinese.items()},
        re.compile("|".join(map(re.escape, longest))),
    )
