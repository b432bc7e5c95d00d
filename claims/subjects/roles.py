"""What a document says its names are: “the mayor, Ann Reed”, “Alpenseil, an Austrian rival”, 董事长许文渊, 软件“译舟”.

    roles(view, book, language of each place) ─► Roles: name → the nouns and the other words that describe it

Read once for a whole document, before its clauses: a role may be used before it is explained again.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from claims.features.cues import alternation, table
from claims.features.names import Mention
from claims.model import EntityType
from claims.subjects.described import described, is_common, sorts, titles
from evidence.text import lazy_re as re


@dataclass(frozen=True, slots=True)
class Roles:
    """What each name of a document is called."""

    nouns: dict[str, frozenset[str]] = field(default_factory=dict)
    """The nouns for it: minister, builder; 董事长, 软件."""
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    """All words that describe it: Czech, finance."""
    people: frozenset[str] = frozenset()
    """Those that are plainly people."""
    living: frozenset[str] = frozenset()
    """Those that are plainly somebody, people or animals."""
    bodies: frozenset[str] = frozenset()
    """Those that are plainly bodies, whatever they look like."""
    genders: dict[str, str] = field(default_factory=dict)
    """`he` or `she`, where the document or a first name tells."""
    inside: frozenset[str] = frozenset()
    """Those that stand within a sentence: what only begins one may be no name."""
    free: frozenset[str] = frozenset()
    """Those that may name a body for all that is known: they stand within a sentence, and name no place or work."""

    def without(self, name: Mention, led: str) -> str:
        """The words that lead up to a name without what they call it: 竞争对手 and the like."""
        noun = next((noun for noun in self.nouns.get(name.name, ()) if led.rstrip("“").endswith(noun)), "")
        return led.rstrip("“").removesuffix(noun) if noun and noun[0] > "\u2fff" else led

    def has_title(self, noun: str) -> bool:
        """Whether somebody is called by this Chinese title, or only one body or work is of this sort."""
        owners = sum(noun in nouns for nouns in self.nouns.values())
        return owners > 0 if noun in titles() else owners == 1 and noun in sorts()

    def is_noun(self, words: str) -> bool:
        """Whether the last word of a role is a noun for some name, rather than an adjective: the Alliance."""
        return any(words.rsplit(maxsplit=1)[-1] in nouns for nouns in self.nouns.values())

    def at_head(self, text: str, language: str) -> re.Match[str] | None:
        """The role with which a clause begins that means some name of the document: the mayor had; 董事长则."""
        if language == "en" and not _the.match(text):
            return None
        found = _heads(language).match(text)
        if found is None:
            return None
        words = found[1].removeprefix("the ").split()
        called = {words[-1], " ".join(words[-2:])}
        if language == "zh":
            return found if self.has_title(found[1]) else None
        if any(not called.isdisjoint(nouns) for nouns in self.nouns.values()):
            return found
        described = len(words) == 1 and any(words[0] in told for told in self.words.values())
        return found if described else None


def roles(view: str, mentions: Sequence[Mention]) -> Roles:
    """What the names of a document are called, by the words right before and behind them; `view` is its plain form."""
    nouns: defaultdict[str, set[str]] = defaultdict(set)
    words: defaultdict[str, set[str]] = defaultdict(set)
    people: set[str] = set()
    living: set[str] = set()
    bodies: set[str] = set()
    genders: dict[str, str] = {}
    inside: set[str] = set()
    apart: set[str] = set()
    firm: set[str] = set()
    counts = Counter(one.name for one in mentions)
    for one in mentions:
        if one.type is EntityType.PLACE:
            continue
        before = view[max(0, one.start - 10) : one.start]
        if not _head.search(before):
            inside.add(one.name)
        if _somewhere.search(before) or _code.search(one.name) or set(one.name.lower().split()) & _offices():
            apart.add(one.name)
        found = described(view, one)
        if one.name.isascii() or counts[one.name] > 1 or found.led or _head.search(before):
            firm.add(one.name)
        nouns[one.name] |= found.nouns
        words[one.name] |= found.words
        if found.person or (one.type is EntityType.PERSON and found.nouns & _offices()):
            people.add(one.name)
        if found.living and one.type is EntityType.OTHER:
            living.add(one.name)
        if found.body and one.name not in people:
            bodies.add(one.name)
        if found.gender:
            genders.setdefault(one.name, found.gender)
    return Roles(
        {name: frozenset(found) for name, found in nouns.items()},
        {name: frozenset(found) for name, found in words.items()},
        frozenset(people),
        frozenset(living),
        frozenset(name for name in (bodies & firm) - people if not is_common(name)),
        genders,
        frozenset(inside),
        frozenset(name for name in inside - apart if not nouns[name]),
    )


_head = re.compile(r"(?:^|[.!?;:。,\n”\"“•*\-] ?)$")
_somewhere = re.compile(r"\b(?:in|near|outside|around|across|the|an?) $|《$|[在于]$")
_code = re.compile(r"\d|[法条例]$")


@cache
def _offices() -> frozenset[str]:
    return frozenset(word.strip(".") for word in table("names", "en")["title"])


@cache
def _heads(language: str) -> re.Pattern[str]:
    """What finds a role where it begins a clause, before its predicate."""
    clauses = table("clauses", language)
    if language == "zh":
        follows = alternation([*clauses["predicate_start"], *clauses["verb"], "说", "称", "亦", ","])
        return re.compile(rf"(?:但是|但|而|不过|,)*({alternation(sorted(titles() | sorts()))})(?={follows})")
    verbs = alternation([*clauses["auxiliary"], *clauses["irregular"], *clauses["present"]])
    return re.compile(
        r"(?:and |but |so |while )?(the (?:[\w\-]+ ){0,2}?[\w\-]+)"
        rf"(?=, |[ \n](?:(?:also|now|then|later|still|never|already|again|\w+ly)[ \n])?(?:{verbs}\b|\w{{2,}}ed\b))"
    )


_the = re.compile(r"(?:and |but |so |while )?the ")


__all__ = ["Roles", "roles"]
