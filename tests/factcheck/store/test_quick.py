"""What is read without the layers above SQLite is what is read with them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import RelationKind, Status, Verdict
from factcheck.dossier import Dossier
from factcheck.errors import Damaged, FactcheckError
from factcheck.store import quick, reading, writing
from factcheck.store.engine import Store
from factcheck.store.filters import Filter
from tests import strategies
from tests.factcheck.outside import tamper


@pytest.fixture(params=["sqlite"])
def backend(request: pytest.FixtureRequest) -> str:
    """Files alone are read like this."""
    return str(request.param)


def file(url: str) -> Path:
    """The file of a dossier."""
    found = quick.file_of(url)
    assert found is not None
    return found


def quickly(url: str, wanted: Filter, limit: int | None = None) -> list[dict[str, Any]]:
    """The short way."""
    return list(quick.claims(file(url), wanted, limit))


def carefully(dossier: Dossier, wanted: Filter, limit: int | None = None) -> list[dict[str, Any]]:
    """The long way."""
    return [claim.model_dump(mode="json", by_alias=True) for claim in dossier.claims(wanted, limit=limit)]


filters = st.builds(
    Filter,
    status=st.none() | st.sampled_from(Status),
    verdict=st.none() | st.sampled_from(Verdict),
    source=st.sampled_from([None, "Harbour Daily", "s000000000000", "%"]),
    entity=st.sampled_from([None, "港口", "nobody"]),
    text=st.sampled_from([None, "倉庫", "仓库", "fire", "%", "_", "/", "FOUR", "港口 three"]),
    conflicts=st.booleans(),
    tag=st.sampled_from([None, "harbour", "damage", "none"]),
)


@given(wanted=filters, limit=st.none() | st.integers(1, 5))
def test_every_filter_finds_the_same_claims(story: Dossier, url: str, wanted: Filter, limit: int | None) -> None:
    """In the same order, to the same number."""
    assert quickly(url, wanted, limit) == carefully(story, wanted, limit)


@settings(max_examples=15)
@given(data=st.data())
def test_every_claim_is_shown_alike(story: Dossier, url: str, data: st.DataObject) -> None:
    """Whatever it says; the fields stand in the same order. What only a value can read is left to the long way."""
    documents = st.sampled_from([document.id for document in story.documents()])
    unique = (lambda claim: claim.id, lambda claim: claim.external_id or claim.id)
    new = data.draw(st.lists(strategies.claims(documents), min_size=1, max_size=5, unique_by=unique))
    store = Store(url)
    with store.writing() as conn:
        known = {claim.id for claim in reading.claims(conn)} | {claim.external_id for claim in reading.claims(conn)}
        writing.insert_claims(conn, [one for one in new if not {one.id, one.external_id} & (known - {None})])
    store.close()
    told = carefully(story, Filter())
    try:
        found = quickly(url, Filter())
    except quick.Unusual:
        assert any(abs(number) >= 2**53 for claim in told for number in _numbers(claim))
        return
    assert found == told
    assert [list(claim) for claim in found] == [list(claim) for claim in told]


def _numbers(claim: dict[str, Any]) -> list[float]:
    given = [one[end] for one in claim["quantities"] for end in ("low", "high")]
    given += [one["points"] for one in (claim["assessment"] or {"reasons": []})["reasons"]]
    return [number for number in given if number is not None]


@pytest.mark.parametrize(
    "damage",
    [
        "quantities = 'x'",
        "quantities = '[7]'",
        """dates = '{"from": 3}'""",
        """dates = '[{"text": 1, "from": null, "to": null, "start": null, "end": null}]'""",
        "assessment = '{}'",
        """assessment = '{"verdict": null, "score": 101, "reasons": []}'""",
        "decided_at = 'yesterday'",
        "decided_at = '2025-13-01T00:00:00.000Z'",
        "kind = 'rumour'",
        "status = 'done'",
        "credibility = '7'",
        "statement = ''",
    ],
)
def test_an_unusual_row_is_left_to_the_long_way(story: Dossier, url: str, damage: str) -> None:
    """Which says what is wrong with it."""
    tamper(url, f"UPDATE claim SET {damage} WHERE external_id = 'w3'")
    with pytest.raises(quick.Unusual):
        quickly(url, Filter())
    with pytest.raises(Damaged, match=r"\(w3\)"):
        carefully(story, Filter())


def test_claims_are_read_chunk_by_chunk(story: Dossier, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """None twice, none left out; a writer comes in between."""
    monkeypatch.setattr(quick, "CHUNK", 1)
    found = quick.claims(file(url), Filter())
    first = next(found)
    story.relate("w3", "w4", RelationKind.CORROBORATES)
    assert [first, *found] == carefully(story, Filter())


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("factcheck.db", "factcheck.db"),
        ("sqlite:///factcheck.db", "factcheck.db"),
        ("sqlite:////srv/desk/港口.db", "/srv/desk/港口.db"),
        ("sqlite://", None),
        ("sqlite:///", None),
        ("sqlite:///x.db?mode=ro", None),
        ("sqlite://host/x.db", None),
        ("postgresql://desk/x", None),
        ("://", None),
    ],
)
def test_an_address_that_plainly_names_a_file_is_read_as_ever(address: str, path: str | None) -> None:
    """What needs more reading than that is left to the long way."""
    assert quick.file_of(address) == (None if path is None else Path(path))
    if path is not None:
        assert Store(address).path == Path(path)


def test_what_is_wrong_with_the_file_is_said_in_the_same_words(story: Dossier, url: str, tmp_path: Path) -> None:
    """No file, a folder, no database, an empty file, another version."""
    text, empty = tmp_path / "text.db", tmp_path / "empty.db"
    text.write_text("not a database " * 100)
    empty.touch()
    tamper(url, "UPDATE alembic_version SET version_num = '9999'")
    for path in (tmp_path / "none.db", tmp_path, text, empty, tmp_path / "no" / "x.db", file(url)):
        said = []
        for way in (lambda: list(quick.claims(path, Filter())), lambda: Dossier.open(f"sqlite:///{path}")):  # noqa: B023
            with pytest.raises(FactcheckError) as caught:
                way()
            said.append((type(caught.value), str(caught.value)))
        assert said[0] == said[1]
