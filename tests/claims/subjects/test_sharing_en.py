"""What an English part of a sentence without a subject is about, in the words of the part before it."""

import pytest

from claims.extract import extract


def _last(text: str) -> str:
    return extract(text, language="en", genre="article").claims[-1].statement


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The damaged ship, which is resting on the harbour bed, will be towed to the yard.",
            "[The damaged ship] will be towed to the yard",
        ),
        (
            "On Friday two masked men broke into the museum and made off with 31 pieces of silver.",
            "[two masked men] and made off with 31 pieces of silver",
        ),
        (
            "The deal doubled its bank debt, which stood at £140 million in March.",
            "[its bank debt] which stood at £140 million in March",
        ),
        (
            "The mayor, Ilse Corrigan, was joined by her deputy, Jon Vale, who was elected in 2024.",
            "[Jon Vale] who was elected in 2024",
        ),
        (
            "The drug blocks a protein called PCSK9, lowering cholesterol by half.",
            "[The drug] lowering cholesterol by half",
        ),
        (
            "The Marine Safety Board is at work. Its investigators recovered the recorder and expect to report in May.",
            "[Marine Safety Board's investigators] and expect to report in May",
        ),
        ("Turnout was 68.4 per cent, the highest since 1998.", "[Turnout] the highest since 1998"),
        (
            "He scored 19 league goals, the second-highest total in the Danish top division.",
            "[19 league goals] the second-highest total in the Danish top division",
        ),
        ("Orders were worth $540 million in June, down from $575 million.", "[Orders] down from $575 million"),
        ("Alan Raistrick lost eight ewes on Friday, six of them in lamb.", "[eight ewes] six of them in lamb"),
        (
            "Port officials said the ferry was making 17 knots, more than twice the limit for the harbour.",
            "[the ferry] more than twice the limit for the harbour",
        ),
    ],
)
def test_the_subject_of_the_part_before_is_put_in(text: str, statement: str) -> None:
    """A noun in its own words, a name right before the comma, what belongs to a name."""
    assert _last(text) == statement


@pytest.mark.parametrize(
    "text",
    [
        "The council dropped the plan, which means that buses will be slower.",
        "There were 402 cases in the town, making the hospital full.",
        "It had rained for days in the hills, flooding the lower town.",
        "The commission had received 37 complaints, all of them minor.",
    ],
)
def test_no_subject_is_put_in_where_it_is_not_plain(text: str) -> None:
    """Which may tell of a whole sentence; there and it are no subjects."""
    assert "[" not in _last(text)
