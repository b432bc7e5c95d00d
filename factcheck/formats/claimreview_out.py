"""Decided claims as schema.org ClaimReview, for search engines and other desks; see `claimreview_check.py`.

It is interchange: quotes, confidence and history do not fit into it, and stay in the lossless export. One page may
carry one review, so each claim has its page below the base address, under its id.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from claims.model import Claim, EntityType, EvidenceLink, Stance, Verdict
from evidence.model import Document, stamp
from factcheck.errors import FactcheckError
from factcheck.formats import claimreview_check
from factcheck.formats.claimreview_check import CONTEXT
from factcheck.formats.labels import Labels, ReportLanguage, labels

GRADES = {Verdict.SUPPORTED: 5, Verdict.REFUTED: 1}
"""On a scale from 1, false, to 5, true. Others have no number, unless one tag from `rating:2` to `rating:4` sets it."""
LONGEST_EXPLANATION = 300
_grade = re.compile(r"rating:([234])")
_sentence = re.compile(r"[.!?](?=\s)|[。！？]")


@dataclass(frozen=True, slots=True)
class Publishing:
    """Who publishes, and where."""

    base_url: str
    publisher: str | None = None
    """Name or address of the organisation; without it the reviewer of each claim is its author."""

    def page(self, claim: Claim) -> str:
        """The address of a claim's page."""
        return f"{self.base_url.rstrip('/')}/{claim.id}"


def publishable(claim: Claim) -> bool:
    """Whether a claim can be published: decided, and not to be checked again."""
    return claim.status == "decided" and claim.verdict is not None


def review(
    claim: Claim, documents: Mapping[str, Document], desk: Publishing, language: ReportLanguage
) -> dict[str, Any]:
    """The review of a decided claim, without the context that stands around it. Raises FactcheckError."""
    page = desk.page(claim)
    made = {
        "@type": "ClaimReview",
        "@id": f"{page}#review",
        "url": page,
        "claimReviewed": claim.statement,
        "inLanguage": language.value,
        "datePublished": None if claim.decided_at is None else stamp(claim.decided_at),
        "author": _publisher(claim, desk),
        "reviewRating": _rating(claim, labels(language)),
        "itemReviewed": _item(claim, documents, page),
        "citation": _works(documents, [link for link in claim.evidence if link.stance is not Stance.SUPPORTS]),
    }
    told = _without_nothing(made)
    for field, problem in claimreview_check.check(told, in_graph=True):
        name = claim.external_id or claim.id
        raise FactcheckError(f"claim {name} cannot be published as ClaimReview: {field} {problem}")
    return told


def alone(told: dict[str, Any]) -> bytes:
    """A review in a file of its own."""
    return _in_a_page({"@context": CONTEXT, **told}, orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def graph(reviews: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    """All reviews in one document, a line for each."""
    yield b'{"@context": "%s", "@graph": [\n' % CONTEXT.encode()
    for at, told in enumerate(reviews):
        yield (b",\n" if at else b"") + _in_a_page(told)
    yield b"\n]}\n"


def _in_a_page(told: dict[str, Any], option: int = 0) -> bytes:
    """JSON in which nothing ends the script element that it will stand in."""
    return orjson.dumps(told, option=option).replace(b"<", b"\\u003c")


def _publisher(claim: Claim, desk: Publishing) -> dict[str, Any]:
    if desk.publisher is None:
        return {"@type": "Person", "name": claim.decided_by}
    is_url = desk.publisher.startswith(("https://", "http://"))
    return {"@type": "Organization", "url" if is_url else "name": desk.publisher}


def _rating(claim: Claim, say: Labels) -> dict[str, Any]:
    word = say.word(claim.verdict or "")
    grade = GRADES.get(claim.verdict) if claim.verdict else None
    if grade is None:
        found = [int(match[1]) for match in map(_grade.fullmatch, claim.tags) if match]
        grade = found[0] if len(found) == 1 else None
    numbers = {} if grade is None else {"ratingValue": grade, "bestRating": 5, "worstRating": 1}
    return {
        "@type": "Rating",
        "alternateName": word[:1].upper() + word[1:],
        **numbers,
        "ratingExplanation": _explanation(claim.reason),
    }


def _explanation(reason: str | None) -> str | None:
    """The first two sentences of a reason, in one line."""
    if reason is None:
        return None
    words = " ".join(reason.split())
    ends = [found.end() for found in _sentence.finditer(words)]
    short = words[: ends[1]] if len(ends) > 1 else words
    return short if len(short) <= LONGEST_EXPLANATION else short[: LONGEST_EXPLANATION - 1] + "…"


def _item(claim: Claim, documents: Mapping[str, Document], page: str) -> dict[str, Any]:
    """The claim. Where it appeared first is not known here: these are the documents of one desk."""
    supporting = [link for link in claim.evidence if link.stance is Stance.SUPPORTS]
    own = documents[claim.evidence[0].document] if claim.evidence else None
    return {
        "@type": "Claim",
        "@id": f"{page}#claim",
        "inLanguage": claim.language,
        "author": _claimant(claim),
        "datePublished": None if own is None else _published(own),
        "appearance": _works(documents, supporting),
    }


def _claimant(claim: Claim) -> dict[str, Any] | None:
    """Who says it: an organisation where the claim's names say so, a person otherwise."""
    if claim.claimant is None:
        return None
    sort = next((entity.type for entity in claim.entities if entity.name == claim.claimant), None)
    return {"@type": "Organization" if sort is EntityType.ORGANISATION else "Person", "name": claim.claimant}


def _works(documents: Mapping[str, Document], links: Sequence[EvidenceLink]) -> list[dict[str, Any]]:
    """The quoted documents, one for each source."""
    found: dict[str, dict[str, Any]] = {}
    for link in links:
        document = documents[link.document]
        found.setdefault(document.source or document.id, _work(document))
    return list(found.values())


def _work(document: Document) -> dict[str, Any]:
    url = document.url if document.url and claimreview_check.url_problem(document.url) is None else None
    publisher = {"@type": "Organization", "name": document.source} if document.source else None
    return _without_nothing(
        {
            "@type": "CreativeWork",
            "name": document.title or document.name,
            "url": url,
            "datePublished": _published(document),
            "inLanguage": None if document.language == "und" else document.language,
            "publisher": publisher,
        }
    )


def _published(document: Document) -> str | None:
    """When a document was published, where that is a whole date."""
    return document.published if claimreview_check.is_date(document.published) else None


def _without_nothing(value: dict[str, Any]) -> dict[str, Any]:
    """Without fields that say nothing, inside as well."""
    told = {key: _without_nothing(one) if isinstance(one, dict) else one for key, one in value.items()}
    return {key: one for key, one in told.items() if one not in (None, [], "", {})}
