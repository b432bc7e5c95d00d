"""ClaimReview that search engines take: every rule is checked before anything is written."""

import json
from typing import Any

import pytest

from claims.model import Claim, Entity, EntityType, Verdict
from factcheck.errors import FactcheckError
from factcheck.formats import claimreview_check, claimreview_out
from factcheck.formats.claimreview_out import Publishing
from factcheck.formats.labels import ReportLanguage
from tests.factcheck.formats.importing import read
from tests.factcheck.formats.samples import CLAIMS, DOCUMENTS, WHEN

DOCS = {one.id: one for one, _ in DOCUMENTS}
DESK = Publishing("https://desk.example/checks/", "Harbour Desk")
EN = ReportLanguage.ENGLISH


def made(
    claim: Claim = CLAIMS[0], desk: Publishing = DESK, language: ReportLanguage = EN, **more: Any
) -> dict[str, Any]:
    """The review of a claim."""
    return claimreview_out.review(claim.model_copy(update=more), DOCS, desk, language)


def test_a_review_says_what_validators_ask_for() -> None:
    """Words first, numbers from 1 to 5, the claim with its claimant and where it appeared."""
    assert made(claimant="Lin Mei") == {
        "@type": "ClaimReview",
        "@id": "https://desk.example/checks/c1#review",
        "url": "https://desk.example/checks/c1",
        "claimReviewed": "The fire burned down three warehouses.",
        "inLanguage": "en",
        "datePublished": "2025-09-01T08:30:00.000Z",
        "author": {"@type": "Organization", "name": "Harbour Desk"},
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Supported",
            "ratingValue": 5,
            "bestRating": 5,
            "worstRating": 1,
            "ratingExplanation": "photographs show three",
        },
        "itemReviewed": {
            "@type": "Claim",
            "@id": "https://desk.example/checks/c1#claim",
            "inLanguage": "en",
            "author": {"@type": "Person", "name": "Lin Mei"},
            "datePublished": "2025-09-01",
            "appearance": [
                {
                    "@type": "CreativeWork",
                    "name": "大火",
                    "datePublished": "2025-09-01",
                    "inLanguage": "zh-Hant",
                    "publisher": {"@type": "Organization", "name": "Harbour Daily"},
                }
            ],
        },
    }


def test_refuting_documents_are_cited() -> None:
    """They did not make the claim; a claimant that is an organisation among the names is one."""
    told = made(
        CLAIMS[1], decided_at=WHEN, claimant="港口", entities=(Entity(name="港口", type=EntityType.ORGANISATION),)
    )
    assert [work["name"] for work in told["citation"]] == ["大火"]
    assert told["itemReviewed"]["author"]["@type"] == "Organization"
    assert told["reviewRating"]["ratingValue"] == 1


@pytest.mark.parametrize("verdict", [Verdict.CONFLICTING, Verdict.NOT_ENOUGH_EVIDENCE])
def test_what_is_off_the_scale_has_no_number(verdict: Verdict) -> None:
    """Unless a reviewer sets one by a tag; two such tags set none."""
    assert "ratingValue" not in made(verdict=verdict)["reviewRating"]
    assert made(verdict=verdict, tags=("rating:3",))["reviewRating"]["ratingValue"] == 3
    assert "ratingValue" not in made(verdict=verdict, tags=("rating:2", "rating:4", "rating:5"))["reviewRating"]


def test_the_reviewer_signs_where_there_is_no_publisher() -> None:
    """A publisher may be named by its address."""
    assert made(desk=Publishing("https://desk.example"))["author"] == {"@type": "Person", "name": "anna"}
    publisher = Publishing("https://desk.example", "https://desk.example/about")
    assert made(desk=publisher)["author"] == {"@type": "Organization", "url": "https://desk.example/about"}


def test_words_come_in_the_reports_language() -> None:
    """Two sentences of the reason explain it."""
    told = made(language=ReportLanguage.TRADITIONAL, reason="照片可見三座。辦公室也說三座。第三句。")
    assert told["reviewRating"]["alternateName"] == "屬實"
    assert told["reviewRating"]["ratingExplanation"] == "照片可見三座。辦公室也說三座。"
    assert told["inLanguage"] == "zh-Hant"


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("desk.example", "url must be a whole address that begins with https:// or http://"),
        ("https://bit.ly", "url must be the full address of the page, not a short one of bit.ly"),
        ("https://localhost/x", "url must be an address that readers can open, not one on localhost"),
        ("https://desk.example/a b", "url must be an address without spaces"),
        ("https://me:secret@desk.example", "url must not hold a name or a password"),
        ("https://[desk", "url is not an address"),
    ],
)
def test_a_page_that_nobody_can_open_is_refused(base: str, told: str) -> None:
    """The sentence names claim and field."""
    with pytest.raises(FactcheckError) as caught:
        made(desk=Publishing(base, "Desk"))
    assert str(caught.value) == f"claim w3 cannot be published as ClaimReview: {told}"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"@context": "http://schema.org"}, "@context"),
        ({"@type": "Review"}, "@type"),
        ({"@id": ""}, "@id"),
        ({"url": None}, "url"),
        ({"claimReviewed": " "}, "claimReviewed"),
        ({"reviewRating": None}, "reviewRating"),
        ({"reviewRating": {"@type": "Rating", "alternateName": ""}}, "reviewRating.alternateName"),
        ({"reviewRating": {"@type": "Rating", "alternateName": "x", "ratingValue": 3}}, "reviewRating"),
        (
            {
                "reviewRating": {
                    "@type": "Rating",
                    "alternateName": "x",
                    "ratingValue": 0,
                    "bestRating": 5,
                    "worstRating": 0,
                }
            },
            "reviewRating.bestRating",
        ),
        (
            {
                "reviewRating": {
                    "@type": "Rating",
                    "alternateName": "x",
                    "ratingValue": 6,
                    "bestRating": 5,
                    "worstRating": 1,
                }
            },
            "reviewRating.ratingValue",
        ),
        ({"author": "Desk"}, "author"),
        ({"author": {"@type": "Person"}}, "author.name"),
        ({"author": {"@type": "Person", "name": "x", "url": "x"}}, "author.url"),
        ({"datePublished": "yesterday"}, "datePublished"),
        ({"datePublished": "2025-02-30"}, "datePublished"),
        ({"inLanguage": "English"}, "inLanguage"),
        ({"itemReviewed": {}}, "itemReviewed"),
        ({"itemReviewed": {"@type": "Claim"}}, "itemReviewed.@id"),
        (
            {"itemReviewed": {"@type": "Claim", "@id": "x", "author": {"@type": "Person", "url": "https://a.example"}}},
            "itemReviewed.author.name",
        ),
        (
            {
                "itemReviewed": {
                    "@type": "Claim",
                    "@id": "x",
                    "appearance": [{"@type": "CreativeWork", "url": "x", "name": "x"}],
                }
            },
            "itemReviewed.appearance[0].url",
        ),
        ({"citation": ["https://a.example"]}, "citation[0]"),
    ],
)
def test_each_rule_names_its_field(change: dict[str, Any], field: str) -> None:
    """A valid review breaks one rule, and that rule answers."""
    valid = {"@context": "https://schema.org", **made()}
    assert list(claimreview_check.check(valid)) == []
    assert [name for name, _ in claimreview_check.check({**valid, **change})] == [field]


def test_a_graph_holds_each_review_once() -> None:
    """Each follows the rules, and their context stands outside of them."""
    graph = json.loads(b"".join(claimreview_out.graph(iter([made(), made(CLAIMS[1], decided_at=WHEN)]))))
    assert graph["@context"] == claimreview_check.CONTEXT
    assert [list(claimreview_check.check(review, in_graph=True)) for review in graph["@graph"]] == [[], []]
    assert len({review["@id"] for review in graph["@graph"]}) == 2


def test_our_own_reviews_can_be_read_by_others_of_us() -> None:
    """As somebody else's fact-check: tagged, not decided."""
    (row,) = read(claimreview_out.alone(made(claimant="Lin Mei")), "c1.json")
    assert isinstance(row, dict)
    assert row["external_id"] == "https://desk.example/checks/c1#review"
    assert row["tags"] == ["rated:Supported", "suggests:supported", "rated_by:Harbour Desk"]
    assert "verdict" not in row
