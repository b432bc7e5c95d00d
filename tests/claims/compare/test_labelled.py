"""Floors on labelled pairs: what comparison gets right, and how seldom it calls a conflict where none is."""

import pytest

from tests.claims.compare.labelled import both_twins, precision, tallies

DEV = {
    "cross": 0.9, "cue": 0.9, "edited_en": 0.95, "hard": 0.92, "order_zh": 0.95, "pair_hant": 0.95, "role_en": 1.0,
    "neutral_cross": 1.0, "neutral_en": 1.0, "neutral_zh": 1.0, "twin_en": 0.95, "twin_zh": 1.0,
    "edit_long": 0.92, "event_en": 1.0, "order_long": 0.93, "twin_long": 0.9,
}  # fmt: skip
"""Least share of right answers in each group of the pairs that the rules were made with."""


@pytest.mark.parametrize("name", ["dev.tsv", "messy.tsv"])
def test_what_the_rules_were_made_with(name: str) -> None:
    """Each group stays as good as it was."""
    groups = tallies(name)
    assert {
        group: tally.right / tally.pairs for group, tally in groups.items() if tally.right / tally.pairs < DEV[group]
    } == {}
    assert precision(groups) >= 0.97


HELD_OUT = {
    "cross": 0.8, "cue": 0.85, "edited_en": 0.9, "hard": 0.85, "order_zh": 0.9, "pair_hant": 0.8, "role_en": 0.9,
    "neutral_cross": 1.0, "neutral_en": 0.9, "neutral_zh": 0.85, "twin_en": 0.8, "twin_zh": 1.0,
}  # fmt: skip
"""The same for pairs that were written before the rules they are judged by; the second file was the harder one."""


LATE = dict.fromkeys(HELD_OUT, 0.75)


@pytest.mark.parametrize(("name", "least"), [("heldout.tsv", HELD_OUT), ("heldout_late.tsv", LATE)])
def test_what_the_rules_had_not_seen(name: str, least: dict[str, float]) -> None:
    """Each group stays as good as it was, and hardly a neutral pair is called a conflict."""
    groups = tallies(name)
    shares = {group: tally.right / tally.pairs for group, tally in groups.items()}
    assert {group: share for group, share in shares.items() if share < least[group]} == {}
    assert precision(groups) >= 0.9
    neutral = [tally for group, tally in groups.items() if group.startswith("neutral")]
    assert sum(tally.false for tally in neutral) <= 1


FRESH = {
    "twin_en": 0.9, "edited_en": 0.77, "neutral_en": 0.96, "same_en": 0.76, "none_en": 1.0,
    "twin_zh": 0.95, "pair_hant": 0.77, "paraphrase_zh": 0.9, "neutral_zh": 0.97, "none_zh": 0.9,
}  # fmt: skip
"""The same for hard pairs by other hands: long sentences in words of their own, where much is still missed."""


def test_what_others_wrote() -> None:
    """Each group stays as good as it was; among the neutral pairs hardly one in twenty is called a conflict."""
    groups = tallies("fresh_dev.tsv")
    shares = {group: tally.right / tally.pairs for group, tally in groups.items()}
    assert {group: share for group, share in shares.items() if share < FRESH[group]} == {}
    assert precision(groups) >= 0.88
    neutral = [tally for group, tally in groups.items() if group.startswith("neutral")]
    assert sum(tally.false for tally in neutral) <= 0.05 * sum(tally.pairs for tally in neutral)


SECOND_EN = {"twin_en": 0.92, "edited_en": 0.86, "neutral_en": 0.96, "same_en": 0.76, "none_en": 1.0}
"""The same for a second such set, once unseen: .54, .64, .93, .57 and 1.0 were right before rules were made with it."""


def test_a_second_set_that_others_wrote() -> None:
    """Each English group stays as good as it was, and nine conflicts of ten are conflicts."""
    groups = {group: tally for group, tally in tallies("fresh_second.tsv").items() if group.endswith("_en")}
    shares = {group: tally.right / tally.pairs for group, tally in groups.items()}
    assert {group: share for group, share in shares.items() if share < SECOND_EN[group]} == {}
    assert precision(groups) >= 0.92


SECOND_ZH = {"twin_zh": 0.95, "pair_hant": 0.8, "paraphrase_zh": 0.9, "neutral_zh": 0.97, "none_zh": 0.9}
"""The same for Chinese: .43, .44, .76, .85 and .8 were right before rules were made with it."""


def test_the_chinese_pairs_of_the_second_set() -> None:
    """Each Chinese group stays as good as it was, and nine conflicts of ten are conflicts."""
    groups = {group: tally for group, tally in tallies("fresh_second.tsv").items() if group in SECOND_ZH}
    shares = {group: tally.right / tally.pairs for group, tally in groups.items()}
    assert {group: share for group, share in shares.items() if share < SECOND_ZH[group]} == {}
    assert precision(groups) >= 0.94


@pytest.mark.parametrize(("group", "least"), [("twin_en", 0.84), ("twin_zh", 0.9)])
def test_both_versions_of_a_sentence(group: str, least: float) -> None:
    """A claim is told apart from two versions of a sentence that differ in one figure."""
    assert both_twins("fresh_dev.tsv", group) >= least
