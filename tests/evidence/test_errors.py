"""Every refusal is one sentence that says why and what to do, for the caller to put the file's name before."""

import pytest

from evidence.errors import (
    Binary,
    Empty,
    EvidenceError,
    Undecodable,
    UnknownEncoding,
    Unreadable,
    Unstorable,
)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Unreadable("the page is missing"), "the page is missing"),
        (Empty(), "the file is empty, there is nothing to read"),
        (Binary("a PDF document"), "this is a PDF document, not text; save its words as plain text first"),
        (
            UnknownEncoding("klingon"),
            "there is no text encoding named 'klingon'; try utf-8, gb18030, big5 or utf-16",
        ),
        (Undecodable(), "the encoding of this text could not be told; name it, or save the file as UTF-8"),
        (Undecodable("big5", 7), "byte 7 is not big5; name another encoding, or save the file as UTF-8"),
        (Unstorable(3, "\0"), "character 3 is U+0000, which cannot be stored; remove it"),
    ],
)
def test_a_refusal_is_one_sentence(error: Unreadable, sentence: str) -> None:
    """Its words are its `reason`, and all of them can be caught as EvidenceError."""
    assert str(error) == error.reason == sentence
    assert isinstance(error, EvidenceError)
    assert "\n" not in sentence
