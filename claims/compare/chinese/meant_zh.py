"""Which figure of a long Chinese sentence a short claim means, by the words right around each.

多于一千名教师 against 学生23,000名、教师850名: what stands beside 850 names what the claim counts, and beside no other
figure of that sort. Only for claims that give a bound or a rough figure, and only where one figure is plainly meant.
"""

from itertools import chain
from math import isfinite
from typing import NamedTuple

from claims.compare.chinese.added_zh import wholes
from claims.compare.chinese.when_zh import days_of, time_of
from claims.compare.chinese.worked_figures import BY_HOW_MUCH, of_other_rate
from claims.compare.chinese.worked_parts import EACH, Amount, amounts_of, content_of, dated, predicate
from claims.compare.facets.measured import rose_or_fell_from
from claims.compare.facets.period import Days, touch
from claims.compare.intervals import Interval, apart, comparable, meets
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features
from evidence.text import lazy_re as re


class Fit(NamedTuple):
    """A figure of the sentence and how well it fits the claim."""

    one: Amount
    fit: float


SURE, CLEAR = 1.2, 0.6
"""Least fit of a figure that is plainly meant, and how much better it fits than any other."""
RATHER, FAR_AHEAD = 0.8, 1.0
"""Least fit of one that fits so much better than any other, none of which counts by its classifier."""


def stated(claim: Features, sentence: Features, asked: Amount, wanted: Interval) -> Fit | None:
    """The figure of the sentence that is plainly the one that the claim bounds."""
    if not (wanted.bound or wanted.about) or _reckoned(claim, asked):
        return None
    found = sorted(fits(claim, sentence, asked, wanted), key=lambda each: (-each.fit, each.one.place))
    lead = found[0].fit - found[1].fit if len(found) > 1 else 0.0
    if not found or found[0].fit < RATHER or (len(found) > 1 and lead < CLEAR):
        return None
    best = found[0].one
    if found[0].fit < SURE and (lead < FAR_AHEAD or any(_unit(each.one) == _unit(best) for each in found[1:])):
        return None
    if EACH.search(claim.key) and not EACH.search(best.before):
        return None  # of each day: the sentence gives the sum
    if _all.search(asked.before) and not _all.search(best.before) and _further(found):
        return None
    if any(best in whole for whole in wholes(claim, sentence)):
        return None  # a part of what there was in all
    if _most.search(asked.before[-HEAD:]) and not _most.search(best.before[-HEAD:] + best.after[:HEAD]):
        return None  # the highest: which that is must be told
    changed = [_change.search(each.lead) is not None for each in (asked, best)]
    return None if changed[0] != changed[1] else found[0]


def answers(claim: Features, wanted: Interval, told: Interval) -> bool | None:
    """Whether what the sentence tells bears out what a claim allows; None where a stretch leaves that open.

    A weight of 25 to 40 kilos is not at most 30, nor at least 30, nor more than 40.
    """
    if told.low == told.high or isfinite(wanted.low) == isfinite(wanted.high):
        return meets(wanted, told)
    edge, upper = (wanted.high, True) if isfinite(wanted.high) else (wanted.low, False)
    if (end := _end.search(claim.key)) is not None:
        value = told.high if end["top"] else told.low
        return value <= edge if upper else value >= edge
    if (told.high <= edge) if upper else (told.low >= edge):
        return True
    if (told.low > edge) if upper else (told.high <= edge):
        return False
    return False if _never_beyond.search(claim.text) else None


_end = re.compile("(?P<top>最[高大长重深多快](?!只|不)|可[达能以]|能达)|最[低小短轻浅慢](?!要|需)")
_never_beyond = re.compile("[最至][多少]|不[超低高少多][过于]|起码|[顶頂]多|都[不在]|均[不在]")


_all = re.compile("[共总]|合计|累计|加起来|拿下|全场")
_more_of_it = re.compile("[再又另]|还有|以及")
_change = re.compile(
    "(?:[增升涨减降跌缩扩退加]|提[升高前早]|增[加长]|减少|上[升涨调]|下[降跌调滑]|[延缩]短|延[长后]|多|少|快|慢|晚|早|贵|便宜)[了出]?$"
)
_aged = re.compile("[岁歲]")


def _reckoned(claim: Features, asked: Amount) -> bool:
    """Whether a claim gives what must be worked out: an age, a difference."""
    return bool(_aged.search(asked.quantity.text) or BY_HOW_MUCH.search(claim.key))


def _further(found: list[Fit]) -> bool:
    """Whether a figure of the same unit comes on top of the one that fits best."""
    return any(_more_of_it.search(each.one.lead) and _unit(each.one) == _unit(found[0].one) for each in found[1:])


def fits(claim: Features, sentence: Features, asked: Amount, wanted: Interval) -> list[Fit]:
    """How well each figure of the sentence fits that could answer."""
    alike = [one for one in amounts_of(sentence) if _comparable(one.interval, wanted) and not _vague(one)]
    alike = [one for one in alike if not of_other_rate(claim, one)]
    close = _pairs(asked.lead[-NEXT:]) | _pairs(asked.after[:NEXT]) | _pairs(_counted(asked))
    told = _plain(predicate(claim, sentence))
    mine = _pairs(told) | close
    chars = content_of(told + asked.lead[-NEXT:] + asked.after[:NEXT] + _counted(asked))
    besides = _all_beside(alike)
    besides = _with_wholes(claim, alike, besides)
    bearer = _bearer(claim, sentence, alike)
    extreme = (_lowest if isfinite(wanted.low) else _highest) if wanted.bound and _always.search(claim.text) else None
    old = set() if claim.dates or _earlier.search(claim.key) else _of_before(sentence, alike)
    around = [content_of(said + _counted(one)) for one, said in zip(alike, besides, strict=True)]
    earlier = _earlier.search(claim.key)
    times = [days for each in claim.dates if (days := days_of(each, claim)) is not None]
    found = []
    for number, (one, beside) in enumerate(zip(alike, besides, strict=True)):
        near = mine & _pairs(beside)
        others = set(chain.from_iterable(each for i, each in enumerate(around) if i != number))
        only = (around[number] & chars) - others
        size = _distance(one.interval, wanted)
        fit = (
            min(NEAR_MOST, sum(NEAR if each in close else FAR for each in near))
            + ONLY * min(MANY, len(only))
            + CLAUSE * min(MANY, len(mine & _pairs(one.before + "," + one.after)))
            + UNIT * (_unit(one) != "" and _unit(one) == _unit(asked))
            + SIZE * (0.5 - min(1.5, size or 0.0))
            - OLD * (not earlier and left_behind(one))
            + MOST * bool(_most.search(claim.key) and _most.search(beside))
            + _same_time(times, time_of(sentence, one))
            - DENIED * (_denials(_plain(claim.key)) != _denials(beside))
            + BEARER * (bearer == number)
            - OLD * (number in old)
            + MOST_OF_ALL * (extreme is not None and extreme.search(one.lead) is not None)
            - CONTRARY * _contrasted(claim.key, beside)
        )
        found.append(Fit(one, fit))
    return found


def _with_wholes(claim: Features, figures: list[Amount], besides: list[str]) -> list[str]:
    """What stands beside each figure; of a part that the claim names, also what stands beside its whole."""
    asked, found = set(_plain(claim.key)) - _PARTICLES, list(besides)
    beside = [set(each) & asked for each in besides]
    for i, mine in enumerate(beside):
        of = _whole(figures, i)
        if of >= 0 and mine.difference(*beside[:i], *beside[i + 1 :]):
            found[i] = f"{besides[i]},{besides[of]}"
    return found


_PARTICLES = frozenset(",、的了是有在和与及其中共")


def _whole(figures: list[Amount], at: int) -> int:
    """Which figure counts all of those of which this one counts some: 床位620张, 其中内科230张、外科160张; else -1."""
    for i in range(at, 0, -1):
        if _unit(figures[i]) != _unit(figures[at]) or figures[i].interval.low >= figures[0].interval.low:
            return -1
        if _of_these.search(figures[i].lead):
            return i - 1
    return -1


_of_these = re.compile("其中|包括|包含|分为|当中")


def _bearer(claim: Features, sentence: Features, figures: list[Amount]) -> int:
    """Which figure stands behind what the claim begins with, where another stands before that; else -1.

    男子组冠军成绩2小时12分，林书雅以2小时54分完赛: of Lin it is the second.
    """
    told = predicate(claim, sentence)
    opening = claim.key[: len(claim.key) - len(told)]
    key = dated(sentence)
    at = key.find(opening) if len(opening) > 1 else -1
    if at < 1 or key[at - 1] == QUANTITY or not any(one.place < at for one in figures) or key.count(opening) > 1:
        return -1
    return next((i for i, one in enumerate(figures) if one.place > at and opening in one.lead), -1)


def _of_before(sentence: Features, figures: list[Amount]) -> set[int]:
    """Which figures a later one of the same sort follows, with its own time: 2005年为23万份，2022年为9.4万份."""
    found: set[int] = set()
    for i, one in enumerate(figures[:-1]):
        days, later = time_of(sentence, one), time_of(sentence, figures[i + 1])
        alone = _plain(figures[i + 1].before).strip(",至到在则为是已仅只有约达")
        of_one_sort = _unit(one) == _unit(figures[i + 1]) and not _han.search(_year.sub("", alone))
        if of_one_sort and days and later and (days[1] or "") < (later[0] or ""):
            found.add(i)
    return found


_always = re.compile("[从從][未没沒]|始终|始終|一直|[每各]次|都[不没沒未在]|均[不未在]")
_lowest, _highest = re.compile("最[低小少短轻浅慢]"), re.compile("最[高大多长重深快]")
MOST_OF_ALL = 3.5
"""What it weighs that a figure is the lowest, for a claim that none ever fell below so much."""
_year = re.compile(r"[\d一二三四五六七八九十〇零]+[年月日]|[前去今明]年|本月|目前|现在|如今")
_ordinal = re.compile(r"第[一二三四五六七八九十\d]+")
_CONTRASTS = ("男女", "雌雄公母", "春夏秋冬", "东西南北", "主客", "内外", "新旧老", "进出", "红白黑", "左右", "小中大")


def _contrasted(claim: str, beside: str) -> bool:
    """Whether beside a figure stands the other of two kinds of which the claim names one: the women's for the men's."""
    for kinds in _CONTRASTS:
        mine, theirs = ({char for char in kinds if char in text} for text in (claim, beside))
        if len(mine) == 1 and theirs and mine.isdisjoint(theirs):
            return True
    mine, theirs = (set(_ordinal.findall(text)) for text in (claim, beside))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


BEARER, CONTRARY = 1.8, 1.6
"""What it weighs that a figure is told of whom the claim is about, or of the other kind."""
NEXT, HEAD, TAIL, MANY = 6, 8, 6, 3
"""Characters beside the claim's figure, before and behind a figure of the sentence; so many of a sort count."""
NEAR, FAR, NEAR_MOST = 0.6, 0.3, 1.2
"""What a pair of characters weighs that stands beside the figures of both, or elsewhere in the claim; at most."""
ONLY, CLAUSE, UNIT, SIZE, OLD, MOST, DENIED = 0.3, 0.15, 0.3, 0.8, 2.0, 0.6, 0.9
"""What a character beside no other figure weighs, a pair of the clause, the same classifier, the size, …"""
FAR_OFF = 1.5
"""So many factors of ten off, a figure is none that the claim could mean."""
_earlier = re.compile("原[来本先有]|此前|之前|以前|从前|起初|最初|去年|上年|前年")
_most = re.compile("最(?!近|后|终|新|初|先)")
_from = re.compile("[从由自][^,;。]{0,10}$")


def left_behind(one: Amount) -> bool:
    """Whether a figure is the one from which a thing rose or fell to another: 由36,000个增至43,500个."""
    return rose_or_fell_from(f"{one.lead}{QUANTITY}{one.after}", len(one.lead))


def _same_time(asked: list[Days], told: Days | None) -> float:
    """What it weighs that a figure is told of the claim's time, or of another."""
    if not asked or told is None:
        return 0.0
    return AT_THAT_TIME if any(touch(each, told) for each in asked) else -AT_THAT_TIME


AT_THAT_TIME = 0.6


def _comparable(one: Interval, wanted: Interval) -> bool:
    """Whether a figure is of the claim's sort and says how much it is."""
    if not comparable(one, wanted) or not (isfinite(one.low) and isfinite(one.high)):
        return False
    return (_distance(one, wanted) or 0.0) < FAR_OFF


def _vague(one: Amount) -> bool:
    """Whether a figure is only so many and some more: 三万余人."""
    return one.quantity.approximate and one.interval.low != one.interval.high


def _distance(one: Interval, wanted: Interval) -> float | None:
    """How far a figure lies from the claim's, in factors of ten; one on the other side of zero lies far."""
    side = next((side for side in wanted[:2] if isfinite(side)), 0.0)
    return OTHER_SIDE if one.low * side < 0 else apart(wanted, one)


OTHER_SIDE = 1.2


_break = re.compile("[,;:。!?()、\x01]|(?<!以)及|[和与跟]")
_han = re.compile("[\u3400-\u9fff]+")


def _all_beside(figures: list[Amount]) -> list[str]:
    """What stands right before and behind each figure; of one that a thing came to, also what leads to its start."""
    found: list[str] = []
    for number, one in enumerate(figures):
        head, tail = _break.split(one.lead)[-1][-HEAD:], _break.split(one.after)[0][:TAIL]
        came = bool(number) and left_behind(figures[number - 1]) and figures[number - 1].before in one.before
        before = _from.sub("", _break.split(figures[number - 1].lead)[-1])[-HEAD:] if came else ""
        found.append(f"{before},{head},{tail}")
    return found


def _plain(text: str) -> str:
    return text.replace(QUANTITY, ",").replace(DATE, ",")


def _pairs(text: str) -> set[str]:
    return {part[i : i + 2] for part in _han.findall(text) for i in range(len(part) - 1)}


def _denials(text: str) -> set[str]:
    return set(_denial.findall(text))


_denial = re.compile("[不未没无][\u3400-\u9fff]")
_counter = re.compile("[\u3400-\u9fff]+$")


def _counted(one: Amount) -> str:
    """The classifier or unit of a figure, with what it counts."""
    found = _counter.search(one.quantity.text)
    return found[0] if found else ""


def _unit(one: Amount) -> str:
    return _counted(one)[-1:]
