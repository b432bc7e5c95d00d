"""Whether a clause asserts something or its opposite."""

from functools import lru_cache
from typing import Literal

from claims.features.cues import pattern
from evidence.text import lazy_re as re

Polarity = Literal["positive", "negative"]


def polarity(plain_text: str, language: str) -> Polarity:
    """`negative` when the clause negates, denies or refuses; also when it does so twice: a person decides."""
    apart = negate_nothing(plain_text, language)
    for group in ("negation", "denial"):
        for match in _pattern(group, language).finditer(plain_text):
            if not any(a < match.end() and match.start() < b for a, b in apart):
                return "negative"
    return "positive"


def _pattern(group: str, language: str) -> re.Pattern[str]:
    return pattern("polarity", language, group)


@lru_cache(maxsize=1 << 12)
def negate_nothing(plain_text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where words stand that hold a negation and negate nothing, in code points: not only, 不仅, 不停地, 非…不可."""
    found = [match.span() for match in pattern("polarity", language, "apart").finditer(plain_text)]
    return (*found, *(affirming(plain_text) if language == "zh" else ()))


def affirming(plain_text: str) -> tuple[tuple[int, int], ...]:
    """Where a Chinese construction with a negation affirms, whatever its words, in code points: 非…不可, 没有…高."""
    if _NEGATING.isdisjoint(plain_text):
        return ()
    return tuple(match.span() for match in _unnegated_zh.finditer(plain_text))


_NEGATING = frozenset("不没未无非")
_FORBIDS = "拒绝?|禁止|阻止|阻挠|反对|不[准让许批予给]"
_unnegated_zh = re.compile(
    # What is done without pause or hesitation is done: the negation only says how.
    "毫?[不没未无](?![在到是有会能])[^,;。:!?的了地]{1,5}?(?<![当各外本基草陆场土营原内产两工属领境林])地(?=[\u4e00-\u9fff])(?![区方点铁面下位球震产图板带势址主理质毯步域标段盘皮毡])"
    "|不(?:停|间断|停歇|停顿|懈|慎|小心|经意|由自主|眠不休|厌其烦)(?:地|的|$|(?=[^靠站车职业工课留战火电水牌产售止泊放机飞航驶播刊薪学办用,;。:!?了]))|毫不(?:犹豫|留情|迟疑|保留|费力|客气)"
    # Not as cold as yesterday.
    "|没有?(?:\x02|往年|同期|过去|[去今昨明前]年|[昨前今明]天|上[个一]?[月周季])[^,;。:!?的了]{0,4}?(?<![提升增变减降加扩放缩拉调延拓])[多高好热冷快大长早](?=[,;。:!?]|$)"
    # Only just: 好不容易, 差点没赶上.
    "|好不(?:容易|热闹|威风|快活|伤心|痛快)|(?:差一?点儿?|险些儿?|几乎)(?:就)?[没未]有?(?!来)"
    # Two negations make none.
    "|(?<![是并莫若除绝])非[^,;。:!?]{1,12}?(?:不可(?![能以思])|不行|不成|莫属)|(?<![是并莫若除绝])非得(?!到|出|主|分)"
    f"|不(?:得|能|可|应|许|准|会|该)(?:{_FORBIDS})|(?:不是|并非|未尝|绝非)(?:没有?|不|无)"
    # Who would not, how could it not.
    "|谁(?:会|还|能|又)?不|难道[^,;。:!?]{0,6}?[不没]|岂[不无非]|何尝[不没]|怎(?:么|能|会|可)(?:会|能|可以|可能)?[不没]"
)


__all__ = ["Polarity", "affirming", "negate_nothing", "polarity"]
