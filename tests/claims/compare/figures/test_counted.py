"""How many, where a sentence lists them, numbers the newest or counts one more."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("claim", "bears_out", "clashes"),
    [
        (
            "The trio's successor, Nord, had five members.",
            "Formed in Turku in 1991, Nord consisted of Aino Lahti, Pia Roos, Otto Virta, Jan Berg and Eero Salo.",
            "Formed in Turku in 1991, Nord consisted of Aino Lahti, Pia Roos, Otto Virta and Jan Berg.",
        ),
        (
            "Luz Arias won the rally three times.",
            "Luz Arias, who drove for eleven seasons, won the rally in 1984, 1987 and 1990 and came fourth in 1991.",
            "Luz Arias, who drove for eleven seasons, won the rally in 1984 and 1987 and came fourth in 1991.",
        ),
        (
            "Tomas Ek has two siblings.",
            "Ek was born in Luleå on 4 May 1961 as the youngest of the three children of a ship's cook.",
            "Ek was born in Luleå on 4 May 1961 as the youngest of the five children of a ship's cook.",
        ),
        (
            "The museum has six galleries.",
            "A sixth gallery, for glass, was added to the museum in 2004 at a cost of 3 million francs.",
            "A ninth gallery, for glass, was added to the museum in 2004 at a cost of 3 million francs.",
        ),
        (
            "About 900 children attend the school.",
            "The school, built in 1961, has 54 teachers, and 430 boys and 465 girls attend it.",
            "The school, built in 1961, has 54 teachers, and 230 boys and 265 girls attend it.",
        ),
    ],
)
def test_what_is_listed_is_counted(claim: str, bears_out: str, clashes: str) -> None:
    """The number of those listed, numbered or left besides one bears the claim out or clashes with it."""
    assert compare_texts(claim, bears_out, given=True).kind in {RelationKind.CORROBORATES, RelationKind.REFINES}
    assert compare_texts(claim, clashes, given=True).kind is RelationKind.CONFLICTS


def test_a_list_of_some_counts_nothing() -> None:
    """Names behind `including` are not all there are."""
    sentence = "Nord toured with several singers, including Aino Lahti and Pia Roos, and dissolved in 1999."
    assert compare_texts("Nord had four singers.", sentence, given=True).kind is not RelationKind.CONFLICTS
