"""Dates as intervals: two times of one event conflict only when the intervals do not touch; vague times never do."""

from collections.abc import Iterator
from datetime import date, timedelta

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.facets import beside, ends
from claims.compare.facets.period import Days, beginning, inside, of_one_year, span_of, touch
from claims.compare.facets.quantity import tells_former
from claims.compare.tokens import DATE, Tokens
from claims.compare.values import Features, Finding, Verdict
from claims.features import numbers_zh
from claims.model import DateSpan, Facet
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

REACH = 6
VERSIONS = 0.7


def pairs(pair: Pair) -> list[tuple[int, int, float]]:
    """Indices of dates of a and b that date the same thing, with how sure that is."""
    mine, theirs = _places(pair.left), _places(pair.right)
    aligned = {(i, j) for i, j in pair.matched if pair.left.stems[i] == DATE}
    scored = []
    for i in mine:
        for j in theirs:
            near_a, near_b = _near(pair.left, i), _near(pair.right, j)
            # The word that a date hangs on stands right beside it; two dates of one sentence differ in just that.
            shared = len(near_a & near_b) / max(1, min(len(near_a), len(near_b)))
            bound_a, bound_b = governed(pair.left, i), governed(pair.right, j)
            bound = len(bound_a & bound_b) / max(1, min(len(bound_a), len(bound_b)))
            if pair.a.language != pair.b.language:
                shared = bound = float(not pair.frames[0].isdisjoint(pair.frames[1]))
            elif len(mine) == len(theirs) == 1:
                bound = max(bound, _of_the_whole(pair, i, j))
            strength = 0.25 * shared + 0.45 * bound + 0.3 * ((i, j) in aligned)
            rivals = len(mine) > 1 and len(theirs) > 1 and _of_rivals(pair, i, j)
            scored.append((strength, rivals, i, j))
    scored.sort(key=lambda entry: (entry[1], -entry[0], *entry[2:]))
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for strength, _, i, j in scored:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            kept.append((pair.left.number[i], pair.right.number[j], strength))
    return kept


def _of_the_whole(pair: Pair, i: int, j: int) -> float:
    """How surely the only time of each dates all that is told: it stands by itself, or is what is said of the rest."""
    if not any(_stands_alone(side, place) for side, place in ((pair.a, i), (pair.b, j))):
        return 0.0
    return pair.cover if pair.cover >= ALL_ELSE and not pair.other_subject else 0.0


ALL_ELSE = 0.8
"""So much of the shorter one's content is told by both where one time dates both."""


def _stands_alone(side: Features, place: int) -> bool:
    """Whether a time is a clause by itself, or what the rest is said to be of: 搜查是4月4日的事."""
    tokens = side.tokens
    clause = [i for i, number in enumerate(tokens.clause) if number == tokens.clause[place]]
    if not any(tokens.content[i] for i in clause if i != place):
        return True
    start = tokens.starts[place]
    return side.language == "zh" and bool(_is_of.search(side.key[:start]) and _the_matter.match(side.key, start + 1))


_is_of = re.compile(r"(?:是|为|在|于)$")
_the_matter = re.compile(r"[^,;。:]{0,3}(?:的(?:事情?)?)?(?=[,;。]|$)")


def moved_along(pair: Pair) -> bool:
    """Whether two tell the same things of the same times in another order: east in 1889, west in 1902."""
    found = sorted(pairs(pair)) if len(pair.a.dates) > 1 and len(pair.b.dates) > 1 else []
    if len(found) < 2 or [j for _, j, _ in found] == sorted(j for _, j, _ in found):
        return False
    known = pair.a.day is None and pair.b.day is None
    days = [
        (span_of(pair.a.dates[i], pair.a, shared_time=known)[0], span_of(pair.b.dates[j], pair.b, shared_time=known)[0])
        for i, j, _ in found
        if i < len(pair.a.dates) and j < len(pair.b.dates)
    ]
    return all(mine != (None, None) and mine == theirs for mine, theirs in days)


def _of_rivals(pair: Pair, i: int, j: int) -> bool:
    """Whether the clauses of two dates begin with one of two things told apart each: the eastern and western line."""
    mine, theirs = (
        [tokens.stems[k] for k in range(len(tokens.stems)) if tokens.clause[k] == tokens.clause[at]]
        for tokens, at in ((pair.left, i), (pair.right, j))
    )
    return any(
        words.exclude(one, other)
        for one in mine
        if one not in theirs and words.has_rivals(one)
        for other in theirs
        if other not in mine
    )


def _places(tokens: Tokens) -> list[int]:
    return [i for i in tokens.figured if tokens.stems[i] == DATE]


def governed(tokens: Tokens, place: int, *, ahead: bool = False) -> frozenset[str]:
    """The two words with content that a date hangs on: before it in its clause, else after it; the other way `ahead`.

    What stands before a Chinese time is mostly the subject.
    """
    inside = [i for i in range(len(tokens.stems)) if tokens.content[i] and tokens.clause[i] == tokens.clause[place]]
    before, after = [i for i in inside if i < place][-2:], [i for i in inside if i > place][:2]
    return frozenset(tokens.stems[i] for i in (after or before if ahead else before or after))


def _near(tokens: Tokens, place: int) -> frozenset[str]:
    low, high = max(0, place - REACH), min(len(tokens.stems), place + REACH + 1)
    clause = tokens.clause[place]
    mine = frozenset(tokens.stems[i] for i in range(low, high) if tokens.content[i] and tokens.clause[i] == clause)
    return mine or frozenset(tokens.stems[i] for i in range(low, high) if tokens.content[i])


def findings(pair: Pair) -> Iterator[Finding]:
    """What the dates that belong together say."""
    if not pair.a.dates or not pair.b.dates:
        return
    if pair.a.language == pair.b.language == "en" and (swapped := _exchanged(pair)):
        yield Finding(Facet.DATE, Verdict.CONFLICT, 0.95, swapped)
        return
    shared_time = pair.a.day is None and pair.b.day is None
    crossed = _told_by_both(pair, shared_time=shared_time)
    for i, j, strength in pairs(pair):
        if i >= len(pair.a.dates) or j >= len(pair.b.dates):
            continue
        one, other = pair.a.dates[i], pair.b.dates[j]
        known = _days_of_both(pair, one, other, shared_time=shared_time)
        if known is None:
            yield from _before_christ(one, other, strength)
            continue
        mine, theirs, assumed, weeks_known = known
        sure = strength if weeks_known else FAINT
        if ends.one_differs(pair, (i, j), mine, theirs):
            yield ends.told_apart(_finding(one, other, mine, theirs, max(sure, SURE)), one, other)
            continue
        if crossed and mine in crossed and theirs in crossed:
            continue
        told = (len(pair.a.dates) == 1 and mine in crossed) or (len(pair.b.dates) == 1 and theirs in crossed)
        if told and not touch(mine, theirs):
            continue  # in 2000, against in 2010, up from so many in 2000
        if _reported_on(pair, mine, theirs, assumed=assumed):
            continue
        finding = _finding(one, other, mine, theirs, sure - 0.15 * assumed)
        bounds = _bounds_differ(pair, mine, theirs) or _contrary_ends(pair, i, j)
        yield ends.told_apart(finding, one, other) if bounds else finding


def _days_of_both(
    pair: Pair, one: DateSpan, other: DateSpan, *, shared_time: bool
) -> tuple[Days, Days, bool, bool] | None:
    """The days of two times, whether those of one hang on an assumed day, and whether it is known of which weeks.

    None where they are not known, or one is only so long after what was told before: 十年后.
    """
    mine, assumed_a = span_of(one, pair.a, shared_time=shared_time)
    theirs, assumed_b = span_of(other, pair.b, shared_time=shared_time)
    if beside.tells_deed(pair.a, one, pair.b, other) or beside.tells_deed(pair.b, other, pair.a, one):
        mine, theirs = (one.first, one.last), (other.first, other.last)
    if mine == (None, None) or theirs == (None, None):
        return None
    if _is_counted_on(one, assumed=assumed_a) != _is_counted_on(other, assumed=assumed_b):
        return None
    mine, theirs = of_one_year((mine, assumed_a), (theirs, assumed_b))
    if not (assumed_a and assumed_b):
        return mine, theirs, assumed_a or assumed_b, True
    moved = _weekday_near(one, mine, theirs), _weekday_near(other, theirs, mine)
    if None in (*mine, *theirs) and not touch(mine, theirs) and moved != (mine, theirs):
        return mine, theirs, True, False  # until Thursday, on Tuesday
    return *moved, True, True


_counted_on = re.compile(r"[年月周天週]之?[后後]$")


def _is_counted_on(one: DateSpan, *, assumed: bool) -> bool:
    return assumed and _counted_on.search(one.text) is not None


_bce = re.compile(r"[公西]元前\s?([\d一二三四五六七八九十百〇零]+)\s?年?|(\d+) (?:BCE?|B\.C\.)")


def _before_christ(one: DateSpan, other: DateSpan, strength: float) -> Iterator[Finding]:
    """What two years before the calendar say, which have no day."""
    said = [_bce.fullmatch(each.text) for each in (one, other)]
    years = [numbers_zh.parse(found[1] or found[2]) for found in said if found]
    if len(years) != len(said) or None in years:
        return
    if years[0] == years[1]:
        yield Finding(Facet.DATE, Verdict.AGREE, strength, f"“{one.text}” and “{other.text}” are the same time")
    else:
        yield Finding(Facet.DATE, Verdict.CONFLICT, strength, f"“{one.text}” and “{other.text}” are different times")


SURE = 0.8
"""How much a range weighs of which one end is the same in both."""


FAINT = 0.2
"""The weight of a difference between times that may be no difference: too little for a conflict."""
_weekday = re.compile(
    "(?:周|星期|礼拜)[一二三四五六日天末]起?"
    r"|(?:(?:until|till|by|before|from|since|after) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\.?"
)
WEEK = 7


def _weekday_near(one: DateSpan, days: Days, other: Days) -> Days:
    """The days of a weekday that is told without its week: of the week to come where the other time lies in that."""
    touching = touch(days, other)
    if (touching and None not in days) or not _weekday.fullmatch(fold_key(one.text)):
        return days
    first, last = (day and (date.fromisoformat(day) + timedelta(days=WEEK)).isoformat() for day in days)
    later = first, last
    return later if later == other or (not touching and touch(later, other)) else days


def _exchanged(pair: Pair) -> str:
    """Why two deeds or things have exchanged their times: consoles in May and PC in November, PC in May; or empty."""
    mine, theirs = _told_of(pair.left, pair.a), _told_of(pair.right, pair.b)
    both = sorted(mine.keys() & theirs.keys())
    if len(both) != EXCHANGED or len(mine) != EXCHANGED or len(theirs) != EXCHANGED:
        return ""
    one, other = both
    turned = mine[one] == theirs[other] and mine[other] == theirs[one] and mine[one] != mine[other]
    return f"“{mine[one]}” and “{mine[other]}” have changed places" if turned else ""


EXCHANGED = 2


def _told_of(tokens: Tokens, side: Features) -> dict[str, str]:
    """The last word with content before each time, behind the time before, with that time."""
    found: dict[str, str] = {}
    word = ""
    for i, stem in enumerate(tokens.stems):
        if stem == DATE and tokens.number[i] < len(side.dates):
            if word:
                found[word] = side.dates[tokens.number[i]].text.lower().strip(" .,")
            word = ""
        elif tokens.content[i]:
            word = stem
    return found


def _told_by_both(pair: Pair, *, shared_time: bool) -> set[Days]:
    """Times that both statements name where these are built in different ways: which is which is not to be told."""
    if pair.a.language != "en" or (pair.closeness >= VERSIONS and not (pair.given and tells_former(pair))):
        return set()
    mine, theirs = (
        {span_of(one, side, shared_time=shared_time)[0][0] for one in side.dates} for side in (pair.a, pair.b)
    )
    both = (mine & theirs) - {None}
    spans = (span_of(one, side, shared_time=shared_time)[0] for side in (pair.a, pair.b) for one in side.dates)
    return {span for span in spans if span[0] in both}


_reports = re.compile(
    r"公布|宣布|发布|公告|表示|透露|指出|\b(?:said|says|report(?:s|ed)|announce[ds]?|release[ds]?|disclose[ds]?|according)\b"
)


def _reported_on(pair: Pair, mine: Days, theirs: Days, *, assumed: bool) -> bool:
    """Whether a day on which something was reported stands beside the period that the report is about."""
    if not assumed or None in mine or None in theirs:
        return False
    lengths = [(date.fromisoformat(days[1] or "") - date.fromisoformat(days[0] or "")).days for days in (mine, theirs)]
    if min(lengths) > DAY_LIKE or max(lengths) < PERIOD_LIKE:
        return False
    short = pair.a if lengths[0] < lengths[1] else pair.b
    return bool(_reports.search(short.key))


DAY_LIKE, PERIOD_LIKE = 7, 80
"""Most days of what counts as a day of reporting, least days of what counts as a period reported on."""


def _bounds_differ(pair: Pair, mine: Days, theirs: Days) -> bool:
    """since 2010 and since 2012 in one sentence: both could hold, and yet one of them was changed."""
    open_alike = any(mine[k] is None and theirs[k] is None and mine[1 - k] != theirs[1 - k] for k in (0, 1))
    return open_alike and pair.closeness >= VERSIONS and not pair.only_a and not pair.only_b


_BEGINS, _ENDS = frozenset({"from", "since", "after"}), frozenset({"until", "till", "before"})


def _contrary_ends(pair: Pair, i: int, j: int) -> bool:
    """Until September and from September in one sentence."""
    if pair.a.language != "en" or pair.closeness < VERSIONS or pair.only_a or pair.only_b:
        return False
    mine, theirs = _leads(pair.a, i), _leads(pair.b, j)
    return (mine in _BEGINS and theirs in _ENDS) or (mine in _ENDS and theirs in _BEGINS)


def _leads(side: Features, number: int) -> str:
    """The word that leads to a date, which may be a part of it."""
    first = side.dates[number].text.lower().split(" ")[0]
    if first in _BEGINS | _ENDS:
        return first
    tokens = side.tokens
    place = next((k for k in tokens.figured if tokens.words[k] == DATE and tokens.number[k] == number), 0)
    return tokens.words[place - 1] if place else ""


def _finding(one: DateSpan, other: DateSpan, mine: Days, theirs: Days, weight: float) -> Finding:
    weight = max(0.0, min(1.0, weight))
    if not touch(mine, theirs) or ends.other_end(one, other, mine, theirs):
        reason = f"“{one.text}” and “{other.text}” are different times"
        return Finding(
            facet=Facet.DATE,
            verdict=Verdict.CONFLICT,
            weight=weight,
            reason=reason,
        )
    verdict, reason = Verdict.AGREE, f"“{one.text}” and “{other.text}” are the same time"
    if None not in theirs and (begins := beginning(one, mine)) and inside(begins, theirs):
        verdict, reason = Verdict.MORE_A, f"“{one.text}” begins within “{other.text}”"
    elif None not in mine and (begins := beginning(other, theirs)) and inside(begins, mine):
        verdict, reason = Verdict.MORE_B, f"“{other.text}” begins within “{one.text}”"
    elif inside(mine, theirs):
        verdict, reason = Verdict.MORE_A, f"“{one.text}” lies within “{other.text}”"
    elif inside(theirs, mine):
        verdict, reason = Verdict.MORE_B, f"“{other.text}” lies within “{one.text}”"
    return Finding(
        facet=Facet.DATE,
        verdict=verdict,
        weight=weight,
        reason=reason,
    )
