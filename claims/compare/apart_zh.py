"""Why a clash between two Chinese statements laid side by side is none: other rounds, parts, stages, or other words.

Two statements of one thing name its rounds, ends and stages by small words: 首日, 第三周, 半决赛, 北段, 累计. Where
each names another one, they tell of two things; where one is the other with that word changed, they still clash.
"""

import re
from functools import lru_cache

from claims.compare import arguments_zh, converse_zh, denied_zh, held_zh, moves_zh, once_zh, order_zh, quantity, words
from claims.compare.alignment import Pair
from claims.compare.gist_zh import FULLER, gist
from claims.compare.needed import Needing, pieces_of
from claims.compare.units_zh import shared_units
from claims.compare.values import Comparison, Verdict, written
from claims.model import Facet, RelationKind

VERSIONS = 0.75
"""From this closeness on, another round or part is what was changed."""
BUILT_ALIKE = 0.6
"""Below this closeness two statements are not built alike enough for their words to have changed places."""
_NUMBER = "一二三四五六七八九十\\d"
_FAMILIES = Needing(
    (
        rf"(?:第[{_NUMBER}]+|首|次|末|头[{_NUMBER}]+个?)(?:战|轮|周|天|日|场|局|季度?|集|节|盘|站|阶段|月)|首映|首播|首发|开幕战",
        "预赛|初赛|资格赛|小组赛|准决赛|半决赛|季军战|四强战?|八强战?|十六强|总决赛|(?<![准半总])决赛|附加赛",
        "[东西南北中前后上下左右](?:段|岸|站|门|侧|区|线|坡|口|塔|楼|翼|半场|半年|半部|游|院|集|册|卷|期)",
        "户籍|常住|流动人口",
        "城[东西南北]",
        "夏季|冬季|冬奥|夏奥|春季|秋季",
        "(?:硕士|博士|本科)(?:研究生|生|班|课程)",
        "新建|二手|中古|新车|旧车",
        "上市|开盘|盘中|收盘|终场|早盘|午盘|尾盘",
        "[一二三四](?:期|审|读|季度)",
        "全年|上半年|下半年|[前首]三季|第[一二三四]季|[一二三四]季度|首季",
        "上届|上一届|本届|今届|下届|补选|前一届",
        "内销|外销|出口|进口|国内|海外",
        "男子?组|女子?组|男单|女单|男双|女双|混双|团体",
        "成人|儿童|学生|长者|老人|幼童",
        "原[订定拟]|最初|起初|初步|一开始|头一个?[年月]|先前",
        "主犯|主嫌|从犯|共犯|帮凶",
        "原告|被告|上诉人",
        "总成绩|总排名|总积分|总榜|单站|分站|站冠军|[一二三四五六七八九十\\d]站",
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
_past = re.compile(r"上届(?!冠军|得主|盟主|霸主)|上一届|上次|前次|上一次|前一年|前一届|往年")
_COMPARATIVES = "高于 低于 多于 少于 大于 小于 早于 晚于 超过 不到 优于 不如 多 少 早 晚 高 低 大 小 长 短 先 后"
_comparatives = frozenset(words.stem(word) for word in _COMPARATIVES.split())


def other_thing(pair: Pair) -> bool:
    """Whether two statements tell of other rounds, parts or stages of one thing."""
    return pair.closeness < VERSIONS and (_parts(pair) or _stages(pair))


def other_words(pair: Pair, found: Comparison) -> bool:
    """Whether what seems to clash is only said otherwise: not open, forbidden; more than B, less than A."""
    if found.facet is Facet.POLARITY:
        return _denied_otherwise(pair, found) or converse_zh.told_both_ways(pair)
    if found.facet is Facet.DATE:
        return once_zh.other_stages(pair)
    if found.facet is Facet.CERTAINTY:
        return held_zh.held(pair) is not None or any(_unheard.search(side.key) for side in (pair.a, pair.b))
    if found.facet is Facet.IDENTITY and converse_zh.told_both_ways(pair):
        return True
    if found.facet is Facet.IDENTITY and (_kin_turned(found) or _both_offices(pair, found)):
        return True
    return _no_exchange(pair, found) if found.facet is Facet.IDENTITY else _same_figures(pair, found)


_unheard = re.compile("前所未[知有见闻]|闻所未闻|未知数")
"""Never known before: no doubt about what is told."""
_PARENTS, _CHILDREN = (
    {"父亲", "母亲", "父母", "爸爸", "妈妈"},
    {"儿子", "女儿", "长子", "长女", "独子", "独生子", "独生女"},
)


def _kin_turned(found: Comparison) -> bool:
    """Whether one tells of the parent what the other tells of the child: his father is a judge, a judge's son."""
    said = set(_quoted.findall(found.reasons[0]))
    return bool(said & _PARENTS) and bool(said & _CHILDREN)


def _both_offices(pair: Pair, found: Comparison) -> bool:
    """Whether the one that tells of the deputy also tells of the one whom he stands in for."""
    said = [each.replace(" ", "") for each in _quoted.findall(found.reasons[0])]
    deputy = next((each for each in said if each.startswith("副")), "")
    if not deputy:
        return False
    if pair.closeness < VERSIONS:
        return True
    return any(deputy in key and deputy[1:] in key.replace(deputy, "") for key in (pair.a.key, pair.b.key))


def _parts(pair: Pair) -> bool:
    mine = _named_parts(written(pair.a))
    theirs = _named_parts(written(pair.b)) if mine else {}
    return any(mine[family].isdisjoint(theirs[family]) for family in mine.keys() & theirs.keys())


_lies = re.compile("(?:位于|坐落于?|地处|处于)[^,;。:!?]*")
"""Where a thing lies is no part of it."""


@lru_cache(maxsize=1 << 12)
def _named_parts(text: str) -> dict[int, frozenset[str]]:
    """The rounds, parts and stages that a statement names, by their family."""
    text = _lies.sub("", text)
    found = ((number, frozenset(family.findall(text))) for number, family in _FAMILIES.may(pieces_of(text)))
    return {number: named for number, named in found if named}


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
    return written(pair.a), written(pair.b)


def _denied_otherwise(pair: Pair, found: Comparison) -> bool:
    """Whether the one without the negation negates by a word of its own: not open, forbidden."""
    if found.reasons[0].startswith("one says") and _no_contraries(pair, found):
        return True
    if moves_zh.both_move(_quoted.findall(found.reasons[0])):
        return moves_zh.relation(pair) is None
    if pair.closeness < VERSIONS and _of_two(pair, found.reasons[0]):
        return True
    if len(pair.contraries) > 1 and _begins_otherwise(pair):
        return True  # lost to B at home, beat A away
    only_one = found.reasons[0].startswith("only one of them")
    if not only_one:
        return False
    keys = (pair.a.key, pair.b.key)
    if bool(_sole.search(keys[0])) != bool(_sole.search(keys[1])) or any(_twice.search(key) for key in keys):
        return True
    return pair.closeness < VERSIONS and denied_zh.relation(pair) is None


def _of_two(pair: Pair, reason: str) -> bool:
    """Whether the contraries of a reason are said of two things."""
    said = _quoted.findall(reason)
    if len(said) < PAIR:
        return False
    if arguments_zh.of_other_objects(pair, *said[:PAIR]):
        return True
    return arguments_zh.apart(pair, *said[:PAIR]) or arguments_zh.of_nothing_shared(pair, *said[:PAIR])


PAIR = 2
"""A word of each statement."""


_modal = re.compile("[须需可能会应得要共全总]")
_about = re.compile("one is about “([^”]*)”, the other about “([^”]*)”")
ONE_BUILD, WEIGHTY = 0.6, 0.6


def only_put_otherwise(pair: Pair, found: Comparison) -> Comparison | None:
    """The conflict of two figures that seemed to be of two things, told apart only by how a rule or a skill is put."""
    told_apart = _about.search(" ".join(found.reasons))
    if pair.closeness < ONE_BUILD or told_apart is None or not any(_modal.search(each) for each in told_apart.groups()):
        return None
    clashes = [one for one in quantity.findings(pair) if one.verdict is Verdict.CONFLICT and one.weight >= WEIGHTY]
    if not clashes:
        return None
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6, reasons=(clashes[0].reason,))


_CONVERSE = (
    "多于 少于 高于 低于 大于 小于 早于 晚于 先于 迟于 优于 逊于 胜 负 赢 输 击败 不敌 败给 夺冠 "
    "买入 卖出 购入 售出 借入 借出"
)
_converse = frozenset(words.stem(word) for word in _CONVERSE.split())
"""Words whose contrary says the same of exchanged parties."""


def _no_contraries(pair: Pair, found: Comparison) -> bool:
    """Whether two words that seem contrary are not: both are said by one, one is denied, or the parties changed."""
    mine, theirs = [*_quoted.findall(found.reasons[0]), "", ""][:2]
    if not mine or not theirs:
        return False
    if mine in pair.b.key or theirs in pair.a.key:
        return True
    keys = (pair.a.key, pair.b.key)
    if any(re.search(f"{word}(?:之?后|以后)", key) for word, key in zip((mine, theirs), keys, strict=True)):
        return True  # after the divorce: told of as past
    if any(_rest.search(one) and _sole.search(other) for one, other in (keys, keys[::-1])):
        return True  # only one survived, all died but one, most died
    if any(_describes(word, key) for word, key in zip((mine, theirs), keys, strict=True)):
        return True
    denied = [bool(re.search(f"{_UNDOING}{word}", side.key)) for word, side in ((mine, pair.a), (theirs, pair.b))]
    if denied[0] != denied[1]:
        return True
    return turned_about(pair)


def _describes(word: str, key: str) -> bool:
    """Whether a word only describes whom a clause begins with: 落败的候选人."""
    return bool(re.search(f"(?:^|[,;。:!?]){re.escape(word)}的(?![,;。:!?]|$)", key))


def turned_about(pair: Pair) -> bool:
    """Whether the parties changed places around such a word: A beat B, B lost to A."""
    for i, j in pair.contraries:
        if {pair.left.stems[i], pair.right.stems[j]} <= _converse:
            return any((k < i) != (m < j) for k, m in [*pair.moved, *pair.matched] if pair.left.content[k])
    return False


_UNDOING = "(?:[未没不无非少拒]|禁止|停止|避免|防止|拒绝|严禁|不得)"
"""What turns the word behind it into its contrary."""
_rest = re.compile("除|大部分|大多|多数|其余|大半|绝大")
_sole = re.compile("只有|仅有?|唯有|除")
_twice = re.compile("没有?人不|无人不|没有?不|无不|莫不|不得不|不能不|不会不|非[^,;。]{1,8}不可")
"""Denials of a denial."""


def _begins_otherwise(pair: Pair) -> bool:
    return len({next(iter(tokens.content_stems()), "") for tokens in (pair.left, pair.right)}) > 1


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
    if order_zh.one_clause(pair) and not order_zh.anchored(pair):
        return True
    if pair.closeness < BUILT_ALIKE:
        return True
    if {words.stem(each) for each in phrases} <= _comparatives:
        return True
    mine, theirs = _written(pair)
    if sorted(mine) == sorted(theirs):
        return order_zh.rearranged(pair)
    return not all(each in mine and each in theirs for each in phrases)


_CLASSES = ("肺炎", "太平洋", "博士", "木造", "宋代", "红色", "金牌")
"""One member of each class of which a thing has only one: what it died of, where it flows, of what it is made."""


def rivals(pair: Pair) -> Comparison | None:
    """A conflict when two statements of one subject name different members of such a class."""
    if (
        gist(pair).about < SUBJECT
        or gist(pair).ratio >= FULLER
        or (pair.other_subject and len(shared_units(pair)) < SUBJECT)
    ):
        return None
    kinds = frozenset().union(*(words.classes().get(words.stem(one), frozenset()) for one in _CLASSES))
    for mine, theirs in pair.contrasts:
        if kinds & words.classes().get(mine, frozenset()) & words.classes().get(theirs, frozenset()):
            reason = f"“{mine}” stands where the other has “{theirs}”"
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(reason,))
    return None


def contraries(pair: Pair) -> Comparison | None:
    """A conflict when two or more words of one are contradicted by the other, each by its contrary."""
    if len(pair.contraries) < MANY or turned_about(pair) or len(shared_units(pair)) < MANY:
        return None
    said = [(pair.left.words[i], pair.right.words[j]) for i, j in pair.contraries]
    for mine, theirs in said:
        if any(re.search(f"{_UNDOING}{word}", side.key) for word, side in ((mine, pair.a), (theirs, pair.b))):
            return None
    reason = f"one says “{said[0][0]}” and “{said[1][0]}”, the other “{said[0][1]}” and “{said[1][1]}”"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(reason,))


MANY = 2
"""So many contraries need no other shared content."""


SUBJECT = 2
"""Fewest characters of the stretch that names what both are about."""
