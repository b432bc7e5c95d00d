"""What stands around a number in Chinese: units, currencies, classifiers and the nouns they count."""

from functools import cache

from claims.features.cues import alternation
from claims.features.numbers_text import table, words
from claims.features.quantities_units import Unit
from evidence.text import lazy_re as re

NOUN_REACH = 8
"""Code points after a classifier within which its noun is looked for: 3个大型水电站."""


@cache
def _units_zh() -> dict[str, tuple[str, float]]:
    """Every Chinese unit word with its canonical name and factor; classifiers are their own names."""
    known: dict[str, tuple[str, float]] = {word: (word, 1) for word in words("quantities_zh", "classifiers")}
    for name in table("quantities_zh")["units"]:
        known.update((word, (name, 1)) for word in words("quantities_zh", "units", name))
    for key, factor in (("words", 1.0), ("tenth", 0.1), ("hundredth", 0.01)):
        known.update((word, ("元", factor)) for word in words("quantities_zh", "local_money", key))
    known.update((word, (word, 1)) for word in words("quantities_zh", "ambiguous"))
    for name in table("quantities_zh")["factors"]:
        for pair in words("quantities_zh", "factors", name):
            word, _, factor_of = pair.partition("=")
            known[word] = (name, float(factor_of))
    return known


@cache
def _unit_zh() -> re.Pattern[str]:
    guards = "".join(f"(?<!{word}(?={after}))" for word, after in _NO_UNIT.items())
    return re.compile(rf" ?(?P<unit>{alternation(list(_units_zh()))}){guards}{_PLACES}(?<!通(?!{_CALLS}))")


_NO_UNIT = {
    "人": "[民工均类口才大]",
    "名": "[义单字称额次]",
    "年": "[代级轻龄报]",
    "天": "[然津空文]",
    "周": "[岁年]",
    "分": "[之钟]|公司|别|布|析|行|店",
    "员": "工",
    "度": "假",
    "平": "方|均",
    "死": "刑|亡人数",
    "金": "额|融|价|属|牌",
    "条": "件",
    "次": "级|序",
    "回": "归|到|应",
    "位": "数|于|置",
    "里": "面",
    "节": "目|省|日",
    "面": "对|积|临",
    "家": "人|庭",
    "种": "植",
    "部": "门|分",
    "级": "别",
    "桶": "装",
    "股": "东|份",
    "铜": "矿",
    "银": "行",
    "页": "岩",
    "球": "队|员|迷",
    "起": "来|跳|步|算",
    "间": "接|隔",
    "票": "价",
    "箱": "子",
    "包": "[括含裹围办庇容机装]",
    "盘": "[点问旋踞中后活]",
    "尾": "[声随数牌号盘]",
    "曲": "[线折目]",
    "袋": "[装鼠]",
    "罐": "[装头]",
    "摊": "[位贩商牌派]",
    "碗": "[柜装]",
    "壶": "[装铃]",
    "字": "头",
    "所": "以|有|得|谓",
    "件": "套",
    "项": "目",
    "对": "于|此|外|华|美",
    "点": "半|钟",
    "场": "均|地|馆",
    "发": "布|生|现|展",
    "层": "面|次",
    "步": "行|兵",
    "句": "容",
    "门": "诊",
    "双": "方|边",
    "米": "粒",
    "车": "[道厢站牌次间皮库位祸主队展辆厂型手市]",
    "篮": "[板下筐球]",
}
"""What makes a character behind a number no unit but the beginning of a word: 年代, 分之, 天然."""
_PLACES = "(?<!(?<![公海英华])里(?=[乡镇村屯坡桥铺庄]))(?<!台(?=[河湾州]))(?<!岁(?=山))"
"""Units that begin the second half of a place's name: 三里屯, 七台河."""
_CALLS = "[电来去留短简视]|热线|举报|投诉|求救|录音"
"""What calls and messages begin with, which 通 counts: 三通 in 小三通 is a name."""


@cache
def _first_of_units_zh() -> frozenset[str]:
    """A Chinese unit begins with one of these characters."""
    return frozenset([" ", *(word[0] for word in _units_zh())])


@cache
def _nouns_zh() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {word: name for name in table("quantities_zh")["nouns"] for word in words("quantities_zh", "nouns", name)}
    return re.compile(alternation(list(names))), names


_people_at = re.compile(r"的?人(?![民工均类口才大事造])")
_han_run = re.compile(rf"的?[\u3400-\u9fff]{{0,{NOUN_REACH}}}")


def noun_zh(text: str, position: int, reach: int = NOUN_REACH) -> str | None:
    """The canonical name of the first known noun in the run of characters from a position on."""
    run = _han_run.match(text, position)
    if run is None:
        return None
    pattern, names = _nouns_zh()
    if _people_at.match(text, position):
        return "people"
    found = pattern.search(text, position, min(run.end(), position + reach))
    if found and len(found[0]) == 1 and (found.start() != position or _longer_noun.match(text, found.start())):
        return None
    return names[found[0]] if found else None


_longer_noun = re.compile(
    "歌[剧手舞词迷星]|书[店法画信架柜桌房]|车[位站牌厢道主库]|船[员坞票]|队[员长友]|店[员主]|案[例情]|房[间客东]|村民|国(?:[人立民产际防旗语道宝医军会]|[中小]生|小(?!组)|高中)|树苗|站台"
)
"""Nouns that begin with a noun of one character and are something else: 两部歌剧 are no songs."""


@cache
def _after_names() -> re.Pattern[str]:
    return re.compile(f" ?{alternation(words('quantities_zh', 'names_after'))}")


def names_something(text: str, start: int, end: int, *, after: bool) -> bool:
    """Whether the words around a number make it a name: 3号线, 20届, 东风41."""
    before = _before_names().search(text, max(0, start - 8), start)
    return bool(before) or (after and bool(_after_names().match(text, end)))


@cache
def _before_names() -> re.Pattern[str]:
    return re.compile(rf"{alternation(words('quantities_zh', 'names_before'))}[\s:：#-]?$")


_temperature_before = re.compile(
    r"(?:气温|温度|高温|低温|体温|水温|最高|最低|降至|升至|零下|炎热|酷热|冷|热|室温|摄氏)[^，。；！？]{0,8}$"
)
_time_before = re.compile(r"(?:时|小时|用时|耗时|历时|持续|迟到|等了|晚点|第)\s?$")
_quake_near = re.compile(r"地震|震级|里氏|余震|强震|规模|芮氏|发生")
_wind_near = re.compile(r"风|颱|台风")
_index_before = re.compile(
    r"(?:涨|跌|升|降|挫|报|收|至|指数|指|站上|失守|突破|逼近|直逼|守住|重返|冲破|突破)[^，。；！？]{0,6}$"
)


def unit_zh(text: str, start: int, end: int, *, traditional: bool, language: str | None) -> Unit | None:
    """The Chinese unit after a number that stands at `[start, end)`."""
    found = _unit_zh().match(text, end) if text[end : end + 1] in _first_of_units_zh() else None
    if found is None:
        return None
    word = found["unit"]
    name, factor = _units_zh()[word]
    close = found.end()
    if word == "块" and _piece_after.match(text, close):
        return Unit("块", close, 1, word)
    if name == "元":
        return Unit(
            _yuan(text, start, close, traditional=traditional, language=language),
            _money_end(text, close),
            factor,
            word,
        )
    if word in {"分", "度", "级", "点"}:
        return _ambiguous(text, start, close, word)
    if word == "码":
        return Unit("pp", close, 0.25, word) if _rate_before.search(text[max(0, start - 9) : start]) else None
    if word == "平" and _results.search(text, max(0, start - 2), start):
        return None  # 三胜一平
    speed = name in {"km", "m", "miles"} and re.search(
        r"(?:时速|每小时|车速|速度|每秒|风速|秒速)[^，。；！？]{0,6}$", text[max(0, start - 12) : start]
    )
    if speed:
        per_second = name == "m" and re.search("秒|风", speed[0])
        name = "m/s" if per_second else {"km": "km/h", "m": "m/s", "miles": "mph"}[name]
    if name == "people" and word == "次":
        name = "times"
    if word == "周" and _circling.search(text[max(0, start - 12) : start]):
        name = "laps"
    if name == "times" or word in words_of_classifiers() or word == "打":
        name = _counted(text, (start, close), word, name)
    return Unit(name, close, factor, word)


@cache
def words_of_classifiers() -> frozenset[str]:
    """The classifiers that leave the unit to the noun after them."""
    return frozenset(words("quantities_zh", "classifiers"))


def _counted(text: str, at: tuple[int, int], word: str, name: str) -> str:
    """The noun that a classifier counts; without one the classifier itself, and 家 companies."""
    if word == "班":
        return word  # 八班船 are sailings, no ships
    noun = noun_zh(text, at[1])
    if name == "times":
        return noun if noun in {"assists", "rebounds", "steals", "blocks"} and word == "次" else "times"
    return noun or ("companies" if word == "家" else _noun_before(text, *at) or word)


def _noun_before(text: str, start: int, end: int) -> str | None:
    """The known noun before a number that ends its clause: 有问题的论文多达9篇, 车辆受损8辆."""
    if not _clause_ends.match(text, end):
        return None
    before = _counting.sub("", text[max(0, start - NOUN_REACH) : start])
    pattern, names = _nouns_zh()
    last = [found for found in pattern.finditer(before) if found.end() == len(before) and len(found[0]) > 1]
    return names[last[0][0]] if last else None


_clause_ends = re.compile(r"\s*(?:[，。；：！？、,.;:!?）)」”]|$)")
_counting = re.compile(
    "(?:(?:一|总)?共计?|合计|总计|累计|全部|就|已|又|还|仅|只|才|约|近|超过?|逾|至少|最多|多达|高达|[达有为是剩余]|增[至加]|减[至少]|受损|毁坏?|损[坏毁失])*$"
)


_piece_after = re.compile(r" ?[A-Z]|芯片|显卡|屏|电池|石|砖|玻璃|板|木|土地|地|田|肉|糖|布|蛋糕|饼|面包|硬盘|骨")


def _money_end(text: str, end: int) -> int:
    after = re.compile(r"(?:人民币|钱)").match(text, end)
    return after.end() if after else end


_piece_after = re.compile(r" ?[A-Z]|芯片|显卡|屏|电池|石|砖|玻璃|板|木|土地|地|田|肉|糖|布|蛋糕|饼|面包|硬盘|骨")
_country_money = {
    "人民币": "CNY",
    "新台币": "TWD",
    "台币": "TWD",
    "港币": "HKD",
    "港元": "HKD",
    "澳门币": "MOP",
    "美金": "USD",
    "美元": "USD",
    "欧元": "EUR",
    "日币": "JPY",
}
_MONEY_ENDS = frozenset(word[-1] for word in _country_money)
_money_before = re.compile(rf"(?P<money>{'|'.join(_country_money)})\s?$")


def money_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency named before a sum, and where its name begins: 新台币三亿元."""
    last = "" if text.isascii() else text[start - 1 : start]
    found = _money_before.search(text, max(0, start - 6), start) if last in _MONEY_ENDS or last.isspace() else None
    return (_country_money[found["money"]], found.start()) if found else None


_PLACE_SAMPLE = 4000
_HONG_KONG, _TAIWAN = ("香港", "港元", "港币", "特区"), ("台湾", "新台币", "台币", "台北", "立法院", "县市")


def _yuan(text: str, start: int, end: int, *, traditional: bool, language: str | None) -> str:
    if text.startswith("人民币", end):
        return "CNY"
    if before := money_before(text, start):
        return before[0]
    if language and language.casefold().endswith(("-hk", "-mo")):
        return "HKD"
    if not traditional:
        return "CNY"
    head = text[:_PLACE_SAMPLE]
    return "HKD" if sum(map(head.count, _HONG_KONG)) > sum(map(head.count, _TAIWAN)) else "TWD"


def _ambiguous(text: str, start: int, end: int, word: str) -> Unit | None:
    """度, 级, 点 and 分 by what stands around them; None where they count nothing (三级, 9点)."""
    before = text[max(0, start - 14) : start]
    if word == "度":
        return _degrees(text, start, end, before)
    if word == "级":
        name = _grade(text, end, before)
    elif word == "点":
        name = "points" if _index_before.search(before) else None
    else:
        name = "minutes" if _time_before.search(before) else "points"
    return Unit(name, end, 1, word) if name else None


def _degrees(text: str, start: int, end: int, before: str) -> Unit | None:
    """38度 is a temperature after words of weather or below zero, 300度电 are kWh, 15度角 degrees."""
    following = text[end : end + 1]
    if before.endswith("华氏"):
        return Unit("°F", end, 1, "度")
    if following == "电":
        return Unit("kWh", end + 1, 1, "度")
    if following == "假":
        return None
    if _often.match(text, start) and not _turning.search(before):
        return Unit("times", end, 1, "度")
    warm = text.startswith(("零下", "-"), start) or _temperature_before.search(before)
    warm = warm or _warmth_before.search(text, max(0, start - WARMTH), start)
    return Unit("°C" if warm else "degrees", end, 1, "度")


_warmth_before = re.compile(
    r"(?:[气水体室高低炉]温|温度)[^。；！？]{0,16}[\d一二三四五六七八九十百千]度[^。；！？角电经纬斜转]{0,8}$"
)
"""A temperature that the one before was, too: 第一炉温度1390度，第二炉1430度."""
WARMTH = 36
_circling = re.compile("(?:(?<!围)绕[^，。；！？、\\d]{0,8}|环[岛城山湖海][^，。；！？、\\d]{0,3}|[旋自公]转|转体)$")
"""Before a count of 周 that are rounds, not weeks: 绕太阳一周."""
_rate_before = re.compile("[息率][^，。；！？]{0,6}$")
"""Before a step of an interest rate, a quarter of a point: 升息半码."""
_results = re.compile("[胜负败][,、]?$")
"""Before a number of draws."""
_often = re.compile(
    "[两二三四五六七八九几多]度(?=[\u3400-\u9fff])(?![角电假音左右以内外灼烧烫冻空仰倾东西南北的和与到至、])"
)
"""So many times, not degrees: 三度交手."""
_turning = re.compile("(?:[高低升降仰俯倾斜偏转旋温纬经热冷]|角度?|[了约近逾超达到至为])[^，。；！？]{0,2}$")
_quake_before = re.compile("(?:里氏|震级|规模|芮氏|地震)[^，。；！？]{0,5}$")
_wind_before = re.compile("风[^，。；！？]{0,7}$")


def _grade(text: str, end: int, before: str) -> str | None:
    """A magnitude next to an earthquake, a wind force next to a wind, else a mere rank."""
    if _quake_near.search(text, end, end + 4) or _quake_before.search(before):
        return "magnitude"
    return "Beaufort" if _wind_near.search(text, end, end + 4) or _wind_before.search(before) else None
