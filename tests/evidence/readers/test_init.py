"""Every file finds its reader, and text of unknown kind is plain text."""

import subprocess
import sys

import pytest

from evidence.errors import Binary, Unreadable
from evidence.readers import READERS, read
from tests.evidence.readers.reading import data


@pytest.mark.parametrize("name", ["final.txt", "FINAL.TXT", "final.log", "final", ".txt", "", "report.v2"])
def test_any_name_will_do_for_text(name: str) -> None:
    """The ending chooses among readers, it does not decide whether something is text."""
    found = read("客队 2-1 取胜".encode(), name)
    assert found.text == "客队 2-1 取胜"
    assert found.media_type == "text/plain"


@pytest.mark.parametrize("media_type", ["text/plain", "Text/Plain; charset=utf-8", "application/unknown", ""])
def test_a_media_type_may_have_parameters_or_be_unknown(media_type: str) -> None:
    """As servers send it."""
    assert read(b"goal", "page", media_type).text == "goal"


def test_an_encoding_reaches_the_reader() -> None:
    """It overrides what the bytes seem to be in."""
    assert read("選舉".encode("big5"), "a.txt", encoding="big5").text == "選舉"


def test_a_refusal_leaves_the_name_out() -> None:
    """The caller knows the name and puts it in front."""
    with pytest.raises(Binary) as refusal:
        read(b"\x89PNG\r\n\x1a\n", "results.txt")
    assert "results" not in str(refusal.value)
    assert isinstance(refusal.value, Unreadable)


def test_no_two_readers_claim_the_same_kind() -> None:
    """Media types are lower case, endings have their dot, and each belongs to one reader."""
    kinds = [kind for reader in READERS for kind in (*reader.MEDIA_TYPES, *reader.SUFFIXES)]
    assert len(set(kinds)) == len(kinds)
    assert all(kind == kind.lower() for kind in kinds)
    assert all(suffix.startswith(".") for reader in READERS for suffix in reader.SUFFIXES)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("report_en.pdf", "application/pdf"),
        ("news_en.html", "text/html"),
        ("interview.vtt", "text/vtt"),
        ("interview.srt", "application/x-subrip"),
    ],
)
@pytest.mark.parametrize("called", ["{}", "x.txt", "x", "x.md", "x.docx"])
def test_what_the_bytes_show_goes_before_the_name(name: str, media_type: str, called: str) -> None:
    """A PDF is read as a PDF under any name."""
    assert read(data(name), called.format(name)).media_type == media_type


@pytest.mark.parametrize("claimed", ["text/plain", "application/octet-stream", "image/png", "text/html; charset=utf-8"])
def test_what_the_bytes_show_goes_before_what_the_server_says(claimed: str) -> None:
    """Servers guess by the name."""
    assert read(data("report_en.pdf"), "report", claimed).media_type == "application/pdf"


def test_a_server_goes_before_the_name() -> None:
    """Where the bytes show nothing; a page without its first lines is one all the same."""
    assert read(b"<p>flood", "flood.php", "text/html").text == "flood"
    assert read(b"<p>flood", "flood.html").text == "flood"
    assert read(b"<p>flood", "flood.php").text == "<p>flood"
    assert read(b"# flood", "flood.txt", "text/markdown").title == "flood"
    assert read(b"# flood", "flood.md", "text/plain").title == "flood"


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.srt", "a.vtt"])
def test_a_name_that_promises_what_the_bytes_do_not_hold_is_refused(name: str) -> None:
    """With a sentence, not with the text of something else."""
    with pytest.raises(Unreadable):
        read(b"flood and water", name)


@pytest.mark.parametrize(
    ("media_type", "encoding"),
    [
        ("text/plain; charset=big5", "cp950"),
        ("text/html;Charset='Big5'", "cp950"),
        ("text/plain; charset=utf-8", "cp950"),
        ("text/plain; charset=iso-8859-1", "cp950"),
        ("text/plain; charset=klingon", "cp950"),
        ("text/plain; charset=gb18030", "gb18030"),
    ],
)
def test_the_servers_encoding_counts_when_the_bytes_bear_it_out(media_type: str, encoding: str) -> None:
    """Latin-1 is what servers say when they do not know."""
    words = "選舉的結果要到星期二才會公布，警方說沒有人受傷。".encode("big5")
    assert read(words, "x", media_type).encoding == encoding


def test_importing_the_registry_loads_no_library_of_a_format() -> None:
    """`factcheck --help` must not wait for them."""
    code = "import sys, evidence.readers;print([m for m in ('lxml', 'trafilatura', 'pypdfium2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
