"""Who speaks: the source a clause names, and how far it goes on speaking in the clauses after it."""

from dataclasses import dataclass, field

from claims.clauses import Clause
from claims.features.attribution import Attribution, attribution, is_silence
from claims.features.cues import plain
from claims.features.names import NameBook
from claims.furniture import Block, Genre
from claims.model import EntityType
from claims.subjects import Subjects
from claims.subjects.openings import Opening
from evidence.text import lazy_re as re

UNNAMED = {"zh": "未具名", "en": "unnamed"}
"""The claimant where a source is meant and no word names it."""
CARRY = 4
"""Clauses of a transcript over which a source may go on speaking."""
SHORT = 4
"""Code points of a Chinese pronoun with the adverb behind it: 他其实."""
NEIGHBOURS = 3
"""Clauses of a sentence that are searched for a source named at its end."""


@dataclass(frozen=True, slots=True)
class Said:
    """The source of one clause."""

    who: str | None = None
    anyone: bool = False
    """Nobody in particular holds it: an opinion."""
    here: bool = False
    """The clause itself names the source."""


NOBODY = Said()


@dataclass(slots=True)
class _Source:
    who: str | None = None
    anyone: bool = False
    sentence: int = -1
    block: int = -1
    clauses_left: int = 0
    introduces: bool = False
    named: set[str] = field(default_factory=set)
    """Names that stand in what the source said so far."""


@dataclass(slots=True)
class Sources:
    """The source that speaks at the moment, over one pass through a document's clauses."""

    text: str
    view: str
    genre: Genre
    book: NameBook
    blocks: list[Block]
    cut: list[Clause]
    subjects: Subjects
    _now: _Source = field(default_factory=_Source)
    _end: int = 0

    def of(
        self, number: int, said: Attribution | None, opening: Opening, subject: str | None, before: str | None
    ) -> Said:
        """Who says clause `number`.

        `said` is what the clause itself names, `subject` whom it is about, `before` whom the last one was about.
        """
        clause = self.cut[number]
        source = self._found(clause, number, said, opening, subject, before)
        self._end = clause.end
        if source.who is not None:
            self._now.named |= {mention.name for mention in self.book.within(clause.start, clause.end)}
            return source
        speaker = self.blocks[clause.block].speaker
        return Said(speaker) if speaker else NOBODY

    def stop(self) -> None:
        """The document itself has judged: whoever spoke before speaks no longer."""
        self._now.clauses_left = 0

    def _found(
        self,
        clause: Clause,
        number: int,
        said: Attribution | None,
        opening: Opening,
        subject: str | None,
        before: str | None,
    ) -> Said:
        if said is None and is_silence(self.view[clause.start : clause.end], clause.language):
            self._now = _Source()
            return NOBODY
        spoken = self._is_quotation(clause) and clause.sentence == self._now.sentence and self._now.who is not None
        if not spoken:
            said = said or self._said_beside(clause, number)
        if said is None:
            return self._carried(clause, opening, subject)
        if not said.who and clause.sentence == self._now.sentence and self._now.who:
            return Said(self._now.who, self._now.anyone, here=True)
        who = self._resolved(said, clause, before)
        left = 0 if said.passing else CARRY
        self._now = _Source(who, said.anyone, clause.sentence, clause.block, left, clause.introduces)
        return Said(who, said.anyone, here=True)

    def _said_beside(self, clause: Clause, number: int) -> Attribution | None:
        """A source named in another clause: at the end of an English sentence, or after a quotation by itself."""
        if self.genre != "article":
            return None
        quoted = self._is_quotation(clause)
        for later in self.cut[number + 1 : number + (2 if quoted else 1 + NEIGHBOURS)]:
            same = later.block == clause.block if quoted else later.sentence == clause.sentence
            if not same or ";" in self.view[clause.end : later.start] or (clause.language == "zh" and not quoted):
                return None
            said = attribution(self.view, later.start, later.end, clause.language)
            words = self.view[later.start : later.end]
            if said and (quoted or _trailing.search(words) or said.verb.startswith("according")):
                return said
        return None

    def _is_quotation(self, clause: Clause) -> bool:
        return self.view[clause.start] in '“"' and self.view[clause.end - 1] in '”"'

    def _carried(self, clause: Clause, opening: Opening, subject: str | None) -> Said:
        """The source of an earlier clause, where it goes on speaking."""
        now = self._now
        if now.who is None:
            return NOBODY
        listed = now.introduces and (clause.kind == "bullet" or clause.block == now.block)
        same_sentence = self.genre == "article" and clause.sentence == now.sentence
        if listed or same_sentence or (self._is_quotation(clause) and clause.block == now.block):
            return Said(now.who, now.anyone)
        now.clauses_left -= 1
        if self.genre == "transcript" and self._goes_on(clause, opening, subject):
            return Said(now.who, now.anyone)
        if self.genre == "article" or now.clauses_left < 0 or opening.mention is not None:
            self._now = _Source()
        return NOBODY

    def _goes_on(self, clause: Clause, opening: Opening, subject: str | None) -> bool:
        """Whether a source of a transcript still speaks: nobody else is named and nothing new begins."""
        now = self._now
        gap = self.view[self._end : clause.start].strip(" ,\n")
        if gap and gap not in _same_thought:
            now.clauses_left = -1
        if now.clauses_left < 0:
            return False
        newcomer = opening.mention
        if (
            newcomer is not None
            and newcomer.type is not EntityType.PLACE
            and newcomer.name not in {now.who, *now.named}
        ):
            return False
        if opening.pronoun is not None and subject == now.who:
            return True
        return not _new_thought.match(self.view, clause.start)

    def _resolved(self, said: Attribution, clause: Clause, before: str | None) -> str:
        """The source as a name: a pronoun and a dropped subject stand for who was named last."""
        language = clause.language
        if not said.who:
            return before or self._now.who or UNNAMED[language]
        pronoun = said.who[0] if said.who[0] in "他她" and len(said.who) <= SHORT else said.who
        meant = self.subjects.meant_by(pronoun, language)
        if meant:
            return meant
        for mention in self.book.within(clause.start, clause.end):
            words = plain(self.text[mention.start : mention.end])
            if words in said.who and (mention.type is EntityType.PERSON or len(said.who) <= len(words) + 4):
                self.subjects.see(mention)
                return mention.name
        at = self.view.find(said.who, clause.start, clause.end + 400)  # an English source may close the sentence
        return " ".join(self.text[at : at + len(said.who)].split()) if at >= 0 else said.who


_trailing = re.compile(r"(?:said|says|told|added|reported|wrote)\b[^,]{0,60}$|,\s(?:said|says)\s.{3,90}$", re.DOTALL)
_same_thought = frozenset({"其中", "同时", "而且", "并且", "此前", "当时", "甚至", "尤其是", "随后", "之后"})
"""Connectives standing by themselves after which the same source may go on."""
_new_thought = re.compile(
    r"但是|但|不过|然而|可是|另外|此外|现在|接下来|咱们|我们|这|可|but |now |so |anyway|in \d{4}|and the |the "
)
