"""A quote is found again exactly, moved, as a lookalike, or not at all; a lookalike is never taken for it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evidence.model import Quote, QuoteState
from evidence.quotes import SIMILAR, find, locate
from evidence.text.fold import fold_key

SHA, OTHER = "a" * 64, "b" * 64
ARTICLE = (
    "昨夜的暴雨使江水在六小时内上涨了三米，下游四个村庄被淹，超过1200名居民连夜转移。\n"
    "市长林美华说，目前没有人死亡，但是仍有七人失联。她否认大坝存在隐患。\n"
    "The council voted 9 to 4 against the new airport on Monday. Mayor Lin did not attend.\n"
    "公司第三季度营收增长18%，达到47亿元；首席财务官不认为明年会继续增长。\n"
)


def quote(words: str, text: str = ARTICLE) -> Quote:
    """The quote of these words where they first stand in the text."""
    start = text.index(words)
    return Quote.of(SHA, text, start, start + len(words))


def test_the_same_bytes_give_the_same_place() -> None:
    """Digest, place and words agree: the quote is exact."""
    wanted = quote("超过1200名居民连夜转移")
    found = find(wanted, SHA, ARTICLE)
    assert (found.state, found.start, found.end, found.similarity) == ("exact", wanted.start, wanted.end, 100.0)


def test_other_bytes_are_never_exact() -> None:
    """The same words at the same place of another document have moved there."""
    wanted = quote("超过1200名居民连夜转移")
    found = find(wanted, OTHER, ARTICLE)
    assert (found.state, found.start, found.end) == ("moved", wanted.start, wanted.end)


def test_a_wrong_place_in_the_same_bytes_is_corrected() -> None:
    """Offsets that do not hold the words lead to where they stand, as moved."""
    wanted = quote("仍有七人失联")
    found = find(wanted.model_copy(update={"start": 3, "end": 9}), SHA, ARTICLE)
    assert (found.state, found.start, found.end) == ("moved", wanted.start, wanted.end)


def test_of_several_places_the_surroundings_decide() -> None:
    """Then the distance, when the surroundings agree equally well."""
    text = "主队进球。观众欢呼。客队进球。观众叹息。客队进球。"
    wanted = Quote.of(SHA, text, 12, 14)
    assert wanted.exact == "进球"
    moved = find(wanted, OTHER, "客队进球。观众叹息。" + "主队进球。观众欢呼。客队进球。观众叹息。")
    assert moved.start == 22
    bare = Quote(document_sha256=SHA, start=20, end=22, exact="进球")
    assert find(bare, OTHER, text).start == 22
    assert find(bare.model_copy(update={"start": 3, "end": 5}), OTHER, text).start == 2


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("1200名居民", "超过1200", "超过11200"),
        ("voted 9", "9 to 4", "95 to 4"),
        ("9 to 4", "voted 9", "voted 1.9"),
        ("七人失联", "七人", "二十七人"),
        ("attend", "not attend", "not reattend"),
        ("增长18", "18%", "18倍"),
        ("营收增长18%", "18%", "0.18%"),
        ("认为明年会继续增长", "不认为", "认为"),
        ("继续增长", "会继续", "不会继续"),
        ("attend", "did not attend", "did attend"),
        ("Mayor Lin did", "did not attend", "didn't attend"),
        ("达到47亿元", "47亿", "4.7亿"),
        ("没有人死亡", "没有", "有三"),
    ],
)
def test_a_changed_number_or_negation_is_at_most_a_candidate(words: str, old: str, new: str) -> None:
    """Also when the change stands beside the quoted words, which are then still there letter for letter."""
    assert old in ARTICLE
    found = find(quote(words), OTHER, ARTICLE.replace(old, new))
    assert found.state in {QuoteState.CANDIDATE, QuoteState.ORPHAN}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("超過1200名居民連夜轉移", "超过1200名居民连夜转移"),
        ("市长林美华说,目前没有人死亡", "市长林美华说，目前没有人死亡"),
        ("超过1200名居民 连夜\n转移", "超过1200名居民连夜转移"),
        ("THE COUNCIL VOTED 9 TO 4", "The council voted 9 to 4"),
    ],
)
def test_another_writing_of_the_words_is_a_candidate(words: str, place: str) -> None:
    """Script, width, spacing and case are folded for the search, and the place is that of the original."""
    found = find(Quote(document_sha256=SHA, start=0, end=len(words), exact=words), SHA, ARTICLE)
    assert (found.state, found.similarity) == ("candidate", 100.0)
    assert ARTICLE[found.start : found.end] == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("超过1300名居民连夜转移", "超过1200名居民连夜转移"),
        ("市长林美华表示，目前没有人死亡，但仍有七人失联", "市长林美华说，目前没有人死亡，但是仍有七人失联"),
        ("The council voted 9 to 3 against the airport on Monday", None),
        ("公司第三季度營收增長8%，達到47億元", "公司第三季度营收增长18%，达到47亿元"),
    ],
)
def test_similar_words_are_a_candidate(words: str, place: str | None) -> None:
    """With the similarity that the words found have, in code points of the original."""
    found = find(Quote(document_sha256=SHA, start=0, end=len(words), exact=words), OTHER, ARTICLE)
    assert found.state is QuoteState.CANDIDATE
    assert SIMILAR <= found.similarity < 100
    assert place is None or ARTICLE[found.start : found.end] == place


@pytest.mark.parametrize(
    "words", ["客队凭借补时阶段的点球逆转取胜", "Shares of Northwind Energy fell", "9:5", "", " \n", "\u200b"]
)
def test_words_that_are_not_there_are_an_orphan(words: str) -> None:
    """An orphan has no place."""
    found = find(Quote(document_sha256=SHA, start=0, end=len(words), exact=words), OTHER, ARTICLE)
    assert (found.state, found.start, found.end, found.similarity) == ("orphan", None, None, 0.0)


def test_a_long_quote_is_found_in_a_long_document() -> None:
    """Paragraphs too, with changes all over them."""
    rows = [
        f"第{row}号选区共有{row * 37 % 9973}人投票，反对党得到{row * 53 % 97}.{row % 10}%的选票。\n"
        for row in range(8000)
    ]
    text = "".join(rows)
    start = len("".join(rows[:5000]))
    words = "".join(rows[5000:5020])
    changed = words.replace("反对党", "反對黨").replace("选票", "票")
    found = find(Quote(document_sha256=SHA, start=0, end=len(changed), exact=changed), OTHER, text)
    assert found.state is QuoteState.CANDIDATE
    assert found.start is not None
    assert found.end is not None
    assert abs(found.start - start) <= 2
    assert abs(found.end - start - len(words)) <= 4


def test_locate_gives_every_place() -> None:
    """In order, overlapping ones too, or from the nearest to a place outwards."""
    assert locate("aa", "aaa b aa") == [0, 1, 6]
    assert locate("aa", "aaa b aa", near=5) == [6, 1, 0]
    assert locate("没有", ARTICLE) == [ARTICLE.index("没有")]
    assert locate("", "aaa") == []
    assert locate("洪灾", ARTICLE) == []


stretches = st.tuples(st.integers(0, len(ARTICLE) - 1), st.integers(1, 60)).filter(
    lambda drawn: bool(ARTICLE[drawn[0] : sum(drawn)].strip())
)


@given(stretches, st.sampled_from(["赛前消息。\n", "Late news.\n", "\n\n"]))
def test_text_before_a_quote_moves_it(stretch: tuple[int, int], added: str) -> None:
    """Every stretch of the article is found where it went to."""
    start, end = stretch[0], min(len(ARTICLE), sum(stretch))
    found = find(Quote.of(SHA, ARTICLE, start, end), OTHER, added + ARTICLE)
    assert found.state is QuoteState.MOVED
    assert found.start is not None
    assert (added + ARTICLE)[found.start : found.end] == ARTICLE[start:end]


@given(stretches)
def test_without_its_words_a_quote_is_a_candidate_or_an_orphan(stretch: tuple[int, int]) -> None:
    """Deleting a quote's only place never leaves it moved."""
    start, end = stretch[0], min(len(ARTICLE), sum(stretch))
    left = ARTICLE[:start] + ARTICLE[end:]
    assume(ARTICLE[start:end] not in left)
    assert find(Quote.of(SHA, ARTICLE, start, end), OTHER, left).state in {"candidate", "orphan"}


@given(stretches, st.integers(0, 59), st.sampled_from(["不", "3", "x", ""]))
def test_no_edit_of_the_words_is_taken_for_them(stretch: tuple[int, int], at: int, typed: str) -> None:
    """One character replaced or deleted inside the quoted words: never exact, and moved only to the words."""
    start, end = stretch[0], min(len(ARTICLE), sum(stretch))
    assume(start + at < end and ARTICLE[start + at] != typed)
    edited = ARTICLE[: start + at] + typed + ARTICLE[start + at + 1 :]
    words = ARTICLE[start:end]
    for sha in (SHA, OTHER):
        found = find(Quote.of(SHA, ARTICLE, start, end), sha, edited)
        if found.state in {QuoteState.EXACT, QuoteState.MOVED}:
            assert edited[found.start : found.end] == words


@given(st.text(st.characters(codec=None, categories=None), min_size=1), st.text(max_size=60))
def test_a_finding_is_always_inside_the_text(words: str, text: str) -> None:
    """Whatever the words and the text, what is found is a stretch of it and as similar as it says."""
    found = find(Quote(document_sha256=SHA, start=0, end=len(words), exact=words), OTHER, text)
    if found.start is None or found.end is None:
        assert found.state is QuoteState.ORPHAN
        return
    assert 0 <= found.start < found.end <= len(text)
    if found.similarity == 100:
        assert fold_key(text[found.start : found.end]) == fold_key(words)


def test_a_negative_place_is_never_exact() -> None:
    """Python would count it from the end of the text."""
    wanted = Quote(document_sha256=SHA, start=-3, end=-1, exact=ARTICLE[-3:-1])
    found = find(wanted, SHA, ARTICLE)
    assert found.state is not QuoteState.EXACT
    assert found.start is not None
    assert found.start >= 0
