"""English prose and speech cut into clauses, without a tagger.

Prose: sentences end at a point that is no abbreviation's, and are cut where a conjunction, a relative pronoun
or a dash joins two parts that each have a finite verb. Speech without punctuation: a line begins a clause when
what came before has a verb already and the line opens with a subject or a connective.
"""

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from claims.features.cues import table
from evidence.text import lazy_re as re

EndOf = Callable[[int], int | None]
Piece = tuple[int, int, bool]

REACH = 400
"""Code points to either side of a joint that are looked at."""

_stop = re.compile(r"[.!?…]+[”\"')\]]{0,3}(?=\s|$)|[“\"(《]")
_word = re.compile(r"[a-z0-9$£€%][a-z0-9'’.,%$£€\-]*", re.IGNORECASE)
_before_stop = re.compile(r"[\w.&]+$")
_joint = re.compile(
    r";\s+|\s+[—–]\s*|\s?—\s?|\s--\s"
    r"|,?\s+(?=(?:and(?!\s(?:an?\s)?(?:half|quarter|third|three[-\s]quarters)\b)|but|while|whereas|although|though|yet|nor)\s)"
    r"|,\s+(?=(?:which|who|whose)\s)|,\s+(?=\w+ing\s)"
)
_said_tail = re.compile(
    r"^\s*(?:[\w.'’\-]+\s+){1,9}?(?:said|says|told|added|wrote|reported|reports)\b.{0,60}$", re.DOTALL
)


@cache
def _words(*groups: str) -> frozenset[str]:
    return frozenset(word for group in groups for word in table("clauses", "en")[group])


def is_finite(word: str) -> bool:
    """Whether a word can be a finite verb by itself: an auxiliary, a past tense or a usual present tense."""
    if word in _words("auxiliary", "irregular", "present"):
        return True
    return len(word) > 4 and word.endswith("ed") and word not in _words("apart")


def _is_strictly_finite(word: str) -> bool:
    """Finite and rarely a noun or an adjective: what may follow a bare `and`."""
    if word in _words("auxiliary", "irregular"):
        return True
    if word.endswith("s") and word in _words("present"):
        return True
    return len(word) > 4 and word.endswith("ed") and word not in _words("apart")


def finite_at(text: str, reach: int = 10_000) -> int | None:
    """Which word of the text is its first finite verb, counted from 0; None when it has none within reach."""
    for number, match in enumerate(_word.finditer(text)):
        if number >= reach:
            return None
        if is_finite(match[0].rstrip(".,").lower()):
            return number
    return None


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
    if word in _words("abbreviation") or (len(word) == 1 and word.isalpha() and word != "i"):
        if word in _COUNTRIES:
            opener = _word.match(view, match.end() + 1)
            return (
                opener is not None
                and opener[0] in table("names", "en")["common"]
                and _new_sentence(view, match.end(), begin, end, text)
            )
        return word in _CLOSING and _new_sentence(view, match.end(), begin, end, text)
    return not text[match.end() : match.end() + 3].strip()[:1].islower()


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
        cuts = _cuts(view, first, last, end_of)
        edges = [first, *cuts, last]
        pieces += [(a, b, a == first) for a, b in pairwise(edges) if b > a]
    return pieces


def _cuts(view: str, start: int, end: int, end_of: EndOf) -> list[int]:
    cuts: list[int] = []
    begin = start
    for match in _joint.finditer(view, start, end):
        if end_of(match.start()):
            continue
        # Bounded, so that a sentence without an end costs no more than its length.
        left = view[max(begin, match.start() - REACH) : match.start()]
        right = view[match.end() : min(end, match.end() + REACH)]
        if _joins_clauses(match[0], left, right):
            cuts.append(match.end())
            begin = match.end()
    return cuts


def _joins_clauses(mark: str, left: str, right: str) -> bool:
    """Whether the joint between two parts of a sentence parts two assertions."""
    words = [m[0].rstrip(".,").lower() for m in _word.finditer(right)][:14]
    if len(words) < 4 or len(_word.findall(left)) < 4 or finite_at(left) is None or _said_tail.match(right):
        return False
    head = words[0]
    if _fraction.match(right):
        return False  # two and a half million
    if _open_relative.search(left) or _between.search(left) or _puts_right(left, right):
        return False
    if head in {"which", "who", "whose"}:
        return not re.search(r",\s", right[:120]) and any(is_finite(w) for w in words[1:5])
    if head.endswith("ing") and "," in mark and head not in _PREPOSITIONS_IN_ING:
        return bool(re.search(r"\d", right)) and len(words) >= 6
    if head in {"and", "but", "while", "whereas", "although", "though", "yet", "nor"}:
        rest = _until_mark.split(right[len(head) :], 1)[0]
        short = len(_word.findall(rest)) < SHORT and not any(map(str.isdigit, rest))
        return _coordinates(mark, head, words[1:], short=short)
    if ";" in mark or "—" in mark or "–" in mark or "--" in mark:
        verb = finite_at(right, 9)
        return verb is not None and not {"that", "which", "who"} & set(words[: verb + 1])
    return False


_open_relative = re.compile(r"(?:,\s(?:which|who|whose|where)\s[^,]{1,200}|\b(?:who|which)\s+(?:\S+\s+){0,12}\S*)$")
"""A relative clause that has not ended: what follows an `and` then goes on with it."""
_PHRASE = (
    r"(?:an?|the|his|her|its|their|our|my|this|that|these|those|by|in|at|on|from|for|with|to|because of|due to|of|as)"
)
"""How a phrase begins that is no clause."""
_until_clause = re.compile(r"[,;:.!?—–]|\b(?:that|which|who|whose|where|when|because|as|after|before|since)\b")
_until_mark = re.compile(r"[,;:.!?—–]|\b(?:and|but|because)\b")
SHORT = 6
"""Words from which on a predicate without a subject stands alone: not “and stayed for three hours”."""
_fraction = re.compile(r"\s*and (?:a|an|one|two|three) (?:half|halves|quarters?|thirds?|bit)\b")
_between = re.compile(r"\b(?:between|both|either)\s(?:\S+\s?){1,6}$")
_PREPOSITIONS_IN_ING = frozenset(
    {
        "including",
        "according",
        "following",
        "during",
        "regarding",
        "concerning",
        "bring",
        "king",
        "spring",
        "morning",
        "evening",
        "something",
        "nothing",
        "everything",
    }
)
_ADVERBS = frozenset(
    {
        "also",
        "then",
        "now",
        "later",
        "has",
        "have",
        "had",
        "no",
        "never",
        "still",
        "already",
        "not",
        "reportedly",
        "recently",
        "subsequently",
        "eventually",
        "finally",
        "again",
        "often",
        "only",
        "just",
        "more",
    }
)


_denied_part = re.compile(rf"\bnot (?:at all )?(?:really |so much )?{_PHRASE} [^,;:.!?]{{1,60}},?$")
_part_instead = re.compile(rf"but (?:rather |instead |simply |only )?{_PHRASE} ")


def _puts_right(left: str, right: str) -> bool:
    """Whether what follows a `but` is what stands in the place of what was denied: not an email but a machine."""
    instead = _part_instead.match(right)
    if instead is None or not _denied_part.search(left):
        return False
    phrase = _until_clause.split(right[instead.end() :], 1)[0]
    return finite_at(phrase) is None


def _coordinates(mark: str, head: str, words: list[str], *, short: bool) -> bool:
    """Whether the words after a conjunction begin a clause: a verb at once, or a subject and a verb.

    `short` is what the same subject did besides in a few words and without a figure: it does not stand alone.
    """
    if not words:
        return False
    lead = next((w for w in words if not (w.endswith("ly") or w in _ADVERBS)), "")
    if _is_strictly_finite(lead) or words[0] in {"has", "have", "had"}:
        return not (head == "and" and short)
    if words[0] in _words("subordinator"):
        return False
    if words[0] == "that":
        return head == "and"
    if head in {"but", "while", "whereas", "although", "though"} and "," in mark and words[0] not in _words("open_end"):
        return any(is_finite(w) for w in words[1:14])
    reach = 8 if "," in mark or head != "and" else (4 if words[0] in _words("subject") else 0)
    return any(is_finite(w) for w in words[1:reach])


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
    first = _word.findall(line.lower())[:1]
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
    last = _word.findall(above.lower())[-1:]
    if last and last[0] in _words("open_end"):
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
    goes_on = bool(after) and finite_at(following, 1) == 0 and "'" not in after[0] and after[0] not in _words("opener")
    if first in _words("opener"):
        return verb is not None or goes_on or first in {"and", "but", "so", "now"}
    if verb is None:
        return goes_on and len(line.split()) >= 2
    return verb > 0 or first in _words("auxiliary")
