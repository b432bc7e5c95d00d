"""How much something grew or shrank: doubled, cut by half, up by a quarter, against the two values of the sentence."""

from itertools import pairwise
from math import inf, isfinite

from claims.compare import words
from claims.compare.akin import kindred
from claims.compare.figures.elliptic import is_bare, like_bare
from claims.compare.figures.labels import by_year
from claims.compare.figures.moments import moments
from claims.compare.figures.nouns import counted_nouns
from claims.compare.figures.reckoned import (
    LESS,
    MORE,
    NEAR,
    Amount,
    Answer,
    Demand,
    affinity,
    amounts,
    asks,
    count_of,
    demand_of,
    kin,
    plain,
    topics,
)
from claims.compare.figures.shares import share_asked
from claims.compare.intervals import comparable
from claims.compare.needed import Cue
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

CHANGING = Cue(
    r"\b(?:doubl|tripl|trebl|quadrupl|halv)\w+(?![- ]digit)"
    r"|\b(?:cut|fell(?! (?:ill|sick|asleep|silent|in love|victim|overboard)\b)|dropped|reduced|lost|cost"
    r"|shrank|shrunk|declined|slashed|decreased|shortened|lengthened|widened|narrowed"
    r"|rose|grew|grown|risen|increased|gained|raised|lifted|lowered|went up|went down|climbed|jumped)\b"
)
_level = re.compile(
    r"\b(?:fell|fall(?:en|s)?|drop(?:ped|s)?|declin(?:ed|es)|sank|sunk|slid|slipped|slump(?:ed|s)?|shr[au]nk|dwindled|dipped"
    r"|decreas(?:ed|es)|diminished|plunged|plummeted|tumbled|slowed|eased|rose|risen|rises|grew|grown|climbed|jumped"
    r"|surged|soared|increas(?:ed|es)|improved|swelled|went|gone|came|cut|reduced|lowered|raised|lifted|brought|up|down)"
    r"(?: (?!by\b)[a-z]+){0,3}? (?:to|below|under|above|past|beyond)\b(?! (?:the|a)\b)"
)


def to_a_level(text: str) -> bool:
    """Whether a claim tells what something rose or fell to, not by how much: dropped below 2 million; to under 3%."""
    return " by " not in text and _level.search(text) is not None


_factor = re.compile(
    rf"\b(?:(?P<less>{LESS})|(?P<more>{MORE})|(?P<near>{NEAR}))?(?:\s+|\b)(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|ing|es?)\b"
)
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_fell = re.compile(
    r"\b(?:cut|fell|dropped|reduced|lost|cost|shrank|shrunk|declined|slashed|decreased|lowered|shortened"
    r"|narrowed|went down)\b"
)
_points = re.compile(
    r"\bby (?:(half|a quarter of|three quarters of) a|(\d+(?:\.\d+)?|one|two|three)) percentage points?"
)


@asks(CHANGING)
def change(claim: Features, sentence: Features) -> Answer | None:
    """How much something grew or shrank against its two values."""
    text = claim.text.lower()
    changing = None if to_a_level(text) else CHANGING.search(text)
    two = steps(claim, sentence) if changing else None
    direct = _direct(sentence, topics(claim), fell=bool(_fell.search(text))) if changing else None
    if two is None and direct is None:
        return None
    if points := _points.search(text):
        if two is None:
            return None
        old, new = two
        if new.interval.dimension != "share":
            return None
        parts = {"half": 0.5, "a quarter of": 0.25, "three quarters of": 0.75}
        wanted = parts[points[1]] if points[1] else count_of(points[2]) if points[2].isalpha() else float(points[2])
        holds = abs(abs(new.value - old.value) - wanted) < 0.06
    elif factor := _factor.search(text):
        if two is None:
            return None
        old, new = two
        demand = demand_of(factor, _FACTORS[factor["verb"]], factor[0])
        if text.startswith(" or more", factor.end()):
            demand = Demand(_FACTORS[factor["verb"]], inf)
        if factor["verb"] == "halv":
            short = (factor["near"] or "") in {"nearly", "almost", "just under", "close to"}
            demand = Demand(0.49, 0.6) if short else Demand(-inf, demand.high if isfinite(demand.high) else 0.5)
        first, last = levels(old, new)
        holds = demand.met(last / first)
    else:
        asked = share_asked(text)
        if asked is None:
            return None
        if direct is not None:
            return Answer(
                asked[0].met(direct.value / 100),
                Facet.QUANTITY,
                f"“{direct.quantity.text}” against “{asked[1].strip()}”",
            )
        if two is None:
            return None
        old, new = two
        first, last = levels(old, new)
        moved = (last - first) / first
        holds = asked[0].met(-moved if _fell.search(text) else moved)
    reason = f"from {old.quantity.text} to {new.quantity.text}"
    return Answer(holds, Facet.QUANTITY, reason if holds else f"{reason} is another change")


_UP, _DOWN = words.reckoned_words("up"), words.reckoned_words("down")


def _direct(sentence: Features, about: set[str], *, fell: bool) -> Amount | None:
    """The share that the sentence itself gives for a change of the same direction: climbed 19 percent."""
    tokens, wanted = sentence.tokens, _DOWN if fell else _UP
    found = []
    for one in amounts(sentence):
        before = set(tokens.stems[max(0, one.place - 2) : one.place])
        if not _of_that(tokens, one.place, about):
            continue
        if about - _UP - _DOWN and not affinity(tokens, one.place, about - _UP - _DOWN):
            continue
        if (
            one.interval.dimension == "share"
            and not one.interval.bound
            and before & wanted
            and not before & {"from", "to", "at"}
        ):
            found.append((affinity(tokens, one.place, about - _UP - _DOWN), -one.place, one))
    return max(found)[2] if found else None


def _of_that(tokens: Tokens, place: int, about: set[str]) -> bool:
    """Whether the clause of a change begins with what the claim is about: prices rose, not rents."""
    first = next((i for i, clause in enumerate(tokens.clause) if clause == tokens.clause[place]), 0)
    heads = [tokens.stems[i] for i in range(first, place) if tokens.content[i] and not tokens.name[i]][:2]
    if not heads or any(kin(stem, about) or any(kindred(stem, each) for each in about) for stem in heads):
        return True
    measured = [words.measures().get(stem, frozenset()) for stem in heads]
    wanted = {measure for stem in about for measure in words.measures().get(stem, ())}
    return not any(measured) or any(each & wanted for each in measured) or not wanted


_MOVING = _UP | _DOWN | words.reckoned_words("moved")
_AGAINST = frozenset({"against", "from", "versus", "compared", "up", "down", "instead"})


def steps(claim: Features, sentence: Features) -> tuple[Amount, Amount] | None:
    """The former and the later value of what a claim is about."""
    tokens, figures = (
        sentence.tokens,
        [one for one in amounts(sentence) if one.value > 0],
    )
    about = topics(claim)
    if about.isdisjoint(_LASTING):
        figures = [one for one in figures if one.interval.dimension != "time"]
    figures = [one for one in _of_its_kind(sentence, figures, about - _UP - _DOWN) if not _all_of(tokens, one)]
    found: list[tuple[float, Amount, Amount]] = []
    for k, first in enumerate(figures):
        for second in figures[k + 1 :]:
            if not one_measure(first, second, sentence):
                continue
            before = tokens.words[max(0, first.place - 2) : first.place]
            to = tokens.words[max(0, second.place - 1) : second.place]
            between = tokens.words[first.place + 1 : second.place]
            score = max(affinity(tokens, one.place, about, one.quantity.text) for one in (first, second))
            score += _of_one_noun(sentence, first, second)
            score -= 0.5 * sum(tokens.stems[i] == QUANTITY for i in range(first.place + 1, second.place))
            moved = any(tokens.stems[i] in _MOVING for i in range(first.place + 1, second.place))
            if second.first == first.place or ("from" in before and "to" in to and not moved):
                found.append((score + 1, first, second))
            elif (
                not _AGAINST.isdisjoint(tokens.words[max(first.place + 1, second.place - 3) : second.place])
                and len(between) < 12
            ):
                found.append((score + 0.8, second, first))
    found += _dated_steps(claim, sentence, figures) or _by_year(sentence, figures, about)
    found += [] if found else _by_turn(sentence, figures, about)
    found += [] if found else _formerly(sentence, figures, about)
    found += [] if found else _earlier_and_later(sentence, figures)
    if not found:
        return None
    best = max(found, key=lambda entry: entry[0])
    return best[1], best[2]


_LASTING = frozenset(map(words.stem, ["journey", "trip", "duration", "sentence", "wait", "delay", "crossing", "shift"]))
"""What is measured in time."""


def one_measure(first: Amount, second: Amount, sentence: Features) -> bool:
    """Whether two figures can be two values of one thing; a bare number takes the unit of the other."""
    dimensions = {first.interval.dimension, second.interval.dimension}
    bare = is_bare(sentence, first) or is_bare(sentence, second)
    return comparable(first.interval, second.interval) or (bare and "share" not in dimensions)


def _of_its_kind(sentence: Features, figures: list[Amount], about: set[str]) -> list[Amount]:
    """The figures that count what a claim is about, goats, or are given as its measure, an endowment of so much.

    All of them where hardly any is; bare numbers are kept beside those that count.
    """
    counted = [one for one in figures if any(kin(stem, about) for stem in _named(one, sentence))]
    like = like_bare(sentence, figures, counted)
    if len(counted) + len(like) > 1:
        return [one for one in figures if one in counted or one in like]
    measured = [one for one in figures if (noun := _measured_by(sentence.tokens, one.place)) and kin(noun, about)]
    if not measured:
        return figures
    kinds = {one.interval.dimension for one in measured}
    unnamed = [one for one in figures if not _measured_by(sentence.tokens, one.place)]
    others = [one for one in unnamed if one.interval.dimension in kinds]
    return [one for one in figures if one in measured or one in others] if others or len(measured) > 1 else figures


def _all_of(tokens: Tokens, one: Amount) -> bool:
    """Whether a figure is the whole of the one before it: 51 of the 200 seats."""
    before = tokens.words[max(0, one.place - 2) : one.place]
    return before in (["of", "the"], ["of", "its"]) and tokens.stems[one.place - 3 : one.place - 2] == [QUANTITY]


def _measured_by(tokens: Tokens, place: int) -> str:
    """The noun that a figure is given of, as its own: a deficit of 300,000."""
    led = place > 1 and tokens.words[place - 1] == "of" and tokens.content[place - 2] and not tokens.name[place - 2]
    return tokens.stems[place - 2] if led else ""


def _of_one_noun(sentence: Features, first: Amount, second: Amount) -> float:
    """Whether two figures count one thing, 640 pupils and 1,130 pupils, or each a thing of its own."""
    mine, theirs = (_named(one, sentence) for one in (first, second))
    if not mine or not theirs:
        return 0.0
    return OF_ONE if not mine.isdisjoint(theirs) else -OF_ONE


OF_ONE = 1.0


def _named(one: Amount, sentence: Features) -> set[str]:
    """The nouns by which a figure says itself what it counts."""
    return counted_nouns(one, sentence) if one.interval.dimension.startswith("count:") else set()


def levels(old: Amount, new: Amount) -> tuple[float, float]:
    """Two values in one unit: as they were written where one of them leaves its unit out."""
    if old.interval.dimension == new.interval.dimension:
        return old.value, new.value
    return plain(old), plain(new)


def _by_turn(sentence: Features, figures: list[Amount], about: set[str]) -> list[tuple[float, Amount, Amount]]:
    """Values of a first and a second: 21,000 in its first year and 27,000 in its second."""
    tokens, found = sentence.tokens, []
    for one, other in pairwise(figures):
        turns = [
            next(
                (k for k in range(each.place + 1, min(each.place + 6, len(tokens.stems))) if tokens.stems[k] in _TURNS),
                -1,
            )
            for each in (one, other)
        ]
        if one_measure(one, other, sentence) and 0 <= turns[0] < other.place and turns[1] >= 0:
            places = [_TURNS[tokens.stems[k]] for k in turns]
            if places[1] == places[0] + 1:
                found.append((0.5 + affinity(tokens, one.place, about), one, other))
    return found


_TURNS = {words.stem(word): number for word, number in (("first", 1), ("second", 2), ("third", 3), ("fourth", 4))}
_ONCE = frozenset(["had", "before", "previously", "formerly", "earlier", "originally", "initially", "once"])


def _by_year(sentence: Features, figures: list[Amount], about: set[str]) -> list[tuple[float, Amount, Amount]]:
    """Values that stand beside two years: 84 in 1990 and 212 in 2015."""
    times = {one.place: one for one in moments(sentence)}
    found = []
    for one, other in pairwise(figures):
        years = [
            next((times[k] for k in range(each.place + 1, each.place + 6) if k in times), None) for each in (one, other)
        ]
        if None in years or years[0] is years[1] or not one_measure(one, other, sentence):
            continue
        first, second = years
        if first and second and first.place < other.place and first.last < second.first:
            found.append((0.5 + affinity(sentence.tokens, one.place, about), one, other))
        elif first and second and first.place < other.place and second.last < first.first:
            found.append((0.5 + affinity(sentence.tokens, one.place, about), other, one))
    return found or _labelled(sentence, figures, about)


def _labelled(sentence: Features, figures: list[Amount], about: set[str]) -> list[tuple[float, Amount, Amount]]:
    """Values given for two years, wherever the years stand: in 2018 revenue was 2.7 billion (2017: 3.1 billion)."""
    told = {one.place: int(year) for year, one in by_year(sentence)}
    found = []
    for one, other in pairwise(figures):
        years = told.get(one.place), told.get(other.place)
        if None not in years and years[0] != years[1] and one_measure(one, other, sentence):
            old, new = (one, other) if told[one.place] < told[other.place] else (other, one)
            found.append((0.5 + affinity(sentence.tokens, one.place, about), old, new))
    return found


_NOW = frozenset(["now", "today", "currently", "nowadays", "present"])


def _formerly(sentence: Features, figures: list[Amount], about: set[str]) -> list[tuple[float, Amount, Amount]]:
    """A value that something had had, and the next one that it has: had sold for 22, cost 43 at its end."""
    tokens = sentence.tokens
    said = [
        sentence.dates[which].text.lower().rstrip(".") if stem == DATE and which < len(sentence.dates) else word
        for word, stem, which in zip(tokens.words, tokens.stems, tokens.number, strict=True)
    ]
    found = []
    for old, new in pairwise(figures):
        then = not _ONCE.isdisjoint(tokens.words[max(0, old.place - 5) : old.place])
        now = not _NOW.isdisjoint(said[max(0, new.place - 4) : new.place + 4])
        if one_measure(old, new, sentence) and (then or now):
            found.append((affinity(tokens, old.place, about) + affinity(tokens, new.place, about), old, new))
    return found


def _earlier_and_later(sentence: Features, figures: list[Amount]) -> list[tuple[float, Amount, Amount]]:
    """The only two figures of one kind, where a word beside one of them tells that it is the earlier or the later."""
    if len(figures) != PAIR:
        return []
    first, second = figures
    if not one_measure(first, second, sentence):
        return []
    words_of = sentence.tokens.words
    between = set(words_of[first.place : second.place])
    behind, before = set(words_of[second.place : second.place + BESIDE]), set(words_of[: first.place])
    if not (behind | between) & _LATER and (behind | set(words_of[second.place - BESIDE : second.place])) & _EARLIER:
        return [(0.5, second, first)]
    return [(0.5, first, second)] if (behind | between) & _LATER or before & _EARLIER else []


PAIR = 2
_EARLIER = frozenset(
    ["previous", "preceding", "earlier", "before", "ago", "formerly", "originally", "initially", "once"]
)
_LATER = frozenset(["later", "afterwards", "now", "today", "currently", "reached", "subsequently", "eventually"])
BESIDE = 6
"""Tokens beside a figure in which it may be told when it was so."""


def _dated_steps(claim: Features, sentence: Features, figures: list[Amount]) -> list[tuple[float, Amount, Amount]]:
    """Values given for the two years that the claim names: 40 pence in 1970, 90 by 1980."""
    years = sorted({year for one in claim.dates for year in ((one.first or "")[:4], (one.last or "")[:4]) if year})
    if len(years) < 2:
        return []
    tokens = sentence.tokens
    places = {
        year: i
        for i, (stem, number) in enumerate(zip(tokens.stems, tokens.number, strict=True))
        if stem == DATE and number < len(sentence.dates)
        for year in [(sentence.dates[number].last or sentence.dates[number].first or "")[:4]]
    }
    ends = [places.get(years[0]), places.get(years[-1])]
    if None in ends:
        return []
    near = [sorted(figures, key=lambda one: (abs(one.place - (at or 0)), one.place))[:NEAREST] for at in ends]
    about, told = topics(claim), {one.place: year for year, one in by_year(sentence)}
    found = [
        (2.0 + fits, old, new)
        for old in near[0]
        for new in near[1]
        if old.place != new.place and comparable(old.interval, new.interval)
        for fits in [
            _fits_years(sentence, old, new, (ends[0] or 0, ends[1] or 0), about)
            - 2 * (told.get(old.place, years[0]) != years[0])
            - 2 * (told.get(new.place, years[-1]) != years[-1])
        ]
    ]
    return [max(found, key=lambda each: each[0])] if found else []


NEAREST = 3
"""Figures around a year of which one may be given for it: had 640 pupils and 52 teachers in 1990."""


def _fits_years(sentence: Features, old: Amount, new: Amount, ends: tuple[int, int], about: set[str]) -> float:
    """How well two figures are those of one thing in two years."""
    far = abs(old.place - ends[0]) + abs(new.place - ends[1])
    crossed = (old.place - new.place) * (ends[0] - ends[1]) < 0
    fits = sum(affinity(sentence.tokens, one.place, about, one.quantity.text) for one in (old, new))
    return fits + 2 * _of_one_noun(sentence, old, new) - 0.1 * far - 2.0 * crossed


__all__ = ["CHANGING", "PAIR", "change", "levels", "one_measure", "steps", "to_a_level"]
