"""Finding a file by typing the beginning of its path: candidates and completion."""

import os
from pathlib import Path

from evidence.text.clean import clean_line

MOST = 200
"""Candidates that are looked at in a large folder."""
CLAIMS = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".json", ".yaml", ".yml", ".xlsx"})
"""Endings of claim files, each also with `.gz` behind it; anything else is a document."""


def candidates(typed: str, home: Path) -> list[Path]:
    """Files and folders that begin like this, folders first; what is hidden only when a dot is typed."""
    place, start = _split(typed, home)
    try:
        with os.scandir(place) as entries:
            found = [
                (not entry.is_dir(), entry.name.casefold(), Path(entry.path))
                for entry in entries
                if entry.name.casefold().startswith(start.casefold())
                and (start.startswith(".") or not entry.name.startswith("."))
            ]
    except OSError:
        return []
    return [path for _, _, path in sorted(found)[:MOST]]


def completed(typed: str, home: Path) -> str:
    """What was typed, with everything that all candidates have in common behind it."""
    start = _split(typed, home)[1]
    found = candidates(typed, home)
    if not found:
        return typed
    names = [path.name for path in found]
    common = next((names[0][:end] for end in range(len(names[0]), 0, -1) if _all_begin(names, names[0][:end])), "")
    name = common if len(common) >= len(start) else start
    made = typed[: len(typed) - len(start)] + name
    return made + "/" if len(found) == 1 and found[0].is_dir() else made


def _all_begin(names: list[str], start: str) -> bool:
    return all(name.startswith(start) for name in names)


def told(path: Path, home: Path) -> str:
    """A path as one types it: below the folder one is in where it is there, with a slash behind a folder."""
    try:
        shown = str(path.relative_to(home)) if path.is_absolute() or home == Path() else str(path)
    except ValueError:
        shown = str(path)
    return shown + "/" if path.is_dir() else shown


def meant(typed: str, home: Path) -> Path:
    """The path that was typed."""
    path = Path(typed).expanduser() if typed.startswith("~") else Path(typed)
    return path if path.is_absolute() else home / path


def holds_claims(path: Path) -> bool:
    """Whether a file is one of claims, by its ending; a folder is taken for one of claim files."""
    name = path.name.lower().removesuffix(".gz")
    return path.is_dir() or Path(name).suffix in CLAIMS


def is_plain(path: Path) -> bool:
    """Whether a name can be typed and shown as it is."""
    return clean_line(str(path)) == str(path)


def _split(typed: str, home: Path) -> tuple[Path, str]:
    head, slash, start = typed.rpartition("/")
    return (meant(head + slash, home) if slash else home), start
