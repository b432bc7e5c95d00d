"""Markdown is the decoded file, unchanged; what its signs mean is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import Binary
from evidence.model import MarkKind
from evidence.readers.markdown import read
from tests.evidence.readers.reading import data, marked


def test_the_text_is_the_file() -> None:
    """Signs, front matter and line ends stay, so that offsets are those of the file."""
    assert read(data("notes.md")).text == data("notes.md").decode()
    assert read(b"# a\r\n\r\nb\r").text == "# a\r\n\r\nb\r"


def test_signs_become_marks() -> None:
    """Headings of both kinds, list items with their second lines, quotations, tables."""
    found = read(data("notes.md"))
    assert marked(found, MarkKind.HEADING) == ["# Grounding of the Harrow", "Open questions\n--------------"]
    assert marked(found, MarkKind.LIST_ITEM) == [
        "- Was the *sensor* replaced?\n  Two crew members say no.",
        "- How fast was she?",
        "1. Log first.",
    ]
    assert marked(found, MarkKind.QUOTATION) == ["> We never saw the buoy,\n> said the mate."]
    assert marked(found, MarkKind.TABLE)[0].endswith("| crew | 18 |")


def test_code_comments_and_front_matter_are_furniture() -> None:
    """They are not what the author says."""
    furniture = marked(read(data("notes.md")), MarkKind.FURNITURE)
    assert [piece.split()[0] for piece in furniture] == ["---", "```python", "<!--", "[log]:"]


def test_front_matter_says_what_the_document_is() -> None:
    """Simple lines of a name and a value; everything else in it is left alone."""
    found = read(data("notes.md"))
    assert (found.title, found.author) == ("What we know about the grounding", "Desk notes")
    assert (found.published, found.language) == ("2025-03-04", "en")
    assert found.url == "https://desk.example/notes/1"


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# Flood #\nwords", "Flood"),
        ("words\n\n# Flood", "Flood"),
        ("---\ntitle: Flood\n---\n# Other", "Flood"),
        ("---\ntitle: Flood\nno end", None),
        ("---\ntitle: &a [*a, *a]\n---\nwords", "&a [*a, *a]"),
        ("words", None),
    ],
)
def test_the_title_is_the_front_matters_or_the_first_heading(source: str, title: str | None) -> None:
    """Nothing of YAML is carried out."""
    assert read(source.encode()).title == title


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("* * *", []),
        ("- - -\nwords", []),
        ("a | b\nc | d", []),
        ("a | b\n--- | ---\nc | d", [MarkKind.TABLE]),
        ("words\n---", [MarkKind.HEADING]),
        ("two\nlines\n---", []),
        ("#hashtag", []),
        ("2025. was a year", []),
        ("~~~\n# code\n~~~\n# heading", [MarkKind.FURNITURE, MarkKind.HEADING]),
        ("```\nnever closed", [MarkKind.FURNITURE]),
        ("-", [MarkKind.LIST_ITEM]),
    ],
)
def test_only_signs_are_signs(source: str, kinds: list[MarkKind]) -> None:
    """As CommonMark and GitHub's tables have them."""
    if source.startswith("2025"):
        kinds = [MarkKind.LIST_ITEM]  # CommonMark takes up to nine digits, and so do we
    assert [mark.kind for mark in read(source.encode()).marks] == kinds


def test_a_picture_is_refused() -> None:
    """Whatever it is called."""
    with pytest.raises(Binary):
        read(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("piece", ["```\n", "<!--\n", "> ", "- " * 10, "|-", "[a]: ", "#", "* ", "\n", "a|b\n-|-\n"])
def test_hostile_files_are_read_in_time(piece: str) -> None:
    """In one pass, whatever is opened and never closed."""
    assert read((piece * 200_000 + "end").encode()).text.endswith("end")


@given(
    st.lists(st.sampled_from(["---", "# a", "- b", "> c", "a|b", "-|-", "```", "", "words", "<!-- x", "===", "[a]: b"]))
)
def test_marks_lie_in_the_text(lines: list[str]) -> None:
    """In order, whatever follows on what."""
    text = "\n".join([*lines, "end"])
    assert read(text.encode()).text == text
