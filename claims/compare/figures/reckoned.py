"""What a long sentence lets one reckon about a short claim: shares, changes, sums, ages, ranks, spans of time.

A claim often says in a round word what the sentence gives as two plain figures: half of the crew, where 37 of 64
deserted; more than doubled, where 71 stand against 30. Each solver reads the claim's demand, reckons the one value of
the sentence that answers it and says whether it does. English only.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise
from math import inf, isfinite
from typing import NamedTuple

from claims.compare import words
from claims.compare.akin import known
from claims.compare.intervals import Interval, interval
from claims.compare.needed import Expression, Pieces, needed
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features, of_one
from claims.model import Facet, Quantity
from evidence.text import lazy_re as re


class Answer(NamedTuple):
    """Whether the sentence bears the claim out, in which respect and why."""

    holds: bool
    facet: Facet
    reason: str


Solver = Callable[[Features, Features], Answer | None]
"""Reads what a claim asks for and reckons it from a sentence."""
ASKED: dict[Solver, Pieces] = {}
"""Pieces of which the claim, in small letters, has one where a solver may have an answer; see `asks`."""


def asks(*patterns: Expression) -> Callable[[Solver], Solver]:
    """Marks a solver that has no answer unless one of some expressions matches the claim in small letters.

    Most claims lack all pieces of these, and then the solver need not be asked.
    """
    told = [needed(pattern.pattern, pattern.flags) for pattern in patterns]

    def mark(solve: Solver) -> Solver:
        if all(told):
            ASKED[solve] = frozenset().union(*(pieces or () for pieces in told))
        return solve

    return mark


class Amount(NamedTuple):
    """A figure of a statement and where it stands."""

    place: int
    quantity: Quantity
    interval: Interval
    first: int = -1
    """Where the figure stands that tells what this bare one counts: 2.6 million copies there and 7 million here; of a
    stretch between two times, where the first of them stands."""
    stretch: bool = False
    """Whether it is the time from one date of the sentence to another."""

    @property
    def value(self) -> float:
        """Its one value, or the side of a range that is known; the middle of two."""
        low, high = self.interval.low, self.interval.high
        if isfinite(low) and isfinite(high):
            return (low + high) / 2
        return low if isfinite(low) else high


_beyond = re.compile(
    r"^(?:more|fewer|less|greater|larger|higher|lower|shorter|longer) than\b|^(?:over|under|above|below)\b"
)


def wanted(one: Amount) -> "Demand":
    """What a figure of a claim asks a counted number to be: more than three is four at least."""
    text = one.quantity.text.lower()
    return Demand(one.interval.low, one.interval.high, open=one.interval.bound and bool(_beyond.match(text)))


class Demand(NamedTuple):
    """What a claim asks a figure to be; both ends inclusive unless `open`."""

    low: float
    high: float
    open: bool = False

    def met(self, value: float) -> bool:
        """Whether a value is what is asked."""
        if self.open:
            return self.low < value < self.high
        slack = 1e-9 * max(1.0, abs(value))
        return self.low - slack <= value <= self.high + slack


@of_one
def amounts(side: Features) -> list[Amount]:
    """All figures of a statement, those that tell how things stood before included."""
    found = []
    tokens = side.tokens
    for place in tokens.figured:
        if tokens.stems[place] == QUANTITY and (number := tokens.number[place]) < len(side.quantities):
            quantity = side.quantities[number]
            steps = _steps(tokens, place, quantity)
            found += steps or [Amount(place, quantity, interval(quantity))]
    return found


def _steps(tokens: Tokens, place: int, quantity: Quantity) -> list[Amount]:
    """The former and the later value where something rose from one to the other: no range from 120 to 310."""
    said = _from_to.match(quantity.text)
    if said is None or None in {quantity.low, quantity.high} or quantity.low == quantity.high:
        return []
    led = place and tokens.words[place - 1] == "from"
    if not led or _MOVING.isdisjoint(tokens.stems[max(0, place - MOVED) : place]):
        return []
    old = quantity.model_copy(update={"text": said[1], "high": quantity.low})
    new = quantity.model_copy(update={"text": said[2], "low": quantity.high})
    return [Amount(place, old, interval(old)), Amount(place, new, interval(new), place)]


_from_to = re.compile(r"(.+?) to (.+)$")
_MOVING = words.reckoned_words("up") | words.reckoned_words("down") | words.reckoned_words("moved")
MOVED = 10
"""Tokens before a range in which the verb may stand that tells of a rise."""


_UNIT_WORDS = frozenset(map(words.stem, ["million", "billion", "thousand", "hundred", "percent"]))
REACH = 6
"""Tokens on either side of a figure that may tell what it is about."""


_NEAREST = sorted(range(-REACH, REACH + 1), key=abs)


def affinity(tokens: Tokens, place: int, about: Iterable[str], text: str = "") -> float:
    """How much of some stems stands around a place: near words count more, those of other clauses less."""
    wanted = set(about)
    heads = {stem[:FORM] for stem in wanted if len(stem) >= FORM}
    own = {words.stem(word) for word in re.findall(r"[a-z]+", text.lower())} if text else set()
    total = 1.0 * len([stem for stem in own if stem in wanted or (stem[:FORM] in heads and stem not in _UNIT_WORDS)])
    seen = set(own)
    for i in (place + step for step in _NEAREST):
        if not 0 <= i < len(tokens.stems):
            continue
        stem = tokens.stems[i]
        if (stem not in wanted and (stem[:FORM] not in heads or not stem.isalpha())) or stem in seen:
            continue
        seen.add(stem)
        between = range(min(i, place) + 1, max(i, place))
        others = sum(tokens.stems[k] in {QUANTITY, DATE} for k in between)
        apart = tokens.clause[i] != tokens.clause[place]
        joined = any(tokens.words[k] in JOINING for k in between)
        total += max(0.1, 1.0 - 0.07 * abs(i - place) - 0.35 * others - 0.25 * apart - 0.25 * joined)
    return total


JOINING = frozenset(["and", "but", "while", "whereas"])
"""Words behind which something else is told."""
_NEXT = frozenset(["and", "but", "then", "before", "while", "when"])


def dated_affinity(tokens: Tokens, place: int, about: Iterable[str]) -> float:
    """The same for a time: a deed stands before its time, and behind a conjunction another deed begins."""
    end = place + 1
    while end < len(tokens.words) and tokens.words[end] not in _NEXT and tokens.clause[end] == tokens.clause[place]:
        end += 1
    wanted = set(about)
    behind = {tokens.stems[i] for i in range(place, end)}
    before = {tokens.stems[i] for i in range(max(0, place - REACH), place)}
    return affinity(tokens, place, {stem for stem in wanted if kin_any(stem, behind | before)})


def kin_any(stem: str, others: set[str]) -> bool:
    """Whether a stem or a form of it is among others."""
    return stem in others or any(kin(other, {stem}) for other in others)


def is_part(tokens: Tokens, place: int) -> bool:
    """Whether a figure is a part of the one before it: of which 53 million came from abroad; 18 million of it."""
    before, after = tokens.words[max(0, place - 3) : place], tokens.words[place + 1 : place + 3]
    return (
        any(pair[0] == "of" and pair[1] in _THOSE for pair in pairwise(before))
        or (after[:1] == ["of"] and after[1:] != [] and after[1] in {*_THOSE, "it", "that", "this"})
    )  # fmt: skip


_THOSE = frozenset({"which", "whom", "them", "these", "those"})


def kin(stem: str, wanted: set[str]) -> bool:
    """Whether a stem is one of some stems or a form of one."""
    if stem in wanted:
        return True
    if len(stem) < FORM or not stem.isalpha():
        return False
    head = stem[:FORM]
    return any(one.startswith(head) for one in wanted)


FORM = 5
"""Letters that two forms of one word begin with alike."""


@of_one
def topics(claim: Features) -> set[str]:
    """The content stems of a claim that are no names."""
    tokens = claim.tokens
    found = {
        stem
        for stem, content, name in zip(tokens.stems, tokens.content, tokens.name, strict=True)
        if content and not name and stem != "first"
    }
    if any(tokens.name[:1]) and not any(tokens.name[1:2]) and known(tokens.stems[0]):
        found.add(tokens.stems[0])  # Membership rose: a capital, but no name
    return found


# --- how a demand is put ----------------------------------------------------------------------------------------

_COUNT = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)  # noqa: SIM905
}
LESS = r"less than|fewer than|under|below|no more than|not more than|at most|up to|not even"
MORE = r"more than|over|at least|above|no less than|no fewer than|not less than|upwards of"
NEAR = r"about|around|roughly|nearly|almost|approximately|some|just under|just over|close to|exactly|just|only"


def count_of(word: str) -> float:
    """A small number in figures or words."""
    plain = word.replace(",", "")
    return float(plain) if plain.isdigit() else float(_COUNT.get(word, 20 if word == "twenty" else 1))


def demand_of(found: "re.Match[str]", value: float, text: str) -> Demand:
    """What a match with the groups `less`, `more` and `near` asks a value to be."""
    if found["less"]:
        closed = any(word in text for word in ("no more", "not more", "at most", "up to"))
        return Demand(-inf, value) if closed else Demand(-inf, value, open=True)
    if found["more"]:
        closed = any(word in text for word in ("at least", "no less", "no fewer", "not less"))
        return Demand(value, inf) if closed else Demand(value, inf, open=True)
    near = found["near"] or ""
    if near in {"nearly", "almost", "just under", "close to"}:
        return Demand(0.85 * value, 1.02 * value)
    if near == "just over":
        return Demand(value, 1.15 * value)
    slack = 0.12 if near and near not in {"exactly", "just", "only"} else 0.06
    return Demand((1 - slack) * value, (1 + slack) * value)


def plain(one: Amount) -> float:
    """The number as it was written, whatever its unit."""
    return float(one.quantity.low or one.quantity.high or 0)
