"""`list`, `show`, `decide`, `relate`: what scripts read and what they decide."""

from typing import Any

import pytest

from tests.factcheck.cli.conftest import Folder, one_line


def listed(folder: Folder, *options: str) -> list[str]:
    """External ids of the claims that `list` gives."""
    return [claim["external_id"] for claim in folder.ok("list", *options, "--json").json]


# ── list, show ─────────────────────────────────────────────────────────────────────────────────────


def test_list_gives_a_line_for_each_claim(folder: Folder) -> None:
    """Id, status, verdict, statement, below a header, in columns."""
    done = folder.ok("list")
    header, *rows = done.out.splitlines()
    assert header.split() == ["claim", "status", "verdict", "statement"]
    assert len(rows) == 4
    first = folder.claim("w3")
    assert rows[0].startswith(first["id"])
    assert rows[0].endswith("decided  ✓ supported  The fire burned down three warehouses.")
    assert "○ none yet" in rows[1]
    assert done.err == ""


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["w3", "w4", "h2", "free"]),
        (["--status", "decided"], ["w3"]),
        (["--verdict", "supported"], ["w3"]),
        (["--verdict", "refuted"], []),
        (["--source", "Port Watch"], ["w4", "h2"]),
        (["--entity", "港口"], ["w3"]),
        (["--text", "WAREHOUSES"], ["w3", "w4"]),
        (["--tag", "harbour"], ["w3"]),
        (["--conflicts"], ["w3", "w4"]),
        (["--conflicts", "--source", "Port Watch"], ["w4"]),
        (["--limit", "2"], ["w3", "w4"]),
    ],
)
def test_list_narrows(folder: Folder, options: list[str], found: list[str]) -> None:
    """Each option narrows further; the order is that in which claims came."""
    assert listed(folder, *options) == found


def test_show_tells_everything_about_a_claim(folder: Folder) -> None:
    """Statement, state, quotes with place and hash, relations with both reasons, history."""
    done = folder.ok("show", "w3")
    for words in (
        "The fire burned down three warehouses.",
        "status      decided, version 2",
        "verdict     ✓ supported, confidence high, by anna",
        "reason      photographs",
        "about       港口",
        "quantity    三座: 3 warehouses",
        "date        昨夜: 2025-08-31",
        "tags        damage, harbour",
        "quote 1: supports, secondary, exact",
        "│ 昨夜燒毀三座倉庫",
        "article.txt, line 1, characters 4-12, SHA-256 ",
        "conflicts",
        "because: three is not four",
        "because: counted twice",
        "history (newest first)",
        "status new → decided",
    ):
        assert words in done.out
    assert done.err == ""


def test_show_as_json_is_the_claim_of_the_export(folder: Folder) -> None:
    """With its relations."""
    shown = folder.claim("w3")
    exported = folder.ok("export", "--format", "json").json
    relations = shown.pop("relations")
    assert shown == next(claim for claim in exported["claims"] if claim["external_id"] == "w3")
    assert relations == exported["relations"]


def test_a_claim_is_found_by_id_beginning_or_external_id(folder: Folder) -> None:
    """Four characters of the id are enough."""
    id_ = folder.claim("w3")["id"]
    for reference in (id_, id_[:8], "w3"):
        assert folder.claim(reference)["id"] == id_


@pytest.mark.parametrize("arguments", [["show", "w9"], ["decide", "w9", "--reason", "r"], ["log", "w9"]])
def test_an_unknown_claim_is_named(folder: Folder, arguments: list[str]) -> None:
    """The sentence says how to see what there is."""
    told = one_line(folder.run(*arguments))
    assert told == "no claim is called 'w9'; `factcheck list --json` shows what there is"


# ── decide ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_decision_is_data_and_stays(folder: Folder) -> None:
    """Verdict, confidence and version are told; the ledger knows who and why."""
    done = folder.ok("decide", "h2", "--verdict", "conflicting", "--confidence", "moderate", "--reason", "two accounts")
    assert done.out.endswith("  decided  ≠ conflicting, confidence moderate  version 2\n")
    assert done.err == ""
    (event, *_) = folder.ok("log", "h2", "--json").json
    assert (event["kind"], event["who"], event["why"]) == ("decision", "anna", "two accounts")
    assert folder.ok("verify").code == 0


def test_several_claims_are_decided_together_or_not_at_all(folder: Folder) -> None:
    """One of them that forbids it keeps the others as they were."""
    before = folder.state()
    assert one_line(folder.run("decide", "h2", "free", "--verdict", "supported")).startswith("claim c")
    assert folder.state() == before
    done = folder.ok("decide", "h2", "w4", "--status", "in_review", "--json")
    assert [claim["status"] for claim in done.json] == ["in_review", "in_review"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["free", "--verdict", "supported"], "cannot be supported: none of its quotes is found exact"),
        (["h2", "--verdict", "refuted"], "the verdict refuted needs a reason in words"),
        (["w3", "--verdict", "refuted"], "the verdict refuted needs a reason in words"),
        (["w3", "--verdict", "conflicting"], "changing the verdict from supported to conflicting needs a reason"),
        (["w3", "--status", "deferred"], "is decided and cannot become deferred; from decided it can become"),
        (["h2", "--confidence", "high"], "a confidence needs a verdict"),
        (["h2", "--status", "decided"], "the status decided needs a verdict"),
        (["h2", "--verdict", "conflicting", "--status", "in_review"], "the status in_review cannot be set with it"),
    ],
)
def test_what_the_rules_forbid_is_told_and_changes_nothing(folder: Folder, arguments: list[str], told: str) -> None:
    """One sentence, exit code 3."""
    before = folder.state()
    assert told in one_line(folder.run("decide", *arguments))
    assert folder.state() == before


def test_a_decision_on_a_stale_version_is_refused(folder: Folder) -> None:
    """The sentence says who changed it."""
    folder.ok("decide", "h2", "--seen", "1", "--status", "in_review")
    told = one_line(folder.run("decide", "h2", "--seen", "1", "--status", "deferred"))
    assert "has changed since version 1: it is now version 2 (decision by anna at " in told
    assert folder.claim("h2")["status"] == "in_review"


def test_sending_a_decision_twice_is_harmless(folder: Folder) -> None:
    """The same uuid is the same decision."""
    first = folder.ok("decide", "h2", "--uuid", "u1", "--status", "in_review")
    before = folder.state()
    assert folder.ok("decide", "h2", "--uuid", "u1", "--status", "in_review").out == first.out
    assert folder.state() == before


# ── relate ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_relation_is_added_confirmed(folder: Folder) -> None:
    """A person who adds one means it."""
    done = folder.ok("relate", "w3", "h2", "corroborates", "--facet", "date", "--reason", "one night", "--json")
    relation: dict[str, Any] = done.json
    assert (relation["kind"], relation["facet"], relation["state"]) == ("corroborates", "date", "confirmed")
    assert relation["reasons"] == ["one night"]


def test_the_facet_of_a_known_relation_need_not_be_repeated(folder: Folder) -> None:
    """There is one conflict between the two; from either side it is found."""
    done = folder.ok("relate", "w4", "w3", "conflicts", "--resolution", "one_is_wrong", "--reason", "seen")
    assert "quantity (confirmed, resolved)" in done.out
    assert folder.claim("w3")["relations"][0]["resolution"] == "one_is_wrong"
    assert folder.ok("verify").code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["w3", "w3", "refines"], "cannot stand in a relation to itself"),
        (["w3", "w9", "refines"], "no claim is called 'w9'"),
        (["w3", "h2", "refines", "--conflict", "open"], "is of kind refines; only a conflict can be open"),
        (["w3", "w4", "conflicts", "--conflict", "resolved"], "a resolved conflict says by what"),
        (["w3", "w4", "conflicts", "--seen", "7"], "has changed since version 7: it is now version 2"),
    ],
)
def test_a_relation_that_cannot_be_is_refused(folder: Folder, arguments: list[str], told: str) -> None:
    """One sentence, and nothing has changed."""
    before = folder.state()
    assert told in one_line(folder.run("relate", *arguments))
    assert folder.state() == before
