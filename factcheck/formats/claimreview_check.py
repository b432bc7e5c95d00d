"""Whether a ClaimReview is what search engines and validators ask for, checked without a network.

Sources: https://schema.org/ClaimReview and Google's guide to fact-check structured data. `url`, `claimReviewed`,
`author` and `reviewRating.alternateName` are required; numbers come as three or not at all.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

CONTEXT = "https://schema.org"
SHORTENERS = frozenset(
    {"bit.ly", "buff.ly", "goo.gl", "is.gd", "j.mp", "ow.ly", "rb.gy", "reurl.cc", "t.cn", "t.co", "tiny.cc"}
    | {"tinyurl.com", "url.cn", "v.gd"}
)
_language = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_time = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?")

Finding = tuple[str, str]
"""(field, what is wrong with it)"""


def check(review: dict[str, Any], *, in_graph: bool = False) -> Iterator[Finding]:
    """What is wrong with a review; in a graph the context stands outside of it."""
    if not in_graph and review.get("@context") != CONTEXT:
        yield "@context", f"must be exactly {CONTEXT}"
    if review.get("@type") != "ClaimReview":
        yield "@type", "must be ClaimReview"
    yield from _words(review, "@id")
    yield from _url(review, "url", page=True)
    yield from _words(review, "claimReviewed")
    yield from _rating(review.get("reviewRating"))
    yield from _author(review.get("author"), "author")
    yield from _date(review, "datePublished")
    if "inLanguage" in review and not _language.fullmatch(str(review["inLanguage"])):
        yield "inLanguage", "must be a language tag, as in zh-Hant"
    yield from _item(review.get("itemReviewed"))
    for at, cited in enumerate(review.get("citation", ())):
        yield from _work(cited, f"citation[{at}]")


def url_problem(url: object, *, page: bool = False) -> str | None:
    """What is wrong with an address that others must be able to open."""
    if not isinstance(url, str) or any(letter.isspace() or ord(letter) < 32 for letter in url):
        return "must be an address without spaces"
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "is not an address"
    if parts.scheme not in {"https", "http"} or not host:
        return "must be a whole address that begins with https:// or http://"
    if parts.username or parts.password:
        return "must not hold a name or a password"
    if host in SHORTENERS:
        return f"must be the full address of the page, not a short one of {host}"
    if page and ("." not in host or host.endswith((".local", ".localhost", ".internal", ".test", ".invalid"))):
        return f"must be an address that readers can open, not one on {host}"
    return None


def is_date(value: object) -> bool:
    """Whether this is an ISO 8601 date, or a date and time."""
    found = _time.fullmatch(value) if isinstance(value, str) else None
    try:
        return found is not None and date.fromisoformat(found[1]) is not None
    except ValueError:
        return False


def _words(item: dict[str, Any], field: str, where: str = "") -> Iterator[Finding]:
    value = item.get(field)
    if not isinstance(value, str) or not value.strip():
        yield f"{where}{field}", "is missing"


def _url(item: dict[str, Any], field: str, where: str = "", *, page: bool = False) -> Iterator[Finding]:
    problem = "is missing" if field not in item else url_problem(item[field], page=page)
    if problem:
        yield f"{where}{field}", problem


def _rating(rating: Any) -> Iterator[Finding]:
    if not isinstance(rating, dict) or rating.get("@type") != "Rating":
        yield "reviewRating", "must be a Rating"
        return
    yield from _words(rating, "alternateName", "reviewRating.")
    given = [rating[name] for name in ("ratingValue", "bestRating", "worstRating") if name in rating]
    numbers = [one for one in given if isinstance(one, int | float) and not isinstance(one, bool)]
    if not given:
        return
    if len(numbers) < 3:
        yield "reviewRating", "ratingValue, bestRating and worstRating are numbers and come together"
        return
    value, best, worst = numbers
    if not 1 <= worst < best:
        yield "reviewRating.bestRating", "must be greater than worstRating, which is 1 or more"
    elif not worst <= value <= best:
        yield "reviewRating.ratingValue", f"must lie between {worst} and {best}"


def _author(author: Any, where: str) -> Iterator[Finding]:
    if not isinstance(author, dict) or author.get("@type") not in {"Organization", "Person"}:
        yield where, "must be an Organization or a Person"
        return
    if not author.get("name") and not author.get("url"):
        yield f"{where}.name", "is missing"
    for field in ("url", "sameAs"):
        if field in author:
            yield from _url(author, field, f"{where}.")


def _date(item: dict[str, Any], field: str, where: str = "", *, needed: bool = True) -> Iterator[Finding]:
    if field not in item:
        if needed:
            yield f"{where}{field}", "is missing"
        return
    if not is_date(item[field]):
        yield f"{where}{field}", "must be an ISO 8601 date or time"


def _item(item: Any) -> Iterator[Finding]:
    if not isinstance(item, dict) or item.get("@type") != "Claim":
        yield "itemReviewed", "must be a Claim"
        return
    yield from _words(item, "@id", "itemReviewed.")
    if "author" in item:
        yield from _author(item["author"], "itemReviewed.author")
        if isinstance(item["author"], dict) and not item["author"].get("name"):
            yield "itemReviewed.author.name", "is missing"
    yield from _date(item, "datePublished", "itemReviewed.", needed=False)
    for at, work in enumerate(item.get("appearance", ())):
        yield from _work(work, f"itemReviewed.appearance[{at}]")


def _work(work: Any, where: str) -> Iterator[Finding]:
    if not isinstance(work, dict) or work.get("@type") != "CreativeWork":
        yield where, "must be a CreativeWork"
        return
    if not work.get("name") and not work.get("url"):
        yield f"{where}.name", "is missing"
    if "url" in work:
        yield from _url(work, "url", f"{where}.")
    yield from _date(work, "datePublished", f"{where}.", needed=False)
