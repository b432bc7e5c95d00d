"""Two sentences on opposite sides are told apart, and a negation turns a side around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.poles import negated, sides


@pytest.mark.parametrize(
    ("statement", "passage", "agree"),
    [
        ("Crime doubled in Halloway", "Crime in Halloway fell by 12 percent", False),
        ("Crime doubled in Halloway", "Crime in Halloway rose sharply", True),
        ("Crime rose", "Crime did not fall", True),
        ("销量上涨", "销量下降了一成", False),
        ("工程按时完工", "工程延期两年", False),
        ("Most households own a car", "Only 17 percent of households own a car", False),
        ("大多数家庭拥有汽车", "拥有汽车的家庭占62%", True),
        ("Prices rose", "Prices rose in May and fell in June", None),
    ],
)
def test_sides_are_told(statement: str, passage: str, agree: bool | None) -> None:
    """On one side, on opposite ones, or on both."""
    found = sides(statement, passage)
    assert found is not None
    assert found.agree is agree


@pytest.mark.parametrize(
    ("statement", "passage"), [("The bridge is long", "Prices fell"), ("Prices rose", "It rained"), ("", "")]
)
def test_no_opposition_no_side(statement: str, passage: str) -> None:
    """Where the two do not speak of one opposition."""
    assert sides(statement, passage) is None


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("It never rained", True),
        ("She did not refuse", False),
        ("不久前开业", False),
        ("他没有辞职", True),
        ("It fell", False),
    ],
)
def test_negations_are_counted(text: str, odd: bool) -> None:
    """Two cancel out; 不久 is none."""
    assert negated(text) is odd


@given(
    st.text("涨跌不没上升下降 rose fell not 50%,.", max_size=30), st.text("上升下降 rose fell not 50%,.", max_size=30)
)
def test_any_text_has_its_answer(statement: str, passage: str) -> None:
    """The same every time, with words whenever there is one."""
    found = sides(statement, passage)
    assert found == sides(statement, passage)
    assert found is None or found.words
