"""Two statements that share too little: what is refused at once is what the whole comparison would refuse."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.clash import conflict
from claims.compare.findings import NOTHING, findings
from claims.compare.sameness import agreement
from claims.compare.slight import slight

STATEMENTS = [
    "The harbour of Ostrava was closed for 14 days after the storm.",
    "The harbour was opened again on 3 May 2021.",
    "A storm closed 14 schools in Lund, the council said.",
    "The council of Lund closed no schools last winter.",
    "Leader Anna Roth leads the council and led the harbour works for three years.",
    "It is unknown who leads the council of Lund.",
    "Anna Roth reportedly joined Northgate in May 2021.",
    "Anna Roth left Northgate for Ostrava, where 300 people work.",
    "About 300 people were hurt in the storm, 14 of them badly.",
    "Northgate sold 1.2 million phones in 2020.",
    "Northgate sold fewer than a million phones, its rival twice as many.",
    "港口因风暴关闭了14天。",
    "港口於2021年5月3日重新開放。",
    "市议会说，风暴使14所学校停课。",
    "安娜·罗特2021年5月加入诺斯盖特公司。",
    "约300人在风暴中受伤，其中14人重伤。",
    "诺斯盖特2020年售出120万部手机。",
    "市议会去年冬天没有关闭任何学校。",
]
PIECES = [piece for one in STATEMENTS for piece in one.rstrip(".。").split(" " if " " in one else "，")]


def _refused(a: str, b: str) -> bool:
    """Whether two statements are refused at once; if so, what the whole comparison finds is no relation."""
    pair = Pair(features_of(a), features_of(b))
    if not slight(pair):
        return False
    found = findings(pair)
    assert conflict(pair, found) in {None, NOTHING}
    assert agreement(pair, found) == NOTHING
    return True


def test_what_is_refused_at_once_has_no_relation() -> None:
    """Most pairs of statements that share a word or two are refused, and the whole comparison finds nothing in them."""
    refused = [_refused(a, b) for a, b in combinations(STATEMENTS, 2)]
    assert sum(refused) > len(refused) / 2


@given(*[st.lists(st.sampled_from(PIECES), min_size=3, max_size=12).map(" ".join)] * 2)
def test_so_it_is_with_any_words(a: str, b: str) -> None:
    """Whatever words two statements are made of, a refused pair has neither a clash nor a likeness that is shown."""
    _refused(a, b)


def test_versions_of_one_sentence_are_compared() -> None:
    """Another figure in the same words, or the same told in other words of one beginning, is looked at in full."""
    assert not _refused(STATEMENTS[0], STATEMENTS[0].replace("14", "16"))
    assert not _refused(STATEMENTS[11], STATEMENTS[11].replace("14", "16"))


def test_two_laid_side_by_side_are_compared() -> None:
    """What somebody laid side by side is never refused: there less tells."""
    assert not slight(Pair(features_of(STATEMENTS[0]), features_of(STATEMENTS[9]), given=True))
