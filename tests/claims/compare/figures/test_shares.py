"""Shares in words, against a part and its whole."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "versions"),
    [
        (
            "Nearly all employees voted in favour of the strike.",
            "Of the 1,200 employees, {} cast their vote for the strike, which began on 2 May and lasted nine days.",
            ("1,164", "764"),
        ),
        (
            "Almost every second household in the region has solar panels.",
            "Of the region's 84,000 households, {} had solar panels by the end of 2022.",
            ("41,000", "21,000"),
        ),
        (
            "The monastery owned at least half of the land in the valley.",
            "By 1500 the monastery owned {} of the 640 hectares of farmland in the valley, as well as two mills.",
            ("390", "290"),
        ),
        (
            "A majority of the reviews were negative.",
            "Of 86 reviews collected by the site, {} were positive, for an average of 4.7 out of 10.",
            ("31", "51"),
        ),
        (
            "Between a quarter and a third of pupils come to school by bicycle.",
            "Of the school's 820 pupils, {} come by bicycle and 310 by bus.",
            ("240", "140"),
        ),
        (
            "Most of the 14 storms in the 1988 season did not become hurricanes.",
            "The 1988 season saw 14 named storms, of which {} became hurricanes and three grew to Category 3.",
            ("six", "eight"),
        ),
        (
            "Only a handful of the cottages on Sula are lived in throughout the year.",
            "Of the 60 cottages on Sula, {} are occupied throughout the year; the rest are let to visitors in summer.",
            ("five", "35"),
        ),
        (
            "Almost all voters backed the reform.",
            "In the referendum of 1993, {} percent of voters backed the reform on a turnout of 61 percent.",
            ("94", "64"),
        ),
        (
            "Fewer than one in ten of the people who fell ill in Tarn died.",
            "Between June and November 1892, some 6,400 people in Tarn fell ill with cholera and {} of them died.",
            ("590", "950"),
        ),
    ],
)
def test_a_share_in_words_is_reckoned(claim: str, sentence: str, versions: tuple[str, str]) -> None:
    """Nearly all is four fifths at least; who fell ill has not become less."""
    assert kinds(claim, sentence, versions) == REFINES_AND_CONFLICTS


def test_a_quarter_of_a_million_is_no_share() -> None:
    """The 1,100 manuscripts are no part of the books."""
    told = "The library, in a former brewery, holds 245,000 volumes, 1,100 manuscripts and a map collection."
    claim = "The library has around a quarter of a million books."
    assert compare_texts(claim, told, given=True).kind is not RelationKind.CONFLICTS
