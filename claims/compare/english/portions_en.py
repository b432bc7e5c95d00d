"""Of how many a version of an English sentence tells something: of all of them, of some, of all but some, of one only.

All four members were born here, three of the four members were; all but two of the 28 men; by all states except one;
only women, men as well as women; the only one, one of two. Where all else is said alike, such versions clash.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english.named_en import text_of
from claims.compare.needed import Cue
from claims.compare.values import Comparison, Features, of_one
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

ALIKE, COVER, OWN = 0.55, 0.6, 2.5
"""Least closeness of the two, least share of the shorter one's content that both have, and so much content at most of
its own in the one that speaks of all."""
_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_THE = r"(?:the |its |his |her |their |these |those )?"
_GROUP = rf"{_THE}(?:({_NUMBER})[ -])?((?:[a-z][\w'-]*)(?: [a-z][\w'-]*){{0,2}})"
_all = Cue(
    r"\b(?:all|both|every|each)(?: one)?(?: of)? "
    r"(?!(?:but|second|other|third|few|year|day|week|month|over|along|in all)\b)" + _GROUP
)
_some = re.compile(
    rf"\b(?P<much>{_NUMBER}|one|half|most|some|several|many|few|a third|a quarter|two thirds|three quarters"
    rf"|(?:the|a) (?:vast )?(?:majority|minority)) of {_GROUP}"
)
_all_but = re.compile(rf"\ball but (?P<much>{_NUMBER}|one|a few|some)(?: of)? {_GROUP}")
_exception = re.compile(r"\b(?:except|apart from|other than|excluding|save|with the exception of|bar|but not)\b")
_universal = re.compile(
    r"\b(?:all|both|every|each|any|entire|whole|always|without (?:interruption|exception)|no|never|daily|throughout)\b"
)


_word = re.compile(r"[a-z][\w'-]*")


class _Part(NamedTuple):
    """A group that something is told of, by the stems of its noun and what describes it, with what was counted."""

    said: str
    much: str
    of_all: str
    """How many there are in all; the empty text where that is not told."""
    nouns: frozenset[str]
    at: int
    """Where the group's noun stands in the text."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when two versions tell of all and of some, or of one alone and of several, what they tell alike."""
    if pair.closeness < ALIKE or pair.cover < COVER or _two_deeds(pair):
        return None
    for side, one, other in ((0, pair.a, pair.b), (1, pair.b, pair.a)):
        if pair.left_over[side] <= OWN and (reason := next(_clashes(pair, one, other, side), "")):
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6, reasons=(reason,))
    return None


def _clashes(pair: Pair, one: Features, other: Features, side: int) -> Iterator[str]:
    own = pair.only_a if side else pair.only_b
    yield from _of_all_and_some(one, other, {other.tokens.words[i] for i in own})
    if pair.closeness >= VERSION and pair.left_over[side] <= LITTLE:
        yield from _with_exception(one, other)
    yield from _alone_and_others(one, other)


VERSION, LITTLE = 0.75, 0.8
"""From this closeness on, and with so little of its own in the one, an exception is all that the other adds."""


def _two_deeds(pair: Pair) -> bool:
    """Whether each has a verb of its own: what is told of all may be another thing than what is told of some."""
    return all(
        any(words.is_past(tokens.words[i]) and not tokens.name[i] for i in own)
        for tokens, own in ((pair.left, pair.only_a), (pair.right, pair.only_b))
    )


# --- all of them, and some --------------------------------------------------------------------------------------------


def _of_all_and_some(one: Features, other: Features, own: set[str]) -> Iterator[str]:
    """All four members, three of the four; with the words that only the other has, which tell no more of them."""
    for whole in _wholes(one):
        if any(whole.nouns & again.nouns for again in _wholes(other)):
            continue
        for part in _parts(other):
            common = whole.nouns & part.nouns
            told = [stem for stem in map(words.stem, _word.findall(text_of(other))) if stem in common]
            if common and len(told) == len(common) and part.much != whole.of_all and not _adds(other, part, own):
                yield f"one says it of “{whole.said}”, the other of “{part.said}”"
                return


def _adds(side: Features, part: _Part, own: set[str]) -> bool:
    """Whether a statement tells more of some than the other of all: two of the passengers were Danish ministers."""
    text = text_of(side)
    cut = _next_part.search(text, part.at)
    return not own.isdisjoint(_word.findall(text, part.at, cut.start() if cut else len(text)))


_next_part = re.compile(r"[,;:]|\b(?:and|but|while|whereas)\b")


@of_one
def _wholes(side: Features) -> tuple[_Part, ...]:
    """The groups of which a statement tells something of all, and that are not cut by an exception."""
    text = text_of(side)
    found = (
        match for match in _all.finditer(text) if not text[: match.start()].endswith(("not ", "nearly ", "almost "))
    )
    return tuple(_part(match, "") for match in found if not _exception.search(text, match.start(), match.end() + NEAR))


NEAR = 20
"""Letters behind a group in which an exception to it begins."""


@of_one
def _parts(side: Features) -> tuple[_Part, ...]:
    text = text_of(side)
    found = [*_all_but.finditer(text), *_some.finditer(text)] if " of " in text or "all but" in text else []
    return tuple(_part(match, match["much"]) for match in found)


def _part(match: re.Match[str], much: str) -> _Part:
    *_, of_all, group = match.groups()
    named = [word for word in group.split() if words.stem(word) not in words.stop_stems()]
    said = match[0][: match[0].index(group)] + (named[0] if named else group)
    return _Part(said, much, of_all or "", frozenset(map(words.stem, named[:2])), match.end() - len(group))


# --- but for some -----------------------------------------------------------------------------------------------------


def _with_exception(one: Features, other: Features) -> Iterator[str]:
    """For all crimes, for all crimes except treason."""
    text, theirs = text_of(one), text_of(other)
    excepted = _exception.search(theirs)
    if excepted is None or _exception.search(text) or not _universal.search(text):
        return
    counted = [[value.low for value in side.quantities][:1] for side in (one, other)]
    if counted[0] == counted[1] or not counted[0]:
        yield f"only one has “{theirs[excepted.start() : excepted.end() + NEAR].rpartition(' ')[0]}”"


# --- one alone, and others --------------------------------------------------------------------------------------------

_only = Cue(r"\b(?:only|solely|exclusively|alone)\b")
_only_this = re.compile(
    r"\b(?:only|solely|exclusively) (?:in |by |on |for |to |at |from |of )?(?:the )?(?P<it>[a-z][\w'-]*)"
)
_this_only = re.compile(r"\b(?P<it>[a-z][\w'-]*) (?:only|alone|exclusively)\b")
_with_it = re.compile(
    r"\b([a-z][\w'-]*) (?:as well as|and also) (?:the )?([a-z][\w'-]*)|\bboth ([a-z][\w'-]*) and ([a-z][\w'-]*)"
)
_everywhere = re.compile(
    r"\b(?:worldwide|around the world|all over|throughout the world|everywhere|across the world)\b"
)
_both_kinds = re.compile(r"\b(?:both|all) (?:the )?([a-z]+s)\b")
_the_only = re.compile(r"\bthe (?:only|sole|lone)\b")
_one_of = re.compile(rf"\bone of (?:the |its |only |just )*(?:{_NUMBER}|several|many|some|a few)\b")


def _alone_and_others(one: Features, other: Features) -> Iterator[str]:
    """Only women, men as well as women; the only survivor, one of two survivors."""
    text, theirs = text_of(one), text_of(other)
    if not _only.search(text) and " sole " not in text and " lone " not in text:
        return
    if _only.search(theirs):
        return
    if (
        (several := _one_of.search(theirs))
        and _the_only.search(text)
        and not _one_of.search(text.replace("only one of", ""))
    ):
        yield f"“{several[0]}” in one, the only one in the other"
    for match in (*_only_this.finditer(text), *_this_only.finditer(text)):
        it = words.stem(match["it"])
        if it in words.stop_stems() or not it:
            continue
        if it not in other.tokens.seen and (spread := _everywhere.search(theirs)):
            yield f"“{match[0]}” in one, “{spread[0]}” in the other"
        for joined in _with_it.finditer(theirs):
            stems = [words.stem(word) for word in joined.groups() if word]
            if it in stems and not (set(stems) - {it}) & (one.tokens.seen | words.stop_stems()):
                yield f"“{match[0]}” in one, “{joined[0]}” in the other"
        if any(words.stem(kinds[1]) == it and kinds[1] != match["it"] for kinds in _both_kinds.finditer(theirs)):
            yield f"“{match[0]}” in one, both in the other"


__all__ = ["relation"]
