"""Agreement between reviewers: the figures of the sources, and what must hold of all figures."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.agreement import FEW, SOME, Agreement, agreement, cohen_kappa, krippendorff_alpha
from claims.ids import review_id
from claims.model import Review, Verdict

LABELS = ("supported", "refuted", "conflicting", "not_enough_evidence")
PAIRS = st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(LABELS)), max_size=40)
RATINGS = st.dictionaries(
    st.text("uvwxyz", min_size=1, max_size=2),
    st.dictionaries(st.sampled_from("ABCD"), st.sampled_from(LABELS), max_size=4),
    max_size=12,
)


def _units(*raters: str) -> dict[str, dict[str, str]]:
    """Units by number, from each rater's values in a row; `.` is a missing value."""
    return {
        str(unit): {str(rater): value for rater, value in enumerate(values) if value != "."}
        for unit, values in enumerate(zip(*raters, strict=True))
    }


def test_kappa_of_a_two_by_two_table() -> None:
    """20 yes of both, 15 no of both, 5 and 10 mixed: 0.7 observed, 0.5 by chance, κ 0.4."""
    both = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohen_kappa(both) == 0.4


def test_kappa_of_cohens_own_example() -> None:
    """Cohen (1960), table 1, as frequencies of 200: κ = .492."""
    table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    both = [("abc"[a], "abc"[b]) for a in range(3) for b in range(3) for _ in range(table[a][b])]
    chance = Fraction(100 * 120 + 60 * 60 + 40 * 20, 200 * 200)
    assert cohen_kappa(both) == float((Fraction(140, 200) - chance) / (1 - chance))
    assert round(cohen_kappa(both) or 0, 3) == 0.492


@pytest.mark.parametrize(
    ("raters", "alpha"),
    [
        # Krippendorff (2011): A, two observers and two values; B, and five values; C, four observers, missing values
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
        # The example of the encyclopedia: three observers, fifteen units
        ((".....34121133.3", "1.213343.......", "..21344.21133.4"), 0.691),
    ],
)
def test_alpha_of_the_published_examples(raters: tuple[str, ...], alpha: float) -> None:
    """To the three digits that they are published with."""
    assert round(krippendorff_alpha(_units(*raters)) or 0, 3) == alpha


@given(PAIRS)
def test_kappa_never_exceeds_one_and_has_no_first_rater(both: list[tuple[str, str]]) -> None:
    """It is the same with the raters exchanged, at most 1, and 1 exactly when all agree."""
    kappa = cohen_kappa(both)
    assert kappa == cohen_kappa([(b, a) for a, b in both])
    if kappa is not None:
        assert -1 <= kappa <= 1
        assert (kappa == 1) == all(a == b for a, b in both)


@given(RATINGS)
def test_alpha_knows_neither_order_nor_names(ratings: dict[str, dict[str, str]]) -> None:
    """Names of units, raters and values, and their order, make no difference; it is at most 1."""
    alpha = krippendorff_alpha(ratings)
    turned = {
        unit + "'": {rater * 2: said[rater] + "!" for rater in sorted(said)[::-1]} for unit, said in ratings.items()
    }
    assert krippendorff_alpha(dict(reversed(turned.items()))) == alpha
    if alpha is not None:
        pairable = [said for said in ratings.values() if len(said) > 1]
        assert alpha <= 1
        assert (alpha == 1) == all(len(set(said.values())) == 1 for said in pairable)


@given(PAIRS)
def test_a_unit_that_only_one_rater_judged_changes_no_alpha(both: list[tuple[str, str]]) -> None:
    """Nothing can be compared there."""
    ratings = {str(at): {"a": a, "b": b} for at, (a, b) in enumerate(both)}
    assert krippendorff_alpha({**ratings, "alone": {"a": "refuted"}}) == krippendorff_alpha(ratings)


@given(PAIRS.filter(bool))
def test_alpha_and_kappa_of_two_raters_are_near(both: list[tuple[str, str]]) -> None:
    """With two raters who use the values alike, α is κ but for a correction that shrinks with the number of units."""
    mirrored = both + [(b, a) for a, b in both]
    kappa = cohen_kappa(mirrored)
    alpha = krippendorff_alpha({str(at): {"a": a, "b": b} for at, (a, b) in enumerate(mirrored)})
    if kappa is None:
        assert alpha is None
    else:
        assert alpha is not None
        assert alpha == pytest.approx(1 - (1 - kappa) * (1 - 1 / (2 * len(mirrored))))


@pytest.mark.parametrize("both", [[], [("a", "a")], [("a", "a")] * 9])
def test_one_value_alone_tells_nothing(both: list[tuple[str, str]]) -> None:
    """Undefined, not 1: nobody could have disagreed."""
    assert cohen_kappa(both) is None
    assert krippendorff_alpha({str(at): {"a": a, "b": b} for at, (a, b) in enumerate(both)}) is None


def _review(claim: str, reviewer: str, verdict: Verdict | None, *, blind: bool = True) -> Review:
    return Review(id=review_id(claim, reviewer), claim=claim, reviewer=reviewer, verdict=verdict, blind=blind)


def test_only_what_was_given_without_sight_counts() -> None:
    """What is owed, and what was given with the others in view, is left out; pairs are listed by what they share."""
    yes, no = Verdict.SUPPORTED, Verdict.REFUTED
    found = agreement(
        [
            _review("c1", "anna", yes),
            _review("c1", "boris", yes),
            _review("c1", "carol", no, blind=False),
            _review("c2", "anna", yes),
            _review("c2", "boris", no),
            _review("c2", "carol", no),
            _review("c3", "anna", yes),
            _review("c3", "boris", None),
        ]
    )
    assert (found.claims, found.alike, found.percent) == (2, 1, 50)
    assert [(pair.reviewers, pair.claims, pair.alike) for pair in found.pairs] == [
        (("anna", "boris"), 2, 1),
        (("anna", "carol"), 1, 0),
        (("boris", "carol"), 1, 1),
    ]


@pytest.mark.parametrize(("claims", "words"), [(0, "no claim"), (1, "with 1 claim"), (FEW, "rough"), (SOME, "")])
def test_few_claims_are_said_to_be_few(claims: int, words: str) -> None:
    """A figure from a handful of claims does not stand alone."""
    caution = Agreement(claims=claims).caution
    assert words in caution
    assert bool(caution) is bool(words)
