"""Which of several values for one thing is true, and how good each source is: learned from where sources agree.

    >>> found = discover([Observation("a", "year", 1990.0), Observation("b", "year", 1990.0)])

The method is that of ACCU and POPACCU (Dong, Berti-Equille and Srivastava, "Integrating conflicting data: the role of
source dependence", VLDB 2009; Dong, Saha and Srivastava, "Less is more", VLDB 2012). In turns, values are weighed by
the accuracy of the sources that give them, and the accuracy of each source by how likely its values are; how often
wrong sources meet on one wrong value is counted, not assumed. What differs or is added:

- dependence: two sources that agree more often than the others' values let expect are likely to copy one another or
  to draw on one feed. Which values are wrong need not be known for that. `n` votes with mean dependence `r` count as
  `n / (1 + (n - 1) r)`, the design effect of cluster samples (Kish, "Survey Sampling", 1965);
- a source's accuracy for each attribute, drawn towards its accuracy overall;
- closeness: numbers equal but for a rounding are one value, and near ones lend each other some of their weight
  (as in Li et al., "Truth finding on the deep web: is the problem solved?", VLDB 2012).

Such posteriors are far too sure of themselves. A last step, a logistic regression on the posterior and on plain
counts of votes, was fitted on made-up worlds of many habits (`benchmarks/worlds.py`, even seeds), of which those were
left out in which the commonest value is right less often than on real sites. It gives the probability that is
returned; `benchmarks/truth.py` draws how well it holds in all other worlds (odd seeds, and worlds of another make).
"""

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

from claims.truth_values import grouped, read

ROUNDS = 8
"""Turns of weighing; accuracies hardly move after the sixth."""
PRIOR, PRIOR_WEIGHT = 0.75, 4.0
"""Accuracy of a source before anything is known of it, worth that many values."""
ATTRIBUTE_WEIGHT = 8.0
"""Values of one attribute that weigh as much as a source's accuracy overall."""
FALSE = 1.6
"""How many false values a wrong source is held to choose from: more than one, so that agreement tells of the truth."""
WORST, BEST = 0.39, 0.98
"""Bounds of an accuracy: no source speaks against what it says (from 1 / (1 + FALSE) on), none is beyond doubt."""
POPULARITY = 0.5
"""How far wrong values are held to gather on few; 1 would be POPACCU, too much where all sources err together."""
TOGETHER = 10.0
"""Things that two sources must both speak of for half of their dependence to be believed."""
BENT = 1.2
"""Power to which dependence is raised: a little of it may be mere quality, a lot is not."""
CROWD = 60
"""Most sources of one thing among which pairs are counted, so that the time stays linear."""
COUNTED = 400_000
"""Pairs of sources of one thing that are counted in all; beyond that, a half, a third … of the things are."""
LENT = 0.25
"""Most weight that one value lends another."""


class Observation(NamedTuple):
    """One source's value for one thing: a number, or a value as it is written (`claims.truth_values` reads it).

    A thing has one true value: the departure of a flight, not the flight. `attribute` says what sort of thing it
    is (departure, price), since a source may be good at one and bad at another. A missing value (`N/A`) is no
    observation. Where a source gives several values for a thing, one is taken: see `_one_each`.
    """

    source: str
    thing: str
    value: str | float
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Belief:
    """A value that sources give for a thing, and the probability that it is true."""

    value: str | float
    probability: float
    sources: tuple[str, ...]
    """Who says so, in the order of their names."""
    votes: float
    """How many of them are left when those that depend on one another are counted together."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was learned: the values of each thing, most likely first, and each source's accuracy."""

    beliefs: Mapping[str, tuple[Belief, ...]]
    accuracy: Mapping[str, float]
    dependence: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """Pairs of sources that agree much more often than the others let expect, 0.5 to 1."""


@dataclass(slots=True)
class _Thing:
    name: str
    attribute: str
    values: list[str | float]
    sources: list[list[str]]
    near: list[list[tuple[int, float]]]
    posterior: list[float] = field(default_factory=list)
    shares: list[list[float]] = field(default_factory=list)
    """What each source of each value counts beside those it depends on: 1 alone, a third among three copies."""
    votes: list[float] = field(default_factory=list)
    gain: list[float] = field(default_factory=list)


def discover(observations: Iterable[Observation]) -> Discovery:
    """The probability of every value of every thing. The order of the observations makes no difference."""
    things, accuracy, dependence = weighed(observations)
    rows = features(things)
    return Discovery(
        {thing.name: _beliefs(thing, _probabilities(thing, rows[thing.name])) for thing in things},
        dict(sorted(accuracy.overall.items())),
        {pair: round(shared, 3) for pair, shared in sorted(dependence.items()) if shared >= 0.5},
    )


def weighed(observations: Iterable[Observation]) -> "tuple[list[_Thing], _Accuracy, dict[tuple[str, str], float]]":
    """The things with posteriors, the accuracy of the sources, and the dependence of pairs: all before calibration."""
    things = _things(observations)
    by_source: dict[str, list[tuple[_Thing, int]]] = defaultdict(list)
    for thing in things:
        count = sum(map(len, thing.sources))
        thing.posterior = [len(sources) / count for sources in thing.sources]
        for at, sources in enumerate(thing.sources):
            for source in sources:
                by_source[source].append((thing, at))
    accuracy, dependence = _Accuracy(by_source), _dependence(things)
    for thing in things:
        thing.shares = [_shares(sources, dependence) for sources in thing.sources]
        thing.votes = [sum(shares) for shares in thing.shares]
    for _ in range(ROUNDS):
        for thing in things:
            _weigh(thing, accuracy)
        accuracy.learn(by_source)
    return things, accuracy, dependence


def _beliefs(thing: _Thing, probabilities: Sequence[float]) -> tuple[Belief, ...]:
    found = [
        Belief(value, p, tuple(sources), round(votes, 3))
        for value, p, sources, votes in zip(thing.values, probabilities, thing.sources, thing.votes, strict=True)
    ]
    return tuple(sorted(found, key=lambda belief: (-belief.probability, -len(belief.sources), str(belief.value))))


# --- values ------------------------------------------------------------------------------------------------------


def _things(observations: Iterable[Observation]) -> list[_Thing]:
    """What is said about each thing, equal values together; things of which nobody gives a value are left out."""
    said: dict[str, dict[str, list[str | float]]] = defaultdict(lambda: defaultdict(list))
    attributes: dict[str, str] = {}
    for seen in sorted(observations, key=lambda o: (o.thing, o.source, str(o.value), o.attribute)):
        if read(seen.value) is not None:
            said[seen.thing][seen.source].append(seen.value)
            attributes.setdefault(seen.thing, seen.attribute)
    return [_thing(name, attributes[name], values) for name, values in said.items()]


def _thing(name: str, attribute: str, said: Mapping[str, Sequence[str | float]]) -> _Thing:
    groups, near = grouped(_one_each(said))
    return _Thing(name, attribute, [group.value for group in groups], [group.sources for group in groups], near)


def _one_each(said: Mapping[str, Sequence[str | float]]) -> dict[str, str | float]:
    """One value for each source: of several, that which it gives most often, then the one that most others give."""
    if all(len(values) == 1 for values in said.values()):
        return {source: values[0] for source, values in said.items()}
    others = Counter(read(value) for values in said.values() for value in dict.fromkeys(values))
    chosen: dict[str, str | float] = {}
    for source, values in said.items():
        own = Counter(values)
        chosen[source] = min(own, key=lambda value: (-own[value], -others[read(value)], str(value)))
    return chosen


# --- weighing ----------------------------------------------------------------------------------------------------


class _Accuracy:
    """How often each source is right, overall and for each attribute, as the posteriors of the values stand."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.overall = dict.fromkeys(sources, PRIOR)
        self._gains: dict[tuple[str, str], float] = {}

    def learn(self, by_source: Mapping[str, Sequence[tuple[_Thing, int]]]) -> None:
        for source, given in by_source.items():
            right: dict[str, float] = defaultdict(float)
            count: dict[str, int] = defaultdict(int)
            for thing, at in given:
                right[thing.attribute] += thing.posterior[at]
                count[thing.attribute] += 1
            overall = (sum(right.values()) + PRIOR * PRIOR_WEIGHT) / (len(given) + PRIOR_WEIGHT)
            self.overall[source] = overall
            for attribute, n in count.items():
                drawn = (right[attribute] + overall * ATTRIBUTE_WEIGHT) / (n + ATTRIBUTE_WEIGHT)
                self._gains[source, attribute] = _gain(min(BEST, max(WORST, drawn)))

    def gain(self, source: str, attribute: str) -> float:
        """What the word of this source adds to the log odds of a value."""
        return self._gains.get((source, attribute), _gain(PRIOR))


def _gain(accuracy: float) -> float:
    return math.log(FALSE * accuracy / (1 - accuracy))


def _shares(sources: Sequence[str], dependence: Mapping[tuple[str, str], float]) -> list[float]:
    """What each of the sources of one value counts."""
    if len(sources) == 1 or not dependence:
        return [1.0] * len(sources)
    return [
        1 / (1 + sum(dependence.get((min(own, o), max(own, o)), 0.0) ** BENT for o in sources if o != own))
        for own in sources
    ]


def _weigh(thing: _Thing, accuracy: _Accuracy) -> None:
    """Set the posterior of each value from who gives it, each for what it counts."""
    thing.gain = [
        sum(share * accuracy.gain(source, thing.attribute) for source, share in zip(sources, shares, strict=True))
        for sources, shares in zip(thing.sources, thing.shares, strict=True)
    ]
    all_votes = sum(thing.votes)
    gathered = [votes * math.log(votes) for votes in thing.votes]
    logs = []
    for at, votes in enumerate(thing.votes):
        others = all_votes - votes
        popular = sum(gathered) - gathered[at] - (others * math.log(others) if others > 1e-9 else 0.0)
        lent = sum(closeness * thing.gain[other] for other, closeness in thing.near[at])
        logs.append(thing.gain[at] + POPULARITY * popular + LENT * lent)
    top = max(logs)
    weights = [math.exp(log - top) for log in logs]
    thing.posterior = [weight / sum(weights) for weight in weights]


def _dependence(things: Sequence[_Thing]) -> dict[tuple[str, str], float]:
    """For each pair, how much more often than expected it agrees, 0–1.

    What to expect is halfway between two answers. What share of the others gives these values: that finds those who
    draw on one feed, but takes good sources among poor ones for copies. And what two sources would share that agree
    with the commonest value as often as these, each by itself: that spares good sources, but also a feed that is
    itself the commonest voice.
    """
    with_most, met = _with_most(things)
    agreed: dict[tuple[str, str], int] = defaultdict(int)
    shares: dict[tuple[str, str], float] = defaultdict(float)
    together: dict[tuple[str, str], int] = defaultdict(int)
    sizes = [min(CROWD, sum(map(len, thing.sources))) for thing in things]
    stride = 1 + sum(size * (size - 1) // 2 for size in sizes) // COUNTED
    for thing in things:
        if stride > 1 and crc32(thing.name.encode("utf-8", "surrogatepass")) % stride:
            continue
        counts = [len(sources) for sources in thing.sources]
        others = sum(counts) - 1
        if others < 2:
            continue
        said = sorted((source, at) for at, sources in enumerate(thing.sources) for source in sources)[:CROWD]
        for (a, mine), (b, theirs) in combinations(said, 2):
            together[a, b] += 1
            agreed[a, b] += mine == theirs
            shares[a, b] += (counts[mine] + counts[theirs] - (3 if mine == theirs else 1)) / 2 / others
    found = {}
    for (a, b), count in together.items():
        by_quality = with_most[a] * with_most[b] + (1 - with_most[a]) * (1 - with_most[b]) * met
        chance = (shares[a, b] / count + by_quality) / 2
        more = (agreed[a, b] / count - chance) / (1 - chance) * count / (count + TOGETHER) if chance < 1 else 0.0
        if more > 0.05:
            found[a, b] = min(1.0, more)
    return found


def _with_most(things: Sequence[_Thing]) -> tuple[dict[str, float], float]:
    """How often each source gives the value that is commonest without it, and how often two that do not, agree."""
    hits: dict[str, float] = defaultdict(float)
    given: dict[str, int] = defaultdict(int)
    same = pairs = 0
    for thing in things:
        counts = [len(sources) for sources in thing.sources]
        if sum(counts) < 3:
            continue
        rest = counts[:]
        rest.remove(max(rest))
        same += sum(n * (n - 1) for n in rest)
        pairs += sum(rest) * (sum(rest) - 1)
        for at, sources in enumerate(thing.sources):
            left = [n - (place == at) for place, n in enumerate(counts)]
            hit = (left[at] == max(left)) / left.count(max(left))
            for source in sources:
                hits[source] += hit
                given[source] += 1
    return {source: hits[source] / count for source, count in given.items()}, same / pairs if pairs else 0.0


# --- probabilities -----------------------------------------------------------------------------------------------


def features(things: Sequence[_Thing]) -> dict[str, list[dict[str, float]]]:
    """What the calibration knows of each value of each thing: who is for it and against it, and how far all agree."""
    shares: dict[str, list[float]] = defaultdict(list)
    for thing in things:
        shares[thing.attribute].append(max(map(len, thing.sources)) / sum(map(len, thing.sources)))
    by_attribute = {attribute: sum(found) / len(found) for attribute, found in shares.items()}
    everywhere = sum(map(sum, shares.values())) / max(1, len(things))
    return {thing.name: _features(thing, by_attribute[thing.attribute], everywhere) for thing in things}


def _features(thing: _Thing, attribute: float, everywhere: float) -> list[dict[str, float]]:
    counts = [len(sources) for sources in thing.sources]
    count, gained = sum(counts), sum(thing.gain)
    best = max(range(len(counts)), key=lambda at: (thing.posterior[at], -at))
    rows = []
    for at, gain in enumerate(thing.gain):
        rival = max((other for place, other in enumerate(thing.gain) if place != at), default=0.0)
        near = sum(closeness * counts[other] for other, closeness in thing.near[at])
        rows.append(
            {
                "one": 1.0,
                "posterior": max(-8.0, min(8.0, _logit(thing.posterior[at]))),
                "share": _logit((counts[at] + 0.5) / (count + 1)),
                "weight_share": math.log((gain + 0.3) / (gained - gain + 0.3)),
                "lead": (gain - rival) / (gained + 0.3),
                "best": float(at == best),
                "voters": math.log(count),
                "dependent": 1 - thing.votes[at] / counts[at],
                "spread": -sum(n / count * math.log(n / count) for n in counts),
                "near": near / count,
                "attribute": _logit(min(0.99, attribute)),
                "everywhere": _logit(min(0.99, everywhere)),
            }
        )
    return rows


def commonest(counts: Sequence[int]) -> int:
    """The place of the value that most sources give; of several, the first."""
    return max(range(len(counts)), key=lambda at: (counts[at], -at))


def _probabilities(thing: _Thing, rows: Sequence[Mapping[str, float]]) -> list[float]:
    """The calibrated probability of each value; together at most 1, since all may be wrong.

    That of the commonest value stands; the others share what it leaves.
    """
    first = commonest([len(sources) for sources in thing.sources])
    found = []
    for at, row in enumerate(rows):
        weights = _weights()["commonest" if at == first else "other"]
        total = sum(weight * row[name] for name, weight in weights.items())
        found.append(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))))
    rest = sum(found) - found[first]
    scale = min(1.0, (1 - found[first]) / rest) if rest else 1.0
    return [p if at == first else p * scale for at, p in enumerate(found)]


@cache
def _weights() -> dict[str, dict[str, float]]:
    source = files("claims").joinpath("tables", "truth.toml").read_text("utf-8")
    return {
        kind: {name: float(weight) for name, weight in table.items()} for kind, table in tomllib.loads(source).items()
    }


def _logit(p: float) -> float:
    p = min(1 - 1e-9, max(1e-9, p))
    return math.log(p / (1 - p))
