"""Floors on English pairs: claims against two versions of a sentence, two versions of a sentence, two outlets' news."""

import pytest

from tests.claims.compare.labelled import both_twins, precision, tallies

THIRD = {"twin_en": 0.93, "edited_en": 0.86, "neutral_en": 1.0}
"""Least shares right of pairs that others wrote: .85, .80 and 1.0 before rules were made with them."""
FOURTH = {"twin_en": 0.9, "edited_en": 0.96, "neutral_en": 1.0, "news_en": 0.5}
"""The same for the next such set: .57, .86, 1.0 and .4 were right at first sight."""
FIFTH = {"twin_en": 0.9, "edited_en": 0.91, "neutral_en": 0.96, "clash_en": 0.7}
"""The same for the fifth set: .78 to .96 of the twins, .88, .9 and .35 were right at first sight."""
SIXTH = {"twin_en": 0.9, "edited_en": 0.92, "neutral_en": 0.98, "clash_en": 0.55}
"""The same for the sixth set: .8, .79, .93 and .4 were right at first sight."""
SEVENTH = {"twin_en": 0.93, "edited_en": 0.9, "neutral_en": 0.95, "clash_en": 0.24}
"""The same for the seventh set: .82, .85, .94 and .24 were right at first sight."""
OWN = {"twin_en": 0.83, "edited_en": 0.77, "neutral_en": 0.85}
"""The same for pairs written to look for what is missing; the neutral ones set short claims beside other figures."""

TWINS = {"twin_en": 0.88}
"""The same for claims of several hands from which the choice of a figure is learnt."""

LATE = {"twin_en": 0.88}
"""The same for later claims of several hands, of which .69 to .80 were right before rules were made with them."""


@pytest.mark.parametrize(
    ("name", "least", "sure"),
    [
        ("fresh_third_en.tsv", THIRD, 0.97),
        ("fresh_fourth_en.tsv", FOURTH, 0.97),
        ("fresh_fifth_en.tsv", FIFTH, 0.96),
        ("fresh_sixth_en.tsv", SIXTH, 0.96),
        ("fresh_seventh_en.tsv", SEVENTH, 0.95),
        ("reckoned_en.tsv", OWN, 0.88),
        ("twins_en.tsv", TWINS, 0.93),
        ("twins_late_en.tsv", LATE, 0.95),
    ],
)
def test_english_pairs(name: str, least: dict[str, float], sure: float) -> None:
    """Each group stays as good as it was, and what is called a conflict mostly is one."""
    groups = tallies(name)
    shares = {group: tally.right / tally.pairs for group, tally in groups.items()}
    assert {group: share for group, share in shares.items() if share < least[group]} == {}
    assert precision(groups) >= sure


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("fresh_third_en.tsv", 0.88),
        ("fresh_fourth_en.tsv", 0.85),
        ("fresh_fifth_en.tsv", 0.85),
        ("fresh_sixth_en.tsv", 0.85),
        ("fresh_seventh_en.tsv", 0.88),
        ("reckoned_en.tsv", 0.76),
    ],
)
def test_both_versions_of_an_english_sentence(name: str, least: float) -> None:
    """A claim is told apart from two versions of a sentence that differ in one figure."""
    assert both_twins(name, "twin_en") >= least


def test_other_states_of_one_matter_told_in_other_words() -> None:
    """Most clashes are found, and of pairs written to look like clashes two thirds are told apart."""
    groups = tallies("matters_en.tsv")
    assert groups["clash_en"].right / groups["clash_en"].pairs >= 0.8
    assert groups["both_en"].right / groups["both_en"].pairs >= 0.68
