"""Blocks become one text; neighbours in one group share one mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import Unreadable
from evidence.model import MarkKind
from evidence.readers.assembling import Block, assemble

ROW = ((MarkKind.TABLE, 1),)
ASIDE = ((MarkKind.FURNITURE, 0),)


def test_blocks_are_parted_by_a_blank_line() -> None:
    """Rows of one table and furniture are not."""
    blocks = [
        Block("a"),
        Block("b", ROW),
        Block("c", ROW),
        Block("d", ((MarkKind.TABLE, 2),)),
        *[Block("e", ASIDE)] * 2,
    ]
    assert assemble(blocks, "nothing").text == "a\n\nb\nc\n\nd\n\ne\ne"


def test_neighbours_in_one_group_share_a_mark() -> None:
    """The outer mark comes first."""
    quote = (MarkKind.QUOTATION, 1)
    made = assemble([Block("a", (quote, (MarkKind.HEADING, 2))), Block("b", (quote,)), Block("c")], "nothing")
    marks = [(mark.kind, made.text[mark.start : mark.end]) for mark in made.marks]
    assert marks == [(MarkKind.QUOTATION, "a\n\nb"), (MarkKind.HEADING, "a")]
    assert made.starts == (0, 3, 6)


def test_no_words_are_refused_with_the_formats_own_sentence() -> None:
    """White space is none."""
    with pytest.raises(Unreadable, match="nothing here"):
        assemble([Block(" ")], "nothing here")


GROUPS = st.sets(st.tuples(st.sampled_from(MarkKind), st.integers(0, 3))).map(tuple)


@given(st.lists(st.builds(Block, st.text(), GROUPS)))
def test_every_block_stands_where_it_is_said_to_start(blocks: list[Block]) -> None:
    """And every mark lies in the text."""
    try:
        made = assemble(blocks, "nothing")
    except Unreadable:
        return
    for start, block in zip(made.starts, blocks, strict=True):
        assert made.text.startswith(block.text, start)
    assert all(0 <= mark.start < mark.end <= len(made.text) for mark in made.marks)
    assert [mark.start for mark in made.marks] == sorted(mark.start for mark in made.marks)
