"""Of what a stretch of an English sentence is said: its subject and object, and whether two of them are one thing.

Two accounts name one thing in other words, so the test looks for what tells two things apart: a subject or object of
which nothing is alike, one noun with another word before it, another place behind `in`, another name.
"""

from claims.compare import words
from claims.compare.akin import akin, kindred
from claims.compare.alignment import Pair
from claims.compare.english import apart_en, named_en
from claims.compare.english.asserted_en import part_before
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.values import Features
from evidence.text import lazy_re as re

Theme = dict[str, str]
"""The words that name what something is said of, by stem."""

_word = re.compile(r"[a-z][a-z'-]*[a-z]")
_prepositions = re.compile(
    r"\b(?:in|at|on|for|from|by|with|under|over|during|after|before|near|around|between|since|against|beyond|into|as|than|that"
    r"|until|amid|despite|outside|off|about|among)\b"
)
_stops = re.compile(r"[,;:.!?()\u2013\u2014](?!\d)")
_governed = re.compile(r"\b(?:that|which|to)(?: (?:would|will|could|have|has|had|be|been))* \w+")
_reports = re.compile(r"\b(?:that|said|says|told|announced|reported|found|ruled|decided|confirmed)\b")
OBJECT = 60
"""Letters behind something said in which its object is looked for."""
SUBJECT = 60


def _content(text: str, names: frozenset[str], generic: frozenset[str] | None = None) -> Theme:
    generic = _GENERIC if generic is None else generic
    found = {}
    for word in _word.findall(text):
        plain = word.removesuffix("'s")
        stem = words.stem(plain)
        past = plain in words.past_forms() and plain not in words.irregular_forms()
        verb = past or plain.endswith(("ed", "ly"))
        if len(plain) > 2 and not verb and stem not in words.stop_stems() and not {plain, stem} & (names | generic):
            found[stem] = plain
    return found


_SMALL = "key main benchmark base new old own former last final whole entire total overall latest recent annual"
_WIDE = (
    "everywhere worldwide nationwide nevertheless despite consecutive previous ago alone together history back any ever"
)
_SAID = "percent per cent said says according officials authorities company firm country fewer less than more most"
_TIMES = "year years month months week weeks day days decade quarter half period time tenth fifth within"
_COUNTS = "first second third two three four five six seven eight nine ten its his her their also just only still now"
_TELL = "operator owner owners ministry minister council spokesman spokeswoman police management board mayor director"
_DEEDS = "approval blessing backing assent consent support"
_NO_PARTY = named_en.NO_NAMES.union(*(each.split() for each in (_SMALL, _WIDE, _SAID, _TIMES, _COUNTS, _DEEDS)))
"""Words that tell nobody from another."""
_GENERIC = _NO_PARTY.union(_TELL.split())
"""Words that tell no thing from another."""


def theme(side: Features, said: Stretch) -> Theme:
    """The words that name what something is said of: those of its subject, its object and its own."""
    text = text_of(side)
    names = frozenset(name.word for name in named_en.names(side))
    before = _reports.split(part_before(text, said.start))[-1]
    cut = _prepositions.search(before.strip())
    subject = before.strip()[: cut.start()] if cut else before
    if not _content(subject, names):
        first = named_en.part(side, said.start, said.end)[0]
        near = max(first, said.start - SUBJECT)
        subject = text[near : said.start].partition(" ")[2] if near > first else text[first : said.start]
    after = text[said.end : said.end + OBJECT]
    cut = _stops.search(after) or _prepositions.search(after)
    ends = [found.start() for found in (_stops.search(after), _prepositions.search(after)) if found]
    own = " ".join(word for word in _word.findall(text[said.start : said.end]) if word not in said.literal)
    found = _content(f"{subject} {own} {after[: min(ends, default=len(after))]}", names)
    if said.of is not None:
        if _governed.search(after) and all(said.of.fullmatch(word) for word in found.values()):
            found |= _content(_governed.sub(" ", _stops.split(after)[0]), names)  # a bill that would legalise casinos
        found = {stem: word for stem, word in found.items() if not said.of.fullmatch(word)}
    return found


def of_two_parties(pair: Pair, mine: Stretch, theirs: Stretch) -> bool:
    """Whether what is said in two places has two subjects: the council backed it, shopkeepers oppose it."""
    one, other = _subject(pair.a, mine), _subject(pair.b, theirs)
    if not one or not other or any(x in pair.right.seen for x in one) or any(y in pair.left.seen for y in other):
        return False
    return not any(_alike(x, y) or kindred(x, y) for x in one for y in other)


def _subject(side: Features, said: Stretch) -> Theme:
    """The words before something said in its part of the sentence, up to the first preposition."""
    before = _reports.split(part_before(text_of(side), said.start))[-1].strip()
    cut = _prepositions.search(before)
    names = frozenset(name.word for name in named_en.names(side))
    return _content(before[: cut.start()] if cut else before, names, _NO_PARTY)


def of_two_things(pair: Pair, mine: Stretch, theirs: Stretch) -> bool:
    """Whether what is said in two places is said of two things."""
    one, other = theme(pair.a, mine), theme(pair.b, theirs)
    if one and other and not any(_alike(x, y) for x in one for y in other):
        return True
    return apart_en.other_modifier(pair) or _of_two_kinds(pair, one, other) or _elsewhere(pair)


def _alike(one: str, other: str) -> bool:
    return one == other or akin(one, other) or (min(len(one), len(other)) >= ROOT and one[:ROOT] == other[:ROOT])


ROOT = 5


def _of_two_kinds(pair: Pair, one: Theme, other: Theme) -> bool:
    """Whether a noun of both has other words beside it in each: the museum of modern art, the maritime museum."""
    for stem in one.keys() & other.keys():
        mine, theirs = _beside(pair.a, one[stem]), _beside(pair.b, other[stem])
        mine = {x for x in mine if x not in pair.right.seen}
        theirs = {y for y in theirs if y not in pair.left.seen}
        if mine and theirs and not any(_alike(x, y) for x in mine for y in theirs):
            return True
    return False


def _beside(side: Features, word: str) -> set[str]:
    """The stems of the words right before a noun, and of those that `of` ties to it."""
    names = frozenset(name.word for name in named_en.names(side))
    found = re.search(rf"((?:[a-z'-]+ )?){word}\b(?: of (?:the )?((?:[a-z'-]+ ?){{1,2}}))?", text_of(side))
    return set(_content(f"{found[1]} {found[2] or ''}", names)) if found else set()


_inside = re.compile(
    r"\b(?:in|at|for|among|outside) ((?:[\w'-]+ ){0,3}?[\w'-]+)"
    r"(?= (?:\w+ed|was|were|is|are|has|have|had|of|in|at|around|on|by|to|from|for|with|and|that|which|kept)\b|[,;.]|$)"
)


def _elsewhere(pair: Pair) -> bool:
    """Whether each stands behind `in` or `for` beside another noun: in the city, in the villages around it."""
    one, other = ({words.stem(head) for head in _heads(side)} for side in (pair.a, pair.b))
    if not one or not other:
        return False
    return one.isdisjoint(pair.right.seen) and other.isdisjoint(pair.left.seen)


def _heads(side: Features) -> list[str]:
    names = frozenset(name.word for name in named_en.names(side))
    found = []
    for phrase in _inside.findall(text_of(side)):
        head = phrase.split()[-1].removesuffix("'s")
        if _content(head, names):
            found.append(head)
    return found


__all__ = ["of_two_parties", "of_two_things", "theme"]
