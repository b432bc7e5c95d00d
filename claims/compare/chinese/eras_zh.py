"""Dynasties, reigns and wars against years: built under the Ming, built in 1712; opened after the war, in 1949."""

from math import inf
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.once_zh import events_in
from claims.compare.chinese.units_zh import units
from claims.compare.chinese.when_zh import beside
from claims.compare.needed import Cue
from claims.compare.tokens import DATE
from claims.compare.values import Comparison, Features
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_ERAS = {
    "秦": (-221, -206), "西汉": (-206, 9), "东汉": (25, 220), "汉": (-206, 220), "三国": (220, 280), "西晋": (266, 316),
    "东晋": (317, 420), "晋": (266, 420), "南北朝": (420, 589), "北魏": (386, 535), "隋": (581, 619), "唐": (618, 907),
    "五代": (907, 979), "北宋": (960, 1127), "南宋": (1127, 1279), "宋": (960, 1279), "辽": (916, 1125),
    "金": (1115, 1234), "西夏": (1038, 1227), "元": (1271, 1368), "明": (1368, 1644), "清": (1636, 1912),
    "洪武": (1368, 1398), "永乐": (1403, 1424), "宣德": (1426, 1435), "成化": (1465, 1487), "嘉靖": (1522, 1566),
    "万历": (1573, 1620), "崇祯": (1628, 1644), "顺治": (1644, 1661), "康熙": (1662, 1722), "雍正": (1723, 1735),
    "乾隆": (1736, 1796), "嘉庆": (1796, 1820), "道光": (1821, 1850), "咸丰": (1851, 1861), "同治": (1862, 1874),
    "光绪": (1875, 1908), "宣统": (1909, 1912), "日治": (1895, 1945), "日据": (1895, 1945), "民国": (1912, 1949),
}  # fmt: skip
"""First and last year of each; a few years overlap where two ruled at once."""
_EVENTS = {
    "第一次世界大战|一战|欧战": (1914, 1918), "第二次世界大战|二次大战|二战": (1939, 1945),
    "抗日战争|抗战|卢沟桥事变": (1937, 1945), "太平洋战争": (1941, 1945), "国共内战|解放战争": (1946, 1949),
    "鸦片战争": (1840, 1842), "太平天国": (1851, 1864), "甲午战争": (1894, 1895), "戊戌变法": (1898, 1898),
    "义和团": (1899, 1901), "日俄战争": (1904, 1905), "辛亥革命": (1911, 1912), "五四运动": (1919, 1919),
    "西安事变": (1936, 1936), "新中国成立|中华人民共和国成立|共和国成立": (1949, 1949), "大跃进": (1958, 1960),
    "文化大革命|文革": (1966, 1976), "改革开放": (1978, 1978),
    "朝鲜战争|韩战": (1950, 1953), "越南战争|越战": (1955, 1975),
    "冷战": (1947, 1991), "苏联解体": (1991, 1991), "柏林墙倒塌": (1989, 1989), "香港回归|九七回归": (1997, 1997),
    "澳门回归": (1999, 1999), "戒严时期": (1949, 1987), "解严": (1987, 1987), "明治维新": (1868, 1868),
    "南北战争": (1861, 1865), "美国独立战争|独立战争": (1775, 1783),
    "法国大革命": (1789, 1799), "普法战争": (1870, 1871),
    "俄国革命|十月革命": (1917, 1917), "大萧条": (1929, 1939),
    "维多利亚时代": (1837, 1901), "克里米亚战争": (1853, 1856),
    "西班牙内战": (1936, 1939), "三十年战争": (1618, 1648), "九一八事变": (1931, 1931), "七七事变": (1937, 1937),
}  # fmt: skip
"""First and last year of wars and upheavals by their names."""
_YEARS = {name: years for names, years in _EVENTS.items() for name in names.split("|")}
_single = "秦汉晋隋唐宋辽金元明清"
_named = "|".join(name for name in _ERAS if len(name) > 1)
_event = "|".join(sorted(_YEARS, key=len, reverse=True))
_era = Cue(
    f"(?P<era>{_named})(?:朝|代|年间|时期|时代|皇帝)|(?P<short>[{_single}])(?:朝|代|[初末]年?|中叶)|(?P<event>{_event})"
)
_side = re.compile(
    "(?:(?P<end>结束|终结|完结|胜利|落幕|灭亡|覆灭|覆亡)|(?P<start>爆发|开始|开战|打响|发生))?(?:的?时候|当年)?"
    "(?:[之以]?(?P<way>[前后])(?!期|线|方|夕)|(?P<since>[之以]来))?"
)


_during = re.compile("(?<=时期)|(?<=时代)|期间|时期|以来|之际|(?:当|正)?中(?!国|央)|时(?!代|候)")


class Era(NamedTuple):
    """The years of an era and its name."""

    low: float
    high: float
    text: str
    at: int


def relation(pair: Pair) -> Comparison | None:
    """Whether the year of one statement lies in, before or after the era that the other names for the same deed."""
    for claim, sentence, turned in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        eras = eras_of(claim.key)
        if len(eras) != 1 or claim.dates or not sentence.dates:
            continue
        era = eras[0]
        if any(each.text == era.text for each in eras_of(sentence.key)):
            continue
        dated = _year(claim, sentence, era)
        if dated is None or (inf in (-era.low, era.high) and dated[0] in (era.low, era.high)):
            continue  # in the year in which the war ended
        year, said = dated
        if era.low <= year <= era.high:
            return Comparison(
                kind=RelationKind.REFINES,
                facet=Facet.DATE,
                score=0.6,
                direction="a_to_b" if turned else "b_to_a",
                reasons=(f"“{said}” lies within “{era.text}”",),
            )
        reason = f"“{said}” does not lie within “{era.text}”"
        return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.DATE, score=0.6, reasons=(reason,))
    return None


def eras_of(key: str) -> list[Era]:
    """The eras that a statement names, and the times before and after them."""
    found = []
    for match in _era.finditer(key):
        name = match["era"] or match["short"]
        low, high = _ERAS[name] if name else _YEARS[match["event"]]
        side = _side.match(key, match.end())
        if match["event"] and not (side and side["way"]) and not _during.match(key, match.end()):
            continue  # a veteran of the war
        text = match[0] + (side[0] if side else "")
        found.append(Era(*_beside(low, high, side), text, match.start()))
    return found


def _beside(low: int, high: int, side: "re.Match[str] | None") -> tuple[float, float]:
    """The years that an era leaves with what follows its name: until it ends, from its outbreak on."""
    if side is None or not (side["way"] or side["since"]):
        return low, high
    edge = high if side["end"] or (side["way"] == "后" and not side["start"]) else low
    return (-inf, edge) if side["way"] == "前" else (edge, inf)


_clause = re.compile("[,;。:!?()]")


def _year(claim: Features, sentence: Features, era: Era) -> tuple[int, str] | None:
    """The year that the sentence gives for what the claim tells of the era."""
    before = _clause.split(claim.key[: era.at])[-1]
    after = _clause.split(claim.key[era.at + len(era.text) :])[0]
    deed = {char for char in before[-3:] + after[:3] if "\u3400" < char < "\ua000"}
    kinds = events_in(claim.key)
    best: tuple[float, int, str] | None = None
    places = [at for at, char in enumerate(sentence.key) if char == DATE]
    for number, (at, one) in enumerate(zip(places, sentence.dates, strict=False)):
        if not one.first:
            continue
        near = beside(sentence.key, at, places[number - 1] if number else -1, places[number + 1 : number + 2])
        here = events_in(near)
        if kinds and here and kinds.isdisjoint(here):
            continue
        fit = len(deed & set(near)) + 0.5 * len(units(claim.key) & units(near)) - 0.01 * number
        fit += KIND * bool(kinds & here)
        if best is None or fit > best[0]:
            best = fit, int(one.first[:4]), one.text
    return best[1:] if best and best[0] >= 1 else None


KIND = 2
