"""Every file finds its reader, and text of unknown kind is plain text."""

import pytest

from evidence.errors import Binary, Unreadable
from evidence.readers import READERS, read


@pytest.mark.parametrize("name", ["final.txt", "FINAL.TXT", "final.srt", "final", ".txt", "", "report.v2"])
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
        read(b"%PDF-1.4", "results.txt")
    assert "results" not in str(refusal.value)
    assert isinstance(refusal.value, Unreadable)


def test_no_two_readers_claim_the_same_kind() -> None:
    """Media types are lower case, endings have their dot, and each belongs to one reader."""
    kinds = [kind for reader in READERS for kind in (*reader.MEDIA_TYPES, *reader.SUFFIXES)]
    assert len(set(kinds)) == len(kinds)
    assert all(kind == kind.lower() for kind in kinds)
    assert all(suffix.startswith(".") for reader in READERS for suffix in reader.SUFFIXES)
