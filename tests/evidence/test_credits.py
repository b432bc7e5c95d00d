"""What a document says of where its words come from."""

import pytest

from evidence.credits import Credited
from tests.evidence.documents import PORT, STORM, document


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"新華社北京8月26日電（記者王明）{STORM}", "Xinhua"),
        (f"（路透社柏林电）{STORM}", "Reuters"),
        (f"{STORM}（中新社报道）", "China News Service"),
        (f"台风要来了\n来源：新华社\n{STORM}", "Xinhua"),
        (f"轉自 中央社\n{STORM}", "Central News Agency"),
        (f"据法新社报道，{STORM}", "Agence France-Presse"),
        (f"LONDON, Aug 26 (Reuters) - {PORT}", "Reuters"),
        (f"LISBON (AP) — {PORT}", "Associated Press"),
        (f"{PORT} Source: AFP", "Agence France-Presse"),
        (f"{PORT} This article was originally published in Harbour Weekly.", "harbour weekly"),
        (f"According to Bloomberg, {PORT}", "Bloomberg"),
        (f"来源：海港周刊\n{STORM}", "海港周刊"),
    ],
)
def test_credits_name_where_the_words_come_from(text: str, agency: str) -> None:
    """Datelines, lines of source, the first sentences, in either script."""
    assert Credited.of(document("d", text)).credit == agency


@pytest.mark.parametrize(
    "text",
    [
        STORM,
        PORT,
        "It happened in the map room, AP Biology students said.",
        "根据规定，渔船必须回港。",
        "Police and officials reported that nobody was hurt.",
        "她在新华书店买了一本书。",
        "来源：网络",
    ],
)
def test_other_words_are_no_credit(text: str) -> None:
    """What merely looks like an agency, or names nobody."""
    assert Credited.of(document("d", text)).credit is None


def test_an_agency_does_not_credit_itself() -> None:
    """Its own dateline says nothing new."""
    assert Credited.of(document("d", f"新华社杭州电 {STORM}", source="新華社")).credit is None
