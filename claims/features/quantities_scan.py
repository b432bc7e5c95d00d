"""The one expression that finds whatever is, or only looks like, a number in Chinese or English."""

from functools import cache

from claims.features import numbers_en, numbers_zh
from claims.features.cues import alternation
from claims.features.numbers_text import table, words
from evidence.text import lazy_re as re

_Z = numbers_zh.FIGURES
_FORMAL = "壹贰叁肆伍陆柒捌玖"
_PLAIN = "".join(char for char in _Z if char not in _FORMAL + "拾佰仟千")
ZD = "〇零一二两三四五六七八九"
_SMALL_EN = "|".join(sorted(numbers_en.SMALL, key=lambda word: (-len(word), word)))
_ONES_EN = "one|two|three|four|five|six|seven|eight|nine"
"""What a share out of so many is told by: the top forty in nine countries is none."""
_ANY_EN = rf"{_SMALL_EN}|hundred|thousand|million|billion|trillion|dozen"
DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_DENOMINATOR = "|".join(DENOMINATORS)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ ]\d{3})+(?![\d,])|\d+(?:\.\d+)?)"
_PART = (
    r"and[-\s](?:(?:an?|one)[-\s](?:half|quarter|third)|three[-\s]quarters?)\b"
    r"(?!\s(?:of|past|to|dozen|century|centuries|place|party|person|time|round|man|woman)\b"
    r"|-(?!(?:year|month|week|day|hour|minute|mile|met(?:re|er)|kilomet(?:re|er)|foot|inch|ton|star|page|point)))"
)
"""What more a mixed number has than its whole: two and a half, one and three quarters, two-and-a-half-year-old."""
_AND_PART = rf"[-\s]{_PART}"


def _money_pattern() -> str:
    units = table("quantities_en")["money"]
    alternatives = sorted("|".join(units.values()).split("|"), key=lambda word: (-len(word), word))
    return "|".join(alternatives).replace(" ", r"\s")


_MONEY_SIGNS = "$€£¥₹₩₽฿₫₺₴"
_AFTER_ARTICLE = words("quantities_en", "openings", "after_article")
_OTHERS = words("quantities_en", "openings", "others")
_SCALES = words("quantities_en", "openings", "scales")


def _literal(pattern: str) -> str:
    """What every hit of a small pattern begins with."""
    return re.split(r"\\[.s]|[ ]?\?", pattern, maxsplit=1)[0].replace("\\", "")


def _money_words() -> list[str]:
    entries = "|".join(table("quantities_en")["money"].values()).split("|")
    return [word for entry in entries if (word := _literal(entry))[0] not in _MONEY_SIGNS]


def _heads() -> list[str]:
    return [_literal(head) for key in ("heads", "small_heads") for head in words("quantities_en", "names", key)]


@cache
def scan_words() -> frozenset[str]:
    """The words of which one must be there where a number has neither a figure nor a sign in front."""
    found = [
        *numbers_en.SMALL,
        *_SCALES,
        *_AFTER_ARTICLE,
        *DENOMINATORS,
        *_OTHERS,
        "http",
        "https",
        "www",
    ]
    found += [f"{word}s" for word in found] + [f"{word}fold" for word in numbers_en.SMALL]
    found += [
        stem + ending for stem in ("doubl", "tripl", "trebl", "quadrupl", "halv") for ending in ("e", "ed", "ing")
    ]
    found += ["multimillion", "multibillion", "multitrillion"]
    return frozenset((*found, *(re.split("[^a-z]", head.lower())[0] for head in _heads() + _money_words())))


signs = re.compile(rf"[\d{_MONEY_SIGNS}+#/-]")
"""Where a number may begin in a text without any of these words and without $ or ¥, which have letters before them."""


@cache
def openings() -> re.Pattern[str]:
    """Where a number may begin in a text without Chinese characters: cheap, and wherever the scan hits, this does."""
    after = alternation([*_AFTER_ARTICLE, *DENOMINATORS])
    number = alternation([*numbers_en.SMALL, *_SCALES, *_OTHERS])
    return re.compile(
        rf"[\d{_MONEY_SIGNS}]|-(?=[\d{_MONEY_SIGNS}A-Z])|[+#/](?=\d)|(?<![A-Za-z])(?:(?i:{number}|an?(?=[-\s]{after}))"
        rf"|{alternation(_money_words())}|(?={alternation(_heads())}\.?[ -]?\d)[A-Za-z]|https?:|www\.)"
    )


_SELDOM = "翻过近成上腰好负逾超"
"""Chinese characters with which a number begins only before some others."""


@cache
def chinese_openings(*, latin_too: bool) -> re.Pattern[str]:
    """The same for a text with Chinese characters; Latin words are not asked for where there are none that count."""
    listed = alternation([word for word in words("quantities_zh", "idioms") if word[0] in _SELDOM])
    always = rf"\d{_Z}数几半{_MONEY_SIGNS}"
    chinese = rf"""[{always}+#/{_SELDOM}-](?:(?<=[{always}])|(?<=[+#/])(?=\d)|(?<=-)(?=[\d{_MONEY_SIGNS}A-Z人])
        |(?<=翻)(?=[了倍番\d{_Z}])|(?<=[过近逾超])(?=半)|(?<=成)(?=[千百])|(?<=上)(?=[{_Z}])|(?<=腰)(?=斩)|(?<=好)(?=几)
        |(?<=负)(?=[\s\d{_Z}{_MONEY_SIGNS}A-Z人])|(?<=(?={listed}).))"""
    chinese = re.sub(r"\s{2,}", "", chinese)
    return re.compile(f"{chinese}|{openings().pattern}" if latin_too else chinese)


_TENTHS = r"""| (?P<tenths>(?<![\d.])(?P<t1>[一二两三四五六七八九]{1,2}|\d(?:\.\d)?)\s?成
        (?P<t2>(?:[半一二三四五六七八九]|\d(?![\d.,]))(?![十百千万亿名人个位]))?(?P<t3>多)?(?!长(?![者辈]))(?!员(?!工))
        (?![立功本果就交年效型熟绩品天群像千都语名家])(?:(?<=[约有近逾占][一二两三四五六七八九]成)|(?!为))
        (?!(?<=八成)(?:不会|会|是))(?:新|旧)?)"""
"""Shares in tenths, looked for before anything else that begins with a figure: 2成6, 三成."""


def _chinese() -> str:
    """What only a text with Chinese characters can have."""
    listed = words("quantities_zh", "idioms")
    idioms = rf"{alternation([word for word in listed if word not in {'十分', '万分'}])}|(?<!小时)十分(?![钟之])"
    idioms += "|万分(?!之)|(?<![降涨跌升加减贴补收付])(?<![调降涨跌升加减贴补收付]了)[一三]角(?![钱整])"
    return rf"""| (?P<idiom>{idioms})
    | (?P<share>(?:百分之|千分之|万分之)(?P<sharen>\d+(?:\.\d+)?|[{ZD}十百半几数]+(?:点[{ZD}]+)?)|百分百)
    | (?P<fraction>(?P<fd>[{ZD}十百]+|\d{{1,3}})分之(?P<fn>[{ZD}十]+(?:点[{ZD}]+)?|\d+(?:\.\d+)?))
    | (?P<halfhundred>(?<=年[过近逾届])半百)
    | (?P<half>一半(?!会)|[逾超]半(?![数年个小天月百])|半数|过半数?(?!百)|近半数?(?![个年小天月百])|腰斩)
    | (?P<turn>翻(?:了)?(?:(?P<turns>[一二两三四五六七八九十]|\d{{1,2}})番|(?P<twice>倍|一倍|番)))
    | (?P<masses>成千上万|成百上千|数以(?P<mass>十?[百千万亿]+)计|千千万万)
    | (?P<digitsplace>(?:(?P<place>[一二两三四五六七八九十]|\d{{1,2}})位数))
    | (?P<upward>(?<![以之早晚马路海零往向])上(?P<up>[十百千万亿]+))
    | (?P<several>(?P<sev>好?几(?![乎何率点号时近内])
        |(?<![人指参系总多少次基函倍岁件变计无分点代复奇偶整实常级票户页天年月字])数(?![据字学码位额目值列控组来量不以]))(?P<sscale>[十百千万亿兆]+)?(?P<smore>余|多)?)
    | (?P<teens>(?P<tn>[二三四五六七八九]?十(?=好?几|[来多余])|[一二两三四五六七八九]?[百千](?=来))
        (?:几(?P<upto>[二三四五六七八九]十)|好?几|[来多余])(?P<tscale>[万亿])?)
    | (?P<halfof>(?<![上下前后大小多南北东西一参对])
        半(?=年|个|码|小时|天|公里|公斤|斤|世纪|公升|吨|米|亩|里|日(?!游)|月(?!刊|谈|板|湾)))
    | (?P<mixedfraction>(?P<mw>[{ZD}十百]+)又(?P<md>[{ZD}十百]+)分之(?P<mn>[{ZD}十]+))
    | (?P<han>(?!(?<=唯)一[两二三四])(?P<hsign>零下|负(?=[{ZD}十百千]))?(?:(?:[{_PLAIN}]|千(?![瓦克]))+
        |[{_FORMAL}][拾佰仟万亿][{_FORMAL}零拾佰仟万亿]*)(?:点[{ZD}]+[万亿]*)?(?:(?P<hmore>[多余来几])
        (?P<hscale>[百千万亿兆]+))?)"""


@cache
def scan_pattern(*, chinese_too: bool = True) -> re.Pattern[str]:
    """The one expression that finds everything that is or looks like a number; not all is asked of other texts."""
    tenths, chinese = (_TENTHS, _chinese()) if chinese_too else ("", "")
    small_heads = "|".join(words("quantities_en", "names", "small_heads")).replace(" ", r"\s")
    heads = "|".join(words("quantities_en", "names", "heads")).replace(" ", r"\s")
    return re.compile(
        rf"""(?=[\d{_Z}数几半翻过近成上腰好零百负逾超\$€£¥₹₩₽฿₫₺₴负零+#/-]|(?<![A-Za-z])[A-Za-z])(?:
      (?P<skip>https?://[^\s，。]+|www\.[^\s，。]+
        |\d{{1,3}}(?:\.\d{{1,3}}){{2,}}|\+\d[\d\s()-]{{6,20}}\d|(?<!\d)0\d{{2,3}}-\d{{7,8}}(?!\d)
            |(?<!\d)1[3-9]\d{{9}}(?!\d)|[#/]\d+
        |\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[ap]\.?m\b\.?)?|\d{{1,2}}\s?[ap]\.?m\b\.?|\d{{1,2}}\so'clock
        |(?<![\d.])(?:[01]?\d|2[0-4])[时点](?!间|隔|长|速|代|常|尚|任|[〇零一二两三四五六七八九](?![十刻]))
            (?:[半整许多钟]|\d{{1,2}}分?|[一二三四五十]{{1,3}}[分刻])?
        |(?<![{_Z}])(?:十[一二]?|二十[一二三四]?|[一二两三四五六七八九])(?:点(?:[半整许钟]|[一二三四五十]{{1,3}}[分刻])|时(?:[许整]|[一二三四五十]{{1,3}}分))
        |(?<=[上下中]午|凌晨|早上|晚上|傍晚|清晨|深夜|夜里|半夜)\s?(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})
            (?:[点时](?:\d{{1,2}}分?|[半整许]|[一二三四五十]{{1,3}}分?)?)
        |24/7|9/11|\d+(?:\.\d+)?\^\d+|\d+(?:\.\d+)?\s?(?:比|:|胜|平)\s?\d+(?:\.\d+)?(?![\d万亿]))
    {tenths}
    | (?P<head>(?<![A-Za-z])(?:{heads})[ -]?\d[\w.-]*)
    | (?P<smallhead>(?<![A-Za-z])(?:{small_heads})[ ]\d[\w.-]*
        (?![\w.-]|,?\d|%|\s(?:[mbtr]+illion|thousand|percent|per\scent)\b))
    | (?P<fold>(?<![A-Za-z])(?i:(?:{_SMALL_EN}|\d+)[- ]?fold\b))
    | (?P<oneof>(?<![A-Za-z\d.])(?i:(?:{_ONES_EN}|\d(?!\d)|\d{{2,3}}(?=\sout|\sin\s(?:every\s)?\d))\s(?:in|out\sof)\s
        (?:every\s)?(?:{_SMALL_EN}|a\shundred|(?!(?:1[5-9]|20)\d\d\b)\d[\d,]*)\b)(?!\s?(?:per\s?cent|%|years|months|days|weeks|hours|minutes|[,.]\d)))
    | (?P<mark>(?<![\d/A-Za-z.,])\d{{1,2}}(?:\.\d{{1,2}})?(?:/|\sout\sof\s(?:a\spossible\s)?)(?:100|20|10|[456]
        |five|ten|twenty)(?![\d/%]|[.,]\d|\s?(?:of|per\scent|k?m|cm|mm|ml|k?g|l|cups?|inch(?:es)?|miles?|teaspoons?)\b|\s?的))
    | (?P<slash>(?<![\d/A-Za-z.])\d{{1,2}}/\d{{1,2}}(?![\d/])(?=\s(?:of\b|cups?\b|inch|miles?\b|teaspoons?\b)|\s?的))
    | (?P<figures>(?<![\d.A-Za-z_])(?:(?<![A-Za-z_]-)|(?<=agnitude-)|(?=[$€£¥]))(?P<sign>-|(?<!or\s)minus\s
        |negative\s|零下\s?|负\s?)?(?P<money>(?:{_money_pattern()})\s?)?(?P<digits>{_NUMBER})
        (?:(?P<nand>{_AND_PART})?(?P<escale>\s?(?:thousand|million|billion|trillion|hundred|dozen|lakhs?
            |crores?)\b|\s?(?:mn|bn|tn|trn|mln|bln)\b|(?:[kKmMbBT])(?![A-Za-z²³/]))
        |(?P<nand2>{_AND_PART})
        |(?P<zscale>\s?(?:几|数)?(?:[十万亿]|百(?!帕)|兆(?![瓦赫帕字比焦欧])|千(?![米克瓦卡赫]))+(?:零?(?:\d{{1,3}}(?:,\d{{3}})+|\d+
            (?:\.\d+)?|[{ZD}](?![成分]))[百千万亿兆]+)*(?:(?<=万)(?:\d,\d{{3}}|\d{{3,4}})(?![\d,.年月日%])|\d(?![\d.,\s年月日号%个]|分|成)|[{ZD}](?![{_Z}成]|个
            |分之))?)
        |(?P<zhm>多|余|来|几)(?P<zscale2>[百千万亿兆]+))?
        (?:分之(?P<nominator>\d+(?:\.\d+)?|[{_Z}]+))?)
    {chinese}
    | (?P<figure>(?<![A-Za-z])(?i:(?:(?P<fig>one|two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})
        |(?P<double>double|triple))[-\s](?:figures?|digits?)\b))
    | (?P<multi>(?<![A-Za-z])(?i:multi)-?\s?(?P<mscale>(?i:million|billion|trillion))(?:-(?P<mmoney>(?i:dollar|pound
        |euro|yuan)))?\b)
    | (?P<plural>(?<![A-Za-z])(?i:(?:(?P<p1>tens|scores|dozens|hundreds|thousands|millions|billions|trillions)
        (?:\sof\s(?P<p2>thousands|millions|billions|trillions))?)\b)(?!\sdigit))
    | (?P<vaguescale>(?<![A-Za-z])(?i:(?P<vq>a\sfew|several|a\scouple(?:\sof)?|couple\sof)(?:\s(?P<vs>hundred
        |thousand|million|billion|dozen)\b)?)\b)
    | (?P<quarterx>(?<![A-Za-z-])(?i:(?:(?P<qn>an?|one|two|three)[\s-])?(?P<qd>quarter|third)s?
        (?:(?:\sof\sa|(?<=uarter))[-\s](?P<qx>million|billion|trillion)|\sof\san?\s(?P<qu>hour|year|mile|century|kilometre
        |kilometer|metre|tonne|ton|pound|per\scent|percent|percentage\spoint|second|point))\b))
    | (?P<halfpoint>(?<![A-Za-z-])(?i:(?:an?\s)?(?P<hp>half|quarter)(?:\sof\sa|\sa)?[-\s](?:percentage[-\s])?point\b))
    | (?P<halfx>(?<![A-Za-z-])(?i:half\sa(?:n)?\s(?P<hx>hundred|thousand|million|billion|trillion|dozen|hour|year
        |day|mile|century|decade|minute|percentage\spoint|point|per\scent|percent|kilometre|metre|tonne|ton
        |pound)\b))
    | (?P<frac>(?<![A-Za-z\d])(?i:(?P<fa>a|an|{_SMALL_EN}|\d{{1,2}})[- ](?P<fb>{_DENOMINATOR})(?P<fs>s)?\b)
        (?!\s(?:of\sa\s(?:million|billion)|dozen|time|place|year|term|party|day|round|quarter|half|person|floor|game
        |season|month|week|man|woman|child|reason|option|way)))
    | (?P<anda>(?<![A-Za-z])(?i:(?:an?|one)\s(?P<au>year|month|week|day|hour|mile|minute|second|decade|century)
        (?P<ahalf>\sand\s(?:a\s(?:half|quarter)|three\squarters))?\b)(?(ahalf)(?!\s(?:ago|later|earlier|from|before)\b)
        |(?!\s(?:ago|later|earlier|from|after|before|in)\b)))
    | (?P<half2>(?<![A-Za-z-])(?i:half)(?:(?=\s(?:of|the|its|their|his|her|all|that|those|these|our|as)\b)
        |(?:(?<=[Tt]han\shalf)|(?<=early\shalf)|(?<=lmost\shalf)|(?<=[Aa]bout\shalf)|(?<=[Oo]ver\shalf)|(?<=by\shalf)
        |(?<=[Uu]nder\shalf)|(?<=elow\shalf)|(?<=bove\shalf)|(?<=round\shalf)|(?<=oughly\shalf)|(?<=least\shalf)
        |(?<=lose\sto\shalf)|(?<=mately\shalf))(?![-A-Za-z]|\s(?:an?|past|time|term|price|mast)\b))(?<!first\shalf)(?<!second\shalf)(?<!other\shalf)(?<!latter\shalf))
    | (?P<multiple>(?<![A-Za-z])(?i:doubled|doubling|tripled|tripling|trebled|quadrupled|quadrupling|halved|halving
        |twice|thrice|(?:double|triple|quadruple)(?=\s(?:the|that|its|their|his|her|what|in)\b))(?![A-Za-z]))
    | (?P<english>(?<![A-Za-z])(?<!\d-)(?i:(?P<esign>(?<!or\s)minus\s)?
        (?:an?\s(?=hundred|thousand|million|billion|trillion|dozen)(?:hundred
        |thousand|million|billion|trillion|dozen)|half(?:\sa)?[-\s]dozen|{_ANY_EN})\b(?:(?:[-\s]|\s?,?\sand\s|-and-)
        (?!three[-\s]quarter)(?:{_ANY_EN})\b)*(?:[-\s](?P<eand>{_PART})(?:\s(?P<ehalf>hundred|thousand|million|billion
        |trillion))?)?(?:\spoint\s(?P<edec>(?:(?:zero|{_SMALL_EN})\s?)+)(?P<edscale>(?:thousand|million|billion
        |trillion))?\b)?)(?![A-Za-z]|-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh
        |twelfth|[a-z]+teenth|[a-z]+tieth|hundredth|thousandth)\b))
    )""",
        re.VERBOSE,
    )
