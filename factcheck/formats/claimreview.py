"""Fact-checks published as schema.org ClaimReview, in whatever shape a site gave them.

Source: https://schema.org/ClaimReview and Google's guide to fact-check structured data. One object, a list, a JSON-LD
`@graph`, a DataFeed with `dataFeedElement`, or one object a line. Real feeds hold ratings as text, labels as lists or
`@value` objects, authors as names, appearances as bare URLs, microdata with `properties`, references by `@id`, and
scales from -1 to -1 where a rating has no number. See `foreign.py` for what becomes of a rating.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from factcheck.formats import jsonl
from factcheck.formats.foreign import Fields, Mapped, Rating, day, rated, reason, rows_of
from factcheck.formats.json_document import JsonDocument, Unreadable
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Row, Rows

INSIDE = ("@graph", "dataFeedElement", "item", "items", "itemListElement", "mainEntity", "hasPart", "review")
"""Where reviews hide in something else."""
LONGEST_ID = 400
GRADES = {1: "False", 2: "Mostly false", 3: "Half true", 4: "Mostly true", 5: "True"}
"""What the numbers from 1 to 5 mean, as Google's guide has them."""
_prefix = re.compile(r"^(?:schema:|https?://schema\.org/)")
_tags = re.compile(
    r"</?(?:p|br|b|i|em|strong|span|div|a|q|blockquote|cite|h[1-6]|li|ul|ol)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_language = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def read(data: bytes, name: str, mapped: Mapped) -> Rows:
    """A row for each ClaimReview in a document given as its bytes. Raises Unreadable."""
    any_ = False
    for line, value in _documents(data):
        nodes = _by_id(value)
        for at, review in _reviews(value, line):
            any_ = True
            yield from rows_of([(at, review)], name, len(data), lambda one: _record(_plain(one, nodes), mapped))  # noqa: B023
    if not any_:
        raise Unreadable(1, "holds no ClaimReview")


Lines = Any
"""Tells the line of an object."""


def _documents(data: bytes) -> Iterator[tuple[Lines, Any]]:
    """(what tells lines, value) of the document, or of each line where it is one object a line."""
    try:
        document = JsonDocument(data)
    except Unreadable as error:
        cause = error.__cause__ and error.__cause__.__cause__
        if not isinstance(cause, json.JSONDecodeError) or cause.msg != "Extra data":
            raise
        yield from _each_line(data)
        return
    yield document.line, document.value


def _each_line(data: bytes) -> Iterator[tuple[Lines, Any]]:
    for row in jsonl.read(data.splitlines(keepends=True), ""):
        if not isinstance(row, Row):
            raise Unreadable(row.line, row.problem)
        yield (lambda item, at=row.line: at), row.data


def _reviews(value: Any, line: Lines) -> Iterator[tuple[int, Fields]]:
    """Every ClaimReview in a value, with its line."""
    if isinstance(value, list):
        for item in value:
            yield from _reviews(item, line)
    elif isinstance(value, dict):
        if "ClaimReview" in _types(value):
            yield line(value), value
            return
        for key, inside in (value.get("properties") or value).items() if _microdata(value) else value.items():
            if _prefix.sub("", key) in INSIDE:
                yield from _reviews(inside, line)


def _microdata(value: Fields) -> bool:
    return isinstance(value.get("properties"), dict)


def _types(value: Fields) -> set[str]:
    told = value.get("@type", value.get("type"))
    names = told if isinstance(told, list) else [told]
    return {_prefix.sub("", one) for one in names if isinstance(one, str)}


def _by_id(value: Any) -> dict[str, Fields]:
    """The objects that others refer to by `@id`; the fullest where several have the same."""
    found: dict[str, Fields] = {}
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            id_ = one.get("@id")
            if isinstance(id_, str) and len(one) > len(found.get(id_, ())):
                found[id_] = one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return found


def _plain(value: Any, nodes: dict[str, Fields], depth: int = 0) -> Any:
    """Without microdata's wrapping, prefixes and references; a reference inside a reference stays one."""
    if isinstance(value, list):
        return [_plain(item, nodes, depth) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"@id"} and depth < 8 and isinstance(value["@id"], str):
        value = nodes.get(value["@id"], value)
    inside = {**value, **value["properties"]} if _microdata(value) else value
    return {_prefix.sub("", key): _plain(item, nodes, depth + 1) for key, item in inside.items() if key != "properties"}


# ── one review ─────────────────────────────────────────────────────────────────────────────────────


def _record(review: Fields, mapped: Mapped) -> Iterator[Fields]:
    statement = _text(review.get("claimReviewed"))
    if statement is None:
        raise BadRecord([("claimReviewed", "is missing")])
    item = _first(review.get("itemReviewed"))
    url = _url(review.get("url")) or _url(review.get("mainEntityOfPage"))
    rating = _rating(review, url)
    appearances = dict.fromkeys([*_urls(item.get("firstAppearance")), *_urls(item.get("appearance"))])
    claimed = day(_text(item.get("datePublished")))
    yield {
        "external_id": external_id(_text(review.get("@id")), url, statement),
        "statement": statement,
        "language": _language_of(review.get("inLanguage")),
        "claimant": ", ".join(_names(item.get("author"))),
        **rated("reviewRating.alternateName", [rating], mapped),
        **reason(
            rating,
            claimed and f"claimed on {claimed}",
            appearances and f"appeared at {', '.join(appearances)}",
            _text(_first(review.get("reviewRating")).get("ratingExplanation")) or _text(review.get("reviewBody")),
        ),
    }


def external_id(id_: str | None, url: str | None, statement: str) -> str | None:
    """An id for a review's claim: its own, or its page and its words, since one page may check several claims."""
    if id_ is None and url is None:
        return None
    digest = hashlib.sha256(statement.encode()).hexdigest()[:12]
    whole = id_ if id_ is not None and id_ != url and not id_.startswith("_:") else f"{url or id_}#{digest}"
    if len(whole) <= LONGEST_ID:
        return whole
    return f"{whole[:LONGEST_ID]}#{hashlib.sha256(whole.encode()).hexdigest()[:12]}"


def _rating(review: Fields, url: str | None) -> Rating:
    given = review.get("reviewRating")
    told = given if isinstance(given, str) else None
    rating = _first(given)
    labels = [told] if told else [*_texts(rating.get("alternateName")), *_texts(rating.get("name"))]
    labels = list(dict.fromkeys(" ".join(label.split()) for label in labels))
    scale, grade = _scale(rating)
    if not labels and grade is None:
        problem = f"is missing, and {scale} says nothing in words" if scale else "is missing"
        raise BadRecord([("reviewRating.alternateName", problem)])
    label, *others = labels or [str(grade)]
    more = (*(f"also '{other}'" for other in others), *([scale] if scale else ()))
    by = ", ".join(_names(review.get("author")) or _names(review.get("publisher"))) or None
    return Rating(label, by, day(_text(review.get("datePublished"))), url, more)


def _scale(rating: Fields) -> tuple[str | None, str | None]:
    """(the numbers in words, the grade that they mean); numbers that are out of their own scale mean nothing."""
    value, best, worst = (_number(rating.get(name)) for name in ("ratingValue", "bestRating", "worstRating"))
    if value is None or (best is not None and best == worst):  # -1 of -1 to -1: rated in words only
        return None, None
    if best is None or worst is None:
        return f"{value:g}", None
    words = f"{value:g} on a scale from {worst:g} to {best:g}"
    if not min(best, worst) <= value <= max(best, worst):
        return f"{words}, which it is outside of", None
    return words, GRADES.get(value) if (worst, best) == (1, 5) else None  # type: ignore[call-overload]


# ── dirt ───────────────────────────────────────────────────────────────────────────────────────────


def _first(value: Any) -> Fields:
    """The first object of what may be an object, a list of them or something else."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            return one
    return {}


def _texts(value: Any) -> Iterator[str]:
    """The texts in a value: a text, an `@value` object, a list of either; sites leave their HTML in them."""
    for one in value if isinstance(value, list) else [value]:
        words = one.get("@value") if isinstance(one, dict) else one
        if isinstance(words, str) and (plain := _tags.sub(" ", unescape(words)).strip()):
            yield plain


def _text(value: Any) -> str | None:
    words = next(_texts(value), None)
    return None if words is None else " ".join(words.split())


def _names(value: Any) -> list[str]:
    """Names of people and organisations: as texts, as objects, or in lists; their URL where they have no name."""
    found = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and "@value" not in one:
            found.append(_text(one.get("name")) or _url(one.get("url")) or _text(one.get("@id")))
        else:
            found.append(_text(one))
    return list(dict.fromkeys(name for name in found if name))


def _urls(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from list(_urls(one.get("url"))) or list(_urls(one.get("@id")))
        elif isinstance(one, str) and one.strip():
            yield one.strip()


def _url(value: Any) -> str | None:
    return next(_urls(value), None)


def _number(value: Any) -> float | None:
    """Also where it is written as a text, or in a list of one, as microdata has it."""
    one = value[0] if isinstance(value, list) and value else value
    if isinstance(one, str):
        one = _as_number(one)
    return float(one) if isinstance(one, int | float) and not isinstance(one, bool) and abs(one) < 1e9 else None


def _as_number(words: str) -> float | None:
    try:
        return float(words.strip().replace(",", "."))
    except ValueError:
        return None


def _language_of(value: Any) -> str | None:
    """A language tag; a name such as English is left to the text itself."""
    told = _first(value).get("alternateName", value)
    words = (_text(told) or "").replace("_", "-")
    return words if _language.fullmatch(words) else None
