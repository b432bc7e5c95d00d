"""Two languages meet in words of one meaning and in names by their sound."""

import pytest

from claims.compare.crossing import glosses, sound


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("the passengers were evacuated", "旅客已经疏散"),
        ("a judge ordered a new trial", "法官下令重新审判"),
        ("the harvest failed", "今年收成不好"),
        ("nurses went on strike", "护士罢工"),
    ],
)
def test_words_of_one_meaning_share_a_line(english: str, chinese: str) -> None:
    """In any form of the English word."""
    assert glosses(english, "en") & glosses(chinese, "zh")


def test_other_words_share_none() -> None:
    """A harvest is no strike."""
    assert not glosses("the harvest failed", "en") & glosses("护士罢工", "zh")


@pytest.mark.parametrize(
    ("name", "text", "heard"),
    [
        ("clinton", "克林顿说", "克林顿"),
        ("thompson", "教练汤普森", "汤普森"),
        ("merkel", "默克尔昨天", "默克尔"),
        ("castro", "卡斯特罗", "卡斯特罗"),
        ("wilson", "威尔逊", "威尔逊"),
        ("obama", "奥巴马", "奥巴马"),
    ],
)
def test_a_name_is_heard_in_chinese(name: str, text: str, heard: str) -> None:
    """By its consonants; r and l may be missing."""
    pattern = sound(name)
    assert pattern is not None
    found = pattern.search(text)
    assert found is not None
    assert found[0] == heard


@pytest.mark.parametrize(("name", "text"), [("merkel", "汤普森"), ("wilson", "今天的会议很长"), ("castro", "卡里姆")])
def test_another_name_is_not(name: str, text: str) -> None:
    """Other consonants, or words that write no name."""
    pattern = sound(name)
    assert pattern is not None
    assert pattern.search(text) is None


@pytest.mark.parametrize("name", ["ann", "ea", "aoi", "维尔马", "o'neil", "eve4"])
def test_too_little_is_not_looked_for(name: str) -> None:
    """Short names, one consonant, and what is not in Latin letters."""
    assert sound(name) is None
