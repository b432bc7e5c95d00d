"""Word documents become paragraphs, headings, lists, tables and notes; archives made to do harm are refused."""

import io
import random
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import Empty, EvidenceError, Unreadable
from evidence.model import MarkKind
from evidence.readers.docx import MOST_PARTS, read
from tests.evidence.readers.reading import marked

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = """
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="House style"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Legende"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
"""
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:t="t"><dc:title>The grounding of the Harrow</dc:title>'
    "<dc:creator>Nora Pell</dc:creator><t:created>2025-03-04T09:15:00Z</t:created><dc:language>en-GB</dc:language>"
    "</cp:coreProperties>"
)


def p(words: str, style: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of these cells."""
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(body: str, **parts: str | bytes) -> bytes:
    """A document of this body. The names of further parts are written with `__` for a slash and without `.xml`."""
    file = io.BytesIO()
    wrapped = {"word__document": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'} | parts
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in wrapped.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


def w(tag: str, inner: str) -> str:
    """The root element of a part."""
    return f'<w:{tag} xmlns:w="{W}">{inner}</w:{tag}>'


LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
REPORT = docx(
    p("Contents ..... 1", "toc")
    + p("The grounding of the Harrow", "Titel")
    + p("What is known", "Own")
    + "<w:p><w:r><w:t>The ferry ran </w:t></w:r><w:r><w:t>aground at 06:40.</w:t></w:r>"
    '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    + p("Eleven were hurt.", properties=LISTED)
    + p("No oil was seen.", properties=LISTED)
    + p("We never saw the buoy.", "Zitat")
    + p("Table 1: people on board", "Legende")
    + table(("passengers", "212"), ("crew", "18"))
    + p("船上212名乘客全部获救。", "Loop"),
    word__styles=w("styles", STYLES),
    word__footnotes=w("footnotes", f'<w:footnote w:id="2">{p("Harbour log, page 4.")}</w:footnote>'),
    word__header1=w("hdr", p("Interim report")),
    word__header2=w("hdr", p("Interim report")),
    docProps__core=CORE,
)


def test_a_report_is_read_in_order() -> None:
    """Notes at the end, then the running heads, each once."""
    found = read(REPORT)
    assert found.text == (
        "Contents ..... 1\n\nThe grounding of the Harrow\n\nWhat is known\n\nThe ferry ran aground at 06:40.\n\n"
        "Eleven were hurt.\n\nNo oil was seen.\n\nWe never saw the buoy.\n\nTable 1: people on board\n\n"
        "passengers\t212\ncrew\t18\n\n船上212名乘客全部获救。\n\nHarbour log, page 4.\n\nInterim report"
    )
    assert (found.title, found.author, found.language) == ("The grounding of the Harrow", "Nora Pell", "en")
    assert found.published == "2025-03-04T09:15:00+00:00"


def test_what_paragraphs_are_is_marked() -> None:
    """By the English names that Word's own styles have in every edition, and by numbering."""
    found = read(REPORT)
    assert marked(found, MarkKind.HEADING) == ["The grounding of the Harrow", "What is known"]
    assert marked(found, MarkKind.LIST_ITEM) == ["Eleven were hurt.", "No oil was seen."]
    assert marked(found, MarkKind.QUOTATION) == ["We never saw the buoy."]
    assert marked(found, MarkKind.CAPTION) == ["Table 1: people on board"]
    assert marked(found, MarkKind.TABLE) == ["passengers\t212\ncrew\t18"]
    assert marked(found, MarkKind.FURNITURE) == ["Contents ..... 1", "Interim report"]


@pytest.mark.parametrize(
    ("run", "read_as"),
    [
        ("<w:ins><w:r><w:t>inserted</w:t></w:r></w:ins>", "inserted"),
        ("<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>", ""),
        ("<w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>", ""),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", ""),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>', "shown"),
        ("<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>", "linked"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", "one\ntwo three"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>", ""),
    ],
)
def test_only_what_a_reader_sees_is_read(run: str, read_as: str) -> None:
    """With the changes tracked so far accepted."""
    assert read(docx(p("words") + f"<w:p>{run}</w:p>")).text == "\n\n".join(filter(None, ["words", read_as]))


def test_a_text_box_is_read_once() -> None:
    """Word writes it twice, the second time for old programs."""
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = f"<m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback>"
    both = f'<m:AlternateContent xmlns:m="{mc}">{both}</m:AlternateContent>'
    assert read(docx(f"<w:p><w:r>{both}</w:r><w:r><w:t>around it</w:t></w:r></w:p>")).text == "in the box\n\naround it"


def test_a_table_that_lays_out_is_read_by_paragraphs() -> None:
    """Its cells are long, or it has one column."""
    found = read(docx(table(("word " * 100, "x"), ("a", "b"))))
    assert not marked(found, MarkKind.TABLE)
    assert found.text.split("\n\n")[1:] == ["x", "a", "b"]
    assert read(docx(table(("a",), ("b",)))).text == "a\n\nb"


def lying_bomb() -> bytes:
    """Fifty million characters under a directory that says there are ten."""
    data = bytearray(docx("<w:p><w:r><w:t>" + "a" * 50_000_000 + "</w:t></w:r></w:p>"))
    for sign, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(sign)
        data[at + place : at + place + 4] = (10).to_bytes(4, "little")
    return bytes(data)


LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)
HOSTILE = {
    "empty archive": b"PK\x05\x06" + bytes(18),
    "no archive": b"PK\x03\x04 and then nothing",
    "cut off": REPORT[: len(REPORT) // 2],
    "no document inside": docx("").replace(b"word/document", b"word/elsewhere"[:13]),
    "no words": docx("<w:p/>"),
    "broken XML": docx("<w:p>"),
    "billion laughs": docx("", word__document=LAUGHS),
    "billion laughs in UTF-16": docx("", word__document=LAUGHS.encode("utf-16")),
    "a picture of the network": docx("", word__document='<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><a/>'),
    "a bomb": docx("", word__media=b" " * 210_000_000),
    "a bomb that lies": lying_bomb(),
    "too many parts": docx(p("words"), **{f"part{at}": "" for at in range(MOST_PARTS)}),
    "too deep": docx("<w:sdt>" * 5000 + p("words") + "</w:sdt>" * 5000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_broken_or_hostile_file_ends_in_one_sentence(name: str) -> None:
    """None of them gives a text, and none takes long."""
    with pytest.raises(Unreadable) as refusal:
        read(HOSTILE[name])
    assert "\n" not in str(refusal.value)


def test_an_empty_file_is_empty() -> None:
    """As for every reader."""
    with pytest.raises(Empty):
        read(b"")


def test_a_long_paragraph_is_not_lost() -> None:
    """Parsers have a limit for one node; ours is the limit for the whole file."""
    words = "word " * 4_000_000
    assert read(docx(p(words))).text == words.strip()


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_damage_gives_text_or_a_sentence(seed: int) -> None:
    """Never anything but our own errors, whatever bytes are changed."""
    chance = random.Random(seed)
    damaged = bytearray(REPORT)
    for _ in range(chance.randint(1, 10)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    with suppress(EvidenceError):
        assert read(bytes(damaged)).text.strip()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<&>\ufffe\uffff"), max_size=50))
def test_words_come_out_as_they_went_in(words: str) -> None:
    """But for white space and soft hyphens."""
    found = read(docx(p("first") + p(words))).text.partition("\n\n")[2]
    assert "".join(found.split()) == "".join(words.replace("\xad", "").split())
