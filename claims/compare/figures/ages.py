"""How old, how far up, how long, how much in all: what a sentence gives in dates, places and lists."""

import datetime
from math import inf
from typing import NamedTuple

from claims.compare import words
from claims.compare.figures.moments import Moment, deed, deeds_of, moments
from claims.compare.figures.reckoned import Answer, Demand, affinity, amounts, asks, dated_affinity, topics
from claims.compare.figures.shares import share_asked
from claims.compare.needed import Cue
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features
from claims.features.numbers_en import ONES, TENS
from claims.model import DateSpan, Facet, Quantity
from evidence.text import lazy_re as re

DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
"""Of a life or a century."""
_DECADES = {"teens": 10, **DECADES, **{f"{years}s": years for years in range(20, 90, 10)}}
SMALL = {"zero": 0, **ONES}
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
_N = (
    r"(?<![\d,.])(\d{1,3}(?![\d,.]*\d)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|"
    + "|".join(SMALL)
    + ")"
)
_decade = Cue(r"\bin (?:his|her|their) (?:(early|mid|late)[- ])?(" + "|".join(_DECADES) + r")\b")
_BIRTHDAYS = {
    "eighteenth": 18, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_BIRTHDAY = rf"(?:his|her|their) (?P<nth>{'|'.join(_BIRTHDAYS)}|\d\d(?:st|nd|rd|th)) birthday\b"
_teen = Cue(r"\b(?:teenagers?|teenaged?|teens)\b")
_ages_of_life = {
    "infant": (0, 3), "baby": (0, 3), "toddler": (0, 4), "child": (0, 15), "minor": (0, 18), "schoolboy": (5, 19),
    "schoolgirl": (5, 19), "boy": (0, 18), "girl": (0, 18), "adult": (18, inf), "quinquagenarian": (50, 60),
    "sexagenarian": (60, 70), "septuagenarian": (70, 80), "octogenarian": (80, 90), "nonagenarian": (90, 100),
    "centenarian": (100, inf),
}  # fmt: skip
_of_life = Cue(
    r"\b(?:was|were|is|being|as|still|only|just|then|yet|became) (?:still |only |just |then |already |yet )?an? "
    r"(?:mere |young |small )?(?P<life>" + "|".join(_ages_of_life) + r")\b(?! of|'s| (?:star|actor|soldier|bride))"
)
"""A word for an age of life: he was still a child, as an adult."""
_under = Cue(
    rf"(?:\bnot|n't) (?:yet|even) (?:turned )?{_N}\b(?! \w+s\b)|n't {_N} yet\b|\bbefore {_BIRTHDAY}"
    rf"|\bbefore (?:[\w'.-]+ ){{0,3}}?turned {_N}\b"
    rf"|\bbefore (?:he|she|they|his|her|their|the age of|turning|reaching)[\w ]{{0,18}}?{_N}(?:th birthday)?\b"
    rf"|\b(?:under|younger than|less than|below the age of|under the age of) {_N}"
    r"(?: years (?:old|of age)| when\b|,|\.| at the time)"
)
_over = Cue(
    rf"(?<!people )(?<!those )(?<!adults )(?<!patients )(?<!women )(?<!men )(?<!children )(?<!voters )"
    rf"\b(?:had (?:already )?(?:turned|passed)|(?:older|more) than|(?:over|past)(?: the age of)?"
    rf"|after (?:turning|(?:he|she|they)(?: had)? turned)) {_N}(?= years (?:old|of age)| when\b| at the time|\.|,| by)"
    rf"|\bafter {_BIRTHDAY}"
)
_aged = re.compile(
    rf"\b(?:aged|at the age of|at age|age of|aged only|aged just) {_N}\b|\b{_N}[- ]years?[- ]old\b"
    rf"|\b(?:was|is|were|,|at) {_N}(?= when| at the time|,|;|\.| and\b| as\b| in\b)"
)
_exactly = Cue(
    rf"\b(?:died|dead|killed|passed away|retired|married|elected|crowned|ordained|knighted|drowned|debuted)\b[^.;]*?"
    rf"\b(?:aged|at the age of|at age|at) {_N}(?=[.,;]|$| (?:in|on|from|of|after|when|while|by|at)\b)"
    rf"|\b(?:was|were|aged|at the age of|at age|only|just|at) {_N}(?: years old)? (?:when|on becoming)\b"
    rf"|\bat the age of {_N}\b|\b{_N}-year-old\b|\blived to (?:be|the age of|see) {_N}\b|\b{_N} when (?:he|she|they)\b"
    rf"|\bwhen (?:he|she|they) (?:was|were) (?:only |just |still )?{_N}(?: years old)?(?=[.,;]|$| and\b)"
)
"""An age that a claim gives as such, not as a bound."""


def number(word: str) -> int:
    """A number up to 999 in figures or words; -1 if it is none."""
    if word.isdigit():
        return int(word)
    tens, _, ones = word.partition("-")
    if tens in TENS:
        return TENS[tens] + SMALL.get(ones, 0)
    return SMALL.get(word, -1)


def ordinal(word: str) -> int:
    """The place that an ordinal names, in figures or words: 3rd, third."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS.get(word, number(word))


def _asked(text: str) -> Demand | None:
    """The age in years that a claim speaks of."""
    if found := _decade.search(text):
        start = _DECADES[found[2]]
        parts = {"early": (0, 4), "mid": (3, 7), "late": (6, 10), None: (0, 10)}[found[1]]
        return Demand(start + parts[0], start + parts[1] - 0.001)
    if _teen.search(text):
        return Demand(13, 19.999)
    if found := _of_life.search(text):
        low, high = _ages_of_life[found["life"]]
        return Demand(low, high - 0.001)
    for pattern, below in ((_under, True), (_over, False)):
        if found := pattern.search(text):
            nth = found.groupdict().get("nth")
            years = _birthday(nth) if nth else next((number(one) for one in found.groups() if one), -1)
            if years < 0:
                return None
            return Demand(-inf, years - 0.001) if below else Demand(years, inf)
    found = _exactly.search(text)
    if found is None or _bounding.search(text[max(0, found.start() - 12) : found.end()]):
        return None
    years = next((number(one) for one in found.groups() if one), -1)
    return Demand(years, years + 0.999) if years > 0 else None


def _birthday(nth: str) -> int:
    return _BIRTHDAYS.get(nth) or int(nth[:2])


_bounding = re.compile(r"\b(?:about|around|nearly|almost|over|under|than|least|most|before|after) \w+")


_PARTS = {
    words.stem(word): part
    for part, said in (
        ("victim", "victim victims wounded injured hurt killed"),
        ("suspect", "suspect suspects arrested detained charged accused gunman attacker assailant"),
        ("driver", "driver drivers pilot rider motorcyclist cyclist"),
        ("passenger", "passenger passengers pedestrian"),
        ("witness", "witness witnesses"),
    )
    for word in said.split()
}
"""What part somebody has in an accident or a crime, by words for it."""


_old = r"\d{1,3}(?![\d,.]*\d)"
_year_old = rf"(?:{_old}|[A-Za-z]+(?:-[a-z]+)?)-year-old"
_aged_one = re.compile(rf"{_year_old} (?:[a-z]+ )?(?P<who>man|woman|boy|girl|father|mother|son|daughter)\b")
_name = r"(?:[A-Z][\w'-]+ )+[A-Z][\w'-]+"
_aged_name = re.compile(
    rf"{_year_old} (?:[a-z]+ )?(?P<who>{_name})"
    rf"|(?P<whom>{_name}),?(?: aged| is| was| who is| who was)? {_old}(?=[,.; ])"
)
"""Whose age it is, right beside it: a man's or a woman's, or that of somebody with a name."""
_relation = (
    r"(?:co-\w+|deputy|assistant|wife|husband|widow|sons?|daughter|brother|sister|mother|father|partner|colleague"
    r"|team-?mate|predecessor|successor|rival|companion|passenger)"
)
_aged_other = re.compile(
    rf"\b{_year_old} (?:[a-z]+ )?{_relation}\b"
    rf"|\b{_relation}(?:, {_name})?,? (?:aged |is |was |who is |who was )?{_old}\b(?! years (?!old\b))"
)
"""The age of somebody else beside the one whom all is about: his deputy, the co-pilot."""
_WOMEN = frozenset({"woman", "girl", "mother", "daughter"})


def of_two_people(claim: Features, sentence: Features) -> bool:
    """Whether two ages are of people with other parts in one event: the man who was arrested, the victim.

    So they are of a man and a woman, or of two with other names, right beside the age.
    """
    mine, theirs = ({_PARTS[stem] for stem in side.tokens.seen & _PARTS.keys()} for side in (claim, sentence))
    if mine and theirs and mine.isdisjoint(theirs):
        return True
    man, other = (_aged_one.search(side.text) for side in (claim, sentence))
    if man and other and (man["who"] in _WOMEN) != (other["who"] in _WOMEN):
        return True
    if bool(_aged_other.search(claim.text)) != bool(_aged_other.search(sentence.text)):
        return True
    name, rival = (_aged_name.search(side.text) for side in (claim, sentence))
    return bool(name and rival) and _surname(name) != _surname(rival)


def _surname(found: re.Match[str] | None) -> str:
    """The last word of the name beside an age."""
    return (found["who"] or found["whom"]).split()[-1] if found else ""


@asks(_decade, _teen, _of_life, _under, _over, _exactly)
def age(claim: Features, sentence: Features) -> Answer | None:
    """An age that the claim speaks of against an age of the sentence, or a birth and a later day."""
    demand = _asked(claim.text.lower())
    if demand is None:
        return None
    if share_asked(claim.text.lower()) and any(one.interval.dimension == "share" for one in amounts(sentence)):
        return None  # how many of them are over 65
    about = topics(claim) - {"age", "old", words.stem("teenager"), *map(words.stem, _ages_of_life)}
    tokens, text = sentence.tokens, sentence.text.lower()
    best: Age | None = None
    for found in _aged.finditer(text):
        said = next(one for one in found.groups() if one)
        years = number(said)
        if years < 0 or _is_unit(text, found.end()):
            continue
        place = place_at(tokens, sentence, found.start(), text)
        if found[0].startswith("aged") and place and tokens.clause[place - 1] < tokens.clause[place]:
            place -= 1  # entered the cabinet, aged 32: said of what stands before
        score = affinity(tokens, place, about) + UNTIED
        if best is None or score > best.score:
            best = Age(score, float(years), years + 0.999, f"aged {said}")
    if (days := _since_birth(claim, sentence, about)) and (best is None or days.score >= best.score):
        best = days
    if best is None or (not _DEATH.isdisjoint(about) and not best.text.startswith("born") and not _ends(sentence)):
        return None
    if words.stem("die") in claim.tokens.seen and (
        more := re.search(rf"\bfor {_N} years until (?:his|her) death", text)
    ):
        longer = number(more[1])
        best = Age(best.score, best.low + longer, best.high + longer, f"{best.text}, and {more[1]} years more")
    holds = demand.low <= best.high and best.low <= demand.high
    if best.score <= UNTIED and _of_life.search(claim.text.lower()):
        return None  # as a boy he sang; from the age of 19 he played
    if not holds and of_two_people(claim, sentence):
        return None
    return Answer(holds, Facet.QUANTITY, f"{best.text} {'bears that out' if holds else 'is another age'}")


UNTIED = 0.2
"""How well an age fits a claim with which it shares no word."""


class Age(NamedTuple):
    """An age that a sentence gives or lets one reckon: from `low` to `high` years, and how well it fits the claim."""

    score: float
    low: float
    high: float
    text: str


def _is_unit(text: str, end: int) -> bool:
    return bool(
        re.match(
            r" (?:per ?cent|%|metres|meters|km|goals|points|million|thousand|o'clock|a\.m|p\.m)", text[end : end + 12]
        )
    )


def place_at(tokens: Tokens, sentence: Features, start: int, text: str) -> int:
    """Which token stands at an offset of the text, or the last before it."""
    at, best = 0, 0
    for i, (word, which) in enumerate(zip(tokens.words, tokens.number, strict=True)):
        if which >= 0:
            group: tuple[Quantity, ...] | tuple[DateSpan, ...] = (
                sentence.quantities if word == QUANTITY else sentence.dates
            )
            found = text.find(group[which].text.lower(), at) if which < len(group) else -1
        else:
            found = text.find(word, at)
        if found < 0:
            continue
        if found > start:
            break
        at, best = found, i
    return best


def timed(sentence: Features) -> list[tuple[int, datetime.date, datetime.date, str]]:
    """The known days and years of a sentence: place, first day, last day, words."""
    found = []
    tokens = sentence.tokens
    for place, (stem, which) in enumerate(zip(tokens.stems, tokens.number, strict=True)):
        if stem == DATE and which < len(sentence.dates):
            one = sentence.dates[which]
            low, high = one.first or one.last, one.last or one.first
            if low and high:
                found.append((place, datetime.date.fromisoformat(low), datetime.date.fromisoformat(high), one.text))
    return found


def _since_birth(claim: Features, sentence: Features, about: set[str]) -> Age | None:
    """From a birth to a later time: born in 1921, chosen in 1964; for a death, both ends of (1921 – 1964)."""
    tokens = sentence.tokens
    times = moments(sentence)
    if len(times) < 2:
        return None
    birth = _birth(sentence, times)
    later = [time for time in times if birth and time is not birth and time.first > birth.last]
    if birth is None or not later:
        return None
    dies = not _DEATH.isdisjoint(about)
    told = deeds_of(claim.tokens)
    event = max(
        later,
        key=lambda time: (
            dated_affinity(tokens, time.place, about | told)
            + deed(tokens, time.place, told)
            + dies * _ends_life(tokens, birth, time)
        ),
    )
    score = dated_affinity(tokens, event.place, about) + 0.3 + dies * _ends_life(tokens, birth, event)
    least, most = ((event.first - birth.last).days, (event.last - birth.first).days)
    return Age(score, int(least / 365.2425), most / 365.2425, f"born {birth.text}, {event.text}")


_turned = re.compile(
    rf"\b(?:turned|celebrated (?:his|her) )\s?{_N}(?:th birthday)? in (?P<year>(?:1[0-9]|20)\d\d)\b"
    rf"|\b(?:died|was killed) (?:in|on) (?:[\w ]+ )?(?P<died>(?:1[0-9]|20)\d\d),? (?:aged|at the age of|at) {_N}\b"
    rf"|\b(?:aged|at the age of|at) {_N},? in (?P<then>(?:1[0-9]|20)\d\d)\b"
)


def birth_years(sentence: Features) -> tuple[int, int, str] | None:
    """The years in which somebody may have been born whose age in some year a sentence tells."""
    found = _turned.search(sentence.text.lower())
    if found is None or words.stem("born") in sentence.tokens.seen:
        return None
    groups = found.groupdict()
    year = int(groups["year"] or groups["died"] or groups["then"])
    years = next(number(one) for one in found.groups() if one and number(one) > 0 and not re.fullmatch(r"\d{4}", one))
    return year - years - (groups["year"] is None), year - years, found[0]


_DEATH = {words.stem("die"), words.stem("live")}
_ended = re.compile(
    r"\b(?:died?|dies|dead|death|killed|murdered|drowned|executed|passed away|late|buried|lived to)\b|[–†-]"
)


def _ends(sentence: Features) -> bool:
    """Whether a sentence tells of somebody's death."""
    return bool(_ended.search(sentence.text.lower()))


_after_name = re.compile(r"\w[\w.'’]* \((?:born |b\. ?)?$")


def _ends_life(tokens: Tokens, birth: Moment, time: Moment) -> float:
    """How surely a time is that of a death: the second one in brackets, or one that follows `died`."""
    if time.place == birth.place:
        return 1.0
    before = [i for i, stem in enumerate(tokens.stems[: time.place]) if stem in _DEATH]
    return 1.0 if before and DATE not in tokens.stems[before[-1] : time.place] else 0.0


def _birth(sentence: Features, times: list[Moment]) -> Moment | None:
    """The time of a birth: beside `born`, or the first of the two years in brackets behind a name."""
    tokens = sentence.tokens
    if births := [i for i, word in enumerate(tokens.words) if word == "born"]:
        return min(times, key=lambda time: (abs(time.place - births[0]), time.place, time.first))
    at = sentence.text.find(times[0].text)
    ranged = times[0].end == "start" and _after_name.search(sentence.text[:at])
    return times[0] if ranged and len(times) > 1 and times[1].end == "end" else None
