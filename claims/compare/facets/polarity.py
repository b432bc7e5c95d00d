"""One says it, the other its opposite: negations that only one has, and words that are each other's contrary."""

import re
from collections.abc import Iterator

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import excluded
from claims.compare.needed import Cue
from claims.compare.slots import passive
from claims.compare.tokens import DATE, Tokens
from claims.compare.values import Features, Finding, Verdict, of_one
from claims.features.cues import pattern
from claims.model import Facet

_CONVERSE = ("beat", "win", "lose", "defeat", "buy", "sell", "击败", "不敌", "胜", "负", "输", "买入", "卖出", "卖给")
"""Verbs with a contrary that says the same of exchanged parties: A beat B, B lost to A."""


def converse(pair: Pair) -> bool:
    """Whether the contraries of two statements are such verbs and the statements begin with different parties."""
    stems = {words.stem(word) for word in _CONVERSE}
    if not any(pair.left.stems[i] in stems for i, _ in contraries(pair)):
        return False
    if passive(pair.a) != passive(pair.b):
        return True  # beaten by B, lost to B
    if not pair.moved:
        return False
    i, j = next((i, j) for i, j in contraries(pair) if pair.left.stems[i] in stems)
    if pair.a.language == "en" and _called(pair.left, i) & _called(pair.right, j):
        return False  # Keiko Marsden won it, Keiko Marsden lost out
    firsts = (next((stem for stem in tokens.content_stems()), "") for tokens in (pair.left, pair.right))
    return len(set(firsts)) == 2


def _called(tokens: Tokens, place: int) -> set[str]:
    """The names before a place."""
    return {tokens.stems[k] for k in range(place) if tokens.name[k]}


def negations(features: Features) -> list[int]:
    """The places of negating words that negate something: not those of 不仅 or `not only`."""
    tokens = features.tokens
    if tokens.seen.isdisjoint(words.negations()):
        return []
    found = [i for i, stem in enumerate(tokens.stems) if stem in words.negations()]
    apart = [match.span() for match in pattern("polarity", features.language, "apart").finditer(features.key)]
    if features.language == "en":
        found = [i for i in found if not _turned_back(tokens, features, i)]
    return [i for i in found if not any(low <= tokens.starts[i] < high for low, high in apart)]


def _turned_back(tokens: Tokens, features: Features, place: int) -> bool:
    """Not … until 1891 says that it happened then; no one … younger than she says what she was."""
    inside = [i for i in range(place + 1, len(tokens.words)) if tokens.clause[i] == tokens.clause[place]]
    inside = inside[: next((k for k, i in enumerate(inside) if tokens.words[i] in _NEXT_DEED), len(inside))]
    after = [tokens.words[i] for i in inside]
    times = [tokens.number[i] for i in inside if tokens.words[i] == DATE]
    if any(features.dates[n].text.lower().startswith(("until", "till")) for n in times if n < len(features.dates)):
        return True
    if "so" in after or after[:1] == ["before"]:
        return True  # not for years has it been so high, never before
    return "until" in after or ("than" in after and tokens.words[place] in _NOBODY)


_NEXT_DEED = frozenset({"and", "but"})
_NOBODY = frozenset({"no", "none", "nobody", "never", "nothing"})
ALIKE = 0.5
"""Below this closeness unpaid and paid may be said of two things."""
_prefix = re.compile(r"(?:un|in|im|ir|non-?|dis)(?=[a-z]{4})")


def _prefixed(pair: Pair, tokens: Tokens, other: Tokens) -> list[int]:
    """The places of words such as insoluble whose rest the other statement has."""
    found: list[int] = []
    if pair.closeness < ALIKE or not tokens.words or tokens.words[0] > "\u2fff":
        return found
    for i, stem in enumerate(tokens.stems):
        if stem[0] not in "uindr" or stem in other.seen:
            continue
        prefix = _prefix.match(stem)
        if prefix and stem[prefix.end() :] in other.seen:
            found.append(i)
    return found


def _lacking(pair: Pair, tokens: Tokens, other: Tokens) -> list[int]:
    """The places of words such as humourless, of which the other statement has the beginning."""
    if pair.closeness < ALIKE or not pair.given:
        return []
    ends = [i for i, word in enumerate(tokens.words) if word.endswith("less") and len(word) > LESS]
    return [i for i in ends if tokens.words[i] not in other.words and words.stem(tokens.words[i][:-4]) in other.seen]


LESS = 7
"""A word in -less is longer than this: not unless."""


@of_one
def contraries(pair: Pair) -> list[tuple[int, int]]:
    """Places of words of a and b that are left over and say the contrary of each other, one for one."""
    used: set[int] = set()
    found: list[tuple[int, int]] = []
    opposites = words.opposites()
    if opposites.keys().isdisjoint(pair.left.seen) or opposites.keys().isdisjoint(pair.right.seen):
        return found
    mine = _opposable(pair.left, [*pair.only_a, *_loose(pair.left, pair, side=0)])
    if not mine:
        return found
    theirs = _opposable(pair.right, [*pair.only_b, *_loose(pair.right, pair, side=1)])
    for i in mine:
        for j in theirs:
            if (
                j not in used
                and words.opposed(pair.left.stems[i], pair.right.stems[j])
                and _alike_placed(pair, i, j)
                and not _both_ways(pair, i, j)
            ):
                used.add(j)
                found.append((i, j))
                break
    return found


def _opposable(tokens: Tokens, places: list[int]) -> list[int]:
    """The places of words that have a contrary; who is called the opposition opposes nothing by that."""
    found = [i for i in places if tokens.stems[i] in words.opposites()]
    return [i for i in found if tokens.words[i] != "opposition" or tokens.words[i + 1 : i + 2] == ["to"]]


def _both_ways(pair: Pair, i: int, j: int) -> bool:
    """Whether each statement has both sides: supports one thing and opposes another, is against that and for this."""
    if pair.a.language != "en" or pair.closeness >= ALIKE_BUILT:
        return False
    mine, theirs = words.opposites()[pair.left.stems[i]], words.opposites()[pair.right.stems[j]]
    here = any(stem in mine and k != i for k, stem in enumerate(pair.left.stems))
    return here and any(stem in theirs and k != j for k, stem in enumerate(pair.right.stems))


ALIKE_BUILT = 0.75
"""From this closeness on, contraries that stand in one place are said of one thing."""


def _alike_placed(pair: Pair, i: int, j: int) -> bool:
    """A small word such as before opposes after only in front of the same."""
    if pair.left.content[i] or pair.right.content[j]:
        return True
    return _next(pair.left, i) == _next(pair.right, j)


def _next(tokens: Tokens, place: int) -> str:
    after = range(place + 1, len(tokens.stems))
    return next((tokens.stems[i] for i in after if tokens.content[i] or tokens.number[i] >= 0), "")


def _loose(tokens: Tokens, pair: Pair, *, side: int) -> list[int]:
    """Words without content of their own that may still oppose: before, after, left, more, less, 前, 后."""
    kept = {match[side] for match in pair.matched}
    return [
        i
        for i, stem in enumerate(tokens.stems)
        if not tokens.content[i] and i not in kept and stem in words.opposites()
    ]


def takes_back(tokens: Tokens, places: list[int], other: Tokens, key: str) -> bool:
    """Whether what one statement negates is what the other (with this key) says."""
    stems = set(other.stems)
    for place in places:
        reach = range(place + 1, min(len(tokens.stems), place + 5))
        if tokens.words[place] in _OF_A_NOUN:  # without power, and caused damage; no road to the village
            reach = range(place + 1, next((i for i in reach if _parts(tokens, i, place + 1)), reach.stop))
        after = [i for i in reach if tokens.content[i]]
        after = [i for i in after if tokens.words[i] not in _COUNTERS][:2]
        if len(after) == 2 and tokens.words[after[0]] > "\u2fff" and len(tokens.words[after[0]]) == 1:
            adjacent = len(tokens.words[after[1]]) == 1 and after[1] == after[0] + 1
            # Two characters make a word; one alone says little.
            if tokens.phrase(after) in key if adjacent else tokens.stems[after[0]] in stems:
                return True
        elif any(tokens.stems[i] in stems for i in after):
            return True
    return False


_OF_A_NOUN = frozenset({"without", "no"})
"""They deny what the noun behind them names, and nothing after it."""


def _parts(tokens: Tokens, i: int, start: int) -> bool:
    """Whether the noun phrase that begins at `start` has ended before a place."""
    new = tokens.words[i] in {"and", "or", "but"} or tokens.clause[i] != tokens.clause[i - 1]
    return new or (not tokens.content[i] and any(tokens.content[k] for k in range(start, i)))


_COUNTERS = frozenset("一个家名位项")


def findings(pair: Pair) -> Iterator[Finding]:
    """Whether one statement says the opposite of the other."""
    opposite = contraries(pair)
    if opposite and converse(pair):
        return  # A sold to B, B bought from A
    turned_a = negations(pair.a) + _prefixed(pair, pair.left, pair.right) + _lacking(pair, pair.left, pair.right)
    turned_b = negations(pair.b) + _prefixed(pair, pair.right, pair.left) + _lacking(pair, pair.right, pair.left)
    turned_a = [i for i in turned_a if not _in_aside(pair, pair.left, i, pair.right, pair.b.key)]
    turned_b = [j for j in turned_b if not _in_aside(pair, pair.right, j, pair.left, pair.a.key)]
    in_opposites_a, in_opposites_b = {i for i, _ in opposite}, {j for _, j in opposite}
    extra = sum(i not in in_opposites_a for i in turned_a) - sum(j not in in_opposites_b for j in turned_b)
    if (extra % 2 if opposite else extra == 0) or _only_seems(pair, opposed=bool(opposite)):
        return
    if opposite:
        mine, theirs = pair.left.words[opposite[0][0]], pair.right.words[opposite[0][1]]
        yield _conflict(0.9, f"one says “{mine}”, the other “{theirs}”")
    else:
        longer, places = (pair.left, turned_a) if extra > 0 else (pair.right, turned_b)
        other, key = (pair.right, pair.b.key) if extra > 0 else (pair.left, pair.a.key)
        taken = takes_back(longer, places, other, key)
        if taken or extra % 2:
            weight = 0.85 if taken or longer.stems[places[0]] not in words.negations() else 0.5
            yield _conflict(weight, f"only one of them says “{longer.words[places[0]]}”")


def _only_seems(pair: Pair, *, opposed: bool) -> bool:
    """Whether the two say one thing though only one of them negates, or they use contrary words."""
    if not opposed and (_both_ceased(pair) or _excepting(pair)):
        return True
    return pair.given and pair.a.language == "en" and excluded.only_seems_denied(pair, opposed=opposed)


def _in_aside(pair: Pair, tokens: Tokens, place: int, other: Tokens, key: str) -> bool:
    """Whether a negation stands in a relative clause and denies nothing that the other says: whose cold did not go."""
    if pair.a.language != "en" or tokens.stems[place] not in words.negations():
        return False
    before = [k for k in range(max(0, place - ASIDE), place) if tokens.clause[k] == tokens.clause[place]]
    relative = any(tokens.words[k] in _RELATIVE for k in before)
    return relative and not takes_back(tokens, [place], other, key)


ASIDE = 8
_RELATIVE = frozenset({"who", "whose", "which", "whom", "where"})
_no_more = Cue(r"\bno longer\b|\b(?:not|n't) any ?(?:more|longer)\b|不再|不复|不[^,;。了]{1,3}了")
_ceased = Cue(
    r"\b(?:stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|quit(?:s|ting)?|discontinu(?:e|es|ed|ing)|halt(?:s|ed|ing)?|end(?:s|ed|ing)?"
    r"|g(?:i|a)ve(?:s|n)? up)\b|停止|终止|中止|停[办售产驶航飞播刊用发卖业]|戒|暂停|退[出选赛]|弃[选赛权]|放弃|告别"
    r"|取消|结束"
)


_except = Cue(r"\bexcept|\bapart from\b|\bother than\b|除|以外")
_only = Cue(r"\bonly\b|仅|只有|唯一|唯有")


def _excepting(pair: Pair) -> bool:
    """Only X has none, all but X have some: one negates what the other excepts."""
    return _opposite_ways(_excepts(pair.a), _excepts(pair.b))


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
