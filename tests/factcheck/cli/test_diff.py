"""`diff`: what changed between two exports, for people and for scripts."""

import gzip
import json

import pytest

from tests.factcheck.cli.conftest import Folder, one_line


@pytest.fixture
def exports(folder: Folder) -> Folder:
    """Two exports with a day's work between them: before.json and after.json."""
    folder.ok("export", "-o", "before.json")
    folder.ok("decide", "w4", "--verdict", "refuted", "--reason", "the harbour office counts three")
    folder.write(
        "more.jsonl", {"external_id": "n1", "statement": "A new claim."}, {"a": "n1", "b": "h2", "kind": "refines"}
    )
    folder.ok("import", "more.jsonl")
    folder.ok("sources", "Port Watch", "--reliability", "D", "--reason", "often wrong")
    folder.ok("export", "-o", "after.json")
    return folder


def test_it_tells_what_came_and_what_changed(exports: Folder) -> None:
    """Field by field; what only follows from a change is not told."""
    lines = exports.ok("diff", "before.json", "after.json").out.splitlines()
    assert lines[0] == "the second goes on where the first ends: 3 more ledger entries"
    assert "sources: 0 added, 0 removed, 1 changed" in lines
    assert "      reliability: F → D" in lines
    assert "claims: 1 added, 0 removed, 1 changed" in lines
    claim = next(
        at for at, line in enumerate(lines) if line.endswith("The fire destroyed four warehouses.") and "~" in line
    )
    assert lines[claim + 1 : claim + 5] == [
        "      status: new → decided",
        "      verdict: — → refuted",
        "      reason: — → the harbour office counts three",
        "      decided_by: — → anna",
    ]
    assert any(line.startswith("  + ") and line.endswith("  A new claim.") for line in lines)
    assert lines[-2] == "relations: 1 added, 0 removed, 0 changed"
    assert lines[-1].endswith("A new claim. — refines — Two people were hurt.")


def test_the_other_way_round_things_go(exports: Folder) -> None:
    """The first export is then the newer one."""
    lines = exports.ok("diff", "after.json", "before.json").out.splitlines()
    assert lines[0] == "the second is the earlier one: the first has 3 more ledger entries"
    assert "claims: 0 added, 1 removed, 1 changed" in lines
    assert any(line.startswith("  - ") and line.endswith("  A new claim.") for line in lines)


def test_json_holds_every_field(exports: Folder) -> None:
    """Also those that only follow from a change."""
    told = exports.ok("diff", "before.json", "after.json", "--json").json
    assert (told["history"], told["entries"]) == ("continued", 3)
    (changed,) = told["claims"]["changed"]
    assert changed["fields"]["version"] == {"from": 1, "to": 2}
    assert set(changed["fields"]) == {"status", "verdict", "reason", "decided_by", "decided_at", "version"}
    assert [one["name"] for one in told["claims"]["added"]] == ["A new claim."]
    assert told["documents"] == {"added": [], "removed": [], "changed": []}


def test_the_same_export_has_not_changed(exports: Folder) -> None:
    """Also packed, and from standard input."""
    data = (exports.path / "after.json").read_bytes()
    done = exports.ok("diff", "after.json", "-", stdin=gzip.compress(data))
    assert done.out == "the same point of the same history\nnothing has changed\n"


def test_histories_may_have_parted(exports: Folder) -> None:
    """Two people went on from one export; or the dossiers have nothing to do with each other."""
    exports.ok("--db", "other.db", "init")
    exports.ok("--db", "other.db", "import", "before.json")
    exports.ok("--db", "other.db", "decide", "h2", "--status", "deferred")
    exports.ok("--db", "other.db", "export", "-o", "other.json")
    out = exports.ok("diff", "after.json", "other.json").out
    assert out.startswith("one dossier that went two ways: the ledgers differ in their last 3 entries\n")
    exports.ok("--db", "third.db", "init")
    exports.ok("--db", "third.db", "add", "article.txt", "--published", "2025-09-01")
    exports.ok("--db", "third.db", "export", "-o", "third.json")
    assert exports.ok("diff", "after.json", "third.json").out.startswith("two dossiers: nothing in their ledgers")


def test_what_is_no_export_is_one_sentence(exports: Folder) -> None:
    """It names the file."""
    assert one_line(exports.run("diff", "after.json", "claims.jsonl")).startswith("claims.jsonl: not valid JSON at ")
    assert one_line(exports.run("diff", "none.json", "after.json")) == "none.json: no such file or directory"
    assert exports.run("diff", "-", "-").code == 2
    exports.write("list.json", json.dumps([1]))
    assert one_line(exports.run("diff", "after.json", "list.json")) == (
        "list.json: not a lossless export of format 1 (found None)"
    )
