"""Reads the labelled stories of `data/` and scores an extraction against them.

A story is a text with its labels in it: `⟦…⟧` is a claim, `⟪kind|…⟫` is none. A claim may begin with how it is
put (`r` reported, `h` hedged, `s` speculated, `p` planned, `?` a matter of taste) and who says it:
`⟦r@the clerk|…⟧`. The stories are our own, written in the manner of newspapers and programmes; no person,
company or event in them is real.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claims.extract import Extraction, extract

DATA = Path(__file__).parent / "data"
DAYS = {
    "zh_hans_transcript_earnings": date(2024, 11, 20),
    "zh_hant_article_typhoon": date(2024, 9, 12),
    "en_article_election": date(2023, 11, 14),
    "en_transcript_football": date(2024, 12, 10),
    "zh_hans_transcript_science": date(2024, 5, 20),
    "zh_hant_article_fraud": date(2025, 3, 7),
    "en_article_merger": date(2024, 5, 6),
    "en_transcript_wildfire": date(2023, 8, 19),
}
"""Each story with the day of its publication."""
_CERTAINTY = {"": "asserted", "?": "asserted", "r": "reported", "h": "hedged", "s": "speculated", "p": "planned"}
_mark = re.compile(r"⟦(?:([rhsp?])?(?:@([^|⟧\n]{0,60}))?\|)?|⟪([a-z]+)\||⟧|⟫")


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled stretch. Offsets are code points into the story's text without its labels."""

    start: int
    end: int
    kind: str
    """`claim`, or what a stretch is that is no claim."""
    certainty: str = "asserted"
    claimant: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A text and what is in it."""

    name: str
    text: str
    labels: tuple[Label, ...]

    @property
    def claims(self) -> tuple[Label, ...]:
        """The claims that must be found."""
        return tuple(label for label in self.labels if label.kind == "claim" and not label.optional)

    def extract(self) -> Extraction:
        """What the code under test finds."""
        return extract(self.text, reference=DAYS[self.name])


@dataclass(frozen=True, slots=True)
class Score:
    """How well an extraction fits a story, each from 0 to 1."""

    recall: float
    precision: float
    certainty: float
    claimant: float

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def story(name: str) -> Story:
    """One of the stories of `data/`."""
    raw = (DATA / f"{name}.story").read_text(encoding="utf-8")
    pieces: list[str] = []
    labels: list[Label] = []
    at = length = 0
    opened: tuple[int, re.Match[str]] | None = None
    for mark in _mark.finditer(raw):
        pieces.append(raw[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[0] in "⟧⟫":
            assert opened, f"{name}: a label ends at {mark.start()} that never began"
            labels.append(_label(opened[0], length, opened[1]))
            opened = None
        else:
            opened = (length, mark)
    return Story(name, "".join([*pieces, raw[at:]]), tuple(labels))


def _label(start: int, end: int, mark: re.Match[str]) -> Label:
    how, who, kind = mark.groups()
    if kind:
        return Label(start, end, kind)
    return Label(start, end, "claim", _CERTAINTY[how or ""], who, optional=how == "?")


def score(told: Story, extraction: Extraction) -> Score:
    """Score an extraction: a claim is found by a quote that covers half of it and is at most three times as long."""
    quotes = [(claim.start, claim.end, claim) for claim in extraction.claims]
    hits = [[c for start, end, c in quotes if _finds(start, end, label)] for label in told.claims]
    optional = [label for label in told.labels if label.optional]
    right = sum(any(_finds(start, end, label) for label in told.claims) for start, end, _ in quotes)
    neutral = sum(
        any(_finds(start, end, label) for label in optional)
        and not any(_finds(start, end, label) for label in told.claims)
        for start, end, _ in quotes
    )
    found = [(label, claims) for label, claims in zip(told.claims, hits, strict=True) if claims]
    return Score(
        recall=len(found) / len(told.claims),
        precision=right / max(len(quotes) - neutral, 1),
        certainty=sum(any(c.certainty == label.certainty for c in claims) for label, claims in found) / len(found),
        claimant=sum(any((c.claimant is None) == (label.claimant is None) for c in claims) for label, claims in found)
        / len(found),
    )


def _finds(start: int, end: int, label: Label) -> bool:
    length = label.end - label.start
    return max(0, min(end, label.end) - max(start, label.start)) * 2 >= length and end - start <= 3 * length
