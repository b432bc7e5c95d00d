"""Documents that copy one another are one voice; that no copying is seen shows nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.model import Document, Independence
from evidence.origins import Origin, origin_of, origins
from tests.evidence.documents import PORT, STORM, document


def groups(*documents: Document) -> set[frozenset[str]]:
    """The ids of the documents of each origin."""
    return {frozenset(one.documents) for one in origins(documents)}


def test_those_who_print_one_agency_are_one_voice() -> None:
    """And the agency with them, under whatever name."""
    found = origins(
        [
            document("a", f"新华社北京8月26日电 {STORM}", source="人民日报"),
            document("b", "停课通知\n来源:新华网", source="晚报"),
            document("c", PORT, source="xinhua"),
        ]
    )
    assert [one.documents for one in found] == [("a", "b", "c")]
    assert (found[0].name, found[0].independence) == ("Xinhua", "shared")
    assert any("晚报 credits Xinhua" in why for why in found[0].reasons)


def test_shared_text_is_found_across_scripts() -> None:
    """Where no credit is given; part of the text is enough."""
    copy = "颱風消息。" + STORM[:47].replace("预", "預").replace("发", "發").replace("风", "風") + "請大家注意安全。"
    assert groups(document("a", STORM), document("b", copy), document("c", PORT)) == {frozenset("ab"), frozenset("c")}
    assert groups(document("a", PORT), document("b", f"Breaking news! {PORT[:150]}")) == {frozenset("ab")}


def test_quoting_one_speech_is_no_copying() -> None:
    """What stands in quotation marks may have been heard by both."""
    speech = f"“{PORT}”"
    a = document("a", f"The mayor spoke to a crowd of several hundred in front of the ruins at noon. {speech}")
    b = document("b", f"At a press conference on Tuesday the head of the town said something else: {speech}")
    assert groups(a, b) == {frozenset("a"), frozenset("b")}


def test_shared_slips_bind_documents() -> None:
    """Two spellings that only these two have, where others agree on another."""
    right = "Inspector Marchetti found the wiring of the warehouse of Brandoni rotten."
    slip = "Brandini's depot had bad cables, {} inspector Marchesti."
    papers = [document(str(n), f"{n} of May. {right} Page {n}.", source=f"p{n}") for n in range(3)]
    others = [
        document("x", slip.format("told us by"), source="px"),
        document("y", "They say Marchesti the inspector saw Brandini weep.", source="py"),
    ]
    assert frozenset("xy") in groups(*papers, *others)


def test_declared_ties_bind_documents() -> None:
    """A declared origin, a source, a later version, an address, a link."""
    a = document("a", "one", origin="Harbour Weekly", url="https://www.example.org/fire?x=1")
    b = document("b", "two", origin="harbour weekly")
    c = document("c", "see https://example.org/fire for more", source="S")
    d = document("d", "four", source="S")
    e = document("e", "five", replaces="d")
    f = document("f", "six")
    assert groups(a, b, c, d, e, f) == {frozenset("abcde"), frozenset("f")}
    assert len(origins([a, f], links=[("a", "f"), ("a", "gone")])) == 1


@pytest.mark.parametrize(
    ("text", "independence"),
    [
        (f"本報記者實地採訪。{STORM}", "shown"),
        (f"{PORT} The owner told this newspaper that he was sorry.", "shown"),
        (STORM, "unknown"),
        (PORT, "unknown"),
    ],
)
def test_only_own_reporting_shows_independence(text: str, independence: str) -> None:
    """Without it nothing is known."""
    assert origins([document("a", text)])[0].independence == independence


def test_what_a_person_declared_stands() -> None:
    """Of a document by itself."""
    told = document("a", PORT).model_copy(update={"independence": Independence.SHOWN})
    assert origins([told])[0].shown
    assert origins([told])[0].independence == "shown"


def test_a_reprint_of_reporters_is_not_shown() -> None:
    """The reporter in it is the agency's."""
    found = origins([document("a", f"来源：新华社\n本报记者。{STORM}")])[0]
    assert not found.shown
    assert found.reasons


def test_every_document_is_found_again() -> None:
    """`origin_of` turns origins round."""
    found = origins([document("a", STORM), document("b", PORT)])
    assert origin_of(found)["b"] == Origin("b.txt", ("b",), Independence.UNKNOWN, shown=False)


@given(st.lists(st.sampled_from([STORM, PORT, "本报记者", "来源:新华社", "(AP) -", "短"]), max_size=6), st.randoms())
def test_origins_part_the_documents(texts: list[str], chance: "object") -> None:
    """Each document has one origin, whatever the order they are given in."""
    documents = [document(f"d{n}", text + str(n)) for n, text in enumerate(texts)]
    found = origins(documents)
    assert sorted(name for one in found for name in one.documents) == sorted(one.id for one in documents)
    chance.shuffle(documents)  # type: ignore[attr-defined]
    assert origins(documents) == found
