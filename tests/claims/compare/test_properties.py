"""What holds for any two statements."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from claims.compare import Comparison, Features, compare, compare_texts, features_of
from claims.model import RelationKind
from tests.claims.compare.labelled import Labelled, load

PAIRS = [pair for name in ("dev.tsv", "messy.tsv") for pair in load(name)]
LONG = load("twins_en.tsv")
words = st.text(alphabet=st.sampled_from("abc 的人不没在12年月一万%,。.\u0000\ud800（）“”\x01\x02"), max_size=40)
labelled = st.sampled_from(PAIRS)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@given(st.text(max_size=60) | words, st.text(max_size=60) | words)
def test_never_raises(a: str, b: str) -> None:
    """Any two texts get an answer."""
    assert 0 <= compare_texts(a, b).score <= 1


@given(st.sampled_from(LONG), st.integers(1, 60))
def test_a_sentence_that_is_cut_off_gets_an_answer(pair: Labelled, kept: int) -> None:
    """Wherever a reader of the page has lost its end."""
    assert 0 <= compare_texts(pair.a, " ".join(pair.b.split()[:kept]), given=True).score <= 1


@given(st.text(max_size=60) | words)
def test_a_text_never_conflicts_with_itself(text: str) -> None:
    """The same words say the same."""
    assert compare_texts(text, text).kind is RelationKind.DUPLICATES


@given(labelled)
def test_order_does_not_matter(pair: Labelled) -> None:
    """Exchanging the two changes nothing but which of them says more."""
    one, other = compare_texts(pair.a, pair.b), compare_texts(pair.b, pair.a)
    assert one.kind == other.kind
    assert one.direction == {"a_to_b": "b_to_a", "b_to_a": "a_to_b", None: None}[other.direction]


@given(labelled)
def test_script_does_not_matter(pair: Labelled) -> None:
    """A statement in the other Chinese script stands as before."""
    assert compare_texts(pair.a, pair.b).kind == compare_texts(_converter().convert(pair.a), pair.b).kind


@given(labelled)
def test_the_same_answer_twice(pair: Labelled) -> None:
    """Comparing again gives the same answer, reasons and all."""
    assert compare(features_of(pair.a), features_of(pair.b)) == compare(features_of(pair.a), features_of(pair.b))


@pytest.mark.parametrize("pair", PAIRS[::9], ids=str)
def test_stored_features_compare_alike(pair: Labelled) -> None:
    """Features read back from what was stored give the same answer."""
    one, other = features_of(pair.a), features_of(pair.b)
    back = Features.model_validate_json(one.model_dump_json(by_alias=True))
    assert compare(back, other) == compare(one, other)


def test_duplicates_need_one_document_and_one_voice() -> None:
    """The same words elsewhere are a second voice."""
    one = features_of("The dam was finished in 1931.")
    assert compare(one, one).kind is RelationKind.CORROBORATES
    assert compare(one, one, same_document=True, same_voice=True).kind is RelationKind.DUPLICATES


def test_refines_tells_which_says_more() -> None:
    """The direction points from the one that says more."""
    short, long = "颱風週五登陸台東。", "颱風週五清晨5點在台東長濱登陸，最大陣風14級。"
    assert compare_texts(long, short).direction == "a_to_b"
    assert compare_texts(short, long).direction == "b_to_a"


def test_no_relation_is_the_default() -> None:
    """Nothing found is no kind, no facet, no score."""
    assert Comparison().kind is None
