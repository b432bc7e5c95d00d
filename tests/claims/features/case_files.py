"""Reads the case files of `data/`: a sentence, what is to be found in it, and for times the reference date.

A line is `text || surface = value ; … || reference`; ` ?? ` separates readings that are equally right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

DATA = Path(__file__).parent / "data"
REFERENCE = date(2025, 8, 26)

Reading = tuple[str, str]
"""What is found and its value, both as written in the file."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and the readings of each thing in it."""

    text: str
    expected: tuple[tuple[Reading, ...], ...]
    reference: date


def cases(name: str) -> Iterator[Case]:
    """The cases of a file of `data/`."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            text, expected, reference = [part.strip() for part in f"{line} || || ".split("||")][:3]
            items = tuple(tuple(map(_reading, item.split(" ?? "))) for item in expected.split(" ; ") if item)
            yield Case(text, items, date.fromisoformat(reference) if reference else REFERENCE)


def _reading(written: str) -> Reading:
    surface, _, value = written.strip().rpartition(" = ")
    return surface, value


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the expected things were found just so, how many at all, and how many more were found."""

    right: int
    expected: int
    surplus: int

    @property
    def share(self) -> float:
        """Right of expected."""
        return self.right / self.expected


def score(pairs: Iterator[tuple[Case, list[Reading]]]) -> Score:
    """Compare what was found, in the files' own writing, with what was expected."""
    right = expected = surplus = 0
    for case, found in pairs:
        left = list(found)
        for readings in case.expected:
            hit = next((one for one in left if one in readings), None)
            expected += 1
            if hit is not None:
                right += 1
                left.remove(hit)
        surplus += len(left)
    return Score(right, expected, surplus)
