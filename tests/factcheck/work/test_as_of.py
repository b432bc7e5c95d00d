"""The dossier as it was: what is told as of a moment is what was told then."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import ConflictState, Facet, RelationKind, Status, Verdict
from evidence.model import Reliability
from factcheck.dossier import ALL, About, Choice, ClaimEdit, Dossier, Filter, Format
from factcheck.errors import FactcheckError, NotAllowed
from factcheck.formats.claimreview_out import Publishing
from factcheck.formats.labels import ReportLanguage
from factcheck.work.as_of import as_of, moment_of
from tests.conftest import Clock, Databases
from tests.factcheck.story import ARTICLE, REPORT, ROWS, bring, incoming

FORMATS = (Format.MARKDOWN, Format.HTML, Format.JSONL, Format.CSV, Format.XLSX)
PUBLISHING = Publishing("https://desk.example/", None)


def told(dossier: Dossier, moment: datetime | None = None) -> dict[str, bytes]:
    """The dossier, as it is or was, in every format that can look back."""
    if moment is not None:
        with as_of(dossier._desk, moment) as then:
            return told(Dossier(then))
    found = {format_.value: b"".join(dossier.export(format_)) for format_ in FORMATS}
    try:
        found["claimreview"] = b"".join(dossier.export(Format.CLAIMREVIEW, choice=Choice(publishing=PUBLISHING)))
    except FactcheckError as error:
        found["claimreview"] = str(error).encode()
    return found


def last_moment(dossier: Dossier) -> datetime:
    """When the last entry was written."""
    return datetime.fromisoformat(next(iter(dossier.history(limit=1))).when)


MORE: list[dict[str, Any]] = [
    {"external_id": "late", "statement": "The owner was away.", "verdict": "not_enough_evidence", "tags": ["owner"]},
    {**ROWS[1], "tags": ["again"], "relations": [{"to": "late", "kind": "refines"}]},
    {**ROWS[3], "evidence": [{"document": "later.txt", "exact": "a third of the harbour"}]},
    {"a": "w3", "b": "w4", "kind": "conflicts", "facet": "quantity", "reason": "now told otherwise"},
]


def _undo_last(dossier: Dossier) -> None:
    """Take the last import back, where that may be."""
    standing = [one.seq for one in dossier.imports() if one.taken_back is None]
    if standing:
        try:
            dossier.undo_import(standing[-1])
        except NotAllowed:
            return


def _decide(dossier: Dossier, reference: str, decision: ClaimDecision) -> None:
    try:
        dossier.decide(reference, decision)
    except FactcheckError:
        return


def _edit(dossier: Dossier) -> None:
    claim = next(iter(dossier.claims(limit=1)), None)
    if claim is not None:
        statement = claim.statement + " Indeed."
        dossier.edit(claim.id, ClaimEdit(statement=statement, tags=("edited",)), seen=claim.version)


def _relate(dossier: Dossier) -> None:
    try:
        dossier.relate(
            "w3",
            "w4",
            RelationKind.CONFLICTS,
            Facet.QUANTITY,
            RelationDecision(conflict=ConflictState.ACKNOWLEDGED, reason="counted twice"),
        )
    except FactcheckError:
        return


ACTS: dict[str, Callable[[Dossier], object]] = {
    "documents": lambda dossier: dossier.add_all(incoming()),
    "import": lambda dossier: bring(dossier, ROWS),
    "import more": lambda dossier: bring(dossier, [MORE[0], MORE[2]], "more.jsonl"),
    "import changes": lambda dossier: bring(dossier, [*ROWS[:1], *MORE], "changes.jsonl"),
    "take back": _undo_last,
    "later document": lambda dossier: dossier.add(b"It burned a third of the harbour.", "later.txt"),
    "new version": lambda dossier: dossier.add((REPORT + "More.\n").encode(), "report.txt", About(source="Port Watch")),
    "describe": lambda dossier: dossier.add(ARTICLE.encode(), "article.txt", About(title="Another title")),
    "support": lambda dossier: _decide(dossier, "w3", ClaimDecision(verdict=Verdict.SUPPORTED)),
    "refute": lambda dossier: _decide(dossier, "w3", ClaimDecision(verdict=Verdict.REFUTED, reason="no photographs")),
    "dismiss": lambda dossier: _decide(dossier, "late", ClaimDecision(status=Status.DISMISSED)),
    "edit": _edit,
    "relate": _relate,
    "undo": lambda dossier: dossier.undo(),
    "redo": lambda dossier: dossier.redo(),
    "grade": lambda dossier: dossier.grade("Port Watch", Reliability.D),
    "assess": lambda dossier: dossier.assess(),
    "match": lambda dossier: dossier.match(),
}


def play(dossier: Dossier, acts: Sequence[str]) -> Iterator[str]:
    """Do one act after the other; what cannot be done at this point of the story is left out."""
    for name in acts:
        try:
            ACTS[name](dossier)
        except FactcheckError:
            continue
        yield name


@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=8))
@example(["refute", "refute", "refute"])  # the second one changes nothing but who decided when
@settings(max_examples=8, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # each takes a second
def test_what_is_told_as_of_a_moment_is_what_was_told_then(databases: Databases, acts: list[str]) -> None:
    """After every act, in every report format, whatever comes later."""
    url = databases.new("sqlite")
    with Dossier.open(url, reviewer="anna", title="The fire", now=Clock()) as dossier:
        dossier.add_all(incoming())
        bring(dossier, ROWS)
        then = [(last_moment(dossier), "the beginning", told(dossier))]
        then += [(last_moment(dossier), name, told(dossier)) for name in play(dossier, acts)]
        for moment, name, was in then:
            now = told(dossier, moment)
            assert [format_ for format_ in was if now[format_] != was[format_]] == [], name
    databases.drop(url)


def test_a_long_story_can_be_told_as_of_each_of_its_moments(url: str, clock: Clock) -> None:
    """On both databases."""
    with Dossier.open(url, reviewer="anna", now=clock) as dossier:
        acts = ["documents", "import", "support", "assess", "import more", "relate", "later document", "new version"]
        acts += ["take back", "edit", "undo", "grade", "match", "import changes", "describe", "refute", "undo", "redo"]
        then = [(last_moment(dossier), told(dossier)) for _ in play(dossier, acts)]
        assert len(then) == len(acts)
        assert [told(dossier, moment) for moment, _ in then] == [was for _, was in then]


def test_a_report_says_as_of_when(story: Dossier) -> None:
    """In the reader's language; a report of the present says nothing of it."""
    moment = last_moment(story)
    choice = Choice(as_of=moment)
    assert b"**As of 2025-09-01T08:00:" in b"".join(story.export(Format.MARKDOWN, choice=choice))
    html = b"".join(story.export(Format.HTML, ReportLanguage.TRADITIONAL, choice)).decode()
    assert "截至 2025-09-01T08:00:" in html
    assert "As of" not in b"".join(story.export(Format.MARKDOWN, choice=ALL)).decode()


def test_every_format_looks_back(story: Dossier) -> None:
    """The reports say so, in a line that one of the present does not have; the data says nothing but what was."""
    moment = last_moment(story)
    was = {format_: b"".join(story.export(format_)) for format_ in FORMATS}
    story.decide("w4", ClaimDecision(status=Status.DEFERRED))
    for format_, content in was.items():
        lines = b"".join(story.export(format_, choice=Choice(as_of=moment))).splitlines()
        there = content.splitlines()
        more = [line for line in lines if line not in there and line]
        assert len(more) == (format_ in {Format.MARKDOWN, Format.HTML})
    with pytest.raises(FactcheckError, match="json is the whole dossier"):
        list(story.export(Format.JSON, choice=Choice(as_of=moment)))


def test_the_choice_of_claims_is_made_then(story: Dossier) -> None:
    """What was not decided yet is not among what was decided."""
    moment = last_moment(story) - timedelta(seconds=3)
    choice = Choice(Filter(verdict=Verdict.SUPPORTED), as_of=moment)
    assert b"".join(story.export(Format.JSONL, choice=choice)) == b""
    now = Choice(Filter(verdict=Verdict.SUPPORTED))
    rows = [json.loads(line) for line in io.BytesIO(b"".join(story.export(Format.JSONL, choice=now)))]
    assert [row["external_id"] for row in rows] == ["w3"]


def test_before_the_beginning_there_was_nothing(story: Dossier, dossier: Dossier) -> None:
    """And what has not come yet cannot be told; each in one sentence."""
    with pytest.raises(FactcheckError, match=r"no dossier at 2025-08-31T23:59:59\.999Z: it was founded at 2025-09-01"):
        list(story.export(Format.JSONL, choice=Choice(as_of=moment_of("2025-08-31"))))
    with pytest.raises(FactcheckError, match="has not come yet"):
        list(story.export(Format.JSONL, choice=Choice(as_of=moment_of("2999-01-01"))))


def test_a_moment_is_a_day_or_a_time() -> None:
    """A day means its end, a time without a zone is in UTC."""
    assert moment_of("2025-08-31") == datetime(2025, 8, 31, 23, 59, 59, 999000, tzinfo=UTC)
    assert moment_of("2025-08-31T15:00") == datetime(2025, 8, 31, 15, tzinfo=UTC)
    assert moment_of("2025-08-31T15:00+08:00") == datetime(2025, 8, 31, 7, tzinfo=UTC)
    for words in ("", "yesterday", "2025-13-01", "2025-08-32"):
        with pytest.raises(ValueError, match=r".+"):
            moment_of(words)
