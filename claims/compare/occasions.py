"""Why what seems to clash is of two occasions after all, in whatever words two accounts tell it.

Accounts of one affair differ in what they look at: the toll by day and the toll in the end, what was expected and what
came, the whole and what was added to it, the figure of one body and the reckoning of another, the minister and his
secretary. Each test asks for a mark of that in the words, on one side or differently on both. Two versions of one
sentence are not asked: there, another weekday is what was changed.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claims.compare.alignment import Pair
from claims.compare.scope import own_names
from claims.compare.values import Comparison, Features, of_one
from claims.features.cues import alternation, table
from claims.model import Facet, RelationKind, Resolution
from evidence.text.fold import fold_key

VERSIONS = {"en": 0.66, "zh": 0.8}
"""From this closeness on, two statements are versions of one sentence; short Chinese ones share most characters."""
ANSWERED = 2.2
"""From so many times the content on, the longer one answers a claim among much else: its other words tell nothing."""
EVEN = 1.5
"""Up to so many times the content, two statements are alike in size: neither is a claim that the other may answer."""
OWN = 2.0
"""So much content that only one of the two has, and as much that only the other has, may be another matter."""
IN_COMMON, FIGURES_IN_COMMON = 0.3, {"en": 0.5, "zh": 0.55}
"""Below this share of the shorter one's content it is another matter; where figures clash, already below the others."""

Reason = tuple[str, Resolution]


def apart(pair: Pair, found: Comparison) -> Reason | None:
    """Why a conflict between two statements, each in its own words, is of two occasions; None where nothing says so.

    Statements that answer each other in two accounts of one story are not asked: more than their words ties them.
    """
    if found.kind is not RelationKind.CONFLICTS or pair.told is not None or pair.a.language != pair.b.language:
        return None
    own_words = pair.closeness < VERSIONS[pair.a.language] and max(pair.sizes) < ANSWERED * min(pair.sizes)
    counted = found.facet in {Facet.QUANTITY, Facet.POLARITY}
    return next(_reasons(pair, found), None) if own_words and counted else None


def _reasons(pair: Pair, found: Comparison) -> Iterator[Reason]:
    even = max(pair.sizes) < EVEN * min(pair.sizes) and min(pair.left_over) >= OWN
    if pair.given and pair.a.language == "zh" and found.facet is Facet.POLARITY:
        even = False  # of what each contrary is said was asked already: arguments_zh
    least = FIGURES_IN_COMMON[pair.a.language] if found.facet is Facet.QUANTITY else IN_COMMON
    if even and pair.cover < least and _plain(pair, found) and not _limit_missed.search(found.reasons[0]):
        yield "each tells mostly of something else", Resolution.SCOPE_DIFFERENCE
    if (when := _at_other_times(pair)) is not None:
        yield when, Resolution.TEMPORAL_CHANGE
    if _later(pair.a) != _later(pair.b):
        yield "only one is of a later day", Resolution.TEMPORAL_CHANGE
    if found.facet is Facet.POLARITY:
        if (whom := _of_somebody_else(pair) or _of_two_things(pair)) is not None:
            yield whom, Resolution.SCOPE_DIFFERENCE
        return
    if not _plain(pair, found):
        return
    if _expected(pair.a, found) != _expected(pair.b, found):
        yield "one was expected, the other has come", Resolution.TEMPORAL_CHANGE
    for number in sorted(_marks(_around(pair.a, found)) ^ _marks(_around(pair.b, found))):
        yield _MARKS[number][:2]
    if pair.other_subject and _of_all(pair.a) != _of_all(pair.b):
        yield "only one is of all of them", Resolution.SCOPE_DIFFERENCE
    if _reckoned_otherwise(pair):
        yield "each is the reckoning of another body", Resolution.SCOPE_DIFFERENCE


_limit_missed = re.compile(
    r"is not “(?:(?:more|fewer|less|no more|no fewer|greater) than|over|under|above|below|at least|at most)\b",
    re.IGNORECASE,
)
"""A claim that gives a limit asks for one figure: the sentence whose figure misses it need not share more with it."""


def _plain(pair: Pair, found: Comparison) -> bool:
    """Whether the clash is of words or figures as they stand there, and not reckoned from several of them."""
    reason = found.reasons[0]
    if found.facet is Facet.POLARITY:
        return reason.startswith(("one says", "only one of them"))
    both = all(any(quantity.text in reason for quantity in side.quantities) for side in (pair.a, pair.b))
    return both and " by “" not in reason


# --- when ---------------------------------------------------------------------------------------------------------

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FAMILIES = tuple(
    {member: re.compile(told) for member, told in family.items()}
    for family in (
        {day: rf"\b{day.lower()}\b" for day in _DAYS},
        {
            "the morning": r"\b(?:morning|dawn|daybreak|early trad\w+)\b|凌晨|清晨|早[上晨间段盘]|上午|今早|[昨今明]晨",
            "noon": r"\b(?:noon|midday|lunchtime)\b|[中正]午",
            "the afternoon": r"\bafternoon\b|午[后盘间]|下午",
            "the night": r"\b(?:evening|tonight|night|midnight|nightfall)\b"
            r"|傍晚|晚[上间]|[深入昨今当半]夜|夜[间里]|[昨今当]晚",
            "the whole day": r"\b(?:at the close|closing bell|full[- ]day)\b|全[日天]|收[盘市报]|终场|尾盘",
        },
        {
            "the beginning": r"\b(?:opening|first) (?:day|night|weekend|week|month|half)\b"
            r"|首[日周月]|第一[天日周]|首个?周末",
            "later on": r"\b(?:second|third|fourth|fifth|\w+th) (?:day|night|weekend|week|month)\b"
            r"|\bday (?:two|three|four|five|\d+)\b|\bafter [\w-]+ (?:days|weeks|months)\b"
            r"|第[二三四五六七八九十\d]+[天日周]|[映市卖演放售办业]满?[一二两三四五六七八九十\d]+[天日周个]",
        },
    )
)


def _at_other_times(pair: Pair) -> str | None:
    """Where each says at which time of day, on which weekday or at which stage, and no time is of both."""
    for mine, theirs in zip(_times(pair.a), _times(pair.b), strict=True):
        if mine and theirs and mine.isdisjoint(theirs):
            return f"one is of {min(mine)}, the other of {min(theirs)}"
    return None


_limit = re.compile(r"(?:截[至止到]|至|until|by|since|till|自|从)[^,。;]{0,6}$")


def _is_when(text: str, time: re.Match[str]) -> bool:
    """Whether something happens at a time, and does not begin or end with it."""
    return not _limit.search(text[max(0, time.start() - 12) : time.start()]) and not text.startswith("起", time.end())


@of_one
def _times(side: Features) -> tuple[frozenset[str], ...]:
    text = _folded(side.text)
    return tuple(
        frozenset(member for member, told in family.items() if any(_is_when(text, one) for one in told.finditer(text)))
        for family in _FAMILIES
    )


_later_day = re.compile(
    r"(?<![踏进]入)第[二三四五六七八九十\d]+[天日](?!线)|\bday (?:two|three|four|five|six|seven|\d+)\b"
)
_expectation = re.compile(
    r"\b(?:expect(?:s|ed|ations?)?|forecast(?:s|ers)?|predict(?:s|ed|ions?)?|projected|projections?|warned|could"
    r"|target(?:s|ed)?|had hoped|pencilled)\b|预[计测期估料]|料将|目标|有望|原[定订拟]|计划"
)
_reached = re.compile(
    r"\b(?:missed|short of|below|above|beat|against) |[仅只]|不及|未[及达]|低于|高于|超出|优于|相[去差]|达标"
)
_all_over = re.compile(
    r"全[国省市县港台球区岛境美欧城校]"
    r"|\b(?:nationwide|nationally|across the country|worldwide|globally|citywide|statewide)\b"
)


@of_one
def _later(side: Features) -> bool:
    """Whether a statement says that it tells of a later day of what happened."""
    return bool(_later_day.search(_folded(side.text)))


def _expected(side: Features, found: Comparison) -> bool:
    """Whether the figure that seems to clash is one that somebody said would come, and not one that missed it."""
    text = _folded(side.text)
    places = [text.find(_folded(quantity.text)) for quantity in side.quantities if quantity.text in found.reasons[0]]
    told = _expectation.search(text)
    missed = told is not None and bool(places) and told.start() > max(places) and bool(_reached.search(text))
    return told is not None and not missed


@of_one
def _of_all(side: Features) -> bool:
    """Whether a statement is about a whole country, region or city."""
    return bool(_all_over.search(_folded(side.text)))


@lru_cache(maxsize=1 << 12)
def _folded(text: str) -> str:
    return fold_key(text)


# --- of how much --------------------------------------------------------------------------------------------------


_MARKS = (
    (
        "only one counts what was added",
        Resolution.SCOPE_DIFFERENCE,
        re.compile(
            r"\b(?:another|(?:a|one) further|an additional|(?:\w+ )?(?:more|others) (?:were|was|had|have))\b"
            r"|[另再又](?![据一三度次]).{0,8}?[\d一二两三四五六七八九十百]|余震|增至|追加"
        ),
    ),
    (
        "only one counts what is left",
        Resolution.TEMPORAL_CHANGE,
        re.compile(r"\b(?:still|remain(?:s|ed|ing)?)\b|仍[有在]|尚[有余]|还[有剩]|剩余"),
    ),
    (
        "only one counts them all together",
        Resolution.SCOPE_DIFFERENCE,
        re.compile(
            r"\b(?:altogether|all told|cumulative(?:ly)?|combined|ha(?:s|ve) now)\b"
            r"|累[计积]|合计|总计|全案|[前首头][一二三四五六七八九十\d]+个?(?:月|季)|历[年届次]"
        ),
    ),
    (
        "one is a part of the other",
        Resolution.SCOPE_DIFFERENCE,
        re.compile(r"\bof (?:them|those|whom)\b|其中|(?<!分)之一"),
    ),
)


@lru_cache(maxsize=1 << 12)
def _marks(text: str) -> frozenset[int]:
    """Which of them some words bear, by number."""
    return frozenset(number for number, (_, _, told) in enumerate(_MARKS) if told.search(_folded(text)))


_clause = re.compile(r"(?:[^,;.!?，；。！？、]|(?<=\d)[,.](?=\d))+")


def _around(side: Features, found: Comparison) -> str:
    """The clause of the figure that seems to clash; all of the statement where that is not known."""
    told = [quantity.text for quantity in side.quantities if quantity.text in found.reasons[0]]
    clauses = _clause.findall(side.text)
    return next((clause for clause in clauses if any(text in clause for text in told)), side.text)


_reckons = re.compile(
    r"^(?:the |an? )?([\w' -]{3,40}?) (?:estimat\w+|reckon\w*|calculat\w+|puts? the|measured|counted|tall(?:y|ied))\b"
    r"|(?:^|[,。;])([^,。;:]{2,14}?)(?:估[计算测]|推[估算测]|测[得定]|统计|[,以][^,。;]{0,10}计算)"
)
_claims = re.compile("^([^,。;:]{2,14}):")


def _reckoned_otherwise(pair: Pair) -> bool:
    """Whether a figure is the reckoning of one body, and the other that of another one."""
    (mine, reckoned), (theirs, counted) = _source(pair.a), _source(pair.b)
    return bool(mine and theirs) and (reckoned or counted) and mine not in pair.b.key and theirs not in pair.a.key


@of_one
def _source(side: Features) -> tuple[str, bool]:
    """Whose figure a statement tells ('' where it is nobody's), and whether they reckoned it."""
    text = _folded(side.text)
    reckoned, claimed = _reckons.search(text), _claims.search(text)
    if reckoned:
        return reckoned[1] or reckoned[2], True
    return (claimed[1] if claimed else side.claimant or ""), False


# --- of what ------------------------------------------------------------------------------------------------------

_STAGES = (("发布", "解除"), ("开幕", "闭幕"), ("开始", "结束"), ("失联", "寻获"), ("失踪", "寻获"), ("发射", "回收"))
"""What follows upon the other in the course of one thing."""
_meets = re.compile("击败|战胜|力克|大胜|险胜|不敌|负于|输给|惜败|爆冷")
_beaten = re.compile(r"^[给于]?([\u3400-\u9fff]{2,4})")
_pairs = re.compile(r"(?=([\u3400-\u9fff]{2}))")


def _of_two_things(pair: Pair) -> str | None:
    """Where contrary words of two Chinese statements are said of two things, or of two stages of one."""
    if pair.a.language != "zh" or not pair.contraries:
        return None
    i, j = pair.contraries[0]
    mine, theirs = pair.left.words[i], pair.right.words[j]
    if any({mine, theirs} == set(stages) for stages in _STAGES):
        return f"“{mine}” and “{theirs}” are stages of one thing"
    for one, other in (
        (_rival(pair.left.words[i], pair.a), _rival(pair.right.words[j], pair.b)) for i, j in pair.contraries
    ):
        if one and other and not set(one) & set(other):
            return f"one is about “{one}”, the other about “{other}”"
    said = [_said_of(side.key, word) for side, word in ((pair.a, mine), (pair.b, theirs))]
    return "the contraries are said of two things" if all(said) and said[0].isdisjoint(said[1]) else None


def _rival(word: str, side: Features) -> str:
    """Whom somebody beat or lost to, right behind that word; '' where it is another word, or nobody is named there."""
    at = side.key.find(word) if _meets.match(word) else -1
    found = _beaten.match(side.key[at + len(word) :]) if at >= 0 else None
    return found[1] if found else ""


def _said_of(key: str, word: str) -> frozenset[str]:
    """The pairs of characters in the clause of a word, without the word's own."""
    clause = next((clause for clause in _clause.findall(key) if word in clause), "")
    return frozenset(two for part in clause.split(word) for two in _pairs.findall(part))


# --- of whom ------------------------------------------------------------------------------------------------------

_kin = re.compile(
    r"([\u3400-\u9fff]{2})的(秘书|助理|妻子|丈夫|太太|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|前妻|前夫|律师|发言人"
    r"|幕僚|司机|友人|同伙|家属|家人|亲属|亲信)"
)
_part = re.compile("(?:中心|委员会|小组|部门?|分公司|子公司|工会|基金会|学院|分行|支部)$")
LEAST = 3
"""So many characters at least name what a part belongs to."""


def _of_somebody_else(pair: Pair) -> str | None:
    """Where one tells of somebody, and the other of somebody who belongs to them or bears another name."""
    names = own_names(pair)
    if names is not None and (pair.other_subject or all(_person().fullmatch(name) for name in names)):
        return f"one is about “{names[0]}”, the other about “{names[1]}”"
    for side, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if (whom := _belongs(side, other)) is not None:
            return f"only one is about “{whom}”"
    return None


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"{alternation(table('names', 'zh')['surname'])}[\u3400-\u9fff]{{2}}")


def _belongs(side: Features, other: Features) -> str | None:
    """Whom or what only one statement is about that belongs to what the other is about: her husband, its union."""
    for whose, kin in _kin.findall(side.key):
        if whose in other.key and kin not in other.key:
            return f"{whose}的{kin}"
    for name in side.names:
        part = _part.search(name)
        if part and part.start() >= LEAST and name not in other.key and name[:LEAST] in other.key:
            return name
    return None
