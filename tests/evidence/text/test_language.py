"""The language of a text is told by its scripts and its small words, on one line as on a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.language import language_of


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("颱風過後，三個村莊仍被洪水淹沒。", "zh-Hant"),
        ("台风过后，三个村庄仍被洪水淹没。", "zh-Hans"),
        ("總統說", "zh-Hant"),
        ("总统说", "zh-Hans"),
        ("昨晚2比1", "zh"),
        ("皇后里的后台面子", "zh"),
        ("Northwind Energy 收购 Aberdeen Wind Holdings", "zh-Hans"),
        ("The Aberdeen Evening News 报道", "zh-Hans"),
        ("前锋 Marco Bellini 加盟 Rovers", "zh-Hans"),
        ("The river rose three metres in six hours.", "en"),
        ("Rovers beat United 2-1", "en"),
        ("Mayor Lin (林美华) said that the dam was safe.", "en"),
        ("Northwind Energy, Aberdeen", "und"),
        ("Der Fluss stieg in der Nacht um drei Meter.", "de"),
        ("Le maire a été réélu dès le premier tour.", "fr"),
        ("El río subió tres metros en la noche.", "es"),
        ("O rio subiu três metros durante a noite e não há mortos.", "pt"),
        ("Il sindaco ha detto che non ci sono vittime.", "it"),
        ("De rivier steeg in de nacht met drie meter.", "nl"),
        ("昨夜の大雨で川が氾濫し、三つの村が浸水した。", "ja"),
        ("鮮の味餐廳昨天開幕", "zh-Hant"),
        ("어젯밤 폭우로 강이 범람했다.", "ko"),
        ("Ночью река вышла из берегов.", "und"),
        ("ارتفع النهر ثلاثة أمتار", "und"),
        ("(opened by the mayor)", "en"),
        ("2026-03-01 14:00 47.3%", "und"),
        ("", "und"),
    ],
)
def test_a_line_is_told(text: str, tag: str) -> None:
    """One line is enough, names in another script do not mislead, and what cannot be told is `und`."""
    assert language_of(text) == tag


def test_a_quotation_does_not_change_the_language_of_a_page() -> None:
    """A Chinese article with an English sentence is Chinese, and the other way round."""
    chinese, english = "洪水淹没了三个村庄，市长说没有人死亡。", "The flood covered three villages. "
    assert language_of(chinese * 5 + english) == "zh-Hans"
    assert language_of(english * 9 + chinese) == "en"


@given(st.text(st.characters(codec=None, categories=None)))
def test_every_text_has_a_tag(text: str) -> None:
    """Whatever the text, surrogates included, the answer is one of the known tags."""
    known = {"zh", "zh-Hant", "zh-Hans", "ja", "ko", "en", "de", "fr", "es", "pt", "it", "nl", "und"}
    assert language_of(text) in known
