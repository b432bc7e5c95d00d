"""Whether a clause asserts something or its opposite."""

import re
from typing import Literal

from claims.features.cues import pattern

Polarity = Literal["positive", "negative"]


def polarity(plain_text: str, language: str) -> Polarity:
    """`negative` when the clause negates, denies or refuses; also when it does so twice: a person decides."""
    apart = [match.span() for match in pattern("polarity", language, "apart").finditer(plain_text)]
    for group in ("negation", "denial"):
        for match in _pattern(group, language).finditer(plain_text):
            if not any(a < match.end() and match.start() < b for a, b in apart):
                return "negative"
    return "positive"


def _pattern(group: str, language: str) -> re.Pattern[str]:
    return pattern("polarity", language, group)
