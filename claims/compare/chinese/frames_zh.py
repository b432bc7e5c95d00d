"""One deed told from either side by two Chinese statements: A lends to B, B borrows from A; X is hit by Y, Y hits X.

Grammar, not order, tells who gives and who takes, who does it and to whom, whence and where to: 借给 against 向…借,
passive against active, 从…迁到 against 原在…迁往. Two statements of one deed say the same when its parties stand alike.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.units_zh import of_one_thing
from claims.compare.needed import Cue
from claims.compare.values import Comparison, written
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_PARTY = "[^,;。:!?把将向从给被对]{1,10}?"
_FAMILIES = {
    "lend": "借|贷",
    "let": "租",
    "sell": "卖|售|买|购|采购|收购",
    "give": "送|赠|捐赠?|赠送|颁|授|发给?|补助|资助|援助|获赠|领取|领",
    "pay": "付|支付|缴|缴交|缴纳|收取|赔|赔偿|理赔",
    "return": "还|退还|归还|取回|要回|讨回",
    "trade": "交易|换来|换得",
    "teach": "教|学",
}
_KINDS = {word: kind for kind, words in _FAMILIES.items() for word in words.replace("?", "").split("|")}
_KINDS |= {"捐": "give", "发": "give"}
_DEEDS = [f"{word}给" for word in _KINDS if len(word) == 1] + [word for word in _KINDS if len(word) > 1]
_cue = Cue("[借租卖售买购贷送赠捐付缴还领赔颁发教学][^,;。:!?]{0,4}|被|[迁搬]|对|[向从跟获][^,;。:!?]{1,10}|交易")
_ends = "(?=[,;。:!?一那这两三几]|\\d|$)"
_gives = re.compile(
    f"(?:^|[,;。:!?])(?P<one>{_PARTY})(?:[把将][^,;。:!?]{{1,16}}?)?(?:出|转|让)?"
    "(?:(?P<deed>[借租卖售贷送赠捐付缴还赔颁发]|捐赠|赠送|支付|退还|归还)(?:给|予)|(?P<trade>交易)(?:到|至|给|去))"
    f"了?(?P<other>{_PARTY}){_ends}"
)
_takes = re.compile(
    f"(?:^|[,;。:!?])(?P<other>{_PARTY})(?:已经?|曾|后来|还)?[向从跟找问](?P<one>{_PARTY})(?:那里|那儿|这里|手[中里上]|处)?(?:收(?=购))?"
    "(?P<deed>[借租买购贷]|采购|收取|领取|取回|要回|讨回|换来|换得)(?!书证口条)"
)
_pays_to = re.compile(
    f"(?:^|[,;。:!?])(?P<one>{_PARTY})(?:已经?|曾|须|需|要|应)?向(?P<other>{_PARTY})(?P<deed>支付|缴交|缴纳|归还|退还|捐赠|赔偿)"
)
_granted = re.compile(
    f"(?:^|[,;。:!?])(?P<other>{_PARTY})(?:已经?|曾)?获得?(?P<one>{_PARTY})(?P<deed>捐赠|赠送|补助|资助|援助|赔偿|理赔|支付|归还|退还)"
)
_teaches = re.compile(
    f"(?:^|[,;。:!?])(?:(?P<one>{_PARTY})(?P<deed>教)(?![师授练导学会堂育科材宗徒])(?P<other>[^,;。:!?]{{1,4}}?)"
    f"|(?P<learner>{_PARTY})[向跟从](?P<master>{_PARTY})(?P<learns>学)(?!校生院术历费位期者会)习?)(?=[\u3400-\u9fff]{{1,6}}(?:[,;。:!?]|$))"
)
_when = re.compile("[上下这本]个?(?:月|周|星期|礼拜|季)|[昨今明前]天|[去今前明]年|[昨今]日|刚刚?|最近|日前")
_moves = (
    re.compile("[从由自](?P<one>[^,;。:!?]{2,8}?)(?:迁|搬|移)[往至到入](?P<other>[^,;。:!?]{2,8})"),
    re.compile(
        "原[本先来]?(?:设)?(?:在|位于|设于|驻)?(?P<one>[^,;。:!?在于]{2,8}),[^;。:!?]{0,10}?(?:才|后)?(?:迁|搬|移)[往至到入](?P<other>[^,;。:!?]{2,8})"
    ),
)
_feeling = (
    "(?:信任|喜欢|尊敬|尊重|崇拜|感激|感谢|讨厌|怀疑|害怕|佩服|敬佩|关心|爱护"
    "|不满|满意|失望|同情|支持|羡慕|嫉妒|依赖|欣赏)"
)
_feels = (
    re.compile(
        f"(?P<other>[^,;。:!?]{{2,8}}?)的(?P<one>[^,;。:!?]{{2,6}}?)们?(?:都|也|全|很|非常|十分|极其?|相当|最|一直)*(?P<deed>{_feeling})(?:着)?[他她](?:们)?$"
    ),
    re.compile(
        f"(?P<one>[^,;。:!?]{{2,8}}?)们?(?:都|也)?对(?:[他她]们?的)?(?P<other>[^,;。:!?]{{2,8}}?)(?:都|也|全|很|非常|十分|极其?|相当|最|一直|感到)*(?P<deed>{_feeling})"
    ),
)


class Deed(NamedTuple):
    """A deed with the two that stand on its ends: who gives, does or feels it; whence; and the other."""

    kind: str
    one: str
    other: str


def turned(pair: Pair) -> bool | None:
    """Whether two statements tell one deed with its ends exchanged; None where they tell none from either side."""
    mine, theirs = written(pair.a).rstrip("。."), written(pair.b).rstrip("。.")
    if not _cue.search(mine) and not _cue.search(theirs):
        return None
    for one in _deeds(mine):
        for other in _deeds(theirs):
            if one.kind == other.kind and (found := _exchanged(one, other)) is not None:
                return found
    return _by_voice(mine, theirs)


def _exchanged(one: Deed, other: Deed) -> bool | None:
    straight = _same(one.one, other.one), _same(one.other, other.other)
    crossed = _same(one.one, other.other), _same(one.other, other.one)
    if all(crossed) and not any(straight):
        return True
    return False if all(straight) and not any(crossed) else None


def _same(one: str, other: str) -> bool:
    """Whether two phrases may name one party: one holds the other, or two characters in a row are the same."""
    if one in other or other in one:
        return True
    return any(one[i : i + 2] in other for i in range(len(one) - 1))


def _deeds(text: str) -> Iterator[Deed]:
    for pattern in (_gives, _takes, _pays_to, _granted):
        for match in pattern.finditer(text):
            deed = str(match["deed"] or match["trade"])
            yield Deed(_KINDS[deed], _when.sub("", match["one"]), _when.sub("", match["other"]))
    for match in _teaches.finditer(text):
        yield Deed("teach", match["one"] or match["master"], match["other"] or match["learner"])
    for pattern in _moves:
        for match in pattern.finditer(text):
            yield Deed("move", match["one"], match["other"])
    for pattern in _feels:
        for match in pattern.finditer(text):
            yield Deed(match["deed"], match["one"], match["other"])


def relation(pair: Pair) -> Comparison | None:
    """A conflict when what one gives, sells or pays to another in one, the other does to the first in the other."""
    if max(len(side.key) for side in (pair.a, pair.b)) > BRIEF or not turned(pair):
        return None
    mine, theirs = (next(_given(written(side)), None) for side in (pair.a, pair.b))
    if mine is None or theirs is None or min(map(len, (*mine[1:], *theirs[1:]))) < LEAST:
        return None
    if not of_one_thing(pair, *mine[1:], *theirs[1:], *_DEEDS, least=1):
        return None  # each sells the other something
    reason = f"“{mine.one}” to “{mine.other}” in one, “{theirs.one}” to “{theirs.other}” in the other"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(reason,))


BRIEF = 30
"""Longer statements tell of more than one deed."""


def _given(text: str) -> Iterator[Deed]:
    return (deed for deed in _deeds(text) if deed.kind in _FAMILIES)


_clause = re.compile("[,;。:!?]")
_passive = re.compile("(?P<to>[^,;。:!?]{1,12})被(?P<by>[^,;。:!?]{3,})")
_pronoun = frozenset("他她它我你")


def _by_voice(mine: str, theirs: str) -> bool | None:
    """Whether what one tells in the passive the other tells in the active of the same doer, or of whom it befell."""
    if ("被" in mine) == ("被" in theirs):
        return None
    passive, active = (mine, theirs) if "被" in mine else (theirs, mine)
    if (match := _passive.search(passive)) is None or passive.count("被") != 1:
        return None
    doer = _longest_start(match["by"], active)
    deed = _longest_start(match["by"][len(doer) :], active)
    whom = _longest_end(match["to"], active)
    if not doer or not deed or not whom or doer[0] in deed or min(len(doer), len(whom)) < LEAST:
        return None
    if any(active.count(said) != 1 for said in (doer, deed, whom)):
        return None
    at, done, to = active.index(doer), active.index(deed), active.index(whom)
    if len({_clause_of(active, place) for place in (at, done, to)}) > 1:
        return None
    if to < done < at and "把" not in active and "将" not in active:
        return True
    return False if at < done and (done < to or "把" in active or "将" in active) else None


LEAST = 2


def _clause_of(text: str, at: int) -> int:
    return len(_clause.findall(text, 0, at))


def _longest_start(text: str, other: str) -> str:
    """The longest beginning of a text that stands in another."""
    end = 0
    while end < len(text) and text[: end + 1] in other:
        end += 1
    return text[:end]


def _longest_end(text: str, other: str) -> str:
    start = len(text)
    while start and text[start - 1 :] in other:
        start -= 1
    return text[start:]
