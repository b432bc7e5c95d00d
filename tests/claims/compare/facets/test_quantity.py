"""Bounds that leave each other's side: one sentence in two versions, or two parts of a whole."""

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
