"""Whether two Chinese statements tell of other rounds, parts or stages of one thing: 首日, 半决赛, 北段, 累计."""

from functools import lru_cache

from claims.compare.alignment import Pair
from claims.compare.needed import Cue, Needing, pieces_of
from claims.compare.values import written
from evidence.text import lazy_re as re

VERSIONS = 0.75
"""From this closeness on, another round or part is what was changed."""
_NUMBER = "一二两三四五六七八九十\\d"
_FAMILIES = Needing(
    (
        rf"(?:第[{_NUMBER}]+|首|次|末|[头前后][{_NUMBER}]+个?)(?:战|轮|周|天|日|场|局|季度?|集|节|盘|站|阶段|月)|首映|首播|首发|开幕战",
        "预赛|初赛|资格赛|小组赛|准决赛|半决赛|季军战|四强战?|八强战?|十六强|总决赛|(?<![准半总])决赛|附加赛",
        "[东西南北中前后上下左右](?:段|岸|站|门|侧|区|线|坡|口|塔|楼|翼|半场|半年|半部|游|院|集|册|卷|期)",
        "户籍|常住|流动人口",
        "城[东西南北]",
        "平日|周末|(?<!例)假日",
        "夏季|冬季|冬奥|夏奥|春季|秋季",
        "(?:硕士|博士|本科)(?:研究生|生|班|课程)",
        "新建|二手|中古|新车|旧车",
        "上市|开盘|盘中|收盘|终场|早盘|午盘|尾盘",
        "[一二三四](?:期|审|读|季度)",
        "(?:第[一二三四五六七八九十]|(?<![\\u3400-\\u9fff])[一二三四五六七八九十])代(?![表价替理人目])",
        "全年|上半年|下半年|[前首]三季|第[一二三四]季|[一二三四]季度|首季",
        "上届|上一届|本届|今届|下届|补选|前一届",
        "内销|外销|出口|进口|国内|海外",
        "男子?组|女子?组|男单|女单|男双|女双|混双|团体|(?<![男女])单打|(?<![男女])双打",
        "主场(?!作战的)|客场",
        "成人|儿童|学生|长者|老人|幼童",
        "(?<![比较按照依如])原[订定拟]|最初|起初|初步|一开始|头一个?[年月]|先前",
        "主犯|主嫌|从犯|共犯|帮凶",
        "原告|被告|上诉人",
        "总成绩|总排名|总积分|总榜|单站|分站|站冠军|[一二三四五六七八九十\\d]站",
        "主角|配角|导演|编剧|主演|作曲|作词",
        rf"(?:第[{_NUMBER}]+|首|头)(?:批|枚|波|次|起|宗|件|条|座|梯次|架|艘|号机)",
        "上半场|下半场|补时|加时|第\\d+分钟",
        "众议院|下议院|下院|参议院|上议院|上院|(?:财政|司法|内政|教育|外交|经济|卫环|程序|审查|专责|常务|常设)[^,;。]{0,4}委员会|全体(?:会议|大会)|院会",
    )
)
_earlier = Cue(
    r"(?<![比较按照依如])原[订定拟]|最初|起初|初步|一开始|开始时|头[一两三]个?[年月周天]|首[日周月]|首个[年月周日]|赛前|出发|本来|当初"
)
_later = re.compile(
    r"后来|随后|其后|之后|翌[日年]|次[日年]|隔[天日年]|[天日周月年季]后|最终|终于|如今|目前|至今|事后|赛后|届时|延到|改为"
)
_cumulative = Cue(r"累计|合计|总计|[一二两三四五六七八九十\d]+年(?:累计|间|来|内)|历年")
_recent = re.compile(r"去年|今年|前年|上月|本月|单日|单月|当天|昨天|首日")
_again = Cue("复[验检测]|重[验测]|补考|(?:改善|补件|整改|补正|改进)[^,;。:!?]{0,2}后")
"""Another look at what was looked at before, or what came of it once it was put right."""
_past = Cue(
    r"(?<![较比与和跟同于剩达到有为是及如])(?:上届(?!冠军|得主|盟主|霸主)|上一届|上次|前次|上一次|前一年|前一届|往年)"
)
"""Of which a statement tells, and not only what it is set against."""


def other_thing(pair: Pair) -> bool:
    """Whether two statements tell of other rounds, parts or stages of one thing."""
    return pair.closeness < VERSIONS and (parted(pair) or _stages(pair) or _of_two(pair))


def parted(pair: Pair) -> bool:
    """Whether two statements name other rounds or parts of one family."""
    mine = _named_parts(written(pair.a))
    theirs = _named_parts(written(pair.b)) if mine else {}
    return any(mine[family].isdisjoint(theirs[family]) for family in mine.keys() & theirs.keys())


_lies = Cue("(?:位于|坐落于?|地处|处于)[^,;。:!?]*|[送交][由付]?[^,;。:!?]{1,8}(?:审议|审查|表决|复议|处理)")
"""Where a thing lies is no part of it, nor is the house that it goes to next."""


_first = re.compile("^[首头](?![映播发日])")
_reached = re.compile(
    "(?:闯[进入]|晋级|晋身|挺进|[打杀][进入]|跻身|止步于?|无缘|错失|[挡拒][^,;。:!?]{0,8}[于在])[^,;。:!?]{0,6}"
    "(?:决赛|[四八]强|十六强)"
)
"""A round that somebody reached or missed is no part of what is told."""
_ONE_NAME = {
    **dict.fromkeys(("终场", "尾盘"), "收盘"),
    **dict.fromkeys(("准决赛", "四强战", "四强"), "半决赛"),
    **dict.fromkeys(("原订", "原拟"), "原定"),
    "长者": "老人",
    "假日": "周末",
    "主演": "主角",
}
"""What one part is called in other words."""


@lru_cache(maxsize=1 << 12)
def _named_parts(text: str) -> dict[int, frozenset[str]]:
    """The rounds, parts and stages that a statement names, by their family."""
    text = _reached.sub("", _lies.sub("", text))
    said = ((number, family.findall(text)) for number, family in _FAMILIES.may(pieces_of(text)))
    return {
        number: frozenset(_first.sub("第一", _ONE_NAME.get(one, one)) for one in named)
        for number, named in said
        if named
    }


_side = re.compile("(?P<way>[东南西北])(?P<head>(?:行|向)?[车线道侧端翼栋座坡麓港院校园隧])")
_office = re.compile(
    "(?P<deputy>副?)(?P<office>[市县局处科部厅司院校会队社馆]长|主席|总统|总理|首相|主任|[总]?经理|总裁|司令|发言人)"
)


def _of_two(pair: Pair) -> bool:
    """Whether one names the northern one and the other the southern, or one the deputy and the other whom he serves."""
    mine, theirs = (_ways(written(side)) for side in (pair.a, pair.b))
    if any(mine[head].isdisjoint(theirs[head]) for head in mine.keys() & theirs.keys()):
        return True
    ranks = [
        {(match["office"], bool(match["deputy"])) for match in _office.finditer(written(side))}
        for side in (pair.a, pair.b)
    ]
    return len(ranks[0]) == 1 == len(ranks[1]) and {(name, not deputy) for name, deputy in ranks[0]} == ranks[1]


def _ways(text: str) -> dict[str, set[str]]:
    """What a statement names by the point of the compass, with the points."""
    found: dict[str, set[str]] = {}
    for match in _side.finditer(_lies.sub("", text)):
        found.setdefault(match["head"], set()).add(match["way"])
    return found


def _stages(pair: Pair) -> bool:
    """Whether one tells of the beginning and the other of later, or one of all and the other of a part."""
    texts = written(pair.a), written(pair.b)
    for one, other in (texts, texts[::-1]):
        if _earlier.search(one) and _later.search(other):
            return True
        if _cumulative.search(one) and _recent.search(other) and not _recent.search(one):
            return True
        if any(mark.search(one) and not mark.search(other) for mark in (_past, _again)):
            return True
        if _months.search(one) and _span.search(other) and not _span.search(one) and not _months.search(other):
            return True
    return False


_span = Cue("第[一二三四]季度?|[一二三四]季度|首季|[上下]半年|全年|[前首]三季")
_months = Cue("(?<!个)(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?![\\d一二三四五六七八九十底初末起]|开始)")
"""A quarter and a month of it: figures of a part of the time."""
