"""Second judgements from asking to adjudication, as several people at one dossier live through them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.judgement import ClaimDecision
from claims.model import Claim, Confidence, Status, Verdict
from factcheck.dossier import Dossier, Filter
from factcheck.errors import NotAllowed
from tests.conftest import Clock, Databases
from tests.factcheck.conftest import _story

YES = ClaimDecision(verdict=Verdict.SUPPORTED, confidence=Confidence.HIGH)
NO = ClaimDecision(verdict=Verdict.REFUTED, reason="the photographs show four")
UNSURE = ClaimDecision(verdict=Verdict.NOT_ENOUGH_EVIDENCE)
Sit = Callable[[str], Dossier]


@pytest.fixture
def sit(story: Dossier, url: str, clock: Clock) -> Iterator[Sit]:
    """Someone else sits down at the story; anna, who decided `w3`, is there already."""
    with ExitStack() as stack:
        yield lambda name: stack.enter_context(Dossier.open(url, reviewer=name, now=clock))


def _ids(dossier: Dossier, **wanted: object) -> set[str | None]:
    return {claim.external_id for claim in dossier.claims(Filter(**wanted))}  # type: ignore[arg-type]


def _standing(claim: Claim) -> tuple[object, ...]:
    return claim.status, claim.verdict, claim.confidence, claim.reason, claim.decided_by, claim.decided_at


HIDDEN = (Status.IN_REVIEW, None, None, None, None, None)


def test_a_blind_reviewer_sees_nowhere_what_others_concluded(story: Dossier, sit: Sit) -> None:
    """Claim, list, queue, document, history, counts and filters show the claim in review and nothing else of it."""
    boris, w3 = sit("boris"), story.claim("w3")
    done = story.assign(["w3"], ["boris"], blind=True)
    assert (done.asked, done.skipped) == ((w3.id,), ())
    assert _standing(story.claim("w3")) == _standing(w3)
    assert _standing(boris.claim("w3")) == HIDDEN
    assert [_standing(claim) for claim in boris.claims() if claim.id == w3.id] == [HIDDEN]
    row = next(row for row in boris.queue_rows(boris.queue_ids()[0]).values() if row.claim.id == w3.id)
    assert (_standing(row.claim), row.open, [one.reviewer for one in row.reviews]) == (HIDDEN, True, ["boris"])
    document = next(one for one in boris.documents() if one.name == "article.txt")
    assert [_standing(claim) for claim in boris.claims_on(document.id) if claim.id == w3.id] == [HIDDEN]
    assert "w3" not in _ids(boris, verdict=Verdict.SUPPORTED) | _ids(boris, status=Status.DECIDED)
    assert _ids(boris, status=Status.IN_REVIEW) == {"w3"}
    assert _ids(story, status=Status.IN_REVIEW) == set()
    keys, _ = boris.queue_ids(Filter(verdict=Verdict.SUPPORTED))
    assert not keys
    told = repr(list(boris.history())) + repr(list(boris.history("w3"))) + repr(boris.reviews(w3.id))
    assert "photographs" not in told
    assert "supported" not in told
    stats = boris.stats()
    assert (stats.verdict["supported"], stats.status["decided"], stats.status["in_review"]) == (0, 0, 1)
    assert story.stats().verdict["supported"] == 1


def test_judgements_that_agree_change_nothing(story: Dossier, sit: Sit) -> None:
    """The claim stays as it was decided; both judgements stand side by side from then on."""
    boris, before = sit("boris"), story.claim("w3")
    story.assign(["w3"], ["boris"], blind=True)
    after = boris.decide("w3", YES.model_copy(update={"confidence": Confidence.LOW}))
    assert after == before == story.claim("w3")
    both = {one.reviewer: (one.verdict, one.confidence, one.blind) for one in boris.reviews(before.id)}
    assert both == {"anna": (Verdict.SUPPORTED, "high", True), "boris": (Verdict.SUPPORTED, "low", True)}
    assert _ids(story, disagreements=True) == set()
    found = story.stats().agreement
    assert (found.claims, found.alike, found.percent) == (1, 1, 100)
    assert not story.verify().findings


def test_a_disagreement_waits_for_somebody_to_decide(story: Dossier, sit: Sit) -> None:
    """It is listed and open for all who may know; deciding needs a verdict and a reason, and is the claim's verdict."""
    boris, carol = sit("boris"), sit("carol")
    story.assign(["w3"], ["boris"], blind=True)
    boris.decide("w3", NO)
    for one in (story, boris, carol):
        assert _ids(one, disagreements=True) == {"w3"}
        assert one.stats().disagreements == 1
        keys, open_ = one.queue_ids(Filter(disagreements=True))
        assert list(open_) == [1]
        (row,) = one.queue_rows(keys).values()
        assert (row.disagreed, row.open) == (True, True)
    assert story.claim("w3").verdict is Verdict.SUPPORTED
    with pytest.raises(NotAllowed, match="needs a reason"):
        carol.decide("w3", YES)
    with pytest.raises(NotAllowed, match="its reviewers disagree"):
        carol.decide("w3", ClaimDecision(confidence=Confidence.LOW))
    settled = carol.decide("w3", YES.model_copy(update={"reason": "four, with the shed"}))
    assert (settled.verdict, settled.decided_by) == (Verdict.SUPPORTED, "carol")
    assert _ids(story, disagreements=True) == set()
    assert {one.reviewer: one.verdict for one in story.reviews(settled.id)} == {
        "anna": Verdict.SUPPORTED,
        "boris": Verdict.REFUTED,
    }
    assert carol.undo() is not None
    assert _ids(story, disagreements=True) == {"w3"}
    carol.redo()
    assert _ids(story, disagreements=True) == set()
    assert not story.verify().findings


def test_two_blind_judgements_of_a_new_claim(story: Dossier, sit: Sit) -> None:
    """The first shows nothing to the second; when they agree the claim is decided, with the lower confidence."""
    boris, carol = sit("boris"), sit("carol")
    story.assign(["w4"], ["boris", "carol"], blind=True)
    assert boris.decide("w4", YES).status is Status.NEW
    (row,) = [row for row in boris.queue_rows(boris.queue_ids()[0]).values() if row.claim.external_id == "w4"]
    assert (row.waiting, row.open) == (True, False)
    with pytest.raises(NotAllowed, match="waits for another reviewer"):
        boris.decide("w4", UNSURE)
    assert [one.reviewer for one in carol.reviews(row.claim.id)] == ["carol"]
    assert [one.verdict for one in story.reviews(row.claim.id)] == [None, None]
    done = carol.decide("w4", YES.model_copy(update={"confidence": Confidence.MODERATE}))
    assert (done.verdict, done.confidence, done.decided_by) == (Verdict.SUPPORTED, "moderate", "carol")
    assert carol.undo() is not None
    assert story.claim("w4").verdict is None
    assert not story.verify().findings


def test_one_who_decides_beside_a_hidden_judgement_gives_a_second_one(story: Dossier, sit: Sit) -> None:
    """Nobody saw the other's; where they differ, it is a disagreement."""
    boris = sit("boris")
    story.assign(["w4"], ["boris"], blind=True)
    boris.decide("w4", YES)
    story.decide("w4", UNSURE)
    assert _ids(story, disagreements=True) == {"w4"}
    assert {one.reviewer: one.blind for one in story.reviews(story.claim("w4").id)} == {"anna": True, "boris": True}
    story.undo()
    assert [one.reviewer for one in boris.reviews(boris.claim("w4").id)] == ["boris"]
    assert not story.verify().findings


def test_a_judgement_taken_back_after_a_look_at_the_others_is_no_longer_blind(story: Dossier, sit: Sit) -> None:
    """It is owed again, and the figures of agreement leave it out; redo brings the blind one back."""
    boris = sit("boris")
    story.assign(["w3"], ["boris"], blind=True)
    boris.decide("w3", NO)
    boris.undo()
    assert _ids(boris, assigned="boris") == {"w3"}
    assert boris.claim("w3").verdict is Verdict.SUPPORTED
    boris.redo()
    assert story.stats().agreement.claims == 1
    boris.undo()
    boris.decide("w3", YES)
    assert story.stats().agreement.claims == 0
    assert story.claim("w3").decided_by == "boris"
    assert not story.verify().findings


def test_a_plain_assignment_is_done_with_the_decision(story: Dossier, sit: Sit) -> None:
    """It hides nothing; the filters know what is whose and what is nobody's; undo gives it back."""
    boris = sit("boris")
    story.assign(["w4", "h2"], ["boris"])
    assert _ids(boris, assigned="boris") == {"w4", "h2"}
    assert _ids(boris, unassigned=True) == {"w3", "free"}
    boris.decide("w4", UNSURE)
    assert _ids(boris, assigned="boris") == {"h2"}
    assert [(one.verdict, one.blind) for one in story.reviews(story.claim("w4").id)] == [(UNSURE.verdict, True)]
    boris.undo()
    assert _ids(boris, assigned="boris") == {"w4", "h2"}
    assert not story.verify().findings


def test_asking_is_an_act_that_can_be_taken_back(story: Dossier, sit: Sit) -> None:
    """By undo or by withdrawing; what was given meanwhile stays."""
    boris = sit("boris")
    story.assign(["w4", "h2"], ["boris"], blind=True)
    story.undo()
    assert _ids(story, assigned="boris") == set()
    story.redo()
    assert _ids(story, assigned="boris") == {"w4", "h2"}
    assert boris.unassign(["h2"]).asked == (story.claim("h2").id,)
    assert _ids(story, assigned="boris") == {"w4"}
    boris.undo()
    assert _ids(story, assigned="boris") == {"w4", "h2"}
    boris.decide("w4", YES)
    with pytest.raises(NotAllowed, match="changed by boris"):
        story.undo()
    assert not story.verify().findings


def test_who_has_nothing_to_add_is_not_asked(story: Dossier, sit: Sit) -> None:
    """The decider, who judged already, who is asked already; a dismissed claim; a name that is none."""
    story.decide("free", ClaimDecision(status=Status.DISMISSED, reason="no claim"))
    story.assign(["h2"], ["boris"])
    done = story.assign(["w3", "free", "h2"], ["anna", "boris"])
    assert sorted(why for _, why in done.skipped) == [
        "is dismissed",
        "is dismissed",
        "is with boris already",
        "was decided by anna",
    ]
    sit("boris").decide("h2", UNSURE)
    assert story.assign(["h2"], ["boris"], blind=True).skipped[0][1] == "was judged by boris already"
    for name in ("", "  ", "x" * 101):
        with pytest.raises(NotAllowed, match="needs a name"):
            story.assign(["w3"], [name])


def test_a_blind_reviewer_judges_and_does_nothing_else(story: Dossier, sit: Sit) -> None:
    """Deferring, a confidence alone, a verdict without what it needs: each is refused in a sentence."""
    boris = sit("boris")
    story.assign(["w3", "free"], ["boris"], blind=True)
    for decision in (ClaimDecision(status=Status.DEFERRED), ClaimDecision(confidence=Confidence.LOW)):
        with pytest.raises(NotAllowed, match="your own verdict"):
            boris.decide("w3", decision)
    with pytest.raises(NotAllowed, match="refuted needs a reason"):
        boris.decide("w3", ClaimDecision(verdict=Verdict.REFUTED))
    with pytest.raises(NotAllowed, match="none of its quotes"):
        boris.decide("free", YES)
    for act in (lambda: boris.merge("w3", ["w4"]), lambda: boris.split("w3", [])):
        with pytest.raises(NotAllowed):
            act()


def test_a_blind_reviewer_is_not_told_that_others_decided_meanwhile(story: Dossier, sit: Sit) -> None:
    """Only that the words or quotes were changed counts as news."""
    from factcheck.dossier import ClaimEdit  # noqa: PLC0415
    from factcheck.errors import Stale  # noqa: PLC0415

    boris = sit("boris")
    story.assign(["w4", "h2"], ["boris"], blind=True)
    w4, h2 = boris.claim("w4"), boris.claim("h2")
    story.decide("w4", UNSURE)
    boris.decide("w4", YES, seen=w4.version)
    story.edit(h2.id, ClaimEdit(statement="Three people were hurt."), seen=h2.version)
    with pytest.raises(Stale, match="words or quotes were changed by anna"):
        boris.decide("h2", YES, seen=h2.version)


def test_many_at_once_are_judged_each_for_itself(story: Dossier, sit: Sit) -> None:
    """One act for blind and open ones together; one undo."""
    boris = sit("boris")
    story.assign(["w3"], ["boris"], blind=True)
    some = [boris.claim(one) for one in ("w3", "h2")]
    boris.decide_together([(one.id, one.version) for one in some], UNSURE)
    assert (story.claim("w3").verdict, story.claim("h2").verdict) == (Verdict.SUPPORTED, UNSURE.verdict)
    assert _ids(story, disagreements=True) == {"w3"}
    boris.undo()
    assert story.claim("h2").verdict is None
    assert not story.verify().findings


def test_an_undone_adjudication_opens_the_disagreement_again(story: Dossier, sit: Sit) -> None:
    """Also where the last judgement was the claim's own decision."""
    boris, carol = sit("boris"), sit("carol")
    story.assign(["w4"], ["boris"], blind=True)
    boris.decide("w4", YES)
    story.decide("w4", UNSURE)
    before = story.claim("w4")
    carol.decide("w4", YES.model_copy(update={"reason": "four indeed"}))
    assert _ids(story, disagreements=True) == set()
    carol.undo()
    assert story.claim("w4").model_copy(update={"version": before.version}) == before
    assert _ids(story, disagreements=True) == {"w4"}


NAMES = ("anna", "boris", "carol")
ACTS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["ask", "ask blind", "yes", "unsure", "clear", "undo", "redo", "withdraw"]),
        st.sampled_from(["w4", "h2"]),
        st.sampled_from(NAMES),
    ),
    max_size=14,
)


def _act(dossier: Dossier, act: str, claim: str, name: str) -> None:
    match act:
        case "ask" | "ask blind":
            dossier.assign([claim], [name], blind=act == "ask blind")
        case "withdraw":
            dossier.unassign([claim], [name])
        case "undo":
            dossier.undo()
        case "redo":
            dossier.redo()
        case "clear":
            dossier.decide(claim, ClaimDecision(status=Status.IN_REVIEW))
        case _:
            dossier.decide(claim, (YES if act == "yes" else UNSURE).model_copy(update={"reason": "because"}))


@pytest.mark.parametrize("backend", ["sqlite"])
@settings(max_examples=25)
@given(acts=ACTS)
def test_whatever_three_people_do(databases: Databases, backend: str, acts: list[tuple[str, str, str, str]]) -> None:
    """Nobody blind sees a conclusion, filter and line agree on what is disagreed about, ledger and tables agree."""
    url = databases.copy(backend, "story", lambda: _story(databases.new(backend)))
    clock = Clock(datetime(2025, 9, 2, tzinfo=UTC))
    with ExitStack() as stack:
        seats = {name: stack.enter_context(Dossier.open(url, reviewer=name, now=clock)) for name in NAMES}
        for who, act, claim, name in acts:
            with suppress(NotAllowed):
                _act(seats[who], act, claim, name)
            for viewer, dossier in seats.items():
                rows = dossier.queue_rows(dossier.queue_ids()[0]).values()
                assert {row.claim.external_id for row in rows if row.disagreed} == _ids(dossier, disagreements=True)
                owed = [
                    row for row in rows if any(one.reviewer == viewer and one.given_at is None for one in row.reviews)
                ]
                assert {row.claim.external_id for row in owed} == _ids(dossier, assigned=viewer)
                keys, open_ = dossier.queue_ids()
                assert [row.open for row in dossier.queue_rows(keys).values()] == [bool(bit) for bit in open_]
                for row in owed:
                    if any(one.blind for one in row.reviews if one.reviewer == viewer):
                        assert _standing(row.claim) == HIDDEN
                        assert len(row.reviews) == 1
        assert seats["anna"].verify().findings == ()
    databases.drop(url)
