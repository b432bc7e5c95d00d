"""What recordings are certified for."""

import pytest

from claims.compare import compare_texts, features_of
from claims.compare.figures.certified import certified
from claims.model import RelationKind
from tests.claims.compare.labelled import versions

TOLD = [
    (
        "The single has been certified at least double platinum in Australia.",
        "The single, written in a week, was certified {triple platinum|platinum} by ARIA and gold in New Zealand.",
    ),
    (
        "Salt Water was certified gold in France.",
        "Salt Water sold 310,000 copies in its first month and was certified {gold|platinum} by SNEP in May 2004.",
    ),
    (
        "The song is certified diamond.",
        "The song spent eleven weeks at number one and has been certified {diamond|6× platinum} by the RIAA.",
    ),
]


@pytest.mark.parametrize(("claim", "told"), TOLD)
def test_an_award_is_told_by_its_step_its_number_and_its_country(claim: str, told: str) -> None:
    """Triple platinum by ARIA is at least double platinum in Australia."""
    kinds = [compare_texts(claim, sentence, given=True).kind for sentence in versions(told)]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_medals_and_other_countries_answer_nothing() -> None:
    """A gold medal is no certification; what was awarded in one country says nothing of another."""
    claim = features_of("The single was certified platinum in Canada.")
    for told in ("She won the gold medal in Canada with the single.", "The single was certified gold in Norway."):
        assert certified(claim, features_of(told)) is None
