"""Claims about eras, bounds and ends, against the times that a sentence gives."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("claim", "sentence", "ends"),
    [
        ("After 2012 Ana Ruiz was no longer the mayor of Telde.",
         "Ruiz, a lawyer, governed Telde as its mayor from 1999 until her retirement in {}, when her deputy took over.",
         ("2009", "2016")),
        ("By 2015 Otto Lind was no longer the organist of Varde cathedral.",
         "Lind, who wrote 40 motets, was organist of Varde cathedral from 1988 until his death in {}.",
         ("2013", "2019")),
        ("The Corran line no longer carried passengers after 1970.",
         "The Corran line, opened in 1884, carried passengers until {} and goods for some years more.",
         ("1964", "1978")),
        ("After the 1980s the mint at Orval no longer struck silver coins.",
         "Founded in 1871, the mint at Orval struck silver coins until {}, when the metal became too dear.",
         ("1979", "1996")),
    ],
)  # fmt: skip
def test_what_is_no_longer_has_ended(claim: str, sentence: str, ends: tuple[str, str]) -> None:
    """That something is no longer so is answered by its end, not by its beginning."""
    kinds = [compare_texts(claim, sentence.format(end), given=True).kind for end in ends]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


@pytest.mark.parametrize(
    ("claim", "sentence", "times"),
    [
        ("The canal was opened no later than 1830.",
         "The 31-kilometre canal, with its 14 locks, was inaugurated on 4 June {} and closed to goods in 1931.",
         ("1828", "1834")),
        ("The chapel was not built before 1500.",
         "The chapel, whose bell weighs 240 kilograms, was built in {} and restored in 1804 and again in 1962.",
         ("1512", "1488")),
        ("The deputy sat in the chamber until at least 1894.",
         "First elected in 1871 at the age of 33, the deputy chaired two committees and left the chamber in {}.",
         ("1897", "1889")),
        ("The paper was founded before May 1921.",
         "The paper, which sold 9,000 copies in its best years, was founded on 14 {} 1921 by two printers.",
         ("March", "August")),
    ],
)  # fmt: skip
def test_a_bound_on_a_time_is_answered_on_its_side(claim: str, sentence: str, times: tuple[str, str]) -> None:
    """No later than, not before, until at least: each asks the time of its own deed to lie on one side."""
    kinds = [compare_texts(claim, sentence.format(time), given=True).kind for time in times]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_a_time_that_lies_within_answers_no_figure() -> None:
    """That an eruption fell in the century does not bear out how many there were."""
    sentence = "Mount Arn erupted {} times in the nineteenth century, worst of all on 3 May 1871, when 90 people died."
    claim = "The volcano erupted fewer than eight times in the nineteenth century."
    assert compare_texts(claim, sentence.format("five"), given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, sentence.format("nine"), given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence", "years"),
    [
        ("The duo split up before 1980.",
         "Founded in Graz in 1961, Lind & Sohn made nine records, sold 340,000 of them and disbanded in {}.",
         ("1974", "1986")),
        ("The journal ceased publication before 1940.",
         "The Tidewater Review, founded in 1877 with 300 readers, printed 9,000 copies in 1912 and closed in {}.",
         ("1933", "1946")),
        ("The airship had made its maiden flight by 1910.",
         "The 122-metre airship, of which two were built, first flew on 4 July {} and stayed in service until 1923.",
         ("1908", "1913")),
    ],
)  # fmt: skip
def test_the_end_of_a_thing_is_told_in_other_words(claim: str, sentence: str, years: tuple[str, str]) -> None:
    """What ceased is not answered by its beginning, and what began is not answered by its end."""
    kinds = [compare_texts(claim, sentence.format(year), given=True).kind for year in years]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_what_was_begun_says_not_when_it_ended() -> None:
    """The year of a signature does not refute when a treaty ran out."""
    sentence = "Signed in 1949 for a term of 25 years, the pact was never renewed by either of the two governments."
    assert compare_texts("The pact expired in the 1970s.", sentence, given=True).kind is not RelationKind.CONFLICTS


def test_what_there_was_not_until_a_century_was_there_in_it() -> None:
    """No school until the twentieth century: the first one in it."""
    told = "The valley, settled since 1640, got its first school in {}, and electricity in 1931."
    kinds = [
        compare_texts("The valley had no school until the twentieth century.", told.format(year), given=True).kind
        for year in (1904, 1884)
    ]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_the_time_of_the_very_deed_is_meant() -> None:
    """The goal, not the year in which he joined the club that the claim names too."""
    told = (
        "Marchi, who joined Lazio in 2005, scored his 100th goal for the club on 17 {} 2012 and left two years later."
    )
    kinds = [
        compare_texts("Marchi scored his 100th goal for Lazio before June 2012.", told.format(month), given=True).kind
        for month in ("March", "August")
    ]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_the_second_time_is_not_the_first() -> None:
    """When it was climbed for the second time tells nothing of the first."""
    told = "Mount Keld was first climbed by a party of four in July {}, and for the second time in 1961."
    claim = "Mount Keld was climbed for the first time in the interwar period."
    kinds = [compare_texts(claim, told.format(year), given=True).kind for year in (1931, 1951)]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_what_has_been_around_since_before_a_time_was_founded_by_then() -> None:
    """How long it has been listed tells nothing of when it began."""
    told = "Corran Mills, founded in {} by two brothers, employs 900 people and has been listed since 1957."
    claim = "Corran Mills has been around since before World War I."
    kinds = [compare_texts(claim, told.format(year), given=True).kind for year in (1908, 1921)]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_so_many_of_several_are_counted() -> None:
    """Two of three children were born before 1900 if two of the three years lie before it."""
    told = "Vera Holm had three children: Ruth (born 1894), Edwin (born {}) and Agnes (born 1905)."
    claim = "Two of her three children were born before 1900."
    kinds = [compare_texts(claim, told.format(year), given=True).kind for year in (1897, 1902)]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]
