"""The figures of a statement with what tells what they measure: the nearest words, the nouns that they count."""

from collections.abc import Iterable
from functools import cache, lru_cache
from math import inf, isfinite
from typing import NamedTuple

from claims.compare import words
from claims.compare.intervals import MONEY, UNITS, Interval, apart, interval
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features, of_one
from claims.model import Quantity
from evidence.text import lazy_re as re

_PARTITIVE = frozenset(["those", "them", "whom", "which", "these"])


def partitive(tokens: Tokens, place: int) -> bool:
    """Whether a figure is given as a part of another: nine of those hurt, 其中九人."""
    after = tokens.words[place + 1 : place + 4]
    if len(after) > 1 and after[0] == "of" and not _PARTITIVE.isdisjoint(after[1:]):
        return True
    before = tokens.words[max(0, place - 3) : place]
    if after[:1] == ["other"] or not _FURTHER.isdisjoint(before[-1:] + after[:1]):
        return True
    if before[-2:-1] == ["among"] and before[-1] in _PARTITIVE:
        return True
    return "其中" in before or ("of" in before and not _PARTITIVE.isdisjoint(before))


_FURTHER = frozenset({"another", "further", "additional", "extra"})
NONE = frozenset({"none", "nobody", "无人", "无一"})
"""Words that count to zero."""
REACH = 7
"""Tokens on either side of a figure that tell what it measures."""


_NONE: frozenset[str] = frozenset()


class Figure(NamedTuple):
    """A quantity with what the words around it tell."""

    quantity: Quantity
    interval: Interval
    place: int
    """The index of its token."""
    measures: frozenset[str]
    """What the nearest words name as measured."""
    near: frozenset[str]
    """Content stems around it."""
    nouns: frozenset[str]
    """Stems of the nouns that were read as part of it: 18,000 students."""
    change: bool = False
    """Whether it tells by how much a thing grew or shrank, in Chinese: 较去年减少4,206人."""


@of_one
def figures(features: Features) -> list[Figure]:
    """The figures of a statement with their surroundings."""
    tokens, quantities = features.tokens, features.quantities
    found: list[Figure] = []
    if not quantities and tokens.seen.isdisjoint(NONE):
        return found
    nothing = not tokens.seen.isdisjoint(NONE)
    for place in range(len(tokens.stems)) if nothing else tokens.figured:
        stem, number = tokens.stems[place], tokens.number[place]
        if stem == QUANTITY and number < len(quantities):
            if before_change(tokens, place):
                continue
            if features.language == "zh" and rose_or_fell_from(features.key, tokens.starts[place]):
                continue
            quantity = quantities[number]
            amount = _turned(tokens, place, interval(quantity))
            if amount.dimension == "count:times" and features.language == "zh":
                amount = grown(features.key, tokens.starts[place], quantity, amount)
            measured = _measures(tokens, place, quantity, amount.dimension)
            nouns = _nouns(quantity.text, quantity.unit) if amount.dimension.startswith("count") else _NONE
            if not nouns and quantity.unit is None and amount.dimension == "count" and features.language == "en":
                nouns = _counted(tokens, place)
            if not nouns and quantity.unit is None and found and features.language == "en":
                amount, nouns, measured = _implied(tokens, place, amount, found[-1], measured)
            if quantity.unit == "others" and (fate := _fate_beside(tokens, place)):
                amount, nouns, measured = amount._replace(dimension="count:people"), _NONE, fate
            at = tokens.starts[place]
            changed = features.language == "zh" and _change.search(features.key, max(0, at - LEADING), at) is not None
            found.append(Figure(quantity, amount, place, measured, _near(tokens, place), nouns, changed))
        elif stem in NONE:
            nobody = Quantity(text=tokens.words[place], low=0, high=0, unit="people")
            if measured := _measures(tokens, place, nobody, "count:people"):
                found.append(Figure(nobody, interval(nobody), place, measured, _near(tokens, place), frozenset()))
    return found


def grown(key: str, at: int, quantity: Quantity, amount: Interval) -> Interval:
    """How many times as much a thing is that grew by so many times: 增长一倍 is twice as much."""
    if not quantity.text.startswith("翻") and quantity.text[-1] == "倍" and _more.search(key, max(0, at - LEADING), at):
        return amount._replace(low=amount.low + 1, high=amount.high + 1)
    return amount


_more = re.compile(
    "(?:[增涨漲](?!至|到)|增加|增长|上涨|成长|[暴激]增|[多高](?=出|了|近|约|逾)|[多高贵大长重快强厚宽深远]|提高|扩大)[了出]?(?:近|约|逾|超过|将近|整整)?$"
)
_change = re.compile(
    "(?:增加|增长|增多|减少|减低|上升|下降|上涨|下跌|上调|下调|调[升降涨高低]|提[升高]|降低|成长|衰退|缩[短减]|延长|扩大|多出"
    "|[升跌涨降增]幅[为达]?|[年月季][增减]率?[为达]?|[增减升降跌涨])了?(?:约|近|逾|超过|达|将近)?$"
)
"""What leads to the size of a change, and not to what it came to: 减少, not 减至."""
LEADING = 10
"""It has fewer characters than these."""


def rose_or_fell_from(key: str, at: int) -> bool:
    """Whether the Chinese figure at a place is the one from which a thing went to another: 由36,000个增至43,500个."""
    return bool(_went_from.search(key, max(0, at - FROM_ZH), at) and _went_to.match(key, at + 1))


_went_from = re.compile("[从由自][^,;。]{0,10}$")
_went_to = re.compile("[^,;。]{0,8}?(?:[升降增减跌涨调滑扩缩攀落回提][^,;。]{0,3}?[至到为]|改为|变为)")
FROM_ZH = 11


def _implied(
    tokens: Tokens, place: int, amount: Interval, last: Figure, measured: frozenset[str]
) -> tuple[Interval, frozenset[str], frozenset[str]]:
    """What a bare figure counts and measures: one million subscribers in 2016 and 2.4 million in 2018."""
    follows = tokens.content[place + 1 : place + 2]
    far = apart(amount, last.interval)
    counted = last.interval.dimension.startswith("count") and bool(last.nouns)
    own = (tokens.words[i] in _POSSESSIVE for i in range(place) if tokens.clause[i] == tokens.clause[place])
    counted = counted and not any(own)  # its successor sold 1.1 million
    counted = counted and (not place or tokens.words[place - 1] != "of")  # 34 dogs and a party of eleven
    if follows == [True] or not counted or far is None or far > LIKE_SIZED:
        return amount, _NONE, measured
    return amount._replace(dimension=last.interval.dimension), last.nouns, measured or last.measures


def _counted(tokens: Tokens, place: int) -> frozenset[str]:
    """The noun that a bare number counts behind one or two words that say of what sort: nine healthcare bankers."""
    for i in range(place + 1, min(place + 2 + SORTS, len(tokens.words))):
        if not tokens.content[i] or tokens.name[i] or tokens.clause[i] != tokens.clause[place]:
            break
        if found := _nouns(tokens.words[i], None):
            return found
    return _NONE


SORTS = 2
"""Words that may say of what sort it is that is counted."""
_POSSESSIVE = frozenset(["its", "his", "her", "their"])
LIKE_SIZED = 1.0
"""Up to so many factors of ten apart, two figures of a sentence may count one thing."""


def befell(stems: Iterable[str]) -> set[str]:
    """What befell the people that a figure counts, by words beside it: deaths, injuries, rescued."""
    measures = words.measures()
    return {
        _SAME_FATE.get(name, name)
        for stem in stems
        for name in _FATE_WORDS.get(stem, measures.get(stem, _NONE))
        if name in _FATES
    }


def _fate_beside(tokens: Tokens, place: int) -> frozenset[str]:
    """What befell others who are counted, by the words right beside: injuring 41 others, 12 others were wounded."""
    near = range(max(0, place - BESIDE), min(len(tokens.stems), place + BESIDE + 2))
    return frozenset(befell(tokens.stems[i] for i in near if tokens.clause[i] == tokens.clause[place]))


BESIDE = 2
_SAME_FATE = {"hospital": "injuries", "trapped": "missing", "departures": "evacuated"}
_FATES = frozenset(
    ["deaths", "injuries", "missing", "trapped", "hospital", "rescued", "evacuated", "departures", "arrests"]
)
_FATE_WORDS = {words.stem("bodies"): frozenset(["deaths"]), words.stem("treated"): frozenset(["injuries"])}


_age = re.compile(r"[岁歲]|\b(?:aged?|old)\b", re.IGNORECASE)


def is_age(figure: Figure) -> bool:
    """Whether a span of time is how old somebody or something is."""
    return "age" in figure.measures or bool(_age.search(figure.quantity.text))


def before_change(tokens: Tokens, place: int) -> bool:
    """Whether a figure tells how things stood before: down from 6.1, 由6.1降至5.2."""
    if place and tokens.words[place - 1] in {"from", "由", "从", "自"}:
        around = tokens.words[max(0, place - 3) : place - 1] + tokens.words[place + 1 : place + 3]
        return not _CHANGING.isdisjoint(around) or _on_its_way(tokens, place)
    # 从四月的6.1%降至4.8%
    return not _CHANGING.isdisjoint(tokens.words[place + 1 : place + 2]) and any(
        tokens.words[i] in {"由", "从"} and tokens.clause[i] == tokens.clause[place]
        for i in range(max(0, place - FROM), place - 1)
    )


def told_before(tokens: Tokens, place: int) -> bool:
    """Whether an English figure tells how things stood before another: from 71% two years before; against 38 in 1998.

    Wider than `before_change`: figures that it knows may still be set against each other in two such places.
    """
    if before_change(tokens, place) or _superseded(tokens, place):
        return True
    at = next((i for i in range(place - 1, max(-1, place - LED - 1), -1) if tokens.words[i] in _AGAINST), -1)
    if at < 1 or any(tokens.content[i] or tokens.number[i] >= 0 for i in range(at + 1, place)):
        return False
    if not any(i < at and tokens.stems[i] == QUANTITY for i in tokens.figured):
        return False
    if tokens.words[at] == "from" and tokens.clause[at - 1] != tokens.clause[at]:
        return True
    return not _EARLIER.isdisjoint(tokens.words[place + 1 : place + REACH])


def _superseded(tokens: Tokens, place: int) -> bool:
    """Whether a figure is given as one that no longer holds: revising an initial estimate of 900."""
    before = tokens.words[max(0, place - SAID) : place]
    of_it = not _ESTIMATES.isdisjoint(before) and not _FIRST.isdisjoint(before)
    return of_it and any(each != place and tokens.stems[each] == QUANTITY for each in tokens.figured)


_FIRST = frozenset(
    ["initial", "earlier", "previous", "original", "preliminary", "first", "provisional", "former", "revising"]
)
_ESTIMATES = frozenset(
    ["estimate", "estimates", "figure", "figures", "forecast", "count", "total", "toll", "tally", "projection",
     "report", "reports", "target", "record", "guidance", "price", "plan", "budget"]
)  # fmt: skip
SAID = 5
"""Tokens before a figure in which it may be said to be an earlier one."""
_AGAINST = frozenset(["from", "with", "to", "against", "versus"])
_EARLIER = frozenset(["earlier", "before", "ago", "previous", "previously", "preceding", "originally"])
LED = 3
"""Tokens before a figure in which it may be said what it is held against: compared with about 2.4 million."""
FROM = 6
"""So many words before a figure the word may stand from which it rose or fell."""


def _on_its_way(tokens: Tokens, place: int) -> bool:
    """Whether something rose or fell from a figure to another: from 31,000 cars in 1955 to 124,000."""
    if place < 2 or tokens.stems[place - 2] not in _MOVED:
        return False
    ahead = range(place + 1, min(place + 7, len(tokens.stems) - 1))
    return any(tokens.words[i] == "to" and QUANTITY in tokens.stems[i + 1 : i + 5] for i in ahead)


_MOVED = words.reckoned_words("up") | words.reckoned_words("down")
_CHANGING = frozenset(
    (
        *(
            "down",
            "up",
            "升至",
            "降至",
            "增至",
            "减至",
            "升到",
            "降到",
            "增加到",
            "减少到",
            "上调至",
            "下调至",
            "调升至",
        ),
        *("升", "降"),
    )
)


def _turned(tokens: Tokens, place: int, one: Interval) -> Interval:
    """never more than half a million: the bound turned round."""
    if not one.bound or isfinite(one.low) == isfinite(one.high):
        return one
    reach = DENIED if "\u3400" < tokens.words[max(0, place - 1)][0] < "\ua000" else 4
    before = [tokens.stems[i] for i in range(max(0, place - reach), place) if tokens.clause[i] == tokens.clause[place]]
    if words.negations().isdisjoint(before):
        return one
    low, high = (-inf, one.low) if isfinite(one.low) else (one.high, inf)
    return one._replace(low=low, high=high)


DENIED = 8
"""So many Chinese tokens before a bound may deny it: 没有任何一条超过五公里."""
_noun = re.compile(r"(?<![\w$€£])(?:[a-z]{3,}s|children|men|women|aircraft|cattle|sheep|geese|mice|teeth|feet of)\b")


@lru_cache(maxsize=1 << 14)
def _nouns(text: str, unit: str | None) -> frozenset[str]:
    """The plural nouns of a quantity's own words and its unit, as far as they name what is counted."""
    found = [*_noun.findall(text.lower()), *_noun.findall((unit or "").lower())]
    return frozenset(words.stem(word) for word in found if word not in UNITS and word not in _NO_NOUNS)


_NO_NOUNS = frozenset(
    (
        *("less", "hundreds", "thousands", "millions", "billions", "dozens", "people", "plus", "times"),
        *("dollars", "euros", "pounds", "degrees", "tonnes"),
    )
)


@cache
def _sized() -> frozenset[str]:
    """Measures in units of their own, in which no share is given."""
    sizes = (of for dimension, of in words.measured_in().items() if dimension in {"length", "mass", "area", "speed"})
    return frozenset().union(*sizes) - {"share"}


def _near(tokens: Tokens, place: int) -> frozenset[str]:
    low, high = max(0, place - REACH), min(len(tokens.stems), place + REACH + 1)
    return frozenset(tokens.stems[i] for i in range(low, high) if tokens.content[i])


_FIGURES = frozenset("0123456789")


def _measures(tokens: Tokens, place: int, quantity: Quantity, dimension: str) -> frozenset[str]:
    """The measures that the nearest telling word names: in its own words, in its clause, after it."""
    allowed, table = words.measured_in().get("money" if dimension in MONEY else dimension), words.measures()
    own: set[str] = set()
    for word in f"{quantity.text} {quantity.unit or ''}".lower().split():
        if word[0] not in _FIGURES:
            own.update(table.get(words.stem(word), ()))  # no measure begins with a figure
    if "死" in quantity.text:
        own.add("deaths")
    if "伤" in quantity.text or "傷" in quantity.text:
        own.add("injuries")
    if allowed is not None:
        own &= allowed
    if own or (dimension.startswith("count:") and quantity.unit != "people" and _nouns(quantity.text, quantity.unit)):
        return frozenset(own)  # 1.2 million likes are no views, whatever stands beside them
    never = _sized() if dimension == "share" else _NONE
    if table.keys().isdisjoint(tokens.seen):
        return _NONE
    best: tuple[float, frozenset[str]] | None = None
    for i in range(max(0, place - REACH - 3), min(len(tokens.stems), place + REACH + 3)):
        named = table.get(tokens.stems[i])
        if named is None or i == place or (allowed is not None and not (named := named & allowed)):
            continue
        if never and not (named := named - never):
            continue  # turnout at a record high
        low, high = (i, place) if i < place else (place, i)
        apart = sum(low < k < high and tokens.stems[k] == QUANTITY for k in tokens.figured)
        distance = (
            abs(i - place) - (0.5 if i > place else 0) + 12 * apart + 6 * abs(tokens.clause[i] - tokens.clause[place])
        )
        if best is None or distance < best[0]:
            best = (distance, named)
    return best[1] if best and best[0] <= REACH + 3 else frozenset()


__all__ = [
    "LIKE_SIZED",
    "NONE",
    "Figure",
    "before_change",
    "figures",
    "grown",
    "is_age",
    "partitive",
    "rose_or_fell_from",
    "told_before",
]
