"""`imports`: the imports of a dossier, for people and for scripts."""

from tests.factcheck.cli.conftest import Folder, one_line


def test_imports_are_listed(folder: Folder) -> None:
    """Oldest first, a line each, with what was touched since."""
    folder.write("new.csv", "external_id,statement", "n1,A new claim.", "n2,Another.")
    folder.ok("import", "new.csv")
    header, first, second = folder.ok("imports").out.splitlines()
    columns = "who format rows new changed relations rejected waiting touched file"
    assert header.split()[2:] == columns.split()
    assert first.split()[3:] == ["anna", "jsonl", "5", "4", "0", "1", "0", "0", "1", "claims.jsonl"]
    assert second.split()[3:] == ["anna", "csv", "2", "2", "0", "0", "0", "0", "0", "new.csv"]
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


def test_an_import_is_taken_back(folder: Folder) -> None:
    """By its entry or its name; the list says so, and the same file can come in again."""
    before = folder.ok("list", "--json").json
    folder.write("new.csv", "external_id,statement", "n1,A new claim.")
    folder.ok("import", "new.csv")
    done = folder.ok("imports", "--undo", "new.csv").out
    assert done.startswith("the import of new.csv is taken back: 1 claims, 0 relations and 0 waiting links are gone")
    assert folder.ok("list", "--json").json == before
    assert folder.ok("imports").out.splitlines()[-1].endswith("new.csv (taken back by entry 8)")
    assert "new.csv (entry 7): 1 claims, 0 relations gone" in folder.ok("log", "--limit", "1").out
    assert "taken back already" in one_line(folder.run("imports", "--undo", "7"))
    assert "no import is 'x'" in one_line(folder.run("imports", "--undo", "x"))
    assert "work has been done on what it brought: claim w3 (decision by anna" in one_line(
        folder.run("imports", "--undo", "claims.jsonl")
    )
    assert "claims 1 new" in folder.ok("import", "new.csv").out
    assert folder.ok("imports", "--undo", "9", "--json").json["claims"] == 1
    assert folder.ok("verify").code == 0
