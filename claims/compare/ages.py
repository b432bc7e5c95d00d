"""How old, how far up, how long, how much in all: what a sentence gives in dates, places and lists."""

import datetime
import re
from math import inf

from claims.compare import words
from claims.compare.reckoned import Answer, Demand, affinity, topics
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features
from claims.features.numbers_en import ONES, TENS
from claims.model import DateSpan, Facet, Quantity

_DECADES = {
    "teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80,
    "nineties": 90, "20s": 20, "30s": 30, "40s": 40, "50s": 50, "60s": 60, "70s": 70, "80s": 80,
}  # fmt: skip
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
_decade = re.compile(r"\bin (?:his|her|their) (?:(early|mid|late)[- ])?(" + "|".join(_DECADES) + r")\b")
_teen = re.compile(r"\b(?:teenagers?|teenaged?|teens)\b")
_under = re.compile(
    rf"\bnot yet (?:turned )?{_N}\b(?! \w+s\b)"
    rf"|\bbefore (?:he|she|they|his|her|their|the age of|turning|reaching)[\w ]{{0,18}}?{_N}(?:th birthday)?\b"
    rf"|\b(?:under|younger than|less than|below the age of|under the age of) {_N}"
    r"(?: years (?:old|of age)| when\b|,|\.| at the time)"
)
_over = re.compile(
    rf"(?<!people )(?<!those )(?<!adults )(?<!patients )(?<!women )(?<!men )(?<!children )(?<!voters )"
    rf"\b(?:had (?:already )?(?:turned|passed)|(?:older|more) than|over(?: the age of)?|past|after turning) {_N}"
    r"(?= years (?:old|of age)| when\b| at the time|\.|,| by)"
)
_aged = re.compile(
    rf"\b(?:aged|at the age of|at age|age of|aged only|aged just) {_N}\b|\b{_N}[- ]years?[- ]old\b"
    rf"|\b(?:was|is|were|,|at) {_N}(?= when| at the time|,|;|\.| and\b| as\b| in\b)"
)
_born = re.compile(r"\bborn\b")


def number(word: str) -> int:
    """A number up to 999 in figures or words; -1 if it is none."""
    if word.isdigit():
        return int(word)
    tens, _, ones = word.partition("-")
    if tens in TENS:
        return TENS[tens] + SMALL.get(ones, 0)
    return SMALL.get(word, -1)


def _asked(text: str) -> Demand | None:
    """The age in years that a claim speaks of."""
    if found := _decade.search(text):
        start = _DECADES[found[2]]
        parts = {"early": (0, 4), "mid": (3, 7), "late": (6, 10), None: (0, 10)}[found[1]]
        return Demand(start + parts[0], start + parts[1] - 0.001)
    if _teen.search(text):
        return Demand(13, 19.999)
    for pattern, below in ((_under, True), (_over, False)):
        if found := pattern.search(text):
            years = next((number(one) for one in found.groups() if one), -1)
            if years < 0:
                return None
            return Demand(-inf, years - 0.001) if below else Demand(years, inf)
    return None


def age(claim: Features, sentence: Features) -> Answer | None:
    """An age that the claim speaks of against an age of the sentence, or a birth and a later day."""
    demand = _asked(claim.text.lower())
    if demand is None:
        return None
    about = topics(claim) - {"age", "old", words.stem("teenager")}
    tokens, text = sentence.tokens, sentence.text.lower()
    best: tuple[float, float, str] | None = None
    for found in _aged.finditer(text):
        said = next(one for one in found.groups() if one)
        years = number(said)
        if years < 0 or _is_unit(text, found.end()):
            continue
        place = place_at(tokens, sentence, found.start(), text)
        if found[0].startswith("aged") and place and tokens.clause[place - 1] < tokens.clause[place]:
            place -= 1  # entered the cabinet, aged 32: said of what stands before
        score = affinity(tokens, place, about) + 0.2
        if best is None or score > best[0]:
            best = score, float(years), f"aged {said}"
    if (days := _since_birth(sentence, about)) and (best is None or days[0] >= best[0]):
        best = days
    if best is None:
        return None
    if words.stem("die") in claim.tokens.seen and (
        more := re.search(rf"\bfor {_N} years until (?:his|her) death", text)
    ):
        best = best[0], best[1] + number(more[1]), f"{best[2]}, and {more[1]} years more"
    low, high = (best[1], best[1] + 0.999) if best[2].startswith("aged") else (best[1] - 0.1, best[1] + 0.1)
    holds = demand.met(low) or (low != high and demand.met(best[1]))
    return Answer(holds, Facet.QUANTITY, f"{best[2]} {'bears that out' if holds else 'is another age'}")


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


def _since_birth(sentence: Features, about: set[str]) -> tuple[float, float, str] | None:
    tokens = sentence.tokens
    times = timed(sentence)
    births = [i for i, word in enumerate(tokens.words) if word == "born"]
    if not births or len(times) < 2:
        return None
    birth = min(times, key=lambda time: (abs(time[0] - births[0]), time[0]))
    later = [time for time in times if time is not birth and time[1] > birth[2]]
    if not later:
        return None
    event = max(later, key=lambda time: affinity(tokens, time[0], about))
    middle = [time[1] + (time[2] - time[1]) / 2 for time in (birth, event)]
    years = (middle[1] - middle[0]).days / 365.25
    return affinity(tokens, event[0], about) + 0.3, years, f"born {birth[3]}, {event[3]}"
