"""Places on the charts: number three in Ireland, number twelve in Britain and two in Germany, topped the album chart.

A record peaks once on a chart and enters it once. Two statements of one record that give it two places by the same
word, on the same chart or where only one chart is told, clash.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english.named_en import text_of
from claims.compare.figures.ages import SMALL, number
from claims.compare.values import Features, of_one
from claims.model import Facet
from evidence.text import lazy_re as re

COVER = 0.5
"""Least share of the shorter one's content that both have."""
_place = re.compile(
    rf"\b(?:number|no\.?|position) ?(?P<place>\d{{1,3}}|{'|'.join(SMALL)})\b(?![,.]\d)"
    r"|(?P<top>\btopp(?:ed|ing) the\b(?=[^,.;]{0,40}\bcharts?\b))"
)
_kinds = re.compile(
    r"\b(?:(?P<entry>debut\w*|enter(?:s|ed|ing)|open(?:s|ed|ing)|bow(?:s|ed|ing)|new entry)"
    r"|peak\w*|reach\w*|climb\w*|hit|rose|rising|got to|best|highest|high of|topp\w+|stall\w*|stuck)\b"
)
_on = re.compile(
    r"(?: (?:on|in|of) (?:both )?(?:the )?| charts? (?:in|of) (?:the )?|, and (?:in )?(?:the )?)([^,.;]{0,50})"
)
_end = re.compile(r"\b(?:and|but|while|in 1\d{3}|in 20\d\d|for|after|before|with|where|when|on \d)\b")
NEAR = 60
"""Letters before a place in which stands whether it is the first or the highest."""


class Position(NamedTuple):
    """A place with the word for it, 1 for the first or 2 for the highest, else 0, and the charts."""

    place: int
    kind: int
    charts: frozenset[str]


@of_one
def positions(side: Features) -> tuple[Position, ...]:
    """The places on charts that a statement gives."""
    text = text_of(side)
    if "chart" not in text and "single" not in text and "album" not in text and "song" not in text:
        return ()
    found = []
    for match in _place.finditer(text):
        before = text[max(0, match.start() - NEAR) : match.start()]
        told = next(reversed(list(_kinds.finditer(before.rpartition(";")[2]))), None)
        kind = 2 if match["top"] else 0 if told is None else 1 if told["entry"] else 2
        place = 1 if match["top"] else number(match["place"])
        found.append(Position(place, kind, _charts(text, match)))
    return tuple(found)


def _charts(text: str, match: re.Match[str]) -> frozenset[str]:
    behind = _on.match(text, match.end())
    said = text[match.end() : match.end() + NEAR // 2] if match["top"] else behind[1] if behind else ""
    both = said if re.match(r"[^,.;]*\bboth\b", text[match.end() :]) else _end.split(said)[0]
    return frozenset(words.stem(word) for word in re.findall(r"[a-z]+", both)) - words.stop_stems() - _CHARTS


_CHARTS = frozenset(map(words.stem, ("chart", "charts", "singles", "single", "album", "albums", "song", "songs")))


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Two places of one record on one chart."""
    if pair.cover < COVER:
        return
    mine = positions(pair.a)
    theirs = positions(pair.b) if mine else ()
    lone = len(mine) == len(theirs) == 1
    for one in mine:
        for other in theirs:
            kinds = one.kind == other.kind or (lone and 0 in {one.kind, other.kind})
            common = one.charts & other.charts
            charts = common or (lone and not (one.charts and other.charts))
            given = any(each.place == other.place and each.charts & common for each in mine)
            given = given or any(each.place == one.place and each.charts & common for each in theirs)
            if kinds and charts and one.place != other.place and not given:
                yield Facet.QUANTITY, f"number {one.place} in one, number {other.place} in the other"
                return


__all__ = ["clashes"]
