"""Ranks, wholes and parts in two Chinese statements: first against second, all against a third, one against two."""

from collections.abc import Iterator
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.arguments_zh import apart
from claims.compare.chinese.gist_zh import gist
from claims.compare.chinese.moves_zh import of_other_sorts
from claims.compare.chinese.units_zh import shared_units, units
from claims.compare.chinese.worked_parts import plain
from claims.compare.needed import Cue, characters
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, written
from claims.compare.words import stop_stems
from claims.model import Facet, Quantity, RelationKind
from evidence.text import lazy_re as re

_NUMERALS = {char: value for value, char in enumerate("零一二三四五六七八九十")}
_number = "[一二三四五六七八九十]{1,3}|\\d{1,3}"
_quality = "大|小|高|低|长|短|多|少|深|浅|新|旧|晚|轻|老|古老|年轻|快|慢|重|早|富有|繁忙|热门"
_one = "(?<![\x01\\d面枚块])"
"""One medal, not a count of them."""
_champion = "(?<!卫冕)(?<![上前][届任])(?<![前准])冠军(?!的|赛|杯|[^,;。:!?]{1,4}[^,;。:!?]*(?:击|负|赢|输|胜|败))"
"""The champion of this contest, not of the last one, nor a name that goes by that title."""
_ranked = re.compile(
    f"(?:名次[为是]|位居|名列|排名|位列|排在|排行|列|居|获|得|拿下|高居|跃居|[升跌降滑掉爬冲窜跃落退][至到]|排)第(?P<place>{_number})(?![次届季轮任条集])"
    f"|第(?P<nth>{_number})(?:{_quality})|第(?P<named>{_number})名"
    f"|(?P<top>居首|首位|(?<!落后)(?<!距离)(?<![距离与])榜首|居冠|[夺摘封]冠|{_champion}|之冠|(?<!倒数)第一名|独占鳌头|傲视|登顶|夺金|摘金|{_one}金牌)"
    f"|(?P<second>仅次于|亚军|屈居第二|居次|次席|{_one}银牌)|(?P<third>季军|{_one}铜牌)|(?P<fourth>殿军)"
    "|(?P<none>(?:无缘|未能?[^,;。]{0,4}|没有[^,;。]{0,4}|与)(?:奖牌|颁奖台|前三)(?:无缘|擦身而过|失之交臂)?)"
    f"|(?:前|进前|入前)(?P<within>{_number})(?:名|位|强|大|甲|(?=[,;。]|$))"
    f"|(?<![之第十])(?<!排名)(?<!名次)最(?!高(?:世界|单打|双打)?(?:排名|名次)|高曾)(?P<most>{_quality})(?!的?[^,;。]{{0,12}}之一)"
)
_PLACES = {"second": 2, "third": 3, "fourth": 4, "none": 4}
LAST = 1000
"""The last place that there can be."""
_scope = re.compile("全[国省市县州区岛港台球校队班场年]|世界|亚洲|欧洲|非洲|美洲|东亚|东南亚|国内|本省|联盟|历史|史上")


_outside = re.compile(
    "(?:[跌掉滑摔]出|退出|[挤排进打]不进|未能?(?:[进挤打]入?|跻身)|没能?(?:[进挤打]入?|跻身)|无缘|止步于?|不在)了?(?:全[国球市]|世界)?$"
)
"""What tells that a thing is not among the first so many."""


_RANKING = characters(_ranked)


class Rank(NamedTuple):
    """From which to which place, in what respect, and how it was put."""

    low: int
    high: int
    quality: str
    text: str


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two give one thing other ranks, or one says of all what the other says of a part."""
    for find in (_ranks, _wholes, _shares, _sole, _single_one, _unchanged):
        for facet, reason in find(pair):
            return Comparison(kind=RelationKind.CONFLICTS, facet=facet, score=0.6, reasons=(plain(reason),))
    return None


SUBJECT = 2
"""Fewest characters of the stretch that names what both are about."""


def _ranks(pair: Pair) -> Iterator[tuple[Facet, str]]:
    mine, theirs = ranks_of(written(pair.a)), ranks_of(written(pair.b))
    if not mine or not theirs or gist(pair).about < SUBJECT or not shared_units(pair):
        return
    scopes = [set(_scope.findall(side.key)) for side in (pair.a, pair.b)]
    if all(scopes) and scopes[0].isdisjoint(scopes[1]):
        return
    for one in mine:
        alike = [each for each in theirs if _comparable(one, each)]
        if not alike or apart(pair, one.text, alike[0].text):
            continue
        if all(one.high < each.low or each.high < one.low for each in alike):
            yield Facet.QUANTITY, f"“{one.text}” against “{alike[0].text}”"
            return
    for one in mine:
        for other in theirs:
            if one.low == other.low == 1 and _OPPOSITE.get(one.quality) == other.quality:
                yield Facet.QUANTITY, f"“{one.text}” against “{other.text}”"
                return


_OPPOSITE = dict(zip("大小高低长短多少深浅快慢早晚重轻新老", "小大低高短长少多浅深慢快晚早轻重老新", strict=True))


def _comparable(one: Rank, other: Rank) -> bool:
    return not one.quality or not other.quality or one.quality == other.quality


def ranks_of(key: str) -> list[Rank]:
    """The places that a folded statement gives, in order."""
    found: list[Rank] = []
    for match in () if _RANKING.isdisjoint(key) else _ranked.finditer(key):
        groups = match.groupdict()
        if written := groups["place"] or groups["nth"] or groups["named"]:
            place = place_of(written)
            quality = match[0][-1] if groups["nth"] else ""
            found.append(Rank(place, place, quality, match[0]))
        elif groups["within"]:
            last = place_of(groups["within"])
            outside = _outside.search(key, 0, match.start())
            text = f"{outside[0]}{match[0]}" if outside else match[0]
            found.append(Rank(last + 1, LAST, "", text) if outside else Rank(1, last, "", text))
        else:
            place = next((place for name, place in _PLACES.items() if groups[name]), 1)
            found.append(Rank(place, LAST if groups["none"] else place, groups["most"] or "", match[0]))
    return found


def place_of(written: str) -> int:
    """The number of a rank in figures or in Chinese numerals up to ninety-nine; 0 where it is none."""
    if written.isdigit():
        return int(written)
    tens, _, ones = written.rpartition("十")
    if "十" not in written:
        return _NUMERALS.get(written[-1], 0)
    return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + (_NUMERALS.get(ones, 0) if ones else 0)


# --- all, some, only ---------------------------------------------------------------------------------------------

_all = Cue("全数|全部|全都|全体|所有|悉数|一律|无一例外|无一幸免|通通|全面|百分之百|全是|都是|全员")
_part = Cue(
    "(?:只|仅|才|不过)(?:有|剩|占|完成|清[除理])?[^,;。]{0,6}?"
    "(?:[二三四五六七八九十]分之[一二三四五六七八九]|[一二三四五六七八九]成|\\d+ ?%|一半|半数|部分|少数|个别)"
    "|(?<!过)一半|半数|近半|过半|逾半|约半|大半|(?<!全)部分|大部分|多数|有些|仍有|尚有|其余"
    "|另外[一二三四五六七八九十两\\d]|另有|除[^,;。]{1,8}外"
    "|(?:只|仅|唯)[有对限][^;。]{2,20}?才|(?:只有|仅有|唯有)[^,;。]{1,6}?[是为用采]"
)


def _wholes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """All of it in one, a third or some in the other."""
    texts = written(pair.a), written(pair.b)
    for one, other in (texts, texts[::-1]):
        if (said := _all.search(one)) is None or (part := _part.search(other)) is None:
            continue
        if _all.search(other) or _part.search(one):
            continue
        after = one[said.end() : said.end() + 6] + "," + one[max(0, said.start() - 8) : said.start()]
        rest = other[: part.start()] + other[part.end() :]
        if (things := _other_things.match(other, part.end())) and things[1] not in one:
            continue  # all of the injured, fourteen other firms
        alike = units(after) & units(other) or len(_characters(after) & _characters(rest)) >= CHARACTERS
        if gist(pair).about >= SUBJECT and alike:
            yield Facet.QUANTITY, f"“{said[0]}” against “{part[0]}”"
            return


_other_things = re.compile("[\\d一二三四五六七八九十百千两余多]*[家辆条座所间艘起件部台栋户项款]([\u3400-\u9fff]{2})")
_few_of = re.compile("(?<!绝大)(?:只|仅)?[占是属][^,;。]{0,4}少数|不(?:到|足|及)(?:一半|半数)|少数(?=[,;。]|$)")
_most_of = re.compile("(?:绝大|大)?多数|过半|大部分|超过(?:一半|半数)|逾半")
HALF = 50


def _shares(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Seventy per cent of them in one, a minority in the other."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        found = [_share(each) for each in one.quantities if each.unit == "%"]
        if len(found) != 1 or other.quantities or gist(pair).told < TOLD:
            continue
        low, high, text = found[0]
        few, most = _few_of.search(other.key), _most_of.search(other.key)
        if few and not most and low > HALF:
            yield Facet.QUANTITY, f"“{text}” against “{few[0]}”"
        elif most and not few and high < HALF:
            yield Facet.QUANTITY, f"“{text}” against “{most[0]}”"


def _share(one: Quantity) -> tuple[float, float, str]:
    """The bounds of a share, and how it is put."""
    return float(one.low or 0), float(WHOLE if one.high is None else one.high), one.text


WHOLE = 100
CHARACTERS = 3
"""So many characters stand for a shared word."""


def _characters(text: str) -> set[str]:
    return {char for char in text if "\u3400" < char < "\ua000" and char not in stop_stems()}


_single = Cue(
    "[只仅](?:适用|限于?|对|针对)|只(?:分布|见|产|生长|存在|在|能)|[只仅]有(?![约近]?[\\d一二三四五六七八九十两几数百千万])|唯一|独有|唯独|仅限于?|只限于?|限于"
)
_several = Cue(
    "都[须要能可会]|一律|均[须可适]|皆[须可适]|同为|同是|均为|均是|皆为|皆是|并列|都是|两[种个者位名座家]都|之一|共有?[二三四五六七八九十两\\d]+[人名位个]"
    "|除[^,;。]{1,14},?(?![^;。]{0,8}(?:谁|无人|没有?人|任何人|其[他余])[^;。]{0,6}[不没无未])[^;。]{0,16}?[也还亦]有?"
)


def _sole(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The only one in one, one of several in the other."""
    texts = written(pair.a), written(pair.b)
    for one, other in (texts, texts[::-1]):
        if (alone := _single.search(one)) is None or _single.search(other):
            continue
        if any(pair.contrasts) and len(shared_units(pair)) >= SUBJECT:
            yield Facet.SCOPE, f"“{alone[0]} {pair.contrasts[0][0]}” against “{pair.contrasts[0][1]}”"
            return
        if (several := _several.search(other)) and gist(pair).told >= TOLD:
            yield Facet.QUANTITY, f"“{alone[0]}” against “{several[0]}”"
            return


TOLD = 0.4
_just_one = re.compile(
    "(?:只|仅|固定|单单|独独|唯一的?)[^,;。:!?\x01一]{0,6}?一(?:[个只部座名位人种家条本首次胎所间场集幅件项]|(?=仔|子|女))(?P<what>[\u3400-\u9fff]{0,4})"
)


def _single_one(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Just one opera in one statement, two more of them in the other."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if not (single := _just_one.search(one.key)) or QUANTITY not in other.key:
            continue
        before, what = one.key[: single.end()], single["what"]
        for number, part in enumerate(other.key.split(QUANTITY)[1:]):
            many = number < len(other.quantities) and (other.quantities[number].low or 0) >= MANY
            lead = other.key.split(QUANTITY)[number][-LEAD:]
            counted = bool(what) and part.startswith(what[:2])
            bred = set(lead) & set(before[-LEAD - len(what) - 2 :]) & _BEARING
            if many and (counted or bred) and gist(pair).about >= SUBJECT:
                yield Facet.QUANTITY, f"“{single[0]}” against “{other.quantities[number].text}”"
                return


MANY, LEAD = 2, 3
_BEARING = frozenset("产生育有")


# --- changes -----------------------------------------------------------------------------------------------------

_same = Cue(
    "(?:不|未|无须?|不作|不予|没有)(?:作|做|予)?(?:任何)?(?:调整|变动|更动|改变|变更|调涨|调升|调降|涨价|加价)|不变|维持(?:现[状行]|原|在?\x01)|持平|按兵不动|冻涨|照旧|一如"
)
_change = Cue("[涨降升减增]|调[整高低]|提[高前]|加价|改[为成]|缩短|延长|放宽|收紧|取消|扩大|缩小")


def _unchanged(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """It changes in one, it stays as it is in the other."""
    for one, other in ((pair.a.key, pair.b.key), (pair.b.key, pair.a.key)):
        if (same := _same.search(one)) is None or (change := _change.search(other)) is None:
            continue
        if not units(_around(one, same.start())) & units(other) or of_other_sorts(pair, same[0], change[0]):
            continue
        if not _same.search(other) and not _denying.search(other) and gist(pair).about >= TOPIC:
            yield Facet.POLARITY, f"“{change[0]}” in one, “{same[0]}” in the other"
            return


def _around(key: str, at: int) -> str:
    """The clause of a place, as far as that place."""
    return re.split("[,;。:!?]", key[:at])[-1]


TOPIC = 4
"""The same where nothing else is shared."""
_denying = re.compile("[不未没无]")
