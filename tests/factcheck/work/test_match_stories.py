"""Two documents that tell one story are laid side by side: what one tells in its words, the other's claims answer."""

from collections.abc import Iterator
from typing import Any

import pytest

from claims.model import Facet, RelationKind
from factcheck.dossier import About, Dossier, Incoming
from factcheck.work import match, match_stories
from factcheck.work.match_jobs import Accounts
from tests.conftest import Clock, Databases

PAPER = """Lightning strikes lighthouse at Cape Orrin

The lighthouse at Cape Orrin was struck by lightning on Friday night. The keeper, Ida Morrow, was treated for burns.

Repairs will cost 640,000 crowns, the harbour trust said. The lens was made in Paris in 1874 and survived the strike.

A cargo ship, the Helga, ran aground on the reef. Its owner, Lars Tein, has offered a payment of 3 million crowns.

The trust has owned the tower since 1923. It employed eleven keepers in 1950.
"""
DIARY = """A week on the cape

Ida Morrow opened the door with bandages on both hands and was treated by the doctor from Brell.

The repairs were put at six hundred and forty thousand crowns. The old lens from Paris survived the night.

The Helga was still on the reef on Sunday. Tein's offer was one and a half million, the mayor said.

The ferry was late again. The school in Brell opened on Monday.
"""

COLUMN = """奥林角灯塔遭雷击

守塔人在夜里被送去医院，双手烧伤。

港务信托说，修理要花64万克朗。那块透镜1874年在巴黎制成。

货轮Helga还搁在礁石上。船主Lars Tein提出赔300万克朗。

信托自1923年起拥有这座塔。1950年它雇了十一名守塔人。

村里的学校周一照常开学。
"""


def bring(dossier: Dossier, name: str, text: str, language: str = "en") -> None:
    """Add a document and propose its claims."""
    dossier.add_all([Incoming(data=text.encode(), name=name, about=About(published="2025-05-14", language=language))])
    dossier.extract([name])


@pytest.fixture
def cape(dossier: Dossier) -> Dossier:
    """Both accounts, read."""
    bring(dossier, "paper.txt", PAPER)
    bring(dossier, "diary.txt", DIARY)
    return dossier


@pytest.fixture
def other(databases: Databases, backend: str, clock: Clock) -> Iterator[Dossier]:
    """An empty dossier besides, on the same kind of database."""
    made = databases.new(backend)
    with Dossier.open(made, reviewer="anna", now=clock) as opened:
        yield opened
    databases.drop(made)


def found(dossier: Dossier) -> set[tuple[frozenset[str], RelationKind, Facet | None]]:
    """The relations, by the words of their claims."""
    return {
        (frozenset(dossier.claim(end).statement for end in (one.a, one.b)), one.kind, one.facet)
        for one in dossier.relations()
    }


def test_what_the_other_account_tells_in_its_own_words_is_found(cape: Dossier) -> None:
    """The amount in words, the lens, the ship; and another sum for one offer is a conflict."""
    cape.match()
    kinds = {kind for _, kind, _ in found(cape)}
    assert {RelationKind.CONFLICTS} <= kinds
    conflicts = [words for words, kind, _ in found(cape) if kind is RelationKind.CONFLICTS]
    assert any("3 million" in " ".join(words) for words in conflicts)
    assert any("640,000" in " ".join(words) and "forty thousand" in " ".join(words) for words, _, _ in found(cape))
    assert not cape.verify().findings


def test_matching_twice_changes_nothing(cape: Dossier) -> None:
    """The second run compares nothing and leaves no entry."""
    cape.match()
    head = cape.verify().head
    assert (cape.match().compared, cape.verify().head) == (0, head)


def test_one_document_after_the_other_gives_the_same(cape: Dossier, other: Dossier) -> None:
    """Whether the claims are matched together or as they come."""
    cape.match()
    bring(other, "paper.txt", PAPER)
    other.match()
    bring(other, "diary.txt", DIARY)
    other.match()
    assert found(other) == found(cape)


def test_parts_of_a_few_claims_give_the_same(cape: Dossier, other: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the claims are cut into parts."""
    cape.match()
    monkeypatch.setattr(match, "PART", 4)
    bring(other, "paper.txt", PAPER)
    bring(other, "diary.txt", DIARY)
    other.match()
    assert found(other) == found(cape)


def test_an_archive_is_no_account(cape: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents of many claims are compared claim by claim only."""
    monkeypatch.setattr(match_stories, "LONGEST", 3)
    cape.match()
    assert not any("few other claims" in reason for one in cape.relations() for reason in one.reasons)


def test_one_meeting_is_enough_between_two_languages(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their claims share no words, so few of them meet; a dossier in one language asks for more."""
    laid: list[int] = []
    chosen = match_stories.stories

    def spy(*given: Any) -> list[Accounts]:
        laid.append(len(made := chosen(*given)))
        return made

    monkeypatch.setattr(match, "stories", spy)
    bring(dossier, "paper.txt", PAPER)
    bring(dossier, "column.txt", COLUMN, "zh")
    dossier.match()
    assert laid == [1]
    assert not [kind for _, kind, _ in found(dossier) if kind is RelationKind.CONFLICTS]
