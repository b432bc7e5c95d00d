"""What most voted for, against the share of those who were for it or against it."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds

_REFERENDUM = "In the referendum of 1998, {} per cent of voters backed independence, which the king had called for."


@pytest.mark.parametrize(
    ("claim", "shares"),
    [
        ("Most voters rejected independence.", ("43", "57")),
        ("Voters were mostly against independence in the referendum.", ("43", "57")),
        ("Independence was rejected in the 1998 referendum.", ("43", "57")),
        ("A majority of voters supported independence.", ("57", "43")),
        ("More than half of the voters opposed independence.", ("43", "57")),
    ],
)
def test_who_was_not_for_it_was_against_it(claim: str, shares: tuple[str, str]) -> None:
    """A share of the votes for a thing is the rest of those against it."""
    assert kinds(claim, _REFERENDUM, shares) == REFINES_AND_CONFLICTS


def test_where_a_mark_was_needed_a_share_decides_nothing() -> None:
    """Who had 57 percent may have been short of two thirds."""
    told = "The change was backed by 57 percent of members, where two-thirds were needed, on 3 May 1998 in Ulm."
    assert compare_texts("Members rejected the change.", told, given=True).facet != "quantity"


def test_the_share_of_those_who_did_it_is_meant() -> None:
    """The rise that was offered is none of the votes."""
    claim = "At least three quarters of the steelworkers rejected the pay offer."
    sentence = "In a ballot, {} per cent of the 5,900 steelworkers turned down the offer of a 2.5 per cent rise."
    assert kinds(claim, sentence, ("78", "64")) == REFINES_AND_CONFLICTS
    assert compare_texts(claim, "They rejected a rise of 2.5 per cent.", given=True).kind is not RelationKind.REFINES


def test_who_did_not_vote_is_told_by_the_turnout() -> None:
    """More than half stayed at home where fewer than half took part; the seats of a party tell nothing of it."""
    claim = "More than half of the voters of Arden stayed home in the 2007 election."
    told = "In the election of 21 October 2007 the Alliance took 11 of the 21 seats in Arden, turnout being {} percent."
    assert kinds(claim, told, ("43.7", "53.7")) == REFINES_AND_CONFLICTS


def test_a_turnout_is_no_vote() -> None:
    """How many took part is told beside how they voted."""
    sentence = "In the referendum {}% of voters backed the bridge and the rest opposed it; turnout was 61.4 percent."
    claim = "A majority of those who took part rejected the bridge."
    assert kinds(claim, sentence, ("46.3", "56.3")) == REFINES_AND_CONFLICTS
