"""What one statement negates and the other says: only of the same thing, and only where nothing else turns it."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A prefix is a contrary by itself, whatever else one of them negates.
        ("The ruling was lawful and bound the council.", "The ruling was unlawful and did not bind the council."),
        ("The vase is damaged and was not sold in May.", "The vase is undamaged and was sold in May for £900."),
        ("The mine never made a profit for its English owners.", "The mine made a profit for its English owners."),
        # Up and down at one figure.
        (
            "Exports were up by a tenth in May, the bureau said.",
            "Exports were down by a tenth in May, the bureau said.",
        ),
        ("The lira ended the day up 1.2 percent.", "The lira ended the day down 1.2 percent."),
    ],
)
def test_the_contrary_of_one_thing_is_a_conflict(one: str, other: str) -> None:
    """In two versions of one sentence the contrary itself decides."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What is not done to it may be done to another thing, or something else be done to it.
        (
            "The senator did not vote for the bridge.",
            "The senator's plan for a tunnel would cost less than the bridge.",
        ),
        ("The school will not reopen before Easter.", "The gym of the school will be used as a clinic until Easter."),
        # Other figures: other things that went up and down.
        ("Shares in Orvic were up 4 percent at noon.", "Sales at Orvic were down 2 percent in the quarter."),
        # Until then, since then.
        ("The composer was unknown abroad until 1957.", "The composer has been known abroad since 1957."),
        # All but one, only one.
        ("All the climbers except Lund died in the fall.", "Only Lund survived the fall."),
        ("Each of the barns burned apart from Orley's.", "Only Orley's barn was spared by the fire."),
    ],
)
def test_what_is_negated_of_another_thing_is_none(one: str, other: str) -> None:
    """Both may be true."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council did not accept the Norwegian offer.", "The council rejected the Norwegian offer."),
        (
            "The bridge was not open to lorries during the repairs in 2011.",
            "The bridge was closed to lorries during the repairs in 2011.",
        ),
        (
            "Tests showed that the water at the Karsten plant was not safe to drink.",
            "Tests showed that the water at the Karsten plant was unsafe to drink.",
        ),
        (
            "None of the eight crew members survived the sinking.",
            "All eight members of the crew died when the ship sank.",
        ),
        (
            "None of the three hikers survived the avalanche above Verlin on Sunday.",
            "All three hikers died in the avalanche above Verlin on Sunday.",
        ),
        ("The minister did not attend the signing in Oslo.", "The minister was absent from the signing in Oslo."),
        # No table has the other verb, but it stands in the place of the denied one.
        (
            "The company did not keep its promise to reopen the mine at Harrock.",
            "The company broke its promise to reopen the mine at Harrock.",
        ),
        # The denial reaches no further than the deed behind it.
        (
            "The pilot, a 24-year-old from Lyon, did not survive the fall.",
            "The pilot, a 24-year-old from Lyon, died in the fall.",
        ),
    ],
)
def test_a_denied_word_and_its_contrary_say_the_same(one: str, other: str) -> None:
    """Who did not survive has died, whatever else tells the two sentences apart."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The bridge was not open to lorries during the repairs in 2011.",
            "The bridge was not closed to lorries during the repairs in 2011.",
        ),
        ("The two pilots did not survive the crash near Orsk.", "The two pilots survived the crash near Orsk."),
        ("There was not a single arrest at the march in Holm.", "Police made one arrest at the march in Holm."),
    ],
)
def test_a_denial_still_clashes_with_what_it_denies(one: str, other: str) -> None:
    """Two denied contraries clash, and so do a deed and its denial."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS


def test_a_further_deed_is_not_set_against_the_first() -> None:
    """Who was taken into custody and then released was arrested all the same."""
    one = "The actor was arrested at the airport on Wednesday on suspicion of tax evasion."
    other = (
        "The actor was taken into custody at the airport on Wednesday on suspicion of tax evasion and released on bail."
    )
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    held = "The actor was arrested at the airport on Wednesday and held overnight."
    freed = "The actor was arrested at the airport on Wednesday and released overnight."
    assert compare_texts(held, freed, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (
            "Sales at Kettering fell for the third quarter in a row, dropping 4 percent to 212 million pounds.",
            "Kettering reported its third quarterly decline in sales, which were down 4 percent at 212 million pounds.",
            False,
        ),
        ("The actor declined to sign the letter.", "The actor signed the letter.", True),
        (
            "The ceasefire took effect at midnight and was respected on both sides, the mission said on Wednesday.",
            "By Wednesday neither side had broken the ceasefire that took effect at midnight, the mission said.",
            False,
        ),
        ("Neither pilot was hurt in the crash at Orlo.", "Both pilots were hurt in the crash at Orlo.", True),
        (
            "Only two of the eleven ministers kept their posts in the reshuffle.",
            "Nine of the eleven ministers lost their posts in the reshuffle.",
            False,
        ),
        (
            "Because of the storm none of the flights to Karachi took off on Sunday.",
            "The airline cancelled all flights to Karachi on Sunday because of the storm.",
            False,
        ),
    ],
)
def test_what_is_denied_of_which(a: str, b: str, *, clash: bool) -> None:
    """A decline is a fall unless one declines to; neither and none deny the deed told of them; a part and the rest."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash


def test_what_failed_denies_nothing_behind_it() -> None:
    """A failed merger and a merger that failed are one; a failed attempt to do it, and its success, are not."""
    one = "Three weeks after the coup had failed, General Osei announced that he would go."
    other = "General Osei announced his departure three weeks after the failed coup."
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    gave_up = "The climber failed to reach the summit in May."
    reached = "The climber reached the summit in May."
    assert compare_texts(gave_up, reached, given=True).kind is RelationKind.CONFLICTS


def test_a_sale_to_somebody_is_his_purchase() -> None:
    """Who sold it and who bought it tell one thing, where the buyer is the same."""
    one = "The Vernay family kept the castle until 1921, when it was sold to the state."
    other = "The Vernay family owned the castle until 1921, when the state bought it."
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
