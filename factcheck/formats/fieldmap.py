"""The mapping file of `import --map`: what another tool calls our fields and labels.

    [fields]                             # their field = our field; false leaves a field out
    id = "external_id"
    doc = "evidence.document"            # evidence.… fills the first piece of evidence
    "quantities.approx" = "quantities.approximate"
    comment = false

    [values.certainty]                   # our field: their label = our label; false says nothing
    sure = "asserted"
    unclear = false

    [values.kind]
    anecdote = { kind = "event", checkability = "opinion" }   # one label may say several things
    test = { skip = "rows for testing" }                      # or leave the row out, with a reason

    [defaults]                           # what a row says when it says nothing
    language = "en"

A field that the map does not name keeps its name. A label that it does not name is taken as it is, and stops the row
when it is none of ours: nothing is ever guessed.
"""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import FileProblem, MapProblem
from factcheck.formats.records import FIELDS, BadRecord, is_relation
from factcheck.formats.rows import REJECTED


@dataclass(frozen=True, slots=True)
class Skip:
    """A row that the map leaves out, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class FieldMap:
    """A mapping file, checked."""

    fields: dict[str, str | None]
    values: dict[str, dict[str, Any]]
    defaults: dict[str, Any]

    def apply(self, data: dict[str, Any]) -> dict[str, Any] | Skip:
        """The row under our names. Raises BadRecord when two of their fields are one of ours."""
        row: dict[str, Any] = {}
        named = (
            (self.fields.get(theirs, theirs), theirs, value) for theirs, value in data.items() if theirs not in REJECTED
        )
        told = [(ours, theirs, value) for ours, theirs, value in named if ours is not None and value is not None]
        for ours, theirs, value in sorted(told, key=lambda one: "." in one[0]):  # a whole list before a part of it
            _put(row, ours, self._inside(theirs, value) if isinstance(value, list) else value)
        known = FIELDS["relation" if is_relation(row) else "claim"]
        for field, value in self.defaults.items():
            if field.partition(".")[0] in known and not _has(row, field):
                _put(row, field, value)
        return self._labels(row)

    def _inside(self, theirs: str, items: list[Any]) -> list[Any]:
        """Rename the fields of the objects in a list: `quantities.approx = "quantities.approximate"`."""
        renamed = []
        for item in items:
            if not isinstance(item, dict):
                renamed.append(item)
                continue
            new = {}
            for name, value in item.items():
                ours = self.fields.get(f"{theirs}.{name}", name)
                if ours is None or value is None:
                    continue
                inner = ours.rpartition(".")[2]
                if inner in new:
                    raise BadRecord([(f"{theirs}.{inner}", "is filled by two fields of the row")])
                new[inner] = value
            renamed.append(new)
        return renamed

    def _labels(self, row: dict[str, Any]) -> dict[str, Any] | Skip:
        for field, labels in self.values.items():
            if not _has(row, field):
                continue
            label = _get(row, field)
            spelled = label if isinstance(label, str) else json.dumps(label)
            if spelled not in labels:
                continue
            said = labels[spelled]
            _drop(row, field)
            if isinstance(said, dict):
                if "skip" in said:
                    return Skip(str(said["skip"]))
                for other, value in said.items():
                    _put(row, other, value, over=True)
            elif said is not False:
                _put(row, field, said, over=True)
        return row


NO_MAP = FieldMap({}, {}, {})


def load(path: Path) -> FieldMap:
    """Read a mapping file. Raises FileProblem or MapProblem."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileProblem(path, error) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise MapProblem(path, f"not valid TOML: {error}") from error
    for section, content in told.items():
        if section not in {"fields", "values", "defaults"} or not isinstance(content, dict):
            raise MapProblem(path, f"unknown section {section!r}; known are [fields], [values.…] and [defaults]")
    fields = {theirs: _target(path, theirs, ours) for theirs, ours in told.get("fields", {}).items()}
    values = told.get("values", {})
    for field, labels in values.items():
        _target(path, f"values.{field}", field)
        if not isinstance(labels, dict):
            raise MapProblem(path, f"[values.{field}] must list labels")
        for label, said in labels.items():
            for other in said if isinstance(said, dict) and "skip" not in said else ():
                _target(path, f"values.{field}.{label}", other)
    defaults = told.get("defaults", {})
    for field in defaults:
        _target(path, f"defaults.{field}", field)
    return FieldMap(fields, {field: dict(labels) for field, labels in values.items()}, defaults)


def _target(path: Path, theirs: str, ours: object) -> str | None:
    if ours is False:
        return None
    outer, _, inner = str(ours).partition(".")
    known = {*FIELDS["claim"], *FIELDS["relation"]}
    if not isinstance(ours, str) or outer not in known or (inner and inner not in FIELDS.get(outer, ())):
        raise MapProblem(path, f"{theirs}: {ours!r} is none of our fields; they are {', '.join(sorted(known))}")
    return ours


def _put(row: dict[str, Any], field: str, value: Any, *, over: bool = False) -> None:
    outer, _, inner = field.partition(".")
    if not inner:
        if outer in row and not over:
            raise BadRecord([(outer, "is filled by two fields of the row")])
        row[outer] = value
        return
    items = row.setdefault(outer, [{}])
    if not isinstance(items, list) or not items or not isinstance(items[0], dict):
        raise BadRecord([(outer, "is filled by two fields of the row")])
    if inner in items[0] and not over:
        raise BadRecord([(field, "is filled by two fields of the row")])
    items[0][inner] = value


def _has(row: dict[str, Any], field: str) -> bool:
    outer, _, inner = field.partition(".")
    if not inner:
        return outer in row
    items = row.get(outer)
    return isinstance(items, list) and bool(items) and isinstance(items[0], dict) and inner in items[0]


def _get(row: dict[str, Any], field: str) -> Any:
    outer, _, inner = field.partition(".")
    return row[outer][0][inner] if inner else row[outer]


def _drop(row: dict[str, Any], field: str) -> None:
    outer, _, inner = field.partition(".")
    if inner:
        del row[outer][0][inner]
    else:
        del row[outer]
