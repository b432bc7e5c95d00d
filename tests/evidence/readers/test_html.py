"""Pages give all their words; the article is told from its furniture, and nothing hostile comes through."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import Empty, EvidenceError, Undecodable, Unreadable
from evidence.model import MarkKind
from evidence.readers import ReadText
from evidence.readers.html import read
from tests.evidence.readers.reading import data, marked


def page(body: str, head: str = "") -> ReadText:
    """A page of this body, read."""
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def article(found: ReadText) -> str:
    """The text without its furniture."""
    text, at = "", 0
    for mark in found.marks:
        if mark.kind is MarkKind.FURNITURE:
            text += found.text[at : mark.start]
            at = max(at, mark.end)
    return text + found.text[at:]


def test_a_news_page_says_what_it_is() -> None:
    """Title, author, publisher, time of publication, canonical address and language."""
    found = read(data("news_en.html"))
    assert found.title == "Larch valley flood: 1,400 leave homes"
    assert (found.author, found.publisher, found.language) == ("Maria Kessel", "Ostrow Courier", "en")
    assert found.published == "2025-08-26T07:04:00+02:00"
    assert found.url == "https://courier.example/news/larch-flood"
    assert (found.encoding, found.media_type) == ("utf-8", "text/html")


def test_furniture_is_marked_and_not_lost() -> None:
    """Cookie notice, navigation, share bar, related links, disclaimer, comments, most read, footer."""
    found = read(data("news_en.html"))
    furniture = "\n".join(marked(found, MarkKind.FURNITURE))
    words = [
        "We use cookies to improve your experience.",
        "Accept all",
        "Business",
        "Share on Chirp Copy link",
        "Dam inspected in May",
        "Disclaimer: figures are preliminary and given without warranty.",
        "This was bound to happen sooner or later",
        "Why the trains stopped",
        "© 2025 Ostrow Courier. All rights reserved.",
    ]
    assert [one for one in words if one not in furniture] == []
    assert [one for one in words if one in article(found)] == []


def test_the_article_is_whole() -> None:
    """In reading order, from headline to last line, with what trafilatura passes over."""
    found = read(data("news_en.html"))
    lines = [line for line in article(found).splitlines() if line]
    assert lines[0] == "Larch valley flood: 1,400 leave homes"
    assert lines[2] == "The Larch at Ostrow on Tuesday. Photo: Jo Ek"
    assert lines[3].startswith("Water levels in the Larch valley rose by 3.2 metres within six hours")
    assert lines[-1] == "The state government promised emergency aid of between 40 and 50 million euros."
    assert len(lines) == 15


def test_elements_become_marks() -> None:
    """Headings, list items, block quotes, captions and tables of data."""
    found = read(data("news_en.html"))
    assert marked(found, MarkKind.HEADING)[:2] == ["Larch valley flood: 1,400 leave homes", "What failed"]
    assert marked(found, MarkKind.LIST_ITEM)[2] == "Four villages were cut off."
    assert marked(found, MarkKind.QUOTATION) == ["Nobody told us that the pumps were switched off."]
    assert marked(found, MarkKind.CAPTION) == ["The Larch at Ostrow on Tuesday. Photo: Jo Ek", "Water levels"]
    assert marked(found, MarkKind.TABLE) == ["Water levels\nPlace\tLevel\nOstrow\t6.1 m\nLind\t4.8 m"]


def test_what_nobody_sees_is_left_out() -> None:
    """Scripts, styles, comments, hidden elements."""
    assert "hidden script words" not in read(data("news_en.html")).text
    assert "invisible" not in read(data("news_en.html")).text
    unseen = (
        "<!-- a --><template>b</template><noscript>c</noscript><p hidden>d</p>"
        "<div style='DISPLAY : none'>e<p>f</p></div><textarea>g</textarea><dialog>h</dialog><svg><text>i</text></svg>"
    )
    assert page(f"{unseen}<p>seen</p>tail").text == "seen\n\ntail"


def test_a_page_in_big5_laid_out_with_tables_is_read() -> None:
    """By the encoding that it names; line ends of its source between characters leave no space."""
    found = read(data("news_zh_hant_big5.html"))
    assert found.encoding == "cp950"
    assert found.title == "渡輪擱淺 二百一十二人獲救"
    assert found.published == "2025-03-04T09:15:00"
    assert "三小時內全部獲救，其中11人受輕傷，送醫後已無大礙。\n\n該船1998年下水" in article(found)
    assert marked(found, MarkKind.TABLE) == ["項目\t數字\n乘客\t212\n船員\t18"]
    assert article(found).startswith("渡輪擱淺 二百一十二人獲救") or article(found).strip().startswith("渡輪擱淺")
    for words in ("首頁", "熱門話題", "港務局檢討浮標維護", "版權所有"):
        assert words not in article(found)
        assert words in found.text


CHINESE = "<p>渡轮在佩尔岛以东搁浅，船上212名乘客全部获救。</p>"


@pytest.mark.parametrize(
    ("source", "encoding"),
    [
        ('<meta charset="gb2312">' + CHINESE + "<p>镕</p>", "gb18030"),
        ("<meta http-equiv=content-type content='text/html; charset=GBK'>" + CHINESE, "gb18030"),
        ('<?xml version="1.0" encoding="gb18030"?><html>' + CHINESE, "gb18030"),
        (CHINESE, "gb18030"),
        ('<meta charset="utf-8">' + CHINESE, "gb18030"),
        ('<meta charset="klingon">' + CHINESE, "utf-8"),
        ('<meta charset="iso-8859-1"><p>caf\xe9 – “bad year”</p>', "cp1252"),
    ],
)
def test_an_encoding_is_told_as_browsers_do(source: str, encoding: str) -> None:
    """Old names stand for larger encodings; a page that names the wrong one is read by its bytes."""
    found = read(source.encode(encoding))
    assert found.encoding == encoding
    assert any(words in found.text for words in ("佩尔岛", "café"))


def test_a_signature_goes_before_what_the_page_says() -> None:
    """UTF-16 cannot be named from inside."""
    source = '<html><meta charset="gb2312">' + CHINESE
    assert read(source.encode("utf-16")).encoding == "utf-16-le"
    assert read(source.encode("utf-8-sig")).encoding == "utf-8"


def test_single_broken_characters_are_kept_as_such() -> None:
    """As in a browser; a page with many is refused."""
    words = "<meta charset=utf-8><p>" + "洪水退去。" * 300
    assert "\N{REPLACEMENT CHARACTER}" in read(words.encode()[:-1] + b"<p>end").text
    with pytest.raises(Undecodable):
        read(b"<meta charset=utf-8><p>" + bytes(range(0x80, 0xFF)) * 9)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>one\n   <b>bold</b>, two</p>three", "one bold, two\n\nthree"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<pre>x\n  y</pre>", "x\ny"),
        ("<p>洪水\n退去。</p>", "洪水退去。"),
        ("<p>co\xadoperate\u200b now</p>", "cooperate now"),
        ("<p>said <q>no</q></p>", "said “no”"),
        ("<p>a&nbsp;&amp;&lt;b&gt;</p>", "a &<b>"),
        ("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>", "漢hàn"),
        ("<div>a<div>b<p>c</div>d", "a\n\nb\n\nc\n\nd"),
    ],
)
def test_white_space_is_as_a_browser_shows_it(body: str, text: str) -> None:
    """Collapsed, with a blank line between blocks."""
    assert page(body).text == text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2025-08-26T07:04:00Z">', "2025-08-26T07:04:00+00:00"),
        ('<meta name="pubdate" content="2025年8月26日 7:04">', "2025-08-26T07:04:00"),
        ('<script type="application/ld+json">{"datePublished": "2025-08-26"}</script>', "2025-08-26"),
        ('<meta name="date" content="soon">', None),
        ("", None),
    ],
)
def test_the_time_of_publication_is_the_one_the_page_states(head: str, published: str | None) -> None:
    """With its hour; nothing is made up."""
    assert page("<p>Water levels rose by three metres.</p>", head).published == published


def test_a_page_without_an_article_is_read_all_the_same() -> None:
    """A few words, and what calls itself navigation."""
    found = page("<nav><a href=1>Home</a></nav><p>Closed today.</p>")
    assert found.text == "Home\n\nClosed today."
    assert marked(found, MarkKind.FURNITURE) == ["Home"]


@pytest.mark.parametrize("source", [b"", b" \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_empty(source: bytes) -> None:
    """As for every reader."""
    with pytest.raises(Empty):
        read(source)


@pytest.mark.parametrize("body", ["<script>document.write('x')</script>", "<img src=a.png alt=flood>", ""])
def test_a_page_without_words_is_refused(body: str) -> None:
    """The sentence says that scripts may have made it."""
    with pytest.raises(Unreadable, match="scripts"):
        page(body)


def test_depth_loses_no_words() -> None:
    """libxml2 stops at a depth without an exception: up to there all words come out, beyond it the page is refused."""
    for depth in (240, 300, 1900):
        assert read(b"<div>" * depth + b"deep" + b"</div>" * depth + b"<p>end").text == "deep\n\nend"
    for depth in (2100, 100_000):
        with pytest.raises(Unreadable, match="deeply"):
            read(b"<div>" * depth + b"deep" + b"</div>" * depth + b"<p>end")


def test_a_line_of_twenty_megabytes_is_not_lost() -> None:
    """libxml2 drops such a node by default, without an exception."""
    words = "flood and water " * 1_300_000
    assert read(f"<p>{words}<p>end".encode()).text == f"{words.strip()}\n\nend"


@pytest.mark.parametrize(
    "source",
    [
        "<p>a</p>" * 100_000,
        "<table><tr><td>a" * 600,
        "<a href=x>y</a>" * 100_000,
        "<b>" * 30_000 + "x",
        "<p " + "a=b " * 100_000 + ">x",
        "<ul>" + "<li>a" * 50_000,
        "<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><p>&b;",
        "<script type='application/ld+json'>" + '[{"a":' * 50_000 + "</script><p>x",
        "<div style='" + "display : " * 50_000 + "'>x",
        "<!--" * 50_000 + "<p>x",
        "&#0;&#xD800;&#xFFFE;<p>x\x0b\x1e\x1f",
    ],
)
def test_hostile_pages_give_text_or_a_sentence(source: str) -> None:
    """None of them takes long."""
    with suppress(EvidenceError):
        assert read(source.encode()).text


SOUP = (
    "<p> </p> <div> </div> <table> <tr> <td> </table> <br> <nav> </nav> <li> <ul> </ul> <a> </a> <q> <pre> <b> <h1>"
    " </h1> <blockquote> <script> </script> <!-- --> <dialog> <caption> <article> &amp; 洪水 flood <body> </html>"
)


@given(st.lists(st.sampled_from(SOUP.split()), max_size=40))
def test_any_soup_of_tags_gives_text_or_a_sentence(soup: list[str]) -> None:
    """And marks that lie inside the text."""
    with suppress(Unreadable):
        assert read("\n".join(soup).encode()).text


@given(st.binary(max_size=300))
def test_random_bytes_give_text_or_a_sentence(noise: bytes) -> None:
    """Never anything but our own errors."""
    with suppress(Unreadable):
        assert read(noise).text


def test_the_same_bytes_give_the_same_text() -> None:
    """Offsets last."""
    assert read(data("news_en.html")) == read(data("news_en.html"))


def test_a_blog_page_names_its_parts_in_classes() -> None:
    """The classes of the whole page say nothing about the article; a site's name is no headline."""
    words = ["The council approved the harbour budget of 4.2 million euros after five hours.", "Nora Pell was content."]
    source = (
        '<title>Budget passed - Pell Post</title><body class="has-sidebar comments-open share-enabled menu-open">'
        '<div class="header"><h1><a href=/>Pell Post</a></h1><div><a href=1>News</a> <a href=2>Sport</a></div></div>'
        '<div class="content"><article class="category-social"><h2>Budget passed</h2><div class="entry-content">'
        f'<p>{words[0]}</p><p>{words[1]}</p><div class="sharedaddy">Send</div><h3>Related</h3><a href=3>Rain</a></div>'
        '</article><div id="comments"><p>I live in the harbour and have never heard such a loud debate there.</p></div>'
        '</div><div class="widget"><h2>Archives</h2><a href=4>May</a></div>'
    )
    lines = [line for line in article(read(source.encode())).splitlines() if line]
    assert lines == ["Budget passed", *words]


def test_a_page_without_speaking_classes_is_told_by_its_article() -> None:
    """By what trafilatura names, by links, and by the smallest element that holds the article."""
    paragraphs = "".join(
        f'<div class="css-{at}"><span>{words}</span></div>'
        for at, words in enumerate(["议会周四经过五个小时的辩论，通过了420万元的港口预算。"] * 4)
    )
    source = (
        "<meta charset=utf-8><title>议会通过港口预算_佩尔网</title>"
        "<body><div><div><a href=1>首页</a> <a href=2>新闻</a></div>"
        f"<div><h1>议会通过港口预算</h1><div>投票结果为12比9，两人弃权。</div>{paragraphs}<p>责任编辑：林嘉文</p></div>"
        "<div><a href=3>渡轮再次搁浅</a></div></div>"
    )
    lines = [line for line in article(read(source.encode())).splitlines() if line]
    assert lines[:2] == ["议会通过港口预算", "投票结果为12比9，两人弃权。"]
    assert len(lines) == 6
