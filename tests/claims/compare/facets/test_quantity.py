"""Bounds that leave each other's side, margins, times and units: figures that clash, and figures that do not."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("The grant is for firms with over 250 workers.", "The grant is for firms with under 250 workers.", True),
        ("Children over 12 may visit the ward.", "Children under 12 may visit the ward.", True),
        ("Boats under 12 metres pay 20 euros.", "Boats over 12 metres pay 45 euros.", False),
        ("Firms with over 50 staff must report it.", "Firms with under 50 staff need not report it.", False),
        (
            "The drug was approved for adults in 2019 and for children over six in 2022.",
            "Regulators refused to approve the drug for children under six, citing a lack of evidence.",
            False,
        ),
    ],
)
def test_more_than_a_number_is_not_less_than_it(one: str, other: str, clash: bool) -> None:
    """A bound and its contrary clash where only they differ; else each tells of its own part."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) == clash


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (
            "The senate passed the bill by 52 votes to 47.",
            "The senate passed the bill by a margin of five votes.",
            False,
        ),
        (
            "The council voted 31 to 18 on Monday to sell the theatre.",
            "The council decided on Monday to sell the theatre with a majority of 13 votes.",
            False,
        ),
        (
            "The council voted 31 to 18 on Monday to sell the theatre.",
            "The council decided on Monday to sell the theatre with a majority of three votes.",
            True,
        ),
        (
            "The Lions beat Tarn 84-71 in the semi-final on Saturday.",
            "The Lions beat Tarn by 30 points in the semi-final on Saturday.",
            True,
        ),
    ],
)
def test_a_margin_is_the_difference_of_a_result(one: str, other: str, clash: bool) -> None:
    """A majority of five votes is set against 52 to 47, not against either figure."""
    for first, second in ((one, other), (other, one)):
        assert (compare_texts(first, second, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(("one", "other"), [("27:14.06", "27:41.06"), ("2:23:41", "2:32:41")])
def test_another_time_of_a_race_is_a_conflict(one: str, other: str) -> None:
    """A time as it is written on the board is a figure, no population that tells two races apart."""
    text = "Abel Teklay won the race in {} in front of 38,000 spectators, pulling clear of two rivals."
    assert compare_texts(text.format(one), text.format(other), given=True).kind is RelationKind.CONFLICTS


def test_figures_told_in_another_order_do_not_clash() -> None:
    """A bare figure behind `of` counts nothing that was counted before: eleven are the party, not the dogs."""
    one = "The expedition set out from Bergen in May 1903 with eleven men and 34 dogs."
    other = "With 34 dogs and a party of eleven, the expedition left Bergen in May 1903."
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    turned = "The expedition set out from Bergen in May 1903 with 34 men and eleven dogs."
    assert compare_texts(one, turned, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The pass rate was 47 per cent, short of the 50 per cent required.",
            "The pass rate was 57 per cent, above the 50 per cent required.",
        ),
        (
            "Rainfall in June was 31 millimetres, below the 40 millimetres that farmers need.",
            "Rainfall in June was 52 millimetres, above the 40 millimetres that farmers need.",
        ),
    ],
)
def test_a_known_mark_parts_no_whole(one: str, other: str) -> None:
    """Two figures on either side of a mark that both know clash; they are no two parts of one whole."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS


def test_what_is_of_one_noun_is_no_part() -> None:
    """Two lanes and a path are not three lanes; two sons and a daughter are three children."""
    text = "The road crosses the river on a pair of bridges built in 1966, each of which carries {}."
    lanes = compare_texts(text.format("three lanes"), text.format("two lanes and a path"), given=True)
    assert lanes.kind is RelationKind.CONFLICTS
    children = compare_texts("They had three children.", "They had two sons and a daughter.", given=True)
    assert children.kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("The garrison held out for eleven months.", "The garrison held out for eleven weeks.", True),
        ("The tunnel is 14 km long.", "The tunnel is 14 miles long.", True),
        ("The dose was 5 mg a day.", "The dose was 5 g a day.", True),
        ("The tunnel is 14 km long.", "The tunnel is 14 kilometres long.", False),
        ("The party had eleven men and 34 dogs.", "The party had 34 dogs and eleven men.", False),
    ],
)
def test_the_same_number_of_another_unit(one: str, other: str, clash: bool) -> None:
    """Eleven months are not eleven weeks, whatever number both have."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) is clash
