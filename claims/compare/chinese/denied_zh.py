"""What a Chinese statement denies, and whether the other statement says just that.

A denial reaches from its word to the end of its clause, or to the word that opens a consequence (就, 而, 但); words
that only carry another verb (会, 曾, 完成, 提到) are passed over. Words such as 谣言 or 没有根据 deny all that was said
before them, and 与 … 无关 what stands between. Two statements clash when one affirms what the other denies, and when
neither denies the same in words of its own.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.chinese.arguments_zh import of_another
from claims.compare.chinese.belonging_zh import of_kind
from claims.compare.chinese.converse_zh import told_both_ways
from claims.compare.chinese.deeds_zh import besides, moves_another, told_of, without
from claims.compare.chinese.disputed_zh import DISPUTES, of_another_matter
from claims.compare.chinese.subjects_zh import named, said_of
from claims.compare.chinese.units_zh import han, longest, units
from claims.compare.chinese.worked_parts import dated
from claims.compare.facets.polarity import excepting
from claims.compare.needed import Cue, characters
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, Features
from claims.features.polarity import negate_nothing
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_negator = Cue(
    "[别勿莫]以为|[不别]要以为|误[以认]为|谎[称报]|诈称|并没有?|并未曾?|并无|并非|并不|从来没有?|从来不|从没有?|从未|尚未|尚无|还没有?|仍未|仍无|未曾|未能|未获|没有|没能|没"
    "|(?:千万|尽量|最好|请)?别(?=[在再去说让把用给吃喝碰动忘打看买乱随])|(?:差一?点儿?|险些儿?)(?:就|要)?(?![没未就要])|绝非|绝不|绝无|毫无|毫不|无法|无意|无人|否认|驳斥|拒绝|婉拒|谢绝|回绝|拒收|拒领|切勿|排除|毋须|毋需|毋庸|无须|无需|未|不|无|非"
)
_bound = Cue(
    "不[仅只但光单]|不论|不管|不同|不久|不断|不少|不得不|不禁|不愧|不料|不幸|不满|不安|不错|不良|不法|不动产|不锈钢|不等|不惜|不一(?![定样])"
    "|不时|不妨|不免|不失|不已|不和|不乏|不慎|不足|不到|不当|不便|不平|不孕|不景气|不可思议|不由|不过|不知|不明|不如|不仅"
    "|差不多|不及|不至|不端|不轨|不下|不超过|未来|未婚|未成年|未满|未必|未爆|未亡人|未知|未遂|悬而未决|不服|不敌|不甘|不足为奇|不胫而走|不在少数|未雨绸缪|不白|不解"
    "|无论|无数|无线|无期|无家可归|无人机|无人驾驶|无障碍|无辜|无奈|无锡|无罪|无形|无党|无国界|无糖|无铅|无名|无声|无烟|无菌|无[牌照证主业]|[无不]记名"
    "|[无不][效果治遂](?=[,;。]|[死身去病离逝而后])|无[故端偿痛]|无条件|无限期|无预警|不日|不约而同|不定期|不得已|非常|非洲|非法|非凡|非得|除非|是非|非营利|非政府|非物质|非典"
    "|没收|没落|[淹沉埋出吞泯覆]没"
    "|一[^个条座种名位家间所只头块片]不.|没有?[^,;。]{0,8}比[^,;。]+[更还]|没有?人不|无人不|没有?[一任][^,;。:!?]{0,5}[不没未]|(?P<v>.)[不没](?P=v)|有没有|是否|能否|会否|可否|与否|不[得能可会]不|无不|莫不|不是不"
)
"""Words in which such a character denies nothing, and questions that leave it open."""
_WHOM = (
    "[向对与和跟同](?:[\u3400-\u9fff]{0,4}?(?:[校警院检控辩资劳军官店厂对双我业甲乙]方|公司|集团|政府|当局|[学医法研究]院|大学"
    "|委员会|协会)|外界|公众|大众|媒体|记者|法庭|家属|家长|官方|任何人)"
)
"""To whom or with whom something is not done."""
_carries = re.compile(
    "(?:互相|相互|彼此|有|是|会|能|曾|再|要|任何|人|被|遭到|遭|受到|获得|获|过|其|将|因此|因而|由此|可以|可能|需要?|必须|打算|计划|准备|考虑|想|愿意?"
    "|提到|提及|表示|说过?|宣布|公布|建议|主张|要求|承认|完成|进行|开始|举行|达成|造成|产生|出现|发生|导致|引发|列入|相关|有关|(?:研究|证据|资料|数据|报告|迹象|文献)?(?:显示|证实|指出|支持|表明|证明)"
    f"|一[个名位人例起]|{_WHOM}|在|向|对|把|让|使|予|以|的|了|到|着|自己|自身|[他她它牠我]们?)*"
)
_ends = re.compile("[,;:。.!?()]|(?<=..)[遭被]|也(?=[不没未])|就|则|而|但|却|才|便|都|之后|时")
_all_before = Cue(
    "(?:是|为|属|系)?(?:谣言|假消息|假讯息|假新闻|假信息|(?<!标示)(?<!广告)(?<!申报)(?<!陈述)(?<!登载)(?<!记载)(?<!标签)不实|误传|讹传|谣传|子虚乌有|无稽之谈|恶作剧|移花接木)"
    "|(?:是|为|属|系)(?:捏造|杜撰|伪造|造假|变造)"
    "|(?:是|为|系|全是|都是|根本)假(?:的|照片|影片|消息|讯息|信息|新闻|图)?|不属实|并非事实|不是事实|与事实不符|错误(?:的)?(?:说法|讯息|信息|观念|认知)|(?:是|为|系)[^,;。]{0,3}(?:迷思|误解|谬误)|查无此事|没有这回事|没这回事"
    "|(?:没有|并无|缺乏|毫无|无|没|没有任何|尚无|未有|欠缺)(?:任何)?(?:的)?(?:医学|科学|法律|事实|充分|足够|明确|直接)?(?:上)?的?(?:根据|证据|依据|佐证|实据)"
    "|不成立|站不住脚|否认(?=[,;:。.!?()]|$)"
)
_unrelated = Cue(
    "[跟与和同]([^,;:。.!?()]{2,20}?)(?:(?:毫无|没有|并无|全无|无|不存在)(?:任何)?(?:关系|关联|干系|瓜葛)|无关|无涉)"
)
_unrelated_to_that = Cue(
    "(?P<that>[^,;:。.!?()]{4,}),[^,;:。.!?()]{0,10}[跟与和同][之其此它](?:毫无|没有|并无|全无|无|不存在)?(?:任何)?(?:关系|关联|干系|瓜葛|关|涉)"
)
"""What the clause before tells of is what 与之无关 is about."""
_implied = re.compile(
    "[遭被][^,;。]{0,6}(?:推翻|反驳|打破|戳破|逆转|追平|超越)|驳回|退[回件]|打回|断绝|切断|解除|废除|剥夺|丧失|[禁严]禁|禁止|谢绝|取缔|冒充|当[作成]|充当|停止|停[办用驶售产播售课工飞航运发止]|[休闭][馆业市园]|公休|绝[迹种]|灭绝|匿迹|挂零|归零|殆尽|全免|豁免|免[付缴收除于税]|暂停|退出|退选|弃选|(?:运作|运转|运行|营运|服务|起降|供[水电气])(?:均|都|一切)?(?:正常|如常)|退役|引退|高挂|挂靴|息影|封麦|只[^,;。:!?]{1,6}[到至]|放弃|告别|戒[掉除]|拒|缺乏|缺少|舍弃|(?<![校宿旅农房邻馆寓兽庐])舍(?![监友妹区])|避免|防止|预防|阻止|取消|撤销|失去|失联|仅|只有|唯有|否决|否认|反对|落空|落选"
    "|错过|误了|赶不[上及]|来不及|缺[席勤课]|漏掉|忘[记了]|躲过|逃过|避[开过]|不败|不符|不合格|超标|空无一人|删[去除掉]|下架|撤[下除走回]|移除|剔除|告吹|破局|终止|中止|结束|反而|反倒|难以|除了|以外|假的|谣言"
)
_never = re.compile("从|未曾|毫无")
_few = re.compile("(?<!不)[仅只]有?|唯有")
"""What happened once only is denied by what never happened."""
TOPIC, NAMED = 1, 3
"""More pairs of characters than these must be shared, or so many characters in a row, that both are of one thing."""
REACH = 16
"""Characters that a denial reaches at most."""


class Denial(NamedTuple):
    """What one word denies."""

    word: str
    units: frozenset[str]
    first: str
    """The first two characters with content behind the word."""
    bare: str
    """What is denied, without what only makes it a thing."""
    scope: str
    """All that the denial reaches over."""
    alone: frozenset[str]
    """The characters with content, where it denies nothing but one short word."""
    of: str = ""
    """What it is denied of, where the clause of the denial names it."""


class Stance(NamedTuple):
    """What a statement says and what it denies."""

    said: str
    """The statement without what it denies."""
    denied: tuple[Denial, ...]

    @property
    def affirmed(self) -> frozenset[str]:
        """What it says, by pairs of characters and known words."""
        return units(self.said)

    def spoken(self) -> frozenset[str]:
        """All that the statement speaks of."""
        return self.affirmed.union(*(each.units for each in self.denied))


def relation(pair: Pair) -> Comparison | None:
    """A conflict when one statement affirms what the other one denies."""
    mine, theirs = stance(pair.a), stance(pair.b)
    if (not mine.denied and not theirs.denied) or _no_clash(pair):
        return None
    run = longest(pair.a.key, pair.b.key)
    for one, other, features in ((mine, theirs, pair.a), (theirs, mine, pair.b)):
        for denial in other.denied:
            said = _affirmed(one, other, denial, features.key)
            if moves_another(features.key, (pair.a, pair.b)[features is pair.a].key, denial.bare):
                continue
            said = told_of(denial.word, denial.bare, said, run, features.key)
            if not said and not one.denied and len(run) >= NAMED and (kind := of_kind(denial.scope, features.key)):
                return _clash(kind, denial)
            if not said or not _of_one_thing(pair, one, other, run, said):
                continue
            if of_another_matter(denial.word, denial.bare, said, other.said, features.key):
                continue
            if not named(denial.of, features.key, near=denial.of.startswith(_BESIDE)):
                continue
            if not besides(denial.word, denial.bare, said, one.spoken() & other.spoken(), run):
                continue
            if not _denied_in_turn(denial, said, run, features.key):
                return _clash(max(said, key=lambda unit: (len(unit), unit)), denial)
    return None


def _no_clash(pair: Pair) -> bool:
    """Whether the two are said of two, one leaves out what the other speaks of, or both deny in ways of their own."""
    if _asked.search(pair.a.key) or _asked.search(pair.b.key):
        return True  # who would go out in such rain
    return of_another(pair) or excepting(pair) or told_both_ways(pair)  # A is not as high as B, B is higher than A


def _affirmed(one: Stance, other: Stance, denial: Denial, key: str) -> frozenset[str]:
    """What one statement affirms of what the other denies."""
    said = denial.units & one.affirmed
    if one.denied:
        wanted = units("".join(match[0] for match in _wish.finditer(one.said)))
        said -= wanted  # we should like to park there, the porter does not let us
        return said if denial.first in said and not _both_deny(one, other, denial) else frozenset()
    if not said:
        said = frozenset(word for word in one.affirmed if _shortens(word, denial.bare))
    alone = frozenset(char for char in denial.alone.intersection(one.said) if not _undone(key, char))
    return said or (frozenset() if _done_to_another(denial.bare, alone, one.said) else alone)


_wish = re.compile("(?<![思理感猜设预])(?:想|希望|打算|申请|要求|请求|试图|企图|(?<![主重需必只不])要)[^,;。:!?]+")
_asked = re.compile("谁(?:还|又)?(?:会|能|敢|肯|愿意?)[^,;。:!?不没]*[呢?]")


def _done_to_another(bare: str, alone: frozenset[str], said: str) -> bool:
    """Whether only a verb of one character is shared, and it is done to a thing of its own in each: 吃蛋, 吃蜂蜜."""
    if len(bare) <= LONE or alone != frozenset(bare[0]):
        return False
    behind = _clause.split(said[said.rfind(bare[0]) + 1 :])[0]
    return len(behind) >= LONE and set(behind).isdisjoint(bare)


def _of_one_thing(pair: Pair, one: Stance, other: Stance, run: str, said: frozenset[str]) -> bool:
    """Whether two statements share enough besides to speak of one thing."""
    alike = len(run) >= NAMED or (_begun_by(pair, run) and not all(unit in run for unit in said))
    shared = one.spoken() & other.spoken()
    return alike or len(shared) > TOPIC


def _denied_in_turn(denial: Denial, said: frozenset[str], run: str, key: str) -> bool:
    """Whether the other only puts the denial in its own words, or affirms no more than what both are about."""
    rest = without(key, said)
    if _never.match(denial.word):
        rest = _few.sub("", rest)
    over = denial.word in _NOT_YET and _over.search(rest) is not None
    if (not over and _implied.search(rest)) or _only_the_topic(denial, said, run, key):
        return True
    if denial.word in DISPUTES and len(denial.bare) >= CLAUSE and not any(unit in denial.bare[-ENDS:] for unit in said):
        return True  # disputes that the buses are cut, tells of the buses
    return bool(_turned.match(denial.bare)) and denial.first not in said  # never left it: stayed in it


_NOT_YET = frozenset(["尚未", "尚无", "还没", "还没有", "仍未", "仍无", "未"])
_over = re.compile("已[^,;。:!?]{0,6}(?:结束|完成|截止|落幕|终止)")
"""What is over has been: who says not yet is contradicted."""
_OF_DEEDS = frozenset(["没有", "没", "未", "并未", "从未", "从没有", "未曾", "尚未", "还没", "还没有"])
"""Denials of a deed, which 在 behind them gives a place."""
CLAUSE = 6
"""Words that deny a whole clause, which has at least so many characters."""


def _clash(shown: str, denial: Denial) -> Comparison:
    reason = f"only one of them denies “{shown}” ({denial.word})"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(reason,))


def _begun_by(pair: Pair, run: str) -> bool:
    """Whether both begin with what they share: it is their subject."""
    return len(run) >= LONE and pair.a.key.startswith(run) and pair.b.key.startswith(run)


def _only_the_topic(denial: Denial, said: frozenset[str], run: str, key: str) -> bool:
    """Whether a deed is denied, and all that the other says of it is what both are about: no entry, into the tunnel."""
    if denial.word[-1] in "有无" or denial.bare[:LONE] in run:
        return False
    return len(run) >= NAMED and key.startswith(run) and all(unit in run for unit in said)


def _attributed(key: str, at: int) -> int:
    """Where begins what somebody says who denies it: the lawyer calls the charge unfounded."""
    found = [match.end() for match in _calling.finditer(key, 0, at)]
    return found[-1] if found else 0


_calling = re.compile("(?<![名俗简号])称(?!为|号)|表示|指出|强调|认为|澄清|否认|驳斥")


def _undone(key: str, char: str) -> bool:
    """Whether a character stands in a word that undoes it: free of charge, unmarried."""
    return any(f"{undoing}{char}" in key for undoing in "免未无不非停拒禁没落败弃")


def _both_deny(one: Stance, other: Stance, denial: Denial) -> bool:
    """Whether the other says what the first denies, or denies it in the same breath: then each only puts it its way."""
    either = other.affirmed | denial.units
    return any(each.units & either for each in one.denied if not _urged.match(each.word + each.scope))


_urged = re.compile("切勿|毋|[不无](?:可(?!能)|要|必|宜|得|用|准|许|须|需)")
"""What should not be done: no denial that it is."""


_clause = re.compile("[,;:。.!?()]")
_DENYING = characters(_negator, _unrelated, _all_before)
"""Characters of which a statement that denies something has one."""


@lru_cache(maxsize=1 << 12)
def _of_key(key: str) -> Stance:
    if _DENYING.isdisjoint(key):
        return Stance(key, ())
    bound = [*(match.span() for match in _bound.finditer(key)), *negate_nothing(key, "zh")]
    spans: list[tuple[int, int]] = []
    denied: list[Denial] = []
    for match in (*_unrelated.finditer(key), *_unrelated_to_that.finditer(key)):
        spans.append(match.span(1))
        denied.append(_denial(match[0], match[1]))
    for span, denial in _called_false(key):
        spans.append(span)
        denied += denial
    for match in _negator.finditer(key):
        at = match.start()
        if _excepting.search(key, max(0, at - REACH), at):
            continue  # there is none but here
        if any(low < match.end() and at < high for low, high in bound) or any(low <= at < high for low, high in spans):
            continue
        start = _carries.match(key, match.end()).end()  # type: ignore[union-attr]
        if _unproven.match(key, at):
            continue  # what is not proved may be so
        if key.startswith("的", start - 1) and key[match.end() : start].strip("的任何"):
            continue  # of the papers not published some
        start += key.startswith("就", start)  # 尚未就此表态: about this
        stop = _ends.search(key, start)
        end = min(stop.start() if stop else len(key), start + REACH)
        spans.append((at, end))
        if not _further.search(key, start, end) and not key.endswith(QUANTITY, start, end):
            head = _head(match[0], key[start:end])
            found = _at_its_place(_denial(match[0], head), placed=key.startswith("在", start - 1))
            of = said_of(key, at)
            if not _nothing.search(of) and not _ruled_out.match(match[0]):
                found = found._replace(of=of)
            sort = head + "的" in key[start:end]  # no full-time reporters: of a sort, there may be others
            denied.append(found._replace(alone=frozenset()) if sort else found)
    rest = list(key)
    for low, high in spans:
        rest[low:high] = "," * (high - low)
    return Stance("".join(rest), tuple(denied))


def _at_its_place(denial: Denial, *, placed: bool) -> Denial:
    """A denied deed without the place where it was not done, with which it begins: 没有在离岛提名."""
    if not placed or denial.word not in _OF_DEEDS or len(denial.bare) <= ENDS:
        return denial
    place = denial.bare[:LONE]
    return denial._replace(units=denial.units - {place}, first=denial.bare[LONE : 2 * LONE])


def _called_false(key: str) -> Iterator[tuple[tuple[int, int], list[Denial]]]:
    """The clauses that a statement calls false, with what it denies thereby."""
    for match in _all_before.finditer(key):
        start = max(key.rfind("。", 0, match.start()) + 1, _attributed(key, match.start()))
        stop = _clause.search(key, match.end())
        end = stop.start() if stop else len(key)
        what = key[start : match.start()] + "," + key[match.end() : end]
        # That one must not do so is a mistake: then one may.
        yield (start, end), [] if _forbids.search(key, start, match.start()) else [_denial(match[0], what)]


_forbids = re.compile("不(?:能|可|宜|得|应该?|准|许|可以|会)(?![不])")
_ruled_out = re.compile("否认|驳斥|排除")
_BESIDE = ("与", "和", "跟", "同", "被", "向")
"""What opens a clause that only describes whom the head behind it names: 与丁某冲突的店主."""
_nothing = re.compile(
    "^(?:[去今前明昨]|至|直到|然而|但|可是|却|因|由于|尽管|虽|即使|一生|生前|从头|随后|其后|当)|(?:表示|强调|指出|认为|澄清|宣称|[坚声宣]?称|说|内|里|中|间|上|下|期|全|始终|终年|严|年|月|日|天|次|死)$"
)
"""Times, places and whoever says it are not what it is said of."""
_unproven = re.compile(
    "(?:尚|还|仍|并|暂)?(?:不能|不足以|无法|未能?|没有?|没能|难以)(?:完全|充分|立即|马上|独立|最终)?(?:证明|证实|核实|确认|断定|断言|确定|认定|排除)"
)
_excepting = re.compile("除|以外|之外|[^,;。]前,|此前|之前|以前|先前|早前|原本|原先|原来|过去|当初|从前")
_things = re.compile(
    "的?(?:安排|计划|措施|规定|打算|情形|情况|现象|行为|问题|迹象|纪录|记录|说法|意思|必要|可能|消息|政策|意愿|功能|能力|效果|作用|机会|权利|资格|义务|责任|习惯|机制|情事|关系|部分|方式)?$"
)
_worry = re.compile("^[^,;。:!?]{2,6}?的?(疑虑|顾虑|之虞|隐患|漏洞|争议)$")
"""What there is no worry about is not denied."""
_LIGHT = frozenset(
    "业科部室所院店厂馆站区市县车机船器员者家意思心事情物理发生行定出有成进开动作用得会现可能人大小国年到来去起见知道说看做给对错"
    ""
)


_any = re.compile("任何|半[个点]|丝毫")
_turned = re.compile("离开|脱离|反对|停止|中断|失去|忘记|忘|放弃|退出|取消|缺席|错过|怀疑|排除|缺少|缺乏|缺")
"""Deeds whose denial says that there is what they are done to."""
_perceiving = re.compile(
    "(?:亲眼|亲自|亲身)?(?:看到|看见|目睹|见到|见证|等到|听到|知道|听说|料到|想到|意识到|察觉|得知|透露|说明|解释"
    "|收到|接到|接获|获悉)"
)
"""Who did not live to see a thing does not deny the thing."""
_further = re.compile("新增?的|新增|其他|其它|另外|更多|进一步|额外")
"""Denies only that there is more of it; a figure that is denied is a bound, which arithmetic answers."""


LONE = 2


def _head(word: str, scope: str) -> str:
    """What a scope denies: of somebody's offer the offer; of a leak not mended the mending."""
    deed = scope.partition("的")[0]
    if deed != scope and (len(deed) == LONE if word[-1] in "有无" else word[-1] in "未不" and len(deed) >= LONE):
        return deed
    before, _, behind = scope.rpartition("的")
    behind = f"的{behind}"
    return behind if before and len(behind) > LONE and not _things.fullmatch(behind) else scope


def _denial(word: str, scope: str) -> Denial:
    bare = _worry.sub(r"\1", _things.sub("", _any.sub("", scope)))
    if sense := _perceiving.match(bare):
        bare = sense[0]
    content = [char for char in bare if han.match(char) and char not in words.stop_stems()]
    focus = _things.sub("", _any.split(scope)[-1])  # of any gas: gas
    lone = frozenset(char for char in focus if char in content)
    alone = lone if len(focus) <= SHORT and "的" not in scope and _LIGHT.isdisjoint(lone) else frozenset()
    # What is done, or what it is done to: the words between only describe that.
    told = units(bare[:ENDS]) | units(bare[-ENDS:])
    return Denial(word, told, "".join(content[:2]), bare, scope, alone)


def _shortens(word: str, whole: str) -> bool:
    """Whether a word is short for a phrase of four: 违宪 for 违反宪法."""
    if len(word) != len(whole) / 2 or len(word) != 2:
        return False
    return word[0] in whole[:2] and word[1] in whole[2:] and _LIGHT.isdisjoint(word)


ENDS = 4
"""Characters at either end of what is denied that tell what it is."""
SHORT = 3
"""Most characters of a denied word of which one by itself tells what is denied."""


def denies_in_a_word(side: Features) -> bool:
    """Whether a statement has a word that denies without a negation: closed, ceased, only."""
    return _implied.search(side.key) is not None


def stance(side: Features) -> Stance:
    """What a statement says and denies."""
    return _of_key(dated(side))
