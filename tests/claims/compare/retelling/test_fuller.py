"""Which of two claims that tell one thing tells it more exactly."""

from datetime import date

import pytest

from claims.compare import Retelling, compare, features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.fuller import fuller
from claims.compare.values import Features
from claims.model import RelationKind

DAY = date(2025, 9, 16)


def _read(text: str) -> Features:
    return features_of(text, date=DAY)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("The letter bears 287 signatures.", "Nearly 300 signatures stand under the letter."),
        ("1,412 machines were switched off.", "Around 1,400 machines were switched off."),
        ("The shares fell 22 per cent.", "The shares lost more than a fifth."),
        ("The worst fire came on 9 January.", "The worst fire came in January."),
        ("She has worked there for 17 years.", "She has worked there for many years."),
        ("他在日本干了十一年", "他在日本工作多年"),
        ("新館明年四月十二日開幕", "新馆明年四月开幕"),
    ],
)
def test_who_tells_it_more_exactly(more: str, less: str) -> None:
    """A value of several, one within the other's, or one to more digits."""
    found = fuller(Pair(_read(more), _read(less)), surely=False)
    assert found is not None
    assert found[0] == "a_to_b"


def test_who_tells_more_of_it() -> None:
    """A figure beside what both tell, where the other gives none; only for two that are surely of one thing."""
    pair = Pair(_read("The new tram line is to carry 9,000 people."), _read("The tram line is to carry people."))
    assert fuller(pair, surely=False) is None
    found = fuller(pair, surely=True)
    assert found is not None
    assert found[0] == "a_to_b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Half a year is the most that she stays.", "She stays for six months at most."),
        ("Over 70 million people have it.", "Some 70 million people have it."),
        ("Some 260,000 ride the trams.", "A quarter of a million ride the trams."),
        ("The fall was 22 per cent on Wednesday.", "The fall was 22 per cent this year."),
        ("It has looked into the fires since last month.", "It began to look into the fires in August."),
        ("The fleet has 18 boats.", "The fleet has 18 boats."),
    ],
)
def test_neither_tells_it_more_exactly(one: str, other: str) -> None:
    """One value in two units or roundings; what reaches to one side; times too long to be the time of one thing."""
    assert fuller(Pair(_read(one), _read(other)), surely=False) is None


def test_what_adds_elsewhere_is_no_refinement() -> None:
    """A figure in a clause of its own is another matter; and so is each that the other lacks where both have one."""
    one = "The keeper found the cage empty, and the park lost 900 visitors."
    assert fuller(Pair(_read(one), _read("The keeper found the cage empty.")), surely=True) is None
    both = Pair(_read("The keeper found 12 birds in the cage."), _read("The keeper found the cage open for 3 hours."))
    assert fuller(both, surely=True) is None


def test_two_accounts_refine_each_other_where_one_is_more_exact() -> None:
    """Tied firmly they refine each other, tied loosely they only agree."""
    a, b = _read("The company unplugged around 1,400 computers."), _read("1,412 computers were unplugged.")
    kinds = [compare(a, b, told=Retelling(sure, mutual=True, best=True)).kind for sure in (0.55, 0.9)]
    assert kinds == [RelationKind.CORROBORATES, RelationKind.REFINES]
