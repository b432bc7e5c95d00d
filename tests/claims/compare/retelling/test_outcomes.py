"""What two accounts of one thing cannot both give: tallies, and where it is brought to."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.outcomes import clashes
from claims.model import Facet


def facets(a: str, b: str, *names: str) -> list[Facet]:
    """The facets in which two claims exclude each other, the same whichever comes first."""
    one, other = features_of(a, entities=names), features_of(b, entities=names)
    found, turned = ([facet for facet, _ in clashes(pair)] for pair in (Pair(one, other), Pair(other, one)))
    assert found == turned
    return found


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The council voted seven to two to sell the pier.", "The ballot was 8-1, with one abstention.", True),
        ("理事会以七票对二票通过了预算", "投票是八比一,就他自己反对", True),
        ("The council voted seven to two to sell the pier.", "It was a 7-2 vote.", False),
        ("主队三比一获胜", "客队一比三输了", False),
        ("The council was unanimous.", "It passed by seven votes to two.", True),
        ("All nine trustees voted for the sale.", "They decided by seven votes to two.", True),
        ("评审团一致决定授奖", "九人评审团以六比三作出决定", True),
        ("The council was not unanimous.", "It passed by seven votes to two.", False),
        ("The council was unanimous.", "It passed by nine votes to zero.", False),
        ("The vote took five to six hours.", "Three to four people came.", False),
    ],
)
def test_a_vote_or_a_match_has_one_tally(a: str, b: str, clash: bool) -> None:
    """Told from either side; numbers with nothing of a vote or a match around them are ranges."""
    assert (Facet.QUANTITY in facets(a, b)) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The organ will be taken to Harlow for repair.", "It is to be moved to Bremsund and broken up.", True),
        ("学会总部设在杭州", "办公室选在上海", True),
        ("The keeper was flown to a hospital in Harlow.", "He was taken by helicopter to Bremsund.", True),
        ("The organ will be taken to Harlow for repair.", "It goes from Bremsund and is moved to Harlow.", False),
        ("The minister flew to Harlow.", "The minister flew to Bremsund.", False),
    ],
)
def test_a_thing_is_brought_to_one_place(a: str, b: str, clash: bool) -> None:
    """Not so people, who travel again and again."""
    assert (Facet.DESTINATION in facets(a, b, "Harlow", "Bremsund", "杭州", "上海")) is clash
