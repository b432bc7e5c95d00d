"""What a Chinese statement says something of, as far as its clause or the ones before name it.

What is told of one thing need not hold of another: the other statement must name it too, unless it is nobody in
particular (现场, 游客) or goes without saying.
"""

from claims.compare.chinese.arguments_zh import named_before
from claims.compare.chinese.units_zh import pairs_of
from evidence.text import lazy_re as re

LEAST = 2
"""Fewest characters that name something."""


def named(phrase: str, key: str, *, near: bool) -> bool:
    """Whether a statement names what another says something of; `near`: the clause where that is said names it."""
    if anybody(phrase):
        return True
    head = phrase.rpartition("的")[2][-HEAD:]
    if near and len(head) < LEAST:
        return head in key  # the goods in the warehouse: 货
    return any(two in key for two in pairs_of(head if near else phrase))


def anybody(phrase: str) -> bool:
    """Whether a phrase names nobody and nothing in particular."""
    return len(phrase) < LEAST or _anybody.search(phrase) is not None


HEAD = 5
"""So many characters at the end of a phrase tell what it names; those before only describe that."""


_anybody = re.compile(
    "[校院警官园店厂资劳军馆站台主]方|公司|当局|政府|[县市省州区]府|双方|人人|居民|^[其该此他她它]|两人|二人|三人|[人者]$|患者|游客|旅客|民众|市民|现场|全程|全场|其中|当中|之间|^全[船车机员家团队港台国市县]$|^[船车机屋艇]上|^[船车机屋]内|市区$|^各地|(?:诉讼|官司|[一二三终]审|上诉|判决)$"
    "|^(?:经|除|据|送|到院|抢救|[仅只](?!有)|全[数体部]|等[来到]?|自行|均|在|于|从|别|勿|休|莫|因|由于?|被|遭|获|把|将|对|向|为|其|并|又|也|却|已|就|才|再|正|曾|后|前|随|最[终后]|终|目前|现[已在时]|一律|当场)"
    "|(?:证实|宣告|宣布|宣判|确认|发现|显示|指出?|预?料|估计|声?称|说|表示|强调|认[为定]|裁定|判[决定]?|寻回|找到|救起|送[院医]|研判|以为)$"
)
"""Who is anybody in particular, or no noun at all: a preposition, an adverb, a deed, who says so."""


def said_of(key: str, at: int) -> str:
    """What stands before a place up to the first time, manner or preposition of its clause."""
    begin = max((match.end() for match in _clause.finditer(key, 0, at)), default=0)
    if begin > 1 and _no_subject.match(key, begin, at) and key[begin - 1] != "。":
        return said_of(key, begin - 1)  # 登山客失联,被搜救队寻获
    cut = _manner.search(key, begin + LEAST, at)
    phrase = named_before(_source.sub("", key[: cut.start() if cut else at]), at)
    return "" if "了" in phrase or phrase.endswith(_WHEN) else phrase


_no_subject = re.compile(
    "(?:其?后|随后|随即|最[后终]|终于?|并|而|但|且|又|再|才|已)*(?:被|遭|获|由(?!于)|经(?!理|纪|济)|送[院医]|到院|抢救)"
)
"""What opens a clause without a subject of its own: it goes on about the one before."""
_WHEN = ("时", "后", "前", "间")


_clause = re.compile("[,;。:!?()]")
_source = re.compile(
    "^(?:根据|依据?|据)[^,;。:]{1,16}?,"
    "|^[^,;。:]{1,16}?(?:统计|资料|数据|调查|研究|报告|查核|查证|解释|回应|估计|认定|表示|指出|显示|证实|强调|说明|澄清|发现|宣布)(?:显示|指出|发现)?,"
)
_manner = re.compile(
    "首[度次]|已经?|将(?!军)|仍|曾|却|才|再|全[面线数部]|照常|如常|(?<![存现正潜实内外旨所])在|(?<![自理缘])由(?!于)|于|以(?=[^,;。:!?]{2,8}(?:不足|为由|理由))|(?<!来)自|[遭被把从逢因]|每|并|也|都|均|皆"
)
