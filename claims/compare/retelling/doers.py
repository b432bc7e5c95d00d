"""Who did it, of what only one can do: who was the first to come or to tell, who leads an inquiry, who takes over.

    最先赶到的是消防艇        ─► ("first", "come"), 消防艇
    由副院长贺明主持调查      ─► ("head", …), 副院长贺明

Two claims clash when each names another one, by words that have nothing in common. Asked only of claims that answer to
each other in two accounts; a role is filled once, but a story may have more than one first or one head: of what must be
told alike.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.crossing import glosses
from claims.compare.values import Features, of_one, written
from evidence.text import lazy_re as re


class Doer(NamedTuple):
    """Who fills a role, in the words of a claim."""

    role: str
    deed: str
    """What was done or is led; empty where it is not told."""
    who: str


_FIRST = "(?:最先|最早|率先|首先|(?:第一|头一|首)[个位名批家支艘架辆台队组])"
_WHO = r"([^,;。:!?\s]{2,24}?)"
_first_zh = (
    re.compile(
        rf"{_FIRST}([^,;。:!?]{{1,12}}?)的(?:人|一个|那个|那位|单位|学校|媒体|国家)?[,，]?(?:就|才|其实|正|应该)?是([^,;。:!?\s]{{2,24}})"
    ),
    re.compile(rf"(?<!不)是{_WHO}{_FIRST}([^,;。:!?\s]{{1,12}})"),
    re.compile(rf"(?:^|[,;。:!?\s]){_WHO}(?:最先|最早|率先|第一个)([^,;。:!?\s]{{1,12}})"),
)
_DEEDS = {
    "come": "赶[到往来赴]|[到抵]达|抵[达步]|到[场了]|来[到救援]|靠[近过]|救|现场",
    "tell": "报[告案警上]|上报|往上报|通[报知]|举[报发]|揭|投诉|告诉|打[电给]|爆料|披露|曝光|公布|发布|提[出议醒]|警告",
    "see": "发现|看[见到]|察觉|注意到|瞧见|目击|找到|撞见|闻到",
    "leave": "离开|逃|撤|走|下[车船山]|脱身",
    "enter": "进[入去来场]|冲进|登[上顶]|上[车船山台]",
}
_HEAD = "(?:主持|牵头|带队|率队|领军|领衔|率领|统筹|主导|坐镇|督导|挂帅|领导)"
_AFTER = "(?:接手|接任|接替|继任|接班|接棒|接掌|暂代|代理|署理|顶替)"
_head_zh = (
    re.compile(rf"(?<!不)由{_WHO}(?:来|亲自|负责|出面)?({_HEAD}|{_AFTER})"),
    re.compile(rf"({_HEAD}|{_AFTER})[^,;。:!?\s]{{0,8}}?的(?:人|单位)?(?:就|才|其实|正)?是([^,;。:!?\s]{{2,24}})"),
)
_nobody = re.compile(
    r"^(?:他|她|它|我|你|咱|谁|什么|哪|这|那|有人|人家|大家|别人|一个人|自己|不是|没)|^(?:的|了|在|被|把|要|会|就|都|也)"
)


def apart(pair: Pair) -> str | None:
    """The reason why the two name another one for what only one did, or None."""
    for one in doers(pair.a):
        for other in doers(pair.b):
            if one.role == other.role and _of_one_deed(one, other) and _strangers(one.who, other.who):
                return f"one says that it was “{one.who}”, the other that it was “{other.who}”"
    return None


def _of_one_deed(one: Doer, other: Doer) -> bool:
    mine, theirs = sort(one.deed), sort(other.deed)
    if mine or theirs:
        return mine == theirs
    return bool(set(one.deed) & set(other.deed)) or one.role != "first"


def sort(deed: str) -> str:
    """Of which sort a deed is; empty where it is of none."""
    return next((sort for sort, verbs in _SORTS.items() if verbs.search(deed)), "")


_SORTS = {sort: re.compile(verbs) for sort, verbs in _DEEDS.items()}


def _strangers(one: str, other: str) -> bool:
    """Whether two phrases for somebody have nothing in common: 云岭国小, 溪湖国中; not 警察, 员警."""
    mine, theirs = ({who[i : i + 2] for i in range(len(who) - 1)} for who in (one, other))
    if not mine.isdisjoint(theirs) or not glosses(one, "zh").isdisjoint(glosses(other, "zh")):
        return False
    fronts = [set(who.rpartition("的")[2][:-SORT]) for who in (one, other)]
    if min(map(len, fronts)) >= SORT:
        return fronts[0].isdisjoint(fronts[1])
    return not set(one[-SORT:]) & set(other[-SORT:])


SORT = 2
"""The characters at the end of a phrase that mostly tell of what sort somebody is."""


@of_one
def doers(side: Features) -> tuple[Doer, ...]:
    """Who fills which role, as a Chinese claim tells it."""
    return tuple(_read(written(side))) if side.language == "zh" else ()


def _read(text: str) -> Iterator[Doer]:
    for number, pattern in enumerate(_first_zh):
        for match in pattern.finditer(text):
            deed, who = match.groups() if number == 0 else match.groups()[::-1]
            if not _nobody.match(who):
                yield Doer("first", deed, _named(who))
    for number, pattern in enumerate(_head_zh):
        for match in pattern.finditer(text):
            who, verb = match.groups() if number == 0 else match.groups()[::-1]
            if not _nobody.match(who):
                yield Doer("after" if re.fullmatch(_AFTER, verb) else "head", "", _named(who))


_figure = re.compile(r"一[个名位条艘家只架辆批]|[\d一二三四五六七八九十]+[个名人]")


def _named(who: str) -> str:
    """The words for somebody up to what is told of him next: 溪湖国中 一个班倒下去十四个."""
    parts = _figure.split(who)
    return next((part for part in parts if len(part) > 1), who)


__all__ = ["Doer", "apart", "doers", "sort"]
