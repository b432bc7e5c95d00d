"""The language layer on its own: a record in, the same record with what was found."""

import subprocess
import sys

import orjson
import pytest

from factcheck.errors import RowProblem
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Row
from factcheck.work.engines import Engine, here, processes
from factcheck.work.text import AT_ONCE, JOBS, run, run_all


@pytest.mark.parametrize("job", [name for name, job in JOBS.items() if job.texts == ("text",)])
def test_the_record_comes_back_with_what_was_found(job: str) -> None:
    """Every field that was given is there again, and every finding has its place in the text."""
    text = "The mayor, Ana Reyes, said on 3 May 2024 that about 300 homes were flooded."
    record = {"id": 7, "text": text, "date": "2024-05-04", "language": "en"}
    done = run(job, record)
    assert {**done, "found": None} == {**record, "found": None}
    assert done["found"]
    assert all(0 <= one["start"] < one["end"] <= len(text) for one in done["found"])


def test_quantities_and_dates_are_intervals() -> None:
    """近300名 has an upper bound; 今天 is the record's date."""
    (quantity,) = run("quantities", {"text": "公司裁員近300名"})["found"]
    assert (quantity["high"], quantity["unit"], quantity["approximate"]) == (300, "people", True)
    (day,) = run("dates", {"text": "今天宣布", "date": "2025-08-26"})["found"]
    assert (day["from"], day["to"]) == ("2025-08-26", "2025-08-26")


def test_two_statements_are_compared() -> None:
    """A figure below the bound is a conflict, and the reason names both."""
    done = run("compare", {"a": "More than 71.5 million people voted.", "b": "70 million people voted."})
    assert (done["kind"], done["facet"]) == ("conflicts", "quantity")
    assert "70" in " ".join(done["reasons"])
    assert run("compare", {"a": "The bridge is closed.", "b": "Anna likes tea."})["kind"] is None


def test_comparing_needs_no_store() -> None:
    """What only dossiers need is not imported for it, which would take a quarter of the start."""
    code = (
        "import sys; from factcheck.work.text import run; run('compare', {'a': 'Anna won.', 'b': 'Anna lost.'}); "
        "print([m for m in ('sqlalchemy', 'claims.extract', 'claims.truth') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_wrong_row_among_pairs_is_told_of_and_the_others_are_compared() -> None:
    """Texts are read ahead of the comparisons: what is missing or no text is no matter there."""
    rows = [
        Row(1, {"a": "Anna won.", "b": 7, "date_a": "2024-05-03"}, 0),
        Row(2, {"b": "Anna won.", "date_b": "tomorrow"}, 0),
        Row(3, {"a": "Anna won.", "b": "Anna won.", "date_a": 5}, 0),
        Row(4, {"a": "Anna won.", "b": "Anna won."}, 0),
    ]
    *wrong, good = run_all("compare", rows, "pairs.jsonl", here)
    assert all(isinstance(one, RowProblem) for one in wrong)
    assert isinstance(good, bytes)
    assert orjson.loads(good)["kind"] == "duplicates"


def test_values_are_weighed() -> None:
    """Whatever their writing; a missing one is no value."""
    said = [("a", "1,200"), ("b", 1200), ("c", "1,300"), ("d", None), ("e", "N/A")]
    found = run("values", {"values": [{"source": source, "thing": "x", "value": value} for source, value in said]})
    first, second = found["beliefs"]["x"]
    assert (first["sources"], second["sources"]) == (("a", "b"), ("c",))
    assert first["probability"] > second["probability"]
    assert set(found["accuracy"]) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({}, "values"),
        ({"values": ["x"]}, "values[0]"),
        ({"values": [{"source": "a"}]}, "values[0]"),
        ({"values": [{"source": "a", "thing": "x", "value": True}]}, "values[0].value"),
    ],
)
def test_a_wrong_observation_is_told(record: dict[str, object], field: str) -> None:
    """By its place in the list."""
    with pytest.raises(BadRecord) as caught:
        run("values", record)
    assert caught.value.problems[0][0] == field


def test_without_a_date_nothing_is_resolved() -> None:
    """今天 without a document's date stays unresolved."""
    (day,) = run("dates", {"text": "今天宣布"})["found"]
    assert (day["from"], day["to"]) == (None, None)


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({}, "text"),
        ({"text": 3}, "text"),
        ({"text": "x", "date": "yesterday"}, "date"),
        ({"text": "x", "language": 1}, "language"),
    ],
)
def test_a_wrong_record_names_its_field(record: dict[str, object], field: str) -> None:
    """The field and what is wrong with it are told."""
    with pytest.raises(BadRecord) as caught:
        run("dates", record)
    assert caught.value.problems[0][0] == field


@pytest.mark.parametrize("engine", [here, processes(2)])
def test_many_rows_keep_their_order(engine: Engine) -> None:
    """Whoever does the work, and with bad lines among them, each in its place."""
    rows: list[Row | RowProblem] = [Row(n, {"id": n, "text": f"{n} dogs"}, 0) for n in range(6 * AT_ONCE)]
    rows[7] = RowProblem("in.jsonl", 7, None, "is no JSON")
    rows[8] = Row(8, {"id": 8}, 0)
    rows[9] = Row(9, {"id": 1 << 70, "text": ""}, 0)
    done = list(run_all("quantities", rows, "in.jsonl", engine))
    assert done[7] == rows[7]
    assert done[8] == RowProblem("in.jsonl", 8, "text", "is missing")
    assert isinstance(done[9], RowProblem)
    assert done[9].line == 9
    others = [orjson.loads(one) for one in done if isinstance(one, bytes)]
    assert [one["id"] for one in others] == [n for n in range(6 * AT_ONCE) if n not in {7, 8, 9}]
    assert all(one["found"][0]["low"] == one["id"] for one in others)
