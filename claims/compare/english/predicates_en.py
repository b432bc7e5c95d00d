"""What one subject is or was, in two English sentences that begin with it: staffed, unstaffed; a success, a failure.

However little else they share, two contrary words right behind the same subject and `is` tell two accounts of it,
unless each is said of some part or time of its own.
"""

from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english.subject_en import one_subject, subject_end
from claims.compare.facets import period
from claims.compare.tokens import Tokens
from claims.compare.values import Comparison
from claims.model import Facet, RelationKind

_NOW, _THEN = frozenset(["is", "are", "remains", "remain"]), frozenset(["was", "were", "remained"])
_SCOPES = frozenset(
    [
        *("in", "near", "on", "along", "above", "below", "among", "outside", "inside", "during", "until", "before"),
        *("after", "when", "if", "unless", "where", "while", "than", "since"),
    ]
)
"""Words that say where or when a predicate holds."""
_ENDS = _SCOPES | frozenset(
    ["and", "but", "or", "to", "at", "of", "for", "from", "by", "with", "because", "as", "that"]
)
_DENIALS = frozenset(["not", "never", "no", "neither", "n't"])
REACH = 5
"""Words behind the verb in which the predicate stands."""
_PREFIXES = ("un", "in", "im", "ir", "il", "non-", "non", "dis")


class Predicate(NamedTuple):
    """What something is or was."""

    at: frozenset[str]
    """The verbs of the same tense."""
    told: tuple[str, ...]
    """The words with content."""
    denied: bool
    scope: str
    """The word behind it that says where or when it holds, with the next; empty where there is none."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when two predicates of one subject, at no two times, are contrary."""
    verb = subject_end(pair)
    if not verb or not one_subject(pair) or period.disjoint(pair):
        return None
    mine, theirs = _predicate(pair.left, verb), _predicate(pair.right, verb)
    if mine is None or theirs is None or mine.at is not theirs.at:
        return None
    if mine.scope != theirs.scope or not (said := _contrary(mine, theirs)):
        return None
    reason = f"“{said[0]}” in one, “{said[1]}” in the other"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(reason,))


def _predicate(tokens: Tokens, verb: int) -> Predicate | None:
    tense = next((each for each in (_NOW, _THEN) if tokens.words[verb] in each), None)
    if tense is None:
        return None
    said, denied, scope = [], False, ""
    for i in range(verb + 1, min(verb + 1 + REACH, len(tokens.words))):
        if tokens.clause[i] != tokens.clause[verb] or tokens.words[i] in _ENDS:
            if tokens.clause[i] == tokens.clause[verb] and tokens.words[i] in _SCOPES:
                scope = tokens.phrase(list(range(i, min(i + 3, len(tokens.words)))))
            break
        denied ^= tokens.words[i] in _DENIALS
        if tokens.content[i] and not tokens.name[i]:
            said.append(tokens.words[i])
    return Predicate(tense, tuple(said), denied, scope) if said else None


def _contrary(mine: Predicate, theirs: Predicate) -> tuple[str, str] | None:
    """The words of two predicates that are contrary to each other."""
    for one in mine.told[-2:]:
        for other in theirs.told[-2:]:
            stems = words.stem(one), words.stem(other)
            if mine.denied == theirs.denied and (words.opposed(*stems) or _negated(*stems)):
                return one, other
    last = mine.told[-1], theirs.told[-1]
    if mine.denied != theirs.denied and words.stem(last[0]) == words.stem(last[1]):
        return f"{'not ' * mine.denied}{last[0]}", f"{'not ' * theirs.denied}{last[1]}"
    return None


def _negated(one: str, other: str) -> bool:
    """Whether one stem is the other with a negative prefix: staffed, unstaffed."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORT and any(long == prefix + short for prefix in _PREFIXES)


SHORT = 4

__all__ = ["relation"]
