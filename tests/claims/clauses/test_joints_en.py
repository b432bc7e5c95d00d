"""Where an English sentence is cut into its assertions, and where it is better left whole."""

import pytest

from claims.extract import extract


def _claims(text: str) -> list[str]:
    return [text[one.start : one.end] for one in extract(text, language="en", genre="article").claims]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Karin Solheim said the alarm went off at 4.12am; a patrol car arrived six minutes later.",
            ["Karin Solheim said the alarm went off at 4.12am", "a patrol car arrived six minutes later"],
        ),
        (
            "The ferry ran into the breakwater, killing three people and injuring 41 others.",
            ["The ferry ran into the breakwater", "killing three people", "and injuring 41 others"],
        ),
        (
            "Her alliance won the election, ending fourteen years of government by the Homeland Party.",
            ["Her alliance won the election", "ending fourteen years of government by the Homeland Party"],
        ),
        (
            "The burglars cut through a skylight, smashed two display cases and escaped on a stolen moped.",
            [
                "The burglars cut through a skylight",
                "smashed two display cases",
                "and escaped on a stolen moped",
            ],
        ),
        (
            "Investigators recovered the recorder on Tuesday and expect to publish their findings within a month.",
            ["Investigators recovered the recorder on Tuesday", "and expect to publish their findings within a month"],
        ),
        (
            "The company will close its plant in Leiden by the autumn and move the work to its site in Kaohsiung.",
            ["The company will close its plant in Leiden by the autumn", "and move the work to its site in Kaohsiung"],
        ),
        (
            "At dusk 120 firefighters were there with 24 engines, six of which had been sent from Caldershire.",
            ["At dusk 120 firefighters were there with 24 engines", "six of which had been sent from Caldershire"],
        ),
        (
            "The helicopter could not fly because of cloud, so casualties had to be carried down on foot.",
            ["The helicopter could not fly because of cloud", "so casualties had to be carried down on foot"],
        ),
        (
            "More than 800 people came to the church, where the names of the dead were read out.",
            ["More than 800 people came to the church", "where the names of the dead were read out"],
        ),
        (
            "The candidate won by 41 votes, and the commission said there would be no recount.",
            ["The candidate won by 41 votes", "and the commission said there would be no recount"],
        ),
        (
            "The order was given at one on Monday, and by that time there was water on the stairs.",
            ["The order was given at one on Monday", "and by that time there was water on the stairs"],
        ),
        (
            "Sales were $412.6 million in the quarter, up 9% from the same period of last year.",
            ["Sales were $412.6 million in the quarter", "up 9% from the same period of last year"],
        ),
    ],
)
def test_what_would_be_checked_apart_is_cut(text: str, parts: list[str]) -> None:
    """Results, rows of predicates, a shared modal, relative clauses that only tell more."""
    assert _claims(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "He had slipped his harness while the Dentons were changing a tyre.",
        "The minister came to the town on Friday, saying that nobody had asked him.",
        "A man, holding a long kitchen knife, was seen near the station on Friday.",
        "They bought a company, founded in 1990 and listed in London, for £3m.",
        "The club sold tickets for swimming, cycling and running at the gate.",
        "The port was closed so that the wreck could be raised by the navy.",
        "The king will meet the prime minister and the mayor of the city on Friday.",
        "Karin Solheim, who has run the museum since 2014, said the alarm went off at 4.12am.",
        "They will visit Paris and London the following week with the queen.",
    ],
)
def test_what_hangs_together_is_left_whole(text: str) -> None:
    """Times, ways, purposes, what lies between commas, and what somebody said."""
    assert _claims(text) == [text.rstrip(".")]
