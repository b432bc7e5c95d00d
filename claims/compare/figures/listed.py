"""How far up, how long, how much in all: what a sentence gives as places, days of the clock and lists."""

import datetime
from itertools import pairwise
from math import inf

from claims.compare import words
from claims.compare.figures.ages import ORDINALS, SMALL, number, ordinal, place_at
from claims.compare.figures.asked import Asked, asked_of, counted_alike, nouns
from claims.compare.figures.moments import moments
from claims.compare.figures.placed import of_elsewhere
from claims.compare.figures.reckoned import Amount, Answer, Demand, affinity, amounts, asks, topics
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from claims.features.clock import DAY, HALF_DAY, clock_times
from claims.features.dates import dates
from claims.features.numbers_en import TENS
from claims.model import Facet
from evidence.text import lazy_re as re

_top = Cue(rf"\b(top|bottom|last|first)[ -](?:the )?({'|'.join(SMALL)}|\d+|twenty|thirty|forty|fifty|hundred)\b")
_among = Cue(
    r"\b(?:among|one of) (?:the|its|his|her|their|(?:the )?[\w-]+(?: [\w-]+)?'s) "
    rf"(?P<n>{'|'.join(SMALL)}|\d+|twenty|thirty|fifty) "
    r"(?P<most>most \w+|least \w+|\w+est)\b"
)
_before_nth = re.compile(
    rf"\b(before|after|by|in) (?:the )?({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)) "
    r"(round|lap|set|inning|game|stage|week|day|minute|attempt|race)\b"
)
_ranked = re.compile(
    rf"\b(?:number|no\.|place|position|rank|peaked at|entered at) ?(\d+|{'|'.join(SMALL)})\b"
    rf"|\b({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))\b"
)
_team = re.compile(
    rf"\b(\d+|{'|'.join(SMALL)}|twenty)[- ](?:team|club|side|nation|strong|country|runner|crew|car|entr)"
)


_placed = re.compile(
    r"[,.;)]|$| (?:place|spot|position|in|with|on|out|behind|at|overall|after|ahead|of \d)\b"
    r"| (?:the )?(?:year|season) before"
)


_half_time = Cue(r"\bin the (?P<half>first|second) half\b(?! of)")
_minute = re.compile(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th|')?[- ]minute\b|\bminute (?P<m>\d{1,3})\b|\b(?P<k>\d{1,3}) minutes (?:in|into)\b"
)
HALF, GREY = 45, 40
"""Minutes after which a football match is in its second half; that of rugby begins earlier."""
_half_of = Cue(
    r"\b(?P<end>top|upper|bottom|lower) (?P<part>half|third|quarter)\b"
    r"(?! of (?:the )?(?:hour|inning|page|[a-z]+ century))"
)
_nth_of = re.compile(
    rf"\b(?P<nth>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)) (?:out )?of (?:the )?(?P<all>\d+|{'|'.join(SMALL)}|twenty)\b"
)


def _in_half_time(half: "re.Match[str]", said: str) -> Answer | None:
    """Abandoned in the second half, against the 67th minute."""
    given = list(_minute.finditer(said))
    if len(given) != 1:
        return None
    value = int(next(one for one in given[0].groups() if one))
    if GREY < value <= HALF:
        return None
    return Answer((value > HALF) == (half["half"] == "second"), Facet.QUANTITY, f"“{given[0][0]}”")


def _in_half(half: "re.Match[str]", said: str) -> Answer | None:
    """In the bottom half of the table, against 14th of 20; in the top third, against ninth in a league of 24 teams."""
    given = _nth_of.search(said)
    if given is not None:
        place, written = given["nth"], given["all"]
    else:
        sizes, places = list(_teams.finditer(said)), list(_came.finditer(said))
        if len(sizes) != 1 or len(places) != 1:
            return None
        place, written = next(one for one in places[0].groups() if one), sizes[0]["n"]
    value, total = ordinal(place), TENS.get(written) or number(written)
    parts = {"half": 2, "third": 3, "quarter": 4}[half["part"]]
    from_its_end = value if half["end"] in {"top", "upper"} else total + 1 - value
    return Answer(parts * from_its_end <= total, Facet.QUANTITY, f"place {value} of {total}")


_teams = re.compile(
    rf"\b(?P<n>\d+|{'|'.join(SMALL)}|{'|'.join(TENS)})(?:[- ](?:team|club|side|nation|country|runner|crew|car|boat)s?"
    r"| (?:teams|clubs|sides|nations|countries|runners|crews|competitors|entrants|starters|riders|entries))\b"
)
_came = re.compile(
    rf"\b(?:finish\w*|came|placed|placing|end(?:ed|ing)(?: up)?|ranked|was|were) (?:in |up |a \w+ |only )?"
    rf"({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))\b(?! (?:time|day|in (?:existence|history)))"
)


_not_among = re.compile(
    r"\b(?:not|never|n't|fail(?:s|ed|ing) to|outside|missed|without)\b[\w ]{0,24}$|n't\b[\w ]{0,24}$"
)
_formerly = re.compile(
    r"^,? (?:place )?(?:in )?(?:the )?(?:year before|previous (?:year|season)|season before|a year earlier)"
)
_entered = re.compile(r"\b(?:entered|previous|last year's)\b[^,;]{0,25}$")


def _is_named(claim: Features, sentence: Features) -> bool:
    """Whether the sentence has the last word of every name of the claim: it tells of the same match."""
    return all(any(word in sentence.key for word in name.split()[-1:]) for name in claim.names)


def _is_among(among: "re.Match[str]", said: str) -> Answer | None:
    """Among the three largest, against the second largest."""
    given = re.search(rf"\b(?:(?P<nth>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))[ -])?{among['most']}\b", said)
    if given is None:
        return None
    value, limit = ordinal(given["nth"]) if given["nth"] else 1, number(among["n"])
    limit = limit if limit > 0 else TENS.get(among["n"], 0)
    return Answer(value <= limit, Facet.QUANTITY, f"it is the {given[0]}") if limit else None


@asks(_before_nth, _top, _half_of, _among, _half_time)
def rank(claim: Features, sentence: Features) -> Answer | None:
    """The top ten, the bottom three, before the sixth round: against the place or round that the sentence gives."""
    text, said = claim.text.lower(), sentence.text.lower()
    if found := _before_nth.search(text):
        given = re.search(
            rf"\b{found[3]} (\d+|{'|'.join(SMALL)})\b|\b({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)) {found[3]}\b", said
        )
        if not given or (found[1] == "in" and not _is_named(claim, sentence)):
            return None
        value, limit = ordinal(given[1] or given[2]), ordinal(found[2])
        holds = {"before": value < limit, "after": value > limit, "by": value <= limit, "in": value == limit}[found[1]]
        return Answer(holds, Facet.QUANTITY, f"it was {found[3]} {value}")
    for cue, answered in ((_half_of, _in_half), (_among, _is_among), (_half_time, _in_half_time)):
        if one := cue.search(text):
            return answered(one, said)
    found = _top.search(text)
    if (
        not found
        or any(one.interval.dimension == "time" for one in amounts(claim))  # in the top 50 for half a year
        or found[1] == "first"
        or re.match(r" ?(?:-| )?(?:years?|months?|weeks?|days?|minutes?|games|matches)", text[found.end() :])
    ):
        return None
    limit = number(found[2]) if number(found[2]) > 0 else TENS.get(found[2], 100)
    about = (topics(claim) - {"top", "bottom"}).union(claim.tokens.named)
    places = []
    for given in _ranked.finditer(said):
        value = ordinal(given[1] or given[2])
        if given[2] and not _placed.match(said, given.end()):
            continue
        place = place_at(sentence.tokens, sentence, given.start(), said)
        former = bool(_formerly.search(said[given.end() : given.end() + 22]) or _entered.search(said[: given.start()]))
        places.append(
            (
                not of_elsewhere(claim, sentence, said[given.end() :]),
                affinity(sentence.tokens, place, about) - 3 * former + 0.3 * bool(given[1]),
                -given.start(),
                value,
            )
        )
    if not places:
        return None
    value = max(places)[-1]
    if found[1] in {"bottom", "last"}:
        total = _team.search(said)
        if not total:
            return None
        all_of = number(total[1]) if total[1] != "twenty" else 20
        holds = value > all_of - limit
    else:
        holds = value <= limit
    if _not_among.search(text[: found.start()]):
        return Answer(not holds, Facet.QUANTITY, f"place {value} {'is' if holds else 'is not'} among the {found[0]}")
    return Answer(holds, Facet.QUANTITY, f"place {value} {'is' if holds else 'is not'} among the {found[0]}")


# --- spans -------------------------------------------------------------------------------------------------------

_nth_day = re.compile(
    rf"\b(?:on|in|by|after) (?:its|the|their|his|her) ({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)) (day|week|month|year)\b"
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
BOTH_ENDS = 2
REFERENCE = datetime.date(2001, 1, 1)


def span(claim: Features, sentence: Features) -> Answer | None:
    """How long something took against the day it ended on, two days of a year, or two times of the clock."""
    asked = [one for one in asked_of(claim) if one.interval.dimension == "time"]
    asked = [one for one in asked if one.way != "plain" or one.unit in {"minutes", "hours"}]
    if len(asked) != 1:
        return None
    wanted = asked[0].interval
    slack = 0.0 if wanted.bound else 0.15
    demand = Demand((1 - slack) * wanted.low, (1 + slack) * wanted.high)
    said = sentence.text.lower()
    stated = any(one.interval.dimension == "time" for one in amounts(sentence))
    if (found := _nth_day.search(said)) and not stated:
        days = ordinal(found[1]) * _DAYS[found[2]]
        return _span_answer(demand, days, asked[0], found[0])
    if max(abs(side) for side in (wanted.low, wanted.high) if abs(side) != inf) < 2:
        times = list(clock_times(said, "en"))
        if len(times) == 2 and not any(
            one.interval.dimension == "time" and "old" not in one.quantity.text for one in amounts(sentence)
        ):
            turn = DAY if times[0].half_known and times[1].half_known else HALF_DAY
            lasted = (times[1].minute - times[0].minute) % turn
            ends = moments(sentence)
            if len(ends) == BOTH_ENDS and all(one.first == one.last for one in ends):
                lasted = times[1].minute - times[0].minute + DAY * (ends[1].first - ends[0].first).days
            return _span_answer(demand, lasted / DAY, asked[0], "from one time to the other")
        return None
    return _between_days(sentence, demand, asked[0])


def _between_days(sentence: Features, demand: Demand, asked: Asked) -> Answer | None:
    """Two days of one year, the year left out: 20 October and 7 December."""
    if any(one.first or one.last for one in sentence.dates) or len(sentence.dates) != 2:
        return None
    if any(one.interval.dimension == "time" for one in amounts(sentence)):
        return None
    ends = [dates(one.text, REFERENCE) for one in sentence.dates]
    days = [
        datetime.date.fromisoformat(one[0].first)
        for one in ends
        if one and one[0].first and one[0].first == one[0].last
    ]
    if len(days) != 2:
        return None
    return _span_answer(
        demand, float((days[1] - days[0]).days % 365), asked, f"{sentence.dates[0].text} … {sentence.dates[1].text}"
    )


def _span_answer(demand: Demand, days: float, asked: Asked, said: str) -> Answer:
    holds = demand.met(days)
    return Answer(holds, Facet.QUANTITY, f"“{said}” {'bears out' if holds else 'is not'} “{asked.text}”")


# --- sums --------------------------------------------------------------------------------------------------------

_in_all = Cue(
    r"\b(?:in all(?! (?:year|the|its|his|her|their|of|but|other|[a-z]+(?:s|ies)\b))"
    r"|altogether|between them|in total|combined|together|all of them|overall|worldwide"
    r"|globally)\b"
)
_elsewhere = re.compile(
    r" (?:(?:in|from|to) (?:(?:all )?other|foreign|overseas|international) (?:territories|countries|markets|regions)"
    r"|(?:in|from|to) the rest of the world|elsewhere|overseas|abroad|internationally|outside)\b"
)
_whole = re.compile(r"\b(?:worldwide|globally|global|total|in all(?! other)|overall)\b")


def total(claim: Features, sentence: Features) -> Answer | None:
    """A sum of what the sentence lists, or so many times so much each."""
    asked = [one for one in amounts(claim) if one.interval.dimension != "share"]
    if not asked:
        return None
    wanted, figures = next((one for one in reversed(asked) if one.interval.bound), asked[-1]), amounts(sentence)
    demand = Demand(wanted.interval.low, wanted.interval.high)
    if not wanted.interval.bound:
        slack = 0.1 if wanted.interval.about else 0.02
        demand = Demand((1 - slack) * wanted.value, (1 + slack) * wanted.value)
    value = _each(sentence, figures, wanted)
    if value is None and _in_all.search(claim.text.lower()):
        value = _stated(sentence, figures)
        value = _here_and_elsewhere(sentence, figures) if value is None else value
        value = _listed(sentence, figures, claim) if value is None else value
    if value is None:
        return None
    holds = demand.met(value)
    return Answer(
        holds, Facet.QUANTITY, f"that makes {value:,.12g} in all, {'as' if holds else 'not'} “{wanted.quantity.text}”"
    )


_total = re.compile(r"\b(?:total|tally|aggregate|sum)(?: \w+)? (?:to|of|at|is|was|stood at|reached)$")


def _stated(sentence: Features, figures: list[Amount]) -> float | None:
    """The one sum that the sentence gives itself: bringing his total to 203."""
    tokens = sentence.tokens
    found = [one for one in figures if _total.search(" ".join(tokens.words[max(0, one.place - 4) : one.place]))]
    return found[0].value if len(found) == 1 else None


def _here_and_elsewhere(sentence: Features, figures: list[Amount]) -> float | None:
    """The sum of two figures, one of which is that of all other places: 88 million here and 119 million elsewhere."""
    text = sentence.text.lower()
    if _whole.search(text):
        return None
    for one, other in pairwise(figures):
        of_one_sort = one.interval.dimension == other.interval.dimension != "share"
        end = text.find(other.quantity.text.lower()) + len(other.quantity.text)
        if of_one_sort and (_elsewhere.match(text, end)):
            return one.value + other.value
    return None


def _each(sentence: Features, figures: list[Amount], wanted: Amount) -> float | None:
    """So many things of so much each."""
    tokens = sentence.tokens
    for k, one in enumerate(figures):
        after = tokens.words[one.place + 1 : one.place + 2]
        if k and {"each", "apiece"} & set(after) and one.interval.dimension == wanted.interval.dimension:
            count = figures[k - 1]
            if count.interval.dimension.startswith("count"):
                return count.value * one.value
    return None


def _listed(sentence: Features, figures: list[Amount], claim: Features) -> float | None:
    """The sum of counts of one thing that stand in a list: 410 seats here, 260 there and 280 elsewhere."""
    about = set(claim.tokens.stems) | {
        words.stem(word)
        for one in amounts(claim)
        for word in re.findall(r"[a-z]+", f"{one.quantity.text} {one.quantity.unit or ''}")
    }
    counts = [one for one in figures if one.interval.dimension.startswith("count") and not one.interval.bound]
    asked = set().union(*(nouns(one.quantity.text, one.quantity.unit) for one in amounts(claim))) - _ANYBODY
    named = [one for one in counts if kin_of(one, about, sentence.tokens) or _counts_alike(one, asked, sentence.tokens)]
    if not named:
        return None
    bare = [one for one in counts if one.quantity.unit is None and one.place > named[0].place and one not in named]
    return (
        sum(one.value for one in (*named, *(bare if len(named) == 1 else ()))) if len(named) + len(bare) > 1 else None
    )


_ANYBODY = frozenset(map(words.stem, ["people", "persons", "residents", "members"]))


def _counts_alike(one: Amount, asked: set[str], tokens: Tokens) -> bool:
    """Whether a figure counts a kind of what is asked: undergraduates are students."""
    behind = tokens.stems[one.place + 1 : one.place + 2]
    return bool(asked) and counted_alike(asked, nouns(one.quantity.text, one.quantity.unit).union(behind))


def kin_of(one: Amount, about: set[str], tokens: Tokens) -> bool:
    """Whether a figure counts what some stems name."""
    near = [
        words.stem(word) for word in re.findall(r"[a-z]+", f"{one.quantity.text} {one.quantity.unit or ''}".lower())
    ]
    near += [
        stem
        for i, stem in enumerate(tokens.stems[one.place + 1 : one.place + 3])
        if tokens.clause[one.place + 1 + i] == tokens.clause[one.place]
    ]
    return any(stem in about and len(stem) > 2 and stem not in words.stop_stems() for stem in near)


__all__ = ["rank", "span", "total"]
