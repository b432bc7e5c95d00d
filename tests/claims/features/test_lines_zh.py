"""Lines of a Chinese transcript are told apart by what they say."""

import pytest

from claims.features.lines_zh import announces, apart, line_leans_back, line_leans_forward, stands


@pytest.mark.parametrize(
    "line",
    [
        "大部分人身上都没穿救生衣",
        "另外一家公司每天多跑四班",
        "下半场对面换了两个前锋",
        "那边每天八千份",
        "救生衣全锁在后舱的柜子里",
        "进去的是三个人",
        "他去年四月才上的任",
        "车顶整个凹进去",
        "国产动画里头排第七",
    ],
)
def test_a_line_with_a_predicate_stands(line: str) -> None:
    """An adverb behind a subject, a verb with its amount, a place or what it is: 都没穿, 多跑四班, 锁在柜子里."""
    assert stands(line)


@pytest.mark.parametrize("line", ["营地的温度", "一支十二人的考察队", "公司的一位发言人", "曜林光学", "主要的原因"])
def test_a_line_that_only_names_something_does_not(line: str) -> None:
    """A noun with all that describes it says nothing yet."""
    assert not stands(line)


@pytest.mark.parametrize(
    "line",
    [
        "那谁来接这个摊子",
        "先说人数",
        "气人不气人",
        "我是阿凯",
        "这里是午间科学十分钟",
        "晕船的朋友记得带药",
        "今天先不聊美食了",
    ],
)
def test_questions_topics_and_words_to_the_audience_stand_apart(line: str) -> None:
    """They are no part of what is told above and below."""
    assert apart(line)


@pytest.mark.parametrize("line", ["他说船没反应", "我是从后门出去的", "记者看见船靠了岸", "先前的船长姓谢"])
def test_what_is_told_is_not_apart(line: str) -> None:
    """Words of saying, seeing and being in a report make no topic and no greeting."""
    assert not apart(line)


def test_a_topic_is_announced_in_any_kind_of_text() -> None:
    """接着讲钱 is a topic; 接着讲了三个小时 is told of somebody."""
    assert announces("接着讲钱")
    assert not announces("接着讲了三个小时")


@pytest.mark.parametrize(
    ("line", "below", "leans"),
    [
        ("二十多个同事一起出来玩的", "你说多扫兴", False),
        ("他走的时候是拄着拐的", "俱乐部那边还没出公告", False),
        ("最严重的", "是导游", True),
        ("新日子得等到九月再公布", "隔天那场没唱成", False),
        ("公司昨天公布", "三季度亏了四亿", True),
        ("平时过去不到一个小时", "现在得坐一个半小时", False),
        ("这个项目总共花了", "一千一百万欧元", True),
        ("开在苏州的一条步行街上", "现在有一千多家", False),
        ("公路局说那个路段", "去年才补强过", True),
        ("我只能说一般般", "总经理出来鞠躬了", False),
        ("车上坐的都是", "从嘉义来的员工", True),
        ("其中一人失去了一截手指", "冰芯会被切开", False),
    ],
)
def test_a_line_leans_on_the_one_below(line: str, below: str, leans: bool) -> None:
    """的, a place and a verb of saying close a line that says something; a name, a cause or an open verb does not."""
    assert line_leans_forward(line, below) is leans


def test_a_line_that_only_adds_leans_back() -> None:
    """A list goes on with the line above; a clause with a subject of its own does not."""
    assert line_leans_back("包括工程师和销售人员")
    assert not line_leans_back("大头都在潭子那个厂")
