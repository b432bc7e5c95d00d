"""What the readers' tests share: the documents in `data`, and what is marked in a text."""

from pathlib import Path

from evidence.model import MarkKind
from evidence.readers import ReadText

DATA = Path(__file__).parent / "data"


def data(name: str) -> bytes:
    """The bytes of a document in `data`."""
    return (DATA / name).read_bytes()


def marked(found: ReadText, kind: MarkKind) -> list[str]:
    """The stretches of a text that are marked as this."""
    return [found.text[mark.start : mark.end] for mark in found.marks if mark.kind is kind]
