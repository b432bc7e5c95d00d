"""Bulk work of whole commands, in a database made by `factcheck init`, against the least that such work can cost.

Import: the `sqlite3` shell reads the same finished rows from CSV into the same tables with the same indexes, without
their CHECK constraints, which an import from CSV cannot meet since it knows no NULL; `sqlite-utils upsert` takes the
records of the claims alone; each where it is installed. Export: Python's sqlite3 and orjson or csv write the same rows.
"""

import csv
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from benchmarks import material
from benchmarks.measure import Measured, in_turns, timed

TABLES = ("claim", "claim_tag", "claim_entity", "evidence_link")


def run(size: int) -> Iterator[Measured | str]:
    """Import, import again, export."""
    text = material.document(max(1000, size // 10))
    with TemporaryDirectory() as name:
        folder = Path(name)
        claims, database = folder / "claims.jsonl", folder / "factcheck.db"
        material.write(claims, material.records(size, text, "towns.txt"))
        (folder / "towns.txt").write_text(text, encoding="utf-8")
        _factcheck(folder, "init")
        _factcheck(folder, "add", "towns.txt")
        first, most = _measured(folder, "import", claims.name)
        again, most_again = _measured(folder, "import", claims.name)
        yield f"memory at most: import {most} MB, the same again {most_again} MB"
        if shutil.which("sqlite3"):
            script = _shell_script(folder, database)
            theirs = timed(lambda: _shell(folder, script))
            yield Measured(f"import {size} claims", first, "the sqlite3 shell's .import of the rows", theirs)
        upsert = shutil.which("sqlite-utils")
        if upsert:
            command = [upsert, "upsert", "peer-utils.db", "claim", claims.name, "--nl", "--pk", "external_id"]
            theirs = timed(lambda: subprocess.run(command, check=True, capture_output=True, cwd=folder))
            yield Measured(f"import {size} claims", first, "sqlite-utils upsert of the claims alone", theirs)
        yield Measured("import the same file again", again, "the first import", first)
        for kind, peer, named in (("jsonl", _orjson, "orjson"), ("csv", _csv, "csv")):
            yield in_turns(
                f"export {size} claims as {kind}",
                lambda: _factcheck(folder, "export", "--format", kind, "-o", f"out.{kind}"),  # noqa: B023
                f"selecting the rows and {named}",
                lambda: peer(database, folder / "peer.out"),  # noqa: B023
                rounds=3,
            )
            yield f"memory at most: export as {kind} {_measured(folder, 'export', '--format', kind)[1]} MB"


def _factcheck(folder: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "factcheck", *arguments], check=True, capture_output=True, cwd=folder)


def _measured(folder: Path, *arguments: str) -> tuple[float, int]:
    """Seconds that a command takes, and the megabytes of the largest process in it."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    usage: list[int] = []

    def whole() -> None:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise subprocess.CalledProcessError(child.returncode, command)
        usage.append(used.ru_maxrss // 1024)

    return timed(whole), usage[0]


def _shell_script(folder: Path, database: Path) -> str:
    """The finished rows as CSV files, and what the shell is to do with them."""
    source = sqlite3.connect(database)
    lines = []
    query = "SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name = ? AND type IN ('table', 'index')"
    for table in TABLES:
        lines += [_plain(sql) + ";" for _, sql in source.execute(query, (table,))]
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(source.execute(f"SELECT * FROM {table}"))
    source.close()
    return "\n".join([*lines, ".mode csv", *(f".import {table}.csv {table}" for table in TABLES), ""])


_inside = r"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*"
_check = re.compile(rf",\s*CONSTRAINT \w+ CHECK \({_inside}\)")
_foreign = re.compile(r",\s*CONSTRAINT \w+ FOREIGN KEY\([^)]*\) REFERENCES \w+ \([^)]*\)")


def _plain(statement: str) -> str:
    return _foreign.sub("", _check.sub("", statement))


def _shell(folder: Path, script: str) -> None:
    done = subprocess.run(["sqlite3", "peer.db"], input=script, text=True, check=True, capture_output=True, cwd=folder)
    if done.stderr:
        raise RuntimeError(done.stderr[:500])


def _orjson(database: Path, target: Path) -> None:
    source = sqlite3.connect(database)
    with target.open("wb") as out:
        for table in TABLES:
            for row in source.execute(f"SELECT * FROM {table}"):
                out.write(orjson.dumps(row) + b"\n")
    source.close()


def _csv(database: Path, target: Path) -> None:
    source = sqlite3.connect(database)
    with target.open("w", newline="", encoding="utf-8") as out:
        for table in TABLES:
            csv.writer(out).writerows(source.execute(f"SELECT * FROM {table}"))
    source.close()
