"""Whether a clause can be checked: assertion of fact told apart from opinion, guess, advice, prediction and talk.

Cues for and against are weighed and added up; the weights below are the whole model. Names, amounts, dates,
sources and reported events speak for a fact; judgement, guessing, rules of life, words to the audience and
comments on the whole speak against it.
"""

from dataclasses import dataclass
from functools import cache

from claims.features.cues import alternation, pattern, table
from claims.features.lines_zh import announces, apart, stands
from claims.model import Checkability
from evidence.text import lazy_re as re

FOR = {
    "event": 1.2,
    "more_events": 0.3,
    "name": 0.7,
    "counted": 1.6,
    "dated": 1.0,
    "source": 2.6,
    "carried": 1.0,
    "past": 0.5,
    "entity": 0.5,
    "stands": 0.3,
}
AGAINST = {
    "opinion": 2.2,
    "guess": 2.1,
    "generic": 1.5,
    "address": 2.0,
    "own": 1.4,
    "foretelling": 1.6,
    "comment_start": 2.4,
    "framing": 2.0,
    "degree": 0.4,
    "verbless": 1.6,
}
BASE = {
    "zh": {"article": 0.9, "transcript": 0.4, "heading": -0.7, "title": 0.7, "bullet": 1.0},
    "en": {"article": 0.9, "transcript": 0.75, "heading": -0.7, "title": 0.7, "bullet": 1.0},
}
"""What a clause starts from: running news asserts, a speaker often does not, a heading names its topic."""
THRESHOLD = 0.6
SOURCE_SHARE, CARRIED_SHARE = 0.35, 0.8
"""How much of what speaks against a clause counts when somebody else says it: his opinion is a fact about
him. The second when he was only named before: the speaker may well have taken over again."""

_NAMED = {
    "opinion": "opinion",
    "guess": "speculation",
    "generic": "advice",
    "address": "address",
    "own": "address",
    "foretelling": "prediction",
    "comment_start": "opinion",
    "framing": "framing",
    "degree": "opinion",
    "verbless": "framing",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about a clause besides its words."""

    names: int = 0
    counted: bool = False
    dated: bool = False
    source: bool = False
    """A source is named in the clause."""
    carried: bool = False
    """A source named before goes on speaking."""
    anyone: bool = False
    question: bool = False
    verbless: bool = False
    """A few words without a verb: the big one; about the manager."""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """The finding on one clause; `kind` names what a clause is that is no assertion."""

    checkability: Checkability
    kind: str | None
    score: float
    support: float
    """What speaks for a fact, whatever speaks against it."""


def judge(clause: str, language: str, place: str, evidence: Evidence) -> Judgement:
    """Weigh a clause in its plain form; `place` is a key of BASE's inner tables."""
    support = _support(clause, language, evidence)
    if evidence.anyone:
        return Judgement(Checkability.OPINION, "opinion", -1.0, support)
    if len(clause) < (4 if language == "zh" else 12) and not evidence.counted:
        return Judgement(Checkability.NOT_A_CLAIM, "framing", 0.0, support)
    if evidence.question or (_asks(clause, language, place)):
        return Judgement(Checkability.NOT_A_CLAIM, "rhetorical", -1.0, support)
    if language == "zh" and not evidence.counted and _speaks_aside(clause, place, evidence):
        return Judgement(Checkability.NOT_A_CLAIM, "address", -1.0, support)
    against = _against(clause, language) | ({"verbless": 1} if evidence.verbless else {})
    if not against and place == "transcript" and language == "zh" and stands(clause):
        support += FOR["stands"]
    weight = sum(AGAINST[name] * (1 + 0.4 * (count - 1)) for name, count in against.items())
    if evidence.counted and "guess" in against:
        weight -= AGAINST["guess"] / 2  # a guessed figure is still a figure
    if evidence.counted and "comment_start" in against:
        weight -= AGAINST["comment_start"] / 2  # what is said of the whole, with a figure, is no mere comment
    if evidence.source:
        weight *= SOURCE_SHARE
    elif evidence.carried:
        weight *= CARRIED_SHARE if place == "transcript" else CARRIED_SHARE * 0.6
    score = BASE[language][place] + support - weight
    if score > THRESHOLD:
        return Judgement(Checkability.CHECKABLE, None, score, support)
    kind = max(against, key=lambda name: AGAINST[name], default="framing")
    named = _NAMED[kind]
    if place == "heading" and not against:
        named = "heading"
    return Judgement(_CHECKABILITY.get(named, Checkability.NOT_A_CLAIM), named, score, support)


_CHECKABILITY = {
    "opinion": Checkability.OPINION,
    "speculation": Checkability.OPINION,
    "advice": Checkability.OPINION,
    "prediction": Checkability.PREDICTION,
}


def _speaks_aside(clause: str, place: str, evidence: Evidence) -> bool:
    """Whether a Chinese speaker comes to his next topic, turns to the audience or asks into the air."""
    if place == "transcript":
        return not evidence.source and apart(clause)
    return place == "article" and announces(clause)


def _support(clause: str, language: str, evidence: Evidence) -> float:
    events = len(set(pattern("checkability", language, "event").findall(clause)))
    total = 0.0
    if events:
        total += FOR["event"] + FOR["more_events"] * min(events - 1, 3)
    total += FOR["name"] * (evidence.names > 0) + 0.2 * min(max(evidence.names - 1, 0), 3)
    total += FOR["counted"] * evidence.counted + FOR["dated"] * evidence.dated + FOR["source"] * evidence.source
    total += FOR["carried"] * (evidence.carried and not evidence.source)
    total += FOR["past"] * bool(_past(language).search(clause)) + FOR["entity"] * bool(_entity(language).search(clause))
    return total


@cache
def _past(language: str) -> re.Pattern[str]:
    if language == "zh":
        return re.compile(r"曾|已|了(?!解|如)|过(?!程|于|度|分)|至今|目前|先后|陆续|相继|从未|截至|一度|当时|首次")
    return re.compile(r"\b(?:had|has|have|was|were|already|ago|since|previously|former|first)\b")


@cache
def _entity(language: str) -> re.Pattern[str]:
    if language == "zh":
        return re.compile(
            r"是(?:一[个家款名位种座]|[^,。\n]{1,20}的)|这[家款篇名位](?!于)|公司|该[\u4e00-\u9fff]|其中|另外|还有"
        )
    return re.compile(r"\b(?:company|officials|police|court|government|according|members|agency|spokes\w+)\b")


@cache
def _starts(language: str) -> re.Pattern[str]:
    words = alternation(table("checkability", language)["comment_start"])
    if language == "zh":
        return re.compile(
            rf"(?:但是|但|而|不过|可是|然而|所以|因此|而且|并且)?(?:{words}|[^,。\n]{{1,14}}的(?:离开|加入|离职|到来|退出|辞职)(?:[,\n也]|$))"
        )
    return re.compile(rf"(?:but |and |so |yet )?{words}\b")


@cache
def _groups(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    cued = (
        name
        for name in AGAINST
        if name not in {"comment_start", "verbless"} and name in table("checkability", language)
    )
    return tuple((name, pattern("checkability", language, name)) for name in cued)


def _against(clause: str, language: str) -> dict[str, int]:
    outside = _quoted.sub("“”", _no_cues[language].sub(_before_cue, clause))
    found = {name: min(len(cues.findall(outside)), 3) for name, cues in _groups(language)}
    found["comment_start"] = int(bool(_starts(language).match(clause)))
    return {name: count for name, count in found.items() if count}


def _before_cue(found: re.Match[str]) -> str:
    """What stays of words that are no cue: the denial before 任何人."""
    return (found[1] or "") if found.re.groups else ""


_no_cues = {
    "zh": re.compile(
        r"(?<=[点时个共约近零一二三四五六七八九两])十分(?!之)|十分钟"
        r"|((?:没|未|不曾|并无|尚无)[^,。\n]{0,8})任何(?:人|时候|一点)"
        r"|只有(?=(?:约|大约|不到|区区)?(?:\d|[二三四五六七八九两十百半几]))(?![^,。\n]*才)"
        r"|(?:就要|需要|还得|得先|就能)(?=约|近|[\d一二三四五六七八九十两百千万半])"
        r"|恐(?=[龙怖慌吓惧])|(?<=[惊唯])恐|(?<=[年月日号天周期春夏秋冬底初末点])才[能会]"
        r"|[男女]主角|主角(?=由|[^,。\n]{2,8}饰)|故事(?=改编|取材|发生在|背景|书|片)"
        r"|意外发生(?=[在于])"
    ),
    "en": re.compile(
        r"(?<=\btold )(?:me|us)\b|(?<=\b(?:gave|sent) )(?:me|us)\b|(?<=\bshowed )(?:me|us)\b"
        r"|\b(?:what|whatever|where|who|when|how|than|as|like|if) you(?:'ve|'d)?"
        r"(?: (?:have|had|may|might|will))*(?: been)? (?:think|thought|read|heard|hear|seen|see|know|knew"
        r"|expect|expected|imagine|remember|believe|suppose|told)\b"
    ),
}
"""Words that are no cues: ten minutes, which are no degree (六点五十分); nobody, which a denial makes of 任何人; an
amount after 只有; where an accident happened; the speaker as one to whom it was told; what the audience may think or
have heard, which only stands beside what is said."""
_quoted = re.compile(r"“[^”]{0,300}”|\"[^\"]{0,300}\"")
_first_word = re.compile(r"(?:anyway |so |but |and |now |well |then |or |ok |okay )*([a-z']+)")


def _asks(clause: str, language: str, place: str) -> bool:
    """Whether a clause asks although it bears no question mark."""
    if language == "zh":
        return bool(
            re.search(
                r"(?:(?<!着)呢|吗|么)$|^(?:那么)?(?:为什么|为何|难道)|(?<![道说讲究])如何(?!也)|如何看|怎么看|到底发生|谁(?:能|又能|曾)想|谁又",
                clause,
            )
        ) or (place == "transcript" and bool(re.search(r"能不能|会不会|是不是|还能不", clause)))
    if place != "transcript":
        return False
    head = _first_word.match(clause)
    return head is not None and head[1] in _ASKING


_ASKING = frozenset(
    [
        "who",
        "who's",
        "what",
        "what's",
        "why",
        "how",
        "where",
        "can",
        "could",
        "does",
        "do",
        "did",
        "is",
        "are",
        "should",
    ]
)
