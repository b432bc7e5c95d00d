"""What stands around a number: units, currencies, classifiers and counted nouns, and the bounds before and after."""

from functools import cache
from typing import NamedTuple

from claims.features.cues import alternation
from claims.features.numbers_en import SMALL
from claims.features.numbers_text import table, words
from evidence.text import lazy_re as re

NOUN_REACH = 8
"""Code points after a classifier within which its noun is looked for: 3个大型水电站."""


FIRST_HAN = "\u2e80"
"""From here on, characters are of China and Japan; letters and symbols of English units come before."""


class Unit(NamedTuple):
    """A unit that was read: canonical name, where it ends, and how many of it one as written is."""

    name: str
    end: int
    factor: float = 1
    word: str = ""


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
    # 年代, 分之, 天然 and the like begin with a unit's character without being one; 人民币 follows a sum.
    return re.compile(
        rf" ?(?P<unit>{alternation(list(_units_zh()))})"
        r"(?<!人(?=[民工均类口才大]))(?<!名(?=[义单字称额次]))(?<!年(?=[代级轻龄报]))(?<!天(?=[然津空文]))(?<!周(?=[岁年]))(?<!分(?=[之钟]))"
        r"(?<!员(?=工))(?<!度(?=假))(?<!平(?=方|均))(?<!死(?=刑|亡人数))(?<!金(?=额|融|价|属|牌))(?<!条(?=件))(?<!次(?=级|序))(?<!回(?=归|到|应))(?<!位(?=数|于|置))"
        r"(?<!里(?=面))(?<!节(?=目|省|日))(?<!面(?=对|积|临))(?<!家(?=人|庭))(?<!种(?=植))(?<!部(?=门|分))(?<!级(?=别))(?<!桶(?=装))(?<!股(?=东|份))(?<!铜(?=矿))(?<!银(?=行))(?<!页(?=岩))(?<!球(?=队|员|迷))(?<!起(?=来))(?<!间(?=接|隔))(?<!票(?=价))(?<!箱(?=子))(?<!包(?=[括含裹围办庇容机装]))(?<!盘(?=[点问旋踞中后活]))(?<!尾(?=[声随数牌号盘]))(?<!曲(?=[线折目]))(?<!袋(?=[装鼠]))(?<!罐(?=[装头]))(?<!摊(?=[位贩商牌派]))(?<!碗(?=[柜装]))(?<!壶(?=[装铃]))(?<!字(?=头))(?<!分(?=公司|别|布|析|行|店))(?<!所(?=以|有|得|谓))(?<!件(?=套))(?<!项(?=目))(?<!对(?=于|此|外|华|美))(?<!点(?=半|钟))(?<!场(?=均|地|馆))(?<!发(?=布|生|现|展))(?<!层(?=面|次))(?<!步(?=行|兵))(?<!句(?=容))(?<!门(?=诊))(?<!双(?=方|边))(?<!米(?=粒))"
    )


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
_index_before = re.compile(r"(?:涨|跌|升|降|挫|报|收|至|指数|指)[^，。；！？]{0,6}$")


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
    return Unit("°C" if warm else "degrees", end, 1, "度")


_circling = re.compile("(?:(?<!围)绕[^，。；！？、\\d]{0,8}|环[岛城山湖海][^，。；！？、\\d]{0,3}|[旋自公]转|转体)$")
"""Before a count of 周 that are rounds, not weeks: 绕太阳一周."""
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


_piece = re.compile("[^ -]+")
_mini = re.compile(r"\((?P<group>[^()]*)\)(?P<optional>\?)?|(?P<letter>.)\?|(?P<plain>.)")
_run_en = re.compile(
    r"(?P<gap>[ -]?)(?P<words>(?:[A-Za-z]+[²³23]?(?:/[a-z]+)?|° ?[CF]?|[%‰℃℉×])(?:[ -][A-Za-z.]+){0,2})(?![A-Za-z0-9])"
)
_next_word = re.compile(r"[ -](?P<word>[A-Za-z][A-Za-z'-]*)")
_of_en = re.compile(r"(?i:\sof\s(?:(?:the|its|their|these|those|his|her|our|all|my|your)\s)?(?:[\d,]+\s)?)")
_GLUED = frozenset([*"CFWVLhtx", "in"])
"""Symbols that are words or letters of their own after a blank."""


def expand(entry: str) -> list[str]:
    """The words of a small pattern: `kilomet(re|er)s?` stands for four."""
    found = [""]
    for piece in _mini.finditer(entry):
        if piece["group"] is not None:
            choices = piece["group"].split("|") + ([""] if piece["optional"] else [])
        else:
            choices = [piece["letter"], ""] if piece["letter"] else [piece["plain"]]
        found = [word + choice for word in found for choice in choices]
    return found


def _split(entry: str) -> list[str]:
    """The alternatives of an entry, cut at the bars outside parentheses."""
    pieces, depth, last = [], 0, 0
    for index, char in enumerate(entry):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            pieces.append(entry[last:index])
            last = index + 1
    return [piece for piece in (*pieces, entry[last:]) if piece]


@cache
def _units_en(section: str) -> dict[str, str]:
    return {
        word.replace("-", " ") if section == "units" else word: name
        for name, entry in table("quantities_en")[section].items()
        for piece in _split(entry.replace("\n", ""))
        for word in expand(piece.lower() if section == "units" else piece)
    }


@cache
def _stops() -> frozenset[str]:
    return frozenset(words("quantities_en", "names", "stops") + words("quantities_en", "names", "not_nouns"))


def unit_en(text: str, start: int, end: int) -> Unit | None:
    """The English unit or symbol that directly follows a number at `[start, end)`."""
    found = _run_en.match(text, end) if text[end : end + 1] < FIRST_HAN else None
    if found is None:
        return None
    run, begin = found["words"], found.start("words")
    cuts = [piece.end() for piece in _piece.finditer(run)]
    if run.startswith("° "):
        cuts = [3, *cuts]
    for cut in sorted(set(cuts), reverse=True):
        written = run[:cut].rstrip(".")
        name = _units_en("units").get(written.lower().replace("-", " ")) or _units_en("symbols").get(written)
        if name is None or (written in _GLUED and found["gap"]):
            continue
        return Unit(name, begin + len(written), 1, written)
    return _cents_or_pounds(text, start, found)


_LONG_YEARS = {"decades": 10, "decade": 10, "centuries": 100, "century": 100}
_paid = re.compile(
    r"\b(?:fine|fined|pay|paid|cost|costs|worth|price|salary|earn|sold|raise[ds]?|spent|bill|debt|loan|£|budget)\b",
    re.IGNORECASE,
)


def _cents_or_pounds(text: str, start: int, found: re.Match[str]) -> Unit | None:
    """Cents and pence are parts of money; pounds are money with a scale word or a word of payment near them."""
    word = re.match("[A-Za-z]+", found["words"])
    if word is None:
        return None
    end, lowered = found.start("words") + word.end(), word[0].lower()
    if lowered in {"cent", "cents"}:
        return Unit("USD", end, 0.01, lowered)
    if lowered in _LONG_YEARS:
        return Unit("years", end, _LONG_YEARS[lowered], lowered)
    if lowered in {"pence", "p"} and (lowered == "pence" or not found["gap"]):
        return Unit("GBP", end, 0.01, lowered)
    if lowered in {"pound", "pounds"}:
        scaled = re.search(r"(?:illion|thousand|bn|[mk])$", text[max(0, start) : found.start()])
        money = scaled or _paid.search(text[max(0, start - 50) : start])
        return Unit("GBP" if money and not text.startswith(" of ", end) else "lb", end, 1, lowered)
    return None


_joined = re.compile(r"-(?P<word>[a-z]{3,})(?=(?:-[a-z]+)* [A-Za-z])")
_NO_NOUN = ("ed", "th", "ths", "rd", "rds", "ly", "ing", "wide", "old")
_NO_JOINED = frozenset(
    ["plus", "odd", "ish", "fold", "way", "off", "half", "quarter", "third", "thirds", "fifths", "something", "style",
     "class", "built", "made", "only", "run", "bound", "tone", "piece", "stop", "long", "high", "deep", "tall", "ply",
     "sum", "shot", "sided", "handed", "minded", "million", "billion", "hundred", "thousand", "dozen", "first", "one",
     "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "and", "for", "per", "out", "nil", "all",
     "rule", "point", "figure", "digit", "degree", "size", "fifty", "sixty", "twenty", "thirty", "forty"]
)  # fmt: skip


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def noun_en(text: str, end: int) -> tuple[str | None, int]:
    """What a bare count counts: a known noun within three words, else the plural right after it; and its end.

    So does a noun joined to it: a 112-room hotel has 112 rooms.
    """
    if joined := _joined.match(text, end):
        word = joined["word"]
        if word == "strong":
            return "people", joined.end()
        if word in _NO_JOINED or word.endswith(_NO_NOUN):
            return None, end
        return _units_en("units").get(word) or _plural(word), joined.end()
    jump = _of_en.match(text, end)
    position = jump.end() - 1 if jump else end
    first_word = True
    for _ in range(3):
        found = _next_word.match(text, position)
        if found is None or found["word"].lower() in _stops():
            break
        word = found["word"].lower().removesuffix("'s")
        if word in SMALL:
            break  # 3,620 ten years earlier
        if name := _units_en("units").get(word):
            return name, found.end()
        if (
            first_word
            and word.endswith("s")
            and not word.endswith("ss")
            and len(word) > 3
            and found["word"][0].islower()
        ):
            return word, found.end()
        first_word, position = False, found.end()
    return None, end
