"""Figures that a Chinese sentence does not state but gives the parts of: shares, ratios, changes, sums, spans of time.

A short claim says that sales rose by a third; the sentence gives the sales of both years. What the claim asks for
is told by its own words and unit, which figures are the parts by the words of the clauses they stand in.
Asked of two Chinese statements that somebody laid side by side.
"""

import re
from collections.abc import Iterator
from math import inf

from claims.compare.alignment import Pair
from claims.compare.chinese import eras_zh, parts_zh
from claims.compare.chinese.units_zh import shared_units
from claims.compare.chinese.worked_figures import by_score, differences, quotients, ratios, sums
from claims.compare.chinese.worked_parts import DISCOUNT, EACH, HALVING, Amount, Worked, amounts_of, close_to, predicate
from claims.compare.chinese.worked_times import aged_at_death, spans
from claims.compare.facets.quantity import findings
from claims.compare.intervals import Interval, meets
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, Features, Verdict
from claims.model import Facet, Quantity, RelationKind
from evidence.text.fold import fold_key

LONGER = 1.4
"""How many times as long as the claim the sentence is at least."""


SURE = 0.6
"""From this weight on, a stated figure says more than what can be worked out."""


FIT = 1.0
"""Least fit of what was worked out to the claim."""


HALVED = 45.0
"""Least fall in per cent that is called a halving."""


_earlier = re.compile(r"[之以]?前(?!后|往|总)")


_fraction = re.compile("[成半]$|分之")


_and_more = re.compile("还要?多|以上|有余|有多|不止")


YEAR = 365.25


_nearly = re.compile(r"接近|将近|近(?=\D?$)|逼近")


_roughly = re.compile(r"大约|约|差不多|大概")


_NUMERAL = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}


TELLING = frozenset({"time", "temperature", "length", "weight", "speed", "area"})
"""Dimensions in which a sentence seldom gives two figures of one size."""


def relation(pair: Pair) -> Comparison | None:
    """What the figures of the longer statement make of the shorter one's, when its own is none of them."""
    turned = len(pair.a.key) > len(pair.b.key)
    claim, sentence = (pair.b, pair.a) if turned else (pair.a, pair.b)
    if (found_era := eras_zh.relation(pair)) is not None:
        return found_era
    if len(sentence.key) < LONGER * len(claim.key):
        return None
    asked = _asked(claim)
    if asked is None:
        return None
    quantity, wanted = asked
    found = [one for one in _candidates(claim, sentence, quantity, wanted) if one.fit >= FIT]
    if not found:
        return None
    best = max(found, key=lambda one: one.fit)
    if meets(wanted, best.interval):
        return Comparison(
            kind=RelationKind.REFINES,
            facet=Facet.QUANTITY,
            score=0.6,
            direction="a_to_b" if turned else "b_to_a",
            reasons=(f"{best.text} bears out “{quantity.text}”",),
        )
    borne_out = any(one.verdict is not Verdict.CONFLICT and one.weight >= SURE for one in findings(pair))
    if borne_out and not EACH.search(claim.key):
        return None  # a figure of the very thing bears it out: sentenced to twelve years, of what was taken in eight
    if (best.told and parts_zh.other_thing(pair)) or parts_zh.parted(pair) or not shared_units(pair):
        return None
    reason = f"{best.text} and “{quantity.text}” cannot both hold"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6, reasons=(reason,))


def _asked(claim: Features) -> tuple[Quantity, Interval] | None:
    """The one figure of the claim that is put in question; claims of several are left alone."""
    discount = DISCOUNT.search(claim.key.replace(QUANTITY, ""))
    if discount and not claim.quantities:
        value = _digits(discount[1])
        share = Quantity(text=discount[0], low=value, high=value, unit="%")
        return share, Interval(value, value, "share", 0.5, bound=False, about=False)
    if HALVING.search(claim.key) and not claim.quantities:
        share = Quantity(text=HALVING.findall(claim.key)[0], low=HALVED, unit="%")
        return share, Interval(HALVED, inf, "share", 0.0, bound=True, about=False)
    figures = amounts_of(claim)
    if len(figures) > 1:  # within a year, by a third
        figures = [one for one in figures if one.interval.dimension != "time"]
    if len(figures) != 1:
        return None
    quantity, wanted, lead = figures[0].quantity, figures[0].interval, figures[0].lead[-9:]
    if wanted.dimension == "count" and aged_at_death(claim):
        wanted = wanted._replace(low=wanted.low * YEAR, high=wanted.high * YEAR, dimension="time")
    if not wanted.bound and _nearly.search(lead):
        wanted = wanted._replace(low=0.85 * wanted.low, bound=True)
    elif not wanted.bound and _roughly.search(lead):
        wanted = wanted._replace(about=True)
    elif not wanted.bound and wanted.dimension == "time" and _earlier.match(figures[0].after):
        wanted = wanted._replace(low=-inf, bound=True)
    elif not wanted.bound and _and_more.match(figures[0].after):
        wanted = wanted._replace(high=inf, bound=True)
    elif not wanted.bound and (wanted.dimension == "count:times" or _fraction.search(quantity.text)):
        wanted = wanted._replace(about=True)  # two thirds, four times as many: round words
    elif not wanted.bound and wanted.dimension == "time" and "岁" in fold_key(quantity.text):
        # Whoever died at 86 had lived 86 years and some days, or by the old count 85.
        wanted = wanted._replace(low=wanted.low - YEAR, high=wanted.high + YEAR, bound=True)
    return quantity, wanted


def _digits(text: str) -> float:
    """七 is 70 %, 八五 is 85 %, 7.5 is 75 %."""
    if text[0].isdigit():
        return float(text) * 10
    figures = [_NUMERAL.get(char, 0) for char in text]
    return float(figures[0] * 10 + (figures[1] if len(figures) > 1 else 0))


def _candidates(claim: Features, sentence: Features, asked: Quantity, wanted: Interval) -> Iterator[Worked]:
    amounts = amounts_of(sentence)
    if wanted.dimension == "time":
        yield from spans(claim, sentence, wanted, amounts)
        yield from differences(claim, wanted, amounts)
    elif asked.unit == "pp":
        yield from differences(claim, wanted._replace(dimension="share"), amounts)
    elif wanted.dimension in {"share", "count:times"} or asked.unit in {"%", "times"}:
        yield from ratios(claim, predicate(claim, sentence), wanted, amounts)
    else:
        if EACH.search(claim.key):
            yield from quotients(claim, wanted, amounts)
        yield from differences(claim, wanted, amounts)
        yield from sums(claim, sentence, wanted, amounts)
        yield from by_score(claim, sentence, wanted)
    if wanted.bound and wanted.dimension in TELLING:
        yield from _stated(wanted, amounts)


def _of_size(wanted: Interval, one: Amount) -> bool:
    """Whether a figure is of the size that the claim speaks of, and on the same side of zero."""
    if one.interval.low != one.interval.high:
        return False
    side = next(side for side in (wanted.low, wanted.high) if abs(side) != inf)
    if one.interval.low * side < 0:
        return False
    positive = wanted._replace(low=abs(side), high=abs(side)) if side < 0 else wanted
    return close_to(positive, abs(one.interval.low)) is not None


def _stated(wanted: Interval, amounts: list[Amount]) -> Iterator[Worked]:
    """The one figure of the claim's size among several in its dimension."""
    alike = [one for one in amounts if one.interval.dimension == wanted.dimension]
    near = [one for one in alike if _of_size(wanted, one)]
    if len(alike) > 1 and len(near) == 1:
        yield Worked(near[0].interval, FIT, f"“{near[0].quantity.text}”", told=True)
