"""Two accounts of one thing, each built in its own way."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("Paul Verne directed the play, with sets by Ida Koch.", "Ida Koch directed the play for Paul Verne.", True),
        ("Paul Verne directed the play.", "The play was directed by Paul Verne.", False),
        ("The firm moved from Leeds to Bristol in 1999.", "In 1999 the firm moved from Bristol to Leeds.", True),
        ("The jury met in public on Monday in Tarn.", "On Monday in Tarn the jury met behind closed doors.", True),
        ("The strip ran daily except Sundays in the Ledger.", "The Ledger ran the strip on Sundays only.", True),
        ("The east arch of the bridge collapsed.", "The bridge's west arch survived the flood.", False),
        ("It hasn't rained in the valley since May.", "The valley has been without rain since May.", False),
    ],
)
def test_what_excludes_each_other_in_any_build(a: str, b: str, clash: bool) -> None:
    """Other parties and phrases that exclude each other clash; voices, other subjects, two denials do not."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash


def test_one_more_of_the_kind_is_no_other_account() -> None:
    """Where else it has been found since says nothing against where it was found first."""
    first = "Dr Nils Brand discovered the frog in a valley in northern Peru in 2016."
    since = "The frog has since been found in two more valleys, both of them in Ecuador."
    assert compare_texts(first, since, given=True).kind is not RelationKind.CONFLICTS


def test_another_subject_of_what_is_else_the_same_is_a_conflict() -> None:
    """With one road, one day and all other words alike, another cause is another account."""
    one = "Flooding closed the A31 between Holt and Marsh for most of Sunday."
    other = "Demonstrators closed the A31 between Holt and Marsh for most of Sunday."
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
