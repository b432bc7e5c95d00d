"""What surrounds a report is told apart from it."""

import pytest

from claims.features.cues import plain
from claims.furniture import blocks, furniture_kind, genre_of


@pytest.mark.parametrize(
    ("line", "language", "kind"),
    [
        ("首页 > 财经 > 正文", "zh", "boilerplate"),
        ("記者林宜蓁／花蓮報導", "zh", "boilerplate"),
        ("2024-09-12 21:40 更新", "zh", "boilerplate"),
        ("免責聲明：本文內容僅供參考。", "zh", "disclaimer"),
        ("扫码关注公众号", "zh", "advertisement"),
        ("来源：新华社", "zh", "boilerplate"),
        ("编辑部昨天宣布停刊。", "zh", None),
        ("By Dana Whitcombe and Luis Ortega", "en", "boilerplate"),
        ("By Friday the river had risen four feet.", "en", None),
        ("Home | Politics | Sport", "en", "boilerplate"),
        ("Sign up for our morning newsletter", "en", "advertisement"),
        ("© 2023 Brackenridge Tribune. All rights reserved.", "en", "disclaimer"),
        ("Nov. 14, 2023, 6:02 p.m. ET", "en", "boilerplate"),
        ("Police closed the bridge on Monday.", "en", None),
    ],
)
def test_a_line_of_furniture_is_known_by_its_form(line: str, language: str, kind: str | None) -> None:
    """A sentence that begins with the same word is none."""
    assert furniture_kind(plain(line), language, "article") == kind


def test_the_genre_shows_in_the_shape_of_the_lines() -> None:
    """Short lines without marks are a transcript; wrapped prose and bullets are not."""
    spoken = "大家好\n今天我们来看\n这家公司的财报\n营收下降了两成\n利润只剩三亿\n股价当天跌了一成\n"
    wrapped = "The mayor resigned on Monday after a long\nfight with the council. She had served for\nnine years.\n" * 4
    assert genre_of(plain(spoken)) == "transcript"
    assert genre_of(plain(wrapped)) == "article"


def test_wrapped_lines_are_one_paragraph_and_bullets_stand_alone() -> None:
    """A paragraph goes on over its line breaks; each bullet is a block without its mark."""
    text = (
        "The mayor resigned on Monday after a very long fight\nwith the council.\n\n- One seat is vacant\n- Two left\n"
    )
    found = blocks(plain(text), "article", "en", text)
    assert [(b.kind, text[b.start : b.end]) for b in found] == [
        ("text", "The mayor resigned on Monday after a very long fight\nwith the council."),
        ("bullet", "One seat is vacant"),
        ("bullet", "Two left"),
    ]


def test_links_under_a_label_are_no_report() -> None:
    """The headlines under 相关阅读 belong to other reports."""
    text = "公司周一宣布裁员。\n\n相关阅读\n公司上季亏损扩大\n\n"
    assert [b.kind for b in blocks(plain(text), "article", "zh", text)] == ["text", "boilerplate", "boilerplate"]
