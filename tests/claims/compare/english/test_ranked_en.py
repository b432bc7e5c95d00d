"""Places by one quality: the second-largest is not the largest, but it may be one of the largest."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "With 310,000 inhabitants, Delva is the second most populous town in the valley.",
            "With 310,000 inhabitants, Delva is the most populous town in the valley.",
        ),
        (
            "The Orrin is the second-longest river in the province.",
            "The Orrin is the longest river in the province and rises near Talda.",
        ),
        ("She holds the second best time in the event's history.", "She holds the best time in the event's history."),
        (
            "Mount Talda is the third highest mountain in the country.",
            "At 3,101 metres, Mount Talda is the second highest mountain in the country.",
        ),
        (
            "Veltro is the country's second largest insurer by premiums.",
            "Veltro is the country's largest insurer by premiums and employs 4,000.",
        ),
    ],
)
def test_one_thing_has_one_place_by_one_quality(one: str, other: str) -> None:
    """Another place by the same quality, in the same list, is a conflict, with or without a hyphen."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is RelationKind.CONFLICTS


def test_what_is_so_now_goes_before_what_was() -> None:
    """The longest for two decades and now the second longest is the second longest."""
    told = "Opened in 1980, the Aller Tunnel was the longest in the country for years and is now the {} longest."
    claim = "The Aller Tunnel is now the second longest in the country."
    kinds = [compare_texts(claim, told.format(place), given=True).kind for place in ("second", "third")]
    assert kinds[0] is not RelationKind.CONFLICTS
    assert kinds[1] is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One of the highest, and which of them.
        (
            "The Orrin is the second-longest river in the province.",
            "The Orrin is among the longest rivers of the province and rises near Talda.",
        ),
        (
            "The Kestrel is one of the most expensive paintings ever sold.",
            "The Kestrel is the third most expensive painting ever sold.",
        ),
        # Two lists, two times, two things.
        (
            "Nuremberg is the largest city in Franconia.",
            "Nuremberg, the second-largest city in Bavaria, lies on the Pegnitz.",
        ),
        (
            "Delva was the second most populous town in the valley until 1990.",
            "Delva is the most populous town in the valley.",
        ),
        ("The oldest bridge in Sarn was built in 1411.", "The second oldest bridge in Sarn was built in 1502."),
        # The largest after another is the second-largest.
        ("Sarn is the largest port in the county after Delva.", "Sarn is the second-largest port in the county."),
        # No superlative at all.
        ("The contest in Sarn was won by a choir.", "The second contest in Sarn drew a large crowd."),
    ],
)
def test_places_of_two_lists_times_or_things_do_not_clash(one: str, other: str) -> None:
    """What is one of the largest, or was second until then, may have another place elsewhere or now."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS


def test_the_most_populous_city_is_the_largest() -> None:
    """One quality may be told in two words."""
    sentence = "With 212,000 inhabitants it is the second-largest city of the province after Dorn."
    found = compare_texts("It is the second most populous city of the province.", sentence, given=True)
    assert found.kind in {RelationKind.CORROBORATES, RelationKind.REFINES}
