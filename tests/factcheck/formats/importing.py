"""Claim files read as `import` reads them: format told by content, rows or problems."""

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.errors import RowProblem
from factcheck.formats.claim_files import PEEK, ClaimFormat, format_of, opened
from factcheck.formats.fieldmap import NO_MAP, FieldMap, Skip
from factcheck.formats.records import BadRecord, record_of

DATA = Path(__file__).parent / "data"
FILES = sorted(path for path in DATA.iterdir() if path.suffix != ".md" and not path.name.endswith(".rows.json"))


def read(
    data: bytes, name: str, fieldmap: FieldMap = NO_MAP, format_: str | None = None, sheet: str | None = None
) -> Iterator[dict[str, Any] | str]:
    """Records under our names, and problems as people read them, in the order in which they come."""
    told = ClaimFormat(format_) if format_ else format_of(name, data[:PEEK])
    file = opened(io.BytesIO(data), name, told, fieldmap, sheet)
    for row in file.rows:
        if isinstance(row, RowProblem):
            yield str(row)
            continue
        try:
            mapped = file.fieldmap.apply(row.data)
            if isinstance(mapped, Skip):
                yield f"left out: {mapped.why}"
                continue
            record_of(mapped)
            yield {"line": row.line, **mapped}
        except BadRecord as error:
            yield from (str(RowProblem(name, row.line, field, words)) for field, words in error.problems)


def written(rows: Iterator[dict[str, Any] | str]) -> bytes:
    """Rows and problems, one a line."""
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def packed(data: bytes) -> bytes:
    """The bytes in gzip, the same every time."""
    return gzip.compress(data, mtime=0)
