"""Aliases: two names of one thing that a document itself teaches, by brackets, by definitions, by `known as`."""

from collections.abc import Iterator
from typing import NamedTuple

from claims.features.cues import alternation, pattern, plain, table
from claims.features.names_shapes import HAN_CHARACTER, LATIN_WORD, LONGEST, chinese, english_sets, reads_as_person
from claims.model import EntityType
from evidence.text import lazy_re as re


class Alias(NamedTuple):
    """Two names of one thing, learned at one place of a document."""

    name: str
    alias: str
    type: EntityType
    start: int
    end: int


_bracket = re.compile(r"\(([^()\n]{2,60})\)")
_definition = re.compile(
    r"(?:also known as|formerly known as|better known as|known as|nicknamed|a\.k\.a\.|aka)\s+"
    r"[“\"]?([A-Z][\w.&'’\-]*(?:\s[A-Z][\w.&'’\-]*){0,3})"
)


def _defines(text: str) -> bool:
    """Whether a text has a cue of a definition."""
    return "known as" in text or "nicknamed" in text or "a.k.a." in text or "aka" in text


_known_as = re.compile(
    r"(?:以下简称|下称|简称|又称|亦称|又名|外号|绰号|昵称)(?:为)?[“\"]?"
    r"([A-Za-z][A-Za-z0-9 .\-]{1,20}|[\u3400-\u9fff]{2,8}?)(?=[”\",。)\n是的]|$)"
)
_latin_tail = re.compile(rf"{LATIN_WORD}(?:[ \u00a0](?:(?:of|for|the|and|de|van|von)[ \u00a0])*{LATIN_WORD}){{0,7}}$")


def aliases_of(text: str, view: str) -> Iterator[Alias]:
    """The pairs of names that a text teaches; `view` is its plain form."""
    for match in _bracket.finditer(view) if "(" in view else ():
        pair = _pair(text, view, match)
        if pair:
            yield pair
    for match in _definition.finditer(text) if _defines(text) else ():
        before = _latin_tail.search(text[max(0, match.start() - LONGEST) : match.start()].rstrip(" ,("))
        if before:
            yield Alias(before[0], match[1], _guess(before[0], view, match.start()), match.start(), match.end())
    for match in _known_as.finditer(view) if "称" in view or "号" in view or "又名" in view else ():
        before_text = text[max(0, match.start() - 24) : match.start()].rstrip(" ,，（(\n“")
        before = re.search(r"[\u3400-\u9fffA-Za-z·]{2,20}$", before_text)
        if before:
            yield Alias(
                _organisation_tail(before[0]),
                text[match.start(1) : match.end(1)].strip(),
                EntityType.ORGANISATION,
                match.start(),
                match.end(),
            )


def _organisation_tail(words: str) -> str:
    """The Latin letters and what follows them, or the last ten characters: a full name has no marked beginning."""
    latin = re.search(r"[A-Za-z]+[\u3400-\u9fff]*$", words)
    return latin[0] if latin else words[-10:]


def _pair(text: str, view: str, match: re.Match[str]) -> Alias | None:
    """The two names that brackets put side by side: one in each script, or a name and its initials."""
    inside = text[match.start(1) : match.end(1)].strip()
    plain_inside = view[match.start(1) : match.end(1)].strip()
    before = text[max(0, match.start() - LONGEST) : match.start()].rstrip(" \u00a0》”」』")
    if (
        not before
        or re.search(r"\d{4}|[,;:。]", plain_inside)
        or pattern("names", "zh", "bracket_apart").match(plain_inside)
    ):
        return None
    start = match.start()
    if _latin_start.match(inside) and HAN_CHARACTER.search(before[-1]):
        name = _han_before(plain(before), before)
        return (
            Alias(name, inside, _guess(inside, view, start, han=name), start - len(name), match.end()) if name else None
        )
    if _han_start.match(inside) and (latin := _latin_tail.search(before)):
        if len(inside) > 16 or re.search(r"[的了是在]", inside):
            return None
        return Alias(latin[0], inside, _guess(latin[0], view, start, han=inside), start - len(latin[0]), match.end())
    if re.fullmatch(r"[A-Z][A-Z0-9&.\-]{1,9}", inside) and (latin := _latin_tail.search(before)):
        full = _initials_of(latin[0], inside)
        if full:
            return Alias(full, inside, EntityType.ORGANISATION, start - len(full), match.end())
    return None


_latin_start = re.compile(r"[A-Z][A-Za-z.&'’\- ]{1,50}$")
_han_start = re.compile(r"[\u3400-\u9fff·]{2,16}$")


def _initials_of(full: str, short: str) -> str | None:
    """The last words of `full` whose initials spell `short`, small words left out or not."""
    words = full.replace("\u00a0", " ").split(" ")
    letters = short.replace(".", "").replace("&", "").upper()
    for begin in range(len(words)):
        tail = words[begin:]
        capitals = "".join(w[0] for w in tail if w[:1].isupper())
        everything = "".join(w[0] for w in tail if w).upper()
        if letters in {capitals, everything}:
            return " ".join(tail)
    return None


def _han_before(view: str, before: str) -> str | None:
    """The Chinese name that ends a stretch: by sound, by surname after a title, or by the end of an organisation."""
    sound = chinese()["sound_end"].search(view)
    if sound:
        return before[sound.start() :]
    kit = chinese()
    person = kit["person_end"].search(view)
    best: str | None = None
    for match in kit["titled"].finditer(view):
        if match.end(1) == len(view):
            best = before[match.start(1) :]
    if best:
        return best
    organisation = kit["organisation_end"].search(view)
    if organisation:
        cut = re.search(r".*[是在与和的了由向被对从为给到及据]", organisation[0][:-2])
        return before[organisation.start() + (cut.end() if cut else 0) :]
    if person and len(person[0]) >= 2:
        return before[person.start() :]
    quoted = re.search(r"[“《]([^“《]{1,12})$", view)
    return before[quoted.start(1) :] if quoted else None


def _guess(latin: str, view: str, at: int, han: str | None = None) -> EntityType:
    words = latin.split()
    if han and ("·" in han or (len(han) <= 3 and re.match(alternation(table("names", "zh")["surname"]), plain(han)))):
        return EntityType.PERSON
    if han and re.search(alternation(table("names", "zh")["organisation"]) + "$", plain(han)):
        return EntityType.ORGANISATION
    if words[-1].lower().strip(".") in english_sets()["organisation"]:
        return EntityType.ORGANISATION
    if chinese()["title_end"].search(view[max(0, at - len(han or latin) - 8) : at - len(han or latin)]):
        return EntityType.PERSON
    return EntityType.PERSON if 2 <= len(words) <= 3 and reads_as_person(latin, "") else EntityType.OTHER
