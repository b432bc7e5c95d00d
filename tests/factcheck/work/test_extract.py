"""Extraction proposes claims with exact quotes, once, and never argues with a person."""

from datetime import date

import pytest

from claims.judgement import ClaimDecision
from claims.model import RelationKind, Status
from factcheck.dossier import About, Dossier
from factcheck.errors import UnknownReference
from factcheck.work.days import day_of
from factcheck.work.extract import RULE

TEXT = (
    "港口昨晚發生大火,三座倉庫被燒毀。\n\n消防局表示,有兩人受傷,火勢在凌晨四點撲滅。\n\n"
    "碼頭公司有近300名員工。碼頭公司有近300名員工。\n\n你怎麼看呢?\n"
)


@pytest.fixture
def harbour(dossier: Dossier) -> Dossier:
    """A dossier with one article, nothing read yet."""
    dossier.add(TEXT.encode(), "harbour.txt", About(published="2025-09-01", language="zh-Hant"))
    return dossier


def test_every_claim_quotes_its_document_exactly(harbour: Dossier) -> None:
    """The words at the quote's place are the quote; nothing but checkable text is proposed, and all of it is new."""
    (done,) = harbour.extract()
    claims = list(harbour.claims())
    assert done.new == len(claims) > 3
    for claim in claims:
        (link,) = claim.evidence
        assert TEXT[link.start : link.end] == link.exact
        assert (claim.status, link.state, link.added_by) == (Status.NEW, "exact", RULE)
    assert not harbour.verify().findings


def test_relative_dates_are_resolved_against_the_day_of_publication(harbour: Dossier) -> None:
    """昨晚 in an article of 1 September is 31 August."""
    harbour.extract()
    found = {(span.text, span.first) for claim in harbour.claims() for span in claim.dates}
    assert any(text.startswith("昨") and first == "2025-08-31" for text, first in found)


def test_extracting_twice_changes_nothing(harbour: Dossier) -> None:
    """The second run finds everything there and leaves no entry in the ledger."""
    (first,) = harbour.extract()
    before = harbour.stats()
    (second,) = harbour.extract()
    assert (second.new, second.known) == (0, first.new)
    assert harbour.stats() == before


def test_a_dismissed_claim_stays_dismissed(harbour: Dossier) -> None:
    """What a reviewer rejected is not proposed again."""
    harbour.extract()
    rejected = next(harbour.claims())
    harbour.decide(rejected.id, ClaimDecision(status=Status.DISMISSED))
    harbour.extract()
    assert harbour.claim(rejected.id).status is Status.DISMISSED


def test_a_repetition_is_suggested_as_a_duplicate(harbour: Dossier) -> None:
    """A sentence printed twice gives two claims that are one voice."""
    harbour.extract()
    assert [relation.kind for relation in harbour.relations()].count(RelationKind.DUPLICATES) == 1


def test_a_word_that_may_be_misheard_is_offered_and_never_replaced(dossier: Dossier) -> None:
    """The claim keeps the transcript's words, and a tag says what may have been meant."""
    told = (
        "这家公司叫Nortia（诺蒂亚）",
        "Nortia去年在北港建了新厂",
        "今年Nortia又招了三百名工人",
        "后来northa的工人说工资涨了两成",
    )
    lines = "".join(f"{line}\n" for line in told)
    dossier.add((lines * 2).encode(), "talk.txt", About(published="2025-09-01"))
    dossier.extract()
    tagged = [claim for claim in dossier.claims() if any(tag.startswith("misheard?") for tag in claim.tags)]
    assert tagged
    assert all("northa" in claim.evidence[0].exact for claim in tagged)
    assert {tag for claim in tagged for tag in claim.tags if tag.startswith("misheard?")} == {
        "misheard? northa = Nortia"
    }


def test_the_ledger_says_which_extraction_brought_a_claim(harbour: Dossier) -> None:
    """The history of a claim begins with the extraction."""
    harbour.extract()
    claim = next(harbour.claims())
    assert [event.kind for event in harbour.history(claim.id)] == ["extraction"]


def test_an_unknown_document_is_refused_before_anything_is_read(harbour: Dossier) -> None:
    """One wrong name among several, and nothing is proposed from the others."""
    with pytest.raises(UnknownReference):
        harbour.extract(["harbour.txt", "nowhere.txt"])
    assert not list(harbour.claims())


def test_only_the_newest_version_of_a_document_is_read(harbour: Dossier) -> None:
    """A replaced document proposes nothing more."""
    harbour.add(TEXT.replace("三座", "四座").encode(), "harbour.txt", About(published="2025-09-02"))
    assert [done.document.published for done in harbour.extract()] == ["2025-09-02"]


@pytest.mark.parametrize(
    ("published", "day"),
    [("2025-08-26T15:04", date(2025, 8, 26)), ("2025-08-26", date(2025, 8, 26)), ("2025-08", None), (None, None)],
)
def test_a_day_is_known_only_to_the_day(published: str | None, day: date | None) -> None:
    """A month is no day, and without a date nothing is resolved."""
    assert day_of(published) == day
