"""Time expressions: the days they mean in sentences of our own, and what must hold for any text."""

import time
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.features.dates import dates
from claims.features.quantities import quantities
from claims.model import DateSpan
from tests.claims.features.case_files import REFERENCE, Case, Reading, cases, score


def _written(span: DateSpan) -> Reading:
    if span.first is None and span.last is None:
        return span.text, "?"
    one_day = span.first is not None and span.first == span.last
    return span.text, str(span.first) if one_day else f"{span.first or ''}..{span.last or ''}"


def _found(name: str) -> Iterator[tuple[Case, list[Reading]]]:
    return ((case, [_written(one) for one in dates(case.text, case.reference)]) for case in cases(name))


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("dates_dev.txt", 0.97),
        ("dates_heldout.txt", 0.95),
        ("dates_heldout_late.txt", 0.95),
        ("dates_heldout_last.txt", 0.9),
    ],
)
def test_times_of_our_sentences_are_resolved(name: str, floor: float) -> None:
    """Nearly every time has the right span, first and last day, and hardly anything else is taken for a time."""
    result = score(_found(name))
    assert result.share >= floor, result
    assert result.surplus <= 0.05 * result.expected, result


@pytest.mark.parametrize(
    "text", ["今天", "去年6月", "上周五", "8月26日", "三天前", "last week", "on Monday", "in June"]
)
def test_nothing_is_resolved_without_a_reference(text: str) -> None:
    """A relative time is found but stays open when the document has no date."""
    (found,) = dates(text)
    assert (found.first, found.last) == (None, None)


@pytest.mark.parametrize("text", ["2012年", "12年8月", "民国113年", "in 2012", "3 March 2012", "90年代", "2012-08-26"])
def test_absolute_times_need_no_reference(text: str) -> None:
    """A time with a year is resolved from its own words."""
    (found,) = dates(text)
    assert found.first is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the eighth she resigned.", [("the eighth", "2025-10-08")]),
        ("The port reopens on Monday, the thirteenth.", [("Monday, the thirteenth", "2025-10-13")]),
        ("They met that Friday, the 3rd, in Oslo.", [("Friday, the 3rd", "2025-10-03")]),
        ("The vote on the second of May was close.", [("the second of May", "2025-05-02")]),
        (
            "The ship left on 3 March and was back on the ninth.",
            [("3 March", "2025-03-03"), ("the ninth", "2025-03-09")],
        ),
        ("The dam closed on July 30 and burst on the 2nd.", [("July 30", "2025-07-30"), ("the 2nd", "2025-08-02")]),
        ("曾文水庫15日只剩兩成蓄水量，立院24日三讀。", [("15日", "2025-10-15"), ("24日", "2025-09-24")]),
        ("球队8月3日出发，5日抵达。", [("8月3日", "2025-08-03"), ("5日", "2025-08-05")]),
        ("據8月26日的報告，10日已有徵兆。", [("8月26日", "2025-08-26"), ("10日", "2025-08-10")]),
        ("三號那天橋才通車。", [("三號", "2025-10-03")]),
        ("〇九年建廠，九七年改名。", [("〇九年", "2009-01-01..2009-12-31"), ("九七年", "1997-01-01..1997-12-31")]),
        ("新桥要在二七年通车。", [("二七年", "2027-01-01..2027-12-31")]),
        ("船坞说是十八号再开。", [("十八号", "2025-10-18")]),
        ("这条线要停到十三号。", [("十三号", "2025-10-13")]),
        ("十二月五号开大会。", [("十二月五号", "2025-12-05")]),
        ("The dividend is payable on December 5.", [("December 5", "2025-12-05")]),
        (
            "The pool will not be open until the second quarter of next year.",
            [("until the second quarter of next year", "2026-04-01..2026-06-30")],
        ),
        ("Schools stay shut until January.", [("until January.", "..2026-01-31")]),
        ("He stayed until January.", [("until January.", "..2025-01-31")]),
    ],
)
def test_a_day_may_be_told_by_its_number_alone(text: str, expected: list[Reading]) -> None:
    """It is of the month that its sentence named last, or the nearest to the document's day."""
    assert [_written(one) for one in dates(text, date(2025, 10, 9))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce began on Christmas Eve 1914.", [("Christmas Eve 1914", "1914-12-24")]),
        ("It was signed on Good Friday 1998.", [("Good Friday 1998", "1998-04-10")]),
        ("Easter Monday 1916 was quiet.", [("Easter Monday 1916", "1916-04-24")]),
        ("The pact of Black Friday failed.", []),
        ("The Good Friday Agreement holds.", []),
        ("新法2019年元旦施行。", [("2019年元旦", "2019-01-01")]),
        ("圣诞节期间休业。", []),
        ("He left a fortnight ago.", [("a fortnight ago", "2025-09-22..2025-09-28")]),
        ("She sold it late last year.", [("late last year", "2024-09-01..2024-12-31")]),
        ("They vote in the first week of May 2011.", [("the first week of May 2011", "2011-05-01..2011-05-07")]),
        ("In the week ending 5 April 2020 it peaked.", [("week ending 5 April 2020", "2020-03-30..2020-04-05")]),
        ("It fell in the last week of the campaign.", []),
        ("before the end of March 2020", [("before the end of March 2020", "..2020-03-31")]),
        ("built in the 16th and 17th centuries", [("the 16th and 17th centuries", "1501-01-01..1700-12-31")]),
        (
            "in the last quarter of the 19th century",
            [("the last quarter of the 19th century", "1876-01-01..1900-12-31")],
        ),
        ("建于十八九世纪", [("十八九世纪", "1701-01-01..1900-12-31")]),
        ("十五至十七世纪的船", [("十五至十七世纪", "1401-01-01..1700-12-31")]),
        ("一九六〇年代的歌", [("一九六〇年代", "1960-01-01..1969-12-31")]),
        ("光绪三十一年通车", [("光绪三十一年", "1905-01-01..1905-12-31")]),
        ("同治大街很长", []),
        ("下个月月底退休", [("下个月月底", "2025-11-21..2025-11-30")]),
        ("油价下周一起上调", [("下周一起", "2025-10-13..")]),
        ("我们下周一起搬家", [("下周", "2025-10-13..2025-10-19")]),
        ("周一到周五停电", [("周一到周五", "2025-10-06..2025-10-10")]),
        ("前三季度增收", [("前三季度", "2025-01-01..2025-09-30")]),
        ("半个月前离职", [("半个月前", "2025-09-22..2025-09-28")]),
    ],
)
def test_named_days_and_parts_of_longer_times_are_resolved(text: str, expected: list[Reading]) -> None:
    """Named days, weeks of a month, parts of centuries, reigns; not what is only called after a day."""
    assert [_written(one) for one in dates(text, date(2025, 10, 9))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "On the ninth hole she made par.",
        "It opens on the eighth floor.",
        "The 14th Street line closed.",
        "On the second he scored.",
        "They came third; it was the eighth time.",
        "二号人物还在，他坐十号线，球场上的七号，干了八九年，得了第五名",
        "车停到三号楼下，他坐到13号线，队里的九号",
    ],
)
def test_other_numbers_in_order_are_no_days(text: str) -> None:
    """A floor, a hole, a street, a shirt; eight or nine years."""
    assert [one.text for one in dates(text, date(2025, 10, 9))] == []


@pytest.mark.parametrize("text", ["12年", "工作了12年", "近9年的时间", "三个月", "12 years", "a 12-year deal"])
def test_durations_are_no_times(text: str) -> None:
    """12年 is never the year 2012."""
    if text != "近9年的时间":
        assert dates(text, REFERENCE) == ()
    assert all(one.first != "2012-01-01" for one in dates(text, REFERENCE))


@pytest.mark.parametrize("name", ["dates_dev.txt", "dates_heldout.txt", "dates_heldout_late.txt"])
def test_a_time_is_never_a_quantity_as_well(name: str) -> None:
    """The spans of times and of quantities do not overlap."""
    for case in cases(name):
        taken = [(one.start or 0, one.end or 0) for one in dates(case.text, case.reference)]
        for one in quantities(case.text):
            assert all((one.end or 0) <= start or end <= (one.start or 0) for start, end in taken)


_PIECES = """
1 2 8 12 26 31 99 113 2012 2025 0000 9999 一 二 三 十 廿 年 月 日 号 號 周 星期 天 个 個 上 下 本 今 去 明 前 后
年代 世纪 季度 半年 民国 民國 初 底 中旬 早些时候 最近 过去 未来 以来 之前 至 到 - / . : Q1 H2
May March last next this early late mid Monday week month year years ago the of in since until between and summer
century 's
"""
_anything = st.text(max_size=80)
_timeish = st.lists(st.sampled_from([*_PIECES.split(), " ", "，", "。", "\n"]), max_size=20).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(_anything, _timeish), st.none() | st.dates())
@example("9999年12月31日之后", date.max)
@example("三百年前", date.min)
@example("上上上上周", date(1, 1, 1))
@example("未来999年", date.max)
def test_any_text_is_read_without_error_and_with_exact_offsets(text: str, reference: date | None) -> None:
    """Offsets point at the words, spans are in order and apart, first is not after last, twice gives the same."""
    found = dates(text, reference)
    last = 0
    for one in found:
        assert one.start is not None
        assert one.end is not None
        assert last <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert one.first is None or one.last is None or one.first <= one.last
        last = one.end
    assert dates(text, reference) == found


@pytest.mark.parametrize(
    "piece", ["2025年", "1", "一", "May ", "early ", "since ", "过去", "上", "1-", "first half of ", "周", "20-"]
)
def test_repetition_costs_no_more_than_it_is_long(piece: str) -> None:
    """Hostile repetition stays linear: else it would take the processor minutes, not a second."""
    text = piece * (30_000 // len(piece))
    began = time.process_time()
    dates(text, REFERENCE)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("他于2022年冬至去世。", "2022-12-21", "2022-12-23"),
        ("1998年清明节前后开工。", "1998-04-04", "1998-04-06"),
        ("2010年立秋开馆。", "2010-08-07", "2010-08-09"),
        ("2015年春分播种。", "2015-03-20", "2015-03-22"),
        ("工程自2022年夏至2023年春停工。", "2022-06-01", "2023-05-31"),
        ("2020年大雪封山。", "2020-01-01", "2020-12-31"),
    ],
)
def test_a_solar_term_is_a_few_days_and_no_season(text: str, first: str, last: str) -> None:
    """冬至 falls from 21 to 23 December; 夏至 before another year is summer until then."""
    assert [(one.first, one.last) for one in dates(text)] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The line opened no later than 1870.", None, "1870-12-31"),
        ("It is to be paid not later than May 1890.", None, "1890-05-31"),
        ("The book was printed not after 1604.", None, "1604-12-31"),
        ("The works were shut in 1911 at the latest.", None, "1911-12-31"),
        ("It raged from the morning of 14 to the evening of 16 May 1813.", "1813-05-14", "1813-05-16"),
        ("It fell due on the last day of February 2012.", "2012-02-29", "2012-02-29"),
        ("The abbey was founded in the early 800s.", "0800-01-01", "0833-12-31"),
        ("Entries must be sent on or before 3 May 1990.", None, "1990-05-03"),
        ("He was born in 1712 or earlier.", None, "1712-12-31"),
        ("It was done earlier than 1870.", None, "1869-12-31"),
        ("The choir was built before 1250 and enlarged twice.", None, "1249-12-31"),
        ("The mill stood there before the year 1200.", None, "1199-12-31"),
        ("She sat in the house until at least 1868.", None, "1868-12-31"),
        ("The seal was cut no earlier than 1870.", "1870-01-01", None),
        ("The seal was cut not before 1870.", "1870-01-01", None),
        ("Those hired on or after 3 May 1990 pay more.", "1990-05-03", None),
        ("The page was written in 1604 or later.", "1604-01-01", None),
        ("The page was written later than 1604.", "1605-01-01", None),
        ("From 1870 onwards gas was used.", "1870-01-01", None),
    ],
)
def test_every_bound_on_a_time_is_read_with_its_side(text: str, first: str | None, last: str | None) -> None:
    """What stands before or behind a year tells whether it is the first or the last, and whether it counts itself."""
    assert [(one.first, one.last) for one in dates(text)] == [(first, last)]


@pytest.mark.parametrize("text", ["later than 1500 people", "before 1200 guests sat down"])
def test_a_count_behind_a_bound_is_no_year(text: str) -> None:
    """A number with what it counts is none of the Middle Ages."""
    assert not dates(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The 1998 bombings shook the port.", "1998"),
        ("According to the 2011 census the village had 236 inhabitants.", "2011"),
        ("The hall was built for the 1978 games.", "1978"),
        ("In response to the 1934 gales the sea wall was raised.", "1934"),
    ],
)
def test_a_year_behind_an_article_is_no_count(text: str, year: str) -> None:
    """Where what follows it is no unit, or the games."""
    assert [one.text for one in dates(text)] == [year]
    assert year not in [one.text for one in quantities(text)]


@pytest.mark.parametrize(
    "text", ["The 2004 hostages were freed.", "The 1900 acres were sold.", "Shares rose to the 2000 mark."]
)
def test_what_a_unit_counts_behind_an_article_is_no_year(text: str) -> None:
    """Hostages, acres, the mark of an index."""
    assert not dates(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The crew lifted off on 19 June and landed on 7 July 1996.", "1996-06-19"),
        ("She sailed on 30 December and arrived on 2 January 1996.", "1995-12-30"),
        ("On 3 May she spoke. On 4 June 1999 she left.", None),
    ],
)
def test_the_year_of_the_second_of_two_days_is_that_of_the_first(text: str, first: str | None) -> None:
    """Where one sentence joins them; a day of a later month was in the year before."""
    assert dates(text)[0].first == first


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The camp was founded in 64 AD.", "0064-01-01", "0064-12-31"),
        ("The city fell in AD 410.", "0410-01-01", "0410-12-31"),
        ("It was launched before the end of 2005.", None, "2005-12-31"),
    ],
)
def test_years_of_the_era_and_ends_of_years(text: str, first: str | None, last: str) -> None:
    """Years of few figures are told by their era; what is before the end of a year may be on its last day."""
    assert [(one.first, one.last) for one in dates(text)] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It was discovered by August Kopff.", []),
        ("the painter August Macke", []),
        ("It was completed by August 1990.", ["by August 1990"]),
        ("In August Germany invaded.", ["August"]),
    ],
)
def test_a_first_name_is_no_month(text: str, times: list[str]) -> None:
    """A name behind August makes it one, unless a word before it leads to a month."""
    assert [one.text for one in dates(text)] == times


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They left on the first Friday of this month.", "2025-03-07"),
        ("The vote is on the second Tuesday in November 2024.", "2024-11-12"),
        ("They left on Friday of their own accord.", "2025-03-14"),
        ("It reopened on the last Monday in January.", "2025-01-27"),
        ("It fell on the last Monday of May 2019.", "2019-05-27"),
        ("They met last Monday in Paris.", "2025-03-10"),
    ],
)
def test_which_of_the_days_of_a_month(text: str, day: str) -> None:
    """The first Friday of a month is counted in it; a Friday alone is the nearest one."""
    assert dates(text, date(2025, 3, 15))[0].first == day


@pytest.mark.parametrize("text", ["on the fourth Friday of this week", "on the third Monday of early May 2024"])
def test_a_time_may_have_fewer_weekdays_than_are_counted(text: str) -> None:
    """Then the number tells no day, and the rest is read as ever."""
    assert dates(text, date(2024, 5, 15))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He scored nine goals in the 2010–11 season.", "2010-01-01", "2011-12-31"),
        ("In 2009-10 he played abroad.", "2009-01-01", "2010-12-31"),
        ("The figures of 2010-12 are out.", "2010-12-01", "2010-12-31"),
        ("It was signed on 2005-06-03.", "2005-06-03", "2005-06-03"),
    ],
)
def test_two_years_in_a_row_are_no_month(text: str, first: str, last: str) -> None:
    """2010–11 is a season of two years; 2010-12 is a month."""
    assert [(one.first, one.last) for one in dates(text, date(2025, 3, 15))] == [(first, last)]
