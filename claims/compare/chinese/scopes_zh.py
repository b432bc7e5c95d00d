"""What a word reaches over in two Chinese statements of much the same words: not all, all not; only A, only B.

没有因为生病而请假 denies the cause, 因为生病而没有请假 the leave; the first African woman to win it is not the first
woman; at least twenty minutes is not at most twenty.
"""

from collections import Counter

from evidence.text import lazy_re as re

_content = re.compile("[\u3400-\u9fffa-z0-9]")
_focus = re.compile("(?:只有?|仅有?|唯有|唯独)(?P<what>[可能会在于对向从为给让]{0,2}[\u3400-\u9fff]{2})")
_led = re.compile("^[可能会]*")


def moved(one: str, other: str) -> str | None:
    """Why a word of two statements reaches over other parts, in words; None where nothing shows that."""
    for first, second in _PAIRS:
        if (found := _one_each(one, other, first, second)) is not None:
            return found
    return _degree_apart(one, other)


def narrowed(one: str, other: str) -> str | None:
    """The same, of statements that share most of their words."""
    return (
        _focus_moved(one, other)
        or _one_each(one, other, _thought, _knew)
        or _first_of_fewer(one, other)
        or _described(one, other)
    )


_PAIRS = (
    (re.compile("(?:不|没|并?非)是?(?:都|全|每|总|一定|所有)"), re.compile("(?:都|全|总是?|一定)(?:不|没|未)")),
    (
        re.compile("(?:不是|没有?|并非|未曾?|不)因为?[^,;。]{1,12}[就而才]"),
        re.compile("因为?[^,;。]{1,12}?(?:而|才|就|,)[^,;。]{0,2}(?:没|不|未)"),
    ),
    (re.compile("(?:差一?点儿?|险些)就?没"), re.compile("^(?!.*(?:差一?点儿?|险些)就?没).*(?<!淹)(?<!出)没")),
    (
        re.compile("(?:只有|唯有|仅有?)[^,;。:!?不没]{2,16}(?:才|需|须|可|能|要)"),
        re.compile("(?:连|即[使便]|就算|哪怕|纵使)[^,;。:!?]{2,16}?[也都亦]不"),
    ),
    (re.compile("(?:很|真|最|非常|十分|极)不"), re.compile("不(?:是)?(?:很|太|最|非常|十分)")),
    (re.compile("没(?!有)[^,;。:!?]{1,6}就"), re.compile("了[^,;。:!?]{0,6}?还没")),
    (re.compile("至少|最少|起码|不少于|不低于"), re.compile("至多|最多|顶多|不超过|不多于")),
)
"""Two ways of saying that are none of each other: 不都, 都不; 没有因为, 因为…没有; 只有…才, 即使…也不; 至少, 最多."""
_thought = re.compile("[误还]?以为|假装|幻想|梦见")
_knew = re.compile("知道|确定|发现|得知|证实|记得|明白|清楚")


def _one_each(one: str, other: str, first: "re.Pattern[str]", second: "re.Pattern[str]") -> str | None:
    """The words, if one statement has an expression of the first sort alone and the other one of the second alone."""
    for mine, theirs in ((one, other), (other, one)):
        found, against = first.search(mine), second.search(theirs)
        if found and against and not first.search(theirs) and not second.search(mine):
            return f"“{found[0]}” in one, “{against[0]}” in the other"
    return None


_OPPOSITE = "近远快慢早晚高低大小多少长短轻重冷热左右内外升降涨跌增减好坏强弱深浅宽窄厚薄难易"
"""Contraries, two by two."""
_DEGREES = {char: _OPPOSITE[at ^ 1] for at, char in enumerate(_OPPOSITE)}


def _degree_apart(one: str, other: str) -> str | None:
    """Whether two statements differ in one character, which is the contrary of the other's: 近得多, 远得多."""
    if len(one) != len(other):
        return None
    apart = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    if len(apart) == 1 and _DEGREES.get(apart[0][0]) == apart[0][1]:
        return f"“{apart[0][0]}” in one, “{apart[0][1]}” in the other"
    return None


def _focus_moved(one: str, other: str) -> str | None:
    """Whether what alone is meant is one thing in the one and another, which both name, in the other.

    只有会员可以使用泳池: members alone; 会员只可以使用泳池: the pool alone.
    """
    mine, theirs = (list(_focus.finditer(text)) for text in (one, other))
    if len(mine) != 1 or len(theirs) != 1:
        return None
    first, second = (_led.sub("", match[0]["what"]) for match in (mine, theirs))
    if first == second or first not in other or second not in one or sorted(_bare(one)) != sorted(_bare(other)):
        return None
    return f"“{mine[0][0]}” in one, “{theirs[0][0]}” in the other"


def _bare(text: str) -> list[str]:
    return [char for char in _content.findall(text) if char not in "有只仅"]


_first = re.compile(
    "(?P<most>首[位个名次部座任家]|第一[位个名次部座家]|唯一|最[高早大长年]{1,2}的?)(?P<of>[^,;。]{3,24})"
)
_when = re.compile("[\\d〇零一二三四五六七八九十]+年|[\\d一二三四五六七八九十]+月")


def _first_of_fewer(one: str, other: str) -> str | None:
    """Whether the first, or only, one of a sort is in the other of a wider sort, and what narrows it is told behind.

    首位获得该奖的非洲女性 is not 首位获得该奖的女性，来自非洲.
    """
    mine, theirs = _first.search(one), _first.search(other)
    if mine is None or theirs is None or mine["most"] != theirs["most"]:
        return None
    for narrow, wide, text in ((mine, theirs, other), (theirs, mine, one)):
        told = Counter(_content.findall(_when.sub("", narrow["of"])))
        less = told - Counter(_content.findall(wide["of"]))
        more = Counter(_content.findall(_when.sub("", wide["of"]))) - told
        behind = Counter(_content.findall(text[wide.end() :]))
        if less.total() > 1 and not more and (less & behind).total() > 1 and (less - behind).total() <= 1:
            return f"“{narrow[0]}” in one, “{wide[0]}” in the other"
    return None


_of = re.compile("(?P<how>(?:来自|属于|位于|产于|出身|写给|献给|关于)[^,;。的]{1,6})的(?P<what>[\u3400-\u9fff]{2})")


def _described(one: str, other: str) -> str | None:
    """Whether what describes one thing describes another, which both name, in the other: 来自农村的奖学金."""
    if sorted(_content.findall(one)) != sorted(_content.findall(other)):
        return None
    mine, theirs = ({match["how"]: match["what"] for match in _of.finditer(text)} for text in (one, other))
    for how in mine.keys() & theirs.keys():
        head, other_head = mine[how], theirs[how]
        if head != other_head and head in other and other_head in one:
            return f"“{how}的{head}” in one, “{how}的{other_head}” in the other"
    return None
