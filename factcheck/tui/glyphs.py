"""A glyph and a word for every state: never colour alone, and an ASCII set for terminals that have no others."""

from dataclasses import dataclass

WORDS = {
    "not_enough_evidence": "not enough",
    "needs_recheck": "recheck",
    "in_review": "in review",
}
"""Short words for narrow columns; all others are the stored word."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What the signs look like."""

    verdict: dict[str, str]
    margin: str
    cursor: str
    marked: str
    here: str
    """Somebody else has this claim open."""
    conflict: str
    rule: str
    bar: str
    thumb: str
    arrow: str


PLAIN = Glyphs(
    {
        "": "○",
        "supported": "✓",
        "refuted": "✗",
        "conflicting": "≠",
        "not_enough_evidence": "?",
    },
    margin="┃",
    cursor=">",
    marked="*",
    here="@",
    conflict="≠",
    rule="─",
    bar="█",
    thumb="█",
    arrow="→",
)
ASCII = Glyphs(
    {
        "": ".",
        "supported": "+",
        "refuted": "x",
        "conflicting": "#",
        "not_enough_evidence": "?",
    },
    margin="|",
    cursor=">",
    marked="*",
    here="@",
    conflict="#",
    rule="-",
    bar="#",
    thumb="#",
    arrow="->",
)


def words(value: object) -> str:
    """A stored word as people read it, in full."""
    return "" if value is None else str(value).replace("_", " ")


def short(value: object) -> str:
    """A stored word in the width of a column."""
    return WORDS.get(str(value), words(value))
