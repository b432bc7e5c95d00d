"""Documents in: once, whole, and with an eye on what rests on an earlier version."""

import hashlib

import pytest
from sqlalchemy import text

from claims.judgement import ClaimDecision
from claims.model import Status, Verdict
from evidence.ids import document_id
from evidence.model import Independence, QuoteState, Reliability
from factcheck.dossier import About, Dossier, Incoming
from factcheck.errors import DocumentProblem, FactcheckError, UnknownReference
from factcheck.work.add import Outcome
from tests.factcheck.outside import bodies, outsider, row_counts
from tests.factcheck.story import ARTICLE, REPORT, bring, exported, incoming

NEWER = ARTICLE.replace("三座", "四座")


def test_a_document_is_stored_byte_for_byte(dossier: Dossier, url: str) -> None:
    """Its bytes, their digest, its text unchanged, and what is known about it."""
    data = b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode()
    added = dossier.add(data, "folder/article.txt", About(source="Harbour Daily", reliability=Reliability.B))
    document = added.document
    assert (added.outcome, document.name, document.size) == (Outcome.ADDED, "article.txt", len(data))
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.id == document_id(document.sha256)
    assert document.text_sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    assert (document.language, document.source) == ("zh-Hant", "Harbour Daily")
    with outsider(url) as conn:
        assert conn.execute(text("SELECT bytes FROM snapshot")).scalar_one() == data
    assert dossier.document("article.txt") == dossier.document(document.sha256) == dossier.document(document.id[:6])
    assert dossier.verify().findings == ()


def test_the_same_bytes_a_second_time_change_nothing(story: Dossier, url: str) -> None:
    """Not even the ledger's head, whatever name they come under."""
    before, counts = bodies(url), row_counts(url)
    whole = exported(story)
    outcomes = [added.outcome for added in story.add_all(incoming())]
    outcomes.append(story.add(REPORT.encode(), "another name.txt").outcome)
    assert outcomes == [Outcome.KNOWN] * 3
    assert (bodies(url), row_counts(url), exported(story)) == (before, counts, whole)


def test_the_same_bytes_twice_in_one_go_are_one_document(dossier: Dossier) -> None:
    """The second finds what the first has just brought."""
    twice = [Incoming(data=b"Some words.", name="a.txt"), Incoming(data=b"Some words.", name="b.txt")]
    assert [added.outcome for added in dossier.add_all(twice)] == [Outcome.ADDED, Outcome.KNOWN]
    assert [document.name for document in dossier.documents()] == ["a.txt"]


def test_the_same_words_in_another_encoding_are_another_document(dossier: Dossier) -> None:
    """What is kept are bytes; the text read from them is the same."""
    first = dossier.add(ARTICLE.encode(), "utf8.txt").document
    second = dossier.add(ARTICLE.encode("utf-16"), "utf16.txt").document
    assert first.id != second.id
    assert first.text == second.text


# ── newer versions ─────────────────────────────────────────────────────────────────────────────────


def _add_newer(story: Dossier) -> dict[str, QuoteState]:
    added = story.add(NEWER.encode(), "article.txt", About(source="Harbour Daily"))
    assert (added.outcome, added.replaces) == (Outcome.REPLACED, document_id(_digest(ARTICLE)))
    return dict(added.recheck)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def test_a_changed_version_sends_what_rests_on_the_old_one_to_recheck(story: Dossier) -> None:
    """Whatever its status was, and it is told where each quote went; what rests on other documents stays."""
    where = _add_newer(story)
    w3, h2 = story.claim("w3"), story.claim("h2")
    assert (w3.status, w3.verdict, w3.version) == (Status.NEEDS_RECHECK, Verdict.SUPPORTED, 3)
    assert h2.status is Status.NEEDS_RECHECK
    assert where == {w3.id: QuoteState.CANDIDATE, h2.id: QuoteState.MOVED}
    assert [story.claim(name).status for name in ("w4", "free")] == [Status.NEW, Status.NEW]
    event = next(iter(story.history("w3")))
    assert (event.kind, event.why) == ("document_added", "a newer version of article.txt came in")
    assert story.verify().findings == ()


def test_a_dismissed_claim_is_left_alone(story: Dossier) -> None:
    """Nobody has to dismiss it twice; and what waits already is not marked again."""
    story.decide("h2", ClaimDecision(status=Status.DISMISSED))
    story.decide("w3", ClaimDecision(status=Status.NEEDS_RECHECK))
    versions = [story.claim(name).version for name in ("h2", "w3")]
    assert _add_newer(story) == {}
    assert [story.claim(name).version for name in ("h2", "w3")] == versions
    assert story.claim("h2").status is Status.DISMISSED


def test_the_old_version_stays_and_the_name_means_the_newest(story: Dossier) -> None:
    """Quotes keep pointing at the bytes they were taken from."""
    _add_newer(story)
    assert story.document("article.txt").text == NEWER
    assert [document.text for document in story.documents()] == [ARTICLE, REPORT, NEWER]
    link = story.claim("w3").evidence[0]
    assert story.document(link.document).text[link.start : link.end] == link.exact


def test_the_same_name_from_another_source_is_another_document(story: Dossier) -> None:
    """Every paper has an index.html."""
    assert story.add(b"Other words.", "article.txt", About(source="Port Watch")).outcome is Outcome.ADDED
    assert story.add(b"More words.", "article.txt").outcome is Outcome.ADDED
    assert story.claim("w3").status is Status.DECIDED


def test_what_is_newer_can_be_told(story: Dossier) -> None:
    """`replaces` for another name, `separate` for another publication under the same one."""
    told = story.add(b"The fire, once more.", "second.txt", About(replaces="report.txt"))
    assert (told.outcome, told.replaces) == (Outcome.REPLACED, story.document(_digest(REPORT)).id)
    apart = story.add(NEWER.encode(), "article.txt", About(source="Harbour Daily", separate=True))
    assert apart.outcome is Outcome.ADDED
    with pytest.raises(UnknownReference):
        story.add(b"x y z", "third.txt", About(replaces="nothing.txt"))


def test_versions_form_a_chain(story: Dossier) -> None:
    """A version of something that has been replaced already replaces the newest one, however it is told."""
    second = story.add(b"The second version.", "second.txt", About(replaces="report.txt")).document
    third = story.add(b"The third version.", "report.txt", About(source="Port Watch")).document
    assert third.replaces == second.id
    fourth = story.add(b"The fourth version.", "x.txt", About(replaces=_digest(REPORT))).document
    assert fourth.replaces == third.id
    assert story.verify().findings == ()


# ── all or none ────────────────────────────────────────────────────────────────────────────────────


def test_one_that_cannot_be_read_takes_the_others_with_it(dossier: Dossier, url: str) -> None:
    """Two documents, one of them a picture: nothing is there afterwards, not even the ledger's first entry."""
    with pytest.raises(DocumentProblem, match=r"picture\.txt"):
        dossier.add_all(
            [
                Incoming(data=ARTICLE.encode(), name="article.txt"),
                Incoming(data=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", name="picture.txt"),
            ]
        )
    assert row_counts(url) == dict.fromkeys(row_counts(url), 0) | {"head": 1, "search_state": 1}


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\xfd\x80\x81"])
def test_what_holds_no_text_is_refused_in_one_sentence(dossier: Dossier, url: str, data: bytes) -> None:
    """An empty file is a mistake, not a document."""
    with pytest.raises(FactcheckError) as caught:
        dossier.add(data, "empty.txt", About(encoding="utf-8"))
    assert "empty.txt" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert row_counts(url)["ledger"] == 0


# ── sources ────────────────────────────────────────────────────────────────────────────────────────


def test_a_source_is_made_with_its_first_document(story: Dossier) -> None:
    """With the grade that was said, and `F` where none was."""
    assert {source.name: source.reliability for source in story.sources()} == {
        "Harbour Daily": Reliability.B,
        "Port Watch": Reliability.F,
    }


def test_a_source_answers_to_its_id_too(story: Dossier) -> None:
    """The document still holds the name."""
    id_ = story.sources()[0].id
    assert story.add(b"Some words.", "new.txt", About(source=id_)).document.source == "Harbour Daily"
    assert story.add(b"Some words.", "new.txt", About(source=story.sources()[1].id)).document.source == "Port Watch"
    assert story.document("new.txt").source == "Port Watch"
    assert len(story.sources()) == 2
    assert story.verify().findings == ()


def test_a_grade_is_not_changed_in_passing(story: Dossier, url: str) -> None:
    """Adding a document does not regrade its source; and a grade without a source is a mistake."""
    before = bodies(url)
    with pytest.raises(DocumentProblem, match="is graded B, not A"):
        story.add(b"Some words.", "new.txt", About(source="Harbour Daily", reliability=Reliability.A))
    with pytest.raises(DocumentProblem, match="--source"):
        story.add(b"Some words.", "new.txt", About(reliability=Reliability.A))
    assert bodies(url) == before
    same = About(source="Harbour Daily", reliability=Reliability.B)
    assert story.add(b"Some words.", "new.txt", same).document.source == "Harbour Daily"


# ── saying more ────────────────────────────────────────────────────────────────────────────────────


def test_something_new_said_about_known_bytes_is_entered(story: Dossier) -> None:
    """Who forgot the title adds the file again with it; bytes, text and the rest of the description stay."""
    before = story.document("article.txt")
    about = About(title="港口大火", origin="fire brigade", independence=Independence.SHARED)
    added = story.add(ARTICLE.encode(), "article.txt", about)
    assert added.outcome is Outcome.DESCRIBED
    said = {"title": "港口大火", "origin": "fire brigade", "independence": Independence.SHARED}
    assert story.document("article.txt") == before.model_copy(update=said) == added.document
    assert story.claim("w3").status is Status.DECIDED
    assert story.verify().findings == ()
    assert story.add(ARTICLE.encode(), "article.txt", about).outcome is Outcome.KNOWN


@pytest.mark.parametrize("field", ["title", "author", "origin", "url"])
def test_words_that_no_database_holds_are_refused(dossier: Dossier, url: str, field: str) -> None:
    """On both databases alike."""
    with pytest.raises((FactcheckError, ValueError)):
        dossier.add(b"Some words.", "new.txt", About.model_validate({field: "a\0b"}))
    assert row_counts(url)["document"] == 0


def test_an_import_knows_what_was_added(story: Dossier) -> None:
    """By name, id and digest, and the name means the newest version."""
    newer = story.add(NEWER.encode(), "article.txt", About(source="Harbour Daily")).document
    rows = [
        {"statement": f"s{number}", "evidence": [{"document": reference, "exact": "四座倉庫"}]}
        for number, reference in enumerate(["article.txt", newer.id, newer.sha256])
    ]
    assert bring(story, rows).counts.new == 3
