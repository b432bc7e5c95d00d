"""What ties two claims of a story is worked out from the claims of both accounts."""

from datetime import date

import pytest

from claims.accounts.signals import SIGNALS, Story, Told
from claims.accounts.values import of_one_sort, same_figure
from claims.compare import features_of
from claims.compare.facets.measured import figures

DAY = date(2025, 6, 20)


def told(statements: list[str]) -> list[Told]:
    """Claims of a document, one after the other."""
    return [
        Told(features_of(one, date=DAY), number * 100, number * 100 + len(one)) for number, one in enumerate(statements)
    ]


def signal(name: str, a: list[str], b: list[str], i: int = 0, j: int = 0) -> float:
    """One signal of the pair (i, j)."""
    return Story(told(a), told(b)).signals(i, j)[SIGNALS.index(name)]


REST = ["The orchard is old.", "Nobody answered the phone.", "Rain fell in the hills."]


def test_what_few_claims_have_weighs_more() -> None:
    """A word of two claims tells more than a word of all."""
    rare = signal("words", ["The cooper left.", *REST], ["A cooper came.", *REST])
    common = signal("words", ["The cooper left.", "A cooper slept."], ["A cooper came.", "The cooper sang."])
    assert rare > common > 0


def test_which_of_a_row_is_no_shared_word() -> None:
    """The third stop of a tour and the third year of a career; the stop itself is one."""
    assert signal("words", ["滨海是巡演的第三站", *REST], ["出道第三年在商场唱歌", *REST]) == 0
    assert signal("words", ["The third stop was long.", *REST], ["A third witness came.", *REST]) == 0
    assert signal("words", ["The third stop was long.", *REST], ["They left the third stop.", *REST]) > 0


def test_a_figure_is_the_same_by_its_value() -> None:
    """Also without its unit and its millions; another one is a rival where neither has a partner."""
    a = ["The bridge cost £38 million.", *REST]
    assert signal("figures", a, ["They say thirty-eight million.", *REST]) > 0.5
    assert signal("figures", a, ["Fifty-one million, I hear.", *REST]) == 0
    assert signal("rivals", a, ["It came to £51 million.", *REST]) == 1.0
    assert signal("rivals", a, ["It came to £51 million.", "The bridge cost £38 million."]) < 1.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("They bid £30 million.", "The bid was thirty.", True),
        ("It rose to 8.3 metres.", "The gauge stood at 8.3.", True),
        ("It rose to 8.3 metres.", "The gauge stood at 7.9.", False),
        ("A full 62% agreed.", "Just under 60% agreed.", False),
        ("There were 3,200 guests.", "More than 3,000 guests came.", True),
        ("There were 11,000 guests.", "More than 3,000 guests came.", False),
    ],
)
def test_speech_leaves_out_what_is_counted(one: str, other: str, *, same: bool) -> None:
    """A bare figure is the same as one of its value, or of so many millions; an open one reaches not far."""
    (mine,), (theirs,) = figures(features_of(one)), figures(features_of(other))
    assert same_figure(mine, theirs) is same


def test_figures_of_two_sorts_are_no_rivals() -> None:
    """A share and a sum measure different things."""
    (share,), (total,) = figures(features_of("It rose by 9%.")), figures(features_of("It cost £12 million."))
    assert of_one_sort(share, total) == 0


def test_words_of_one_meaning_tie() -> None:
    """In one language they are met in the glossary."""
    a, b = ["The captain slept.", *REST], ["A crew ran off.", *REST]
    assert signal("akin", a, b) > 0
    assert signal("words", a, b) == 0


def test_chinese_words_meet_in_their_characters() -> None:
    """冷库 and 冷藏库 have two in common; what is counted is a word of an English claim too."""
    a, b = ["冷库里有老鼠。", "天气很热。", "他走了。"], ["检查冷藏库。", "天气很热。", "大家都来了。"]
    assert signal("characters", a, b) > 1
    assert signal("characters", a, b, 0, 2) == 0
    assert signal("words", ["Some 90 musicians came.", *REST], ["There were 120 musicians.", *REST]) > 0


def test_days_and_months_tie() -> None:
    """A day of two claims tells; two days of which nobody else tells are rivals."""
    a = ["The vote was on 3 May.", *REST]
    assert signal("days", a, ["Votes were counted on 3 May.", *REST]) == 1.0
    assert signal("other_days", a, ["Votes were counted on 5 May.", *REST]) == 1.0
    assert signal("days", a, ["Votes were counted on 5 May.", *REST]) == 0


@pytest.mark.parametrize(
    ("lately", "long_ago"),
    [("this year", "in 2016"), ("last year", "in 2016"), ("on 18 June 2025", "on 18 June 2019")],
)
def test_of_this_year_and_of_these_weeks_everything_is_told(lately: str, long_ago: str) -> None:
    """That two things were so in 2016 tells more than that two were so this year."""
    near, far = (
        signal("days", [f"The mill was sold {time}.", *REST], [f"A fire broke out {time}.", *REST])
        for time in (lately, long_ago)
    )
    assert 0 < near < far


@pytest.mark.parametrize(
    ("a", "b", "unanswered"),
    [
        ("Every pack is to be swapped in September.", "Dealers get £25 for each pack.", 1.0),
        ("Every pack is to be swapped.", "Dealers get £25 for each pack.", 0.5),
        ("Every pack is to be swapped.", "Dealers swap packs.", 0.0),
        ("Dealers are paid £25 a pack from May.", "Dealers get £25 for each pack.", 0.0),
    ],
)
def test_figures_and_times_want_an_answer(a: str, b: str, unanswered: float) -> None:
    """Two claims that share neither, though they give some, are less likely of one thing."""
    assert signal("unanswered", [a, *REST], [b, *REST]) == unanswered


def test_who_was_the_first_ties() -> None:
    """Whatever words say what was done first."""
    assert signal("events", ["最先停工的是纸厂", *REST], ["第一个关门的是砖窑", *REST]) > 0


def test_hours_tie_and_years_since() -> None:
    """The hour by either clock; since 1987, and in 1987."""
    assert signal("words", ["At 7.40 p.m. it sank.", *REST], ["19时40分沉没。", *REST]) > 0.5
    assert signal("days", ["She has run it since 1987.", *REST], ["In 1987 the post fell to her.", *REST]) > 0.3


def test_what_stands_beside_counts() -> None:
    """The name stands in the claim before."""
    a, b = ["Ana Brandt won the chess final.", *REST], ["The chess final was long.", "Brandt was tired."]
    assert signal("beside", a, b, 0, 1) > 0


def test_the_order_counts_as_far_as_it_is_kept() -> None:
    """Where both tell in one order, a pair out of it is less likely; where they do not, the order tells nothing."""
    a = [f"The {name} of Orlen cost £{number} million." for number, name in enumerate(("quay", "mill", "dome"), 31)]
    kept, turned = Story(told([*a, *REST]), told([*a, *REST])), Story(told([*a, *REST]), told([*REST, *reversed(a)]))
    apart = SIGNALS.index("apart")
    assert kept.measured()[0, 0][apart] < 0 < kept.measured()[0, 2][apart]
    assert abs(turned.measured()[0, 5][apart]) < kept.measured()[0, 2][apart] + 0.2


def test_two_languages_meet_in_words_names_and_figures() -> None:
    """Metro and 地铁; Okello by its sound; a sum in both."""
    a = ["Metro drivers walked out for 36 hours.", "The mediator, Ruth Okello, spoke on Friday.", *REST]
    b = ["地铁司机停工36个小时", "调解人奥凯洛星期五讲话", "天气很热"]
    assert signal("words", a, b) > 1
    assert signal("figures", a, b) > 0
    assert signal("names", a, b, 1, 1) > 0
    assert signal("names", a, b, 0, 1) == 0
