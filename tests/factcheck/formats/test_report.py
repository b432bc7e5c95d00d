"""A report knows where things stand."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.formats.report import Shelf, own_words_only
from tests.factcheck.formats import samples


@given(st.text(st.sampled_from("ab中\n\r "), max_size=40), st.data())
def test_a_line_is_counted_as_editors_count(text: str, data: st.DataObject) -> None:
    """The line of an offset is one more than the newlines before it."""
    shelf = Shelf([samples.document("d", "d.txt", text, None)[0]], (), {})
    offset = data.draw(st.integers(0, len(text)))
    assert shelf.line("d", offset) == text.count("\n", 0, offset) + 1


def test_documents_keep_the_order_in_which_they_came() -> None:
    """A document's position is its place among the documents given."""
    shelf = Shelf([one for one, _ in samples.DOCUMENTS], samples.SOURCES, {})
    assert [shelf.position(id_) for id_ in ("d1", "d2", "d3")] == [0, 1, 2]


def test_a_document_without_a_source_has_none() -> None:
    """A quote's source is its document's, where one is stated."""
    shelf = Shelf([one for one, _ in samples.DOCUMENTS], samples.SOURCES, {})
    assert shelf.source_of(samples.link("d2", "four")) == samples.SOURCES[1]
    assert shelf.source_of(samples.link("d3", "更新")) is None


def test_a_claim_supported_by_another_document_is_not_its_own_witness() -> None:
    """Only when every supporting quote is from the claim's own document is there a single account."""
    one, two, three, *_, free = samples.CLAIMS
    assert own_words_only(one)
    assert own_words_only(two)
    assert own_words_only(three)
    both = three.model_copy(update={"evidence": (*three.evidence, samples.link("d2", "The fire"))})
    assert not own_words_only(both)
    assert not own_words_only(free)
