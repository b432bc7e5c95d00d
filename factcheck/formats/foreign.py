"""Fact-checks that other people made: what becomes of their ratings here.

A foreign rating is not a verdict of this desk: nobody here has seen a quote. The claim comes in as `new`, tagged
`rated:LABEL`, `rated_by:NAME` and `suggests:VERDICT`, and its reason tells who rated it when and where. A label that
neither `ratings.toml` nor the map knows stops the row. A label that the map names under `[values.verdict]` is handed
to the map, which may make a verdict of it where the rules allow one, or say `false` to keep the tag alone.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from evidence.text.fold import fold_key
from factcheck.errors import RowProblem
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Row, Rows

Fields = dict[str, Any]
Mapped = Mapping[str, Collection[str]]
"""The labels that the map names, by our field."""
LONGEST_TAG = 500
_day = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody else concluded: the label, who, when and where, and whatever else they said of it."""

    label: str
    by: str | None = None
    on: str | None = None
    url: str | None = None
    more: tuple[str, ...] = ()
    """Other labels and numbers of the same rating, in words."""

    def __str__(self) -> str:
        more = f" ({', '.join(self.more)})" if self.more else ""
        by = f" by {self.by}" if self.by else ""
        on = f" on {self.on}" if self.on else ""
        return f"rated '{self.label}'{more}{by}{on}{f': {self.url}' if self.url else ''}"


@cache
def known_labels() -> Mapping[str, str]:
    """Our verdict by a foreign label's match key."""
    tables = tomllib.loads(files("factcheck.formats").joinpath("ratings.toml").read_text(encoding="utf-8"))
    return {label_key(one): verdict for verdict, groups in tables.items() for some in groups.values() for one in some}


def label_key(label: str) -> str:
    """One spelling for a label's many: case, width, script and a full stop do not matter."""
    return fold_key(label).strip(" .。")


def suggested(label: str) -> str | None:
    """The verdict that a label suggests, None when it is not known."""
    return known_labels().get(label_key(label))


def rated(field: str, ratings: Sequence[Rating], mapped: Mapping[str, Collection[str]]) -> Fields:
    """Tags and verdict from ratings. Raises BadRecord for a label that nobody has explained."""
    named = mapped.get("verdict", ())
    tags: list[str] = []
    handed = list(dict.fromkeys(one.label for one in ratings if one.label in named))
    for one in ratings:
        verdict = suggested(one.label)
        if verdict is None and one.label not in named:
            words = f"the label {_short(one.label)} is not known; name it under [values.verdict] in a --map file"
            raise BadRecord([(field, f"{words} (false keeps it as a tag)")])
        tags.append(tag("rated", one.label))
        if verdict is not None and one.label not in named:
            tags.append(tag("suggests", verdict))
        if one.by:
            tags.append(tag("rated_by", one.by))
    if len(handed) > 1:
        raise BadRecord([(field, f"the map names {len(handed)} labels of this claim, and it can have one verdict")])
    verdicts = {"verdict": handed[0]} if handed else {}
    return {"tags": list(dict.fromkeys(tags)), **verdicts}


def tag(name: str, value: str) -> str:
    """A tag `name:value`, cut where it is too long to look up; the reason has the whole value."""
    whole = f"{name}:{value}"
    return whole if len(whole) <= LONGEST_TAG else whole[: LONGEST_TAG - 1] + "…"


def reason(*parts: object) -> Fields:
    """The reason, of those parts that say anything."""
    told = [str(part) for part in parts if part]
    return {"reason": "; ".join(told)} if told else {}


def rows_of(
    items: Iterable[tuple[int, Any]],
    name: str,
    read: int,
    make: Callable[[Fields], Iterable[Fields]],
    raw: object = None,
) -> Rows:
    """A row for each record that `make` finds in an item; a RowProblem where it raises BadRecord.

    `raw` is what stands in the file, where that is not the item.
    """
    for number, (line, item) in enumerate(items, 1):
        if not isinstance(item, dict):
            yield RowProblem(name, line, None, f"item {number} of the list must be a JSON object {{…}}", raw=item)
            continue
        stands = item if raw is None else raw
        try:
            found = list(make(item))
        except BadRecord as error:
            field, problem = error.problems[0]
            yield RowProblem(name, line, field, problem, raw=stands)
            continue
        for fields in found:
            yield Row(line, {key: value for key, value in fields.items() if value not in (None, "", [])}, read, stands)


def placed(rows: Rows, name: str, make: Callable[[Fields], Iterable[Fields]]) -> Rows:
    """The same for the rows of a line reader."""
    for row in rows:
        if isinstance(row, RowProblem):
            yield row
        else:
            yield from rows_of([(row.line, row.data)], name, row.read, make, row.raw)


def others(item: Fields, known: Collection[str]) -> Fields:
    """Fields that the format does not know: they keep their names, so that nothing is left out in silence."""
    return {name: value for name, value in item.items() if name not in known}


def text(item: Mapping[str, Any], field: str) -> str | None:
    """A field's text in one line, or None. Raises BadRecord when it holds anything but a text."""
    value = item.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadRecord([(field, "must be a text")])
    return " ".join(value.split()) or None


def needed(item: Mapping[str, Any], field: str) -> str:
    """A field's text. Raises BadRecord when there is none."""
    found = text(item, field)
    if found is None:
        raise BadRecord([(field, "is missing")])
    return found


def number_or_text(item: Mapping[str, Any], field: str) -> str | None:
    """An id that may be written as a number. Raises BadRecord."""
    value = item.get(field)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else text(item, field)


def texts(value: Any, field: str) -> Iterator[str]:
    """The texts of a list, or of one text alone. Raises BadRecord."""
    for one in value if isinstance(value, list) else () if value is None else (value,):
        if not isinstance(one, str):
            raise BadRecord([(field, "must be a list of texts")])
        if one.strip():
            yield " ".join(one.split())


def objects(value: Any, field: str) -> Iterator[Fields]:
    """The objects of a list. Raises BadRecord."""
    if value is not None and not isinstance(value, list):
        raise BadRecord([(field, "must be a list")])
    for one in value or ():
        if not isinstance(one, dict):
            raise BadRecord([(field, "must be a list of objects")])
        yield one


def day(value: str | None) -> str | None:
    """The day of an ISO time; anything else as it is."""
    if value is None:
        return None
    found = _day.match(value)
    return found[0] if found else value


def _short(label: str) -> str:
    return repr(label) if len(label) <= 60 else repr(label[:57] + "…")
