"""Arbitrary values of the model, for property tests."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from claims.judgement import NEEDS_QUOTE
from claims.model import (
    Assessment,
    Certainty,
    Checkability,
    Claim,
    Confidence,
    ConflictState,
    Credibility,
    DateSpan,
    Directness,
    Entity,
    EntityType,
    EvidenceLink,
    Facet,
    Kind,
    Quantity,
    Reason,
    Relation,
    RelationKind,
    RelationState,
    Resolution,
    Stance,
    Status,
    Verdict,
)
from evidence.ids import ALPHABET, LENGTH
from evidence.model import QuoteState

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
"""Every character that both databases can hold."""
texts = st.text(characters, max_size=40) | st.text(
    "港口大火三座倉庫燒毀 fire, 3 \n\t'\"\\%_\u200b\u202e😀é", max_size=40
)
words = texts.filter(lambda text: bool(text.strip()))
times = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
offsets = st.integers(0, 2**31 - 1)
numbers = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)


def ids(prefix: str) -> st.SearchStrategy[str]:
    """Ids of one kind of thing."""
    return st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH).map(lambda letters: prefix + letters)


quantities = st.builds(
    Quantity,
    text=texts,
    low=st.none() | numbers,
    high=st.none() | numbers,
    unit=st.none() | texts,
    approximate=st.booleans(),
    of=st.none() | texts,
    start=st.none() | offsets,
    end=st.none() | offsets,
)
date_spans = st.builds(
    lambda text, first, last, start: DateSpan.model_validate({"text": text, "from": first, "to": last, "start": start}),
    texts,
    st.none() | texts,
    st.none() | texts,
    st.none() | offsets,
)
entities = st.builds(Entity, name=words, type=st.sampled_from(EntityType))
assessments = st.builds(
    Assessment,
    verdict=st.none() | st.sampled_from(Verdict),
    score=st.integers(0, 100) | st.floats(0, 100),
    reasons=st.lists(st.builds(Reason, name=texts, points=numbers, words=texts), max_size=2).map(tuple),
)


@st.composite
def evidence_links(draw: st.DrawFn, document: st.SearchStrategy[str]) -> EvidenceLink:
    """Links to one of these documents; the place need not hold the words."""
    start = draw(st.integers(0, 2**31 - 2))
    return EvidenceLink(
        document=draw(document),
        start=start,
        end=draw(st.integers(start + 1, 2**31 - 1)),
        exact=draw(words),
        prefix=draw(texts),
        suffix=draw(texts),
        stance=draw(st.sampled_from(Stance)),
        directness=draw(st.sampled_from(Directness)),
        state=draw(st.sampled_from(QuoteState)),
        added_by=draw(words),
    )


@st.composite
def claims(draw: st.DrawFn, document: st.SearchStrategy[str] | None = None) -> Claim:
    """Claims that keep the rules, with or without a verdict."""
    links = draw(st.lists(evidence_links(document), max_size=3)) if document is not None else []
    status = draw(st.sampled_from(Status))
    exact = any(link.state is QuoteState.EXACT for link in links)
    verdict = None
    if status is Status.DECIDED or (status is Status.NEEDS_RECHECK and draw(st.booleans())):
        verdict = draw(st.sampled_from([verdict for verdict in Verdict if exact or verdict not in NEEDS_QUOTE]))
    decided = draw(st.booleans())
    return Claim(
        id=draw(ids("c")),
        external_id=draw(st.none() | words),
        statement=draw(words),
        language=draw(st.sampled_from(["en", "zh-Hant", "zh-Hans", "und"])),
        kind=draw(st.none() | st.sampled_from(Kind)),
        checkability=draw(st.sampled_from(Checkability)),
        certainty=draw(st.sampled_from(Certainty)),
        claimant=draw(st.none() | words),
        status=status,
        verdict=verdict,
        confidence=draw(st.none() | st.sampled_from(Confidence)) if verdict else None,
        reason=draw(words) if verdict is Verdict.REFUTED else draw(st.none() | words),
        credibility=draw(st.sampled_from(Credibility)),
        assessment=draw(st.none() | assessments),
        tags=tuple(draw(st.lists(words, max_size=3))),
        entities=tuple(draw(st.lists(entities, max_size=3))),
        quantities=tuple(draw(st.lists(quantities, max_size=2))),
        dates=tuple(draw(st.lists(date_spans, max_size=2))),
        evidence=tuple(links),
        decided_by=draw(words) if decided else None,
        decided_at=draw(times) if decided else None,
        version=draw(st.integers(1, 2**31 - 2)),
    )


@st.composite
def relations(draw: st.DrawFn, a: str, b: str) -> Relation:
    """Relations between two claims."""
    kind = draw(st.sampled_from(RelationKind))
    conflict = draw(st.sampled_from(ConflictState)) if kind is RelationKind.CONFLICTS else None
    decided = draw(st.booleans())
    return Relation(
        id=draw(ids("r")),
        a=a,
        b=b,
        kind=kind,
        facet=draw(st.none() | st.sampled_from(Facet)),
        state=draw(st.sampled_from(RelationState)),
        conflict=conflict,
        resolution=draw(st.sampled_from(Resolution)) if conflict is ConflictState.RESOLVED else None,
        reasons=tuple(draw(st.lists(words, max_size=3))),
        added_by=draw(words),
        decided_by=draw(words) if decided else None,
        decided_at=draw(times) if decided else None,
        version=draw(st.integers(1, 2**31 - 2)),
    )
