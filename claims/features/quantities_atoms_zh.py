"""Chinese numerals, shares and rough numbers as atoms: 三成五, 四分之一, 两三百, 几十, 上亿, 七位数."""

from collections.abc import Callable

from claims.features import numbers_zh
from claims.features.quantities_atom import Atom, last_place, of_places, percent, plain, scale_of
from claims.features.quantities_scan import ZD
from evidence.text import lazy_re as re


def _share(found: re.Match[str]) -> Atom | None:
    whole = {"百": 1.0, "千": 0.1, "万": 0.01}[found["share"][0]]
    written = found["sharen"] or "百"
    if rough := _approximate_pair(written):
        low, high = (round(value * whole, 6) for value in rough)
        return Atom(found.start(), found.end(), low, high, unit="%", approximate=True, kind="share")
    if written.startswith(("几", "数")) or "几" in written:
        return _few(found, written, whole)
    value = numbers_zh.parse(written.replace("半", "点五")) if written != "半" else 0.5
    return None if value is None else percent(found, value * whole)


def _few(found: re.Match[str], written: str, whole: float) -> Atom | None:
    tens = numbers_zh.parse(written[:-1]) if written[-1] == "几" and written[:-1] else None
    low = {"几": 2.0, "数": 2.0, "几十": 20.0, "数十": 20.0}.get(written) if tens is None else tens + 1
    if low is None:
        return None
    high = low * 10 - 1 if written in {"几十", "数十"} else low + 8 if tens else 9
    return Atom(found.start(), found.end(), low * whole, high * whole, unit="%", approximate=True, kind="share")


def _fraction(found: re.Match[str]) -> Atom | None:
    below, above = numbers_zh.parse(found["fd"]), numbers_zh.parse(found["fn"])
    if not below or above is None:
        return None
    if found.string.startswith("世纪", found.end()):
        years = plain(100 * above / below)
        return Atom(found.start(), found.end() + 2, years, years, unit="years", kind="share")
    return percent(found, above / below * 100)


def _tenths(found: re.Match[str]) -> Atom | None:
    written, more = found["t1"], found["t2"]
    if len(written) == 2 and not written[0].isdigit():
        pair = [numbers_zh.DIGITS[char] * 10.0 for char in written]
        if pair[0] >= pair[1]:
            return None
        return Atom(found.start(), found.end(), pair[0], pair[1], unit="%", approximate=True, kind="share")
    value = (numbers_zh.parse(written) or 0) * 10
    if more:
        value += 5 if more == "半" else int(more) if more.isdigit() else numbers_zh.DIGITS[more]
    if found["t3"]:
        return Atom(found.start(), found.end(), value, value + 10, unit="%", approximate=True, kind="share")
    return percent(found, value)._replace(scale=10)  # which 三到四成 shares


_denied = re.compile("(?:[没沒][有能]?|未能?|不)$")


def _half_share(found: re.Match[str]) -> Atom | None:
    over = found["half"][0] in "过逾超"
    denied = _denied.search(found.string, max(0, found.start() - 2), found.start()) if over else None  # 没有过半
    low: float | None = None if denied or found["half"].startswith("近") else 50
    high: float | None = None if over and not denied else 50
    rough = low is None or high is None
    start = denied.start() if denied else found.start()
    return Atom(start, found.end(), low, high, unit="%", approximate=rough, kind="share")


def _turn(found: re.Match[str]) -> Atom | None:
    times = numbers_zh.parse(found["turns"]) if found["turns"] else 1
    if times is None or times > 40:
        return None
    return Atom(found.start(), found.end(), 2**times, 2**times, unit="times", kind="share")


def _masses(found: re.Match[str]) -> Atom | None:
    scale = scale_of(found["mass"]) if found["mass"] else {"成百上千": 100}.get(found["masses"], 1000)
    return Atom(found.start(), found.end(), 2 * scale, None, approximate=True, kind="vague")


def _digits_place(found: re.Match[str]) -> Atom | None:
    places = numbers_zh.parse(found["place"])
    return of_places(found, int(places)) if places and places < 16 else None


def _upward(found: re.Match[str]) -> Atom | None:
    value = numbers_zh.parse(found["up"])
    return Atom(found.start(), found.end(), value, None, approximate=True, kind="vague") if value else None


def _several(found: re.Match[str]) -> Atom | None:
    low = 3 if found["sev"].startswith("好") else 2
    if not found["sscale"]:
        return Atom(found.start(), found.end(), low, None, approximate=True, needs_unit=True, kind="vague")
    scale = numbers_zh.parse(found["sscale"])
    if scale is None:
        return None
    # 几十万 runs from 20 to 90 ten thousands, 数百 from 200 to 999.
    return Atom(found.start(), found.end(), low * scale, 10 * scale - 1, approximate=True, kind="vague")


def _teens(found: re.Match[str]) -> Atom | None:
    tens = numbers_zh.parse(found["tn"]) or 10
    few = found["teens"][len(found["tn"])]
    scale = numbers_zh.BIG[found["tscale"]] if found["tscale"] else 1
    if few == "好" or found["upto"]:  # 三十好几, 十几二十个
        low = (tens + (3 if few == "好" else 1)) * scale
        high = numbers_zh.parse(found["upto"]) if found["upto"] else tens + 9
        return Atom(found.start(), found.end(), low, (high or tens) * scale, approximate=True, kind="han")
    if few == "来":
        return Atom(found.start(), found.end(), tens * scale, tens * scale, approximate=True, kind="han")
    low = (tens + (few == "几")) * scale
    return Atom(found.start(), found.end(), low, (tens + 10) * scale - 1, approximate=True, kind="han")


def _half_hundred(found: re.Match[str]) -> Atom | None:
    return Atom(found.start(), found.end(), 50, 50, unit="years", kind="share")


def _half_of(found: re.Match[str]) -> Atom | None:
    return Atom(found.start(), found.end(), 0.5, 0.5, needs_unit=True, kind="half")


_AGES = {"百": 100, "千": 1000}
_feast = re.compile("(?<=双)十(?:[一二](?![十百千万亿元块]))?(?![一二三四五六七八九百千万亿元块])")
"""双十, 双十一 and 双十二, but not 一双十元."""
_ordinal_before = re.compile(r"[第初周]\s?$|星期$|礼拜$|农历$")


def _han(found: re.Match[str]) -> Atom | None:
    text, written, start = found.string, found["han"], found.start()
    if found["hsign"]:
        return _negative_han(found)
    if len(written) > 1 and written[0] == "零" and written[1] not in "点〇零":
        start, written = start + 1, written[1:]  # 三年零四个月
    named = _ordinal_before.search(text, max(0, start - 2), start) or _feast.match(text, start)
    if named or len(written) > numbers_zh.LONGEST:
        return None
    if found["hmore"]:
        return _han_more(found)
    if written in _AGES and text.startswith("年", found.end()):
        low = 0.9 * _AGES[written]  # 百年神像: old, a hundred years and more
        return Atom(start, found.end(), low, None, approximate=True, kind="vague")
    pair = _approximate_pair(written)
    if pair:
        return Atom(
            start,
            found.end(),
            *pair,
            approximate=True,
            kind="han",
            needs_unit=written[-1] in ZD,  # 十四五 is a plan
        )
    value = numbers_zh.parse(written)
    if value is None:
        return None
    only_digits = all(char in ZD for char in written)
    if only_digits and 1 < len(written) < 3:
        return None
    scale = scale_of(written)
    single = len(written) == 1 or only_digits
    value = plain(value)
    step = scale if value % scale == 0 and value < 10 * scale else last_place(value)
    return Atom(
        start,
        found.end(),
        value,
        value,
        scale=scale,
        needs_unit=single,
        kind="han",
        step=step if value % 1 == 0 else 1,
    )


def _negative_han(found: re.Match[str]) -> Atom | None:
    if found["hmore"]:
        return None
    value = numbers_zh.parse(found["han"].removeprefix(found["hsign"]))
    return None if value is None else Atom(found.start(), found.end(), -plain(value), -plain(value), kind="han")


def _mixed_fraction(found: re.Match[str]) -> Atom | None:
    whole, below, above = (numbers_zh.parse(found[name]) for name in ("mw", "md", "mn"))
    if whole is None or above is None or not below:
        return None
    value = plain(whole + above / below)
    return Atom(found.start(), found.end(), value, value, kind="han")


def _han_more(found: re.Match[str]) -> Atom | None:
    value, scale = (
        numbers_zh.parse(found.string[found.start() : found.start("hmore")]),
        numbers_zh.parse(found["hscale"]),
    )
    if value is None or scale is None:
        return None
    low = value * scale
    if found["hmore"] == "来":
        return Atom(found.start(), found.end(), low, low, approximate=True, kind="han", scale=int(scale))
    return Atom(
        found.start(),
        found.end(),
        low,
        low + last_place(value) * scale - 1,
        approximate=True,
        kind="han",
        scale=int(scale),
    )


_pair = re.compile(
    rf"(?P<head>(?:[{ZD[2:]}][百千万])*(?=[{ZD[2:]}]{{2}}[十百千]))?(?P<tens>[二三四五六七八九]?十)?"
    rf"(?P<a>[{ZD[2:]}])(?P<b>[{ZD[2:]}])(?P<scale>[十百千万亿兆]*)"
)
_AROUND = {"百八十": (80, 100), "千八百": (800, 1000), "万八千": (8000, 10000)}
"""Said of about a hundred, a thousand, ten thousand."""


def _approximate_pair(written: str) -> tuple[float, float] | None:
    """三五, 两三百, 七八十, 十七八, 一百五六十: two neighbouring digits are a rough range."""
    if written in _AROUND:
        return _AROUND[written]
    found = _pair.fullmatch(written)
    if not found:
        return None
    low, high = numbers_zh.DIGITS[found["a"]], numbers_zh.DIGITS[found["b"]]
    if not (high - low == 1 or (low, high) in {(3, 5), (1, 3)}):
        return None
    tens = numbers_zh.parse(found["tens"]) or 0 if found["tens"] else 0
    scale = numbers_zh.parse(found["scale"]) or 1 if found["scale"] else 1
    head = numbers_zh.parse(found["head"]) or 0 if found["head"] else 0
    if head and head % (10 * scale):
        return None
    return head + (tens + low) * scale, head + (tens + high) * scale


READERS: dict[str, Callable[[re.Match[str]], Atom | None]] = {
    "share": _share,
    "fraction": _fraction,
    "tenths": _tenths,
    "halfhundred": _half_hundred,
    "half": _half_share,
    "turn": _turn,
    "masses": _masses,
    "digitsplace": _digits_place,
    "upward": _upward,
    "several": _several,
    "teens": _teens,
    "halfof": _half_of,
    "mixedfraction": _mixed_fraction,
    "han": _han,
}
"""What reads a hit of the scan, by the name of its group."""
