"""`imports`: the imports of a dossier, for people and for scripts."""

from tests.factcheck.cli.conftest import Folder, one_line


def test_imports_are_listed(folder: Folder) -> None:
    """Oldest first, a line each, with what was touched since."""
    folder.write("new.csv", "external_id,statement", "n1,A new claim.", "n2,Another.")
    folder.ok("import", "new.csv")
    header, first, second = folder.ok("imports").out.splitlines()
    assert header.split()[2:] == ["who", "format", "rows", "new", "changed", "relations", "rejected", "touched", "file"]
    assert first.split()[3:] == ["anna", "jsonl", "5", "4", "0", "1", "0", "1", "claims.jsonl"]
    assert second.split()[3:] == ["anna", "csv", "2", "2", "0", "0", "0", "0", "new.csv"]
    told = folder.ok("imports", "--json").json
    assert [one["name"] for one in told] == ["claims.jsonl", "new.csv"]
    assert told[1]["sha256"] == folder.ok("log", "--limit", "1", "--json").json[0]["batch"]["sha256"]
    assert (told[0]["new"], told[0]["touched"]) == (4, 1)


def test_without_imports_it_says_so(empty: Folder) -> None:
    """And without a dossier, that there is none."""
    assert "no dossier here yet" in one_line(empty.run("imports"))
    empty.ok("init")
    assert empty.ok("imports").out == "no imports yet\n"
    assert empty.ok("imports", "--json").json == []
