"""PDFs become paragraphs, and what cannot be read ends in one sentence."""

import random
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import Empty, EvidenceError, Unreadable
from evidence.model import MarkKind
from evidence.readers.pdf import read
from tests.evidence.readers.pdf_files import Line, pdf, written
from tests.evidence.readers.reading import data, marked


def column(words: list[str], left: float = 72, top: float = 700, step: float = 14) -> list[Line]:
    """Lines under each other, at 11 points."""
    return [(left, top - step * at, 11, line) for at, line in enumerate(words)]


def paragraphs(lines: list[Line]) -> list[str]:
    """What one page of these lines is read as."""
    return read(pdf([lines])).text.split("\n\n")


def test_a_report_is_read_with_its_pages_headings_and_lists() -> None:
    """Running heads and page numbers are furniture; the file says who wrote it and when."""
    found = read(data("report_en.pdf"))
    assert (found.title, found.author) == ("Grounding of the ferry Harrow", "Marine Safety Board")
    assert found.published is not None
    assert found.published.startswith("2000-01-01T")
    assert (found.encoding, found.media_type) == ("binary", "application/pdf")
    assert marked(found, MarkKind.HEADING) == [
        "Grounding of the ferry Harrow",
        "Summary",
        "Findings so far",
        "Next steps",
    ]
    assert marked(found, MarkKind.LIST_ITEM)[1] == "• Buoy number 7 was out of place for three days."
    furniture = marked(found, MarkKind.FURNITURE)
    assert furniture[1:] == ["Page 1 of 2\nMarine Safety Board – Interim report 12/2025", "Page 2 of 2"]


def test_a_paragraph_goes_on_over_the_page_break() -> None:
    """The page's furniture comes after it, and the page turns in the middle of it."""
    found = read(data("report_en.pdf"))
    assert (
        "a smaller vessel with 120 seats serves the route, three times a day instead of five.\n\nPage 1" in found.text
    )
    first, second = marked(found, MarkKind.PAGE)
    assert first.endswith("three times a ")
    assert second.startswith("day instead of five.")


def test_a_chinese_report_is_joined_without_spaces() -> None:
    """Its font is only named in the file, as Chinese office programs do it."""
    found = read(data("report_zh.pdf"))
    assert "船上212名乘客和18名船员在三小时内全部获救，11人受轻伤。\n\n该船1998年下水" in found.text
    assert "七号浮标二月二十八日就有人报告漂离，一直没有归位。" in found.text
    assert marked(found, MarkKind.FURNITURE)[1] == "第1页\n海事安全局 中期报告"


def test_hard_wrapped_lines_become_paragraphs() -> None:
    """A line that ends early although the next word would have fitted ends a paragraph; so does an indented one."""
    lines = [
        "The pumping station at Ostrow failed shortly before midnight, and",
        "the villages of Lind and Ostrow were cut off.",
        "Two bridges stay closed until Friday, the authority said, because the",
        "river has washed out their footings.",
    ]
    assert paragraphs(column(lines)) == [" ".join(lines[:2]), " ".join(lines[2:])]


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("the authority began the evac-", "uation of four villages", "evacuation of"),
        ("a well-known expert and the well-", "known mayor agreed on it", "the well-known mayor"),
        ("aid for the half-", "built dam was promised", "half-built dam"),
        ("the report names Weber-", "Lind as the contractor", "Weber-Lind as"),
    ],
)
def test_a_hyphen_at_a_line_end_goes_when_it_parts_a_word(end: str, start: str, joined: str) -> None:
    """It stays where the document or the language has it in the middle of a line too."""
    assert joined in " ".join(paragraphs(column([end, start])))


def test_columns_are_read_one_after_the_other() -> None:
    """A sentence goes on at the top of the next column."""
    left = column(["The ferry ran aground on a sandbank off", "Pell Island, and all the passengers were"])
    right = column(["taken off by lifeboats within hours, the", "harbour master said on Monday evening."], left=320)
    assert paragraphs(left + right) == [" ".join(words for *_, words in left + right)]


def test_cells_side_by_side_are_one_row() -> None:
    """Rows of a table stay lines of their own."""
    left, right = column(["Ostrow", "Lind"], step=22), column(["6.1 m", "4.8 m"], left=300, step=22)
    found = read(pdf([[left[0], right[0], left[1], right[1], *column(["Levels at noon."], top=600)]]))
    assert found.text == "Ostrow\t6.1 m\nLind\t4.8 m\n\nLevels at noon."
    assert marked(found, MarkKind.TABLE) == ["Ostrow\t6.1 m\nLind\t4.8 m"]


@pytest.mark.parametrize(
    ("info", "published"),
    [
        ("/CreationDate(D:20250304091500+01'00')", "2025-03-04T09:15:00+01:00"),
        ("/CreationDate(D:20250304091500Z)", "2025-03-04T09:15:00+00:00"),
        ("/CreationDate(D:20250304)", "2025-03-04"),
        ("/CreationDate(yesterday)", None),
        ("/CreationDate(D:20259904)", None),
        ("", None),
    ],
)
def test_the_date_of_creation_is_taken_when_it_is_one(info: str, published: str | None) -> None:
    """In ISO 8601, as exact as the file has it."""
    assert read(pdf([column(["words"])], info)).published == published


@pytest.mark.parametrize("title", ["untitled", "(anonymous)", "Report_final.docx", ""])
def test_what_a_program_filled_in_is_no_title(title: str) -> None:
    """A person did not write it."""
    assert read(pdf([column(["words"])], f"/Title<{title.encode().hex()}>")).title is None
    assert read(pdf([column(["words"])], "/Title(Microsoft Word - Ferry)")).title == "Ferry"


def test_the_same_bytes_give_the_same_text() -> None:
    """Offsets last."""
    assert read(data("report_zh.pdf")) == read(data("report_zh.pdf"))


def bomb() -> bytes:
    """A page whose contents unpack to 100 MB of nothing."""
    packed = zlib.compress(b" " * 100_000_000, 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    body = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return written([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, body], "/Root 1 0 R")


HOSTILE = {
    "nothing in it": b"%PDF-1.7\n%%EOF",
    "cut in the middle": data("report_en.pdf")[:2000],
    "cut, but for its end": data("report_en.pdf")[:900] + b"\n%%EOF",
    "pages that hold themselves": written(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"], "/Root 1 0 R"
    ),
    "a page tree that never ends": written(
        [b"<</Type/Catalog/Pages 2 0 R>>"]
        + [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (at + 3) for at in range(3000)]
        + [b"<</Type/Pages/Kids[2 0 R]/Count 1>>"],
        "/Root 1 0 R",
    ),
    "more pages than there are": pdf([column(["words"])], count=30_000),
    "no words": pdf([[], []]),
    "a bomb": bomb(),
    "locked": pdf(
        [column(["words"])],
        trailer="/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "00" * 32 + ">/U<" + "11" * 32 + ">>>",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_broken_or_hostile_file_ends_in_one_sentence(name: str) -> None:
    """None of them gives a text."""
    with pytest.raises(Unreadable) as refusal:
        read(HOSTILE[name])
    assert "\n" not in str(refusal.value)


def test_sentences_say_what_is_wrong() -> None:
    """And what to do."""
    for name, words in {"locked": "password", "no words": "OCR", "cut in the middle": "cut off"}.items():
        with pytest.raises(Unreadable, match=words):
            read(HOSTILE[name])
    with pytest.raises(Empty):
        read(b" ")


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from(["report_en.pdf", "report_zh.pdf"]))
def test_damage_gives_text_or_a_sentence(seed: int, name: str) -> None:
    """Never anything but our own errors, whatever bytes are changed."""
    chance = random.Random(seed)
    damaged = bytearray(data(name))
    for _ in range(chance.randint(1, 30)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    with suppress(EvidenceError):
        assert read(bytes(damaged)).text.strip()


@given(st.binary(max_size=200))
def test_random_bytes_give_text_or_a_sentence(noise: bytes) -> None:
    """Behind the signature too."""
    with pytest.raises(Unreadable):
        read(b"%PDF-1.4" + noise)
