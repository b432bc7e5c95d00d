"""One says it, the other its opposite: negations that only one has, and words that are each other's contrary."""

from collections.abc import Iterator

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import denied_en, excluded, paired_en
from claims.compare.facets import negated
from claims.compare.facets.contraries import contraries, denials
from claims.compare.facets.converse import converse
from claims.compare.needed import Cue
from claims.compare.values import Features, Finding, Verdict, of_one
from claims.model import DateSpan, Facet
from evidence.text import lazy_re as re


def turned(pair: Pair) -> bool:
    """Whether one says the contrary of the other, or in English denies what the other does not.

    Where what they say it of is another too, both may be true: approved for adults, not approved for children.
    """
    if contraries(pair):
        return True
    return pair.a.language == pair.b.language == "en" and bool(negated.negations(pair.a)) != bool(
        negated.negations(pair.b)
    )


def findings(pair: Pair) -> Iterator[Finding]:
    """Whether one statement says the opposite of the other."""
    opposite = [both for both in contraries(pair) if not _of_none_of_them(pair, both)]
    if opposite and converse(pair):
        return  # A sold to B, B bought from A
    turned_a, turned_b = _turning(pair)
    if not (opposite or turned_a or turned_b):
        return
    turned_a, turned_b = (
        [i for i in turned if not _of_nothing_told(pair, i, first=first)]
        for turned, first in ((turned_a, True), (turned_b, False))
    )
    if pair.denied:
        answered = [{one[side] for one in pair.denied} | denials(pair, side) for side in (0, 1)]
        turned_a, turned_b = (
            [i for i in turned_a if i not in answered[0]],
            [j for j in turned_b if j not in answered[1]],
        )
    in_opposites_a, in_opposites_b = {i for i, _ in opposite}, {j for _, j in opposite}
    extra = sum(i not in in_opposites_a for i in turned_a) - sum(j not in in_opposites_b for j in turned_b)
    said = negated.said_plainly(pair, opposite, turned_a, turned_b)
    if not said and (extra % 2 if opposite else extra == 0):
        return
    if _only_seems(pair, opposed=bool(opposite or said)):
        return
    if said:
        yield _conflict(0.9, said)
        return
    if opposite:
        mine, theirs = pair.left.words[opposite[0][0]], pair.right.words[opposite[0][1]]
        yield _conflict(0.9, f"one says “{mine}”, the other “{theirs}”")
    else:
        longer, places = (pair.left, turned_a) if extra > 0 else (pair.right, turned_b)
        other, key = (pair.right, pair.b.key) if extra > 0 else (pair.left, pair.a.key)
        loose = pair.a.language == "en" and pair.closeness < negated.ALIKE
        if pair.a.language == "en" and denied_en.harmless(pair, places, first=extra > 0):
            return
        taken = negated.takes_back(longer, places, other, key, deed_only=loose)
        if taken or extra % 2:
            weight = 0.85 if taken or longer.stems[places[0]] not in words.negations() else 0.5
            if len(places) == 1 and negated.put_otherwise(pair, places[0], first=extra > 0):
                weight = NO_CLASH
            yield _conflict(weight, f"only one of them says “{longer.words[places[0]]}”")


def _turning(pair: Pair) -> tuple[list[int], list[int]]:
    """The places of what turns something in each statement: small words, prefixes, endings."""
    twice = negated.of_denials(pair)
    sides = ((pair.a, pair.left, pair.right), (pair.b, pair.right, pair.left))
    mine, theirs = (
        negated.negations(side) + negated.prefixed(pair, tokens, other) + negated.lacking(pair, tokens, other) + again
        for (side, tokens, other), again in zip(sides, twice, strict=True)
    )
    return mine, theirs


def _of_nothing_told(pair: Pair, place: int, *, first: bool) -> bool:
    """Whether what turns something in one statement turns nothing that the other tells."""
    tokens, other = (pair.left, pair.b) if first else (pair.right, pair.a)
    return (
        negated.in_aside(pair, tokens, place, other.tokens, other.key)
        or denied_en.beside(pair, place, first=first)
        or negated.both_given_up(tokens, place, other.key)
    )


_ALL, _NONE = frozenset({"all", "every", "each", "both"}), frozenset({"none", "no", "neither", "nobody"})


def _of_none_of_them(pair: Pair, both: tuple[int, int]) -> bool:
    """Whether one says of all and the other of none a deed of its own: cancelled all of them, none of them left."""
    said = {pair.left.words[both[0]], pair.right.words[both[1]]}
    if pair.a.language != "en" or not (said & _ALL and said & _NONE):
        return False
    sides = ((pair.left, pair.only_a), (pair.right, pair.only_b))
    return all(any(words.is_past(side.words[i]) and not side.name[i] for i in own) for side, own in sides)


NO_CLASH = 0.4
"""A weight that bears no conflict, but no agreement either."""


def _only_seems(pair: Pair, *, opposed: bool) -> bool:
    """Whether the two say one thing though only one of them negates, or they use contrary words."""
    if excepting(pair) or (not opposed and _both_ceased(pair)):
        return True
    if pair.a.language != "en":
        return False
    if not_since_then(pair) or _but_so_many(pair):
        return True
    if (opposed or pair.given) and excepts_alone(pair):
        return True  # cancelled in 1919, not held in 1919: held every year except in 1919
    if opposed and (_until_then(pair) or few(pair.a) != few(pair.b)):
        return True  # few are open, most are shut
    return pair.given and (paired_en.agree(pair) or excluded.only_seems_denied(pair, opposed=opposed))


_no_more = Cue(r"\bno longer\b|\b(?:not|n't) any ?(?:more|longer)\b|不再|不复|不[^,;。了]{1,3}了")
_ceased = Cue(
    r"\b(?:stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|quit(?:s|ting)?|discontinu(?:e|es|ed|ing)|halt(?:s|ed|ing)?|end(?:s|ed|ing)?"
    r"|g(?:i|a)ve(?:s|n)? up)\b|停止|终止|中止|停[办售产驶航飞播刊用发卖业]|戒|暂停|退[出选赛]|弃[选赛权]|放弃|告别"
    r"|取消|结束"
)


_except = Cue(
    r"\b(?:all|every\w*|none|nobody|no one)(?: \w+){0,2} but\b|\bexcept|\bapart from\b|\bother than\b|除|以外"
)
_only = Cue(r"\bonly\b|\bsole\b|\balone\b|仅|只有|唯一|唯有")


_hardly_any = Cue(r"(?<!a )(?<!the )(?<!first )(?<!last )(?<!next )(?<!past )\b(?:few|hardly|scarcely)\b")


@of_one
def few(features: Features) -> bool:
    """Whether a statement says something of hardly any: few of the shops."""
    return bool(_hardly_any.search(features.key))


def _until_then(pair: Pair) -> bool:
    """Whether one was so until a year from which, or later, the other is not: unknown until 1957, known since 1957."""
    return any(
        end.last and day.first and end.last[:4] <= day.first[:4]
        for one, other in ((pair.a, pair.b), (pair.b, pair.a))
        for end in one.dates
        if end.text.lower().startswith(("until", "till"))
        for day in other.dates
    )


def not_since_then(pair: Pair) -> bool:
    """Whether one was not done since a time at which, or before, the other was: not since 2009, last in 2009."""
    return any(
        since.text.lower().startswith("since")
        and not words.negations().isdisjoint(one.tokens.seen)
        and _not_after(since, other.dates)
        for one, other in ((pair.a, pair.b), (pair.b, pair.a))
        for since in one.dates
    )


def _not_after(since: DateSpan, times: tuple[DateSpan, ...]) -> bool:
    """Whether all that is dated lies at or before the first day of a time; of a year any day is that year."""
    days = [day.first for day in times if day.first]
    letters = 4 if _year.fullmatch(since.text) else 10
    return since.first is not None and bool(days) and max(days)[:letters] <= since.first[:letters]


_year = re.compile(r"(?i:since) \d{4}")
_all_but = Cue(r"\ball but (?:(?P<n>\w+)\b|\x01)")


def _but_so_many(pair: Pair) -> bool:
    """Whether one says all but so many, and the other that so many did not: all but two voted for it."""
    return any(
        _all_but.search(one.key)
        and not words.negations().isdisjoint(other.tokens.seen)
        and {(each.low, each.high) for each in one.quantities} & {(each.low, each.high) for each in other.quantities}
        for one, other in ((pair.a, pair.b), (pair.b, pair.a))
    )


def excepting(pair: Pair) -> bool:
    """Only X has none, all but X have some; only X survived, all except X died."""
    return _opposite_ways(_excepts(pair.a), _excepts(pair.b))


def excepts_alone(pair: Pair) -> bool:
    """Whether only one of two tells an exception, of which the other may speak: closed on Mondays, daily but Monday."""
    return _excepts(pair.a)[0] != _excepts(pair.b)[0]


@of_one
def _excepts(features: Features) -> tuple[bool, bool]:
    return bool(_except.search(features.key)), bool(_only.search(features.key))


def _opposite_ways(mine: tuple[bool, bool], theirs: tuple[bool, bool]) -> bool:
    return (mine[0] and theirs[1]) or (theirs[0] and mine[1])


def _both_ceased(pair: Pair) -> bool:
    """Whether one stops doing what the other does no longer."""
    return _opposite_ways(_ceases(pair.a), _ceases(pair.b))


@of_one
def _ceases(features: Features) -> tuple[bool, bool]:
    return bool(_no_more.search(features.key)), bool(_ceased.search(features.key))


def _conflict(weight: float, reason: str) -> Finding:
    return Finding(
        facet=Facet.POLARITY,
        verdict=Verdict.CONFLICT,
        weight=weight,
        reason=reason,
    )
