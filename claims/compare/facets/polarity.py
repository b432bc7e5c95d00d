"""One says it, the other its opposite: negations that only one has, and words that are each other's contrary."""

from collections.abc import Iterator
from functools import cache

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import denied_en, excluded, paired_en
from claims.compare.facets import negated
from claims.compare.needed import Cue
from claims.compare.slots import passive
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features, Finding, Verdict, of_one
from claims.model import Facet

_CONVERSE = (
    "beat",
    "win",
    "winner",
    "lose",
    "loser",
    "runner-up",
    "defeat",
    "buy",
    "sell",
    "击败",
    "不敌",
    "胜",
    "负",
    "输",
    "买入",
    "卖出",
    "卖给",
)
"""Verbs with a contrary that says the same of exchanged parties: A beat B, B lost to A."""

RELATIONS = ("ahead", "behind", "above", "below", "over", "under", "before", "after", "upstream", "downstream")
"""Words that tell how one of two stands to the other: A is ahead of B, B is behind A."""


@cache
def _converse_stems() -> frozenset[str]:
    return frozenset(words.stem(word) for word in (*_CONVERSE, *RELATIONS))


def converse(pair: Pair) -> bool:
    """Whether the contraries of two statements are such verbs and the statements begin with different parties."""
    stems = _converse_stems()
    both = [(i, j) for i, j in contraries(pair) if stems & {pair.left.stems[i], pair.right.stems[j]}]
    told = [(i, j) for i, j in both if {pair.left.stems[i], pair.right.stems[j]} <= stems]
    if pair.a.language == "en" and any(_exchanged(pair, i, j) for i, j in told):
        return True  # A was runner-up to B, B won before A
    if not any(pair.left.stems[i] in stems for i, _ in both):
        return False
    if passive(pair.a) != passive(pair.b):
        return True  # beaten by B, lost to B
    if pair.a.language == "en" and any(_goal_is_subject(pair, i, j) for i, j in contraries(pair)):
        return True  # sold to the state, the state bought it
    if not pair.moved:
        return False
    i, j = next((i, j) for i, j in both if pair.left.stems[i] in stems)
    if pair.a.language == "en" and _called(pair.left, i) & _called(pair.right, j):
        return False  # Keiko Marsden won it, Keiko Marsden lost out
    firsts = (next((stem for stem in tokens.content_stems()), "") for tokens in (pair.left, pair.right))
    return len(set(firsts)) == 2


def _exchanged(pair: Pair, i: int, j: int) -> bool:
    """Whether the names before two contraries are two, and each statement has both; behind ahead and below."""
    mine, theirs = (
        next((tokens.stems[k] for k in _near(tokens, at) if tokens.name[k]), "")
        for tokens, at in ((pair.left, i), (pair.right, j))
    )
    return bool(mine and theirs) and mine != theirs and mine in pair.right.named and theirs in pair.left.named


def _near(tokens: Tokens, at: int) -> range:
    return range(at + 1, len(tokens.stems)) if tokens.words[at] in RELATIONS else range(at - 1, -1, -1)


def _goal_is_subject(pair: Pair, i: int, j: int) -> bool:
    """Whether whoever stands behind `to` in one statement does the contrary in the other."""
    sides = ((pair.left, i, pair.right, j), (pair.right, j, pair.left, i))
    return any(
        goal and goal == _subject(other, at) for tokens, place, other, at in sides for goal in [_goal(tokens, place)]
    )


def _goal(tokens: Tokens, place: int) -> str:
    """The word with content behind `to`, right behind a deed."""
    behind = range(place + 1, min(place + 4, len(tokens.words)))
    to = next((k for k in behind if tokens.words[k] == "to"), -1)
    return _next(tokens, to) if to >= 0 else ""


def _subject(tokens: Tokens, place: int) -> str:
    """The word with content right before a deed."""
    before = (k for k in range(place - 1, max(-1, place - 4), -1) if tokens.content[k])
    return next((tokens.stems[k] for k in before if tokens.clause[k] == tokens.clause[place]), "")


def _called(tokens: Tokens, place: int) -> set[str]:
    """The names before a place."""
    return {tokens.stems[k] for k in range(place) if tokens.name[k]}


@of_one
def contraries(pair: Pair) -> list[tuple[int, int]]:
    """Places of words of a and b that are left over and say the contrary of each other, one for one."""
    used: set[int] = set()
    found: list[tuple[int, int]] = []
    if not (_may_oppose(pair.left) and _may_oppose(pair.right)):
        return found
    mine = _opposable(pair.left, _own(pair, 0))
    if not mine:
        return found
    theirs = _opposable(pair.right, _own(pair, 1))
    for i in mine:
        for j in theirs:
            if j in used or not _opposed(pair, i, j) or not _alike_placed(pair, i, j):
                continue
            if not _both_ways(pair, i, j) and not _each_then(pair, i, j):
                used.add(j)
                found.append((i, j))
                break
    return found


def _may_oppose(tokens: Tokens) -> bool:
    """Whether some word of a statement has a contrary."""
    return any(not words.opposites(group).keys().isdisjoint(tokens.seen) for group in _CONTRARY)


_CONTRARY = ("antonyms", "of_one_thing")


def _opposed(pair: Pair, i: int, j: int) -> bool:
    """Whether two words are contraries, by themselves or because both are said of the same thing."""
    mine, theirs = pair.left.stems[i], pair.right.stems[j]
    if words.opposed(mine, theirs):
        return not (_its_own_defeat(pair.left, i, theirs) or _its_own_defeat(pair.right, j, mine))
    if not words.opposed_of_one(mine, theirs):
        return False
    thing = _thing(pair.left, i)
    return bool(thing) and thing == _thing(pair.right, j)


def _its_own_defeat(tokens: Tokens, place: int, other: str) -> bool:
    """Whether a word is the noun for having lost, set against a verb for that: his nine defeats, lost nine fights."""
    if tokens.words[place] not in {"defeat", "defeats"} or other != words.stem("lose"):
        return False
    before = tokens.words[place - 1] if place else ""
    return tokens.number[place - 1] >= 0 or before in _OF_ITS_OWN or before.endswith(("th", "rd", "nd", "first"))


_OF_ITS_OWN = frozenset(
    ["a", "the", "his", "her", "its", "their", "in", "and", "of", "narrow", "heavy", "only", "straight"]
)


def _thing(tokens: Tokens, place: int) -> str:
    """What a deed is done to: the content word behind it, or before it where the clause ends with the deed."""
    after = range(place + 1, len(tokens.stems))
    before = range(place - 1, -1, -1)
    for reach in (after, before):
        inside = [i for i in reach if tokens.content[i] and tokens.clause[i] == tokens.clause[place]][:2]
        if inside:
            lone = len(inside) == 2 and len(tokens.words[inside[0]]) == 1 and abs(inside[1] - inside[0]) == 1
            return "".join(tokens.stems[i] for i in sorted(inside if lone else inside[:1]))
    return ""


def _opposable(tokens: Tokens, places: list[int]) -> list[int]:
    """The places of words that have a contrary; who is called the opposition opposes nothing by that."""
    opposites, of_one = (words.opposites(group) for group in _CONTRARY)
    found = [i for i in places if tokens.stems[i] in opposites or tokens.stems[i] in of_one]
    found = [i for i in found if tokens.words[i] != "opposition" or tokens.words[i + 1 : i + 2] == ["to"]]
    found = [i for i in found if tokens.words[i] != "lives" or not _are_lost(tokens, i)]
    return [i for i in found if not (len(tokens.words[i]) == 1 and _of_both_ways(tokens, i))]


def _are_lost(tokens: Tokens, place: int) -> bool:
    """Whether `lives` is the noun: with the loss of 31 lives, the flood took their lives."""
    before = place - 1
    return before >= 0 and (tokens.number[before] >= 0 or tokens.words[before] in _BEFORE_LIVES)


_BEFORE_LIVES = frozenset(["the", "their", "of", "no", "many", "several", "some", "hundreds", "thousands", "private"])


def _of_both_ways(tokens: Tokens, place: int) -> bool:
    """Whether a character stands beside its contrary in one word, which opposes nothing: 升降台, 买卖."""
    beside = [i for i in (place - 1, place + 1) if 0 <= i < len(tokens.words)]
    return any(words.opposed(tokens.stems[place], tokens.stems[i]) for i in beside)


def _both_ways(pair: Pair, i: int, j: int) -> bool:
    """Whether each statement has both sides: supports one thing and opposes another, is against that and for this."""
    if pair.a.language != "en" or pair.closeness >= ALIKE_BUILT:
        return False
    if not words.opposed(pair.left.stems[i], pair.right.stems[j]):
        return False
    known = words.opposites("antonyms")
    mine, theirs = known[pair.left.stems[i]], known[pair.right.stems[j]]
    here = any(stem in mine and k != i for k, stem in enumerate(pair.left.stems))
    return here and any(stem in theirs and k != j for k, stem in enumerate(pair.right.stems))


def _each_then(pair: Pair, i: int, j: int) -> bool:
    """Whether each word has a time behind it that both tell, and not the same: launched in 1911, scrapped in 1935."""
    if pair.a.language != "en" or len(pair.a.dates) < SEVERAL or len(pair.b.dates) < SEVERAL:
        return False
    mine, theirs = _time_behind(pair.a, i), _time_behind(pair.b, j)
    if not mine or not theirs or mine == theirs:
        return False
    return mine in {one.first for one in pair.b.dates} and theirs in {one.first for one in pair.a.dates}


SEVERAL = 2


def _time_behind(side: Features, place: int) -> str | None:
    """The first day of the time that stands in a clause behind a word, no other deed between."""
    tokens = side.tokens
    for k in range(place + 1, len(tokens.words)):
        if tokens.clause[k] != tokens.clause[place] or tokens.words[k] in _NEXT_DEED:
            return None
        if tokens.words[k] == DATE and tokens.number[k] < len(side.dates):
            return side.dates[tokens.number[k]].first
    return None


_NEXT_DEED = frozenset({"and", "but"})
ALIKE_BUILT = 0.75
"""From this closeness on, contraries that stand in one place are said of one thing."""


def _alike_placed(pair: Pair, i: int, j: int) -> bool:
    """A small word such as before opposes after only in front of the same; up opposes down at one figure."""
    if pair.left.words[i] in _UP_AND_DOWN or pair.right.words[j] in _UP_AND_DOWN:
        mine, theirs = _figure_behind(pair.a, i), _figure_behind(pair.b, j)
        return mine is not None and mine == theirs
    if pair.left.content[i] and pair.right.content[j]:
        return True
    return _next(pair.left, i) == _next(pair.right, j)


_UP_AND_DOWN = frozenset({"up", "down"})


def _figure_behind(side: Features, place: int) -> tuple[float | None, float | None] | None:
    """The value of the figure right behind a word: up 4.3 percent, rose by a tenth."""
    behind = range(place + 1, min(place + 3, len(side.tokens.words)))
    for i in behind:
        number = side.tokens.number[i]
        if side.tokens.words[i] == QUANTITY and number < len(side.quantities):
            return side.quantities[number].low, side.quantities[number].high
        if side.tokens.words[i] != "by":
            break
    return None


def _next(tokens: Tokens, place: int) -> str:
    after = range(place + 1, len(tokens.stems))
    return next((tokens.stems[i] for i in after if tokens.content[i] or tokens.number[i] >= 0), "")


def _own(pair: Pair, side: int) -> list[int]:
    """The places of what only one statement has, but for denials that the other says with a contrary."""
    own = (pair.only_b if side else pair.only_a) + _loose((pair.left, pair.right)[side], pair, side=side)
    gone = _denials(pair, side)
    return [i for i in own if i not in gone] if gone else own


def _loose(tokens: Tokens, pair: Pair, *, side: int) -> list[int]:
    """Words without content of their own that may still oppose: before, after, left, more, less, 前, 后."""
    kept = {match[side] for match in pair.matched}
    return [
        i
        for i, stem in enumerate(tokens.stems)
        if not tokens.content[i] and i not in kept and stem in words.opposites("antonyms")
    ]


def _denials(pair: Pair, side: int) -> set[int]:
    """The places of the denials that the other statement says with a contrary."""
    return {one.denial for one in pair.denied if one.side == side}


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
    opposite = contraries(pair)
    if opposite and converse(pair):
        return  # A sold to B, B bought from A
    turned_a = (
        negated.negations(pair.a)
        + negated.prefixed(pair, pair.left, pair.right)
        + negated.lacking(pair, pair.left, pair.right)
    )
    turned_b = (
        negated.negations(pair.b)
        + negated.prefixed(pair, pair.right, pair.left)
        + negated.lacking(pair, pair.right, pair.left)
    )
    if not (opposite or turned_a or turned_b):
        return
    turned_a = [i for i in turned_a if not negated.in_aside(pair, pair.left, i, pair.right, pair.b.key)]
    turned_b = [j for j in turned_b if not negated.in_aside(pair, pair.right, j, pair.left, pair.a.key)]
    turned_a = [i for i in turned_a if not negated.both_given_up(pair.left, i, pair.b.key)]
    turned_b = [j for j in turned_b if not negated.both_given_up(pair.right, j, pair.a.key)]
    if pair.denied:
        answered = [{one[side] for one in pair.denied} | _denials(pair, side) for side in (0, 1)]
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


NO_CLASH = 0.4
"""A weight that bears no conflict, but no agreement either."""


def _only_seems(pair: Pair, *, opposed: bool) -> bool:
    """Whether the two say one thing though only one of them negates, or they use contrary words."""
    if excepting(pair) or (not opposed and _both_ceased(pair)):
        return True
    if pair.a.language != "en":
        return False
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


_except = Cue(r"\bexcept|\bapart from\b|\bother than\b|除|以外")
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
