"""Blocks of a page to one text with marks: the same for every format whose text is derived."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence.errors import Unreadable
from evidence.model import Mark, MarkKind

Group = tuple[MarkKind, int]
"""What a block is part of: a kind, and the number of the element that makes it so."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, row of a table, …: lines of text that stand together."""

    text: str
    groups: tuple[Group, ...] = ()

    def is_a(self, kind: MarkKind) -> bool:
        """Whether it is marked as this."""
        return any(group[0] is kind for group in self.groups)

    def marked(self, kind: MarkKind, number: int = 0) -> "Block":
        """The block with one more mark."""
        return replace(self, groups=(*self.groups, (kind, number)))


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text, its marks in order, and the offset at which each block starts."""

    text: str
    marks: tuple[Mark, ...]
    starts: tuple[int, ...]


def assemble(blocks: Sequence[Block], nothing: str) -> Assembled:
    """Put blocks together, a blank line between two; rows of one table and furniture stand line under line.

    Neighbours in one group share one mark. Raises Unreadable, which says `nothing`, when there is no text.
    """
    if not any(block.text.strip() for block in blocks):
        raise Unreadable(nothing)
    pieces: list[str] = []
    starts: list[int] = []
    at, before = 0, None
    for block in blocks:
        gap = "" if before is None else _gap(before, block)
        pieces += (gap, block.text)
        starts.append(at + len(gap))
        at, before = starts[-1] + len(block.text), block
    return Assembled("".join(pieces), tuple(_marks(blocks, starts)), tuple(starts))


def _gap(before: Block, block: Block) -> str:
    same_table = any(group[0] is MarkKind.TABLE and group in block.groups for group in before.groups)
    furniture = before.is_a(MarkKind.FURNITURE) and block.is_a(MarkKind.FURNITURE)
    return "\n" if same_table or furniture else "\n\n"


def _marks(blocks: Sequence[Block], starts: Sequence[int]) -> list[Mark]:
    """A mark for each run of neighbours that share a group; of two that start together the longer comes first."""
    found: list[tuple[int, int, Group]] = []
    open_now: dict[Group, int] = {}
    end = 0
    for block, start in zip(blocks, starts, strict=True):
        over = [group for group in open_now if group not in block.groups]
        found += [(open_now.pop(group), end, group) for group in over]
        for group in block.groups:
            open_now.setdefault(group, start)
        end = start + len(block.text)
    found += [(start, end, group) for group, start in open_now.items()]
    found.sort(key=lambda one: (one[0], -one[1], one[2]))
    return [Mark(start=start, end=end, kind=group[0]) for start, end, group in found if end > start]
