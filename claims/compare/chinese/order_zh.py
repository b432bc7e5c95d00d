"""The same Chinese characters in another order: two parts that changed places, or only clauses and lists.

An exchange makes a conflict where the two cannot both hold: a deed or a relation told the other way round, two clauses
that give each other's attributes. What only describes other things in the same words (a grey coat and a black dog, a
black coat and a grey dog) is no relation at all, and neither are two questions.
"""

from claims.compare.alignment import Pair
from claims.compare.values import Comparison, written
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

LEAST = 6
"""Fewest characters of a statement of which that can be told."""
_cut = re.compile(r"[,;:。.!?()\"]")
_list = re.compile("[和与及、跟同或]")
_linking = re.compile("[和与及、跟同或以而且的,]")
_content = re.compile("[\u3400-\u9fffa-z0-9]")
NOTHING = Comparison()


def swapped(pair: Pair) -> Comparison | None:
    """What two statements of the same characters are to one another; None when order does not tell.

    A by B and C by D against A by D and C by B; but neither a list in another order nor whole clauses.
    """
    if asks(pair):
        return None if _asked_alike(pair) else NOTHING
    a, b = (written(side).rstrip("。.") for side in (pair.a, pair.b))
    if len(a) != len(b) or len(a) < LEAST or sorted(a) != sorted(b) or a == b:
        return None
    if _clauses_moved(a, b):
        return None
    found = _exchange(a, b)
    if found is None:
        return NOTHING if one_clause(pair) and not _block_moved(a, b) and not anchored(pair) else None
    found = _widened(a, found)
    first, between, second, start = found
    end = start + len(first + between + second)
    identity = between == "是" and len(first + between + second) == len(a)
    if identity or not _content.search(between) or _listed(between):
        return None  # the first head was Grey, Grey was the first head
    if _whole(a, start, start + len(first)) and _whole(a, end - len(second), end):
        return None
    if not exclusive(pair, a, found):
        return NOTHING
    reason = f"“{first}” and “{second}” have exchanged their roles"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.8, reasons=(reason,))


LINK = 1
"""Most characters between two members of a list, besides those that make it one."""


def _listed(between: str) -> bool:
    """Whether what stands between two phrases makes them members of a list."""
    return bool(_list.search(between)) and len(_linking.sub("", between)) <= LINK


def rearranged(pair: Pair) -> bool:
    """Whether two statements of the same characters only have their clauses or one phrase in another order."""
    a, b = (written(side).rstrip("。.") for side in (pair.a, pair.b))
    return sorted(a) == sorted(b) and (_clauses_moved(a, b) or _block_moved(a, b) or _turned_round(a, b))


def _turned_round(a: str, b: str) -> bool:
    """Whether one says that X is Y and the other that Y is X."""
    return any(a == f"{y}是{x}" for x, _, y in (_parted(b, at) for at in range(len(b)) if b[at] == "是"))


def _parted(text: str, at: int) -> tuple[str, str, str]:
    return text[:at], text[at], text[at + 1 :]


# --- questions ---------------------------------------------------------------------------------------------------

_asking = re.compile(
    "谁|为什么|什么|甚么|怎么|怎样|如何|哪[里儿些个位年天]?|多久|多少|多大|多长|多高|几|为何|为什么|何时|何地|何处|[是能可]否|吗|呢"
)
_question = re.compile('[?？][”」』"]?$|[吗呢][。.]?$')


def asks(pair: Pair) -> bool:
    """Whether both statements are questions."""
    return all(_question.search(written(side)) for side in (pair.a, pair.b))


_FAMILIES = {
    **dict.fromkeys(("怎么", "怎样", "如何"), "how"),
    **dict.fromkeys(("为什么", "为何"), "why"),
    **dict.fromkeys(("什么", "甚么"), "what"),
    **dict.fromkeys(("何时",), "when"),
    **dict.fromkeys(("哪里", "哪儿", "何地", "何处"), "where"),
    **dict.fromkeys(("是否", "吗", "能否", "可否", "呢"), "whether"),
}
_either_way = re.compile("([\u3400-\u9fff])[不没]\\1")


def _asked_for(text: str) -> list[str]:
    """What a question asks for, in whatever words: 怎样, 如何; 能不能, 可以…吗."""
    text = _either_way.sub("是否", text)
    return sorted({_FAMILIES.get(word, word) for word in _asking.findall(text)})


def _asked_alike(pair: Pair) -> bool:
    """Whether two questions ask for the same sort of thing, and not in just the same characters otherwise ordered."""
    mine, theirs = (written(side) for side in (pair.a, pair.b))
    if _asked_for(mine) != _asked_for(theirs):
        return False
    if sorted(mine) != sorted(theirs) or _clauses_moved(mine, theirs):
        return True
    found = _exchange(mine, theirs)
    return _listed(found[1]) if found else _block_moved(mine, theirs)


# --- what changed places -----------------------------------------------------------------------------------------


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a whole clause, or several."""
    return (start == 0 or bool(_cut.match(text, start - 1))) and (end == len(text) or bool(_cut.match(text, end)))


def _differing(a: str, b: str) -> tuple[int, int]:
    """Where two texts of one length begin and cease to differ."""
    start, end = 0, len(a)
    while start < len(a) and a[start] == b[start]:
        start += 1
    while end > start and a[end - 1] == b[end - 1]:
        end -= 1
    return start, end


def _exchange(a: str, b: str) -> tuple[str, str, str, int] | None:
    """What stands before and after in a, what stands between, and where it begins; b has the two exchanged."""
    start, end = _differing(a, b)
    mine, theirs = a[start:end], b[start:end]
    for i in range(1, len(mine)):
        if theirs[:i] != mine[-i:]:
            continue
        for j in range(1, len(mine) - i + 1):
            if mine[:j] == theirs[-j:] and mine[j:-i] == theirs[i : len(theirs) - j]:
                return mine[:j], mine[j:-i], mine[-i:], start
    return None


def _widened(a: str, found: tuple[str, str, str, int]) -> tuple[str, str, str, int]:
    """The two parts with what both are followed and led by: 甲 and 乙 of 甲队 and 乙队 are the teams."""
    first, between, second, start = found
    while between and start and between[-1] == a[start - 1] and _content.match(between[-1]):
        first, second, between, start = between[-1] + first, between[-1] + second, between[:-1], start - 1
    behind = a[start + len(first + between + second) :]
    more = 0
    while more < min(len(between), len(behind)) and between[more] == behind[more] and _content.match(between[more]):
        more += 1
    return first + between[:more], between[more:], second + behind[:more], start


def _block_moved(a: str, b: str) -> bool:
    """Whether one stretch stands elsewhere and all else in its order: an adverbial, a topic."""
    start, end = _differing(a, b)
    mine, theirs = a[start:end], b[start:end]
    for i in range(1, len(mine)):
        if mine[i:] + mine[:i] == theirs:
            return not _denying.search(min(mine[:i], mine[i:], key=len))
    return False


def pronoun_moved(a: str, b: str) -> bool:
    """Whether a pronoun stands behind all else in one, before it in the other: she knows nobody, nobody knows her."""
    if len(a) != len(b):
        return False
    start, end = _differing(a, b)
    mine, theirs = a[start:end], b[start:end]
    if end != len(a):
        return False
    return any(
        (match := _pronoun.match(one)) is not None and one[match.end() :] + match[0] == other
        for one, other in ((mine, theirs), (theirs, mine))
    )


_denying = re.compile("[不没未非无]")
_pronoun = re.compile("[我你他她]们?")


def _clauses_moved(a: str, b: str) -> bool:
    """Whether the clauses stand in another order, at most one word being said with the first of them only."""
    mine, theirs = ([clause for clause in _cut.split(text) if clause] for text in (a, b))
    if len(mine) < 2 or len(mine) != len(theirs):
        return False
    left = [clause for clause in mine if clause not in theirs]
    right = [clause for clause in theirs if clause not in mine]
    if not left:
        return True
    if len(mine) != len(theirs) or len(left) != 2:
        return False
    # 房子朝南的有四扇窗户,朝北的有一扇: what is common to both stays with whichever comes first
    one, other = left[0], right[0]
    shortest = min(len(one), len(other))
    for head in range(shortest):
        if one[:head] != other[:head]:
            break
        for tail in range(shortest - head):
            if one[len(one) - tail :] != other[len(other) - tail :]:
                break
            bare = one[head : len(one) - tail], other[head : len(other) - tail]
            if bare[0] == right[1] and bare[1] == left[1]:
                return True
    return False


# --- whether both can hold ---------------------------------------------------------------------------------------

_roles = re.compile(
    "被|把|将|由|获|比|从|自|往|向|给|到|为|是|击|打|咬|骂|战胜|打败|淘汰|输|赢|负|胜|嫁|娶|收购|起诉|控告|雇|杀|救|撞|追|送|借|卖|买|吞并|并入|继承|接替|取代|超[越过]|领先|落后|[高低大小多少]于"
)
_described = re.compile("^[色式窝衣发毛]|^[^是在有被把给从到比为对向的,]{1,3}的")


def exclusive(pair: Pair, a: str, found: tuple[str, str, str, int]) -> bool:
    """Whether two statements with two parts exchanged cannot both hold."""
    first, between, second, start = found
    if _cut.search(between) or "、" in between or anchored(pair):
        return True
    after = a[start + len(first) : start + len(first) + 4], a[start + len(first + between + second) :][:4]
    if _described.match(after[0]) and _described.match(after[1]):
        return False
    if first.endswith("的") or "的" in first[:-1] or "的" in second[:-1]:
        return False
    if re.search("[这那][\u3400-\u9fff]?由?$", a[:start]):
        return False
    if "把" in between and after[1].startswith("的"):
        return False  # each takes the other's
    if a[:start].endswith("比") and not between.startswith(("高", "低", "大", "小", "早", "晚", "多", "少")):
        return False  # she knows him better than his mother
    return bool(_roles.search(between)) or bool(_roles.search(a[max(0, start - 1) : start]))


def one_clause(pair: Pair) -> bool:
    """Whether neither statement has a second clause."""
    return not any(_cut.search(written(side).rstrip("。.?")) for side in (pair.a, pair.b))


def anchored(pair: Pair) -> bool:
    """Whether a time or a figure other than one ties both to one event."""
    if pair.a.dates and pair.b.dates:
        return True
    return any((one.low or 0) != 1 or (one.high or 0) != 1 for one in pair.a.quantities)
