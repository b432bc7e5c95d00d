"""What a sentence of a page tells without the statement being known, by its words (`tables/bearing.txt`).

>>> Bearing.of("the mayor denied it.").tells
True
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CALL = 60
"""Most characters of a call to the reader that ends like a sentence ("Sign up for our newsletter!")."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """What one sentence tells by itself."""

    tells: bool
    """It says whether something is so."""
    retells: bool
    """It only passes on what goes round."""
    goes_on: bool
    """It goes on with what stands before it."""
    turns: bool
    """It answers, or turns against what was said."""
    around: bool
    """It stands around the text: a credit, a link, a call to share."""

    @classmethod
    def of(cls, key: str, *, ended: bool = True) -> "Bearing":
        """Of a sentence as a match key; `ended` says whether it closes like one."""
        tells = bool(_words("tells").search(key))
        return cls(
            tells,
            not tells and bool(_words("retells").search(key)),
            bool(_beginning("goes_on").match(key)),
            bool(_beginning("turns").match(key)),
            (not ended and bool(_beginning("around").match(key)))
            or (len(key) <= CALL and bool(_beginning("calls").match(key))),
        )


@cache
def _words(tag: str) -> re.Pattern[str]:
    """Any of the words with this tag; English ones only where a word begins."""
    lines = files("evidence").joinpath("tables", "bearing.txt").read_text("utf-8").splitlines()
    words = [word for line in lines if line.startswith(f"{tag}: ") for word in line.split()[1:]]
    return re.compile("|".join(map(_pattern, words)))


def _pattern(word: str) -> str:
    bare = word.rstrip("=").replace("=", " ")
    return (rf"\b{bare}" if word.isascii() else bare) + (r"\b" if word.endswith("=") else "")


@cache
def _beginning(tag: str) -> re.Pattern[str]:
    """To be matched at the beginning of a sentence; whole words, where a script has spaces between them."""
    return re.compile(rf"\W*(?:{_words(tag).pattern})(?![a-z])")
