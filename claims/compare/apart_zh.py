"""Why a clash between two Chinese statements laid side by side is none: other rounds, parts, stages, or other words.

Two statements of one thing name its rounds, ends and stages by small words: 首日, 第三周, 半决赛, 北段, 累计. Where
each names another one, they tell of two things; where one is the other with that word changed, they still clash.
"""

import re

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.gist_zh import FULLER, gist
from claims.compare.values import Comparison
from claims.model import Facet, RelationKind
from evidence.text.fold import fold_key

VERSIONS = 0.75
"""From this closeness on, another round or part is what was changed."""
BUILT_ALIKE = 0.6
"""Below this closeness two statements are not built alike enough for their words to have changed places."""
_NUMBER = "一二三四五六七八九十\\d"
_FAMILIES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:第[{_NUMBER}]+|首|次|末|头[{_NUMBER}]+个?)(?:战|轮|周|天|日|场|局|季度?|集|节|盘|站|阶段|月)|首映|首播|首发|开幕战",
        "预赛|初赛|资格赛|小组赛|准决赛|半决赛|季军战|四强战?|八强战?|十六强|总决赛|(?<![准半总])决赛|附加赛",
        "[东西南北中前后上下左右](?:段|岸|站|门|侧|区|线|坡|口|塔|楼|翼|半场|半年|半部|游|院|集|册|卷|期)",
        "户籍|常住|流动人口",
        "(?:硕士|博士|本科)(?:研究生|生|班|课程)",
        "新建|二手|中古|新车|旧车",
        "上市|开盘|盘中|收盘|终场|早盘|午盘|尾盘",
        "[一二三四](?:期|审|读|季度)",
        "全年|上半年|下半年|[前首]三季|第[一二三四]季|[一二三四]季度",
        "上届|上一届|本届|今届|下届|补选|前一届",
        "内销|外销|出口|进口|国内|海外",
        "男子?组|女子?组|男单|女单|男双|女双|混双|团体",
        "成人|儿童|学生|长者|老人|幼童",
        "原[订定拟]|最初|起初|初步|一开始|头一个?[年月]|先前",
        "主角|配角|导演|编剧|主演|作曲|作词",
    )
)
_earlier = re.compile(
    r"原[订定拟]|最初|起初|初步|一开始|开始时|头[一两三]个?[年月周天]|首[日周月]|首个[年月周日]|赛前|出发|本来|当初"
)
_later = re.compile(
    r"后来|随后|其后|之后|翌[日年]|次[日年]|隔[天日年]|[天日周月年季]后|最终|终于|如今|目前|至今|事后|赛后|届时|延到|改为"
)
_cumulative = re.compile(r"累计|合计|总计|[一二两三四五六七八九十\d]+年(?:累计|间|来|内)|历年")
_recent = re.compile(r"去年|今年|前年|上月|本月|单日|单月|当天|昨天|首日")
_past = re.compile(r"上届|上一届|上次|前次|上一次|前一年|前一届|往年")
_implied = re.compile(
    r"禁止?|停[止办用]|断|绝版|拒绝|除了|以外|之外|仅|只有|唯有|终身|舍|捨|取消|缺乏|缺席|之前|以前|否决|告吹|破局|免除|免于"
)
_comparatives = frozenset(
    words.stem(word)
    for word in [
        "高于",
        "低于",
        "多于",
        "少于",
        "大于",
        "小于",
        "早于",
        "晚于",
        "超过",
        "不到",
        "优于",
        "不如",
        "多",
        "少",
        "早",
        "晚",
        "高",
        "低",
        "大",
        "小",
        "长",
        "短",
        "先",
        "后",
    ]
)


def other_thing(pair: Pair) -> bool:
    """Whether two statements tell of other rounds, parts or stages of one thing."""
    return pair.closeness < VERSIONS and (_parts(pair) or _stages(pair))


def other_words(pair: Pair, found: Comparison) -> bool:
    """Whether what seems to clash is only said otherwise: not open, forbidden; more than B, less than A."""
    if found.facet is Facet.POLARITY:
        return _denied_otherwise(pair, found)
    return _no_exchange(pair, found) if found.facet is Facet.IDENTITY else _same_figures(pair, found)


def _parts(pair: Pair) -> bool:
    texts = _written(pair)
    for family in _FAMILIES:
        mine, theirs = (set(family.findall(side)) for side in texts)
        if mine and theirs and mine.isdisjoint(theirs):
            return True
    return False


def _stages(pair: Pair) -> bool:
    """Whether one tells of the beginning and the other of later, or one of all and the other of a part."""
    texts = _written(pair)
    for one, other in (texts, texts[::-1]):
        if _earlier.search(one) and _later.search(other):
            return True
        if _cumulative.search(one) and _recent.search(other) and not _recent.search(one):
            return True
        if _past.search(one) and not _past.search(other):
            return True
    return False


def _written(pair: Pair) -> tuple[str, str]:
    return fold_key(pair.a.text), fold_key(pair.b.text)


_only = re.compile("only one of them|denies it")


def _denied_otherwise(pair: Pair, found: Comparison) -> bool:
    """Whether the one without the negation negates by a word of its own: not open, forbidden."""
    if len(pair.contraries) > 1 and _begins_otherwise(pair):
        return True  # lost to B at home, beat A away
    if not _only.search(found.reasons[0]):
        return False
    denied = words.negations()
    both = denied & pair.left.seen & pair.right.seen
    if both and "denies" in found.reasons[0]:
        return True
    sides = [(side.tokens, fold_key(side.text)) for side in (pair.a, pair.b)]
    plain = [text for tokens, text in sides if denied.isdisjoint(tokens.seen)]
    other = [text for tokens, text in sides if not denied.isdisjoint(tokens.seen)]
    if len(plain) != 1 or len(other) != 1:
        return False
    if _sole.search(plain[0]) and not _sole.search(other[0]):
        return True
    return pair.closeness < VERSIONS and bool(_implied.search(plain[0]))


def _begins_otherwise(pair: Pair) -> bool:
    return len({next(iter(tokens.content_stems()), "") for tokens in (pair.left, pair.right)}) > 1


_sole = re.compile("只有|仅有|唯有|除")


def _same_figures(pair: Pair, found: Comparison) -> bool:
    """Whether both give just the same figures, in sentences of their own build: matched wrongly rather than changed."""
    if found.facet is not Facet.QUANTITY:
        return False
    mine, theirs = (
        sorted((str(one.low), str(one.high), one.unit or "") for one in side.quantities) for side in (pair.a, pair.b)
    )
    left, right = (sorted(text) for text in _written(pair))
    return mine == theirs and len(mine) > 1 and left != right and pair.closeness < SAME_BUILD


SAME_BUILD = 0.9
"""From this closeness on, figures that changed places were exchanged."""


_titles = frozenset({"某", "姓", "氏"})
_quoted = re.compile("“([^”]*)”")


def _no_exchange(pair: Pair, found: Comparison) -> bool:
    """Whether what is said to have changed places is no phrase of the two, or turns a comparison about."""
    phrases = _quoted.findall(found.reasons[0])
    if not _titles.isdisjoint(phrases):
        return True
    if "exchanged" not in found.reasons[0]:
        return False
    if pair.closeness < BUILT_ALIKE:
        return True
    if {words.stem(each) for each in phrases} <= _comparatives:
        return True
    mine, theirs = _written(pair)
    if sorted(mine) == sorted(theirs):
        return False
    return not all(each in mine and each in theirs for each in phrases)


_CLASSES = ("肺炎", "太平洋", "博士", "木造", "宋代", "红色")
"""One member of each class of which a thing has only one: what it died of, where it flows, of what it is made."""


def rivals(pair: Pair) -> Comparison | None:
    """A conflict when two statements of one subject name different members of such a class."""
    if pair.other_subject or gist(pair).about < SUBJECT or gist(pair).ratio >= FULLER:
        return None
    kinds = frozenset().union(*(words.classes().get(words.stem(one), frozenset()) for one in _CLASSES))
    for mine, theirs in pair.contrasts:
        if kinds & words.classes().get(mine, frozenset()) & words.classes().get(theirs, frozenset()):
            reason = f"“{mine}” stands where the other has “{theirs}”"
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(reason,))
    return None


SUBJECT = 3
"""Fewest characters of the stretch that names what both are about."""


_denial = re.compile("并未|并无|并没有?|并非|从未|从没|尚未|没有|不会|不再|绝无|绝非|否认|未曾|未")
_filler = re.compile("(?:有|会|能|曾|再|要|任何|被|遭|过|其|是)*")


def denied(pair: Pair) -> Comparison | None:
    """A conflict when one statement denies, in the same characters, what the other says of one subject."""
    found = gist(pair)
    if found.about < SUBJECT - 1:
        return None
    for one, other in (_written(pair), _written(pair)[::-1]):
        if _denial.search(other) or _sole.search(other):
            continue
        for match in _denial.finditer(one):
            start = _filler.match(one, match.end())
            at = start.end() if start else match.end()
            said = one[at : at + 2]
            if len(said) == DENIED and said in other and all("\u3400" < char < "\ua000" for char in said):
                reason = f"only one of them says “{match[0]}”"
                return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(reason,))
    return None


DENIED = 2
"""Characters after a denial that the other statement must have."""
