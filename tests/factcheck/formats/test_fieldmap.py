"""A mapping file says in full what another tool's fields and labels mean; what it does not say is never guessed."""

from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import FileProblem, MapProblem
from factcheck.formats.fieldmap import NO_MAP, FieldMap, Skip, load
from factcheck.formats.records import BadRecord, ClaimRecord, RelationRecord, record_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a mapping file is written."""
    return tmp_path / "map.toml"


def mapped(file: Path, toml: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row under our names, by this mapping file."""
    file.write_text(toml, encoding="utf-8")
    made = load(file).apply(row)
    assert isinstance(made, dict)
    return made


def refusal(file: Path, toml: str) -> str:
    """Why a mapping file is refused, without its name."""
    file.write_text(toml, encoding="utf-8")
    with pytest.raises(MapProblem) as caught:
        load(file)
    name, _, words = str(caught.value).partition(": ")
    assert name == str(file)
    return words


def test_a_field_is_renamed_and_others_keep_their_names(file: Path) -> None:
    """`theirs = ours` renames; a field that the map does not name stays."""
    toml = '[fields]\nid = "external_id"\ntext = "statement"'
    row = {"id": "7", "text": "s", "claimant": "Ana"}
    assert mapped(file, toml, row) == {"external_id": "7", "statement": "s", "claimant": "Ana"}


def test_a_field_is_left_out_when_the_map_says_false(file: Path) -> None:
    """`theirs = false` drops the field."""
    assert mapped(file, "[fields]\nnote = false", {"statement": "s", "note": "n"}) == {"statement": "s"}


def test_nothing_and_null_are_the_same(file: Path) -> None:
    """A field that holds null says nothing, and a default takes its place."""
    assert mapped(file, '[defaults]\nlanguage = "en"', {"statement": "s", "language": None})["language"] == "en"


def test_evidence_fields_fill_the_first_quote(file: Path) -> None:
    """Flat fields become one piece of evidence."""
    toml = '[fields]\ndoc = "evidence.document"\nfrom = "evidence.start"\nto = "evidence.end"\nq = "evidence.exact"'
    row = {"statement": "s", "doc": "a.txt", "from": 1, "to": 3, "q": "bc"}
    made = mapped(file, toml, row)
    assert made["evidence"] == [{"document": "a.txt", "start": 1, "end": 3, "exact": "bc"}]
    assert isinstance(record_of(made), ClaimRecord)


@pytest.mark.parametrize("names", [("doc", "evidence"), ("evidence", "doc")])
def test_the_order_of_a_row_does_not_matter(file: Path, names: tuple[str, str]) -> None:
    """A field of the row completes the first quote of a list, whichever of them comes first."""
    row = {"doc": "a.txt", "evidence": [{"exact": "x"}, {"document": "b.txt", "exact": "y"}]}
    made = mapped(file, '[fields]\ndoc = "evidence.document"', {name: row[name] for name in names})
    assert made["evidence"] == [{"exact": "x", "document": "a.txt"}, {"document": "b.txt", "exact": "y"}]


def test_fields_inside_lists_are_renamed_and_left_out(file: Path) -> None:
    """`list.theirs = "list.ours"` reaches into every object of the list; other items stay as they are."""
    toml = '[fields]\namounts = "quantities"\n"amounts.approx" = "quantities.approximate"\n"amounts.raw" = false'
    row = {"statement": "s", "amounts": [{"text": "9", "approx": True, "raw": 1}, {"text": "8", "low": None}]}
    assert mapped(file, toml, row)["quantities"] == [{"text": "9", "approximate": True}, {"text": "8"}]


@pytest.mark.parametrize(
    ("toml", "row", "field"),
    [
        ('[fields]\ntext = "statement"', {"text": "a", "statement": "b"}, "statement"),
        ('[fields]\na1 = "evidence.exact"\na2 = "evidence.exact"', {"a1": "x", "a2": "y"}, "evidence.exact"),
        ('[fields]\nquote = "evidence.exact"', {"quote": "x", "evidence": [{"exact": "y"}]}, "evidence.exact"),
        ('[fields]\nquote = "evidence.exact"', {"evidence": "words", "quote": "x"}, "evidence"),
        ('[fields]\nquote = "evidence.exact"', {"quote": "x", "evidence": []}, "evidence"),
        (
            '[fields]\n"quantities.approx" = "quantities.approximate"',
            {"quantities": [{"approx": True, "approximate": False}]},
            "quantities.approximate",
        ),
    ],
)
def test_two_fields_onto_one_are_refused(file: Path, toml: str, row: dict[str, Any], field: str) -> None:
    """Which of the two is meant is not guessed; the sentence names our field."""
    file.write_text(toml, encoding="utf-8")
    with pytest.raises(BadRecord) as caught:
        load(file).apply(row)
    assert caught.value.problems == [(field, "is filled by two fields of the row")]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("sure", {"certainty": "asserted"}),
        (True, {"certainty": "reported"}),
        ("true", {"certainty": "reported"}),
        (3, {"certainty": "hedged"}),
        ("unclear", {}),
        ("guess", {"certainty": "speculated", "checkability": "prediction"}),
        ("planned", {"certainty": "planned"}),
    ],
)
def test_a_label_says_what_the_map_says(file: Path, given: object, said: dict[str, str]) -> None:
    """A label becomes another, nothing, or several fields; true, false and numbers are labels too."""
    toml = """
    [values.certainty]
    sure = "asserted"
    true = "reported"
    3 = "hedged"
    unclear = false
    guess = { certainty = "speculated", checkability = "prediction" }
    """
    assert mapped(file, toml, {"statement": "s", "certainty": given}) == {"statement": "s"} | said


def test_a_label_that_the_map_does_not_know_stops_the_row(file: Path) -> None:
    """It is taken as it is, and the record refuses it with the words that are allowed."""
    made = mapped(file, '[values.certainty]\nsure = "asserted"', {"statement": "s", "certainty": "maybe"})
    with pytest.raises(BadRecord, match="must be one of 'asserted', 'reported'"):
        record_of(made)


def test_a_label_may_leave_the_row_out_with_a_reason(file: Path) -> None:
    """`skip` gives the reason under which left-out rows are counted."""
    file.write_text('[values.kind]\ntest = { skip = "rows for testing" }', encoding="utf-8")
    assert load(file).apply({"statement": "s", "kind": "test"}) == Skip("rows for testing")


def test_labels_inside_the_first_quote_are_mapped(file: Path) -> None:
    """`values.evidence.stance` speaks of the first piece of evidence."""
    toml = '[fields]\nside = "evidence.stance"\n[values."evidence.stance"]\ncon = "refutes"\nnone = false'
    assert mapped(file, toml, {"side": "con"})["evidence"] == [{"stance": "refutes"}]
    assert mapped(file, toml, {"side": "none"})["evidence"] == [{}]


def test_defaults_fill_what_a_row_does_not_say(file: Path) -> None:
    """A default never overrides, and a field that relations do not have is not given to a relation."""
    toml = '[defaults]\nlanguage = "en"\nstate = "confirmed"\n"evidence.directness" = "primary"'
    claim = {"statement": "s", "language": "de", "evidence": [{"document": "a", "exact": "b"}]}
    made = mapped(file, toml, dict(claim))
    assert made["language"] == "de"
    assert made["evidence"] == [{"document": "a", "exact": "b", "directness": "primary"}]
    assert "state" not in made
    relation = mapped(file, toml, {"a": "x", "b": "y", "kind": "refines"})
    assert relation == {"a": "x", "b": "y", "kind": "refines", "state": "confirmed"}
    assert isinstance(record_of(relation), RelationRecord)


def test_without_a_map_a_row_stays_as_it_is() -> None:
    """Only nulls are dropped."""
    assert NO_MAP.apply({"statement": "s", "kind": None, "extra": 1}) == {"statement": "s", "extra": 1}


def test_applying_a_map_does_not_change_the_row() -> None:
    """The row that was read is still what was read."""
    row = {"doc": "a", "quantities": [{"text": "1"}], "kind": "x"}
    before = repr(row)
    FieldMap({"doc": "evidence.document"}, {"kind": {"x": "event"}}, {"language": "en"}).apply(row)
    assert repr(row) == before


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('[fields]\nx = "statment"', "x: 'statment' is none of our fields; they are a, b, certainty"),
        ('[fields]\nx = "evidence.page"', "x: 'evidence.page' is none of our fields"),
        ('[fields]\nx = "statement.x"', "x: 'statement.x' is none of our fields"),
        ("[fields]\nx = true", "x: True is none of our fields"),
        ("[fields]\nx = 3", "x: 3 is none of our fields"),
        ('[values.sort]\na = "event"', "values.sort: 'sort' is none of our fields"),
        ('[values]\nkind = "event"', "[values.kind] must list labels"),
        ('[values.kind]\na = { sort = "x" }', "values.kind.a: 'sort' is none of our fields"),
        ('[defaults]\nlang = "en"', "defaults.lang: 'lang' is none of our fields"),
        ("[field]\nx = false", "unknown section 'field'; known are [fields], [values.…] and [defaults]"),
        ("fields = 3", "unknown section 'fields'"),
        ("[fields\n", "not valid TOML: "),
        ('[fields]\nx = "a"\nx = "b"', "not valid TOML: "),
        ("a = " + "[" * 20_000, "not valid TOML: "),
    ],
)
def test_a_map_that_says_something_unknown_is_refused(file: Path, toml: str, told: str) -> None:
    """The sentence names the file, the entry and the fields that there are."""
    assert refusal(file, toml).startswith(told)


def test_a_map_in_another_encoding_is_refused(file: Path) -> None:
    """TOML is UTF-8."""
    file.write_bytes("[fields]\n題 = false".encode("big5"))
    with pytest.raises(MapProblem, match="not valid TOML"):
        load(file)


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_map_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    """A file that is missing, or is a folder, gives one sentence with its name."""
    with pytest.raises(FileProblem) as caught:
        load(tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / name}: ")


def test_an_empty_map_changes_nothing(file: Path) -> None:
    """All three sections may be missing."""
    assert mapped(file, "", {"statement": "s"}) == {"statement": "s"}
