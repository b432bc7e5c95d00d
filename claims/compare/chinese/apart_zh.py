"""Why a clash between two Chinese statements laid side by side is none: one thing in other words, or two things."""

from collections import Counter
from functools import cache

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.chinese import (
    arguments_zh,
    arranged_zh,
    compass_zh,
    converse_zh,
    denied_zh,
    held_zh,
    moves_zh,
    once_zh,
    order_zh,
)
from claims.compare.chinese.gist_zh import FULLER, gist
from claims.compare.chinese.poles_zh import denied_before
from claims.compare.chinese.units_zh import pairs_of, shared_units
from claims.compare.facets import period, quantity
from claims.compare.facets.contraries import contraries
from claims.compare.intervals import interval, meets
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison, Verdict, quoted, written
from claims.model import DateSpan, Facet, Quantity, RelationKind
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

VERSIONS = 0.75
"""From this closeness on, another round or part is what was changed."""
BUILT_ALIKE = 0.6
"""Below this closeness two statements are not built alike enough for their words to have changed places."""
_COMPARATIVES = "高于 低于 多于 少于 大于 小于 早于 晚于 超过 不到 优于 不如 多 少 早 晚 高 低 大 小 长 短 先 后"
_comparatives = frozenset(words.stem(word) for word in _COMPARATIVES.split())


def other_words(pair: Pair, found: Comparison) -> bool:
    """Whether what seems to clash is only said otherwise: not open, forbidden; more than B, less than A."""
    if found.facet is Facet.POLARITY:
        both_told = converse_zh.told_both_ways(pair) or converse_zh.winner_and_loser(pair)
        return both_told or _little_told(pair, found) or _denied_otherwise(pair, found)
    if found.facet in {Facet.IDENTITY, Facet.PLACE} and pair.closeness < VERSIONS and _of_other_events(pair):
        return True
    if found.facet is Facet.DATE:
        return once_zh.other_stages(pair) or _same_dates(pair)
    if found.facet is Facet.CERTAINTY:
        return held_zh.held(pair) is not None or any(_unheard.search(side.key) for side in (pair.a, pair.b))
    if found.facet is Facet.IDENTITY and (converse_zh.told_both_ways(pair) or _of_other_days(pair, found)):
        return True
    if found.facet is Facet.IDENTITY and compass_zh.turned(pair):
        return True
    if found.facet is Facet.IDENTITY and (_kin_turned(found) or _both_offices(pair, found)):
        return True
    return _no_exchange(pair, found) if found.facet is Facet.IDENTITY else _same_figures(pair, found)


def _of_other_events(pair: Pair) -> bool:
    """Whether each tells of an event of its own, born in the one town, died in the other, or one tells of several."""
    if sum(_several.search(side.key) is not None for side in (pair.a, pair.b)) == 1:
        return True
    mine, theirs = (once_zh.events_in(side.key) for side in (pair.a, pair.b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


_several = re.compile("先后|陆续|各地|等地")
_rest_denied = re.compile(f"{QUANTITY}[^,;。:!?]{{0,10}}?(?:不是|并非|非|没有?|未曾?|不|无)(?P<what>[^,;。:!?]{{2,6}})")
_denied_rest = re.compile(f"(?:没有?|未曾?|不)(?P<what>[^,;。:!?]{{2,6}}?)的[^,;。:!?]{{0,8}}{QUANTITY}")
ALL = 100


def complement(pair: Pair) -> bool:
    """Whether one tells how many are so and the other how many are not: over half untreated, under half treated."""
    mine, theirs = ([one for one in side.quantities if one.unit == "%"] for side in (pair.a, pair.b))
    if len(mine) != 1 or len(theirs) != 1:
        return False
    if _contrary_shares(pair):
        return _makes_whole(mine[0], theirs[0])
    denied = [_rest_denied.search(side.key) or _denied_rest.search(side.key) for side in (pair.a, pair.b)]
    match, other = (denied[0], pair.b.key) if denied[0] else (denied[1], pair.a.key)
    if match is None or all(denied) or not pairs_of(match["what"]) & pairs_of(other):
        return False
    return _makes_whole(mine[0], theirs[0])


def _makes_whole(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two shares may be a part and the rest."""
    one, rest = interval(mine), interval(theirs)
    return meets(one._replace(low=ALL - one.high, high=ALL - one.low), rest)


_REST = (("出席", "缺席"), ("合格", "不合格"), ("及格", "不及格"), ("男", "女"), ("就业", "失业"), ("到课", "缺课"))
"""Whoever is not of the one is of the other: the share of those present, of those absent."""


def _contrary_shares(pair: Pair) -> bool:
    """Whether one gives a share of those of whom the other gives the rest: 出席率未达五成, 缺席率超过一半."""
    for one, rest in _REST:
        told = [rest if rest in side.key else one if one in side.key else "" for side in (pair.a, pair.b)]
        both = any(rest in side.key and one in side.key.replace(rest, "") for side in (pair.a, pair.b))
        if set(told) == {one, rest} and not both:
            return True
    return False


def _same_dates(pair: Pair) -> bool:
    """Whether both give the same two times or more, and nothing changed places around them."""
    mine, theirs = (sorted(_written(one) for one in side.dates) for side in (pair.a, pair.b))
    return len(mine) > 1 and mine == theirs and arranged_zh.otherwise(pair) is None


def _written(one: DateSpan) -> tuple[str, str]:
    """The days of a time, or its words where it hangs on an unknown day: 去年."""
    return (one.first or "", one.last or "") if one.first or one.last else (fold_key(one.text), "")


def _little_told(pair: Pair, found: Comparison) -> bool:
    """Whether two contrary words stand in statements that share little but what they are about."""
    shared = gist(pair)
    if min(pair.sizes) < SHORT:
        return False
    return (shared.about <= NAME and shared.told < HALF) or (shared.told < LITTLE and found.score < WEAK)


SHORT, NAME, HALF, LITTLE, WEAK = 4.0, 2, 0.5, 0.18, 0.35
"""Too little to tell; a stretch that may be any word; shares of what both tell; a conflict that little speaks for."""
_unheard = re.compile("前所未[知有见闻]|闻所未闻|未知数")
"""Never known before: no doubt about what is told."""
_PARENTS, _CHILDREN = (
    {"父亲", "母亲", "父母", "爸爸", "妈妈"},
    {"儿子", "女儿", "长子", "长女", "独子", "独生子", "独生女"},
)


def _of_other_days(pair: Pair, found: Comparison) -> bool:
    """Whether two parts of the day are those of two days: on Sunday afternoon, at dawn on Monday."""
    if not all(_part_of_day.fullmatch(each) for each in quoted(found.reasons[0])):
        return False
    return period.disjoint(pair) or bool(_next_day.search(pair.a.key)) != bool(_next_day.search(pair.b.key))


_part_of_day = re.compile("上午|下午|早上|早晨|晚上|夜里|深夜|凌晨|清晨|中午|正午|傍晚|午后|晚间|夜间|午夜|当晚")


_next_day = re.compile("[前次翌隔](?:一天|[天日晚早晨夜])|第二[天日]")


def _kin_turned(found: Comparison) -> bool:
    """Whether one tells of the parent what the other tells of the child: his father is a judge, a judge's son."""
    said = set(quoted(found.reasons[0]))
    return bool(said & _PARENTS) and bool(said & _CHILDREN)


def _both_offices(pair: Pair, found: Comparison) -> bool:
    """Whether the one that tells of the deputy also tells of the one whom he stands in for."""
    said = [each.replace(" ", "") for each in quoted(found.reasons[0])]
    deputy = next((each for each in said if each.startswith("副")), "")
    if not deputy:
        return False
    if pair.closeness < VERSIONS:
        return True
    return any(deputy in key and deputy[1:] in key.replace(deputy, "") for key in (pair.a.key, pair.b.key))


def _denied_otherwise(pair: Pair, found: Comparison) -> bool:
    """Whether the one without the negation negates by a word of its own: not open, forbidden."""
    if found.reasons[0].startswith("one says") and (_no_contraries(pair, found) or _one_open(pair, found)):
        return True
    if moves_zh.both_move(quoted(found.reasons[0])):
        return moves_zh.relation(pair) is None
    if len(contraries(pair)) > 1 and _begins_otherwise(pair):
        return True  # lost to B at home, beat A away
    only_one = found.reasons[0].startswith("only one of them")
    if not only_one:
        return False
    keys = (pair.a.key, pair.b.key)
    if bool(_sole.search(keys[0])) != bool(_sole.search(keys[1])) or any(_twice.search(key) for key in keys):
        return True
    if all(denied_zh.stance(side).denied for side in (pair.a, pair.b)):
        return denied_zh.relation(pair) is None  # does not reach the standard, does not meet it
    doubted = bool(_doubted.search(keys[0])) != bool(_doubted.search(keys[1]))
    return (doubted or pair.closeness < VERSIONS) and denied_zh.relation(pair) is None


_doubted = re.compile("[别勿莫]以为|[不别]要以为|误[以认]为|错误(?:的)?(?:观念|认知|说法|印象)|迷思|误解")


def said_of_two(pair: Pair, found: Comparison) -> bool:
    """Whether contrary words that seem to clash are said of two things."""
    return found.facet is Facet.POLARITY and pair.closeness < VERSIONS and _of_two(pair, found.reasons[0])


def _one_open(pair: Pair, found: Comparison) -> bool:
    """Whether one of two contrary words is only asked for or expected, and the other tells what came about."""
    said = [*quoted(found.reasons[0]), "", ""][:PAIR]
    if bool(_foreseen.search(pair.a.key)) != bool(_foreseen.search(pair.b.key)):
        return True
    left = []
    for word, side in zip(said, (pair.a, pair.b), strict=True):
        at = side.key.find(word) if word else -1
        left.append(at >= 0 and arguments_zh.left_open(side.key, at, at + len(word)))
    return left[0] != left[1]


def foreseen_by_one(pair: Pair) -> bool:
    """Whether one tells what was expected before by those who do not decide it, the other what came about."""
    if bool(_expected.search(pair.a.key)) != bool(_expected.search(pair.b.key)):
        return True
    ahead = [
        _foreseen.search(side.key) is not None and _ahead.search(side.key) is not None for side in (pair.a, pair.b)
    ]
    return pair.closeness < VERSIONS and ahead[0] != ahead[1]


_expected = re.compile(f"(?:{DATE}|先前|早前|原先|事前|曾)曾?预[计期测料估]")
"""What was expected some time before, 此前 being a time."""
_ahead = re.compile("预[计期测料]|(?:估计|看好|认为)[^,;。]{0,8}[将会]")


_foreseen = re.compile(
    "(?:经济学家|分析师|分析员|分析人士|受访者?|专家|学者|机构|市场|交易员|投资者|投资人|外界|媒体|观察家|民调)"
    "[^,;。:!?]{0,10}(?:预[计期测料估]|估计|看[好衰淡]|押注|认为[^,;。:!?]{0,10}会)"
)
"""What those expect who do not decide it."""


def _of_two(pair: Pair, reason: str) -> bool:
    """Whether the contraries of a reason are said of two things."""
    said = quoted(reason)
    if len(said) < PAIR:
        return False
    if all(_person.match(word) for word in said[:PAIR]):
        return True
    if arguments_zh.of_other_objects(pair, *said[:PAIR]) or arguments_zh.of_other_names(pair, *said[:PAIR]):
        return True
    if arguments_zh.of_other_parts(pair, *said[:PAIR]) or arguments_zh.of_a_pair(pair, *said[:PAIR]):
        return True
    return arguments_zh.apart(pair, *said[:PAIR]) or arguments_zh.of_nothing_shared(pair, *said[:PAIR])


PAIR = 2
"""A word of each statement."""
_person = re.compile("[男女](?:[子性童士生人孩婴]|学生|教师)")
"""A man and a woman are two, not contraries of one."""


_modal = re.compile("[须需可能会应得要共全总]|维持|保持|[增减升降调涨跌加缩][至到为]?|达|至")
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
    clash = Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6, reasons=(clashes[0].reason,))
    return None if _same_figures(pair, clash) else clash


_CONVERSE = (
    "多于 少于 高于 低于 大于 小于 早于 晚于 先于 迟于 优于 逊于 胜 负 赢 输 击败 不敌 败给 夺冠 "
    "买入 卖出 购入 售出 借入 借出"
)
_converse = frozenset(words.stem(word) for word in _CONVERSE.split())
"""Words whose contrary says the same of exchanged parties."""


def _no_contraries(pair: Pair, found: Comparison) -> bool:
    """Whether two words that seem contrary are not: both are said by one, one is denied, or the parties changed."""
    mine, theirs = [*quoted(found.reasons[0]), "", ""][:2]
    if not mine or not theirs:
        return False
    if mine in pair.b.key or theirs in pair.a.key:
        return True
    keys = (pair.a.key, pair.b.key)
    if any(f"{word}{after}" in key for word, key in zip((mine, theirs), keys, strict=True) for after in _AFTER):
        return True  # after the divorce: told of as past
    if any(_rest.search(one) and _sole.search(other) for one, other in (keys, keys[::-1])):
        return True  # only one survived, all died but one, most died
    if any(f"新{word}" in key for word, key in zip((mine, theirs), keys, strict=True)):
        return True  # new cases, not more than before
    if any(_describes(word, key) for word, key in zip((mine, theirs), keys, strict=True)):
        return True
    if any(turns(mine, pair.a.key) != turns(theirs, pair.b.key) for turns in (_undone, _lifts)):
        return True  # the ban was lifted, it is allowed again
    return turned_about(pair)


def _describes(word: str, key: str) -> bool:
    """Whether a word only describes whom a clause begins with: 落败的候选人, 停办多年的音乐节."""
    led = (clause[len(word) :] for clause in _clause_end.split(key) if clause.startswith(word))
    return any(_modifies.match(rest) for rest in led)


_modifies = re.compile("(?:多年|已久|数[年月日天]|\x01)?的[^,;。:!?]")


def _undone(word: str, key: str) -> bool:
    """Whether a word stands behind one that turns it into its contrary."""
    at = key.find(word)
    return at >= 0 and bool(denied_before.search(key, 0, at)) != arguments_zh.lifted(key, at + len(word))


def _lifts(word: str, key: str) -> bool:
    """Whether a word does away with what stopped or forbade something: 停水措施取消."""
    return _stopping.search(_clause_end.split(key[: key.find(word)])[-1]) is not None


_stopping = re.compile("[停禁限封罢免][^,;。:!?]{0,8}(?:措施|规定|令|限制|政策|安排|管制)(?:已|将|即将|正式|全面)*$")


def turned_about(pair: Pair) -> bool:
    """Whether the parties changed places around such a word: A beat B, B lost to A."""
    for i, j in contraries(pair):
        if {pair.left.stems[i], pair.right.stems[j]} <= _converse:
            return any((k < i) != (m < j) for k, m in [*pair.moved, *pair.matched] if pair.left.content[k])
    return False


_AFTER = ("后", "之后", "以后")
_clause_end = re.compile("[,;。:!?]")
_rest = re.compile("除|大部分|大多|多数|其余|大半|绝大")
_sole = re.compile("只有|仅有?|唯有|除|只[^,;。:!?]{1,6}[到至]")
_twice = re.compile("没有?人不|无人不|没有?不|无不|莫不|不得不|不能不|不会不|非[^,;。]{1,8}不可")
"""Denials of a denial."""


def _begins_otherwise(pair: Pair) -> bool:
    return len({next(iter(tokens.content_stems()), "") for tokens in (pair.left, pair.right)}) > 1


def _same_figures(pair: Pair, found: Comparison) -> bool:
    """Whether both give just the same figures, in sentences of their own build: matched wrongly rather than changed."""
    if found.facet is not Facet.QUANTITY:
        return False
    mine, theirs = (Counter((one.low, one.high) for one in side.quantities) for side in (pair.a, pair.b))
    left, right = (sorted(written(side)) for side in (pair.a, pair.b))
    return mine == theirs and mine.total() > 1 and left != right and pair.closeness < SAME_BUILD


SAME_BUILD = 0.9
"""From this closeness on, figures that changed places were exchanged."""


_titles = frozenset({"某", "姓", "氏"})


def _no_exchange(pair: Pair, found: Comparison) -> bool:
    """Whether what is said to have changed places is no phrase of the two, or turns a comparison about."""
    phrases = quoted(found.reasons[0])
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
    mine, theirs = written(pair.a), written(pair.b)
    if sorted(mine) == sorted(theirs):
        return order_zh.rearranged(pair)
    return not all(each in mine and each in theirs for each in phrases)


_CLASSES = ("肺炎", "太平洋", "博士", "木造", "宋代", "红色", "金牌")
"""One member of each class of which a thing has only one: what it died of, where it flows, of what it is made."""


@cache
def _kinds() -> frozenset[int]:
    return frozenset().union(*(words.classes().get(words.stem(one), frozenset()) for one in _CLASSES))


def rivals(pair: Pair) -> Comparison | None:
    """A conflict when two statements of one subject name different members of such a class."""
    if (
        gist(pair).about < SUBJECT
        or gist(pair).ratio >= FULLER
        or (pair.other_subject and len(shared_units(pair)) < SUBJECT)
    ):
        return None
    kinds = _kinds()
    for mine, theirs in pair.contrasts:
        if kinds & words.classes().get(mine, frozenset()) & words.classes().get(theirs, frozenset()):
            reason = f"“{mine}” stands where the other has “{theirs}”"
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(reason,))
    return None


SUBJECT = 2
"""Fewest characters of the stretch that names what both are about."""
