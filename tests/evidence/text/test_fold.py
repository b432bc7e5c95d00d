"""Match keys are the same for two writings of the same words, and every piece of one leads back to its source."""

import re
import unicodedata
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidence.text.fold import MARKS, fold, fold_key

any_text = st.text(st.characters(codec=None, categories=None), max_size=40)
# Where folding has the most to do: scripts, widths, marks, spaces, regional words and parts of them.
_characters = (
    "aZéß中後著妳 \n\t\u3000，。“」—-·①②½㍿ｶﾞｱé\u0301\u0308\u0345ﬁİ¨\u200b\u00ad\ufe0f\ud800각\u1100\u1161\u11a8"
)
_pieces = ["網路", "软体", "計程車", "际", "网", "川普", "--", "㋀", "٣", "ﷺ", "\u0344", "\uffa0", "⑴"]
hard_text = st.lists(st.sampled_from([*_characters, *_pieces]), max_size=25).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("颱風淹沒了三個村莊", "台风淹没了三个村庄"),
        ("妳說得著", "你说得着"),
        ("計程車與捷運的網路資訊", "出租车与捷运的网络信息"),
        ("川普否認", "特朗普否认"),
        ("ＧＤＰ増長３．２％", "gdp増长3.2%"),
        ("「反對黨」領先——總統說", "“反对党”领先—总统说"),
        ("江水在\n六小时内 上涨", "江水在六小时内上涨"),
        ("公司在 2026 年收购 Northwind", "公司在2026年收购northwind"),
        ("Northwind\n\tEnergy  ", "northwind energy"),
        ("Mayor’s “no” – again", 'mayor\'s "no" - again'),
        ("Cafe\u0301 ﬁre", "café fire"),
        ("ｶﾞｿﾘﾝ", "ガソリン"),
        ("CO₂", "co2"),
        ("①②", "⑴⑵"),
        ("3½ hours", "3(1/2) hours"),
        ("re\u00adport\u200bed", "reported"),
        ("马克·龙", "马克・龙"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_two_writings_of_the_same_words_have_one_key(one: str, other: str) -> None:
    """Script, region, width, case, quotation marks, dashes and spacing do not matter."""
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("①②", "12"), ("10²", "102"), ("3½", "31/2"), ("2025年㋀", "20251月"), ("a b", "ab"), ("7 8", "78"), ("¨a", "a")],
)
def test_folding_never_makes_another_number_or_word(one: str, other: str) -> None:
    """Circled figures, powers and fractions do not run into the figures beside them, nor words into words."""
    assert fold_key(one) != fold_key(other)


@pytest.mark.parametrize(
    ("text", "piece", "source"),
    [
        ("由㍿承办", "株式", "㍿"),
        ("3½小时", "1/2", "½"),
        ("ｶﾞｿﾘﾝ価格", "ガ", "ｶﾞ"),
        ("Cafe\u0301 opens", "é", "e\u0301"),
        ("a\ud800b", "\ufffd", "\ud800"),
        ("這輛計程車裡", "出租", "計程車"),
        ("使用電晶體", "晶体管", "電晶體"),
        ("水位\n 上涨", "位上", "位\n 上"),
        ("水位\n 上涨", "上", "上"),
        ("水位\n 上涨", "位", "位"),
        ("won——again", "-", "——"),
        ("re\u00adport", "report", "re\u00adport"),
    ],
)
def test_a_piece_leads_back_to_the_smallest_stretch_that_covers_it(text: str, piece: str, source: str) -> None:
    """The stretch holds all characters that the piece came from, and no white space at its edges."""
    folded = fold(text)
    at = folded.text.index(piece)
    start, end = folded.original(at, at + len(piece))
    assert text[start:end] == source


@given(any_text | hard_text)
@example("α\u0345\u0301")
@example("か \u3099")
@example("中\n\u030d\uff9e")
@example("¨\u0344\uff9e")
@example("雷射碟")
@example("a" + "\u0301" * (MARKS + 9))
def test_folding_a_key_changes_nothing(text: str) -> None:
    """A key is its own key, whichever way it was made."""
    folded = fold(text)
    assert fold(folded.text).text == folded.text
    assert fold_key(text) == folded.text
    assert not re.search(r"\s\s|^\s|\s$|[\ud800-\udfff]", folded.text)


@given(any_text | hard_text, st.data())
def test_the_map_back_is_monotone_and_covers(text: str, data: st.DataObject) -> None:
    """Later pieces lead to later places, larger ones to stretches that contain the smaller ones'."""
    folded = fold(text)
    length = len(folded.text)
    if not length:
        return
    marks = sorted(data.draw(st.lists(st.integers(0, length), min_size=4, max_size=4)))
    ones = [folded.original(at, at + 1) for at in range(length)]
    assert ones == sorted(ones)
    assert all(0 <= start < end <= len(text) for start, end in ones)
    outer, inner = (marks[0], marks[3]), (marks[1], marks[2])
    if inner[0] < inner[1]:
        wide, narrow = folded.original(*outer), folded.original(*inner)
        assert wide[0] <= narrow[0] < narrow[1] <= wide[1]
        assert narrow == (ones[inner[0]][0], max(end for _, end in ones[slice(*inner)]))


@given(hard_text)
def test_the_stretch_of_a_word_folds_into_that_word(text: str) -> None:
    """What a whole key leads back to has that key."""
    folded = fold(text)
    if folded.text:
        start, end = folded.original(0, len(folded.text))
        assert fold_key(text[start:end]) == folded.text


@given(st.lists(st.sampled_from(["洪水", "選舉", "goal", "3–1", "營收 18%", "「好」", "計程車"]), min_size=1))
def test_a_word_folds_the_same_alone_and_in_a_sentence(words: list[str]) -> None:
    """The key of words set apart by full stops is made of the keys of the words."""
    assert fold_key("。".join(words)) == "。".join(map(fold_key, words))


@given(st.text("洪水选举市长说的人在了决赛", max_size=50))
def test_equal_lengths_map_one_to_one(text: str) -> None:
    """Where nothing changes length every offset stays."""
    folded = fold(text)
    assert [folded.original(at, at + 1) for at in range(len(text))] == [(at, at + 1) for at in range(len(text))]


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 0), (2, 1), (0, 3)])
def test_only_a_stretch_of_the_key_leads_back(start: int, end: int) -> None:
    """Offsets outside the folded text, or an empty stretch, are the caller's mistake."""
    with pytest.raises(ValueError, match="is not inside the folded text"):
        fold("决赛").original(start, end)


def test_every_single_character_folds_once() -> None:
    """No character of the first three planes folds into something that folds further."""
    for code in range(0x30000):
        key = fold_key(chr(code))
        assert fold_key(key) == key, hex(code)


def test_marks_without_end_are_cut() -> None:
    """A letter under thousands of accents keeps a few of them, and folding stays fast."""
    assert len(fold_key("ö" + "\u0316\u0301" * 50_000)) <= 1 + MARKS


def regional_pairs() -> list[tuple[str, str]]:
    """The pairs of the regional table, as they are written there."""
    lines = files("evidence.text").joinpath("regional.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(here, there) for here, there in pairs]


def test_no_mainland_word_contains_a_regional_one() -> None:
    """What a regional word folds into never folds by itself."""
    pairs = regional_pairs()
    assert not [(here, there) for here, _ in pairs for _, there in pairs if here in there]


def test_regional_words_are_in_simplified_characters_and_once() -> None:
    """The table is read after the characters are folded, so its words are keys already."""
    words = [here for here, _ in regional_pairs()]
    assert len(words) >= 40
    assert len(set(words)) == len(words)
    for here, there in regional_pairs():
        assert fold_key(here) == fold_key(there)
        assert fold_key(there) == there.casefold()


regional_words = [word for pair in regional_pairs() for word in pair]


@given(st.lists(st.sampled_from([*regional_words, *"".join(regional_words)]), max_size=8).map("".join))
def test_any_row_of_regional_words_folds_once(text: str) -> None:
    """Words side by side, pieces of words, and what stands across their borders, do not fold further."""
    assert fold_key(fold_key(text)) == fold_key(text)


def test_variants_lead_to_characters_that_stay() -> None:
    """Every row of the variant table ends in a character that is its own key."""
    lines = files("evidence.text").joinpath("variants.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    for row in rows:
        assert len(row) >= 2
        assert all(len(character) == 1 for character in row)
        assert {fold_key(character) for character in row} == {row[-1]}


def test_accents_in_either_form_are_one_key() -> None:
    """Composed and decomposed letters fold alike, in every Latin letter with an accent."""
    for code in range(0xC0, 0x250):
        letter = chr(code)
        assert fold_key(unicodedata.normalize("NFD", letter)) == fold_key(letter)
