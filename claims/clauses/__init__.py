"""Sentences cut into clauses: the stretches that a person would mark as one assertion each.

Cuts lie at punctuation, line breaks of a transcript and conjunctions, and only where both sides have a
predicate of their own; what stands in quotation marks or brackets is never cut.
"""

from bisect import bisect_right
from dataclasses import dataclass

from claims.clauses.clauses_en import cut_english, cut_spoken_english
from claims.clauses.clauses_zh import cut_chinese
from claims.furniture import Block, Genre
from evidence.text import lazy_re as re

_opening = re.compile(r"[“\"(《]")
_closing = {"“": "”", '"': '"', "(": ")", "《": "》"}
_reach = {"“": 400, '"': 400, "(": 160, "《": 80}
"""How far a closing mark may stand from its opening mark, in code points; further off it is a slip."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One stretch that may be an assertion, with the sentence and the block it stands in, by their order."""

    start: int
    end: int
    sentence: int
    block: int
    language: str
    kind: str
    """The kind of its block: `text`, `bullet` or `heading`."""
    introduces: bool = False
    """Ends in a colon: what follows is what it introduces."""


class Protected:
    """The stretches of a text inside quotation marks and brackets, where nothing is cut."""

    def __init__(self, view: str) -> None:
        """Find the stretches in one pass over the plain text."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = 0
        while match := _opening.search(view, at):
            mark = match[0]
            end = view.find(_closing[mark], match.end(), match.end() + _reach[mark])
            if end < 0 or (mark != "“" and "\n\n" in view[match.start() : end]):
                at = match.end()
                continue
            self.starts.append(match.start())
            self.ends.append(end + 1)
            at = end + 1

    def end_of(self, position: int) -> int | None:
        """Where the stretch around a position ends, None outside of all."""
        index = bisect_right(self.starts, position) - 1
        return self.ends[index] if index >= 0 and position < self.ends[index] else None


def clauses(view: str, found: list[Block], genre: Genre, text: str) -> list[Clause]:
    """The clauses of all blocks that are not furniture, in order; `text` shows the capitals of its plain form."""
    protected = Protected(view)
    result: list[Clause] = []
    sentence = 0
    for number, block in enumerate(found):
        if block.is_furniture:
            continue
        for start, end, first in _cut(view, block, genre, protected, text):
            sentence += first
            tight, tight_end, colon = _tight(view, start, end)
            if tight < tight_end:
                result.append(Clause(tight, tight_end, sentence, number, block.language, block.kind, colon))
        sentence += 1
    return result


def _cut(view: str, block: Block, genre: Genre, protected: Protected, text: str) -> list[tuple[int, int, bool]]:
    if block.language == "zh":
        return cut_chinese(
            view,
            block.start,
            block.end,
            protected.end_of,
            lines=genre == "transcript",
            heading=block.kind == "heading",
        )
    if genre == "transcript":
        return cut_spoken_english(view, block.start, block.end)
    return cut_english(view, block.start, block.end, protected.end_of, text)


_lead = re.compile(r"[\s,、;:。.!?…—–\-~|*]+")
_tail = " \n,、;。.!?…—–-~|*"


def _tight(view: str, start: int, end: int) -> tuple[int, int, bool]:
    """Without punctuation and white space at the edges, and whether a colon closed it."""
    lead = _lead.match(view, start, end)
    if lead:
        start = lead.end()
    while end > start and view[end - 1] in _tail:
        end -= 1
    colon = end > start and view[end - 1] == ":"
    while end > start and view[end - 1] in _tail + ":":
        end -= 1
    return start, end, colon
