"""Documents become claims."""

from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract import Extraction, extract
from claims.model import Certainty, Checkability, Kind
from tests.claims.stories import DAYS, Score, score, story

DAY = date(2025, 8, 26)


@cache
def scored(name: str) -> Score:
    """The score of one story."""
    told = story(name)
    return score(told, told.extract())


@pytest.mark.parametrize("name", DAYS)
def test_most_assertions_are_found_and_little_else(name: str) -> None:
    """On every story recall, precision and F1 stay above their floors."""
    result = scored(name)
    assert result.recall >= 0.80
    assert result.precision >= 0.75
    assert result.f1 >= 0.80


@pytest.mark.parametrize("name", DAYS)
def test_certainty_and_claimant_are_mostly_right(name: str) -> None:
    """On the claims found, how surely and by whom they are said agrees with the labels."""
    result = scored(name)
    assert result.certainty >= 0.80
    assert result.claimant >= 0.80


PIECES = [
    *(
        "他",
        "她",
        "公司",
        "宣布",
        "辞职",
        "，",
        "。",
        "“",
        "”",
        "（",
        "）",
        "据报道",
        "表示",
        "可能",
        "年",
        "的",
        "了",
        "王明",
    ),
    *(
        "12",
        "Meta",
        "：",
        "?",
        "!",
        "—",
        "《",
        "》",
        "・",
        "😀",
        "İ",
        "ß",
        "\n",
        "\t",
        "\u3000",
        "\x00",
        "\ud800",
        '"',
        "(",
    ),
    *(
        " said ",
        "the ",
        "company",
        ", and ",
        "fell",
        ". ",
        ")",
        "- ",
        "1. ",
        "Mr. ",
        "Inc. ",
        "U.S. ",
        "HOST: ",
        "https://a.b",
    ),
]
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


def shape(text: str, found: Extraction) -> None:
    """Assert what holds for every extraction."""
    spans = [(c.start, c.end) for c in found.claims]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for claim in found.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.checkability is Checkability.CHECKABLE
        assert claim.statement
        assert claim.repeats is None or 0 <= claim.repeats < len(spans)
        parts = [(p.start, p.end, p.text) for p in claim.quantities] + [(p.start, p.end, p.text) for p in claim.dates]
        for start, end, words in parts:
            assert start is not None
            assert end is not None
            assert claim.start <= start < end <= claim.end
            assert text[start:end] == words
    others = [(n.start, n.end) for n in found.non_claims]
    assert others == sorted(others)
    assert all(0 <= start < end <= len(text) for start, end in others)
    assert not any(a < d and c < b for a, b in spans for c, d in others)
    assert all(text[hint.start : hint.end] == hint.heard for hint in found.hints)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_any_text_gives_exact_ordered_spans(text: str) -> None:
    """Nothing raises; quotes are stretches of the text, in order, and apart from one another."""
    shape(text, extract(text, reference=DAY))


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from(["article", "transcript"]), st.sampled_from(["zh-Hant", "zh-Hans", "en", None]))
def test_the_same_text_gives_the_same_claims(text: str, genre: str, language: str | None) -> None:
    """Two runs agree, whatever genre and language are named."""
    first = extract(text, language=language, genre=genre)
    assert first == extract(text, language=language, genre=genre)


@pytest.mark.parametrize(
    "piece", ["“", "(", "a ", "的", "，他说", "他说，", ", and said ", "据", "\n", "- ", "王", "A.", "一", "》《"]
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    """The same thing over and over is read through once; the test would not end otherwise."""
    extract(piece * 20_000)


def test_two_facts_in_one_sentence_are_two_claims_and_the_subject_carries() -> None:
    """The second claim has no subject in the text and gets one in its statement."""
    found = extract("林书雅2015年毕业于北岭大学，随后加入零阻科技担任工程师。", reference=DAY)
    assert [c.statement for c in found.claims] == [
        "林书雅2015年毕业于北岭大学",
        "[林书雅]随后加入零阻科技担任工程师",
    ]


def test_a_relative_day_is_resolved_in_brackets() -> None:
    """今天 says in the statement which day it is; the quote keeps the words of the document."""
    (claim,) = extract("今天有两名工程师宣布离开零阻科技公司。", reference=DAY).claims
    assert claim.statement == "今天[2025-08-26]有两名工程师宣布离开零阻科技公司"
    assert (claim.dates[0].first, claim.dates[0].last) == ("2025-08-26", "2025-08-26")


def test_without_a_day_nothing_is_resolved() -> None:
    """A document without a date leaves 今天 as it stands."""
    (claim,) = extract("今天有两名工程师宣布离开零阻科技公司。").claims
    assert claim.statement == "今天有两名工程师宣布离开零阻科技公司"


def test_a_pronoun_is_explained_by_the_person_named_before() -> None:
    """He is who was named last."""
    found = extract("Karin Lindqvist joined Orvane in 2019. She previously ran the surgery unit at Medgrove.")
    assert found.claims[1].statement == "She [Karin Lindqvist] previously ran the surgery unit at Medgrove"


def test_bullets_under_an_introduction_keep_its_source() -> None:
    """Who introduces a list says what stands in it."""
    text = (
        "报告作者何景行指出公司存在以下问题：\n\n• 研发预算削减了两成\n\n• 三名主管在半年内离职\n\n公司在上海设有总部。"
    )
    found = extract(text)
    assert [c.claimant for c in found.claims] == ["何景行", "何景行", None]


def test_a_list_of_furniture_is_no_claim() -> None:
    """Navigation, bylines, captions, links and disclaimers are kept as what they are."""
    text = (
        "首页 > 财经 > 正文\n\n作者：李明\n\n2024-05-06 10:20\n\n蓝岭汽车周一宣布裁员300人。\n\n"
        "（图／公司提供）\n\n相关阅读\n蓝岭汽车上季亏损扩大\n\n免责声明：本文仅供参考。"
    )
    found = extract(text)
    assert [text[c.start : c.end] for c in found.claims] == ["蓝岭汽车周一宣布裁员300人"]
    assert {n.kind for n in found.non_claims} == {"boilerplate", "disclaimer"}


def test_a_repeated_statement_points_at_the_first() -> None:
    """Said twice in one document it is one source."""
    found = extract("数据显示，蓝岭汽车交付了11万辆新车。公司在成都开设了门店。数据显示，蓝岭汽车交付了11万辆新车。")
    assert [c.repeats for c in found.claims] == [None, None, 0]


def test_opinion_question_and_address_are_no_claims() -> None:
    """What the speaker feels, asks and tells his audience is told apart."""
    found = extract("这场危机给整个行业敲响了警钟。你会怎么选？我们下期再见。\n\n公司去年亏损3亿元。")
    assert [c.statement for c in found.claims] == ["公司去年亏损3亿元"]


def test_a_few_words_without_a_verb_are_no_claim() -> None:
    """A speaker's turns and topics assert nothing, unless they give a figure."""
    found = extract("Morning, Ana. Right, so, the big one. The bridge reopened. About the mayor. Two hundred lorries.")
    assert [c.statement for c in found.claims] == ["The bridge reopened", "Two hundred lorries"]


def test_a_quotation_is_one_claim_of_its_speaker() -> None:
    """Several sentences in one pair of marks stay together."""
    (claim,) = extract('"We looked again. Nothing had changed," Joel Pratt said on Friday.').claims
    assert claim.claimant == "Joel Pratt"
    assert claim.kind is Kind.QUOTATION


def test_plans_hedges_and_rumours_are_told_apart() -> None:
    """The certainty follows the words."""
    found = extract(
        "The club plans to sign two defenders in May. Officials said the toll may rise to 40. "
        "The fire is believed to have started in a kitchen. The bridge fell on Monday."
    )
    assert [c.certainty for c in found.claims] == [
        Certainty.PLANNED,
        Certainty.HEDGED,
        Certainty.SPECULATED,
        Certainty.ASSERTED,
    ]


def test_speakers_of_a_dialogue_are_the_claimants_of_what_they_assert() -> None:
    """The host speaks for the programme, a guest for himself."""
    text = (
        "HOST: The central bank cut rates by a quarter point on Wednesday.\n"
        "OKAFOR: The unemployment rate has climbed to 4.4 percent.\n"
        "HOST: Three members of the committee dissented.\n"
        "OKAFOR: Inflation was 2.8 percent in October.\n"
    )
    assert [c.claimant for c in extract(text).claims] == [None, "OKAFOR", None, "OKAFOR"]


def test_a_name_cut_by_a_line_break_is_hinted_at() -> None:
    """The hint offers the whole name; the quote is left alone."""
    text = "他宣布\n离开工作了五年的公司\n担任Lumen\nly的首席技术官\n" + "这家公司成立于2019年\n总部位于波士顿\n" * 3
    assert [(h.heard, h.suggested) for h in extract(text, genre="transcript").hints] == [("Lumen\nly", "Lumen.ly")]


def test_lines_of_speech_are_claims_of_their_own() -> None:
    """Neither a question nor a word to the audience before a line makes it no claim, nor plain words in it."""
    text = (
        "大家好\n我是小林\n先说人\n船上一共一百五十四个人\n你说多扫兴\n大部分人身上都没穿救生衣\n为什么呢\n"
        "救生衣全锁在后舱的柜子里\n这条线要停到十三号\n晕船的朋友记得带药\n"
    )
    assert [claim.statement for claim in extract(text, genre="transcript").claims] == [
        "船上一共一百五十四个人",
        "大部分人身上都没穿救生衣",
        "救生衣全锁在后舱的柜子里",
        "这条线要停到十三号",
    ]
