"""Numbers are the same in figures and in words, and parts of a whole are per cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.numerals import numbers
from evidence.terms import terms
from evidence.text.fold import fold_key
from evidence.text.tokens import tokens


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("nine hundred workers", "#900"),
        ("fourteen times", "#14"),
        ("two hundred and five houses", "#205"),
        ("three million", "#3000000"),
        ("half a dozen bananas", "#6"),
        ("二十八人遇難", "#28"),
        ("二零二九年", "#2029"),
        ("三百二十五元", "#325"),
        ("十二億", "#1200000000"),
        ("两瓣蒜", "#2"),
        ("$13k", "#13000"),
        ("百分之四十", "#40"),
        ("$1.5bil", "#1500000000"),
        ("35 mil of our money", "#35000000"),
        ("2.4M users", "#2400000"),
        ("£7m", "#7000000"),
    ],
)
def test_numbers_in_words_are_numbers(a: str, b: str) -> None:
    """In both languages."""
    assert b in terms(a).words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("one fifth of the oxygen", "#20"),
        ("a quarter", "#25"),
        ("two-thirds of them", "#67"),
        ("half of all voters", "#50"),
        ("one in nine children", "#11"),
        ("3 out of 10 pupils", "#30"),
        ("every tenth post; one tenth", "#10"),
        ("少了两成", "#20"),
        ("三成半", "#35"),
        ("3成受访者", "#30"),
        ("五成員工離開", "#50"),
        ("四分之三的人", "#75"),
        ("半数以上", "#50"),
    ],
)
def test_parts_are_per_cent(a: str, b: str) -> None:
    """However they are put."""
    assert b in terms(a).words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("half a dozen eggs", "#50"),
        ("half an hour", "#50"),
        ("a 5 m wall of 10t", "#5000000"),
        ("in 2 of 1", "#200"),
        ("大桥于一成立日建成", "#10"),
        ("9 in 3", "#300"),
        ("其中一成员", "#10"),
        ("三成", "#3"),
    ],
)
def test_what_is_no_part_is_not_taken_for_one(text: str, number: str) -> None:
    """Nor are metres millions."""
    assert number not in terms(text).words


@given(st.text("two thirds in of half a 0123456789.,一二两三四五六七八九十成半分之百千万亿", max_size=40))
def test_any_text_has_numbers(text: str) -> None:
    """Nothing raises, whatever stands beside what."""
    key = fold_key(text)
    assert all(numbers(key, tokens(key)))
