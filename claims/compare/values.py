"""What comparison works with and what it answers: features of a statement, findings, the comparison itself."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from pydantic import ConfigDict, Field

from claims.compare.tokens import Tokens, tokens_of
from claims.features.frames import Frame, frames
from claims.model import Certainty, DateSpan, Facet, Quantity, RelationKind, Resolution
from evidence.model import Value
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

Direction = Literal["a_to_b", "b_to_a"]
T = TypeVar("T")
K = TypeVar("K")
M = TypeVar("M")


if TYPE_CHECKING:
    once = cached_property
else:

    class once(cached_property):  # noqa: N801  it reads as a decorator
        """`functools.cached_property` without the lock that it takes until Python 3.12."""

        def __get__(self, owner: object, kind: type | None = None) -> object:
            """The value, worked out when it is first asked for; then it stands in the way of this."""
            if owner is None:
                return self
            value = owner.__dict__[self.attrname] = self.func(owner)
            return value


class Features(Value):
    """All that comparison knows of one statement: computed once, stored, never changed.

    `key` is the folded statement with its quantities and dates masked by one character each, so that statements
    which differ only in a figure still line up. Stored as `model_dump_json(by_alias=True)`.
    """

    model_config = ConfigDict(ignored_types=(once,))

    text: str
    language: Literal["zh", "en"]
    key: str
    capitals: tuple[str, ...] = ()
    """Folded words that the statement writes with a capital where no sentence begins."""
    names: tuple[str, ...] = ()
    """Folded names and aliases, in order."""
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    day: str | None = None
    """The day of the document, ISO."""
    certainty: Certainty = Certainty.ASSERTED
    claimant: str | None = None

    @once
    def tokens(self) -> Tokens:
        """The words of the key; not stored, since the key tells them."""
        return tokens_of(self.key, self.capitals, self.names)

    @once
    def frames(self) -> tuple[Frame, ...]:
        """What happens in the statement."""
        return frames(self.key, self.language)


def of_one(work: Callable[[K], T]) -> Callable[[K], T]:
    """What follows from one statement alone, or from one pair: worked out once and kept with it."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(of: K) -> T:
        known = of.__dict__
        if name in known:  # asked first: an exception at each first time costs more
            value: T = known[name]
            return value
        value = known[name] = work(of)
        return value

    return kept


def of_one_in(work: Callable[[K, M], T]) -> Callable[[K, M], T]:
    """The same in one respect after another, each worked out when it is first asked for: a matter, a kind of deed."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(of: K, respect: M) -> T:
        known: dict[M, T] = of.__dict__.setdefault(name, {})
        if respect not in known:
            known[respect] = work(of, respect)
        return known[respect]

    return kept


@of_one
def written(features: Features) -> str:
    """A statement folded, with its figures and dates as they were written, but without days that were filled in."""
    if not features.quantities and not features.dates and "[" not in features.text:
        return features.key
    return fold_key(FILLED_IN.sub("", features.text) if "[" in features.text else features.text)


FILLED_IN = re.compile(r"\[(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?\]")
"""The days that extraction writes right behind a time: last March[2024-03-01/2024-03-31]."""


@of_one
def length(features: Features) -> int:
    """How many words a statement has as it was written, those of its figures and days included."""
    return len(features.text.split())


class Comparison(Value):
    """How one claim stands to another. `kind` None means no relation; `score` is how sure that is, 0–1."""

    kind: RelationKind | None = None
    facet: Facet | None = None
    score: float = Field(default=0.0, ge=0, le=1)
    direction: Direction | None = None
    """For `refines`: which of the two says more; `a_to_b` means that a refines b."""
    reasons: tuple[str, ...] = ()
    explained: Resolution | None = None
    """Why what looks like a conflict is none."""


def quoted(reason: str) -> list[str]:
    """The words of the statements that a reason quotes, in order."""
    return _quoted.findall(reason)


_quoted = re.compile("“([^”]*)”")


class Retelling(NamedTuple):
    """How surely one claim of a story tells again what another account of it tells; see `claims/accounts.py`."""

    score: float
    """The probability that the two tell one thing, 0–1."""
    mutual: bool
    """Whether neither is tied to another claim more surely; else one tells a part of the other."""
    others: bool = False
    """Whether each names somebody or something, and nothing that the other names."""
    tied: bool = True
    """Whether the two were chosen for each other; else only a conflict shows that they are of one thing after all."""
    best: bool = False
    """Whether hardly any other claim of either account answers better to the other one."""
    rivals: float = 0.0
    """How surely each gives a figure or a day to which only the other one's answers, and not the same, 0–1."""
    barely: bool = False
    """Whether no more ties the two than a name, one word, or words that only mean much the same."""
    ties: Iterable[str] = ()
    """What ties the two, in words; worked out where somebody asks, which is seldom."""


class Verdict(StrEnum):
    """What one facet says of a pair."""

    CONFLICT = "conflict"
    AGREE = "agree"
    MORE_A = "more_a"
    MORE_B = "more_b"
    EXPLAINED = "explained"
    COMPARABLE = "comparable"


class Finding(NamedTuple):
    """One observation on a pair in one respect, with its reason in words and how much it weighs, 0–1."""

    facet: Facet
    verdict: Verdict
    weight: float
    reason: str
    explained: Resolution | None = None
