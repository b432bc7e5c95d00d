"""Sums of what a sentence lists."""

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds

_FILM = "Amber Sea took in more than $200 million worldwide."


def test_what_was_made_here_and_elsewhere_is_the_sum_of_both() -> None:
    """A sum worldwide is that of one country and all others."""
    sentence = "Amber Sea grossed $88.4 million in the United States and ${} million in other territories."
    assert kinds(_FILM, sentence, ("119.2", "91.2")) == REFINES_AND_CONFLICTS
    sentence = sentence.replace("in other", "in all other")
    assert kinds(_FILM, sentence, ("119.2", "91.2")) == REFINES_AND_CONFLICTS


def test_what_two_have_together_is_the_sum() -> None:
    """The two banks together have the employees of both."""
    claim = "Before the merger the two banks together had more than 10,000 employees."
    sentence = "The merger joined Union Bank, with 6,200 employees, and Kredit, with {}."
    assert kinds(claim, sentence, ("4,700", "2,700")) == REFINES_AND_CONFLICTS


def test_two_figures_of_two_things_make_no_sum() -> None:
    """A sum at home and the budget are not added up."""
    told = "Amber Sea grossed $88.4 million in the United States against a budget of $119.2 million."
    assert compare_texts(_FILM, told, given=True).kind is not RelationKind.REFINES


def test_two_times_of_the_clock_tell_how_long_after() -> None:
    """A quarter of an hour after the one is the other."""
    claim = "A quarter of an hour after take-off the aircraft disappeared from radar."
    sentence = "The aircraft took off from Larn at 21:02 and vanished from radar at {}, 70 km off the coast."
    assert kinds(claim, sentence, ("21:17", "21:41")) == REFINES_AND_CONFLICTS


def test_from_a_time_of_one_day_to_one_of_the_next_is_more_than_a_day() -> None:
    """Six in the morning to eleven the next day is 29 hours, not five."""
    claim = "The fire took more than a day to put out."
    told = "The fire broke out at 6 a.m. on 12 July 2012 and was put out at {} July by 150 firefighters."
    assert kinds(claim, told, ("11 a.m. on 13", "11 p.m. on 12")) == REFINES_AND_CONFLICTS


def test_kinds_of_what_is_asked_are_added_up() -> None:
    """Undergraduates and graduate students are students, the staff is not."""
    claim = "The university has under 10,000 students in total."
    told = "Founded in 1921, Orsk University has {} undergraduates and 1,720 graduate students and employs 412 staff."
    assert kinds(claim, told, ("6,850", "8,850")) == REFINES_AND_CONFLICTS


def test_how_long_something_stayed_on_a_chart_is_no_place_on_it() -> None:
    """In the top 50 for half a year, against so many weeks."""
    sentence = "Slow Horses entered the chart at number 9, peaked at number 4 and spent {} weeks in the top 50."
    claim = "Slow Horses stayed in the top 50 for more than half a year."
    assert kinds(claim, sentence, ("31", "21")) == REFINES_AND_CONFLICTS
