"""Whether a stretch of Chinese says something of something: by its verbs, or by what stands for one."""

from functools import cache

from claims.features.cues import alternation, pattern, table
from evidence.text import lazy_re as re


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = table("clauses", "zh")
    return {
        "verb": pattern("clauses", "zh", "verb"),
        "light": pattern("clauses", "zh", "light_verb"),
        "nominal": re.compile(
            rf"{alternation(words['nominal'])}(?=(?:{alternation(words['nominal_of'])}|及|和|与|、|的)|$)"
        ),
        "head": re.compile(alternation(words["head"]) + r"$"),
        "person": re.compile(alternation(words["person_head"]) + r"$"),
        "opens": re.compile(rf"(?:并|并且|并将|曾|曾经|也|还|又|则|就|将|已|已经)?{alternation(words['verb'])}"),
    }


def has_predicate(text: str) -> bool:
    """Whether a stretch says something of something: it has a verb that is not only inside an attribute."""
    kit = _patterns()
    if _adverb_inside.match(text) or _is_so.search(text) or _what_is.match(text) or _states.match(text):
        return True
    last_de = text.rfind("的", 0, len(text) - 1)
    nouns = {m.start() for m in kit["nominal"].finditer(text)}
    verbs = [m.end() for m in kit["verb"].finditer(text) if m.start() not in nouns or m.start() == 0]
    if not verbs:
        text = _false_lights.sub(lambda m: "·" * len(m[0]), text)
        lights = [m.start() for m in kit["light"].finditer(text)]
        if not lights:
            return bool(_is_at.match(text) or _measures.match(text))
        verbs = lights
    if last_de < 0 or verbs[-1] > last_de + 1:
        tail = text[last_de + 1 :] if last_de >= 0 else text
        # 他的离开: a verb right after 的 that closes the stretch is its name.
        return not (last_de >= 0 and len(tail) <= 3 and kit["head"].search(tail))
    if _preposition.match(text):
        return False
    noun = kit["person"] if kit["opens"].match(text) and not text.startswith(("已", "曾")) else kit["head"]
    return not (noun.search(text) and _opens_with_attribute(text, last_de))


_false_lights = re.compile(
    r"只是|(?<!这)可是|但是|于是|尤其是|特别是|或是|还是|要是|若是|总是|为了|因为|作为|认为|未来|除了|能力|需求|要求|过程|判断|着落|智能|功能|能源|性能|核能|职能|产能|节能|能力|社会|会议|机会|委员会|协会|国会|议会|会计|工会|大会|会长|主要|重要|大将|老将|名将|将军|所有|有限|有关|行为|经过|了解|大使|名称|简称|小说|传说|公升|要素|要闻|通过|超过|不过|有些|有点|为期|为例|使命|使馆|过去|过度|着重|称号|胜利|失败|被告|需求|已经$"
)
_states = re.compile(
    r".{2,30}(?<![的和与])(?:满意|不满|担心|担忧|愤怒|乐观|悲观|困难|危殆|良好|正常|成功|有效|无效|便宜|昂贵|高兴|震惊|不足|平稳|惨重)了?$"
    r"|.{2,20}(?<!比)(?:较|偏)(?:重|轻|高|低|多|少|大|小|长|短|快|慢|好|差|严重)$"
    r"|.{2,20}(?:很|太|挺|蛮|不算|不够|非常|十分|极为|相当|更加)[\u4e00-\u9fff]{1,4}$"
)
"""A predicate that is no verb: 工商团体也不满意."""
_is_so = re.compile(r".是(?!否).{2,}的$")
"""The frame 是…的: 公司是去年才上市的."""
_what_is = re.compile(r".{1,16}的是[^,\n]{2,}")
"""What is said of what 的 names: 进去的是三个人."""
_preposition = re.compile(r"(?:但是|但|而|不过)?(?:在|于|从|对|对于|针对|关于|向|跟)(?!职|任)")
_measures = re.compile(
    r"(?!(?:去|今|明|前|本|上|下|第|[这那](?=[\d一二三四五六七八九十两百千几些])|约|近|超|至少)).{2,10}?(?:不到|超过|仅|约|近|大概|大约|达|至少)?[\d一二三四五六七八九十两百千万亿.]+[多余]?个?"
    r"(?:岁|人|元|%|成|分钟|小时|天|月|公里|米|吨|次|票|席|亿|万|倍)$"
)
"""A nominal predicate: 整个过程不到两分钟."""
_is_at = re.compile(r"(?!在)[^在,\n的]{2,8}在[^,\n的]{2,14}(?<![时后前中下上里内外间])$")
_adverb_inside = re.compile(r"[^,\n]{2,24}?(?:一直|正在|已经|努力|多次|不断|仍然|依然|再次|始终|曾经)")


def _opens_with_attribute(text: str, last_de: int) -> bool:
    """Whether everything up to the last 的 describes the noun after it, as in 已离开公司的三名员工."""
    before = text[:last_de]
    light = re.search(r"是|有|成为|担任|任命|包括|为|聘请|招募|了(?!解)", before)
    return light is None
