"""The small file beside the database that remembers what the ledger looked like.

Whoever can write the database can rewrite its ledger consistently; only a note kept elsewhere gives that away. Every
export carries one, and this file carries one for every entry: a line `number hash`.
"""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

from factcheck.errors import FileProblem

_LINE = re.compile(r"(\d{1,12}) ([0-9a-f]{64})")

Anchor = tuple[int, str]
"""(number of an entry, its hash)"""


def beside(database: Path) -> Path:
    """Where the anchors of a database file are kept."""
    return database.with_name(database.name + ".anchors")


def remember(path: Path, anchors: Iterable[Anchor]) -> None:
    """Add a line for each entry. Raises FileProblem."""
    lines = "".join(f"{seq} {hash_}\n" for seq, hash_ in anchors).encode()
    try:
        with path.open("ab+") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 1))
            if file.read(1) not in {b"", b"\n"}:  # a line that a power cut has torn must not swallow the next
                lines = b"\n" + lines
            file.write(lines)
    except OSError as error:
        raise FileProblem(path, error) from error


def read(path: Path) -> list[Anchor]:
    """The anchors of an anchors file, or the one of a JSON or Markdown export. Raises FileProblem."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileProblem(path, error) from error
    except UnicodeDecodeError as error:
        raise FileProblem(path, "not a file of anchors or an export") from error
    found = [_anchor(match) for match in map(_LINE.fullmatch, text.splitlines()) if match]
    if not found:
        found = _of_export(text)
    if not found:
        raise FileProblem(path, "holds no anchor: neither lines `number hash` nor the ledger head of an export")
    return found


def _anchor(match: re.Match[str]) -> Anchor:
    return int(match[1]), match[2]


def _of_export(text: str) -> list[Anchor]:
    in_report = re.search(r"ledger entry (\d{1,12}), hash (?:`|<code>)([0-9a-f]{64})", text)
    if in_report:
        return [_anchor(in_report)]
    try:
        head = json.loads(text)["ledger"]
        return [(int(head["seq"]), str(head["hash"]))]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
