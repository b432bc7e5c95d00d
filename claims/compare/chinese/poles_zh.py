"""Contraries that one thing cannot be at once, told by two Chinese statements in any words: caught or at large.

A table gives some dozens of matters with two poles each. A pole that is denied stands for the other one (尚未落网: at
large); what is planned, asked for or feared is neither, and a statement that tells both poles tells of a change. Two
statements clash when each tells one pole only, not the same one, of something that the other names too.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese import arguments_zh, moves_zh
from claims.compare.chinese.arguments_zh import left_open, other_parts, some_of
from claims.compare.chinese.gist_zh import gist
from claims.compare.chinese.held_zh import told
from claims.compare.chinese.subjects_zh import anybody, named, said_of
from claims.compare.chinese.times_zh import of_other_times
from claims.compare.chinese.units_zh import han, longest, pairs_of, units
from claims.compare.chinese.worked_parts import dated, plain
from claims.compare.facets import period
from claims.compare.needed import Needing, pieces_of
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, Features, of_one, of_one_in
from claims.features.polarity import affirming
from claims.model import Facet, Quantity, RelationKind
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_TABLES = ("poles_zh.toml", "poles_news_zh.toml")
SUBJECT = 2
"""Fewest characters of the stretch that names what both are about, and fewest pairs of characters that both have."""


class Said(NamedTuple):
    """One pole of a matter as a statement tells it."""

    pole: int
    ahead: bool
    """Whether it is told of what is to come."""
    word: str
    of: str
    """What it is said of, as far as its clause or the ones before name it; may be empty."""
    near: bool
    """Whether its own clause names it."""
    once: bool
    """Whether it is told of as past: it was so once."""
    some: Quantity | None
    """How many it is said of, where these need not be all."""
    turned: bool = False
    """Whether it is told by denying the other pole."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two tell other poles of one matter."""
    if (clash := _opposed(pair)) is None or not (_of_one_thing(pair) or _begun_alike(pair, *clash)):
        return None
    reason = _against(*clash)
    if of_other_times(pair) and not _never_back(pair):
        return None
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(reason,))


def opposed(pair: Pair) -> str | None:
    """The reason why the two tell other poles of one matter, if they are of one thing; that is not asked here."""
    clash = _opposed(pair)
    return _against(*clash) if clash else None


def _opposed(pair: Pair) -> tuple[Said, Said] | None:
    mine, theirs = _told(pair)
    if not mine or any(_open.search(side.key) for side in (pair.a, pair.b)):
        return None
    clashes = (_clash(pair, matter, mine[matter], theirs[matter]) for matter in mine)
    return next((clash for clash in clashes if clash), None)


def _against(one: Said, other: Said) -> str:
    return plain(f"“{one.word}” against “{other.word}”")


def agree(pair: Pair) -> bool:
    """Whether both tell the same pole of some matter, in whatever words."""
    mine, theirs = _told(pair)
    return any(
        one.pole == other.pole and _linked(one, other)
        for matter in mine
        for one, other in product(mine[matter], theirs[matter])
    )


def denied_alike(pair: Pair) -> bool:
    """Whether one denies the pole of a matter of which the other tells the contrary: 并未违宪, 合宪."""
    mine, theirs = _told(pair)
    return any(
        one.pole == other.pole
        and one.turned != other.turned
        and (set(one.word) & set(other.word) or _linked(one, other))
        for matter in mine
        for one, other in product(mine[matter], theirs[matter])
    )


def told_alike(pair: Pair) -> Comparison | None:
    """The agreement of two short statements that tell the same pole of the same thing, and no pole apart."""
    mine, theirs = _told(pair)
    if not mine or not _of_one_thing(pair, least=1) or of_other_times(pair):
        return None
    if max(len(side.key) for side in (pair.a, pair.b)) > SHORT:
        return None
    if any(_open.search(side.key) for side in (pair.a, pair.b)):
        return None
    if any(len({each.pole for each in (*mine[matter], *theirs[matter])}) > 1 for matter in mine):
        return None
    for matter in mine:
        for one, other in product(mine[matter], theirs[matter]):
            alike = one.of and other.of and _linked(one, other) and one.ahead == other.ahead
            if alike and one.word != other.word and not _of_two(pair, one, other):
                reason = f"“{one.word}” and “{other.word}” say the same"
                return Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=(reason,))
    return None


SHORT = 26
"""Statements of more characters tell more than one thing."""


def _clash(pair: Pair, matter: int, mine: list[Said], theirs: list[Said]) -> tuple[Said, Said] | None:
    """Two poles of one thing, each of which the other statement does not tell of it too."""
    turned = len({one.pole for one in mine}) > 1 or len({one.pole for one in theirs}) > 1
    for one, other in product(mine, theirs):
        if one.pole == other.pole or _past(one, other) or _of_two(pair, one, other):
            continue
        if one.ahead != other.ahead and not any(_given_up.match(each.word) for each in (one, other)):
            continue
        if matter in _of_parties() and not _of_one_party(pair, one, other):
            continue  # A beat B, B lost to A
        if not turned:
            return one, other
        both = any(each.pole == other.pole and _linked(each, other) for each in mine)
        both = both or any(each.pole == one.pole and _linked(each, one) for each in theirs)
        if not both and _linked(one, other) and one.of and other.of:
            return one, other
    return None


def _of_one_party(pair: Pair, one: Said, other: Said) -> bool:
    """Whether one party wins in one statement and loses in the other, to nobody else if both say to whom."""
    if not one.of or not other.of or not _linked(one, other):
        return False
    mine, theirs = (_rival.match(key.partition(said.word)[2]) for key, said in ((pair.a.key, one), (pair.b.key, other)))
    return not mine or not theirs or mine[0] in pair.b.key or theirs[0] in pair.a.key


_rival = re.compile("(?![收作告])[\u3400-\u9fff]{2}")


def _past(one: Said, other: Said) -> bool:
    """Whether one was so once, and the other only says what is: not that it never was."""
    return any(
        mine.once and not theirs.once and not _never.match(theirs.word) for mine, theirs in ((one, other), (other, one))
    )


_given_up = re.compile("放弃|取消|打消|撤[回销]|不再|无意|(?:日期|时间)(?:维持)?不变|如期|照常|继续")
"""What is given up, or stays as it was planned, was still to come."""
_never = re.compile("未|没|从[未不没]|无")


def _linked(one: Said, other: Said) -> bool:
    """Whether two poles are told of what may be one thing."""
    return anybody(one.of) or anybody(other.of) or not pairs_of(one.of).isdisjoint(pairs_of(other.of))


_open = re.compile(
    "[?]|[吗呢]$|是否|(?<!解)除[^,;。:!?伤]{1,14}(?<!叮咬)外|除了|以外|之外|[仅只唯]有(?![^,;。:!?]{0,5}(?:伤|折|挫|疤|脱水))|\x01[^,;。:!?]{0,6}中的?\x01"
)
"""What asks for the pole, or tells it of all but one."""


def _of_one_thing(pair: Pair, least: int = SUBJECT) -> bool:
    if gist(pair).about < SUBJECT or len(longest(told(pair.a.key), told(pair.b.key))) < SUBJECT:
        return False  # what both have is no more than who says it
    shared = units(dated(pair.a)) & units(dated(pair.b))
    enough = len(shared) >= least or gist(pair).about > SUBJECT
    return enough and not moves_zh.other_months(pair)


def _begun_alike(pair: Pair, one: Said, other: Said) -> bool:
    """Whether both statements begin with the one thing of which the poles are told: 火箭, 火箭."""
    head = pair.a.key[:SUBJECT]
    alike = pair.b.key.startswith(head) and han.fullmatch(head) is not None
    return alike and one.of.startswith(head) and other.of.startswith(head) and not moves_zh.other_months(pair)


def _never_back(pair: Pair) -> bool:
    """Whether other times do not matter: it is so still, was so at no time, or is over once and for all."""
    if any(_still.search(side.key) for side in (pair.a, pair.b)):
        return True
    dead = [{one.pole for one in told.get(_living(), [])} for told in _told(pair)]
    if sorted(map(sorted, dead)) != [[0], [1]]:
        return False
    first, then = (pair.a, pair.b) if dead[0] == {1} else (pair.b, pair.a)
    return period.precedes(pair, first, then)


@cache
def _matters() -> dict[str, str]:
    """Each matter with the words for its two poles, a line each."""
    tables = files("claims.compare").joinpath("tables")
    return {
        name: lines
        for table in _TABLES
        for name, lines in tomllib.loads(tables.joinpath(table).read_text("utf-8")).items()
    }


@cache
def _numbers() -> dict[str, int]:
    """The number of each matter."""
    return {name: number for number, name in enumerate(_matters())}


def _living() -> int:
    """The number of the matter of life and death: whoever died lives at no later time."""
    return _numbers()["living"]


def _of_parties() -> tuple[int, ...]:
    """The matters of which two parties tell contraries of one event: who won, who lost."""
    return (_numbers()["won"],)


def _of_two(pair: Pair, one: Said, other: Said) -> bool:
    """Whether the poles are told of two things."""
    if (
        other_parts(one.some, other.some)
        or not named(one.of, pair.b.key, near=one.near)
        or not named(other.of, pair.a.key, near=other.near)
    ):
        return True
    return any(of_two(pair, one.word, other.word) for of_two in _OF_TWO)


_OF_TWO = (
    arguments_zh.apart,
    arguments_zh.of_other_objects,
    arguments_zh.of_other_names,
    arguments_zh.of_other_activities,
    arguments_zh.of_a_pair,
)


_still = re.compile("依然|依旧|至今仍|迄今仍|从未|从没|从不|(?:始终|一直|至今|迄今)[^,;。:!?]{0,3}[未没不无]")
"""What is so still was not done away with before, and what never was so is so at no time."""


@cache
def _poles_known() -> Needing:
    """The words of all poles; those of one matter follow each other."""
    return Needing([line for lines in _matters().values() for line in lines.split("\n") if line])


@of_one
def _told(pair: Pair) -> tuple[dict[int, list[Said]], dict[int, list[Said]]]:
    """The matters of which both tell a pole, in order, with the poles that each tells."""
    mine: dict[int, list[Said]] = {}
    theirs: dict[int, list[Said]] = {}
    for matter in sorted(_may(pair.a).keys() & _may(pair.b).keys()):
        if (said := _told_of(pair.a, matter)) and (others := _told_of(pair.b, matter)):
            mine[matter], theirs[matter] = said, others
    return mine, theirs


@of_one
def _may(side: Features) -> dict[int, list[int]]:
    """The matters of which a statement may tell a pole, with the numbers of the words that may stand in it."""
    found: dict[int, list[int]] = {}
    for number, _ in _poles_known().may(pieces_of(_with_casualties(side))):
        found.setdefault(number // 2, []).append(number)
    return found


@of_one_in
def _told_of(side: Features, matter: int) -> list[Said]:
    """The poles of one matter that a statement tells, where it may tell some."""
    pattern = _poles_known().pattern
    key = _with_casualties(side)
    return _outermost(key, [each for number in _may(side)[matter] for each in _poles(side, number, pattern(number))])


def _poles(side: Features, number: int, pattern: re.Pattern[str]) -> Iterator[tuple[Said, int, int]]:
    """The places where a statement tells one pole, with where these begin and end."""
    key = _with_casualties(side)
    twice = affirming(key)
    for match in pattern.finditer(key):
        if _aside(key, match.start(), match.end()) or _asked.search(key, 0, match.start()):
            continue
        if _in_one(twice, match.start()):
            continue  # 不得拒绝
        denied = denied_before.search(key, 0, match.start())
        denied = None if denied and _in_one(twice, denied.start()) else denied
        start = denied.start() if denied else match.start()
        until = arguments_zh.lifted_until(key, match.end())
        turned = bool(denied) != (until > 0)
        ahead = bool(moves_zh.AHEAD.search(key, 0, match.start()))
        of = said_of(key, start)
        clause = _clause.split(key[:start])[-1]
        once, some = bool(_once.search(key, 0, start)), some_of(side, key, start)
        said = Said(number % 2 ^ turned, ahead, key[start : until or match.end()], of, of in clause, once, some, turned)
        yield said, *match.span()


def _in_one(spans: tuple[tuple[int, int], ...], place: int) -> bool:
    return any(low <= place < high for low, high in spans)


@of_one
def _with_casualties(side: Features) -> str:
    """The key of a statement with the figures that are told with what befell: 三死五伤, 夺走四条人命."""
    parts = side.key.split(QUANTITY)
    said = [fold_key(one.text) if _casualty.search(one.text) else QUANTITY for one in side.quantities]
    return parts[0] + "".join((said[i] if i < len(said) else QUANTITY) + part for i, part in enumerate(parts[1:]))


_casualty = re.compile("[死亡命]$")


_clause = re.compile("[,;:。!?()]")


def _outermost(key: str, all_of: list[tuple[Said, int, int]]) -> list[Said]:
    """What is told, without the words that stand inside others: a delay that is denied, not late.

    What came before the contrary is left out too: 获救后送医不治.
    """
    return [
        said
        for said, start, end in all_of
        if not any(low <= start and end <= high and (low, high) != (start, end) for _, low, high in all_of)
        and not (_then.match(key, end) and any(each.pole != said.pole and low > start for each, low, _ in all_of))
    ]


_then = re.compile("(?:之|以)?后")


def _aside(key: str, start: int, end: int) -> bool:
    """Whether it is told of the past, of another one, or left open."""
    before = key[:start]
    opens = not _clause.split(before)[-1]  # 失踪四天的登山客
    if (_leads.match(key, end) and not _predicate.search(before)) or (opens and key.startswith("\x01的", end)):
        return True
    if _because.search(before):
        return True
    return bool(_formerly.search(before) or _another.search(before)) or left_open(
        moves_zh.AHEAD.sub("，", key), start, end
    )


_predicate = re.compile("(?<![因认])(?:是|为|属于?|系)[^,;。:!?]*$")
"""What makes a description a predicate: it is the coldest February."""


_once = re.compile("曾经?(?![为是])[^,;。:!?]*$")
_formerly = re.compile(
    "(?:原[为是属本]|曾[为是]|前身[为是]|昔日|从前|过去|(?<![比较照按依如])原[定订拟]|险些|一度|误[认以]为|看似|号称|自称)[^,;。:!?]*$"
)
_because = re.compile(
    "(?:(?<!肇)因(?!(?:[伤病故事雨雾雪风]|疫情|大[雨雪雾])[未没无不缺而])|由于|受)[^,;。:!?遭被]{0,6}$"
)
_another = re.compile("另[一外有]|其[他余它]|第[一二三四五六七八九十百\\d]+[名位具](?![,;。:!?]|$)")
denied_before = re.compile(
    "(?:没有?|(?<!从)未(?!来|成|婚|必)(?:曾|能|获|有|予|及)?|从未|尚未|(?<!不[得能会可是])(?<![无莫])不(?!仅|但|只|光|少|断|久|同|过|料|幸|满|法|到|足|管|论|惜|时|[是得能会可]不|慎|当|约|由|禁|服|明|良|得已|定期)(?:再|会|能|可|予|被|获|准|得|曾|做)?"
    "|停止|暂停|中止|终止|结束|放弃|并非|绝非|无法|无需|无须|无意|毋须|拒绝?|驳回|否认|澄清|辟谣|[驳反]斥|反驳|打脸|粉碎|戳破|揭穿|排除|推翻|打消|免于|避免|防止|阻止|禁止|撤销|并无|毫无|(?<![毫并])无(?!人[机艇潜船车驾飞载商超岛]|[效果辜望期缘照牌党罪故端预情条限声痛线偿证糖铅烟不]))"
    "(?:与人|[与和跟同][^,;。:!?的]{1,4})?(?:发生|出现|造成|[得受遭收接]到|获得?|接获|取得|进行|有|任何|过)*[遭被]?[^,;。:!?的遭被]{0,3}$|(?:驳回|否决|回绝|不予批准)了?[^,;。:!?]{0,8}$"
    "|(?:没有?|并?无)(?:任何)?一[个名位人家间所座支队国项种][^,;。:!?的不没未无非比]{0,6}$"
    "|(?:[别勿莫]以为|[不别]要以为|误[以认]为)[^,;。:!?]{0,10}$"
)
"""What turns the word behind it into its contrary."""
_asked = re.compile("(.)[没不]有?\\1[^,;。:!?]{0,2}$|有没有?[^,;。:!?]{0,2}$")
"""What asks whether it is so: 有没有, 会不会."""
_leads = re.compile("(?:的|之)(?![,;。:!?]|$|是)|者")
"""Behind a word that only describes what follows: 落选的候选人."""
