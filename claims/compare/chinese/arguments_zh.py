"""Whether two contrary words of two Chinese statements are said of two things, though these have something in common.

Two words clash only when they are said of one thing. Two parts of one whole stand before them in their clauses as what
both share and what each has for itself: 乌鱼的捕获量, 乌鱼子的价格; 国家队主帅, 国家队队长.
"""

from claims.compare.alignment import Pair
from claims.compare.chinese.held_zh import told
from claims.compare.chinese.units_zh import longest, pairs_of, shortens
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features
from claims.model import Quantity
from evidence.text import lazy_re as re

_clause = re.compile("[,;。:!?()]")
_aside = re.compile(
    f"[{DATE}{QUANTITY}]|[在于当][^,;。:!?]*?(?:中|里|内|上|时|后|前|间|期)|(?:较|比(?![赛例率重分数方武]))[^,;。:!?]*|连续|同期|期间|第[一二三四五六七八九十]+[年月周季天日]"
    "|收盘|终场|盘中|[开早午尾]盘|目前|现时|现在|至今|迄今|如今|当时|最近|日前|近日"
)
_adverb = re.compile(
    "一向|事[先前后]|长[年期]|始终|一直|向来|历来|多年|近年|连年?|当[场晚天时]|早|终|随后|后来|稍|几乎|近乎|差不多|仅|只|共|总|约|大多|大都|主要|专门|公开|私下|亲自"
    "|独自|联手|共同|一致|主动|被迫|不断|再三|屡次|率先|刚|甫|即|便|却|反而|其实|确实|甚至|[在于以从凭经由与和同跟采改对]|[原主起肇死]因|因|已|将|会|可能|仍|还|也|都|又|就|才|再|并|正|均|皆|则|倒|一度|曾|首[次度]|大幅|小幅|略有?|微|持续|逐|遭|被|获[得准]|受[到限]|予|成功|正式|宣布|决定|表示|是|为|有|没|未|不|无|每|出身|来自|毕业|世代|指|维持|保持|照常|如常|照旧|创|[达跌升降]至?到?|[验检查]出|发现|测得|显示"
)


def apart(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether two words, each said by one of a pair, are said of two parts or qualities of what both have."""
    if of_another(pair):
        return True
    one, other = _before(pair.a.key, mine), _before(pair.b.key, theirs)
    if one is None or other is None:
        return False
    if _of_two_sorts(pair, mine, theirs):
        return True
    whole = longest(one, other)
    if len(whole) < WHOLE or any(_governed.search(before.partition(whole)[0]) for before in (one, other)):
        return False
    fronts = one.partition(whole)[0], other.partition(whole)[0]
    if all(fronts) and whole[0] in _SORTS and fronts[0][-1] != fronts[1][-1]:
        return True
    parts = [_part(before.partition(whole)[2]) for before in (one, other)]
    if not any(parts):
        return '"' not in whole and _differ(*fronts)
    heads = [part.lstrip("的")[:WHOLE] for part in parts]
    told = any(_tells(head, side.key) for head, side in zip(heads, (pair.b, pair.a), strict=True))
    done = any("了" in part for part in parts)  # what was done to it, no part of it: 健保卡掉了
    return not told and not done and _differ(*parts)


_SORTS = frozenset("区市县省国州镇乡村校院厂馆岸")
"""The last characters of the names of places, which tell their sort: 市区的房租, 郊区的房租."""
_WITH = frozenset("与和同跟")


def _tells(head: str, key: str) -> bool:
    """Whether a statement also tells of a part, and not only of what goes with it."""
    at = key.find(head) if head else -1
    while at > 0 and key[at - 1] in _WITH:
        at = key.find(head, at + 1)
    return at >= 0


def _of_two_sorts(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether the words are said of two things of one name: the storm warning of the coast, the rain warning inland."""
    sides = [
        [
            phrase
            for phrase in (_adverb_end.sub("", _before(side.key, word) or ""), _behind(side.key, word, whole=True))
            if len(phrase) >= OWN
        ]
        for side, word in ((pair.a, mine), (pair.b, theirs))
    ]
    for one in sides[0]:
        for other in sides[1]:
            bare, rest = one[:-WHOLE].replace("的", ""), other[:-WHOLE].replace("的", "")
            if one[-WHOLE:] == other[-WHOLE:] and min(len(bare), len(rest)) >= OWN and set(bare).isdisjoint(rest):
                return True
    return False


def _differ(one: str, other: str) -> bool:
    """Whether two parts are named, and differ in all but the character that tells their sort: 主馆, 分馆."""
    parts = [part.lstrip("的") for part in (one, other)]
    if shortens(*parts) or any(_any_one.search(part) for part in parts):
        return False
    if all(parts) and parts[0][-1] == parts[1][-1]:
        parts = [part[:-1] for part in parts]
        return all(parts) and set(parts[0]).isdisjoint(parts[1])
    own = [set(part) if max(map(len, parts)) <= LONG else pairs_of(part) for part in parts]
    return all(len(part.lstrip("的")) >= WHOLE for part in parts) and own[0].isdisjoint(own[1])


def of_other_objects(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether what is done by two contrary deeds is done to two things: passed the one bill, rejected the other."""
    saying = _owning.search(mine) is not None and _owning.search(theirs) is not None
    found = [_behind(side.key, word, whole=saying) for side, word in ((pair.a, mine), (pair.b, theirs))]
    least = WHOLE if saying else OWN
    return min(map(len, found)) >= least and set(found[0]).isdisjoint(found[1])


_owning = re.compile("承认|坦承|否认|认罪|驳斥|澄清|证实")
"""Who owns to one thing may deny another."""


def of_other_names(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether what is done by two contrary deeds is done to two of a sort: rejected one budget, passed another."""
    if _of_two_names(pair, *(_partner(side.key, word) for side, word in ((pair.a, mine), (pair.b, theirs)))):
        return True
    found = [_behind(side.key, word, whole=True) for side, word in ((pair.a, mine), (pair.b, theirs))]
    return _of_two_names(pair, *found)


def _partner(key: str, word: str) -> str:
    """With whom it is done, when that stands right before a word: parted from the agency."""
    match = _with_whom.search(_before(key, word) or "")
    return match[1] if match else ""


_with_whom = re.compile("[与和同跟]([^与和同跟]{2,8}?)(?:和平|正式|公开|传出|已|也)?$")


def _of_two_names(pair: Pair, one: str, other: str) -> bool:
    """Whether two phrases share their ends at most, and neither's own part is told by the other: 捷运预算, 长照预算."""
    if _same_object(one, other):
        return False
    least = BOTH
    while len(one) > WHOLE and len(other) > WHOLE and one[0] == other[0]:
        one, other, least = one[1:], other[1:], 2 * WHOLE
    while one and other and one[-1] == other[-1]:
        one, other, least = one[:-1], other[:-1], 2 * WHOLE
    if min(len(one), len(other)) < WHOLE or len(one) + len(other) < least:
        return False
    mine, theirs = (set(each) if min(len(one), len(other)) < OWN else pairs_of(each) for each in (one, other))
    return not any(part in pair.b.key for part in mine) and not any(part in pair.a.key for part in theirs)


def _same_object(one: str, other: str) -> bool:
    """Whether two phrases begin with one object, or one of them tells only how a place is used."""
    return (one[:OWN] == other[:OWN] and len(one) > OWN) or any(_used.fullmatch(each) for each in (one, other))


_used = re.compile(
    "(?:游客|旅客|民众|外人|访客|车辆)?(?:进[入出]|[出入]内?|入[场园馆山]|通行|使用|参观|登[岛岸山顶]|上岸|攀登|前往)"
)


_permits = re.compile("[禁准许可得谢开放]")
_ACTIVITIES = (
    "拍照|摄影|照相|录影|拍摄",
    "饮食|吃|喝(?!止)|用餐",
    "停车|停放|泊车",
    "露营|野营|扎营",
    "钓鱼|垂钓",
    "游泳|戏水|玩水",
    "吸烟|抽烟",
    "宠物|狗|猫",
    "喂食?",
    "钓虾|捕鱼|捞捕",
    "摆摊",
    "烤肉|生火|烧烤",
)
"""What a place may be used for, each line in its words."""
_activities = tuple(re.compile(each) for each in _ACTIVITIES)


def of_other_activities(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether one may do one thing there and may not do another: no photographs, but food."""
    if not _permits.search(mine) or not _permits.search(theirs):
        return False
    one, other = ({i for i, each in enumerate(_activities) if each.search(side.key)} for side in (pair.a, pair.b))
    return bool(one) and bool(other) and one.isdisjoint(other)


def of_other_parts(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether two words are said of so many and of so many others: eight were rescued, two drowned."""
    return other_parts(*(some_of(one, one.key, one.key.find(word)) for one, word in ((pair.a, mine), (pair.b, theirs))))


def other_parts(mine: Quantity | None, theirs: Quantity | None) -> bool:
    """Whether two counts differ."""
    return mine is not None and theirs is not None and (mine.low, mine.high) != (theirs.low, theirs.high)


def some_of(side: Features, key: str, at: int) -> Quantity | None:
    """Of how many people something is said in the clause before a place, where these need not be all."""
    clause = _clause.split(key[: max(0, at)])[-1]
    number = key.count(QUANTITY, 0, max(0, at)) - 1
    if QUANTITY not in clause or _all.search(clause) or number >= len(side.quantities):
        return None
    return side.quantities[number] if side.quantities[number].unit == "people" else None


_all = re.compile("全[数部体]|悉数|[均都皆]")


def of_a_pair(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether two words are said of the two of a pair or of two in a row: the first defendant, the second one."""
    one, other = (_before(side.key, word) or "" for side, word in ((pair.a, mine), (pair.b, theirs)))
    whole = longest(one, other)
    if len(whole) < WHOLE:
        return False
    here, there = one.find(whole), other.find(whole)
    beside = (
        (one[here - 1 : here], other[there - 1 : there]),
        (one[here + len(whole) :][:1], other[there + len(whole) :][:1]),
    )
    return any(
        first and second and first != second and any(first in row and second in row for row in _ROWS)
        for first, second in beside
    )


_ROWS = (
    "首次三四五六七八九十末",
    "一二三四五六七八九十",
    "甲乙丙丁戊己",
    "主副正",
    "前后现",
    "左右",
    "上中下",
    "东西南北中",
    "大中小",
    "男女",
    "长次幼",
    "新旧老",
    "内外",
    "高初中",
    "早晚午",
    "公私",
    "主客",
    "父母子女",
    "兄弟姐妹",
    "夫妻",
)
"""What tells apart things of one name: 首被告 and 次被告, 小学 and 中学."""


def of_nothing_shared(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether what stands before two contrary words in their clauses has nothing in common."""
    before = [_before(side.key, word) or "" for side, word in ((pair.a, mine), (pair.b, theirs))]
    if any(_anybody.search(each) for each in before):
        return False
    return min(map(len, before)) >= OWN and set(before[0]).isdisjoint(before[1])


_anybody = re.compile(
    "法[院庭官]|判决|裁定|[校院警官园店厂资劳军馆站台主]方|公司|当局|政府|[县市省州区]府|双方|人人|居民"
)
"""Who may stand for what the other statement names."""
_any_one = re.compile(
    "[该这那此本其全各]|^(?:的)?(?:团体|组织|机构|[检警校院资劳军官厂店园医]方|警察|人士|[民群]众|市民|居民|男子|女子|妇人)"
)
BOTH = 6
"""Fewest characters of two objects of no common sort that tell them apart: sold and delivered may be one deed."""
OWN = 4
"""Fewest characters before a word that name what it is said of."""


_governed = re.compile("[在于是由被以为获遭经受让给]$")
"""What makes of a whole a mere place or attribute."""


def of_another(pair: Pair) -> bool:
    """Whether only one of the two tells of somebody who is named by whom he belongs to: 前立委的助理."""
    mine, theirs = (set(_belonging.findall(side.key)) for side in (pair.a, pair.b))
    return any(one not in pair.b.key for one in mine) or any(one not in pair.a.key for one in theirs)


_belonging = re.compile(
    "的(?:辩护|委任)?(弟弟?|妹妹?|兄长|哥哥|姐姐?|父亲|母亲|妻子|丈夫|儿子|女儿|长子|长女|律师|对手|同事|秘书|发言人|前任|继任者|队友|经纪人|助理|同桌|邻居)(?!是|为|叫|[,;。:!?]|$)"
)
"""Somebody else, named by whom he belongs to."""
LONG = 4
"""Shorter words that share a character mean one thing as a rule: 门票, 票房."""
WHOLE = 2
"""Fewest characters that name a whole or a part."""


_open = re.compile(
    "(?:(?<![即主大名武副上中少老猛干])将(?![军领其])|(?<![模虚草比])拟(?!定|人|真|声)|可能|(?:^|[,;。:!?]|[但而倘假设一如])若(?!干|无其事|隐若现)|如果|一旦|要求|请求|呼吁|建议|有望|恐(?![怖慌吓惧龙高])|预[计料期估报测]|估计|能否|是否|会否"
    "|考虑|寻求|申请|争取|试图|企图|提议|主张|希望|力求|力争|威胁|扬言|反对|防止|避免|险些|差点|曾传|盛传|传出|传闻|一度|短暂"
    "|怀疑|初步|疑似|等待|(?<![接招对优期款虐善看交])待(?![遇命人在过])|承诺|保证|矢言|尚待|须经|送交|交由)[^,;。:!?]{0,10}$"
)
_asked = re.compile("的?(?:要求|呼声|传闻|可能|风险|机会|申请|建议|与否|方案|标准|程序)")

_answered = re.compile("(?:要求|请求|呼吁|建议|申请|提议|主张)[获遭被未不][^,;。:!?]{0,8}$")
"""What was asked for, and what came of it: 申请获批."""


def asked(key: str, end: int) -> bool:
    """Whether the word before a place is only asked for, feared or a rule: 重启申请."""
    return _asked.match(key, end) is not None


def left_open(key: str, start: int, end: int) -> bool:
    """Whether it stays open if it came to what stands at a place: it is asked for, expected, feared."""
    if asked(key, end):
        return True
    return _open.search(key, 0, start) is not None and not _answered.search(key, 0, start + 1)


def lifted(key: str, end: int) -> bool:
    """Whether what the word before a place tells of is done away with at the end of its clause: 暂停收费的措施取消."""
    return lifted_until(key, end) > 0


def lifted_until(key: str, end: int) -> int:
    """Where ends what does away with the word before a place, or calls it false: 不能吃是错误观念; 0 for nothing."""
    found = _lifting.match(key, end) or _refuted.match(key, end)
    return found.end() if found else 0


_refuted = re.compile(
    "[^,;。:!?()]{0,10}?(?:(?:是|为|系|乃|属于?)(?:一[种个项]|常见的?)*(?:错误|误解|迷思|谣言|谬误|误传|讹传|不实)"
    "|(?:是|为)?(?:谣传|假消息|假讯息)|(?:并非|并不是|不是)事实|与事实不符|不属实|查无此事"
    "|(?:的)?(?:说法|传言|观念|消息)(?:并非事实|并不正确|不正确|不实|有误|错误|没有根据|缺乏根据|并无根据))"
)
"""What tells that the clause before is not so."""
_lifting = re.compile(
    "[^,;。:!?()]{0,6}(?:措施|规定|禁令|限制|政策|安排|命令|令|做法|办法|计划|方案|协议)"
    "(?:已|将|即将|正式|全面)*(?:取消|解除|废[除止]|终止|结束|撤销|失效|作废)了?(?=[,;。:!?()]|$)"
)


def named_before(key: str, at: int) -> str:
    """What stands before a place in its clause, or in the clauses before when nothing does, without the adverbs."""
    for clause in _clause.split(key[:at])[::-1]:
        bare = _adverb_end.sub("", _aside.sub("", clause))
        if len(bare) >= WHOLE:
            return bare
    return ""


_adverb_end = re.compile(
    "(?:已经?|将会?|会|可能|可以?|能够?|维持|保持|仍然?|还|也|都|又|就|才|再|并|正在?|均|皆|一度|曾经?|首[次度]|再[次度]|大幅|小幅|明显|持续|逐[年月步渐]|不断"
    "|几乎|近乎|差不多|大多|大都|多半|平安|安全|顺利|成功|不幸|奇迹|当场|立即|随即|及时|最[后终]|终于|随后|后来|其后|之后|如今|目前|至今|始终|一直|连续|竟然?|居然|当[场时天晚]|平均|每[天日周月季年人公升度斤]+|宣布|决定|敲定|拍板|公布|核定|出现|呈现?|录得|[再写又]?创下?|写下|同步|进一步|约|略|微|急[遽速]?|被|遭|获|予以|严重|轻微|剧烈|[的地得了着过是在有])+$"
)


def _before(key: str, word: str) -> str | None:
    """What stands before a word in its clause, times and figures left out."""
    said = told(key)
    at = said.find(word)
    return _aside.sub("", _clause.split(said[:at])[-1]) if word and at >= 0 else None


def bare_before(key: str, word: str) -> str:
    """What stands before a word in its clause, without the adverbs."""
    return _adverb_end.sub("", _before(key, word) or "")


_NO_WORDS = str.maketrans("", "", f"{DATE}{QUANTITY}的")


def _behind(key: str, word: str, *, whole: bool = False) -> str:
    """What stands behind a word in its clause, unless `whole` without the character that tells its sort."""
    said = told(key)
    at = said.find(word)
    if not word or at < 0:
        return ""
    bare = _moved.sub("", _clause.split(said[at + len(word) :])[0].lstrip("了过"))
    bare = bare.translate(_NO_WORDS)
    return bare if whole else bare[:-1]


_moved = re.compile("^[^,;。:!?的]{2,8}?(?:提出|提交|所提|提议|拟定|起草)的")
"""Who moved what is decided on."""


def _part(rest: str) -> str:
    """What is named behind the whole, up to the first adverb or preposition."""
    part = _adverb.split(rest)[0]
    return "" if part.endswith(_WHEN) else part


_WHEN = ("后", "时", "前", "之际", "期间")
"""What ends so tells when: 外送员撞伤孕妇后."""
