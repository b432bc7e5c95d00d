"""The plain lines of an import, written block by block; every other line goes to whoever reads rows with care.

The order of the file is kept, so that of two rows with one claim the later one is the one refused.
"""

import gc
from array import array
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from factcheck.errors import RowProblem, UnknownReference
from factcheck.formats import jsonl
from factcheck.formats.rows import Row
from factcheck.store import bulk, ledger, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.ahead import Block, Setting, blocks
from factcheck.work.placing import Documents
from factcheck.work.plain import LEAF, Plain, Ready, Shelved

MOST_TEXT = 30_000_000
"""Code points of all documents together that a second process is handed."""
ID = 13
"""Characters of a claim's id."""
START = 3
"""Characters of an id that decide with which others it is sorted."""


class PlainLines:
    """The plain lines of one file under way."""

    def __init__(self, conn: Connection, documents: Documents, name: str, signature: tuple[str, str]) -> None:
        """Write in this transaction. `signature` is who judges, and when, as stored."""
        self.new = 0
        self.batch_pk: int | None = None
        """The batch that the claims name already; None where they must be told later."""
        self._name = name
        self._conn = conn
        self._documents = documents
        self._signature = signature
        self._lines = array("I")
        self._leaves: dict[str, bytearray] = defaultdict(bytearray)
        self._keys: dict[str, int] = {}

    def take(
        self,
        lines: jsonl.Lines,
        carefully: Callable[[Iterator[Row | RowProblem]], None],
        elsewhere: Container[str],
        progress: Callable[[int], None],
    ) -> Iterator[tuple[int, int, int]]:
        """Write the plain lines and hand the others over; gives (rows, new, unchanged) of each stretch of plain ones.

        `elsewhere` knows the claims of the rows that were handed over.
        """
        bulk.prepare(self._conn)
        plain = Plain(self._shelved, *self._signature)
        with _no_collecting():
            for block in blocks(lines.raw, plain, self._setting):
                for stretch in self._stretches(block, elsewhere):
                    if isinstance(stretch, range):
                        carefully(lines.row(*block.lines[at]) for at in stretch)
                    else:
                        yield stretch
                progress(block.lines[-1][2])

    def line_of(self, id_: str) -> int | None:
        """The plain line that a claim came from, None for every other claim."""
        if not self._lines:
            return None
        found = bulk.known(self._conn, [id_]).get(id_)
        return None if found is None else self._line(found[0])

    def leaves(self, others: Mapping[str, str | None]) -> ledger.Leaves:
        """The digests of the new claims for the ledger, with those of other claims, in the order of their ids."""
        for id_, digest in others.items():
            self._leaves[id_[:START]] += id_.encode() + bytes.fromhex(digest or "")
        bulk.settle(self._conn)
        return ledger.Leaves(self._written())

    def _written(self) -> Iterator[str]:
        before, size = "{", ID + LEAF
        for start in sorted(self._leaves):
            some = self._leaves.pop(start)
            those = sorted(bytes(some[at : at + size]) for at in range(0, len(some), size))
            yield before + ",".join([f'"{one[:ID].decode()}":"{one[ID:].hex()}"' for one in those])
            before = ","
        yield "}"

    # ── blocks ───────────────────────────────────────────────────────────────────────────────────

    def _stretches(self, block: Block, elsewhere: Container[str]) -> Iterator[range | tuple[int, int, int]]:
        """What was written, as (rows, new, unchanged), and where lines for others stand, in the order of the file."""
        fate, same = self._fates(block, elsewhere)
        brought = dict(zip(block.ready.at, block.ready.ids, strict=True)) | {at: id_ for at, id_, _ in block.old}
        start = 0
        while start < len(block.lines):
            end = _same_fate(fate, start)
            # A line before these may have brought one of their claims, with care.
            if start and fate[start] >= 0 and (twice := [at for at in range(start, end) if brought[at] in elsewhere]):
                for at in twice:
                    fate[at] = -1
                end = _same_fate(fate, start)
            if fate[start] < 0:
                yield range(start, end)
            else:
                new = self._write(block, [at for at in fate[start:end] if at < len(block.ready.ids)])
                for at in range(start, end):
                    if at in same:
                        self._note(same[at], block.lines[at][0])
                yield end - start, new, end - start - new
            start = end

    def _fates(self, block: Block, elsewhere: Container[str]) -> tuple[list[int], dict[int, int]]:
        """For each line its place among the ready claims if it brings one, -1 if it needs care, and keys of known ones.

        A line whose claim is there just like that has a number beyond the ready claims.
        """
        ready = block.ready
        others = [id_ for id_ in ready.others if id_ is not None]
        known = bulk.known(self._conn, [*ready.ids, *others, *(id_ for _, id_, _ in block.old)])
        fate, same = [-1] * len(block.lines), dict[int, int]()
        seen: set[str] = set()
        told = [
            (at, id_, ready.digests[number], number)
            for number, (at, id_) in enumerate(zip(ready.at, ready.ids, strict=True))
        ]
        told += [(at, id_, digest, -1) for at, id_, digest in block.old]
        for at, id_, digest, number in sorted(told) if block.old else told:
            there = known.get(id_)
            if id_ in seen or (number >= 0 and ready.others[number] in known):
                continue
            if there is None:
                fate[at] = number
            elif there[1] == digest and self._line(there[0]) is None and id_ not in elsewhere:
                fate[at], same[at] = len(ready.ids), there[0]
            else:
                continue
            seen.add(id_)
        return fate, same

    def _write(self, block: Block, chosen: Sequence[int]) -> int:
        """Write the ready claims at these places; returns how many."""
        if not chosen:
            return 0
        if not self.new:
            self.batch_pk = writing.promise_batch(self._conn, self._name)
        ready, first = block.ready, bulk.next_key(self._conn)
        if len(chosen) < len(ready.ids):
            ready = _part(ready, chosen)
        for kind, flat in (
            (bulk.CLAIM, ready.claims),
            (bulk.TAG, ready.tags),
            (bulk.ENTITY, ready.entities),
            (bulk.EVIDENCE, ready.links),
        ):
            width = len(kind.columns)
            bulk.place(flat, width, first)
            if kind is bulk.CLAIM:
                flat[1::width] = [self.batch_pk] * len(ready.ids)
            bulk.insert(self._conn, kind, flat)
        for number, (at, id_, leaf) in enumerate(zip(ready.at, ready.ids, ready.leaves, strict=True)):
            self._note(first + number, block.lines[at][0])
            self._leaves[id_[:START]] += id_.encode() + leaf
        self.new += len(ready.ids)
        return len(ready.ids)

    def _note(self, key: int, line: int) -> None:
        if key >= len(self._lines):
            self._lines.frombytes(bytes(self._lines.itemsize * (key + 1 - len(self._lines))))
        self._lines[key] = line

    def _line(self, key: int) -> int | None:
        return (self._lines[key] or None) if key < len(self._lines) else None

    # ── what reading needs to know ───────────────────────────────────────────────────────────────

    def _shelved(self, reference: str) -> Shelved | None:
        try:
            found = self._documents.get(reference)
        except UnknownReference:
            return None
        if found.id not in self._keys:
            self._keys = reading.document_pks(self._conn)
        return Shelved(self._keys[found.id], found.id, found.sha256, found.text)

    def _setting(self) -> Setting | None:
        texts = bulk.texts(self._conn, MOST_TEXT)
        if texts is None:
            return None
        named: dict[str, list[bulk.Text]] = defaultdict(list)
        for text in texts:
            named[text.name].append(text)
        shelf: dict[str, Shelved] = {}
        for name, some in named.items():
            replaced = {text.replaces for text in some}
            newest = [text for text in some if text.pk not in replaced]
            if len(newest) == 1:
                shelf[name] = _shelved(newest[0])
        for text in texts:
            shelf[text.id] = shelf[text.sha256] = _shelved(text)
        digests = bulk.digests(self._conn) if bulk.next_key(self._conn) > 1 else array("Q")
        return Setting(shelf, *self._signature, digests)


def _shelved(text: bulk.Text) -> Shelved:
    return Shelved(text.pk, text.id, text.sha256, text.text)


def _same_fate(fate: list[int], start: int) -> int:
    """Where the lines end that are, like the first of them, all plain or all for others."""
    end = start
    while end < len(fate) and (fate[end] < 0) == (fate[start] < 0):
        end += 1
    return end


def _part(ready: Ready, chosen: Sequence[int]) -> Ready:
    """The claims at these places alone."""
    places = {old: new for new, old in enumerate(chosen)}

    def some(values: list[Any]) -> list[Any]:
        return [values[at] for at in chosen]

    def rows(kind: bulk.Kind, flat: list[Any]) -> list[Any]:
        return bulk.chosen(flat, len(kind.columns), places)

    return Ready(
        some(ready.at),
        some(ready.ids),
        some(ready.others),
        some(ready.digests),
        some(ready.leaves),
        rows(bulk.CLAIM, ready.claims),
        rows(bulk.TAG, ready.tags),
        rows(bulk.ENTITY, ready.entities),
        rows(bulk.EVIDENCE, ready.links),
    )


@contextmanager
def _no_collecting() -> Iterator[None]:
    """No search for garbage that goes round in circles: there is none, and a fifth of the time goes into it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
