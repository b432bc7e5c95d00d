"""How far reviewers agree beyond chance: Cohen's κ for two of them, Krippendorff's α for any number.

Sources: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960);
K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011, repository.upenn.edu/asc_papers/43), section C,
nominal data with any number of observers and missing values.

Both are 1 when all agree, 0 when they agree as often as chance would have it, and less when they agree less often. Both
are undefined, here None, when only one verdict was ever given: then nothing tells agreement from habit.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from claims.model import Review
from evidence.model import Value

FEW, SOME = 20, 50
"""Doubly judged claims below which the figures say next to nothing, and below which they are a rough indication."""

Ratings = Mapping[str, Mapping[str, str]]
"""What was said: by unit (a claim), then by rater (a reviewer)."""


class PairAgreement(Value):
    """Two reviewers on the claims that both judged."""

    reviewers: tuple[str, str]
    claims: int
    alike: int
    kappa: float | None


class Agreement(Value):
    """Reviewers on the claims that two or more judged without sight of each other."""

    claims: int = 0
    """Judged by two or more."""
    alike: int = 0
    """Of those, on how many all said the same."""
    alpha: float | None = None
    pairs: tuple[PairAgreement, ...] = ()
    """Those with most claims in common first."""

    @property
    def percent(self) -> int | None:
        """Percent agreement; None without a claim to tell it from."""
        return round(100 * self.alike / self.claims) if self.claims else None

    @property
    def caution(self) -> str:
        """What to keep in mind when reading the figures, '' when there is enough to go by."""
        if not self.claims:
            return "no claim has been judged by two reviewers without sight of each other"
        if self.claims < FEW:
            return f"with {_claims(self.claims)} judged twice these figures say next to nothing; {FEW} are a beginning"
        if self.claims < SOME:
            return f"with {_claims(self.claims)} judged twice these figures are a rough indication"
        return ""


def _claims(number: int) -> str:
    return f"{number} claim{'' if number == 1 else 's'}"


def agreement(reviews: Iterable[Review]) -> Agreement:
    """Agreement of the judgements that were given without sight of what others concluded."""
    ratings: dict[str, dict[str, str]] = defaultdict(dict)
    for review in reviews:
        if review.verdict is not None and review.blind:
            ratings[review.claim][review.reviewer] = review.verdict.value
    double = {claim: said for claim, said in ratings.items() if len(said) > 1}
    return Agreement(
        claims=len(double),
        alike=sum(len(set(said.values())) == 1 for said in double.values()),
        alpha=krippendorff_alpha(double),
        pairs=_pairs(double),
    )


def _pairs(ratings: Ratings) -> tuple[PairAgreement, ...]:
    common: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for said in ratings.values():
        for a, b in combinations(sorted(said), 2):
            common[a, b].append((said[a], said[b]))
    found = [
        PairAgreement(reviewers=names, claims=len(both), alike=sum(a == b for a, b in both), kappa=cohen_kappa(both))
        for names, both in common.items()
    ]
    return tuple(sorted(found, key=lambda pair: (-pair.claims, pair.reviewers)))


def cohen_kappa(both: Sequence[tuple[str, str]]) -> float | None:
    """κ of two raters: what each said of the same units. None without units, or when chance alone explains all."""
    if not both:
        return None
    units = len(both)
    first, second = Counter(a for a, _ in both), Counter(b for _, b in both)
    observed = Fraction(sum(a == b for a, b in both), units)
    chance = Fraction(sum(first[label] * second[label] for label in first), units * units)
    return None if chance == 1 else float((observed - chance) / (1 - chance))


def krippendorff_alpha(ratings: Ratings) -> float | None:
    """α of any number of raters, nominal; raters may miss units. None when nothing can be compared.

    From the coincidence matrix: of each unit with m values, every ordered pair of values counts 1/(m-1).
    """
    matching, labels = Fraction(0), Counter[str]()
    for said in ratings.values():
        values = Counter(said.values())
        raters = values.total()
        if raters < 2:
            continue
        matching += Fraction(sum(number * (number - 1) for number in values.values()), raters - 1)
        labels += values
    pairable = labels.total()
    chance = sum(number * (number - 1) for number in labels.values())
    if pairable < 2 or chance == pairable * (pairable - 1):
        return None
    return float(((pairable - 1) * matching - chance) / (pairable * (pairable - 1) - chance))
