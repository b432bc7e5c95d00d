"""Sources that agree for good reasons are believed; copies count little; probabilities are what they say."""

from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fitting import auc, calibration_error
from benchmarks.truth import scores
from benchmarks.worlds import world
from claims.truth import Observation, discover

values = st.sampled_from(["Lima", "Quito", 3.0, 3.01, 300.0, -2.0, 0.0])
observations = st.lists(
    st.builds(
        Observation, st.sampled_from("abcde"), st.sampled_from(["x", "y", "z"]), values, st.sampled_from(["", "p"])
    ),
    max_size=30,
)


def test_probabilities_hold_in_unseen_worlds() -> None:
    """Far better than shares of votes; in a world of twenty things, half of the error is chance."""
    found = scores(map(world, range(201, 241, 2)))
    ours, votes = ([pair[which] for pair in found] for which in (0, 1))
    better = [auc(one) or 0.5 for one in ours], [auc(one) or 0.5 for one in votes]
    assert mean(better[0]) >= 0.78
    assert mean(better[0]) >= mean(better[1]) + 0.02
    assert calibration_error([one for world in ours for one in world]) <= 0.05
    assert mean(map(calibration_error, ours)) <= 0.12
    assert mean(map(calibration_error, ours)) <= mean(map(calibration_error, votes)) - 0.03


def test_a_good_source_outweighs_poor_ones() -> None:
    """Who is right elsewhere is believed where two contradict it."""
    good, poor = ["good", "fine", "fair", "able"], ["poor", "bad", "weak"]
    said = [
        Observation(s, f"t{n}", f"v{n}" if (n + k) % 8 else f"slip{k}") for n in range(60) for k, s in enumerate(good)
    ]
    said += [
        Observation(s, f"t{n}", f"v{n}" if (n + k) % 3 == 0 else f"{s}{n % 5}")
        for n in range(60)
        for k, s in enumerate(poor)
    ]
    said += [Observation(s, "q", "right") for s in ("good", "fine")] + [
        Observation(s, "q", "wrong") for s in ("poor", "bad")
    ]
    found = discover(said)
    assert found.beliefs["q"][0].value == "right"
    assert found.accuracy["good"] > found.accuracy["poor"] + 0.3


def test_copies_count_little() -> None:
    """Five copies of one source are not five votes."""
    own = [Observation(f"own{s}", f"t{n}", f"v{n}" if (n + s) % 5 else f"slip{s}") for n in range(60) for s in range(4)]
    copied = [Observation(f"copy{s}", f"t{n}", f"v{n}" if n % 2 else f"odd{n}") for n in range(60) for s in range(5)]
    found = discover([*own, *copied])
    assert found.beliefs["t8"][0].value == "v8"
    odd = next(belief for belief in found.beliefs["t8"] if belief.value == "odd8")
    assert len(odd.sources) == 5
    assert odd.votes < 2
    assert found.dependence["copy0", "copy1"] > 0.5


def test_near_numbers_lend_one_another_weight() -> None:
    """A rounding is the same value, and 101 speaks rather for 100 than for 50."""
    said = [Observation("a", "x", 1203400.0), Observation("b", "x", 1203000.0), Observation("c", "x", 5.0)]
    assert discover(said).beliefs["x"][0].sources == ("a", "b")
    near = [Observation("a", "x", 100.0), Observation("b", "x", 101.0), Observation("c", "x", 50.0)]
    found = {belief.value: belief.probability for belief in discover(near).beliefs["x"]}
    assert found[100.0] > found[50.0]


@pytest.mark.parametrize(("a", "b"), [("Smith, John; Doe", "doe  john smith"), ("中國", "中国")])
def test_writing_makes_no_other_value(a: str, b: str) -> None:
    """Order of words, case and script."""
    assert len(discover([Observation("a", "x", a), Observation("b", "x", b)]).beliefs["x"]) == 1


def test_nothing_said_nothing_believed() -> None:
    """No observations are no error; one is believed with caution."""
    assert not discover([]).beliefs
    assert 0.2 < discover([Observation("a", "x", 1.0)]).beliefs["x"][0].probability < 0.99


@settings(deadline=None)
@given(observations, st.randoms())
def test_order_makes_no_difference(said: list[Observation], chance: "object") -> None:
    """Probabilities lie in range, together at most 1, and every source of a thing is behind one of its values."""
    found = discover(said)
    for thing, beliefs in found.beliefs.items():
        assert sum(belief.probability for belief in beliefs) <= 1 + 1e-9
        assert all(0 <= belief.probability <= 1 for belief in beliefs)
        assert sorted(s for belief in beliefs for s in belief.sources) == sorted(
            {o.source for o in said if o.thing == thing}
        )
    shuffled = list(said)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert discover(shuffled) == found
