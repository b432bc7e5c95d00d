"""What one English statement denies outright and the other tells: a deed never done, a quality a thing has not."""

import re

from claims.compare import words
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features

_not_once = Cue(r"\b(?:never|without ever)(?: (?:been|be|being|again|having|once))? (?P<what>[a-z]+)\b")


def never(one: Features, other: Features) -> str:
    """Never performed, gave its premiere: the deed that one denies, told by the other in a word of like meaning."""
    found = _not_once.search(one.key)
    if found is None or "never" in other.tokens.words or re.search(r"\bunt(?:il|o)\b", one.key[found.end() :]):
        return ""
    stem = words.stem(found["what"])
    if stem in words.stop_stems():
        return ""
    told = {stem, *(each for group in words.reckoning("deeds") if stem in group for each in group)}
    done = [i for i, each in enumerate(other.tokens.stems) if each in told and not _denied(other.tokens, i)]
    mine = [each for each in one.tokens.stems if each in told]
    # What it says of the deed apart from its denial would be shared content: then one of the two is not it.
    if done and len(mine) == 1:
        return f"“{found[0]}” against “{other.tokens.words[done[0]]}”"
    return ""


_not_being = Cue(r"\b(?:is|are|was|were) (?:not|never) (?P<what>[a-z]{4,})\b")
_BE = frozenset(["is", "are", "was", "were"])


def not_so(one: Features, other: Features) -> str:
    """Not navigable at any point, navigable for small craft: a quality that one denies of the other's subject."""
    found = _not_being.search(one.key)
    if found is None or words.is_past(found["what"]) or found["what"].endswith("ing"):
        return ""
    tokens, stem = other.tokens, words.stem(found["what"])
    at = tokens.stems.index(stem) if stem in tokens.seen else 0
    if not at or tokens.words[at - 1] not in _BE or stem in words.stop_stems():
        return ""
    before = one.tokens.stems[: one.tokens.words.index(found["what"])]
    subject = next((i for i in range(at) if tokens.content[i]), -1)
    if subject < 0 or tokens.stems[subject] not in before:
        return ""
    return f"“{found[0]}” against “{tokens.words[at]}”"


def _denied(tokens: Tokens, i: int) -> bool:
    return not words.negations().isdisjoint(tokens.stems[max(0, i - 4) : i])


__all__ = ["never", "not_so"]
