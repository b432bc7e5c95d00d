"""So much for each of something, against the two figures of which it is the quotient."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.labelled import versions


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "Ferraro averaged more than 20 points a game in 1994.",
            (
                "Playing 78 games in 1994, when he was 27, the guard Nick Ferraro scored {1,716|1,287} points for"
                " the Comets."
            ),
        ),
        (
            "The population density of Wold district is above 100 people per square kilometre.",
            (
                "The district of Wold has an area of 412 square kilometres and {56,800|31,500} inhabitants, in 27"
                " villages."
            ),
        ),
        (
            "The Tigers drew more than 20,000 fans on average in 2016.",
            "In 2016 the Tigers drew a total of 1,490,000 fans to their {72|81} home games and finished last.",
        ),
        (
            "The project cost each household less than $100.",
            "The project, which covered 240 households, cost {$21,600|$31,200} in total over 18 months.",
        ),
        (
            "The ferry carries on average more than 1,000 passengers a day.",
            (
                "The ferry, which makes 14 crossings a day, was used by {512,000|238,000} passengers in 2019, and"
                " by 61,000 cars."
            ),
        ),
        (
            "Teachers at the school have fewer than 15 pupils each on average.",
            (
                "Opened on a site of 11 hectares, the school has 48 teachers and {610|890} pupils, of whom 90 are"
                " boarders."
            ),
        ),
        (
            "Hollins averaged more than a goal every two league games for Burslow.",
            ("The centre-forward Dennis Hollins made 143 league appearances for Burslow, scoring {87|57} goals."),
        ),
    ],
)
def test_rates(claim: str, told: str) -> None:
    """A rate is reckoned from how much there was and of how many, in what time or on what area."""
    bears_out, clashes = versions(told)
    assert compare_texts(claim, bears_out, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, clashes, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "Tuition costs $9,000 a year.",
            "Tuition at the college has risen by 40 percent in ten years, while the average grant stayed at $3,200.",
        ),
        (
            "The factory made over 100,000 cars a year at its peak.",
            "Output at the factory rose from 31,000 cars in 1955 to a peak of 124,000 in 1968 and fell to 40,000.",
        ),
    ],
)
def test_no_rate_of_it(claim: str, sentence: str) -> None:
    """A sum of something else, and the figure of a single year, are no parts of a quotient."""
    assert compare_texts(claim, sentence, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "The site gets over 30 million visitors a month.",
            "According to Statlens, the site attracted {34|26} million monthly visitors in 2015, mostly from abroad.",
        ),
        (
            "The paper sold fewer than 80,000 copies a day.",
            "By 1996 the paper's daily circulation had sunk to {74,000|86,000} copies, half of what it had been.",
        ),
    ],
)
def test_an_adjective_tells_for_how_long_a_figure_is_given(claim: str, told: str) -> None:
    """Monthly visitors in 2015 are no visitors of a year."""
    right, wrong = versions(told)
    assert compare_texts(claim, right, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(claim, wrong, given=True).kind is RelationKind.CONFLICTS
