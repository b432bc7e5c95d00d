"""Who stands where in a relation that cannot hold both ways, in two Chinese statements: A beats B, B loses to A.

A relation is told in one direction (收购, 击败), in the other (输给, 师从), passively (被乙淘汰), by a noun (乙的学生),
in a comparison (甲比乙高), and of a contest also of one alone (夺冠, 落选). Each way of telling it gives who comes
first and who second; where the two statements exchange them, they clash; where not, neither denies the other.
"""

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.holders_zh import of_two_people
from claims.compare.chinese.units_zh import longest, of_one_thing
from claims.compare.chinese.worked_parts import plain
from claims.compare.facets import period
from claims.compare.needed import Cue, Expression, expression
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

LEAST = 2
"""Fewest characters in a row by which a party is known again."""


class Standing(NamedTuple):
    """One relation as a statement tells it; a party that is not told is empty."""

    relation: str
    first: str
    second: str
    word: str
    ahead: bool = False
    """Whether it is planned."""


_round = Cue(
    "首[战场局盘节回轮]|第[一二三四五六七八九十\\d]+[战场局盘节回轮]|[上下]半[场局]|半场|预赛|初赛|小组赛|热身赛|例行赛"
)
"""A part of a contest, which another may win than the whole."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the first in one statement is the second in the other."""
    if period.disjoint(pair) or bool(_round.search(pair.a.key)) != bool(_round.search(pair.b.key)):
        return None
    if (drawn := _drawn(pair)) is not None:
        return drawn
    if (topped := _topped(pair)) is not None:
        return topped
    for one, other in _met(pair):
        crossed, straight = _shared(one.first, other.second, one.second, other.first), _straight(one, other)
        if not any(crossed) or not (_exchanged(crossed, straight) or _weightier(crossed, straight)):
            continue
        if _both_ways(pair, one.relation, crossed) or of_two_people(pair, one.word, other.word):
            continue
        if (one.relation == BEATS and _of_two_contests(one, other, crossed)) or _of_two_matters(pair, one, other):
            continue
        party = max(crossed, key=len)
        if all(crossed) or (one.relation == BEATS and of_one_thing(pair, party, least=1)):
            reason = f"“{party}”: “{one.word}” in one, “{other.word}” in the other, which cannot both hold"
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(plain(reason),))
    return None


def _of_two_matters(pair: Pair, one: Standing, other: Standing) -> bool:
    """Whether each sells something else, or has more of something else: a house and a car, turnover and price."""
    if one.relation == SELLS:
        return not of_one_thing(pair, one.first, one.second, other.first, other.second, one.word, other.word, least=1)
    return one.relation == LEADS and measured_apart(pair)


def measured_apart(pair: Pair) -> bool:
    """Whether each tells of another measure: the turnover of the one, the price of the other."""
    mine, theirs = (set(_measures.findall(side.key)) for side in (pair.a, pair.b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _exchanged(crossed: tuple[str, str], straight: tuple[str, str]) -> bool:
    """Whether each of two is where the other was, though both are told of by the same words: 长荣载客量, 星宇载客量."""
    return all(crossed) and not all(straight)


def _weightier(crossed: tuple[str, str], straight: tuple[str, str]) -> bool:
    return sum(map(len, crossed)) > sum(map(len, straight))


_top = Cue(
    "(?P<what>[^,;。:!?]{2,14}?)(?:才|就|正|便|则|都)?(?:[是为乃即属居]|堪称)[^,;。:!?]{0,10}?最(?P<how>[高大多长重快早老贵深宽远低小少短轻慢晚浅窄近])(?!的?[^,;。]{0,12}之一)"
)


def _topped(pair: Pair) -> Comparison | None:
    """A conflict when what is the most of all in one statement has less than another thing in the other."""
    for one, other in ((pair.a.key, pair.b.key), (pair.b.key, pair.a.key)):
        if (than := _than.search(one)) is None or than[3] not in _OF_ONE or (top := _top.search(other)) is None:
            continue
        if than[3] == top["how"] and len(_stretch(top["what"], than[2])) > len(_stretch(top["what"], than[1])):
            reason = f"“{than[0]}” in one, “{top[0]}” in the other"
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(plain(reason),))
    return None


_OF_ONE = frozenset("高大多长重快早老贵低小少短轻慢晚")


def _of_two_contests(one: Standing, other: Standing, crossed: tuple[str, str]) -> bool:
    """Whether the party of both met two others: beat the one, lost to the other."""
    if all(crossed):
        return False
    met = (one.second, other.first) if crossed[0] else (one.first, other.second)
    return (
        min(map(len, met)) >= LEAST and set(met[0]).isdisjoint(met[1]) and not any(_figure.search(each) for each in met)
    )


_figure = re.compile(f"[{DATE}{QUANTITY}票席球分局]")
_even = Cue("互交白卷|[战踢打]平|握手言和|打成平手|平手(?:作收|收场)|平局|各得一分")


def _drawn(pair: Pair) -> Comparison | None:
    """A conflict when a contest ends even in one, and in the other one of the same two wins."""
    for one, other in ((pair.a.key, pair.b.key), (pair.b.key, pair.a.key)):
        if not (even := _even.search(one)) or _even.search(other):
            continue
        if any(each.relation == BEATS for each in standings(one)):
            continue  # even, then won on penalties
        for each in standings(other):
            party = _stretch(each.first, one) or _stretch(each.second, one)
            if each.relation == BEATS and party and of_one_thing(pair, party):
                reason = f"“{each.word}” in one, “{even[0]}” in the other"
                return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(reason,))
    return None


BEATS, LEADS, SELLS = "beats", "leads", "sells"
"""The relation of two in a contest, of two of which one has more, and of who gives to whom."""


def told_both_ways(pair: Pair) -> bool:
    """Whether both tell one relation of the same two parties, each from its side: A leads B, B trails A."""
    met = list(_met(pair))
    if len(met) != 1 or not _alike(*met[0]) or met[0][0].word == met[0][1].word:
        return False
    one, other = met[0]
    if any(_pronoun.fullmatch(who) for each in met[0] for who in (each.first, each.second)):
        return True
    return not _weightier(_shared(one.first, other.second, one.second, other.first), _straight(one, other))


def winner_and_loser(pair: Pair) -> bool:
    """Whether one tells only who won and the other only who lost, and these are two: 潘某胜出, 王某落败."""
    met = [ends for ends in _met(pair) if ends[0].relation == BEATS]
    return len(met) == 1 and _of_each(*met[0])


def _of_each(one: Standing, other: Standing) -> bool:
    told = [{name for name in (each.first, each.second) if name} for each in (one, other)]
    if not len(told[0]) == len(told[1]) == 1 or bool(one.first) == bool(other.first):
        return False
    (mine,), (theirs,) = told
    return set(mine).isdisjoint(theirs)


def _alike(one: Standing, other: Standing) -> bool:
    """Whether both have the same first and second; a pronoun may be either."""
    first, second = _straight(one, other)
    either = _pronoun.fullmatch(one.first) or _pronoun.fullmatch(other.first)
    latter = _pronoun.fullmatch(one.second) or _pronoun.fullmatch(other.second)
    return bool((first or either) and (second or latter) and (first or second))


_pronoun = re.compile("[他她它其]|对方|后者|前者")


def _met(pair: Pair) -> Iterator[tuple[Standing, Standing]]:
    """The relations that both tell."""
    mine = standings(pair.a.key)
    theirs = standings(pair.b.key) if mine else ()
    for one in mine:
        for other in theirs:
            if one.relation == other.relation and one.ahead == other.ahead and _of_one_quality(one, other):
                yield one, other


_QUALITIES = ("高低矮多少", "大小", "长短", "重轻", "快慢", "早晚先迟", "贵便", "冷热")


def _of_one_quality(one: Standing, other: Standing) -> bool:
    """Whether two comparisons may be of one quality; a plain “more than” may be of any."""
    said = [{line for line in _QUALITIES if set(line) & set(each.word)} for each in (one, other)]
    return not all(said) or bool(said[0] & said[1])


def _straight(one: Standing, other: Standing) -> tuple[str, str]:
    return _shared(one.first, other.first, one.second, other.second)


def _shared(one: str, other: str, third: str, fourth: str) -> tuple[str, str]:
    found = _stretch(one, other), _stretch(third, fourth)
    return found[0], found[1]


def _stretch(one: str, other: str) -> str:
    """What two parties share, when that is enough to name one."""
    found = longest(one, other).strip("的是了·")
    return found if len(found) >= LEAST else ""


def _both_ways(pair: Pair, name: str, parties: tuple[str, str]) -> bool:
    """Whether one statement tells of a party on either side: won the first round, lost the last."""
    for side in (pair.a, pair.b):
        told = [each for each in standings(side.key) if each.relation == name]
        for party in filter(None, parties):
            if any(party in each.first for each in told) and any(party in each.second for each in told):
                return True
    return False


# --- reading -----------------------------------------------------------------------------------------------------

_clause = re.compile("[,;。:!?()]")
_open = re.compile(
    "[未没不难]|无(?!党)|险些|差[点一]|几乎|有望|力[争拼]|希望|如果|若|可能|预[计估期]|将|拟|计划|打算|考虑|企图|试图|谋求|竞逐|争取"
)
"""What leaves it open whether it came about, or denies it."""
_planned = re.compile("将|拟|预[计定]|计划|打算|准备|宣布|即")
"""What only says that it is still to come."""
_negated = re.compile("(?:未能?|没有?能?|不曾|无法|无缘|未曾)[^,;。]{0,4}$")
_agent = re.compile("(?<![自理经])由([^,;。:!?]{2,10})$")
_passive = re.compile("被|遭到?|获得?(?!胜)|受到|(?<![自理经])由|为(?=[^,;。]{1,12}所$)")
_adverbial = re.compile("^(?:[在于当][^,;。:!?]*?(?:中|里|内|上|时|后|前|间|期|赛|选|战|\x02)|\x02的?)+,?")
_behind = re.compile(
    "(?<=..)(?:[在于以从凭经因拟]|将|计划|打算|预[计定]|准备|宣布|已|曾|最终|终于|一举|成功|顺利|首[次度]|再[次度]|今|昨|仍|又|也|还|才|都|直落|苦战)"
)
_object_ends = re.compile("(?<=..)(?:[在于以而并]|后|之后|获得|晋级|闯进|挺进|夺得|成为)")
_ended = re.compile("以([^,;。:!?]{2,12}?)$")
_closes = re.compile("告终|收场|作收|落幕|结束")


class _Relation(NamedTuple):
    name: str
    forth: Expression | None
    back: Expression | None
    alone: Expression | None
    alone_back: Expression | None
    nouns: Expression | None
    nouns_back: Expression | None


@cache
def _relations() -> tuple[_Relation, ...]:
    table = tomllib.loads(files("claims.compare").joinpath("tables", "converse_zh.toml").read_text("utf-8"))
    kinds = ("forth", "back", "alone", "alone_back", "is", "is_back")
    return tuple(
        _Relation(name, *(expression(ways[kind]) if kind in ways else None for kind in kinds))
        for name, ways in table.items()
    )


@cache
def _any() -> "re.Pattern[str]":
    """A word of any relation: a statement without one is not read further."""
    return re.compile("|".join(one.pattern for each in _relations() for one in each[1:] if one is not None))


@lru_cache(maxsize=1 << 12)
def standings(key: str) -> tuple[Standing, ...]:
    """The relations that a folded statement tells of."""
    found = list(_compared(key))
    if _any().search(key):
        for each in _relations():
            found += _verbs(key, each)
            found += _nouns(key, each)
    return tuple(found)


def _verbs(key: str, each: _Relation) -> Iterator[Standing]:
    for pattern, turned in ((each.forth, False), (each.back, True)):
        for match in pattern.finditer(key) if pattern else ():
            before, after = _before(key, match.start()), _after(key, match.end())
            if _open.search(_planned.sub("", before)):
                continue
            ahead = _open.search(before) is not None
            first, second = _subject(key, before, match.start(), whole=each.name == LEADS), _object(after)
            if voice := _passive.search(before):
                told = second if voice[0] == "由" and len(second) >= LEAST else ""  # 由甲击败乙 is no passive
                first = before[voice.end() :].removesuffix("所")
                second = told or _subject(key, before[: voice.start()], match.start())
            elif _closes.search(after) and (ended := _ended.search(before)):
                first = ended[1]
            if each.name == LEADS:
                first, second = _without_measure(first, second)
            yield Standing(each.name, *_turn(first, second, turned=turned), match[0], ahead)
    for pattern, turned in ((each.alone, False), (each.alone_back, True)):
        for match in pattern.finditer(key) if pattern else ():
            before = _before(key, match.start())
            plainly = _negated.sub("", before)
            if _open.search(plainly):
                continue
            by = _agent.search(plainly)
            party = by[1] if by else _subject(key, plainly, match.start())
            back = turned != (plainly != before)
            yield Standing(each.name, *_turn(party, "", turned=back), match[0])


def _turn(one: str, other: str, *, turned: bool) -> tuple[str, str]:
    return (other, one) if turned else (one, other)


def _nouns(key: str, each: _Relation) -> Iterator[Standing]:
    """A is B's teacher; B's teacher is A."""
    for pattern, turned in ((each.nouns, False), (each.nouns_back, True)):
        if pattern is None or not pattern.search(key):
            continue
        for match in _noun(pattern.pattern).finditer(key):
            one, other = (match["a"], match["b"]) if match["a"] else (match["d"], match["c"])
            yield Standing(each.name, *_turn(one, other, turned=turned), match["n"] or match["m"])


@cache
def _noun(nouns: str) -> "re.Pattern[str]":
    party = "[^,;。:!?的是]{2,14}?"
    return re.compile(
        f"(?P<a>{party})(?:是|为|乃|即)(?P<b>{party})(?:的|之)[^,;。:!?的]{{0,4}}?(?P<n>{nouns})(?=[,;。:!?]|$)"
        f"|(?P<c>{party})的(?P<m>{nouns})(?:是|为|叫|即)?(?P<d>{party})(?=[,;。:!?]|$)"
    )


_QUALITY = "年长|年轻|年幼|便宜|好[吃看听用玩]|高|大|多|长|重|快|早|老|好|强|贵|热|冷|低|小|少|短|轻|慢|晚|矮|差|弱"
_than = re.compile(f"([^,;。:!?]{{2,14}}?)比([^,;。:!?\x01]{{1,12}}?)(?:更|还|要|来得|略|稍)?({_QUALITY})")
_not_as = re.compile(
    f"([^,;。:!?]{{2,14}}?)没有?(?![很太更最再])([^,;。:!?\x01]{{1,12}}?)(?<![提升增变减降加扩放缩拉调延拓])(?:那么|这么|来得)?({_QUALITY})(?=[,;。!?]|$)"
)
_times = re.compile("([^,;。:!?]{2,14}?)是([^,;。:!?\x01]{2,10}?)的\x01倍?")
_LESS = frozenset(["低", "小", "少", "短", "轻", "慢", "晚", "年轻", "年幼", "差", "弱", "便宜", "矮", "冷"])
_AGE = frozenset(["年长", "年轻", "年幼"])


def _compared(key: str) -> Iterator[Standing]:
    """What a comparison says of two: who has more."""
    if "比" in key and (match := _than.search(key)):
        ends = _without_measure(match[1], match[2])
        ends = ends[::-1] if match[3] in _LESS else ends
        yield Standing("elder" if match[3] in _AGE else LEADS, *ends, f"比…{match[3]}")
    elif "没" in key and (match := _not_as.search(key)):
        ends = (match[1], match[2]) if match[3] in _LESS else (match[2], match[1])
        yield Standing("elder" if match[3] in _AGE else LEADS, *ends, f"没有…{match[3]}")
    elif "倍" in key and (match := _times.search(key)):
        yield Standing(LEADS, match[1], match[2], "倍")


_slightly = re.compile("(?:略微?|稍微?|更|还|远远?|仅|只|明显|仍然?)+$")


_MEASURE = (
    "面积|人口|体型|体积|体重|身高|高度|海拔|长度|宽度|深度|产量|销量|产值|营收|收入|薪[水资]|价格|[票房股]价"
    "|载客量|密度|人数|规模|速度|年龄|寿命|成本|市值|得票|票数|重量"
)
_measures = re.compile(_MEASURE)
_measure = re.compile(f"的?(?:总)?(?:{_MEASURE})$")


def _without_measure(one: str, other: str) -> tuple[str, str]:
    """The two that are compared, without what is measured of the first alone, nor what describes the second one."""
    one, other = _slightly.sub("", one), _slightly.sub("", other)
    if _measure.search(other):
        return one, other
    whose, described = _measure.sub("", one), _beside.sub("", other)
    return whose if len(whose) >= LEAST else one, described if len(described) >= LEAST else other


_beside = re.compile("^[^的]*(?:相邻|毗邻|邻近|旁边|附近|隔壁|对面|上游|下游)的")


def _before(key: str, at: int) -> str:
    return _clause.split(key[:at])[-1]


def _after(key: str, at: int) -> str:
    return _clause.split(key[at:])[0]


def _subject(key: str, before: str, at: int, *, whole: bool = False) -> str:
    """Whom the words before a verb name, `whole` with whose it is; where they name nobody, whom earlier clauses do."""
    for clause in (before, *_clause.split(key[:at])[-2::-1]):
        who = _behind.split(_adverbial.sub("", clause).replace(DATE, ""))[0]
        who = who.rpartition("的")[2] if len(who.rpartition("的")[2]) >= LEAST and not whole else who
        if len(who) >= LEAST:
            return who
    return ""


def _object(after: str) -> str:
    return _object_ends.split(after.lstrip("了过"))[0]
