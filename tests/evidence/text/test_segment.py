"""Passages have exact offsets, stand in order, and leave out nothing but white space."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.segment import CHINESE_SENTENCE, lines, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evidence.model import Passage

any_text = st.text(st.characters(codec=None, categories=None)) | st.text(
    st.sampled_from("水涨了 Mr. sAb\n\r\t\u3000。！？；…!?;.,」』”）)\"'但\u2028\x85\ud800😀"), max_size=120
)


def cut(text: str, passages: "Iterable[Passage]") -> list[str]:
    """The words of the passages."""
    return [text[passage.start : passage.end] for passage in passages]


def check(text: str, passages: "list[Passage]") -> None:
    """Assert that the passages are in order, apart, trimmed, and that only white space is between them."""
    last = 0
    for passage in passages:
        assert passage.start >= last
        assert text[last : passage.start].strip() == ""
        words = text[passage.start : passage.end]
        assert words == words.strip() != ""
        last = passage.end
    assert text[last:].strip() == ""


@given(any_text)
def test_lines_lose_only_white_space(text: str) -> None:
    """Every line with something on it is a passage, and none holds a line end."""
    passages = list(lines(text))
    check(text, passages)
    assert not any("\n" in words or "\r" in words for words in cut(text, passages))


@given(any_text, st.sampled_from(["zh-Hant", "zh-Hans", "en", "und", "de", "ja"]))
def test_sentences_lose_only_white_space(text: str, language: str) -> None:
    """Whatever the text and the language, no word is lost, doubled or moved."""
    check(text, list(sentences(text, language)))


def test_lines_end_with_any_line_end() -> None:
    """Newline, carriage return, or both, and white space around a line does not count."""
    text = "Flood\r\n  Mayor \r\rDam\n\n\u3000水位\t"
    assert cut(text, lines(text)) == ["Flood", "Mayor", "Dam", "水位"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江水涨了三米。四个村庄被淹！谁负责？", ["江水涨了三米。", "四个村庄被淹！", "谁负责？"]),
        ("市長說：「沒有人死亡。」他隨後離開。", ["市長說：「沒有人死亡。」", "他隨後離開。"]),
        ("他问：“真的吗？！”没有人回答……", ["他问：“真的吗？！”", "没有人回答……"]),
        ("营收增长18%；净利润下降。（见第3页。）", ["营收增长18%；", "净利润下降。", "（见第3页。）"]),
        ("他说……也许会赢", ["他说……也许会赢"]),
        ("市长辞职了!真的?", ["市长辞职了!", "真的?"]),
        ("水位为3.5米. 雨还在下", ["水位为3.5米.", "雨还在下"]),
        ("Northwind Inc. 收购了 Yahoo!x 的部门。完成", ["Northwind Inc. 收购了 Yahoo!x 的部门。", "完成"]),
    ],
)
def test_chinese_sentences_end_at_their_marks(text: str, expected: list[str]) -> None:
    """Closing quotation marks and brackets stay with the sentence they close."""
    assert cut(text, sentences(text, "zh-Hans")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Lin won by 3.5 points. He thanked them.", ["Mr. Lin won by 3.5 points.", "He thanked them."]),
        ('"We lost," he said. "Why?" Nobody knew. 😀 Ok.', ['"We lost," he said.', '"Why?"', "Nobody knew.", "😀 Ok."]),
    ],
)
def test_english_sentences_end_where_sentencex_ends_them(text: str, expected: list[str]) -> None:
    """Abbreviations and decimals do not end a sentence, and offsets are code points."""
    assert cut(text, sentences(text, "en")) == expected


def test_lines_of_an_article_stay_apart() -> None:
    """A heading without a full stop is not joined to the paragraph under it."""
    text = "洪水\n江水昨夜上涨了三米。下游被淹。\n市长道歉\n市长周一在记者会上道歉。\n他没有辞职。"
    expected = ["洪水", "江水昨夜上涨了三米。", "下游被淹。", "市长道歉", "市长周一在记者会上道歉。", "他没有辞职。"]
    assert cut(text, sentences(text, "zh-Hans")) == expected


def test_lines_of_a_transcript_are_put_together() -> None:
    """Up to a mark, a blank line, or a word that opens a new thought after enough has been said."""
    spoken = "昨天晚上\n下了很大的雨\n江水涨了三米\n学校停课。\n市长说\n没有人死亡\n\n下面是体育新闻\n客队\n赢了"
    expected = ["昨天晚上\n下了很大的雨\n江水涨了三米\n学校停课。", "市长说\n没有人死亡", "下面是体育新闻\n客队\n赢了"]
    assert cut(spoken, sentences(spoken, "zh-Hans")) == expected
    long = (
        "江水在六个小时里涨了三米\n下游有四个村庄都被淹了\n一共转移了一千二百多人\n"
        "但是还有人失联\n救援还在继续\n气象台预报说雨还要下两天\n"
    )
    assert cut(long, sentences(long, "zh-Hans")) == [long[: long.index("但是") - 1], long[long.index("但是") :].strip()]


def test_a_transcript_without_any_mark_is_cut_at_line_ends() -> None:
    """Passages stay as long as a sentence may be, and no line is cut in two."""
    text = "\n".join(["江水又涨了一米五", "四个村庄被水淹没"] * 40)
    words = cut(text, sentences(text, "zh-Hans"))
    assert all(len(passage) <= CHINESE_SENTENCE for passage in words)
    assert "\n".join(words) == text


def test_hard_wrapped_english_is_put_together() -> None:
    """Sentences of mail wrapped at a fixed width run over its line ends."""
    text = "The river rose three\nmetres in six hours,\nsaid the mayor. More\nthan 1,200 were\nmoved.\n\nNobody died."
    expected = ["The river rose three\nmetres in six hours,\nsaid the mayor.", "More\nthan 1,200 were\nmoved."]
    assert cut(text, sentences(text, "en")) == [*expected, "Nobody died."]
