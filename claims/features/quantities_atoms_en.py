"""English number words, shares and rough numbers as atoms: one in five, half a million, dozens, seven-figure."""

from collections.abc import Callable

from claims.features import numbers_en
from claims.features.quantities_atom import MAX_DIGITS, Atom, of_places, percent, plain
from claims.features.quantities_scan import DENOMINATORS
from evidence.text import lazy_re as re

_LONG = {"year": 1, "decade": 10, "century": 100}


_bounding = re.compile(
    r"\b(?:than|over|under|least|nearly|almost|within|exceeding|beyond|below|above)\s$", re.IGNORECASE
)
"""Words that make a number of the article after them: over a year, less than an hour."""


_smaller_unit = re.compile(
    r"(?<=hour)\sand\s(?:[a-z]+(?:-[a-z]+)?|\d\d?)\sminutes?\b"
    r"|(?<=minute)\sand\s(?:[a-z]+(?:-[a-z]+)?|\d\d?)\sseconds?\b"
    r"|(?<=year)\sand\s(?:[a-z]+|\d\d?)\smonths?\b|(?<=day)\sand\s(?:[a-z]+|\d\d?)\shours?\b",
    re.IGNORECASE,
)
"""What follows one of a larger unit that is counted on in the next smaller one: an hour and twenty minutes."""


def _and_a_half(found: re.Match[str]) -> Atom | None:
    """A year and a half, an hour and twenty minutes; a decade. "A year" alone is an article, not a count."""
    word = found["au"].lower()
    before = found.string[max(0, found.start() - 14) : found.start()]
    counted = found["ahalf"] or word in {"decade", "century"} or _bounding.search(before)
    if not counted and not _smaller_unit.match(found.string, found.end()):
        return None
    value = (1 + (numbers_en.part_of(found["ahalf"]) if found["ahalf"] else 0)) * _LONG.get(word, 1)
    return Atom(found.start(), found.end(), value, value, unit="years" if word in _LONG else f"{word}s", kind="share")


def _word_value(word: str) -> float:
    lowered = word.lower()
    if lowered[0].isdigit():
        return float(lowered.replace(",", ""))
    return {"a": 1.0, "an": 1.0, "a hundred": 100.0}.get(lowered) or float(numbers_en.SMALL.get(lowered, 0))


def _quarter_x(found: re.Match[str]) -> Atom | None:
    """A quarter of a million, three quarters of an hour."""
    value = numbers_en.PARTS[found["qd"].lower()] * _word_value(found["qn"] or "a")
    if found["qx"]:
        value *= numbers_en.SCALES[found["qx"].lower()]
        return Atom(found.start(), found.end(), value, value, kind="english")
    half, unit = _HALVES[re.sub(r"\s", " ", found["qu"].lower())]
    value = round(2 * half * value, 6)
    return Atom(found.start(), found.end(), value, value, unit=unit, kind="share")


def _half_point(found: re.Match[str]) -> Atom | None:
    value = 0.5 if found["hp"].lower() == "half" else 0.25
    return Atom(found.start(), found.end(), value, value, unit="pp", kind="share")


def _fold(found: re.Match[str]) -> Atom | None:
    number = re.split(r"[- ]?fold", found["fold"], maxsplit=1, flags=re.IGNORECASE)[0]
    value = _word_value(number) if len(number) <= MAX_DIGITS else 0
    return Atom(found.start(), found.end(), value, value, unit="times", kind="share") if value else None


def _one_of(found: re.Match[str]) -> Atom | None:
    parts = re.split(r"\s(?:in|out\sof)\s(?:every\s)?", found["oneof"], maxsplit=1, flags=re.IGNORECASE)
    above, below = (_word_value(part) for part in parts)
    return percent(found, above / below * 100) if 0 < above < below else None


_rating = re.compile(r"\b(?:rat(?:ed|es|ing|ings)|scor(?:e|ed|es|ing)|marks?|grades?|graded|stars?)\b", re.IGNORECASE)


def _mark(found: re.Match[str]) -> Atom | None:
    """A mark on a scale: 6.3/10, 4.21 out of 5; two whole numbers only near a word for a rating, for 6/10 is a day."""
    written = found["mark"]
    above, below = re.split(r"/|\sout\sof\s(?:a\spossible\s)?", written, maxsplit=1)
    if "/" in written and "." not in above:
        around = found.string[max(0, found.start() - 100) : found.end() + 30]
        if not _rating.search(around):
            return None
    value, scale = float(above), _word_value(below)
    return percent(found, value / scale * 100) if 0 < value <= scale else None


def _slash(found: re.Match[str]) -> Atom | None:
    above, below = map(int, found["slash"].split("/"))
    return percent(found, above / below * 100) if 0 < above < below else None


def _figure(found: re.Match[str]) -> Atom | None:
    word = (found["fig"] or "").lower()
    places = {"double": 2, "triple": 3}.get((found["double"] or "").lower()) or int(_word_value(word))
    return of_places(found, places) if 1 < places < 16 else None


def _multi(found: re.Match[str]) -> Atom | None:
    unit = {"dollar": "USD", "pound": "GBP", "euro": "EUR", "yuan": "CNY"}.get((found["mmoney"] or "").lower())
    low = 2 * numbers_en.SCALES[found["mscale"].lower()]
    return Atom(found.start(), found.end(), low, None, unit=unit, approximate=True, kind="vague")


_PLURALS = {"tens": 10, "scores": 20, "dozens": 12, "hundreds": 100, "thousands": 1000}

_figure_next = re.compile(r"\s\d")


def _plural(found: re.Match[str]) -> Atom | None:
    def scale(word: str) -> int:
        return _PLURALS.get(word.lower()) or numbers_en.SCALES[word.lower().rstrip("s")]

    low = 2 * scale(found["p1"]) * (scale(found["p2"]) if found["p2"] else 1)
    if found["p1"].lower() == "tens" and not found["p2"]:
        return None
    if found["p1"].lower() == "scores" and _figure_next.match(found.string, found.end()):
        return None  # it scores 3.5
    return Atom(found.start(), found.end(), low, None, approximate=True, kind="vague")


def _vague_scale(found: re.Match[str]) -> Atom | None:
    couple = "couple" in found["vq"].lower()
    scale = numbers_en.SCALES[found["vs"].lower()] if found["vs"] else 1
    low = (3 if found["vq"].lower() == "several" else 2) * scale
    high = low if couple else 10 * scale - 1 if found["vs"] else None
    return Atom(found.start(), found.end(), low, high, approximate=True, needs_unit=not found["vs"], kind="vague")


_HALVES: dict[str, tuple[float, str | None]] = {
    "hour": (0.5, "hours"), "year": (0.5, "years"), "day": (0.5, "days"), "mile": (0.5, "miles"),
    "century": (50, "years"),
    "decade": (5, "years"), "minute": (0.5, "minutes"), "percentage point": (0.5, "pp"), "point": (0.5, "points"),
    "per cent": (0.5, "%"), "percent": (0.5, "%"), "kilometre": (0.5, "km"), "kilometer": (0.5, "km"),
    "second": (0.5, "seconds"), "metre": (0.5, "m"), "tonne": (0.5, "t"),
    "ton": (0.5, "tons"), "pound": (0.5, "lb"),
}  # fmt: skip


def _half_x(found: re.Match[str]) -> Atom | None:
    word = found["hx"].lower()
    value, unit = _HALVES.get(word) or (0.5 * numbers_en.SCALES[word], None)
    return Atom(found.start(), found.end(), value, value, unit=unit, kind="share" if unit else "english")


def _frac(found: re.Match[str]) -> Atom | None:
    above, below = _word_value(found["fa"]), DENOMINATORS[found["fb"].lower()]
    follows = found.string[found.end() : found.end() + 4]
    article = found["fa"].lower() in {"a", "an"}
    if above >= below or (below == 2 and article):
        return None
    # "a third" is a share before "of"; "a quarter" also where a share is what changes, which the caller's
    # context cannot tell from a fiscal quarter, so only some words before it do.
    if article and not follows.startswith(" of"):
        before = found.string[max(0, found.start() - 14) : found.start()]
        if not re.search(
            r"\b(?:by|than|nearly|almost|about|over|around|roughly|to|up|down|fell|rose|least|most|under|below|above|exceeding)\s$",
            before,
        ):
            return None
    return percent(found, above / below * 100)


def _half_english(found: re.Match[str]) -> Atom | None:
    return Atom(found.start(), found.end(), 50, 50, unit="%", kind="share")


_MULTIPLES = {
    "doubl": 2.0,
    "tripl": 3.0,
    "trebl": 3.0,
    "quadr": 4.0,
    "halve": 0.5,
    "halvi": 0.5,
    "twice": 2.0,
    "thric": 3.0,
}


def _multiple(found: re.Match[str]) -> Atom | None:
    value = _MULTIPLES[found["multiple"][:5].lower()]
    return Atom(found.start(), found.end(), value, value, unit="times", kind="share")


def _english(found: re.Match[str]) -> Atom | None:
    sign = len(found["esign"] or "")
    written = found["english"][sign:]
    if len(written) > 200:
        return None
    if written.lower().startswith("half"):
        return Atom(found.start(), found.end(), 6, 6, kind="english")
    end = found.end()
    body = written[: found.start("eand") - found.start() - sign - 1] if found["eand"] else _before_point(written)
    value = numbers_en.parse(body)
    if value is None:
        return None if sign else _shorter(found, body)
    if found["eand"]:
        value += numbers_en.part_of(found["eand"]) * numbers_en.SCALES.get(body.rsplit(maxsplit=1)[-1].lower(), 1)
        value *= numbers_en.SCALES[found["ehalf"].lower()] if found["ehalf"] else 1
    if found["edec"]:
        places = [numbers_en.ONES.get(word, 0) for word in found["edec"].lower().split()]
        value += float("0." + "".join(map(str, places)))
        value *= numbers_en.SCALES[found["edscale"].lower()] if found["edscale"] else 1
    value = -value if sign else value
    last = body.rsplit(maxsplit=1)[-1].lower()
    scale = numbers_en.SCALES.get(last, 1)
    return Atom(
        found.start(),
        end,
        plain(value),
        plain(value),
        scale=scale,
        needs_unit=written.lower() == "one",
        kind="english",
    )


def _before_point(written: str) -> str:
    return re.split(r"\spoint\s", written, maxsplit=1, flags=re.IGNORECASE)[0]


def _shorter(found: re.Match[str], body: str) -> Atom | None:
    """The longest beginning that is a number: of "five twenty" the five."""
    pieces = list(re.finditer(r"[A-Za-z]+", body))[:12]
    for piece in reversed(pieces[:-1]):
        part = body[: piece.end()]
        value = None if part.lower().endswith(" and") else numbers_en.parse(part)
        if value is not None:
            needs = part.lower() == "one"
            return Atom(found.start(), found.start() + len(part), value, value, needs_unit=needs, kind="english")
    return None


READERS: dict[str, Callable[[re.Match[str]], Atom | None]] = {
    "fold": _fold,
    "oneof": _one_of,
    "mark": _mark,
    "slash": _slash,
    "figure": _figure,
    "multi": _multi,
    "plural": _plural,
    "vaguescale": _vague_scale,
    "quarterx": _quarter_x,
    "halfpoint": _half_point,
    "halfx": _half_x,
    "frac": _frac,
    "anda": _and_a_half,
    "half2": _half_english,
    "multiple": _multiple,
    "english": _english,
}
"""What reads a hit of the scan, by the name of its group."""
