"""English verbs told by their form, without a tagger: which word of a clause is its first finite verb."""

from functools import cache

from claims.features.cues import table
from evidence.text import lazy_re as re

WORD = re.compile(r"[a-z0-9$£€%][a-z0-9'’.,%$£€\-]*", re.IGNORECASE)
"""A word or a figure; match it against small letters."""


@cache
def words_of(*groups: str) -> frozenset[str]:
    """The words of some groups of the table of clauses."""
    return frozenset(word for group in groups for word in table("clauses", "en")[group])


def is_finite(word: str) -> bool:
    """Whether a word can be a finite verb by itself: an auxiliary, a past tense or a usual present tense."""
    if word in words_of("auxiliary", "irregular", "present"):
        return True
    return len(word) > 4 and word.endswith("ed") and word not in words_of("apart")


def is_strictly_finite(word: str) -> bool:
    """Finite and rarely a noun or an adjective: what may follow a bare `and`."""
    if word in words_of("auxiliary", "irregular"):
        return True
    if word.endswith("s") and word in words_of("present"):
        return True
    return len(word) > 4 and word.endswith("ed") and word not in words_of("apart")


def finite_at(text: str, reach: int = 10_000) -> int | None:
    """Which word of the text is its first finite verb, counted from 0; None when it has none within reach."""
    for number, match in enumerate(WORD.finditer(text)):
        if number >= reach:
            return None
        if is_finite(match[0].rstrip(".,").lower()):
            return number
    return None


_led = re.compile(r"\b(?:the|an?|its|his|her|their|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*)$")


def describes(before: str, word: str) -> bool:
    """Whether a participle stands right behind an article or a number: the damaged ship, two masked men."""
    return word.endswith("ed") and _led.search(before.rstrip().lower()) is not None


def names_only(text: str) -> bool:
    """Whether a text has no finite verb: the damaged ship."""
    words = [match[0].rstrip(".,").lower() for match in WORD.finditer(text)]
    return not any(is_finite(word) and not (n and describes(words[n - 1], word)) for n, word in enumerate(words))
