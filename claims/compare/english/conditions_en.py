"""Whether two contrary English statements hold under contrary conditions: in small doses, in large ones; unripe."""

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.tokens import Tokens

_CONTRARY = frozenset(
    map(frozenset, (("above", "below"), ("inside", "outside"), ("with", "without"), ("upstream", "downstream"),
                    ("within", "outside")))
)  # fmt: skip
_SIZES = frozenset(
    frozenset(map(words.stem, both)) for both in (("small", "large"), ("little", "large"), ("young", "old"))
)
_PREFIXES = ("un", "in", "im", "non-", "non")
_ARTICLES = frozenset(["the", "a", "an", "its", "his", "her", "their"])
_LEADS = frozenset(["in", "at", "on", "under", "with", "near", "during", "for", "by"])
REACH = 3
"""Words before a noun in which its preposition stands."""


def contrary(pair: Pair, poles: set[str]) -> bool:
    """Whether a noun of both stands under contrary words that are not the poles, the stems of what clashes."""
    for i, j in pair.both:
        if not pair.left.content[i]:
            continue
        one, other = _before(pair.left, i), _before(pair.right, j)
        if one and other and one != other and poles.isdisjoint((one, other)) and _opposed(one, other):
            return True
        led = _preposition(pair.left, i), _preposition(pair.right, j)
        if frozenset(led) in _CONTRARY and poles.isdisjoint(map(words.stem, led)):
            return True
    return _whenever(pair)


def _before(tokens: Tokens, i: int) -> str:
    """The stem of the word right before a noun and behind a preposition of place or manner."""
    k = i - 2 - (tokens.words[max(0, i - 2)] in _ARTICLES)
    led = k >= 0 and tokens.content[i - 1] and tokens.clause[k] == tokens.clause[i] and tokens.words[k] in _LEADS
    return tokens.stems[i - 1] if led else ""


def _opposed(one: str, other: str) -> bool:
    return (
        words.opposed(one, other)
        or words.exclude(one, other)
        or frozenset((one, other)) in _SIZES
        or any(long == prefix + short for prefix in _PREFIXES for short, long in [sorted((one, other), key=len)])
    )


def _preposition(tokens: Tokens, i: int) -> str:
    near = range(i - 1, max(-1, i - 1 - REACH), -1)
    found = (tokens.words[k] for k in near if tokens.clause[k] == tokens.clause[i])
    return next((word for word in found if any(word in each for each in _CONTRARY)), "")


def _whenever(pair: Pair) -> bool:
    """Edible when ripe, poisonous when unripe."""
    said = [
        [tokens.stems[k + 1] for k in range(len(tokens.words) - 1) if tokens.words[k] in {"when", "if", "while"}]
        for tokens in (pair.left, pair.right)
    ]
    return any(_opposed(one, other) for one in said[0] for other in said[1] if one != other)


__all__ = ["contrary"]
