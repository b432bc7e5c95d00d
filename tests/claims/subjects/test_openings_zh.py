"""How Chinese clauses begin that name nobody."""

import pytest

from claims.subjects import openings_zh


@pytest.mark.parametrize(
    "clause", ["2014年获得清华大学博士学位", "下个月将加入该实验室", "此前在远山集团担任首席技术官", "还主导了两个项目"]
)
def test_times_and_adverbs_may_stand_before_a_predicate_without_a_subject(clause: str) -> None:
    """They are passed over; what follows is a verb."""
    assert openings_zh.dropped(clause)


@pytest.mark.parametrize(
    "clause", ["去年实验室的离职率达到27%", "本周有两位研究员离职", "治疗组有两人退出", "市场普遍看好"]
)
def test_a_noun_before_the_verb_is_a_subject(clause: str) -> None:
    """Also behind a time."""
    assert not openings_zh.dropped(clause)


def test_what_one_has_tells_of_what_sort_one_is() -> None:
    """A person has parents, a company an address, a product a price; 总部的 is something else again."""
    assert [openings_zh.part(text) for text in ("父母都是工人", "总部设在杭州", "售价198元", "总部的员工罢工")] == [
        "person",
        "body",
        "thing",
        None,
    ]


def test_the_noun_of_what_points_back() -> None:
    """The word that shows one thing is taken off."""
    assert [openings_zh.noun_of(text) for text in ("这款软件", "该公司", "董事长")] == ["软件", "公司", "董事长"]
