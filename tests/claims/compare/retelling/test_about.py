"""Of whom or what two claims of a story are, by the words for it."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.about import others, says_nothing


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("The health minister kept her seat.", "The finance minister lost his seat.", True),
        ("The minister of health came on Monday.", "The transport minister came on Monday.", True),
        ("The health minister came on Monday.", "The minister of health came on Monday.", False),
        ("The former minister spoke.", "The health minister spoke.", False),
        ("The brewery's other mill was checked in May.", "The mill was checked in May.", True),
        ("The brewery's other mill was checked in May.", "Another mill of theirs was checked in May.", False),
        ("The other day the mill was checked.", "The mill was checked.", False),
        ("Her predecessor, Paul Marsh, warned the board.", "Anna Brandt warned the board.", True),
        ("Her predecessor, Paul Marsh, warned the board.", "Paul Marsh had warned the board.", False),
        ("A fire at a mill in Spain also killed four.", "Four were killed at the mill.", True),
        ("The fire also killed four.", "Four were killed at the mill.", False),
        ("她的丈夫是作曲家，一九九四年去世。", "女画家江映一九八七年去世。", True),
        ("江映的丈夫一九九四年去世。", "丈夫一九九四年去世。", False),
        ("卫生部长周一到访。", "交通部长周一到访。", True),
        ("一家西班牙工厂的火灾也造成四人死亡。", "火灾造成四人死亡。", True),
    ],
)
def test_words_that_say_that_it_is_somebody_or_something_else(a: str, b: str, *, apart: bool) -> None:
    """Another office, another thing of the sort, somebody by what he is to the one that is known."""
    assert others(Pair(features_of(a), features_of(b))) is apart
    assert others(Pair(features_of(b), features_of(a))) is apart


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("And there's Harrow East", True),
        ("There's a board", True),
        ("Tuesday, 11 November", True),
        ("There are 40 boats", False),
        ("They have until the end of January", False),
        ("It works.", False),
        ("他来了。", False),
    ],
)
def test_what_is_only_brought_up_says_nothing(text: str, *, nothing: bool) -> None:
    """A name, a day or a noun of which nothing is said can be told again by nobody."""
    assert says_nothing(features_of(text)) is nothing
