"""The features of a statement, read once. Kept light: names, figures and cues are only looked for where they can be."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal, TypeVar

from claims.compare.needed import characters
from claims.compare.respelt import unaccented
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import FILLED_IN, Features
from claims.features.attribution import attribution
from claims.features.certainty import certainty
from claims.features.cues import english_words, plain
from claims.features.dates import dates
from claims.features.names import names
from claims.features.numbers_en import ONES, SCALES, TENS
from claims.features.quantities import quantities_and_dates
from claims.model import DateSpan, Quantity
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_figure = re.compile(r"[0-9０-９%％一二三四五六七八九十百千万萬亿億两兩半几幾数數俩倆双雙翻成上]")
_FIGURES = frozenset(
    {
        *ONES, *TENS, *SCALES, *(f"{scale}s" for scale in SCALES),
        "half", "halves", "halved", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth",
        "tenths", "twice", "double", "doubled", "doubling", "tripled", "quadrupled", "decade", "decades",
        "century", "twofold", "threefold", "fourfold", "fivefold", "tenfold",
    }
)  # fmt: skip
_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "mile"})
_BOUNDING = frozenset(
    {"than", "over", "under", "least", "nearly", "almost", "within", "exceeding", "beyond", "below", "above"}
)
_time = re.compile(r"\d(?:\d{3}|0[sS]\b)|[年月日号號世天周週季初末底今昨明前后後星期礼禮]")
_year = re.compile(r"\d(?:\d{3}|0[sS]\b| (?:AD|CE|A\.D))|AD \d")
_TIMES = frozenset(
    {
        "jan", "feb", "mar", "apr", "may", "jun", "june", "jul", "july", "aug", "sep", "sept", "oct", "nov",
        "dec", "january", "february", "march", "april", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays",
        "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "today", "yesterday",
        "tomorrow", "tonight", "last", "next", "this", "past", "ago", "week", "weeks", "month", "months",
        "year", "years", "day", "days", "spring", "summer", "autumn", "winter", "century", "centuries",
        "fiscal", "since", "decade", "decades", "recent", "recently", "now", "later", "earlier",
    }
)  # fmt: skip
_capital = re.compile(r"[A-ZÀ-Þ](?<![\w@].)(?<!^.)(?<![.!?:\"“„»\n] .)[\w'’&.-]*")
_upper = re.compile("[A-ZÀ-Þ]")
_SAYING = (
    *("said", "say", "according", "report", "told", "claim", "announc", "adds", "added", "warn", "confirm", "deny"),
    *("denied", "argu", "believ", "expect", "estimat", "states", "stated", "wrote", "writes"),
)
_per = re.compile(r"\bper\b")
_says = re.compile("[据称说曝传]|表示|透露|报道|认为|宣布|指出|强调|证实|否认|承认|猜测|显示|披露|回应|预计|介绍")
_SAYS = characters(_says)
_han = re.compile("[\u3400-\u9fff]")
_bracketed = re.compile(r"[(（][^()（）]{0,60}[)）]")
_latin = re.compile("[A-Za-z]")


def features_of(
    statement: str,
    *,
    date: date | None = None,
    language: str | None = None,
    quote: str | None = None,
    entities: Iterable[str] = (),
    claimant: str | None = None,
) -> Features:
    """The features of a statement.

    `date` is the document's day. `quote` is how the document put it, for the certainty when the statement is in
    other words. `entities` are names known to be meant, aliases included; `claimant` is who says it.
    """
    spoken = _language(statement, language)
    statement = statement if spoken == "zh" else unaccented(statement)
    given, (statement, filled) = statement, _without_brackets(statement)
    amounts, days = _figures(statement, date, language)
    days = tuple(_with_days(day, filled) for day in days) if filled else days
    if "《" in statement:
        amounts, days = _outside_titles(statement, amounts), _outside_titles(statement, days)
    view = plain(statement)
    mentions = names(statement, view).mentions if _may_name(statement) else []
    found = [name for mention in mentions for name in (mention.name, statement[mention.start : mention.end])]
    view = plain(quote) if quote else view
    said = attribution(view, 0, len(view), spoken) if _may_say(view) else None
    key, amounts, days = _masked(statement, amounts, days)
    return Features.trusted(
        text=given,
        language=spoken,
        key=key,
        capitals=_capitals(statement) if _upper.search(statement) else (),
        names=tuple(dict.fromkeys(folded for name in [*found, *entities] if len(folded := fold_key(name)) > 1)),
        quantities=amounts,
        dates=days,
        day=date.isoformat() if date else None,
        certainty=certainty(view, spoken, attributed=said is not None),
        claimant=claimant or (said.who if said else None),
    )


def _capitals(statement: str) -> tuple[str, ...]:
    found = {match[0].rstrip(".'’").removesuffix("'s") for match in _capital.finditer(statement)}
    return tuple(sorted({word.lower() if word.isascii() and word.isalpha() else fold_key(word) for word in found}))


def _may_say(view: str) -> bool:
    """Whether a text in plain form has a word by which somebody is cited."""
    if "per" in view and _per.search(view):
        return True
    if not _SAYS.isdisjoint(view) and _says.search(view):
        return True
    for cue in _SAYING:  # noqa: SIM110  a generator would cost as much again
        if cue in view:
            return True
    return False


def _figures(
    statement: str, day: date | None, language: str | None
) -> tuple[tuple[Quantity, ...], tuple[DateSpan, ...]]:
    """The quantities and dates, each only looked for where there can be some."""
    found = english_words(statement)
    timed = not found.isdisjoint(_TIMES) or (_year if statement.isascii() else _time).search(statement) is not None
    counted = not found.isdisjoint(_FIGURES) or not (found.isdisjoint(_UNITS) or found.isdisjoint(_BOUNDING))
    if not counted and not _figure.search(statement):
        return (), dates(statement, day, language) if timed else ()
    amounts, days = quantities_and_dates(statement, day, language, subjects=False)  # facets/measured.py tells that here
    return amounts, days if timed else ()


_title = re.compile("《[^《》]*》")
_Told = TypeVar("_Told", Quantity, DateSpan)


def _outside_titles(statement: str, found: tuple[_Told, ...]) -> tuple[_Told, ...]:
    """The figures or dates that are no part of a title: 《三月》 is no date."""
    titles = [match.span() for match in _title.finditer(statement)]
    return tuple(one for one in found if not any(low < (one.start or 0) < high for low, high in titles))


_subject = re.compile(r"(?:\b(?:he|she|they|it)\b ?|[他她它]们?)?\[([^\[\]]{1,60})\] ?", re.IGNORECASE)
_links = re.compile(r"^(\[[^\[\]]{1,60}\] )(?:and|but|who|which) (?:then )?")
"""What tied a part of a sentence to the one before it: [the hoard] and was sold."""

Filled = dict[int, tuple[str, str]]
"""Where days that the extraction filled in stood in the plain statement, and which."""


def _without_brackets(statement: str) -> tuple[str, Filled]:
    """The statement with the subjects that were filled in as if they stood there, and the days that were taken out."""
    if "[" not in statement:
        return statement, {}
    statement = _links.sub(r"\1", statement) if statement[0] == "[" else statement
    statement = _subject.sub(
        lambda match: match[0] if FILLED_IN.fullmatch(match[0].strip()) else f"{match[1]} ", statement
    )
    pieces: list[str] = []
    filled: Filled = {}
    last = length = 0
    for match in FILLED_IN.finditer(statement):
        pieces.append(statement[last : match.start()])
        length += match.start() - last
        filled[length] = (match[1], match[2] or match[1])
        last = match.end()
    return "".join(pieces) + statement[last:], filled


def _with_days(day: DateSpan, filled: Filled) -> DateSpan:
    """A time expression with the days that were filled in right behind it; since January stays open to one side."""
    known = filled.get(day.end or 0)
    if known is None:
        return day
    first, last = known
    if first == last and (day.first is None) != (day.last is None):
        return day.model_copy(update={"first": first} if day.last is None else {"last": last})
    return day.model_copy(update={"first": first, "last": last})


def _language(text: str, tag: str | None) -> Literal["zh", "en"]:
    if tag:
        return "zh" if tag.startswith("zh") else "en"
    if text.isascii() and "(" not in text and _latin.search(text):
        return "en"
    if not _latin.search(text):
        return "zh"
    # A few Chinese characters make a sentence; the names beside them may all be in Latin letters.
    bare = _bracketed.sub("", text)
    return "zh" if len(_han.findall(bare)) * 12 >= len(_latin.findall(bare)) else "en"


def _may_name(text: str) -> bool:
    return not text.islower()


def _masked(
    text: str, amounts: tuple[Quantity, ...], days: tuple[DateSpan, ...]
) -> tuple[str, tuple[Quantity, ...], tuple[DateSpan, ...]]:
    """The folded text with one character for each figure; figures that lie inside another are left out."""
    if not amounts and not days:
        return fold_key(text), (), ()
    found: list[Quantity | DateSpan] = [*amounts, *days]
    spans = sorted([(one.start or 0, one.end or 0, one) for one in found], key=lambda span: (span[0], -span[1]))
    pieces: list[str] = []
    kept: list[Quantity | DateSpan] = []
    at = 0
    for start, end, one in spans:
        if start < at:
            continue
        pieces += [text[at:start], QUANTITY if isinstance(one, Quantity) else DATE]
        kept.append(one)
        at = end
    pieces.append(text[at:])
    return (
        fold_key("".join(pieces)),
        tuple(one for one in kept if isinstance(one, Quantity)),
        tuple(one for one in kept if isinstance(one, DateSpan)),
    )


@lru_cache(maxsize=1 << 15)
def cached_features(statement: str, day: date | None) -> Features:
    """Features of a text that is compared again and again."""
    return features_of(statement, date=day)
