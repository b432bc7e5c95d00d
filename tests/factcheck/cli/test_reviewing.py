"""`assign`, `split`, `merge`, `edit`, `undo`, `redo`, and where what they did shows up."""

import pytest

from tests.factcheck.cli.conftest import Folder, Result, one_line


def _as(folder: Folder, name: str, *arguments: str) -> Result:
    return folder.ok("--as", name, *arguments)


def test_a_second_opinion_by_command(folder: Folder) -> None:
    """Asked, hidden, given, listed as a disagreement, decided with a reason, counted."""
    assert folder.ok("assign", "w3", "--to", "boris", "--blind").out == "1 claim with boris, blind\n"
    assert "three warehouses" in _as(folder, "boris", "list", "--assigned", "boris").out
    for command in (("list",), ("list", "--json"), ("show", "w3"), ("show", "w3", "--json"), ("log",), ("stats",)):
        told = _as(folder, "boris", *command).out
        assert "photographs" not in told
        assert "✓ supported" not in told
    assert "w3" not in _as(folder, "boris", "list", "--verdict", "supported", "--json").out
    given = _as(folder, "boris", "decide", "w3", "--verdict", "refuted", "--reason", "there are four").out
    assert "judgement   boris: ✗ refuted: there are four" in given
    assert "judgement   anna: ✓ supported, confidence high: photographs" in given
    assert "three warehouses" in folder.ok("list", "--disagreements").out
    assert "reason" in one_line(folder.run("--as", "carol", "decide", "w3", "--verdict", "supported"))
    _as(folder, "carol", "decide", "w3", "--verdict", "supported", "--reason", "read both")
    assert folder.ok("list", "--disagreements", "--json").json == []
    stats = folder.ok("stats").out
    assert "0 of 1 claims judged twice alike (0 %), Krippendorff's alpha 0.000" in stats
    assert "anna and boris: 0 of 1 alike, Cohen's kappa 0.000" in stats
    assert "say next to nothing" in stats
    told = folder.ok("stats", "--json").json
    assert (told["agreement"]["claims"], told["disagreements"], told["asked"]) == (1, 0, 0)
    assert {one["reviewer"] for one in told["pace"]["reviewers"]} == {"anna", "boris", "carol"}
    assert [one["reviewer"] for one in folder.claim("w3")["reviews"]] == ["boris", "anna"]
    assert folder.run("verify").code == 0


def test_assigning_by_tag_and_taking_back(folder: Folder) -> None:
    """Exit code 1 says that some were left out, and why."""
    assert folder.ok("assign", "--tag", "damage", "h2", "--to", "boris").out == "2 claims with boris\n"
    done = folder.run("assign", "h2", "free", "--to", "boris", "--json")
    assert (done.code, [one["why"] for one in done.json["skipped"]]) == (1, ["is with boris already"])
    assert "free" not in folder.ok("list", "--unassigned", "--json").out
    assert folder.ok("assign", "h2", "w3", "--withdraw", "--to", "boris").out == "2 claims taken back from boris\n"
    left = folder.run("assign", "w3", "--withdraw")
    assert (left.code, "nothing that could be taken back" in left.err) == (1, True)


def test_one_into_two_into_one_and_back(folder: Folder) -> None:
    """`split` from arguments or a file, `merge`, and everything undone one by one."""
    before = folder.ok("list", "--json").json
    new = folder.ok("split", "h2", "兩人受傷 => Two were hurt.", "Nobody was hurt badly.", "--json").json
    assert [one["evidence"][0]["exact"] for one in new] == ["兩人受傷", "兩人受傷"]
    assert folder.claim("h2")["status"] == "dismissed"
    assert folder.ok("undo").out.startswith("undone: split of entry")
    assert folder.ok("split", "h2", "--parts", "-", stdin=b"Two were hurt.\n\nOne more.\n").out.count("\n") == 2
    folder.ok("undo", "--json")
    told = folder.ok("merge", "w3", "w4", "--reason", "the same fire").out
    assert "needs recheck, 2 quotes" in told
    folder.ok("undo")
    folder.ok("redo")
    folder.ok("undo")
    after = folder.ok("list", "--json").json
    assert [{**one, "version": 0} for one in after] == [{**one, "version": 0} for one in before]
    assert folder.run("verify").code == 0


def test_words_and_tags(folder: Folder) -> None:
    """`edit` says what the claim is now; a version that is no longer true is refused."""
    done = folder.ok("edit", "w3", "--statement", "Three warehouses burned.", "--tag", "火").out
    assert "needs recheck: Three warehouses burned.  [火]" in done
    assert "has changed since version 1" in one_line(folder.run("edit", "w3", "--tag", "", "--seen", "1"))
    assert folder.ok("edit", "w3", "--tag", "", "--json").json["tags"] == []


def test_nothing_to_undo(folder: Folder) -> None:
    """Said, and no error."""
    assert _as(folder, "nobody", "undo").out == "there is nothing of yours to be undone\n"
    assert _as(folder, "nobody", "redo").out == "there is nothing of yours to be done again\n"
    assert _as(folder, "nobody", "undo", "--json").json == {"entry": None, "kind": None, "changes": []}


@pytest.mark.parametrize(
    "arguments",
    [
        ("assign", "w3"),
        ("assign", "--to", "boris"),
        ("split", "w3"),
        ("merge", "w3"),
        ("edit", "w3"),
    ],
)
def test_what_is_missing_is_asked_for(folder: Folder, arguments: tuple[str, ...]) -> None:
    """Wrong usage, exit code 2, nothing changed."""
    before = folder.state()
    assert folder.run(*arguments).code == 2
    assert folder.state() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("split", "w3", "only one"), "two or more"),
        (("split", "w3", "nowhere => a", "b"), "copy them from it"),
        (("split", "w3", "--parts", "none.txt"), "none.txt"),
        (("merge", "w3", "w3"), "one claim to keep"),
        (("assign", "w3", "--to", " "), "needs a name"),
        (("assign", "nothing", "--to", "boris"), "no claim is called"),
        (("edit", "w3", "--statement", " "), "needs a statement"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(folder: Folder, arguments: tuple[str, ...], words: str) -> None:
    """Exit code 3, nothing changed."""
    before = folder.ok("list", "--json").out
    assert words in one_line(folder.run(*arguments))
    assert folder.ok("list", "--json").out == before


def test_parts_that_are_no_text(folder: Folder) -> None:
    """A file of parts is UTF-8."""
    folder.write("parts.txt", b"\xff\n")
    assert "parts.txt: not UTF-8 at byte 0" in one_line(folder.run("split", "w3", "--parts", "parts.txt"))
