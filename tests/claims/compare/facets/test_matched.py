"""Figures that belong together: a part is held against the part, and what is counted names no other population."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("claim", "sentence", "kind"),
    [
        ("The Greens have 12 seats in the council.", "Since May the Greens hold 12 of the council's 48 seats.", False),
        ("The Greens have 12 seats in the council.", "Since May the Greens hold 12 of the 48 seats.", False),
        ("The Greens have 12 seats in the council.", "Since May the Greens hold 14 of the council's 48 seats.", True),
        ("The fleet has 18 ferries.", "Eighteen of the fleet's 25 ferries were out of service.", True),
        ("The fleet has 25 ferries.", "Eighteen of the fleet's 25 ferries were out of service.", False),
    ],
)
def test_a_part_is_held_against_the_part(claim: str, sentence: str, kind: bool) -> None:
    """What is given as so many of so many is the part, unless the claim is about what the whole belongs to."""
    for a, b in ((claim, sentence), (sentence, claim)):
        assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The museum's collection comprises some 40,000 objects, most of them from Central Africa.",
            "The museum holds about 14,000 objects, the majority of which come from Central Africa.",
        ),
        (
            "The hotel has 212 rooms, two restaurants and a rooftop pool.",
            "The 112-room hotel has two restaurants and a pool on the roof.",
        ),
        (
            "On 12 January 2016 Lindqvist joined Sandvik on a one-year contract; the fee was not disclosed.",
            "Lindqvist signed a three-year contract with Sandvik on 12 January 2016 for an undisclosed fee.",
        ),
        (
            "Turnout in the mayoral election was 38 percent, the lowest on record.",
            "Turnout in the mayoral election reached a record high of 68 percent.",
        ),
    ],
)
def test_what_a_thing_has_or_consists_of_is_counted_of_the_thing(a: str, b: str) -> None:
    """Verbs of having and consisting name no other population, and a noun joined to a figure is what it counts."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (
            "She had a part in the series for four seasons.",
            "She had a part in four of the show's seven seasons.",
            False,
        ),
        ("She had a part in the series for five seasons.", "She had a part in four of the show's seven seasons.", True),
        (
            "Rescuers pulled 14 bodies from the fallen market hall in Alden on Tuesday.",
            "Thirty-two people hurt in the fall of the market hall in Alden were in hospital on Tuesday night.",
            False,
        ),
        (
            "Some 40,000 people marched through Plovna against the pension law.",
            "In Zagorje the turnout at the march against the pension law was put at 12,000.",
            False,
        ),
    ],
)
def test_figures_of_parts_other_people_and_places_do_not_clash(a: str, b: str, clash: bool) -> None:
    """A whole beside its part, the hurt beside the dead and one city beside another are other figures."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) == clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (
            "Grange told investors that she will take out 25 million pounds of costs by the end of 2026.",
            "Grange has promised investors to strip out £40m of costs by the end of 2026.",
            True,
        ),
        (
            "Grange told investors that she will take out 25 million pounds of costs by the end of 2026.",
            "Grange has taken £40m of costs out of the business since 2023.",
            False,
        ),
        (
            "Eleven bankers have resigned from the healthcare team of Brenner Aldous.",
            "Nine healthcare bankers are leaving Brenner Aldous.",
            True,
        ),
        (
            "Eleven bankers have resigned from the healthcare team of Brenner Aldous.",
            "Nine regional offices of Brenner Aldous have new tenants.",
            False,
        ),
    ],
)
def test_what_is_counted_and_done_is_known_by_its_form(a: str, b: str, *, clash: bool) -> None:
    """A noun behind a number and its sort is counted; a verb behind to or will names no other population."""
    assert (compare_texts(a, b).kind is RelationKind.CONFLICTS) == clash
