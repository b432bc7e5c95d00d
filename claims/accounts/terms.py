"""What a claim may share with another one of the same story: its words, names, amounts, days, and what happens.

terms(features) ─► {(kind, …): how much of its weight it keeps}
weigh(shared, rare) ─► how much some shared terms tell, by how rare each is
"""

import math
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from claims.compare.facets.certainty import is_guess, is_open
from claims.compare.facets.measured import figures
from claims.compare.intervals import MONEY, interval
from claims.compare.retelling import doers, matters
from claims.compare.retelling.hours import hours
from claims.compare.slots import events
from claims.compare.values import Features, of_one
from claims.features.cues import table
from claims.model import DateSpan, Quantity
from evidence.terms import terms as searched
from evidence.terms import written_pairs
from evidence.text import lazy_re as re
from evidence.text.tokens import stem

PAIR, VERB, TOPIC, ROUGH, SORT = 0.7, 0.4, 0.5, 0.4, 0.3
"""What a term keeps of its weight: two Chinese characters side by side are no sure word; the verbs of the news, what
happens, months, and amounts of one size or sort are met everywhere."""
MATTER = 0.4
EXACT, LARGE, SMALL = 10**3, 10**4, 12
"""Numbers: from here on exact enough though round; from here on mostly money when nothing says what is counted; up to
here met everywhere."""
HALF_DAY = 720
"""Minutes after which the clock strikes the same hours."""
SHORT = 62
"""Days up to which a time is told as one: to the month, or the end of a year."""
SAID = frozenset({"word", "part", "name", "figure", "number", "days"})
"""The kinds of terms that make up what a claim says; the others only tell more of these."""

Term = tuple[str, ...]


@of_one
def terms(features: Features) -> dict[Term, float]:
    """What a claim may share with another, and how much of its weight each term keeps."""
    found: dict[Term, float] = {}
    tokens = features.tokens
    for place, part in enumerate(tokens.stems):
        if tokens.name[place] and tokens.content[place] and len(part) > 1:
            found["part", part] = 1.0
    parts = {stem(word) for word, name in zip(tokens.words, tokens.name, strict=True) if name}
    for word in _words(features):
        if word not in parts:
            found["word", word] = PAIR if word[0] > "\u2fff" else VERB if word in _common() else 1.0
    for name in features.names:
        if len(name) > 1:
            found["name", name] = 1.0
    for figure in figures(features):
        found.update({("word", noun): 1.0 for noun in figure.nouns if noun not in parts})
    for quantity in features.quantities:
        _count(quantity, found)
    for day in features.dates:
        if day.first or day.last:
            found["days", day.first or "", day.last or ""] = 1.0 if _short(day) else ROUGH
            found["month", (day.first or day.last or "")[:7]] = ROUGH
            found["year", (day.last or day.first or "")[:4]] = ROUGH
    found.update({("hour", str(hour.minute % HALF_DAY)): 1.0 for hour in hours(features)})
    found.update({("word", f"#{doer.role} {doers.sort(doer.deed)}"): 1.0 for doer in doers.doers(features)})
    found.update({("word", f"#{matter}"): MATTER for matter in matters.named(features)})
    found.update({("topic", topic): TOPIC for topic in _topics(features)})
    found.update({("character", each): 1.0 for each in _characters(features)})
    return found


def _count(quantity: Quantity, found: dict[Term, float]) -> None:
    """The terms of an amount: its value, and roughly how much of what it is, for 62.4 % and some sixty percent."""
    amount = interval(quantity)
    value = amount.low if math.isfinite(amount.low) else amount.high
    written = abs(float(quantity.low if quantity.low is not None else quantity.high or 0))
    if written in {0, 1, 2}:
        return
    counted = amount.dimension.startswith("count")
    sort = "sum" if amount.dimension in MONEY or (counted and value >= LARGE) else "" if counted else amount.dimension
    exact = written >= EXACT or len(f"{written:.3g}".split("e")[0].replace(".", "").strip("0")) > 1
    kind = "figure" if (exact and written > SMALL) or written % 1 else "number"
    found[kind, sort, f"{value:.3g}"] = 0.6 if written <= SMALL else 1.0
    if written > SMALL:
        found["size", sort, f"{value:.0e}"] = ROUGH
    if sort:
        found["sort", sort] = SORT


def _words(features: Features) -> Iterator[str]:
    """The words of a claim that tell what it is about, as a search weighs them, those of names left out."""
    key = features.key
    for name in features.names:
        key = key.replace(name, " ")
    found = (word for word in searched(key).words if len(word) > 1 and word[0] not in "#~")
    return (word for word in dict.fromkeys([*found, *sorted(written_pairs(key))]) if not _ordinal.match(word))


_ordinal = re.compile("第.|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$")
"""What tells which of a row: the second season and the second inquiry have nothing in common by that."""


def _characters(features: Features) -> Iterator[str]:
    """The Chinese characters of the words that are no names: 冷库 and 冷藏库, 通报 and 报告 share some."""
    tokens = features.tokens
    for place, word in enumerate(tokens.words):
        if tokens.content[place] and not tokens.name[place] and word[0] > "\u2fff" and word[0] != "第":
            yield from word


@cache
def _common() -> frozenset[str]:
    """The stems of the verbs that the news uses of everything."""
    verbs = {word for group in ("irregular", "present") for word in table("clauses", "en")[group]}
    return frozenset(map(stem, verbs))


def everyday(words: Collection[str]) -> bool:
    """Whether all of some words are of everyday use, or only pairs of characters across two such words."""
    known = _everyday()
    plain = [word for word in words if word in known]
    ends, starts = {word[-1] for word in plain if _han(word)}, {word[0] for word in plain if _han(word)}
    return all(word in known or (_han(word) and (word[0] in ends or word[-1] in starts)) for word in words)


def _han(word: str) -> bool:
    return word[0] > "\u2fff"


@cache
def _everyday() -> frozenset[str]:
    text = files("claims").joinpath("tables", "everyday.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if line[:1] != "#" for word in line.split())


def _topics(features: Features) -> Iterator[str]:
    yield from sorted({event.frame for event in events(features)})
    for figure in figures(features):
        yield from sorted(figure.measures)
    if is_open(features) or is_guess(features):
        yield "open question"
    if _first.search(features.key):
        yield "first"


_first = re.compile(r"\bfirst (?:[a-z]+ )?(?:to|on|in|at|there)\b|第一[个位艘家]|最先|最早|率先|头一个")


def weigh(found: Sequence[tuple[Term, float]], rare: dict[Term, float]) -> float:
    """What some terms weigh together; the names of one thing in two scripts, or in full and in short, weigh once."""
    kinds = {term[0] for term, _ in found}
    left_out = _LEFT_OUT["days" in kinds, not kinds.isdisjoint(COUNTED)]
    total = math.fsum([weight * rare[term] for term, weight in found if term[0] not in left_out])
    return total if kinds.isdisjoint(NAMES) else total + weigh_names(found, rare)


def weigh_names(found: Sequence[tuple[Term, float]], rare: dict[Term, float]) -> float:
    """What the names among some terms weigh, in the script in which they weigh more."""
    scripts = {True: 0.0, False: 0.0}
    for term, weight in named(found):
        scripts[term[1].isascii()] += weight * rare[term]
    return max(scripts.values())


COUNTED, NAMES = frozenset({"figure", "number"}), frozenset({"name", "part"})
_LEFT_OUT = {
    (dated, counted): NAMES
    | {"character"}
    | ({"month", "year"} if dated else set())
    | ({"size", "sort"} if counted else set())
    for dated in (True, False)
    for counted in (True, False)
}
"""What says less than the days, and the figures, that stand beside it; names are weighed by themselves."""


def named(found: Sequence[tuple[Term, float]]) -> list[tuple[Term, float]]:
    """The names among some terms, none of which is a part of another."""
    names = [entry for entry in found if entry[0][0] in NAMES]
    if len(names) < 2:
        return names
    kept: list[tuple[Term, float]] = []
    said: set[str] = set()
    for term, weight in sorted(names, key=_longest):
        words = _parts(term[1])
        if said.isdisjoint(words) and not any(term[1] in name for name in said):
            kept.append((term, weight))
        said |= words
    return kept


def _longest(entry: tuple[Term, float]) -> tuple[int, Term]:
    return -len(entry[0][1]), entry[0]


@lru_cache(maxsize=1 << 12)
def _parts(name: str) -> frozenset[str]:
    return frozenset({name, *name.split()})


def _short(day: DateSpan) -> bool:
    return bool(day.first and day.last) and _length(day.first or "", day.last or "") <= SHORT


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
