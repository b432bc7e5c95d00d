"""What the words beside a name call it: a title before it, an apposition behind it, the last word of its own."""

from dataclasses import dataclass
from functools import cache

from claims.features.cues import alternation, plain, table
from claims.features.names import Mention
from claims.model import EntityType
from evidence.text import lazy_re as re


@dataclass(frozen=True, slots=True)
class Described:
    """What stands beside one mention of a name."""

    nouns: frozenset[str] = frozenset()
    """What it is called: minister, finance minister; 董事长."""
    words: frozenset[str] = frozenset()
    """All words that describe it: Czech, finance."""
    person: bool = False
    """Whether it is plainly a person."""
    body: bool = False
    """Whether it is a company, an authority, a club or the like."""
    gender: str = ""
    """`he` or `she` where something tells."""
    led: bool = False
    """Whether what it is stands right before it."""
    living: bool = False
    """Whether it is plainly somebody, a person or an animal, whatever the name looks like."""


def described(view: str, one: Mention) -> Described:
    """What the words beside a mention call it; `view` is the plain form of the document."""
    beside = view[max(0, one.start - 1) : one.start] + view[one.end : one.end + 1] + view[one.start]
    return _in_chinese(view, one) if any("\u3400" <= c <= "\u9fff" for c in beside) else _in_english(view, one)


@cache
def sorts() -> frozenset[str]:
    """The Chinese words for bodies and works of one sort, which by themselves may mean the only one of a text: 书店."""
    groups = table("subjects", "zh")
    words = {*groups["bodies"], *groups["things"], *table("names", "zh")["ware"], *table("names", "zh")["organisation"]}
    return frozenset(word for word in words - {*groups["business"]} if len(word) > 1)


def is_common(name: str) -> bool:
    """Whether a name says no more than of what sort a body is: Capital, 安保公司."""
    if name.isascii():
        return name.lower() in {*table("names", "en")["organisation"], *_en("body"), *_en("wares")}
    return _zh()["sort"].fullmatch(plain(name)) is not None


@cache
def titles() -> frozenset[str]:
    """The Chinese words for people by what they do or are."""
    return frozenset(
        {*table("names", "zh")["title"], *table("subjects", "zh")["people"]} - {"先生", "女士", "小姐", "居民"}
    )


@cache
def _en(group: str) -> frozenset[str]:
    if group == "people_nouns":
        return frozenset(word.strip(".") for word in table("names", "en")["title"])
    if group == "places":
        return frozenset(table("names", "en")["place"])
    return frozenset(table("subjects", "en")[group])


# --- English -----------------------------------------------------------------------------------------------------

_lead = re.compile(
    r"(?:(?:^|[\s“\"(])(?:the|its|his|her|their|a|an|former|[\w\-]+['’]s?) )?"
    r"((?:[a-z][a-z\-]+ ){0,2}[a-z][a-z\-]+)(,)? $"
)
_behind = re.compile(
    r", (?:who is |which is )?(?:aged \d+, )?(?:the|a|an|its|his|her|their|[\w.&\-]+['’]s?|[a-z]+['’]s [\w\-]+['’]s)"
    r" ((?:[\w\-’']+ ){0,5}?[\w\-]+)"
    r"(?=,|\.|;|\n| (?:of|in|at|from|who|which|that|behind|with|for|on|based|owned|founded|since)\b)"
)
_is = re.compile(
    r" (?:is|was|are|were|became|remains) (?:the|a|an) ((?:[\w\-]+ ){0,4}?[\w\-]+)"
    r"(?=,|\.|;|\n| (?:of|in|at|from|who|which|that|with|for|on|based|since|and)\b)"
)
_who = re.compile(r"\s?,? (who|whose|\d\d,|aged \d\d)\b")
_which = re.compile(r"\s?, (which|based in|headquartered|owned by|founded in|a unit of|listed)\b")
_years_old = re.compile(
    r", (?:an? )?[\w\-]+-year-old\b"
    r"|,? (?:is|was|aged|turned) (?:only |just )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?= and |[,.;]|$| years? old| when )"
)
_lives = re.compile(r", who (?:is|was|has|had|weighs|lives|\w+ed)\b")
_called = re.compile(r"\b(\w+) (?:called|named) $")
_owns = re.compile(
    r"['’]s? (?:[\w\-]+ ){0,2}?(?:chief executive|ceo|chairman|chairwoman|chair|shares?|stock|shareholders|staff"
    r"|plants?|factor(?:y|ies)|headquarters|revenues?|turnover|sales|customers|workforce|subsidiar(?:y|ies)|board|executives?"
    r"|spokes\w+|parent)\b"
)


def _in_english(view: str, one: Mention) -> Described:
    nouns: set[str] = set()
    words: set[str] = set()
    before = view[max(0, one.start - 60) : one.start]
    before = before[before.rfind("\n") + 1 :]
    led = _lead.search(before)
    title = ""
    if led is not None:
        said = led[1].split()
        if led[2] or said[-1] in _en("people_nouns") or " ".join(said[-2:]) in _en("people_nouns"):
            title = said[-1]
            _describe(said, nouns, words)
        elif before.endswith(f"the {said[-1]} "):
            words.add(said[-1])  # the Italian Ana Ruzic
    behind = _behind.match(view, one.end) or _is.match(view, one.end)
    if behind is not None and len(behind[1].split()) <= 6:
        _describe(behind[1].split(), nouns, words)
    own = view[one.start : one.end].replace("\n", " ").split() or [""]
    typed_body = one.type is EntityType.ORGANISATION or (len(own) > 1 and own[-1] in _en("wares"))
    if typed_body:
        nouns.add(own[-1])
        words.update(own)
    who = _who.match(view, one.end) is not None or bool(title and title in _en("people_nouns"))
    body = typed_body or bool(
        _which.match(view, one.end) or _owns.match(view, one.end) or (nouns & _en("body") and not who)
    )
    first = own[0]
    kin = (_en("man") | _en("woman")) & nouns
    gender = "he" if _en("man") & nouns else "she" if _en("woman") & nouns else ""
    mister = re.search(r"\b(mrs|ms|miss|mr|sir|dame|lady|lord)\.? $", before)
    if mister is not None:
        gender = "he" if mister[1] in _en("man") else "she"
    if not gender and one.type is EntityType.PERSON and not body:
        gender = "he" if first in _en("men") else "she" if first in _en("women") else ""
    living = not body and bool(_years_old.match(view, one.end) or _lives.match(view, one.end) or nouns & _en("animals"))
    called = _called.search(before)
    return Described(
        frozenset(nouns),
        frozenset(words),
        person=who or bool(kin) or bool(mister),
        body=body,
        gender=gender,
        living=living or (called is not None and called[1] in _en("animals")),
    )


def _describe(said: list[str], nouns: set[str], words: set[str]) -> None:
    """The head of a description, alone and with the word before it: minister, finance minister."""
    kept = [word.strip("'’") for word in said]
    if any(_other.match(word) for word in kept):
        words.update(kept)
        return  # its first lander is not what `the lander` means
    if kept[-1] in _en("places"):
        return
    nouns.add(kept[-1])
    if len(kept) > 1:
        nouns.add(" ".join(kept[-2:]))
    words.update(kept)


# --- Chinese -----------------------------------------------------------------------------------------------------


@cache
def _zh() -> dict[str, re.Pattern[str]]:
    groups = table("subjects", "zh")
    people = alternation([*table("names", "zh")["title"], *groups["people"]])
    bodies, things = [*groups["business"], *groups["bodies"]], groups["things"]
    longer = [word for word in bodies if len(word) > 1]
    anything = alternation([*bodies, *things, *groups["people"]])
    return {
        "title": re.compile(rf"({people})[“\"《]?$"),
        "title_after": re.compile(rf"({people})"),
        "body": re.compile(rf"({alternation([*longer, *groups['beside']])})[“\"《]?$"),
        "man": re.compile(alternation(groups["man"])),
        "woman": re.compile(alternation(groups["woman"])),
        "sort": re.compile(
            rf"{alternation(groups['sort'])}(?:公司|集团|企业|医院|大学|中学|小学|银行|法院|政府|机构|警方|协会)"
        ),
        "thing": re.compile(rf"({alternation(things)})[“\"《]$"),
        "ends_body": re.compile(rf"({alternation(bodies)})$"),
        "ends": re.compile(rf"({alternation([*bodies, *things])})$"),
        "is": re.compile(rf"[”\")》]*是(?:一|我国|全球|国内)?[^,。\n]{{0,18}}?的?({anything})(?=[,。\n]|$)"),
    }


def _in_chinese(view: str, one: Mention) -> Described:
    nouns: set[str] = set()
    before, own = view[max(0, one.start - 12) : one.start].rstrip(), view[one.start : one.end]
    if one.type is EntityType.PERSON:
        for found in (_zh()["title"].search(before), _zh()["title_after"].match(view, one.end)):
            if found is not None:
                nouns.add(found[1])
        led = before[max(before.rfind(mark) for mark in ",。;\n") + 1 :]
        woman = _zh()["woman"].search(led) or _zh()["woman"].match(view, one.end)
        man = _zh()["man"].search(led) or _zh()["man"].match(view, one.end)
        return Described(
            frozenset(nouns), frozenset(nouns), person=bool(nouns), gender="she" if woman else "he" if man else ""
        )
    thing, body = _zh()["thing"].search(before), _zh()["body"].search(before)
    is_body = one.type is EntityType.ORGANISATION or (body is not None and thing is None)
    ends = _zh()["ends_body" if is_body else "ends"].search(own)
    for found in (thing, body, ends, _zh()["is"].match(view, one.end)):
        if found is not None:
            nouns.add(found[1])
    words = frozenset(nouns)
    if len(own) > 3 and "\u3400" <= own[-1] <= "\u9fff" and "\u3400" <= own[-2] <= "\u9fff":
        nouns.add(own[-2:])  # 该书城 is 云图书城
    return Described(frozenset(nouns), words, body=is_body, led=body is not None)


_other = re.compile(r"(?:first|second|third|previous|earlier|another|other|next|predecessor|successor)$")

__all__ = ["Described", "described", "is_common", "sorts", "titles"]
