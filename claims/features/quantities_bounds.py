"""The words before and after a number that make it a bound or an approximation."""

from functools import cache
from typing import NamedTuple

from claims.features.cues import alternation
from claims.features.numbers_text import words
from evidence.text import lazy_re as re

_LEAD_ZH, _LEAD_EN = 12, 34


_SLIGHTLY = "(?<![策战侵简忽大省方])[略稍微][微为]?|刚刚?(?=[超突])"
"""What says that a value lies close to the bound before which it stands: 略高于一成."""


class Bound(NamedTuple):
    """What was read: `lower`, `upper` or `about`, and where it begins or ends."""

    kind: str
    at: int


def _any(name: str, key: str) -> str:
    found = words(name, "bounds", key)
    return alternation(found) if name.endswith("zh") else "|".join(found).replace(" ", r"\s")


@cache
def _before_zh() -> re.Pattern[str]:
    filler = _any("quantities_zh", "filler")
    groups = "|".join(f"(?P<{key}>{_any('quantities_zh', key)})" for key in ("lower", "upper", "about"))
    # 中超, 通过, 附近, 条约 and the like end in a bound's character without being one.
    return re.compile(
        rf"(?<!中(?=超))(?<![通经透渡超不](?=过))(?<![附临邻](?=近))(?<!打(?=破))(?<![节条公合特婚预契违签履简誓盟制相邀纽解失](?=约))(?<!最(?=近))(?<![淹沉埋出吞湮隐覆](?=没))(?:{_SLIGHTLY})?(?:{groups})(?:{filler})*(?:{_EACH_ZH})?\s?$"
    )


_EACH_ZH = "每(?:小[时時]|秒[钟鐘]?|分[钟鐘]|[天日周週月年季人股吨噸]|公斤|公里|平方(?:米|公尺|公里))|[人户戶]均"
"""May stand between a bound and its number: 超过每小时100公里."""


@cache
def _last_before_zh() -> frozenset[str]:
    """One of these characters or a blank stands right before a number that a Chinese bound stands before."""
    listed = [word for key in ("lower", "upper", "about", "filler") for word in words("quantities_zh", "bounds", key)]
    return frozenset([*(word[-1] for word in listed), *_EACH_ZH])


_apart_zh = re.compile(
    "(?:(?P<lower>至少|最少|起[码碼])|(?P<upper>至多|最多|[顶頂]多))"
    "(?:(?![的者是之和与與或比較较])[\u3400-\u9fff]){1,5}$"
)
"""A bound that is an adverb may stand before the verb whose object is counted: 至少造成二十人死亡."""


_adverb = frozenset("少多码碼")


@cache
def _before_en() -> re.Pattern[str]:
    word = {key: _any("quantities_en", key) for key in ("slight", "far", "more", "less", "lower", "upper", "about")}
    degree = rf"(?:(?:{word['slight']}|{word['far']})\s)?"
    no = rf"(?:no|not)\s(?:(?:{word['far']})\s)?"
    # far more than, just over; no fewer than is at least so many, not more than at most
    lower = rf"{degree}(?:{word['more']})\sthan|{no}(?:{word['less']})\sthan|{degree}(?:{word['lower']})"
    upper = rf"{degree}(?:{word['less']})\sthan|{no}(?:{word['more']})\sthan|{degree}(?:{word['upper']})"
    return re.compile(
        rf"(?<![A-Za-z-])(?i:(?P<lower>{lower})|(?P<upper>{upper})|(?P<about>{word['about']}))"
        r"\s?(?:(?:the|a|an|of)\s)?$"
    )


@cache
def _after() -> re.Pattern[str]:
    zh = {key: _any("quantities_zh", f"{key}_after") for key in ("over", "under", "about")}
    en = {key: _any("quantities_en", f"{key}_after") for key in ("over", "under", "about")}
    return re.compile(
        rf"\s?(?:(?P<lower>(?:{zh['over']})(?![诉草案事])|(?P<plus>\+)(?!\d))|(?P<upper>(?:{zh['under']})(?![部容陸陆地政閣阁科外存在涵]))|(?P<about>{zh['about']}))"
        rf"|(?:\s|-)(?i:(?P<lower_en>(?:{en['over']})\b)|(?P<upper_en>(?:{en['under']})\b)|(?P<about_en>(?:{en['about']})\b))|(?P<about_ish>-?ish)\b"
    )


@cache
def _first_after() -> frozenset[str]:
    """What bounds a number behind it begins with one of these characters or a blank."""
    listed = [word for key in ("over", "under", "about") for word in words("quantities_zh", "bounds", f"{key}_after")]
    return frozenset([*(word[0] for word in listed), *"+-i"])


def before(text: str, start: int, *, scale_only: bool) -> Bound | None:
    """The bound that ends right before a number; 过 and 破 bound only a bare 百, 千, 万, 亿 (破万, 过半)."""
    low = max(0, start - _LEAD_ZH)
    lead = text[low:start]
    found = None
    last = lead[-1:]
    if (last in _last_before_zh() or last.isspace()) and (not lead.isascii() or "<" in lead or ">" in lead):
        found = _before_zh().search(text, low, start)
    if found and found[0].startswith(("过", "早于")) and not scale_only:
        aged = text.startswith("年", found.start() - 1) and found[0].rstrip() == "过"
        found = found if aged else None  # 年过三十
    if found is None and last in _SHORT and (fell_short := _fell_short.search(text, low, start)) is not None:
        return Bound("upper", fell_short.start())
    if found is None and not _adverb.isdisjoint(lead) and (adverb := _apart_zh.search(text, low, start)) is not None:
        return Bound("lower" if adverb["lower"] else "upper", start)
    if found is None and start and text[start - 1] <= "\x7f":
        found = _english_before(text, max(0, start - _LEAD_EN), start)
    if found is None or (
        _handed.search(text, max(0, found.start() - 8), start) and _over.fullmatch(text, found.start(), start)
    ):
        return None
    if text[found.start() : start].lower().startswith("up to") and _upward.search(text[: found.start()]):
        return None
    kind = next(key for key in ("lower", "upper", "about") if found[key])
    at = max(0, found.start() - DENYING)
    if kind == "about" or _nearing.match(found[0]) or (denied := _denied_zh.search(text, at, found.start())) is None:
        return Bound(kind, found.start())
    return Bound("upper" if kind == "lower" else "lower", denied.start())


_SHORT = frozenset("持续到过满足够了")
_fell_short = re.compile(
    "(?:(?<![淹沉埋出吞湮隐覆])没(?:有|能)*|未能?|不曾)[再]?(?:维持|持续|坚持|延续|[撑活熬挺]过|[撑活熬卖跑待做干坐赚筹达长涨升]到"
    "|(?!不)[\u3400-\u9fff]{1,2}(?<![充丰])(?:满|足|够))了?$"
)
"""What says that something fell short of a figure: 没能维持十年, 没活到七十岁, 没坐满两年."""
_denied_zh = re.compile(
    "(?:[还尚并从仍]?(?:未曾?|(?<![淹沉埋出吞湮隐覆])没有?曾?)能?|不曾|不可?能|不得|无法|难以|(?<!会)[绝决]?不会|从不)"
    "(?:再|被|够)?$"
)
"""What turns a bound round: 未破三亿, 从没跌破1%, 不会低于三成."""
_nearing = re.compile("[将几接]?近|逼近|直逼|迫近|趋近|[没未]|最")
"""Bounds whose denial says nothing of the other side, or that are denied in themselves."""
DENYING = 6
_handed = re.compile(r"\b(?:hand|sign|turn)(?:s|ed|ing)? over\s?$", re.IGNORECASE)
"""Verbs to which `over` belongs: handed over 104 aircraft."""
_over = re.compile(r"over\s?(?:the\s|a\s)?$", re.IGNORECASE)
_upward = re.compile(
    r"\b(?:edg|inch|tick|nudg|jump|push|bump|stepp|ratchet|drift|rais|climb|mov|pick|ramp|scal|round|creep|ris|bid)"
    r"(?:e?s|e?d|ing)?\s$"
    r"|\b(?:crept|shot|shoots?|shooting|go(?:es|ne|ing)?|went|rose|risen|bring(?:s|ing)?|brought|back|drove|driven"
    r"|came|comes?|coming)\s$",
    re.IGNORECASE,
)
"""Verbs of a change, behind which `up to` leads to where it went: edged up to 6.4 percent."""
_lasting = re.compile(
    r"(?:(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?)\s)[\w,.]*\s?"
    r"(?:[a-z-]+\s){0,2}(?:[a-z]{2,}s|percent|people|children|men|women)|%"
    r"|\b(?:spread|held|staged|played|performed|filmed|shot|recorded|fought|contested|conducted|collected|paid|repaid"
    r"|carried out|took place|taken place|takes place|phased in|rose|risen|grew|grown|fell|fallen|declined|doubled"
    r"|tripled|dropped|increased|decreased|shrank|developed|evolved|discussed|debated|negotiated|written|stretching"
    r"|extending|interviewed|met))\s$",
    re.IGNORECASE,
)
_aged = re.compile(r"\b(?:old|ago|away|of age|long)\b")
PERIODS = frozenset(
    ("years", "months", "weeks", "days", "hours", "minutes", "decades", "centuries", "seasons", "sessions", "nights",
     "evenings", "weekends", "semesters", "terms", "quarters", "summers", "winters", "generations")
)  # fmt: skip
"""What a thing may be spread over."""


def lasting(text: str, bound: Bound, start: int, end: int, counted: str | None) -> bool:
    """Whether `over` before a number tells how long a thing took, and is no bound: 104 episodes over five seasons."""
    if bound.kind != "lower" or counted not in PERIODS or not _over.fullmatch(text, bound.at, start):
        return False
    if _aged.search(text, start, end + 5):
        return False
    return _lasting.search(text, max(0, bound.at - _LEAD_EN), bound.at) is not None


_faster = re.compile(r"(?:\w+ )?(?:faster|(?P<slower>slower)) than ", re.IGNORECASE)
_DURATIONS = frozenset(["seconds", "minutes", "hours", "days", "weeks", "months", "years"])


def in_time(text: str, bound: Bound, start: int, counted: str | None) -> Bound:
    """The bound of a length of time, where what is faster takes less of it: faster than ten seconds."""
    found = _faster.fullmatch(text, bound.at, start) if counted in _DURATIONS else None
    return bound if found is None else bound._replace(kind="lower" if found["slower"] else "upper")


_word = re.compile("[A-Za-z]+|~")


@cache
def _first_words() -> frozenset[str]:
    """What the English bounds begin with."""
    kinds = ("slight", "far", "more", "less", "lower", "upper", "about")
    entries = ["no", "not", *(entry for key in kinds for entry in words("quantities_en", "bounds", key))]
    first = [word for entry in entries if (word := _word.match(entry))]
    optional = [word[0][:-1] for word in first if word.string.startswith("?", word.end())]
    return frozenset([word[0] for word in first] + optional)


def _english_before(text: str, low: int, start: int) -> re.Match[str] | None:
    """The English bound that ends right before a number, tried only where one of its first words stands."""
    first = _first_words()
    if first.isdisjoint(_word.findall(text[low:start].lower())):
        return None
    for word in _word.finditer(text, low, start):
        if word[0].lower() in first and (found := _before_en().match(text, word.start(), start)):
            return found
    return None


_of_the_next = re.compile(r"(?<=over|bove) (?:an? )?[£$€]?\d|(?<=不到)\s?[\d一二两三四五六七八九十百千几半]")
"""A bound that belongs to the number behind it: 12 teachers and over 300 pupils, 一周不到八十年."""


_added = re.compile(
    r"(?P<named> (?:an?|the|his|her|its|their|another|some|any|up|one|two|three|four|five|six|[$£€]?\d))"
    r"| (?!(?:of|in|on|at|for|from|by|to|and|or|as|is|was|were|are|per)\b)[a-z]",
    re.IGNORECASE,
)


def adds(text: str, end: int, *, has_unit: bool) -> bool:
    """Whether something is added behind `plus`: 18 million dollars plus expenses, three goals plus an assist.

    300 plus visitors is a bound.
    """
    more = _added.match(text, end)
    return more is not None and (has_unit or more["named"] is not None)


def after(text: str, end: int, *, has_unit: bool) -> Bound | None:
    """The bound that begins right after a number and its unit; 起 is a classifier where there is no unit yet."""
    following = text[end : end + 1]
    if following not in _first_after() and not following.isspace():
        return None
    found = _after().match(text, end)
    if (
        found is None
        or _of_the_next.match(text, found.end())
        or (found[0].endswith("plus") and adds(text, found.end(), has_unit=has_unit))
        or (found[0].strip() in {"起", "上下", "前后", "许"} and not has_unit and found[0].strip() == "起")
    ):
        return None
    kind = (
        "lower" if found["lower"] or found["lower_en"] else "upper" if found["upper"] or found["upper_en"] else "about"
    )
    return Bound(kind, found.end())
