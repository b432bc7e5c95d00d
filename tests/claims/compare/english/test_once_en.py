"""What happens once, told by two English accounts in words of their own: its time, place, doer and figure."""

import pytest

from claims.compare import compare_texts
from claims.compare.alignment import Pair
from claims.compare.english import once_en
from claims.compare.reading import cached_features
from claims.model import Facet, RelationKind

CLASH = [
    (
        "The poet Anna Lund was born in Bergen in 1902 to a baker.",
        "Lund, who wrote about ships, came into the world in a suburb of Stavanger.",
        Facet.PLACE,
    ),
    (
        "The Brandt altarpiece, stolen in 1999, was recovered in a cellar near Ghent, police said.",
        "Police found Brandt's altarpiece in a warehouse outside Rotterdam.",
        Facet.PLACE,
    ),
    (
        "Ola Berg was sworn in as governor of Arden on 3 March.",
        "Arden's governor, Ola Berg, took the oath of office on 10 March.",
        Facet.DATE,
    ),
    (
        "The Lake Orne bridge was opened by Queen Ingrid on Saturday.",
        "Sculptor Tor Falk cut the ribbon to open the Lake Orne bridge on Saturday.",
        Facet.IDENTITY,
    ),
    (
        "Seven people lost their lives when a bus left the road near Tarn on Monday, the coroner found.",
        "The final number of those killed in Monday's bus crash near Tarn was 12.",
        Facet.QUANTITY,
    ),
    (
        "Brewer Halden bought its rival Oldmarsh for 900 million euros.",
        "The price that Halden paid for Oldmarsh was 1.3 billion euros.",
        Facet.QUANTITY,
    ),
]
BOTH = [
    ("Lund was born in Bergen.", "Lund's daughter was born in Stavanger."),
    ("Lund was born in Bergen in 1902.", "Lund died in Stavanger in 1961."),
    ("Norland airport opened in 1970.", "Norland airport opened its second runway in 1990."),
    ("The ship Orne sank on Sunday night.", "The ship Orne sank early on Monday."),
    ("The Falk Prize went to Irene Maddox.", "The Falk readers' award went to Samir Nadeem."),
    ("The fire in Tarn killed nine workers.", "Fourteen people died in the fire in Tarn."),
    ("The crash near Tarn killed at least seven people.", "Twelve people died in the crash near Tarn."),
    ("Halden bought Oldmarsh for 900 million euros.", "Experts had valued Oldmarsh at 1.3 billion euros."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "facet"), CLASH)
def test_what_happens_once_has_one_time_place_doer_and_figure(a: str, b: str, facet: Facet) -> None:
    """Two accounts that give another one of it clash, in whatever words."""
    for one, other in ((a, b), (b, a)):
        found = compare_texts(one, other, given=True)
        assert (found.kind, found.facet) == (RelationKind.CONFLICTS, facet)


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_two_deeds_parts_or_stages_do_not_clash(a: str, b: str) -> None:
    """Somebody of theirs, another deed, a part, a night and its morning, another prize, some of all: no clash."""
    pair = Pair(cached_features(a, None), cached_features(b, None), given=True)
    assert once_en.relation(pair) is None
