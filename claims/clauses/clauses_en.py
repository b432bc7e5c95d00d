"""English prose and speech cut into clauses, without a tagger.

Prose: sentences end at a point that is no abbreviation's, and are cut where a conjunction, a relative pronoun
or a dash joins two parts that each have a finite verb. Speech without punctuation: a line begins a clause when
what came before has a verb already and the line opens with a subject or a connective.
"""

from collections.abc import Callable
from itertools import pairwise

from claims.clauses.joints_en import cuts
from claims.features.cues import table
from claims.features.finite_en import WORD, finite_at, words_of
from evidence.text import lazy_re as re

EndOf = Callable[[int], int | None]
Piece = tuple[int, int, bool]

_stop = re.compile(r"[.!?…]+[”\"')\]]{0,3}(?=\s|$)|[“\"(《]")
_before_stop = re.compile(r"[\w.&\-]+$")


def sentences(view: str, start: int, end: int, end_of: EndOf, text: str) -> list[tuple[int, int]]:
    """The sentences of English prose."""
    found = []
    at = begin = start
    while match := _stop.search(view, at, end):
        if match[0] in '“"(《':
            closed = end_of(match.start())
            at = min(closed, end) if closed else match.end()
            if closed and match[0] in '“"' and view[at - 2] in ".!?" and _opens(view, at, end):
                found.append((begin, at))
                begin = at
            continue
        at = match.end()
        if _ends_here(view, match, begin, end, text):
            found.append((begin, at))
            begin = at
    if view[begin:end].strip():
        found.append((begin, end))
    return found


def _opens(view: str, at: int, end: int) -> bool:
    """Whether a new sentence can begin after a closing quotation mark: no `she said` follows."""
    rest = view[at : min(end, at + 60)].strip()
    if not rest:
        return True
    return not re.match(r"(?:[\w.'’\-]+\s+){0,5}?(?:said|says|told|added|wrote|asked|replied|according)\b", rest)


def _ends_here(view: str, match: re.Match[str], begin: int, end: int, text: str) -> bool:
    if match[0][0] != ".":
        return True
    before = _before_stop.search(view, max(begin, match.start() - 14), match.start())
    word = before[0] if before else ""
    following = view[match.end() : min(end, match.end() + 3)].strip()
    if not following:
        return True
    at = match.start() - len(word)
    if word in _WORDS_TOO and text[at : match.start()].islower() and following[:1].isalpha():
        return True  # round the sun. The last time
    if word in words_of("abbreviation") or (len(word) == 1 and word.isalpha() and word != "i"):
        if word in _COUNTRIES:
            opener = WORD.match(view, match.end() + 1)
            return (
                opener is not None
                and opener[0] in table("names", "en")["common"]
                and _new_sentence(view, match.end(), begin, end, text)
            )
        return word in _CLOSING and _new_sentence(view, match.end(), begin, end, text)
    return not text[match.end() : match.end() + 3].strip()[:1].islower()


_WORDS_TOO = frozenset({"sun", "sat", "wed", "mar", "no", "fig", "ed", "hon"})
"""Abbreviations that are words as well when they are written small."""
_COUNTRIES = frozenset({"u.s", "u.k", "u.n", "e.u"})
"""Abbreviations with a capital after them inside a sentence as often as not: U.S. Agency."""
_CLOSING = frozenset({"inc", "ltd", "co", "corp", "plc", "jr", "sr", "d.c", "a.m", "p.m", "etc", "ph.d"})
"""Abbreviations that may stand last in a sentence."""


def _new_sentence(view: str, at: int, begin: int, end: int, text: str) -> bool:
    """Whether a sentence begins after an abbreviation: a capital, with a verb on either side of the point."""
    following = view[at : min(end, at + 80)]
    if not text[at : at + 3].strip()[:1].isupper():
        return False
    return finite_at(view[max(begin, at - 300) : at]) is not None and finite_at(following, 6) is not None


def cut_english(view: str, start: int, end: int, end_of: EndOf, text: str) -> list[Piece]:
    """The clauses of English prose."""
    pieces: list[Piece] = []
    for first, last in sentences(view, start, end, end_of, text):
        edges = [first, *cuts(view, first, last, end_of), last]
        pieces += [(a, b, a == first) for a, b in pairwise(edges) if b > a]
    return pieces


def cut_spoken_english(view: str, start: int, end: int) -> list[Piece]:
    """The clauses of a transcript whose lines bear little punctuation."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", view[start:end])]
    pieces: list[Piece] = []
    begin: int | None = None
    has_verb = False
    above = ""
    for number, (a, b) in enumerate(lines):
        line = view[start + a : start + b].strip()
        following = view[start + lines[number + 1][0] : start + lines[number + 1][1]] if number + 1 < len(lines) else ""
        if begin is not None and _begins_clause(line, following, above, has_verb):
            pieces.append((begin, start + lines[number - 1][1], True))
            begin = None
        if begin is None:
            begin, has_verb = start + a, False
        has_verb = has_verb or finite_at(line) is not None
        above = line
    if begin is not None:
        pieces.append((begin, end, True))
    return pieces


_that_clause = re.compile(
    r"(?:that|if|whether|because|considering|when|where|until|since|as|than|to|of|with|including|for|from)\b"
)


_says = re.compile(
    r"\b(?:said|says|say|told|believed|claims|claimed|saying|believes?|thinks?|announced|confirmed|revealed|tweeted|wrote"
    r"|argued|insisted|warned|explained|predicted|admitted)\b"
)
_knows = re.compile(r"\b(?:knows?|determined|asked|wonder|understand|see|seen|found|learned|shows?|showed)\b")


_in_month = re.compile(
    r"in (?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_dependent = re.compile(r"(?:that|what|if|whether|how|why|who|where)\b")
_prepositions = frozenset({"in", "on", "last", "before", "after", "this"})


def _begins_clause(line: str, following: str, above: str, has_verb: bool) -> bool:
    """Whether a line begins a clause rather than going on with the one above it."""
    if re.search(r"[.!?]$", above):
        return True
    first = WORD.findall(line.lower())[:1]
    if not first or not has_verb or _completes(line, above):
        return False
    if _that_clause.match(line) and not re.match(r"that\s+\w+\s+\w+", line):
        return bool(_in_month.match(line))
    if line.startswith("according to "):
        # A source at the head of what follows; before a conjunction it closed what came above.
        return not re.match(r"\s*(?:and|but|so|now|in|on)\b", following)
    return _opens_clause(line, first[0], following)


def _completes(line: str, above: str) -> bool:
    """Whether a line is what the words above it ask for: the object of a preposition, what somebody said or knows."""
    last = WORD.findall(above.lower())[-1:]
    if last and last[0] in words_of("open_end"):
        return True
    if _knows.search(above) and _dependent.match(line):
        return True
    says = _says.search(above)
    if not says or len(above[says.end() :].split()) > 4:
        return False
    return bool(_dependent.match(line)) or finite_at(above[says.end() :], 30) is None


def _opens_clause(line: str, first: str, following: str) -> bool:
    """Whether a line has a subject at its head and a verb in it or right after it."""
    verb = finite_at(line, 8)
    if first in _prepositions and verb is not None and verb < 2:
        return False
    after = following.split(maxsplit=1)[:1]
    goes_on = (
        bool(after) and finite_at(following, 1) == 0 and "'" not in after[0] and after[0] not in words_of("opener")
    )
    if first in words_of("opener"):
        return verb is not None or goes_on or first in {"and", "but", "so", "now"}
    if verb is None:
        return goes_on and len(line.split()) >= 2
    return verb > 0 or first in words_of("auxiliary")
