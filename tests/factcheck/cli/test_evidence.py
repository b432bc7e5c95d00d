"""`search`, `link`, `unlink`: from a statement to passages, from a passage to evidence."""

from tests.factcheck.cli.conftest import Folder, one_line


def test_search_tells_where_a_passage_stands_and_link_makes_it_evidence(folder: Folder) -> None:
    """What `search` prints is what `link` takes."""
    (first, *_) = folder.ok("search", "four warehouses destroyed", "--json").json
    assert (first["name"], first["stance"], first["linked"]) == ("report.txt", "supports", False)
    lines = folder.ok("search", "four warehouses destroyed", "--limit", "1").out.splitlines()
    assert lines[0] == f"{first['document']}  {first['start']}-{first['end']}  report.txt"
    assert lines[1] == f"  {first['text']}"
    place = [first["document"], str(first["start"]), str(first["end"])]
    folder.ok("link", "w3", *place, "--stance", "refutes", "--reason", "four, not three")
    assert [one["stance"] for one in folder.claim("w3")["evidence"]] == ["supports", "refutes"]
    assert "(evidence already)" in folder.ok("search", "--claim", "w3").out
    folder.ok("unlink", "w3", "2")
    assert len(folder.claim("w3")["evidence"]) == 1
    assert folder.ok("verify").code == 0


def test_search_needs_words_or_a_claim(folder: Folder) -> None:
    """And says so when nothing bears on them."""
    assert folder.run("search").code == 2
    done = folder.ok("search", "zzz")
    assert (done.out, done.err) == ("", "no passage bears on it\n")
    assert "no claim is called 'nobody'" in one_line(folder.run("search", "--claim", "nobody"))
