"""Importing the package is cheap: dictionaries and tables are loaded by the first call that needs them."""

import subprocess
import sys


def test_importing_loads_no_heavy_library() -> None:
    """`factcheck --help` must not wait for a Chinese dictionary."""
    code = (
        "import sys, evidence.model, evidence.quotes, evidence.readers, evidence.text.clean, evidence.text.fold,"
        " evidence.text.language, evidence.text.segment;"
        "print([m for m in ('opencc', 'sentencex', 'rapidfuzz', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
