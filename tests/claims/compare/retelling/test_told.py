"""Claims that answer to each other in two accounts of one story: what they make of it is compared, not their words."""

from datetime import date

import pytest

from claims.compare import Comparison, Retelling, compare, features_of
from claims.model import Facet, RelationKind

DAY = date(2025, 5, 14)
TIES = ("few other claims give that figure",)


def both(
    a: str, b: str, *, score: float = 0.9, mutual: bool = True, others: bool = False, tied: bool = True
) -> Comparison:
    """How two claims stand that answer to each other."""
    one, other = features_of(a, date=DAY), features_of(b, date=DAY)
    return compare(one, other, told=Retelling(score, mutual, others, tied, ties=TIES))


@pytest.mark.parametrize(
    ("a", "b", "facet"),
    [
        (
            "Her broker, Sam Odell, will get a fee of £3 million.",
            "Odell's share is one and a half million, I hear.",
            Facet.QUANTITY,
        ),
        (
            "Pell had her hearing at the county court on Tuesday morning.",
            "The hearing, that was on Thursday evening, at the court house.",
            Facet.DATE,
        ),
        (
            "The dairy denied that it had emptied its tanks into the river.",
            "The tanks at the dairy were emptied into the river at dawn.",
            Facet.POLARITY,
        ),
        (
            "In a note to staff last month the bursar wrote that she first heard of the theft on 16 April.",
            "Emails show that the bursar was told of the theft on 4 April.",
            Facet.DATE,
        ),
        ("The coach, Dario Pell, resigned in May.", "Dario Pell was sacked in May for shouting.", Facet.POLARITY),
        ("The museum in Orrin will reopen on Friday.", "The museum stays shut until Monday.", Facet.POLARITY),
        ("All seven sirens had sounded, said the mayor.", "Three of the seven sirens stayed silent.", Facet.QUANTITY),
        ("厂方称从未与她签订保密协议。", "她手里是有保密协议的，签了两年。", Facet.POLARITY),
        (
            "The council said the plan would cost 40 million.",
            "Its own clerks have put the bill at 65 million.",
            Facet.QUANTITY,
        ),
        ("The blast hurt 41 others in the mill.", "The blast in the mill hurt 58.", Facet.QUANTITY),
        ("The bakery was founded in 1954.", "Her grandfather had set up the bakery in 1949.", Facet.DATE),
        ("Turnout was 68.4 per cent, the highest since 1998.", "Turnout was just under 65 per cent.", Facet.QUANTITY),
        ("新馆明年6月开放", "新馆要到后年才开得了", Facet.DATE),
        ("公司將裁員320人", "同一天公司说要裁掉四百一十个人", Facet.QUANTITY),
        ("工會將於19日到勞動局陳情", "他们下周一[2025-05-26]才去劳动局陈情，我已打电话问过了", Facet.DATE),
        (
            "They were told to leave the quay at nine on Monday[2025-05-12] evening.",
            "The order to leave the quay came at a quarter past one, and by that time they had water in the cellar.",
            Facet.DATE,
        ),
    ],
)
def test_what_cannot_both_be_true_is_a_conflict(a: str, b: str, facet: Facet) -> None:
    """Another amount of the same sort, another day, a denial: in other words than the other's."""
    found = both(a, b)
    assert (found.kind, found.facet) == (RelationKind.CONFLICTS, facet)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The choir was away for six weeks in spring.", "They were gone a month and a half, in spring."),
        ("The mill lost two people within a day.", "In all the mill has lost forty people since 2010."),
        ("The fund will pay £3 million this year.", "The fund paid £2 million last year."),
        ("The fund paid £3 million in all.", "The fund paid £2 million in May alone."),
        ("Nine villagers are dead, the sheriff said.", "Four of the dead lay in the mill, says the sheriff."),
        ("Her broker, Sam Odell, will get a fee of £3 million.", "Odell's share is ninety million, I hear."),
        ("对照组的比例是27%。", "人家的对照组是36%。"),
    ],
)
def test_what_may_both_be_true_is_none(a: str, b: str) -> None:
    """Rounded to another unit, planned and done, all and a part, one's own and another's; and amounts too far apart."""
    assert both(a, b).kind is not RelationKind.CONFLICTS


def test_one_thing_in_other_words_is_agreement() -> None:
    """No likeness of words is asked for: that nothing else tells of it shows that both do."""
    found = both("Power was cut to 11,000 homes.", "At the worst, eleven thousand households sat in the dark.")
    assert found.kind is RelationKind.CORROBORATES
    assert set(TIES) <= set(found.reasons)


def test_the_one_with_more_details_refines_the_other() -> None:
    """Amounts and days of its own make the difference."""
    a = "The trust has promised help to those who lost their boats."
    b = "The trust's help for the boats is 40,000 crowns, 15,000 of it by 1 June, the rest in 2026."
    found = both(a, b)
    assert found.kind is RelationKind.REFINES
    assert found.direction in {"a_to_b", "b_to_a"}
    assert both(b, a).direction != found.direction


@pytest.mark.parametrize(("others", "tied"), [(True, True), (False, False)])
def test_less_than_sure_is_nothing(*, others: bool, tied: bool) -> None:
    """Of two who name others, and of two that were not chosen for each other, nothing is said."""
    a, b = "The harbour road is closed for the season.", "Nobody gets down to the quay before autumn."
    assert both(a, b, score=0.6, others=others, tied=tied).kind is None


def test_a_pair_that_was_not_chosen_may_still_clash() -> None:
    """Who gives another amount shares less with the other one: what clashes shows that they are of one thing."""
    a, b = "Her broker, Sam Odell, will get a fee of £3 million.", "Odell's share is one and a half million, I hear."
    assert both(a, b, score=0.6, mutual=False, tied=False).kind is RelationKind.CONFLICTS


def test_a_clash_needs_both_to_answer_to_each_other() -> None:
    """A part of a longer claim may agree with it; it does not clash."""
    a, b = "Her broker, Sam Odell, will get a fee of £3 million.", "Odell's share is one and a half million, I hear."
    assert both(a, b, mutual=False).kind is not RelationKind.CONFLICTS


def test_contraries_of_one_thing_clash_though_the_tie_is_weak() -> None:
    """Of two Chinese claims that tell contraries of one thing, a weak tie is enough."""
    a, b = features_of("渔船的执照还在有效期内。", date=DAY), features_of("漁船的執照三月就過期了。", date=DAY)
    told = Retelling(0.1, mutual=False, tied=False, best=False)
    assert compare(a, b, told=told).kind is RelationKind.CONFLICTS


def test_what_is_barely_tied_does_not_agree() -> None:
    """A name alone shows that both speak of somebody, not that they tell the same of him."""
    a, b = features_of("Ms Quill heads the trust.", date=DAY), features_of("Ms Quill hung up.", date=DAY)
    kinds = [compare(a, b, told=Retelling(0.8, mutual=True, barely=barely)).kind for barely in (False, True)]
    assert kinds == [RelationKind.CORROBORATES, None]


def test_contraries_clash_though_the_words_are_much_alike() -> None:
    """A vote for it and a vote against it share most of their words."""
    assert both("The senator voted for the bill.", "The senator voted no.").kind is RelationKind.CONFLICTS


@pytest.mark.parametrize("pair", [("The mill burned down.", "The old mill is gone."), ("他周一离职。", "周一他走了。")])
def test_the_order_of_the_two_changes_nothing(pair: tuple[str, str]) -> None:
    """Kind, facet and score are the same either way."""
    one, other = both(*pair), both(*reversed(pair))
    assert (one.kind, one.facet, one.score) == (other.kind, other.facet, other.score)


def test_words_of_its_own_do_not_part_what_is_tied_firmly() -> None:
    """Where each of two figures answers to the other alone, they are of one thing after all."""
    one = features_of("許曼寧創業前曾在大阪一家造船廠任職八年", date=DAY)
    other = features_of("许曼宁在大阪那家造船厂其实只干了六年", date=DAY)
    loosely, firmly = (
        compare(one, other, told=Retelling(0.95, mutual=True, best=True, rivals=much)) for much in (0.0, 0.6)
    )
    assert loosely.kind is None
    assert (firmly.kind, firmly.facet) == (RelationKind.CONFLICTS, Facet.QUANTITY)


def test_how_far_a_denial_reaches_is_not_known_in_speech_without_stops() -> None:
    """What is denied there may be anything in front of it or behind it."""
    plain = "消息傳出後，新磊股價今天一開盤就跌停"
    assert both(plain, "她现在管着家里的基金会股票就不用说了周二直接跌停").kind is not RelationKind.CONFLICTS
    assert both(plain, "新磊股价今天没有跌停").kind is RelationKind.CONFLICTS
