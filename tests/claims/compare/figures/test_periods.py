"""Times that a claim speaks of by name, century, decade or bound."""

import pytest

from claims.compare import features_of
from claims.compare.figures.periods import period_of
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "years", "margin"),
    [
        ("It was built in the Middle Ages.", (500, 1500), (500, 1500)),
        ("It was built in the early 1960s.", (1960, 1963), (1960, 1964)),
        ("It was built in the middle of the 1960s.", (1963, 1966), (1962, 1967)),
        ("It was built in the late sixties.", (1966, 1969), (1965, 1969)),
        ("It was built in the second half of the 18th century.", (1750, 1800), (1750, 1800)),
        ("It was built before the Second World War.", (1, 1938), (1, 1939)),
        ("It was built after the end of the Cold War.", (1992, 9999), (1991, 9999)),
        ("It was built by the 1920s.", (1, 1929), (1, 1929)),
    ],
)  # fmt: skip
def test_periods(claim: str, years: tuple[int, int], margin: tuple[int, int]) -> None:
    """A part of a time is some of its years, and what lies at its edge is left open."""
    period = period_of(features_of(claim))
    assert period is not None
    assert (period.low.year, period.high.year) == years
    assert (period.margin[0].year, period.margin[1].year) == margin


@pytest.mark.parametrize(
    "claim",
    ["He was in his sixties.", "It was built in 1961.", "It stood until the Second World War.", "She wrote at night."],
)
def test_no_periods(claim: str) -> None:
    """An age, a plain year and what lasted until a time are none."""
    assert period_of(features_of(claim)) is None


@pytest.mark.parametrize(
    ("claim", "sentence", "years"),
    [
        ("The windmill was put up before the Civil War.",
         "The windmill, which stands 14 metres tall, was designed in 1849, put up in {} and moved in 1921.",
         ("1853", "1871")),
        ("The convent was founded in the Middle Ages.",
         "The convent of St Ita, founded in {} by eleven nuns, was closed by the king's order and is now a school.",
         ("1288", "1612")),
        ("The orchestra was dissolved after the war.",
         "The orchestra, which gave 60 concerts a year at its height, was dissolved in {} for want of money.",
         ("1951", "1934")),
        ("Her first play was staged in the early eighties.",
         "Rosa Lind, born in 1955, had her first play staged at the Kammer in {} and has written eleven since.",
         ("1982", "1987")),
    ],
)  # fmt: skip
def test_a_time_with_a_name_is_answered(claim: str, sentence: str, years: tuple[str, str]) -> None:
    """An era, a part of a decade or the war is answered by the time of the claim's own deed."""
    assert kinds(claim, sentence, years) == REFINES_AND_CONFLICTS
