"""In two accounts of one story, the claims that answer to each other are found whatever their words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.accounts import Story, Told, barely, chosen, crowd, stands, told_again, weigh_all, weights
from claims.accounts.terms import everyday
from claims.compare import Comparison, Retelling, compare, features_of
from claims.model import Facet, RelationKind

DAY = date(2025, 5, 14)
PAPER = [
    "The lighthouse at Cape Orrin was struck by lightning on Friday night.",
    "The keeper, Ida Morrow, was treated for burns to her hands.",
    "Repairs will cost 640,000 crowns, the harbour trust said.",
    "The lens, made in Paris in 1874, survived without a crack.",
    "A cargo ship, the Helga, ran aground on the reef an hour later.",
    "The trust has owned the tower since 1923.",
]
DIARY = [
    "Ida had bandages on both hands when she opened the door.",
    "They say six hundred and forty thousand, and who is to pay that?",
    "The old glass from Paris is whole, thank goodness.",
    "I saw the Helga sit on the reef like a hen.",
    "Bread was late again.",
    "My cousin sold his boat in March.",
]


def told(statements: list[str], *, step: int = 100) -> list[Told]:
    """Claims of a document, one after the other."""
    return [
        Told(features_of(one, date=DAY), number * step, number * step + len(one))
        for number, one in enumerate(statements)
    ]


def answers(a: list[str], b: list[str]) -> set[tuple[int, int]]:
    """Which claims are each other's best match."""
    return {(i, j) for i, j, found in told_again(told(a), told(b)) if found.mutual}


def test_what_only_two_claims_have_ties_them_together() -> None:
    """A person, an amount in words, a ship: each claim finds the one that tells of the same, and the others none."""
    assert {(1, 0), (2, 1), (4, 3)} <= answers(PAPER, DIARY)
    assert not {j for _, j in answers(PAPER, DIARY)} & {4, 5}


def test_the_order_of_the_documents_changes_nothing() -> None:
    """Each side answers to the other."""
    assert answers(PAPER, DIARY) == {(i, j) for j, i in answers(DIARY, PAPER)}


def test_documents_of_two_stories_are_no_accounts_of_one() -> None:
    """Too few claims answer to each other: nothing is said of any."""
    other = ["The town of Brell has a new mayor.", "Bread was late again.", "The school opened on Monday."]
    assert told_again(told(PAPER), told(other)) == []


def test_chinese_accounts_in_both_scripts() -> None:
    """Names without their 公司 and figures in another writing are the same."""
    paper = [
        "青禾汽车3月售出1.82万辆车。",
        "青禾汽车的新厂设在梧州。",
        "首席设计师纪云山已于上月离开。",
        "公司今年计划招聘四百五十名技工。",
    ]
    talk = ["三月份青禾賣了一萬八千二百輛車", "設計師紀雲山上個月走了", "聽說要招四百五十個技工", "天氣很熱"]
    assert {(0, 0), (2, 1), (3, 2)} <= answers(paper, talk)


def test_each_who_names_another_is_marked() -> None:
    """Two claims with one figure, each of a person of his own, are told apart."""
    a = [*PAPER, "Tomas Reuel was in hospital for 17 days."]
    b = [*DIARY, "Karin Boyd stayed in hospital for 17 days."]
    found = {(i, j): one for i, j, one in told_again(told(a), told(b))}
    assert found[6, 6].others


def test_who_only_says_it_is_nobody_of_whom_it_is_told() -> None:
    """Each account has it from a witness of its own: that does not tell the two apart."""
    a = [*PAPER, "The dredger sank within 17 minutes, Tomas Reuel said."]
    b = [*DIARY, "Karin Boyd said the dredger sank in 17 minutes."]
    found = {(i, j): one for i, j, one in told_again(told(a), told(b))}
    assert not found[6, 6].others


def test_what_one_puts_right_is_looked_at_though_little_else_ties_it() -> None:
    """It says itself that others say so; what puts nothing right must be tied more surely."""
    looked_at = [
        {i for i, j, _ in told_again(told(PAPER), told([*DIARY, line])) if j == len(DIARY)}
        for line in ("It was not the tower, it was the chapel that burned.", "The tower burned like the chapel.")
    ]
    assert looked_at == [{1, 5}, {5}]


def test_a_name_or_a_word_alone_ties_barely() -> None:
    """Who is named in both may be told of other things; a shared figure or day is more."""
    a = [*PAPER, "Bernard Quill, the notary, keeps bees."]
    b = [*DIARY, "Quill hung up when we rang."]
    found = {(i, j): one.barely for i, j, one in told_again(told(a), told(b))}
    assert found[6, 6]
    assert not found[2, 1]


def test_words_of_everyday_use_tie_barely() -> None:
    """What was opened and what one opens may be of two things, unless more shows that they are of one."""
    a = [*PAPER, "The yellow email was opened in the office.", "He missed a torn hamstring."]
    b = [*DIARY, "A yellow office was opened.", "A torn hamstring went."]
    story = Story(told(a), told(b))
    ties = {(one.i, one.j): one._replace(odds=0.0) for one in weigh_all(story, weights())}
    assert barely(story, ties[6, 6])
    assert not barely(story, ties[6, 6]._replace(odds=1.0))
    assert not barely(story, ties[7, 7])


@pytest.mark.parametrize(("words", "plain"), [("内部 多次", True), ("实验 验室 室主 主任", True), ("窗户 二楼", False)])
def test_pairs_across_two_everyday_words_are_no_words(words: str, plain: bool) -> None:
    """验室 is the end of one word and the beginning of the next."""
    assert everyday(words.split()) is plain


@pytest.mark.parametrize(("a", "b", "less"), [(6, 8, 0.0), (45, 45, 0.0), (90, 90, 0.69), (40, 250, 0.8)])
def test_in_long_accounts_less_is_believed(a: int, b: int, less: float) -> None:
    """Among many claims more pairs look alike by chance; up to the usual length nothing changes."""
    assert crowd(a, b) == pytest.approx(less, abs=0.01)


def test_a_claim_without_a_place_stands_beside_no_other() -> None:
    """Claims whose quote lies nowhere can still answer by what they say."""
    bare = [Told(one.features) for one in told(PAPER)]
    story = Story(bare, told(DIARY))
    assert (2, 1) in {(one.i, one.j) for one, _ in chosen(story, weigh_all(story, weights()))}


def test_a_long_claim_is_told_again_in_several() -> None:
    """Each claim is taken once, unless it says much more than the one that it is tied to."""
    paper = [
        *PAPER[:2],
        "Repairs will cost 640,000 crowns, and the Helga ran aground on the reef near Brell in a storm.",
    ]
    diary = ["Ida had bandages on both hands.", "Six hundred and forty thousand!", "I saw the Helga on the reef."]
    story = Story(told(paper), told(diary))
    assert {(2, 1), (2, 2)} <= {(one.i, one.j) for one, _ in chosen(story, weigh_all(story, weights()))}


def in_full(found: list[tuple[int, int, Retelling]]) -> list[tuple[int, int, Retelling]]:
    """With what ties two claims in words, which is worked out when it is asked for."""
    return [(i, j, one._replace(ties=tuple(one.ties))) for i, j, one in found]


_some = st.lists(st.sampled_from([*PAPER, *DIARY]), max_size=12)


@settings(max_examples=40, deadline=None)
@given(_some, _some)
def test_any_two_lists_can_be_laid_side_by_side(a: list[str], b: list[str]) -> None:
    """Places lie inside, scores are positive, and the same question gets the same answer."""
    found = told_again(told(a), told(b))
    assert all(i < len(a) and j < len(b) and one.score > 0 for i, j, one in found)
    assert in_full(found) == in_full(told_again(told(a), told(b)))


@pytest.mark.parametrize(
    ("a", "b", "found", "same_document", "holds"),
    [
        (
            "Sales in the shops of the north rose by 12 percent.",
            "The costs of the shops rose by 9 percent in April.",
            Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6),
            True,
            False,
        ),
        (
            "The bridge reopened in May after repairs.",
            "Traffic is back to what it was, they say.",
            Comparison(kind=RelationKind.REFINES, score=0.62),
            False,
            False,
        ),
        (
            "It is not known where Ann Reed will go.",
            "Ann Reed is rumoured to join Northbank.",
            Comparison(kind=RelationKind.CONFLICTS, facet=Facet.CERTAINTY, score=0.6),
            True,
            True,
        ),
        (
            "The bridge reopened in May.",
            "The bridge reopened in May.",
            Comparison(kind=RelationKind.DUPLICATES, score=1.0),
            True,
            True,
        ),
    ],
)
def test_words_alone_show_less_within_one_document_or_story(
    a: str, b: str, found: Comparison, *, same_document: bool, holds: bool
) -> None:
    """Likeness by words holds there for sentences of one build, for the same words and for what is left open."""
    assert stands(features_of(a), features_of(b), found, same_document=same_document) is holds


def test_a_retelling_says_how_sure_it_is() -> None:
    """What is told of many things scores less than what is told of one."""
    (ship,) = (one for i, j, one in told_again(told(PAPER), told(DIARY)) if (i, j) == (4, 3))
    assert isinstance(ship, Retelling)
    assert 0.7 < ship.score < 1
    found = compare(*(features_of(one, date=DAY) for one in (PAPER[4], DIARY[3])), told=ship)
    assert any("Helga" in reason for reason in found.reasons)
