"""A part told by its counterpart, by a record, by what came in and went out; all against some of them."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds
from tests.claims.compare.labelled import versions


@pytest.mark.parametrize(
    ("claim", "bears_out", "clashes"),
    [
        (
            "Fewer than 20 candidates failed the pilots' examination.",
            "Of the 90 candidates who sat the pilots' examination in spring, 78 passed it, six of them with honours.",
            "Of the 90 candidates who sat the pilots' examination in spring, 58 passed it, six of them with honours.",
        ),
        (
            "Over half of the miners in the Orsk shaft were killed.",
            "Only 31 of the 84 miners in the Orsk shaft on that night survived, most of them on the upper level.",
            "Only 61 of the 84 miners in the Orsk shaft on that night survived, most of them on the upper level.",
        ),
        (
            "Tavi Rask lost fewer than five fights.",
            "Rask, a southpaw from Tartu, retired in 2003 with a record of 31–3 and two national belts.",
            "Rask, a southpaw from Tartu, retired in 2003 with a record of 31–8 and two national belts.",
        ),
        (
            "Brenn won more than half of their league matches.",
            "With twelve wins, four draws and six defeats Brenn came third in the league and were promoted.",
            "With nine wins, four draws and nine defeats Brenn came third in the league and were promoted.",
        ),
        (
            "The theatre made a loss in 2012.",
            "In 2012 the theatre, with 61 staff, had an income of 2.1 million euros and costs of 2.4 million euros.",
            "In 2012 the theatre, with 61 staff, had an income of 2.7 million euros and costs of 2.4 million euros.",
        ),
        (
            "The opera cost more than twice its original budget.",
            "Against an original budget of $9 million, the opera cost $21 million to stage, $4 million of it for sets.",
            "Against an original budget of $9 million, the opera cost $14 million to stage, $4 million of it for sets.",
        ),
        (
            "The village has three times as many sheep as goats.",
            "In the village there are 900 sheep and 300 goats.",
            "In the village there are 500 sheep and 300 goats.",
        ),
    ],
)
def test_the_rest_is_reckoned(claim: str, bears_out: str, clashes: str) -> None:
    """What the sentence gives only by the other part, or by all parts, bears the claim out or clashes with it."""
    assert compare_texts(claim, bears_out, given=True).kind in {RelationKind.CORROBORATES, RelationKind.REFINES}
    assert compare_texts(claim, clashes, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        # The wounded are neither dead nor among those who got away.
        ("Fewer than 20 people died in the fire.", "Of the 90 people inside 60 escaped unhurt, the rest were injured."),
        # Nobody says that the others failed: some never sat it.
        ("More than 20 pupils failed the test.", "Of the 60 pupils 30 passed the test and ten were undecided."),
    ],
)
def test_what_only_looks_like_a_counterpart(claim: str, sentence: str) -> None:
    """No conflict where a third group, or another match, leaves the rest open."""
    assert compare_texts(claim, sentence, given=True).kind is not RelationKind.CONFLICTS


def test_all_is_not_some() -> None:
    """Who wrote five of the eight chapters did not write all of them."""
    claim = "Mira Sand translated all of the chapters."
    clash = "Sand translated five of the eight chapters of the novel, her brother the others."
    assert compare_texts(claim, clash, given=True).kind is RelationKind.CONFLICTS


def test_a_profit_of_so_much_is_what_is_left_of_the_takings() -> None:
    """More than 20 million over its budget, against what it cost and what it took."""
    claim = "The film made a profit of more than $20 million over its budget."
    right, wrong = versions("Made on a budget of $30 million, the film grossed ${58|44} million worldwide.")
    assert compare_texts(claim, right, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, wrong, given=True).kind is RelationKind.CONFLICTS


def test_a_winning_or_losing_record_is_read_from_games_won_and_lost() -> None:
    """The overall record counts, not that within the conference."""
    sentence = "The 1988 Comets, led by Hal Burke, went {} overall and 3–4 in conference play."
    assert kinds("The Comets had a losing season in 1988.", sentence, ("4–7", "7–4")) == REFINES_AND_CONFLICTS
    assert kinds("The Comets had a winning record in 1988.", sentence, ("7–4", "4–7")) == REFINES_AND_CONFLICTS


def test_everyone_else_is_what_is_left_of_all_aboard() -> None:
    """Who was not rescued died, also where the sentence says so."""
    sentence = "The Santa Leonor, carrying 241 passengers and crew, struck a reef; {} were rescued and the rest died."
    claim = "More than 100 people died when the Santa Leonor sank."
    assert kinds(claim, sentence, ("118", "168")) == REFINES_AND_CONFLICTS
