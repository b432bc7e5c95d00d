"""Who does it and to whom, in English sentences of any build: `X directed the play`, `the play was directed by X`.

A light reading by word order and voice (Jurafsky and Martin, Speech and Language Processing, on role assignment from
surface order): the name after `by`, else the name before an active verb, does the deed. Two statements clash when one
deed has another doer in each and both know both parties.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.facets.converse import converse
from claims.compare.tokens import Tokens
from claims.compare.values import Features, Finding, Verdict, of_one
from claims.model import Facet

_BE = frozenset(["was", "were", "is", "are", "been", "be", "being", "got", "gets"])
_MUTUAL = words.reckoned_words("mutual")
_BETWEEN = frozenset(["with", "alongside", "together", "and"])
BY_REACH = 4


class Roles(NamedTuple):
    """Who does a deed and who suffers it, each a name's stems; empty when the sentence does not tell."""

    doer: frozenset[str] = frozenset()
    sufferer: frozenset[str] = frozenset()


def _runs(tokens: Tokens) -> list[tuple[int, int]]:
    """The names of a statement: first and last place."""
    runs: list[tuple[int, int]] = []
    for i, name in enumerate(tokens.name):
        if not name or tokens.number[i] >= 0 or tokens.words[i][:1].isdigit():
            continue
        if runs and runs[-1][1] == i - 1 and tokens.clause[i] == tokens.clause[i - 1]:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return [run for run in runs if not _of_a_country(tokens, run)]


def _of_a_country(tokens: Tokens, run: tuple[int, int]) -> bool:
    """Whether a name only tells whose somebody is: a French rower, two Kenyan runners, the Labour mayor Ada Cole."""
    place, after = run[0], run[1] + 1
    if place != run[1] or after == len(tokens.words) or tokens.clause[after] != tokens.clause[place]:
        return False
    if not tokens.content[after] or words.is_past(tokens.words[after]):
        return False
    return tokens.words[place] in words.demonyms() or (
        not tokens.name[after] and any(tokens.name[after + 1 : after + 2]) and not tokens.words[after].endswith("s")
    )


def _stems(tokens: Tokens, run: tuple[int, int]) -> frozenset[str]:
    return frozenset(tokens.stems[i] for i in range(run[0], run[1] + 1))


@of_one
def _deeds(features: Features) -> dict[str, int]:
    """Where a statement tells of what may be a deed, by its stem; what is told twice is left out."""
    tokens = features.tokens
    found: dict[str, int] = {}
    twice: set[str] = set()
    before = ""
    for i, (stem, word) in enumerate(zip(tokens.stems, tokens.words, strict=True)):
        if tokens.content[i] and not tokens.name[i] and word.isalpha() and before not in _ARTICLES:
            if stem in found:
                twice.add(stem)
            found[stem] = i
        before = word
    return {stem: place for stem, place in found.items() if stem not in twice} if twice else found


_ARTICLES = frozenset(["the", "a", "an", "its", "his", "her", "their", "this", "that", "of"])


def _is_verb(tokens: Tokens, stem: str) -> bool:
    """Whether a statement has a stem in a form that only verbs have."""
    word = next((word for word, one in zip(tokens.words, tokens.stems, strict=True) if one == stem), "")
    return word.endswith(("ed", "ing")) or word in words.past_forms()


def _of(tokens: Tokens, runs: list[tuple[int, int]], i: int) -> Roles:
    clause = tokens.clause[i]
    before = [run for run in runs if run[1] < i and tokens.clause[run[1]] == clause]
    by = next((k for k in range(i + 1, min(i + 1 + BY_REACH, len(tokens.words))) if tokens.words[k] == "by"), None)
    if by is not None and tokens.clause[by] == clause:
        doer = next((run for run in runs if by < run[0] <= by + 5), None)
        return Roles(_stems(tokens, doer), _stems(tokens, before[-1]) if before else frozenset()) if doer else Roles()
    if _in_passive(tokens, i) or _is_reduced(tokens, i):
        subject = before[-1] if before else None
        return Roles(frozenset(), _stems(tokens, subject) if subject and _bare(tokens, subject) else frozenset())
    after = next((run for run in runs if i < run[0] <= i + 4 and tokens.clause[run[0]] == clause), None)
    direct = after and not any(tokens.words[k] in _PREPOSITIONS for k in range(i + 1, after[0]))
    subject = before[-1] if before else None
    if subject is None and (tokens.words[i].endswith("ing") or (i and tokens.words[i - 1] == "who")):
        subject = next((run for run in runs if run[1] < i), None)
    if subject is None and not any(tokens.content[k] for k in range(i) if tokens.clause[k] == clause):
        subject = runs[0] if runs and runs[0][1] < i else None  # Marco Vidal, a pupil of Roth, built it
    if subject is not None and not _bare(tokens, subject):
        subject = next((run for run in before if _bare(tokens, run)), None)
    return Roles(
        _stems(tokens, subject) if subject else frozenset(), _stems(tokens, after) if after and direct else frozenset()
    )


def _in_passive(tokens: Tokens, i: int) -> bool:
    """Whether a deed is told in the passive: was heard and dismissed, not was lawful and dismissed it."""
    before = tokens.words[max(0, i - 3) : i]
    be = max((k for k, word in enumerate(before) if word in _BE), default=-1)
    if be < 0:
        return False
    return _NEXT.isdisjoint(before[be:]) or any(map(words.is_past, before[be + 1 :]))


_NEXT = frozenset(["and", "but", "or"])


def _is_reduced(tokens: Tokens, i: int) -> bool:
    """Whether a participle without its verb follows a name and a comma or bracket: Asta Roth, born in 1952 in Linz.

    A past form there would have an object: Marco Vidal, a pupil of Roth, built the bridge.
    """
    word = tokens.words[i]
    if not i or tokens.clause[i] == tokens.clause[i - 1] or not words.is_past(word):
        return False
    after = i + 1
    if after == len(tokens.words) or tokens.clause[after] != tokens.clause[i]:
        return True
    return tokens.words[after] in _PREPOSITIONS or tokens.number[after] >= 0


_PREPOSITIONS = frozenset(
    ["in", "at", "from", "to", "of", "with", "for", "on", "by", "after", "before", "over", "against", "near"]
)


def _bare(tokens: Tokens, run: tuple[int, int]) -> bool:
    """Whether a name stands without a preposition, as a subject does."""
    lead = tokens.words[max(0, run[0] - 2) : run[0]]
    if lead and (lead[-1] in _BE or lead[-1] in {"a", "an"}):
        return False  # is Grade I listed, a Grade I listed building
    governed = lead[:1] if lead and lead[-1] in _ARTICLES and lead[-1] not in _PREPOSITIONS else lead[-1:]
    return _PREPOSITIONS.isdisjoint(governed) and not _behind_by(tokens, run[0])


def _behind_by(tokens: Tokens, place: int) -> bool:
    """Whether `by` and what somebody is stand before a name: by the Swiss engineer Otto Kern."""
    for k in range(place - 1, max(-1, place - BY_REACH - 1), -1):
        if tokens.words[k] == "by":
            return True
        trade = tokens.content[k] and not words.is_past(tokens.words[k])
        if tokens.clause[k] != tokens.clause[place] or not (trade or tokens.words[k] in _ARTICLES):
            return False
    return False


def findings(pair: Pair) -> Iterator[Finding]:
    """Deeds whose parties are exchanged."""
    if not pair.given_english:
        return
    if pair.closeness >= BUILT_ALIKE and (verb := _turned_voice(pair)):
        yield _finding(f"“{verb}” has other parties")
        return
    names = [set(side.named) for side in (pair.left, pair.right)]
    if len(names[0] & names[1]) < 1 or converse(pair):
        return
    mine, theirs = _deeds(pair.a), _deeds(pair.b)
    for verb in sorted(mine.keys() & theirs.keys() - _MUTUAL):
        if not (_is_verb(pair.left, verb) and _is_verb(pair.right, verb)):
            continue
        one, other = _of(pair.left, _runs(pair.left), mine[verb]), _of(pair.right, _runs(pair.right), theirs[verb])
        exchanged = (
            one.doer and other.doer and not one.doer & other.doer and one.doer & names[1] and other.doer & names[0]
        )
        turned = _one_party(one.doer, other.sufferer) or _one_party(other.doer, one.sufferer)
        if (exchanged and not _both_do(pair, one.doer, other.doer)) or (turned and not one.doer & other.doer):
            yield _finding(f"“{verb}” has other parties")
            return
    yield from _from_and_to(pair, names)


BUILT_ALIKE = 0.6
"""From this closeness on, one deed of both is the same deed."""


def _turned_voice(pair: Pair) -> str:
    """A deed that is done by somebody in one statement and to the same in the other, if there is one.

    Was defeated by the incumbent, defeated the incumbent.
    """
    for i, j in pair.both:
        word = pair.left.words[i]
        if word != pair.right.words[j] or not words.is_past(word) or pair.left.stems[i] in _MUTUAL:
            continue
        agents = _agent(pair.left, i), _agent(pair.right, j)
        if bool(agents[0]) == bool(agents[1]):
            continue
        tokens, place = (pair.right, j) if agents[0] else (pair.left, i)
        if _object(tokens, place) == (agents[0] or agents[1]):
            return word
    return ""


def _agent(tokens: Tokens, place: int) -> str:
    """The word behind `by`, right behind a deed told in the passive voice."""
    if _BE.isdisjoint(tokens.words[max(0, place - 3) : place]):
        return ""
    behind = range(place + 1, min(place + 6, len(tokens.words)))
    by = next((k for k in behind if tokens.words[k] == "by" and tokens.clause[k] == tokens.clause[place]), -1)
    return _object(tokens, by) if by >= 0 else ""


def _object(tokens: Tokens, place: int) -> str:
    """The word with content right behind a place, an article at most between."""
    after = place + 1 + (tokens.words[place + 1 : place + 2] != [] and tokens.words[place + 1] in _ARTICLES)
    return tokens.stems[after] if after < len(tokens.stems) and tokens.content[after] else ""


def _one_party(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two names holds the other: General Ibarra, Ibarra."""
    return bool(one and other) and (one <= other or other <= one)


def _both_do(pair: Pair, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the two parties are named side by side: A and B did it."""
    for tokens in (pair.left, pair.right):
        runs = _runs(tokens)
        for first, second in pairwise(runs):
            sides = {_stems(tokens, first), _stems(tokens, second)}
            together = tokens.clause[first[1]] == tokens.clause[second[0]]
            joined = second[0] - first[1] == 2 and tokens.words[first[1] + 1] in _BETWEEN
            if together and joined and sides == {one, other}:
                return True
    return False


def _from_and_to(pair: Pair, names: list[set[str]]) -> Iterator[Finding]:
    """From X to Y in one, from Y to X in the other."""
    origin = [_after(tokens, "from") for tokens in (pair.left, pair.right)]
    if origin[0] and origin[1] and not origin[0] & origin[1] and origin[0] <= names[1] and origin[1] <= names[0]:
        yield _finding("the way leads from one to the other, and back")


def _after(tokens: Tokens, word: str) -> frozenset[str]:
    """The one name right behind a preposition, if it is the only such."""
    if word not in tokens.words:
        return frozenset()
    runs = {run[0]: run for run in _runs(tokens)}
    found = [_stems(tokens, runs[i + 1]) for i, said in enumerate(tokens.words) if said == word and i + 1 in runs]
    return found[0] if len(found) == 1 else frozenset()


def _finding(reason: str) -> Finding:
    return Finding(
        facet=Facet.IDENTITY,
        verdict=Verdict.CONFLICT,
        weight=0.85,
        reason=reason,
    )


__all__ = ["findings"]
