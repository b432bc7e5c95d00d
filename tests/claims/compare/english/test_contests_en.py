"""Who wins and who loses in two English statements."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    ("Arvika beat Sundby in the Nordic cup final.", "Sundby lifted the Nordic cup, leaving Arvika runners-up."),
    ("Lena Moe unseated Tor Dahl in Askim.", "Voters gave Tor Dahl another term, turning back a bid from Lena Moe."),
    ("The Ryder prize jury chose Ana Sousa over Piet Mol.", "Piet Mol won the Ryder prize ahead of Ana Sousa."),
    ("Sundby lost to Arvika in the Nordic cup.", "Arvika were knocked out of the Nordic cup by Sundby."),
]  # fmt: skip
BOTH = [
    ("Arvika lost the first set to Sundby in the Nordic cup.", "Arvika came through against Sundby in the Nordic cup."),
    ("Lena Moe hoped to unseat Tor Dahl in Askim.", "Voters in Askim gave Tor Dahl another term over Lena Moe."),
    ("Arvika beat Sundby in the Nordic cup in 2004.", "Two years on, in 2006, Arvika lost the Nordic cup to Sundby."),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_the_winner_of_one_is_the_loser_of_the_other(a: str, b: str) -> None:
    """Two results of one contest clash, in whatever words."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_two_contests_do_not_clash(a: str, b: str) -> None:
    """Another stage, another year, or a win that was only hoped for."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("With half the vote counted, Lind is ahead of Moro in Velden", "Lind beats Moro in the Velden mayoral race"),
        ("Harriers were too strong for Rovers at Velden", "Harriers beat Rovers in the cup match at Velden"),
    ],
)
def test_an_adjective_behind_a_form_of_be_is_no_passive(one: str, other: str) -> None:
    """Who is ahead of another has not been beaten by that one."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS


def test_another_suspect_in_a_headline_is_another_one() -> None:
    """A headline leaves the article out: third suspect held."""
    one = "Police arrest two women over Tarn bank raid"
    other = "Fourth suspect, 31, held in Tarn bank robbery after a month on the run"
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
