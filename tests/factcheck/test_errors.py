"""Every error is one sentence; the tree in the docstring is the tree that there is."""

import inspect
from pathlib import Path

import pytest

from factcheck import errors
from factcheck.errors import (
    DocumentProblem,
    FactcheckError,
    FileProblem,
    Full,
    ImportRefused,
    MapProblem,
    NoDossier,
    OtherVersion,
    ReadOnly,
    RowProblem,
    SettingsProblem,
    Stale,
    StoreError,
    UnknownReference,
    Unreachable,
)


def classes() -> list[type[FactcheckError]]:
    """All our errors."""
    return [
        one
        for _, one in inspect.getmembers(errors, inspect.isclass)
        if issubclass(one, FactcheckError) and one.__module__ == errors.__name__
    ]


def tree() -> dict[str, str | None]:
    """Name → name of the class above it, as the module's docstring draws it."""
    drawn: dict[str, str | None] = {}
    above: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        stem = line.lstrip("│├└─ ")
        depth = len(line) - len(stem)
        name = stem.split(" ", 1)[0]
        if not name.isidentifier() or not hasattr(errors, name):
            continue
        while above and above[-1][0] >= depth:
            above.pop()
        drawn[name] = above[-1][1] if above else None
        above.append((depth, name))
    return drawn


def test_the_tree_in_the_docstring_is_the_tree_of_classes() -> None:
    """Every class stands there, below the class that it extends."""
    there = {one.__name__: one.__base__.__name__ if one.__base__ else None for one in classes()}
    there["FactcheckError"] = None
    assert tree() == there


def test_every_class_says_what_happened() -> None:
    """In its docstring, which is what the tree says in other words."""
    assert all((one.__doc__ or "").rstrip().endswith(".") for one in classes())


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            UnknownReference("claim", "w9"),
            "no claim is called 'w9'; `factcheck list --json` shows what there is",
        ),
        (
            UnknownReference("claim", "c1", ["c11", "c12"]),
            "'c1' could be any of several claims: c11, c12; type more of the id",
        ),
        (
            UnknownReference("claim", "c1", ["c11", "c12", "c13", "c14", "c15"]),
            "'c1' could be any of several claims: c11, c12, c13, c14 …; type more of the id",
        ),
        (FileProblem("a.txt", "The file is empty"), "a.txt: the file is empty"),
        (FileProblem("a.txt", OSError(13, "Permission denied")), "a.txt: permission denied"),
        (FileProblem(Path("a.txt"), OSError("odd")), "a.txt: odd"),
        (DocumentProblem("a.txt", "no text"), "a.txt: no text"),
        (MapProblem("m.toml", "x: unknown"), "m.toml: x: unknown"),
        (SettingsProblem("--db", "no URL"), "--db: no URL"),
        (
            Stale("claim c1", 1, 3, "decision by bo"),
            "claim c1 has changed since version 1: it is now version 3 (decision by bo); look again",
        ),
        (
            NoDossier("x.db"),
            "x.db: no dossier here yet; `factcheck init` makes one, `--db` names another",
        ),
        (
            OtherVersion("x.db", "0009", "0001", newer=True),
            "x.db: made by a newer version of factcheck (schema 0009, this one has 0001); use that version",
        ),
        (
            OtherVersion("x.db", "0001", "0002", newer=False),
            (
                "x.db: made by an older version of factcheck (schema 0001, this one has 0002); "
                "run `factcheck db upgrade` first (it keeps everything)"
            ),
        ),
        (ReadOnly("x.db"), "x.db: cannot be written (read-only file, folder or role); nothing was changed"),
        (Full("x.db"), "x.db: the disk is full; nothing was changed"),
        (Unreachable("x.db", "odd"), "x.db: the database could not be used: odd"),
    ],
)
def test_the_class_writes_the_sentence(error: FactcheckError, words: str) -> None:
    """Raise sites say what, the class says it in words, with what to do."""
    assert str(error) == words
    assert not str(error).endswith(".")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (RowProblem("a.jsonl", 3, None, "not valid JSON"), "a.jsonl, line 3: not valid JSON"),
        (RowProblem("a.jsonl", 3, "kind", "is missing"), "a.jsonl, line 3, kind: is missing"),
        (RowProblem("a\x1b[31m\n", 1, "k\u202e", "x\x9by"), "a␛[31m , line 1, k�: x�y"),
    ],
)
def test_a_row_problem_names_file_line_and_field(problem: RowProblem, words: str) -> None:
    """On one line that cannot steer a terminal."""
    assert str(problem) == words


def test_refused_rows_are_counted_once_each() -> None:
    """Several problems of one row are one wrong row; every problem is carried along."""
    problems = [RowProblem("a", 1, None, "x"), RowProblem("a", 1, "f", "y"), RowProblem("a", 2, None, "z")]
    assert str(ImportRefused(problems[:2], 9)) == "nothing was imported: 1 row is wrong among the 9 read"
    refused = ImportRefused(problems, 9)
    assert str(refused) == "nothing was imported: 2 rows are wrong among the 9 read"
    assert refused.problems == tuple(problems)


def test_a_newer_version_carries_its_number() -> None:
    """So that the reviewer's screen can be brought up to date."""
    assert Stale("claim c1", 1, 3, "x").now == 3
    assert issubclass(Full, StoreError)
