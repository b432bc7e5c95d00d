"""The expressions that find Chinese times, and the words that put them ahead of the reference date."""

from functools import cache

from claims.features.cues import alternation
from claims.features.numbers_text import table, words
from evidence.text import lazy_re as re


def _listed(section: str) -> list[str]:
    return [word for key in table("dates_zh")[section] for word in words("dates_zh", section, key)]


_HAN = "一二三四五六七八九十"
_N = rf"(?:\d{{1,2}}|[{_HAN}廿卅]{{1,3}})"
_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,4}|半)"
_SPANS = "约为 约有 大约有 长达 已有 已逾 超过 逾 距今 距今约 历时 有近 树龄 树龄约 寿命 年龄"
_NO_SPAN = "".join(f"(?<!{lead})" for lead in _SPANS.split())
"""Not behind what leads to a length of time: 树龄约为1250年, 距今3200年."""
_UNIT = r"(?:年|个月|月|个星期|星期|个礼拜|礼拜|周|天|日|个小时|小时|分钟|个季度|季度)"
_HALF = "[上下前后]半(?:叶|期|段|个?世纪|(?![\u3400-\u9fff]))"
"""Which half of a century or decade is meant."""
_TO = r"\s?(?:至|到|-|~|—{1,2})\s?"

_TOGETHER = "起(?:去|来|吃|喝|看|玩|聚|聊|过|庆|努|走|学|讨|参|住|上学|回家|见)"
"""一起 behind a weekday, not 起: 下周一起吃饭."""

SOLAR_TERMS = {
    "立春": (2, 3, 5), "惊蛰": (3, 5, 7), "春分": (3, 20, 22), "清明": (4, 4, 6), "谷雨": (4, 19, 21),
    "立夏": (5, 5, 7), "小满": (5, 20, 22), "芒种": (6, 5, 7), "夏至": (6, 20, 22), "小暑": (7, 6, 8),
    "大暑": (7, 22, 24), "立秋": (8, 7, 9), "处暑": (8, 22, 24), "白露": (9, 7, 9), "秋分": (9, 22, 24),
    "寒露": (10, 7, 9), "霜降": (10, 22, 24), "立冬": (11, 6, 8), "冬至": (12, 21, 23),
}  # fmt: skip
"""The month and the first and last day on which a solar term may fall; 雨水, 小雪, 大雪, 小寒, 大寒 may be weather."""

_FEASTS = (
    rf"(?:{alternation(_listed('feasts'))})[日夜]?"
    r"(?!\w{0,2}(?:假|期间|周|档|晚会|献词|贺|前|后|快乐|节目|阅兵|联欢|音乐会))"
)
"""Named days, not what is called after them."""

# What may follow a year.
YEAR_TAIL = re.compile(
    rf"""\s?的?(?:
      (?:(?P<m0>{_N})\s?月?份?(?:{_TO}|、))?(?P<m>{_N})\s?月(?:份
          |\s?(?:(?P<d0>{_N})\s?[日号]?{_TO})?(?P<d>{_N})\s?(?:[日号]|(?![\d个年月天.,%万亿千百])))?
        (?P<mp>上旬|中旬|下旬|月?初|月?底|月?末|中(?=[，,。、\s]|$))?
    | 第?(?P<q>[一二三四1-4])(?:个?季度|季)(?:度)?|(?P<qs>首季度?|末季)
    | [QＱ](?P<q2>[1-4])(?!\d)|H(?P<h2>[12])(?!\d)
    | (?P<h>[上下前后])半年
    | [前首头](?P<fn>{_N})个?(?P<fu>月|季度)
    | (?P<term>(?:{"|".join(SOLAR_TERMS)})(?!\s?(?:\d|今|[去次翌明前后]年)))节?
    | (?P<s>[春夏秋冬])(?:天|季|日|末|初)?(?![节运奥残])
    | (?P<early>早些时候|稍早时候|稍早|早些的时候)
    | (?P<feast>{_FEASTS})
    | 年?(?P<p>初|底|末|中期|中(?=[，,。、至到以前后时]|$)|岁末|尾)
    )""",
    re.VERBOSE,
)
_month_led = re.compile(
    rf"""(?:(?P<m0>{_N})\s?月?份?(?:{_TO}|、))?(?P<m>{_N})\s?月
      (?!球|亮|饼|季|经|票|薪|租|嫂|子|台|牙|光|老|费|供|均|息|之内|之间|内|以内|有余|下(?!旬)|圆|色|宫|城|坛|食|刊|怀)
      (?:份|\s?(?:(?P<d0>{_N})\s?[日号]?{_TO})?(?P<d>{_N})\s?(?:[日号]|(?![\d个年月天.,%万亿千百])))?
      (?P<mp>上旬|中旬|下旬|月?初|月?底|月?末|中(?=[，,。、\s]|$))?""",
    re.VERBOSE,
)


_NUMERALS = f"〇零{_HAN}百千廿卅两"
_AFTER_FIGURES = "年月日号个多余周天星礼小分季世财学QＱ第一二三四至到~—、份-"
"""What stands behind the first number of a time, but for blanks."""


@cache
def openings() -> re.Pattern[str]:
    """Where a Chinese time may begin: cheaper than `time_pattern`, and true wherever that matches."""
    listed = [*words("dates_zh", "vague"), *_listed("years"), *_listed("days"), *_listed("eras"), *_listed("feasts")]
    named, firsts = alternation(listed), "".join(sorted({word[0] for word in listed}))
    return re.compile(
        rf"""[\d{_NUMERALS}半公西民令平昭本上下这周星礼第首末过最近未今接往去明年岁月前{firsts}](?:
      (?<=\d)(?<!\d\d)(?=\d{{0,4}}\s{{0,2}}[{_AFTER_FIGURES}]|\d{{3}}\s[1-4]季)
    | (?<=[{_NUMERALS}半])(?=[{_NUMERALS}]{{0,5}}\s{{0,2}}[{_AFTER_FIGURES}])
    | (?<=[公西])(?=元)|(?<=民)(?=国)
    | (?<=[本上下这])(?=[世半上下个一月周星礼季])
    | (?<=周)(?=[一二三四五六日天末])|(?<=星)(?=期)|(?<=礼)(?=拜)|(?<=第)(?=[一二三四1-4])|(?<=[首末])(?=季)
    | (?<=过)(?=去)|(?<=最)(?=近)|(?<=近)(?=[的这\s\d{_NUMERALS}半])|(?<=未)(?=来)|(?<=今)(?=后)|(?<=接)(?=下)
    | (?<=前)(?=[一二三四2-4]个?季度)
    | (?<=往)(?=[后前])|(?<=[今去明])(?=[春夏秋冬])|(?<=年)(?=[初底末终中内])|(?<=岁)(?=末)|(?<=月)(?=[初底末中])
    | (?<=(?={named}).))""",
        re.VERBOSE,
    )


@cache
def time_pattern() -> re.Pattern[str]:
    """The one expression that finds Chinese times, each kind in a group of its own."""
    listed = [*words("dates_zh", "vague"), *_listed("eras"), *_listed("feasts")]
    firsts = "".join(sorted({word[0] for word in listed}))
    return re.compile(
        rf"""(?=[\d〇零{_HAN}廿卅两半公西元民国令平昭今本去前大明后来上下这过最近未往接昨即周星礼第首早世年月岁{firsts}])(?:
      (?P<vague>{alternation(words("dates_zh", "vague"))})
    | (?P<decade>(?:(?P<cent>上个?世纪|本世纪|(?P<centn>(?<!\d)\d{{1,2}}|[{_HAN}]{{1,3}})世纪)\s?|(?P<rocdec>民国)\s?)?
        (?<!\d)(?P<dec>\d0|\d{{3}}0|[一二三四五六七八九]{{0,2}}十|〇〇|[一二][〇零一二三四五六七八九]{{2}}[〇零])\s?年代(?P<decp>初期?|末期?|中期|后期|早期|{_HALF})?)
    | (?P<century>(?P<crel>上个?世纪|本世纪|(?:公元)?(?<![\d前])(?<!分之)(?:(?P<cn0>\d{{1,2}}|[{_HAN}]{{1,3}})
        (?:世纪(?P<cp0>初|末|中叶|晚期|早期)?)?\s?[、至到和与及~-]\s?)?(?P<cn>\d{{1,2}}|[{_HAN}]{{1,3}})世纪)
        (?P<cp>初[期叶]?|末[期叶]?|中叶|中期|后期|早期|{_HALF})?)
    | (?P<bce>[公西]元前\s?(?:\d{{1,4}}|[〇零{_HAN}百]{{1,5}})\s?(?:年|世纪)?)
    | (?P<year>{_NO_SPAN}(?:公元|西元)?\s?(?<![\d.])(?:(?P<y0>\d{{4}})\s?年?{_TO})?(?P<y>\d{{4}}
        |(?<=[公西]元)\d{{1,3}}(?=年)|(?<=[建生卒立]于)\d{{3}}(?=年(?![前来]))|[一二][〇零{_HAN}]{{3}}
        |[一二两]千(?:零[一二三四五六七八九]|[一二]?十[一二三四五六七八九]?))\s?(?:年度|财政年度|财年|学年|年)
        (?![代余]|多(?![出了达次地家项名位起]))
      | 民国\s?(?P<roc>\d{{1,3}}|[一二三四五六七八九十百零〇]{{1,6}}|元)\s?年
      | (?<!\d)(?P<rocbare>1[01]\d)\s?年(?=\s?\d{{1,2}}\s?月)
      | (?P<era>{alternation(_listed("eras"))})(?P<eran>\d{{1,2}}|[{_HAN}廿卅]{{1,3}}|元)年
      | (?<![\d.第近])(?P<yy>\d{{2}})\s?年(?=\s?\d{{1,2}}\s?月(?!内))
      | (?<![\d.])(?P<yy0>0\d)\s?年(?![代多余])|(?<=[自从于])(?P<yy9>[6-9]\d)\s?年(?![代多余])
      | (?<![\d.第近约共过达逾超{_HAN}〇零百千万])(?P<yyh>[〇零][一二三四五六七八九]|一[〇零一三四五六七八九]
        |二[〇零一二四五六七八九]
        |五[〇零一二三四五七八九]|六[〇零一二三四五六八九]|七[〇零一二三四五六七九]|八[〇零一二三四五六七八]|九[〇零一二三四五六七八九])
        年(?![代余多级前后来间以之内份有])
      | (?P<yrel>(?<![十百千万几]){alternation(_listed("years"))})(?!\w{{0,2}}[代]))
    | (?P<bareq>(?<!\d)(?:(?P<bqy>20\d\d)\s?年?第?(?P<bq>[一二三四1-4])季度|(?P<bqy2>20\d\d)\s?[QＱ](?P<bq2>[1-4])
        (?!\d)|第?(?P<bq3>[一二三四1-4])季度|第(?P<bq4>[一二三四1-4])季(?=营收|财报|业绩|获利|净利|毛利|财测|GDP
        |出货|的?营)|(?P<bq5>首季|末季)(?=度|营收|财报|业绩|获利|净利|GDP|出货|，)度?))
    | (?P<firsts>前(?P<ffn>[一二三四2-4])个?季度)
    | (?P<half>(?P<hx>[上下])半年)
    | (?P<feast>(?P<fst>{_FEASTS}))
    | (?P<month>(?P<mrel>本|这个|这|(?:上){{1,2}}一?个?|(?:下){{1,2}}一?个?)月(?!球|亮|饼|台|票|薪|租|均|息)
        (?:的)?(?:份)?(?:(?P<mday>{_N})[日号]|(?P<mearly>早些时候|早些的时候|稍早时候|稍早)|(?P<mrp>上旬|中旬|下旬
        |月?[初底末]|中(?=[，,。、]|$)))?)
    | (?P<cal>(?<![\d.第几数个〇零{_HAN}]){_month_led.pattern})
    | (?P<week>(?<![每逢一二两三四五六七八九十\d几数四])(?P<wrel>本|这一?个?|(?:上){{1,2}}一?个?
        |(?:下){{1,2}}一?个?)(?:周|星期|礼拜)(?:(?P<wd>[一二三四五六日天末])(?!家|{_TOGETHER})|(?P<wearly>早些时候
        |早些的时候|稍早时候|稍早)|(?P<wp>初|内|中))?)
    | (?P<weekday>(?<![每逢一二两三四五六七八九十\d几数四上下])(?:周|星期|礼拜)(?P<bwd>[一二三四五六日天末])
        (?!{_TOGETHER}|[家次年岁\d百千万亿]|到(?![周星礼])|.{{0,1}}[围边]))
    | (?P<dayword>(?<!\w世)(?<![目之以此当生年月提](?=前)){alternation(_listed("days"))}(?!前夕|生性))
    | (?P<past>(?P<pdir>过去|最近|近|未来|今后|接下来|往后|往前)
        (?:的)?(?:这)?\s?(?P<pn>{_COUNT})\s?(?P<phalf>个半)?(?P<pmore>多|余)?(?P<pu>{_UNIT})(?P<pend>之[间内]
        |[间里内中]|以来|来|时间)?)
    | (?P<ago>(?<![\d.第每{_HAN}百千万零〇])(?P<an>{_COUNT})\s?(?P<ahalf>个半)?(?P<amore>多|余)?(?P<au>(?:年|个月
        |个星期|星期|个礼拜|礼拜|周|天|(?<=个半)月|(?<=[一二两三四五六七八九十])日|个小时|小时|分钟))(?P<atail>多
        |半)?(?:之|以)?(?P<adir>前|后(?![勤台面续]))(?!景|后|夕|线|锋|卫))
    | (?P<since>(?<![\d.第每近{_HAN}百千万零〇])(?P<sn>{_COUNT})\s?(?P<smore>多|余)?(?P<su>(?:年|个月|周|天))
        (?P<stail>多)?(?:以来|来)(?![到自说看]))
    | (?P<day>(?<![\d./月年期续时达近去来前每第超约满共短\-:])
        (?:(?P<dd0>\d{{1,2}})\s?日?{_TO})?(?P<dd>\d{{1,2}})[日号](?![内之以后游行均元本圆夜益式常]|间)
        (?=[，,（(上下凌早晚中傍夜午当从在发表宣对据与向报\s起至前讯电举召公称说晨消离抵出]|$))
    | (?<![\d./月年期续时达近去来前每第超约满共短\-:停休假赛留延长迟缩限业牌程住离])
        (?<![待等耗费逾计连押查需要为历余过整仅只减周禁关病班课刑拘了])
        (?P<daymid>(?P<dm>\d{{1,2}})日(?=[\u4e00-\u9fff])(?![内之以后前游行均元本圆夜益式常间连假来票制薪份券程期])
            (?![多余套型用量速产落出]))
    | (?<=[，。；,;])(?P<dayled>(?P<dl>\d{{1,2}})日(?![内之以后前游行均元本圆夜益式常间连]))
    | (?<![{_HAN}第\d月])(?P<handay>(?P<hd>[{_HAN}廿卅]{{1,3}})号(?=那[天晚]|当[天晚]|早|晚|上午|下午|凌晨|中午
        |之?[前后]|以[前后]|开始|起|再|才|就|又|也|他|她|我|我们|他们|公司))
    | (?<=[停放延关封开办演展留住休禁排][到至])(?P<dayuntil>(?P<du>[{_HAN}廿卅]{{1,3}}|\d{{1,2}})号
        (?=[，。；,;!?！？\s]|为止|$))
    | (?P<nearquarter>(?P<nqrel>本|这个?|上一?个?|下一?个?)季(?:度)?(?!节|风|军|后))
    | (?P<nearseason>(?P<nsy>[今去明])(?P<nss>[春夏秋冬])(?!天池|奥))
    | (?P<yearpart>(?<![\d半多几数去今前明{_HAN}千百万周青少中老壮成幼])
        (?P<ypw>年初|年底|年末|年终(?!奖)|岁末|年中|年内))
    | (?P<monthpart>(?<![\d个正腊{_HAN}])(?P<mpw>月初|月底|月末|月中(?=[，,。]|$)))
    )""",
        re.VERBOSE,
    )


@cache
def future_cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What puts a time ahead standing before it, after it, and what leaves it to the nearer of the two."""
    before = "|".join(map(re.escape, words("dates_zh", "future", "before")))
    after = "|".join(map(re.escape, words("dates_zh", "future", "after")))
    nearest = "|".join(map(re.escape, words("dates_zh", "future", "nearest")))
    return (
        re.compile(rf"(?:{before})(?:于|在)?[^，。；！？\n]{{0,4}}$"),
        re.compile(rf"[^，。；！？\n]{{0,1}}(?:{after})|起?再"),
        re.compile(nearest),
    )


past_follows = re.compile(
    rf"(?P<past>(?P<pdir>最近)(?:的)?(?:这)?\s?(?P<pn>{_COUNT})\s?(?P<phalf>个半)?(?P<pmore>多|余)?(?P<pu>{_UNIT})(?P<pend>之[间内]|[间里内中]|以来|来|时间)?)"
)
