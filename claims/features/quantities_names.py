"""Numbers that count nothing: parts of names, ordinals, list marks, articles."""

from claims.features import quantities_bounds, quantities_units_zh
from claims.features.numbers_text import words
from claims.features.quantities_atom import Reading, Text
from evidence.text import lazy_re as re

_line_start = re.compile(r"(?:^|\n)[\s(（#]*$")
_list_mark = re.compile(r"[.)、）．]\s|[、）](?!\d)")
_capital_before = re.compile(r"(?<![.!?:\"“] )(?<![\n])\b[A-Z][A-Za-z]*[ -]$")
_year_like = re.compile(r"\d{4}")
_dialled = re.compile(r"(?:拨打|热线|电话|(?i:\b(?:call|dial|text))\b)[^，。；\n]{0,9}$")
_after_dash = re.compile(r"\d-$")
_screen = re.compile(r"[248]K")
_series_before = re.compile(
    r"(?<![a-z])(?:season|part|phase|chapter|stage|volume|act|round|episode|series|leg|scene|grade)\s$", re.IGNORECASE
)
"""What a number in words behind it only names: season two."""
_ARTICLES = (
    "另",
    "这",
    "那",
    "某",
    "任",
    "唯",
    "同",
    "新",
    "哪",
    "下",
    "上",
    "前",
    "后",
    "头",
    "每",
    "第",
    "有",
    "单",
    "统",
    "之",
)


def is_name(context: Text, reading: Reading) -> bool:
    """Whether a number without a unit belongs to a name, an ordinal or a list mark."""
    plain, start, end, atom = context.plain, reading.start, reading.end, reading.atom
    small = atom.scale == 1 or (atom.low or 0) < 100
    if _screen.fullmatch(plain, start, end) or quantities_units_zh.names_something(plain, start, end, after=small):
        return True
    if reading.noun is not None:
        return False
    if atom.kind == "figures" and atom.scale == 1 and not atom.unit:
        following = plain[end : end + 2]
        if following[:1].isascii() and (
            following[:1].isalpha()
            or (following[:1] == "-" and following[1:].isalpha() and not plain.startswith(("-plus", "-ish"), end))
        ):
            return True
        if (
            1900 <= (atom.low or 0) < 2100
            and _year_like.fullmatch(plain, start, end)
            and not quantities_bounds.before(plain, start, scale_only=False)
        ):
            return True
        if (following[:1] == "/" and following[1:].isdigit()) or _after_dash.search(plain, max(0, start - 2), start):
            return True
        if _dialled.search(plain, max(0, start - 14), start):
            return True
        capital = _capital_before.search(plain, max(0, start - 20), start)
        if (
            capital
            and "," not in plain[start:end]
            and capital[0].strip(" -").lower() not in words("quantities_en", "names", "stops")
        ):
            return not quantities_bounds.before(plain, start, scale_only=False)
    of_a_series = atom.kind == "english" and small and _series_before.search(plain, max(0, start - 9), start)
    return bool(of_a_series or (_line_start.search(plain, max(0, start - 6), start) and _list_mark.match(plain, end)))


_IS = frozenset("是为為")
"""Who is one of a trade is no count: 是一名作家."""
_no_more_than = re.compile("(?<!不)[只仅僅](?:[需须須要有剩能得可打收用][要得到过過用]?|接[种種]|施打)*$")
ONLY = 6


def counts_nothing(context: Text, reading: Reading) -> bool:
    """一 and one as articles: 一家公司, 另一名, one day, one of."""
    if reading.low != 1 or reading.high != 1 or reading.atom.kind not in {"han", "english"}:
        return reading.atom.needs_unit and reading.name is None
    plain, unit = context.plain, reading.unit
    if reading.atom.kind == "english":
        if plain[reading.atom.start : reading.atom.end].lower() != "one":
            return False
        return unit is None or unit.name in {"days", "points", "times"} or plain.startswith(" of ", reading.atom.end)
    if unit is not None and unit.name == "degrees":
        return True  # 一度 is "once"
    before = plain[max(0, reading.start - 1) : reading.start]
    if unit is None or before in _ARTICLES:
        return True
    if unit.name == "people":
        return unit.word not in {"人", "名", "死", "伤", "员"} or (unit.word == "名" and before in _IS)
    if _no_more_than.search(plain, max(0, reading.start - ONLY), reading.start):
        return False  # only one dose is needed
    return unit.word in quantities_units_zh.words_of_classifiers() or unit.name in {
        "times",
        "floors",
        "rounds",
        "sets",
        "pairs",
        "steps",
        "households",
        "vehicles",
        "ships",
        "aircraft",
        "goals",
        "trees",
        "books",
        "shots",
        "animals",
        "boxes",
        "bottles",
        "cups",
        "shares",
        "pages",
        "words",
        "rooms",
        "laps",
    }
