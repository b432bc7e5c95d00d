"""Whom a clause is about: carried from name to pronoun, age, role and the clauses that leave it out."""

from datetime import date

import pytest

from claims.extract import extract

DAY = date(2025, 5, 14)


def statements(text: str) -> str:
    """The claims of a text, one to a line."""
    return "\n".join(claim.statement for claim in extract(text, reference=DAY).claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A person, not the club that was named last.
        (
            "Ana Ruzic joined SK Holmvik in June.\n\nHolmvik paid two million for her. She scored 14 goals.",
            "She [Ana Ruzic] scored",
        ),
        # An age stands for the person.
        (
            "Ana Ruzic has left the company. The 41-year-old signed a contract in Oslo on Monday.",
            "The 41-year-old [Ana Ruzic] signed",
        ),
        # A predicate that goes on has the subject of its own sentence.
        (
            "Holm's mayor, Ida Bjork, led the talks on Monday and flew to Denmark twice in May.",
            "[Ida Bjork] and flew",
        ),
        # After a time or a topic the pronoun is the subject.
        ("Ana Ruzic joined Holm Bank in May. On Friday in Oslo she signed the contract.", "she [Ana Ruzic] signed"),
        ("研究员纪云山四月加入青禾实验室。上周一他离开了公司。", "他[纪云山]离开"),
        # A person described at length, right before the predicate.
        (
            "记者陆川采访了厂方。在厂里工作了近九年的车间主任纪云山上月离职。她曾经负责新厂的建设。",
            "她[纪云山]曾经负责",
        ),
        # Somebody is brought up, and named in the next clause.
        (
            "除了他们还有一位新人也传出了离职的传闻，那就是七月被任命为首席设计师的纪云山（Ji Yunshan）。",
            "[纪云山]除了他们还有一位新人",
        ),
        # A person named in an object is not the one spoken of next.
        ("工程师纪云山在梧州取得博士学位，师从何景行教授。同时他还担任青禾公司的顾问。", "他[纪云山]还担任"),
    ],
)
def test_the_subject_is_filled_in(text: str, expected: str) -> None:
    """The name stands in square brackets behind the pronoun, or at the head."""
    assert expected in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Northport's deputy clerk resigned on Friday and moved to Oslo in May.", "[Northport]"),
        ("Ana Ruzic joined Holm Bank in May. The fee was 3 million crowns, and rose to 4 million in June.", "[Ana"),
        ("Ana Ruzic joined in May. It was the largest fee of 2025.", "It [Ana"),
        # What begins like a predicate and has a subject of its own.
        ("纪云山离开了青禾公司。写信的人其实大家都知道。", "[纪云山]写信"),
        ("纪云山离开了青禾公司。起火原因是线路老化。", "[纪云山]起火"),
        ("纪云山离开了青禾公司。一直到五月三日,那条线都停着。", "[纪云山]一直"),
        # Who is put forward is named behind: the pronoun stands for nothing.
        ("SK Holmvik lost the match. It was a porter, Dele Okun, who told the coach of the fire.", "It [SK Holmvik]"),
    ],
)
def test_no_subject_is_better_than_a_wrong_one(text: str, wrong: str) -> None:
    """What owns, what was named before another subject, and a person for a thing are not filled in."""
    assert wrong not in statements(text)


def test_a_number_is_not_cut_in_two() -> None:
    """Two and a half million is one amount, whatever the `and`."""
    text = "The agent's share of the fee is two and a half million crowns, the paper says."
    assert "two and a half million" in statements(text)


def test_only_the_first_sentence_greets() -> None:
    """A paragraph that opens with a greeting goes on with what happened."""
    text = "大家好，欢迎回来。这礼拜纪云山离开了青禾公司，自己开了一家公司。\n\n他在公司工作了九年。"
    assert "纪云山离开了青禾公司" in statements(text)
