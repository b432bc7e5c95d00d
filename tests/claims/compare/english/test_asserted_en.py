"""How English sentences tell what they tell: as a fact, as denied, or as wanted, feared and foretold."""

import pytest

from claims.compare.english.asserted_en import Told, told


@pytest.mark.parametrize(
    ("text", "said", "how"),
    [
        ("a jury convicted the banker", "convicted", Told.FACT),
        ("prosecutors had urged the jury to convict the banker", "convict", Told.OPEN),
        ("the drivers threatened to walk out", "walk out", Told.OPEN),
        ("the rocket failed to reach orbit", "reach orbit", Told.DENIED),
        ("the council refused to close the baths", "close", Told.DENIED),
        ("no one was hurt", "hurt", Told.DENIED),
        ("the strike was called off, and trains ran normally", "ran", Told.FACT),
        ("if it rains, the match will be cancelled", "cancelled", Told.FACT),
        ("in may elections the mayor was voted out", "voted out", Told.FACT),
        ("the attempt to land ended in failure", "land", Told.DENIED),
        ("not only did she win the cup", "win", Told.FACT),
    ],
)
def test_how_it_is_told(text: str, said: str, how: Told) -> None:
    """What governs a word in its own part of the sentence says whether it came about."""
    assert told(text, text.index(said)) is how
