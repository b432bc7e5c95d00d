"""A reader in a child process gives the same as in this one, and its end is ours to tell."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from evidence.errors import Unreadable
from evidence.readers import html, limited, pdf, read
from evidence.readers.limited import Limits
from tests.evidence.readers.reading import data

LINUX = sys.platform == "linux"


def play(code: str, monkeypatch: pytest.MonkeyPatch, limits: Limits | None = None) -> str:
    """The sentence with which a child ends that runs this code instead of a reader."""
    monkeypatch.setattr(limited, "_CHILD", code)
    with pytest.raises(Unreadable) as refusal:
        limited.read("html", b"<p>x", limits=limits or Limits(seconds=5))
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_the_child_gives_what_the_reader_gives() -> None:
    """Text, marks and everything else."""
    assert limited.read("html", data("news_en.html")) == html.read(data("news_en.html"))
    assert limited.read("pdf", data("report_zh.pdf")) == pdf.read(data("report_zh.pdf"))
    assert limited.read("html", "<p>選舉".encode("big5"), encoding="big5").encoding == "big5"


def test_a_refusal_comes_through_in_its_own_words() -> None:
    """As if the reader had been called here."""
    with pytest.raises(Unreadable, match="this PDF is cut off"):
        limited.read("pdf", b"%PDF-1.7")


@pytest.mark.skipif(not LINUX, reason="other systems do not keep the limit of address space")
def test_memory_is_limited() -> None:
    """The child ends with a sentence, and this process has not grown."""
    with pytest.raises(Unreadable, match="takes more than 200 MB of memory"):
        limited.read("html", b"<p>" + b"<b>x</b>" * 2_000_000, limits=Limits(memory=200 * 1024**2))


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock and by the processor."""
    start = time.monotonic()
    asleep = play("import time; time.sleep(60)", monkeypatch, Limits(seconds=0.5))
    assert asleep == "reading it takes longer than 0.5 seconds"
    busy = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    assert play(busy, monkeypatch) == "reading it takes longer than 5 seconds"
    lingering = "import os, time; os.close(1); time.sleep(60)"
    monkeypatch.setattr(limited, "_GRACE", 0.2)
    assert "longer" in play(lingering, monkeypatch)
    assert time.monotonic() - start < 30


def test_the_answer_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child keeps the limit, and when it does not we do."""
    with pytest.raises(Unreadable, match="it gives more than 1 MB of text"):
        limited.read("html", b"<p>" + b"flood " * 300_000, limits=Limits(answer=1024**2))
    endless = "import sys\nwhile True: sys.stdout.write('x' * 100_000)"
    assert play(endless, monkeypatch, Limits(seconds=5, answer=1024**2)) == "it gives more than 1 MB of text"


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "raise KeyError",
        "import sys; sys.exit(3)",
        "print('no JSON')",
        "pass",
        """print('{"found": null, "unreadable": null}')""",
        """print('{"found": {"text": "x"}}')""",
        r"""print('{"found": {"text": "a\\u0000", "encoding": "", "media_type": ""}}')""",
        """print('{"found": {"text": "a", "encoding": "", "media_type": "",
        "marks": [{"start": 0, "end": 9, "kind": "page"}]}}'.replace(chr(10), ''))""",
        "import pickle, os, sys; sys.stdout.buffer.write(pickle.dumps(os.getcwd))",
    ],
)
def test_a_child_that_breaks_down_or_lies_is_not_believed(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its answer is checked like anything that comes from outside."""
    assert "broke down" in play(code, monkeypatch)


def test_a_sentence_of_a_child_steers_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one clean line."""
    code = r"""print('{"unreadable": "\\u001b[2J gone\\n"}')"""
    assert play(code, monkeypatch).strip() == "␛[2J gone"


def test_what_a_library_prints_is_no_part_of_the_answer() -> None:
    """Neither from Python nor from C: the answer has the output for itself."""
    code = (
        "import os, sys; sys.argv[1:] = [sys.argv[1]]; from evidence.readers import html, limited; real = html.read\n"
        "def noisy(data, *, encoding=None): print('noise', flush=True); os.system('echo noise'); return real(data)\n"
        "html.read = noisy; limited.serve()"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limited, "_CHILD", code)
        assert limited.read("html", b"<p>flood").text == "flood"


def test_the_child_sees_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of our environment it gets where the modules are, and nothing else."""
    monkeypatch.setenv("FACTCHECK_DB", "postgresql://anna:secret@db/desk")
    code = """import os; print('{"unreadable": "%s"}' % " ".join(sorted(os.environ)))"""
    assert "FACTCHECK" not in play(code, monkeypatch)


def test_it_works_from_any_folder(tmp_path: Path) -> None:
    """Also from one that holds a module of the same name, and for a program that was started there."""
    (tmp_path / "evidence.py").write_text("raise SystemExit('the wrong module')")
    root = Path(limited.__file__).parents[2]
    code = f"import sys; sys.path[:] = [{str(root)!r}] + [p for p in sys.path if p]; import evidence.readers as r;"
    code += "print(r.read(b'<html><p>flood', 'x').text)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("flood\n", "")


def test_a_child_costs_little() -> None:
    """A folder of a hundred PDFs is added in a minute; on a busy machine this is a bound, not a measurement."""
    start = time.monotonic()
    read(data("report_en.pdf"), "a.pdf")
    assert time.monotonic() - start < 5
