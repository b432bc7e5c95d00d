"""The facet and the reason of a comparison, in words that a fact-checker accepts."""

from datetime import date

import pytest

from claims.compare import compare_texts
from claims.model import Facet, RelationKind, Resolution

CONFLICTS = [
    (
        ("More than 71.5 million people voted.", "70 million people voted."),
        (Facet.QUANTITY, "70 million people lies below the bound “More than 71.5 million people”"),
    ),
    (
        ("The bridge opened in August 2019.", "The bridge opened in July 2019."),
        (Facet.DATE, "“July 2019” and “August 2019” are different times"),
    ),
    (
        ("She moved to Prague at twelve.", "She moved to Vienna at twelve."),
        (Facet.DESTINATION, "“prague” stands where the other has “vienna”"),
    ),
    (
        ("The match was played in Tampere before a full house.", "The match was played in Turku before a full house."),
        (Facet.PLACE, "“tampere” stands where the other has “turku”"),
    ),
    (
        ("Eastmoor beat Norvale in the final.", "Norvale beat Eastmoor in the final."),
        (Facet.IDENTITY, "“eastmoor” and “norvale” have exchanged their roles"),
    ),
    (
        ("The senate passed the bill on Monday.", "The senate rejected the bill on Monday."),
        (Facet.POLARITY, "one says “passed”, the other “rejected”"),
    ),
    (("委员会批准了这项计划。", "委员会没有批准这项计划。"), (Facet.POLARITY, "only one of them says “没有”")),
]


@pytest.mark.parametrize(("pair", "expected"), CONFLICTS, ids=str)
def test_a_conflict_says_in_what_and_why(pair: tuple[str, str], expected: tuple[Facet, str]) -> None:
    """Facet and reason of a conflict."""
    found = compare_texts(*pair)
    assert found.kind is RelationKind.CONFLICTS
    assert (found.facet, *found.reasons) == expected


@pytest.mark.parametrize(
    ("a", "b", "explained"),
    [
        (
            "Ivan Petrov worked at Siemens for 12 years.",
            "Carla Gomez worked at Siemens for 4 years.",
            Resolution.SCOPE_DIFFERENCE,
        ),
        ("公司去年净利润为3亿元。", "公司今年净利润为4亿元。", Resolution.TEMPORAL_CHANGE),
        ("台北市確診32例。", "高雄市確診18例。", Resolution.SCOPE_DIFFERENCE),
        ("The bank will close 90 branches.", "The bank has closed 200 branches.", Resolution.TEMPORAL_CHANGE),
    ],
)
def test_a_seeming_conflict_is_explained(a: str, b: str, explained: Resolution) -> None:
    """Figures of two people, years, places or of a plan do not clash, and the note says so."""
    found = compare_texts(a, b)
    assert (found.kind, found.explained) == (None, explained)
    assert found.reasons[0].startswith("comparable?")


def test_today_lies_inside_this_week() -> None:
    """Days are resolved against the day of each document."""
    one, other = "The minister resigned today.", "The minister resigned this week."
    found = compare_texts(one, other, date(2025, 8, 26), date(2025, 8, 27))
    assert found.kind in {RelationKind.CORROBORATES, RelationKind.REFINES, RelationKind.DUPLICATES}


def test_a_vague_day_never_conflicts() -> None:
    """Recently is no date."""
    assert compare_texts("部长最近宣布辞职。", "部长2025年8月3日宣布辞职。").kind is not RelationKind.CONFLICTS


def test_the_notes_tell_authority() -> None:
    """A claim on somebody's authority agrees with the bare claim, and the reasons tell the difference."""
    found = compare_texts("According to the ministry, exports rose in May.", "Exports rose in May.")
    assert found.kind is not RelationKind.CONFLICTS
    assert any("source" in reason for reason in found.reasons)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Aldstead viaduct is 3579 metres long.", "The Bexcombe viaduct is 2210 metres long."),
        (
            "From end to end, the Aldstead viaduct is 3579 metres long.",
            "From end to end, the Bexcombe viaduct is 40 metres long.",
        ),
        ("Starlight's second-quarter revenue was $5 billion.", "Starlight's first-quarter revenue was $4.5 billion."),
        ("星河公司第二季營收50億元。", "星河公司第一季營收45億元。"),
        ("公司第三季净利润为12亿元。", "公司第二季净利润为15亿元。"),
    ],
)
def test_the_like_of_two_things_is_no_conflict(a: str, b: str) -> None:
    """Two bridges, each with its length; two quarters, each with its figure: the reason is given instead."""
    compared = compare_texts(a, b)
    assert compared.kind is None
    assert compared.explained in {Resolution.SCOPE_DIFFERENCE, Resolution.TEMPORAL_CHANGE}
