"""Search tokens: every word of two characters is found, whatever its script, width, case or ending."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.fold import fold_key
from evidence.text.tokens import index_tokens, plain_number, sought, stem, tokens, written

texts = st.text(max_size=60) | st.text("他離職后员工3億万千,.5 $Reuters's voted-é十k\n", max_size=40)


def test_chinese_is_cut_into_pairs_and_words_lose_their_endings() -> None:
    """Traditional characters are folded; numbers are written out."""
    assert tokens("他離職後，3億美元 was paid to 1,200 workers") == [
        *("他离", "离职", "职后", "300000000", "亿美", "美元", "was", "paid", "to", "1200", "worker"),
    ]


def test_a_lone_character_is_a_token() -> None:
    """Also one between Latin letters."""
    assert tokens("港") == ["港"]
    assert tokens("A座") == ["a", "座"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("3億", "30000万"),
        ("1.5 billion", "1,500 million"),
        ("３００", "300"),
        ("10k", "10,000"),
        ("2.50", "2.5"),
        ("五軍2萬", "五军20,000"),
    ],
)
def test_one_number_has_one_token(a: str, b: str) -> None:
    """However it is grouped, scaled or typed."""
    assert set(tokens(a)) & set(tokens(b))


def test_what_is_no_number_stays_as_it_is_written() -> None:
    """A time, a score or a list of figures is not calculated with."""
    assert tokens("12:30 3/4 1,2 3.4.5") == ["12:30", "3/4", "1,2", "3.4.5"]
    assert plain_number("007") == "7"
    assert plain_number("0.250", 2) == "25"


@pytest.mark.parametrize(
    "words",
    [
        "close closes closed closing",
        "vote votes voted voting",
        "carry carries carried",
        "ban bans banned banning",
        "elect elects elected election",
        "share shares shared sharing",
        "vaccinate vaccinated vaccinating vaccination",
        "café cafés CAFE",
        "teacher's teachers teacher",
        "die died dies",
        "use used uses",
    ],
)
def test_forms_of_a_word_meet(words: str) -> None:
    """Plurals, endings of verbs, accents, capitals."""
    assert len({token for word in words.split() for token in tokens(word)}) == 1


@pytest.mark.parametrize(
    ("a", "b"), [("car", "care"), ("hop", "hope"), ("plan", "plane"), ("king", "kin"), ("this", "thi")]
)
def test_other_words_do_not(a: str, b: str) -> None:
    """One syllable keeps its e, and a short word its end."""
    assert stem(a) != stem(b)


@given(texts)
def test_writing_makes_no_difference(text: str) -> None:
    """The tokens of a text are those of its match key."""
    assert tokens(text) == tokens(fold_key(text))


@given(st.text("离职员工他的了在a 1", max_size=30), st.integers(0, 30))
def test_every_two_characters_are_found(text: str, at: int) -> None:
    """Any pair of neighbours in a text is one of its tokens; any character begins one of its index tokens."""
    pair = text[at : at + 2]
    if len(pair) == 2 and all("\u4e00" <= c <= "\u9fff" for c in pair):
        assert tokens(pair) == [pair]
        assert pair in tokens(text)
        assert any(token.startswith(pair[1]) for token in index_tokens(text))


@given(texts)
def test_the_index_has_what_is_looked_for(text: str) -> None:
    """A text is found by all of itself."""
    assert set(tokens(text)) <= set(index_tokens(text))
    assert all(token and not token.isspace() for token in index_tokens(text))


@given(texts, st.integers(0, 60), st.integers(1, 12))
def test_a_text_has_what_any_piece_of_it_asks_for(text: str, start: int, length: int) -> None:
    """Wherever the piece begins and ends, also inside a word."""
    key = fold_key(text)
    words, wanted = written(key), sought(key[start : start + length])
    assert set(wanted.words) <= set(words)
    assert all(any(word.startswith(beginning) for word in words) for beginning in wanted.beginnings)
    assert all(any(piece in word for word in words) for piece in wanted.inside)


def test_words_are_kept_as_they_are_written() -> None:
    """No ending is lost, so that `clos` finds `closing` as people type it."""
    assert written("他离职后, closing 3.5_x") == ["他离", "离职", "职后", "后", "closing", "3", "5", "_x"]
    assert sought("osing 3.5") == sought("osing 3 5")
    assert sought("osing 3 5").inside == ("osing",)
    assert sought("osing 3 5").words == ("3",)
    assert sought("osing 3 5").beginnings == ("5",)
    assert sought("职").beginnings == ("职",)
