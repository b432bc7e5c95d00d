"""Bounds that leave each other's side: one sentence in two versions, or two parts of a whole."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("The grant is for firms with over 250 workers.", "The grant is for firms with under 250 workers.", True),
        ("Children over 12 may visit the ward.", "Children under 12 may visit the ward.", True),
        ("Boats under 12 metres pay 20 euros.", "Boats over 12 metres pay 45 euros.", False),
        ("Firms with over 50 staff must report it.", "Firms with under 50 staff need not report it.", False),
        (
            "The drug was approved for adults in 2019 and for children over six in 2022.",
            "Regulators refused to approve the drug for children under six, citing a lack of evidence.",
            False,
        ),
    ],
)
def test_more_than_a_number_is_not_less_than_it(one: str, other: str, clash: bool) -> None:
    """A bound and its contrary clash where only they differ; else each tells of its own part."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) == clash
