"""Which blocks of a page are the article, and which are furniture: navigation, sharing, related links, notices.

Two witnesses are heard. trafilatura names the paragraphs that it takes for the article; the smallest element that
holds nearly all of them is taken for the article's place, and what stands there belongs to it even where trafilatura
passed it over (captions, short lines, tables). Against both stand the words with which pages name their furniture
(`furniture.txt`). What is not of the article is marked, never dropped.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import accumulate

from evidence.model import MarkKind
from evidence.readers.assembling import Block
from evidence.readers.html_blocks import Page, Zone

MOST = 0.95
"""Share of the article's characters that the article's place holds at least."""
LINKED = 0.8
"""Share of letters in links from which on a block, unless it is a heading, is a way to elsewhere."""
CREDIBLE = 0.25
"""Share of a page's words that trafilatura must name for its word to count; else it has mistaken the article."""
LEAST = 80
"""Code points that it must name."""
HALF = 0.5
"""Share of a block's characters that trafilatura must name."""


_NEVER, _UNLESS, _ALWAYS = range(3)  # how firmly a block stands in furniture, by the words of its elements
_FIRM = {"nav", "footer"}
"""Elements that are furniture even when they hold most of a page."""

Stretch = tuple[int, int]
"""Blocks `[first, last)`."""


def mark_furniture(page: Page, article: Iterable[str], titles: Iterable[str | None]) -> list[Block]:
    """The page's blocks, those that are not of the article marked FURNITURE.

    `article` holds the lines that trafilatura takes for the article, `titles` what the page calls itself. Without such
    lines everything is the article that does not call itself furniture.
    """
    named = _named(page.blocks, article)
    if not _is_credible(page, named):
        named = [False] * len(named)
    sizes = [0, *accumulate(len(block.text) for block in page.blocks)]
    place = _place(page, named)
    headline = None if place is None else _headline(page.blocks, place, titles)
    exempt = [zone for zone in page.zones if _is_exempt(zone, place, headline, sizes)]
    ruled = _ruled(page, {id(zone) for zone in exempt})
    first, last = place or (0, len(page.blocks))
    first = first if headline is None else min(first, headline)
    kept = [
        _is_article(block, ruled[at], page.linked[at], named=named[at], inside=first <= at < last)
        for at, block in enumerate(page.blocks)
    ]
    for at in range(len(kept) - 2, -1, -1):  # a heading over furniture alone belongs to it
        over_furniture = page.blocks[at].is_a(MarkKind.HEADING) and not kept[at + 1]
        kept[at] = kept[at] and (named[at] or at == headline or not over_furniture)
    return [block if keep else block.marked(MarkKind.FURNITURE) for block, keep in zip(page.blocks, kept, strict=True)]


def _is_article(block: Block, ruled: int, linked: float, *, named: bool, inside: bool) -> bool:
    links = linked >= LINKED and not block.is_a(MarkKind.HEADING)
    if ruled == _ALWAYS or links or _opens_furniture(block.text):
        return False
    return named or (inside and ruled == _NEVER)


def _named(blocks: list[Block], article: Iterable[str]) -> list[bool]:
    """Whether half of a block stands in the article, line by line and cell by cell, whatever the white space."""
    lines = {_bare(line) for line in article} - {""}
    found = []
    for block in blocks:
        parts = [_bare(part) for part in block.text.replace("\t", "\n").split("\n")]
        whole = sum(map(len, parts))
        found.append("".join(parts) in lines or sum(len(part) for part in parts if part in lines) > HALF * whole)
    return found


def _is_credible(page: Page, named: list[bool]) -> bool:
    """Whether what trafilatura names is enough of the words that are neither links nor call themselves furniture."""
    ruled = _ruled(page, set())
    texts = [len(block.text) for block in page.blocks]
    rest = sum(size for at, size in enumerate(texts) if ruled[at] == _NEVER and page.linked[at] < LINKED)
    found = sum(size for at, size in enumerate(texts) if named[at])
    return found >= max(LEAST, CREDIBLE * rest)


def _bare(text: str) -> str:
    return "".join(text.split()).lower()


def _place(page: Page, named: list[bool]) -> Stretch | None:
    """The blocks of the smallest element that holds nearly all of the article; None when nothing is named."""
    sums = [0, *accumulate(len(block.text) * name for block, name in zip(page.blocks, named, strict=True))]
    if not sums[-1]:
        return None
    places = [
        (zone.last - zone.first, zone.first, zone.last)
        for zone in page.zones
        if sums[zone.last] - sums[zone.first] >= MOST * sums[-1]
    ]
    return min(places, default=(0, 0, len(page.blocks)))[1:]


def _headline(blocks: list[Block], place: Stretch, titles: Iterable[str | None]) -> int | None:
    """The heading, before the article's end, that says most of the title; of equals the last before its beginning."""
    wanted = {_bare(title) for title in titles if title} - {""}
    said = [
        at
        for at, block in enumerate(blocks[: place[1]])
        if block.is_a(MarkKind.HEADING) and any(_is_same(_bare(block.text), title) for title in wanted)
    ]
    return max(said, key=lambda at: (len(_bare(blocks[at].text)), at <= place[0], at), default=None)


def _is_same(words: str, title: str) -> bool:
    """Whether a heading says the title; either may hold more, such as the name of the site."""
    return len(words) > 3 and (words in title or (len(title) > 3 and title in words))


def _is_exempt(zone: Zone, place: Stretch | None, headline: int | None, sizes: list[int]) -> bool:
    """Whether an element is no furniture whatever it is called, because it holds the article or its headline."""
    if place is not None:
        holds_place = zone.first <= place[0] and place[1] <= zone.last
        return holds_place or (headline is not None and zone.first <= headline < zone.last)
    return zone.tag not in _FIRM and sizes[zone.last] - sizes[zone.first] > sizes[-1] / 2


def _ruled(page: Page, exempt: set[int]) -> list[int]:
    """How firmly each block stands in furniture."""
    changes = [[0] * (len(page.blocks) + 1) for _ in range(3)]
    for zone in page.zones:
        firm = _NEVER if id(zone) in exempt else _firmness(zone)
        if firm and zone.first < zone.last:
            changes[firm][zone.first] += 1
            changes[firm][zone.last] -= 1
    always, unless = accumulate(changes[_ALWAYS]), accumulate(changes[_UNLESS])
    return [_ALWAYS if a else _UNLESS if u else _NEVER for a, u in zip(always, unless, strict=True)]


def _firmness(zone: Zone) -> int:
    words = _words()
    if zone.tag in words["tag"] or not zone.words.isdisjoint(words["always"]):
        return _ALWAYS
    return _UNLESS if zone.tag in words["unless"] or not zone.words.isdisjoint(words["unless"]) else _NEVER


def _opens_furniture(text: str) -> bool:
    return text[:40].lower().startswith(_openings())


@cache
def _openings() -> tuple[str, ...]:
    return tuple(_words()["opening"])


@cache
def _words() -> dict[str, set[str]]:
    """The lines of furniture.txt by their group."""
    found: dict[str, set[str]] = {}
    group = ""
    for line in files("evidence.readers").joinpath("furniture.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(group, set()).add(line)
    return found
