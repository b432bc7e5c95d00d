"""How two claims stand to one another, and why.

    features_of(statement) ─► Features, once per claim
    compare(a, b)          ─► Comparison: kind, facet, score, reasons

Likeness of words only nominates: arithmetic on figures, and slots compared one by one, decide.
"""

import datetime
from collections.abc import Iterable

from claims.compare.alignment import Pair
from claims.compare.decide import relation
from claims.compare.reading import cached_features, features_of
from claims.compare.values import Comparison, Features, Retelling

__all__ = ["Comparison", "Features", "Retelling", "compare", "compare_texts", "features_of", "read_ahead"]


def compare(
    a: Features,
    b: Features,
    *,
    same_document: bool = False,
    same_voice: bool = False,
    given: bool = False,
    told: Retelling | None = None,
) -> Comparison:
    """How a stands to b. Two claims are of one voice when one origin makes both.

    `given` says that somebody laid the two side by side, `told` that they stand in two accounts of one story and
    answer to each other there: less then shows that they tell the same.
    """
    if a.key < b.key or (a.key == b.key and _order(a) <= _order(b)):
        return relation(Pair(a, b, same_document, same_voice, given, told))
    found = relation(Pair(b, a, same_document, same_voice, given, told))
    return found.model_copy(update={"direction": _TURNED[found.direction]}) if found.direction else found


_TURNED = {"a_to_b": "b_to_a", "b_to_a": "a_to_b"}


def _order(one: Features) -> tuple[str, ...]:
    """One order for every pair, whatever the script: the answer cannot hang on which is named first."""
    figures = [f"{quantity.low} {quantity.high}" for quantity in one.quantities]
    return *figures, *(f"{date.first} {date.last}" for date in one.dates), one.text


def compare_texts(
    a: str, b: str, date_a: datetime.date | None = None, date_b: datetime.date | None = None, *, given: bool = False
) -> Comparison:
    """How two bare statements stand to one another; the same words count as the same voice."""
    return compare(
        cached_features(a, date_a), cached_features(b, date_b), same_document=True, same_voice=True, given=given
    )


def read_ahead(texts: Iterable[tuple[str, datetime.date | None]]) -> None:
    """Read texts, each with the day of its document, that `compare_texts` is about to compare."""
    for text, date in texts:
        cached_features(text, date).tokens  # noqa: B018  worked out and kept
