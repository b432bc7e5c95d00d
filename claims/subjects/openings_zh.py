"""How a Chinese clause begins that names nobody: without a subject, with what somebody has, with 其 or 这款软件."""

from functools import cache

from claims.features.cues import alternation, table
from evidence.text import lazy_re as re

_TIME = (
    r"(?:[\d一二三四五六七八九十零〇]{2,4}年(?:代|初|底|末|中|间|前后)?|[\d一二三四五六七八九十]{1,3}月(?:初|底|末|中旬|上旬|下旬|份)?"
    r"|\d{1,2}[日号]|[今去前明当同][年天日晚]|昨[天日晚]|[上下本这今](?:个|一)?(?:月|周|星期|礼拜|季度|年度|财年|世纪)[一二三四五六日天初末底]?"
    r"|年[初底中末]|[一二两三四五六七八九十几数半\d]+(?:多|余)?(?:年|个月|个多月|天|周|小时|岁)(?:前|后|内|来|以来|间|之后|之前|时|多|那年)?"
    r"|[\u4e00-\u9fff]{2}时期|小时候|年轻时|当年|那时候?|那一?年|[\u4e00-\u9fff]{1,5}的时候|凌晨|清晨|上午|中午|下午|傍晚|晚上|早上|深夜|(?:周|星期|礼拜)[一二三四五六日天末]|第[一二三四五六七八九十\d]+(?:季度|季|年|天|次)"
    r"|上线首日|上半年|下半年|全年|首日|早些时候|初|底|末)"
)
_THEN = (
    r"(?:[^,。;\n“]{1,22}(?:之后|以后|后|时|期间|以来|前|之前|同时|的时候|过程中|之际),"
    r"|(?:随着|由于|因为?|为了?|经过|面对|作为|按照|根据|继|除了|截至)[^,。;\n“]{2,26},)"
)
_SINGLE = (
    "去来回到做干念读考签拿卖买开捧唱写跟靠花住嫁娶生死获入赴赢输打踢捐赔欠租借搬带教学画拍演当赚挣亏砸占涨跌降升建设"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    clauses, own = table("clauses", "zh"), table("subjects", "zh")
    ahead = alternation([*own["ahead"], *clauses["connective"]])
    called = [*own["business"], *own["bodies"], *own["things"], *own["people"]]
    predicate = alternation([*clauses["predicate_start"], *clauses["verb"]])
    long, short = ([word for word in called if (len(word) > 1) is much] for much in (True, False))
    lead = rf"(?:{_THEN}|{_TIME}|{ahead}|[,\s\n的])*"
    verb = alternation([*clauses["verb"], *own["verb"]])
    deed = (
        rf"(?:{verb}(?![的者方员人])|[{_SINGLE}](?:[了过着到出回上下完给成入]|[一二两三四五六七八九十几\d])"
        r"|(?![除为因到])[\u4e00-\u9fff][了过着](?![解])|[\u4e00-\u9fff][掉完到出回上下起开住走错中光断进满坏遍][了过])"
    )
    act = (
        rf"(?:{verb}|{deed}"
        r"|是(?!否|不是)|有(?!关|的|人|一?[一二两三四五六七八九十几多数\d]*[位名些]|[一二两三四五六七八九十几多数\d]+[个家所][^,。\n]{1,5}[在被去来向因不没失死受]|[^,。\n]{0,6}(?:认为|表示|指|称|透露|说|质疑|批评))|没有?|不|未|被|把|将|让|使|令|会|能|要|需"
        r"|在(?!于)|从|向|对(?!手|于)|与|和|跟|为|以|由|于|把|给|用|靠|凭|到(?!了?\d)|自)"
    )
    return {
        "lead": re.compile(lead),
        "act": re.compile(act),
        "verb": re.compile(deed),
        "noun": re.compile(
            rf"(?:在|从|向|对|与|和|跟|为|以|由|于|给|用|靠|凭|到|自)[^,。;\n“]{{1,16}},(?!{lead}{act})"
        ),
        "person": re.compile(rf"{lead}{alternation(own['of_person'])}(?![的们者])"),
        "body": re.compile(rf"{lead}{alternation(own['of_body'])}(?![的们者])"),
        "thing": re.compile(rf"{lead}{alternation(own['of_thing'])}(?![的们者])"),
        "nominal": re.compile(
            rf"{verb}(?:的|者|商|方|员|人|率|额|量|价|费|组|期|区|室|院|法|机构|方案|计划|工作|人员|团队|部门)"
        ),
        "back": re.compile(
            r"其(?![中实他它余次间后一二三两])"
            r"|(?:该|这|此(?![前后次外时间举案事类刻番]))(?:一)?[家款部个位名所座支项种艘架条起份间]?"
            rf"(?:[^,。;\n的了在是和与]{{0,4}}?{alternation(long)}(?!们|[家员人长城]|之)"
            rf"|{alternation(short)}(?=的|,|{predicate})"
            rf"|(?<=[该家座间所款])[\u3400-\u9fff]{{2,3}}?(?={predicate}))"
            r"|(?:本)?集团(?=[\u3400-\u9fff,])(?!军|化|内|旗|创|董|总|主|副)"
        ),
    }


def dropped(text: str) -> bool:
    """Whether a Chinese clause begins with its predicate, times, adverbs and adverbials apart."""
    kit = _patterns()
    lead = kit["lead"].match(text)
    at = lead.end() if lead is not None else 0
    if kit["noun"].match(text, at) or kit["nominal"].match(text, at):
        return False
    return kit["act"].match(text, at) is not None


def acts(text: str, before: int) -> bool:
    """Whether the predicate of a clause without a subject begins and ends before a place in it: 进了|省队."""
    kit = _patterns()
    lead = kit["lead"].match(text, 0, before)
    act = kit["verb"].match(text, lead.end() if lead is not None else 0, before)
    return act is not None and act.end() <= before


def part(text: str) -> str | None:
    """`person`, `body` or `thing` where a clause begins with what one has: 父母, 总部, 售价."""
    return next((kind for kind in ("person", "body", "thing") if _patterns()[kind].match(text)), None)


def back() -> str:
    """What points back to a name: 其, 该公司, 这款软件; for use inside a pattern."""
    return _patterns()["back"].pattern


def noun_of(words: str) -> str | None:
    """The noun of 这款软件 or 该公司, or of 集团 and 董事长 by themselves; None for what points back to nothing."""
    match = _this_one.match(words)
    if match is None:
        return words if re.fullmatch(r"[\u3400-\u9fff]{2,6}", words) else None
    return words[match.end() :] or None


_this_one = re.compile(r"(?:该|这|此|本)(?:一)?(?:[家款部个位名所座支项种艘架条起份间])?")

__all__ = ["back", "dropped", "noun_of", "part"]
