"""Names and their aliases: people, organisations, products and places, found by cues and carried through a document.

No model of names is used. A name shows itself by its letters (capitals among Chinese characters or in a sentence),
by characters that write foreign names by sound, by a title beside it, by its last word, or by brackets that give
it in another script or in short.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claims.features.cues import alternation, plain, table
from claims.features.names_aliases import Alias, aliases_of
from claims.features.names_learned import DOCUMENT, begins_with_many, learned, openers, short_of
from claims.features.names_shapes import HAN_CHARACTER, Mention, candidates, english_sets
from claims.model import EntityType

__all__ = ["Alias", "Mention", "NameBook", "names"]


@dataclass(slots=True)
class NameBook:
    """The names of a document: what each stands for, and every mention in order."""

    aliases: tuple[Alias, ...] = ()
    canonical: dict[str, tuple[str, EntityType]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie in `[start, end)`."""
        index = bisect_left(self._starts, start)
        found = []
        while index < len(self.mentions) and self.mentions[index].start < end:
            if self.mentions[index].end <= end:
                found.append(self.mentions[index])
            index += 1
        return found


def names(text: str, view: str | None = None) -> NameBook:
    """Every name in a text with the aliases it teaches; `view` is the plain form when it is at hand."""
    view = plain(text) if view is None else view
    aliases = tuple(aliases_of(text, view))
    canonical = _canonical(aliases)
    found = list(candidates(text, view))
    if len(text) >= DOCUMENT:
        found = _in_document(text, view, found, canonical)
    if not found and not aliases:
        return NameBook()
    raw = found
    if any(mention.type is EntityType.ORGANISATION for mention in found):
        raw = _typed_alike(found)
        _learn_clubs(raw, canonical)
    _learn_people(raw, canonical)
    mentions = _settled(raw, _known_mentions(text, canonical), canonical)
    return NameBook(aliases, canonical, mentions, [m.start for m in mentions])


def _in_document(
    text: str, view: str, found: list[Mention], canonical: dict[str, tuple[str, EntityType]]
) -> list[Mention]:
    """The names with those that only a whole document shows, without the words that merely begin its sentences."""
    heads = openers(text, found)
    kept = [part for mention in found if mention.name not in heads for part in _fitted(mention, text, view)]
    if HAN_CHARACTER.search(view):
        known = list(learned(text, view))
        people = {mention.name for mention in known if mention.type is EntityType.PERSON}
        spans = [(one.start, one.end) for one in (*kept, *known) if one.type is EntityType.PERSON]
        kept = [*(one for one in kept if one.name not in people and not _spans_one(one, spans)), *known]
        bodies = (mention.name for mention in kept if mention.type is EntityType.ORGANISATION)
        for short, full in short_of(view, (plain(name) for name in bodies)):
            canonical.setdefault(short, (full, EntityType.ORGANISATION))
    return kept


def _spans_one(mention: Mention, people: list[tuple[int, int]]) -> bool:
    """Whether a stretch that ends like a body has a person's name inside: 议员王明批评政府."""
    if mention.type is not EntityType.ORGANISATION or mention.name.isascii():
        return False
    return any(mention.start < start and end < mention.end for start, end in people)


def _fitted(mention: Mention, text: str, view: str) -> Iterator[Mention]:
    """A name of a few words that looks like a person's as what it is: Marlow Dairies; Ana Ruzic of Spain.

    What a company sells makes a body of it; a country behind it, and a word before it that the document also uses with
    the article by itself (the Italian), are no part of it.
    """
    words = mention.name.split(" ")
    if mention.type is EntityType.PERSON and view[mention.start : mention.end].rsplit(maxsplit=1)[-1] in _wares():
        yield mention._replace(type=EntityType.ORGANISATION)
    elif len(words) == 4 and words[2] == "of" and words[3].lower() in english_sets()["known_place"]:
        name = " ".join(words[:2])
        yield Mention(mention.start, mention.start + len(name), name, EntityType.PERSON)
        yield Mention(mention.end - len(words[3]), mention.end, words[3], EntityType.PLACE)
    elif mention.type is EntityType.PERSON and len(words) == 3 and re.search(rf"\b[Tt]he {words[0]} [a-z]", text):
        name = " ".join(words[1:])
        yield Mention(mention.end - len(name), mention.end, name, EntityType.PERSON)
    elif begins_with_many(mention.name):
        rest = mention.name.partition(" of ")[2]
        yield Mention(mention.end - len(rest), mention.end, rest, EntityType.OTHER)
    else:
        yield mention


def _wares() -> frozenset[str]:
    return frozenset(table("subjects", "en")["wares"])


def _canonical(aliases: Iterable[Alias]) -> dict[str, tuple[str, EntityType]]:
    """Each known name → the name it goes by; the name that came first in the document stays."""
    result: dict[str, tuple[str, EntityType]] = {}
    for alias in aliases:
        name, kind = result.get(alias.name, (alias.name, alias.type))
        if kind is EntityType.OTHER:
            kind = alias.type
        result.setdefault(alias.name, (name, kind))
        result.setdefault(alias.alias, (name, kind))
    return result


def _learn_people(raw: list[Mention], canonical: dict[str, tuple[str, EntityType]]) -> None:
    """People found once by a title or in full are known by their family name afterwards."""
    bodies = {mention.name for mention in raw if mention.type is EntityType.ORGANISATION}
    for mention in raw:
        if mention.type is not EntityType.PERSON:
            continue
        name = canonical.setdefault(mention.name, (mention.name, EntityType.PERSON))[0]
        last = mention.name.split(" ")[-1].split("·")[-1]
        if last != mention.name and len(last) > 2 and last[0].isupper() and last not in bodies:
            canonical.setdefault(last, (name, EntityType.PERSON))


def _typed_alike(raw: list[Mention]) -> list[Mention]:
    """The same names, where a body that looks like a person elsewhere is a body everywhere."""
    bodies = {mention.name for mention in raw if mention.type is EntityType.ORGANISATION}
    bodies |= {short for name in bodies if (short := _without_club(name))}
    return [
        Mention(one.start, one.end, one.name, EntityType.ORGANISATION)
        if one.type is EntityType.PERSON and one.name in bodies
        else one
        for one in raw
    ]


def _learn_clubs(raw: list[Mention], canonical: dict[str, tuple[str, EntityType]]) -> None:
    """A club named in full is known by its name alone afterwards: Halvorn, of FC Halvorn."""
    for mention in raw:
        short = _without_club(mention.name) if mention.type is EntityType.ORGANISATION else ""
        if short:
            name = canonical.setdefault(mention.name, (mention.name, EntityType.ORGANISATION))[0]
            canonical.setdefault(short, (name, EntityType.ORGANISATION))


def _without_club(name: str) -> str:
    """The name of a club without FC and the like; empty when it has none of these, or nothing else."""
    words = name.split(" ")
    inner = [word for word in words if word.lower().strip(".") not in english_sets()["club"]]
    return " ".join(inner) if 0 < len(inner) < len(words) else ""


_FEW = 40
"""Up to so many names are looked for one by one: no pattern pays for a short text."""
_BLANKS = {0x0A: " ", 0xA0: " "}


def _stretches(text: str, known: list[str]) -> Iterator[tuple[int, int]]:
    """Where known names stand, from left to right, the longest first; a blank may be a line break."""
    if len(known) > _FEW:
        pattern_ = re.compile(alternation(sorted(known)).replace(r"\s{1,4}", "[ \u00a0\n]"))
        yield from (match.span() for match in pattern_.finditer(text))
        return
    even = text.translate(_BLANKS) if "\n" in text or "\u00a0" in text else text
    found: list[tuple[int, int]] = []
    for name in known:
        at = even.find(name)
        while at >= 0:
            found.append((at, -len(name)))
            at = even.find(name, at + 1)
    covered = 0
    for start, length in sorted(found):
        if start >= covered:
            covered = start - length
            yield start, covered


def _known_mentions(text: str, canonical: dict[str, tuple[str, EntityType]]) -> Iterator[Mention]:
    """Every place where a known name stands again."""
    known = [name for name in canonical if len(name) >= 2]
    if not known:
        return
    for start, end in _stretches(text, known):
        found = text[start:end]
        entry = canonical.get(found) or canonical.get(found.translate(_BLANKS))
        word = found
        inside = word[0].isascii() and (text[start - 1 : start].isalnum() and text[start - 1 : start].isascii())
        trails = word[-1].isascii() and text[end : end + 1].isalnum() and text[end : end + 1].isascii()
        if entry and not inside and not trails:
            yield Mention(start, end, entry[0], entry[1])


def _settled(
    raw: list[Mention], known: Iterable[Mention], canonical: dict[str, tuple[str, EntityType]]
) -> list[Mention]:
    """One mention per place, the longer one first; each under the name it goes by."""
    kinds: dict[str, EntityType] = {}
    for mention in raw:
        if mention.type is not EntityType.OTHER:
            kinds.setdefault(mention.name, mention.type)
    ordered = sorted([*raw, *known], key=lambda m: (m.start, -(m.end - m.start), m.type is EntityType.OTHER))
    result: list[Mention] = []
    covered = -1
    for mention in ordered:
        if mention.start < covered:
            continue
        name, kind = canonical.get(mention.name, (mention.name, kinds.get(mention.name, mention.type)))
        result.append(Mention(mention.start, mention.end, name, kind))
        covered = mention.end
    return result
