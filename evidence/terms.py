"""What a text is about, as a search weighs it: content words, pieces of words, numbers, abbreviations.

On top of `tokens`, which keep a text as it is written, terms bring together what says the same: synonyms
(`tables/synonyms.txt`), numbers in figures and in words (`numerals`), the words inside a #HashTag or an @AccountName.
Grammar and what only carries a claim (`tables/common_words.txt`) is left out, as are addresses of pages and pictures.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from evidence.numerals import numbers
from evidence.text import lazy_re as re
from evidence.text.fold import fold, fold_key
from evidence.text.tokens import HAN, stem, tokens

_address = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)[\w./?=&%#~:+-]+")
_signature = re.compile(r"[—–-]\s*([^—–\n]{1,60}?)\s*\(@(\w+)\)\s*\w+ \d{1,2}, \d{4}")
_tag = re.compile(r"[#@＃＠](\w+)")
_hump = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_long_name = re.compile(r"\b[A-Z][a-z]+(?:[ -](?:(?:of|the|and|for) ){0,2}[A-Z][a-z]+){1,5}")
_states = re.compile(r"\bU\.S\.(?:A\.?)?|\bUS\b")
_abbreviation = re.compile(r"\b[A-Z]{2,5}\b|\b(?:[A-Z]\.){2,5}")
_scaled = re.compile(r"(?<![\w.,])([$£€¥]?)(\d+(?:[.,]\d+)*) ?(?:(mil|mill|mio|bil|tril|tn|trn)\b|([MBT])\b|([mbt])\b)")
_SCALES = {"m": "million", "b": "billion", "t": "trillion"}
_han_run = re.compile(f"[{HAN}]+")
_word_or_run = re.compile(rf"(?P<latin>[^\W\d_{HAN}]+)|[{HAN}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one text."""

    words: dict[str, int]
    """Content words, Han bigrams, numbers (marked `#`) and abbreviations (`~`), with how often they occur."""
    grams: tuple[str, ...]
    """Pieces of words, each once: four Latin letters; one or three Chinese characters; two Latin words in a row.

    As they stand in the text, Chinese before Latin.
    """
    length: int
    """How many words, with repetitions."""


def terms(text: str) -> Terms:
    """The terms of a text."""
    text = _cleaned(text)
    key = _with_synonyms(fold_key(text))
    common = _common_words()
    words: Counter[str] = Counter()
    grams: dict[str, None] = {}
    for run in _han_runs(key):
        words.update(map("".join, pairwise(run)))
        for place, character in enumerate(run):
            grams[character] = None
            if place + 3 <= len(run):
                grams[run[place : place + 3]] = None
    latin = tokens(_han_run.sub(" ", key))
    before = ""
    for token in latin:
        if token in common or token.replace(".", "").isdecimal():
            continue
        word = _synonyms("en").get(token, token)
        words[word] += 1
        grams.update(_pieces(word))
        if token != word:
            grams.update(_pieces(token))
        grams[f"{before} {word}"] = None
        before = word
    words.update(f"#{number}" for number in numbers(key, latin))
    words.update(_initials(text))
    return Terms(dict(words), tuple(grams), max(1, words.total()))


def kept_word(word: str) -> str:
    """An English word as the terms of a text keep it: its stem, or what stands for it and its synonyms."""
    stemmed = stem(word)
    return _synonyms("en").get(stemmed, stemmed)


def written_pairs(key: str) -> set[str]:
    """The pairs of Chinese characters of a folded text as they are written, no word put in the place of another."""
    return {"".join(pair) for run in _han_runs(key) for pair in pairwise(run)}


def shared_words(statement: Terms, text: str) -> list[str]:
    """The words of a text that a statement has too, as they are written there, in order and each once."""
    folded = fold(text)
    found: dict[str, None] = {}
    for match in _word_or_run.finditer(folded.text):
        start, end = match.span()
        if match["latin"]:
            if kept_word(match[0]) in statement.words:
                found.setdefault(text[slice(*folded.original(start, end))])
            continue
        for first, last in _runs_of(statement, folded.text, start, end):
            found.setdefault(text[slice(*folded.original(first, last))])
    return list(found)


def _runs_of(statement: Terms, key: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where `key[start:end]` has pairs of the statement, those that overlap put together."""
    runs: list[tuple[int, int]] = []
    for at in range(start, end - 1):
        if key[at : at + 2] in statement.words:
            runs[-1:] = [(runs[-1][0], at + 2)] if runs and runs[-1][1] > at else [*runs[-1:], (at, at + 2)]
    return runs


def _cleaned(text: str) -> str:
    text = _address.sub(" ", text)
    text = _signature.sub(r" \1 \2", text)
    text = _tag.sub(_untagged, text)
    text = _scaled.sub(_spelled_scale, text)
    return _states.sub(" USA ", text)


def _untagged(match: re.Match[str]) -> str:
    """A tag as it stands and, where capitals show them, its words."""
    words = _hump.sub(" ", match[1])
    return f" {match[1]} {words} " if words != match[1] else f" {words} "


def _spelled_scale(match: re.Match[str]) -> str:
    """1.5M and $2bil are millions and billions; 5 m and 10t may be metres and tonnes, unless money is meant."""
    currency, figures, word, capital, small = match.groups()
    letter = (word or capital or (small if currency else None) or "")[:1].casefold()
    return f"{currency}{figures} {_SCALES[letter]}" if letter else match[0]


def _initials(text: str) -> set[str]:
    """Abbreviations in capitals, and those that names of several words would have: UN and the United Nations."""
    if text.isupper():
        return set()
    found = {match[0].casefold().replace(".", "") for match in _abbreviation.finditer(text)}
    for match in _long_name.finditer(text):
        letters = "".join(word[0] for word in re.split("[ -]", match[0]) if word[0].isupper()).casefold()
        found.add(letters.removeprefix("t") if match[0].startswith("The ") else letters)
    return {f"~{letters}" for letters in found if 2 <= len(letters) <= 5}


def _han_runs(key: str) -> list[str]:
    """Runs of Chinese characters between grammar: a pair across 的 or 我们 is no word."""
    return _common_zh().sub(" ", " ".join(_han_run.findall(key))).split()


@lru_cache(maxsize=16384)
def _pieces(word: str) -> dict[str, None]:
    marked = f"^{word}$"
    return dict.fromkeys(marked[i : i + 4] for i in range(max(1, len(marked) - 3)))


# --- tables ----------------------------------------------------------------------------------------------------


def _rows(name: str) -> list[tuple[str, list[str]]]:
    """The lines of a table of words, without its comments: the language and the words."""
    lines = files("evidence").joinpath("tables", name).read_text("utf-8").splitlines()
    rows = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return [(tag, words.split()) for tag, _, words in rows]


@cache
def _common(language: str) -> frozenset[str]:
    words = (word for tag, row in _rows("common_words.txt") if tag == language for word in row)
    return frozenset(stem(word) if language == "en" else word for word in words)


@cache
def _common_words() -> frozenset[str]:
    return _common("en") | _common("zh")


@cache
def _common_zh() -> re.Pattern[str]:
    return _any_of(_common("zh"))


@cache
def _synonyms(language: str) -> dict[str, str]:
    """Each word and the one that stands for it."""
    settle = stem if language == "en" else fold_key
    rows = [[settle(word) for word in row] for tag, row in _rows("synonyms.txt") if tag == language]
    return {word: row[0] for row in rows for word in row}


@cache
def _synonyms_zh() -> re.Pattern[str]:
    return _any_of(frozenset(_synonyms("zh")))


def _with_synonyms(key: str) -> str:
    if key.isascii():
        return key
    words = _synonyms("zh")
    return _synonyms_zh().sub(lambda match: words[match[0]], key)


def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))))
