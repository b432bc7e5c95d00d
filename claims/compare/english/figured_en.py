"""Of whom, where and at which stage each of two English statements tells the figure or time that clashes.

The dead and the hurt, what was asked for and what was given, the town and the district around it, the start and the
end: each test reads the words beside the figure or time.
"""

from collections.abc import Iterator
from itertools import pairwise

from claims.compare import words
from claims.compare.akin import akin, kindred, known
from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import asserted_en, named_en
from claims.compare.english.around_en import first_head, head, part, said_in
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.facets.matched import figures_of_both
from claims.compare.facets.measured import befell
from claims.compare.figures.ages import of_two_people
from claims.compare.intervals import apart
from claims.compare.retelling.occasions import Reason
from claims.compare.tokens import Tokens
from claims.compare.values import Comparison, Features
from claims.model import Quantity, Resolution
from evidence.text import lazy_re as re

OWN = 2.0
"""From so much content of its own in each, two plain figures or times that name nothing in common are of two things."""
CLAIM = 10
"""A statement of fewer words is a claim that a longer one may answer."""
ANSWERED = 2.2
"""From so many times the content on, the longer one answers the shorter among much else."""


def of_figures(pair: Pair, found: Comparison) -> Iterator[Reason]:
    """Why two figures that clash are of two things, points or places."""
    mine, theirs = (_clashing(side.quantities, found) for side in (pair.a, pair.b))
    if mine is None or theirs is None:
        return
    if {_given(pair.a, mine), _given(pair.b, theirs)} == {True, False}:
        yield "one was asked for, the other was given", Resolution.TEMPORAL_CHANGE
    if _some_of_several.search(text_of(min((pair.a, pair.b), key=lambda side: len(side.text)))):
        yield "only one is told of some of several", Resolution.SCOPE_DIFFERENCE
    if _of_two_in_row(pair):
        yield "one is of another one in the row", Resolution.SCOPE_DIFFERENCE
    if _add_up(pair.a, theirs) or _add_up(pair.b, mine):
        yield "the figures of one add up to that of the other", Resolution.PRECISION_OR_UNIT
    if of_two_people(pair.a, pair.b):
        yield "they are the ages of two people", Resolution.SCOPE_DIFFERENCE
    parts = part(pair.a, mine), part(pair.b, theirs)
    leading = [f"{text_of(side).partition(',')[0]} {told}" for side, told in zip((pair.a, pair.b), parts, strict=True)]
    marked = [{mark for mark in (_next_one, _bidden) if mark.search(told)} for told in parts]
    if marked[0] != marked[1] or bool(_within.search(leading[0])) != bool(_within.search(leading[1])):
        yield "only one is of another of them", Resolution.SCOPE_DIFFERENCE
    if pair.closeness >= VERSIONS:
        return
    if all(_after.search(text_of(side), 0, at.start or 0) for side, at in ((pair.a, mine), (pair.b, theirs))):
        yield "they are so long after", Resolution.TEMPORAL_CHANGE
    if any(_new.search(one) and _all_of.search(other) for one, other in (leading, leading[::-1])):
        yield "one is of the new ones, the other of all", Resolution.SCOPE_DIFFERENCE
    if _of_two_levels(*leading):
        yield "one is of the town, the other of its surroundings too", Resolution.SCOPE_DIFFERENCE
    yield from _of_two_things(pair, mine, theirs)


_joined = re.compile(r"^(?: [a-z-]+){0,4}?(?:,| and|, and)(?: about| around| some| roughly| over)? $")


def _add_up(side: Features, whole: Quantity) -> bool:
    """Whether figures that `and` joins make up another one: 21,000 undergraduates and 6,000 postgraduates."""
    told = [one for one in side.quantities if one.start is not None and one.low == one.high and one.low]
    for first, second in pairwise(told):
        between = text_of(side)[(first.start or 0) + len(first.text) : second.start]
        if _joined.match(between) and first.low and second.low and whole.low and whole.low == whole.high:
            return abs(float(first.low + second.low) - float(whole.low)) <= ADDED * float(whole.low)
    return False


ADDED = 0.005
"""Share by which a sum may lie off the figures that make it up, which are rounded."""


def _of_two_things(pair: Pair, mine: Quantity, theirs: Quantity) -> Iterator[Reason]:
    one, other = _fates(part(pair.a, mine)), _fates(part(pair.b, theirs))
    if one and other and one.isdisjoint(other) and mine.low and theirs.low:
        yield f"one counts the {min(one)}, the other the {min(other)}", Resolution.SCOPE_DIFFERENCE
    one, other = (
        set(words.measures().get(head(side, at), ())) & _BALANCE for side, at in ((pair.a, mine), (pair.b, theirs))
    )
    if one and other and one.isdisjoint(other):
        yield f"one is of {min(one)}, the other of {min(other)}", Resolution.SCOPE_DIFFERENCE
    if _of_what_belongs(pair.a, pair.b) or _of_what_belongs(pair.b, pair.a):
        yield "only one is of a part", Resolution.SCOPE_DIFFERENCE
    if named_en.in_two_places(pair):
        yield "each is told of another place", Resolution.SCOPE_DIFFERENCE
    if _counts_its_own(pair, mine, theirs):
        yield "figures of one sort, in sentences that tell other things", Resolution.SCOPE_DIFFERENCE


_BALANCE = frozenset(["revenue", "profit", "sales", "loss", "exports", "imports", "debt", "cost", "inflation"])
"""What is told of a business or a trade side by side, each with figures of its own."""


def _clashing(told: tuple[Quantity, ...], found: Comparison) -> Quantity | None:
    """The figure of a statement that the reason of a clash quotes; None where it was reckoned."""
    quoted = [one for one in told if one.text in found.reasons[0] and one.start is not None]
    return quoted[0] if len(quoted) == 1 else None


_asked = re.compile(
    r"\b(?:asked|demand(?:ed|s|ing)?|sought|wanted|claimed|valued|insured|offered|asking|budgeted"
    r"|estimated (?:at|before|to))\b"
)
_paid = re.compile(
    r"\b(?:award(?:ed|s)|paid|fetched|sold|(?:knocked|hammered) down|received|agreed|granted|fined|sentenced|went)\b"
)


def _given(side: Features, figure: Quantity) -> bool | None:
    """Whether a figure is what was given, or what was asked for; None where neither is said."""
    text, at = text_of(side), figure.start or 0
    for before in (asserted_en.part_before(text, at), text[max(0, at - asserted_en.REACH) : at]):
        if _asked.search(before):
            return False
        if _paid.search(before):
            return True
    return None


_some_of_several = re.compile(
    r"\b(?:one|two|three|four|five|six|several|a few|a single) (?:other )?(?:seasons?|years?|games?|matches"
    r"|months?|weeks?|campaigns?|tournaments?) (?:with|in which)\b"
)
"""What says of how many seasons something holds that does not hold of all."""
_next_one = re.compile(
    r"\b(?:the|his|her|its|their) (?:other|remaining|successor|predecessor)\b|\baftershocks?\b"
    r"|\b(?:follow-up|sequel)(?: to [\w' ]+?)? (?:sold|made|earned|took|grossed|drew|ran|cost|won)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|some|several|many) other [a-z]+s\b"
    r"|\b(?:last|previous|next|return) (?:\w+ )?(?:game|match|meeting|leg|visit|concert|edition|stop)\b"
)
_bidden = re.compile(r"\b(?:invited|eligible)\b")
_within = re.compile(
    r"\bin the (?:capital|countryside|suburbs|city cent(?:re|er)|(?:rural )?(?:north|south|east|west)"
    r"|[a-z-]+ (?:sector|industry|trade|business))\b"
)
"""What only one figure is said of: another one; those who were bidden; a part of the country."""
_new = re.compile(r"\b(?:new|newly|recruits?|hires?|joiners|starters|first-time)\b")
_all_of = re.compile(r"\b(?:of all|all of|overall|in all|as a whole|in total)\b")
_after = re.compile(r"\bafter (?:about |some |only )?$")
_belonging = re.compile(r"(?:the|an?) (?:[\w-]+ ){1,2}?(?:from|of|on) (?:the|its|his|her|their) (?:[\w-]+ )?([\w-]+)")


def _of_what_belongs(side: Features, other: Features) -> bool:
    """Whether a statement is of something from or of what the other is about: the single from her album, her album."""
    found = _belonging.match(text_of(side))
    return found is not None and words.stem(found[1]) == first_head(other) != first_head(side)


_town = re.compile(r"\b(?:village|town|city|settlement)\b(?! (?:council|hall|centre))")
_around = re.compile(
    r"\b(?:municipality|district|county|parish|commune|canton|(?:metropolitan|urban|greater) area|agglomeration)\b"
)


def _of_two_levels(mine: str, theirs: str) -> bool:
    """Whether one figure is of a town or village, the other of the district, parish or area around it."""
    sides = (mine, theirs), (theirs, mine)
    return any(_town.search(one) and _around.search(other) and not _around.search(one) for one, other in sides)


_ROW = frozenset(map(words.stem, (
    "first", "second", "third", "fourth", "fifth", "last", "next", "new", "latest", "previous", "debut", "opening",
    "final", "upper", "lower", "northern", "southern", "eastern", "western",
)))  # fmt: skip


def _of_two_in_row(pair: Pair) -> bool:
    """Whether one noun is told apart in each by its place in a row: her first novel, her new novel."""
    mine, theirs = _in_row(pair.left), _in_row(pair.right)
    return any(mine[noun] != theirs[noun] for noun in mine.keys() & theirs.keys())


def _in_row(tokens: Tokens) -> dict[str, str]:
    found: dict[str, str] = {}
    for i in range(1, len(tokens.stems)):
        if tokens.stems[i - 1] in _ROW and tokens.content[i] and tokens.clause[i] == tokens.clause[i - 1]:
            found.setdefault(tokens.stems[i], tokens.stems[i - 1])
    return found


def _counts_its_own(pair: Pair, mine: Quantity, theirs: Quantity) -> bool:
    """Whether two plain figures stand in sentences of their own, and nothing says that they count one thing."""
    sides = figures_of_both(pair)
    one = next((each for each in sides[0] if each.quantity is mine), None)
    other = next((each for each in sides[1] if each.quantity is theirs), None)
    if one is None or other is None or one.interval.bound or other.interval.bound:
        return False
    far = apart(one.interval, other.interval)
    if far is not None and far >= MANY_TIMES:
        return True
    if one.nouns & other.nouns or "time" in {one.interval.dimension, other.interval.dimension}:
        return False
    return _tell_their_own(pair, in_other_words=False)


MANY_TIMES = 0.9
"""In factors of ten: two figures so far apart are a whole and a part, or of two things, unless a digit was left out."""


ALL_OR_NONE = re.compile(r"\b(?:not|no|none|nobody|never|without|all|every\w*|each|both|neither|only)\b|n't\b")
_word = re.compile(r"[a-z]+(?:['-][a-z]+)*")


def _fates(part: str) -> set[str]:
    """What became of the people that a part of a sentence counts; empty where it speaks of all or of none of them."""
    return set() if ALL_OR_NONE.search(part) else befell(map(words.stem, _word.findall(part)))


_begins = re.compile(
    r"\b(?:broke out|began|started|opened|took off|set off|departed|noticed|discovered|spotted|launched|called out)\b"
)
_ends = re.compile(
    r"\b(?:under control|put out|extinguished|declared out|ended|stopped|finished|closed|landed|touched down|arrived"
    r"|reached|completed|cleared|moored|docked)\b"
)
SEVERAL = 2
"""From so many words in common on, two times are taken to be of one deed."""
_of_a_year = re.compile(r"\d{4}|century")


def of_times(pair: Pair, found: Comparison) -> Iterator[Reason]:
    """Why two times that clash are those of two deeds."""
    ways = said_in(pair, found)
    if ways is None:
        return
    mine, theirs = ways
    deeds = _deed_before(pair.a, mine), _deed_before(pair.b, theirs)
    if words.opposed(*deeds) or words.opposed_of_one(*deeds):
        yield "they are the times of two contrary deeds", Resolution.TEMPORAL_CHANGE
    if pair.closeness >= VERSIONS:
        return
    parts = part(pair.a, mine), part(pair.b, theirs)
    if bool(_next_one.search(parts[0])) != bool(_next_one.search(parts[1])):
        yield "only one is of another of them", Resolution.SCOPE_DIFFERENCE
    stages = [(bool(_begins.search(told)), bool(_ends.search(told))) for told in parts]
    if sorted(stages) == [(False, True), (True, False)]:
        yield "one is when it began, the other when it ended", Resolution.TEMPORAL_CHANGE
    one, other = deeds
    days = not _of_a_year.search(found.reasons[0])
    if days and known(one) and known(other) and one != other and not kindred(one, other):
        yield "they are the times of two deeds", Resolution.SCOPE_DIFFERENCE
    wanted = [asserted_en.wanted(text_of(side), at.start) for side, at in ((pair.a, mine), (pair.b, theirs))]
    if wanted[0] != wanted[1]:
        yield "only one is a plan or a forecast", Resolution.TEMPORAL_CHANGE
    if days and pair.shared_words < SEVERAL and _tell_their_own(pair, in_other_words=True):
        yield "times in sentences that tell other things", Resolution.SCOPE_DIFFERENCE


def _deed_before(side: Features, at: Stretch) -> str:
    """The stem of the last deed told before a time in its part of the sentence; the empty text where none is."""
    told = _word.findall(asserted_en.part_before(text_of(side), at.start))
    deeds = [word for word in told if word in words.past_forms() or word.endswith("ed")]
    return words.stem(deeds[-1]) if deeds else ""


def _tell_their_own(pair: Pair, *, in_other_words: bool) -> bool:
    """Whether each of two statements of like size has much to tell that the other has not.

    With `in_other_words`, what the other says in a word of much the same meaning is not counted.
    """
    if max(pair.sizes) >= ANSWERED * min(pair.sizes) or min(len(one.text.split()) for one in (pair.a, pair.b)) < CLAIM:
        return False
    if not in_other_words:
        return min(pair.left_over) >= OWN
    mine = [pair.left.stems[i] for i in pair.only_a]
    theirs = [pair.right.stems[j] for j in pair.only_b]
    sides = ((pair.left, pair.only_a, theirs), (pair.right, pair.only_b, mine))
    return all(
        sum(side.weights[i] for i in only if not any(akin(side.stems[i], each) for each in others)) >= OWN
        for side, only, others in sides
    )


__all__ = ["ALL_OR_NONE", "of_figures", "of_times"]
