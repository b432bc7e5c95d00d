"""What a long sentence most likely makes of a short claim where nothing surer has an answer."""

import pytest

from claims.compare import compare_texts, features_of
from claims.compare.alignment import Pair
from claims.compare.figures.presumed import SIGNALS, presumed
from claims.model import RelationKind

TOLD = [
    (
        "More than 50 governors opposed the plan.",
        ("The council of the university rejected the plan on a show of hands on 11 June, with {} against and 12 in "
        "favour, the registrar said."),
        "57", "43",
    ),
    (
        "Under 30 members attended the meeting.",
        ("The annual meeting of the Heathfield Rowing Club, held at the boathouse on 12 January, drew a turnout of {}, "
        "the lowest or highest since 1988."),
        "24", "41",
    ),
    (
        "More than 40 lawmakers signed the letter.",
        ("The open letter to the minister, published on Tuesday in two newspapers, carries {} signatures from both "
        "chambers of parliament."),
        "46", "31",
    ),
    (
        "Fewer than ten cities applied.",
        ("By the deadline of 30 April the committee had received {} bids for the games of 2036, it said in a statement "
        "from Lausanne."),
        "eight", "thirteen",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "sentence", "right", "wrong"), TOLD)
def test_a_figure_that_counts_by_another_word_answers(claim: str, sentence: str, right: str, wrong: str) -> None:
    """A claim in words that the sentence lacks is answered by the figure that fits best, and the reason says so."""
    borne, refuted = (compare_texts(claim, sentence.format(one), given=True) for one in (right, wrong))
    assert (borne.kind, refuted.kind) == (RelationKind.REFINES, RelationKind.CONFLICTS)
    assert "most likely meant" in borne.reasons[0]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Haldane reported a pre-tax profit of £214m for the six months to June.",
            "Haldane's order book stood at a record £6.2bn at the end of June, and its new finance director will join.",
        ),
        (
            "The Ketterley wind farm will have 62 turbines, each 180 metres tall.",
            "A survey of the Ketterley site in 2021 recorded eleven species of bat and the largest colony of curlews.",
        ),
    ],
)
def test_two_things_told_of_one_matter_are_not_set_against_each_other(a: str, b: str) -> None:
    """Two outlets that tell different things of one matter get no answer by a figure."""
    assert compare_texts(a, b, given=True).kind is None


def test_either_order_will_do() -> None:
    """The shorter statement is the claim, whichever way round the two came."""
    claim, sentence = TOLD[2][0], TOLD[2][1].format("46")
    one, other = compare_texts(claim, sentence, given=True), compare_texts(sentence, claim, given=True)
    assert (one.direction, other.direction) == ("b_to_a", "a_to_b")


def test_a_claim_without_a_figure_has_none() -> None:
    """Nothing is presumed of a claim that gives no figure, nor beside a sentence that gives none."""
    sentence = features_of("The bridge, 480 metres long, was opened in 1968.")
    assert presumed(Pair(features_of("The bridge is old."), sentence, given=True)) is None
    assert (
        presumed(
            Pair(
                features_of("The bridge cost 12 million."),
                features_of("The bridge is old and grey and long."),
                given=True,
            )
        )
        is None
    )


def test_signals_have_weights() -> None:
    """Each signal that is measured has a weight."""
    found = presumed(Pair(features_of(TOLD[0][0]), features_of(TOLD[0][1].format("57")), given=True))
    assert found is not None
    assert len(found.signals) == len(SIGNALS)
    assert 0 < found.odds < 20
