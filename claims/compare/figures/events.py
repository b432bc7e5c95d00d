"""What happens at each time that an English sentence names: the verb that tells it, to whom or what, and beside what.

A time belongs to the words between the one before it and itself; a time that opens a clause to those behind it. What
lacks a verb there (`and the second in 1955`) shares that of the time before, what lacks a subject shares the
sentence's.
"""

from functools import cache
from typing import NamedTuple

from claims.compare import words
from claims.compare.figures.moments import Moment, calendar
from claims.compare.figures.reckoned import kin
from claims.compare.tokens import Tokens
from claims.compare.values import Features, of_one

BORN = "born"
"""Stands for the stem of `born`, which is that of bearing a name too."""
BIRTH, DEATH = frozenset([BORN, words.stem("birth")]), words.reckoned_words("dying")
FOUNDING = words.reckoned_words("founded") | {words.stem("begin"), words.stem("date")}
PLAIN = frozenset(map(words.stem, ["first", "last", "time", "year", "second", "third"]))
"""Words that tell the number of a deed, not the deed."""


class Event(NamedTuple):
    """Something that a sentence dates."""

    moment: Moment
    verbs: frozenset[str]
    """Stems of the words that may be its verb."""
    who: frozenset[str]
    """Stems of its subject."""
    around: frozenset[str]
    """All stems with content that belong to the time."""
    own: bool
    """Whether its words tell a deed, rather than sharing the one before."""


class Side(NamedTuple):
    """One event that a claim speaks of."""

    stems: frozenset[str]
    deed: frozenset[str]
    """The stems that may tell its deed; empty where it tells none."""


@of_one
def events(sentence: Features) -> list[Event]:
    """The events of a sentence in the order of their times; a range gives two, of which a lifespan is one of them."""
    tokens = sentence.tokens
    times = calendar(sentence)
    subject = _first_phrase(tokens)
    found: list[Event] = []
    for number, one in enumerate(times):
        behind = next((each.place for each in times[number + 1 :] if each.place > one.place), len(tokens.stems))
        before = max((each.place for each in times[:number] if each.place < one.place), default=-1)
        if one.end and _in_brackets(sentence, one):
            who = frozenset(_phrase_before(tokens, one.place))
            found.append(Event(one, BIRTH if one.end == "start" else DEATH, who or subject, who, own=True))
            continue
        span = _span(tokens, one.place, before, behind)
        around = frozenset(_stem(tokens, i) for i in span if tokens.content[i] and tokens.number[i] < 0)
        verb = next((i for i in reversed(span) if _verbal(tokens, i)), None)
        if verb is None:
            shared = found[-1].verbs if found else frozenset[str]()
            found.append(Event(one, shared, around or subject, around, own=False))
            continue
        verbs = frozenset(_stem(tokens, i) for i in span if _verbal(tokens, i) and abs(i - verb) < VERBS)
        who = frozenset(_subject(tokens, [i for i in span if i < verb])) or subject
        found.append(Event(one, verbs, who, around, own=True))
    return found


def _stem(tokens: Tokens, i: int) -> str:
    return BORN if tokens.words[i] == BORN else tokens.stems[i]


VERBS = 4
"""Tokens between verbs that tell one deed: was built and opened."""


def _span(tokens: Tokens, place: int, before: int, behind: int) -> range:
    """The words that belong to a time: those before it, or behind it where it opens its clause."""
    start = before + 1
    lead = [i for i in range(start, place) if tokens.clause[i] == tokens.clause[place] and tokens.content[i]]
    if lead or (start < place and not _opens(tokens, place, before)):
        return range(start, place)
    end, clauses = place + 1, (tokens.clause[place], tokens.clause[place] + 1)
    while end < behind and tokens.clause[end] in clauses:
        end += 1
    return range(place + 1, end)


def _opens(tokens: Tokens, place: int, before: int) -> bool:
    """Whether a time stands at the head of its clause, with a small word before it at most: in 1882 she married."""
    first = tokens.clause.index(tokens.clause[place])
    ends = place + 1 >= len(tokens.stems) or tokens.clause[place + 1] != tokens.clause[place]
    return first > before and place - first <= LED and (not ends or first == 0)


LED = 2


def _verbal(tokens: Tokens, i: int) -> bool:
    """Whether a word may be the verb of a deed."""
    if not tokens.content[i] or (tokens.name[i] and (i or not _participle(tokens))):
        return False
    word, stem = tokens.words[i], _stem(tokens, i)
    return word.endswith("ed") or word in words.past_forms() or (stem in _deed_stems() and stem not in PLAIN)


def _participle(tokens: Tokens) -> bool:
    """Whether a sentence opens with a participle and what depends on it, not with a name: Built at Greenhithe."""
    return len(tokens.words) > 1 and not tokens.content[1] and tokens.words[1] not in {"of", "and", "the"}


@cache
def _deed_stems() -> frozenset[str]:
    return frozenset().union(*words.reckoning("deeds"), BIRTH, DEATH)


def _first_phrase(tokens: Tokens) -> frozenset[str]:
    """The subject of a sentence: its content up to the first verb or figure; `Born in Graz in 1873,` is passed over."""
    found = set[str]()
    skipped = -1
    for i, stem in enumerate(tokens.stems):
        if tokens.clause[i] == skipped:
            continue
        if tokens.number[i] >= 0 or _verbal(tokens, i):
            if found:
                break
            skipped = tokens.clause[i]
        elif tokens.content[i]:
            found.add(stem)
        elif found and tokens.words[i] not in _WITHIN:
            break
    return frozenset(found)


_WITHIN = frozenset(["the", "a", "an", "of", "and", "de", "von", "van"])


def _phrase_before(tokens: Tokens, place: int) -> list[str]:
    """The names or nouns right before a place."""
    found = []
    for i in range(place - 1, max(-1, place - 5), -1):
        if not tokens.content[i] or tokens.number[i] >= 0 or _verbal(tokens, i):
            break
        found.append(tokens.stems[i])
    return found


def _subject(tokens: Tokens, before: list[int]) -> list[str]:
    """Who does it: what `who` stands for, else the content before the verb."""
    for i in reversed(before):
        if tokens.words[i] in {"who", "which"}:
            return _phrase_before(tokens, i)
    return [tokens.stems[i] for i in before if tokens.content[i] and tokens.number[i] < 0]


def _in_brackets(sentence: Features, one: Moment) -> bool:
    """Whether a time is an end of a lifespan: Pieter Lodde (1822–1889)."""
    at = sentence.text.find(one.text)
    opened = sentence.text.rfind("(", 0, at) if at > 0 else -1
    return opened >= 0 and ")" not in sentence.text[opened:at] and at - opened < LIFESPAN


LIFESPAN = 40
"""Characters between the bracket and the time at most."""


def side_of(tokens: Tokens, places: range, *, deed: frozenset[str] = frozenset()) -> Side:
    """The event that some words of a claim speak of; `deed` where they tell none."""
    inside = [i for i in places if tokens.content[i] and tokens.number[i] < 0]
    stems = frozenset(_stem(tokens, i) for i in inside)
    verbs = frozenset(_stem(tokens, i) for i in inside if _verbal(tokens, i))
    return Side(stems, _told(stems - PLAIN, verbs - PLAIN) or deed)


def _told(stems: frozenset[str], verbs: frozenset[str]) -> frozenset[str]:
    for kind in (BIRTH, DEATH):
        if stems & kind:
            return kind
    groups = [group for group in words.reckoning("deeds") if not (verbs or stems).isdisjoint(group)]
    return frozenset().union(verbs, *groups)


def fit(event: Event, side: Side) -> float:
    """How well an event of a sentence is the one that a claim speaks of."""
    score = 0.0
    if side.deed:
        if not side.deed.isdisjoint(event.verbs):
            score += 2.5 if event.own else 1.0
            score += VERY * (not side.stems.isdisjoint(side.deed & event.verbs))
        for kind in (BIRTH, DEATH):
            told, asked = not event.verbs.isdisjoint(kind), not side.deed.isdisjoint(kind)
            score -= 2.0 * (told != asked and (told or side.deed == kind))
    score += sum(1.0 for stem in side.stems if kin(stem, set(event.who)))
    return score + sum(0.5 for stem in side.stems if kin(stem, set(event.around)) and stem not in event.verbs)


VERY = 0.75
"""What it adds that the very verb of the claim is told: founded in 1989, launched in 1997."""

__all__ = ["BIRTH", "DEATH", "FOUNDING", "PLAIN", "Event", "Side", "events", "fit", "side_of"]
