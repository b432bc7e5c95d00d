"""What files say about themselves, put into the forms we keep: one line, an ISO date, a language tag."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from evidence.text.clean import storable

LONGEST = 500
"""Code points kept of a title, an author or a publisher."""
YEARS = range(1800, 2200)
"""Years in which a document may have been published."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_invisible = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]")
_numbers = re.compile(
    r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|\s?年\s?(?P<m2>\d{1,2})\s?月\s?(?P<d2>\d{1,2})\s?[日号號])"
    r"(?:T|\s*)(?P<time>\d{1,2}:\d\d(?::\d\d)?)?(?:[.,]\d+)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?\Z"
)
_compact = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)\Z")
_named = (
    re.compile(rf"(?P<d>\d{{1,2}})\s+{_MONTH}\s+(?P<y>\d{{4}})\Z", re.IGNORECASE),
    re.compile(rf"{_MONTH}\s+(?P<d>\d{{1,2}}),?\s+(?P<y>\d{{4}})\Z", re.IGNORECASE),
)


def one_line(text: str | None) -> str | None:
    """The words on one line without what cannot be seen, cut to LONGEST; None when nothing is left."""
    if text is None:
        return None
    line = " ".join(_invisible.sub("", storable(text[: LONGEST * 4])).split())
    return line[:LONGEST].strip() or None


def iso_date(text: str | None) -> str | None:
    """A date, with its time and zone when they are there, in ISO 8601; None for anything that is not surely one.

    Understands ISO 8601, `2025/8/26 07:04`, `2025年8月26日`, `26 August 2025`, `August 26, 2025` and the dates of
    mail and HTTP (RFC 5322). A date of numbers only is taken when it begins with the year.
    """
    text = (one_line(text) or "")[:60]
    found = _numbers.match(text)
    if found is not None:
        day = _day(found["y"], found["m"] or found["m2"], found["d"] or found["d2"])
        return None if day is None else _with_time(day, found["time"], found["zone"])
    found = _compact.match(text)
    if found is not None:
        return _day(found["y"], found["m"], found["d"])
    for form in _named:
        found = form.match(text)
        if found is not None:
            name = found[1 if found[1].isalpha() else 2].lower()
            return _day(found["y"], _MONTHS.index(name) // 4 + 1, found["d"])
    return _of_mail(text)


def language_tag(text: str | None) -> str | None:
    """The tag we use for what a file calls its language: `zh-TW` is `zh-Hant`, `en-GB` is `en`; None for no tag.

    Plain `zh` says nothing about the script, so it is none either.
    """
    parts = (text or "").strip().lower().replace("_", "-").split("-")
    if not re.fullmatch("[a-z]{2,3}", parts[0]):
        return None
    if parts[0] != "zh":
        return parts[0]
    if not {"hant", "tw", "hk", "mo"}.isdisjoint(parts):
        return "zh-Hant"
    return None if {"hans", "cn", "sg"}.isdisjoint(parts) else "zh-Hans"


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year in YEARS else None


def _with_time(day: str, time: str | None, zone: str | None) -> str:
    if time is None:
        return day
    hours, _, rest = time.partition(":")
    try:
        return datetime.fromisoformat(f"{day}T{hours:0>2}:{rest}{zone or ''}").isoformat()
    except ValueError:
        return day


def _of_mail(text: str) -> str | None:
    if not re.match(r"[A-Z][a-z]{2}, ", text):
        return None
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return found.isoformat() if found.year in YEARS else None
