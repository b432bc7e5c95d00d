"""The lossless export goes into an empty dossier and comes out the same, and nothing else goes in."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.judgement import ClaimDecision
from claims.model import Status
from factcheck.dossier import About, Dossier
from factcheck.errors import FactcheckError, FileProblem
from factcheck.store import anchors
from factcheck.store.engine import Store
from tests.conftest import Databases
from tests.factcheck.outside import row_counts, tamper
from tests.factcheck.story import ARTICLE, ROWS, bring, exported, fill

DELETED = object()
ODD: list[object] = [
    DELETED,
    None,
    True,
    0,
    7,
    -1,
    2**31,
    2**63,
    1.5,
    "",
    "x",
    "a\0b",
    "\ud800",
    "2020-01-01T00:00:00.000Z",
    "0" * 64,
    [],
    ["x"],
    [None],
    {},
    {"id": "x"},
]


def _restored(url: str, data: bytes) -> bytes:
    with Dossier.open(url, reviewer="boris") as dossier:
        dossier.restore(data, "export.json")
        assert dossier.verify().findings == ()
        return exported(dossier)


def _nothing_in(url: str) -> bool:
    return row_counts(url) == dict.fromkeys(row_counts(url), 0) | {"head": 1, "search_state": 1}


@pytest.fixture
def export(databases: Databases) -> Iterator[dict[str, Any]]:
    """The export of the story, read, with a document that has been replaced and one that is not UTF-8."""
    url = databases.new("sqlite")
    with Dossier.open(url, reviewer="anna", title="The fire") as dossier:
        fill(dossier)
        dossier.add(ARTICLE.replace("三座", "四座").encode("big5"), "article.txt", About(source="Harbour Daily"))
        yield json.loads(exported(dossier))


def _bytes(export: dict[str, Any]) -> bytes:
    """JSON as an attacker writes it; surrogates and all."""
    return json.dumps(export).encode()


# ── the identity ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", [("sqlite", "postgresql", "sqlite"), ("postgresql", "sqlite", "postgresql")])
def test_an_export_restored_and_exported_again_is_the_same_to_the_byte(
    databases: Databases, path: tuple[str, str, str]
) -> None:
    """From either kind of database to the other and back."""
    with Dossier.open(databases.new(path[0]), reviewer="anna", title="The fire") as dossier:
        fill(dossier)
        dossier.add("\ufeff".encode() + ARTICLE.encode(), "article.txt", About(source="Harbour Daily"))
        first = exported(dossier)
    second = _restored(databases.new(path[1]), first)
    third = _restored(databases.new(path[2]), second)
    assert first == second == third


def test_a_restored_dossier_goes_on_where_the_other_stood(story: Dossier, databases: Databases) -> None:
    """Ids, versions, history, imports: all work as before, and the same file still brings nothing new."""
    url = databases.new("sqlite")
    data = exported(story)
    with Dossier.open(url, reviewer="boris") as restored:
        restored.restore(data, "export.json")
        assert [event.hash for event in restored.history()] == [event.hash for event in story.history()]
        assert [event.kind for event in restored.history("free")] == ["import"]
        counts = bring(restored, ROWS).counts
        assert (counts.new, counts.changed, counts.relations_new) == (0, 0, 0)
        assert restored.decide("w3", ClaimDecision(status=Status.IN_REVIEW), seen=2).version == 3
        assert restored.verify().findings == ()
    assert row_counts(url)["batch"] == 1


def test_a_restored_file_has_its_anchors(story: Dossier, databases: Databases) -> None:
    """Every entry that came with the export is anchored beside the new file."""
    url = databases.new("sqlite")
    _restored(url, exported(story))
    path = Store(url).path
    assert path is not None
    assert dict(anchors.read(anchors.beside(path))) == {event.seq: event.hash for event in story.history()}


def test_restoring_twice_changes_nothing(story: Dossier, url: str, databases: Databases) -> None:
    """A dossier that stands at the export's head holds it already."""
    data = exported(story)
    story.restore(data, "export.json")
    assert exported(story) == data


def test_a_dossier_that_holds_something_is_not_filled(story: Dossier, databases: Databases) -> None:
    """Two histories cannot be one."""
    data = exported(story)
    with Dossier.open(databases.new("sqlite")) as other:
        bring(other, [{"statement": "Something else."}])
        before = exported(other)
        with pytest.raises(FactcheckError, match="already holds something"):
            other.restore(data, "export.json")
        assert exported(other) == before
    story.decide("w4", ClaimDecision(status=Status.DEFERRED))
    with pytest.raises(FactcheckError, match="already holds something"):
        story.restore(data, "export.json")


def test_a_dossier_in_which_nothing_was_written_has_no_export(dossier: Dossier) -> None:
    """There is nothing to tell yet, and it is said so."""
    with pytest.raises(FactcheckError, match="the dossier is empty"):
        exported(dossier)


# ── tampering ──────────────────────────────────────────────────────────────────────────────────────

TAMPERED: dict[str, tuple[tuple[str | int, ...], object]] = {
    "a statement": (("claims", 0, "statement"), "Ten warehouses."),
    "a verdict": (("claims", 0, "verdict"), "conflicting"),
    "a verdict that breaks the rules": (("claims", 3, "verdict"), "supported"),
    "a quote": (("claims", 0, "evidence", 0, "exact"), "四座"),
    "a quote's document": (("claims", 0, "evidence", 0, "document"), "d00000000000x"),
    "a place beyond counting": (("claims", 0, "evidence", 0, "end"), 2**63),
    "a version beyond counting": (("claims", 0, "version"), 2**62),
    "a claim twice": (("claims", 1, "id"), "c8vvhzvv6nzby"),
    "a relation's end": (("relations", 0, "a"), "c00000000000x"),
    "a relation to itself": (("relations", 0, "b"), "same"),
    "a source's grade": (("sources", 0, "reliability"), "A"),
    "a document's title": (("documents", 0, "title"), "x"),
    "a document's source": (("documents", 0, "source"), "Nobody"),
    "what a document replaces": (("documents", 2, "replaces"), "d00000000000x"),
    "a text": (("documents", 0, "text"), "x"),
    "a text's digest": (("documents", 0, "text_sha256"), "0" * 64),
    "the bytes": (("documents", 2, "content"), "QUJD"),
    "bytes that are none": (("documents", 2, "content"), "***"),
    "an encoding": (("documents", 0, "encoding"), "utf-16"),
    "the dossier's title": (("dossier", "title"), "x"),
    "the dossier's uuid": (("dossier", "uuid"), "x"),
    "the head's hash": (("ledger", "hash"), "0" * 64),
    "the head's number": (("ledger", "seq"), 5),
    "an entry": (("ledger", "entries", 2), "{}"),
    "an entry's who": (("ledger", "entries", 2), '{"changes":[],"leaves":{},"uuid":"x","who":"eve"}'),
    "an entry that is none": (("ledger", "entries", 2), "nonsense"),
    "an entry that is no text": (("ledger", "entries", 2), {}),
    "an entry without bottom": (("ledger", "entries", 2), "[" * 100_000),
    "the format": (("factcheck",), 2),
}


def _set(export: dict[str, Any], path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    changed = copy.deepcopy(export)
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    if value is DELETED:
        del place[path[-1]]
    else:
        place[path[-1]] = place["a"] if value == "same" else value
    return changed


@pytest.mark.parametrize("what", TAMPERED)
def test_a_tampered_export_is_refused_and_leaves_the_dossier_empty(
    export: dict[str, Any], url: str, dossier: Dossier, what: str
) -> None:
    """In one sentence that names the file."""
    with pytest.raises(FileProblem) as caught:
        dossier.restore(_bytes(_set(export, *TAMPERED[what])), "export.json")
    assert str(caught.value).startswith("export.json: ")
    assert "\n" not in str(caught.value)
    assert _nothing_in(url)


@pytest.mark.parametrize("name", ["sources", "documents", "claims", "relations"])
def test_something_left_out_or_put_in_is_noticed(export: dict[str, Any], url: str, dossier: Dossier, name: str) -> None:
    """Everything the ledger recorded must be there once, and nothing else."""
    for changed in (export[name][:-1], export[name] + export[name][-1:], [], None, DELETED):
        with pytest.raises(FactcheckError):
            dossier.restore(_bytes(_set(export, (name,), changed)), "export.json")
        assert _nothing_in(url)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b'{"factcheck": 1}', b"\xff\xfe", b'{"factcheck": 1, "factcheck": 1}', b"[" * 9**6],
)
def test_what_is_no_export_is_refused(dossier: Dossier, url: str, data: bytes) -> None:
    """Whatever it is instead."""
    with pytest.raises(FileProblem, match=r"^export\.json: "):
        dossier.restore(data, "export.json")
    assert _nothing_in(url)


def _paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _paths(inner, (*path, at))


def _empty(url: str) -> None:
    """Take everything out again, for the next example."""
    names = [name for name in row_counts(url) if name not in {"head", "search_state"}]
    tamper(url, *(f"DELETE FROM {name}" for name in names), f"UPDATE head SET seq = 0, hash = '{'0' * 64}'")


@settings(max_examples=40)
@given(data=st.data())
def test_no_change_anywhere_gets_in(export: dict[str, Any], url: str, data: st.DataObject) -> None:
    """Any value of the export replaced by an odd one is refused with a sentence, or makes no difference at all."""
    path = data.draw(st.sampled_from(sorted(_paths(export), key=str)))
    changed = _bytes(_set(export, path, data.draw(st.sampled_from(ODD))))
    with Dossier.open(url) as dossier:
        try:
            dossier.restore(changed, "export.json")
        except FactcheckError:
            assert _nothing_in(url)
            return
        assert json.loads(exported(dossier)) == export
    _empty(url)


@settings(max_examples=15)
@given(at=st.integers(0, 10**6), byte=st.integers(1, 255))
def test_no_flipped_byte_gets_in(export: dict[str, Any], databases: Databases, at: int, byte: int) -> None:
    """Not in the file either: damage in transit is noticed, or was in white space."""
    data = bytearray(_bytes(export))
    data[at % len(data)] ^= byte
    url = databases.new("sqlite")
    with Dossier.open(url) as dossier:
        try:
            dossier.restore(bytes(data), "export.json")
        except FactcheckError:
            assert _nothing_in(url)
        else:
            assert json.loads(exported(dossier)) == export
    databases.drop(url)


def test_a_dossier_tampered_with_gives_an_export_that_no_one_takes(
    story: Dossier, url: str, databases: Databases
) -> None:
    """The export says what the tables say; the ledger that travels with it says otherwise."""
    tamper(url, "UPDATE claim SET statement = 'x' WHERE external_id = 'w4'")
    with Dossier.open(databases.new("sqlite")) as other, pytest.raises(FileProblem, match="was edited outside"):
        other.restore(exported(story), "export.json")
