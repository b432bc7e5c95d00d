"""Whole numbers as an English sentence writes them, in figures or in words: 1,204, twenty-one, a single, a dozen."""

from claims.compare.figures.ages import SMALL, number
from claims.features.numbers_en import TENS

_TENS = "|".join(TENS)
SMALL_NUMBER = rf"(?:\d[\d,]*|(?:{_TENS})(?:-\w+)?|{'|'.join(SMALL)}|an?|dozen)"


def value_of(written: str) -> float:
    """A whole number in figures or words; `a` is one; -1 if it is none."""
    plain = written.replace(",", "").lower()
    if plain in {"a", "an", "single"}:
        return 1.0
    return 12.0 if plain == "dozen" else float(plain) if plain.isdigit() else float(number(plain))
