"""Chinese sentences cut into clauses by grammar words, without a segmenter.

A stretch between two marks is a clause when it has a predicate. One that has none leans: an adverbial
(在…之后), a bare subject or a verb of saying leans forward, an addition (以及…) leans back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from claims.features.cues import alternation, pattern, table
from evidence.text import lazy_re as re

EndOf = Callable[[int], int | None]
Piece = tuple[int, int, bool]
"""Start, end, and whether a sentence begins here."""

_mark = re.compile(r"[“\"(《]|[,;。!?…\n]+|[—–]{1,2}|(?<=[\u3400-\u9fff%”）)])\s(?=[\u3400-\u9fff])|:(?=[\n\s])")
_hard = re.compile(r"[。!?…;]")
_speaker_after = re.compile(r"[^。“\n]{0,26}?(?:说|表示|称|指出|回忆|回应|强调|坦言)(?:道)?(?:[。\n]|$)")
LONGEST = 90
"""Code points up to which leaning stretches are gathered into one clause."""


@dataclass(slots=True)
class _Unit:
    start: int
    end: int
    hard: bool  # a sentence ends after it


def cut_chinese(view: str, start: int, end: int, end_of: EndOf, *, lines: bool, heading: bool = False) -> list[Piece]:
    """The clauses of `view[start:end]`; with `lines` a line break cuts like a comma."""
    return _with_short(view, _gather(view, _units(view, start, end, end_of, lines=lines, heading=heading)))


def _units(view: str, start: int, end: int, end_of: EndOf, *, lines: bool, heading: bool) -> list[_Unit]:
    units = []
    at = begin = start
    while match := _mark.search(view, at, end):
        mark = match[0]
        closed = end_of(match.start())
        if closed and mark[0] in '“"(《':
            at = min(closed, end)
            if mark[0] in '“"' and view[at - 2] in "。!?" and begin < at and not _speaker_after.match(view, at):
                units.append(_Unit(begin, at, hard=True))
                begin = at
            continue
        at = match.end()
        if mark[0] in '“"(《' or not _cuts(view, match, lines=lines, heading=heading):
            continue
        units.append(_Unit(begin, match.start(), hard=bool(_hard.search(mark)) or (heading and mark.isspace())))
        begin = at
    if begin < end:
        units.append(_Unit(begin, end, hard=True))
    return [unit for unit in units if view[unit.start : unit.end].strip()]


def _cuts(view: str, match: re.Match[str], *, lines: bool, heading: bool) -> bool:
    mark = match[0]
    if mark == ",":
        return not (view[match.start() - 1 : match.start()].isdigit() and view[match.end() : match.end() + 1].isdigit())
    if mark.strip("\n") == "" and "\n" in mark:
        return lines
    if mark.isspace():
        return heading or lines
    return True


def _gather(view: str, units: list[_Unit]) -> list[Piece]:
    """Join the stretches that lean on their neighbours."""
    pieces: list[list[int]] = []
    fresh = True
    waiting: int | None = None
    last: _Unit | None = None
    for unit in units:
        begin = unit.start if waiting is None else waiting
        text = view[unit.start : unit.end].strip()
        if waiting is None and is_connective(text) and not unit.hard:
            continue
        if pieces and not fresh and waiting is None and _splits_name(view, pieces[-1][1], unit.start):
            pieces[-1][1] = unit.end
            fresh = unit.hard
            continue
        if pieces and not fresh and waiting is None and _plainly_adds(text) and unit.end - pieces[-1][0] < LONGEST * 2:
            pieces[-1][1] = unit.end
            fresh = unit.hard
            continue
        if waiting is not None and last is not None and _closes(view[last.start : last.end].strip(), text):
            pieces.append([waiting, last.end, fresh])
            begin, waiting, fresh = unit.start, None, False
        last = unit
        if not unit.hard and unit.end - begin < LONGEST and leans_forward(text):
            waiting = begin
            continue
        if (
            pieces
            and not fresh
            and waiting is None
            and (leans_back(text) or _judges(view, pieces[-1], text))
            and unit.end - pieces[-1][0] < LONGEST * 2
        ):
            pieces[-1][1] = unit.end
        else:
            pieces.append([begin, unit.end, fresh])
        waiting = None
        fresh = unit.hard
    if waiting is not None and units:
        pieces.append([waiting, units[-1].end, fresh])
    return [(start, end, bool(first)) for start, end, first in pieces]


def _with_short(view: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, those too short to stand alone joined with the one before or, at a sentence's head, the one after.

    What asks stands alone.
    """
    joined: list[Piece] = []
    for start, end, first in pieces:
        if joined and not first and view[end : end + 1] != "?":
            before = joined[-1]
            short = _leans_by_size(view, start, end) or (_leans_by_size(view, before[0], before[1]) and before[2])
            if short and _size(view, before[0], before[1]) + _size(view, start, end) <= LONGEST_JOINED:
                joined[-1] = (before[0], end, before[2])
                continue
        joined.append((start, end, first))
    return joined


def _leans_by_size(view: str, start: int, end: int) -> bool:
    """Whether a piece is too short to stand alone; what gives a figure for a subject of its own does, an hour not."""
    text = view[start:end].strip(_EDGES)
    if _hour.fullmatch(text):
        return True
    return len(text) <= SHORT and not (_figure.search(text) and not _patterns()["bare"].match(text))


def _size(view: str, start: int, end: int) -> int:
    return len(view[start:end].strip(_EDGES))


_figure = re.compile(r"[\d一二三四五六七八九十两百千万亿]")
_EDGES = " \n,、;。.!?…—–-"
SHORT, LONGEST_JOINED = 8, 30
"""Code points up to which a stretch is too short to stand alone, and up to which it is joined with its neighbour."""

_addition = re.compile(r"(?:以及|包括|及|尤其是|特别是|乃至)")
_new_subject = re.compile(r"但是|但|不过|虽然|尽管|可是|然而|这|那|他|她|它|该|根据|据|当时|随后|目前|最近")


def _plainly_adds(text: str) -> bool:
    """Whether a stretch is the rest of a list: 以及 and a noun."""
    start = _addition.match(text)
    return bool(start) and not has_predicate(text[start.end() :]) if start else False


def _closes(waiting: str, text: str) -> bool:
    """Whether a stretch that seemed to lean stands alone after all, because a new subject follows it."""
    kit = _patterns()
    if len(waiting) < 10 or not _new_subject.match(text):
        return False
    return not any(kit[name].match(waiting) for name in ("gate", "start", "introduces", "by_means")) and not (
        kit["say"].search(waiting) or kit["temporal"].search(waiting) or kit["end"].search(waiting)
    )


def _judges(view: str, piece: list[int], text: str) -> bool:
    """Whether a stretch only judges the one before it, which reports no fact of its own."""
    if not _patterns()["judges"].match(text):
        return False
    before = view[piece[0] : piece[1]].strip()
    return (len(before) <= 16 or not has_predicate(before)) and not _reports.search(before)


_reports = re.compile(r"\d|了|已|曾")


def _splits_name(view: str, end: int, start: int) -> bool:
    """Whether a line break fell between two words in Latin letters with nothing else: a name cut in two."""
    above, below = view[max(0, end - 1) : end], view[start : start + 3]
    return (
        above.isascii()
        and above.isalpha()
        and below[:1].isascii()
        and below[:1].isalpha()
        and "\n" in view[end:start]
        and not _two_words.match(view, start)
    )


_two_words = re.compile(r"[a-z]+[ (]")


@cache
def _connectives() -> frozenset[str]:
    words = table("checkability", "zh")
    judging = {*words["opinion"], *words["guess"], *words["comment_start"], *words["generic"]}
    return frozenset(set(table("clauses", "zh")["connective"]) - judging)


def is_connective(text: str) -> bool:
    """Whether a stretch is nothing but a conjunction or an adverb, and none that judges what follows."""
    return text in _connectives()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = table("clauses", "zh")
    say = table("attribution", "zh")["say_strong"]
    return {
        "verb": pattern("clauses", "zh", "verb"),
        "light": pattern("clauses", "zh", "light_verb"),
        "start": re.compile(alternation(words["leaning_start"])),
        "end": re.compile(alternation(words["leaning_end"]) + r"[,\s]*$"),
        "adding": re.compile(alternation(words["adding_start"])),
        "temporal": re.compile(r"(?:的时候|时候|之后|以后|之前|以前|期间|之际|以来|同时|过程中|当中|时|后)$"),
        "follows": re.compile(alternation(words["following_start"])),
        "judges": re.compile(alternation(words["judging_start"])),
        "address": re.compile(r"(?:那么?|好了?|下面|接下来)?(?:我们|咱们|大家|今天这期|本期)"),
        "introduces": re.compile(
            r"(?:还|另外|另)?有(?:着|至少|超过|近)?[一二两三四五六七八九十几\d]+(?:多|余)?[位名个家]|(?:至少|超过|共)?有[一二两三四五六七八九十几\d]+(?:多|余)?[位名人家]"
        ),
        "by_means": re.compile(r"(?:通过|利用|借助|凭借|经过|依靠)"),
        "nominal": re.compile(
            rf"{alternation(words['nominal'])}(?=(?:{alternation(words['nominal_of'])}|及|和|与|、|的)|$)"
        ),
        "head": re.compile(alternation(words["head"]) + r"$"),
        "person": re.compile(alternation(words["person_head"]) + r"$"),
        "bare": re.compile(rf"(?:{alternation(words['predicate_start'])}|{alternation(words['verb'])})"),
        "opens": re.compile(rf"(?:并|并且|并将|曾|曾经|也|还|又|则|就|将|已|已经)?{alternation(words['verb'])}"),
        "say": re.compile(
            rf"(?:{alternation(say)}|宣布|公布|证实|确认|声明|(?:[师家者员长]|[他她])(?:估计|怀疑|预料)|公开讲|(?<=[\u3400-\u9fff”)])(?<![好不来再的先可])(?:称|说|指))(?<!没有证实)(?<!未证实)(?<!暂未公布)(?<!没有公布)(?:过|,|:)?$"
        ),
        "gate": re.compile(
            r"(?:但是|但|而|不过|可是|然而|只是|其中)?(?:如果|若|倘若|假如|除非|即便|即使|由于|因为|为了|随着|当(?!时|天|年|日|地|局|中|事|场|选|晚|初)|除了|自从|一旦|只要|面对|考虑到|趁|凭借|对于|对|根据|据|截至|与|和|跟|相比)"
        ),
    }


def has_predicate(text: str) -> bool:
    """Whether a stretch says something of something: it has a verb that is not only inside an attribute."""
    kit = _patterns()
    if _adverb_inside.match(text) or _is_so.search(text) or _states.match(text):
        return True
    last_de = text.rfind("的", 0, len(text) - 1)
    nouns = {m.start() for m in kit["nominal"].finditer(text)}
    verbs = [m.end() for m in kit["verb"].finditer(text) if m.start() not in nouns or m.start() == 0]
    if not verbs:
        text = _false_lights.sub(lambda m: "·" * len(m[0]), text)
        lights = [m.start() for m in kit["light"].finditer(text)]
        if not lights:
            return bool(_is_at.match(text) or _measures.match(text))
        verbs = lights
    if last_de < 0 or verbs[-1] > last_de + 1:
        tail = text[last_de + 1 :] if last_de >= 0 else text
        # 他的离开: a verb right after 的 that closes the stretch is its name.
        return not (last_de >= 0 and len(tail) <= 3 and kit["head"].search(tail))
    if _preposition.match(text):
        return False
    noun = kit["person"] if kit["opens"].match(text) and not text.startswith(("已", "曾")) else kit["head"]
    return not (noun.search(text) and _opens_with_attribute(text, last_de))


_false_lights = re.compile(
    r"只是|(?<!这)可是|但是|于是|尤其是|特别是|或是|还是|要是|若是|总是|为了|因为|作为|认为|未来|除了|能力|需求|要求|过程|判断|着落|智能|功能|能源|性能|核能|职能|产能|节能|能力|社会|会议|机会|委员会|协会|国会|议会|会计|工会|大会|会长|主要|重要|大将|老将|名将|将军|所有|有限|有关|行为|经过|了解|大使|名称|简称|小说|传说|公升|要素|要闻|通过|超过|不过|有些|有点|为期|为例|使命|使馆|过去|过度|着重|称号|胜利|失败|被告|需求|已经$"
)
_states = re.compile(
    r".{2,30}(?<![的和与])(?:满意|不满|担心|担忧|愤怒|乐观|悲观|困难|危殆|良好|正常|成功|有效|无效|便宜|昂贵|高兴|震惊|不足|平稳|惨重)了?$"
    r"|.{2,20}(?:很|太|挺|蛮|不算|不够|非常|十分|极为|相当|更加)[\u4e00-\u9fff]{1,4}$"
)
"""A predicate that is no verb: 工商团体也不满意."""
_is_so = re.compile(r".是(?!否).{2,}的$")
"""The frame 是…的: 公司是去年才上市的."""
_preposition = re.compile(r"(?:但是|但|而|不过)?(?:在|于|从|对|对于|针对|关于|向|跟)(?!职|任)")
_measures = re.compile(
    r"(?!(?:去|今|明|前|本|上|下|第|这|那|约|近|超|至少)).{2,10}?(?:不到|超过|仅|约|近|大概|大约|达|至少)?[\d一二三四五六七八九十两百千万亿.]+[多余]?个?"
    r"(?:岁|人|元|%|成|分钟|小时|天|月|公里|米|吨|次|票|席|亿|万|倍)$"
)
"""A nominal predicate: 整个过程不到两分钟."""
_is_at = re.compile(r"(?!在)[^在,\n的]{2,8}在[^,\n的]{2,14}(?<![时后前中下上里内外间])$")
_adverb_inside = re.compile(r"[^,\n]{2,24}?(?:一直|正在|已经|努力|多次|不断|仍然|依然|再次|始终|曾经)")


def _opens_with_attribute(text: str, last_de: int) -> bool:
    """Whether everything up to the last 的 describes the noun after it, as in 已离开公司的三名员工."""
    before = text[:last_de]
    light = re.search(r"是|有|成为|担任|任命|包括|为|聘请|招募|了(?!解)", before)
    return light is None


def leans_forward(text: str) -> bool:
    """Whether a stretch is only the beginning of a clause."""
    kit = _patterns()
    if kit["say"].search(text) or len(text) < 3:
        return True
    if kit["address"].match(text):
        return False
    if _from_to.match(text) or _topic.fullmatch(text):
        return True
    if kit["temporal"].search(text) and len(text) <= 45:
        # Long and with a number in it, it reports something of its own.
        return len(text) <= 20 or not re.search(r"\d", text)
    return _lacks_the_rest(text, kit)


def _lacks_the_rest(text: str, kit: dict[str, re.Pattern[str]]) -> bool:
    """Whether a stretch is an introduction, a means, an adverbial or a bare naming."""
    if kit["introduces"].match(text) and not kit["verb"].search(text):
        return True
    means = kit["by_means"].search(text)
    if means and ((means.start() == 0 and len(text) <= 20) or not has_predicate(text[means.end() :])):
        return True
    states = has_predicate(text)
    if kit["end"].search(text) and (kit["start"].match(text) or not states or len(text) <= 12):
        return True
    if kit["gate"].match(text) and not re.search(r"来说.{4,}|而言.{4,}", text):
        return (text.startswith(_CONDITIONS) and not text.endswith("了")) or not states or len(text) <= 18
    return not states


_from_to = re.compile(r"(?:只是|而|但|但是|可是)?(?:从|自)[^,\n]{1,14}(?:到|至)[^,\n]{1,10}$")
_topic = re.compile(r"(?:(?![谁哪何怎几么啥])[^,\n]){2,9}呢")
"""What the speaker comes to next, and asks nothing of: 受伤的三位呢."""
_hour = re.compile(
    r"(?:[当次今昨前][天日晚]|第二天)?(?:凌晨|清晨|早[上晨]|上午|中午|下午|傍晚|晚[上间]|夜[里间]|深夜|半夜)?"
    r"[\d一二三四五六七八九十两]+[点时](?:半|[\d一二三四五六七八九十]+[分刻])?(?:钟|整|多|左右|前后)?"
)
_CONDITIONS = (
    "若",
    "倘若",
    "假如",
    "除非",
    "即便",
    "由于",
    "因为",
    "为了",
    "随着",
    "当",
    "自从",
    "如果",
    "即使",
    "一旦",
    "只要",
)


def leans_back(text: str) -> bool:
    """Whether a stretch only adds to the clause before it."""
    kit = _patterns()
    adding = kit["adding"].match(text)
    if adding and not has_predicate(text[adding.end() :]):
        return True
    follows = kit["follows"].match(text)
    if follows and (len(text) <= 22 or follows[0] in {"就", "却", "才", "便"}):
        return not text.startswith("以") or text.endswith("为主")
    if re.match(r"(?:他|她|它|他们|两人|也)(?:就|却|才|便)", text):
        return True
    if text.startswith(("包括", "以及", "而是", "旨在", "尤其是", "特别是", "比如", "例如", "从而", "以便")):
        return True
    return not has_predicate(text) and not re.search(r"\d|[一二三四五六七八九十两]", text)
