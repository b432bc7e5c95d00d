"""Whom a clause is about, carried from clause to clause."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from claims.clauses import Clause
from claims.features.cues import table
from claims.features.names import Mention
from claims.furniture import Block
from claims.model import EntityType
from claims.subjects.known import Known
from evidence.text import lazy_re as re


@dataclass(slots=True)
class Subjects:
    """Who was named last: the person, and the subject of the last clause."""

    known: Known = field(default_factory=Known)
    chief: str | None = None
    """The person of whom the document plainly tells most."""
    topic: str | None = None
    """The person whom the heading above names."""
    person: str | None = None
    last: str | None = None
    sentence: int = -1
    """The sentence in which `last` was said or meant."""
    _heading: bool = False
    _here: bool = False
    """Whether `person` was the subject of a clause of this block."""
    _mentioned: tuple[int, str] | None = None
    """The block of the last person who was named and was no subject, and who."""
    _nameless: int = -1
    """The block in which somebody was brought up without a name, and nobody by name since."""

    def enter(self, clause: Clause) -> None:
        """Go on to the next clause."""
        if clause.block != self.known.block:
            self.known.block, self._here = clause.block, False
            self.known.opened = False
            self._heading = clause.kind == "heading"
            if self._heading:
                self.topic = None
        else:
            self.known.opened = True

    def see(self, mention: Mention, sentence: int = -1) -> None:
        """Take note of a name that is the subject of its clause."""
        name = mention.name
        self.known.learn(mention)
        if self.known.is_person(name):
            self.person, self._here = name, True
            if self._heading:
                self.topic = name
        if mention.type is not EntityType.PLACE:
            self.last, self.sentence = name, sentence
            self.known.tell_of(name)

    def carried(self, clause: Clause, part: str | None = None) -> str | None:
        """Whom a clause without a subject goes on with.

        An English one shares a subject of its own sentence. A Chinese one may leave out the person or the body that
        the clauses before it are about; a thing is only meant in the block that names it. With `part` the clause
        begins with what a person, a body or a thing has.
        """
        last, known = self.last, self.known
        if last is None or (part is not None and (part == "person") is not known.is_person(last)):
            return None
        near, here = self.sentence == clause.sentence, known.block_of.get(last) == clause.block
        if clause.language != "zh":
            return last if near else None
        kept = part is None and known.types.get(last) in {EntityType.PERSON, EntityType.ORGANISATION}
        return last if near or here or kept else None

    def before(self, clause: Clause) -> str | None:
        """What was told of before a clause; a Chinese source that says no name goes on across what others tell."""
        return self.last or (next(iter(self.known.told[-1:]), None) if clause.language == "zh" else None)

    def go_on(self, name: str, sentence: int) -> None:
        """Take note that a pronoun, or no word at all, has meant this name."""
        self.last, self.sentence = name, sentence
        self.known.tell_of(name)
        if self.known.is_person(name) or name == self.chief:
            self.person, self._here = name, True

    def stop(self) -> None:
        """Take note that a clause is about somebody or something else, by no name."""
        self.last = None

    def pass_by(self, mentions: list[Mention]) -> None:
        """Take note of those whom a clause names without being about them."""
        for mention in mentions:
            if mention.type is EntityType.PLACE:
                continue
            self.known.learn(mention)
            if mention.name != self.last:
                self.known.name(mention.name)
            if self.known.is_person(mention.name) and mention.name != self.person:
                self._mentioned = (self.known.block, mention.name)

    def bring_up(self, words: str, mentions: list[Mention]) -> None:
        """Take note of somebody whom a clause brings up without a name: he may be meant next."""
        if any(self.known.is_person(mention.name) for mention in mentions):
            self._nameless = -1
        elif _somebody.search(words):
            self._nameless = self.known.block

    def meant_by(self, pronoun: str, language: str) -> str | None:
        """The name that a pronoun or a phrase such as 该公司 or `the mayor` points back to."""
        if (pronoun in table("names", language)["he"] and pronoun not in _SOMEBODY) or _aged.fullmatch(pronoun):
            return self._he(_GENDER.get(pronoun))
        if pronoun in _TWO:
            pair = list(islice(self.known.people_named(), 2))[::-1]
            return ("、" if language == "zh" else " and ").join(pair) if len(pair) == 2 else None
        if pronoun in _THING:
            return self.last if self.last is not None and self.known.may_be_it(self.last) else None
        if pronoun == "其":
            return self.last
        if language == "zh":
            return self.known.this(pronoun, self.last)
        return self.known.the(pronoun.removeprefix("the "), self.last) if pronoun.startswith("the ") else None

    def _he(self, gender: str | None) -> str | None:
        """The person of whom this block tells; else the one whom it names, else whom the document is about."""
        if self._nameless == self.known.block:
            return None
        told = self.person if self._here else None
        who = self._mentioned[1] if self._mentioned is not None else None
        beside = who if self._mentioned is not None and self._mentioned[0] == self.known.block else None
        before = who if self.person is None else None
        latest = list(self.known.people_named()) if gender else []
        for name in [told, beside, self.topic, self.chief, before, self.person, *latest]:
            if name is not None and self.known.may_be(name, gender):
                if gender and name in {told, self.chief}:
                    self.known.genders.setdefault(name, gender)
                return name
        return None


def chief_person(mentions: list[Mention], found: list[Block], living: frozenset[str] = frozenset()) -> str | None:
    """Whom a document is about: who is named `OFTEN` and twice as often as any other; else who opens it alone.

    `found` are the blocks of the document; the first paragraph that names a person opens it. `living` are the names
    of animals of which it tells like people.
    """
    people = [mention for mention in mentions if mention.type is EntityType.PERSON or mention.name in living]
    counts = Counter(mention.name for mention in people).most_common(2)
    if counts and counts[0][1] >= OFTEN and (len(counts) == 1 or counts[1][1] * 2 <= counts[0][1]):
        return counts[0][0]
    texts = (block for block in found if block.kind == "text")
    for block in texts:
        named = {mention.name for mention in people if block.start <= mention.start < block.end}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


OFTEN = 3
_aged = re.compile(r"the \d{1,3}-year-old(?: \w+)?")
_THING = frozenset({"it", "its", "它"})
_somebody = re.compile(
    r"\ban? (?:(?!few|lot|number)[a-z\-]+ ){0,3}(?:man|woman|boy|girl|teenager|student|driver|teacher|doctor|nurse"
    r"|worker|officer|soldier|suspect|passenger|resident|witness|pensioner|\d{1,3}-year-old)\b"
    r"|一[名位](?![^,。\n]{0,12}是)[^,。\n是]{0,10}?(?:男子|女子|男士|女士|学生|司机|乘客|居民|老人|少年|少女|女生|男生"
    r"|工人|员工|教师|医生|嫌犯|嫌疑人)"
)
_SOMEBODY = frozenset({"该男子", "该女子", "这位", "这名", "该名"})
"""Point back only with what stands behind them, or to somebody without a name."""
_TWO = frozenset({"两人", "二人", "这两位", "这两人", "两位", "双方", "the two", "both men", "both women", "the pair"})
"""They who are two: 他们 and `they` may be anybody."""
_GENDER = {"he": "he", "him": "he", "his": "he", "the man": "he", "she": "she", "her": "she", "hers": "she",
           "the woman": "she", "他": "he", "她": "she"}  # fmt: skip
