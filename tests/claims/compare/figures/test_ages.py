"""Ages that a claim speaks of, against a birth and a later day of the sentence."""

import pytest

from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds

_CAP = "Born on 2 May 1990, Ada Holm made her debut for the national side in 2010 and scored her first goal in {}."


@pytest.mark.parametrize(
    ("claim", "sentence", "versions"),
    [
        ("Ada Holm scored her first goal after she turned 21.", _CAP, ("September 2011", "March 2011")),
        ("Ada Holm scored her first goal after her 21st birthday.", _CAP, ("September 2011", "March 2011")),
        ("Ada Holm scored her first goal before her 21st birthday.", _CAP, ("March 2011", "September 2011")),
        (
            "Adeyo got married when he was 30.",
            "Adeyo, who was born on 4 June 1951, married the actress Jane Poole on {}.",
            ("12 August 1981", "12 August 1984"),
        ),
        ("Ada Holm wasn't even 21 when she scored her first goal.", _CAP, ("March 2011", "September 2011")),
        ("Ada Holm scored her first goal before Holm turned 21.", _CAP, ("March 2011", "September 2011")),
    ],
)
def test_an_age_is_reckoned_to_the_deed_of_the_claim(claim: str, sentence: str, versions: tuple[str, str]) -> None:
    """The time counts that belongs to the claim's verb, not the debut of the year before."""
    assert kinds(claim, sentence, versions) == REFINES_AND_CONFLICTS
