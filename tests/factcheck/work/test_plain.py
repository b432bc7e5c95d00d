"""A plain line gives, in a fifth of the time, just what reading it with care gives."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.dossier import Batch, Dossier
from factcheck.errors import FileProblem, ImportRefused, RowProblem
from factcheck.formats import jsonl
from factcheck.formats.rows import Row
from factcheck.store import ledger, reading
from factcheck.store.engine import Store
from factcheck.work import ahead, plain_import
from factcheck.work.plain import Plain, Shelved
from tests.conftest import Clock, Databases
from tests.factcheck.story import ARTICLE, REPORT, incoming

NAMES = ["harbour", "港口", " spaced", "x" * 501, "", 'a":b', "line\nbreak", "trailing\u2003", "\x1f"]
names = st.sampled_from(NAMES) | st.sampled_from(["fire", "倉庫", "Port Watch"])
oddities = st.sampled_from([None, 7, True, [], {}, "", 2.5, "rumour", [None], [7], {"a": 1}])
numbers = st.integers(-5, 5) | st.sampled_from([300.0, 2.5, 2**53, 2**70, -0.0, True, "3"])
quotes = st.fixed_dictionaries(
    {"document": st.sampled_from(["article.txt", "report.txt", "nowhere.txt", " article.txt"])},
    optional={
        "start": st.sampled_from([0, 2, 8, 40, -1, "2", None, 2.0]),
        "end": st.sampled_from([3, 10, 12, 45, 1000, 2**40, None]),
        "exact": st.sampled_from(["大火昨夜", "三座", "fire", "", None]),
        "stance": st.sampled_from(["supports", "refutes", "praises", None]),
        "directness": st.sampled_from(["primary", "far", None]),
        "more": st.just(1),
    },
)
good_quotes = st.fixed_dictionaries(
    {"document": st.just("article.txt"), "start": st.integers(0, 12), "end": st.integers(13, 25)},
    optional={"stance": st.sampled_from(["supports", "refutes", "context"]), "directness": st.just("primary")},
)
quantities = st.fixed_dictionaries(
    {"text": st.sampled_from(["three", "三", 7])},
    optional={
        "low": numbers,
        "high": numbers,
        "unit": names,
        "approximate": st.booleans(),
        "start": numbers,
        "no": names,
    },
)
dates = st.fixed_dictionaries(
    {"text": st.just("昨夜")},
    optional={
        "from": st.sampled_from(["2025-08-31", 5, None]),
        "to": st.just("2025-09-01"),
        "end": numbers,
        "first": names,
    },
)
entities = st.one_of(
    names, st.fixed_dictionaries({"name": names}, optional={"type": st.sampled_from(["place", "star"]), "x": names})
)
rows = st.fixed_dictionaries(
    {
        "statement": st.sampled_from(["The fire burned.", "倉庫三座被燒毀。", "Nobody was hurt.", "A second line"])
        | names
    },
    optional={
        "external_id": st.sampled_from(["a", "b", "c", "d", "e", "f", "g"]) | names | oddities,
        "language": st.sampled_from(["en", "zh-Hant", "english!", "en\n"]) | oddities,
        "kind": st.sampled_from(["event", "numerical"]) | oddities,
        "checkability": st.sampled_from(["checkable", "opinion"]) | oddities,
        "certainty": st.sampled_from(["asserted", "reported"]) | oddities,
        "claimant": names | oddities,
        "tags": st.lists(names, max_size=3) | oddities,
        "entities": st.lists(entities, max_size=2) | oddities,
        "quantities": st.lists(quantities, max_size=2) | oddities,
        "dates": st.lists(dates, max_size=2) | oddities,
        "status": st.sampled_from(["new", "in_review", "decided", "needs_recheck", "dismissed"]) | oddities,
        "verdict": st.sampled_from(["supported", "refuted", "conflicting", "not_enough_evidence"]) | oddities,
        "confidence": st.sampled_from(["low", "high"]) | oddities,
        "reason": names | oddities,
        "evidence": st.lists(quotes | good_quotes, max_size=2) | st.lists(good_quotes, max_size=3) | oddities,
        "relations": st.just([{"to": "a", "kind": "refines"}]),
        "rejected_row": st.just(3),
    },
)
plain_rows = st.fixed_dictionaries(
    {"statement": st.sampled_from(["The fire burned.", "倉庫三座被燒毀。", "Nobody was hurt."])},
    optional={
        "external_id": st.sampled_from(["a", "b", "c", "d"]),
        "kind": st.sampled_from(["event", "numerical"]),
        "claimant": st.sampled_from(["witnesses", "消防局"]),
        "tags": st.lists(st.sampled_from(["x", "y", "x"]), max_size=3),
        "entities": st.lists(st.sampled_from(["港口", {"name": "Port Watch", "type": "organisation"}]), max_size=2),
        "quantities": st.just([{"text": "三座", "low": 3, "high": 3.5, "unit": "warehouses"}]),
        "dates": st.just([{"text": "昨夜", "from": "2025-08-31"}]),
        "verdict": st.sampled_from(["supported", "conflicting"]),
        "evidence": st.lists(good_quotes, min_size=1, max_size=3),
    },
)
odd_lines = st.sampled_from(
    [
        b'{"statement": "x", "statement": "y"}',
        b'{"statement": "x", "tags": ["a\\u0000b"]}',
        b'{"statement": "x", "tags": ["\\ud800"]}',
        b'{"statement" : "spaced"}',
        b'{"statement": "x", "quantities": [{"text": "1", "low": NaN}]}',
        b'{"a": "a", "b": "b", "kind": "refines"}',
        b"[1]",
        b"\xff",
        b"",
        b'{"statement": "x"',
    ]
)
files = st.lists(
    (plain_rows | rows).map(lambda row: json.dumps(row, ensure_ascii=False).encode()) | odd_lines,
    min_size=1,
    max_size=8,
)


class Carefully:
    """Rows that do not say that they are lines."""

    def __init__(self, lines: jsonl.Lines) -> None:
        self._lines = lines

    def __iter__(self) -> Iterator[Row | RowProblem]:
        return iter(list(self._lines))


def outcome(url: str, lines: Iterable[bytes], *, carefully: bool, **how: Any) -> tuple[Any, ...]:
    """What an import of these lines says, and all that is in the dossier afterwards."""
    read = jsonl.read([line + b"\n" for line in lines], "claims.jsonl")
    given: Any = Carefully(read) if carefully else read
    said: Any
    with Dossier.open(url, reviewer="anna", now=Clock()) as dossier:
        try:
            done = dossier.import_rows(given, Batch("claims.jsonl", "jsonl"), digest=lambda: "0" * 64, **how)
            said = (done.counts, done.problems, [(one.line, one.problems) for one in done.rejects])
        except ImportRefused as error:
            said = error.problems
        except FileProblem as error:
            said = str(error)
    store = Store(url)
    with store.reading() as conn:
        claims = list(reading.claims(conn))
        ids = [claim.id for claim in claims]
        digests = reading.record_digests(conn, ids)
        batches = [reading.batch_of(conn, id_) for id_ in ids]
        entries = [entry.record() for entry in ledger.entries(conn)]
    store.close()
    return said, claims, digests, batches, [{**entry, "uuid": None} for entry in entries[2:]]


@settings(max_examples=60)
@given(first=files, second=files, accept=st.booleans())
@example(
    first=[b'{"statement": "The fire burned."}'],
    second=[
        b'{"statement": "The fire burned.", "rejected_row": 3, "external_id": "c"}',
        b'{"statement": "The fire burned.", "external_id": "c"}',
    ],
    accept=False,
)
@example(
    first=[b'{"statement": "The fire burned."}'],
    second=[b'{"statement": "The fire burned.", "checkability": "checkable"}', b'{"statement": "The fire burned."}'],
    accept=False,
)
def test_plain_lines_give_what_care_gives(
    databases: Databases, first: list[bytes], second: list[bytes], accept: bool
) -> None:
    """The same claims, digests and ledger, the same rows refused in the same words; again when a second file comes."""

    def make() -> str:
        url = databases.new("sqlite")
        with Dossier.open(url, reviewer="anna", now=Clock()) as dossier:
            dossier.add_all(incoming())
        return url

    urls = [databases.copy("sqlite", "documents", make) for _ in range(2)]
    for lines in (first, second):
        quick, slow = (
            outcome(url, lines, carefully=carefully, accept_valid=accept)
            for url, carefully in zip(urls, (False, True), strict=True)
        )
        assert quick == slow
    for url in urls:
        databases.drop(url)


SHELF = {
    name: Shelved(number, f"d{number}", hashlib.sha256(text.encode()).hexdigest(), text)
    for number, (name, text) in enumerate((("article.txt", ARTICLE), ("report.txt", REPORT)), 1)
}


def plain() -> Plain:
    """A reader that knows the story's documents."""
    return Plain(SHELF.get, "anna", "2025-09-01T08:00:00.000Z")


@pytest.mark.parametrize(
    "row",
    [
        {"statement": "x"},
        {"statement": "x", "external_id": "w", "status": "new", "tags": ["a"], "entities": ["港口"]},
        {"statement": "x", "evidence": [{"document": "article.txt", "start": 2, "end": 6, "exact": ARTICLE[2:6]}]},
        {"statement": "x", "verdict": "conflicting", "confidence": "low"},
        {
            "statement": "x",
            "verdict": "refuted",
            "reason": "no",
            "evidence": [{"document": "report.txt", "start": 0, "end": 8}],
        },
        {
            "statement": "x",
            "quantities": [{"text": "3", "low": 3, "high": 3.5}],
            "dates": [{"text": "d", "to": "2025"}],
        },
    ],
)
def test_what_scripts_write_is_plain(row: Mapping[str, Any]) -> None:
    """Records with quotes in place, with or without a verdict."""
    ready, old = plain().read([json.dumps(row).encode()])
    assert (len(ready.ids), old) == (1, [])


def _lines(count: int) -> list[bytes]:
    rows = ({"external_id": f"x{number}", "statement": f"Number {number}."} for number in range(count))
    return [json.dumps(row).encode() for row in rows]


@pytest.mark.parametrize("broken", ["", "no start", "no answer"])
def test_a_second_process_gives_the_same(databases: Databases, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    """Also when it cannot be started, or gives no answer; unchanged rows are told by it too."""
    urls = [databases.new("sqlite") for _ in range(2)]
    lines = [*_lines(40), b"no row", *_lines(60)[40:]]
    slow = [outcome(urls[0], lines, carefully=True, accept_valid=True) for _ in range(2)]
    monkeypatch.setattr(ahead, "LINES", 5)
    monkeypatch.setattr(ahead, "WORTH_IT", 10)
    if broken == "no start":
        monkeypatch.setattr(ahead.sys, "executable", "/no/such/interpreter")  # type: ignore[attr-defined]
    if broken == "no answer":
        monkeypatch.setattr(ahead, "_CHILD", "import sys; sys.stdin.buffer.read(9)")
    quick = [outcome(urls[1], lines, carefully=False, accept_valid=True) for _ in range(2)]
    assert quick == slow
    for url in urls:
        databases.drop(url)


def test_what_goes_wrong_while_lines_are_read_ahead_is_heard(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing was imported."""
    monkeypatch.setattr(ahead, "LINES", 5)
    monkeypatch.setattr(ahead, "WORTH_IT", 10)
    url = databases.new("sqlite")

    def broken() -> Iterator[bytes]:
        yield from (line + b"\n" for line in _lines(50))
        raise OSError("the disk is gone")

    with Dossier.open(url) as dossier:
        with pytest.raises(OSError, match="the disk is gone"):
            dossier.import_rows(jsonl.read(broken(), "x"), Batch("x", "jsonl"), digest=lambda: "0" * 64)
        assert not list(dossier.claims())
    databases.drop(url)


def test_many_documents_are_read_here(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where their texts are too long to be handed on, a second process is not started."""
    monkeypatch.setattr(ahead, "LINES", 5)
    monkeypatch.setattr(ahead, "WORTH_IT", 10)
    monkeypatch.setattr(plain_import, "MOST_TEXT", -1)
    monkeypatch.setattr(ahead, "_started", lambda told: pytest.fail("was started"))
    url = databases.new("sqlite")
    assert len(outcome(url, _lines(30), carefully=False)[1]) == 30
    databases.drop(url)
