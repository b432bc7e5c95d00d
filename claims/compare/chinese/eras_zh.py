"""Dynasties and reigns against years: built under the Ming, built in 1712."""

import re
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.units_zh import units
from claims.compare.needed import Cue
from claims.compare.tokens import DATE
from claims.compare.values import Comparison, Features
from claims.model import Facet, RelationKind

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
_single = "秦汉晋隋唐宋辽金元明清"
_named = "|".join(name for name in _ERAS if len(name) > 1)
_era = Cue(f"(?P<era>{_named})(?:朝|代|年间|时期|时代|皇帝)|(?P<short>[{_single}])(?:朝|代|[初末]年?|中叶)")


class Era(NamedTuple):
    """The years of an era and its name."""

    low: int
    high: int
    text: str
    at: int


def relation(pair: Pair) -> Comparison | None:
    """Whether the year of one statement lies in the era that the other names for the same deed."""
    for claim, sentence, turned in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        eras = eras_of(claim.key)
        if len(eras) != 1 or claim.dates or not sentence.dates:
            continue
        era = eras[0]
        if any(each.text == era.text for each in eras_of(sentence.key)):
            continue
        dated = _year(claim, sentence, era)
        if dated is None:
            continue
        year, said = dated
        if era.low <= year <= era.high:
            return Comparison(
                kind=RelationKind.REFINES,
                facet=Facet.DATE,
                score=0.6,
                direction="a_to_b" if turned else "b_to_a",
                reasons=(f"“{said}” lies within “{era.text}”",),
            )
        reason = f"“{era.text}” and “{said}” are different times"
        return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.DATE, score=0.6, reasons=(reason,))
    return None


def eras_of(key: str) -> list[Era]:
    """The eras that a statement names."""
    found = []
    for match in _era.finditer(key):
        name = match["era"] or match["short"]
        low, high = _ERAS[name]
        found.append(Era(low, high, match[0], match.start()))
    return found


_clause = re.compile("[,;。:!?()]")


def _year(claim: Features, sentence: Features, era: Era) -> tuple[int, str] | None:
    """The year that the sentence gives for what the claim tells of the era."""
    before = _clause.split(claim.key[: era.at])[-1]
    after = _clause.split(claim.key[era.at + len(era.text) :])[0]
    deed = {char for char in before[-3:] + after[:3] if "\u3400" < char < "\ua000"}
    best: tuple[float, int, str] | None = None
    number = -1
    for clause in _clause.split(sentence.key):
        for _ in range(clause.count(DATE)):
            number += 1
            if number >= len(sentence.dates):
                break
            first = sentence.dates[number].first
            if not first:
                continue
            fit = len(deed & set(clause)) + 0.5 * len(units(claim.key) & units(clause)) - 0.01 * number
            if best is None or fit > best[0]:
                best = fit, int(first[:4]), sentence.dates[number].text
    return best[1:] if best and best[0] >= 1 else None
