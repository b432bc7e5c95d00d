"""One of two claims of a story puts right what the other says."""

from datetime import date

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.corrections import corrected

DAY = date(2025, 7, 1)


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
        ("It is the tenth of August, not July, when the fair opens.", "The fair will open on 26 July."),
        ("Four boats were lost, not seven.", "Seven boats were lost that night."),
        ("The way in was not a window at all but a grating in the yard.", "They had climbed in through a window."),
        ("The letter went not to the bishop but to his clerk.", "The letter went to the bishop."),
        ("毒素不在菜汤里,在饮水机里", "化验在菜汤中检出毒素"),
        ("The fault in the pump caused the flood.", "The flood had nothing to do with the pump."),
    ],
)
def test_who_is_put_right_is_named_by_the_other(a: str, b: str) -> None:
    """Not the treasurer, rather than the bursar; also across two languages where the word is in the glossary."""
    one, other = features_of(a, date=DAY), features_of(b, date=DAY)
    found = corrected(Pair(one, other))
    assert (found is not None) == ("cobbler" not in a)
    assert (corrected(Pair(other, one)) is None) == (found is None)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It was not the treasurer, it was her deputy, Nils Aaby.", "The treasurer and Nils Aaby both signed."),
        ("The fair opens in May, not least because of the weather.", "The weather was poor in May."),
        ("这并不是今年第一次停电", "今年停电多次"),
        ("The clerk did not come, but the letter did.", "The clerk came on Monday."),
        ("他们押注的是人，而不是技术", "那个组的头头去新公司当技术长"),
        ("This is not a quarrel over boats.", "The yard is calling in forty boats."),
    ],
)
def test_other_denials_put_nothing_in_its_place(a: str, b: str) -> None:
    """Who tells of both does not name the wrong one; `not least` and a whole sentence denied name none."""
    assert corrected(Pair(features_of(a), features_of(b))) is None


def test_two_who_put_the_same_right_agree() -> None:
    """Both say that it was not he."""
    a, b = "It was not the treasurer, it was her deputy.", "The deputy signed, rather than the treasurer."
    assert corrected(Pair(features_of(a), features_of(b))) is None
