"""Whether one Chinese statement holds all that the other says, and more: then it refines it.

The characters of the shorter one are looked for in the longer one in their order, with one stretch allowed to stand
elsewhere; what only the longer one has must be a time, a figure or words with content of its own.
"""

from collections import Counter

from rapidfuzz.distance import LCSseq

from claims.compare.alignment import Pair
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.compare.words import stop_stems
from evidence.text import lazy_re as re

LEFT = 1
"""Most characters with content that the shorter one may have for itself, in ten."""
MORE = 3
"""Fewest characters with content that make the longer one say more."""


def held(pair: Pair) -> str | None:
    """Which of the two says more, `a_to_b` for the first; None when neither holds all of the other."""
    turned = len(pair.a.key) > len(pair.b.key)
    short, long = (pair.b, pair.a) if turned else (pair.a, pair.b)
    if not _figures_held(short, long):
        return None
    mine, theirs = _content(short.key), _content(long.key)
    if len(theirs) < len(mine) or not mine:
        return None
    missing = len(mine) - LCSseq.similarity(mine, theirs)
    if missing * 10 > LEFT * len(mine):
        return None
    more = sum((Counter(theirs) - Counter(mine)).values())
    figures = len(long.quantities) + len(long.dates) - len(short.quantities) - len(short.dates)
    if more + MORE * max(0, figures) < MORE:
        return None
    return "a_to_b" if turned else "b_to_a"


_linking = re.compile(
    "如果|要是|只要|只有|虽然|尽管|因为|由于|所以|因此|因而|但是|不过|然而|以及|并且|而且|同时|其中|目前|于是|为了|大批|大量|许多|多名|数名|数十|部分|一批|若干|众多|不少|多位|多个|数个"
)


_says = Cue("^[^,;。:]{1,16}?(?:表示|指出|宣布|说明|证实|透露|显示|认为|称|说|强调|澄清|发现|公布|通报|报道|提醒),")


def told(key: str) -> str:
    """A statement without who says it."""
    return _says.sub("", key)


def _content(key: str) -> str:
    """The characters of a key that bear content; figures and marks are left out."""
    stops = stop_stems()
    return "".join([char for char in _linking.sub("", told(key)) if char.isalnum() and char not in stops])


def _figures_held(short: Features, long: Features) -> bool:
    """Whether every figure of the shorter one is among those of the longer one."""
    values = {(one.low, one.high, one.unit) for one in long.quantities}
    if any((one.low, one.high, one.unit) not in values for one in short.quantities):
        return False
    said = {one.text for one in long.dates} | {(one.first, one.last) for one in long.dates}
    return all(one.text in said or ((one.first, one.last) in said and one.first) for one in short.dates)
