"""Who did a thing, told without a name."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    (
        "The novel was translated into English by the author himself.",
        "The novel was translated into English by Anna Crewe.",
    ),
    ("The score was composed by Ilse Brandauer.", "The score was composed by Ilse Brandauer's brother Konrad."),
    ("The fossil was discovered by a farmer.", "The fossil was discovered by a team from the university."),
    ("The village is named after a local saint.", "The village is named after the wife of its founder."),
]
BOTH = [
    ("The novel was translated by the author herself.", "The novel was translated by its author, Anna Crewe."),
    ("The tower was designed by Otto Reim.", "The tower was designed by a German architect."),
    ("The bridge was built by the army.", "The bridge was built by Royal Engineers."),
    (
        "The comet was discovered by a Japanese amateur.",
        "The comet was discovered by Kenji Sato, a schoolteacher from Osaka.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_other_doers_clash(a: str, b: str) -> None:
    """Himself and a name, somebody and her brother, one and a team are two doers."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_other_doers_need_not_clash(a: str, b: str) -> None:
    """A name may be that of whoever the other tells by trade or kind."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
