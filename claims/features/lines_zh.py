"""Lines of a Chinese transcript: which of them say something by themselves, though no mark shows where they end.

Speech has verbs that no table of the news lists; here a line is told by its grammar: an adverb or an auxiliary
behind a subject, a verb with its complement or its amount, a pronoun that begins it.
"""

from claims.features.leaning_zh import leaning, leans_back, leans_forward
from claims.features.predicates_zh import has_predicate
from evidence.text import lazy_re as re

_NUMBER = r"[\d一二三四五六七八九十百千万亿两几半零]"
_VERBS = (
    "出赔给花卖买收付退减加涨降跌赚亏欠砸投占差剩缺死伤抓救送代赢输进丢踢打拿领发写贴装拆修盖建挖停等跑坐走住待歇养罚判拍裁招"
    "聘开关做吃喝带找问搬运飞喊骂锁堵漏断塌倒摔掉炸烧淹推拉放穿戴留躲查验测量选病值积排"
)
"""Verbs of one character that speech uses by themselves."""
_no_verb = re.compile(
    r"不锈|不少|不同|不远|不久|不丹|全部|全体|全国|全球|全场|全市|全省|安全|获得|取得|首都|成都|都市|就业|供给|从业|比例|比赛|比分|比如|对比"
    r"|会议|大会|会长|会员|社会|主要|重要|要求|功能|能源|能力|智能|不过|要么|但是|只是|可是|刚果|正式|正常|不断|其中"
)
_does = re.compile(
    r".(?:都|也|就|才|还|又|再|没|不|很|太|挺|刚|曾|已|只|全|得|该|能|会|要|肯|敢|把|被|让|压根|根本|倒是|一共|总共|仍|各)(?=[\u3400-\u9fff\d])"
    rf"|[{_VERBS}](?:了|着|过)?{_NUMBER}"
    rf"|[{_VERBS}来去](?:下去|下来|上去|上来|起来|出来|出去|进去|进来|过去|过来|回来|回去|回|到|往|在|掉|完|住|光|走)(?![的者])"
    rf"|[{_VERBS}来去]的[^的]{{0,2}}$|[排列占]第{_NUMBER}"
    r"|.{3}(?:进去|出来|下去|下来|上去|过来|起来|回来|回去|出去|进来)$"
)
_is_in = re.compile(rf"[{_VERBS}]在[^,]{{2,12}}[里上中下内外边旁间处]$")
"""An adverb or an auxiliary behind what it is said of; a verb with its amount or its complement; 才上的任."""
_who = re.compile(
    r"(?:我|你|您|他|她|它|咱|大家|谁|有人|有的|[这那](?![个些位名家种条份项款样么里儿边]))们?(?!的|们的)[^,]{2,}"
)
_amounts = re.compile(
    rf".{{2,}}?(?:每[天年月周人个次份]|平均|一共|总共|大概|差不多|不到|最多|至少|[里上下头边]|[年月日天号]){_NUMBER}[^的]{{1,8}}$"
)
"""What is so many, without a verb: 那边每天八千份."""
_asks = re.compile(
    r".*(?:为什么|为何|怎么|谁|哪[里儿个些位边]|哪$|什么|多[远大高长久少深重](?:呢|$)|(?:吗|吧|了没有)$|([\u3400-\u9fff]{1,2})不\1|有没有|是不是|对不对)"
)
"""What asks, whether an answer is wanted or not."""
_announces = re.compile(
    r"(?:那|好|行|我们|咱们)?(?:先|再|最后|接着|接下来|回来|下面|回头)(?:来|要|给大家)?(?:说|讲|聊|看|谈)(?:说|讲|聊|看|谈)?(?!他|她)[^说讲聊看的了]{0,8}$"
    r"|(?:说说|讲讲|聊聊|看看|来说|来讲|来聊|来看|说回).{0,10}$"
    r"|(?:今天|这期|本期|今儿)(?:先)?(?:不|要|来|就|咱们|我们|我)?(?:给[你大][们家])?(?:讲|聊|说|看|谈|唠)"
    r"|(?:先|再)把.{1,4}(?:捋|理|说|讲|过)|[这那]事儿?(?:得|要|还得)从头(?:说|讲)"
    r"|[\u3400-\u9fff]{1,4}(?:的问题|这块|的部分|的事)$"
)
"""What names the next topic."""
_turns = re.compile(
    r"(?:那|好|行|所以)?(?:你|您|你们|大家|各位|朋友们|咱们|我们)"
    r"|(?:.* )?(?:我是|我叫)(?!说|指|真|从|在|看|听|跟|问|去)[^,的]{1,8}$"
    r"|(?:这里|这儿)是[^,的]{2,14}$|反正|(?:希望|祝)(?:大家|各位|他|她|你|这|早日|能)"
    r"|.{0,8}(?:记得|千万|赶紧|别忘|注意了|小心)|.*(?:点个?赞|评论区|留言|订阅|转发)"
    r"|(?:好|对|行|嗯|哎|唉|嘿|哇|有|没错|是吧|好了|好啦|可不是|好家伙|我的天|天哪|真的|可是)$"
)
"""What the speaker says to the audience, of himself, or to fill a pause."""
_particle = re.compile(r"(?<=.)[啊呀哈哦嘛啦]+$")
_goes_on = re.compile(
    r"但|不过|可是|然而|结果|所以|后来|现在|目前|当时|今年|去年|昨天|今天|到|在|从|光|最|还|也|就|又|都|有|没|这|那|他|她|它|你|我|该|另外"
)


def stands(text: str) -> bool:
    """Whether a line says something by itself; what only names or places something does not."""
    if has_predicate(text):
        return True
    bare = _no_verb.sub(lambda found: "·" * len(found[0]), text)
    inside = bare.rfind("的", 0, len(bare) - 3)
    tail = bare[inside + 1 :] if inside > 0 else bare
    return bool(_does.search(tail) or _is_in.search(bare) or _who.match(bare) or _amounts.match(bare))


def apart(text: str) -> bool:
    """Whether a line is no part of what is told before and after it: it asks, announces, or turns to the audience."""
    bare = _particle.sub("", text)
    return bool(_asks.match(bare) or _announces.match(bare) or _turns.match(bare))


def announces(text: str) -> bool:
    """Whether a stretch only names what the speaker comes to next."""
    return len(text) <= 24 and bool(_announces.match(_particle.sub("", text)))


def line_leans_forward(text: str, below: str) -> bool:
    """Whether a line is only the beginning of a clause that goes on in the line below."""
    text = _particle.sub("", text)
    if apart(text) or _kept_quiet.search(text):
        return False
    if text.endswith(("的地方", "的路上", "的情况下")):
        return True
    told = _told.search(text)
    if _open_end.search(text) or (told and len(told[1]) <= 8 and not stands(told[1])):
        return True
    if _open_verb.search(text) and _only_amount.fullmatch(below):
        return True
    if apart(below) and not leaning()["say"].search(text):
        return False
    if text.endswith("的") and (_so_it_is.search(text) or (stands(text[:-1]) and _goes_on.match(below))):
        return False
    if _place.search(text) and stands(text) and not leaning()["start"].match(text):
        return False
    return leans_forward(text, stands)


_kept_quiet = re.compile(r"(?:没|没有|没人|不|未|再|才|一起|从头)(?:公布|宣布|说|提醒|确认|证实|声明|讲)$")
"""A verb of saying behind which nothing is said: 九月再公布."""
_open_verb = re.compile(r"[了是到达为约出过值要成有](?<!没有)$")
_open_end = re.compile(r"(?<![不就也还])(?:是|叫|叫做|包括)$")
_told = re.compile(r"[\u3400-\u9fff](?:说|称|表示|指出|认为)([这那该][^,说]{2,})$")
"""What is said, of which only the subject stands in the line: 公路局说那个路段."""
_only_amount = re.compile(rf"(?:约|近|超过|大约|不到|将近)?{_NUMBER}+[^,的]{{0,4}}")
_so_it_is = re.compile(r".(?:是(?!否)|都|才|也|就|算|一起|专门|特意|自己|亲自).*的$")
"""The frame (是)…的, which ends a clause: 二十多个同事一起出来玩的."""
_place = re.compile(r"(?:上|里|内|中|下|外|边|旁)$")


def line_leans_back(text: str) -> bool:
    """Whether a line only adds to the clause above it."""
    return not apart(text) and leans_back(text, stands)
