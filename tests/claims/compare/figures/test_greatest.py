"""The largest of a list: the figures of those listed tell who it is, their years do not."""

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


def test_the_top_scorer_is_the_one_with_most_of_those_listed() -> None:
    """Averages of several players tell who was the top scorer; the years of a list are no such figures."""
    claim = "Holm was the top scorer of the Rams that season."
    told = "The Rams finished 44–38, with Vera Holm averaging {} points a game, Don Ister 20.1 and Rick Tate 14.8."
    assert kinds(claim, told, ("22.6", "19.6")) == REFINES_AND_CONFLICTS
    coaches = "Rams coaches: Ray Lomm, 1961–1968 (7 seasons); Al Teag, 1968–1981 (13 seasons); Bud Farr, 1981–1990 (9)."
    said = compare_texts("Al Teag coached the Rams longer than anyone else.", coaches, given=True)
    assert said.kind is not RelationKind.CONFLICTS
