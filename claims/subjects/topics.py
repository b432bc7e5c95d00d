"""What each clause of a document is about, in one pass: how it begins, whom that means, what the next goes on with."""

from dataclasses import dataclass, replace

from claims.clauses import Clause
from claims.features.attribution import Attribution
from claims.features.finite_en import finite_at
from claims.features.names import Mention, NameBook
from claims.model import EntityType
from claims.subjects import Subjects
from claims.subjects.openings import Opening, opening_of
from claims.subjects.sharing_en import (
    added_to,
    antecedent,
    has_value,
    is_added,
    is_predicate,
    is_relative,
    owned,
    shares_modal,
    subject_of,
)
from evidence.text import lazy_re as re


@dataclass(frozen=True, slots=True)
class About:
    """What one clause is about."""

    opening: Opening
    subject: str | None
    owner: str | None
    """Whose the subject is, where a pronoun says so: its leader, Ann Reed."""
    before: str | None
    """What the clauses before it were about."""
    words: str | None = None
    """What it shares with the clause before it in the words of that, where it is no name: the damaged ship."""


@dataclass(slots=True)
class Topics:
    """One pass over the clauses of a document; they are asked for in order, each once."""

    text: str
    view: str
    book: NameBook
    cut: list[Clause]
    subjects: Subjects
    owned: tuple[int, str | None] = (-1, None)
    """The sentence whose subject belongs to somebody, and that subject."""

    def of(self, number: int, said: Attribution | None, mentions: list[Mention]) -> About:
        """What clause `number` is about; `said` is the source that it names, `mentions` are its names."""
        clause = self.cut[number]
        self.subjects.enter(clause)
        opening = self._opening(clause, said, mentions)
        told_of = None
        if clause.language == "en" and (above := self._above(number)) is not None:
            opening, told_of = self._shared(opening, clause, above)
        before = self.subjects.before(clause)
        owner = None
        if opening.mention is not None and opening.pronoun is not None:
            owner = self.subjects.meant_by(opening.pronoun, clause.language)
        if told_of is None:
            subject = self._subject(opening, clause, mentions)
        else:
            subject = None
            self.subjects.stop()
            self.subjects.pass_by(mentions)
        if clause.language == "zh":
            self._turn(clause, mentions)
        self.subjects.bring_up(self.view[clause.start : clause.end], mentions)
        if subject is None and (ahead := self._named_next(number, mentions)) is not None:
            opening, subject = replace(opening, bare=True, dropped=True), ahead
        if clause.language == "en":
            self._note_owned(opening, clause, subject)
            words = told_of or self._words_above(number, opening, subject)
            return About(opening, None if words else subject, owner, before, words)
        return About(opening, subject, owner, before)

    def _above(self, number: int) -> Clause | None:
        """The clause before a clause, if it is of the same sentence."""
        clause, above = self.cut[number], self.cut[number - 1] if number else None
        return above if above is not None and (above.sentence, above.block) == (clause.sentence, clause.block) else None

    def _shared(self, opening: Opening, clause: Clause, above: Clause) -> tuple[Opening, str | None]:
        """How an English clause begins that goes on with the one before it, and what of it a relative one tells of."""
        if is_relative(self.view, clause.start, clause.end):
            named = [m.name for m in self.book.within(above.start, above.end) if self._right_before(m, clause)]
            told = antecedent(self.view, clause.start, clause.end, above.start)
            if told is not None and not named:  # Ann Reed, the director, who
                inside = self.book.within(above.start, told[0])
                named = [m.name for m in inside if self.view[m.end : told[0]] == ", " and m.type is EntityType.PERSON]
            words = named[-1] if named else self.text[slice(*told)] if told else None
            return Opening(dropped=words is not None), words
        if is_added(self.view, clause.start, clause.end):
            span = added_to(self.view, clause.start, clause.end, above.start)
            meant = owned(self.text[slice(*span)], None) if span else None
            if span is None and has_value(self.view, above.start, above.end):
                meant = self.subjects.carried(clause)
            return Opening(dropped=meant is not None), meant
        goes_on = self.view[clause.start : clause.start + 4] == "and " and shares_modal(
            self.view[above.start : clause.start].rstrip(" ,"), self.view[clause.start + 3 : clause.end]
        )
        return (Opening(bare=True, dropped=True), None) if goes_on else (opening, None)

    def _right_before(self, mention: Mention, clause: Clause) -> bool:
        return not self.view[mention.end : clause.start].strip(" ,") and self.text[mention.start].isupper()

    def _note_owned(self, opening: Opening, clause: Clause, subject: str | None) -> None:
        """Take note of a subject that belongs to somebody: in a part that shares it, its investigators are meant."""
        if opening.pronoun in _OWNING and opening.mention is None:
            span = subject_of(self.view, clause.start, clause.end)
            self.owned = (clause.sentence, owned(self.text[slice(*span)], subject) if span else None)

    def _words_above(self, number: int, opening: Opening, subject: str | None) -> str | None:
        """What a clause without a subject shares with the one before it, where that is not the name `subject`."""
        if not opening.dropped:
            return None
        if self.owned[0] == self.cut[number].sentence:
            return self.owned[1]
        if subject is not None:
            return None
        while (above := self._above(number)) is not None:
            number -= 1
            at = self.view, above.start, above.end
            if not is_predicate(*at) and not is_relative(*at):
                span = subject_of(*at)
                return owned(self.text[slice(*span)], None) if span else None
        return None

    def _opening(self, clause: Clause, said: Attribution | None, mentions: list[Mention]) -> Opening:
        """How the clause begins; what a report or a rumour says begins after the words that name it."""
        start = clause.start
        by_person = said and any(m.type is EntityType.PERSON and m.start < said.end for m in mentions)
        ahead = said is not None and (clause.language == "zh" or finite_at(self.view[start : said.start]) is None)
        if said is not None and ahead and not by_person and said.end < clause.end - 3:
            start = said.end
            while start < clause.end - 1 and self.view[start] in " ,:\n“":
                start += 1
        inside = [m for m in mentions if m.start >= start]
        found = self._opens(start, clause, inside)
        if said is None or start == clause.start:
            return found
        head = self._opens(clause.start, clause, mentions)
        at_head = head.mention is not None and head.mention.start < said.end
        told = found.mention is not None or (found.pronoun is not None and found.pronoun not in _IT)
        if at_head and not told:
            return head
        if (head.pronoun is not None and head.pronoun in said.who) or (head.dropped and not said.who):
            return head
        if head.dropped and found.mention is None and found.pronoun is None:
            return head
        if found.pronoun == "it" and said.who and not said.unnamed:
            return replace(found, pronoun=None)  # the government said it would: whoever speaks is meant
        return found

    def _opens(self, start: int, clause: Clause, mentions: list[Mention]) -> Opening:
        roles = self.subjects.known.roles
        return opening_of(self.view, start, clause.end, clause.language, mentions, start - clause.start, roles)

    def _subject(self, opening: Opening, clause: Clause, mentions: list[Mention]) -> str | None:
        """The name that the clause is about, and a note of it for the next."""
        if opening.mention is not None:
            self.subjects.see(opening.mention, clause.sentence)
            self.subjects.pass_by(mentions)
            return opening.mention.name
        if opening.pronoun is not None:
            name = self.subjects.meant_by(opening.pronoun, clause.language)
            if name:
                self.subjects.go_on(name, clause.sentence)
            else:
                self.subjects.stop()
            self.subjects.pass_by(mentions)
            return name
        subject = self.subjects.carried(clause, opening.part) if opening.dropped else None
        if subject is not None:
            self.subjects.go_on(subject, clause.sentence)
        if not opening.dropped:
            self.subjects.stop()  # somebody or something else, by no name: what follows goes on with that
        if self._presents(opening, clause, mentions):
            self.subjects.see(mentions[-1], clause.sentence)
        self.subjects.pass_by(mentions)
        return subject

    def _turn(self, clause: Clause, mentions: list[Mention]) -> None:
        """Take note of another subject in the last stretch of a Chinese clause: what follows goes on with that."""
        cut = max(self.view.rfind("\n", clause.start, clause.end), self.view.rfind(",", clause.start, clause.end))
        if cut <= clause.start:
            return
        opening = self._opens(cut + 1, clause, [m for m in mentions if m.start > cut])
        if opening.mention is not None:
            if opening.mention.type is EntityType.PERSON and opening.mention.start - cut <= NEAR:
                self.subjects.see(opening.mention, clause.sentence)
        elif opening.pronoun is not None and (name := self.subjects.meant_by(opening.pronoun, "zh")):
            self.subjects.go_on(name, clause.sentence)

    def _presents(self, opening: Opening, clause: Clause, mentions: list[Mention]) -> bool:
        """Whether a clause ends by naming a person of whom the next one tells: 还有一位是王明."""
        if not mentions or mentions[-1].type is not EntityType.PERSON:
            return False
        if self.view[mentions[-1].end : mentions[-1].end + 1] not in _AFTER_NAME:
            return False
        return not opening.bare or bool(_presenting.match(self.view, clause.start, clause.end))

    def _named_next(self, number: int, mentions: list[Mention]) -> str | None:
        """The person whom a clause speaks of before the next one names him: 还有一位新人要走, 那就是王明."""
        clause = self.cut[number]
        if clause.language != "zh" or number + 1 == len(self.cut) or any(m.type is EntityType.PERSON for m in mentions):
            return None
        following = self.cut[number + 1]
        if following.block != clause.block or not _names_him.match(self.view, following.start, following.end):
            return None
        if not _somebody.search(self.view, clause.start, min(clause.end, clause.start + SOMEBODY)):
            return None
        named = [m for m in self.book.within(following.start, following.end) if m.type is EntityType.PERSON]
        return named[-1].name if named else None


_OWNING = frozenset({"his", "her", "its", "their"})
_AFTER_NAME = frozenset({"", "\n", "(", ",", "。"})
_somebody = re.compile(r"(?:还|另|另外|也)?有(?:着|另)?一[位名个]|另一[位名个]")
_names_him = re.compile(r"(?:那|这|他|她)?(?:就是|便是|正是)|(?:他|她|此人)(?:是|叫)|名叫")
_presenting = re.compile(r"[^,\n]{0,12}?(?:是|有|即|叫|名叫|包括|为)|.{0,40}\b(?:is|was|are|were)\b")
SOMEBODY = 24
"""Code points at the head of a clause in which somebody is brought up."""
_IT = frozenset({"it", "its", "它", "其", "公司"})
NEAR = 6
"""Code points behind a comma within which a person is the subject of what stands behind it."""

__all__ = ["About", "Topics"]
