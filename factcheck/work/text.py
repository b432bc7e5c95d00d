"""The language layer on its own: one record in, the same record with what was found out. No dossier needed.

Each job imports what it needs when it first runs: comparing needs neither the store nor the assessment.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson

from factcheck.errors import RowProblem
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Row
from factcheck.work.days import day_of
from factcheck.work.memory import uncollected

if TYPE_CHECKING:
    from claims.truth import Observation
    from factcheck.work.engines import Engine

Record = dict[str, Any]
Problems = list[tuple[str | None, str]]


@dataclass(frozen=True, slots=True)
class Job:
    """What a record must hold, what it may hold, and what the job adds to it."""

    run: Callable[[Record], Record]
    texts: tuple[str, ...] = ("text",)
    days: tuple[str, ...] = ("date",)
    lists: tuple[str, ...] = ()
    ahead: Callable[[list[Record]], None] | None = None
    """What is done for all records of a piece before the first of them."""


def run(job: str, record: Record) -> Record:
    """The record with what the job found. Raises BadRecord when a field is not what the job needs."""
    chosen = JOBS[job]
    problems: Problems = [
        (name, "is missing" if name not in record else "must be text")
        for name in chosen.texts
        if not isinstance(record.get(name), str)
    ]
    for name in (*chosen.days, "language"):
        value = record.get(name)
        if not isinstance(value, str | None):
            problems.append((name, "must be text"))
        elif name in chosen.days and value is not None and day_of(value) is None:
            problems.append((name, f"must be a day such as 2025-08-26, not {value[:40]!r}"))
    for name in chosen.lists:
        value = record.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            problems.append((name, "is missing" if value is None else "must be a list of texts"))
    if problems:
        raise BadRecord(problems)
    return {**record, **chosen.run(record)}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a file for a job, and what could not even be read, in their order."""

    job: str
    name: str
    """Of the file, for messages."""
    rows: list[Row | RowProblem]


AT_ONCE = 200
"""Rows of one piece."""


def run_all(job: str, rows: Iterable[Row | RowProblem], name: str, engine: "Engine") -> Iterator[bytes | RowProblem]:
    """A line of JSON for each row, or what is wrong with it, in the order of the rows; `engine` does the work."""
    with engine() as each:
        for done in each(work, _pieces(job, rows, name)):
            yield from done


def _pieces(job: str, rows: Iterable[Row | RowProblem], name: str) -> Iterator[Piece]:
    rows = iter(rows)
    while some := list(islice(rows, AT_ONCE)):
        yield Piece(job, name, some)


def work(piece: Piece) -> list[bytes | RowProblem]:
    """A line for each row of a piece, or what is wrong with it."""
    ahead = JOBS[piece.job].ahead
    with uncollected():
        if ahead is not None:
            ahead([row.data for row in piece.rows if isinstance(row, Row)])
        return [row if isinstance(row, RowProblem) else _line(piece, row) for row in piece.rows]


def _line(piece: Piece, row: Row) -> bytes | RowProblem:
    try:
        return orjson.dumps(run(piece.job, row.data), option=orjson.OPT_APPEND_NEWLINE)
    except BadRecord as error:
        field, words = error.problems[0]
        return RowProblem(piece.name, row.line, field, words)
    except orjson.JSONEncodeError as error:
        return RowProblem(piece.name, row.line, None, f"cannot be written back: {error}")


def _quantities(record: Record) -> Record:
    from claims.features.quantities import quantities  # noqa: PLC0415

    found = quantities(record["text"], record.get("language"))
    return {"found": [item.model_dump(mode="json") for item in found]}


def _dates(record: Record) -> Record:
    from claims.features.dates import dates  # noqa: PLC0415

    found = dates(record["text"], day_of(record.get("date")), record.get("language"))
    return {"found": [item.model_dump(mode="json", by_alias=True) for item in found]}


def _names(record: Record) -> Record:
    from claims.features.names import names  # noqa: PLC0415

    text = record["text"]
    found = [
        {"start": one.start, "end": one.end, "text": text[one.start : one.end], "name": one.name, "type": one.type}
        for one in names(text).mentions
    ]
    return {"found": found}


def _claims(record: Record) -> Record:
    from claims.extract import extract  # noqa: PLC0415

    found = extract(record["text"], language=record.get("language"), reference=day_of(record.get("date")))
    return {"found": [item.model_dump(mode="json", by_alias=True) for item in found.claims]}


def _rank(record: Record) -> Record:
    from evidence.retrieval import rank  # noqa: PLC0415

    ranked = rank(record["statement"], record["passages"])
    return {"ranking": [one.index for one in ranked], "scores": [round(one.score, 4) for one in ranked]}


def _judge(record: Record) -> Record:
    from claims.assess import judge  # noqa: PLC0415

    found = judge(record["statement"], record["passages"])
    return {
        "verdict": found.verdict.value,
        "score": found.score,
        "reasons": list(found.reasons),
        "evidence": list(found.evidence),
    }


def _compare(record: Record) -> Record:
    from claims.compare import compare_texts  # noqa: PLC0415

    days = day_of(record.get("date_a")), day_of(record.get("date_b"))
    found = compare_texts(record["a"], record["b"], *days, given=True)
    return found.model_dump(mode="json", include={"kind", "facet", "score", "reasons"})


def _read_ahead(records: list[Record]) -> None:
    """Read the texts of many pairs in a row, which takes less time than reading and comparing by turns."""
    from claims.compare import read_ahead  # noqa: PLC0415

    read_ahead(
        (record[text], day_of(day))
        for record in records
        for text, day in (("a", record.get("date_a")), ("b", record.get("date_b")))
        if isinstance(record.get(text), str) and isinstance(day, str | None)
    )


def _values(record: Record) -> Record:
    from claims.truth import discover  # noqa: PLC0415

    found = discover(_observations(record.get("values")))
    beliefs = {
        thing: [
            {"value": one.value, "probability": round(one.probability, 4), "sources": one.sources, "votes": one.votes}
            for one in values
        ]
        for thing, values in found.beliefs.items()
    }
    return {"beliefs": beliefs, "accuracy": {source: round(right, 4) for source, right in found.accuracy.items()}}


def _observations(values: object) -> "list[Observation]":
    """What sources give for things; a source and a thing are texts, a value a text, a number or missing (null)."""
    from claims.truth import Observation  # noqa: PLC0415

    if not isinstance(values, list):
        raise BadRecord([("values", "is missing" if values is None else "must be a list of {source, thing, value}")])
    found = []
    for number, one in enumerate(values):
        name = f"values[{number}]"
        if not isinstance(one, dict):
            raise BadRecord([(name, "must be an object with source, thing and value")])
        source, thing, value, attribute = (one.get(key) for key in ("source", "thing", "value", "attribute"))
        if not isinstance(source, str) or not isinstance(thing, str) or not isinstance(attribute, str | None):
            raise BadRecord([(name, "needs source and thing as text, and attribute, where there is one, as text")])
        if isinstance(value, bool) or not isinstance(value, str | int | float | None):
            raise BadRecord([(f"{name}.value", "must be a text or a number, or null where it is missing")])
        if value is not None:
            found.append(Observation(source, thing, value, attribute or ""))
    return found


JOBS: Mapping[str, Job] = {
    "quantities": Job(_quantities),
    "dates": Job(_dates),
    "names": Job(_names),
    "claims": Job(_claims),
    "rank": Job(_rank, texts=("statement",), days=(), lists=("passages",)),
    "judge": Job(_judge, texts=("statement",), days=(), lists=("passages",)),
    "values": Job(_values, texts=(), days=()),
    "compare": Job(_compare, texts=("a", "b"), days=("date_a", "date_b"), ahead=_read_ahead),
}
