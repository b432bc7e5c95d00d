"""A short claim against a longer sentence: which of the many figures there is meant, and does it bear the claim out.

The sentence may say it in words of its own, so that only what the claim is about, what its figure measures and how
large it is tell which figure answers it. Asked where the comparison of whole sentences finds nothing.
"""

import datetime
from itertools import pairwise
from math import inf
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import apart_en, named_en
from claims.compare.facets import date, period, quantity, scope
from claims.compare.facets.matched import figures_of_both
from claims.compare.facets.measured import Figure, is_age, partitive, told_before
from claims.compare.facets.period import Days, span_of, touch
from claims.compare.figures.reckoned import amounts
from claims.compare.intervals import MONEY, Interval, apart, comparable, meets, undecided
from claims.compare.tokens import DATE, Tokens
from claims.compare.values import Comparison, Direction, Features, of_one
from claims.model import Facet, Quantity, RelationKind
from evidence.text import lazy_re as re

LONGER = 1.15
"""How much more content the sentence must have than the claim."""
BOUND, ROUGH, PLAIN = 0.65, 1.0, 1.6
"""Least fit of a figure to a claim that gives a bound, to one that says about or just so many, and to a plain value."""
CLOSE = 0.9
"""What it adds at most that a figure is of the size that the claim speaks of."""
FULLER = 1.3
"""How many times as many words the fuller one of two statements has that tell the same."""
SURE = 0.6
"""The score of an answer to a claim that gives a bound; an answer to a plain value is a little less sure."""
ONLY = 0.35
"""What it adds that no other figure of the sentence could answer."""
STRICT = 0.4
"""How much better it must fit where nobody laid the two side by side."""
NAMELESS = 0.4
"""How much better the figure must fit where the sentence does not name what the claim is about."""
SIZED = frozenset({"count", "count:people", "count:times", "share", "time", *MONEY, "money"})
"""Dimensions of all sorts of things: that two figures share one of them says little."""


_NONE: frozenset[str] = frozenset()


class Sides(NamedTuple):
    """The claim and the sentence of a pair, whichever way round they came."""

    pair: Pair
    claim: Features
    sentence: Features
    direction: Direction
    """That the sentence says more."""

    @property
    def mine(self) -> Tokens:
        """The words of the claim."""
        return self.claim.tokens

    @property
    def theirs(self) -> Tokens:
        """The words of the sentence."""
        return self.sentence.tokens


def relation(pair: Pair, *, plain: bool = True) -> Comparison | None:
    """What the sentence makes of the claim; None when it does not speak of it. `plain`: claims without a bound too."""
    sides = sides_of(pair)
    if sides is None:
        return None
    found = (_by_quantity(sides, plain=plain), _by_date(sides))
    if found[0] is None and found[1] and found[1].kind is not RelationKind.CONFLICTS and _figures(sides):
        return None  # its time is borne out; its figure is what it asks for
    answers = [answer for answer in found if answer is not None]
    clash = next((answer for answer in answers if answer.kind is RelationKind.CONFLICTS), None)
    return clash or (answers[0] if answers else None)


def sides_of(pair: Pair) -> Sides | None:
    """The claim and the sentence of a pair; None where neither says much more than the other."""
    if pair.a.language != pair.b.language:
        return None
    mine, theirs = pair.sizes
    if theirs >= LONGER * mine:
        return Sides(pair, pair.a, pair.b, "b_to_a")
    return Sides(pair, pair.b, pair.a, "a_to_b") if mine >= LONGER * theirs else None


@of_one
def _named(pair: Pair) -> bool:
    """Whether the sentence of a pair speaks of what its claim is about."""
    sides = sides_of(pair)
    return sides is not None and of_one_subject(sides)


def of_one_subject(sides: Sides) -> bool:
    """Whether the sentence names what the claim is about, or has the better part of its words."""
    theirs = _lines(sides.sentence)
    plain, looked_for, named, names = _looked_for(sides.claim)
    if _shared(looked_for, theirs) >= max(1.0, 0.4 * plain):
        return True
    return bool(named) and _shared(names, theirs) >= (1 if named < 5 else 2)


@of_one
def _lines(features: Features) -> str:
    """The stems of a statement, those of what its figures count too, each on a line of its own."""
    counted = [words.stem(word) for one in features.quantities for word in _latin.findall(one.text.lower())]
    return "\n".join(["", *features.tokens.stems, *counted, ""])


_latin = re.compile(r"[a-z]{3,}")


@of_one
def _looked_for(features: Features) -> tuple[int, tuple[str, ...], int, tuple[str, ...]]:
    """How many stems with content are no names, and each as it is looked for among lines; the same of names."""
    tokens = features.tokens
    told = tokens.rare - _MANNER
    plain = [stem for stem, name in zip(tokens.stems, tokens.name, strict=True) if not name and stem in told]
    return len(plain), _as_lines(plain), len(tokens.named), _as_lines(tokens.named)


_MANNER = frozenset(map(words.stem, ["exactly", "precisely", "approximately", "roughly", "barely", "altogether"]))
"""Words that tell how a figure is meant, not what is told."""


def _as_lines(stems: list[str]) -> tuple[str, ...]:
    """Each stem once; a short one as a whole line, a longer one may be part of another."""
    return tuple(stem if len(stem) > 3 else f"\n{stem}\n" for stem in dict.fromkeys(stems))


def _shared(looked_for: tuple[str, ...], lines: str) -> int:
    """How many stems stand among others."""
    return len([stem for stem in looked_for if stem in lines])


# --- figures -----------------------------------------------------------------------------------------------------


def _by_quantity(sides: Sides, *, plain: bool) -> Comparison | None:
    turned = sides.claim is sides.pair.b
    asked, figures = figures_of_both(sides.pair)[turned], figures_of_both(sides.pair)[not turned]
    asked = [one for one in asked if (plain or _asks(sides, one)) and not _difference(sides.mine, one.place)]
    ages = [one for one in asked if is_age(one)]
    if len(ages) < len(asked):
        asked = [one for one in asked if one not in ages]  # in people older than 65: who is meant, not what is said
    if not asked:
        return None
    given = [*figures, *_stretches(sides)]
    fits = [fit for one in asked if (fit := _best(sides, one, _alike(sides, one, given))) is not None]
    if not fits:
        return None
    clashes = [(one, other) for one, other in fits if not meets(one.interval, other.interval)]
    if clashes:
        one, other = clashes[0]
        if _explained(sides, one, other):
            return None
        reason = quantity.clash(one, other)
        return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6, reasons=(reason,))
    one, other = fits[0]
    if sides.claim.language == "en" and undecided(one.interval, other.interval):
        return None
    reason = f"“{other.quantity.text}” bears out “{one.quantity.text}”"
    score = SURE if _asks(sides, one) else SURE - 0.05
    return _agreement(sides, Facet.QUANTITY, score, reason)


def _alike(sides: Sides, asked: Figure, given: list[Figure]) -> list[Figure]:
    """The figures that are ages, or of an earlier time, if the one asked for is, and else none that is."""
    found = [one for one in given if one.interval.dimension != "time" or is_age(one) == is_age(asked)]
    if sides.claim.language != "en" or told_before(sides.mine, asked.place):
        return found
    return [one for one in found if not told_before(sides.theirs, one.place)] or found


def _agreement(sides: Sides, facet: Facet, score: float, reason: str) -> Comparison:
    """The sentence bears the claim out; it refines it when it says a good deal more."""
    if len(sides.theirs.stems) < FULLER * len(sides.mine.stems):
        return Comparison(kind=RelationKind.CORROBORATES, facet=facet, score=score, reasons=(reason,))
    return Comparison(kind=RelationKind.REFINES, facet=facet, score=score, direction=sides.direction, reasons=(reason,))


def _explained(sides: Sides, one: Figure, other: Figure) -> bool:
    """Whether the two figures are of other things after all: other times, parts, directions."""
    pair = sides.pair
    if pair.given and pair.a.language == "en" and quantity.told_otherwise(one, other, sides.claim, sides.sentence):
        return True
    if apart_en.of_its_part(pair) or (pair.given_english and named_en.in_two_places(pair)):
        return True
    if (
        period.disjoint(pair)
        or scope.turned_about(one, other)
        or (scope.in_one_day(pair) and scope.spans_a_day(sides.claim))
    ):
        return True
    near = _clause(sides.claim, one.place), _clause(sides.sentence, other.place)
    if any({mine, theirs} <= near[0] | near[1] for mine, theirs in scope.contrasts(pair)):
        return True
    if (one.measures | other.measures) & scope.PERSONAL and scope.own_names(pair) is not None:
        return True
    if pair.given and _asks(sides, one):
        return False
    if not pair.given and (next(scope.of_other_things(pair), None) or period.one_vague(pair)):
        return True
    part = partitive(sides.mine, one.place) != partitive(sides.theirs, other.place)
    return part or next(scope.apart(pair), None) is not None


def _best(sides: Sides, one: Figure, given: list[Figure]) -> tuple[Figure, Figure] | None:
    """The figure of the sentence that answers one of the claim."""
    least = STRICT * (not sides.pair.given)
    least += BOUND if one.interval.bound else ROUGH if _asks(sides, one) else PLAIN
    scored = [(fit, other) for other in given if (fit := _fit(sides, one, other, least)) is not None]
    if not scored:
        return None
    lead = _lead(sides.mine, one.place) if sides.pair.given else ""
    led = {other.place for _, other in scored if lead and lead == _lead(sides.theirs, other.place)}
    fit, other = max(scored, key=lambda entry: (entry[0] + LED * (entry[1].place in led), -entry[1].place))
    if len(scored) == 1:
        fit += ONLY
    if fit < least or (fit < least + NAMELESS and not _named(sides.pair)):
        return None
    return _like(one, other), other


def _figures(sides: Sides) -> bool:
    """Whether an English claim gives a figure besides its times."""
    return sides.claim.language == "en" and bool(amounts(sides.claim))


_EXACT = frozenset(["just", "only", "exactly", "precisely", "仅", "只", "恰好", "正好", "刚好", "仅有", "只有"])


def _asks(sides: Sides, one: Figure) -> bool:
    """Whether a figure is put as such claims put it: with a bound, as about so many, or as just so many."""
    before = sides.mine.words[max(0, one.place - 2) : one.place]
    return one.interval.bound or one.interval.about or not _EXACT.isdisjoint(before)


_COMPARING, _MORE = frozenset(["比", "较"]), frozenset(["多", "少", "高", "低", "早", "晚", "快", "慢", "长", "短"])


def _difference(tokens: Tokens, place: int) -> bool:
    """Whether a figure tells by how much two things differ: 比去年多一百斤."""
    if _COMPARING.isdisjoint(tokens.words):
        return False
    before = [tokens.words[i] for i in range(max(0, place - 12), place) if tokens.clause[i] == tokens.clause[place]]
    return not _COMPARING.isdisjoint(before) and not _MORE.isdisjoint(before[-2:])


def _stretches(sides: Sides) -> list[Figure]:
    """How long it is from one time of the sentence to the next: 1953 and 1969 are sixteen years."""
    times = _times(sides.theirs, sides.sentence) if len(sides.sentence.dates) > 1 else []
    found = []
    for (_, start, first), (place, end, last) in pairwise(times):
        begins, begun = start[0] or start[1] or "", start[1] or start[0] or ""
        ends, ended = end[0] or end[1] or "", end[1] or end[0] or ""
        if begun >= ends:
            continue
        least = (datetime.date.fromisoformat(ends) - datetime.date.fromisoformat(begun)).days
        most = (datetime.date.fromisoformat(ended) - datetime.date.fromisoformat(begins)).days
        middle, half = (least + most) / 2, (most - least) / 2
        span = Interval(middle, middle, "time", half, bound=False, about=True)
        text = f"{first} … {last}"
        found.append(
            Figure(Quantity(text=text, low=middle, high=middle, unit="days"), span, place, _NONE, _NONE, _NONE)
        )
    return found


def _like(one: Figure, other: Figure) -> Figure:
    """The claim's figure in the dimension of the other: a bare number can be an age or a sum of money."""
    mine, theirs = one.interval, other.interval
    if mine.dimension != "count" or one.quantity.unit is not None or mine.dimension == theirs.dimension:
        return one
    if theirs.dimension == "time" and "age" in other.measures and other.quantity.unit == "years":
        years = 365.25
        return one._replace(interval=mine._replace(low=mine.low * years, high=mine.high * years, dimension="time"))
    if theirs.dimension in MONEY | {"money"} and one.measures & words.measured_in()["money"]:
        return one._replace(interval=mine._replace(dimension=theirs.dimension))
    return one


def _fit(sides: Sides, one: Figure, other: Figure, least: float) -> float | None:
    """How well a figure of the sentence answers one of the claim; None when it cannot.

    Where it cannot come to so much as `least`, whatever words the two share, these are not looked at.
    """
    one = _like(one, other)
    if not comparable(one.interval, other.interval):
        return None
    fit = 0.6 if one.interval.dimension == other.interval.dimension and one.interval.dimension not in SIZED else 0.3
    if one.measures and other.measures:
        how_long = one.interval.dimension == "time" and ("age" in one.measures) == ("age" in other.measures)
        fit += 0.8 if one.measures & other.measures else 0.0 if how_long else -0.6
    if one.nouns and other.nouns:
        fit += 0.6 if one.nouns & other.nouns else -0.4
    far = apart(one.interval, other.interval)
    size = 0.0 if far is None else CLOSE * max(0.0, 1 - 3 * far) - 0.8 * far
    if fit + size + MOST_BY_WORDS + ONLY + LED * sides.pair.given < least:
        return -inf
    about = sides.mine.rare - one.nouns
    around = _clause(sides.sentence, other.place) | other.nouns
    fit += 0.3 * min(3, len(about & around))
    if not one.nouns & other.nouns and (one.nouns & around or other.nouns & about):
        fit += 0.3
    return fit if far is None else fit + CLOSE * max(0.0, 1 - 3 * far) - 0.8 * far


MOST_BY_WORDS = 1.2 + 1e-6
"""What the words around two figures add at most, and room for rounding."""
LED = 0.4
"""What it adds that one word leads to both figures: spent two months, spent eleven weeks."""


def _lead(tokens: Tokens, place: int) -> str:
    """The word with content right before a figure."""
    return tokens.stems[place - 1] if place and tokens.content[place - 1] else ""


def _clause(features: Features, place: int) -> frozenset[str]:
    """The content of a figure's clause, and of its nearest words beyond."""
    known = _clauses(features)
    if (found := known.get(place)) is None:
        tokens = features.tokens
        clause = tokens.clause[place]
        found = known[place] = frozenset(
            [
                stem
                for i, stem in enumerate(tokens.stems)
                if tokens.content[i] and (tokens.clause[i] == clause or abs(i - place) <= 5)
            ]
        )
    return found


@of_one
def _clauses(_: Features) -> dict[int, frozenset[str]]:
    """What `_clause` has found in a statement, by place."""
    return {}


# --- dates -------------------------------------------------------------------------------------------------------


def _by_date(sides: Sides) -> Comparison | None:
    """The time of the sentence that answers the claim's; only for a claim that gives a bound or a long stretch."""
    if not sides.claim.dates or not sides.sentence.dates:
        return None
    asked, given = _times(sides.mine, sides.claim), _times(sides.theirs, sides.sentence)
    if not _named(sides.pair) or not asked or not given or next(scope.apart(sides.pair), None) is not None:
        return None
    for place, days, text in asked:
        about = date.governed(sides.mine, place, ahead=sides.claim.language == "zh") | _DOORS & sides.mine.rare
        scored = [
            (len(about & _clause(sides.sentence, at)), touch(days, other), -at, other, said)
            for at, other, said in given
        ]
        best = max(scored)
        if best[0] == 0 and len(given) > 1:
            continue
        if not best[1] and _wide(days):
            reason = f"“{text}” and “{best[4]}” are different times"
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.DATE, score=0.55, reasons=(reason,))
        if best[0] and best[1] and _wide(days):
            reason = f"“{best[4]}” lies within “{text}”"
            return _agreement(sides, Facet.DATE, SURE, reason)
    return None


_DOORS = frozenset({"open", "close"})


def _times(tokens: Tokens, features: Features) -> list[tuple[int, Days, str]]:
    """The known times of one side: where they stand, their days, their words."""
    found = []
    for place in tokens.figured:
        number = tokens.number[place]
        if tokens.stems[place] == DATE and number < len(features.dates):
            one = features.dates[number]
            days = span_of(one, features, shared_time=False)[0]
            if days != (None, None):
                found.append((place, days, one.text))
    return found


def _wide(days: Days) -> bool:
    """Whether a time is a bound or longer than a year: the day itself the sentence would give in the same words."""
    return None in days or (days[0] or "")[:4] != (days[1] or "")[:4]
