"""Plain text is the decoded file, unchanged."""

import pytest

from evidence.errors import Binary
from evidence.readers.plain import MEDIA_TYPES, SUFFIXES, read


def test_the_text_is_unchanged() -> None:
    """Line ends, tabs, wide spaces and decomposed letters stay as they were."""
    text = "Flood\r\n\u3000水位\t3.2 m\rcafe\u0301\n\n"
    assert read(text.encode()).text == text


def test_what_was_read_says_how() -> None:
    """The encoding and the media type are known afterwards."""
    found = read("总统说没有舞弊。".encode("gb18030"))
    assert (found.encoding, found.media_type) == ("gb18030", "text/plain")
    assert read("總統".encode("big5"), encoding="Big5").encoding == "big5"


def test_a_picture_is_refused_by_its_name() -> None:
    """Also when somebody named an encoding for it."""
    for encoding in (None, "latin-1"):
        with pytest.raises(Binary, match="a PNG picture"):
            read(b"\x89PNG\r\n\x1a\n", encoding=encoding)


def test_plain_text_is_registered_under_its_own_names() -> None:
    """The registry asks for these."""
    assert "text/plain" in MEDIA_TYPES
    assert ".txt" in SUFFIXES
