"""Who and what have exchanged their places in two English sentences, and what has moved with all its own."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (
            "The weir is owned by the state of Victoria and run by a private company.",
            "The weir is owned by a private company and run by the state of Victoria.",
            True,
        ),
        (
            "The lane leads from the old mill to the parish church.",
            "The lane leads from the parish church to the old mill.",
            True,
        ),
        (
            "The tablets went on sale in Europe before they reached the American market.",
            "The tablets went on sale in America before they reached the European market.",
            True,
        ),
        (
            "The prize was given by the city council to the local choir in June.",
            "The prize was given to the local choir by the city council in June.",
            False,
        ),
        (
            "He trained with the national squad in Rome and with the club squad in Turin.",
            "He trained with the club squad in Turin and with the national squad in Rome.",
            False,
        ),
        (
            "Sister Benedicta was canonised in 2006, eighty-eight years after her death.",
            "Sister Benedicta, who died in 1918, was canonised in 2006.",
            False,
        ),
    ],
)
def test_phrases_exchange_their_parts(one: str, other: str, clash: bool) -> None:
    """A phrase has another part in the deed where its preposition or its verb is another, not where both moved."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) == clash
