"""Amounts of two claims that answer to each other in two accounts, and cannot both hold."""

from collections.abc import Iterator
from datetime import date as day
from datetime import timedelta
from itertools import product

from claims.compare import words
from claims.compare.akin import alike, kindred
from claims.compare.alignment import Pair
from claims.compare.facets import period, scope
from claims.compare.facets.matched import figures_of_both
from claims.compare.facets.measured import Figure, is_age, partitive
from claims.compare.facets.quantity import clash
from claims.compare.intervals import apart, comparable, meets
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import written
from claims.model import Facet
from evidence.text import lazy_re as re

LARGE = 10**4
"""From this number on, what is counted is seldom said twice."""
MANY = 20
"""From this number on, an amount that both give is no coincidence."""
ONE_SIZE, FIVEFOLD, TENFOLD = 0.31, 0.7, 1.0
"""Up to twice as much, and from there on no version of one amount, in factors of ten."""
MUCH = 2.0
"""So much content that both have shows what a number is of that one does not say."""


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The only amount of its sort in each that the other has not, and they cannot both hold."""
    mine, theirs = ([one for one in own if not of_a_whole(side, one)] for side, own in sides(pair))
    alike = [(a, b) for a, b in product(mine, theirs) if _alike(pair, a, b) and _of_one_sort(a, b)]
    met = [(a, b) for a, b in alike if meets(a.interval, b.interval) or rounded(a, b)]
    both = [(a, b) for a, b in alike if not any(a is first or b is second for first, second in met)]
    for one, other in both:
        if not of_one_size(one, other) or deducted(pair) or _all_and_part(pair, one, other) or _drawn(pair, one, other):
            continue
        if _alone(one, [first for first, _ in both]) and _alone(other, [second for _, second in both]):
            if not _apart(pair):
                yield Facet.QUANTITY, clash(one, other)
            return


def of_other_things(pair: Pair) -> bool:
    """Whether two English claims share no more than a number, and count other things with it: entries, postcards."""
    if pair.shared_words > 0 or pair.a.language != "en" or pair.b.language != "en":
        return False
    (mine, ones), (theirs, others) = sides(pair)
    met = [(one, other) for one, other in product(ones, others) if meets(one.interval, other.interval)]
    return (
        bool(met)
        and all(
            one.interval.dimension != other.interval.dimension or one.interval.dimension == "count"
            for one, other in met
        )
        and not any(_of_like_things(_behind(mine, one), _behind(theirs, other)) for one, other in met)
    )


def _of_like_things(mine: list[str], theirs: list[str]) -> bool:
    return not mine or not theirs or any(kindred(one, other) for one in mine for other in theirs)


THING = 3
"""Words behind a number among which the noun stands that it counts."""


def _behind(tokens: Tokens, one: Figure) -> list[str]:
    """The stems of the words right behind a number, up to a small word."""
    found = []
    for place in range(one.place + 1, min(one.place + 1 + THING, len(tokens.words))):
        if not tokens.content[place] or tokens.clause[place] != tokens.clause[one.place]:
            break
        found.append(tokens.stems[place])
    return found


def of_one_size(one: Figure, other: Figure) -> bool:
    """Whether two amounts are near enough to be versions of one."""
    far = apart(one.interval, other.interval)
    return far is None or far <= TENFOLD


_deducted = Cue(
    r"\b(?:net|gross|pre-?tax|after[- ]tax|adjusted|underlying|operating|organic|nominal)\b"
    r"|税[前后]|扣非|[净毛](?:利|额|值|[亏盈收赚损赔]|重|得|流|增|减)"
)
"""Words that say of a sum what was taken off it before it was told."""


def deducted(pair: Pair) -> bool:
    """Whether only one claim says of a sum what was taken off it before it was told."""
    found = ({match[0] for match in _deducted.finditer(side.key)} for side in (pair.a, pair.b))
    return next(found) != next(found)


def all_of_part(pair: Pair) -> bool:
    """Whether each two figures that differ may be all there is and a part of it."""
    differ = [both for both in product(*figures_of_both(pair)) if not meets(both[0].interval, both[1].interval)]
    return bool(differ) and all(_all_and_part(pair, one, other) for one, other in differ)


def _all_and_part(pair: Pair, one: Figure, other: Figure) -> bool:
    """Whether only one claim counts all there is and gives more, or only one counts a part and gives less.

    Who adds up all there is and comes to less than another account says contradicts it.
    """
    mine, theirs = written(pair.a), written(pair.b)
    more = one.interval.low > other.interval.high
    for said, turned in ((_all_told, False), (_part_told, True)):
        found = bool(said.search(mine)), bool(said.search(theirs))
        if found[0] != found[1] and (found[0] == more) != turned:
            return True
    return False


def _drawn(pair: Pair, one: Figure, other: Figure) -> bool:
    """Whether what only one claim tells to have gone out of a thing is less than the other tells to be in it."""
    mine, theirs = (bool(_gone.search(side.key)) for side in (pair.a, pair.b))
    more = one.interval.low > other.interval.high
    return (mine, theirs) == ((False, True) if more else (True, False))


_gone = Cue(
    r"\b(?:leak(?:ed|s|ing)?|spill(?:ed|s)?|spilt|escap(?:ed|es)|withdr[ae]w\w*|drained|pumped out|siphoned)\b"
    r"|泄漏|泄出|外泄|漏[出了掉]|流[出失]|抽[出走]|提[走取]"
)
"""Words for what goes out of what holds more of it."""


_all_told = re.compile(
    r"\b(?:in all|made up of|consist(?:s|ed|ing) of|all told|altogether|in total|combined|taken together|including"
    r"|if you (?:count|add)"
    r"|(?<!est )(?<!most )(?<!first )since)\b"
    r"|组成|都算|全算|加起来|加在一起|加上|合计|总共|一共|共计|累计|至今|以来"
)
_part_told = re.compile(
    r"\b(?:alone|not (?:counting|including)|excluding|without counting|opening (?:day|night|weekend|week)"
    r"|first (?:day|night|weekend|week))\b|不[包含]括?|仅|首[日周]"
    r"|(?:^|[,。;:、 ])[光单](?:是|算|论|说)?"
)
"""Words that say of how much a figure is the sum: all there is, or a part of it."""


def _alone(one: Figure, all_of: list[Figure]) -> bool:
    """Whether a claim gives no other amount than this one, or gives it once more in another unit."""
    return all(
        one is other or (meets(one.interval, other.interval) and one.quantity.unit != other.quantity.unit)
        for other in all_of
    )


def sides(pair: Pair) -> tuple[tuple[Tokens, list[Figure]], tuple[Tokens, list[Figure]]]:
    """The words and the figures of each."""
    return (pair.left, figures_of_both(pair)[0]), (pair.right, figures_of_both(pair)[1])


def of_a_whole(tokens: Tokens, one: Figure) -> bool:
    """Whether a figure is told as a part of what is known already: four of the victims, not 90 children of the town."""
    after = tokens.words[one.place + 1 : one.place + 3]
    return partitive(tokens, one.place) or (not one.nouns and after[:1] == ["of"] and after[1:] in _KNOWN)


_KNOWN = [["the"], ["its"], ["their"], ["our"], ["his"], ["her"], ["these"], ["those"]]


def _alike(pair: Pair, one: Figure, other: Figure) -> bool:
    """Whether two amounts can be set against each other; speech leaves out metres and millions of what."""
    if comparable(one.interval, other.interval):
        return True
    bare = [each for each in (one, other) if each.interval.dimension == "count" and not each.nouns]
    far = apart(one.interval, other.interval)
    if len(bare) != 1 or far is None or far >= (FIVEFOLD if pair.shared_words >= MUCH else ONE_SIZE):
        return False
    return bare[0].interval.low > MANY or bool(bare[0].interval.low % 1)


def rounded(one: Figure, other: Figure) -> bool:
    """Whether one amount is told in another unit or rougher than the other: six weeks, a month and a half; half."""
    low, high = sorted((one.interval.low, other.interval.low))
    if one.interval.dimension != other.interval.dimension:
        return False
    if one.interval.dimension == "share" and any(_part.search(each.quantity.text) for each in (one, other)):
        return high - low < 5  # 五成五 is 55 %, give or take
    return one.interval.dimension == "time" and one.quantity.unit != other.quantity.unit and high <= 1.1 * low


_part = re.compile(r"[成半]|分之|\b(?:half|third|quarter|fifth)s?\b")


def _of_one_sort(one: Figure, other: Figure) -> bool:
    """Whether two amounts may measure the same: by what is measured and by what is counted."""
    mine, theirs = _measured(one), _measured(other)
    if (mine and theirs and mine.isdisjoint(theirs)) or scope.turned_about(one, other) or is_age(one) != is_age(other):
        return False
    counted = [each for each in (one, other) if each.interval.dimension.startswith("count")]
    if len(counted) < 2 or not mine.isdisjoint(theirs):
        return True
    if any(alike(noun, rival) for noun in one.nouns for rival in other.nouns):
        return True
    if one.interval.dimension == other.interval.dimension != "count" and not (one.nouns and other.nouns):
        return True  # five were questioned, seven were
    bare = any(each.quantity.unit is None and not each.nouns for each in counted)
    return bare and min(one.interval.low, other.interval.low) >= LARGE  # millions of what was said before


def _measured(one: Figure) -> frozenset[str]:
    """What a figure measures, without what its own noun only says of whom: 600 residents left their homes."""
    if one.interval.dimension != "count:people":
        return one.measures
    whom = {measure for noun in one.nouns for measure in words.measures().get(noun, ())}
    return one.measures - whom


def _apart(pair: Pair) -> bool:
    """Whether figures that differ are of other things or times after all."""
    if any(scope.contrasts(pair)) or scope.in_one_day(pair) or scope.one_later(pair):
        return True
    return period.disjoint(pair) or period.one_vague(pair) or period.within_period(pair) or _years_apart(pair)


def _years_apart(pair: Pair) -> bool:
    """Whether only one tells its time, and that is long before the account of the other: at 260p in 2021, at 141p."""
    dated, other = (pair.a, pair.b) if pair.a.dates else (pair.b, pair.a)
    if other.dates or not dated.dates or other.day is None:
        return False
    since = (day.fromisoformat(other.day) - timedelta(LONG_AGO)).isoformat()
    return all(one.first is not None and one.last is not None and one.last < since for one in dated.dates)


LONG_AGO = 400
"""Days before an account of which it does not tell without saying when."""


__all__ = ["all_of_part", "clashes", "deducted", "of_a_whole", "of_one_size", "of_other_things", "rounded", "sides"]
