"""Why a denial in one English statement need not clash with the other, although that names the very deed.

The other only wants, urges or fears it (`the opposition called on her to resign`), or says the same with a negative
word of its own (`not found on the island`, `absent`).
"""

from claims.compare import words
from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import asserted_en, named_en
from claims.compare.facets.contraries import contraries
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from evidence.text import lazy_re as re

REACH = 5
"""Tokens behind a denial in which the deed stands that it denies."""


def harmless(pair: Pair, places: list[int], *, first: bool) -> bool:
    """Whether the denials at some places of the first statement, else of the second, leave the other one true."""
    one, other = (pair.a, pair.b) if first else (pair.b, pair.a)
    own = pair.only_b if first else pair.only_a
    if _denies_too(other.tokens, own) or _in_a_word(one.tokens, other.tokens) or _at_another_time(one, other):
        return True
    if _no_event.search(one.key) and _called_off.search(other.key):
        return True  # no tournament took place, it was cancelled
    if _nobody_there.search(one.key) and not _somebody.search(other.key):
        return True  # nobody was in the school when the storm took its roof
    return pair.closeness < VERSIONS and any(_only_wanted(one.tokens, place, other) for place in places)


_no_event = Cue(r"\bno [a-z' -]{1,40}?(?:took place|(?:was|were) (?:held|played|staged|run|awarded)|occurred)\b")
_called_off = re.compile(r"\b(?:cancel\w*|call(?:ed|s) off|scrapped|suspended|abandoned|did not take place|not held)\b")
_nobody_there = Cue(r"\b(?:nobody|no one|no-one) (?:was|were|had been) (?:in|inside|at|on|aboard|near|there|home)\b")
_somebody = re.compile(
    r"\b(?:people|persons?|men|women|children|pupils|students|passengers|workers|guests|residents|visitors|crew|staff"
    r"|killed|died|hurt|injured|wounded|rescued|trapped|evacuated|inside|aboard|somebody|someone)\b|\x01"
)


def _only_wanted(tokens: Tokens, place: int, other: Features) -> bool:
    """Whether the other statement tells the deed that is denied only as what somebody wants, fears or foresees."""
    behind = range(place + 1, min(place + REACH, len(tokens.stems)))
    deed = next((tokens.stems[i] for i in behind if tokens.content[i]), "")
    if deed not in other.tokens.seen:
        return False
    at = named_en.find(other, other.tokens.words[other.tokens.stems.index(deed)])
    return at is not None and asserted_en.wanted(named_en.text_of(other), at.start)


def _at_another_time(one: Features, other: Features) -> bool:
    """Whether it was not done then and only later, or is not done yet and will be."""
    mine, theirs = one.key, other.key
    return bool(_only_later.search(theirs) or (_not_yet.search(mine) and _to_come.search(theirs)))


_only_later = re.compile(r"\b(?:only|not) (?:after|when|once|from|in the)\b|\bposthumous\w*\b|\bfor the first time\b")
_not_yet = re.compile(r"\b(?:yet|still not|so far|not since|has not|have not|hasn't|haven't)\b")
_to_come = re.compile(r"\b(?:will|plan(?:s|ned|ning)? to|expect(?:s|ed|ing)? to|due to|is to|are to)\b")


def _denies_too(tokens: Tokens, own: list[int]) -> bool:
    """Whether a statement says by a word of its own that something is not there or cannot be done."""
    return any(
        tokens.words[i] in _LACKING or _negative.fullmatch(tokens.words[i]) or tokens.words[i : i + 2] == ["free", "of"]
        for i in own
    )


def _in_a_word(tokens: Tokens, other: Tokens) -> bool:
    """Whether the other denies by an ending what a statement denies by a small word: no children, childless."""
    return any(word.endswith("less") and words.stem(word[: -len("less")]) in tokens.seen for word in other.words)


_LACKING = frozenset(
    {
        *("absent", "absence", "lack", "lacks", "lacked", "lacking", "missing", "devoid", "zero", "nil", "exempt"),
        *("avoided", "avoid", "avoids", "prevented", "prevents", "prevent", "barred", "banned", "ruled", "escaped"),
    }
)
_negative = re.compile(
    r"un(?!it)[a-z]{2,}(?:able|ible|ed|al|ent|ant|ive|ful)|(?:in|im|il|ir|non)[a-z]{3,}[ai]ble|[a-z]{4,}less"
)


def part_and_rest(pair: Pair, mine: float, theirs: float) -> bool:
    """Whether one counts those that did and the other those that did not: of eleven nine have, two have yet to."""
    wholes = [
        {float(one.low) for one in side.quantities if one.low and one.low == one.high} for side in (pair.a, pair.b)
    ]
    if mine + theirs not in wholes[0] & wholes[1]:
        return False
    return bool(_rest.search(pair.a.key)) != bool(_rest.search(pair.b.key)) or bool(contraries(pair))


def parts_of_whole(pair: Pair) -> bool:
    """Whether figures of the two are those of whom contraries are told, and make up what both give as the whole."""
    lows = [[float(one.low) for one in side.quantities if one.low] for side in (pair.a, pair.b)]
    return bool(contraries(pair)) and any(part_and_rest(pair, one, other) for one in lows[0] for other in lows[1])


_rest = re.compile(
    r"\b(?:yet to|not|never|none|rest|others?|remaining|without|still|fail\w*|refus\w*|declin\w*|against|unable)\b"
)


# --- denied of another, or beside what the other tells ------------------------------------------------------------


def beside(pair: Pair, place: int, *, first: bool) -> bool:
    """Whether a denial of the first statement, else of the second, is of nothing that the other one says."""
    if not pair.given_english:
        return False
    one, other = (pair.a, pair.b) if first else (pair.b, pair.a)
    if one.tokens.stems[place] not in words.negations() or any(each[0 if first else 1] == place for each in pair.both):
        return False  # both deny
    return _of_somebody_else(one.tokens, other.tokens, place) or _told_besides(pair, place, first=first)


def _of_somebody_else(tokens: Tokens, other: Tokens, place: int) -> bool:
    """Whether it is denied of one who is named right before it and not in the other, which names another of the first.

    Norway won, Sweden did not finish; Norway finished first.
    """
    before = place - 1
    while before >= 0 and tokens.words[before] in _AUXILIARY:
        before -= 1
    named: list[str] = []
    while before >= 0 and tokens.name[before] and (not named or tokens.clause[before] == tokens.clause[before + 1]):
        named.append(tokens.stems[before])
        before -= 1
    if not named or not other.seen.isdisjoint(named):
        return False
    subject = next((i for i in range(min(SUBJECT, len(other.stems))) if other.name[i]), None)
    return subject is not None and other.stems[subject] in tokens.seen and "'" not in other.words[subject]


SUBJECT = 2
"""Words at the beginning of a statement among which the name stands that it is about."""
_AUXILIARY = frozenset(
    ["did", "does", "do", "has", "have", "had", "was", "were", "is", "are", "will", "would", "could", "can"]
)


def _told_besides(pair: Pair, place: int, *, first: bool) -> bool:
    """Whether all that the other says is told outside the denial: published in 1931 but did not sell, published."""
    own, tokens, other = (pair.only_b, pair.left, pair.right) if first else (pair.only_a, pair.right, pair.left)
    if any(other.content[j] for j in own) or not other.rare:
        return False
    end = next((i for i in range(place + 1, len(tokens.words)) if _ends(tokens, place, i)), len(tokens.words))
    denied = next((i for i in range(place + 1, end) if tokens.content[i]), None)
    if denied is None or tokens.stems[denied] in other.seen:
        return False
    told = [match[0 if first else 1] for match in pair.both]
    return any(tokens.content[i] and (tokens.clause[i] != tokens.clause[place] or i >= end) for i in told)


def _ends(tokens: Tokens, place: int, i: int) -> bool:
    """Whether what is denied has ended before a place."""
    return tokens.clause[i] != tokens.clause[place] or tokens.words[i] in _NEXT


_NEXT = frozenset(["and", "but", "when", "while", "although", "though", "because", "whereas", "after"])


# --- more of these than of those --------------------------------------------------------------------------------

_more_than = Cue(
    r"\b(?P<a>[a-z]+) (?:[a-z]+ly |far )?(?:outnumber(?:s|ed|ing)?|exceed(?:s|ed|ing)?) (?:the )?(?P<b>[a-z]+)\b"
    r"|\b(?P<less>[a-z]+) (?:was|were|is|are|had been|have been) (?:[a-z]+ly |far )?"
    r"(?:outnumbered|exceeded) by (?:the )?(?P<more>[a-z]+)\b"
    r"|\bmore (?P<c>[a-z]+) than (?P<d>[a-z]+)\b|\bfewer (?P<f>[a-z]+) than (?P<e>[a-z]+)\b"
)
_SIDES = (("a", "b"), ("more", "less"), ("c", "d"), ("e", "f"))


def turned(pair: Pair) -> str:
    """More men than women in one, women outnumber men in the other; the empty text where nothing is turned."""
    found = [_more_than.search(named_en.text_of(side)) for side in (pair.a, pair.b)]
    if found[0] is None or found[1] is None:
        return ""
    sides = [
        next((words.stem(one[more]), words.stem(one[less])) for more, less in _SIDES if one[more])
        for one in (found[0], found[1])
    ]
    return f"“{found[0][0]}” against “{found[1][0]}”" if sides[0] == sides[1][::-1] else ""


__all__ = ["beside", "harmless", "part_and_rest", "turned"]
