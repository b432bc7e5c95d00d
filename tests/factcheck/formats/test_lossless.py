"""What the lossless export writes is what it reads: every value of every kind, and nothing that is not one."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import (
    Assessment,
    Claim,
    Confidence,
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
    Resolution,
    Stance,
    Status,
    Verdict,
)
from evidence.model import Document, QuoteState, Source
from factcheck.formats import lossless
from tests.factcheck.formats import golden_files, samples

words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
some = words.filter(bool)
maybe = st.none() | words
numbers = st.integers(-(2**40), 2**40)
places = st.integers(0, 2**31 - 1)
ids = st.text("abcdefgh0123456789", min_size=6, max_size=14)
sources = st.builds(Source, id=ids, name=some, note=maybe, version=st.integers(0, 99))
quantities = st.builds(
    Quantity,
    text=words,
    low=st.none() | numbers | st.floats(allow_nan=False, allow_infinity=False),
    high=st.none() | st.integers(2**50, 2**70),
    unit=maybe,
    start=st.none() | places,
)
dates = st.builds(lambda text, first: DateSpan.model_validate({"text": text, "from": first}), words, maybe)
assessments = st.builds(
    Assessment,
    verdict=st.none() | st.sampled_from(Verdict),
    score=st.floats(0, 100),
    reasons=st.lists(st.builds(Reason, name=some, points=numbers, words=words), max_size=2).map(tuple),
)
links = st.builds(
    EvidenceLink,
    document=ids,
    start=places,
    end=places,
    exact=some,
    prefix=words,
    stance=st.sampled_from(Stance),
    directness=st.sampled_from(Directness),
    state=st.sampled_from(QuoteState),
    added_by=some,
)
moments = st.none() | st.datetimes(timezones=st.just(UTC), min_value=datetime.fromisoformat("1970-01-02"))
claims = st.builds(
    Claim,
    id=ids,
    external_id=maybe,
    statement=some,
    language=some,
    kind=st.none() | st.sampled_from(Kind),
    claimant=maybe,
    status=st.sampled_from(Status),
    verdict=st.none() | st.sampled_from(Verdict),
    confidence=st.none() | st.sampled_from(Confidence),
    assessment=st.none() | assessments,
    tags=st.lists(some, max_size=3).map(tuple),
    entities=st.lists(st.builds(Entity, name=some, type=st.sampled_from(EntityType)), max_size=2).map(tuple),
    quantities=st.lists(quantities, max_size=2).map(tuple),
    dates=st.lists(dates, max_size=2).map(tuple),
    evidence=st.lists(links, max_size=2).map(tuple),
    decided_at=moments,
    version=st.integers(1, 99),
)
relations = st.builds(
    Relation,
    id=ids,
    a=ids,
    b=ids,
    kind=st.sampled_from(RelationKind),
    facet=st.none() | st.sampled_from(Facet),
    resolution=st.none() | st.sampled_from(Resolution),
    reasons=st.lists(words, max_size=3).map(tuple),
    added_by=some,
    decided_at=moments,
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, bytes]:
    """A document whose bytes are those of its text in its encoding, or are not (a mark at the start, mixed endings)."""
    text = draw(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40))
    encoding = draw(st.sampled_from(["utf-8", "gb18030", "utf-16-le", "cp950", "no-such-codec"]))
    data = draw(st.just(text.encode("utf-16-le" if encoding == "utf-16-le" else "utf-8")) | st.binary(max_size=40))
    made = samples.document("d", draw(some), text, draw(maybe), encoding=encoding, title=draw(maybe))[0]
    return made.model_copy(update={"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}), data


def sample() -> bytes:
    """The export of the small dossier."""
    return b"".join(
        lossless.write(
            samples.HEADER,
            samples.ENTRIES,
            samples.SOURCES,
            samples.DOCUMENTS,
            samples.CLAIMS,
            samples.RELATIONS,
        )
    )


def tampered(**changes: Any) -> bytes:
    """The same with some of its parts replaced."""
    return orjson.dumps(json.loads(sample()) | changes)


def refusal(data: bytes) -> str:
    """Why an export is refused."""
    with pytest.raises(ValueError, match=r".+") as caught:
        lossless.read(data)
    return str(caught.value)


def test_the_export_is_what_it_was() -> None:
    """Byte for byte the golden file."""
    golden_files.check("export.json", sample())


@given(
    st.lists(words, max_size=3),
    st.lists(sources, max_size=3),
    st.lists(documents(), max_size=3),
    st.lists(claims, max_size=3),
    st.lists(relations, max_size=3),
)
def test_everything_survives(
    entries: list[str],
    some_sources: list[Source],
    some_documents: list[tuple[Document, bytes]],
    some_claims: list[Claim],
    some_relations: list[Relation],
) -> None:
    """Any dossier comes back value for value, and is written again to the same bytes."""
    given_ = (entries, some_sources, some_documents, some_claims, some_relations)
    written = b"".join(lossless.write(samples.HEADER, *given_))
    read = lossless.read(written)
    found = (read.entries, read.sources, read.documents, read.claims, read.relations)
    assert read.header == samples.HEADER
    assert [list(one) for one in found] == [list(one) for one in given_]
    assert b"".join(lossless.write(read.header, *found)) == written


def test_the_export_has_the_shape_that_scripts_rely_on() -> None:
    """Names of lists and fields are as documented."""
    record = json.loads(sample())
    assert list(record) == ["factcheck", "dossier", "ledger", "sources", "documents", "claims", "relations"]
    assert record["factcheck"] == 1
    assert {"seq", "hash", "entries"} == record["ledger"].keys()
    claim, document, relation = record["claims"][0], record["documents"][0], record["relations"][0]
    assert {"id", "name", "sha256", "source", "title", "language", "published", "origin", "text"} <= document.keys()
    assert {
        "statement",
        "kind",
        "checkability",
        "certainty",
        "claimant",
        "status",
        "verdict",
        "confidence",
    } <= claim.keys()
    assert claim["dates"][0].keys() == {"text", "from", "to", "start", "end"}
    assert {"text", "low", "high", "unit", "approximate", "of", "start", "end"} == claim["quantities"][0].keys()
    assert {"document", "start", "end", "exact", "stance", "directness", "state"} <= claim["evidence"][0].keys()
    assert {"id", "a", "b", "kind", "facet", "state", "conflict", "reasons"} <= relation.keys()


def test_bytes_that_the_text_gives_back_are_not_written_twice() -> None:
    """Only a document whose bytes cannot be made from its text carries them."""
    plain, data = samples.document("d1", "a.txt", "x", None)
    marked = b"\xef\xbb\xbf" + data
    odd = plain.model_copy(update={"sha256": hashlib.sha256(marked).hexdigest(), "size": len(marked)})
    written = b"".join(lossless.write(samples.HEADER, (), (), [(plain, data), (odd, marked)], (), ()))
    assert [record.get("content") for record in json.loads(written)["documents"]] == [None, "77u/eA=="]
    assert [content for _, content in lossless.read(written).documents] == [data, marked]


def test_a_mark_at_the_start_and_other_spacing_change_nothing() -> None:
    """Another program may have written the same JSON differently."""
    again = b"\xef\xbb\xbf" + json.dumps(json.loads(sample()), indent=3).encode()
    assert lossless.looks_like(again)
    assert lossless.read(again) == lossless.read(sample())


def test_pieces_do_not_grow_with_the_number_of_claims() -> None:
    """Claims are written one at a time, as they are asked for."""
    asked = []

    def many() -> Any:
        for number in range(5):
            asked.append(number)
            yield samples.CLAIMS[0]

    pieces = lossless.write(samples.HEADER, (), (), (), many(), ())
    while not asked:
        next(pieces)
    assert asked == [0]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not valid JSON at character 1"),
        (b"[]", "not a lossless export of format 1 (found None)"),
        (b'{"factcheck": 2}', "not a lossless export of format 1 (found 2)"),
        (b'{"factcheck": 1}', "its head is incomplete ('dossier')"),
        (b'{"factcheck": 1, "factcheck": 1}', "the field 'factcheck' is given twice"),
        (b'{"factcheck": 1, "x": "\xff"}', "not UTF-8 at byte 23"),
        (b"[" * 100_000, "nested more than 64 levels deep"),
        (tampered(dossier=[]), "its head is incomplete"),
        (tampered(dossier={"uuid": "x` <img>", "title": None, "created": ""}), "its head is incomplete"),
        (tampered(dossier={"uuid": 7, "title": None, "created": ""}), "its head is incomplete"),
        (tampered(ledger={"seq": 1, "hash": ""}), "its head is incomplete ('entries')"),
        (tampered(ledger=None), "its head is incomplete"),
        (tampered(claims=None), "claims: must be a list"),
        (tampered(claims={}), "claims: must be a list"),
        (tampered(claims=[{"id": "c"}]), "claims[0]: 2 validation errors for Claim"),
        (tampered(relations=["r"]), "relations[0]: "),
        (tampered(sources=[{"id": "s", "name": "n", "reliability": "Z"}]), "sources[0]: "),
        (tampered(documents=[7]), "documents[0]: "),
    ],
)
def test_what_is_no_export_is_refused_in_words(data: bytes, told: str) -> None:
    """The sentence says which part is wrong."""
    words_ = refusal(data)
    assert words_.startswith(told)
    assert "\n" not in words_


@pytest.mark.parametrize(
    "change",
    [{"text": "other"}, {"content": "AAAA"}, {"content": "not base 64!"}, {"encoding": "no-such-codec"}],
)
def test_a_document_whose_bytes_were_changed_is_refused(change: dict[str, str]) -> None:
    """Its digest is that of the bytes, or the export is not read."""
    first, *others = json.loads(sample())["documents"]
    assert refusal(tampered(documents=[first | change, *others])).startswith("documents[0]: ")
