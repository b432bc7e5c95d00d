"""What a long sentence lets one reckon about a short claim: shares, changes, sums, ages, ranks, spans of time.

A claim often says in a round word what the sentence gives as two plain figures: half of the crew, where 37 of 64
deserted; more than doubled, where 71 stand against 30. Each solver reads the claim's demand, reckons the one value of
the sentence that answers it and says whether it does. English only.
"""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from math import inf, isfinite
from typing import NamedTuple

from claims.compare import words
from claims.compare.akin import known
from claims.compare.intervals import MONEY, Interval, comparable, interval
from claims.compare.needed import Cue, Expression, Pieces, needed
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features, of_one
from claims.model import Facet, Quantity


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


# --- shares ------------------------------------------------------------------------------------------------------

_FRACTIONS = {
    "half": 1 / 2, "a half": 1 / 2, "one half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3,
    "two-thirds": 2 / 3, "one-third": 1 / 3, "a quarter": 1 / 4, "one quarter": 1 / 4, "three quarters": 3 / 4,
    "three-quarters": 3 / 4, "a fifth": 1 / 5, "one fifth": 1 / 5, "two fifths": 2 / 5, "three fifths": 3 / 5,
    "four fifths": 4 / 5, "a sixth": 1 / 6, "an eighth": 1 / 8, "a tenth": 1 / 10, "one tenth": 1 / 10,
    "a majority": 0.5, "the majority": 0.5, "most": 0.5, "a minority": 0.5,
    **{f"the {part}": 0.5 for part in (
        "larger part", "greater part", "better part", "bigger part", "bulk", "lion's share", "smaller part",
    )},
}  # fmt: skip
_COUNT = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)  # noqa: SIM905
}
LESS = r"less than|fewer than|under|below|no more than|not more than|at most|up to|not even"
MORE = r"more than|over|at least|above|no less than|no fewer than|not less than|upwards of"
NEAR = r"about|around|roughly|nearly|almost|approximately|some|just under|just over|close to|exactly|just|only"
_LONGEST = sorted(_FRACTIONS, key=len, reverse=True)
_fraction = Cue(
    rf"\b(?:(?P<less>{LESS})|(?P<more>{MORE})|(?P<near>{NEAR}))?(?:\s+|\b)(?P<what>"
    + "|".join(r"(?<!\bat )(?<!\bat the )most" if part == "most" else re.escape(part) for part in _LONGEST)
    + r"|(?:one|two|three|four|(?<![\d,.])\d+) (?:in|out of) (?:every )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|(?!(?:1[5-9]|20)\d\d\b)\d+(?:,\d{3})*))\b(?!-)"
)


_percent = re.compile(
    rf"\b(?:(?P<less>{LESS})|(?P<more>{MORE})|(?P<near>{NEAR}))?\s*(\d+(?:\.\d+)?) ?(?:%|percent|per cent)"
)


def share_asked(text: str) -> tuple[Demand, str] | None:
    """The share that a claim speaks of, 0–1."""
    found = next(
        (
            one
            for one in _fraction.finditer(text)
            if not (_no_share.match(text, one.end()) or _one_of_two.search(text[: one.end()]))
        ),
        None,
    )
    if found is None:
        percent = _percent.search(text) if "%" in text or "per" in text else None
        if percent is None:
            return None
        return demand_of(percent, float(percent[4]) / 100, percent[0]), percent[0]
    what = found["what"]
    share = _FRACTIONS.get(what)
    if share is None:
        part, whole = (count_of(word) for word in re.split(r" (?:in|out of) (?:every )?", what))
        share = part / whole
    if what in {"a majority", "the majority", "most"} or (what[:4] == "the " and what != "the smaller part"):
        return Demand(0.5, 1.0, open=False), found[0]
    if what in {"a minority", "the smaller part"}:
        return Demand(0.0, 0.5, open=True), found[0]
    return demand_of(found, share, found[0]), found[0]


_one_of_two = re.compile(
    r"\b(?:top|bottom|upper|lower|first|second|latter|former|other|better|(?:north|south|east|west)ern) half$"
)
"""A half that is a place, not a share."""
_no_share = re.compile(
    r" (?:an? )?(?:million|billion|dozen|century|hour|year|decade|minute|mile|hundred|thousand|final|tonne|ton|kilo)"
)


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


_whole = frozenset({"of", "among", "from", "out", "amongst"})
_of_them = re.compile(r"of (?:them|whom|which|those|these|it)$")


_EXTENTS = frozenset({"length", "area", "mass", "volume", "time"})
"""Dimensions of which a part must be called one: 54 km, of which 23 km lie under the sea."""


def share(claim: Features, sentence: Features) -> Answer | None:
    """A part of a whole against the two counts: half of the crew, 37 of the 64."""
    text = claim.text.lower()
    if (asked := share_asked(text)) is None:
        return None
    demand, said = asked
    figures = [one for one in amounts(sentence) if not one.interval.bound]
    counts = [
        one
        for one in figures
        if one.interval.dimension.split(":")[0] in {"count", "money"}
        or len(one.interval.dimension) == 3
        or (one.interval.dimension in _EXTENTS and is_part(sentence.tokens, one.place))
    ]
    wholes = [one for one in figures if one.interval.dimension not in {"share", "time", "temperature"}]
    about = topics(claim)
    shares = [one for one in figures if one.interval.dimension == "share"]
    named = [one for one in whole_named(text, said, sentence) if one in wholes]
    wholes = named or wholes
    best: tuple[float, Amount, Amount] | None = None
    for part in counts:
        if named and part not in named and _of_a_sort(sentence.tokens, part, about):
            continue  # more than a quarter of the inhabitants, 4,020 households
        mine = affinity(sentence.tokens, part.place, about, part.quantity.text)
        for whole in wholes:
            if whole is part or plain(whole) <= plain(part) or not _of_one_sort(sentence.tokens, whole, part):
                continue
            score = mine + _wholeness(sentence.tokens, whole, part, about, figures)
            if best is None or score > best[0]:
                best = score, part, whole
    if best is None or (" of " in said and any(" out of " in one.quantity.text for one in shares)):
        return None  # rated 4.21 out of 5 by 3,100: nothing need be reckoned
    least = best[0] + (0.7 if named else -0.3)
    if shares and max(affinity(sentence.tokens, one.place, about, one.quantity.text) for one in shares) >= least:
        return None
    _, part, whole = best
    put_in_percent = any(_percent.search(one.quantity.text.lower()) for one in shares)
    if put_in_percent and not named and not _in_so_many(sentence.tokens, part, whole):
        return None  # turnout was 61 percent, and she won by 1,204 votes
    ratio = plain(part) / plain(whole)
    holds = demand.met(ratio)
    reason = f"{part.quantity.text} of {whole.quantity.text} {'is' if holds else 'is not'} “{said.strip()}”"
    return Answer(holds, Facet.QUANTITY, reason)


_of_what = re.compile(r"\s*(?:of )?(?:all |the |its |his |her |their |those |these )*(?P<what>[a-z][a-z-]+)")


def whole_named(text: str, said: str, sentence: Features) -> list[Amount]:
    """The counts of the whole that a claim names behind a share: half of the crew, one in three applicants."""
    found = _of_what.match(text, text.find(said) + len(said))
    what = {words.stem(found["what"])} - words.stop_stems() if found else set()
    return [one for one in amounts(sentence) if _is_of(sentence.tokens, one, what)]


def _of_a_sort(tokens: Tokens, one: Amount, about: set[str]) -> bool:
    """Whether a figure counts things of a sort of its own, of which the claim says nothing."""
    unit, after = one.quantity.unit, one.place + 1
    put_of = tokens.words[after : after + 1] == ["of"] and tokens.clause[after] == tokens.clause[one.place]
    if unit in {None, "people"} or put_of or not one.interval.dimension.startswith("count"):
        return False
    return not _is_of(tokens, one, about)


def _is_of(tokens: Tokens, one: Amount, what: set[str]) -> bool:
    """Whether a figure counts, by its own words or the one behind it, what some stems name."""
    own = {words.stem(word) for word in re.findall(r"[a-z]{3,}", one.quantity.text.lower())}
    own |= set(tokens.stems[one.place + 1 : one.place + 2])
    return any(kin(stem, what) for stem in own - words.stop_stems()) if what else False


def _in_so_many(tokens: Tokens, part: Amount, whole: Amount) -> bool:
    """Whether a figure is put as a part of another: 41,200 of the 63,000; of the 63,000, 41,200."""
    if whole.place < part.place:
        before = tokens.words[max(0, whole.place - 3) : whole.place]
        of = next((i for i in reversed(range(len(before))) if before[i] in _whole), None)
        # of the 63,000; not of Bellmere, which had 8,914
        return of is not None and not any(tokens.content[whole.place - len(before) + of + 1 : whole.place])
    between = tokens.words[part.place + 1 : whole.place]
    return bool(between) and between[0] in {"of", "in", "out", "from"} and len(between) <= WITHIN


WITHIN = 3
"""Most words between a part and its whole."""


def plain(one: Amount) -> float:
    """The number as it was written, whatever its unit."""
    return float(one.quantity.low or one.quantity.high or 0)


def _of_one_sort(tokens: Tokens, whole: Amount, part: Amount) -> bool:
    """Whether one can be a part of the other: of 412 square kilometres, 90 are farmed.

    A bare figure is a part of money only where it is said to be one or has its scale: sales of 212 million marks and
    a workforce of 1,730 are of two sorts.
    """
    if comparable(whole.interval, part.interval):
        return True
    if part.quantity.unit is not None:
        return False
    money = whole.interval.dimension in {"money", *MONEY} or len(whole.interval.dimension) == 3
    return not money or is_part(tokens, part.place) or bool(_scale.search(part.quantity.text.lower()))


_scale = re.compile(r"\b(?:thousand|[mbtr]+illion|bn|m)\b")


def _wholeness(tokens: Tokens, whole: Amount, part: Amount, about: set[str], figures: list[Amount]) -> float:
    """How surely one figure is the whole of another."""
    before = tokens.words[max(0, whole.place - 3) : whole.place]
    after = tokens.words[part.place + 1 : part.place + 4]
    behind = tokens.words[max(0, part.place - 3) : part.place]
    previous = max((one.place for one in figures if one.place < part.place), default=-1)
    score = 0.6 * (not _whole.isdisjoint(before))
    if _of_them.search(" ".join(after[:2])) or _of_them.search(" ".join(behind)):
        score += 0.6 if whole.place == previous else 0.2
    between = tokens.words[part.place + 1 : whole.place] if whole.place > part.place else []
    if between and between[0] in {"of", "in"} and len(between) <= 3:
        score += 1.2  # 41,200 of the 63,000 people
    score += 0.4 * (whole.place < part.place)
    if len(after) > 2 and after[:2] == ["of", "the"] and after[2].isalpha():  # 58 of the passengers
        score += 0.8 if kin(words.stem(after[2]), about) else -0.6
    score += 0.5 * min(1.0, affinity(tokens, whole.place, about, whole.quantity.text))
    return score - 0.03 * abs(whole.place - part.place)
