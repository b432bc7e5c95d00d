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
