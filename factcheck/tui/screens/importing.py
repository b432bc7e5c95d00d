"""Bringing a file in: choose it, see what it would bring, take it. Nothing is changed before one says so."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from factcheck.tui import paths
from factcheck.tui.commands import CommandFailed, Ended
from factcheck.tui.screens.base import ReviewScreen, bindings, guarded
from factcheck.tui.screens.dialogs import Choice, Dialog, Prompt
from factcheck.tui.sheet import Sheet
from factcheck.tui.text import Line, Lines, line, span, wrap, wrap_text
from factcheck.tui.views import labelled

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

SHOWN = 8
"""Candidates in the box."""


class PathPrompt(Prompt):
    """A path: Tab completes it, ↓ and ↑ choose among what is there."""

    def __init__(self, title: str, home: Path, value: str = "") -> None:
        super().__init__(title, value)
        self._home = home
        self._found: list[Path] = []
        self._at = -1
        self._first = 0

    def lines(self, cells: int) -> list[Line]:
        """Title, candidates, keys."""
        lines = wrap_text(self._title, cells, "strong")
        self._first = len(lines)
        top = max(0, min(self._at - SHOWN + 1, len(self._found) - SHOWN))
        for at, path in list(enumerate(self._found))[top : top + SHOWN]:
            shown = path.name + ("/" if path.is_dir() else "")
            lines.append(line("  ", (shown, "cursor" if at == self._at else "")))
        if not self._found:
            lines.append(line(("  nothing begins like this", "dim")))
        elif len(self._found) > SHOWN:
            lines.append(line((f"  {len(self._found)} in all", "dim")))
        return [*lines, *wrap_text("Tab completes, ↓ ↑ choose, Enter takes it, Esc goes back", cells, "dim")]

    def on_mount(self) -> None:
        """Look into the folder one is in; Textual calls the handlers of the base class as well."""
        self._look()

    def _look(self) -> None:
        self._found = paths.candidates(self.query_one("#own", Input).value, self._home)
        self._at = -1
        self.again()

    def on_input_changed(self) -> None:
        """Look again."""
        self._look()

    def on_key(self, event: events.Key) -> None:
        """Complete and choose; leaving is the base class's."""
        field = self.query_one("#own", Input)
        if event.key == "tab":
            event.stop()
            field.value = paths.completed(field.value, self._home)
            field.cursor_position = len(field.value)
        elif event.key in {"down", "up"} and self._found:
            event.stop()
            self._at = max(-1, min(self._at + (1 if event.key == "down" else -1), len(self._found) - 1))
            self.again()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Into a chosen folder, or take the file, or the folder that was typed."""
        event.stop()
        event.prevent_default()
        if self._at >= 0:
            self._take(self._found[self._at])
        elif event.value.strip():
            self.dismiss(str(paths.meant(event.value.strip(), self._home)))

    def _take(self, path: Path) -> None:
        if path.is_dir() and paths.is_plain(path):
            field = self.query_one("#own", Input)
            field.value = paths.told(path, self._home)
            field.cursor_position = len(field.value)
        else:
            self.dismiss(str(path))

    def on_click(self, event: events.Click) -> None:
        """Choose with the mouse."""
        if isinstance(event.widget, Sheet):
            top = max(0, min(self._at - SHOWN + 1, len(self._found) - SHOWN))
            at = top + event.screen_y - event.widget.region.y - self._first
            if 0 <= at - top < SHOWN and at < len(self._found):
                self._take(self._found[at])


class BringScreen(ReviewScreen):
    """One file on its way in: told about, tried, taken."""

    NAME = "bring"
    BINDINGS = bindings("bring")

    def __init__(self, kind: str = "") -> None:
        """`kind` is 'claims', 'document', or '' for what the file's ending says."""
        super().__init__()
        self._kind = kind
        self._path: Path | None = None
        self._tried: list[dict[str, Any]] = []
        self.told: Callable[[int], list[Line]] = lambda cells: []
        """What is said of the file, for a width in cells."""
        self._ready = False

    def body(self) -> Iterator[Widget]:
        """One sheet."""
        yield Sheet("text", thumb=self.review.glyphs.thumb)

    def hint(self) -> str:
        """What to do here."""
        if self.review.running.busy:
            return "Esc stops it; nothing is changed then"
        if self._ready:
            return "y brings it in" + ("; a takes the good rows only" if self._problems() else "")
        return "/ chooses a file, Esc goes back"

    def on_mount(self) -> None:
        """Ask for the file."""
        self._show(lambda cells: wrap_text("No file is chosen yet.", cells, "dim"))
        self.action_choose()

    def draw(self) -> None:
        """Heading and status."""
        self.sheet("title").say(" ", ("Bring a file in" + (f": {self._path}" if self._path else ""), "strong"))
        self.draw_status()

    def _show(self, lines: "Callable[[int], list[Line]]") -> None:
        self.told = lines
        self.sheet("text").show(lambda cells: Lines(lines(cells)))
        self.draw()

    # ── choosing ─────────────────────────────────────────────────────────────────────────────────

    def action_choose(self) -> None:
        """Which file."""
        if self.review.running.busy:
            return
        home = self.review.folder.absolute()
        what = {"claims": "Which file of claims, or folder of such files?", "document": "Which document?"}
        title = what.get(self._kind, "Which file? Claims (CSV, JSONL, XLSX ..) or a document (text, HTML, PDF ..)")

        async def told(path: str | None) -> None:
            if path:
                if self._path is not None:
                    self._kind = ""  # it was said of the first file
                self._path = Path(path)
                await self._tell()
            elif self._path is None:
                self.app.pop_screen()

        self.review.ask(PathPrompt(title, home), told)

    async def _tell(self) -> None:
        """What the file is and what it would bring."""
        path = self._path
        if path is None:
            return
        self._ready, self._tried = False, []
        if not path.exists():
            self._show(lambda cells: wrap_text(f"There is no file {path}; / chooses another one.", cells, "warn"))
            return
        if self._kind == "document" or not (self._kind or paths.holds_claims(path)):
            self._ready = True
            self._show(lambda cells: _document_lines(path, cells))
        elif _is_export(path):
            self._ready = True
            self._show(lambda cells: _export_lines(path, cells))
        else:
            self._work(self._try)

    @property
    def _is_document(self) -> bool:
        return self._path is not None and (
            self._kind == "document" or not (self._kind or paths.holds_claims(self._path))
        )

    def _problems(self) -> bool:
        return any(one.get("rejected") for one in self._tried)

    # ── trying and taking ────────────────────────────────────────────────────────────────────────

    def _work(self, work: "Callable[[], Awaitable[None]]") -> None:
        """In a worker, so that Esc can stop it."""
        self.run_worker(guarded(work, self.review.failed)(), exit_on_error=False)

    async def _run(self, doing: str, *arguments: str) -> Ended | None:
        """Run a command; None when it was stopped or failed, which is told."""

        def progress(per_cent: int) -> None:
            self.say(f"{doing}: {per_cent} %; Esc stops it, nothing is changed then")

        self.say(f"{doing}; Esc stops it, nothing is changed then")
        ended = await self.review.running.run(arguments, progress)
        if ended.code < 0:
            self.say("stopped; nothing was changed", "warn")
            return None
        if not ended.done:
            problem = str(CommandFailed(ended))
            self._show(lambda cells: [*wrap_text(problem, cells, "warn"), (), *_said(ended, problem, cells)])
            self.say("nothing was changed", "warn")
            return None
        return ended

    async def _try(self) -> None:
        ended = await self._run("reading", "import", "--dry-run", "--json", "--", str(self._path))
        if ended is None:
            return
        self._tried = _records(ended)
        self._ready = any(_brings(one) for one in self._tried)
        self._show(lambda cells: _claim_lines(self._tried, cells))
        self.say("nothing was changed yet: this was a trial" if self._ready else "there is nothing new in it", "")
        if self._ready:
            self.review.message = ("", "")
            self.draw_status()

    async def action_take(self) -> None:
        """Bring it in."""
        if not self._ready or self.review.running.busy:
            self.say("there is nothing to bring in; / chooses a file")
        elif self._is_document:
            self._ask_source()
        elif self._problems():
            self.say("some rows are wrong: a takes the good ones, or mend the file and choose it again", "warn")
        else:
            self._work(self._take)

    async def action_take_good(self) -> None:
        """Leave wrong rows out."""
        if self._ready and not self._is_document and not self.review.running.busy:
            self._work(lambda: self._take("--accept-valid"))

    async def _take(self, *options: str) -> None:
        ended = await self._run("importing", "import", "--json", *options, "--", str(self._path))
        if ended is None:
            return
        self._ready = False
        self._tried = records = _records(ended)
        self._show(lambda cells: _claim_lines(records, cells))
        await self._reload("imported: " + _sum(records))

    def _ask_source(self) -> None:
        async def told(source: str) -> None:
            self._work(lambda: self._add(source))

        self.ask_text("Who published it?", "", told, "The source's name, as the report shows it; empty if unknown.")

    async def _add(self, source: str) -> None:
        path = self._path
        if path is None:
            return
        named = ("--source", source) if source else ()
        ended = await self._run("adding", "add", "--name", path.name, *named, "--", str(path))
        if ended is None:
            return
        self._ready = False
        said = ended.output.decode("utf-8", "replace")
        self._show(lambda cells: wrap_text(said, cells))
        await self._reload("the document is in the dossier")

        async def extract(answer: str | None) -> None:
            if answer:
                self._work(self._extract)

        choices = (Choice("y", "yes: each tied to its exact words", "y"),)
        told = ("They are suggestions until you judge them.",)
        self.review.ask(Dialog("Propose claims from the documents?", told, choices), extract)

    async def _extract(self) -> None:
        ended = await self._run("proposing claims", "extract")
        if ended is not None:
            said = ended.output.decode("utf-8", "replace")
            self._show(lambda cells: wrap_text(said, cells))
            await self._reload("claims were proposed; Esc goes to the queue")

    async def _reload(self, says: str) -> None:
        """Load the queue again behind this screen."""
        state = self.state
        state.show(await self.review.slow(state.prepare))
        self.say(says, "good")

    def action_back(self) -> None:
        """Stop what is under way, or leave."""
        if self.review.running.busy:
            self.review.running.stop()
        else:
            self.review.message = ("", "") if self._ready else self.review.message
            self.app.pop_screen()


# ── what is told ───────────────────────────────────────────────────────────────────────────────────


def _is_export(path: Path) -> bool:
    """Whether a file is a whole dossier's export."""
    from factcheck.formats import lossless  # noqa: PLC0415 - loaded by now

    try:
        with path.open("rb") as file:
            return path.is_file() and lossless.looks_like(file.read(4096))
    except OSError:
        return False


def format_told(path: Path) -> str:
    """Which format a claim file is in, in words; '' for a folder or a file that cannot be read."""
    from factcheck.formats import unpack  # noqa: PLC0415
    from factcheck.formats.claim_files import PEEK, format_of  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            start = file.read(PEEK)
    except OSError:
        return ""
    if start.startswith(unpack.MAGIC):
        return "packed with gzip"
    return format_of(path.name, start).value.replace("_", " ") if start else "empty"


def _size(path: Path) -> str:
    return f"{path.stat().st_size:,} bytes"


def _document_lines(path: Path, cells: int) -> list[Line]:
    return [
        *labelled("document", path.name, cells, "strong"),
        *labelled("size", _size(path), cells),
        (),
        *wrap_text("It is kept byte for byte. Bringing the same bytes in twice changes nothing.", cells, "dim"),
        *wrap_text("y or Enter brings it in; you can then have claims proposed from it.", cells),
    ]


def _export_lines(path: Path, cells: int) -> list[Line]:
    return [
        *labelled("whole export", path.name, cells, "strong"),
        *labelled("size", _size(path), cells),
        (),
        *wrap_text("This file holds a whole dossier with its ledger. It fills an empty dossier only.", cells),
    ]


def _records(ended: Ended) -> list[dict[str, Any]]:
    try:
        found = json.loads(ended.output)
    except ValueError:
        return []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


BRINGS = ("new", "changed", "relations_new", "relations_changed", "restored")


def _brings(one: dict[str, Any]) -> bool:
    """Whether taking the file would change anything, as far as the trial tells."""
    return any(one.get(name) for name in BRINGS)


def _sum(records: list[dict[str, Any]]) -> str:
    if any(one.get("restored") for one in records):
        return "the whole dossier, with its ledger"
    counts = {name: sum(int(one.get(name) or 0) for one in records) for name in ("new", "changed", "relations_new")}
    told = f"{counts['new']} new claims, {counts['changed']} changed"
    return told + (f", {counts['relations_new']} relations" if counts["relations_new"] else "")


LABELS = (
    ("rows", "rows"),
    ("new", "new claims"),
    ("changed", "changed"),
    ("unchanged", "unchanged"),
    ("relations_new", "relations"),
    ("rejected", "rejected"),
)


def _claim_lines(records: list[dict[str, Any]], cells: int) -> list[Line]:
    """What each file brings, then every row that is wrong, with its field and the reason."""
    lines: list[Line] = []
    for one in records:
        file = Path(str(one.get("file", "")))
        trial = "a trial: nothing is changed yet" if one.get("dry_run") else "done"
        lines += labelled("file", file.name, cells, "strong")
        kind = str(one.get("format") or format_told(file)).replace("_", " ")
        lines += labelled("format", f"{kind} ({trial})" if kind else trial, cells)
        for name, label in LABELS:
            number = int(one.get(name) or 0)
            if number or name in {"rows", "new"}:
                role = "warn" if name == "rejected" else ""
                lines += labelled(label, f"{number:,}", cells, role)
        for why, number in dict(one.get("left_out") or {}).items():
            lines += labelled("left out", f"{number:,}: {why}", cells)
        lines.append(())
        problems = [two for two in one.get("problems") or () if isinstance(two, dict)]
        if problems:
            lines.append(line((f"Rows that are wrong ({len(problems):,})", "head")))
        for two in problems:
            lines += _problem(two, cells)
    return lines


def _problem(one: dict[str, Any], cells: int) -> list[Line]:
    where = f"line {one.get('line')}"
    head = [span(where, "warn"), span(f"  {one['field']}" if one.get("field") else "", "key")]
    return [*wrap(head, cells), *wrap_text(str(one.get("problem", "")), cells, indent="    ")]


def _said(ended: Ended, problem: str, cells: int) -> list[Line]:
    """What else the command said, at most a screenful."""
    rest = [row for row in ended.said if problem not in row][-40:]
    return [made for row in rest for made in wrap_text(row, cells, "dim")]
