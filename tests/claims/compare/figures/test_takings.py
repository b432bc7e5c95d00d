"""What something took, against what it cost, and as the sum of its parts."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "versions"),
    [
        (
            "The Ninth Ward grossed less than it had cost.",
            "On a budget of $46 million, the film grossed $18.3 million at home, a worldwide total of ${} million.",
            ("39.5", "53.9"),
        ),
        (
            "The film earned less than it cost.",
            "Made for $32 million, Salt Road took in ${} million worldwide, of which $11.2 million came from Oman.",
            ("27.4", "37.4"),
        ),
        (
            "The Salt Road grossed more than its budget.",
            "The Salt Road grossed $14.1 million in Norway and ${} million worldwide against a budget of $28 million.",
            ("61.5", "21.5"),
        ),
        (
            "The play failed to recoup its costs.",
            "The play cost £410,000 to stage and brought in £{} in a run of nine weeks.",
            ("290,000", "520,000"),
        ),
    ],
)
def test_what_was_taken_in_all_is_set_against_what_was_spent(
    claim: str, sentence: str, versions: tuple[str, str]
) -> None:
    """The sum of all markets counts, not that of one."""
    assert kinds(claim, sentence, versions) == REFINES_AND_CONFLICTS


def test_two_parts_of_all_are_summed() -> None:
    """What was taken in one country and in all others makes up the whole."""
    sentence = "Harrow Lane grossed $58.3 million in North America and ${} million in other territories."
    assert kinds("Harrow Lane made over $140 million.", sentence, ("84.9", "74.9")) == REFINES_AND_CONFLICTS


def test_a_claim_about_a_part_is_answered_by_the_part() -> None:
    """The opening weekend and the home market are not the whole run."""
    told = "Harrow Lane grossed $21 million in its opening weekend and $140 million worldwide."
    claim = "Harrow Lane made over $100 million in its opening weekend."
    assert compare_texts(claim, told, given=True).kind is RelationKind.CONFLICTS


def test_a_share_is_that_of_the_place_it_came_from() -> None:
    """Of several countries the claim's counts, and the whole is no other country's."""
    sentence = (
        "Eastern Line grossed $240 million worldwide, including ${} million from China and $33 million from Peru."
    )
    claim = "Over a third of Eastern Line's earnings came from China."
    assert kinds(claim, sentence, ("96", "62")) == REFINES_AND_CONFLICTS
    abroad = "Sky grossed $200 million worldwide, with ${} million from Canada and the rest from other countries."
    assert kinds("Most of Sky's gross came from abroad.", abroad, ("84", "116")) == REFINES_AND_CONFLICTS


def test_what_something_cost_is_not_what_it_earned() -> None:
    """A budget bears no claim out about earnings."""
    sentence = "The fourth film in the series, Salt Road, earned ${} million against a budget of $190 million."
    assert kinds("Salt Road made over $150 million.", sentence, ("159", "139")) == REFINES_AND_CONFLICTS
