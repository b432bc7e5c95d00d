"""Files that are not text are named for what they are."""

import io
import zipfile

import pytest

from evidence.readers.signatures import kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "a WAV recording"),
        (b"\0\0\0\x20ftypisom", "an MP4 video or recording"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"{\\rtf1\\ansi flood}", "an RTF document"),
        (b"RIFF is an initialism", None),
        (b"ID3 tags were found", None),
        ("决赛以2比1结束".encode(), None),
        (b"", None),
    ],
)
def test_the_first_bytes_tell(data: bytes, kind: str | None) -> None:
    """A signature is the whole of what the format's own documents ask for, so that prose is not mistaken."""
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ("word/document.xml", "a Word document"),
        ("xl/workbook.xml", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("photo.jpg", "a ZIP archive"),
    ],
)
def test_a_zip_archive_is_named_for_what_is_in_it(member: str, kind: str) -> None:
    """Office files are archives, and nobody knows them by that name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(member, "flood")
    assert kind_of(file.getvalue()) == kind
