"""A short claim against a longer sentence with many figures in it."""

from itertools import permutations
from math import inf

import pytest

from claims.compare import compare_texts, features_of
from claims.compare.alignment import Pair
from claims.compare.figures import borne
from claims.model import Facet, RelationKind

HOUSE = (
    "Opened in 1901 with 40 rooms and enlarged twice, the Hotel Aurelio now has {rooms} rooms, 2 pools and 310 staff."
)


@pytest.mark.parametrize(("rooms", "conflicts"), [("184", True), ("226", False)])
def test_the_figure_that_is_meant_decides(rooms: str, conflicts: bool) -> None:
    """Of many figures the one that counts the same thing, and is of its size, answers the claim."""
    found = compare_texts("The Hotel Aurelio has more than 200 rooms.", HOUSE.format(rooms=rooms), given=True)
    assert (found.kind is RelationKind.CONFLICTS) is conflicts
    assert found.facet is Facet.QUANTITY
    assert found.kind is not None


@pytest.mark.parametrize(("year", "conflicts"), [("1968", True), ("1984", False)])
def test_two_years_tell_how_long(year: str, conflicts: bool) -> None:
    """From one year of the sentence to the next is a stretch of time that can answer a claim."""
    sentence = f"Brandt took over the Lindau archive in 1959 and left it in {year}, having catalogued 9,000 letters."
    found = compare_texts("Brandt ran the Lindau archive for more than twenty years.", sentence, given=True)
    assert (found.kind is RelationKind.CONFLICTS) is conflicts


@pytest.mark.parametrize(
    ("claim", "conflicts"),
    [
        ("Weir ran the museum for less than three years.", False),
        ("Weir ran the museum for more than five years.", True),
    ],
)
def test_what_lasted_until_a_time_began_at_the_time_next_to_it(claim: str, conflicts: bool) -> None:
    """How long somebody held an office is no matter of an earlier time that the sentence names besides."""
    sentence = (
        "Weir, who had come to the city in 1970, became director in May 1981 and ran the museum until March 1983."
    )
    found = compare_texts(claim, sentence, given=True)
    assert (found.kind is RelationKind.CONFLICTS) is conflicts
    assert found.kind is not None


def test_staff_are_no_part_of_money() -> None:
    """A bare count is a part of a sum of money only where it is said to be one."""
    sentence = "Orlen Glass had sales of 212 million euros, most of it abroad, and a workforce of 1,730."
    found = compare_texts("Exports made up about two-thirds of the sales of Orlen Glass.", sentence, given=True)
    assert found.kind is not RelationKind.CONFLICTS


def test_a_negated_bound_is_turned_round() -> None:
    """Never more than half a million is at most half a million."""
    claim = "The Orlen quarry never produced more than half a million tons in a year."
    more, less = (
        compare_texts(claim, f"In 1912, its best year, the Orlen quarry yielded {tons} tons of slate.", given=True)
        for tons in ("640,000", "430,000")
    )
    assert more.kind is RelationKind.CONFLICTS
    assert less.kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Weiss worked at Nordbank for 12 years.", "After 5 years at Nordbank, Paul Kern left the bank."),
        ("Two staff left the museum on 3 May 2024.", "The museum has lost nearly 300 staff in recent years."),
        ("The lab lost two people within a single day.", "The lab has lost nearly 300 people in recent years."),
        ("Some clerks earn 40,000 euros.", "Some managers earn 90,000 euros."),
        ("歌手因病取消三场演唱会。", "歌手的巡演共有40场演唱会。"),
    ],
)
def test_figures_of_other_people_parts_and_times_do_not_clash(a: str, b: str) -> None:
    """Other people, a part of the whole, a day and the years around it: none of them is a conflict."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(a, b).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("The line will stop running to Hamm in May.", "From May the line will no longer run to Hamm.", False),
        ("The shop stopped selling tobacco.", "The shop still sells tobacco.", True),
        ("The union turned the offer down.", "The union accepted the offer.", True),
        ("台风来袭，市府宣布周三停班停课。", "市府宣布周三照常上班上课。", True),
        ("Voss was deputy governor of Lorn from 1988 to 1996.", "Voss was governor of Lorn from 1988 to 1996.", True),
        ("Rossa beat Tallin in the 1993 final.", "Tallin beat Rossa in the 1993 final.", True),
        ("Ann Lee joined Corvo in 2019.", "Ann Lee later joined Brava.", False),
        (
            "Jobless rate was 5.2 percent in May, down from 6.1 percent.",
            "The jobless rate was 5.2 percent in May.",
            False,
        ),
    ],
)
def test_contraries_and_what_only_looks_like_them(a: str, b: str, kind: bool) -> None:
    """Contraries, ranks and exchanged parties clash; ceasing twice, steps in turn and former values do not."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is kind


def test_less_is_asked_of_two_that_somebody_laid_side_by_side() -> None:
    """The same pair may be told to agree when it was given, and be left alone among many thousands."""
    a, b = "Mayor Ines Corda resigns over the harbour contract", "Ines Corda, mayor since 2015, quits"
    assert compare_texts(a, b, given=True).kind in {RelationKind.CORROBORATES, RelationKind.REFINES}


STATEMENTS = [
    HOUSE.format(rooms=184),
    "The Hotel Aurelio has about 180 rooms.",
    "The Hotel Aurelio has more than 2000 rooms.",
    "The Aurelio employs 310 people, 40 of them in the two restaurants that opened in 1931.",
    "The Lindau archive has 9,000 letters and 310 maps, all catalogued in exactly 11 years by Brandt and four others.",
    "Brandt catalogued 9,000 letters.",
    "布兰特在林道档案馆整理了9000封信，历时11年，共有310人参加。",
    "林道档案馆有近一万封信。",
]


@pytest.mark.parametrize("given", [True, False])
def test_what_cannot_fit_is_left_alone(monkeypatch: pytest.MonkeyPatch, given: bool) -> None:
    """Where the figures lie too far apart for any answer, the words around them would make none either."""
    pairs = [(features_of(a), features_of(b)) for a, b in permutations(STATEMENTS, 2)]
    answers = [borne.relation(Pair(a, b, given=given)) for a, b in pairs]
    monkeypatch.setattr(borne, "MOST_BY_WORDS", inf)
    assert answers == [borne.relation(Pair(a, b, given=given)) for a, b in pairs]
    assert any(answers) or not given
