"""What a language model adds to matching is a suggestion like any other, looked at by the rules before it is kept."""

import json
from pathlib import Path

import pytest

from claims.compare import features_of
from claims.judgement import ClaimDecision, RelationDecision
from claims.model import Claim, ConflictState, RelationKind, RelationState, Status
from factcheck.cli.main import run
from factcheck.dossier import Dossier
from factcheck.errors import LlmProblem
from factcheck.settings import Llm
from factcheck.work.llm_asking import RULE, Asker
from factcheck.work.llm_relations import PROMPT_VERSION, LlmMatcher, Suggestion
from factcheck.work.match_llm import Asked, _against, _Side
from tests.factcheck.language_model import Server, parrot
from tests.factcheck.story import bring, incoming

SETTINGS = Llm("parrot", "http://127.0.0.1:9/v1")
ROWS = [
    {
        "external_id": "three",
        "statement": "The fire burned down three warehouses in the harbour.",
        "evidence": [{"document": "article.txt", "exact": "昨夜燒毀三座倉庫"}],
    },
    {
        "external_id": "hurt",
        "statement": "Two people were taken to hospital.",
        "evidence": [{"document": "article.txt", "exact": "兩人受傷"}],
    },
    {
        "external_id": "four",
        "statement": "The fire in the harbour burned down four warehouses.",
        "evidence": [{"document": "report.txt", "exact": "The fire destroyed four warehouses"}],
    },
    {
        "external_id": "nobody",
        "statement": "Everyone got away without a scratch.",
        "evidence": [{"document": "report.txt", "exact": "Nobody was seriously hurt"}],
    },
]


@pytest.fixture
def harbour(dossier: Dossier) -> Dossier:
    """Two documents of two claims each, which match has related by the number of warehouses."""
    dossier.add_all(incoming())
    bring(dossier, ROWS)
    assert dossier.match().kinds == {"conflicts": 1}
    return dossier


def hurt(relation: str = "conflicts", **more: object) -> dict[str, object]:
    """What a model says of the second claims of the two documents."""
    return {"a": 2, "b": 2, "relation": relation, "facet": "polarity", "reason": "hurt against unhurt", **more}


def warehouses(relation: str = "conflicts") -> dict[str, object]:
    """What it says of the first ones."""
    return {"a": 1, "b": 1, "relation": relation, "facet": "quantity", "reason": "three against four"}


def ask(dossier: Dossier, *relations: dict[str, object]) -> Asked:
    """Match with a model that says this."""
    return dossier.match_with(LlmMatcher(Asker(SETTINGS, parrot(relations=list(relations)))))


def test_a_suggestion_of_the_model_waits_for_a_person(harbour: Dossier) -> None:
    """It is entered with the model's reason, and said to be the model's; the ledger names model and prompt."""
    done = ask(harbour, hurt())
    assert (done.stories, done.new, done.kinds) == (1, 1, {"conflicts": 1})
    (relation,) = [one for one in harbour.relations() if one.added_by == RULE]
    assert (relation.kind, relation.state) == (RelationKind.CONFLICTS, RelationState.SUGGESTED)
    assert relation.conflict is ConflictState.OPEN
    assert relation.reasons == ("hurt against unhurt", "said by the language model parrot")
    assert {relation.a, relation.b} == {harbour.claim(name).id for name in ("hurt", "nobody")}
    told = next(event.details["matching"] for event in harbour.history() if event.kind == "matching")
    assert told == {"model": "parrot", "prompt": PROMPT_VERSION, "stories": 1, "relations": 1}
    assert not harbour.verify().findings


def test_a_claim_that_adds_stands_first(harbour: Dossier) -> None:
    """Whichever document it is in."""
    ask(harbour, hurt("b_adds"))
    (relation,) = [one for one in harbour.relations() if one.added_by == RULE]
    assert (relation.kind, relation.a) == (RelationKind.REFINES, _second(harbour).id)


def _second(dossier: Dossier) -> Claim:
    """The second claim of the document that is asked about second."""
    documents = sorted(document.id for document in dossier.documents())
    claims = [dossier.claim(name) for name in ("hurt", "nobody")]
    return next(claim for claim in claims if claim.evidence[0].document == documents[1])


def test_what_stands_already_is_not_suggested_again(harbour: Dossier) -> None:
    """Neither what the rules have found nor what the model said before, also when a person has rejected it."""
    assert ask(harbour, hurt(), warehouses()).left_out == {"already here": 1}
    (relation,) = [one for one in harbour.relations() if one.added_by == RULE]
    decision = RelationDecision(state=RelationState.REJECTED, reason="other people")
    harbour.relate(relation.a, relation.b, relation.kind, relation.facet, decision)
    before = harbour.verify().head
    done = ask(harbour, hurt("corroborates"))
    assert (done.new, done.left_out) == (0, {"already here": 1})
    assert harbour.verify().head == before


def test_matching_by_the_rules_leaves_it_alone(harbour: Dossier) -> None:
    """The rules withdraw only what they have suggested themselves."""
    ask(harbour, hurt())
    bring(harbour, [{"external_id": "late", "statement": "Nobody was hurt in the harbour fire."}], "late.jsonl")
    harbour.match()
    assert sum(one.added_by == RULE for one in harbour.relations()) == 1


def _side(*statements: str) -> _Side:
    """A document's claims, as they are asked about."""
    claims = [Claim(id=f"c{n}", statement=words, language="en") for n, words in enumerate(statements)]
    features = [features_of(words, language="en").model_dump_json(by_alias=True) for words in statements]
    return _Side("a.txt", None, range(len(claims)), claims, features)


@pytest.mark.parametrize(
    ("a", "b", "kind", "why"),
    [
        ("The fire killed 12 people.", "The fire killed twelve people.", "conflicts", "the rules see agreement"),
        ("The fire killed 12 people.", "The fire killed 30 people.", "corroborates", "the rules see a conflict"),
        ("The fire killed 12 people.", "The fire killed 30 people.", "conflicts", None),
        ("The fire killed 12 people.", "Everyone got out in time.", "conflicts", None),
        ("Prices rose 3% in 2019.", "Prices rose 5% in 2020.", "conflicts", "only looks like a conflict"),
    ],
)
def test_the_rules_have_a_say(a: str, b: str, kind: str, why: str | None) -> None:
    """A model may see more than they do, but not against their arithmetic."""
    said = Suggestion(0, 0, RelationKind(kind), None, "so it says")
    assert _against(_side(a), _side(b), said) == why


def test_dismissed_claims_are_not_sent(harbour: Dossier) -> None:
    """What nobody will check needs no relation."""
    harbour.decide(harbour.claim("hurt").id, ClaimDecision(status=Status.DISMISSED))
    harbour.decide(harbour.claim("nobody").id, ClaimDecision(status=Status.DISMISSED))
    assert ask(harbour, hurt()).left_out == {"no such claims": 1}


def test_documents_that_nothing_relates_are_not_sent(dossier: Dossier) -> None:
    """A dossier may hold many stories."""
    dossier.add_all(incoming())
    bring(dossier, [ROWS[1], ROWS[2]])
    dossier.match()
    assert ask(dossier, hurt()) == Asked()


def test_a_model_that_fails_changes_nothing(harbour: Dossier) -> None:
    """One sentence; what the rules found stays."""
    before = harbour.verify().head
    with pytest.raises(LlmProblem, match=r"article\.txt"):
        harbour.match_with(LlmMatcher(Asker(SETTINGS, parrot(relations=[{"a": "?"}]))))
    assert harbour.verify().head == before


def test_the_command_asks_only_when_told_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    """`match` sends nothing; `match --llm` sends claims and says what came of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The fire in Nordby harbour destroyed three warehouses on 3 May 2024.\n", "utf-8")
    (tmp_path / "b.txt").write_text("On 3 May 2024 fire destroyed four warehouses in Nordby harbour.\n", "utf-8")
    assert run(["init"]) == 0
    (tmp_path / "factcheck.toml").write_text(f'[llm]\nmodel = "local"\nbase_url = "{server.url}"\n', "utf-8")
    server.says(relations=[warehouses()])
    for words in (["add", "a.txt", "b.txt"], ["extract"], ["match"]):
        assert run(words) == 0
    assert server.requests == []
    capfd.readouterr()
    assert run(["match", "--llm", "--json"]) == 0
    told = {"stories": 1, "new": 0, "kinds": {}, "left_out": {"already here": 1}}
    assert json.loads(capfd.readouterr().out) == told
    assert run(["match", "--llm"]) == 0
    shown = capfd.readouterr()
    assert shown.out == "1 pair of documents asked about, 0 relations suggested: none\n"
    assert "not taken from the language model: 1 already here" in shown.err
    assert run(["match", "--llm", "--engine", "ray"]) == 2
    assert "--engine has nothing to do with --llm" in capfd.readouterr().err
