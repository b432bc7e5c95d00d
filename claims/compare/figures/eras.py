"""Claims that set a thing in, before or after a time that has a name, a century, a decade or a year."""

import datetime

from claims.compare import words
from claims.compare.figures.ages import SMALL, birth_years, timed
from claims.compare.figures.events import BIRTH, FOUNDING, events, side_of
from claims.compare.figures.moments import deed, deeds_of, moments
from claims.compare.figures.periods import LATEST, Period, not_until, of_the_war, period_of
from claims.compare.figures.reckoned import Answer, asks, dated_affinity, topics
from claims.compare.figures.spells import cued
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

Time = tuple[int, datetime.date, datetime.date, str]
"""Where a time stands, its first and last day, and its words."""


def era(claim: Features, sentence: Features) -> Answer | None:
    """In the nineteenth century, before the First World War, by 1960: against the time that the sentence gives."""
    asked = not_until(claim) if _goes_on(claim) else period_of(claim)
    if asked is not None and "born" in claim.tokens.words and (birth := birth_years(sentence)):
        born = datetime.date(birth[0], 1, 1), datetime.date(birth[1], 12, 31)
        return _compared(*born, asked, birth[2])
    times = [(one.place, one.first, one.last, one.text) for one in moments(sentence)] or timed(sentence)
    if asked is None and (asked := _of_the_war(claim, sentence, times)) is None:
        return None
    if _ceased.search(claim.text.lower()):
        return _ended(sentence, asked.low if asked.high == LATEST else asked.high, asked.said)
    tokens = sentence.tokens
    about = _about(claim, asked)
    going_on = "since" in claim.tokens.words and not _has_existed.search(claim.text.lower())
    ages = [time for time in times if (time[2] - time[1]).days >= AGE]
    times = [time for time in times if time not in ages and bool(_lasting.match(time[3])) == going_on] or times
    times = _of_its_kind(claim, sentence, times)
    if "first" in claim.tokens.words:
        times = [time for time in times if not _again(tokens, time[0])] or times
    if not times:
        return None
    verbs = _deeds(about)
    told, done = verbs | (topics(claim) & about), deeds_of(claim.tokens, last=True)

    def fit(time: Time) -> float:
        deeds = TOLD * deed(tokens, time[0], told) + VERY * deed(tokens, time[0], about)
        return _dated(tokens, time, about, verbs) + deeds + DONE * deed(tokens, time[0], done)

    scored = sorted(((fit(time), -time[0], time) for time in times), reverse=True)
    unclear = len(scored) > 1 and scored[0][0] <= UNCLEAR
    best = _of_its_end(claim, sentence, times) if unclear else scored[0][2]
    of_an_age = any(fit(age) > scored[0][0] for age in ages)  # told of in 1184, besieged thrice in the 17th century
    if best is None or of_an_age or _of_other_end(claim, sentence, best):
        return None
    if denied := _has_not(claim):
        asked = asked._replace(said=f"not {asked.said}")
    if some := _some_of.match(claim.text.lower()):
        return _so_many(some, times, asked)
    answers = [_compared(*_days_of(one), asked, one[3]) for one in _listed_with(best, times, tokens)]
    known = [one for one in answers if one is not None]
    answer = next((one for one in known if one.holds), known[0] if len(known) == len(answers) else None)
    if answer is None or not denied:
        return answer
    return Answer(not answer.holds, answer.facet, answer.reason)


AGE = 5000
"""Days of a time that is too long to tell when something was."""


def _again(tokens: Tokens, place: int) -> bool:
    """Whether a time is that of a second time: and for the second time in 1961."""
    return _next_time.search(" ".join(tokens.words[max(0, place - 4) : place])) is not None


_next_time = re.compile(r"\b(?:second|third|fourth|fifth|last) time\b")
UNCLEAR = 0.15
"""A time to which no more of the claim's words belong is not the one that the claim speaks of."""


def _of_its_end(claim: Features, sentence: Features, times: list[Time]) -> Time | None:
    """The one time that tells how something came into being, or how it ceased to be, as the claim does in other words.

    Ceased publication before 1950, against founded in 1868 and closed down in 1948.
    """
    mine, _ = _ends_of(topics(claim))
    told = {one.moment.place for one in events(sentence) if mine and one.own and not one.verbs.isdisjoint(mine)}
    found = [time for time in times if time[0] in told]
    return found[0] if len(found) == 1 else None


def _of_other_end(claim: Features, sentence: Features, time: Time) -> bool:
    """Whether a time tells how something came into being, and the claim how it ceased to be: signed, expired."""
    _, others = _ends_of(topics(claim))
    return any(
        one.moment.place == time[0] and one.own and one.verbs <= others
        for one in events(sentence)
        if others and one.verbs
    )


def _ends_of(about: set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the end of a life that a claim tells, and of the other; none where it tells neither or both."""
    for ends in words.sides("lives"):
        for mine, others in (ends, ends[::-1]):
            if not mine.isdisjoint(about) and others.isdisjoint(about):
                return mine, others
    return frozenset(), frozenset()


_ceased = re.compile(r"\b(?:no longer|not any ?more|(?:not|n't)\b.* any longer)\b")
_up_to = re.compile(r"\b(?:until|till|up to)\b[^,;]*$")


def _ended(sentence: Features, day: datetime.date, said: str) -> Answer | None:
    """No longer the coach after 2015, against the one end that the sentence gives: until her dismissal in 2014."""
    tokens = sentence.tokens
    ends = [
        one
        for one in moments(sentence)
        if one.end == "end"
        or one.text.lower().startswith("until")
        or _up_to.search(" ".join(tokens.words[max(0, one.place - ENDED) : one.place]))
    ]
    if len(ends) != 1:
        return None
    holds = ends[0].first <= day
    return Answer(holds, Facet.DATE, f"the end, “{ends[0].text}”, is {'not later' if holds else 'later'} than “{said}”")


ENDED = 5
"""Words between `until` and the year of an end: until her dismissal in 2014."""


def _of_its_kind(claim: Features, sentence: Features, times: list[Time]) -> list[Time]:
    """The times without those of births, foundations and ends, where a claim speaks of none and others are left."""
    kinds = BIRTH | FOUNDING
    if "until" not in claim.tokens.words:
        times = [time for time in times if not time[3].lower().startswith("until")] or times
    if len(times) < 2 or not kinds.isdisjoint(side_of(claim.tokens, range(len(claim.tokens.stems))).deed):
        return times
    begun = {one.moment.place for one in events(sentence) if one.own and not kinds.isdisjoint(one.verbs)}
    if _has_existed.search(claim.text.lower()):
        return [time for time in times if time[0] in begun] or times
    return [time for time in times if time[0] not in begun] or times


_some_of = re.compile(
    rf"(?P<n>{'|'.join(SMALL)}|all|both|none) of (?:the|his|her|its|their) (?P<all>{'|'.join(SMALL)})\b"
)


def _so_many(some: "re.Match[str]", times: list[Time], asked: Period) -> Answer | None:
    """Two of her three children were born before 1900: against a time for each of the three."""
    told = [_compared(*_days_of(one), asked, one[3]) for one in times]
    if len(told) != SMALL[some["all"]]:
        return None
    found = [one.holds for one in told if one is not None]
    wanted = {"all": len(told), "both": len(told), "none": 0}.get(some["n"]) or SMALL.get(some["n"], 0)
    if len(found) != len(told):
        return None
    return Answer(sum(found) == wanted, Facet.DATE, f"{sum(found)} of {len(told)} are “{asked.said}”")


_has_existed = re.compile(r"\b(?:been (?:around|in (?:business|existence|operation))|exist(?:ed|s)?)\b")
"""What is told of a thing from its foundation on."""


def _listed_with(one: Time, times: list[Time], tokens: Tokens) -> list[Time]:
    """The times that a deed has in a list, of which one is given: erupted in 1902, 1929 and again in 1963."""

    def joined(first: Time, second: Time) -> bool:
        between = range(min(first[0], second[0]) + 1, max(first[0], second[0]))
        return all(not tokens.content[i] or tokens.words[i] in _AGAIN for i in between)

    chain, left = [one], [time for time in times if time is not one]
    while more := [time for time in left if any(joined(time, each) for each in chain)]:
        chain += more
        left = [time for time in left if time not in more]
    return chain


_AGAIN = frozenset(["again", "recently", "once", "lastly", "finally", "most", "then"])


def _has_not(claim: Features) -> bool:
    """Whether a claim of one clause denies its deed for a time; not until 1890 is after it."""
    return _goes_on(claim) and "until" not in claim.text.lower() and len(set(claim.tokens.clause)) == 1


def _days_of(time: Time) -> tuple[datetime.date, datetime.date]:
    """The first and the last day on which it may have been; before 1250 leaves all earlier ones open."""
    bound = _bounding.match(time[3].lower())
    if bound is None:
        return time[1], time[2]
    return (time[1], LATEST) if bound["from"] else (datetime.date.min, time[2])


_bounding = re.compile(
    r"(?:(?P<from>not? earlier than|not before|after|later than)|before|prior to|by|earlier than|not? later than)\b"
)


def _compared(first: datetime.date, last: datetime.date, asked: Period, told: str) -> Answer | None:
    holds = asked.holds(first, last)
    if holds is None:
        return None
    reason = f"“{told}” lies within “{asked.said}”" if holds else f"“{told}” and “{asked.said}” are different times"
    return Answer(holds, Facet.DATE, reason)


def _about(claim: Features, asked: Period) -> set[str]:
    """The words of a claim that tell what it is about, those of the time itself left out: the First World War."""
    period = {words.stem(word) for word in re.findall(r"[a-z]+", asked.said)}
    return topics(claim).union(claim.tokens.named) - period


def _of_the_war(claim: Features, sentence: Features, times: list[Time]) -> Period | None:
    """Before or after the war, where the sentence tells of none by another name."""
    if words.stem("war") in sentence.tokens.seen or not times:
        return None
    about = topics(claim)
    verbs = _deeds(about)
    best = max(times, key=lambda time: (deed(sentence.tokens, time[0], about), deed(sentence.tokens, time[0], verbs)))
    return of_the_war(claim, best[1].year)


_until = re.compile(
    r"\b(?P<least>at least )?(?:until|till|up to)(?: (?P<more>at least|after|beyond|past))? (?:[a-z]+ )?"
    r"(?P<y>1[0-9]\d\d|20\d\d)\b"
)
_OVER = words.reckoned_words("superseded")


def _goes_on(claim: Features) -> bool:
    """Whether a claim says that something did not happen until then."""
    return not words.negations().isdisjoint(claim.tokens.seen)


TOLD = 1.0
"""What it adds that the verb nearest before a time is the claim's, or tells of the same deed."""
VERY = 0.3
"""What it adds besides that it is the very verb of the claim."""
DONE = 0.6
"""What it adds that no other verb stands between the claim's and the time."""
_lasting = re.compile(r"since\b", re.IGNORECASE)
"""The beginning of what goes on: when a thing was done, another time of the sentence tells."""


def _dated(tokens: Tokens, time: Time, about: set[str], verbs: set[str]) -> float:
    return dated_affinity(tokens, time[0], about | verbs)


def _deeds(about: set[str]) -> set[str]:
    """The words that may tell of the same deeds as some stems; what is built is also launched, laid or begun."""
    found = set[str]().union(*(group for group in words.reckoning("deeds") if not group.isdisjoint(about)))
    return found if BUILDING.isdisjoint(about) else found | FOUNDING


BUILDING = frozenset(map(words.stem, ["build", "construct", "erect", "make"]))


@asks(_until)
def until(claim: Features, sentence: Features) -> Answer | None:
    """The tallest until 1990, against a title that it lost in 1996; until at least 1990, until after 1990."""
    found = _until.search(claim.text.lower())
    bounded = found is not None and (found["least"] or found["more"])
    if found is None or _goes_on(claim) or (any(one.first for one in claim.dates) and not bounded):
        return None
    ends = [
        one
        for one in moments(sentence)
        if one.end == "end"
        or one.text.lower().startswith("until")
        or (not one.end and cued(sentence.tokens, one, _OVER))
    ]
    if not ends:
        return None
    last = ends[-1]
    year = int(found["y"])
    holds = last.first.year <= year <= last.last.year
    if bounded:
        holds = last.first.year >= year + (found["more"] in {"after", "beyond", "past"})
    return Answer(holds, Facet.DATE, f"“{last.text}” {'bears out' if holds else 'is not'} “{found[0]}”")


__all__ = ["era", "until"]
