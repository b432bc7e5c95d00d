"""Who says what a clause says."""

import pytest

from claims.features.attribution import attribution, is_silence
from claims.features.cues import plain


def who(text: str, language: str) -> str | None:
    """The source of a clause; None when it names none."""
    said = attribution(plain(text), 0, len(text), language)
    return said.who if said else None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("市长徐建邦表示，堤防已经修复", "市长徐建邦"),
        ("他在社交媒体发帖表示这是误会", "他"),
        ("根据气象署资料，风速达17级", "气象署"),
        ("据路透社10月10日报道，公司聘请了顾问", "路透社"),
        ("三楼一位大哥跟我说，抽屉里还有现金", "三楼一位大哥"),
        ("或者说，这段日子太短", None),
        ("据知情人士透露，合同已经签署", "知情人士"),
        ("据报道公司裁员三成", "据报道"),
        ("财报显示营收下降", "财报"),
        ("案情指，被告骗取1亿元", "案情"),
        ("直言公司浪费资源", ""),
        ("公司去年亏损3亿元", None),
        ("这家公司名称没有改变", None),
        ("「他說會來」的傳聞已經平息", None),
        ("国民党否认相关指控", None),
        ("警方暂时没有证实此事", None),
        ("公司没有回应", None),
        ("OpenAI能让人才回流的现象也表明单靠钱不够", None),
    ],
)
def test_chinese_sources(text: str, source: str | None) -> None:
    """Verbs of saying and phrases with 据 name a source; the same characters in other words do not."""
    assert who(text, "zh") == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Officials said at least five people died", "officials"),
        ("Turnout rose 11 points, said Priya Raman", "priya raman"),
        ("“We won,” she told supporters", "she"),
        ("The toll rose to nine, according to the health ministry", "the health ministry"),
        ("Pennung Warnitchai, a professor, said the tower should have survived", "pennung warnitchai"),
        ("Chief Executive Karin Lindqvist told analysts it was final", "chief executive karin lindqvist"),
        ("The club reportedly paid six million", "reports"),
        ("It reported revenue of $612 million", None),
        ("She declined to say how many jobs would go", None),
        ("A group called Brackenridge Forward paid for it", None),
    ],
)
def test_english_sources(text: str, source: str | None) -> None:
    """The source stands before its verb, after it, or in a phrase."""
    assert who(text, "en") == source


@pytest.mark.parametrize(
    ("text", "language"), [("有人嘲讽他花钱买不到冠军", "zh"), ("Some people say it is over", "en")]
)
def test_nobody_in_particular(text: str, language: str) -> None:
    """What some people say is opinion."""
    said = attribution(plain(text), 0, len(text), language)
    assert said
    assert said.anyone


def test_sources_without_a_name_are_marked() -> None:
    """知情人士 is a source, and an unnamed one."""
    said = attribution("据知情人士透露,合同已经签署", 0, 14, "zh")
    assert said
    assert said.unnamed


def test_silence_is_no_statement() -> None:
    """To decline to comment is to say nothing."""
    assert is_silence("公司拒绝评论", "zh")
    assert is_silence("calloway did not respond to a request for comment", "en")
    assert not is_silence("公司表示遗憾", "zh")
