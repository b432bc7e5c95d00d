"""Chinese numerals: 两万三千, 一百零五, 3亿5千万, 三百五, 壹佰贰拾万, 二〇二五, 三点五亿."""

from claims.features.numbers_text import tidy
from evidence.text import lazy_re as re

DIGITS = dict(
    zip(
        "〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖",
        [0, 0, 1, 2, 2, *range(3, 10), *range(1, 10)],
        strict=True,
    )
)
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
WHOLE = {"廿": 20, "卅": 30}
FIGURES = "".join((*DIGITS, *SMALL, *BIG, *WHOLE))
LONGEST = 32
"""No written number is longer; a longer run of numerals is not a number."""

TERM = re.compile(
    "(?:徒刑|刑期|判处?|判囚|判监|[监囚]禁|囚|服刑|坐牢|入狱|缓刑|停职|停权)(?:约|共|有期徒刑)?(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})年)?$"
)
"""What leads to the months of a sentence, which are written like those of a date: 有期徒刑3年6月."""
TERM_LEAD = 12
"""So many characters before the months are enough to see that."""
_piece = re.compile(r"\d+(?:\.\d+)?|.", re.DOTALL)


def parse(written: str) -> float | None:
    """The value of a numeral in view writing (figures, simplified characters), or None when it is not one."""
    if not written or len(written) > LONGEST:
        return None
    before, point, after = written.partition("点")
    if point:
        return _decimal(before, after)
    if len(written) > 1 and all(char in DIGITS for char in written):
        return float("".join(str(DIGITS[char]) for char in written))
    return _sum(_piece.findall(written.replace(",", "").replace(" ", "")))


def _decimal(before: str, after: str) -> float | None:
    places = re.match("[" + "".join(DIGITS) + "]+", after)
    whole = parse(before)
    if not places or whole is None or whole % 1:
        return None
    value = whole + float("0." + "".join(str(DIGITS[char]) for char in places[0]))
    for scale in after[places.end() :]:
        if scale not in BIG and scale not in SMALL:
            return None
        value *= BIG.get(scale) or SMALL[scale]
    return tidy(value)


def _sum(pieces: list[str]) -> float | None:
    total = section = 0.0
    current: float | None = None
    last_scale, after_zero = 0, False
    for piece in pieces:
        if piece in SMALL:
            section += (1 if current is None else current) * SMALL[piece]
            current, last_scale, after_zero = None, SMALL[piece], False
        elif piece in BIG:
            total, section = _close_section(total, section + (current or 0), BIG[piece])
            current, last_scale, after_zero = None, BIG[piece], False
        elif piece in DIGITS or piece[0].isdigit():
            if current not in (None, 0):
                return None
            current = float(DIGITS[piece]) if piece in DIGITS else float(piece)
            after_zero = after_zero or piece in "〇零"
        elif piece in WHOLE:
            section, last_scale = section + WHOLE[piece], 10
        else:
            return None
    if current is not None:
        # 三百五 is 350 and 两万五 is 25000, but 三百零五 is 305.
        colloquial = last_scale >= 100 and current < 10 and not after_zero
        section += current * last_scale / 10 if colloquial else current
    return tidy(total + section)


def _close_section(total: float, section: float, scale: int) -> tuple[float, float]:
    if total and (section == 0 or scale > total):
        return (total + section) * scale, 0
    return total + (section or 1) * scale, 0
