"""Whom a clause is about, carried from clause to clause, and statements that stand alone."""

from collections import Counter
from dataclasses import dataclass, field

from claims.clauses import Clause
from claims.features.cues import table
from claims.features.names import Mention
from claims.furniture import Block
from claims.model import DateSpan, EntityType
from claims.openings import Opening
from evidence.text import lazy_re as re

PLACEHOLDER = {"zh": "[{}]", "en": "[{}] "}


@dataclass(slots=True)
class Subjects:
    """Who was named last: the person, the body, the last few people, and the subject of the last clause."""

    chief: str | None = None
    """The person of whom the document plainly tells most."""
    topic: str | None = None
    """The person whom the heading above names."""
    person: str | None = None
    body: str | None = None
    people: list[str] = field(default_factory=list)
    last: str | None = None
    types: dict[str, EntityType] = field(default_factory=dict)
    block: int = -1
    """The block that is being read."""
    sentence: int = -1
    """The sentence in which `last` was said or meant."""
    _heading: bool = False
    _here: bool = False
    """Whether `person` was the subject of a clause of this block."""
    _mentioned: tuple[int, str] | None = None
    """The block of the last person who was named and was no subject, and who."""

    def enter(self, clause: Clause) -> None:
        """Go on to the next clause."""
        if clause.block != self.block:
            self.block, self._here = clause.block, False
            self._heading = clause.kind == "heading"
            if self._heading:
                self.topic = None

    def see(self, mention: Mention, sentence: int = -1) -> None:
        """Take note of a name that is the subject of its clause."""
        self.types[mention.name] = mention.type
        if mention.type is EntityType.PERSON:
            self.person, self._here = mention.name, True
            if self._heading:
                self.topic = mention.name
            if mention.name in self.people:
                self.people.remove(mention.name)
            self.people = [*self.people[-2:], mention.name]
        elif mention.type is EntityType.ORGANISATION:
            self.body = mention.name
        if mention.type is not EntityType.PLACE:
            self.last, self.sentence = mention.name, sentence

    def carried(self, clause: Clause) -> str | None:
        """Whom a clause without a subject goes on with.

        An English one shares a subject of its own sentence. A Chinese one may leave out the person or the body that
        the clauses before it are about; a thing is only meant in the sentence that names it.
        """
        if self.last is None:
            return None
        near = self.sentence == clause.sentence
        kept = self.types.get(self.last) in {EntityType.PERSON, EntityType.ORGANISATION}
        return self.last if near or (kept and clause.language == "zh") else None

    def go_on(self, name: str, sentence: int) -> None:
        """Take note that a pronoun has meant this name."""
        self.last, self.sentence = name, sentence
        if self.types.get(name) is EntityType.PERSON or name == self.chief:
            self.person, self._here = name, True

    def pass_by(self, mentions: list[Mention]) -> None:
        """Take note of people whom a clause names without being about them."""
        for mention in mentions:
            if mention.type is EntityType.PERSON and mention.name != self.person:
                self._mentioned = (self.block, mention.name)

    def meant_by(self, pronoun: str, language: str) -> str | None:
        """The name that a pronoun or a phrase such as 该公司 points back to."""
        words = table("names", language)
        if pronoun in words["he"] or _aged.fullmatch(pronoun):
            return self._he()
        if pronoun in _TWO:
            pair = self.people[-2:]
            return ("、" if language == "zh" else " and ").join(pair) if len(pair) == 2 else None
        if pronoun in _THING:
            return self.last if self.last is not None and self.types.get(self.last) is not EntityType.PERSON else None
        return self.body if pronoun in words["it"] else None

    def _he(self) -> str | None:
        """The person of whom this block tells; else the one whom it names, else whom the document is about."""
        if self._here:
            return self.person
        if self._mentioned is not None and self._mentioned[0] == self.block:
            return self._mentioned[1]
        told = self.topic or self.chief
        if told is not None:
            return told
        if self._mentioned is not None and self.person is None:
            return self._mentioned[1]
        return self.person


def chief_person(mentions: list[Mention], found: list[Block]) -> str | None:
    """Whom a document is about: who is named `OFTEN` and twice as often as any other; else who opens it alone.

    `found` are the blocks of the document; the first paragraph that names a person opens it.
    """
    people = [mention for mention in mentions if mention.type is EntityType.PERSON]
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
_TWO = frozenset({"两人", "二人", "这两位", "这两人", "两位", "双方", "the two", "both men", "both women", "the pair"})
"""They who are two: 他们 and `they` may be anybody."""


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
