"""Small bar charts as inline SVG, readable without colour and by a screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, ROW, LABEL = 420, 26, 170
"""Units of the picture: its width, the height of a row, the room for labels."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it counts, how many, and the class that gives its colour."""

    label: str
    count: int
    colour: str


def bars(caption: str, rows: Sequence[Bar]) -> str:
    """A figure with one bar for each row."""
    most = max((row.count for row in rows), default=0) or 1
    told = ", ".join(f"{row.label} {row.count}" for row in rows)
    drawn = "".join(_bar(at, row, most) for at, row in enumerate(rows))
    name = escape(f"{caption}: {told}", quote=True)
    return (
        f"<figure><figcaption>{escape(caption)}</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {ROW * len(rows) + 4}" role="img" aria-label="{name}">{drawn}</svg></figure>\n'
    )


def _bar(at: int, row: Bar, most: int) -> str:
    top = at * ROW + 4
    width = round((WIDTH - LABEL - 50) * row.count / most, 1)
    return (
        f'<text x="0" y="{top + 15}">{escape(_cut(row.label))}</text>'
        f'<rect class="bar-{row.colour}" x="{LABEL}" y="{top + 2}" width="{width}" height="16" rx="2"/>'
        f'<text x="{LABEL + width + 6:.1f}" y="{top + 15}">{row.count}</text>'
    )


def _cut(label: str) -> str:
    """Chinese is twice as wide: about 22 Latin letters fit."""
    room, kept = 22, ""
    for letter in label:
        room -= 2 if ord(letter) > 0x2E7F else 1
        if room < 0:
            return kept + "…"
        kept += letter
    return kept
