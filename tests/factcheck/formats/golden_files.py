"""Compares what is written with what was written before."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check(name: str, written: bytes) -> None:
    """The same bytes as the file of this name; with UPDATE_GOLDEN set, the file is written anew."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(written)
    assert written == path.read_bytes(), f"{name} differs; UPDATE_GOLDEN=1 writes it anew"
