"""An import is whole or nothing, can be repeated without harm, and never overrides what a person decided."""

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.judgement import ClaimDecision
from claims.model import (
    Confidence,
    ConflictState,
    Facet,
    RelationKind,
    RelationState,
    Resolution,
    Status,
    Verdict,
)
from evidence.model import QuoteState
from factcheck.dossier import About, Batch, Dossier, Imported
from factcheck.errors import ImportRefused
from factcheck.formats.claim_files import ClaimFormat, opened
from factcheck.formats.fieldmap import FieldMap
from factcheck.work.import_ import CHUNK
from tests.conftest import Databases
from tests.factcheck.story import ARTICLE, REPORT, exported, incoming


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    """A dossier with the story's two documents and no claim."""
    dossier.add_all(incoming())
    return dossier


def lines(*rows: Mapping[str, Any] | str) -> bytes:
    """A JSONL file of rows, or of lines as they are."""
    return b"".join(
        (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)).encode() + b"\n" for row in rows
    )


def bring(
    dossier: Dossier,
    *rows: Mapping[str, Any] | str,
    data: bytes | None = None,
    format_: ClaimFormat = ClaimFormat.JSONL,
    fieldmap: FieldMap | None = None,
    **how: Any,
) -> Imported:
    """Import a file of these rows."""
    file = opened(io.BytesIO(lines(*rows) if data is None else data), "claims.jsonl", format_)
    batch = Batch(file.name, format_.value) if fieldmap is None else Batch(file.name, format_.value, fieldmap)
    return dossier.import_rows(file.rows, batch, digest=file.digest, **how)


def refused(dossier: Dossier, *rows: Mapping[str, Any] | str, **how: Any) -> list[str]:
    """The sentences with which an import is refused."""
    with pytest.raises(ImportRefused) as caught:
        bring(dossier, *rows, **how)
    return [str(problem).removeprefix("claims.jsonl, line ") for problem in caught.value.problems]


def head(dossier: Dossier) -> tuple[int, str]:
    """The ledger's head."""
    return dossier.verify().head


def clean(dossier: Dossier) -> bool:
    """Whether everything in the dossier is as it was written down."""
    return dossier.verify().findings == ()


def quote(exact: str | None = None, document: str = "article.txt", **more: Any) -> dict[str, Any]:
    """A piece of evidence."""
    return {"document": document, **({} if exact is None else {"exact": exact}), **more}


Rows = list[Mapping[str, Any] | str]
FIRE: dict[str, Any] = {"external_id": "w3", "statement": "Three warehouses burned.", "evidence": [quote("三座倉庫")]}
HURT: dict[str, Any] = {"external_id": "h2", "statement": "Two people were hurt.", "evidence": [quote("兩人受傷")]}


# ── what comes in ──────────────────────────────────────────────────────────────────────────────────


def test_a_claim_comes_in_with_its_exact_words(dossier: Dossier) -> None:
    """A quote given by its words alone gets its place, and the words around it."""
    done = bring(dossier, FIRE)
    claim = dossier.claim("w3")
    (link,) = claim.evidence
    assert (done.counts.rows, done.counts.new, done.problems) == (1, 1, ())
    assert (claim.status, claim.verdict, claim.version) == (Status.NEW, None, 1)
    assert (link.start, link.end, link.exact, link.state) == (8, 12, "三座倉庫", QuoteState.EXACT)
    assert (link.prefix, link.added_by) == (ARTICLE[:8], "import")
    assert clean(dossier)


@pytest.mark.parametrize("reference", ["name", "id", "sha256"])
def test_a_document_is_named_by_name_id_or_digest(dossier: Dossier, reference: str) -> None:
    """Each of the three finds it."""
    named = getattr(dossier.document("report.txt"), reference)
    bring(dossier, {"external_id": "x", "statement": "s", "evidence": [quote("four warehouses", named)]})
    assert dossier.claim("x").evidence[0].document == dossier.document("report.txt").id


def test_offsets_are_code_points(dossier: Dossier) -> None:
    """Characters beyond the first plane count as one."""
    dossier.add("😀港口😀大火".encode(), "emoji.txt")
    bring(dossier, {"external_id": "e", "statement": "s", "evidence": [quote("大火", "emoji.txt", start=4, end=6)]})
    assert dossier.claim("e").evidence[0].exact == "大火"


def test_a_decided_claim_comes_in_decided(dossier: Dossier) -> None:
    """A verdict in a row is entered in the name of who imports it."""
    bring(dossier, {**FIRE, "verdict": "supported", "confidence": "high", "reason": "photographs"})
    claim = dossier.claim("w3")
    assert (claim.status, claim.verdict, claim.confidence) == (Status.DECIDED, Verdict.SUPPORTED, Confidence.HIGH)
    assert (claim.decided_by, claim.reason) == ("anna", "photographs")
    assert clean(dossier)


def test_csv_brings_what_jsonl_brings(dossier: Dossier) -> None:
    """The same claim from either format has the same id and the same content."""
    table = "external_id,statement,tags,document,start,end\nw3,Three warehouses burned.,a;b,article.txt,8,12\n"
    bring(dossier, data=table.encode(), format_=ClaimFormat.CSV)
    claim = dossier.claim("w3")
    again = bring(dossier, {**FIRE, "tags": ["a", "b"]})
    assert (again.counts.new, again.counts.changed, again.counts.unchanged) == (0, 0, 1)
    assert dossier.claim("w3") == claim


def test_rows_that_the_map_leaves_out_are_counted_by_reason(dossier: Dossier) -> None:
    """They are not rejected, and the reason is the map's."""
    skip = FieldMap({}, {"kind": {"test": {"skip": "rows for testing"}}}, {})
    done = bring(dossier, {"statement": "x", "kind": "test"}, FIRE, {"statement": "y", "kind": "test"}, fieldmap=skip)
    assert done.counts.left_out == {"rows for testing": 2}
    assert (done.counts.rows, done.counts.new, done.counts.rejected) == (3, 1, 0)


# ── once, and again ────────────────────────────────────────────────────────────────────────────────


def test_the_same_file_again_changes_nothing(dossier: Dossier) -> None:
    """Neither tables nor ledger move, and every row is told to be unchanged."""
    rows: Rows = [FIRE, HURT, {"statement": "No id."}, {"a": "w3", "b": "h2", "kind": "corroborates"}]
    bring(dossier, *rows)
    before = exported(dossier)
    again = bring(dossier, *rows)
    assert exported(dossier) == before
    assert (again.counts.new, again.counts.changed, again.counts.unchanged) == (0, 0, 3)
    assert (again.counts.relations_new, again.counts.relations_unchanged) == (0, 1)
    assert not again.counts.writes


def test_the_same_rows_in_another_order_change_nothing(dossier: Dossier) -> None:
    """A file that was sorted anew is still the same claims."""
    rows: Rows = [FIRE, HURT, {"statement": "No id."}, {**HURT, "external_id": "h3"}]
    bring(dossier, *rows)
    before = exported(dossier)
    bring(dossier, *reversed(rows))
    assert exported(dossier) == before


def test_a_row_with_its_fields_in_another_order_is_the_same_row(dossier: Dossier) -> None:
    """What counts is what a row says, not how it is set."""
    bring(dossier, FIRE)
    before = head(dossier)
    bring(dossier, dict(reversed(FIRE.items())))
    assert head(dossier) == before


def test_a_changed_row_updates_its_claim(dossier: Dossier) -> None:
    """The content is the row's, the claim and its place in the history stay."""
    bring(dossier, FIRE, HURT)
    id_ = dossier.claim("w3").id
    done = bring(dossier, {**FIRE, "statement": "Three warehouses burned down.", "kind": "numerical"}, HURT)
    claim = dossier.claim("w3")
    assert (done.counts.new, done.counts.changed, done.counts.unchanged) == (0, 1, 1)
    assert (claim.id, claim.statement, claim.version) == (id_, "Three warehouses burned down.", 2)
    (event, *_) = dossier.history("w3")
    (change,) = event.changes
    assert change["from"] == {"statement": "Three warehouses burned.", "kind": None}
    assert clean(dossier)


def test_a_decision_survives_a_changed_row(dossier: Dossier) -> None:
    """Tags and names may change below a verdict; the verdict, its reason and who decided stay."""
    bring(dossier, FIRE)
    decision = ClaimDecision(verdict=Verdict.SUPPORTED, confidence=Confidence.HIGH, reason="seen")
    decided = dossier.decide("w3", decision)
    bring(dossier, {**FIRE, "tags": ["fire"], "status": "new"})
    claim = dossier.claim("w3")
    assert claim == decided.model_copy(update={"tags": ("fire",), "version": 3})
    assert clean(dossier)


@pytest.mark.parametrize(
    "change",
    [
        {"statement": "Four warehouses burned."},
        {"evidence": [quote("燒毀三座倉庫")]},
        {"evidence": [quote("三座倉庫", stance="context")]},
        {"evidence": []},
    ],
)
def test_a_verdict_on_other_words_must_be_looked_at_again(dossier: Dossier, change: dict[str, Any]) -> None:
    """When the statement or the evidence under a verdict changes, the claim needs a recheck and keeps its verdict."""
    bring(dossier, FIRE)
    dossier.decide("w3", ClaimDecision(verdict=Verdict.SUPPORTED, reason="seen"))
    bring(dossier, {**FIRE, **change})
    claim = dossier.claim("w3")
    assert (claim.status, claim.verdict, claim.reason) == (Status.NEEDS_RECHECK, Verdict.SUPPORTED, "seen")
    assert clean(dossier)


def test_an_import_does_not_decide_what_a_person_left_open(dossier: Dossier) -> None:
    """A verdict that a row gains later is not entered over the claim's present state."""
    bring(dossier, FIRE)
    done = bring(dossier, {**FIRE, "verdict": "supported"})
    assert done.counts.unchanged == 1
    assert dossier.claim("w3").verdict is None


# ── relations ──────────────────────────────────────────────────────────────────────────────────────


def test_a_relation_has_a_row_of_its_own_or_stands_in_a_claim(dossier: Dossier) -> None:
    """Both ways give the same relation, also to a claim later in the file."""
    told = {"kind": "conflicts", "facet": "quantity", "reason": "three is not four"}
    first = bring(dossier, {**FIRE, "relations": [{"to": "h2", **told}]}, HURT)
    (relation,) = dossier.relations()
    assert first.counts.relations_new == 1
    assert {relation.a, relation.b} == {dossier.claim("w3").id, dossier.claim("h2").id}
    assert (relation.kind, relation.facet, relation.conflict) == (
        RelationKind.CONFLICTS,
        Facet.QUANTITY,
        ConflictState.OPEN,
    )
    assert relation.reasons == ("three is not four",)
    again = bring(dossier, {"a": "h2", "b": "w3", **told})
    assert (again.counts.relations_new, again.counts.relations_unchanged) == (0, 1)
    assert clean(dossier)


def test_the_direction_of_a_relation_is_kept(dossier: Dossier) -> None:
    """`refines` reads from a to b, whichever claim came first."""
    bring(dossier, FIRE, HURT, {"a": "h2", "b": "w3", "kind": "refines", "state": "confirmed"})
    (relation,) = dossier.relations()
    assert (relation.a, relation.b) == (dossier.claim("h2").id, dossier.claim("w3").id)
    assert relation.state is RelationState.CONFIRMED


def test_a_resolved_conflict_says_by_what(dossier: Dossier) -> None:
    """A resolution makes a conflict resolved; one without the other is refused."""
    bring(dossier, FIRE, HURT, {"a": "w3", "b": "h2", "kind": "conflicts", "resolution": "one_is_wrong"})
    (relation,) = dossier.relations()
    assert (relation.conflict, relation.resolution) == (ConflictState.RESOLVED, Resolution.ONE_IS_WRONG)
    told = "a resolved conflict says by what, and only a resolved one does"
    for wrong in ({"conflict": "resolved"}, {"conflict": "open", "resolution": "one_is_wrong"}):
        row = {"a": "w3", "b": "h2", "kind": "conflicts", "facet": "date", **wrong}
        assert refused(dossier, row) == [f"1, resolution: {told}"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"a": "w3", "b": "w4", "kind": "refines"}, "2, b: no claim 'w4' in the dossier or in what is imported"),
        ({"a": "w1", "b": "w3", "kind": "refines"}, "2, a: no claim 'w1' in the dossier or in what is imported"),
        ({"a": "w3", "b": "w3", "kind": "refines"}, "2, b: a claim cannot stand in a relation to itself"),
        (
            {"a": "w3", "b": "h2", "kind": "refines", "conflict": "open"},
            "2, conflict: only a relation of kind conflicts has a course, not refines",
        ),
        (
            {"statement": "s", "relations": [{"to": "w9", "kind": "refines"}]},
            "2, to: no claim 'w9' in the dossier or in what is imported",
        ),
    ],
)
def test_a_relation_that_cannot_be_is_refused(dossier: Dossier, row: dict[str, Any], told: str) -> None:
    """The sentence names the end that is missing or the rule that is broken."""
    assert refused(dossier, FIRE, row, HURT) == [told]


# ── rows that are wrong ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        (quote("三座", "nowhere.txt"), "document: no document 'nowhere.txt' in the dossier; add it first"),
        (
            quote(start=30, end=99),
            f"end: [30, 99) is outside the text of article.txt, which has {len(ARTICLE)} characters",
        ),
        (quote(start=5, end=5), f"end: [5, 5) is outside the text of article.txt, which has {len(ARTICLE)} characters"),
        (quote(start=5, end=2**31 - 1), "end: [5, 2147483647) is outside the text of article.txt"),
        (quote("三座", start=0, end=2), "exact: these words do not stand at [0, 2) of article.txt, but at 8"),
        (
            quote("五座", start=8, end=10),
            "exact: these words do not stand at [8, 10) of article.txt, nor anywhere else",
        ),
        (quote("五座"), "exact: these words do not stand in article.txt"),
        (quote("火"), "exact: these words stand 2 times in article.txt; give start and end"),
        (quote("THE FIRE", "report.txt"), "exact: these words do not stand in report.txt"),
        (quote("三座仓库"), "exact: these words do not stand in article.txt"),
    ],
)
def test_a_quote_is_exactly_there_or_refused(dossier: Dossier, evidence: dict[str, Any], told: str) -> None:
    """Nothing like it is taken for it: neither another case nor another script, nor one of several places."""
    (found,) = refused(dossier, {"statement": "s", "evidence": [quote("兩人受傷"), evidence]}, strict_links=True)
    assert found.startswith(f"1, evidence[1].{told}")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"verdict": "supported"}, "verdict: it cannot be supported: none of its quotes is found exact"),
        ({"verdict": "refuted", "reason": "r"}, "verdict: it cannot be refuted: none of its quotes is found exact"),
        (
            {"verdict": "refuted", "evidence": [quote("三座倉庫", stance="refutes")]},
            "verdict: the verdict refuted needs a reason in words",
        ),
        ({"status": "decided"}, "status: the status decided needs a verdict"),
        ({"confidence": "high"}, "status: a confidence needs a verdict"),
        (
            {"verdict": "conflicting", "status": "in_review"},
            "verdict: a verdict makes it decided, so the status in_review cannot be set with it",
        ),
    ],
)
def test_the_rules_for_verdicts_hold_for_rows_too(dossier: Dossier, row: dict[str, Any], told: str) -> None:
    """What no reviewer may do, no file may do; the sentence does not name an id that nobody has seen."""
    (found,) = refused(dossier, {"statement": "s", **row})
    assert found.startswith(f"1, {told}")
    assert "claim c" not in found


def test_an_external_id_stands_once_in_a_file(dossier: Dossier) -> None:
    """Both lines are named, and what they say makes no difference."""
    told = refused(dossier, FIRE, HURT, {**HURT, "external_id": "w3"})
    assert told == ["3, external_id: 'w3' stands on line 1 already"]


def test_the_same_claim_stands_once_in_a_file(dossier: Dossier) -> None:
    """Without an external id, the same words at the same place are the same claim."""
    row = {"statement": "s", "evidence": [quote("三座倉庫")]}
    assert refused(dossier, row, row) == ["2, statement: the same claim stands on line 1 already"]
    bring(dossier, row, {**row, "evidence": [quote("兩人受傷")]})
    assert len(list(dossier.claims())) == 2


def test_every_wrong_row_is_told(dossier: Dossier) -> None:
    """A file is mended in one go: all problems come together, and rows are counted once each."""
    with pytest.raises(ImportRefused) as caught:
        bring(dossier, {"verdict": "false"}, FIRE, "{", {"statement": "s", "kind": "x", "extra": 1})
    assert str(caught.value) == "nothing was imported: 3 rows are wrong among the 4 read"
    assert [(one.line, one.field) for one in caught.value.problems] == [
        (1, "statement"),
        (1, "verdict"),
        (3, None),
        (4, "kind"),
        (4, "extra"),
    ]


WRONG: list[Rows] = [
    [FIRE, "{", HURT],
    [FIRE, {"statement": "s", "verdict": "true"}],
    [FIRE, HURT, {"a": "w3", "b": "nobody", "kind": "refines"}],
    [FIRE, FIRE],
]


@pytest.mark.parametrize("rows", WRONG)
def test_a_refused_import_leaves_everything_as_it_was(dossier: Dossier, rows: Rows) -> None:
    """Not even the good rows are in, and the ledger has not moved."""
    bring(dossier, {**HURT, "statement": "There before."})
    before = exported(dossier)
    refused(dossier, *rows)
    assert exported(dossier) == before


def test_good_rows_are_taken_when_that_is_asked_for(dossier: Dossier) -> None:
    """`accept_valid` takes the good rows, tells of the others, and writes one ledger entry with both counts."""
    seq, _ = head(dossier)
    done = bring(dossier, FIRE, "{", {"statement": "s", "kind": "x"}, HURT, accept_valid=True)
    assert (done.counts.rows, done.counts.new, done.counts.rejected) == (4, 2, 2)
    assert [problem.line for problem in done.problems] == [2, 3]
    assert head(dossier)[0] == seq + 1
    (event,) = dossier.history(limit=1)
    assert (event.details["batch"]["new"], event.details["batch"]["rejected"]) == (2, 2)
    assert clean(dossier)


def test_a_claim_with_a_bad_relation_comes_in_without_it(dossier: Dossier) -> None:
    """The row counts as rejected once, however many of its relations are wrong."""
    bad = [{"to": "x", "kind": "refines"}, {"to": "y", "kind": "refines"}, {"to": "h2", "kind": "refines"}]
    done = bring(dossier, {**FIRE, "relations": bad}, HURT, accept_valid=True)
    assert (done.counts.new, done.counts.relations_new, done.counts.rejected) == (2, 1, 1)
    assert len(done.problems) == 2


def test_a_relation_that_was_refused_comes_in_once_it_can(dossier: Dossier) -> None:
    """The same row again is not passed over when something of it is still missing."""
    row = {**FIRE, "relations": [{"to": "h2", "kind": "corroborates"}]}
    assert bring(dossier, row, accept_valid=True).counts.relations_new == 0
    again = bring(dossier, HURT, row)
    assert (again.counts.new, again.counts.unchanged, again.counts.relations_new) == (1, 1, 1)
    assert clean(dossier)


def test_nothing_is_written_when_no_row_is_good(dossier: Dossier) -> None:
    """An import of bad rows alone leaves no entry."""
    before = exported(dossier)
    done = bring(dossier, "{", "[]", accept_valid=True)
    assert (done.counts.rows, done.counts.rejected) == (2, 2)
    assert exported(dossier) == before


def test_a_dry_run_tells_what_would_happen_and_changes_nothing(dossier: Dossier) -> None:
    """The counts are those of the real thing."""
    bring(dossier, FIRE)
    before = exported(dossier)
    rows: Rows = [{**FIRE, "tags": ["x"]}, HURT, "{", {"a": "w3", "b": "h2", "kind": "refines"}]
    tried = bring(dossier, *rows, dry_run=True)
    assert exported(dossier) == before
    real = bring(dossier, *rows, accept_valid=True)
    assert tried.counts == real.counts
    assert tried.problems == real.problems
    assert tried.dry_run
    assert not real.dry_run


# ── the file of a SQLite dossier, byte for byte ────────────────────────────────────────────────────


def folder(url: str) -> dict[str, bytes]:
    """Everything that lies beside a SQLite dossier, by name."""
    path = Path(urlsplit(url).path.removeprefix("/"))
    path = path if path.is_absolute() else Path("/") / path
    return {file.name: file.read_bytes() for file in path.parent.glob(f"{path.name}*")}


MANY: Sequence[Mapping[str, Any]] = [
    {"external_id": f"n{number}", "statement": f"Claim number {number}. " + "x" * 2000}
    for number in range(2 * CHUNK + 1)
]
"""More than fits into SQLite's cache, so that some of it is written before the end."""


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize("how", ["dry run", "refused", "interrupted"])
def test_not_one_byte_of_the_file_changes(dossier: Dossier, url: str, how: str) -> None:
    """After a dry run, a refusal or Ctrl-C in the middle, database and anchors are the bytes that they were."""
    dossier.close()
    before = folder(url)
    assert len(before) == 2

    def interrupt(read: int) -> None:
        if how == "interrupted" and read > 2_000_000:
            raise KeyboardInterrupt

    file = opened(io.BytesIO(lines(*MANY, *(["{"] if how == "refused" else []))), "claims.jsonl", ClaimFormat.JSONL)
    told: Any = {"dry run": None, "refused": ImportRefused, "interrupted": KeyboardInterrupt}[how]
    batch = Batch("claims.jsonl", "jsonl")
    if told is None:
        done = dossier.import_rows(file.rows, batch, digest=file.digest, dry_run=True)
        assert done.counts.new == len(MANY)
    else:
        with pytest.raises(told):
            dossier.import_rows(file.rows, batch, digest=file.digest, progress=interrupt)
    dossier.close()
    assert folder(url) == before


# ── the ledger ─────────────────────────────────────────────────────────────────────────────────────


def test_an_import_is_one_ledger_entry_with_digest_and_counts(dossier: Dossier) -> None:
    """Name, format, SHA-256 of the file and what came of its rows are on record."""
    seq, _ = head(dossier)
    rows: Rows = [FIRE, HURT, {"a": "w3", "b": "h2", "kind": "corroborates"}]
    bring(dossier, *rows)
    assert head(dossier)[0] == seq + 1
    (event,) = dossier.history(limit=1)
    assert (event.kind, event.who) == ("import", "anna")
    assert event.details["batch"] == {
        "name": "claims.jsonl",
        "format": "jsonl",
        "sha256": hashlib.sha256(lines(*rows)).hexdigest(),
        "rows": 3,
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "relations": 1,
        "relations_changed": 0,
        "waiting": 0,
        "rejected": 0,
    }


def test_a_file_that_could_not_be_read_to_its_end_is_refused_whole(dossier: Dossier) -> None:
    """A stray quote swallows the rest of a CSV file; nobody could mend rows that were never read."""
    data = b'statement\ngood\n"stray\n' + b"more\n" * 10
    with pytest.raises(ImportRefused, match="1 row is wrong among the 2 read") as caught:
        bring(dossier, data=data, format_=ClaimFormat.CSV, accept_valid=True)
    assert "the rest of the file was not read" in caught.value.problems[0].problem
    assert bring(dossier, data=data, format_=ClaimFormat.CSV, accept_valid=True, dry_run=True).counts.new == 1
    assert not list(dossier.claims())


def test_an_imported_claim_knows_the_import_that_brought_it(dossier: Dossier) -> None:
    """Its history begins with that entry."""
    bring(dossier, FIRE)
    *_, first = dossier.history("w3")
    assert first.kind == "import"


def test_more_claims_than_fit_into_a_chunk_come_in_together(dossier: Dossier) -> None:
    """Rows beyond a chunk are found again, related and verified like the others."""
    rows: list[dict[str, Any]] = [
        {"external_id": f"n{number}", "statement": f"Claim {number}."} for number in range(CHUNK + 5)
    ]
    rows[0]["relations"] = [{"to": f"n{CHUNK + 3}", "kind": "corroborates"}]
    told: list[int] = []
    file = opened(io.BytesIO(lines(*rows)), "many.jsonl", ClaimFormat.JSONL)
    done = dossier.import_rows(file.rows, Batch("many.jsonl", "jsonl"), digest=file.digest, progress=told.append)
    assert (done.counts.new, done.counts.relations_new) == (CHUNK + 5, 1)
    assert told
    assert told == sorted(told)
    assert bring(dossier, *rows).counts.unchanged == CHUNK + 5
    assert clean(dossier)


# ── everything else ────────────────────────────────────────────────────────────────────────────────

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    str.strip
)
amounts = st.none() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
record_rows = st.fixed_dictionaries(
    {"statement": texts},
    optional={
        "claimant": texts,
        "tags": st.lists(texts, max_size=3),
        "entities": st.lists(texts, max_size=2),
        "quantities": st.lists(st.fixed_dictionaries({"text": texts, "low": amounts, "unit": texts}), max_size=2),
        "dates": st.lists(st.fixed_dictionaries({"text": texts, "from": texts}), max_size=2),
        "certainty": st.sampled_from(["asserted", "hedged"]),
        "evidence": st.lists(
            st.sampled_from([quote("三座倉庫"), quote(document="report.txt", start=0, end=8)]), max_size=2
        ),
    },
)


row_lists = st.lists(record_rows, min_size=1, max_size=4, unique_by=lambda row: str(row["statement"]).strip())


def out_and_in_again(databases: Databases, backend: str, rows: list[dict[str, Any]]) -> None:
    """Import, export, restore and export again: the same bytes, nothing to find fault with."""
    urls = [databases.new(backend) for _ in range(2)]
    try:
        with Dossier.open(urls[0], reviewer="anna") as first, Dossier.open(urls[1]) as second:
            first.add(ARTICLE.encode(), "article.txt", About(language="zh-Hant"))
            first.add(REPORT.encode("utf-16"), "report.txt")
            bring(first, *rows)
            written = exported(first)
            second.restore(written, "export.json")
            assert exported(second) == written
            assert clean(first)
            assert clean(second)
    finally:
        for url in urls:
            databases.drop(url)


@settings(max_examples=15)
@given(rows=row_lists)
def test_whatever_comes_in_goes_out_and_in_again(databases: Databases, rows: list[dict[str, Any]]) -> None:
    """Whatever claims hold, nothing of it is lost on the way through a SQLite dossier and back."""
    out_and_in_again(databases, "sqlite", rows)


@settings(max_examples=4)
@given(rows=row_lists)
def test_the_same_on_a_server(databases: Databases, rows: list[dict[str, Any]]) -> None:
    """PostgreSQL keeps what SQLite keeps."""
    out_and_in_again(databases, "postgresql", rows)
