"""One of two claims of a story puts right what the other says."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.corrections import corrected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The treasurer signed the cheque.", "It was not the treasurer, it was her deputy who signed."),
        ("The bursar will run the school until June.", "The matron will run it until June, rather than the bursar."),
        ("校长宣布停课", "宣布停课的不是校长,而是教育局"),
        ("The cobbler spoke first.", "先讲话的并不是鞋匠"),
        ("剧院将终止演出合同", "合同终止了,没有的事"),
        ("Inspectors have ruled out the boiler.", "A fault in the boiler started the fire, they believe."),
        ("专家组排除了人为破坏的可能。", "断电由人为破坏造成。"),
        ("The fault in the pump caused the flood.", "The flood had nothing to do with the pump."),
    ],
)
def test_who_is_put_right_is_named_by_the_other(a: str, b: str) -> None:
    """Not the treasurer, rather than the bursar; also across two languages where the word is in the glossary."""
    found = corrected(Pair(features_of(a), features_of(b)))
    assert (found is not None) == ("cobbler" not in a)
    assert (corrected(Pair(features_of(b), features_of(a))) is None) == (found is None)


def test_two_who_put_the_same_right_agree() -> None:
    """Both say that it was not he."""
    a, b = "It was not the treasurer, it was her deputy.", "The deputy signed, rather than the treasurer."
    assert corrected(Pair(features_of(a), features_of(b))) is None
