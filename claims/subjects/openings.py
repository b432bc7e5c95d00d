"""How a clause begins: with the name that it is about, with a pronoun for it, or without a subject."""

from dataclasses import dataclass
from functools import cache

from claims.features.cues import alternation, table
from claims.features.finite_en import finite_at
from claims.features.names import Mention
from claims.model import EntityType
from claims.subjects import openings_zh
from claims.subjects.roles import Roles
from evidence.text import lazy_re as re

NO_ROLES = Roles()


@dataclass(frozen=True, slots=True)
class Opening:
    """How a clause begins: with a name, with a pronoun (its place in the clause), or without a subject."""

    mention: Mention | None = None
    pronoun: str | None = None
    pronoun_end: int = 0
    bare: bool = False
    """Whether it begins like a predicate."""
    dropped: bool = False
    """Whether its subject is left out, so that it goes on with the one before."""
    part: str | None = None
    """`person`, `body` or `thing`: it begins with what such a one has (年薪, 总部, 售价)."""


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    names = table("names", language)
    clauses = table("clauses", language)
    back = alternation([*names["he"], *names["they"], *names["it"]])
    if language == "zh":
        back = f"{openings_zh.back()}|{back}"
        lead = (
            r"(?:但是|但|不过|然而|可是|而且|而|此外|另外|同时|其中|甚至|因此|所以|随后|后来|之后|之前|接着|于是|转而|随即"
            r"|[,\s\n])*"
        )
        return {
            "pronoun": re.compile(rf"{lead}(?:[^,\n“]{{0,40}}[,\n])??{lead}({back})(?![\u3400-\u9fff]?们)"),
            "bare": re.compile(rf"{lead}(?:{alternation(clauses['predicate_start'])}|{alternation(clauses['verb'])})"),
            "verb": re.compile(alternation(clauses["verb"])),
            "timed_he": re.compile(
                r"(?:其实|原来|据说|听说|老实说|[,\s])*[^,。\n“]{0,10}?[年月周日天拜期初中底午晚时候前后](?:[一二三四五六日天])?([他她])(?!们)"
            ),
            "title_end": re.compile(alternation([*names["title"], *table("subjects", "zh")["kin"]]) + "$"),
            "governed": re.compile(r"(?:由|被|把|将|对|向|给|让|任命|聘请|包括|是)[^,。\n]{0,16}$"),
            "in_brackets": re.compile(r"^\([^()]{0,40}\)"),
            "predicate": re.compile(
                rf"(?:本[年月周日]|[上今去前][年月周日]|{alternation(clauses['predicate_start'])}|{alternation(clauses['verb'])})"
            ),
        }
    return {
        "pronoun": re.compile(
            rf"(?:and |but |so |now |then |also |while |however,? |in \d{{4}},? )*({back}|the \d{{1,3}}-year-old)\b"
            r"(?!(?<=\bit)(?:'s|\s+(?:is|was))\s+the\s+(?:\w+\s)?(?:time|day|year|month|week)\b)"  # the second time
            r"(?!\s+(?:is|was)\s+(?:clear|hard|believed|thought|no))"
            r"(?!(?<=\bit)(?:'s|\s+(?:is|was))\s[^.;:!?]{2,70}?,?\s(?:who|when|before)\b)"  # it was a porter who saw it
        ),
        "bare": re.compile(
            rf"(?:and |but |then )?(?:also |then |later |no longer |never )?(?:[a-z]{{3,20}}(?:ed|ing)\b"
            rf"|(?:{alternation([*clauses['irregular'], *clauses['present'], *clauses['auxiliary']])})\b)"
        ),
        "verb": re.compile(r"\b" + alternation(clauses["auxiliary"]) + r"\b"),
    }


def opening_of(
    view: str, start: int, end: int, language: str, mentions: list[Mention], at: int = 0, roles: Roles = NO_ROLES
) -> Opening:
    """How `view[start:end]` begins; `mentions` are the names inside it, `at` how far into its clause it begins.

    `roles` are what the document says its names are: the mayor, 董事长.
    """
    text = view[start:end]
    return (
        _by_role(text, start, language, mentions, at, roles)
        or _by_name(view, start, text, language, mentions, at, roles)
        or _by_pronoun(text, start, language, mentions, at)
        or _without(text, language, mentions, start, at)
    )


def _by_role(text: str, start: int, language: str, mentions: list[Mention], at: int, roles: Roles) -> Opening | None:
    """With a role that means a name, the mayor; or with a sort of body, the Austrian group."""
    role = roles.at_head(text, language)
    named = role is not None and any(
        role.end(1) <= m.start - start <= role.end(1) + 2
        or (m.end - start == role.end(1) and (m.type is not EntityType.OTHER or roles.is_noun(role[1])))
        for m in mentions
    )
    if role is not None and not named:
        return Opening(pronoun=role[1], pronoun_end=at + role.end(1))
    sort = _of_a_sort(text, start, mentions) if language == "en" else None
    return None if sort is None else Opening(pronoun=sort, pronoun_end=at + text.find(sort) + len(sort))


def _by_name(
    view: str, start: int, text: str, language: str, mentions: list[Mention], at: int, roles: Roles
) -> Opening | None:
    """With the name that the clause is about, perhaps behind what leads up to it."""
    first = _first_named(view, start, language, mentions)
    if first is not None:
        between = text[: first.start - start]
        ahead = _patterns(language)["pronoun"].match(between)
        if ahead and _owner_led(between, first, language):
            return Opening(mention=first, pronoun=ahead[1], pronoun_end=at + ahead.end(1))
        led = roles.without(first, between)
        acts = language == "zh" and openings_zh.acts(text, len(led))
        near = not acts and len(between) <= (LED_ZH if language == "zh" else LED)
        if not ahead and near and not _leans(led, language):
            return Opening(mention=first)
    described = _described(view, start, mentions) if language == "zh" else None
    return None if described is None else Opening(mention=described)


LED, LED_ZH = 60, 18
"""Code points that may lead up to the name that a clause is about."""


def _by_pronoun(text: str, start: int, language: str, mentions: list[Mention], at: int) -> Opening | None:
    """With what points back; somebody named before it is the subject."""
    pronoun = _patterns(language)["pronoun"].match(text)
    if pronoun is not None:
        named = [m for m in mentions if m.type is EntityType.PERSON and m.end - start <= pronoun.start(1)]
        if named and not _leans(text[: named[-1].start - start], language):
            return Opening(mention=named[-1])
    else:
        pronoun = _he_after_adverbial(text, language, mentions, start)
    return None if pronoun is None else Opening(pronoun=pronoun[1], pronoun_end=at + pronoun.end(1))


def _without(text: str, language: str, mentions: list[Mention], start: int, at: int) -> Opening:
    """With a name behind a comma, or with neither a name nor a pronoun."""
    later = next((m for m in mentions if _after_comma(text[: m.start - start], language)), None)
    if later is not None:
        return Opening(mention=later)
    own = language == "zh" and _own_subject.match(text) is not None
    bare = at == 0 and not own and bool(_patterns(language)["bare"].match(text))
    if language != "zh":
        return Opening(bare=bare, dropped=bare)
    part = openings_zh.part(text) if at == 0 else None
    dropped = at == 0 and not own and openings_zh.dropped(text)
    return Opening(bare=bare, dropped=dropped or part is not None, part=part)


def _after_comma(ahead: str, language: str) -> bool:
    """Whether a name stands right behind a comma or begins a line, an English one with a few words before it."""
    if language == "zh":
        return ahead.rstrip(" ").endswith((",", "\n"))
    found = _led_by_comma.search(ahead)
    return found is not None and finite_at(found[0]) is None


_led_by_comma = re.compile(r"[,\n] ?(?:the |a |an )?(?:[a-z\-]+ ){0,2}$")
_own_subject = re.compile(
    r"(?:(?![^,。]{1,2}[了过着])(?![^,。]{0,3}[说称认觉以])[^,。\n“]{1,10}?的(?!是)[^,。\n“的]{1,6}?"
    r"(?:是|都|也|就|其实|已|还|没|被)"
    r"|(?!就|还|也|都|才|又|不|真|正|说|总|算|像|可|只|便|更|仍|倒|而|但|要|如|若|凡)[\u4e00-\u9fff]{2,5}(?<![说称认觉以])是(?!否|以)"
    r"|[^,。\n“]{1,8},(?:这|那|该)[\u4e00-\u9fff])"
)
"""Chinese that begins like a predicate and has a subject: 写信的人都知道, 起火原因是短路, 一直到昨天,那条线都停着."""


def _first_named(view: str, start: int, language: str, mentions: list[Mention]) -> Mention | None:
    """The first name, or the person whom it describes: in 前谷歌研究员王明离职 the person is the subject."""
    if not mentions:
        return None
    verb = _patterns(language)["verb"].search(view, start, mentions[-1].end + 1)
    ahead = [m for m in mentions if verb is None or m.end <= verb.start()]
    if language == "en" and (owned := _owned(view, mentions)) is not None:
        return owned[0]
    if language == "zh" and len(mentions) > 1 and mentions[1].type is EntityType.PERSON:
        between = view[mentions[0].end : mentions[1].start]
        if len(between) < DESCRIBED and _patterns("zh")["title_end"].search(between) and not _mark.search(between):
            return mentions[1]  # 晨光负责人王明: whoever holds an office there
    if language == "en" and mentions[0].type is not EntityType.PERSON and not _leads_up(view, start, mentions):
        return mentions[0]
    return next((m for m in ahead if m.type is EntityType.PERSON), mentions[0])


def _leads_up(view: str, start: int, mentions: list[Mention]) -> bool:
    """Whether the first English name is no subject: In Oslo Ann Reed said, Velmo chief executive Ann Reed said."""
    if len(mentions) == 1 or _leans(view[start : mentions[0].start], "en"):
        return True
    between = view[mentions[0].end : mentions[1].start]
    return _adjunct.fullmatch(between) is not None and finite_at(between) is None


_adjunct = re.compile(r" (?:[a-z\-]+ ){1,4}")
DESCRIBED = 12
"""Code points between the name of a body and that of whoever holds an office there."""
_mark = re.compile(r"[,。;\n“”]|[了说称]")


def _of_a_sort(text: str, start: int, mentions: list[Mention]) -> str | None:
    """The words of `the Austrian group`, where the name only says of what sort it is."""
    led = _article.match(text)
    if led is None or not any(m.start - start == led.end() for m in mentions):
        return None
    one = next(m for m in mentions if m.start - start == led.end())
    noun = _noun.match(text, one.end - start)
    if noun is None or finite_at(noun[1]) is not None:
        return None
    return text[led.start(1) : noun.end(1)]


_article = re.compile(r"(?:and |but |so |while )?(the) ")
_noun = re.compile(
    r" (?!(?:also|now|then|later|still|never|already|again|alone|itself|who|which|that|of|in|at|on|and|or|for|to|from"
    r"|with|by|as|is|was|after|before|during|since|said|says)\b)([a-z]+[a-z]{2})(?<!ly)(?<!ed)\b(?=[ ,])"
)


def _owner_led(between: str, first: Mention, language: str) -> bool:
    """Whether what somebody has or is leads up to a person's name: its leader, Ann Reed, and 公司创始人王明."""
    if first.type is not EntityType.PERSON:
        return False
    if language == "zh":
        return _patterns("zh")["title_end"].search(between.rstrip("“")) is not None and "," not in between
    return _its_leader.fullmatch(between) is not None


_its_leader = re.compile(r"(?:and |but )?(?:his|her|its|their|the [\w\-]+['’]s?) (?:[\w\-]+ ){0,3}?[\w\-]+,? ")


def _owned(view: str, mentions: list[Mention]) -> tuple[Mention | None] | None:
    """Whom a clause is about that begins with what a name owns: the person named behind it, or nobody by name.

    None when the name owns nothing, as in Reed's been away. Northport's mayor, Ann Reed, resigned; its mayor resigned.
    """
    first = mentions[0]
    if not _possessive.match(view, first.end):
        return None
    second = mentions[1] if len(mentions) > 1 else None
    between = view[first.end : second.start] if second is not None else ""
    named = second is not None and second.type is EntityType.PERSON and finite_at(between[2:]) is None
    return (second if named else None,)


_possessive = re.compile(
    r"['’]s? (?!(?:been|got|had|done|gone|put|made|taken|said|told|still|already|now|not|no|also)\b|\w+ed\b)"
)


_he_verb = re.compile(r"\b(he|she)\b(?=['’]|\s)")
_clausal = re.compile(r"\b(?:that|what|which|who|whom|whose|where|when|why|how|if|whether|because|as|than)\b|[\"“]")


def _he_after_adverbial(text: str, language: str, mentions: list[Mention], start: int) -> re.Match[str] | None:
    """The pronoun that is the subject after a time, a place or a topic: On Sunday he scored; 周一他走了."""
    found = _he_verb.search(text, 0, 64) if language == "en" else _patterns("zh")["timed_he"].match(text)
    if found is None:
        return None
    ahead = text[: found.start(1)]
    if any(m.type is EntityType.PERSON and m.end - start <= found.start(1) for m in mentions):
        return None
    clausal = language == "en" and (_clausal.search(ahead) or finite_at(ahead) is not None)
    return None if clausal else found


def _described(view: str, start: int, mentions: list[Mention]) -> Mention | None:
    """A person named at the end of what describes him, right before the predicate: 在校二十年的副校长王明日前退休."""
    patterns = _patterns("zh")
    for mention in mentions:
        if mention.type is not EntityType.PERSON:
            continue
        led = view[start : mention.start].rstrip()
        behind = patterns["in_brackets"].sub("", view[mention.end : mention.end + 60], 1).lstrip(" \n")
        if patterns["title_end"].search(led) and not patterns["governed"].search(led) and behind[:1] != "的":
            return mention if patterns["predicate"].match(behind) else None
    return None


def _leans(between: str, language: str) -> bool:
    """Whether the words before a name already hold a verb or a preposition, so that the name is no subject."""
    if language == "zh":
        return bool(
            re.search(
                r"^(?:但是|但|而|不过|可是|早)?(?:在|从|对|向|与|和|被|把|将|给|于|由|跟|随|靠|经)"
                r"|[在被把给向对由与和跟]$|(?<![过失])去$|(?:[来回赶飞]|前|返|移|搬)[到往回至]$|赴$",
                between.strip(),
            )
        ) or bool(_patterns("zh")["verb"].search(between))
    return (
        bool(
            re.search(
                r"\b(?:in|on|at|by|for|from|with|of|to|against|than|after|before|since|during|over|under|near|across|through"
                r"|into|around|behind|along|outside)\s+(?:the\s(?:[a-z]+\s)?)?$",
                between,
            )
        )
        or finite_at(between) is not None
    )
