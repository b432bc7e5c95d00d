"""Records straight from the tables are those that values give."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Relation, Status
from evidence.model import stamp
from factcheck.dossier import Dossier
from factcheck.errors import Damaged
from factcheck.formats import claim_records
from factcheck.store import reading, writing
from factcheck.store.engine import Connection, Store
from factcheck.store.filters import Filter
from factcheck.work import export_rows
from tests import strategies
from tests.factcheck.outside import tamper


def _told(conn: Connection) -> dict[str, list[Relation]]:
    told: dict[str, list[Relation]] = defaultdict(list)
    for relation in reading.relations(conn):
        told[relation.a].append(relation)
    return told


@settings(max_examples=15)
@given(data=st.data())
def test_records_are_those_of_the_values(story: Dossier, url: str, data: st.DataObject) -> None:
    """All of them, or those of a filter and since a day; the fields stand in the same order."""
    documents = st.sampled_from([document.id for document in story.documents()])
    unique = (lambda claim: claim.id, lambda claim: claim.external_id or claim.id)
    new = data.draw(st.lists(strategies.claims(documents), min_size=1, max_size=4, unique_by=unique))
    wanted = Filter(status=data.draw(st.none() | st.sampled_from(Status)))
    since = data.draw(st.none() | st.sampled_from(["2000-01-01", "2025-09-01", "2150-01-01"]))
    store = Store(url)
    with store.writing() as conn:
        known = {name for claim in reading.claims(conn) for name in (claim.id, claim.external_id)} - {None}
        writing.insert_claims(conn, [one for one in new if not {one.id, one.external_id} & known])
        told = _told(conn)
        digests = {document.id: document.sha256 for document in reading.documents(conn)}
        chosen = [
            claim
            for claim in reading.claims(conn, wanted)
            if since is None or (claim.decided_at is not None and stamp(claim.decided_at)[:10] >= since)
        ]
        expected = [claim_records.record(claim, told.get(claim.id, ()), digests) for claim in chosen]
        found = list(export_rows.records(conn, wanted, since, told))
        assert found == expected
        assert [list(one) for one in found] == [list(one) for one in expected]
        assert export_rows.ids(conn, wanted, since) == {claim.id for claim in chosen}
    store.close()


def test_a_damaged_row_is_an_error_that_names_it(story: Dossier, url: str) -> None:
    """As when it is read as a value."""
    tamper(url, "UPDATE claim SET quantities = 'x' WHERE external_id = 'w3'")
    store = Store(url)
    with pytest.raises(Damaged, match=r"\(w3\) cannot be read"), store.reading() as conn:
        list(export_rows.records(conn, Filter(), None, {}))
    store.close()
