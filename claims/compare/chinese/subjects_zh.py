"""What a Chinese statement says something of, as far as its clause or the ones before name it.

What is told of one thing need not hold of another: the other statement must name it too, unless it is nobody in
particular (现场, 游客) or goes without saying.
"""

import re

from claims.compare.chinese.arguments_zh import named_before
from claims.compare.chinese.units_zh import pairs_of

LEAST = 2
"""Fewest characters that name something."""


def named(phrase: str, key: str, *, near: bool) -> bool:
    """Whether a statement names what another says something of; `near`: the clause where that is said names it."""
    if len(phrase) < LEAST or _anybody.search(phrase):
        return True
    return any(two in key for two in pairs_of(phrase.rpartition("的")[2][-HEAD:] if near else phrase))


HEAD = 5
"""So many characters at the end of a phrase tell what it names; those before only describe that."""


_anybody = re.compile(
    "[校院警官园店厂资劳军馆站台主]方|公司|当局|政府|[县市省州区]府|双方|人人|居民|^[其该此他她它]|两人|二人|三人|[人者]$|患者|游客|旅客|民众|市民|现场|全程|全场|其中|当中|之间"
)


def said_of(key: str, at: int) -> str:
    """What stands before a place up to the first time, manner or preposition of its clause."""
    begin = max((match.end() for match in _clause.finditer(key, 0, at)), default=0)
    cut = _manner.search(key, begin + LEAST, at)
    phrase = named_before(_source.sub("", key[: cut.start() if cut else at]), at)
    return "" if "了" in phrase or phrase.endswith(_WHEN) else phrase


_WHEN = ("时", "后", "前", "间")


_clause = re.compile("[,;。:!?()]")
_source = re.compile(
    "^(?:根据|依据?|据)[^,;。:]{1,16}?,"
    "|^[^,;。:]{1,16}?(?:统计|资料|数据|调查|研究|报告|查核|查证|解释|回应|估计|认定|表示|指出|显示|证实|强调|说明|澄清|发现|宣布)(?:显示|指出|发现)?,"
)
_manner = re.compile(
    "首[度次]|已经?|将(?!军)|仍|曾|却|才|再|全[面线数部]|照常|如常|(?<![存现正潜实内外旨所])在|(?<![自理缘])由(?!于)|于|(?<!来)自|[遭被把从逢因]|每|并|也|都|均|皆"
)
