"""Whether two words that cannot both hold are said by two statements of two people, of two times or by two sides.

Whoever is named last before a word is whom it is said of as a rule; what was so once (当时健在) may be otherwise now;
and one side may be against what another is for. Asked of every conflict of two Chinese statements that rests on words.
"""

from claims.compare.alignment import VERSIONS, Pair
from claims.compare.chinese.arguments_zh import bare_before
from claims.compare.chinese.subjects_zh import said_of
from claims.compare.chinese.units_zh import han, longest, pairs_of
from claims.compare.chinese.worked_parts import dated
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison, Features, quoted
from claims.model import Facet
from evidence.text import lazy_re as re

_clause = re.compile("[,;。:!?()]")
WORDS = 2


def said_of_two(pair: Pair, found: Comparison) -> bool:
    """Whether the two words on which a conflict rests, in the order of the statements, are said of two."""
    said = [word.replace(" ", "") for word in quoted(found.reasons[0])] if found.reasons else []
    if found.facet not in {Facet.POLARITY, Facet.IDENTITY, Facet.PLACE}:
        return False
    if bool(_another.match(pair.a.key)) != bool(_another.match(pair.b.key)):
        return True
    if pair.closeness < VERSIONS and _of_two_namesakes(pair, found.reasons[0], said):
        return True
    return len(said) == WORDS and _words_of_two(pair, *said)


def _words_of_two(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether two words are said of two sorts, activities, people, times or sides."""
    if mine not in pair.a.key or theirs not in pair.b.key:
        return False
    if len(mine) == len(theirs) == 1 and _next(pair.a.key, mine) != _next(pair.b.key, theirs):
        return True  # 北港, 南湾: parts of two names
    if all(_incumbent.fullmatch(word) for word in (mine, theirs)) or _at_a_later_time(pair, mine, theirs):
        return True  # the former mayor, the present one
    if _of_two_sorts(pair, mine, theirs) or _of_two_activities(pair, mine, theirs):
        return True
    return any(of_two(pair, mine, theirs) for of_two in (of_two_people, _at_two_times, _by_two_sides))


def _of_two_namesakes(pair: Pair, reason: str, said: list[str]) -> bool:
    """Whether the words are said of two things whose names differ in one part, which the other statement has not.

    The male and the female dead, the telephone and the television business, the concert in one town and in another.
    """
    if len(said) == 1 and (denial := _denial.search(reason)):
        said = [denial[1] if f"{denial[1]}" in side.key else said[0] for side in (pair.a, pair.b)]
    elif len(said) != WORDS:
        return False
    places = pair.a.key.find(said[0]), pair.b.key.find(said[1])
    if min(places) < 0:
        return False
    one, other = said_of(pair.a.key, places[0]), said_of(pair.b.key, places[1])
    if _of_two_parts(pair, one, other):
        return True
    mine, theirs = told_apart(one, other)
    if not mine or not theirs or any(_any_one.search(each) for each in (mine, theirs)):
        return False
    if len(mine) != len(theirs) or not set(mine).isdisjoint(theirs):
        return False
    return mine not in pair.b.key and theirs not in pair.a.key and (len(mine) > 1 or {mine, theirs} in _SEXES)


def _of_two_parts(pair: Pair, one: str, other: str) -> bool:
    """Whether two phrases name two parts of one thing by its name: 手机的电池, 手机的屏幕."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    parts = one[start:].lstrip("的"), other[start:].lstrip("的")
    whole = one[:start].rstrip("的")
    if whole == one[:start] and not any(phrase.startswith("的", start) for phrase in (one, other)):
        return False
    if len(whole) < LEAST or min(map(len, parts)) < LEAST or max(map(len, parts)) > PART:
        return False
    if not all(han.fullmatch(part) and not _no_part.search(part) for part in parts):
        return False
    named = any(two in pair.b.key for two in pairs_of(parts[0])) or any(two in pair.a.key for two in pairs_of(parts[1]))
    return not named and set(parts[0]).isdisjoint(parts[1])


_no_part = re.compile("公司|集团|[人者]$|[该这那此本其全各的是为在和与及、,]")
PART = 4
"""Characters that name a part at most."""
_denial = re.compile("[(]([^()]+)[)]$")
_SEXES = ({"男", "女"}, {"父", "母"}, {"夫", "妻"}, {"兄", "弟"}, {"姐", "妹"}, {"帝", "后"}, {"王", "后"})


def told_apart(one: str, other: str) -> tuple[str, str]:
    """What tells two phrases apart of one name, which may begin alike; empty where they are of none."""
    end = 0
    while end < min(len(one), len(other)) and one[-1 - end] == other[-1 - end]:
        end += 1
    if not end and len(whole := longest(one, other)) >= LEAST:
        one, other, end = one.partition(whole)[0], other.partition(whole)[0], len(whole)
    else:
        one, other = one[: len(one) - end], other[: len(other) - end]
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    return (one[start:], other[start:]) if end else ("", "")


def _of_two_sorts(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether the words are said of two things of one name: 文科一本线, 理科一本线; of another one: 另一颗彗星."""
    one, other = (said_of(key, key.find(word)) for key, word in ((pair.a.key, mine), (pair.b.key, theirs)))
    whole = longest(one, other)
    if len(whole) < LEAST:
        return False
    fronts = [phrase.partition(whole)[0] for phrase in (one, other)]
    if len(fronts[0]) != len(fronts[1]) or len(fronts[0]) not in _SHORT or not set(fronts[0]).isdisjoint(fronts[1]):
        return False
    if any(_any_one.search(front) for front in fronts):
        return False
    return fronts[0] + whole[0] not in pair.b.key and fronts[1] + whole[0] not in pair.a.key


_SHORT = range(1, 5)
"""Two sorts of one thing are named alike, by as many characters: 文科, 理科."""
_another = re.compile("[^,;。:!?]{0,4}另(?:外)?一[\u3400-\u9fff]")
_any_one = re.compile('["该这那此本其全各的是为在和与及、,]')


def _next(key: str, char: str) -> str:
    """The character behind another."""
    return key[key.find(char) + 1 :][:1]


def of_two_people(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether the last to be named before the one word is another than before the other: A was elected, B lost."""
    one, other = _named_last(pair.a, mine), _named_last(pair.b, theirs)
    if not one or not other or one in other or other in one:
        return False
    return one not in pair.b.key or other not in pair.a.key


def _named_last(side: Features, word: str) -> str:
    """The person named last before a word, else the one whom it describes in its clause, or nobody."""
    at = side.key.find(word)
    if at < 0:
        return ""
    people = [
        name for name in side.names if len(name) in _PERSON and han.fullmatch(name) and not _no_person.search(name)
    ]
    before = [(place, name) for name in people if (place := side.key.rfind(name, 0, at)) >= 0]
    if before:
        return max(before)[1]
    behind = _clause.split(side.key[at:])[0]
    return min(((place, name) for name in people if (place := behind.find(name)) >= 0), default=(0, ""))[1]


_PERSON = range(2, 4)
_no_person = re.compile("[市县区省国州镇乡村岛院校局部厂社队馆司会团行组站党军湖河山江海湾港路桥洲某]$")


def _of_two_activities(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether one thing stopped and another went on as usual: no lessons, but meals are served."""
    for side, word, other in ((pair.a, mine, theirs), (pair.b, theirs, mine)):
        usual = _as_usual.search(side.key, max(0, side.key.find(word)))
        if not usual or not _as_usual.match(word) or not (stopped := _activities(other)):
            continue
        if (going_on := _activities(usual["deed"])) and stopped.isdisjoint(going_on):
            return True
    return False


_as_usual = re.compile("(?:照常|如常|正常|照旧|如期)(?P<deed>[^,;。:!?]{0,4})")
_ACTIVITIES = tuple(
    re.compile(activity)
    for activity in (
        "[停上复开]课|上学|教学",
        "[停上]班|办公|上工",
        "[停行]驶|[停营载]运|[停通行]航|[停起]飞|停船|通车|发车|开出",
        "停业|歇业|营业|打烊|开门|开店",
        "[休停开]市|交易",
        "停工|施工|开工|生产|停产",
        "[停供][水电气]",
        "举[行办]|开[赛打演唱跑]|登场|演出|比赛",
    )
)
"""What goes on or stops, by what is done."""


def _activities(words: str) -> set[int]:
    return {number for number, activity in enumerate(_ACTIVITIES) if activity.search(words)}


_back_then = re.compile("(?<!案发)(?<!事发)当时|当年|那时|彼时|那时候|昔日|早年")


def _at_two_times(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether one word is said in a clause of what was so once, the other of now: then the oldest alive, now dead."""
    then = [bool(_back_then.search(_clause_of(dated(side), word))) for side, word in ((pair.a, mine), (pair.b, theirs))]
    if then[0] == then[1]:
        return False
    own, other = (pair.a.key, pair.b.key) if then[0] else (pair.b.key, pair.a.key)
    return not (_at_the_time.search(own) and _at_an_event.search(other))


_incumbent = re.compile("前任?|原任?|现任|新任|时任|上一?任|下一?任|继任|首任|候任")
_when = re.compile("(?<![小及同准按])时(?=[^间期代候速刻常而]|$)")
_later = re.compile(
    f"(?:^|[,;。:!?])(?:[{QUANTITY}{DATE}]|[数几两三四五六七八九十]+[天日周年]|[几数]个?[小时月周星期]+)[之以]?后|(?:^|[,;。:!?])(?:次日|翌日|隔天|第二天|后来|不久)"
)
_lasting = re.compile("一直|始终|至今|从未|再未|终身|迄今|仍|全程")


def _at_a_later_time(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether one word tells of the time of an event and the other of some days later: unconscious, then awake."""
    keys = pair.a.key, pair.b.key
    if any(_lasting.search(key) for key in keys):
        return False
    for (key, word), other in (((keys[0], mine), keys[1]), ((keys[1], theirs), keys[0])):
        if _when.search(_clause_of(key, word)) and not _later.search(key) and _later.search(other):
            return True
    return False


_at_the_time = re.compile("(?<=[^,;。:!?])(?<!早在)当时")
_at_an_event = re.compile(
    "(?:[发失着起][现火生]|抵达|事[发故]|出事|救出|寻获|找到|坠[机毁]|相撞|案发)(?:的?时|当[时天晚])"
)
"""当时 in the middle of what tells of one event is the time of that event, which the other tells of too."""


def _clause_of(key: str, word: str) -> str:
    """The clause in which a word stands."""
    at = key.find(word)
    return _clause.split(key[:at])[-1] + _clause.split(key[at:])[0] if at >= 0 else ""


_SIDES = tuple(
    re.compile(side)
    for side in (
        "反对党|在野",
        "执政",
        "劳方|工会|员工|工人",
        "资方|公司|雇主|厂方",
        "辩方|辩护|律师|被告",
        "检方|公诉|检察",
    )
)
"""Those who stand against each other, two by two."""
LEAST = 2
"""Fewest characters that name somebody."""
_attitude = re.compile(
    "赞成|同意|支持|反对|赞同|主张|拥护|声援|抗议|抵制|不满|满意|肯定|杯葛|附议|背书|推崇|称赞|痛批|谴责|批评|欢迎|质疑|看好|看衰|认同|力挺"
)


def _by_two_sides(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether two people or bodies take two sides: the council is for it, those who live there are against it."""
    if not (_attitude.search(mine) and _attitude.search(theirs)):
        return False
    said = (pair.a.key, mine), (pair.b.key, theirs)
    one, other = (bare_before(key, word) for key, word in said)
    sides = [
        next((n for n, side in enumerate(_SIDES) if side.search(key, 0, key.find(word))), -1) for key, word in said
    ]
    if min(sides) >= 0 and sides[0] != sides[1] and sides[0] // 2 == sides[1] // 2:
        return True
    return min(len(one), len(other)) >= LEAST and set(one).isdisjoint(other)
