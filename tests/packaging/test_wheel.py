"""The wheel holds what the tree holds, and an installed factcheck does what a checkout does."""

import importlib.util
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
STEM = f"factcheck_desk-{PROJECT['version']}"


def run(*command: str | Path, cwd: Path) -> str:
    """What a program printed that had to succeed; nothing of this checkout is on its path."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FACTCHECK_"))}
    done = subprocess.run(command, cwd=cwd, env=plain, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree; its build backend comes from the index only when it is not here."""
    folder = tmp_path_factory.mktemp("wheel")
    here = ("--no-isolation", "--skip-dependency-check") if importlib.util.find_spec("hatchling") else ()
    run(sys.executable, "-m", "build", "--wheel", *here, "--outdir", folder, ROOT, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """The files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment with the wheel in it; what it depends on is ours."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=True, with_pip=False)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", "--quiet")
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    own = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (own / "ours.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin"


def files(folder: str) -> Iterator[Path]:
    """The files of a folder of this tree, without what running and checking leave behind."""
    for path in (ROOT / folder).rglob("*"):
        inside = path.relative_to(ROOT)
        if path.is_file() and not any(part == "__pycache__" or part.startswith(".") for part in inside.parts):
            yield inside


# ── what is in it ──────────────────────────────────────────────────────────────────────────────────


def test_the_wheel_is_for_every_platform(wheel: Path) -> None:
    """Pure Python, under the distribution's own name."""
    assert wheel.name == f"{STEM}-py3-none-any.whl"


def test_the_wheel_has_these_top_level_names_and_no_others(names: set[str]) -> None:
    """Nothing else lands beside other people's packages."""
    assert {PurePosixPath(name).parts[0] for name in names} == {
        "evidence",
        "claims",
        "factcheck",
        f"{STEM}.dist-info",
    }


def test_every_file_of_the_packages_is_in_the_wheel(names: set[str]) -> None:
    """Modules, tables, sample and the marks of typed packages; no leftovers of a run."""
    tree = {str(path) for package in ("evidence", "claims", "factcheck") for path in files(package)}
    migrations = {f"factcheck/store/{path}" for path in files("alembic")}
    there = {name for name in names if not name.startswith(STEM)}
    assert there == tree | migrations
    assert {f"{package}/py.typed" for package in ("evidence", "claims", "factcheck")} <= there
    assert "factcheck/sample/claims.jsonl" in there
    assert any(name.startswith("factcheck/store/alembic/versions/0001_") for name in there)


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """Name, version, licence, the Python it needs, what it depends on, and its one program."""
    with zipfile.ZipFile(wheel) as archive:
        told = archive.read(f"{STEM}.dist-info/METADATA").decode()
        entry_points = archive.read(f"{STEM}.dist-info/entry_points.txt").decode()
        assert f"{STEM}.dist-info/licenses/LICENSE" in archive.namelist()
    for line in (
        "Name: factcheck-desk",
        f"Version: {PROJECT['version']}",
        "License-Expression: Apache-2.0",
        "Requires-Python: >=3.11",
        "Provides-Extra: postgresql",
    ):
        assert f"{line}\n" in told
    assert told.count("Requires-Dist: ") >= len(PROJECT["dependencies"])
    assert entry_points.split() == ["[console_scripts]", "factcheck", "=", "factcheck.cli.main:main"]


# ── what it does ───────────────────────────────────────────────────────────────────────────────────


def test_the_installed_program_is_the_wheels(installed: Path, tmp_path: Path) -> None:
    """Code, migrations and sample come from the new environment, none of them from this tree."""
    where = (
        "import claims, evidence, factcheck; from factcheck.store import migrate; "
        "print(claims.__file__, evidence.__file__, factcheck.__file__, migrate.scripts(), sep='\\n')"
    )
    lines = run(installed / "python", "-c", where, cwd=tmp_path).splitlines()
    assert all(Path(line).resolve().is_relative_to(installed.parent.resolve()) for line in lines), lines
    assert lines[3].endswith("factcheck/store/alembic")


def test_the_demo_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """It builds its dossier with the wheel's own migrations, writes its report, and verifies clean."""
    told = run(installed / "factcheck", "demo", cwd=tmp_path)
    assert "claims from 2 documents of 2 sources" in told
    folder = tmp_path / "factcheck-demo"
    assert (folder / "report.md").read_text("utf-8").startswith("# Verdict report: ")
    assert "nothing wrong was found" in run(installed / "factcheck", "verify", "--anchor", "report.md", cwd=folder)
    assert " 0 differences" in run(installed / "factcheck", "db", "check", cwd=folder)
