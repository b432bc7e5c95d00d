"""Contrary words that say the same of exchanged parties: A beat B, B lost to A; A is ahead of B, B is behind A."""

from functools import cache

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.facets.contraries import contraries, next_of
from claims.compare.slots import passive
from claims.compare.tokens import Tokens

_CONVERSE = (
    *("beat", "win", "winner", "lose", "loser", "runner-up", "defeat", "buy", "sell"),
    *("击败", "不敌", "胜", "负", "输", "买入", "卖出", "卖给"),
)
"""Verbs with a contrary that says the same of exchanged parties: A beat B, B lost to A."""

_RELATIONS = ("ahead", "behind", "above", "below", "over", "under", "before", "after", "upstream", "downstream")
"""Words that tell how one of two stands to the other: A is ahead of B, B is behind A."""


@cache
def _converse_stems() -> frozenset[str]:
    return frozenset(words.stem(word) for word in (*_CONVERSE, *_RELATIONS))


def converse(pair: Pair) -> bool:
    """Whether the contraries of two statements are such verbs and the statements begin with different parties."""
    if pair.a.language == "en" and any(_compared(pair, i, j) for i, j in contraries(pair)):
        return True  # A is longer than B, B is shorter than A
    stems = _converse_stems()
    both = [(i, j) for i, j in contraries(pair) if stems & {pair.left.stems[i], pair.right.stems[j]}]
    told = [(i, j) for i, j in both if pair.left.stems[i] in stems and pair.right.stems[j] in stems]
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
    return range(at + 1, len(tokens.stems)) if tokens.words[at] in _RELATIONS else range(at - 1, -1, -1)


def compared_about(pair: Pair) -> str:
    """The word by which both compare the same two things, each the other way round; empty where there is none."""
    if pair.a.language != "en" or not {"than"} & pair.left.seen & pair.right.seen:
        return ""
    told = [(i, j) for i, j in pair.both if pair.left.words[i] == pair.right.words[j]]
    return next((pair.left.words[i] for i, j in told if _ends_more(pair.left.words[i]) and _compared(pair, i, j)), "")


def _ends_more(word: str) -> bool:
    return word in {"more", "less", "fewer", "better", "worse"} or word.endswith("er")


def _compared(pair: Pair, i: int, j: int) -> bool:
    """Whether either statement sets behind its `than` what the other speaks of before it."""
    if not ({"than"} & pair.left.seen & pair.right.seen):
        return False
    (before, behind), (there, after) = _around_than(pair.left, i), _around_than(pair.right, j)
    return bool((behind & there) - before - after) and bool((after & before) - there - behind)


THAN = 4
"""So many words behind a word of comparison `than` stands; in so many behind that is named what it is compared to."""


def _around_than(tokens: Tokens, place: int) -> tuple[set[str], set[str]]:
    """The words with content before a comparison and right behind its `than`; none where there is no `than`."""
    than = next((k for k in range(place + 1, place + 1 + THAN) if tokens.words[k : k + 1] == ["than"]), -1)
    if than < 0:
        return set(), set()
    behind = (k for k in range(than + 1, min(than + 1 + THAN, len(tokens.words))) if tokens.content[k])
    return {tokens.stems[k] for k in range(place) if tokens.content[k]}, {tokens.stems[k] for k in behind}


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
    return next_of(tokens, to) if to >= 0 else ""


def _subject(tokens: Tokens, place: int) -> str:
    """The word with content right before a deed."""
    before = (k for k in range(place - 1, max(-1, place - 4), -1) if tokens.content[k])
    return next((tokens.stems[k] for k in before if tokens.clause[k] == tokens.clause[place]), "")


def _called(tokens: Tokens, place: int) -> set[str]:
    """The names before a place."""
    return {tokens.stems[k] for k in range(place) if tokens.name[k]}


__all__ = ["compared_about", "converse"]
