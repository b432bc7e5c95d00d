"""Every proof holds in its short form; the full form is `make soak`."""

import subprocess
import sys

import pytest

from tests.soak.__main__ import PROOFS


@pytest.mark.parametrize("name", PROOFS)
def test_the_proof_holds(name: str) -> None:
    """A process of its own, which forks and kills others, prints its figures and ends well."""
    command = [sys.executable, "-m", "tests.soak", "--short", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    sys.stdout.write(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "held" in done.stdout or "not measured" in done.stdout
    assert "DID NOT HOLD" not in done.stdout
