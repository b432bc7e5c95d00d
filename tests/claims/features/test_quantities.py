"""Quantities: values, units and spans in sentences of our own, and what must hold for any text."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.features.dates import dates
from claims.features.quantities import quantities
from claims.model import DateSpan, Quantity
from tests.claims.features.case_files import Case, Reading, cases, score


def _number(value: float | None) -> str:
    return "" if value is None else str(int(value)) if float(value).is_integer() else str(round(value, 6))


def _written(quantity: Quantity) -> Reading:
    low, high = _number(quantity.low), _number(quantity.high)
    interval = low if low == high else f"{low}..{high}"
    return quantity.text, " ".join(filter(None, (interval, quantity.unit, "~" if quantity.approximate else "")))


def _found(name: str) -> Iterator[tuple[Case, list[Reading]]]:
    return ((case, [_written(one) for one in quantities(case.text)]) for case in cases(name))


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("quantities_dev.txt", 0.97),
        ("quantities_heldout.txt", 0.95),
        ("quantities_heldout_late.txt", 0.95),
        ("quantities_heldout_last.txt", 0.9),
    ],
)
def test_quantities_of_our_sentences_are_read(name: str, floor: float) -> None:
    """Nearly every quantity has the right span, bounds, unit and approximation, and hardly anything else is found."""
    result = score(_found(name))
    assert result.share >= floor, result
    assert result.surplus <= 0.05 * result.expected, result


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("104 episodes over five seasons", (5, 5)),
        ("Rents rose 40 percent over ten years.", (10, 10)),
        ("The congress was held over three days.", (3, 3)),
        ("The strike lasted over three days.", (3, None)),
        ("The fleet has 12 ships over 40 years old.", (40, None)),
        ("She had worked there over ten years.", (10, None)),
        ("The yard handed over 104 ships.", (104, 104)),
        ("The clerk signed over 12 deeds.", (12, 12)),
    ],
)
def test_over_a_time_is_a_bound_or_during_it(text: str, bounds: tuple[float, float | None]) -> None:
    """What is spread over a time is no longer than it; what lasts over a time is."""
    assert (quantities(text)[-1].low, quantities(text)[-1].high) == bounds


def _interval(text: str) -> list[tuple[float | None, float | None]]:
    return [(one.low, one.high) for one in quantities(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三億", "30000万"),
        ("3億元", "30000萬元"),
        ("三成", "30%"),
        ("百分之三十", "30 percent"),
        ("十一人", "11人"),
        ("1.5bn", "1500 million"),
        ("兩萬三千人", "2.3万人"),
        ("３０％", "30%"),
        ("四分之一", "25%"),
        ("一半", "50%"),
        ("half of them", "50 percent of them"),
        ("廿五年", "25年"),
        ("壹佰贰拾万元", "120万元"),
        ("三亿五千万", "3.5亿"),
        ("12万8千人", "128000人"),
        ("两年半", "2.5年"),
        ("一个半小时", "1.5小时"),
        ("a dozen people", "12 people"),
        ("twenty-five years", "25 years"),
        ("two thousand three hundred votes", "2,300 votes"),
        ("$3m", "3 million dollars"),
        ("至少8人", "at least 8 people"),
        ("近300名", "nearly 300 people"),
        ("3至5天", "3-5 days"),
        ("七位數", "seven figures"),
        ("翻了一番", "doubled"),
        ("三分之二", "two thirds"),
        ("3.5萬", "35,000"),
        ("1 000 000人", "1,000,000人"),
        ("half a million", "50万"),
        ("2小时30分", "2.5 hours"),
        ("十五至二十", "15至20"),
        ("九成五", "95%"),
        ("千分之五", "0.5%"),
        ("one in five", "两成"),
        ("每五名學生中只有一人", "20%"),
        ("每100戶就有3戶", "3%"),
        ("每十個國中生有九個", "九成"),
        ("5 crore", "5000万"),
    ],
)
def test_two_writings_of_one_value_agree(one: str, other: str) -> None:
    """What is said in figures, in words or in the other script is the same interval."""
    assert _interval(one)
    assert _interval(one) == _interval(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has an average rating of 6.3/10.", [63]),
        ("The album was rated below 7/10 by most critics.", [70]),
        ("Readers give the novel 4.2 out of 5.", [84]),
        ("The hotel scores 3.5 out of five.", [70]),
        ("The game has a score of 62/100.", [62]),
        ("On 6/10 the council met.", []),
        ("The car needs 6.5/100 km.", []),
    ],
)
def test_a_mark_on_a_scale_is_a_share_of_it(text: str, expected: list[float]) -> None:
    """Two whole numbers with a stroke are a mark near a word for one only; elsewhere they may be a day."""
    found = [(one.low if one.low is not None else one.high, one.unit) for one in quantities(text)]
    assert found == [(value, "%") for value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam cost two and a half million euros.", [(2_500_000, "EUR")]),
        ("It sold for one and a quarter million dollars.", [(1_250_000, "USD")]),
        ("She trained for a month and a half in Kenya.", [(1.5, "months")]),
        ("Rates rose to 2 and a half percent.", [(2.5, "%")]),
        ("They walked twelve and three-quarter miles.", [(12.75, "miles")]),
        ("He kept three cats and a half dozen dogs.", [(3, "cats"), (6, "dogs")]),
    ],
)
def test_a_mixed_number_is_one_number(text: str, expected: list[tuple[float, str]]) -> None:
    """The half belongs to the two before it, and the scale to both."""
    assert [(one.low, one.unit) for one in quantities(text)] == expected


def test_a_noun_joined_to_a_number_is_what_it_counts() -> None:
    """A 112-room hotel has 112 rooms, and a trial of 9,000 people is 9,000-strong."""
    found = quantities("The 112-room hotel, a thirteen-episode series and the 9,000-strong crowd on a 100-based scale.")
    assert [(one.low, one.unit) for one in found] == [(112, "rooms"), (13, "episodes"), (9000, "people")]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Unemployment edged up to 6.4 percent in May.", (6.4, 6.4)),
        ("The rate went up to 5 percent.", (5, 5)),
        ("Rainfall of up to 90 mm is expected.", (None, 90)),
    ],
)
def test_up_to_behind_a_verb_of_change_is_no_bound(text: str, bounds: tuple[float | None, float]) -> None:
    """It leads to where the thing went."""
    assert [(one.low, one.high) for one in quantities(text)] == [bounds]


@pytest.mark.parametrize("text", ["12年", "工作了12年", "12年之久", "12 年", "他干了12年的活"])
def test_twelve_years_are_a_duration(text: str) -> None:
    """12年 is never the year 2012."""
    (found,) = quantities(text)
    assert (found.low, found.high, found.unit) == (12, 12, "years")


def test_the_currency_of_yuan_follows_the_script_and_the_language() -> None:
    """元 is CNY in simplified, TWD in traditional script, and HKD in a text tagged zh-HK."""
    assert [one.unit for one in quantities("罚款6000元")] == ["CNY"]
    assert [one.unit for one in quantities("罰款6000元")] == ["TWD"]
    assert [one.unit for one in quantities("罰款6000元", "zh-HK")] == ["HKD"]


def test_what_is_measured_is_named_in_the_words_of_the_text() -> None:
    """The noun phrase after a count, else the one before the value."""
    assert [one.of for one in quantities("近300名工程師離職")] == ["工程師"]
    assert [one.of for one in quantities("保留率高达80%。")] == ["保留率"]
    assert [one.of for one in quantities("nearly 40 senior engineers left")] == ["senior engineers"]


_PIECES = """
1 2 12 300 3.5 1,000 一 二 三 两 十 百 千 万 亿 億 零 半 几 數 多 余 约 近 超过 至少 到 至 - ~ 、
个 個 名 人 年 月 日 天 周 元 美元 $ % 成 倍 分之 点 點 度 级 ℃ 三成 百分之 零下 minus ' "
of one two half dozen hundred million bn m k and to or between about over people years km May in 2012 + . , ( )
"""
_anything = st.text(max_size=80)
_numberish = st.lists(st.sampled_from([*_PIECES.split(), " ", "，", "。", "\n"]), max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(_anything, _numberish), st.sampled_from([None, "zh-Hant", "en", "zh-HK", "x"]))
@example("一" * 100, None)
@example("\ud800三人", None)
@example("分之" * 20, None)
def test_any_text_is_read_without_error_and_with_exact_offsets(text: str, language: str | None) -> None:
    """Offsets point at the words, quantities are in order and apart, low is not above high, twice gives the same."""
    found = quantities(text, language)
    last = 0
    for one in found:
        assert one.start is not None
        assert one.end is not None
        assert last <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert one.low is not None or one.high is not None
        assert one.low is None or one.high is None or one.low <= one.high
        last = one.end
    assert quantities(text, language) == found


@pytest.mark.parametrize("name", ["quantities_dev.txt", "quantities_heldout_late.txt"])
def test_a_sentence_means_the_same_among_others(name: str) -> None:
    """Unrelated sentences before and after a sentence change nothing but the offsets."""
    before, after = "他们离开了那里。\nThey went home.\n", "\n大家都知道这件事。"
    for case in cases(name):
        language = "zh-Hant" if "元" in case.text else None
        alone = [(one.text, one.low, one.high) for one in quantities(case.text, language)]
        among = [(one.text, one.low, one.high) for one in quantities(before + case.text + after, language)]
        assert among == alone


_REPEATED = (
    *("1", "一", "1-", "一到", "1 to ", "1,000,", "百分之", "几", "$", "近", "数", "点一"),
    *("one and ", "hundred ", "https://", "+1 ", "a"),
)


@pytest.mark.parametrize("piece", _REPEATED)
def test_repetition_costs_no_more_than_it_is_long(piece: str) -> None:
    """Hostile repetition stays linear: else it would take the processor minutes, not a second."""
    text = piece * (30_000 // len(piece))
    began = time.process_time()
    quantities(text)
    assert time.process_time() - began < 10


def test_quantities_and_dates_that_are_read_would_pass_the_check() -> None:
    """What the readers make without checking is what checking would make of it, whole numbers included."""
    text = "On 3 May 2019 more than 300.0 people, 至少8名 and 1.5 million left, 40% of them since 2012."
    for quantity in quantities(text):
        again = Quantity.model_validate(quantity.model_dump())
        assert again == quantity
        assert again.model_dump_json() == quantity.model_dump_json()
    for span in dates(text):
        again_span = DateSpan.model_validate(span.model_dump(by_alias=True))
        assert again_span == span
        assert again_span.model_dump_json() == span.model_dump_json()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("這名前鋒本季至少攻入二十球。", 20, None),
        ("新线最多耗资三百亿元。", None, 30_000_000_000),
        ("救護車在十分鐘內抵達。", None, 10),
        ("奖牌最多的代表团拿下三十面金牌。", 30, 30),
        ("選區內部三百人連署。", 300, 300),
    ],
)
def test_bounds_apart_from_their_figure(text: str, low: float | None, high: float | None) -> None:
    """An adverb before the verb bounds the figure that is its object, and so does 内 behind it."""
    (one,) = quantities(text)
    assert (one.low, one.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("双方过去三度交手，主队皆落败。", [("三度", "times")]),
        ("她曾两度出任该党主席。", [("两度", "times")]),
        ("国会四度否决该案。", [("四度", "times")]),
        ("气温升高三度左右。", [("三度左右", "°C")]),
        ("塔身向南倾斜了五度左右。", [("五度左右", "degrees")]),
        ("行星的近日点距离为0.8天文单位。", [("0.8天文单位", "AU")]),
        ("彗星绕太阳一周不到八十年。", [("不到八十年", "years")]),
        ("卫星绕地球三周，随即返回。", [("三周", "laps")]),
        ("双方围绕草案谈判了三周。", [("三周", "weeks")]),
        ("有问题的论文共9篇，", [("9篇", "papers")]),
        ("車輛受損8輛。", [("8輛", "vehicles")]),
        ("他写了3篇。", [("3篇", "篇")]),
        ("他写有两部歌剧、三首歌和四本书。", [("两部", "部"), ("三首", "songs"), ("四本", "books")]),
        ("She will take out 25 million pounds of costs.", [("25 million pounds", "GBP")]),
        ("Farmers grew 25 million pounds of cherries.", [("25 million pounds", "lb")]),
        ("He lost 40 pounds in a year.", [("40 pounds", "lb")]),
    ],
)
def test_a_unit_is_told_by_the_words_around_it(text: str, expected: list[tuple[str, str]]) -> None:
    """度 counts times before a deed, 周 rounds after 绕; a noun before it counts, a noun is no other's beginning."""
    assert [(one.text, one.unit) for one in quantities(text)] == expected


def test_a_hundred_years_in_a_word_are_a_hundred_and_more() -> None:
    """百年神像 tells that it is old, not that it is just a hundred; 一百年 is a hundred years."""
    (old,), (exact,) = quantities("廟裡的百年神像失竊。"), quantities("神像供奉了一百年。")
    assert (old.low, old.high, old.approximate) == (90, None, True)
    assert (exact.low, exact.high) == (100, 100)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("投票率没有过半", None, 50),
        ("得票率未過半數", None, 50),
        ("得票率過半", 50, None),
        ("水位很少超过3米", None, 3),
        ("接种率未达到90%", None, 90),
        ("销量没有突破80万册", None, 800_000),
    ],
)
def test_a_chinese_bound_that_is_denied_is_turned(text: str, low: float | None, high: float | None) -> None:
    """没有过半 is half or less."""
    [one] = quantities(text)
    assert (one.low, one.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The tower has thirty-odd floors", 30, 39),
        ("some 400-odd people", 400, 499),
        ("three odd shoes", 3, 3),
        ("faster than 2 hours 10", None, 2.166667),
        ("slower than two hours ten", 2.166667, None),
        ("faster than 300 km/h", 300, None),
        ("three quarters of an hour", 0.75, 0.75),
        ("three quarters of a million people", 750_000, 750_000),
        ("three quarters of the seats", 75, 75),
        ("under minus sixty degrees", None, -60),
        ("their 81 home games", 81, 81),
        ("Season two had 22 episodes", 22, 22),
    ],
)
def test_english_numbers_in_words_of_their_own(text: str, low: float | None, high: float | None) -> None:
    """Thirty-odd is less than forty; what is faster takes less time; a part of a unit or a million is no share."""
    [one] = quantities(text)
    assert (one.low, one.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Lombardia had 4,178 of the country's 6,820 deaths.", ["people", "people"]),
        ("Berg wrote nine of the album's 14 songs.", ["songs", "songs"]),
        ("She won two of her last 11 fights.", ["fights", "fights"]),
        ("Some 6,000 mourners and 40 cyclists came.", ["people", "people"]),
    ],
)
def test_a_part_counts_what_its_whole_does(text: str, units: list[str]) -> None:
    """Whoever owns the whole; mourners and cyclists are people."""
    assert [one.unit for one in quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("八成長者有慢性病", [80]),
        ("營收八成長自海外", []),
        ("只需接種一劑", [1]),
        ("他是一名作家", []),
        ("一名作家得獎", [1]),
    ],
)
def test_chinese_ones_that_count(text: str, low: list[float]) -> None:
    """Eight in ten of the old are a share; one of a trade is no count, but no more than one of a thing is."""
    assert [one.low for one in quantities(text)] == low


def test_so_many_million_behind_a_noun_that_is_numbered_is_no_number_of_it() -> None:
    """This episode 3.8 million, but episode 3."""
    assert [one.low for one in quantities("This episode drew 3 viewers, the next episode 3.8 million.")] == [3, 3800000]
    assert quantities("Episode 3 was the last.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shares fell 12p to 230p.", [(0.12, 0.12), (2.3, 2.3)]),
        ("The fee went up by 2 dollars to 14 dollars.", [(2, 2), (14, 14)]),
        ("股價下跌12元至230元", [(12, 12), (230, 230)]),
        ("每碗加四元至46元", [(4, 4), (46, 46)]),
        ("Prices rose 3% to 5%.", [(3, 5)]),
        ("价格上涨了2元到3元", [(2, 3)]),
        ("Between 12p and 230p was paid.", [(0.12, 2.3)]),
    ],
)
def test_what_rose_by_so_much_to_many_times_that_is_no_range(text: str, expected: list[tuple[float, float]]) -> None:
    """Fell 12p to 230p gives the fall and where it ended; two figures of like size are the ends of a range."""
    assert [(one.low, one.high) for one in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The speech took an hour and a quarter.", [(1.25, "hours")]),
        ("The walk takes an hour and twenty minutes.", [(1.333333, "hours")]),
        ("She was jailed for a year and six months.", [(1.5, "years")]),
        ("The dive lasted a minute and ten seconds.", [(1.166667, "minutes")]),
        ("He ran it in 3 hours, 12 minutes and 5 seconds.", [(3.201389, "hours")]),
        ("It lasted two hours, 30 minutes longer than planned.", [(2, "hours"), (30, "minutes")]),
        ("A two-and-a-half-year-old horse won.", [(2.5, "years")]),
        ("The film is one-and-a-half hours long.", [(1.5, "hours")]),
        ("It stood for a hundred-and-fifty years.", [(150, "years")]),
        ("An hour and two goals later it was over.", [(2, "goals")]),
        ("They left an hour later.", []),
    ],
)
def test_one_of_a_unit_and_some_of_the_next(text: str, expected: list[tuple[float, str]]) -> None:
    """An hour and twenty minutes are eighty minutes, not twenty; an hour alone is an article and a noun."""
    assert [(one.low, one.unit) for one in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他今年30来岁", [(30, "years", True)]),
        ("店里有200来人", [(200, "people", True)]),
        ("他1990来过这里", []),
        ("选手中30来自法国", [(30, None, False)]),
    ],
)
def test_so_many_or_thereabouts(text: str, expected: list[tuple[float, str | None, bool]]) -> None:
    """来 between a number and its unit leaves it open by a little; 来过 and 来自 are verbs."""
    assert [(one.low, one.unit, one.approximate) for one in quantities(text)] == expected
