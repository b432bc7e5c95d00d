"""The house stands as it is drawn: arrows run downward, rooms stay small, nothing reaches past its door."""

import ast
import importlib
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("evidence", "claims", "factcheck")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
LONGEST = 500
"""Lines; what grows beyond that is two things."""


def name(path: Path) -> str:
    """A module's dotted name."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def short(path: Path) -> str:
    """A module's path below the root."""
    return str(path.relative_to(ROOT))


def using(*names: str) -> set[str]:
    """The modules that use any of these names, as the syntax has them."""
    return {
        short(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in names
    }


# ── the contracts ──────────────────────────────────────────────────────────────────────────────────


def test_imports_keep_the_contracts() -> None:
    """import-linter finds no arrow that runs upward."""
    check = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_contracts_have_no_list_of_exceptions() -> None:
    """Every contract holds without `ignore_imports`, and all three packages are under them."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    assert tuple(told["root_packages"]) == PACKAGES
    assert len(told["contracts"]) >= 5
    assert not [contract["name"] for contract in told["contracts"] if "ignore_imports" in contract]


def above(module: str) -> set[str]:
    """The packages that a module lies in."""
    parts = module.split(".")
    return {".".join(parts[:end]) for end in range(1, len(parts))}


def at_once(path: Path) -> set[str]:
    """The modules of the house that importing this one imports first, the packages they lie in included."""
    mine, known = name(path), {name(each) for each in MODULES}
    asked: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            asked.update(each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            asked.update((node.module, *(f"{node.module}.{each.name}" for each in node.names)))
    packages = set().union(*(above(each) for each in asked)) - above(mine)
    return ((asked - above(mine)) | packages) & known - {mine}


def test_every_module_can_be_imported_first() -> None:
    """No file needs, to be imported, what needs it: neither itself nor the package it lies in."""
    TopologicalSorter({name(path): at_once(path) for path in MODULES}).prepare()


# ── the rooms ──────────────────────────────────────────────────────────────────────────────────────


def test_no_module_is_longer_than_500_lines() -> None:
    """A file that swallows the product begins as one that is a little too long."""
    lengths = {short(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_the_names_that_a_module_offers_are_there() -> None:
    """What `__all__` lists exists, once each, and none of it is private."""
    for path in MODULES:
        if path.name != "__main__.py":
            module = importlib.import_module(name(path))
            told = getattr(module, "__all__", ())
            assert len(told) == len(set(told)), path
            assert [one for one in told if one.startswith("_") or not hasattr(module, one)] == [], path


def test_only_the_settings_read_the_environment() -> None:
    """Whoever wants to know what a variable does looks in one file."""
    assert using("os.environ", "os.environb", "os.getenv") == {"factcheck/settings.py"}


def test_nothing_but_the_console_script_ends_the_program() -> None:
    """Everything below returns or raises."""
    assert using("sys.exit", "os.abort") == {"factcheck/cli/main.py"}


def test_packages_do_no_work_when_they_are_imported() -> None:
    """An `__init__.py` holds a docstring, names and nothing that runs."""
    allowed = (ast.Expr, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.FunctionDef, ast.ClassDef)
    for path in MODULES:
        if path.name == "__init__.py":
            body = ast.parse(path.read_text("utf-8")).body
            told = [node for node in body if not isinstance(node, ast.If) or ast.unparse(node.test) != "TYPE_CHECKING"]
            assert all(isinstance(node, allowed) for node in told), path


def test_the_migrations_folder_is_no_package() -> None:
    """With an `__init__.py` it would hide the library of the same name."""
    assert (ROOT / "alembic" / "env.py").is_file()
    assert not (ROOT / "alembic" / "__init__.py").exists()


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_is_typed(package: str) -> None:
    """Its types count for those who import it."""
    assert (ROOT / package / "py.typed").is_file()


# ── the public face ────────────────────────────────────────────────────────────────────────────────


def test_the_public_names_are_these() -> None:
    """`factcheck.dossier` offers at least the dossier and what goes in and comes out of it."""
    from factcheck import dossier  # noqa: PLC0415

    assert {
        "About",
        "Added",
        "Batch",
        "Checked",
        "Dossier",
        "Event",
        "Filter",
        "Format",
        "Imported",
        "Incoming",
        "Stats",
    } <= set(dossier.__all__)
    defined = {one for one, value in vars(dossier).items() if getattr(value, "__module__", "") == dossier.__name__}
    assert {one for one in defined if not one.startswith("_")} <= set(dossier.__all__)
