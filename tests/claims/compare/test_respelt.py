"""Names in two spellings are one name; names that only look alike are two."""

import pytest

from claims.compare import compare_texts
from claims.compare.respelt import one_name, two_names, unaccented
from claims.model import RelationKind


def test_accents_are_taken_off_in_place() -> None:
    """Each letter stays where it stood, and what is no accented letter stays as it is."""
    assert unaccented("Łódź, Ærø, Đà Nẵng: £5 – “gé”") == "Lodz, Aro, Da Nang: £5 – “ge”"


@pytest.mark.parametrize(
    "names",
    [
        "muller mueller",
        "fyodor feodor",
        "catherine katherine",
        "kiev kyiv",
        "svendsen svensen",
        "muammar moammar",
        "gaddafi kadhafi",
        "ahmed ahmad",
        "khaled khalid",
        "osama usama",
        "yevgeny evgeni",
        "faisal feisal",
    ],
)
def test_one_name_in_two_spellings(names: str) -> None:
    """What sounds alike is one name."""
    assert one_name(*names.split())


@pytest.mark.parametrize(
    "names",
    [
        "mario maria",
        "turin torun",
        "burton barton",
        "hansen jansen",
        "leeds lodz",
        "lima lome",
        "keller geller",
        "lund lond",
        "hansen hensen",
        "hassan hussein",
    ],
)
def test_two_names_of_like_letters(names: str) -> None:
    """Another sex, another first syllable or other consonants make another name."""
    assert not one_name(*names.split())


def test_a_surname_made_of_a_name_is_another() -> None:
    """Martinez is not Martin, while a Jamaican is called after Jamaica."""
    assert two_names("martin", "martinez")
    assert not two_names("jamaica", "jamaican")


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (
            "Karl Müller, born in Düsseldorf, taught at Zürich.",
            "Karl Mueller, born in Dusseldorf, taught at Zurich.",
            False,
        ),
        ("The goalkeeper Petr Čech was born in Plzeň.", "The goalkeeper Petr Cech was born in Pilsen.", False),
        ("The winger Sergio Sánchez joined Málaga in 2015.", "The winger Sergio Suárez joined Málaga in 2015.", True),
        ("José Martínez scored both goals.", "José Martín scored both goals.", True),
    ],
)
def test_statements_with_names_in_two_spellings(a: str, b: str, clash: bool) -> None:
    """Another spelling is no clash, and accents do not hide another name."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) == clash
