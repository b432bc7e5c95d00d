"""AVeriTeC: real claims from fact-checks, with questions and answers found on the web.

Source: Schlichtkrull, Guo, Vlachos, "AVeriTeC: A Dataset for Real-world Claim Verification with Evidence from the Web"
(2023), https://fever.ai/dataset/averitec.html. A JSON list of

    {"claim", "label", "justification", "claim_date": "DD-MM-YYYY", "speaker", "original_claim_url", "reporting_source",
     "fact_checking_article", "location_ISO_code", "claim_types": [...], "fact_checking_strategies": [...],
     "questions": [{"question", "answers": [{"answer", "source_url", ...}]}]}
"""

import re
from collections.abc import Iterator
from datetime import date

from factcheck.formats.foreign import (
    Fields,
    Mapped,
    Rating,
    needed,
    number_or_text,
    objects,
    others,
    rated,
    reason,
    rows_of,
    tag,
    text,
    texts,
)
from factcheck.formats.json_document import JsonDocument, Unreadable
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Rows

KINDS = {
    "event/property claim": "event",
    "numerical claim": "numerical",
    "causal claim": "causal",
    "quote verification": "quotation",
    "position statement": "position",
}
"""Our kind by theirs; a claim with several keeps them as tags alone."""
KNOWN = frozenset(
    {"claim", "claim_id", "label", "justification", "claim_date", "speaker", "original_claim_url", "reporting_source"}
    | {"fact_checking_article", "location_ISO_code", "claim_types", "fact_checking_strategies", "questions"}
    | {"required_reannotation", "cached_original_claim_url"}
)
"""The last two say nothing about the claim."""
_date = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


def read(data: bytes, name: str, mapped: Mapped) -> Rows:
    """A row for each claim of the list. Raises Unreadable."""
    document = JsonDocument(data)
    if not isinstance(document.value, list):
        raise Unreadable(1, "must be a list of claims")
    yield from rows_of(document.placed(document.value), name, document.size, lambda one: _record(one, mapped))


def _record(claim: Fields, mapped: Mapped) -> Iterator[Fields]:
    statement = needed(claim, "claim")
    label = text(claim, "label")
    ratings = [] if label is None else [Rating(label, "AVeriTeC", None, text(claim, "fact_checking_article"))]
    labelled = rated("label", ratings, mapped)
    types = list(texts(claim.get("claim_types"), "claim_types"))
    pages = list(_pages(claim))
    yield {
        **others(claim, KNOWN),
        "external_id": _id(claim),
        "statement": statement,
        "claimant": text(claim, "speaker"),
        "kind": _kind(types),
        **labelled,
        "tags": [*labelled["tags"], *_tags(claim, types)],
        **reason(
            *ratings,
            _claimed(claim),
            text(claim, "justification"),
            pages and f"answers from {', '.join(pages)}",
        ),
    }


def _id(claim: Fields) -> str | None:
    number = number_or_text(claim, "claim_id")
    return None if number is None else f"averitec:{number}"


def _kind(types: list[str]) -> str | None:
    kinds = []
    for one in types:
        if one.lower() not in KINDS:
            raise BadRecord([("claim_types", f"the type {one[:60]!r} is not one of AVeriTeC's: {', '.join(KINDS)}")])
        kinds.append(KINDS[one.lower()])
    return kinds[0] if len(kinds) == 1 else None


def _tags(claim: Fields, types: list[str]) -> Iterator[str]:
    yield from (tag("claim_type", one) for one in types if len(types) > 1)
    strategies = texts(claim.get("fact_checking_strategies"), "fact_checking_strategies")
    yield from (tag("strategy", one) for one in strategies)
    place = text(claim, "location_ISO_code")
    if place:
        yield tag("location", place)


def _claimed(claim: Fields) -> str | None:
    on = _day(text(claim, "claim_date"))
    source, url = text(claim, "reporting_source"), text(claim, "original_claim_url")
    if not (on or source or url):
        return None
    where = f" in {source}" if source else ""
    return f"claimed{f' on {on}' if on else ''}{where}{f': {url}' if url else ''}"


def _day(told: str | None) -> str | None:
    """DD-MM-YYYY as an ISO date. Raises BadRecord."""
    if told is None:
        return None
    found = _date.fullmatch(told)
    try:
        day, month, year = (int(part) for part in found.groups()) if found else (0, 0, 0)
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise BadRecord([("claim_date", f"must be a date as DD-MM-YYYY, not {told[:40]!r}")]) from error


def _pages(claim: Fields) -> Iterator[str]:
    """Where the answers come from, each page once."""
    found: dict[str, None] = {}
    for question in objects(claim.get("questions"), "questions"):
        for answer in objects(question.get("answers"), "questions.answers"):
            url = text(answer, "source_url")
            if url:
                found[url] = None
    yield from found
