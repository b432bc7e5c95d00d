"""Whether two Chinese statements of much the same words say the same: who does it to whom, and what is of whose.

Two things that both name, in the other order, are harmless where grammar lets them be: a phrase with its preposition, a
time, members of a list, a passive, a place as subject, whole clauses. Else somebody else does it, or it is said of
something else, and the two do not say the same, whether or not both may hold.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from claims.compare.alignment import Pair
from claims.compare.chinese import converse_zh, frames_zh, order_zh, scopes_zh, turned_zh
from claims.compare.chinese.tiles_zh import SMALL, TIMES, Side, Tile, bearing, cut, side_of, tiles_of
from claims.compare.facets.contraries import contraries
from claims.compare.values import written
from evidence.text import lazy_re as re

COMMON = 0.62
"""From this share of the longer one's characters on, both are made of much the same words."""
_content = re.compile(f"(?![{''.join(sorted(SMALL))}])[\u3400-\u9fffa-z0-9]")


def otherwise(pair: Pair) -> str | None:
    """Why two statements of much the same words do not say the same, in words; None where nothing shows that."""
    whole = written(pair.a).rstrip("。."), written(pair.b).rstrip("。.")
    one, other = (_slight.sub("", each) for each in whole)
    if whole[0] != whole[1] and one == other:
        return scopes_zh.moved(*whole)
    if one == other or not _much_the_same(one, other) or order_zh.asks(pair) or _from_either_end(pair):
        return None
    if (moved := scopes_zh.moved(*whole) or scopes_zh.narrowed(one, other)) is not None:
        return moved
    if (turned := frames_zh.turned(pair)) is not None:
        return "whoever is at one end in one is at the other end in the other" if turned else None
    if order_zh.pronoun_moved(*whole):
        return "whoever does it in one it is done to in the other"
    tiles = tiles_of(one, other)
    mine, theirs = side_of(one), side_of(other)
    alike = 2 * sum(tile.size for tile in tiles) >= ALIKE * sum(len(_content.findall(text)) for text in (one, other))
    things = [tile for tile in tiles if (_word if alike else _alone)(tile, one, other)]
    owned = [tile for tile in things if _no_thing.fullmatch(one, tile.a, tile.a + tile.size) is None or tile.size == 1]
    for x, y in _owners(owned, mine, theirs):
        return f"“{x}” and “{y}” stand to one another in another way"
    things = [tile for tile in things if not _no_thing.fullmatch(one, tile.a, tile.a + tile.size)]
    freely = _turned(one, other) or contraries(pair) or any(_fronted.search(text) for text in whole)
    for find in (_owners,) if freely else (_after, _crossed, _hosts):
        for x, y in find(things, mine, theirs):
            return f"“{x}” and “{y}” stand to one another in another way"
    return None


def _from_either_end(pair: Pair) -> bool:
    return converse_zh.told_both_ways(pair) or turned_zh.alike(pair)


_fronted = re.compile(
    "(?:连|一[^,;。一]{1,6}?)[^,;。]{0,6}?[都也][没不][^,;。不没]|一[边面][^,;。]+一[边面]"
    "|^[这那][^,;。是把被]{1,6}?(?:我|你|[他她]们?(?!的))"
)
"""What is put first though it is done to, 连一句再见都没说, and what goes on at once, in either order."""
ALIKE = 0.88
"""From this share of all characters with content on, two statements are of the same words."""
_slight = re.compile("[则也都就却又便即]")
_converse = re.compile(
    "[高低多少大小早晚先迟优逊]于|击败|战胜|打败|不敌|败给|输给|负于|赢|嫁|娶|领先|落后|买|卖|购|售|借|早|晚|不如|比"
)
_denying = re.compile("不|(?<![出淹沉])没(?!收|入)|未(?!来)|(?<!除)非(?!常|洲)|无(?!论|人机)")


def _turned(one: str, other: str) -> bool:
    """Whether a relation or a denial is told in another way, so that another order may say the same."""
    if _converse.findall(one) != _converse.findall(other):
        return True
    return len(_denying.findall(one)) != len(_denying.findall(other))


def _much_the_same(one: str, other: str) -> bool:
    counts = Counter(bearing.findall(one)), Counter(bearing.findall(other))
    return (counts[0] & counts[1]).total() >= COMMON * max(counts[0].total(), counts[1].total())


_VOICE = re.compile(
    "被|遭(?!遇)|受到?|获|得到|得名|由(?!于)|所|把|将(?!军|领|来)|使|令|让|接受|授予|出自|经(?![济常营验理过历])"
)
_and = re.compile("[和与及、跟同或边]")
_joining = re.compile("[和与及、跟同或者边以一位个名座条的也又是既,，两]|还有|并且|而且|包括")


# --- the other order ---------------------------------------------------------------------------------------------


def _crossed(tiles: list[Tile], mine: Side, theirs: Side) -> Iterator[tuple[str, str]]:
    """Two tiles of one clause in both, in the other order without a reason of grammar."""
    for x, y in combinations(tiles, 2):
        if x.b < y.b or mine.clause[x.a] != mine.clause[y.a] or theirs.clause[x.b] != theirs.clause[y.b]:
            continue
        if not _harmless(x, y, mine, theirs):
            yield mine.text[x.a : x.a + x.size], mine.text[y.a : y.a + y.size]


_no_thing = re.compile(
    f"{TIMES}|[\\d.,%比、]+[名人个亿万千]*|[今去明前本上下][个]?(?:年|天|日|周|月|季|星期|礼拜)[初底中末]?"
    "|(?:整整|接?近|逾|[超多]过|多达|高达|不[到足]|至少|最多|约|共|有|已)*[一二三四五六七八九十百千万亿两几\\d]+[\u3400-\u9fff]{0,2}"
    "|[他她它]们?|当地|此地|那里|后者|前者|对方|两者|[全最只有半没未不无直比因可以需须]+"
    "|顺利|成功|平安|正式|全面|完全|不断|持续|逐渐|大幅|再次|首次|一直|已经|仍然|最终|最后|目前|每[年天周月日]|约|共|主要|经常|常常|同时|没有|不要|应该"
)
"""A time, a figure, an adverb: what stands where it will."""


def _word(tile: Tile, one: str, other: str) -> bool:
    """Whether a tile of one character is no piece of a word that the other statement has not."""
    if tile.size > 1:
        return True
    beside = [text[at - 1 : at] + text[at + 1 : at + 2] for text, at in ((one, tile.a), (other, tile.b))]
    return all(char in other or not _content.match(char) for char in beside[0]) and all(
        char in one or not _content.match(char) for char in beside[1]
    )


def _alone(tile: Tile, one: str, other: str) -> bool:
    """Whether a tile is more than a piece of a word and stands but once in each."""
    said = one[tile.a : tile.a + tile.size]
    return tile.size > 1 and one.count(said) == 1 == other.count(said)


_nothing = re.compile("[于在到至]?[这该那此其]?")
_copula = re.compile("[^,;。]{0,3}(?:是|为|任|担任|出任|身兼|即|乃|叫)[^,;。]{0,3}")


def _harmless(x: Tile, y: Tile, mine: Side, theirs: Side) -> bool:
    """Whether grammar lets two tiles stand in either order: x before y in the first, y before x in the second."""
    if any(_left.fullmatch(mine.text, each.a, each.a + each.size) for each in (x, y)):
        return True
    if any(_moves_freely(each, mine, theirs) for each in (x, y)) or _voice(mine, x.a) != _voice(theirs, x.b):
        return True
    if _won_there(x, y, mine, theirs):
        return True
    first, second = mine.between(x.a, x.size, y.a), theirs.between(y.b, y.size, x.b)
    if (_nothing.fullmatch(first) and _nothing.fullmatch(second)) or _listed(first, second):
        return True
    if _role_told(first, second) or _role_told(second, first) or _both_describe(first, second, mine, theirs):
        return True
    if _copula.fullmatch(first) or _copula.fullmatch(second) or (_is.search(first) and _is.search(second)):
        return True
    return _relative(mine, x.a, first, second) or _relative(theirs, y.b, second, first)


_ROLES = (
    ("导演", "执导|导演|拍摄"),
    ("作者|作家", "写|著|撰"),
    ("编剧", "编写|编剧"),
    ("设计[师者]|建筑师", "设计"),
    ("[主要男女]角|主演", "[主饰]演"),
    ("创办人|创始人|创立者", "创[办立建]"),
    ("得主|冠军|赢家", "[夺获赢]"),
    ("主持人?|司仪", "主持"),
    ("指挥家?", "指挥"),
    ("发明[人者]", "发明"),
)
_roles = tuple((re.compile(f"(?:{noun})[是为]$"), re.compile(deed)) for noun, deed in _ROLES)


def _role_told(first: str, second: str) -> bool:
    """Whether one tells by a noun what the other tells by a verb: …的导演是某某, 某某执导…."""
    return any(noun.search(first) and deed.match(second) for noun, deed in _roles)


_which = re.compile("第?[一二三四五六七八九十\\d首唯两]+[个位名座家部任届间]?")


def _both_describe(first: str, second: str, mine: Side, theirs: Side) -> bool:
    """Whether two only describe one noun, in either order: 台湾首位民进党籍总统, 首位民进党的台湾总统.

    What stands in a clause of its own is not what the rank is among: 第一位非洲作家, 第一位作家，来自非洲.
    """
    if any(side.clause and side.clause[-1] > side.clause[0] for side in (mine, theirs)):
        return False
    both = (first, second), (second, first)
    return any(_which.fullmatch(one) is not None and other == "的" for one, other in both)


def _relative(side: Side, at: int, behind: str, plain: str) -> bool:
    """Whether what one puts before its noun as a clause the other says of it: the glass broke, the broken glass."""
    if not behind.endswith("的") or len(behind) > NEAR or plain:
        return False
    start = side.clause.index(side.clause[at])
    return _no_thing.fullmatch(cut.sub("", side.text[start:at])) is not None or _begins(side, at)


_left = re.compile("[只仅还]?(?:剩下?|有|缺|差)")
"""What leads to a figure, whatever stands first: 只剩两个鸡蛋, 鸡蛋只剩两个."""
NEAR = 8
"""Most characters between a clause and the noun that it describes."""


def _moves_freely(tile: Tile, mine: Side, theirs: Side) -> bool:
    """Whether a tile is a phrase with its preposition, or a place that is the subject of one: the valley has it."""
    led, other = mine.led[tile.a + tile.size - 1], theirs.led[tile.b + tile.size - 1]
    if led and led == other:
        return True
    place = "在" in {led, other} and {led, other} <= {"在", "与", ""}
    return place and _there_is.search(mine.text + theirs.text) is not None


def _won_there(x: Tile, y: Tile, mine: Side, theirs: Side) -> bool:
    """Whether where it was done in one describes what was done in the other: 在全运会夺得金牌, 夺得全运会百米金牌."""
    here, there = mine.led[x.a + x.size - 1] == "在", theirs.led[y.b + y.size - 1] == "在"
    if here and theirs.led[x.b] == theirs.led[y.b]:
        return theirs.between(y.b, y.size, x.b) == "" and not theirs.text.startswith("的", x.b + x.size)
    if there and mine.led[y.a] == mine.led[x.a]:
        return mine.between(x.a, x.size, y.a) == "" and not mine.text.startswith("的", y.a + y.size)
    return False


def _listed(first: str, second: str) -> bool:
    """Whether what stands between two things makes them members of one list in both."""
    rests = {_joining.sub("", each) for each in (first, second)}
    return bool(_and.search(first) and _and.search(second)) and len(rests) == 1 and len(rests.pop()) <= 1


_is = re.compile("[是非]")
_there_is = re.compile("(?<![约只没所具拥仅])有|见|分布|[盛出特]产|生长|位于|坐落|出现")


def _begins(side: Side, at: int) -> bool:
    return at == 0 or bool(cut.match(side.text, at - 1))


def _voice(side: Side, at: int) -> frozenset[str]:
    number = side.clause[at]
    start = side.clause.index(number)
    end = start + side.clause.count(number)
    return frozenset(_VOICE.findall(side.text, start, end))


_ordered = (
    (re.compile("(?P<x>[^,;。]+?)之?(?<![今最此其随以])后(?!来|者|[卫代])(?P<y>[^;。]+)"), 1),
    (re.compile("(?P<x>[^,;。]+?)(?:之|以)前(?P<y>[^;。]+)"), -1),
    (re.compile("先(?P<x>[^;。]+?)(?:然后|后来|随后|再|之后|其后)(?P<y>[^;。]+)"), 1),
    (re.compile("(?P<x>[^;。]+?)(?:[,;]|并)(?:然后|后来|随后|其后|接着|此后)(?P<y>[^;。]+)"), 1),
    (re.compile("(?P<x>[^;。]+?)[,;](?:此前|之前|先前)(?P<y>[^;。]+)"), -1),
    (re.compile("(?:如果|要是|假如|倘若|只要|一旦)(?P<x>[^,;。]+?)(?:的话)?,(?P<y>[^;。]+)"), 1),
    (re.compile("(?:由于|因为?)(?P<x>[^,;。]+?)(?:,|而)(?P<y>[^;。]+)"), 1),
    (re.compile("(?P<x>[^;。]+?)(?:导致|造成|使得|引发|因此|(?<!之)所以)(?P<y>[^;。]+)"), 1),
)


def _after(tiles: list[Tile], mine: Side, theirs: Side) -> Iterator[tuple[str, str]]:
    """What comes first, or causes the other, in the one comes second in the other."""
    left, right = _orders(mine.text), _orders(theirs.text)
    if not left or not right:
        return
    for x, y in combinations(tiles, 2):
        order = _order(left, x.a, y.a)
        if order and order == -_order(right, x.b, y.b):
            yield mine.text[x.a : x.a + x.size], mine.text[y.a : y.a + y.size]


_Order = tuple[range, range, int]


@lru_cache(maxsize=1 << 10)
def _orders(text: str) -> tuple[_Order, ...]:
    return tuple(
        (range(*match.span("x")), range(*match.span("y")), way)
        for pattern, way in _ordered
        for match in pattern.finditer(text)
    )


def _order(orders: tuple[_Order, ...], x: int, y: int) -> int:
    for first, second, way in orders:
        if x in first and y in second:
            return way
        if y in first and x in second:
            return -way
    return 0


def _hosts(tiles: list[Tile], mine: Side, theirs: Side) -> Iterator[tuple[str, str]]:
    """Two tiles that stand each in the other one's clause, while the rest of the clauses stays."""
    together = [
        (mine.clause[x.a] == mine.clause[y.a], theirs.clause[x.b] == theirs.clause[y.b], i, j)
        for (i, x), (j, y) in combinations(enumerate(tiles), 2)
    ]
    left: dict[int, set[int]] = {}
    right: dict[int, set[int]] = {}
    for in_a, in_b, i, j in together:
        if in_a and not in_b:
            left.setdefault(i, set()).add(j)
            left.setdefault(j, set()).add(i)
        elif in_b and not in_a:
            right.setdefault(i, set()).add(j)
            right.setdefault(j, set()).add(i)
    for i, j in combinations(left.keys() & right.keys(), 2):
        if left[i] & right[j] and left[j] & right[i]:
            x, y = tiles[i], tiles[j]
            yield mine.text[x.a : x.a + x.size], mine.text[y.a : y.a + y.size]


def _owners(tiles: list[Tile], mine: Side, theirs: Side) -> Iterator[tuple[str, str]]:
    """Two things that belong each to whom the other one belonged: A's son and B's sister, A's sister and B's son."""
    owned = [
        (x, y)
        for x, y in combinations(tiles, 2)
        if mine.between(x.a, x.size, y.a) == "的" and mine.clause[x.a] == mine.clause[y.a]
    ]
    for (x, y), (other, its) in combinations(owned, 2):
        if {theirs.between(x.b, x.size, its.b), theirs.between(other.b, other.size, y.b)} == {"的"}:
            yield mine.text[x.a : x.a + x.size], mine.text[y.a : y.a + y.size]
