"""Made-up worlds in which sources disagree about things whose true value is known, to tune and measure truth discovery.

Each world draws its own habits: how good its sources are and whether that differs from one attribute to the next,
how many things each covers, who copies whom or draws on which common feed, how often a value is a trap for everybody,
how hard things are (which makes sources err together), how popular the favourite wrong value is (an old schedule, a
mistaken edition), and whether values are words, lists of names, numbers, years or times. The ranges are set so that
the commonest value is right about as often as studies of real sites report (.71 to .93; Li et al., VLDB 2012); some
worlds are small, some have three sources, in some few sources are any good. Nothing is taken from any published data
set.
"""

import math
import random
from dataclasses import dataclass

from claims.truth import Observation

FEWEST, MOST = 3, 45
"""Sources of a world."""


@dataclass(frozen=True, slots=True)
class World:
    """What sources say, and what is true; things are named `thing/attribute`."""

    observations: tuple[Observation, ...]
    truth: dict[str, str | float]


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    skill: float
    coverage: float
    copies: "str | None"
    faithful: float
    feed: int


@dataclass(frozen=True, slots=True)
class _Habits:
    kind: str
    attributes: list[str]
    attribute_spread: float
    hardness: float
    spread_by_attribute: dict[str, float]
    wrong: int
    popularity: float
    rounding: float
    traps: float
    trapped: float
    feeds: tuple[float, ...]
    loyal: float


def world(seed: int, things: int | None = None) -> World:
    """The world of this seed, with this many things, or as many as the seed says."""
    chance = random.Random(seed)
    things = things or chance.choice([20, 60, 150, 150])
    habits = _habits(chance)
    sources = _sources(chance, len(habits.feeds))
    observations: list[Observation] = []
    truth: dict[str, str | float] = {}
    leaning = {(s.name, a): chance.gauss(0, habits.attribute_spread) for s in sources for a in habits.attributes}
    for number in range(things):
        for attribute in habits.attributes:
            thing = f"t{number}/{attribute}"
            right, wrong = _values(chance, habits)
            truth[thing] = right
            hard = chance.gauss(habits.spread_by_attribute[attribute], habits.hardness)
            observations += _said(chance, habits, sources, leaning, (thing, attribute, hard), right, wrong)
    return World(tuple(observations), truth)


def plain_world(seed: int) -> World:
    """A world of another make: no feeds, no traps, nothing hard; sources err each by itself or copy an earlier one.

    5 to 40 sources give one word for each of 100 to 800 things; how good they are follows a beta distribution.
    """
    chance = random.Random(f"plain {seed}")
    skills = chance.uniform(2, 6), chance.uniform(1, 2.5)
    truth: dict[str, str | float] = {
        f"p{number}": f"v{number}" for number in range(chance.choice([100, 200, 400, 800]))
    }
    copying, faithful, least = chance.choice([0.0, 0.15, 0.3, 0.5]), chance.uniform(0.7, 1), chance.uniform(0.2, 0.8)
    fall = chance.uniform(0.3, 1)
    popular = [fall**place for place in range(chance.randint(2, 10))]
    said: list[dict[str, str | float]] = []
    for _ in range(chance.randint(5, 40)):
        skill, coverage = chance.betavariate(*skills), chance.uniform(least, 1)
        copied = chance.choice(said) if said and chance.random() < copying else {}
        said.append(
            {
                thing: copied[thing]
                if thing in copied and chance.random() < faithful
                else value
                if chance.random() < skill
                else f"{value} not {chance.choices(range(len(popular)), popular)[0]}"
                for thing, value in truth.items()
                if chance.random() < coverage
            }
        )
    told = [
        Observation(f"s{number}", thing, value, "a") for number, one in enumerate(said) for thing, value in one.items()
    ]
    return World(tuple(told), truth)


def _habits(chance: random.Random) -> _Habits:
    attributes = [f"a{i}" for i in range(chance.randint(1, 5))]
    return _Habits(
        kind=chance.choice(["word", "list", "number", "number", "year", "time"]),
        attributes=attributes,
        attribute_spread=chance.uniform(0, 1.2),
        hardness=chance.choice([0.0, 0.0, chance.uniform(0.3, 2.0)]),
        spread_by_attribute={attribute: chance.gauss(0, 0.7) for attribute in attributes},
        wrong=chance.choice([3, 6, 12, 25]),
        popularity=chance.uniform(0, 1.6),
        rounding=chance.choice([0.0, 0.0, 0.1, 0.3]),
        traps=chance.choice([0.0, 0.0, 0.0, 0.05, 0.1, 0.2]),
        trapped=chance.uniform(0.2, 0.8),
        feeds=tuple(chance.gauss(1.4, 1.0) for _ in range(chance.choice([0, 0, 0, 1, 2, 3, 5]))),
        loyal=chance.uniform(0.2, 0.97),
    )


def _sources(chance: random.Random, feeds: int) -> list[_Source]:
    middle, spread = chance.uniform(-0.2, 2.6), chance.uniform(0.3, 2.0)
    covering = chance.choice([chance.uniform(0.1, 0.4), chance.uniform(0.3, 0.95)])
    sources: list[_Source] = []
    copying = chance.choice([0.0, 0.0, 0.2, 0.4, 0.6])
    for number in range(chance.randint(FEWEST, MOST)):
        copied = chance.choice(sources) if sources and chance.random() < copying else None
        if copied and copied.copies:
            copied = next(source for source in sources if source.name == copied.copies)
        coverage = min(1.0, max(0.03, chance.gauss(covering, 0.25)))
        skill = chance.gauss(middle, spread)
        sources.append(
            _Source(
                name=f"s{number}",
                skill=skill,
                coverage=coverage,
                copies=copied.name if copied else None,
                faithful=chance.uniform(0.6, 0.99),
                feed=chance.randint(-1, feeds - 1),
            )
        )
    return sources


def _values(chance: random.Random, habits: _Habits) -> tuple[str | float, list[str | float]]:
    if habits.kind == "word":
        words = chance.sample(range(10_000), habits.wrong + 1)
        return f"w{words[0]}", [f"w{word}" for word in words[1:]]
    if habits.kind == "list":
        names = [f"n{name} m{name % 97}" for name in chance.sample(range(10_000), chance.randint(1, 4))]
        return "; ".join(names), [_mistaken(chance, names) for _ in range(habits.wrong)]
    if habits.kind == "year":
        year = float(chance.randrange(1900, 2026))
        return year, [year + chance.choice([-1, 1]) * chance.choice([1, 1, 2, 5, 10, 30]) for _ in range(habits.wrong)]
    if habits.kind == "time":
        right = float(chance.randrange(0, 1440))
        return right, [
            right + chance.choice([-1, 1]) * chance.choice([3, 5, 7, 10, 15, 30, 45, 60, 120])
            for _ in range(habits.wrong)
        ]
    right = round(math.exp(chance.uniform(1, 12)), 2)
    return right, [
        round(right * math.exp(chance.choice([0.03, 0.1, 0.5]) * chance.gauss(0, 1)), 2) for _ in range(habits.wrong)
    ]


def _mistaken(chance: random.Random, names: list[str]) -> str:
    """A list of names with one left out, one too many or one that is another."""
    left = [name for name in names if name is not names[-1]] if len(names) > 1 else names
    other = f"n{chance.randrange(10_000)} m{chance.randrange(97)}"
    return "; ".join(chance.choice([left, [*names, other], [*names[:-1], other], [names[0].split()[0], *names[1:]]]))


def _said(
    chance: random.Random,
    habits: _Habits,
    sources: list[_Source],
    leaning: dict[tuple[str, str], float],
    about: tuple[str, str, float],
    right: str | float,
    wrong: list[str | float],
) -> list[Observation]:
    thing, attribute, hard = about
    weights = [1 / (place + 1) ** habits.popularity for place in range(len(wrong))]
    trap = wrong[0] if chance.random() < habits.traps else None

    def opinion(skill: float) -> str | float:
        if trap is not None and chance.random() < habits.trapped:
            return trap
        return right if chance.random() < 1 / (1 + math.exp(hard - skill)) else chance.choices(wrong, weights)[0]

    fed = [opinion(skill) for skill in habits.feeds]
    said: dict[str, str | float] = {}
    for source in sources:
        if chance.random() > source.coverage:
            continue
        if source.copies in said and chance.random() < source.faithful:
            said[source.name] = said[source.copies]
            continue
        value = opinion(source.skill + leaning[source.name, attribute])
        if source.feed >= 0 and chance.random() < habits.loyal:
            value = fed[source.feed]
        if isinstance(value, float) and habits.kind == "number" and chance.random() < habits.rounding:
            value = float(f"{value:.3g}")
        said[source.name] = value
    return [Observation(source, thing, value, attribute) for source, value in said.items()]
