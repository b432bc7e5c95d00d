"""On which side of a time the main deed lies, where words stand between the time and its before or after."""

import pytest

from claims.compare import compare_texts, features_of
from claims.compare.facets.beside import sides_of
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("It was first shown before the war broke out on 1 September 1939.", ("before",)),
        ("He lived in Vienna until he fled the country in March 1938.", ("until",)),
        ("The hospital has used the drug since it was approved in 2015.", ("since",)),
        ("He played for Ajax before moving to Spain in 2004.", ("before",)),
        ("She was appointed after her husband died in 2004 and resigned in 2009.", ("after", "")),
        ("The line was electrified by the time the station burned down in 1956.", ("until",)),
        ("He ruled until his death in 1821.", ("until",)),
        ("他在1949年离开大陆之前一直住在上海。", ("before",)),
        ("1945年战争结束后，他回到家乡。", ("after",)),
        ("自1997年香港回归以来，贸易增长。", ("since",)),
        ("工厂在战争爆发(1937年7月)前已停产。", ("before",)),
        ("战争结束(1945年8月)后他返乡。", ("after",)),
        ("He appeared before a judge in May 2010.", ("",)),
        ("She testified before the Senate committee in 2010.", ("",)),
        ("He died after a long illness in 1996.", ("",)),
        ("The company, since renamed Acme, went bankrupt in 2001.", ("",)),
        ("2019年毕业后加入公司。", ("",)),
        ("他2010年担任前总统的顾问。", ("",)),
    ],
)
def test_a_clause_lays_the_deed_to_one_side_of_its_time(text: str, sides: tuple[str, ...]) -> None:
    """A clause behind before, until or since bounds what is told; a judge, an illness, a former president does not."""
    assert sides_of(features_of(text)) == sides


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("The film was first shown before the war broke out on 1 September 1939.",
         "The film was first shown on 18 August 1939.", False),
        ("The film was first shown before the war broke out on 1 September 1939.",
         "The film, shot in 1938 for 1.2 million crowns, was first shown on 6 October 1939 at the Alfa cinema.", True),
        ("The hospital has used the drug since it was approved in 2015.", "The hospital used the drug in 2019.", False),
        ("工厂在战争爆发（1937年7月）前已停产。", "工厂1935年停产。", False),
        ("他1949年以前就结婚了。", "他1952年结婚。", True),
    ],
)  # fmt: skip
def test_what_lies_before_a_time_is_at_none_behind_it(one: str, other: str, clash: bool) -> None:
    """The day of the clause is no day of the deed."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("It was painted c. 1650.", "It was painted in 1652.", False),
        ("It was painted around 1650.", "It was painted in 1702.", True),
        ("教堂约1650年建成。", "教堂1653年建成。", False),
        ("该画作于1650年前后。", "该画作于1712年。", True),
    ],
)
def test_about_a_year_is_a_few_years_wide(one: str, other: str, clash: bool) -> None:
    """About 1650 may be 1652, and is not 1702."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) is clash


def test_the_deed_of_an_age_is_not_dated_by_another_year() -> None:
    """A castle first told of in 1184 was besieged in the 17th century all the same."""
    one = "Castle Hohenrath was besieged more than once in the 17th century."
    other = (
        "Castle Hohenrath, first mentioned in 1184 and rebuilt after a fire in 1511, was besieged three times in the"
        " 17th century and has been a ruin since 1794."
    )
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "该桥先试运行了三个月，2008年才正式通车",
            "2008年正式通车之前，该桥已试运行了三个月",
            RelationKind.CORROBORATES,
        ),
        ("该桥先试运行了三个月，2012年才正式通车", "2008年正式通车之前，该桥已试运行了三个月", RelationKind.CONFLICTS),
        ("这座体育馆2007年建成", "2008年冬奥会开幕之前，这座体育馆已经建成", RelationKind.REFINES),
    ],
)
def test_the_deed_beside_which_another_lies_is_told_at_its_time(one: str, other: str, kind: RelationKind) -> None:
    """First this, that only in 2008; before that in 2008, this."""
    assert compare_texts(one, other, given=True).kind is kind
