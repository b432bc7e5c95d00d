"""What a sentence tells by its words alone."""

import pytest

from evidence.bearing import Bearing
from evidence.text.fold import fold_key


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("The ministry denied the report.", {"tells"}),
        ("A message circulating on phones says the bank will close.", {"retells"}),
        ("The rumour is false.", {"tells"}),
        ("They were repaired in May.", {"goes_on"}),
        ("In fact the ferry sailed on time.", {"turns"}),
        ("The postman found it.", set()),
        ("網傳月底停水。", {"retells"}),
        ("網傳月底停水的說法不實。", {"tells"}),
        ("對此，閘門工早有準備。", {"turns"}),
        ("責任編輯：王小明", {"around"}),
        ("Sign up for our newsletter!", {"around"}),
        ("About 31,000 children eat there.", set()),
        ("记者在车站看到，列车准点出发。", set()),
    ],
)
def test_what_a_sentence_tells(sentence: str, what: set[str]) -> None:
    """A word about truth outweighs one about hearsay; what stands around a text does not end, or calls."""
    found = Bearing.of(fold_key(sentence), ended=sentence[-1] in ".。")
    assert {name for name in Bearing.__slots__ if getattr(found, name)} == what
