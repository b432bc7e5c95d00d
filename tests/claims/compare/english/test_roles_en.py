"""What one named person was, in two versions of one sentence."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Marek Havlin, the head of surgery at the clinic, told the court that the records had been altered.",
            "Marek Havlin, the night porter at the clinic, told the court that the records had been altered.",
        ),
        (
            "Lena Borg, who was then the ship's cook, saw the fire break out shortly after midnight.",
            "Lena Borg, who was then the ship's purser, saw the fire break out shortly after midnight.",
        ),
        (
            "As the regiment's chaplain, Henrik Vold kept a diary of the siege.",
            "As the regiment's surgeon, Henrik Vold kept a diary of the siege.",
        ),
        (
            "The letter was signed by Ines Calder, the party's treasurer, two days before the vote.",
            "The letter was signed by Ines Calder, the party's press secretary, two days before the vote.",
        ),
    ],
)
def test_another_trade_of_one_person_is_a_conflict(one: str, other: str) -> None:
    """Where all else is told in the same words, another office is another account."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Paula Reyes, who works as a lawyer in Dunmore, bought the house at auction.",
            "Paula Reyes, who works as a solicitor in Dunmore, bought the house at auction.",
        ),
        (
            "Samuel Ott, the director of the institute, opened the archive in 1998.",
            "Samuel Ott, the head of the institute, opened the archive in 1998.",
        ),
        (
            "Ines Calder, the party's treasurer, signed the letter on Monday.",
            "Ines Calder, a party official, signed the letter on Monday.",
        ),
        # Much else differs: he may have been both.
        (
            "Otto Brandt, a banker, paid for the expedition to the island.",
            "Otto Brandt, a mountaineer, set out for the island with six companions in May.",
        ),
    ],
)
def test_who_may_be_called_either_is_one(one: str, other: str) -> None:
    """A solicitor is a lawyer, and anybody may be called an official."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
