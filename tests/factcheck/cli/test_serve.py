"""The command that serves the reviewer."""

import signal
import subprocess
import sys
import urllib.request

import pytest

from tests.conftest import Databases


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org"])
def test_other_computers_are_not_served(host: str) -> None:
    """Wrong usage, with the way that there is: a tunnel."""
    command = [sys.executable, "-m", "factcheck", "serve", "--host", host]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "ssh -L" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_serves_until_it_is_told_to_end(databases: Databases, number: signal.Signals) -> None:
    """The address with the token is the one line on standard output; a signal ends it with code 0."""
    url = databases.new("sqlite")
    command = [sys.executable, "-m", "factcheck", "--db", url, "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200
        process.send_signal(number)
        rest, told = process.communicate()
    assert (process.returncode, rest) == (0, "")
    assert "Ctrl-C ends all sessions" in told
