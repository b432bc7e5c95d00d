"""Passages speak for a statement, against it or merely about it, and together suggest a verdict."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Stance, Verdict
from claims.stance import judge, suggestions

DATA = Path(__file__).parent / "data" / "judge"


def items(language: str, *, held_out: bool, file: str = "items") -> list[tuple[str, str, list[str]]]:
    """The labelled items of one half: the verdict, the statement, the passages."""
    found: list[tuple[str, str, list[str]]] = []
    for line in (DATA / f"{file}_{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("- "):
            found[-1][2].append(line[2:])
        elif " = " in line and not line.startswith("#"):
            verdict, statement = line.split(" = ", 1)
            found.append((verdict, statement, []))
    return found[int(held_out) :: 2]


@pytest.mark.parametrize("file", ["items", "more"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("held_out", [False, True])
def test_labelled_statements_are_judged(file: str, language: str, held_out: bool) -> None:
    """Most of them as a person did; one of four verdicts by chance would be right for a quarter."""
    known = items(language, held_out=held_out, file=file)
    right = sum(judge(statement, passages).verdict == verdict for verdict, statement, passages in known)
    assert right / len(known) >= 0.65


def test_nothing_to_go_by_is_said() -> None:
    """Passages about something else, or none."""
    for passages in ([], ["It rained in the hills."], [""]):
        found = judge("The mine closed in 2019.", passages)
        assert (found.verdict, found.score, found.evidence) == (Verdict.NOT_ENOUGH_EVIDENCE, 50, ())
        assert found.reasons


def test_who_calls_it_false_refutes_it() -> None:
    """Although a checker repeats the statement first."""
    found = judge("吃芒果会导致肾衰竭", ["网传吃芒果会导致肾衰竭，专家表示这是谣言。"])
    assert found.verdict is Verdict.REFUTED
    assert found.reasons == ("passage 1 refutes: says “谣言” of it",)


def test_a_statement_about_a_rumour_is_not_refuted_by_its_words() -> None:
    """What it calls false itself, the passage calls false too."""
    found = judge("Reports of his death are false", ["Reports of his death are false, his wife said."])
    assert found.verdict is not Verdict.REFUTED


def test_context_is_no_evidence() -> None:
    """A passage about the same thing is listed, but not with those that speak."""
    statement, passage = "The Lorne tunnel cost two billion euros", "The Lorne tunnel is 14 kilometres long."
    assert [one.stance for one in suggestions(statement, [passage])] == [Stance.CONTEXT]
    assert judge(statement, [passage]).evidence == ()


@settings(max_examples=60, deadline=None)
@given(
    st.text("港口大火三座倉庫燒毀不 fire was false 3.\n", max_size=30),
    st.lists(st.text("港口大火三座倉庫燒毀不 fire was false 3.\n", max_size=60), max_size=4),
)
def test_a_judgement_is_whole(statement: str, passages: list[str]) -> None:
    """The score lies in range, on the side of the verdict; the evidence is passages; and all is the same again."""
    found = judge(statement, passages)
    assert found == judge(statement, passages)
    assert 0 <= found.score <= 100
    assert set(found.evidence) <= set(range(len(passages)))
    assert len(set(found.evidence)) == len(found.evidence)
    if found.verdict is Verdict.SUPPORTED:
        assert found.score > 50
    if found.verdict is Verdict.REFUTED:
        assert found.score < 50
