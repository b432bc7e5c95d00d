"""What there is one of in a thing."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    (
        "The highest point of the island is Mount Orre at 611 metres.",
        "The island's highest point is Mount Salle, which rises to 611 metres.",
    ),
    ("The largest city of the province is Marrow.", "Kestrin is the largest city of the province."),
    ("Her first husband was the painter Axel Rehn.", "Her first husband was the sculptor Carl Moe."),
]
BOTH = [
    (
        "The highest point of the island is Mount Orre at 611 metres.",
        "The highest peak on the island, Mount Orre, rises to 611 metres.",
    ),
    ("The largest city of the province is Marrow.", "The second-largest city of the province is Kestrin."),
    ("The county's oldest church is St Mary's in Elding.", "The county's oldest church is in Elding."),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_two_names_clash(a: str, b: str) -> None:
    """Its highest point, its captain and its largest city have one name each."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_two_names_need_not_clash(a: str, b: str) -> None:
    """One name in two wordings, two superlatives, and a place of what is named."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
