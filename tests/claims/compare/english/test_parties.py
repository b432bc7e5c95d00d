"""Who does it: a participle behind a comma or bracket, as in (born 1952), has no doer."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Fashion designer Rui Alba was born in Braga in 1971.",
            "Rui Alba (born 1971 in Braga) is a fashion designer.",
        ),
        ("The painter Iria Soto was raised in Vigo by her aunt.", "Iria Soto (raised in Vigo, Galicia) is a painter."),
        (
            "Norwegian sailor Per Dahl, known for his solo voyages, was lost in 1971.",
            "Per Dahl, known in Norway as a sailor, was lost in 1971.",
        ),
        (
            "The chapel (built 1612 in Sarn by monks) is listed.",
            "Sarn's chapel was built in 1612 by monks, and is listed.",
        ),
    ],
)
def test_a_participle_without_its_verb_exchanges_no_parties(one: str, other: str) -> None:
    """Who is born, raised or known is not the doer, however the sentence is built."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS


def test_a_past_form_with_an_object_has_a_doer() -> None:
    """Behind an apposition the name at the head still does the deed."""
    one = "The bridge was designed by Marco Vidal, a pupil of Anton Roth."
    other = "Anton Roth, the teacher of Marco Vidal, designed the bridge."
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS


def test_whose_somebody_is_names_no_party() -> None:
    """A French rower is a rower, not France."""
    one = "Yannick Terrasson is a retired French rower who competed in the coxless four at two Summer Olympics."
    other = "Yannick Terrasson is a French former rower who took part in two Olympics, competing in the coxless four."
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS


def test_a_deed_done_by_somebody_is_not_done_to_him() -> None:
    """Parties without names are told by the voice of the verb."""
    one = "The party's candidate, a former judge, was defeated in the run-off by the incumbent."
    other = "The party's candidate, a former judge, defeated the incumbent in the run-off."
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
    again = "The incumbent defeated the party's candidate, a former judge, in the run-off."
    assert compare_texts(one, again, given=True).kind is not RelationKind.CONFLICTS


def test_whom_a_deed_is_done_by_does_not_do_the_next_one() -> None:
    """A name behind `by` or `of` is not the subject of the verb that follows."""
    one = "The pier was designed by the Swiss engineer Otto Kern and opened in 1937."
    assert compare_texts(one, "Designed by Otto Kern, Halden Pier opened in 1937.", given=True).kind is not (
        RelationKind.CONFLICTS
    )
    one = "The ship was torpedoed by a German submarine off the coast of Ireland and sank."
    other = "The ship was sunk by a German U-boat off the Irish coast."
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS


def test_a_party_before_its_member_does_nothing_itself() -> None:
    """The Labour councillor is the doer, not Labour."""
    one = "The Labour councillor Ada Cole was elected mayor, defeating the Conservative Harold Pim by one vote."
    other = "Ada Cole (Labour) became mayor when she beat the Conservative incumbent Harold Pim by one vote."
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
