"""Claims that set two events against each other, beside a sentence that dates both."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


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
