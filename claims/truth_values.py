"""What sources give as a value, made comparable: numbers, times of day, dates and words in different writings.

    >>> [read(value) for value in ("1,203,400", "1.2M", "7:25 PM", "Dec 2, 2011", "N/A")]
    [1203400.0, 1200000.0, Clock(minutes=1165), '2011-12-02', None]

Only whole values are read: `297 metres` stays words, since its unit would be lost.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple, TypeVar

from evidence.text import lazy_re as re
from evidence.text.fold import fold_key
from evidence.text.tokens import tokens

SAME = 0.005
"""Numbers that differ by less than this share of their size are one value."""
EXACT = 10_000
"""Whole numbers below this are written out, not rounded: years, minutes, small counts are the same or they are not."""
CLOSE = 0.02
"""Difference, as a share of their size, at which two numbers lend each other a third of their weight."""
MINUTES = 10.0
"""The same for times of day."""
LEAST = 0.01
"""Closeness below which a value lends another nothing."""
YEARS = range(1500, 2101)
"""Whole numbers that may be years, which lend one another nothing: 1990 is not nearly 2010."""


class Clock(NamedTuple):
    """A time of day, of which nobody says on what day."""

    minutes: int


class Moment(NamedTuple):
    """A time on a day."""

    day: int
    minutes: int


V = TypeVar("V")
Read = float | str | Clock | Moment

_MISSING = frozenset(
    {"", "-", "--", "—", "–", "?", "n/a", "na", "n.a.", "nan", "none", "null", "nil", "unknown", "tbd", "tba"}
    | {"not available", "未知", "不详", "无", "暂无", "不明"}
)
_SCALES = {
    "k": 3, "thousand": 3, "m": 6, "mm": 6, "mn": 6, "mln": 6, "million": 6, "b": 9, "bn": 9, "billion": 9, "t": 12,
    "tn": 12, "trillion": 12, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8,
    "十亿": 9, "万亿": 12,
}  # fmt: skip
_number = re.compile(
    r"(?P<open>\()?(?P<sign>[-−+])?(?:us|hk|nt|a|c)?[$€£¥₹]?\s?(?P<minus>[-−])?"
    r"(?P<figures>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+(?:[.,]\d+)?|\.\d+)"
    rf"(?P<scale>\s?(?:{'|'.join(sorted(map(re.escape, _SCALES), key=len, reverse=True))}))?\s?[%€£¥元]?\)?"
)
_time = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[ap])?(?:\.?m\b\.?)?"
)
_iso = re.compile(r"(?<!\d)(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?!\d)")
_american = re.compile(r"(?<!\d)(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})(?!\d)")
_names = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTHS = {name: place for place, name in enumerate(_names.split("|"), 1)}
_month = rf"(?P<m>{_names})[a-z]*\.?"
_worded = (
    re.compile(rf"\b{_month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{_month},?\s+(?P<y>\d{{4}})(?!\d)"),
)
_around_time = re.compile(
    r"[a-z]{0,9},?\s*(?:[a-z]{3,9}\.?\s*\d{0,2}|\d{1,2}\s*[a-z]{3,9}|[\d/-]{0,10})\.?,?\s*(?:at)?\s*"
)


def read(value: str | float) -> Read | None:
    """The value in a form in which different writings meet; None where it is missing or no number at all (NaN)."""
    if isinstance(value, str):
        return _read(value)
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


@lru_cache(maxsize=1 << 16)
def _read(text: str) -> Read | None:
    key = fold_key(text).strip()
    if key in _MISSING:
        return None
    match = _number.fullmatch(key)
    if match:
        return _number_of(match)
    day, rest = _day_of(key)
    time = _time.search(rest)
    # A time zone may follow.
    if time and _around_time.fullmatch(rest[: time.start()]) and len(rest) - time.end() <= 4:
        hour, half = int(time["hour"]), time["half"]
        if half:
            hour = hour % 12 + 12 * (half == "p")
        minutes = hour % 24 * 60 + int(time["minute"])
        return Clock(minutes) if day is None else Moment(day.toordinal(), minutes)
    return day.isoformat() if day is not None and not rest.strip(" ,.") else text.strip()


def _number_of(match: re.Match[str]) -> float | None:
    figures = match["figures"]
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}", figures):
        figures = figures.replace(".", "").replace(",", ".")
    scale = _SCALES[match["scale"].strip()] if match["scale"] else 0
    number = float(f"{figures.replace(',', '')}e{scale}")
    below = bool(match["open"]) or match["sign"] in {"-", "−"} or bool(match["minus"])
    return None if math.isinf(number) else -number if below else number


def _day_of(key: str) -> tuple[date | None, str]:
    """The day that a value names, and what is left of it without the day."""
    for pattern in (_iso, _american, *_worded):
        match = pattern.search(key)
        if match:
            month = _MONTHS.get(match["m"][:3]) or int(match["m"])
            try:
                return date(int(match["y"]), month, int(match["d"])), f"{key[: match.start()]} {key[match.end() :]}"
            except ValueError:
                return None, key
    return None, key


class Group(NamedTuple):
    """One value of a thing: how most write it, and who gives it."""

    value: str | float
    sources: list[str]


def grouped(said: Mapping[str, str | float]) -> tuple[list[Group], list[list[tuple[int, float]]]]:
    """The values of one thing, equal ones together, and for each the near ones: their places and how near, 0–1."""
    known = {source: found for source, value in said.items() if (found := read(value)) is not None}
    if any(isinstance(one, Clock) for one in known.values()):
        known = {source: Clock(one.minutes) if isinstance(one, Moment) else one for source, one in known.items()}
    first = min((one.day for one in known.values() if isinstance(one, Moment)), default=0)
    numbers: list[tuple[float, str]] = []
    times: dict[int, list[str]] = {}
    words: dict[tuple[str, ...], list[str]] = {}
    for source, one in known.items():
        if isinstance(one, Clock):
            times.setdefault(one.minutes, []).append(source)
        elif isinstance(one, Moment):
            times.setdefault((one.day - first) * 1440 + one.minutes, []).append(source)
        elif isinstance(one, str):
            words.setdefault(tuple(sorted(tokens(one))) or (one,), []).append(source)
        else:
            numbers.append((one, source))
    alike = _same_numbers(sorted(numbers))
    sizes = [group[0][0] for group in alike]
    groups = [[source for _, source in group] for group in alike] + [*times.values(), *words.values()]
    near: list[list[tuple[int, float]]] = [[] for _ in groups]
    _lend(near, 0, sizes, _close_numbers)
    _lend(near, len(alike), list(times), _close_times)
    return [Group(_commonest([said[source] for source in group]), sorted(group)) for group in groups], near


def _lend(
    near: list[list[tuple[int, float]]], start: int, values: Sequence[V], closeness: Callable[[V, V], float]
) -> None:
    """Enter how near these values, whose places begin at `start`, are to one another."""
    for a, b in combinations(range(len(values)), 2):
        found = closeness(values[a], values[b])
        if found > LEAST:
            near[start + a].append((start + b, found))
            near[start + b].append((start + a, found))


def _close_numbers(a: float, b: float) -> float:
    if a in YEARS and b in YEARS:
        return 0.0
    return math.exp(-abs(a - b) / (CLOSE * max(abs(a), abs(b))))


def _close_times(a: int, b: int) -> float:
    return math.exp(-abs(a - b) / MINUTES)


def _commonest(values: Sequence[str | float]) -> str | float:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)))


def same_number(a: float, b: float) -> bool:
    """Whether two numbers are one value but for a rounding."""
    size = max(abs(a), abs(b))
    if size < EXACT and a == int(a) and b == int(b):
        return a == b
    return abs(a - b) <= SAME * size


def _same_numbers(numbers: Sequence[tuple[float, str]]) -> list[list[tuple[float, str]]]:
    groups: list[list[tuple[float, str]]] = []
    for value, source in numbers:
        if groups and same_number(value, groups[-1][0][0]):
            groups[-1].append((value, source))
        else:
            groups.append([(value, source)])
    return groups
