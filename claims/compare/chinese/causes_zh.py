"""What two Chinese statements put a thing down to: the cause that each names, and the causes that it rules out.

A cause stands in a clause with a word of causing (引起, 肇因, 祸首), or is what an inquiry finds (认定是) of a mishap.
It is known by its kind: a short circuit, arson, a mistake of the driver; or by its words. Two statements of
one thing clash when each names a cause of another kind or with no word in common, or one names what the other rules out
(与 … 无关) or finds in order (信号设备正常). What is only suspected is no cause yet.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.units_zh import of_one_thing, pairs_of
from claims.compare.chinese.worked_parts import plain
from claims.compare.needed import Cue
from claims.compare.values import Comparison
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_KINDS = {
    "electricity": "电线|电气|短路|漏电|电器|线路老化|配电|电力设备",
    "battery": "充电|锂电池|电池|电动(?:车|机车|自行车|单车|摩托)",
    "gas": "煤气|瓦斯|燃气|天然气|液化气|石油气",
    "arson": "纵火|放火|蓄意|人为破坏|泼汽油|引火",
    "smoking": "烟蒂|烟头|乱丢烟|未熄[^,;。]{0,3}烟",
    "lightning": "雷击|闪电|雷电",
    "mistake": "操作(?:失误|不当|错误)|误判|误操作|驾驶(?:失误|疏失|失当)"
    "|(?:人为|机长|司机|驾驶员?|飞行员|机师|工人|员工|船长)[^,;。]{0,6}(?:疏失|失误|疏忽|错误|过失|差错|误判)"
    "|疲劳驾驶|超速|闯红灯|违规(?:焊接|作业|操作|超车|变道)|打瞌睡|分心|看手机",
    "drink": "酒驾|醉驾|酒后|毒驾|吸毒",
    "machine": "机[件械]|引擎|发动机|零件|零部件|叶片|断裂|[刹煞]车(?:失灵|系统|油管|失效|故障|软件)|爆胎"
    "|结构|锅炉|起落架|方向舵|软[件体]故障|号志|信号故障",
    "design": "设计|施工|偷工减料|建材",
    "weather": "天候|恶劣天气|乱流|浓雾|大雾|强风|风切变|暴风|豪雨|暴雨|大雨|积冰|结冰",
    "attack": "炸弹|爆炸物|恐怖袭击|导弹|飞弹|击落|枪击|黑客|网络攻击|骇客",
    "load": "超载|超重|载重",
    "ground": "触礁|搁浅|撞上礁石|碰撞|追撞|[地强余]震|山崩|滑坡|土石流|鸟击",
    "disease": "病毒|细菌|感染|传染|疫病",
    "poison": "中毒|毒素|污染|农药|有毒",
    "sonar": "声[呐纳]",
}
_kinds = {name: re.compile(pattern) for name, pattern in _KINDS.items()}
_causing = Cue(
    "导致|造成|引发|引起|所致|酿成|肇因|起因|原因|主因|成因|归咎|归因|祸首|元凶|肇祸|因为|由于|起火点|起火处|火头|问题出在|缘于|源于|系因|是因"
    "|(?:直接|密切|因果)关系|有关|责任在|出于|才是|引燃|引爆|害死|直指|形成(?!对比|共识)|(?<![原起肇成死主])因(?![此而为素果])[^,;。:!?]{2,12}(?:[停延受死伤]|中断|取消|身亡|关闭)"
)
_ruled_out = Cue(
    "排除(?!万难|障碍)[^,;。:!?]*|[与和跟同][^,;。:!?]{2,16}?(?:无关|无涉|没有关系|毫无关系|没有关联)|(?:并非|不是|而非|并不是|绝非)[^,;。:!?]*"
    "|[^,;。:!?]{2,14}(?:正常|完好|合格|(?<!不)符合(?:规定|标准|规范|要求))(?=[,;。:!?]|$)"
    "|[^,;。:!?]{2,10}(?:并)?(?:无|没有|未见|未有|未[验检测查]出)(?:任何|明显)?(?:异常|过失|缺陷|故障|问题|瑕疵|疏失|不当|不妥|违规|人为)"
    "|[^,;。:!?]{2,10}(?:不是|并非)(?:原因|主因|起因|肇因|元凶|祸首)"
)
_unsure = Cue("初步|怀疑|疑[似为因是]|可能|不排除|仍在调查|尚待|有待|据信|推测|不明|待查|恐")
_clause = re.compile("[,;。:!?]")


class Causes(NamedTuple):
    """The causes of a statement: their kinds, each with its words, and the phrases that tell them."""

    named: dict[str, str]
    ruled_out: dict[str, str]
    told: str
    """What the clauses with a word of causing say; '' where there is none."""
    cleared: tuple[str, ...]
    """The phrases that rule something out or find it in order."""
    cause: str
    """The phrase that names the one cause; '' where none does, or several do."""


_NONE = Causes({}, {}, "", (), "")


def relation(pair: Pair) -> Comparison | None:
    """A conflict when two statements put one thing down to causes of two kinds."""
    mine, theirs = causes(pair.a.key), causes(pair.b.key)
    for find in (_of_two_kinds, _cleared, _of_two_causes):
        for reason in find(pair, mine, theirs):
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(plain(reason),))
    return None


def _of_two_kinds(pair: Pair, mine: Causes, theirs: Causes) -> Iterator[str]:
    for one, other in ((mine, theirs), (theirs, mine)):
        for kind in one.named.keys() & other.ruled_out.keys():
            if kind not in other.named and of_one_thing(pair, one.named[kind], other.ruled_out[kind]):
                yield f"one puts it down to “{one.named[kind]}”, the other rules out “{other.ruled_out[kind]}”"
                return
    if len(mine.named) == 1 == len(theirs.named) and mine.named.keys() != theirs.named.keys():
        (kind, word), (another, other_word) = (next(iter(side.named.items())) for side in (mine, theirs))
        told = _speaks_of(kind, pair.b.key, theirs) or _speaks_of(another, pair.a.key, mine)
        if not told and of_one_thing(pair, word, other_word):
            yield f"one puts it down to “{word}”, the other to “{other_word}”"


def _speaks_of(kind: str, key: str, found: Causes) -> bool:
    """Whether a statement also speaks of a kind of cause, and not to rule it out."""
    return kind not in found.ruled_out and _kinds[kind].search(key) is not None


def _cleared(pair: Pair, mine: Causes, theirs: Causes) -> Iterator[str]:
    """What one puts it down to is found in order in the other, which puts it down to something else."""
    for one, other in ((mine, theirs), (theirs, mine)):
        for phrase in other.cleared if one.told else ():
            shared = pairs_of(_result.sub("", _bare(phrase))) & pairs_of(one.told) - pairs_of(other.told)
            word = next((two for two in sorted(shared) if not _common.search(two)), "")
            if word and not any(word in each for each in one.cleared) and of_one_thing(pair, word, least=1):
                yield f"one puts it down to “{word}”, the other clears it (“{phrase}”)"
                return


def _of_two_causes(pair: Pair, mine: Causes, theirs: Causes) -> Iterator[str]:
    """One cause in one statement, another with no character in common in the other."""
    one, other = mine.cause, theirs.cause
    if not one or not other or set(one) & set(other) - _LIGHT:
        return
    if one[-2:] in pair.b.key or other[-2:] in pair.a.key or not of_one_thing(pair, one, other, least=1):
        return
    yield f"one puts it down to “{one}”, the other to “{other}”"


_bare_lead = re.compile("^(?:排除|[与和跟同]|并非|不是|而非|并不是|绝非)了?")
_result = re.compile(
    "(?:一切|均|全[数部]|完全|运作|工作|操作|经?检[测查验]|化验|当时|也|都|系统|设备|并|任何|的?(?:嫌疑|因素|影响|责任|可能))*"
    "(?:正常|完好|合格|符合.*|[无没未].*|不是.*|并非.*)?$"
)
"""That it is in order, behind what is."""
_common = re.compile(
    "[^\u3400-\u9fff]|事故|调查|报告|当局|部门|现场|原因|主因|认定|检[测查验]|[的了是在于和与及或因为由所之而]"
)
_LIGHT = set("的了是在于和与及或因为由所之而")


def _bare(phrase: str) -> str:
    return _bare_lead.sub("", phrase)


_PHRASES = tuple(
    re.compile(pattern)
    for pattern in (
        "(?:是由于|(?:肇因|起因|缘|源)于|(?:起因|肇因|主因|祸首|元凶)[是为]|原因[是为]在?|起火点[是为在]|归因于|是因为?|系因)([^,;。:!?]{2,20})",
        "(?:由|因|系|是)([^,;。:!?]{2,20}?)(?:而形成|形成|所致|引起|引发|造成|导致|酿成|所引起|肇祸)",
        "(?:引燃|引发|引爆|造成|导致|引起|酿成|害死)[^,;。:!?]{1,10}的(?:就是|[是为乃])([^,;。:!?]{2,20})",
    )
)
_finding = Cue("(?:认定|判定|裁定|研判|鉴定|断定|查明|证实|确认)[^,;。:!?]{0,6}?[是为系属]([^,;。:!?]{2,20})")
"""What an inquiry finds: of a mishap, its cause."""
_mishap = Cue(
    "[亡死殁火灾祸坠堕翻覆塌崩撞爆溃伤溺沉漏]|断裂|故障|受阻|出轨|脱轨|中毒|腹泻|呕吐|停电|外泄|泄漏|事故|失事|追尾|当机|断桥|昏迷|走失"
)


def _one_cause(key: str) -> str:
    found = [match[1] for pattern in _PHRASES for match in pattern.finditer(key)]
    if not found and _mishap.search(key):
        found = [match[1] for match in _finding.finditer(key)]
    return _trail.sub("", found[0]) if len(found) == 1 else ""


_trail = re.compile("(?:所致|引起|引发|造成|导致|酿成)的?$")


@lru_cache(maxsize=1 << 12)
def causes(key: str) -> Causes:
    """The causes that a folded statement names and rules out."""
    found = _mishap.search(key) and (_finding.search(key) or _ruled_out.search(key))
    if _unsure.search(key) or not (found or _causing.search(key)):
        return _NONE
    cleared = tuple(_ruled_out.findall(key))
    ruled_out = {name: match[0] for said in cleared for name, match in _kinds_in(said)}
    rest = _ruled_out.sub("", key)
    telling = [clause for clause in _clause.split(rest) if _causing.search(clause) or _finding.search(clause)]
    named = {name: match[0] for clause in telling if _causing.search(clause) for name, match in _kinds_in(clause)}
    return Causes(named, ruled_out, ",".join(telling), cleared, _one_cause(rest))


def _kinds_in(text: str) -> Iterator[tuple[str, "re.Match[str]"]]:
    return ((name, match) for name, kind in _kinds.items() if (match := kind.search(text)))
