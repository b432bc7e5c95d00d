"""Where numbers may begin among Chinese characters."""

from hypothesis import given
from hypothesis import strategies as st

from claims.features.quantities_scan import chinese_openings, scan_pattern

_WORDS = "腰斩 好几 翻了 近半数 成千上万 上百万 负三 人民币 过半 一般 万分之 零下 12 3.5"
_CHARACTERS = "0123456789〇零一二三四五六七八九十百千万亿数几半翻过近成上腰好负逾超$€+#/-.,个多余来点分之倍番的 "


@given(st.lists(st.sampled_from([*_CHARACTERS, *_WORDS.split()]), max_size=9).map("".join))
def test_a_number_begins_only_where_an_opening_is_found(text: str) -> None:
    """The cheap expression that is tried first passes over no place where a number begins."""
    found = {match.start() for match in chinese_openings(latin_too=False).finditer(text)}
    assert {at for at in range(len(text)) if scan_pattern().match(text, at)} <= found


def test_common_characters_are_no_openings_by_themselves() -> None:
    """上 before 市, 过 before 去 and a Latin word begin no number; 上百, 过半 and, where Latin counts, ten do."""
    plain, latin = chinese_openings(latin_too=False), chinese_openings(latin_too=True)
    assert not plain.search("上市公司过去的产品叫Meta")
    assert plain.search("上百人")
    assert plain.search("过半")
    assert latin.search("共ten个")
