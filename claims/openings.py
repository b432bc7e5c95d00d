"""How a clause begins: with the name that it is about, with a pronoun for it, or without a subject."""

from dataclasses import dataclass
from functools import cache

from claims.clauses_en import finite_at
from claims.features.cues import alternation, table
from claims.features.names import Mention
from claims.model import EntityType
from evidence.text import lazy_re as re


@dataclass(frozen=True, slots=True)
class Opening:
    """How a clause begins: with a name, with a pronoun (its place in the clause), or without a subject."""

    mention: Mention | None = None
    pronoun: str | None = None
    pronoun_end: int = 0
    bare: bool = False


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    names = table("names", language)
    clauses = table("clauses", language)
    back = alternation([*names["he"], *names["they"], *names["it"]])
    if language == "zh":
        lead = (
            r"(?:但是|但|不过|然而|可是|而且|而|此外|另外|同时|其中|甚至|因此|所以|随后|后来|之后|之前|接着|于是|转而|随即"
            r"|[,\s\n])*"
        )
        return {
            "pronoun": re.compile(rf"{lead}(?:[^,\n“]{{0,40}}[,\n])?{lead}({back})(?![\u3400-\u9fff]?们)"),
            "bare": re.compile(rf"{lead}(?:{alternation(clauses['predicate_start'])}|{alternation(clauses['verb'])})"),
            "verb": re.compile(alternation(clauses["verb"])),
            "timed_he": re.compile(
                r"(?:其实|原来|据说|听说|老实说|[,\s])*[^,。\n“]{0,10}?[年月周日天拜期初中底午晚时候前后](?:[一二三四五六日天])?([他她])(?!们)"
            ),
            "title_end": re.compile(alternation(names["title"]) + "$"),
            "governed": re.compile(r"(?:由|被|把|将|对|向|给|让|任命|聘请|包括|是)[^,。\n]{0,16}$"),
            "in_brackets": re.compile(r"^\([^()]{0,40}\)"),
            "predicate": re.compile(
                rf"(?:本[年月周日]|[上今去前][年月周日]|{alternation(clauses['predicate_start'])}|{alternation(clauses['verb'])})"
            ),
        }
    return {
        "pronoun": re.compile(
            rf"(?:and |but |so |now |then |also |while |however,? |in \d{{4}},? )*({back}|the \d{{1,3}}-year-old)\b"
            r"(?!\s+(?:is|was)\s+(?:clear|hard|believed|thought|no))"
            r"(?!(?<=\bit)(?:'s|\s+(?:is|was))\s[^.;:!?]{2,70}?,?\s(?:who|when|before)\b)"  # it was a porter who saw it
        ),
        "bare": re.compile(
            rf"(?:and |but |then )?(?:also |then |later |no longer |never )?(?:[a-z]{{3,20}}(?:ed|ing)\b"
            rf"|(?:{alternation([*clauses['irregular'], *clauses['present'], *clauses['auxiliary']])})\b)"
        ),
        "verb": re.compile(alternation(clauses["auxiliary"]) + r"\b"),
    }


def opening_of(view: str, start: int, end: int, language: str, mentions: list[Mention], at: int = 0) -> Opening:
    """How `view[start:end]` begins; `mentions` are the names inside it, `at` how far into its clause it begins."""
    kit = _patterns(language)
    text = view[start:end]
    first = _first_named(view, start, language, mentions)
    if first is not None:
        between = text[: first.start - start]
        ahead = kit["pronoun"].match(between)
        if not ahead and len(between) <= (18 if language == "zh" else 60) and not _leans(between, language):
            return Opening(mention=first)
    if language == "zh" and (described := _described(view, start, mentions)) is not None:
        return Opening(mention=described)
    pronoun = kit["pronoun"].match(text)
    if pronoun:
        named = [m for m in mentions if m.type is EntityType.PERSON and m.end - start <= pronoun.start(1)]
        if named and not _leans(text[: named[-1].start - start], language):
            return Opening(mention=named[-1])
        return Opening(pronoun=pronoun[1], pronoun_end=at + pronoun.end(1))
    after = _he_after_adverbial(text, language, mentions, start)
    if after is not None:
        return Opening(pronoun=after[1], pronoun_end=at + after.end(1))
    later = next(
        (
            m
            for m in mentions
            if view[m.start - 1 : m.start].strip() in {",", ""} and "," in text[: m.start - start].replace("\n", ",")
        ),
        None,
    )
    if later is not None:
        return Opening(mention=later)
    own = language == "zh" and _own_subject.match(text) is not None
    return Opening(bare=at == 0 and not own and bool(kit["bare"].match(text)))


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
    return next((m for m in ahead if m.type is EntityType.PERSON), mentions[0])


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
                r"^(?:但是|但|而|不过|可是|早)?(?:在|从|对|向|与|和|被|把|将|给|于)|[在被把给向对]$", between.strip()
            )
        ) or bool(_patterns("zh")["verb"].search(between))
    return (
        bool(
            re.search(
                r"\b(?:in|on|at|by|for|from|with|of|to|against|than|after|before|since|during)\s+(?:the\s)?$", between
            )
        )
        or finite_at(between) is not None
    )
