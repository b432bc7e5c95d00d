"""What a text is about, as a search weighs it: content words, pieces of words, numbers, abbreviations.

On top of `tokens`, which keep a text as it is written, terms bring together what says the same: synonyms
(`tables/synonyms.txt`), numbers in figures and in words, the words inside a #HashTag or an @AccountName. Grammar
and what only carries a claim (`tables/common_words.txt`) is left out, as are addresses of pages and pictures.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from evidence.text.fold import fold, fold_key
from evidence.text.tokens import HAN, stem, tokens

_address = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)[\w./?=&%#~:+-]+")
_signature = re.compile(r"[—–-]\s*([^—–\n]{1,60}?)\s*\(@(\w+)\)\s*\w+ \d{1,2}, \d{4}")
_tag = re.compile(r"[#@＃＠](\w+)")
_hump = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_long_name = re.compile(r"\b[A-Z][a-z]+(?: (?:(?:of|the|and|for) ){0,2}[A-Z][a-z]+){1,5}")
_states = re.compile(r"\bU\.S\.(?:A\.?)?|\bUS\b")
_abbreviation = re.compile(r"\b[A-Z]{2,5}\b")
_han_run = re.compile(f"[{HAN}]+")
_word_or_run = re.compile(rf"(?P<latin>[^\W\d_{HAN}]+)|[{HAN}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one text."""

    words: dict[str, int]
    """Content words, Han bigrams, numbers (marked `#`) and abbreviations (`~`), with how often they occur."""
    grams: tuple[str, ...]
    """Pieces of words, each once: four Latin letters; one or three Chinese characters; two Latin words in a row."""
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
        grams.update(dict.fromkeys(run))
        grams.update(dict.fromkeys(map("".join, zip(run, run[1:], run[2:], strict=False))))
    latin = tokens(_han_run.sub(" ", key))
    numbers, before = _numbers(key, latin), ""
    for token in latin:
        if token in common or token.replace(".", "").isdecimal():
            continue
        word = _synonyms("en").get(token, token)
        words[word] += 1
        grams.update(dict.fromkeys(_pieces(word)))
        grams[f"{before} {word}"] = None
        before = word
    words.update(f"#{number}" for number in numbers)
    words.update(_initials(text))
    return Terms(dict(words), tuple(grams), max(1, words.total()))


def shared_words(statement: Terms, text: str) -> list[str]:
    """The words of a text that a statement has too, as they are written there, in order and each once."""
    folded = fold(text)
    found: dict[str, None] = {}
    for match in _word_or_run.finditer(folded.text):
        start, end = match.span()
        if match["latin"]:
            stemmed = stem(match[0])
            if _synonyms("en").get(stemmed, stemmed) in statement.words:
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
    return _states.sub(" USA ", text)


def _untagged(match: re.Match[str]) -> str:
    """A tag as it stands and, where capitals show them, its words."""
    words = _hump.sub(" ", match[1])
    return f" {match[1]} {words} " if words != match[1] else f" {words} "


def _initials(text: str) -> set[str]:
    """Abbreviations in capitals, and those that names of several words would have: UN and the United Nations."""
    if text.isupper():
        return set()
    found = {match[0].casefold() for match in _abbreviation.finditer(text)}
    for match in _long_name.finditer(text):
        letters = "".join(word[0] for word in match[0].split() if word[0].isupper()).casefold()
        found.add(letters.removeprefix("t") if match[0].startswith("The ") else letters)
    return {f"~{letters}" for letters in found if 2 <= len(letters) <= 5}


def _han_runs(key: str) -> list[str]:
    """Runs of Chinese characters between grammar: a pair across 的 or 我们 is no word."""
    return _common_zh().sub(" ", " ".join(_han_run.findall(key))).split()


def _pieces(word: str) -> list[str]:
    marked = f"^{word}$"
    return [marked[i : i + 4] for i in range(max(1, len(marked) - 3))]


# --- numbers in words ----------------------------------------------------------------------------------------

_UP_TO_19 = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = {word: value for value, word in enumerate(_UP_TO_19.split())}
_ENGLISH |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
_MANY = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_one, _more = "|".join(_ENGLISH), "|".join([*_ENGLISH, *_MANY])
_english_number = re.compile(rf"\b(?:{_one})(?:[ -](?:and )?(?:{_more})){{0,9}}\b|\bhalf a dozen\b|\b(?:a )?dozen\b")
_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_chinese_number = re.compile(
    r"[零〇一二两三四五六七八九十百千万亿]{2,16}|[二两三四五六七八九](?=[个名人位岁年月天日周次条元块倍成万亿瓣台辆只头座所件])"
)


def _numbers(key: str, latin: list[str]) -> list[str]:
    """The numbers of a text; `latin` are its tokens without Chinese, which hold them all where it has none."""
    spelled = latin if key.isascii() else tokens(_han_run.sub(_scale_only, key))
    found = [word for word in spelled if word.replace(".", "").isdecimal()]
    if not key.isascii():
        found += [str(value) for m in _chinese_number.finditer(key) if (value := _chinese_value(m[0])) is not None]
    return found + [str(_english_value(m[0])) for m in _english_number.finditer(key) if m[0] != "one"]


_scale = re.compile(r"[十百千]?[万亿]|[百千]")


def _scale_only(match: re.Match[str]) -> str:
    found = _scale.match(match[0])
    return f"{found[0]} " if found else " "


def _english_value(words: str) -> int:
    if "dozen" in words:
        return 6 if words.startswith("half") else 12
    total = part = 0
    for word in re.split(r"[ -]", words):
        if word in _ENGLISH:
            part += _ENGLISH[word]
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in _MANY:
            total, part = total + max(part, 1) * _MANY[word], 0
    return total + part


def _chinese_value(figures: str) -> int | None:
    """The value of a Chinese numeral; digits without units (二零二九) are read one by one."""
    if not any(unit in figures for unit in _UNITS):
        return int("".join(str(_DIGITS[digit]) for digit in figures))
    if figures[0] in "百千万亿":
        return None
    total = part = digit = 0
    for character in figures:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif (unit := _UNITS[character]) >= 10**4:
            total, part, digit = (total + part + digit) * unit, 0, 0
        else:
            part, digit = part + max(digit, 1) * unit, 0
    return total + part + digit


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
