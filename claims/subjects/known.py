"""The names of a document that were said so far: of what kind each may be, which was told of last, what words mean one.

A pronoun means a name of its kind: a company is never meant by 他, a common word that begins a sentence by nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from claims.features.cues import table
from claims.features.names import Mention
from claims.model import EntityType
from claims.subjects import openings_zh
from claims.subjects.roles import Roles
from evidence.text import lazy_re as re


@dataclass(slots=True)
class Known:
    """The names so far, the latest last."""

    roles: Roles = field(default_factory=Roles)
    types: dict[str, EntityType] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    """What pronouns have told: name → he or she."""
    block: int = -1
    """The block that is being read."""
    opened: bool = False
    """Whether a clause of this block was read before."""
    block_of: dict[str, int] = field(default_factory=dict)
    """The block in which each was named or meant last."""
    told: list[str] = field(default_factory=list)
    """Those that a clause was about."""
    named: list[str] = field(default_factory=list)
    times: Counter[str] = field(default_factory=Counter)
    """How often each was told of."""

    def learn(self, mention: Mention) -> None:
        """Take note of what kind of name this is."""
        if mention.name in self.roles.bodies:
            self.types[mention.name] = EntityType.ORGANISATION
        elif self.types.get(mention.name, EntityType.OTHER) is EntityType.OTHER:
            self.types[mention.name] = mention.type

    def name(self, name: str) -> None:
        """Take note that a name was said or meant."""
        _put_last(self.named, name)
        self.block_of[name] = self.block

    def tell_of(self, name: str) -> None:
        """Take note that a clause was about a name."""
        _put_last(self.told, name)
        self.times[name] += 1
        self.name(name)

    # --- of what kind -------------------------------------------------------------------------------------------

    def is_person(self, name: str) -> bool:
        """Whether a name looks like a person's, or is somebody's of whom a text tells like one: a cat's."""
        somebody = self.types.get(name) is EntityType.PERSON or name in self.roles.living
        return somebody and name not in self.roles.bodies and " and " not in name

    def surely_person(self, name: str) -> bool:
        """Whether more than its shape tells that a name is a person's."""
        if not self.is_person(name):
            return False
        return name in self.roles.people or not name.isascii() or self._gender(name) is not None

    def people_named(self) -> Iterator[str]:
        """The people so far, the latest first."""
        return (name for name in reversed(self.named) if self.is_person(name))

    def may_be(self, name: str, gender: str | None) -> bool:
        """Whether a person may be `he` or `she`."""
        return gender is None or self._gender(name) in {None, gender}

    def _gender(self, name: str) -> str | None:
        return self.roles.genders.get(name) or self.genders.get(name)

    def _is_body(self, name: str) -> bool:
        return name in self.roles.bodies

    def _may_be_body(self, name: str) -> bool:
        """Whether nothing tells against a body: a name that stands within a sentence and is no place's or work's."""
        if self.types.get(name) is EntityType.PERSON:
            return not self.surely_person(name) and name == self.told[-1]
        return self.types.get(name) is EntityType.OTHER and name in self.roles.free

    def may_be_it(self, name: str) -> bool:
        """Whether a name may be `it`: no person's, and no word that only begins a sentence."""
        if self.surely_person(name):
            return False
        return self._is_body(name) or " " in name or name in self.roles.inside or not name.isascii()

    # --- what is meant ------------------------------------------------------------------------------------------

    def the(self, words: str, last: str | None) -> str | None:
        """Whom `mayor`, `finance minister`, `Austrian group` or `company` means, said with the article.

        `last` is the subject of the last clause.
        """
        *adjectives, noun = words.split()
        kinds = table("subjects", "en")
        called = {noun, f"{adjectives[-1]} {noun}" if adjectives else noun}
        told = {word for word in adjectives if word not in _TIMES}
        for name in self._latest(last):
            if self._nouns(name) & called and told <= self.roles.words.get(name, frozenset()):
                return name
        if not adjectives and (sort := [name for name in self._latest(last) if noun in self._words(name)]):
            return sort[0] if self.is_person(sort[0]) and _of_a_people.search(noun) else None
        if told:
            bodies = (name for name in self._latest(last) if noun in kinds["business"] and self._is_body(name))
            return next((name for name in bodies if told <= self._words(name)), None)
        if noun not in {*kinds["business"], *kinds["general"], *_BODIES}:
            return None
        others = {*kinds["kinds"], *kinds["body"]} - {*kinds["business"]} - {noun}
        if noun not in kinds["general"]:
            others |= {"bank", "airline", "insurer"} - {noun}
        if noun == "party":
            others -= {*kinds["parties"]}
        return self._body(last, others, alone=noun in _OFTEN_TWO)

    def this(self, words: str, last: str | None) -> str | None:
        """Whom 该公司, 这款软件, 集团 or 主席 means; `last` is the subject of the last clause."""
        kinds = table("subjects", "zh")
        noun = openings_zh.noun_of(words)
        alone = noun == words
        if noun is None or (alone and noun not in kinds["business"] and not self.roles.has_title(noun)):
            return None
        firms = noun in kinds["business"]
        for name in self._latest(last):
            if firms and not self._is_body(name):
                continue
            if any(noun == one or (not alone and noun.endswith(one)) for one in self._nouns(name)):
                return name
        if noun.endswith(tuple(kinds["people"])):
            unnamed = alone or noun.endswith(tuple(kinds["unnamed"]))
            return last if last is not None and not unnamed and self.is_person(last) else None
        if noun in kinds["things"] and noun not in kinds["business"]:
            return last if self.types.get(last or "") is EntityType.PRODUCT and not alone else None
        if noun not in kinds["business"]:
            return None
        others = {*kinds["bodies"], *kinds["things"]} - {*kinds["business"]}
        return self._body(last, others, nearest=not alone)

    def _body(self, last: str | None, others: set[str], *, alone: bool = False, nearest: bool = False) -> str | None:
        """The body that is meant: the last subject, else the latest that was told of, else the latest named.

        `others` are the nouns of other sorts of bodies; with `alone` two of one sort are too many to choose from,
        with `nearest` the one named in this block comes before the one told of.
        """
        if alone and last is None:
            free = self.roles.free
            sorts = [n for n in self.named if self._is_body(n) or (n in free and not self.surely_person(n))]
            if sum(not self._words(name) & others for name in sorts) > 1:
                return self._chief([name for name in sorts if self.times[name] and not self._words(name) & others])
        if last is not None and self._may_be_body(last) and not self._words(last) & others:
            return last
        for kind in (self._is_body, self._may_be_body):

            def fits(name: str, kind: Callable[[str], bool] = kind) -> bool:
                return kind(name) and not self._words(name) & others

            if last is not None and fits(last):
                return last
            told = self._chief([name for name in reversed(self.told) if fits(name)])
            among = self.named if kind == self._is_body else ()
            named = next((name for name in reversed(among) if fits(name)), None)
            if nearest and self.opened:
                return named if named is not None and self.block_of[named] == self.block else None
            if told or named:
                return told or named
        return None

    def _chief(self, names: Sequence[str]) -> str | None:
        """Of some names, the latest first: the one of this block, the only one, or the one told of far oftener."""
        if not names or len(names) == 1 or self.block_of[names[0]] == self.block:
            return names[0] if names else None
        often = sorted(names, key=lambda name: -self.times[name])
        return often[0] if self.times[often[0]] >= FAR * self.times[often[1]] else None

    def _nouns(self, name: str) -> frozenset[str]:
        return self.roles.nouns.get(name, frozenset())

    def _words(self, name: str) -> frozenset[str]:
        words = self.roles.words.get(name, frozenset())
        return words | self._nouns(name) if name.isascii() else words

    def _latest(self, last: str | None) -> list[str]:
        """The names so far: the subject of the last clause, the other subjects, then those named by the way."""
        near = [name for name in reversed(self.told) if self.block - self.block_of[name] <= NEAR_BLOCKS]
        first = [last] if last is not None else []
        return list(dict.fromkeys([*first, *near, *reversed(self.named)]))


_of_a_people = re.compile(
    r"(?:an|ese|ish|ch|ss|ek|eli|aqi|ani|ic|ot|ard)$|^(?:dane|swede|finn|pole|turk|serb|croat|scot|briton|dutchman)$"
)
"""The Italian: of whom is only told where he is from; the race is not its director."""
FAR = 2
"""How many times as often as any other one a body must be told of to be `the company` of a text."""
NEAR_BLOCKS = 3
"""Paragraphs back in which what was told of is thought of before what was only named."""
_TIMES = frozenset({"former", "new", "current", "present", "then", "late", "same", "whole", "outgoing", "incoming"})
_BODIES = frozenset({"bank", "club", "team", "university", "agency", "party", "utility", "school", "hospital"})
_OFTEN_TWO = frozenset({"club", "team", "side", "party", "school", "university", "hospital"})
"""Sorts of bodies of which a text about one has another one."""


def _put_last(names: list[str], name: str) -> None:
    if name in names:
        names.remove(name)
    names.append(name)


__all__ = ["Known"]
