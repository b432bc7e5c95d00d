"""From two documents to a verdict report that can be checked back to the byte, by commands alone."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.conftest import EN, ZH, Desk

EXAMPLE = Path(__file__).parents[2] / "docs/examples/labelled_story.toml"
Place = Callable[[str, str], dict[str, Any]]

CLAIMS: list[dict[str, Any]] = [
    {
        "external_id": "z1",
        "statement": "126 passengers were stuck on the ferry.",
        "kind": "numerical",
        "quantities": [{"text": "一百二十六名", "low": 126, "high": 126, "unit": "people"}],
        "evidence": [{"document": "article.txt", "exact": "船上一百二十六名乘客"}],
    },
    {
        "external_id": "z2",
        "statement": "They were stuck for four hours.",
        "evidence": [{"document": "article.txt", "exact": "滯留四小時。"}],
    },
    {
        "external_id": "z3",
        "statement": "The engine was checked in March.",
        "kind": "quotation",
        "claimant": "陳怡",
        "certainty": "reported",
        "evidence": [{"document": "article.txt", "exact": "引擎今年三月才檢修過"}],
    },
    {
        "external_id": "z4",
        "statement": "The line is the worst of the port.",
        "checkability": "opinion",
        "evidence": [{"document": "article.txt", "exact": "全港最差"}],
    },
    {
        "external_id": "e1",
        "statement": "About 150 people sat there for five hours.",
        "evidence": [{"document": "talk.txt", "exact": "about 150 people sat out there for five hours"}],
        "relations": [{"to": "z1", "kind": "conflicts", "facet": "quantity", "reason": "126 is not about 150"}],
    },
    {
        "external_id": "e2",
        "statement": "A tug came around six.",
        "evidence": [
            {"document": "talk.txt", "exact": "A tug reached them around six in the evening."},
            {"document": "article.txt", "exact": "拖船在傍晚六時抵達"},
        ],
    },
    {
        "external_id": "e3",
        "statement": "The engine was last checked in 2023.",
        "evidence": [{"document": "talk.txt", "exact": "The engine was last checked in 2023"}],
        "relations": [{"to": "z3", "kind": "conflicts", "facet": "date"}],
    },
]


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A desk with both documents and all claims in, some of them judged."""
    desk("init --title", "The ferry")
    desk("add article.txt --source Tidings --reliability B --published 2025-09-02 --language zh-Hant")
    desk("add talk.txt --source", "Harbour Radio", "--published", "2025-09-03", "--origin", "a listener")
    desk("import", desk.write("claims.jsonl", CLAIMS))
    desk("decide e2 --verdict supported --confidence high --reason", "two accounts agree")
    desk("--as mei decide z3 --verdict conflicting --confidence moderate --reason", "no record of either check")
    desk("decide z4 --status dismissed --reason", "a matter of taste")
    desk("relate e1 z1 conflicts --state confirmed --resolution precision_or_unit --reason", "one counted the crew")
    desk("relate e3 z3 conflicts --conflict acknowledged")
    desk("sources", "Harbour Radio", "--reliability", "D", "--reason", "hearsay")
    return desk


def test_a_report_can_be_checked_back_to_the_byte(told: Desk) -> None:
    """Every quote of the export stands at its place in the bytes that were received; the ledger is clean."""
    told("export -o report.md")
    export = told.json("export --format json")
    documents = {one["id"]: one for one in export["documents"]}
    assert {one["name"]: one["text"] for one in documents.values()} == {"article.txt": ZH, "talk.txt": EN}
    for claim in export["claims"]:
        for quote in claim["evidence"]:
            assert documents[quote["document"]]["text"][quote["start"] : quote["end"]] == quote["exact"]
    assert "nothing wrong was found" in told("verify --anchor report.md")


def test_the_report_tells_the_story(told: Desk) -> None:
    """Verdicts with who and why, both sides of a conflict, what is still open."""
    report = told("export")
    for words in (
        "# Verdict report: The ferry",
        "7 claims from 2 documents",
        "**2 of 7 claims have a verdict.**",
        "✓ supported, confidence high** by bo",
        "two accounts agree",
        "by mei",
        "resolved: precision or unit",
        "one counted the crew",
        "“船上一百二十六名乘客”",
        "“about 150 people sat out there for five hours”",
        "Dismissed",
        "a matter of taste",
    ):
        assert words in report


def test_a_dossier_moves_to_another_desk_without_loss(told: Desk) -> None:
    """Export, restore and export again: the same bytes; work goes on there with the same history."""
    told("export --format json -o export.json")
    told("--db other.db init")
    told("--db other.db import export.json")
    assert told("--db other.db export --format json") == told("export --format json")
    assert told("--db other.db export") == told("export")
    assert told("--db other.db log --all") == told("log --all")
    told("--db other.db decide e1 --status in_review")
    assert "nothing wrong was found" in told("--db other.db verify --anchor export.json")


def test_doing_everything_again_changes_nothing(told: Desk) -> None:
    """Documents and claims that are there already leave the ledger where it is."""
    before = told("export --format json")
    told("add article.txt talk.txt")
    told("import claims.jsonl")
    assert told("export --format json") == before


def test_a_correction_sends_what_rests_on_it_back_to_review(told: Desk) -> None:
    """The corrected article marks its claims, keeps the verdicts, and the old text stays."""
    (told.folder / "article.txt").write_bytes(ZH.replace("一百二十六", "一百五十二").encode("big5"))
    out = told("add article.txt --source Tidings --published 2025-09-04 --language zh-Hant", code=1)
    assert out.count("needs_recheck") == 4
    claim = told.json("show z3 --json")
    assert (claim["status"], claim["verdict"]) == ("needs_recheck", "conflicting")
    assert len(told.json("export --format json")["documents"]) == 3
    assert "To be checked again" in told("export")
    assert "nothing wrong was found" in told("verify")


def test_tampering_is_found_and_named(told: Desk) -> None:
    """A verdict that was changed behind the ledger's back."""
    with sqlite3.connect(told.folder / "factcheck.db") as connection:
        connection.execute("UPDATE claim SET verdict = 'refuted' WHERE external_id = 'e2'")
    connection.close()
    found = told("verify", code=1)
    assert "(e2): was edited outside the ledger (verdict)" in found
    assert "1 findings" in found


# ── files that were labelled elsewhere ─────────────────────────────────────────────────────────────


def theirs(place: Place, id_: str, doc: str, quote: str, **more: Any) -> dict[str, Any]:
    """A claim in the words of another project."""
    plain = {
        "id": id_,
        "doc": doc,
        **place(doc, quote),
        "quote": quote,
        "statement_en": f"statement {id_}",
        "checkable": True,
        "kind": "event",
        "attribution": None,
        "certainty": "asserted",
        "entities": [],
        "quantities": [],
        "dates": [],
    }
    return plain | more


@pytest.fixture
def labelled(desk: Desk, place: Place) -> Desk:
    """A desk with both documents, and two files in the words of another project."""
    amount = {"text": "一百二十六名", "low": 126, "high": 126, "unit": "people", "approx": False}
    day = {"text": "昨日", "from": "2025-09-01", "to": "2025-09-01", "inferred": True}
    claims = [
        theirs(
            place, "a1", "article.txt", "一百二十六名乘客滯留四小時", kind="quantity", quantities=[amount], dates=[day]
        ),
        theirs(
            place,
            "a2",
            "article.txt",
            "引擎今年三月才檢修過",
            kind="statement",
            attribution="陳怡",
            certainty="reported",
        ),
        theirs(place, "a3", "article.txt", "全港最差", kind="opinion", entities=["東嶼"], note="loaded"),
        theirs(place, "a4", "article.txt", "（本報訊）", kind="boilerplate", checkable=False),
        theirs(place, "a5", "article.txt", "往返東嶼的「海星號」渡輪", kind="definition"),
        theirs(place, "b1", "talk.txt", "about 150 people", kind="comparison", optional=True),
        theirs(place, "b2", "talk.txt", "So, the ferry. Right.", kind="framing", checkable=False, dup_of="a1"),
        theirs(place, "b3", "talk.txt", "Nobody was hurt", kind="state", attribution="the company"),
        theirs(place, "b4", "talk.txt", "last checked in 2023", kind="biographical"),
    ]
    why = {"facet": "quantity", "why": "126 is not about 150"}
    relations: list[dict[str, Any]] = [
        {"a": "a1", "b": "b1", "relation": "conflicts", **why, "also_ok": ["refines"], "optional": False},
        {"a": "a2", "b": "b4", "relation": "conflicts", "facet": "date", "why": "March or 2023", "internal": False},
        {"a": "a1", "b": "b3", "relation": "unrelated_hard", "facet": None, "why": "both count people"},
        {"a": "b3", "b": "a1", "relation": "refines", "facet": "scope", "why": "says how they fared", "internal": True},
        {"a": "a5", "b": "b4", "relation": "corroborates", "facet": "identity", "why": "one ship"},
    ]
    desk("init")
    desk("add article.txt talk.txt --published 2025-09-02")
    desk.write("their_claims.jsonl", claims)
    desk.write("their_relations.jsonl", relations)
    return desk


def test_labelled_files_come_in_through_a_map(labelled: Desk) -> None:
    """The example in the documentation brings every claim with its exact words, and every relation but the traps."""
    out = labelled(f"import their_claims.jsonl their_relations.jsonl --map {EXAMPLE}")
    assert "their_claims.jsonl: 9 rows; claims 9 new" in out
    assert "relations 4 new" in out
    assert "their_relations.jsonl: 1 rows left out by the map: pairs that only look alike" in out
    claims = {claim["external_id"]: claim for claim in labelled.json("list --json")}
    assert {quote["state"] for claim in claims.values() for quote in claim["evidence"]} == {"exact"}
    assert (claims["a1"]["kind"], claims["a1"]["quantities"][0]["approximate"]) == ("numerical", False)
    assert claims["a1"]["dates"][0]["from"] == "2025-09-01"
    assert (claims["a2"]["kind"], claims["a2"]["claimant"]) == ("quotation", "陳怡")
    assert (claims["a3"]["kind"], claims["a3"]["checkability"]) == (None, "opinion")
    assert claims["a3"]["entities"] == [{"name": "東嶼", "type": "other"}]
    assert (claims["a4"]["kind"], claims["a4"]["checkability"]) == (None, "not_a_claim")
    assert (claims["b4"]["kind"], claims["b4"]["language"]) == ("property", "en")
    assert "nothing wrong was found" in labelled("verify")


def test_labelled_files_come_out_without_loss(labelled: Desk) -> None:
    """The lossless export of what came through the map is restored to the same bytes."""
    labelled(f"import their_claims.jsonl their_relations.jsonl --map {EXAMPLE}")
    labelled("export --format json -o export.json")
    labelled("--db other.db init")
    labelled("--db other.db import export.json")
    assert labelled("--db other.db export --format json") == (labelled.folder / "export.json").read_text("utf-8")
    before = labelled("export --format json")
    labelled(f"import their_claims.jsonl their_relations.jsonl --map {EXAMPLE}")
    assert labelled("export --format json") == before


def test_a_label_that_the_example_does_not_know_stops_the_file(labelled: Desk) -> None:
    """Nothing is guessed, nothing comes in."""
    rows = [json.loads(line) for line in (labelled.folder / "their_claims.jsonl").read_text("utf-8").splitlines()]
    labelled.write("more.jsonl", [*rows, {**rows[0], "id": "x", "kind": "rumour"}])
    before = labelled("export --format json")
    labelled(f"import more.jsonl --map {EXAMPLE}", code=3)
    assert labelled("export --format json") == before


@pytest.mark.parametrize("field", ["start", "end", "quote"])
def test_a_label_that_does_not_stand_in_its_document_stops_the_file(labelled: Desk, field: str) -> None:
    """An offset or a word that is wrong by one is found."""
    rows = [json.loads(line) for line in (labelled.folder / "their_claims.jsonl").read_text("utf-8").splitlines()]
    rows[3][field] = rows[3][field] + 1 if field != "quote" else rows[3][field] + "，"
    labelled.write("wrong.jsonl", rows)
    labelled(f"import wrong.jsonl --map {EXAMPLE}", code=3)
    assert labelled.json("list --json") == []
