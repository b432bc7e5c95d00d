"""One of two claims of a story denies what the other says, in its own words."""

from datetime import date

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.denials import denied

DAY = date(2025, 6, 20)


def denies(a: str, b: str) -> bool:
    """Whether either denies the other, whichever comes first."""
    one, other = features_of(a, date=DAY), features_of(b, date=DAY)
    found = [denied(Pair(one, other)), denied(Pair(other, one))]
    assert (found[0] is None) == (found[1] is None)
    return found[0] is not None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The keeper denied that he had locked the gate.", "The gate was locked all night, the porter says."),
        ("The bank had offered a loan in May.", "They never made an offer of any kind."),
        ("Talks are to resume on Friday.", "今天是不谈的"),
        ("厂方并未与她签订保密协议", "她手里有保密协议，两年的"),
        ("The brewery has no debts.", "The brewery's debts come to two million."),
        ("The barn was uninsured, neighbours said.", "The family says that the barn was insured."),
        ("The trial reported no deaths.", "The notice speaks of no trouble, but two deaths are in the register."),
        ("乐团没有解雇任何乐手", "八名小提琴手收到了裁员通知"),
        ("寺里说两尊像从来没有退给任何人", "两尊像已经退还寺里"),
        ("她的律师表示将提起上诉", "她已递交声明,放弃上诉"),
        ("The widow waived her claim to the estate.", "The widow has claimed the estate."),
    ],
)
def test_the_denied_word_is_said_by_the_other(a: str, b: str) -> None:
    """In a form of it, in a word of like meaning, in the other language."""
    assert denies(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The shop did not open on Monday.", "The shop reopened on Thursday."),
        ("警方尚未排除人为破坏。", "断电由人为破坏造成。"),
        ("屋里有十二幅尚未完成的画作。", "画作织法的年代是2005年。"),
        ("检方说是否抗诉还在研究。", "检察官决定不抗诉。"),
        ("The union voted for it.", "They were in favour."),
        ("She would be the first woman to lead the club.", "No woman has ever led the club."),
        ("The captain would not start the match.", "The captain was on the bench."),
        ("The road is closed for the season.", "Nobody gets down to the harbour before autumn."),
        ("They promised to freeze fares for two years.", "And no fare increases for two years."),
        ("The gate was locked.", "The gate was shut."),
        ("No trains ran on Monday.", "Trains to the coast were cancelled."),
        ("No pupil's records were taken.", "The records of forty teachers were taken."),
        ("The guests were let in at no charge.", "She was charged with letting guests in."),
        ("查封十二幅尚未上色的画布", "检验员说,画布要到来年才上架"),
        ("The post was never filled.", "He went off to work for a bank."),
        ("The ferry has no bar.", "People write that the ferry has a bar, and it hasn't."),
    ],
)
def test_a_denial_of_something_else_is_none(a: str, b: str) -> None:
    """What is denied must be what the other says."""
    assert not denies(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The goalkeeper refused to join Halden United.", "Halden United had tried all summer to get him to join."),
        ("The ministry did not approve the merger.", "The banks were seeking to approve the merger by June."),
        ("老店拒绝被连锁集团收购", "集团一直在努力收购各地的老店"),
        ("法院没有批准保释", "律师希望法院批准保释"),
    ],
)
def test_what_somebody_only_tries_or_wants_is_not_denied(a: str, b: str) -> None:
    """Who is turned down has tried; that the deed was done would contradict."""
    assert not denies(a, b)


def test_a_deed_that_was_done_is_denied_beside_a_wish() -> None:
    """The wish must stand before the deed, in its clause."""
    assert denies("法院没有批准保释", "律师希望尽快,法院昨天批准保释")
    assert denies("The ministry did not approve the merger.", "As hoped, the ministry approved the merger.")


def test_a_deed_of_one_character_is_denied_of_the_same_person() -> None:
    """没有写是纪云山叫人删的: what he did stands right before 的."""
    a, b, c = (
        features_of(text, entities=["纪云山", "陆川"])
        for text in ("报告没有写是纪云山叫人删的", "纪云山删去了照片", "陆川删去了照片")
    )
    assert denied(Pair(a, b)) is not None
    assert denied(Pair(a, c)) is None


def test_a_refusal_may_be_left_out() -> None:
    """Where it is less sure that both are of one thing."""
    pair = Pair(features_of("The porter refused the offer."), features_of("She made an offer to the porter."))
    assert denied(pair) is not None
    assert denied(pair, refused=False) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("协会规定非会员选手自付旅费", "会员选手的名单周五公布"),
        ("她常说最大的失败就是不敢尝试", "她说自己尝试过三次"),
    ],
)
def test_a_prefix_and_what_something_consists_in_deny_nothing(a: str, b: str) -> None:
    """Those who are no members are some people; what failure is has not been said of anybody."""
    assert not denies(a, b)
