"""Which stretches of Chinese lean on their neighbours: the beginning of a clause, or an addition to one."""

from collections.abc import Callable
from functools import cache

from claims.features.cues import alternation, pattern, table
from claims.features.predicates_zh import has_predicate
from evidence.text import lazy_re as re


@cache
def _connectives() -> frozenset[str]:
    words = table("checkability", "zh")
    judging = {*words["opinion"], *words["guess"], *words["comment_start"], *words["generic"]}
    return frozenset(set(table("clauses", "zh")["connective"]) - judging)


def is_connective(text: str) -> bool:
    """Whether a stretch is nothing but a conjunction or an adverb, and none that judges what follows."""
    return text in _connectives()


@cache
def leaning() -> dict[str, re.Pattern[str]]:
    """The shapes that lean: by their beginning, by their end, or as a whole."""
    words = table("clauses", "zh")
    say = table("attribution", "zh")["say_strong"]
    return {
        "verb": pattern("clauses", "zh", "verb"),
        "start": re.compile(alternation(words["leaning_start"])),
        "end": re.compile(r"(?<!小(?=时))" + alternation(words["leaning_end"]) + r"[,\s]*$"),
        "adding": re.compile(alternation(words["adding_start"]) + r"(?<!和(?=[平谐解睦]))"),
        "temporal": re.compile(r"(?:的时候|时候|之后|以后|之前|以前|期间|之际|以来|同时|过程中|当中|(?<!小)时|后)$"),
        "follows": re.compile(alternation(words["following_start"])),
        "judges": re.compile(alternation(words["judging_start"])),
        "address": re.compile(r"(?:那么?|好了?|下面|接下来)?(?:我们|咱们|大家|今天这期|本期)"),
        "introduces": re.compile(
            r"(?:还|另外|另)?有(?:着|至少|超过|近)?[一二两三四五六七八九十几\d]+(?:多|余)?[位名个家]|(?:至少|超过|共)?有[一二两三四五六七八九十几\d]+(?:多|余)?[位名人家]"
        ),
        "by_means": re.compile(r"(?:通过|利用|借助|凭借|经过|依靠)"),
        "bare": re.compile(rf"(?:{alternation(words['predicate_start'])}|{alternation(words['verb'])})"),
        "say": re.compile(
            rf"(?:{alternation(say)}|宣布|公布|证实|确认|声明|(?:[师家者员长]|[他她])(?:估计|怀疑|预料)|公开讲|(?<=[\u3400-\u9fff”)])(?<![好不来再的先可手食])(?:称|说|指))(?<!没有证实)(?<!未证实)(?<!暂未公布)(?<!没有公布)(?:过|,|:)?$"
        ),
        "gate": re.compile(
            r"(?:但是|但|而|不过|可是|然而|只是|其中)?(?:如果|若|倘若|假如|除非|即便|即使|由于|因为|为了|随着|当(?!时|天|年|日|地|局|中|事|场|选|晚|初)|除了|自从|一旦|只要|面对|考虑到|趁|凭借|对于|对(?![手面方岸象话立照])|根据|据|截至|与|和(?![平谐解睦])|跟(?!踪)|相比)"
        ),
    }


def leans_forward(text: str, states: Callable[[str], bool] = has_predicate) -> bool:
    """Whether a stretch is only the beginning of a clause; `states` tells whether it says something."""
    kit = leaning()
    if kit["say"].search(text) or len(text) < 3:
        return True
    if kit["address"].match(text):
        return False
    if _from_to.match(text) or _topic.fullmatch(text):
        return True
    if kit["temporal"].search(text) and len(text) <= 45:
        # Long and with a number in it, it reports something of its own.
        return len(text) <= 20 or not re.search(r"\d", text)
    return _lacks_the_rest(text, kit, states(text))


def _lacks_the_rest(text: str, kit: dict[str, re.Pattern[str]], states: bool) -> bool:
    """Whether a stretch is an introduction, a means, an adverbial or a bare naming."""
    if kit["introduces"].match(text) and not kit["verb"].search(text):
        return True
    means = kit["by_means"].search(text)
    if means and ((means.start() == 0 and len(text) <= 20) or not has_predicate(text[means.end() :])):
        return True
    if kit["end"].search(text) and (kit["start"].match(text) or not states or len(text) <= 12):
        return True
    if kit["gate"].match(text) and not re.search(r"来说.{4,}|而言.{4,}", text):
        return (text.startswith(_CONDITIONS) and not text.endswith("了")) or not states or len(text) <= 18
    return not states


_from_to = re.compile(r"(?:只是|而|但|但是|可是)?(?:从|自)[^,\n]{1,14}(?:到|至)[^,\n]{1,10}$")
_topic = re.compile(r"(?:(?![谁哪何怎几么啥着还])[^,\n]){2,9}呢")
"""What the speaker comes to next, and asks nothing of: 受伤的三位呢."""
_CONDITIONS = (
    "若",
    "倘若",
    "假如",
    "除非",
    "即便",
    "由于",
    "因为",
    "为了",
    "随着",
    "当",
    "自从",
    "如果",
    "即使",
    "一旦",
    "只要",
)


def leans_back(text: str, states: Callable[[str], bool] = has_predicate) -> bool:
    """Whether a stretch only adds to the clause before it."""
    kit = leaning()
    adding = kit["adding"].match(text)
    if adding and not has_predicate(text[adding.end() :]):
        return True
    follows = kit["follows"].match(text)
    if follows and (len(text) <= 22 or follows[0] in {"就", "却", "才", "便"}):
        return not text.startswith("以") or text.endswith("为主")
    if re.match(r"(?:他|她|它|他们|两人|也)(?:就|却|才|便)", text):
        return True
    if text.startswith(("包括", "以及", "而是", "旨在", "尤其是", "特别是", "比如", "例如", "从而", "以便")):
        return True
    return not states(text) and not re.search(r"\d|[一二三四五六七八九十两]", text)
