"""Ids of claims and relations come from what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ids import claim_id, ordered, relation_id
from claims.model import DIRECTED, Facet, RelationKind
from evidence.ids import ALPHABET, LENGTH
from tests import strategies

QUOTE = ("a" * 64, 3, 9)


def test_ids_are_the_same_on_every_machine() -> None:
    """These are written down in dossiers and exports out there: a change here breaks them."""
    assert claim_id("The fire destroyed four warehouses.") == "c6jdn0cr6ejr8"
    assert claim_id("x", external_id="w3") == "cdntancwxw7r2"
    assert relation_id("c1", "c2", RelationKind.CONFLICTS, "quantity") == "r2te6pc0gf2ce"


@given(strategies.words, st.none() | strategies.words, st.none() | strategies.words)
def test_an_id_is_short_and_easy_to_type(statement: str, claimant: str | None, external: str | None) -> None:
    """A letter for the kind of thing and twelve that are not mistaken for one another."""
    made = claim_id(statement, claimant=claimant, external_id=external)
    assert made[0] == "c"
    assert len(made) == LENGTH + 1
    assert set(made[1:]) <= set(ALPHABET)


@given(strategies.words, strategies.words)
def test_a_corrected_row_is_still_the_same_claim(one: str, other: str) -> None:
    """A claim that came with an id of its own keeps to it, whatever else changes."""
    assert claim_id(one, external_id="w3", own_quote=QUOTE) == claim_id(other, external_id="w3", claimant="x")


def test_a_claim_is_its_statement_and_where_or_by_whom_it_is_said() -> None:
    """The same words from another place or person are another claim."""
    made = {
        claim_id("s"),
        claim_id("s", claimant="x"),
        claim_id("s", own_quote=QUOTE),
        claim_id("s", own_quote=("a" * 64, 3, 10)),
        claim_id("s", own_quote=("b" * 64, 3, 9)),
        claim_id("s", external_id="s"),
        claim_id("t"),
    }
    assert len(made) == 7
    assert claim_id("s", own_quote=QUOTE, claimant="x") == claim_id("s", own_quote=QUOTE)


@pytest.mark.parametrize("kind", RelationKind)
@pytest.mark.parametrize("facet", [None, *Facet])
def test_a_relation_without_direction_is_the_same_from_either_side(kind: RelationKind, facet: Facet | None) -> None:
    """`refines` and `supersedes` read from a to b; the others do not."""
    there, back = relation_id("c1", "c2", kind, facet), relation_id("c2", "c1", kind, facet)
    assert (there == back) == (kind not in DIRECTED)
    assert (ordered("c1", "c2", kind) == ordered("c2", "c1", kind)) == (kind not in DIRECTED)


def test_relations_differ_by_kind_and_facet() -> None:
    """Two claims may agree in one respect and clash in another."""
    made = {relation_id("c1", "c2", kind, facet) for kind in RelationKind for facet in (None, *Facet)}
    assert len(made) == len(RelationKind) * (len(Facet) + 1)
