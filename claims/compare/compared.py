"""Claims that compare two things without a figure, or set a thing before or after a time that has a name."""

import datetime
import re

from claims.compare import words
from claims.compare.ages import timed
from claims.compare.intervals import comparable
from claims.compare.reckoned import Amount, Answer, affinity, amounts, kin, topics
from claims.compare.tokens import QUANTITY
from claims.compare.values import Features
from claims.model import Facet

_than = re.compile(
    r"\b(?P<which>more|less|fewer|longer|shorter|higher|lower|larger|smaller|older|younger|bigger|taller|heavier|lighter"
    r"|faster|slower|cheaper|greater|better|worse|above|below|over|under|exceeded|beat)\b(?P<what>[^.;]*?)"
    r"(?:\bthan\b (?P<other>[^.;]+)|(?P<plan>\b(?:its|the|their|his|her) "
    r"(?:budget|estimate|target|forecast|limit|design|plan|quota|guide price|asking price|"
    r"upper estimate|lower estimate)[^.;]*))"
)
_PLANNED = words.reckoned_words("planned")


def compared(claim: Features, sentence: Features) -> Answer | None:
    """More than planned, longer than his predecessor: two figures of the sentence against each other."""
    text = claim.text.lower()
    found = _than.search(text)
    if found is None or claim.quantities:
        return None
    other = {words.stem(word) for word in re.findall(r"[a-z]+", found["other"] or found["plan"] or "")}
    other -= words.stop_stems() - _PLANNED
    left_part = {words.stem(word) for word in re.findall(r"[a-z]+", text[: found.start()])}
    other -= left_part
    mine = (topics(claim) | left_part) - other - words.stop_stems()
    planned = not other.isdisjoint(_PLANNED)
    if planned:
        other |= _PLANNED
    figures = amounts(sentence)
    scored = []
    for left in figures:
        for right in figures:
            if left is right or not _alike(left, right):
                continue
            near = _said_of(sentence, right, other) - _said_of(sentence, left, other)
            if near <= 0:
                continue
            about = affinity(sentence.tokens, left.place, mine, left.quantity.text)
            about += 0.1 * affinity(sentence.tokens, right.place, mine, right.quantity.text)
            scored.append((near + 0.6 * about - 0.02 * abs(left.place - right.place), left, right))
    if not other.isdisjoint(_FORMER):
        scored += _former(sentence, figures, claim)
    scored += _the_rest(sentence, figures, other, mine)
    if not scored:
        return None
    _, left, right = max(scored, key=lambda entry: entry[0])
    one, two = left.value, _limit(right, text)
    if one == two:
        return None
    holds = (one < two) if words.stem(found["which"]) in words.reckoned_words("less") else (one > two)
    reason = f"“{left.quantity.text}” against “{right.quantity.text}”"
    return Answer(holds, Facet.QUANTITY, reason)


_FORMER = words.reckoned_words("former")


def _former(sentence: Features, figures: list[Amount], claim: Features) -> list[tuple[float, Amount, Amount]]:
    """The figure of the one whom the claim names, and the other one of its sort."""
    names: set[str] = set()
    for stem, name in zip(claim.tokens.stems, claim.tokens.name, strict=True):
        if name:
            names.add(stem)
        elif names:
            break
    return [
        (affinity(sentence.tokens, left.place, names) - affinity(sentence.tokens, right.place, names), left, right)
        for left in figures
        for right in figures
        if left is not right and left.interval.dimension == right.interval.dimension
    ]


def _alike(left: Amount, right: Amount) -> bool:
    """Whether two figures can be compared: one dimension, or a sum whose currency was not repeated."""
    if comparable(left.interval, right.interval):
        return True
    return "count" in {left.interval.dimension, right.interval.dimension} and min(left.value, right.value) > 0


def _limit(one: Amount, text: str) -> float:
    """The side of a range that a claim names: its upper estimate."""
    if "upper" in text or "high estimate" in text:
        return one.interval.high
    return one.interval.low if "lower" in text else one.value


def _said_of(sentence: Features, one: Amount, about: set[str]) -> float:
    """How surely a figure is said of some words; those of its own clause, close by, tell most."""
    tokens = sentence.tokens
    best = 0.0
    for i in range(max(0, one.place - 8), min(len(tokens.stems), one.place + 8)):
        if not kin(tokens.stems[i], about):
            continue
        between = range(min(i, one.place) + 1, max(i, one.place))
        figures = sum(tokens.stems[k] == QUANTITY for k in between)
        apart = tokens.clause[i] != tokens.clause[one.place]
        best = max(best, 1.5 - 0.08 * abs(i - one.place) - 0.6 * figures - 0.4 * apart)
    return best


def _the_rest(
    sentence: Features, figures: list[Amount], other: set[str], mine: set[str]
) -> list[tuple[float, Amount, Amount]]:
    """Winning 36 of 82 and losing all the others: what is left is a figure too."""
    found = re.search(
        r"\b(\w+) (?:all (?:the )?(?:others?|rest)|the (?:rest|others|remainder))\b", sentence.text.lower()
    )
    if found is None or len(figures) < 2:
        return []
    verb, tokens = words.stem(found[1]), sentence.tokens
    if verb not in tokens.stems:
        return []
    at = tokens.stems.index(verb)
    before = [one for one in figures if one.place < at]
    if len(before) < 2:
        return []
    part, whole = before[-1], before[-2]
    if whole.value <= part.value:
        return []
    left_over = whole.value - part.value
    rest = Amount(
        at,
        part.quantity.model_copy(update={"text": f"{left_over:g}"}),
        part.interval._replace(low=left_over, high=left_over),
    )
    if verb in other:
        return [(3.0, part, rest)]
    return [(3.0, rest, part)] if verb in mine else []


# --- times that have a name --------------------------------------------------------------------------------------

_ERAS = {
    r"(?:the )?(?:first world war|world war (?:i|one)|great war)\b": (1914, 1918),
    r"(?:the )?(?:second world war|world war (?:ii|two))\b": (1939, 1945),
    r"(?:the )?french revolution\b": (1789, 1799),
    r"(?:the )?(?:american )?civil war\b": (1861, 1865),
    r"(?:the )?russian revolution\b": (1917, 1917),
    r"(?:the )?turn of the (?:20th|twentieth) century\b": (1900, 1901),
    r"(?:the )?turn of the (?:21st|twenty-first|millennium)\b": (2000, 2001),
    r"(?:the )?(?:end|fall) of (?:the )?(?:cold war|berlin wall|communism)\b": (1989, 1991),
}  # fmt: skip
_ORDINAL = {
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
_century = re.compile(
    rf"(?:the )?(?:(?P<part>first half|second half|early|late|end|beginning|start|middle) (?:of )?(?:the )?)?"
    rf"(?P<n>{'|'.join(_ORDINAL)}|\d\d(?:th|st)) century\b"
)
_year = re.compile(r"(?:the )?(?:years? )?(?P<y>1[0-9]\d\d|20\d\d)\b(?!s)")
_years = re.compile(r"(?:the )?(?:early |mid-|late )?(?P<y>1[0-9]\d0|20\d0)s\b")
_LEAD = (
    r"\b(?P<lead>before|after|during|in|by|until|since|not before|prior to|following|within|as early as|earlier than"
    r"|later than)\s+(?:the (?:start|beginning|end|outbreak) of )?"
)


def era(claim: Features, sentence: Features) -> Answer | None:
    """In the nineteenth century, before the First World War, by 1960: against the time that the sentence gives."""
    asked = _era_asked(claim.text.lower())
    if asked is None:
        return None
    low, high, said = asked
    times = timed(sentence)
    tokens = sentence.tokens
    about = topics(claim) | {stem for stem, name in zip(claim.tokens.stems, claim.tokens.name, strict=True) if name}
    times = [time for time in times if (time[2] - time[1]).days < 5000]
    if not times:
        return None
    verbs = _deeds(about)
    scored = sorted(((_dated(tokens, time, about, verbs), -time[0], time) for time in times), reverse=True)
    if len(scored) > 1 and scored[0][0] <= 0.15:
        return None
    best = scored[0][2]
    first, last = best[1].year, best[2].year
    if low <= first and last <= high:
        return Answer(True, Facet.DATE, f"“{best[3]}” lies within “{said}”")
    if last < low or first > high:
        return Answer(False, Facet.DATE, f"“{best[3]}” and “{said}” are different times")
    return None


def _dated(
    tokens: object, time: tuple[int, datetime.date, datetime.date, str], about: set[str], verbs: set[str]
) -> float:
    return affinity(tokens, time[0], about | verbs)  # type: ignore[arg-type]


def _deeds(about: set[str]) -> set[str]:
    """The words that may tell of the same deed as some stems."""
    return (
        set().union(*(group for group in words.reckoning("deeds") if not group.isdisjoint(about))) if about else set()
    )


def _era_asked(text: str) -> tuple[int, int, str] | None:
    for pattern, span in (
        *((re.compile(_LEAD + era), years) for era, years in _ERAS.items()),
        (re.compile(_LEAD + _century.pattern), None),
        (re.compile(_LEAD + _years.pattern), None),
        (re.compile(_LEAD + _year.pattern), None),
    ):
        found = pattern.search(text)
        if not found:
            continue
        low, high = span or _span_of(found)
        lead = found["lead"]
        if lead in {"before", "prior to", "earlier than", "until"}:
            return 0, low - 1, found[0]
        if lead == "by":
            return 0, high if span or "y" not in found.groupdict() else low, found[0]
        if lead in {"after", "following", "since", "not before", "later than"}:
            return (low if lead in {"since", "not before"} else high + 1), 9999, found[0]
        if "y" in found.groupdict() and not found[0].endswith("s"):
            return None  # in 1893: the comparison of dates sees to that
        return low, high, found[0]
    return None


def _span_of(found: "re.Match[str]") -> tuple[int, int]:
    groups = found.groupdict()
    if year := groups.get("y"):
        start = int(year)
        return (start, start + 9) if found[0].endswith("s") else (start, start)
    written = groups["n"]
    start = (_ORDINAL.get(written) or int(written[:2])) * 100 - 100
    part = groups.get("part") or ""
    if part in {"first half", "early", "beginning", "start"}:
        return start, start + 50
    if part in {"second half", "late", "end"}:
        return start + 50, start + 100
    return start + 1 if not part else start + 30, start + 100 if not part else start + 70


__all__ = ["compared", "era"]
