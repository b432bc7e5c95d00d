"""Evidence: passages of all documents that bear on a claim, and the way from a passage to a piece of evidence."""

import pytest

from claims.judgement import ClaimDecision
from claims.model import Confidence, Directness, Stance, Verdict
from factcheck.dossier import Dossier
from factcheck.errors import NotAllowed, Stale
from factcheck.work import evidence
from tests.factcheck.story import ARTICLE, REPORT


@pytest.mark.parametrize("indexed", [True, False])
def test_passages_of_every_document_are_found(story: Dossier, indexed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the index or without, in both languages; a claim's own quote is not evidence for it."""
    if indexed:
        monkeypatch.setattr(evidence, "SMALL", 0)
        left: list[tuple[int, int]] = []
        story.keep_index(lambda claims, documents: left.append((claims, documents)))
        assert left[-1] == (0, 0)
        assert left[0][1] == 2
    best = story.find_evidence(None, "four warehouses were destroyed")[0]
    assert (best.name, best.source, best.linked) == ("report.txt", "Port Watch", False)
    assert REPORT[best.start : best.end] == best.text == "The fire destroyed four warehouses, witnesses said."
    assert best.stance is Stance.SUPPORTS
    names = {one.text for one in story.find_evidence("w4")}
    assert "The fire destroyed four warehouses, witnesses said." not in names
    (chinese, *_) = story.find_evidence(None, "消防局说有两人受伤")
    assert chinese.text == "消防局表示兩人受傷，火勢凌晨撲滅。"


def test_a_passage_becomes_evidence_and_can_be_taken_back(story: Dossier) -> None:
    """It stands there under the reviewer's name, is marked where it is found again, and undo takes it away."""
    at = REPORT.index("Nobody")
    before = story.claim("w4")
    done = story.add_evidence(
        "w4", "report.txt", (at, at + 6), Stance.CONTEXT, Directness.HEARSAY, reason="same fire", seen=before.version
    )
    link = done.evidence[-1]
    assert (link.exact, link.stance, link.directness, link.added_by) == ("Nobody", "context", "hearsay", "anna")
    assert (link.suffix, done.version) == (" was seriously hurt.\n", before.version + 1)
    assert [one.linked for one in story.find_evidence("w4", "nobody was hurt") if "Nobody" in one.text] == [True]
    assert story.verify().findings == ()
    story.undo()
    assert story.claim("w4").evidence == before.evidence
    story.redo()
    assert story.claim("w4").evidence == done.evidence
    assert story.remove_evidence("w4", 2, reason="beside the point").evidence == before.evidence
    assert story.verify().findings == ()


def test_the_same_words_again_take_the_new_stance(story: Dossier) -> None:
    """In their place: a passage is one piece of evidence."""
    old = story.claim("h2").evidence
    new = story.add_evidence("h2", old[0].document, (old[0].start, old[0].end), Stance.REFUTES).evidence
    assert [one.stance for one in new] == ["refutes", "refutes"]
    assert [one.exact for one in new] == [one.exact for one in old]


def test_what_cannot_be_is_refused(story: Dossier) -> None:
    """A stretch outside of the text, a quote that is not there, a version that is no more, a verdict's last quote."""
    with pytest.raises(NotAllowed, match=f"article.txt: .*the text's {len(ARTICLE)} characters"):
        story.add_evidence("w4", "article.txt", (5, 900), Stance.CONTEXT)
    with pytest.raises(NotAllowed, match="has no quote 7; it has 1"):
        story.remove_evidence("w4", 7)
    with pytest.raises(Stale):
        story.add_evidence("w4", "article.txt", (0, 2), Stance.CONTEXT, seen=9)
    with pytest.raises(NotAllowed, match="rests on this quote"):
        story.remove_evidence("w3", 1)
    story.decide("h2", ClaimDecision(verdict=Verdict.SUPPORTED, confidence=Confidence.LOW))
    assert len(story.remove_evidence("h2", 2).evidence) == 1
