"""Whether two names in Latin letters are one name, spelt in two ways: Müller and Mueller, Fyodor and Feodor.

Accents are taken off letter by letter, so that every place in a text stays where it is. What else is written in two
ways (c and k, ie and y, a letter doubled) is compared by a key of how a name sounds, its consonants above all; an
own short form of what phonetic keys do (Philips 1990, Metaphone).
"""

import unicodedata
from functools import cache, lru_cache

from rapidfuzz import fuzz

from evidence.text import lazy_re as re

_BARE = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ß": "s", "æ": "a", "œ": "o", "ı": "i", "ħ": "h", "ŧ": "t"}
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


@cache
def _plain_letters() -> dict[int, str]:
    """The letter without its accent for each Latin letter that has one."""
    found = {}
    for code in _LATIN:
        letter = chr(code)
        plain = _BARE.get(letter) or _BARE.get(letter.lower(), "").upper() or unicodedata.normalize("NFKD", letter)[0]
        if plain.isascii() and plain.isalpha():
            found[code] = plain
    return found


def unaccented(text: str) -> str:
    """A text with its Latin letters bare of accents, each where it stood: Málaga, Malaga."""
    return text if text.isascii() else text.translate(_plain_letters())


_SOUNDS = tuple(
    (re.compile(spelt), sound)
    for spelt, sound in (
        (r"tsch|tch|cz|č", "ch"), (r"ph", "f"), (r"dt$|th", "t"), (r"gh|kh|ck|ch|q", "k"), (r"c", "k"), (r"w", "v"),
        (r"sz|z", "s"), (r"x", "ks"), (r"ou|oo", "u"), (r"ue", "u"), (r"oe", "o"), (r"ae", "a"), (r"ee|ie|y|j", "i"),
        (r"(?<=.)h", ""), (r"(.)\1+", r"\1"), (r"(?<=...)e$", ""),
    )
)  # fmt: skip
_vowels = re.compile(r"(?<=.)[aeiou]")


@lru_cache(maxsize=1 << 14)
def _sound(name: str) -> str:
    for spelt, sound in _SOUNDS:
        name = spelt.sub(sound, name)
    return name


@lru_cache(maxsize=1 << 14)
def one_name(one: str, other: str) -> bool:
    """Whether two words of names in small letters may be one name in two spellings."""
    if min(len(one), len(other)) < SHORT or (one[-1] == "a") != (other[-1] == "a"):
        return one == other  # Mario is not Maria
    mine, theirs = _sound(one), _sound(other)
    if mine == theirs or _transcribed(one, other):
        return True
    if min(len(mine), len(theirs)) < LONG or mine[:HEAD].translate(_LIKE) != theirs[:HEAD].translate(_LIKE):
        return False
    likeness = fuzz.ratio(mine, theirs)
    bones = _vowels.sub("", mine), _vowels.sub("", theirs)
    return likeness >= NEARLY or (likeness >= ALIKE and bones[0] == bones[1] and len(bones[0]) >= CONSONANTS)


SHORT, LONG, HEAD = 3, 5, 3
"""Letters of names of which only such as sound the same are one; letters from which on a vowel may differ; letters at
the beginning that sound alike all the same."""
_LIKE = str.maketrans("iu", "eo")
NEARLY, ALIKE, CONSONANTS = 88, 75, 3
"""Likeness of two keys that is enough by itself; enough beside the same consonants, so many at least."""


_TRANSCRIBED = tuple(
    (re.compile(spelt), sound)
    for spelt, sound in (
        (r"[’']", ""), (r"dj", "j"), (r"dh", "d"), (r"q|kh", "k"), (r"gh", "g"), (r"^y(?=e)", ""),
        (r"sch|tch", "ch"), (r"ou|oo", "u"), (r"a[iy]e?|e[iy]|ee(?=.)", "I"), (r"io|yo|eo", "O"), (r"[iy]+$", "i"),
        (r"(?<=.)h$", ""), (r"(.)\1+", r"\1"), (r"y", "i"),
    )
)  # fmt: skip
_vowel_run = re.compile(r"[aeiouIO]+")


@lru_cache(maxsize=1 << 14)
def _spelt_out(name: str) -> tuple[str, str]:
    """The consonants of a name and its vowels, those told apart that a transcription keeps apart."""
    for spelt, sound in _TRANSCRIBED:
        name = spelt.sub(sound, name)
    return _vowel_run.sub("-", name), "".join(_vowel_run.findall(name))


def _transcribed(one: str, other: str) -> bool:
    """Whether two words may be one name written from another alphabet: Moammar, Muammar; Ahmed, Ahmad.

    The consonants are the same; o and u are one in a long name or at its head, behind the first vowel a and e, e and i.
    """
    mine, theirs = _spelt_out(one), _spelt_out(other)
    heads = {mine[0][:1], theirs[0][:1]}
    alike = mine[0] == theirs[0] or (
        heads == {"g", "k"} and mine[0][1:] == theirs[0][1:] and (_throaty.search(one) or _throaty.search(other))
    )
    if not alike or len(mine[1]) != len(theirs[1]):
        return False
    apart = [(n, {a, b}) for n, (a, b) in enumerate(zip(mine[1], theirs[1], strict=True)) if a != b]
    if any(both == {"o", "u"} and min(len(one), len(other)) < LONG + 1 and one[0] not in "ou" for _, both in apart):
        return False  # Lund, Lond
    if len(mine[0].replace("-", "")) < CONSONANTS and any(both != {"o", "u"} for _, both in apart):
        return False
    return all(both in _LIKE_VOWELS and (n or both == {"o", "u"}) for n, both in apart)


_throaty = re.compile("[gkd]h|q|dd")
_LIKE_VOWELS = ({"o", "u"}, {"a", "e"}, {"e", "i"}, {"i", "I"}, {"e", "I"})


def two_names(mine: str, theirs: str) -> bool:
    """Whether of two names that begin alike neither is called after the other: Martin and Martinez, not Jamaican."""
    short, long = sorted((mine, theirs), key=len)
    return long.startswith(short) and long[len(short) :] in _OF_SOMEBODY


_OF_SOMEBODY = frozenset(["ez", "es", "son", "sen", "ov", "ova", "ich", "ini", "elli", "ton", "ham", "ley"])
"""What makes another surname of a name."""

__all__ = ["one_name", "two_names", "unaccented"]
