"""Cue words: tables of words per language, and patterns that find any of them in one pass.

A table is a TOML file in `tables/` named after its feature and language: one group of words per section,
each with a comment saying what they have in common. Chinese words are written in simplified characters and
are looked for in the plain text (`plain`), where both scripts read alike.
"""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_PUNCTUATION = {
    "，": ",", "﹐": ",", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")", "【": "[", "】": "]",
    "「": "“", "『": "“", "〝": "“", "」": "”", "』": "”", "〞": "”", "‘": "‘", "’": "'", "｡": "。", "．": ".",
    "“": "“", "”": "”", "–": "–", "—": "—", "―": "—", "─": "—", "…": "…", "・": "·", "•": "•", "·": "·",
    "‧": "·", "、": "、", "。": "。", "《": "《", "》": "》", "〈": "《", "〉": "》", "％": "%", "＄": "$",
}  # fmt: skip


class _Plain(dict[int, str]):
    """The plain form of each character, always one code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = " " if character.isspace() and character != "\n" else _PUNCTUATION.get(character)
        if plain is None:
            plain = fold_key(character) if character not in "\n\"'" else character
        self[code] = plain = plain if len(plain) == 1 else character
        return plain


@cache
def _plain_table() -> _Plain:
    return _Plain()


def plain(text: str) -> str:
    """The text in simplified characters, lower case and one set of punctuation; exactly as long as before.

    Offsets into the plain text are offsets into the text. Lone surrogates become U+FFFD.
    """
    return text.lower() if text.isascii() and text.isprintable() else text.translate(_plain_table())


def english_words(text: str) -> frozenset[str]:
    """The words of a text in small letters: most detectors can be left out when none of their words is there."""
    return _words_in(text.lower())


@lru_cache(maxsize=64)
def _words_in(lowered: str) -> frozenset[str]:
    return frozenset(_english.findall(lowered))


_english = re.compile("[a-z]+")


@cache
def first_words(feature: str, *groups: str) -> frozenset[str]:
    """What the English cue words of some groups begin with."""
    found = table(feature, "en")
    return frozenset(_english.findall(word)[0] for group in groups or tuple(found) for word in found[group])


@cache
def table(feature: str, language: str) -> dict[str, tuple[str, ...]]:
    """The groups of words of one feature in one language (`zh` or `en`), in their plain form."""
    source = files("claims.features").joinpath("tables", f"{feature}_{language}.toml").read_text("utf-8")
    groups: dict[str, str] = tomllib.loads(source)
    return {name: _words(words) for name, words in groups.items()}


def _words(listed: str) -> tuple[str, ...]:
    return tuple(word for entry in plain(listed).replace("\n", ",").split(",") if (word := entry.strip()))


@cache
def pattern(feature: str, language: str, *groups: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """A pattern for any word of the groups (all when none is named), the longest word first.

    English words match whole words only, over line breaks too. `before` and `after` are put around them.
    """
    found = table(feature, language)
    words = [word for group in (groups or tuple(found)) for word in found[group]]
    body = alternation(words)
    if language == "en":
        body = rf"\b{body}(?!\w)" if not before else rf"{body}(?!\w)"
    return re.compile(before + body + after)


def alternation(words: "list[str] | tuple[str, ...]") -> str:
    """Any of the words as one group, as a tree of shared beginnings: the cost does not grow with their number."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(tree) if tree else r"(?!)"


def _branches(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in node
    singles = sorted(c for c, rest in node.items() if c and set(rest) == {""})
    longer = [_letter(c) + _branches(rest) for c, rest in sorted(node.items()) if c and set(rest) != {""}]
    if singles:
        one = _letter(singles[0]) if len(singles) == 1 else _one_of(singles)
        longer.append(one)
    if not longer:
        return ""
    body = longer[0] if len(longer) == 1 and not ends else f"(?:{'|'.join(longer)})"
    return body + "?" if ends else body


def _one_of(singles: list[str]) -> str:
    if " " in singles:
        return f"(?:{'|'.join(_letter(c) for c in singles)})"
    return f"[{''.join(re.escape(c) for c in singles)}]"


def _letter(character: str) -> str:
    # A space in a table stands for any break between words, held short so that no run of spaces costs much.
    return r"\s{1,4}" if character == " " else re.escape(character)
