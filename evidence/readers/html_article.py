"""What trafilatura makes of a page: the lines of its article, and what the page says about itself.

trafilatura: Barbaresi 2021, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction", ACL, doi:10.18653/v1/2021.acl-demo.15.
"""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from evidence.model import Value
from evidence.readers.metadata import iso_date, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

DEEPEST = 100
"""Elements inside each other in a page that is given to trafilatura, which recurses."""
MOST_ELEMENTS = 50_000
"""Elements of such a page. News pages have 500 to 5000, the longest of an encyclopedia 30 000; a second for 10 000."""
LARGEST = 2_000_000
"""Code points of such a page."""

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "date",
    "dc.date",
)
"""Names of meta elements that hold the time of publication, the surest first."""
_json_date = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_LINES = ("p", "head", "item", "cell", "quote", "code", "ab", "hi", "row")


class Article(Value):
    """The article's lines, and the page's own word on its title, author, publisher, date and address."""

    lines: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def article_of(root: "HtmlElement", size: int) -> Article:
    """What can be told of a page whose source is `size` code points long. Changes the tree."""
    published, title = _published(root), one_line(root.findtext(".//title"))
    if size > LARGEST or not _is_reasonable(root):
        return Article(title=title, published=published)
    found = _extracted(root)
    if found is None:
        return Article(title=title, published=published)
    return Article(
        lines=tuple(_lines(found.body)),
        title=one_line(found.title) or title,
        author=one_line(found.author),
        publisher=one_line(found.sitename),
        published=published or iso_date(found.date),
        url=_address(found.url),
    )


def _extracted(root: "HtmlElement") -> Any:
    """trafilatura's document, or None when it finds nothing or breaks down."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - 150 ms

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    dates = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2199-12-31"}
    try:
        return bare_extraction(
            root, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=dates
        )
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a guess at the article, by a library that hostile pages can surprise
        return None


def _lines(body: Any) -> Iterator[str]:
    if body is None:
        return
    for element in body.iter(*_LINES):
        pieces = [element.text or ""]
        for inner in element.iterdescendants():
            pieces += ("\n" if inner.tag == "lb" else "", inner.text or "", inner.tail or "")
        whole = "".join(pieces)
        yield whole
        yield from whole.split("\n") if "\n" in whole else ()


def _is_reasonable(root: "HtmlElement") -> bool:
    """Whether trafilatura may be given the page: what it takes on others, in time and recursion, is not bounded."""
    level, elements = [root], 0
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
        elements += len(level)
        if not level or elements > MOST_ELEMENTS:
            break
    return not level and elements <= MOST_ELEMENTS


def _published(root: "HtmlElement") -> str | None:
    """The time of publication that the page states in so many words, with its hour if it has one."""
    said: dict[str, str] = {}
    for element in root.iter("meta", "time"):
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        value = element.get("content") or element.get("datetime")
        for name in names:
            if name and value:
                said.setdefault(name.strip().lower(), value)
    for name in _PUBLISHED:
        found = iso_date(said.get(name))
        if found is not None:
            return found
    scripts = (script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or ""))
    dates = {date for script in scripts for date in _json_date.findall(script)}
    return iso_date(dates.pop()) if len(dates) == 1 else None


def _address(text: str | None) -> str | None:
    return text if text and re.match(r"https?://[^\s/]+\S*\Z", text) and len(text) <= 2000 else None
