"""Lines of a table of words that reports use together: what a sentence is about when it shares no word with another.

>>> topic_words("layoffs began", ["layoff", "begin"])["layoff"] & topics("they were dismissed", ["dismiss"]) != set()
True
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from evidence.terms import kept_word
from evidence.text.fold import fold_key

FEW = 4
"""What is taken for the number of a statement's words that the table has when it has fewer."""


def topics(key: str, words: Iterable[str]) -> frozenset[int]:
    """The numbers of the lines of `tables/topics.txt` that have a word of a text, which is given as a match key and by
    its terms."""
    return frozenset().union(*topic_words(key, words).values())


def topic_words(key: str, words: Iterable[str]) -> dict[str, frozenset[int]]:
    """Each word of a text that the table has, with its lines: English ones among its terms, Chinese ones in its key.

    Of Chinese words that begin in one place, the longest counts.
    """
    english, chinese, by_first = _table()
    found = {word: english[word] for word in words if word in english}
    if not key.isascii():
        found.update((word, chinese[word]) for word in _chinese_words(key, by_first))
    return found


def _chinese_words(key: str, by_first: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The words of the table in a text, none over another. A look at what begins with each character is several times
    as fast as a pattern of all words."""
    at = 0
    while at < len(key):
        word = next((word for word in by_first.get(key[at], ()) if key.startswith(word, at)), None)
        if word is not None:
            yield word
        at += len(word or " ")


@cache
def _table() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]], dict[str, list[str]]]:
    """The lines of each English term and of each Chinese word, and the Chinese words by their first character, longest
    first."""
    english: dict[str, set[int]] = defaultdict(set)
    chinese: dict[str, set[int]] = defaultdict(set)
    lines = files("evidence").joinpath("tables", "topics.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        tag, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            for word in words.split():
                (english[kept_word(word)] if tag == "en" else chinese[fold_key(word)]).add(number)
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(chinese, key=len, reverse=True):
        by_first[word[0]].append(word)
    return (
        {word: frozenset(at) for word, at in english.items()},
        {word: frozenset(at) for word, at in chinese.items()},
        dict(by_first),
    )
