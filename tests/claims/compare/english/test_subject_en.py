"""Sentences of one subject."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.english.subject_en import one_subject


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("The act was repealed in 1986.", "The act remains in force.", True),
        ("Her second novel won the prize.", "Her second novel was shortlisted.", True),
        ("The company's shares fell.", "The company's chief executive resigned.", False),
        ("The north tower was rebuilt.", "The south tower was rebuilt.", False),
        ("He was elected unopposed.", "He was born in Brno.", False),
        ("He was elected unopposed.", "He was elected in a run-off.", True),
    ],
)
def test_the_same_words_before_the_verb_name_one_subject(a: str, b: str, one: bool) -> None:
    """A pronoun names nobody unless the two have something else in common."""
    assert one_subject(Pair(features_of(a), features_of(b), given=True)) is one
