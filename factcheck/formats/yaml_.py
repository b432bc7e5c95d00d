"""Claim records in YAML, read from its events and strictly: what YAML adds to JSON besides its looks is refused.

Anchors and aliases (a few hundred bytes may unfold into gigabytes), tags, merge keys and duplicate keys stop the file.
A plain word is a text unless JSON would take it for a number, true, false or null: `no` is a text, and so is a date.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from factcheck.errors import FileProblem, RowProblem
from factcheck.formats.json_document import Unreadable
from factcheck.formats.json_records import lists_of
from factcheck.formats.jsonl import DEEPEST
from factcheck.formats.rows import Row, Rows

LARGEST = 50_000_000
"""Bytes; a YAML parser is slow, and ten times slower still where it is not the one in C."""
_number = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?(?:[eE][+-]?\d{1,2})?")
_words = {"null": None, "~": None, "": None, "true": True, "false": False}


def read(data: bytes, name: str) -> Rows:
    """The records of a file: a list, an object with the list `claims`, or one record a document. Raises Unreadable."""
    reader = _Reader(_text(data), name)
    items = [item for value in reader.documents() for some in lists_of(value) for item in some]
    line = 1
    for number, item in enumerate(items, 1):
        line = reader.lines.get(id(item), line)
        if isinstance(item, dict):
            yield Row(line, item, len(data))
        else:
            yield RowProblem(name, line, None, f"item {number} must be a mapping of fields", raw=item)


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise Unreadable(1, f"larger than {LARGEST:,} bytes; JSON Lines may be of any size")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(data.count(b"\n", 0, error.start) + 1, f"not UTF-8 at byte {error.start + 1}") from error


class _Reader:
    """Builds values from events. `lines` tells where each mapping begins, by its identity."""

    def __init__(self, text: str, name: str) -> None:
        try:
            import yaml  # noqa: PLC0415 - an optional extra
        except ImportError as error:
            raise FileProblem(name, "reading YAML needs PyYAML: pip install 'factcheck-desk[yaml]'") from error
        self._yaml = yaml
        self._events = self._strict(text)
        self.lines: dict[int, int] = {}
        self._kept: list[object] = []

    def documents(self) -> Iterator[Any]:
        """The value of each document."""
        for event in self._events:
            if isinstance(event, self._yaml.NodeEvent):
                yield self._node(event, 1)

    def _strict(self, text: str) -> Iterator[Any]:
        yaml = self._yaml
        try:
            for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
                _refuse(event, yaml)
                yield event
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = error.problem or error.context or "cannot be read"
            raise Unreadable(mark.line + 1 if mark else 1, f"not valid YAML: {problem}") from error
        except (yaml.YAMLError, ValueError, IndexError) as error:
            if isinstance(error, Unreadable):
                raise
            raise Unreadable(1, f"not valid YAML: {' '.join(str(error).split())[:200]}") from error

    def _node(self, event: Any, depth: int) -> Any:
        yaml = self._yaml
        if depth > DEEPEST:
            raise Unreadable(_line(event), f"nested more than {DEEPEST} levels deep")
        if isinstance(event, yaml.ScalarEvent):
            return event.value if event.style else _plain(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return [self._node(one, depth + 1) for one in self._until(yaml.SequenceEndEvent)]
        found: dict[str, Any] = {}
        self.lines[id(found)] = _line(event)
        self._kept.append(found)
        for one in self._until(yaml.MappingEndEvent):
            key = self._key(one)
            if key in found:
                raise Unreadable(_line(one), f"the field {key!r} is given twice")
            found[key] = self._node(next(self._events), depth + 1)
        return found

    def _until(self, end: type) -> Iterator[Any]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield event

    def _key(self, event: Any) -> str:
        if not isinstance(event, self._yaml.ScalarEvent):
            raise Unreadable(_line(event), "the name of a field must be a text")
        if event.value == "<<" and not event.style:
            raise Unreadable(_line(event), "merge keys (<<) are not read; write the fields out")
        return str(event.value)


def _refuse(event: Any, yaml: Any) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise Unreadable(_line(event), "aliases (*name) are not read; write the value out")
    if getattr(event, "anchor", None) is not None:
        raise Unreadable(_line(event), "anchors (&name) are not read; write the value out")
    if getattr(event, "tag", None) is not None:
        raise Unreadable(_line(event), f"tags ({str(event.tag)[:40]}) are not read")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _plain(word: str) -> Any:
    if word in _words:
        return _words[word]
    return json.loads(word) if _number.fullmatch(word) else word
