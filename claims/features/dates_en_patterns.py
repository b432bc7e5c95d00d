"""The expressions that find English times and ISO dates, and the cues around them."""

from functools import cache, lru_cache

from claims.features.cues import alternation
from claims.features.numbers_text import table, words
from evidence.text import lazy_re as re

_Y = r"(?:1[0-9]|20|21)\d\d"
_D = r"(?:[12]\d|3[01]|0?[1-9])"
_DASH = r"\s?(?:-|to|and)\s?"
_OF_THE_DAY = r"(?:(?:the\s)?(?:(?:early|late)\s)?(?:morning|afternoon|evening|night|day)\sof\s(?:the\s)?)?"
_WHEN = r"(?:last|this|next|previous|coming|current)"


CENTURIES = tuple(table("dates_en")["openings"]["centuries"].replace("\n", "").split("|"))
"""first to twenty-second, in order."""
_CENTURIES = "|".join(sorted(CENTURIES, key=len, reverse=True))


ORDINALS = (*CENTURIES, *table("dates_en")["openings"]["days"].split("|"))
"""first to thirty-first, in order."""
_NTH = rf"(?:{_D}(?:st|nd|rd|th)|(?i:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))\b"
_ENDS = (
    r"(?=\s?(?:[,.;:!?)”\"—–]|$)|\s(?:he|she|it|they|we|I|you|who|which|that|this|the|an?|his|her|its|their|and|but|or"
    r"|as|at|in|on|to|with|when|while|by|for|from|after|before|because|so|there|was|were|is|had|did)\b)"
)
"""What may follow a day that is told by its number alone: the ninth, the ninth he left; not the ninth floor."""


PARTS = {
    "early": "first",
    "mid": "middle",
    "middle": "middle",
    "late": "last",
    "beginning": "first",
    "start": "first",
    "end": "last",
}
"""The words for a part of a time → its name."""
OFFSETS = {
    "last": -1,
    "this": 0,
    "next": 1,
    "previous": -1,
    "past": -1,
    "coming": 1,
    "following": 1,
    "current": 0,
}
"""How many of a unit of time lie between the one that is spoken of and today's."""


@lru_cache(maxsize=1 << 10)
def number_of(section: str, written: str) -> int:
    """The number that a word of a section of the table stands for, or the number in figures."""
    for key, entry in table("dates_en")[section].items():
        if re.fullmatch(entry, written, re.IGNORECASE):
            return int(key)
    return int(written)


def _group(section: str) -> str:
    entries = "|".join(entry.replace("\n", "") for entry in table("dates_en")[section].values())
    if "(" not in entries:
        entries = "|".join(sorted(entries.split("|"), key=lambda word: (-len(word), word)))
    return entries.replace(" ", r"\s")


@cache
def time_pattern(*, figure: bool) -> re.Pattern[str]:
    """The one expression that finds English times and ISO dates, each kind in a group of its own.

    One for those that begin with a figure or a stroke ('90s), and one for those that begin with a letter.
    """
    other = _BY_WORD if figure else _BY_FIGURE
    kinds = [each for each in _kinds() if _kind_of.match(each)[1] not in other]  # type: ignore[index]
    return re.compile(rf"(?=[\dA-Za-z'])(?<![A-Za-z\d_$£€.])(?:{'|'.join(kinds)})", re.VERBOSE)


_kind_of = re.compile(r"\s*\(\?P<(\w+)>")
_SEASONS = "|".join(f"{year:02}-{year + 1:02}" for year in range(12))
"""2010–11 is a season, no month: the second number is the next year's."""
_BY_FIGURE = frozenset(["iso", "compact", "bce", "isomonth", "numeric", "dmy", "yq", "yrange"])
_BY_WORD = frozenset(
    ["vague", "dayword", "mdy", "monthnth", "nth", "month", "firstmonths", "half", "fiscal", "season", "weekday",
     "earlier", "endof", "near", "monthweek", "feast", "past", "past1"]
)  # fmt: skip
"""Kinds that begin with a figure, and kinds that begin with a letter; others begin with either."""


def _kinds() -> list[str]:
    month, weekday, feasts = _group("months"), _group("weekdays"), _group("feasts")
    count = rf"(?:\d{{1,3}}|{_group('numbers')})"
    unit = r"(?:years?|months?|weeks?|fortnights?|days?|hours?|minutes?|decades?|quarters?)"
    of_year = rf"(?:,?\s(?:of\s)?(?P<%s>{_Y})(?![\d,.]\d|%%)|\s(?:of\s)?(?P<%s>{_WHEN}\syear))?"
    century = rf"(?:(?P<%s>\d{{1,2}})(?:st|nd|rd|th)|(?P<%s>(?i:{_CENTURIES})))"
    kinds = rf"""
      (?P<iso>(?P<iy>{_Y})(?P<isep>[-/.])(?P<im>\d{{1,2}})(?P=isep)(?P<id>\d{{1,2}})(?![\d]))
    | (?P<compact>(?P<cy>(?:19|20)\d\d)(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12]\d|3[01])(?!\d|[,.]\d))
    | (?P<anno>(?<=\bAD\s)(?P<ad0>\d{{1,4}})(?![\d,.]\d)|(?P<ad1>\d{{1,4}})\s(?:AD|CE|A\.D\.)(?!\w))
    | (?P<bce>\d{{1,4}}\s(?:BCE?\b|B\.C\.))
    | (?P<isomonth>(?!(?:19|20)(?:{_SEASONS})(?![\d-]))(?P<imy>20\d\d|19\d\d)-(?P<imm>0[1-9]|1[0-2])(?![\d-]))
    | (?P<numeric>(?P<n1>\d{{1,2}})(?P<nsep>[-/.])(?P<n2>\d{{1,2}})(?P=nsep)(?P<ny>(?:19|20)\d\d)(?!\d))
    | (?P<vague>(?i:{_group("vague")})\b)
    | (?P<dayword>(?i:{_group("days")})\b)
    | (?P<dmy>(?:(?P<d0>{_D})(?:st|nd|rd|th)?{_DASH}{_OF_THE_DAY})?(?P<d1>{_D})(?:st|nd|rd
        |th)?\s(?:of\s)?(?P<dm>{month})\b\.?{of_year % ("dy", "dyr")})
    | (?P<mdy>(?P<mm>{month})\b\.?\s(?P<md0>{_D})(?:st|nd|rd|th)?(?!\d|:\d|\s?%|,\d{{3}})(?:{_DASH}(?P<md1>{_D})
        (?:st|nd|rd|th)?(?!\d))?{of_year % ("my", "myr")})
    | (?P<nthof>(?i:the\s)?(?P<no>{_NTH})\s(?:day\s)?of\s(?P<nom>{month})\b\.?{of_year % ("noy", "noyr")})
    | (?P<lastof>(?i:the\s)?(?i:last|final)\sday\sof\s(?P<lom>{month})\b\.?{of_year % ("loy", "loyr")})
    | (?P<monthnth>(?P<mnm>{month})\b\.?\s(?:the\s)?(?P<mn>{_NTH})(?:{of_year % ("mny", "mnyr")}){_ENDS})
    | (?P<month>(?:(?i:the\s)?(?P<mpart>(?i:early|mid|late|middle|beginning|start|end))(?:-|\s|\sin\s|\sof\s)
        (?:(?i:of\s))?)?(?:(?P<mwhen>(?i:{_WHEN}))\s)?(?P<mon>{month})\b\.?{of_year % ("moy", "moyr")})
    | (?P<monthweek>(?i:the\s)?(?P<mww>(?i:first|second|third|fourth|last|final|opening|closing))\s
        (?P<mwu>(?i:week|weekend|days))\s(?:of|in)\s(?P<mwm>{month})\b\.?{of_year % ("mwy", "mwyr")})
    | (?P<decade>(?i:the\s)?(?:(?P<decp>(?i:early|mid|late))(?:-|\s))?(?:(?:the\s))?(?:(?P<dec>\d{{3}}0
        |(?<=the\s|rly\s|mid\s|mid-|ate\s|rly-|ate-)[3-9]00)|'(?P<dec2>\d0))s\b)
    | (?P<century>(?:(?i:the\s)?(?P<cpart>(?i:first|second|third|fourth|last|final|closing|opening|latter|early))\s
        (?P<csize>(?i:half|third|quarter|decade|part|years))\sof\s)?(?i:the\s)?
        (?:(?P<cp>(?i:early|mid|late))(?:-|\s))?(?:{century % ("cn0", "cw0")}(?:[-\s]century)?(?P<cto>-?\s
        (?:and|or|to|through|until)\s|\s?-\s?)(?i:the\s)?(?:(?P<cp1>(?i:early|mid|late))(?:-|\s))?)?
        {century % ("cn", "cw")}[-\s]centur(?:y|ies))
    | (?P<nth>(?i:the)\s(?P<nn>{_NTH}){_ENDS})
    | (?P<quarter>(?i:the\s)?(?:Q(?P<q1>[1-4])(?!\d)|(?P<q2>[1-4])Q(?!\d)|(?P<q3>(?i:first|second|third|fourth
        |final))[-\s]quarter\b(?!\sof\s(?:an\s|the\s)?(?:hour|match|game|race|century|final)\b))(?:(?:\s(?:of\s)?|[-/]?)(?P<qy>(?:FY)?{_Y})\b|\s(?:of\s)?(?P<qyr>{_WHEN}\syear))?)
    | (?P<yq>(?P<yqy>{_Y})[-\s]?(?:Q(?P<yqq>[1-4])|H(?P<yqh>[12]))(?!\d))
    | (?P<firstmonths>(?i:the\s)?(?i:first)\s(?P<fmn>(?i:{_group("numbers")})|\d{{1,2}})\s(?:(?P<fmq>quarters)
        |months)\s(?:of|in)\s(?:the\s)?(?:(?P<fmy>{_Y})\b|(?P<fmyr>(?:{_WHEN}\s)?year\b)))
    | (?P<half>(?i:the\s)?(?:H(?P<h1>[12])|(?P<h2>(?i:first|second))\shalf\sof(?:\sthe)?)\s(?:(?P<hy>{_Y})\b
        |(?P<hyr>(?:{_WHEN}\s)?year)\b))
    | (?P<fiscal>(?i:fiscal(?:\syear)?|financial\syear|FY)\s?(?P<fy>{_Y})(?:[-/](?P<fy2>\d\d))?(?!\d))
    | (?P<season>(?i:the\s)?(?:(?P<swhen>(?i:last|this|next))\s)?(?:(?P<sp>(?i:early|mid
        |late))[-\s])?(?P<s>(?i:spring|summer|autumn|fall|winter))(?:\s(?:of\s)?(?P<sy>{_Y})\b
        |\s(?:of\s)?(?P<syr>{_WHEN}\syear)\b|(?<=(?:last|this|next)\s.{{6}})|(?<=(?:last|this|next)\sfall))(?!\s?-))
    | (?P<feast>(?P<fe>{feasts})\b(?!'|\s(?!January|February|March|April|May|June|July|August|Sept|Octo|Nov|Dec)[A-Z])
        {of_year % ("fey", "feyr")})
    | (?P<weekday>(?<!Good\s)(?<!Easter\s)(?<!Bloody\s)(?<!Black\s)(?<!Palm\s)(?<!Ash\s)(?<!Cyber\s)(?<!Super\s)
        (?<!Shrove\s)(?<!Maundy\s)(?<!Holy\s)(?<!Bright\s)(?<!Giving\s)(?:(?P<wwhen>(?i:last|this|next|coming))\s)?(?P<wd>{weekday})(?:\s(?:of\s)?(?P<wlast>(?:last
        |next|this)\sweek)|,?\s(?:the\s)(?P<wnth>{_NTH})(?!\sof\b){_ENDS})?(?!\w)(?!s|\sNight|\sTimes))
    | (?P<earlier>(?i:earlier|later)\s(?:in\s)?(?:this|the)\s(?P<eu>(?i:week|month|year))\b)
    | (?P<endof>(?i:the\s)?(?P<ep>(?i:end|beginning|start
        |middle))\sof\s(?:the\s)?(?:(?P<ewhen>(?i:{_WHEN}))\s)?(?P<eu2>year|month|week|{_Y})\b
        |(?P<yearend>(?i:year-end|the\syear-end|yearend)))
    | (?P<near>(?:(?P<np>(?i:early|mid|late))[-\s])?(?P<nwhen>(?i:{_WHEN}))\s(?P<nu>(?i:week|month|year|weekend|quarter
        |decade|century))\b(?!'s?-old|-)(?!(?<=last\s.{{4}})\sof\b|(?<=last\s.{{5}})\sof\b|(?<=last\s.{{7}})\sof\b))
    | (?P<past>(?:(?i:over|in|during|for|within|throughout)\s)?(?i:the\s)?(?P<pdir>(?i:past|last|next|coming
        |previous))\s(?P<pn>{count})\s(?P<pu>{unit})\b)
    | (?P<past1>(?:(?i:over|in|during|for|within)\s)?(?i:the)\s(?P<p1dir>(?i:past|last|next
        |coming))\s(?P<p1u>(?i:year|month|week|decade|quarter|day))\b(?!\sof\b))
    | (?P<ago>(?:(?i:about|around|nearly|almost|roughly|some|just|over|more\sthan)\s)?(?P<an>(?i:half\sa
        |{count}))\s(?P<ahalf>and\sa\shalf\s)?(?P<au>{unit}|century|centuries)
        (?:\s(?P<ahalf2>and\sa\shalf))?(?:'?\s(?P<adir>ago|from\snow|hence)|'s?\s(?P<atime>time))\b)
    | (?P<yrange>(?P<y0>{_Y})\s?(?:-|/|\bto\b|\bthrough\b)\s?(?P<y1>{_Y}|\d\d)(?![\d.,%-]\d|\d|\s?%)(?!\s?(?:people
        |年|[a-z]+s\b)))
    | (?P<year>(?:the\syear\s)?(?:(?P<yp>(?i:early|mid|late))[-\s](?:in\s)?)?(?P<y>{_Y})(?![\d]|[,.:]\d|\s?%|-\w|年
        |\s?[a-z]*[/])        (?!\s?[\u3400-\u9fff])(?!\s(?:hundred|thousand|[mbtr]*illion)))"""
    return re.split(r"\n    \| ", kinds)


_COUNT = words("dates_en", "openings", "count")
_FIRST = [*words("dates_en", "openings", "first"), *_COUNT]
_AFTER_THE = words("dates_en", "openings", "the")
_UNITS = words("dates_en", "openings", "units")
_BEFORE_FIGURE = r"[A-Za-z\d_$£€.]"
_FIGURE = (
    r"(?:\d(?=\d{3}|\d?(?:st|nd|rd|th)\b|\d{0,2}[-/.]\d|\d{0,2}\s?-|\d{0,3}s\b|\d?Q|\d{0,3}\s(?:to|and|of|B|AD|CE|A\.D|from"
    rf"|(?i:{alternation(_UNITS)})|[JFMASOND]))|(?<=\bAD\s)\d|')"
)
figures = re.compile(rf"(?<!{_BEFORE_FIGURE})(?:{_FIGURE}|[Tt][Hh][Ee]\s[\d'])")
"""Where a time may begin in a text without any of `time_words`."""


@cache
def time_words() -> frozenset[str]:
    """The words of which one must be there where a time does not begin with a figure."""
    entries = "|".join(entry for section in ("months", "weekdays") for entry in table("dates_en")[section].values())
    named = entries.replace("\\.", "").replace("Sept?", "Sep|Sept").replace("?", "").lower().split("|")
    found = [
        *named,
        *CENTURIES,
        *_FIRST,
        *_AFTER_THE,
        *ORDINALS,
        *_UNITS,
        *(f"{unit}s" for unit in _UNITS),
        "century",
        "centuries",
        "weekend",
        "time",
        "q",
        "h",
    ]
    return frozenset(part for word in found for part in word.split("-"))


@cache
def openings() -> re.Pattern[str]:
    """Where an English time or ISO date may begin: cheaper than `time_pattern`, and true wherever that matches."""
    names = [
        entry.replace("\\.", "").replace("?", "")
        for key in ("months", "weekdays")
        for entry in table("dates_en")[key].values()
    ]
    first = alternation([*_FIRST, *ORDINALS, *(word[:3].lower() for name in names for word in name.split("|"))])
    return re.compile(
        rf"""(?<!{_BEFORE_FIGURE})(?:{_FIGURE}|(?i:{first}|[qh][1-4]
        |the\s(?:\d|[qh]\d|'\d|{alternation([*_AFTER_THE, *ORDINALS, "year"])})
        |(?:in|over|during|for|within|throughout)\s(?:the\s)?(?:past|last|next|coming|previous|recent|due)
        |(?:an?|one)\s(?:few|while|couple|and|{alternation(_UNITS)})|at\sthe\stime|of\slate|that\s(?:day|year)|not\slong
        |(?:about|around|nearly|almost|roughly|just|more\sthan|over)\s
        (?:\d|half|an?\s|{alternation(["one", *_COUNT])})))""",
        re.VERBOSE,
    )


before_month = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|during|from|to|before|after|through|between|and|late|early|mid|on|for"
    r"|next|last|this|the|its|his|her|their|our|around|every|-|as of|as early as)[ -]|'s |[(,;:\"]\s?|^|\n)$",
    re.IGNORECASE,
)
verb_after = re.compile(r"\s(?:not|be|have|well|also|only|need|want|on|he|she|it|they|we|you|I|to)\b")


year_cue = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|of|during|before|after|through|throughout|year"
    r"|and|to|between|for|the|late|early|mid|a|his|her|their|its|our|around|circa"
    r"|as of|pre|post|back|class of|born|died|b\.|d\.|summer|spring|winter|autumn|fall|end)[ -]"
    r"|[(\[,;/]\s?|^|\n|\bc\. ?|[\u3400-\u9fff（《“「]\s?)$",
    re.IGNORECASE,
)
counted_after = re.compile(
    r"\s?-?\s?(?:(?!as\b|is\b|was\b|has\b|its\b|his\b|this\b|us\b|onwards\b|afterwards\b|towards\b|across\b|perhaps\b|whereas\b|thus\b|always\b|besides\b|unless\b|sometimes\b|Olympics\b|Games\b|elections\b|census\b|crisis\b|series\b|championships?\b|finals?\b|playoffs\b|primaries\b"
    r"|riots\b|floods\b|protests\b|awards\b|talks\b|accords\b|rules\b|statutes?\b)"
    r"[a-z]+(?:s|people|men|women|children|yuan|yen|kg|km)\b|people\b|men\b|years?\b|per\b|percent\b|points?\b)"
)
a_mark_after = re.compile(r"[ -](?:mark|level|threshold|limit)\b")
"""What a number leads to that is no year: rose to the 2000 mark."""
quantity_before = re.compile(
    r"(?:\b(?:about|around|nearly|over|than|least|almost|some|approximately|roughly|exceeding"
    r"|worth|costs?|paid|score|total|number|No\.|room|flight|route|page)\s|[-+/.#~])$",
    re.IGNORECASE,
)
about_when = re.compile(
    r"\b(?:built|painted|born|founded|dates?|dated|dating|established|begun|completed|erected|constructed|died|settled"
    r"|carved|from|in|since|until)\s(?:around|about|roughly|approximately)\s$",
    re.IGNORECASE,
)
"""What leads to a year that is told roughly, where else so many would be meant."""
bounding = re.compile(r"\b(?:(?:later|earlier|sooner) than|(?:until|till) at least)(?: the year)? $", re.IGNORECASE)
"""What makes a number a year although its last word might lead to a count: no later than 1870."""
medieval = re.compile(
    r"\b(?:in|since|until|till|before|after|by|from|year|(?:earlier|later) than|circa|around|about|c\.) ?$",
    re.IGNORECASE,
)
told_of = re.compile(
    r"(?=[.,;:)]|$|\s(?:by|and|at|for|when|with|as|under|the|but|after|before|was|were|had|on|from|to|until)\b)"
)
"""What may follow a year of the Middle Ages, of which a count would look the same."""
