"""Claims that set two events against each other, beside a sentence that dates both."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "right", "wrong"),
    [
        (
            "The abbot outlived his rival.",
            "The abbot, who had eleven mills built, died in {}, while his rival, the provost, had died in 1431.",
            "1440",
            "1422",
        ),
        (
            "The aqueduct is older than the amphitheatre.",
            "The amphitheatre, with room for 9,000, was built in 1212, and the aqueduct in {}.",
            "1189",
            "1240",
        ),
        (
            "Her letters were published posthumously.",
            "Ada Kroll (1811–1869) wrote some 900 letters, of which a first volume was published in {}.",
            "1874",
            "1861",
        ),
        (
            "The Orchard reached cinemas after Ines Varga had died.",
            "Ines Varga completed The Orchard in late 1971, but it was first released in {}; she died on 2 May 1973.",
            "August 1973",
            "August 1972",
        ),
        (
            "Both tunnels were opened in the same decade.",
            "The pass has two tunnels, one of 4 km, opened in 1961, and one of 9 km, opened in {}.",
            "1967",
            "1978",
        ),
        (
            "The mutiny ended within a week of the admiral's arrest.",
            "The admiral was arrested on 3 March 1797 and the mutiny of 2,000 sailors ended on {} March.",
            "7",
            "28",
        ),
        (
            "Her twins were born less than two years before the war broke out.",
            "Her twins were born in May {}, at a weight of 2.1 and 2.3 kg, and the war broke out in August 1914.",
            "1913",
            "1909",
        ),
    ],
)
def test_the_order_of_two_events(claim: str, sentence: str, right: str, wrong: str) -> None:
    """The two times are found by their deeds and by whom they are told of, and decide."""
    assert compare_texts(claim, sentence.format(right), given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, sentence.format(wrong), given=True).kind is RelationKind.CONFLICTS


def test_a_birth_is_not_what_a_claim_about_something_else_dates() -> None:
    """Where a ship was built and when it sank are two times; only one of them is before the war."""
    told = "Built in 1903, the ferry, which carried 400 people, went down in {} off the cape."
    claim = "The ferry sank before the First World War."
    assert compare_texts(claim, told.format(1921), given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(claim, told.format(1911), given=True).kind is RelationKind.REFINES


@pytest.mark.parametrize(
    ("claim", "sentence", "times"),
    [
        ("She was questioned the day after the fire.",
         "The barn at Orlow burned down on 3 June; Lena Marsh, who owned it, was questioned on {} and let go.",
         ("4 June", "9 June")),
        ("The ferry sank two days after the collision.",
         "The ferry collided with a tanker on 11 March 1962, was towed towards Bergen and sank {}.",
         ("two days later", "eleven days later")),
        ("He was elected four years after his father.",
         "His father Karl was elected to the academy in 1866; Emil, the younger son, was elected in {}.",
         ("1870", "1874")),
    ],
)  # fmt: skip
def test_a_day_or_some_years_after(claim: str, sentence: str, times: tuple[str, str]) -> None:
    """Days without a year are of one, a noun names the deed that a verb tells, years are those of the calendar."""
    assert kinds(claim, sentence, times) == REFINES_AND_CONFLICTS


def test_an_event_is_that_of_the_very_verb() -> None:
    """Of what was founded in 1989 and launched in 1997, the launch is the later one, though both begin something."""
    claim = "The channel was launched less than ten years after the company was founded."
    sentence = "Founded in 1989, the company launched its first channel in {}."
    assert kinds(claim, sentence, ("1997", "2001")) == REFINES_AND_CONFLICTS
