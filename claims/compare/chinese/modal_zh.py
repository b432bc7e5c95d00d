"""What may be done in one of two short Chinese claims and may not in the other, or will and will not come of it.

Those who write of a rule or a risk seldom take the same words (婴儿可以吃蜂蜜, 宝宝不能喂食蜂蜜), so that what both
are about is asked for on either side of the word that allows or forbids, character by character.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.chinese.arguments_zh import of_another
from claims.compare.chinese.times_zh import of_other_times
from claims.compare.chinese.units_zh import han
from claims.compare.facets import quantity
from claims.compare.needed import Cue
from claims.compare.values import Comparison, Features, Verdict, of_one, written
from claims.features.polarity import affirming
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

LONGEST = 32
"""Characters of a claim that says one thing only."""

WILL = (
    "(?<![协学国议晚机社都大公工商集董博委教年省市宴帮聚约开事酒联总分党金行理监法])"
    "会(?![议员场长所计合面见谈址考费社堂战师商同馆籍徽旗])"
)
"""会 where it tells what will come about, not a meeting or a body."""
_no = Cue(
    "(?P<may>不(?:可以|可能|可|能够?|得|准|许|应该?|宜|要)|[严明]?禁止|严禁|切勿|切忌)"
    "|(?P<will>并?不会|不致(?!命)|无法)"
    "|(?P<need>[无毋不][须需]要?|不用|不必|用不着)"
)
_yes = Cue(
    "(?P<may>可以|可(?![能以是怜爱乐靠观谓惜疑信见燃口行])|(?<![可功性机智动热节太潜官职技效体权核产才万智电万])能够?(?![量力源效])"
    "|允许|准许|获准|容许)"
    f"|(?P<will>{WILL}"
    "|导致|造成|引起|引发|产生|[使令让](?!用|馆))"
    "|(?P<need>必须|须(?!知)|需要?(?![求])|(?<![重主不只需])要(?=[付交缴办带戴先买预收]))"
)
_other_denial = re.compile(
    "[不没未无毋禁勿]|非(?![洲常法])|仅|只|除|才|如果|若|假如|倘|一旦|除非|[吗呢?]|是否|能否|可否|会否|有没有"
)
"""What limits, asks or denies anything else: then the two may both hold."""


class Said(NamedTuple):
    """What a claim allows or forbids: of whom, and what."""

    sort: str
    word: str
    head: frozenset[str]
    tail: frozenset[str]


def relation(pair: Pair) -> Comparison | None:
    """A conflict when one claim allows or foresees what the other forbids or rules out."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for no in _denied(one):
            for yes in _affirmed(other):
                if yes.sort in _answers(no) and _of_one(no, yes) and not _of_two(pair):
                    reason = f"“{no.word}” against “{yes.word}”"
                    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.55, reasons=(reason,))
    return None


def _answers(no: Said) -> tuple[str, ...]:
    """Of what sort a word must be that says the contrary: who cannot may not, or it does not come about."""
    return ("may", "will") if no.word.startswith(("不能", "无法")) else (no.sort,)


def _of_two(pair: Pair) -> bool:
    """Whether figures, times or another doer show that the two are said of two things."""
    return (
        of_another(pair)
        or of_other_times(pair)
        or any(one.verdict is Verdict.CONFLICT and one.weight > SLIGHT for one in quantity.findings(pair))
    )


SLIGHT = 0.25


@of_one
def _denied(side: Features) -> tuple[Said, ...]:
    """What a claim forbids or rules out, where it does nothing else of the kind."""
    found = list(_told(side, _no))
    return tuple(found) if len(found) == 1 and not _other_denial.search(_rest(side, found[0].word)) else ()


@of_one
def _affirmed(side: Features) -> tuple[Said, ...]:
    """What a claim allows or foresees, where it denies nothing."""
    return () if _other_denial.search(_rest(side, "")) else tuple(_told(side, _yes))


def _rest(side: Features, word: str) -> str:
    return _over.sub("", written(side).replace(word, " ", 1) if word else written(side))


_over = re.compile(
    "不(?:仅|但|只|同|少|断|过|锈钢|动产)|无(?:线|人机|论|数)|未(?:来|成年|婚|满)|不(?:满|足|到)(?=[一二两三四五六七八九十百千\\d周])|非常|才[能华艺会]"
)


def _told(side: Features, cue: Cue) -> Iterator[Said]:
    key = written(side)
    if len(key) > LONGEST or not cue.may(key):
        return
    apart = affirming(key)
    for match in cue.regex.finditer(key):
        if any(low <= match.start() < high for low, high in apart):
            continue
        before, after = key[: match.start()], key[match.end() :]
        yield Said(match.lastgroup or "", match[0], _content(before), _content(_clause.split(after)[0]))


_clause = re.compile("[,;。:!?()]")
_LIGHT = frozenset("吃喝用使让令有造成导致产生引起发生出现进行做得把将被在此时候人者们中里内上下一二三任何进")
"""Verbs and places that two claims of anything may share."""


def _content(text: str) -> frozenset[str]:
    stops = words.stop_stems()
    return frozenset(char for char in text if (han.match(char) and char not in stops and char not in _LIGHT))


def _of_one(no: Said, yes: Said) -> bool:
    """Whether both speak of one thing on either side of the word."""
    if not no.tail or not yes.tail:
        return False
    what = no.tail & yes.tail
    whole = [each.head | each.tail for each in (no, yes)]
    who = (no.head & whole[1]) | (yes.head & whole[0])
    enough = len(what) >= SHARE * min(len(no.tail), len(yes.tail))
    named = not no.head or not yes.head or len(who) >= SHARE * min(len(no.head), len(yes.head))
    both = len(whole[0] & whole[1])
    return bool(what) and enough and named and both >= LEAST and both >= SHARE * min(map(len, whole))


SHARE, LEAST = 0.3, 2
"""Of what the shorter one names on either side, so much must stand in the other; so many characters at least."""
