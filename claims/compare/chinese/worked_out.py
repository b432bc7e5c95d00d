"""Figures that a Chinese sentence does not state but gives the parts of: shares, ratios, changes, sums, spans of time.

A short claim says that sales rose by a third; the sentence gives the sales of both years. What the claim asks for
is told by its own words and unit, which figures are the parts by the words of the clauses they stand in.
Asked of two Chinese statements that somebody laid side by side.
"""

from collections.abc import Iterator
from math import inf

from claims.compare.alignment import Pair
from claims.compare.chinese import compared_zh, eras_zh, hours_zh, meant_zh, parts_zh, sequence_zh, weighed_zh, when_zh
from claims.compare.chinese.units_zh import longest, shared_units
from claims.compare.chinese.worked_figures import BY_HOW_MUCH, added_up, by_score, differences, quotients, ratios, sums
from claims.compare.chinese.worked_parts import DISCOUNT, EACH, HALVING, Amount, Worked, amounts_of, close_to, predicate
from claims.compare.chinese.worked_times import age_in_words, aged, in_a_row, spans
from claims.compare.facets.quantity import findings
from claims.compare.intervals import MONEY, Interval, meets
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, Direction, Features, Verdict
from claims.model import Facet, Quantity, RelationKind
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

LONGER = 1.4
"""How many times as long as the claim the sentence is at least."""


FIGURED = 1.1
"""The same where the claim has one bound or round figure at most and the sentence several."""


SURE = 0.6
"""From this weight on, a stated figure says more than what can be worked out."""


FIT = 0.8
"""Least fit of what was worked out to the claim."""


AT_THE_DEED = 1.3
"""From this fit on, an age is reckoned for the very deed of which a claim tells."""


HALVED = 45.0
"""Least fall in per cent that is called a halving."""


_earlier = re.compile(r"(?:生日)?[之以]?前(?!后|往|总)")


_later = re.compile(r"[之以过]后(?!的?[一二三四五六七八九十\d])|开外")


_fraction = re.compile("[成半]$|分之")


_and_more = re.compile("还要?多|以上|有余|有多|不止")


YEAR = 365.25


_nearly = re.compile(r"接近|将近|近(?=\D?$)|逼近")


_of_other = re.compile("(?:(?P<less>不[到足及]|未[达满]|低于|少于)|超过|超出|高于|多于|大于|逾)[^,;。:!?]{2,12}的$")
"""A bound before what a share is of: more than the yearly profit's half."""


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
    if not _longer(sentence, claim):
        return None
    direction: Direction = "a_to_b" if turned else "b_to_a"
    for solve, facet in _SOLVERS:
        if (answer := solve(claim, sentence)) is None:
            continue
        holds, said, asked = answer
        if not holds and (parts_zh.other_thing(pair) or _of_two(pair)):
            break
        if not holds and solve in _OF_ORDER:
            return _refuted(facet, f"“{said}” is not “{asked}”")
        return _told(facet, direction if holds else None, f"“{said}”", asked)
    return _by_figure(pair, claim, sentence, direction)


def _longer(sentence: Features, claim: Features) -> bool:
    """Whether a sentence is much longer than a claim, its figures and times as they stand for others or as written."""
    told = ((sentence.key, claim.key), (sentence.text, claim.text))
    asks = len(claim.quantities) <= 1 < len(sentence.quantities) and all(map(_asks, claim.quantities))
    least = FIGURED if asks else LONGER
    return any(len(one) >= least * len(other) for one, other in told)


def _asks(one: Quantity) -> bool:
    """Whether a claim's figure is one that other figures may bear out: a bound, or one put in words."""
    return one.low != one.high or re.search(r"[\d０-９]", one.text) is None


_SOLVERS = (
    (sequence_zh.sequence, Facet.DATE),
    (when_zh.dated, Facet.DATE),
    (when_zh.reached, Facet.DATE),
    (hours_zh.by_the_clock, Facet.DATE),
    (hours_zh.at_the_hour, Facet.DATE),
    *((solve, Facet.QUANTITY) for solve in (compared_zh.compared, compared_zh.multiplied, *weighed_zh.SOLVERS)),
)
"""What may decide a claim that gives no figure to be matched; each answers if it holds, by what, and what asked."""


_OF_ORDER = frozenset((sequence_zh.sequence, hours_zh.at_the_hour))
"""Those that ask for times of what the claim itself names, so that they are not of two matters."""


def _refuted(facet: Facet, reason: str) -> Comparison:
    return Comparison(kind=RelationKind.CONFLICTS, facet=facet, score=0.6, reasons=(reason,))


def _told(facet: Facet, direction: Direction | None, said: str, asked: str) -> Comparison:
    """What bears a claim out, with the direction in which it refines it; what refutes it without."""
    if direction is None:
        return _refuted(facet, f"{said} and “{asked}” cannot both hold")
    reasons = (f"{said} bears out “{asked}”",)
    return Comparison(kind=RelationKind.REFINES, facet=facet, score=0.6, direction=direction, reasons=reasons)


def _by_figure(pair: Pair, claim: Features, sentence: Features, direction: Direction) -> Comparison | None:
    """What can be worked out for the one figure that a claim puts in question."""
    asked = _asked(claim, sentence)
    if asked is None:
        return None
    figure, wanted = asked
    quantity = figure.quantity
    if (told := meant_zh.stated(claim, sentence, figure, wanted)) is not None:
        holds = meant_zh.answers(claim, wanted, told.one.interval)
        if holds is None:
            return None
        return _told(Facet.QUANTITY, direction if holds else None, f"“{told.one.quantity.text}”", quantity.text)
    found = [one for one in _candidates(claim, sentence, quantity, wanted) if one.fit >= FIT]
    if not found:
        return None
    best = max(found, key=lambda one: one.fit)
    if meets(wanted, best.interval):
        return _told(Facet.QUANTITY, direction, best.text, quantity.text)
    borne_out = any(
        one.verdict is not Verdict.CONFLICT and one.weight >= SURE and quantity.text in one.reason
        for one in findings(pair)
    )
    stated = any(one.interval.dimension == wanted.dimension for one in amounts_of(sentence))
    if aged(claim) and best.fit >= AT_THE_DEED:
        borne_out = False  # at four she began to play: at her debut she was nine
    parted = BY_HOW_MUCH.search(claim.key) and not best.told
    if borne_out and not parted and not EACH.search(claim.key) and (len(claim.quantities) == 1 or stated):
        return None  # a figure of the very thing bears it out: sentenced to twelve years, of what was taken in eight
    named = not _of_two(pair) or (best.fit >= AT_THE_DEED and _pronoun.match(claim.key) is not None)
    if (best.told and parts_zh.other_thing(pair)) or parts_zh.parted(pair) or not named:
        return None
    return _told(Facet.QUANTITY, None, best.text, quantity.text)


def _asked(claim: Features, sentence: Features) -> tuple[Amount, Interval] | None:
    """The one figure of the claim that is put in question; claims of several are left alone."""
    discount = DISCOUNT.search(claim.key.replace(QUANTITY, ""))
    if discount and not claim.quantities:
        value = _digits(discount[1])
        return _in_words(claim, discount[0], Interval(value, value, "share", 0.5, bound=False, about=False), "%")
    if not claim.quantities and (halved := HALVING.search(claim.key)):
        return _in_words(claim, halved[0], Interval(HALVED, inf, "share", 0.0, bound=True, about=False), "%")
    if not claim.quantities and (frozen := _freezing.search(claim.key)):
        ends = (0.0, inf) if _warm.search(frozen[0]) else (-inf, 0.0)
        return _in_words(claim, frozen[0], Interval(*ends, "temperature", 0.0, bound=True, about=False), "°C")
    if not claim.quantities and (age := age_in_words(claim.key)):
        word, low, high = age
        wanted = Interval(low * YEAR, high * YEAR, "time", 0.0, bound=True, about=False)
        return _in_words(claim, word, wanted, "years")
    figures = amounts_of(claim)
    if len(figures) > 1:  # what the sentence gives just so is not what is asked: of the seven women less than half
        given = {(one.low, one.high, one.unit) for one in sentence.quantities}
        asked = [one for one in figures if (one.quantity.low, one.quantity.high, one.quantity.unit) not in given]
        figures = asked if len(asked) == 1 and "岁" not in fold_key(asked[0].quantity.text) else figures
    if len(figures) > 1:  # two quakes, not a week apart
        bounds = [one for one in figures if one.interval.bound]
        others = [one for one in figures if not one.interval.bound]
        figures = bounds if len(bounds) == 1 and all(map(_occasions, others)) else figures
    if len(figures) > 1:  # of two teams, less than three points
        figures = [one for one in figures if not _few(one)] or figures
    if len(figures) > 1:  # within a year, by a third
        figures = [one for one in figures if one.interval.dimension != "time"]
    if len(figures) != 1:
        return None
    return figures[0], _as_money(claim, sentence, _meant(claim, figures[0]))


def _occasions(one: Amount) -> bool:
    """Whether a figure tells how often: two quakes; not how many times as much within ten years."""
    return one.quantity.unit == "times" and not one.quantity.text.endswith(("番", "倍"))


def _as_money(claim: Features, sentence: Features, wanted: Interval) -> Interval:
    """The values asked for as money, where a claim gives a bare sum and the sentence yuan: 票房突破三亿."""
    size = max((abs(side) for side in wanted[:2] if abs(side) != inf), default=0.0)
    if wanted.dimension != "count" or wanted.unit or size < LARGE or not _sum.search(claim.key):
        return wanted
    told = {one.interval.dimension for one in amounts_of(sentence)} & {"money", *MONEY}
    return wanted._replace(dimension=told.pop()) if len(told) == 1 else wanted


LARGE = 1e4
_sum = re.compile(
    "票房|[营税]收|收入|利润|市值|身[价家]|[资财]产|耗资|斥资|投资|融资|造价|[销成]?[售交]额|成本|负债|债务|善款|奖金|片酬|估[值价]|价格|[经预]费|预算|获利|[赚捐欠募]"
)


def _few(one: Amount) -> bool:
    """Whether a figure is a small plain count: two teams, three rivals."""
    low, high, dimension = one.interval[:3]
    return low == high <= FEW and dimension.startswith("count") and dimension != "count:times"


FEW = 10
_freezing = re.compile(
    "(?:低于|跌破|降破|不到|跌至|降至|降到|跌到|高于|超过)(?:摄氏)?(?:冰点|零度)(?:以下)?|(?:摄氏)?(?:冰点|零度|零)(?:以[下上]|之[下上])"
)
_warm = re.compile("高于|超过|上$")


def _in_words(claim: Features, text: str, wanted: Interval, unit: str) -> tuple[Amount, Interval]:
    """What a claim asks for in words without a number, as a figure with its surroundings."""
    at = claim.key.index(text)
    low = None if wanted.low == -inf else wanted.low
    quantity = Quantity(text=text, low=low, high=None if wanted.high == inf else wanted.high, unit=unit)
    before, after = claim.key[:at], claim.key[at + len(text) :]
    return Amount(quantity, wanted, at, before, after, before), wanted


def _meant(claim: Features, figure: Amount) -> Interval:
    """The values that a claim allows by its figure and the words around it."""
    quantity, wanted, lead = figure.quantity, figure.interval, figure.lead[-9:]
    if wanted.dimension == "count" and aged(claim):
        over = _over.search(lead)
        wanted = wanted._replace(high=inf, bound=True) if over else wanted
        wanted = wanted._replace(low=wanted.low * YEAR, high=wanted.high * YEAR, dimension="time")
    if wanted.bound:
        return wanted
    if _at_least.search(figure.before):
        return wanted._replace(high=inf, bound=True)
    if _nearly.search(lead):
        return wanted._replace(low=0.85 * wanted.low, bound=True)
    if wanted.dimension == "share" and (side := _of_other.search(figure.before)):
        return wanted._replace(low=-inf, bound=True) if side["less"] else wanted._replace(high=inf, bound=True)
    if (open_to_one_side := _opened(figure, wanted)) is not None and not _roughly.search(lead):
        return open_to_one_side
    if _roughly.search(lead) or wanted.dimension == "count:times" or _fraction.search(quantity.text):
        return wanted._replace(about=True)  # two thirds, four times as many: round words
    if wanted.dimension == "time" and "岁" in fold_key(quantity.text):
        # Whoever died at 86 had lived 86 years and some days, or by the old count 85.
        return wanted._replace(low=wanted.low - YEAR, high=wanted.high + YEAR, bound=True)
    return wanted


_over = re.compile("[过逾]$")
_at_least = re.compile("(?:至少|最少|起码)[^,;。:!?]{0,10}$")


def _opened(figure: Amount, wanted: Interval) -> Interval | None:
    """A claim's values with one end open by what follows its figure: 四十岁以前, 四十岁以后, 两倍还多."""
    if wanted.dimension == "time" and _earlier.match(figure.after):
        return wanted._replace(low=-inf, bound=True)
    if _and_more.match(figure.after) or (wanted.dimension == "time" and _later.match(figure.after)):
        return wanted._replace(high=inf, bound=True)
    return None


def _of_two(pair: Pair) -> bool:
    """Whether two statements share neither a word nor two characters in a row."""
    return not shared_units(pair) and len(longest(pair.a.key, pair.b.key)) < PAIR


PAIR = 2
_pronoun = re.compile("[他她它]们?(?!国|乡|山)")
"""A claim about whomever the other statement names."""


def _digits(text: str) -> float:
    """七 is 70 %, 八五 is 85 %, 7.5 is 75 %."""
    if text[0].isdigit():
        return float(text) * 10
    figures = [_NUMERAL.get(char, 0) for char in text]
    return float(figures[0] * 10 + (figures[1] if len(figures) > 1 else 0))


def _candidates(claim: Features, sentence: Features, asked: Quantity, wanted: Interval) -> Iterator[Worked]:
    amounts = amounts_of(sentence)
    yield from in_a_row(claim, sentence, wanted)
    yield from added_up(claim, sentence, wanted)
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
