"""What happens in a clause: the frame that its words call up, such as `joins`, `acquires` or `dies`.

A frame has the same name in both languages, so that an event told in Chinese and in English meets. Frame
semantics after Fillmore (1982); the frames here are far fewer and coarser than FrameNet's.
"""

import re
from functools import cache

from claims.features.cues import alternation, table
from evidence.model import Value

NOTHING = "nothing"
"""The group of words that hold a cue and call up no frame."""


class Frame(Value):
    """One frame and the words that call it up. Offsets are code points."""

    name: str
    start: int
    end: int


def frames(plain_text: str, language: str) -> tuple[Frame, ...]:
    """The frames of a text in plain form, in order; where words overlap the longest counts."""
    names, pattern = _kit(language)
    found = [(names[" ".join(match[0].split())], match) for match in pattern.finditer(plain_text)]
    return tuple(
        Frame.trusted(name=name, start=match.start(), end=match.end()) for name, match in found if name != NOTHING
    )


@cache
def _kit(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    groups = table("frames", language)
    names = {word: name for name, words in groups.items() for word in words}
    body = alternation(sorted(names))
    return names, re.compile(rf"\b{body}(?!\w)" if language == "en" else body)
