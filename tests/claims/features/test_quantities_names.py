"""Numbers that are part of a name, and those beside names that count."""

import pytest

from claims.features.quantities import quantities


def _texts(text: str) -> list[str]:
    return [one.text for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ocean's Eleven grossed over $400 million.", ["over $400 million"]),
        ("The Three Musketeers earned $53 million.", ["$53 million"]),
        ("Twenty One Pilots sold two million copies.", ["two million copies"]),
        ("One Hundred Years of Solitude was translated in 1970.", []),
        ("The Group of Seven met again.", []),
        ("The Karrow 100 dates from 2011.", []),
        ("Fahrenheit 451 runs to 158 pages.", ["158 pages"]),
        ("Schalke 04 won the cup.", []),
    ],
)
def test_a_number_in_a_name_counts_nothing(text: str, left: list[str]) -> None:
    """What a title or a model is called by is no figure, in words or before a verb."""
    assert _texts(text) == left


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Seven people died.", ["Seven people"]),
        ("FBI Arrests Three in Plot", ["Three"]),
        ("Smith made 451 runs for Kent.", ["451 runs"]),
        ("In Leeds 100 houses on the hill burned.", ["100 houses"]),
    ],
)
def test_a_number_that_counts_is_kept(text: str, figures: list[str]) -> None:
    """Capitals of a sentence's beginning or of a headline make no name."""
    assert _texts(text) == figures
