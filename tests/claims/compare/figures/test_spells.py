"""How long something lasted, where a sentence gives when it began and ended."""

import pytest

from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "versions"),
    [
        (
            "The Battle of Kers was over within three days.",
            "The Battle of Kers was fought from the morning of 14 to the evening of {} October 1813 by 38,000 men.",
            ("16", "19"),
        ),
        (
            "Ten years after it was founded, the club had not yet won a title.",
            "Founded in 1902, the club won its first title in {} and left the league in 1956.",
            ("1921", "1908"),
        ),
        (
            "The Bell Sisters is longer than two hours.",
            "The Bell Sisters is a 1982 drama film of {} minutes, which opened in Turin on 11 September 1982.",
            ("128", "118"),
        ),
    ],
)
def test_days_and_hours_are_told_in_their_own_units(claim: str, sentence: str, versions: tuple[str, str]) -> None:
    """From one day to another days have passed; hours are told by minutes, not by a year and a day."""
    assert kinds(claim, sentence, versions) == REFINES_AND_CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence", "versions"),
    [
        (
            "Ada Holm was a widow for at least 20 years.",
            "Ada Holm (1840–1921), who married a doctor in 1863, was widowed in {} and kept a salon from 1898.",
            ("1896", "1906"),
        ),
        (
            "The Petrel was in service for over two decades.",
            "The Petrel, launched in May 1903, entered service that August and was, refitted in 1919, withdrawn in {}.",
            ("September 1927", "September 1921"),
        ),
    ],
)
def test_a_state_begins_when_it_is_entered(claim: str, sentence: str, versions: tuple[str, str]) -> None:
    """What was before counts nothing: neither the birth nor the launch."""
    assert kinds(claim, sentence, versions) == REFINES_AND_CONFLICTS
