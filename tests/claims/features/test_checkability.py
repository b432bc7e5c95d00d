"""Facts are told apart from opinion, advice, prediction and talk."""

import pytest

from claims.features.checkability import Evidence, judge
from claims.features.cues import plain


def kind(text: str, language: str = "zh", place: str = "article", evidence: Evidence | None = None) -> str | None:
    """What a clause is when it is no fact; None for a fact."""
    return judge(plain(text), language, place, evidence or Evidence()).kind


@pytest.mark.parametrize(
    "text", ["公司宣布裁员", "他加入了另一家公司", "桥梁在周一倒塌", "选举委员会公布了结果", "三名乘客受伤"]
)
def test_events_are_facts(text: str) -> None:
    """A verb of happening is enough in a report."""
    assert kind(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("这无疑给整个行业敲响了警钟", "opinion"),
        ("想要成功就必须付出", "advice"),
        ("我们频道会持续关注", "address"),
        ("为什么总是这样呢", "rhetorical"),
        ("一场好戏就此拉开帷幕", "framing"),
    ],
)
def test_talk_is_no_fact(text: str, expected: str) -> None:
    """Each kind of talk has its cues."""
    assert kind(text, place="transcript") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("渡船在晚间九点五十分离港", "zh"),
        ("所幸堤坝没有决口", "zh"),
        ("馆里新来了一只恐龙骨架", "zh"),
        ("她跑完了北京马拉松", "zh"),
        ("fortunately the dam held through the night", "en"),
        ("everyone on the list is being offered a new flat", "en"),
        ("whatever you may have read, the pier was sold in march", "en"),
        ("three anglers were taken off the good hope by a trawler", "en"),
        ("the clerk told me that the vault had been empty since may", "en"),
    ],
)
def test_what_only_looks_like_talk_is_a_fact(text: str, language: str) -> None:
    """Ten minutes are no degree; who finds a fact fortunate still tells it, and so does who says who told him."""
    assert kind(text, language) is None


def test_an_opinion_with_a_named_source_can_be_checked() -> None:
    """That somebody said it is a fact."""
    assert kind("吴佩玲认为罚则显然太轻", evidence=Evidence(names=1, source=True, carried=True)) is None


def test_what_anyone_says_is_opinion() -> None:
    """有人 stands for nobody."""
    assert kind("有人认为罚则太轻", evidence=Evidence(source=True, anyone=True)) == "opinion"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the company cut 300 jobs on monday", None),
        ("honestly it's been painful to watch", "opinion"),
        ("let me know what you think", "address"),
        ("so who's going to replace him", "rhetorical"),
    ],
)
def test_english_speech(text: str, expected: str | None) -> None:
    """The same holds for English."""
    assert kind(text, "en", "transcript") == expected


@pytest.mark.parametrize(
    "text",
    [
        "警方至今没有拘留任何人",
        "法院尚未通知任何人",
        "船上只有九件救生衣",
        "合格的只有三成",
        "意外发生在清晨五点",
        "意外发生于一处工地",
    ],
)
def test_a_word_of_a_rule_of_life_in_a_report_is_no_rule(text: str) -> None:
    """Nobody, an amount after 只有 and the place of an accident are reported, not judged."""
    assert kind(text) is None


@pytest.mark.parametrize("text", ["任何人都会犯错", "只有努力才能成功", "只有两个人一起努力才行"])
def test_rules_of_life_stay_advice(text: str) -> None:
    """Without a denial or an amount the same words speak of everybody and always."""
    assert kind(text) == "advice"


def test_a_figure_of_this_time_is_a_fact() -> None:
    """What begins with 这次 comments on the whole, but not where it gives a figure."""
    assert kind("这次最低的报价是四百二十元", evidence=Evidence(counted=True)) is None
    assert kind("这次真让人失望") == "opinion"


@pytest.mark.parametrize("text", ["大部分人身上都没穿救生衣", "这条线要停到十三号", "救生衣全锁在后舱的柜子里"])
def test_a_plain_line_of_speech_is_a_fact(text: str) -> None:
    """It needs no figure, name or date, only a predicate and nothing that speaks against it."""
    assert kind(text, place="transcript") is None


@pytest.mark.parametrize("text", ["那谁来接这个摊子", "先说人数", "我是阿凯", "营地的温度", "接下来聊聊钱"])
def test_an_aside_of_a_speaker_is_no_fact(text: str) -> None:
    """He asks, names his next topic or himself, or only names something."""
    assert kind(text, place="transcript") is not None
