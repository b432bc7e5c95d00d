"""What there is one of in a thing, by its name: its highest point, its capital, its captain.

`The highest point of the island is Mount Orre`, `Mount Orre is the island's highest peak`: an attribute and a name are
tied by `is` or stand side by side. Two statements of one thing that give its one attribute two names clash.
"""

from typing import NamedTuple

from claims.compare import words
from claims.compare.akin import alike
from claims.compare.alignment import Pair
from claims.compare.english import apart_en, named_en
from claims.compare.facets import period
from claims.compare.slots import may_be_one
from claims.compare.values import Comparison, Features, of_one
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

COVER = 0.5
"""Least share of the shorter one's content that both have."""
_ONLY = (
    r"capital|county town|county seat|seat|captain|mayor|president|chairman|chairwoman|chief executive|head coach"
    r"|headmaster|headmistress|rector|patron saint|anthem|motto|mascot|chief conductor|currency|nickname|founder"
    r"|architect|designer|builder|discoverer|inventor|goalkeeper|official language|national bird|national flower"
    r"|main river|birthplace|hometown|home town|maiden name|real name|successor|predecessor|manager|owner"
    r"|first language|mother tongue|only survivor|title track|lead single|leading lady|narrator|type species"
)
_SUPERLATIVE = (
    r"(?:second-|third-)?(?:[a-z]{2,}est|most [a-z]+) [a-z]+(?: (?:peak|point|town|city|river|lake|building))?"
)
_ATTRIBUTE = rf"(?P<what>(?:{_SUPERLATIVE}|(?:current |present |first |last |only )?(?:{_ONLY})))\b"
_NAME = r"(?P<name>(?:the )?(?:[a-z]+ ){0,1}(?:[A-Z][\w'-]+(?: (?:of|de|la|von|van|the) (?=[A-Z])| )?){1,4})"
_is = r"(?:,? (?:is|was|are|became|has been)(?: now| still| then)?(?: called| named)?,? |, )"
_forward = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[\w-]+['\u2019]s) {_ATTRIBUTE}(?: [^,.;:]*?)?{_is}{_NAME}"
)
_backward = re.compile(rf"{_NAME}{_is}(?:the|its|his|her|their|[\w-]+['\u2019]s) {_ATTRIBUTE}")
_superlative = re.compile(r"\b(?:[a-z]{2,}est|most) ")
_GENERIC = frozenset(["mount", "lake", "river", "saint", "st", "the", "city", "port", "cape", "monte", "pico", "point"])


class Attribute(NamedTuple):
    """What there is one of, in small letters, with its name."""

    what: str
    name: str


@of_one
def attributes(side: Features) -> tuple[Attribute, ...]:
    """The attributes of which a statement gives the name."""
    if not (_superlative.search(side.text) or _only.search(side.text)):
        return ()
    found = []
    for pattern in (_forward, _backward):
        for match in pattern.finditer(side.text):
            name = " ".join(re.findall(r"[A-Z][\w'-]+", match["name"])).lower()
            if name not in named_en.NO_NAMES:
                found.append(Attribute(match["what"].lower(), name))
    return tuple(found)


_only = re.compile(rf"\b(?:{_ONLY})\b")


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two give one attribute of one thing two names."""
    mine = attributes(pair.a)
    theirs = attributes(pair.b) if mine else ()
    if not theirs or pair.cover < COVER or apart_en.another_one(pair) or period.disjoint(pair):
        return None
    for one in mine:
        for other in theirs:
            if _one_attribute(one.what, other.what) and _two_names(pair, one.name, other.name):
                reason = f"“{one.name}” in one, “{other.name}” in the other ({one.what})"
                return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(reason,))
    return None


def _one_attribute(one: str, other: str) -> bool:
    """Whether two attributes are one: the same superlative of like nouns, or the same word."""
    mine, theirs = one.split(), other.split()
    if (mine[0] != theirs[0] and _superlative.match(one)) or len(mine) != len(theirs):
        return False
    return one == other or alike(words.stem(mine[-1]), words.stem(theirs[-1]))


def _two_names(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether neither statement knows the name that the other gives, but for words such as mount and lake."""
    one, other = (" ".join(word for word in name.split() if word not in _GENERIC) for name in (mine, theirs))
    if not one or not other or may_be_one(one, other):
        return False
    return not any(named_en.in_text(word, pair.b) for word in one.split()) and not any(
        named_en.in_text(word, pair.a) for word in other.split()
    )


__all__ = ["attributes", "relation"]
