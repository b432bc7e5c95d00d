"""Of whom and of what contraries are said: of somebody and his secretary, of two rivals, of two stages of one thing."""

from functools import cache

from claims.compare.alignment import Pair
from claims.compare.facets.contraries import contraries
from claims.compare.facets.scope import own_names
from claims.compare.values import Features
from claims.features.cues import alternation, table
from evidence.text import lazy_re as re

_clause = re.compile("[^,;:。.!?()]+")
_STAGES = (("发布", "解除"), ("开幕", "闭幕"), ("开始", "结束"), ("失联", "寻获"), ("失踪", "寻获"), ("发射", "回收"))
"""What follows upon the other in the course of one thing."""
_meets = re.compile("击败|战胜|力克|大胜|险胜|不敌|负于|输给|惜败|爆冷")
_beaten = re.compile(r"^[给于]?([\u3400-\u9fff]{2,4})")
_pairs = re.compile(r"(?=([\u3400-\u9fff]{2}))")


def of_two_things(pair: Pair) -> str | None:
    """Where contrary words of two Chinese statements are said of two things, or of two stages of one."""
    if pair.a.language != "zh" or not contraries(pair):
        return None
    i, j = contraries(pair)[0]
    mine, theirs = pair.left.words[i], pair.right.words[j]
    if any({mine, theirs} == set(stages) for stages in _STAGES):
        return f"“{mine}” and “{theirs}” are stages of one thing"
    for one, other in (
        (_rival(pair.left.words[i], pair.a), _rival(pair.right.words[j], pair.b)) for i, j in contraries(pair)
    ):
        if one and other and not set(one) & set(other):
            return f"one is about “{one}”, the other about “{other}”"
    if pair.given:
        return None  # asked already: arguments_zh
    said = [_said_of(side.key, word) for side, word in ((pair.a, mine), (pair.b, theirs))]
    return "the contraries are said of two things" if all(said) and said[0].isdisjoint(said[1]) else None


def _rival(word: str, side: Features) -> str:
    """Whom somebody beat or lost to, right behind that word; '' where it is another word, or nobody is named there."""
    at = side.key.find(word) if _meets.match(word) else -1
    found = _beaten.match(side.key[at + len(word) :]) if at >= 0 else None
    return found[1] if found else ""


def _said_of(key: str, word: str) -> frozenset[str]:
    """The pairs of characters in the clause of a word, without the word's own."""
    clause = next((clause for clause in _clause.findall(key) if word in clause), "")
    return frozenset(two for part in clause.split(word) for two in _pairs.findall(part))


_kin = re.compile(
    r"([\u3400-\u9fff]{2})的(秘书|助理|妻子|丈夫|太太|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|前妻|前夫|律师|发言人"
    r"|幕僚|司机|友人|同伙|家属|家人|亲属|亲信)"
)
_part = re.compile("(?:中心|委员会|小组|部门?|分公司|子公司|工会|基金会|学院|分行|支部)$")
LEAST = 3
"""So many characters at least name what a part belongs to."""


def of_somebody_else(pair: Pair) -> str | None:
    """Where one tells of somebody, and the other of somebody who belongs to them or bears another name."""
    names = own_names(pair)
    if names is not None and (pair.other_subject or all(_person().fullmatch(name) for name in names)):
        return f"one is about “{names[0]}”, the other about “{names[1]}”"
    for side, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if (whom := _belongs(side, other)) is not None:
            return f"only one is about “{whom}”"
    return None


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"{alternation(table('names', 'zh')['surname'])}[\u3400-\u9fff]{{2}}")


def _belongs(side: Features, other: Features) -> str | None:
    """Whom or what only one statement is about that belongs to what the other is about: her husband, its union."""
    for whose, kin in _kin.findall(side.key):
        if whose in other.key and kin not in other.key:
            return f"{whose}的{kin}"
    for name in side.names:
        part = _part.search(name)
        if part and part.start() >= LEAST and name not in other.key and name[:LEAST] in other.key:
            return name
    return None
