"""Which figure of a long sentence a short claim means."""

import tomllib
from importlib.resources import files

from benchmarks.choice import laid, meant
from claims.compare import compare_texts
from claims.compare.figures.choice import SIGNALS
from claims.model import RelationKind


def test_each_signal_has_its_weight() -> None:
    """The table was learnt with the signals that the code gives, in their order."""
    table = tomllib.loads(files("claims.compare").joinpath("tables", "choice_en.toml").read_text("utf-8"))
    assert tuple(table) == SIGNALS


def test_a_figure_of_the_very_thing_goes_before_a_sum() -> None:
    """Four singles titles are not eleven, however many doubles titles stand beside them."""
    told = "Moreau, a professional since 1996, won {} singles titles and seven doubles titles before an injury in 2009."
    claim = "Moreau won at least five singles titles."
    assert compare_texts(claim, told.format("four"), given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(claim, told.format("six"), given=True).kind is RelationKind.REFINES


def test_what_tells_two_versions_apart_is_what_was_meant() -> None:
    """The benchmark learns from the figure that differs, wherever it stands among the others."""
    claim = "The choir has more than 60 members."
    told = "The choir, founded by 11 teachers in 1951, has {} members and gives some 30 concerts a year."
    versions = laid(claim, told.format(72)), laid(claim, told.format(48))
    assert len(versions[0]) > 1
    assert len(meant(versions)) == 1
