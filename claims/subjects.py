"""Whom a clause is about, carried from clause to clause, and statements that stand alone."""

import re
from dataclasses import dataclass, field
from functools import cache

from claims.clauses_en import finite_at
from claims.features.cues import alternation, table
from claims.features.names import Mention
from claims.model import DateSpan, EntityType

PLACEHOLDER = {"zh": "[{}]", "en": "[{}] "}


@dataclass(slots=True)
class Subjects:
    """Who was named last: the person, the body, the last few people, and the subject of the last clause."""

    person: str | None = None
    body: str | None = None
    people: list[str] = field(default_factory=list)
    last: str | None = None
    types: dict[str, EntityType] = field(default_factory=dict)

    def see(self, mention: Mention) -> None:
        """Take note of a name that is the subject of its clause."""
        self.types[mention.name] = mention.type
        if mention.type is EntityType.PERSON:
            self.person = mention.name
            if mention.name in self.people:
                self.people.remove(mention.name)
            self.people = [*self.people[-2:], mention.name]
        elif mention.type is EntityType.ORGANISATION:
            self.body = mention.name
        if mention.type is not EntityType.PLACE:
            self.last = mention.name

    def meant_by(self, pronoun: str, language: str) -> str | None:
        """The name that a pronoun or a phrase such as 该公司 points back to."""
        words = table("names", language)
        if pronoun in words["he"]:
            return self.person
        if pronoun in _TWO:
            pair = self.people[-2:]
            return ("、" if language == "zh" else " and ").join(pair) if len(pair) == 2 else None
        return self.body if pronoun in words["it"] else None


_TWO = frozenset({"两人", "二人", "这两位", "这两人", "两位", "双方", "the two", "both men", "both women", "the pair"})
"""They who are two: 他们 and `they` may be anybody."""


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
            r"(?:但是|但|不过|然而|可是|而且|而|此外|另外|同时|其中|甚至|因此|所以|随后|后来|之后|接着|于是|[,\s\n])*"
        )
        return {
            "pronoun": re.compile(rf"{lead}(?:[^,\n“]{{0,40}}[,\n])?{lead}({back})(?![\u3400-\u9fff]?们)"),
            "bare": re.compile(rf"{lead}(?:{alternation(clauses['predicate_start'])}|{alternation(clauses['verb'])})"),
            "verb": re.compile(alternation(clauses["verb"])),
        }
    return {
        "pronoun": re.compile(
            rf"(?:and |but |so |now |then |also |while |however,? |in \d{{4}},? )*({back})\b"
            r"(?!\s+(?:is|was)\s+(?:clear|hard|believed|thought|no))"
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
    pronoun = kit["pronoun"].match(text)
    if pronoun:
        return Opening(pronoun=pronoun[1], pronoun_end=at + pronoun.end(1))
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
    return Opening(bare=at == 0 and bool(kit["bare"].match(text)))


def _first_named(view: str, start: int, language: str, mentions: list[Mention]) -> Mention | None:
    """The first name, or the person whom it describes: in 前谷歌研究员王明离职 the person is the subject."""
    if not mentions:
        return None
    verb = _patterns(language)["verb"].search(view, start, mentions[-1].end + 1)
    ahead = [m for m in mentions if verb is None or m.end <= verb.start()]
    return next((m for m in ahead if m.type is EntityType.PERSON), mentions[0])


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


def statement(
    text: str,
    start: int,
    end: int,
    language: str,
    *,
    opening: Opening,
    subject: str | None,
    dates: tuple[DateSpan, ...],
) -> str:
    """The words of a claim made to stand alone: its subject and its days filled in, in square brackets."""
    marks: list[tuple[int, str]] = []
    if subject and opening.pronoun:
        marks.append((start + opening.pronoun_end, f"[{subject}]" if language == "zh" else f" [{subject}]"))
    elif subject and opening.bare:
        marks.append((start, PLACEHOLDER[language].format(subject)))
    for date in dates:
        if date.first and date.end is not None and not re.search(r"\d{4}", date.text):
            days = date.first if date.first == date.last or not date.last else f"{date.first}/{date.last}"
            marks.append((date.end, f"[{days}]"))
    pieces, at = [], start
    for place, mark in sorted(marks):
        pieces += [text[at:place], mark]
        at = place
    pieces.append(text[at:end])
    return _one_line("".join(pieces))


_broken_line = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])")


def _one_line(words: str) -> str:
    """Lines joined: nothing between Chinese characters, a space elsewhere."""
    return " ".join(_broken_line.sub("", words).split()) if "\n" in words else words.strip()
