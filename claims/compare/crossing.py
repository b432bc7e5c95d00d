"""What claims of two languages share: words that mean much the same, and names written by their sound.

glosses(key, "zh") & glosses(key, "en") ─► lines of `tables/glossary.txt`
sound("okafor").search("公司老总奥卡福") ─► 奥卡福
"""

from functools import cache, lru_cache
from importlib.resources import files

from claims.compare.words import stem
from evidence.text import lazy_re as re

SHORTEST = 4
"""Letters of the shortest name that is looked for by its sound."""
SOUNDS = 2
"""Consonants that it must have at least, not counting those that Chinese often leaves out."""

_word = re.compile(r"[a-z]+")


@lru_cache(maxsize=1 << 14)
def glosses(key: str, language: str) -> frozenset[int]:
    """The lines of the glossary that have a word of a folded statement."""
    return frozenset(glossed(key, language))


def glossed(key: str, language: str) -> dict[int, str]:
    """The same lines, each with the word of the statement that stands there."""
    english, chinese, any_chinese = _glossary()
    if language == "zh":
        return {number: match[0] for match in any_chinese.finditer(key) for number in chinese[match[0]]}
    return {number: match[0] for match in _word.finditer(key) for number in english.get(stem(match[0]), ())}


@cache
def _glossary() -> tuple[dict[str, set[int]], dict[str, set[int]], re.Pattern[str]]:
    """The lines of each English stem and of each Chinese word, and a pattern of the latter, longest first."""
    english: dict[str, set[int]] = {}
    chinese: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("glossary")):
        left, right = line.split("|")
        for word in left.split():
            english.setdefault(stem(word), set()).add(number)
        for word in right.split():
            chinese.setdefault(word, set()).add(number)
    longest = sorted(chinese, key=lambda word: (-len(word), word))
    return english, chinese, re.compile("|".join(map(re.escape, longest)))


def _lines(table: str) -> list[str]:
    text = files("claims.compare").joinpath("tables", f"{table}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


# --- names by their sound --------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 12)
def sound(name: str) -> re.Pattern[str] | None:
    """A pattern of what a folded Latin name may be in Chinese; None where it has too little to go by.

    Each consonant is a character that begins with it, `n` (m before p and b) may end the one before it, and what
    Chinese often leaves out (r and l before a consonant or at the end, h) may be missing.
    """
    if len(name) < SHORTEST or not name.isascii() or not name.isalpha():
        return None
    parts = _heard(name)
    if sum(not left_out for _, left_out, _ in parts) < SOUNDS:
        return None
    vowel = _characters()["-"]
    pattern = f"[{vowel}]" if name[0] in "aeiou" else ""
    for sounds, left_out, nasal in parts:
        opened = "".join(_characters()[each] for each in sounds)
        closed = "".join(_characters().get(f"{each}/n", "") for each in sounds)
        one = f"(?:[{closed}]|[{opened}][恩翰{_characters()['n']}]?)" if nasal and closed else f"[{opened}{closed}]"
        pattern += f"{one}{'?' if left_out else ''}[{vowel}]?"
    return re.compile(pattern)


_spelt = re.compile(r"sch|sh|ch|ph|th|ck|wh|gh|qu|([bcdfgjklmnpqrstvwxz])\1?|^h|^y|[aeiouhy]+")
_SOUNDS = {
    "sch": "sh",
    "sh": "sh",
    "ch": "c k sh",
    "ph": "f",
    "th": "t s",
    "ck": "k",
    "wh": "h w",
    "qu": "k q",
    "b": "b",
    "c": "k s",
    "d": "d",
    "f": "f",
    "g": "g j",
    "h": "h",
    "j": "j y h",
    "k": "k",
    "l": "l r",
    "m": "m",
    "n": "n",
    "p": "p",
    "q": "k",
    "r": "l r",
    "s": "s z",
    "t": "t",
    "v": "w v f",
    "w": "w",
    "x": "k s",
    "y": "y",
    "z": "z s c",
}
_Heard = list[tuple[tuple[str, ...], bool, bool]]
"""Each consonant: how it may begin in Chinese, whether it may be missing, whether n closes its syllable."""


def _heard(name: str) -> _Heard:
    pieces = [match[0] if match[0] in _SOUNDS else match[1] or match[0] for match in _spelt.finditer(name)]
    found: _Heard = []
    after_vowel = False
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        open_ = following[:1] in set("aeiouy")
        if piece not in _SOUNDS or (piece == "w" and not open_):
            after_vowel = piece[:1] in set("aeiouy")
            continue
        if (piece == "n" or (piece == "m" and following[:1] in {"p", "b"})) and after_vowel and not open_ and found:
            found[-1] = (found[-1][0], found[-1][1], True)
        else:
            missing = piece in {"r", "l"} and not open_ and place > 0
            found.append((tuple(_SOUNDS[piece].split()), missing, False))
        after_vowel = False
    return found


@cache
def _characters() -> dict[str, str]:
    """The characters of each sound."""
    rows = (line.split() for line in _lines("transliteration"))
    return {each: characters for each, characters in rows}  # noqa: C416


__all__ = ["glossed", "glosses", "sound"]
