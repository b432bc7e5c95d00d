"""A page is read as a whole: its subject carries on, and what stands around the text is held back."""

from evidence.retrieval import rank

PAGE = [
    "Home | News | Sport | Weather",
    "Volkan Energy reported record sales last year - Daily Ledger",
    "Volkan Energy reported record sales last year.",
    "It employs 3,100 people and paid no tax at all in 2021, accounts filed with the business register show.",
    "Sign up for our newsletter!",
    "Related: Volkan Energy reported record sales last year",
]


def test_a_sentence_is_read_with_those_before_it() -> None:
    """The subject was named there."""
    assert rank("Volkan Energy paid no tax in 2021", PAGE)[0].index == 3


def test_titles_and_menus_come_after_the_text() -> None:
    """A title that comes again says nothing that the sentence does not say."""
    order = [one.index for one in rank("Volkan Energy reported record sales", PAGE)]
    assert order.index(2) < min(order.index(1), order.index(5))
    assert order.index(3) < order.index(0)


def test_scores_are_shares() -> None:
    """Between 0 and 1, on any page."""
    for page in (PAGE, [], [""], ["?", "?"], ["。"] * 3):
        assert all(0 <= one.score <= 1 for one in rank("油价上涨", page))
