"""Wrapping, cutting and marking in terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.tui.text import (
    NO_END,
    NO_START,
    Mark,
    Wrapped,
    breaks,
    differing,
    emphasised,
    fit,
    line_width,
    marked,
    width,
    wrap,
)

TEXTS = st.text(alphabet=st.sampled_from("中文標點，。「」（）ab c1　é\u0301👩…—%$"), max_size=80)


@given(TEXTS, st.integers(min_value=2, max_value=40))
def test_wrapping_loses_nothing(text: str, cells: int) -> None:
    """The lines put together are the text, and none is wider than the room but for spaces that hang over."""
    pieces = breaks(text, cells)
    assert "".join(text[start:end] for start, end in pieces) == text
    for start, end in pieces:
        assert width(text[start:end].rstrip(" ")) <= cells


def test_no_line_begins_with_closing_punctuation() -> None:
    """Kinsoku, in a narrow column of Chinese with names and figures in it."""
    text = "據（路透社）報導，Meta在2024年「挖角」，薪酬高達1億美元；有人說：「不可能。」真的嗎？是的！" * 3
    for cells in range(8, 60):
        lines = [text[start:end] for start, end in breaks(text, cells)]
        for line in lines[1:]:
            assert line[0] not in NO_START, (cells, lines)
        for line in lines[:-1]:
            assert line[-1] not in NO_END, (cells, lines)
            assert width(line) >= cells - 8, (cells, lines)


def test_latin_words_stay_whole() -> None:
    """A word is only cut when it is longer than the line."""
    lines = ["".join(part for part, _ in line) for line in wrap([("the fire 燒毀 warehouses", "")], 10)]
    assert lines == ["the fire ", "燒毀 ", "warehouses"]
    assert breaks("abcdefghijkl", 5) == [(0, 5), (5, 10), (10, 12)]


@given(st.text(max_size=60), st.integers(min_value=0, max_value=30))
def test_a_cell_of_a_column_has_its_width(text: str, cells: int) -> None:
    """Whatever the text is, the column stays straight."""
    assert width(fit(text, cells)) == cells


def test_marks_cover_exactly_their_offsets() -> None:
    """A quote that spans lines is marked on each of them, to the letter, with the sign in the margin."""
    text = "第一行文字。\n第二行\t文字。\r\n第三行。"
    start, end = text.index("文字。\n"), text.index("\t")
    paper = marked(text, 40, [Mark(start, end, "quote", "┃")])
    shown = [[part for part, role in paper.line(number) if role == "quote"] for number in range(paper.height)]
    assert shown == [["文字。"], ["第二行"], []]
    assert paper.line(0)[0] == ("┃ ", "margin")
    assert paper.line(2)[0] == ("  ", "")
    assert all("\t" not in part for part, _ in paper.line(1))


def test_a_document_knows_its_lines() -> None:
    """Every offset has a line, and the line holds it."""
    text = "中文" * 50 + "\n\n" + "word " * 50
    page = Wrapped.of(text, 20)
    for offset in range(len(text)):
        number = page.line_of(offset)
        assert page.starts[number] <= offset <= page.ends[number]


@pytest.mark.parametrize(
    ("a", "b", "only_a", "only_b"),
    [
        ("paid US$100 million", "paid US$50 million", ["100"], ["50"]),
        ("兩名員工離開公司", "两名員工離開公司", [], []),
        ("三名員工離開公司", "两名員工離開公司", ["三"], ["两"]),
        ("one thing", "全然不同", [], []),
    ],
)
def test_differences_are_words_and_characters(a: str, b: str, only_a: list[str], only_b: list[str]) -> None:
    """Whole words of Latin script, single characters of Chinese, no difference between the two scripts."""
    left, right = differing(a, b)
    assert [a[start:end] for start, end in left] == only_a
    assert [b[start:end] for start, end in right] == only_b


def test_long_chinese_texts_are_compared_well() -> None:
    """Where difflib's own shortcut would call everything different."""
    a = "".join(chr(0x4E00 + (number * 7) % 300) for number in range(1000))
    b = "".join("變" if at % 33 == 5 else character for at, character in enumerate(a))
    left, _ = differing(a, b)
    assert sum(end - start for start, end in left) < 60


def test_emphasis_keeps_the_text() -> None:
    """The spans are the text."""
    spans = emphasised("abcdef", [(1, 2), (4, 6)], "add", "strong")
    assert spans == [("a", "strong"), ("b", "add"), ("cd", "strong"), ("ef", "add")]
    assert line_width(tuple(spans)) == 6
