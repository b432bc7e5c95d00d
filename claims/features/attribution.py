"""Who says it: the source a clause names, the verb it uses, and where they stand."""

from dataclasses import dataclass, replace
from functools import cache

from claims.features.cues import alternation, pattern, table
from claims.features.finite_en import finite_at
from evidence.text import lazy_re as re


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source named in a clause. Offsets are code points into the text that was searched."""

    who: str
    """The source in its plain form: a name, a pronoun or a cue such as 知情人士; empty when the subject goes on."""
    verb: str
    start: int
    end: int
    anyone: bool = False
    """The source stands for nobody in particular (有人, some people): what it holds is opinion."""
    passing: bool = False
    """A rumour named in passing (被曝, reportedly): it speaks in this clause only."""
    unnamed: bool = False
    """The source has no name (知情人士, people familiar)."""


def attribution(view: str, start: int, end: int, language: str) -> Attribution | None:
    """The source that `view[start:end]` names, None when the document speaks for itself. The text is plain."""
    return _chinese(view, start, end) if language == "zh" else _english(view, start, end)


@cache
def _zh() -> dict[str, re.Pattern[str]]:
    words = table("attribution", "zh")
    starts = table("clauses", "zh")["predicate_start"]
    strong = alternation(words["say_strong"])
    return {
        "apart": pattern("attribution", "zh", "apart"),
        # 据 and all up to the next mark, or up to a word of reporting where no mark follows.
        "according": re.compile(
            r"(?:但是|但|而|不过|另外|另|同时|其中|只是|此外|,|\n)?(?:就)?"
            rf"{alternation(words['according'])}(?![点守为理有])(?:([^,。\n:]{{1,60}})(?=[,\n:。])|([^,。\n:]{{0,40}}?{alternation(words['according_end'])}))"
        ),
        "fixed": re.compile(r"(?:据悉|据了解|据报道|据报|据称|据传|据说|据介绍|据统计)"),
        "say": re.compile(
            rf"(?:评论|发帖|发文|回应|补充|报道|解释|坚|辩|声|宣|反)?(?:{strong}(?!的|者|声|家|量|率|值|书|函|会|台|器|屏|物)(?!了?[^,。\n:“]{{0,3}}$))(?:称|说|道|过|了)?"
            r"|(?:评论|发帖|发文|回应|补充|解释|报道)?(?<![简名又俗昵职对被人号堪自统全并声])(?:称|说)(?=[,:“\n\s过道]|[\u3400-\u9fffa-z0-9《])"
            r"|(?<=[则再又也情息方署局部书文])指(?=[,:\u3400-\u9fff])|[他她]指(?=[,:])|(?:估计|怀疑|预料)(?=[,\n])|讲(?=过|到|,|\n)"
        ),
        "seen_from": re.compile(r"(?:但是|但|不过|而)?(?:就|从)([^,\n]{0,10}(?:信息|资料|数据|报道|消息|记录))来看"),
        "shows": re.compile(r"显示|表明|反映"),
        "speaks": re.compile(rf"{alternation(words['document'])}[^现]{{0,4}}$|[a-z]\s?$|》$"),
        "quiet": re.compile(
            r"被曝|被爆|外界猜测|外界[^,。\n]{0,4}传|网传|盛传|据传|传出|有消息|消息人士|(?:有|网上|坊间)[^,。\n]{0,3}(?:传言|传闻)|(?:传闻|传言)[说称指,:]"
        ),
        "unnamed": pattern("attribution", "zh", "unnamed"),
        "anyone": re.compile(rf"(?:但|不过|当然|甚至|也|还|可|而)?(?:也)?{alternation(words['anyone'])}"),
        "cut": re.compile(alternation(starts)),
        "lead": re.compile(
            r"(?:但是|但|不过|然而|可是|而且|而|此外|另外|同时|其中|比如|例如|甚至|并且|并|也|随后|后来|之后|接着|对此|如今|现在|于是|至于|当时)+"
        ),
    }


_to_whom = re.compile(r"(?<=.)[跟对向给](?:我|你|他|她|咱|我们|他们|大家)$")
_i = re.compile(r"(?<![跟对向给和])我(?!国|军|方|省|市)")
"""The speaker himself, not as one to whom it was told."""
_quoted = re.compile(r"“[^”]{1,400}”|\"[^\"]{1,400}\"")


def _mask(match: re.Match[str]) -> str:
    """A quotation as long as before with its words made unreadable: what it says, its speaker says."""
    return match[0][0] + "¤" * (len(match[0]) - 2) + match[0][-1]


_work = re.compile(r"《[^》\n]{1,60}》")


def _whole(match: re.Match[str]) -> str:
    """The title of a work without marks inside that would cut it in two."""
    return re.sub(r"[,:、]", "·", match[0])


def is_silence(plain_text: str, language: str) -> bool:
    """Whether a clause says that somebody says nothing (没有回应, declined to comment): no source speaks in it."""
    return bool(_silence[language].search(plain_text))


_silence = {
    "zh": re.compile(r"(?:没有|未|并未|尚未|不予|拒绝|拒)(?:[^,。\n]{0,6})?(?:回应|置评|评论|回复)"),
    "en": re.compile(
        r"(?:did not|didn't|has not|have not|declined to|refused to|could not be reached)\s+"
        r"(?:immediately\s+)?(?:respond|comment|reply|for comment|say)"
    ),
}


def _chinese(view: str, start: int, end: int) -> Attribution | None:
    kit = _zh()
    text = _work.sub(_whole, _quoted.sub(_mask, view[start:end]))
    if is_silence(text, "zh") and not kit["according"].match(text):
        return None
    found = _by_phrase(text, kit) or _by_verb(text, kit)
    return found and replace(found, start=start + found.start, end=start + found.end)


def _by_phrase(text: str, kit: dict[str, re.Pattern[str]]) -> Attribution | None:
    """A source named in a phrase: 据悉, 根据…的数据, 从公开信息来看. Offsets are into the clause."""
    seen = kit["seen_from"].match(text)
    if seen:
        return Attribution(seen[1], "来看", seen.start(1), seen.end(), unnamed=True)
    fixed = kit["fixed"].search(text)
    if fixed:
        rumour = fixed[0] in {"据说", "据传", "据称"}
        return Attribution(fixed[0], fixed[0], *fixed.span(), passing=rumour, unnamed=True)
    according = kit["according"].match(text)
    if not according:
        return None
    told = according[1] or according[2]
    if _rules.search(told):
        return None
    who = _issued.split(_day.sub("", told), maxsplit=1)[0]
    who = _report_words.sub("", re.split(r"\(", who, maxsplit=1)[0] or who).strip(" 的")
    who = re.sub(r"(?<=.{3})的?(?:资料|数据|统计|通报|公告)$", "", who)
    return Attribution(who or "报道", "据", *according.span(), unnamed=not who or bool(kit["unnamed"].search(who)))


def _by_verb(text: str, kit: dict[str, re.Pattern[str]]) -> Attribution | None:
    """A source before a verb of saying, or a rumour in passing. Offsets are into the clause."""
    said = _said(text, kit)
    if said is None:
        quiet = kit["quiet"].search(text)
        return Attribution(quiet[0], quiet[0], *quiet.span(), passing=True, unnamed=True) if quiet else None
    who, verb, at = said
    if not who and verb.startswith(("报道", "消息")):
        return Attribution("报道", verb, at, at + len(verb), unnamed=True)
    if not who:
        return None if _forecasts.match(verb) else Attribution("", verb, at, at + len(verb))
    who = _to_whom.sub("", who) or who
    if len(who) == 1 and who not in "他她它":
        return None
    anyone = (bool(kit["anyone"].match(who)) and "网" not in who[2:]) or bool(_i.search(who))
    return Attribution(
        who, verb, max(text.find(who), 0), at + len(verb), anyone, unnamed=bool(kit["unnamed"].search(who))
    )


_rules = re.compile(r"规定|法律|法规|条例|安排|惯例|传统|要求|情况|需要|合同|协议$")
"""Not a source but a rule that something follows."""
_issued = re.compile(r"(?:最新|公开|刚刚|昨日|近日)?(?:公布|发布|发表|提供|披露|发出)的")
_report_words = re.compile(
    r"的?(?:采访证实|数据显示|资料显示|统计显示|一份统计|来看|显示|报道|报导|消息|透露|介绍|表示|称|说|指出|证实|披露|统计|预测|估算"
    r"|估计)+$"
)
_day = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|昨[日天]|今[日天]|近日|日前|当地时间")
_forecasts = re.compile(r"预计|预测|估计|相信|猜测|推测|显示|表明|证实|怀疑|嘲讽|讽刺")


def _said(text: str, kit: dict[str, re.Pattern[str]]) -> tuple[str, str, int] | None:
    """Who, the verb and where it stands: the first verb of saying that is part of no other word."""
    apart = [m.span() for m in kit["apart"].finditer(text)]
    for match in kit["say"].finditer(text):
        if any(a <= match.start() < b or a < match.end() <= b for a, b in apart):
            continue
        if not text[match.end() :].strip(" ,:\n") and not text.endswith(("”", '"')):
            at_end = match.end() >= len(text) - 2
            if at_end and len(text) < 12:
                return _who(text, match.start(), kit), match[0], match.start()
        if match.start() > 60:
            return None
        if _not_said.search(text, max(0, match.start() - 5), match.start()):
            continue
        if _who(text, match.start(), kit) == "-":
            continue
        if kit["shows"].match(match[0]) and not kit["speaks"].search(text[max(0, match.start() - 12) : match.start()]):
            continue
        return _who(text, match.start(), kit), match[0], match.start()
    return None


_not_said = re.compile(r"(?:没有|未|并未|无法|不愿|不曾)[^,。\n]{0,2}$")
_adverbs = re.compile(
    r"已|曾|将(?!军)|并|又|还|也(?!门)|正(?!方|副)|在(?!野|任|职|场|校|押)|对(?!方|手)|向|从(?!业)|就(?!业)|则|都(?!市|会)|为|因"
    r"|以(?!色列|军)|把|被(?!告|害|捕)|会(?!长|计|议|员)|要(?!员)|能(?!源)|可|仍"
)
_deeds = re.compile(r"否认|驳斥|面临|遭到|受到|接受|涉及|撤销|提出|反驳")
"""With these before it a verb of saying is a noun: 否认相关指控."""


def _who(text: str, verb_start: int, kit: dict[str, re.Pattern[str]]) -> str:
    before = text[:verb_start]
    quoted = max(before.rfind("”"), before.rfind('"'))
    before = before[quoted + 1 :]
    # The source stands in the last part of what precedes the verb that names anybody.
    parts = [part for part in re.split(r"[,\n:]", before) if part.strip()]
    for part in reversed(parts):
        lead = kit["lead"].match(part.strip())
        name = part.strip()[lead.end() :] if lead else part.strip()
        cut = re.search(
            r"(?:(?<=.)(?:在|于|也|则|就|还|又|都|并|曾(?=在|经|任|多|对|被|发|公|向|就|两|一|三|警|批|说|称|表|透|指)|日前|近日|昨|今|去年|今年|上周|本周|对外|随即|公开|再次|一再|向|对|从|因|为|判刑时|求情时|判刑|求情|\d{1,2}日|表|接受|回覆|回复|通过|透过|离职后|发了|同时|暂时|随后|普遍|一致|均))",
            name,
        )
        name = (name[: cut.start()] if cut else name).rstrip("有也就则都还曾")
        if name and _deeds.search(name):
            return "-"
        if name and not _adverbs.match(name):
            return name.strip("“”\"' ")[-30:]
    return ""


@cache
def _en() -> dict[str, re.Pattern[str]]:
    return {
        "apart": pattern("attribution", "en", "apart"),
        "according": pattern("attribution", "en", "according"),
        "say": pattern("attribution", "en", "say"),
        "that": pattern("attribution", "en", "say_that"),
        "anyone": pattern("attribution", "en", "anyone"),
        "unnamed": pattern("attribution", "en", "unnamed"),
        "quiet": pattern("certainty", "en", "reported"),
    }


_source_end = re.compile(r"[,.;\n”“—]|\s(?:that|who|which|on|in an?|in the|after|during|to|and|but|with)\s|$")
_subject_start = re.compile(
    r".*(?:[,;:”“\"]|\b(?:and|but|while|that|which|although|though|as|because|when|for|since|if)\b)\s+",
    re.DOTALL,
)


def _english(view: str, start: int, end: int) -> Attribution | None:
    kit = _en()
    text = _quoted.sub(_mask, view[start:end])
    if is_silence(text, "en"):
        return None
    according = kit["according"].search(text)
    if according:
        rest = text[according.end() :].lstrip()
        who = re.split(
            r"[,;\n”]|\.\s|\s(?:published|released|posted|conducted|seen by|obtained by|reviewed by)\b",
            rest,
            maxsplit=1,
        )[0].strip(" .")[:80]
        return Attribution(
            who,
            according[0],
            start + according.start(),
            start + according.end(),
            unnamed=bool(kit["unnamed"].match(who)),
        )
    for match in kit["say"].finditer(text):
        if kit["apart"].match(text, match.start()) or _overlaps(kit["apart"], text, match):
            continue
        who = _english_who(text, match)
        if who is None:
            continue
        anyone = bool(kit["anyone"].fullmatch(who)) or bool(
            {*who.split(" ")[:1], *who.split(" ")[-1:]} & {"i", "you", "we", "one", "guys"}
        )
        return Attribution(
            who,
            match[0],
            start + match.start(),
            start + match.end(),
            anyone,
            bool(kit["unnamed"].search(who)),
        )
    that = kit["that"].search(text)
    if that:
        return Attribution("", that[0], start + that.start(), start + that.end())
    quiet = kit["quiet"].search(text)
    if quiet:
        return Attribution("reports", quiet[0], start + quiet.start(), start + quiet.end(), passing=True, unnamed=True)
    return None


def _overlaps(apart: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    near = max(0, match.start() - 16)
    return any(
        m.start() < match.end() and match.start() < m.end() for m in apart.finditer(text, near, match.end() + 24)
    )


_bare_object = frozenset(
    {
        "called",
        "thanked",
        "estimates",
        "reports",
        "notes",
        "claims",
        "claim",
        "posts",
        "projects",
        "claimed",
        "posted",
        "forecast",
        "suggested",
        "reported",
    }
)


_ADVERBS = frozenset({"now", "so", "also", "then", "meanwhile", "however", "later", "still", "already", "again"})
_appositive = re.compile(
    r"(?:but |and |so )?[^,]{2,50},\s(?:a|an|the|who|which|his|her|its|\d{2})\s?[^,]*(?:,[^,]*)?,\s*$"
)


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(table("clauses", "en")["auxiliary"])


def _english_who(text: str, match: re.Match[str]) -> str | None:
    """The source beside a verb of saying; None when the verb reports nothing."""
    before, after = text[: match.start()], text[match.end() :]
    closes = before.rstrip()[-1:]
    if closes == "," and (finite_at(before) is None or _appositive.match(before)):
        # X, a professor at Y, said: what stands between the commas describes the source.
        head = re.sub(r"^(?:but|and|so|yet|now|meanwhile|also)\s+", "", before.strip())
        return re.split(r",", head, maxsplit=1)[0].strip()
    if closes in {",", "”", '"'} and match[0] in {"said", "says", "wrote", "added", "reported"}:
        name = _source_end.split(after.lstrip(), maxsplit=1)[0].strip()
        if name:
            return name
    lead = _subject_start.match(before)
    subject = (before[lead.end() :] if lead else before).strip(" \n,")
    words = [w for w in subject.split() if w not in _ADVERBS]
    verb = finite_at(subject)
    if verb and match[0] == "saying":
        words = words[:verb]
    if not words:
        return (
            ""
            if match[0] in {"said", "says", "told", "warned", "added", "saying", "thanked"} and not before.strip()
            else None
        )
    if words[0] in _auxiliaries():
        return None
    if len(words) > 9 or words[-1] in {
        "the",
        "a",
        "an",
        "of",
        "its",
        "his",
        "her",
        "their",
        "two",
        "to",
        "by",
        "in",
        "for",
        "has",
        "was",
        "is",
        "be",
    }:
        if words[-1] in {"has", "have", "had"}:
            words = words[:-1]
        else:
            return None
    if match[0] == "called" and not re.match(r"[^.]{0,60}“", after):
        return None
    if match[0] in _bare_object and not re.match(
        r"\s+(?:that|the|a|his|her|their|its|it|there|on|for|[“\"]|\w+\s+(?:will|would|could|may|might|is|are|was|were|has|have|can))",
        after,
    ):
        return None
    return " ".join(
        w
        for w in words
        if w
        not in {
            "also",
            "has",
            "have",
            "had",
            "later",
            "still",
            "then",
            "are",
            "is",
            "now",
            "long",
            "just",
            "already",
            "repeatedly",
        }
    )
