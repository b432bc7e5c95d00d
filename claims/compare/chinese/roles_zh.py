"""Who does it and how two are related, in two Chinese statements of one thing.

What only one can be or do is told in a few ways: 由某某执导, 执导的是某某, 某某执导; the loser and the winner of one
match; the kinship of two. Another filler of such a role is another account.
"""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese import offices_zh
from claims.compare.chinese.units_zh import longest, of_one_thing, one_name
from claims.compare.chinese.worked_parts import plain
from claims.compare.facets import period
from claims.compare.needed import Cue, characters
from claims.compare.values import Comparison
from claims.compare.words import stem
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_DEEDS = (
    "饰演|扮演|演出|出演|担纲|主演",
    "执导|导演|拍摄|编导|自编自导",
    "作曲|谱曲|谱写|配乐|写成|撰写|所写|执笔|所着|编写|创作|作词|填词|填写",
    "承建|兴建|建造|打造|修筑|起造",
    "设计",
    "发现|发明|首创",
    "创办|创立|创建|创设|发起|设立|成立|开办|开设|兴办",
    "担任|出任|接任|接掌|继任|就任|升任|执掌|掌舵",
    "胜出|获胜|险胜|夺冠|折桂|夺魁|封王|封后|称王|称后|称霸|卫冕|蝉联|摘冠|问鼎|夺得|夺下|夺走|抢下|独得|拿下|赢得|摘下|抱走|取得|当选|胜选|连任",
    "演唱|主唱|翻唱",
    "翻译|译成|译出",
    "绘制|所绘|绘成|雕刻|雕塑",
    "率领|指挥|执教|领军",
    "赠送|捐赠|捐建|捐献",
    "收购|买下|并购|购得",
    "主持|主讲",
    "支付|负担|承担|出资|缴付|缴纳|买单",
    "供应|供货",
    "制造|生产|代工",
    "研发|研制|开发",
    "得标|标下|标得|中标|承包|承揽",
    "捕获|钓到|钓获|钓起|捕捞|捕到|捉到|猎获|捞获",
)
"""Deeds that one does alone, each line in its many words."""
WINS, TENDER = 8, 20
"""The lines of the deeds that only one can do in one contest, and for one contract."""
_WON = frozenset(_DEEDS[WINS].split("|")) - {"取得"}
_ANY = "完成|负责|操刀|一手包办|包办|执行"
_verbs = re.compile("|".join([*_DEEDS, _ANY]))
_name = "[\u3400-\u9fffa-z0-9·\\-. ]{2,16}?"
_between = "(?:[在于]?[\x01\x02]|一人|一手|独自|独力|亲自|共同|联手|担纲|首度|首次|曾经?|已|将|会|所|来|负责)*"
_by = Cue(f"(?<![自理经])由({_name}){_between}({_verbs.pattern})")
_cleft = Cue(f"({_verbs.pattern})[^,;。:!?]{{0,12}}?(?:的人?|者|人)(?:[是为]|就是|乃|则是)({_name})(?=[,;。:!?]|$)")
_SHORT = {
    "写": "作曲",
    "谱": "作曲",
    "作": "作曲",
    "填": "作曲",
    "拍": "执导",
    "导": "执导",
    "盖": "承建",
    "建": "承建",
    "唱": "演唱",
    "译": "翻译",
    "画": "绘制",
    "演": "饰演",
}
"""A deed in one character, which only stands for it alone in 是某某写的, with a word for it."""
_focus = Cue(
    f"[^不]是({_name})(?:[\x02在于][^,;。:!?]{{0,12}}?)?(?:首[次度]|最[早先]|率先|所)?({_verbs.pattern}|[{''.join(_SHORT)}])的(?=[,;。:!?]|$)"
)
_hand = Cue(
    f"(?:出自|来自)({_name})(?:之手|手笔|笔下)|是({_name})的(?:作品|手笔|杰作)"
    f"|(?:设计|作品|[曲词歌书画]|配乐|剧本|创意|构想)[^,;。:!?]{{0,4}}?出自({_name})(?=[,;。:!?]|$)"
)
_maker = Cue(
    "(?:作者|作词者|作曲者|编剧|导演|设计者|设计师|创作者|承包商|承建商|发明者|发明人|创办人|创始人|创立者|译者|主演|得主|冠军|优胜者|赢家"
    f"|主唱|主持人|指挥|制作人|捐赠者|赞助商|主办方|主办单位|男主角|女主角|主角)[是为](?!否|何|谁)(?:首[次度][^,;。]{{1,6}}的)?({_name})(?=[,;。:!?]|$)"
)
_lead = Cue(f"(?:^|(?<=[,;。:!?]))((?:自由|理由|[^,;。:!?由被]){{2,30}}?)({_verbs.pattern})")
_cut = re.compile(
    "(?<!^)(?:[以在于从经因凭]|将|已|曾|首[次度]|一举|最终|终于|担纲|\x01|亲自|也|又|还|才|成功|顺利|轻松|苦战)"
)


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two fill one role with two that cannot both fill it."""
    for find in (_doers, _pioneers, _holders, _kin):
        for facet, reason in find(pair):
            return Comparison(kind=RelationKind.CONFLICTS, facet=facet, score=0.6, reasons=(plain(reason),))
    return None


# --- who does it -------------------------------------------------------------------------------------------------


def _doers(pair: Pair) -> Iterator[tuple[Facet, str]]:
    mine, theirs = _agents(pair.a.key), _agents(pair.b.key)
    first = all(_first.search(side.key) for side in (pair.a, pair.b))
    if not mine or not theirs or (period.disjoint(pair) and not first):
        return
    for one, other in product(mine, theirs):
        alike = one.deed == other.deed or -1 in (one.deed, other.deed) or {one.deed, other.deed} == {WINS, TENDER}
        if not alike or not (one.sure or other.sure) or one_name(one.who, other.who):
            continue
        if stem(one.who) == stem(other.who) or any(_anybody.fullmatch(each.who) for each in (one, other)):
            continue
        if one.who[-2:] in pair.b.key or other.who[-2:] in pair.a.key or not _of_one_work(pair, one, other):
            continue
        yield Facet.IDENTITY, f"“{one.who}” does in one what “{other.who}” does in the other"
        return


def _of_one_work(pair: Pair, one: "Agent", other: "Agent") -> bool:
    """Whether both tell of one thing; two letters that begin a statement name it where both say who alone did it."""
    if of_one_thing(pair, one.who, other.who):
        return True
    run = longest(pair.a.key, pair.b.key)
    begins = pair.a.key.startswith(run) or pair.b.key.startswith(run)
    return one.sure and other.sure and len(run) > 1 and begins and of_one_thing(pair, one.who, other.who, least=1)


_first = re.compile("首[次度位个部]|最早|最先|第一[次个位部]|率先")


_pioneer = Cue(
    f"(?:^|(?<=[,;。:!?]))({_name})(?:率先|最早|最先|第一个|首先)(?P<deed>[\u3400-\u9fff]{{1,6}})"
    f"|首(?P<short>[\u3400-\u9fff]{{1,3}})[者人](?:是|为|乃)({_name})(?=[,;。:!?]|$)"
    f"|(?:率先|最早|最先|第一[个位]|首[个位次度])(?P<long>[^,;。:!?]{{1,12}}?)的(?:人|选手|队伍)?(?:是|为|乃)({_name})(?=[,;。:!?]|$)"
)


def _pioneers(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The first to do a thing is one in one statement, another in the other."""
    if (mine := _pioneer.search(pair.a.key)) is None or (theirs := _pioneer.search(pair.b.key)) is None:
        return
    (one, deed), (other, another) = (
        (match[1] or match[4] or match[6], match["deed"] or match["short"] or match["long"]) for match in (mine, theirs)
    )
    one, other = _title.split(one)[-1] or one, _title.split(other)[-1] or other
    alike = set(deed) & set(another) - _LIGHT and not set(one[-2:]) & set(other[-2:])
    if alike and of_one_thing(pair, one, other, least=1):
        yield Facet.IDENTITY, f"“{one}” does in one what “{other}” does in the other"


_LIGHT = set("的了是在于和与及或因为由所之而")
_title = re.compile(
    "(?:建筑师|工程师|设计师|教授|博士|先生|女士|小姐|医师|医生|律师|导演|老师|作家|教练|市长|县长|议员|大师)"
)


_anybody = re.compile(
    "学者|专家|男子|女子|男性|女性|选手|球员|球星|学生|教师|老师|法官|警[察员]|员警|艺人|歌手|导演|作家|网红|影星|议员|立委|官员"
    "|民众|市民|业者|商人|医[师生]|律师|教授|科学家|台湾人|港人|华人|本地人|外国人|外籍人士"
)
"""Somebody of a sort, whom the other may name."""


class Agent(NamedTuple):
    """Who does a deed."""

    deed: int
    """The line of the deeds, -1 for a deed of any sort."""
    who: str
    sure: bool
    """Whether the sentence says that it is nobody else."""


def _agents(key: str) -> list[Agent]:
    """The deeds of a statement with whom they are done by."""
    if _TELLING.isdisjoint(key):
        return []
    found = [Agent(_deed(match[2]), match[1], sure=True) for match in _by.finditer(key)]
    found += [Agent(_deed(match[1]), match[2], sure=True) for match in _cleft.finditer(key)]
    found += [Agent(-1, match[1] or match[2] or match[3], sure=True) for match in _hand.finditer(key)]
    found += [Agent(-1, match[1], sure=True) for match in _maker.finditer(key)]
    found += [Agent(_deed(match[2]), _timeless.split(match[1])[0], sure=True) for match in _focus.finditer(key)]
    found = found or list(_subjects(key))
    return [one._replace(who=_title.sub("", one.who) or one.who) for one in found]


_TELLING = characters(_verbs, _hand, _maker)
"""Characters of which a statement has one that tells who does something."""
_timeless = re.compile("[\x01\x02在于]")


def _subjects(key: str) -> Iterator[Agent]:
    """Whoever stands before a deed in its clause."""
    for match in _lead.finditer(key):
        who = _of.split(_cut.split(match[1])[0])[-1]
        if len(who) > 1 and not _verbs.search(who):
            yield Agent(_deed(match[2]), who, sure=match[2] in _WON)


_of = re.compile("[的是]")


def _deed(verb: str) -> int:
    return _LINES.get(_SHORT.get(verb, verb), -1)


_LINES = {verb: number for number, line in reversed(list(enumerate(_DEEDS))) for verb in line.split("|")}
"""The line of each word for a deed, the first where it stands on two."""


def _holders(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The captain is so-and-so in one, another in the other."""
    if period.disjoint(pair):
        return
    for one, other in offices_zh.rivals(pair):
        yield Facet.IDENTITY, f"{one.office}: “{one.who}” in one, “{other.who}” in the other"


# --- how two are related -----------------------------------------------------------------------------------------

_KIN = {
    "parent": "父亲|母亲|爸爸|妈妈|生父|生母|养父|养母|父母",
    "child": "儿子|女儿|独生子|独生女|独子|独女|长子|次子|幼子|长女|次女|幼女|养子|养女|[之的]子|[之的]女",
    "sibling": "兄弟|姐妹|姊妹|兄妹|姐弟|姊弟|哥哥|弟弟|姐姐|妹妹|胞兄|胞弟|胞姐|胞妹|孪生|手足",
    "spouse": "夫妻|夫妇|夫妻档|妻子|丈夫|太太|先生|配偶|伉俪|遗孀",
    "grandparent": "祖父|祖母|爷爷|奶奶|外公|外婆|外祖父|外祖母|祖孙",
    "uncle": "叔叔|伯父|舅舅|姑姑|阿姨|姨妈|叔侄|姑侄|舅甥|侄子|侄女|外甥|外甥女",
    "cousin": "表兄|表弟|表姐|表妹|堂兄|堂弟|堂姐|堂妹|表哥|堂哥|表亲",
    "teacher": "老师|学生|弟子|师徒|师生|恩师|徒弟|门生",
}
_kin_of = {kind: re.compile(pattern) for kind, pattern in _KIN.items()}
_is = re.compile("是|为|系|乃")


def _kin(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Two that are parent and child in one account and brother and sister in the other."""
    sides = []
    for side in (pair.a, pair.b):
        found = {kind: match[0] for kind, one in _kin_of.items() if (match := one.search(side.key))}
        if len(found) != 1 or not _is.search(side.key):
            return
        sides.append(next(iter(found.items())))
    (kind, word), (other, another) = sides
    if kind == other or {kind, other} == {"parent", "child"}:
        return
    if len(_stretches(pair)) > 1:
        yield Facet.IDENTITY, f"“{word}” in one, “{another}” in the other"


def _stretches(pair: Pair) -> list[str]:
    """Stretches of two or more characters that both have, the longest first, apart from one another: the names."""
    left, right = pair.a.key, pair.b.key
    found = []
    size = min(8, len(left))
    while size > 1:
        pieces = (left[i : i + size] for i in range(len(left) - size + 1))
        piece = next((one for one in pieces if one in right and all("\u3400" < char < "\ua000" for char in one)), "")
        if piece:
            found.append(piece)
            left, right = left.replace(piece, "\n"), right.replace(piece, "\n")
        else:
            size -= 1
    return found
