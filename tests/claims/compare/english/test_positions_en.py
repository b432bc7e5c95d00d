"""Places on the charts: one record peaks once on a chart and enters it once."""

import pytest

from claims.compare import compare_texts
from claims.compare.english.positions_en import positions
from claims.compare.reading import cached_features
from claims.model import RelationKind

CLASH = [
    (
        "The album debuted at number three on the Irish chart and spent 31 weeks in the top 50.",
        "The album entered the Irish chart at number one and spent 31 weeks in the top 50.",
    ),
    (
        "The single peaked at number 12 in the UK and number two in Germany.",
        "The single reached number two in both the UK and Germany.",
    ),
    (
        "The song, written in 1984, reached number five in Norway.",
        "Written in 1984, the song topped the chart in Norway.",
    ),
]
NO_CLASH = [
    (
        "The single peaked at number 12 in the UK and number two in Germany.",
        "It was a top-five hit in Germany, where the single reached number two, and climbed to No. 12 in Britain.",
    ),
    (
        "The song entered the chart at number 14 and peaked at number three.",
        "The song, which had entered the chart at number 14, rose to number three in its fifth week.",
    ),
]


def test_a_place_has_its_kind_and_its_chart() -> None:
    """Where a record entered and how high it rose are two things."""
    side = cached_features("The album entered the chart at number 14 and peaked at number three in Norway.", None)
    assert [(one.place, one.kind) for one in positions(side)] == [(14, 1), (3, 2)]
    assert positions(side)[1].charts == {"norway"}


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_two_places_on_one_chart_clash(a: str, b: str) -> None:
    """Another number for the same chart is another account of the record."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), NO_CLASH)
def test_places_on_two_charts_do_not(a: str, b: str) -> None:
    """Number twelve in one country and two in another are told of one record."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
