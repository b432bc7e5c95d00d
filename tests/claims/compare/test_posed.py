"""Short claims that a long sentence answers only when one reckons."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("claim", "bears_out", "clashes"),
    [
        (
            "Over half of the crew of the Petrel deserted.",
            "Of the 64 men who had signed on in Hull, 37 deserted from the Petrel at Valport, and nine more were sick.",
            "Of the 64 men who had signed on in Hull, 17 deserted from the Petrel at Valport, and nine more were sick.",
        ),
        (
            "The bypass cost more than planned.",
            "Budgeted at 88 million euros, the 14-km bypass was opened in 2011, after a final cost of 117 million.",
            "Budgeted at 88 million euros, the 14-km bypass was opened in 2011, after a final cost of 79 million.",
        ),
        (
            "Ana Solheim was in her forties when she became rector.",
            "Solheim, born in May 1921, had published three books before the senate chose her as rector in June 1964.",
            "Solheim, born in May 1921, had published three books before the senate chose her as rector in June 1974.",
        ),
        (
            "The duo's second album reached the top five in Norway.",
            "Their second album, recorded in 12 days, took the duo to number 3 in Norway and was certified gold.",
            "Their second album, recorded in 12 days, took the duo to number 9 in Norway and was certified gold.",
        ),
    ],
)
def test_what_is_reckoned_decides(claim: str, bears_out: str, clashes: str) -> None:
    """A share, two figures, a birth and a later year, a place on a list each answer a claim, both ways."""
    assert compare_texts(claim, bears_out, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, clashes, given=True).kind is RelationKind.CONFLICTS
    turned = compare_texts(clashes, claim, given=True)
    assert turned.kind is RelationKind.CONFLICTS
