"""A document's text becomes its claims: every assertion with its exact words, who says it, how surely, and about whom.

    text ─► plain form ─► blocks (furniture apart) ─► clauses ─► judged one by one ─► claims and non-claims

Everything is decided by grammar and cue tables, in one pass, the same every time. What is no checkable assertion
is returned as well, with what it is instead, so that a reviewer can see what was left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from claims.clauses import Clause, clauses
from claims.features.attribution import attribution
from claims.features.certainty import announces_plan, certainty
from claims.features.checkability import FOR, Evidence, Judgement, judge
from claims.features.cues import plain
from claims.features.dates import dates
from claims.features.finite_en import finite_at
from claims.features.kinds import kind_of
from claims.features.names import Mention, NameBook, names
from claims.features.polarity import Polarity, polarity
from claims.features.predicates_zh import has_predicate
from claims.features.quantities import quantities
from claims.features.transcription import Hint, hints
from claims.furniture import Block, Genre, blocks, genre_of
from claims.model import Certainty, Checkability, DateSpan, Entity, EntityType, Kind, Quantity
from claims.sources import Said, Sources
from claims.statements import statement
from claims.subjects import Subjects, chief_person
from claims.subjects.known import Known
from claims.subjects.openings import Opening
from claims.subjects.roles import roles
from claims.subjects.topics import Topics
from evidence.model import Value
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key
from evidence.text.language import language_of

_Span = TypeVar("_Span", Quantity, DateSpan)


class NonClaim(Value):
    """A stretch that asserts nothing checkable. `kind` says what it is instead.

    `opinion`, `speculation`, `prediction`, `advice`, `rhetorical`, `address`, `framing`, `heading`, `greeting`,
    `advertisement`, `disclaimer`, `boilerplate`. Offsets are code points.
    """

    start: int
    end: int
    kind: str
    checkability: Checkability


class LearnedAlias(Value):
    """Two names of one thing, with the place that taught them."""

    name: str
    alias: str
    type: EntityType
    start: int
    end: int


class ExtractedClaim(Value):
    """One assertion with its features. Offsets, also of quantities and dates, are code points into the document."""

    start: int
    end: int
    statement: str
    language: str
    kind: Kind
    checkability: Checkability
    certainty: Certainty
    claimant: str | None
    """A name, or the cue that stands for one (知情人士, people familiar); None when the document itself asserts."""
    polarity: Polarity
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    repeats: int | None = None
    """The index of the earlier claim of this document that it repeats."""
    tags: tuple[str, ...] = ()


class Extraction(Value):
    """All that was read from one document, each list in document order."""

    language: str
    genre: Genre
    claims: tuple[ExtractedClaim, ...]
    non_claims: tuple[NonClaim, ...]
    aliases: tuple[LearnedAlias, ...]
    hints: tuple[Hint, ...]


def extract(
    text: str, *, language: str | None = None, reference: date | None = None, genre: str | None = None
) -> Extraction:
    """Read the claims from a text.

    `language` is a BCP 47 tag and is told from the text when None; each block is read in the language it is in.
    `reference` is the document's day, against which 今天 and `last June` are resolved; without it they stay
    unresolved. `genre` is `article` or `transcript` and is told from the shape of the lines when None.
    """
    text = _lone.sub("\N{REPLACEMENT CHARACTER}", text)
    view = plain(text)
    tag = language or language_of(text)
    told: Genre = "transcript" if genre == "transcript" else "article" if genre == "article" else genre_of(view)
    found = blocks(view, told, _main(view, tag), text)
    cut = clauses(view, found, told, text)
    book = names(text, view)
    called = roles(view, book.mentions)
    subjects = Subjects(Known(called), chief_person(book.mentions, found, called.living))
    reading = _Reading(
        text,
        view,
        tag,
        told,
        reference,
        book,
        cut,
        Topics(text, view, book, cut, subjects),
        Sources(text, view, told, book, found, cut, subjects),
        _title(found),
    )
    for number in range(len(cut)):
        reading.read(number)
    return Extraction(
        language=tag,
        genre=told,
        claims=tuple(reading.claims),
        non_claims=_in_order(reading.others, found),
        aliases=tuple(
            LearnedAlias(name=a.name, alias=a.alias, type=a.type, start=a.start, end=a.end) for a in book.aliases
        ),
        hints=hints(text, book) if told == "transcript" else (),
    )


def _main(view: str, tag: str) -> str:
    """`zh` or `en`: the language of lines that do not tell by themselves."""
    if tag.startswith(("zh", "en")):
        return tag[:2]
    sample = view[:20_000]
    han = sum("\u3400" <= c <= "\u9fff" for c in sample)
    return "zh" if han and han * 10 >= sum(c.isalpha() for c in sample) else "en"


def _title(found: list[Block]) -> int:
    """The last block of the title: the headings before the first paragraph, three at most."""
    headings: list[int] = []
    for number, block in enumerate(found):
        if block.kind == "text" or len(headings) == 3:
            break
        if block.kind == "heading":
            headings.append(number)
    return headings[-1] if headings else -1


def _in_order(others: list[NonClaim], found: list[Block]) -> tuple[NonClaim, ...]:
    """The non-claims with the furniture among them, in document order."""
    furniture = [
        NonClaim(start=b.start, end=b.end, kind=b.kind, checkability=Checkability.NOT_A_CLAIM)
        for b in found
        if b.is_furniture
    ]
    return tuple(sorted([*others, *furniture], key=lambda other: (other.start, other.end)))


@dataclass(frozen=True, slots=True)
class _Finding:
    """What is known about one clause before it is judged."""

    clause: Clause
    words: str
    """The clause in its plain form."""
    mentions: list[Mention]
    opening: Opening
    subject: str | None
    owner: str | None
    """Whose the subject is, where a pronoun says so: its leader, Ann Reed."""
    shared: str | None
    """The words that the clause shares with the one before it, where its subject is no name."""
    said: Said
    quantities: tuple[Quantity, ...]
    dates: tuple[DateSpan, ...]


@dataclass(slots=True)
class _Reading:
    """One pass over the clauses of a document, with what each clause leaves behind for the next."""

    text: str
    view: str
    tag: str
    genre: Genre
    reference: date | None
    book: NameBook
    cut: list[Clause]
    topics: Topics
    sources: Sources
    title: int
    claims: list[ExtractedClaim] = field(default_factory=list)
    others: list[NonClaim] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    last: tuple[int, Judgement] | None = None
    """The sentence and the judgement of the clause before."""
    plan: tuple[int, bool] = (-1, False)
    """The sentence of the clause before and whether it spoke of the future."""

    def read(self, number: int) -> None:
        """Judge one clause and keep it as a claim or as what it is instead."""
        finding = self._find(number)
        clause, judgement = finding.clause, self._judge(finding)
        if judgement.checkability is Checkability.CHECKABLE and not clause.introduces:
            self._keep(finding)
        else:
            what = judgement.checkability if judgement.kind else Checkability.NOT_A_CLAIM
            other = NonClaim(start=clause.start, end=clause.end, kind=judgement.kind or "framing", checkability=what)
            self.others.append(other)
        if judgement.kind in _STOPS:
            self.sources.stop()
        self.last = (clause.sentence, judgement)
        self.plan = (clause.sentence, announces_plan(finding.words, clause.language))

    def _find(self, number: int) -> _Finding:
        clause = self.cut[number]
        start, end = clause.start, clause.end
        mentions = self.book.within(start, end)
        named = attribution(self.view, start, end, clause.language)
        about = self.topics.of(number, named, mentions)
        said = self.sources.of(number, named, about.opening, about.subject, about.before)
        amounts, days = self._amounts(clause)
        words = self.view[start:end]
        return _Finding(
            clause, words, mentions, about.opening, about.subject, about.owner, about.words, said, amounts, days
        )

    def _amounts(self, clause: Clause) -> tuple[tuple[Quantity, ...], tuple[DateSpan, ...]]:
        words = self.text[clause.start : clause.end]
        if not _figure.search(words):
            return (), ()
        amounts, days = quantities(words, clause.language), dates(words, self.reference, clause.language)
        return tuple(_moved(q, clause.start) for q in amounts), tuple(_moved(d, clause.start) for d in days)

    def _judge(self, finding: _Finding) -> Judgement:
        clause = finding.clause
        place = clause.kind if clause.kind in {"heading", "bullet"} else self.genre
        if clause.kind == "heading" and clause.block <= self.title and _states(finding):
            place = "title"
        evidence = Evidence(
            names=len(finding.mentions),
            counted=any(map(_counts, finding.quantities)),
            dated=bool(finding.dates),
            source=finding.said.here,
            carried=finding.said.who is not None,
            anyone=finding.said.anyone,
            question=self._asked(finding),
            verbless=clause.language == "en" and clause.kind not in _TERSE and _is_verbless(finding),
        )
        judgement = judge(finding.words, clause.language, place, evidence)
        if judgement.checkability is Checkability.CHECKABLE and self._inherits(finding, judgement):
            assert self.last is not None  # noqa: S101  (_inherits has looked at it)
            earlier = self.last[1]
            return Judgement(earlier.checkability, earlier.kind, judgement.score, judgement.support)
        return judgement

    def _asked(self, finding: _Finding) -> bool:
        """Whether a clause asks, or leads up to a question and reports nothing by itself."""
        clause = finding.clause
        bare = not (finding.mentions or finding.quantities or finding.dates) and clause.kind != "heading"
        reach = clause.end + (QUESTION if bare and self.genre == "article" and clause.language == "zh" else 2)
        mark = _sentence_end.search(self.view, clause.end - 1, reach)
        return mark is not None and mark[0] == "?"

    def _inherits(self, finding: _Finding, judgement: Judgement) -> bool:
        """Whether a clause goes on with the opinion before it: one sentence, no source, no subject of its own."""
        if self.last is None or finding.said.here or finding.opening.mention is not None:
            return False
        sentence, earlier = self.last
        feet = OWN_FEET + 1.0 if finding.opening.bare else OWN_FEET
        if self.genre == "transcript" and self._on_new_line(finding.clause) and not finding.opening.bare:
            # A line with a subject of its own goes on with an opinion only where nothing in it speaks for a fact.
            carried = FOR["carried"] if finding.said.who is not None else 0.0
            feet = 0.0 if earlier.kind in {"address", "rhetorical"} else LINE_FEET + carried
        return (
            sentence == finding.clause.sentence
            and finding.clause.language == "zh"
            and earlier.kind in _CONTAGIOUS
            and (earlier.score < 0 or self.genre == "article")
            and judgement.support < feet
        )

    def _on_new_line(self, clause: Clause) -> bool:
        """Whether a clause begins a line."""
        return "\n" in self.view[max(0, clause.start - 3) : clause.start]

    def _keep(self, finding: _Finding) -> None:
        clause, language = finding.clause, finding.clause.language
        start, end, attributed = clause.start, clause.end, finding.said.who is not None
        meant = finding.owner if finding.opening.mention is not None else finding.subject or finding.shared
        key = fold_key(self.text[start:end])
        claim = ExtractedClaim(
            start=start,
            end=end,
            statement=statement(
                self.text,
                start,
                end,
                language,
                opening=finding.opening,
                subject=meant,
                dates=finding.dates,
                spoken=self.genre == "transcript",
            ),
            language=self.tag if self.tag.startswith(language) else language,
            kind=kind_of(finding.words, language, attributed=attributed, counted=bool(finding.quantities)),
            checkability=Checkability.CHECKABLE,
            certainty=certainty(
                finding.words,
                language,
                attributed=attributed,
                plan_before=finding.opening.bare and self.plan == (clause.sentence, True),
            ),
            claimant=finding.said.who,
            polarity=polarity(finding.words, language),
            entities=_entities(finding.mentions, [finding.subject, finding.owner], self.topics.subjects.known.types),
            quantities=finding.quantities,
            dates=finding.dates,
            repeats=self.seen.get(key),
            tags=(clause.kind,) if clause.kind != "text" else (),
        )
        self.seen.setdefault(key, len(self.claims))
        self.claims.append(claim)


OWN_FEET = 1.6
"""Support above which a clause is an assertion even in the middle of an opinion; more when it has no subject."""
LINE_FEET = 1.0
"""The same for a line of a transcript that has a subject of its own."""
QUESTION = 60
"""Code points after a clause within which the question mark of its sentence is looked for."""
_sentence_end = re.compile(r"[。!?;…\n”]")
_TERSE = frozenset({"heading", "bullet"})
FEW_WORDS = 6
_verb_like = re.compile(r"'(?:s|re|ve|ll|d|m)\b|n't\b|\w(?:ed|es)\b", re.IGNORECASE)


def _is_verbless(finding: _Finding) -> bool:
    """Whether a clause is a few words with neither a verb nor an amount nor a day."""
    words = finding.words
    if finding.quantities or finding.dates or len(words.split()) > FEW_WORDS:
        return False
    return finite_at(words.lower()) is None and not _verb_like.search(words)


_CONTAGIOUS = frozenset({"opinion", "address", "speculation", "advice", "prediction", "rhetorical"})
_STOPS = frozenset({"opinion", "rhetorical", "address"})
_lone = re.compile("[\ud800-\udfff]")  # lone surrogates, which no value can hold; the offsets stay
_one = re.compile(r"一[^\d百千万亿成半]|one\b|an?\b", re.IGNORECASE)
# Clauses with none of these hold neither an amount nor a time; looking first saves half of the work.
_figure = re.compile(
    r"[\d０-９一二三四五六七八九十百千万萬亿億两兩半几幾数數双雙卅廿今明昨去前本上下周週月年日天期初末底]|[A-Za-z]{2}"
)


def _states(finding: _Finding) -> bool:
    """Whether a heading is a sentence rather than a topic."""
    if finding.clause.language == "zh":
        return has_predicate(finding.words)
    return finite_at(finding.words) is not None


def _counts(amount: Quantity) -> bool:
    """Whether an amount speaks for a fact: 一个 and `one` are articles as often as numbers."""
    return not _one.match(amount.text)


def _moved(amount: _Span, by: int) -> _Span:
    """The same amount or time with offsets into the document."""
    if amount.start is None or amount.end is None:
        return amount
    return amount.model_copy(update={"start": amount.start + by, "end": amount.end + by})


def _entities(mentions: list[Mention], meant: list[str | None], types: Mapping[str, EntityType]) -> tuple[Entity, ...]:
    kinds = {name: types[name] for name in meant if name is not None and name in types}
    for mention in mentions:
        if kinds.get(mention.name, EntityType.OTHER) is EntityType.OTHER:
            kinds[mention.name] = types.get(mention.name, mention.type)
    return tuple(Entity(name=name, type=kind) for name, kind in kinds.items())
