"""Numbers that count nothing: parts of names, ordinals, list marks, articles."""

from claims.features import quantities_bounds, quantities_units_zh
from claims.features.numbers_text import words
from claims.features.quantities_atom import Atom, Reading, Text
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


_begins = re.compile(r"(?:^|[.!?:;\n(\"“‘•-]\s*)$")
_small_letters = re.compile(
    r"\b(?!(?:with|from|over|after|than|into|more|that|this|under|about|amid|the|and|for|but|not|per|via|its|has|was)\b)"
    r"[a-z]{3,}"
)
_and_capital = re.compile(r"[A-Z][a-z]+[ -][A-Z][a-z]+ [A-Z]")
SCALED = 1000


def is_title(plain: str, atom: Atom) -> bool:
    """Whether a number in words is written large within a sentence: Ocean's Eleven, the Three Musketeers.

    At the beginning of one, its second word tells: Twenty One Pilots. In a headline all words are written so.
    """
    start = atom.start
    if not plain[start].isupper() or not plain[start + 1 : start + 2].islower() or atom.scale >= SCALED:
        return False
    if not _small_letters.search(plain):
        return False
    begins = _begins.search(plain, max(0, start - 3), start) is not None
    return not begins or _and_capital.match(plain, start) is not None


_opening_name = re.compile(r"(?:^|[.!?]\s|\n)(?:(?:The|A|An)\s)?(?P<first>[A-Z][\w'’.-]*)(?:\s[A-Z][\w'’.-]*){0,3}\s$")
_verb_next = re.compile(
    r"\s(?:dates|runs|stars|tours|hits|plays|features|ranks|covers|shows|ships|seats|houses|carries|weighs|measures|lies"
    r"|opens|stands|flies|costs|sells|makes|takes|uses|holds|offers|begins|ends|comes|goes|sits|crosses|passes|links"
    r"|serves|contains|includes|marks|reaches|returns|tells|follows|won|lost)"
    r"\s(?:the|an?|its|his|her|from|back|to|into|in|on|at|for|with|by|over|under|about|some|more|less|up|\d)"
)
NAMED = 60
"""Characters before a number in which a sentence may begin with the name it belongs to."""


def names_its_subject(plain: str, atom: Atom) -> bool:
    """Whether a sentence begins with a name that ends in this number, and goes on with a verb: the Karrow 100 dates."""
    if atom.kind != "figures" or atom.scale != 1 or _verb_next.match(plain, atom.end) is None:
        return False
    found = _opening_name.search(plain, max(0, atom.start - NAMED), atom.start)
    return found is not None and found["first"].lower() not in words("quantities_en", "names", "stops")


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
    if unit is not None and (unit.name == "degrees" or unit.word == "倍"):
        return unit.word != "倍"  # 一度 is "once", but 增长一倍 a doubling
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
