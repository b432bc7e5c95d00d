"""What the figures of a short claim ask for, and the figures by which a long sentence can answer them."""

from functools import cache
from math import inf, isfinite, log10
from typing import NamedTuple

from claims.compare import words
from claims.compare.facets.measured import LIKE_SIZED
from claims.compare.figures.ages import timed
from claims.compare.figures.moments import moments
from claims.compare.figures.reckoned import Amount, amounts, kin, plain
from claims.compare.figures.shares import NEARLY_ALL
from claims.compare.intervals import BELOW, MONEY, UNITS, Interval
from claims.compare.needed import Cue
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features
from claims.model import Quantity
from evidence.text import lazy_re as re

_UNIT_WORDS = {
    "metre": "m", "meter": "m", "kilometre": "km", "kilometer": "km", "mile": "miles", "second": "seconds",
    "ton": "tons",
    "tonne": "t", "kilo": "kg", "kilogram": "kg", "pound": "lb", "foot": "feet", "inch": "inches", "minute": "minutes",
    "hour": "hours", "week": "weeks", "month": "months", "year": "years", "day": "days", "hectare": "hectares",
    "decade": "years", "century": "years", "litre": "litres", "acre": "acres", "centimetre": "cm", "millimetre": "mm",
}  # fmt: skip
_one_unit = Cue(
    r"\b(?:(?P<less>less than|under|within|below|at most|no more than)|(?P<more>more than|over|at least|above)"
    r"|(?P<than>\w+er than)"
    rf"|(?P<near>about|around|nearly|almost))\s+(?:an?|one)\s+(?P<unit>{'|'.join(_UNIT_WORDS)})\b"
)
_PARTS = {
    "half": 0.5,
    "a quarter of": 0.25,
    "a third of": 1 / 3,
    "a tenth of": 0.1,
    "a fifth of": 0.2,
    "three quarters of": 0.75,
}
_part_unit = Cue(
    rf"\b(?:(?P<less>less than|under|within|below|at most)|(?P<more>more than|over|at least|above))"
    rf"\s+(?P<what>{'|'.join(_PARTS)})"
    rf"\s+an?\s+(?P<unit>{'|'.join(_UNIT_WORDS)})\b"
)
_OFTEN = frozenset(["once", "twice", "times", "every", "per"])
_lesser = re.compile(r"(?:short|small|young|low|light|slow|narrow|cheap|thin)er than")
_not = Cue(
    r"\b(?:not|never|no|n't|rarely|seldom|(?:hardly|scarcely) ever|nowhere|none|nobody|fail(?:s|ed)? to"
    r"|(?:has|have|had) yet to)\b"
    r"|n't\b"
)
_digits = Cue(r"\b(single|double|two|three)-digit\b|\b(?:single|double) digits\b")
_freezing = Cue(r"\b(below|under|above) (?:freezing|zero)\b")
_HELD = r"stake|share|holding|interest|shareholding|one|shareholder|owner"
_majority = Cue(
    rf"\b(?:(?P<more>(?:a|the|an absolute) majority|most) (?:of|{_HELD})|a minority (?:of|{_HELD})"
    r"|(?P<most>an (?:absolute|overall|outright|clear) majority))\b"
    r"|\b(?P<all>(?:nearly|almost|virtually|practically) all)\b"
    r"|(?P<many>(?:^|\b(?:by|from|among|with|to|for|that) )most (?!of\b)[a-z-]+s\b)"
)


class Asked(NamedTuple):
    """A figure of a claim: its amount and how it is put."""

    interval: Interval
    text: str
    unit: str | None
    way: str
    lead: str = ""
    """The stem of the word with content right before it."""
    behind: frozenset[str] = frozenset()
    """The stems with content behind it."""
    deed: frozenset[str] = frozenset()
    """Where it tells how often, the stems of what was done: viewed two million times, league champion six times."""
    by: str = ""
    """The preposition right before it: for half a billion."""
    known: bool = False
    """Whether it is one that the sentence may give as well: fewer than the usual 14, below the national mean of 39."""

    @property
    def counted(self) -> set[str]:
        """The stems of what it counts."""
        return nouns(self.text, self.unit) or set(self.deed)


def asked_of(claim: Features) -> list[Asked]:
    """The figures of a claim, those that are an article and a unit among them: less than an hour."""
    found, text = _figures(claim), claim.text.lower()
    if (unit := _one_unit.search(text)) and not any(unit["unit"] in one.text.lower() for one in found):
        dimension, factor = _unit(unit["unit"])
        less = bool(unit["less"] or (unit["than"] and _lesser.search(unit[0])))
        if _not.search(text[max(0, unit.start() - 20) : unit.start()]):
            less = not less
        if unit["near"]:
            amount = Interval(0.85 * factor, 1.15 * factor, dimension, 0.0, bound=True, about=True)
        else:
            amount = Interval(
                -inf if less else factor, factor if less else inf, dimension, 0.0, bound=True, about=False
            )
        found.append(Asked(amount, unit[0], _UNIT_WORDS[unit["unit"]], "bound"))
    if (part := _part_unit.search(text)) and not any(part["unit"] in one.text.lower() for one in found):
        dimension, factor = _unit(part["unit"])
        value = factor * _PARTS[part["what"]]
        less = bool(part["less"])
        amount = Interval(-inf if less else value, value if less else inf, dimension, 0.0, bound=True, about=False)
        found.append(Asked(amount, part[0], _UNIT_WORDS[part["unit"]], "bound"))
    if (frost := _freezing.search(text)) is not None:
        low, high = (-inf, 0.0) if frost[1] != "above" else (0.0, inf)
        found.append(Asked(Interval(low, high, "temperature", 0.0, bound=True, about=False), frost[0], "°C", "bound"))
    if (greater := _majority.search(text)) is not None and not found:
        low, high = _of_majority(greater)
        found.append(Asked(Interval(low, high, "share", 0.0, bound=True, about=False), greater[0], "%", "bound"))
    if digits := _digits.search(text):
        low, high = {
            "single": (0.0, 9.999),
            "double": (10.0, 99.999),
            "two": (10.0, 99.999),
            "three": (100.0, 999.999),
        }[digits[1] or digits[0].split()[0]]
        found.append(Asked(Interval(low, high, "share", 0.0, bound=True, about=False), digits[0], "%", "bound"))
    return found


_reference = re.compile(
    r"\b(?:(?P<less>fewer|less|lower|smaller|shorter|younger|cheaper|below|under)"
    r"|(?P<more>more|higher|larger|greater|longer|older|above|over|exceed(?:ed|s|ing)?|beat|surpass(?:ed|es|ing)?))"
    r" (?:[a-z]+ )?(?:than )?(?:the|its|their|his|her) (?:[a-z][\w'-]* ){1,4}?(?:(?:of|at) )?$"
)


def _referred(text: str, one: Amount) -> Interval | None:
    """The bound that a figure is which a claim gives as a mark: fewer than the usual 14 men."""
    at = text.find(one.quantity.text.lower())
    found = _reference.search(text[:at]) if at > 0 else None
    if found is None or one.interval.low != one.interval.high:
        return None
    edge = one.interval.low
    step = BELOW * abs(edge)
    low, high = (-inf, edge - step) if found["less"] else (edge + step, inf)
    return one.interval._replace(low=low, high=high, bound=True)


def _figures(claim: Features) -> list[Asked]:
    """The figures of a claim that are written as such."""
    found = []
    text = claim.text.lower()
    for one in amounts(claim):
        way = "bound" if one.interval.bound else "about" if one.interval.about else "plain"
        amount = one.interval
        if amount.dimension == "length" and claim.tokens.words[max(0, one.place - 1) : one.place] == ["the"]:
            continue  # the 800 metres is a race
        if amount.dimension == "time" and not _OFTEN.isdisjoint(claim.tokens.words[max(0, one.place - 1) : one.place]):
            continue  # how often: twice a year
        if _denied(claim.tokens, one.place) and (turned := _turned(amount, way)) is not None:
            amount, way = turned, "bound"
        referred = _referred(text, one) if way == "plain" else None
        if referred is not None:
            amount, way = referred, "bound"
        found.append(
            Asked(
                amount,
                one.quantity.text,
                one.quantity.unit,
                way,
                lead(claim.tokens, one.place),
                behind(claim, one.place),
                _deed(claim.tokens, one.place) if one.quantity.unit == "times" else frozenset(),
                preposition(claim.tokens, one.place),
                referred is not None,
            )
        )
    return found


def preposition(tokens: Tokens, place: int) -> str:
    """The preposition right before a figure, if it tells what the figure is to the deed: sold for, fell by, rose to."""
    before = tokens.words[place - 1] if place else ""
    return before if before in _PREPOSITIONS else ""


_PREPOSITIONS = frozenset(["for", "by", "to", "at", "with", "after", "into"])


def _of_majority(found: "re.Match[str]") -> tuple[float, float]:
    """The percentages that most, nearly all and a minority may be."""
    if found["all"]:
        return 100 * NEARLY_ALL, inf
    return (50.0, inf) if found["more"] or found["most"] or found["many"] else (-inf, 50.0)


def _denied(tokens: Tokens, place: int) -> bool:
    """Whether the verb before a figure is denied: never weighs over 30 kg, failed to reach 50 percent."""
    if tokens.words[place - 1 : place] == ["the"]:
        return False  # none of the six
    before = [i for i in range(max(0, place - DENIED), place) if tokens.clause[i] == tokens.clause[place]]
    return _not.search(" ".join(tokens.words[i] for i in before)) is not None


DENIED = 4
"""Tokens before a figure among which its verb may be denied."""


def _turned(amount: Interval, way: str) -> Interval | None:
    """What a denied bound leaves: not over 30 is 30 or less; who has not sold a million has sold fewer."""
    if way == "bound":
        if isfinite(amount.low) == isfinite(amount.high):
            return None
        low, high = (-inf, amount.low) if isfinite(amount.low) else (amount.high, inf)
        return amount._replace(low=low, high=high)
    if way != "plain" or amount.low != amount.high:
        return None
    return amount._replace(low=-inf, high=amount.low, bound=True)


def _unit(word: str) -> tuple[str, float]:
    """What a unit in words measures, and how many of the base unit it is."""
    dimension, factor = UNITS[_UNIT_WORDS[word]]
    return dimension, factor * {"decade": 10, "century": 100}.get(word, 1)


def lead(tokens: Tokens, place: int) -> str:
    """The stem of the word with content right before a figure; empty where that is none, or a name."""
    return tokens.stems[place - 1] if place and tokens.content[place - 1] and not tokens.name[place - 1] else ""


def _deed(tokens: Tokens, place: int) -> frozenset[str]:
    """The stems with content right before a figure that tells how often, of its clause."""
    near = [i for i in range(max(0, place - DEED), place) if tokens.clause[i] == tokens.clause[place]]
    return frozenset(tokens.stems[i] for i in near if tokens.content[i] and not tokens.name[i])


DEED = 3
"""Tokens before how often something was done in which the deed may stand."""


def behind(side: Features, place: int) -> frozenset[str]:
    """Where and when a figure is told of, before the next one: 7 million by the end of the year."""
    tokens, found, led = side.tokens, set[str](), False
    for i in range(place + 1, min(place + 1 + BEHIND, len(tokens.stems))):
        if tokens.stems[i] == QUANTITY or tokens.clause[i] != tokens.clause[place]:
            break
        led = led or tokens.words[i] in _WHERE
        if tokens.stems[i] == DATE and tokens.number[i] < len(side.dates):
            said = side.dates[tokens.number[i]].text.lower().rstrip(".")
            found |= set() if any(map(str.isdigit, said)) else {said}  # a year labels what stands on either side of it
        elif led and tokens.content[i]:
            found.add(tokens.stems[i])
    return frozenset(found)


_WHERE = frozenset(["in", "by", "at", "on", "during", "after", "before", "within", "from", "per", "among", "until"])
BEHIND = 8
"""Tokens behind a figure that tell of it."""


def answers(sentence: Features, asked: list[Asked]) -> list[Amount]:
    """The figures of the sentence, and the stretches from one of its times to another."""
    on_scale = any(_on_scale.search(one.text.lower()) for one in asked)
    found = amounts(sentence) if on_scale else [_scored(one) for one in amounts(sentence)]
    found += _elliptic(sentence, found, asked)
    times = [(one.place, one.first, one.last, one.text) for one in moments(sentence)] or timed(sentence)
    for k, first in enumerate(times):
        for second in times[k + 1 :]:
            if second[1] <= first[2]:
                continue
            least, most = float((second[1] - first[2]).days), float((second[2] - first[1]).days)
            middle, half = (least + most) / 2, (most - least) / 2
            span = Interval(middle, middle, "time", half, bound=False, about=True)
            text = f"{first[3]} … {second[3]}"
            found.append(
                Amount(
                    second[0], Quantity(text=text, low=middle, high=middle, unit="days"), span, first[0], stretch=True
                )
            )
    return found


def _elliptic(sentence: Features, figures: list[Amount], asked: list[Asked]) -> list[Amount]:
    """Bare numbers as so many of the unit named before: had asked for 25 years; the judge gave him 12."""
    found, tokens = [], sentence.tokens
    for k, one in enumerate(figures):
        before = [each for each in figures[:k] if each.interval.dimension == "time"]
        after = one.place + 1
        ends = after == len(tokens.stems) or tokens.clause[after] != tokens.clause[one.place]
        if one.quantity.unit is None and before and ends and not one.interval.bound:
            dimension, factor = UNITS[before[-1].quantity.unit or ""]
            low, high = one.interval.low * factor, one.interval.high * factor
            found.append(
                Amount(one.place, one.quantity, one.interval._replace(low=low, high=high, dimension=dimension))
            )
        elif (
            one.quantity.unit is None
            and (ends or not tokens.content[after])
            and (last := _last_of(figures[:k], one, asked))
        ):
            quantity = one.quantity.model_copy(update={"unit": last.quantity.unit})
            found.append(
                Amount(one.place, quantity, one.interval._replace(dimension=last.interval.dimension), last.place)
            )
    return found


def _last_of(figures: list[Amount], one: Amount, asked: list[Asked]) -> Amount | None:
    """The figure before a bare number, where that may be so much of the same, and of what the claim asks for."""
    last = figures[-1] if figures else None
    if last is None or last.quantity.unit is None:
        return None
    dimension = last.interval.dimension
    if dimension in MONEY:
        return last if _scaled.search(one.quantity.text.lower()) else None
    theirs = nouns("", last.quantity.unit)
    if not any(counted_alike(each.counted, theirs) for each in asked):
        return None
    far = abs(log10(max(1.0, plain(one))) - log10(max(1.0, plain(last))))
    return last if dimension.startswith("count:") and far <= LIKE_SIZED else None


_scaled = re.compile(r"\b(?:million|billion|trillion|thousand)\b")


_scale = re.compile(r"^(\d+(?:\.\d+)?)(?:/| out of )(?:4|5|6|10|20|100)\b")
_on_scale = re.compile(r"\d(?:/| out of )\d")


def _scored(one: Amount) -> Amount:
    """A score as the number that it is: 83 out of 100."""
    found = _scale.match(one.quantity.text.lower())
    if found is None or one.interval.dimension != "share":
        return one
    score = float(found[1])
    return Amount(one.place, one.quantity, one.interval._replace(low=score, high=score, dimension="count"))


def nouns(text: str, unit: str | None) -> set[str]:
    """The stems of what a figure counts, by its own words and its unit."""
    found = {words.stem(word) for word in re.findall(r"[a-z]{3,}", f"{text} {unit or ''}".lower())}
    return {stem for stem in found if stem not in words.stop_stems() and stem not in _NO_NOUN}


_NO_NOUN = words.reckoned_words("no_noun")


def counted_alike(mine: set[str], theirs: set[str]) -> bool:
    """Whether some nouns may count what others count: voices, singers."""
    if any(kin(stem, mine) for stem in theirs):
        return True
    classes = [set().union(*(_counted().get(stem, frozenset()) for stem in side)) for side in (mine, theirs)]
    return bool(classes[0] & classes[1])


@cache
def _counted() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(words.reckoning("counted")):
        for stem in group:
            found.setdefault(stem, set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


__all__ = ["Asked", "answers", "asked_of", "behind", "counted_alike", "lead", "nouns", "preposition"]
