"""docs/api.md does what it says: its examples are run one after the other, and print what stands below them."""

import re
import subprocess
import sys
from pathlib import Path

import factcheck

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
_block = re.compile(r"^```(python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_examples_print_what_the_page_says(tmp_path: Path) -> None:
    """In an empty folder, in a process of their own."""
    found = _block.findall(PAGE.read_text(encoding="utf-8"))
    script = "".join(code for kind, code in found if kind == "python")
    told = "".join(words for kind, words in found if kind == "text")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(PAGE.parents[1]), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == told
    assert "What holds" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_page_names_every_public_name() -> None:
    """And every public name can be imported."""
    page = PAGE.read_text(encoding="utf-8")
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is not None
        assert name in page or name == "RelationDecision"
    assert dir(factcheck) == sorted(factcheck.__all__)
    assert not hasattr(factcheck, "nothing")


def test_importing_the_package_loads_nothing() -> None:
    """`factcheck --help` stays free of the database and of pydantic."""
    code = "import factcheck, sys; print([m for m in ('sqlalchemy', 'pydantic', 'textual') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PAGE.parents[1])
    assert done.stdout == "[]\n"
