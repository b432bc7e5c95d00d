"""Names in English statements, with where they stand: what two accounts both name, and what stands near a word."""

from collections.abc import Iterator
from typing import NamedTuple

from claims.compare import akin, words
from claims.compare.alignment import Pair
from claims.compare.respelt import one_name
from claims.compare.values import Features, of_one
from claims.features.cues import english_words
from evidence.text import lazy_re as re

_word = re.compile(r"[^\W\d_]\w*(?:['\u2019-]\w+)*")
_capitalised = re.compile(r"(?<!\w)[A-Z\u00c0-\u00de]\w*(?:['\u2019-]\w+)*")
_TITLES = "mr mrs ms miss dr sir lady lord dame i gmt the"
_TIMES = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
"""A day of the week in small letters, as a regular expression."""
NO_NAMES = frozenset([*_TITLES.split(), *_TIMES.split()])
LIKE = 5
"""So many letters alike at their beginning, a name and what is called after it are one: Navara, Navaran."""


class Name(NamedTuple):
    """One word of a name, in small letters, and its place in the text."""

    word: str
    start: int
    end: int


class Stretch(NamedTuple):
    """Where something is said in a statement, with the words of its matter, which name no thing by themselves."""

    start: int
    end: int
    of: re.Pattern[str] | None = None
    literal: frozenset[str] = frozenset()
    """The words that say it, which are not said of anything either."""


@of_one
def text_of(side: Features) -> str:
    """A statement in small letters, letter by letter where it stands in the text."""
    return side.text.replace("\u2019", "'").lower() if len(side.text.lower()) == len(side.text) else side.text


@of_one
def words_in(side: Features) -> frozenset[str]:
    """The words of a statement in small letters, each part of one with a hyphen or apostrophe by itself."""
    return english_words(text_of(side))


def find(side: Features, said: str) -> Stretch | None:
    """Where a statement says some words; None where it does not."""
    found = re.search(rf"(?<!\w){re.escape(said.lower())}(?!\w)", text_of(side))
    return Stretch(*found.span()) if found else None


@of_one
def names(side: Features) -> tuple[Name, ...]:
    """The words of names, in order; titles, weekdays and months left out."""
    known = frozenset(side.capitals) | {word for name in side.names for word in name.split()}
    found = []
    for match in _capitalised.finditer(side.text):
        word = match[0].replace("\u2019", "'").lower()
        plain = word.removesuffix("'s").removesuffix("'")
        if _opens(side.text, match.start()) and _common(plain) and not _capital.match(side.text, match.end()):
            continue  # Paper maker Forsberg, Searchers recovered
        if plain not in NO_NAMES and (plain in known or word in known):
            found.append(Name(plain, match.start(), match.start() + len(plain)))
    return tuple(found)


def _common(word: str) -> bool:
    """Whether a word that begins a sentence is no name by itself: a known noun, or a plural."""
    return akin.known(words.stem(word)) or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


_capital = re.compile(r" [A-Z]")
_opening = re.compile(r"[.!?:]\s[\s\u201c\u2018\"'(]*$")


def _opens(text: str, at: int) -> bool:
    """Whether a word begins a sentence, where a capital tells nothing."""
    return not text[:at].strip(" \u201c\u2018\"'(") or bool(_opening.search(text, max(0, at - 4), at))


def run(side: Features, name: Name) -> frozenset[str]:
    """The words of the whole name that one word of it stands in."""
    found, last = [name.word], name
    for other in names(side):
        if other.start > last.start and other.start - last.end <= JOINED:
            found.append(other.word)
            last = other
    last = name
    for other in reversed(names(side)):
        if other.start < last.start and last.start - other.end <= JOINED:
            found.append(other.word)
            last = other
    return frozenset(found)


JOINED = 1
"""Letters between two words of one name."""


@of_one
def _words(side: Features) -> frozenset[str]:
    return frozenset(word.removesuffix("'s") for word in _word.findall(text_of(side)))


@of_one
def _beginnings(side: Features) -> frozenset[str]:
    return frozenset(word[:LIKE] for word in _words(side) if len(word) >= LIKE)


def in_text(word: str, side: Features) -> bool:
    """Whether a statement has a name, in whatever spelling, or a word called after it."""
    if word in _words(side) or (len(word) >= LIKE and word[:LIKE] in _beginnings(side)):
        return True
    return any(words.stem(word) == words.stem(name.word) or one_name(word, name.word) for name in names(side))


def shared(pair: Pair) -> frozenset[str]:
    """The words of names of either that the other has too."""
    found: frozenset[str] | None = pair.__dict__.get("shared_name_words")
    if found is None:
        found = pair.__dict__["shared_name_words"] = frozenset(_shared(pair))
    return found


def _shared(pair: Pair) -> Iterator[str]:
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        yield from (name.word for name in names(one) if in_text(name.word, other))


def strangers(pair: Pair) -> bool:
    """Whether each of two English statements names somebody or something that the other does not name at all."""
    sides = ((pair.a, pair.b), (pair.b, pair.a))
    return all(any(not in_text(name.word, other) for name in names(one)) for one, other in sides)


def near(side: Features, start: int, end: int) -> frozenset[str]:
    """The names in the part of the sentence in which a stretch stands."""
    first, last = part(side, start, end)
    return frozenset(name.word for name in names(side) if first <= name.start < last)


_stop = re.compile(r"[;:.!?](?=\s|$)")


def part(side: Features, start: int, end: int) -> tuple[int, int]:
    """The sentence, or the part of it between semicolons, in which a stretch stands."""
    text = side.text
    first = max((stop.end() for stop in _stop.finditer(text, 0, start)), default=0)
    stop = _stop.search(text, end)
    return first, stop.start() if stop else len(text)


_place = re.compile(
    r"\b(?:at|in|near|outside|off|through|across) (?:the |its |their |his |her )?(?:\w+ )?"
    r"(?:(?:crossing|town|city|village|port|island|province|district|region|suburb|airport|station) of )?$"
)
LED = 40
"""Letters before a name in which what makes it a place is looked for."""


@of_one
def _placed(side: Features) -> tuple[Name, ...]:
    return tuple(name for name in names(side) if _place.search(text_of(side), max(0, name.start - LED), name.start))


def places(side: Features, start: int, end: int) -> frozenset[str]:
    """The names behind `in` or `at` in the part of the sentence in which a stretch stands."""
    first, last = part(side, start, end)
    return frozenset(name.word for name in _placed(side) if first <= name.start < last)


def in_two_places(pair: Pair) -> bool:
    """Whether each of two statements tells of a place that the other does not name."""
    sides = ((pair.a, pair.b), (pair.b, pair.a))
    return all(
        (placed := _placed(side)) and not any(in_text(name.word, other) for name in placed) for side, other in sides
    )


_BEFORE_SUBJECT = (
    r"(?:(?i:in|at|by|on|after|before|during|since|until|over|from|for|with|as|when|while|of|[a-z]+(?:ed|ing)|shot"
    r"|built|born|held|made|set|known)\b[^,;:.]*(?:, \d{4})?,\s)"
)
"""Words about time, place and manner that stand before a subject, up to their comma."""
_subject = re.compile(
    rf"{_BEFORE_SUBJECT}?(?i:the|this|that|his|her|its|their) [a-z]+\b(?! (?:of|in|at|on|from|between) (?:the )?[A-Z])"
    rf"|{_BEFORE_SUBJECT}?(?i:he|she|it|they)\b"
)


@of_one
def subject_stands_in(side: Features) -> bool:
    """Whether a sentence's subject, behind whatever is put before it, is `the town` or `she` and no name."""
    return _subject.match(side.text) is not None


__all__ = [
    "JOINED",
    "NO_NAMES",
    "Name",
    "Stretch",
    "in_text",
    "in_two_places",
    "names",
    "near",
    "part",
    "places",
    "run",
    "shared",
    "subject_stands_in",
    "text_of",
    "words_in",
]
