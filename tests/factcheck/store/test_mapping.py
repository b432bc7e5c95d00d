"""Values go into the tables and come out the same."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.model import Reliability, Source
from factcheck.dossier import Dossier
from factcheck.errors import Damaged, FactcheckError
from factcheck.store import reading, writing
from factcheck.store.engine import Connection, Store
from tests import strategies
from tests.factcheck.outside import tamper


class _Undo(FactcheckError):
    """Leaves the transaction without saving."""


@contextmanager
def _tried(store: Store) -> Iterator[Connection]:
    """A writing transaction that is undone at its end."""
    with suppress(_Undo), store.writing() as conn:
        yield conn
        raise _Undo


@pytest.fixture
def store(story: Dossier, url: str) -> Iterator[Store]:
    """The database of the story."""
    opened = Store(url)
    yield opened
    opened.close()


@settings(max_examples=30)
@given(data=st.data())
def test_claims_come_out_of_the_tables_as_they_went_in(story: Dossier, store: Store, data: st.DataObject) -> None:
    """Whatever they say, in whatever characters, with links to any document; in the order in which they came."""
    documents = st.sampled_from([document.id for document in story.documents()])
    unique = (lambda claim: claim.id, lambda claim: claim.external_id or claim.id)
    new = data.draw(st.lists(strategies.claims(documents), min_size=1, max_size=3, unique_by=unique))
    with _tried(store) as conn:
        known = list(reading.claims(conn))
        writing.insert_claims(conn, new)
        assert list(reading.claims(conn)) == known + new
        for claim in new:
            assert reading.claims_by_pk(conn, [reading.claim_pks(conn, [claim.id])[claim.id]]) == [claim]


@settings(max_examples=30)
@given(data=st.data())
def test_a_claim_brought_up_to_date_comes_out_as_it_is_now(story: Dossier, store: Store, data: st.DataObject) -> None:
    """Tags, names and quotes that are gone are gone, and nothing of another claim is touched."""
    documents = st.sampled_from([document.id for document in story.documents()])
    old = story.claim("w3")
    changed = data.draw(strategies.claims(documents)).model_copy(update={"id": old.id, "external_id": "w3"})
    with _tried(store) as conn:
        others = [claim for claim in reading.claims(conn) if claim.id != old.id]
        writing.update_claim(conn, old, changed, content=True)
        assert reading.find_claim(conn, old.id) == changed
        assert [claim for claim in reading.claims(conn) if claim.id != old.id] == others


@settings(max_examples=30)
@given(data=st.data())
def test_relations_come_out_of_the_tables_as_they_went_in(story: Dossier, store: Store, data: st.DataObject) -> None:
    """All kinds, courses and reasons."""
    a, b = story.claim("w3").id, story.claim("h2").id
    new = data.draw(
        st.lists(strategies.relations(a, b), min_size=1, max_size=3, unique_by=lambda relation: relation.id)
    )
    with _tried(store) as conn:
        known = list(reading.relations(conn))
        writing.insert_relations(conn, new)
        assert list(reading.relations(conn)) == known + new
        changed = new[0].model_copy(update={"version": new[0].version + 1, "reasons": ("other",)})
        writing.update_relation(conn, changed, seen=new[0].version)
        assert reading.find_relation(conn, changed.id) == changed


@settings(max_examples=20)
@given(
    name=strategies.words,
    reliability=st.sampled_from(Reliability),
    note=st.none() | strategies.texts,
    version=st.integers(1, 2**31 - 1),
)
def test_sources_come_out_of_the_tables_as_they_went_in(
    store: Store, name: str, reliability: Reliability, note: str | None, version: int
) -> None:
    """Whatever they are called."""
    new = Source(id="s00000000000x", name=name, reliability=reliability, note=note, version=version)
    with _tried(store) as conn:
        writing.insert_source(conn, new)
        assert reading.sources(conn)[-1] == new == reading.find_source(conn, new.id)


@pytest.mark.parametrize(
    ("run", "what"),
    [
        ("UPDATE claim SET quantities = 'x' WHERE external_id = 'w3'", "(w3) cannot be read"),
        ("UPDATE relation SET reasons = '7'", "relation r"),
        ("UPDATE document SET retrieved = 'x' WHERE name = 'article.txt'", "(article.txt) cannot be read"),
    ],
)
def test_a_damaged_row_is_an_error_that_names_it(story: Dossier, url: str, run: str, what: str) -> None:
    """Reading it is no traceback, and the rest can still be read one by one."""
    tamper(url, run)
    with pytest.raises(Damaged) as caught:
        (list(story.claims()), story.relations(), story.documents())
    assert what in str(caught.value)
    assert "`factcheck verify`" in str(caught.value)
    assert story.claim("w4").external_id == "w4"
