"""The numbers of a text in plain figures, also those in words; parts of a whole are per cent.

    >>> numbers("two thirds of 1,200", ["two", "third", "of", "1200"])
    ['1200', '2', '67']

Coarser than `claims.features.quantities`, which says what is measured and how exactly: here numbers are only words
that two texts may share.
"""

from collections.abc import Sequence
from functools import cache

from evidence.text import lazy_re as re
from evidence.text.tokens import HAN, stem, tokens

_han_run = re.compile(f"[{HAN}]+")
_UP_TO_19 = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = {word: value for value, word in enumerate(_UP_TO_19.split())}
_ENGLISH |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
_MANY = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_one, _more = "|".join(_ENGLISH), "|".join([*_ENGLISH, *_MANY])
_english_number = re.compile(rf"\b(?:{_one})(?:[ -](?:and )?(?:{_more})){{0,9}}\b|\bhalf a dozen\b|\b(?:a )?dozen\b")
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_some = rf"{_one}|\d{{1,2}}"
_english_share = re.compile(
    rf"\b(?P<half>half)\b(?! a dozen|[ -](?:an? )?(?:hour|day|year|century|time|brother|sister))"
    rf"|\b(?P<many>an?|{_one})[ -](?P<part>{'|'.join(_PARTS)})s?\b"
    rf"|\b(?P<some>{_some}) (?:in|(?:out )?of)(?: every)? (?P<all>{_some})\b"
)
_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_chinese_number = re.compile(
    r"[零〇一二两三四五六七八九十百千万亿]{2,16}|[二两三四五六七八九](?=[个名人位岁年月天日周次条元块倍万亿瓣台辆只头座所件])"
)
_SHARE_SIGNS = "成", "分之", "半"
_digit = "[一二两三四五六七八九十]"
_chinese_share = re.compile(
    rf"(?P<tenths>{_digit}|\d)成(?P<half>半)?(?![立为功都绩长分果型品本交]|员(?!工))"
    rf"|(?P<all>{_digit}|\d{{1,3}})分之(?P<some>{_digit}|\d{{1,2}})|一半|半数"
)


def numbers(key: str, latin: Sequence[str]) -> list[str]:
    """The numbers of a folded text; `latin` are its tokens without Chinese, which hold them all where it has none."""
    spelled = latin if key.isascii() else tokens(_han_run.sub(_scale_only, key))
    found = [word for word in spelled if word.replace(".", "").isdecimal()]
    if not key.isascii():
        found += [str(value) for m in _chinese_number.finditer(key) if (value := _chinese_value(m[0])) is not None]
        if any(sign in key for sign in _SHARE_SIGNS):
            found += [str(value) for m in _chinese_share.finditer(key) if (value := _chinese_percent(m))]
    found += [str(_english_value(m[0])) for m in _english_number.finditer(key) if m[0] != "one"]
    if found or not _parts().isdisjoint(latin):
        found += [str(value) for m in _english_share.finditer(key) if (value := _english_percent(m))]
    return found


_scale = re.compile(r"[十百千]?[万亿]|[百千]")


def _scale_only(match: re.Match[str]) -> str:
    found = _scale.match(match[0])
    return f"{found[0]} " if found else " "


def _english_value(words: str) -> int:
    if "dozen" in words:
        return 6 if words.startswith("half") else 12
    total = part = 0
    for word in re.split(r"[ -]", words):
        if word in _ENGLISH:
            part += _ENGLISH[word]
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in _MANY:
            total, part = total + max(part, 1) * _MANY[word], 0
    return total + part


@cache
def _parts() -> frozenset[str]:
    return frozenset(map(stem, _PARTS))


def _percent(some: int, everything: int) -> int | None:
    """A part in per cent; what is no part is none."""
    return round(100 * some / everything) if 0 < some < everything else None


def _english_percent(match: re.Match[str]) -> int | None:
    """A fifth, two thirds, one in nine, half."""
    if match["half"]:
        return 50
    if part := match["part"]:
        return _percent(_ENGLISH.get(match["many"], 1), _PARTS[part])
    return _percent(*(_ENGLISH.get(word) or int(word) for word in (match["some"], match["all"])))


def _chinese_percent(match: re.Match[str]) -> int | None:
    """两成, 三成半, 四分之一, 一半."""
    if tenths := match["tenths"]:
        return 10 * _chinese_digit(tenths) + (5 if match["half"] else 0)
    if match["all"]:
        return _percent(_chinese_digit(match["some"]), _chinese_digit(match["all"]))
    return 50


def _chinese_digit(figure: str) -> int:
    return _DIGITS.get(figure) or (10 if figure == "十" else int(figure))


def _chinese_value(figures: str) -> int | None:
    """The value of a Chinese numeral; digits without units (二零二九) are read one by one."""
    if not any(unit in figures for unit in _UNITS):
        return int("".join(str(_DIGITS[digit]) for digit in figures))
    if figures[0] in "百千万亿":
        return None
    total = part = digit = 0
    for character in figures:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif (unit := _UNITS[character]) >= 10**4:
            total, part, digit = (total + part + digit) * unit, 0, 0
        else:
            part, digit = part + max(digit, 1) * unit, 0
    return total + part + digit
