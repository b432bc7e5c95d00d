"""Everything that can go wrong, as one tree. The class writes the sentence; the command line prints it.

FactcheckError                    exit code 3: could not be done
├── UnknownReference              no claim, document, relation or source answers to that name
├── FileProblem                   a file cannot be read or written
├── DocumentProblem               a document cannot be taken in
├── FetchProblem                  a page cannot be fetched
├── LlmProblem                    the language model gave nothing that can be used
├── ImportRefused                 rows are wrong, so nothing was imported; carries every row's problem
├── MapProblem                    a mapping file is wrong
├── SettingsProblem               factcheck.toml or a variable is wrong
├── Stale                         someone else saved first
├── NotAllowed                    the rules for decisions forbid it
└── StoreError                    the database
    ├── NoDossier                 there is none at that address
    ├── OtherVersion              made by a newer factcheck, or to be upgraded first
    ├── ReadOnly                  cannot be written
    ├── Full                      no room left
    ├── Busy                      someone else kept writing
    ├── Refused                   what was to be written breaks the rules of the tables
    ├── Damaged                   a row holds what no program of ours wrote
    └── Unreachable               anything else the database says
"""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from evidence.text.clean import clean_line


class FactcheckError(Exception):
    """Something could not be done. The text is one sentence for the person at the keyboard."""


class UnknownReference(FactcheckError):
    """No claim, document, relation or source answers to that name."""

    def __init__(self, what: str, reference: str, matches: Sequence[str] = ()) -> None:
        if matches:
            some = ", ".join(matches[:4]) + (" …" if len(matches) > 4 else "")
            super().__init__(f"{reference!r} could be any of several {what}s: {some}; type more of the id")
        else:
            super().__init__(f"no {what} is called {reference!r}; `factcheck list --json` shows what there is")
        self.matches = tuple(matches)


class FileProblem(FactcheckError):
    """A file cannot be read or written."""

    def __init__(self, path: object, problem: str | OSError) -> None:
        words = (problem.strerror or str(problem)) if isinstance(problem, OSError) else problem
        super().__init__(f"{path}: {words[:1].lower()}{words[1:]}")
        self.path = path


class DocumentProblem(FactcheckError):
    """A document cannot be taken in."""

    def __init__(self, name: str, problem: object) -> None:
        super().__init__(f"{name}: {problem}")


class FetchProblem(FactcheckError):
    """A page cannot be fetched."""

    def __init__(self, url: str, problem: str) -> None:
        super().__init__(clean_line(f"{url[:500]}: {problem}"))
        self.url = url


class LlmProblem(FactcheckError):
    """The language model gave nothing that can be used."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(clean_line(f"{where[:200]}: {problem}; nothing was changed"))


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one row: `line` counts from 1, `field` is None when the whole row is meant."""

    file: str
    line: int
    field: str | None
    problem: str
    item: int | None = None
    """Its number in the file, counted from 1, where several items stand on one line."""
    raw: object = dataclass_field(default=None, compare=False, repr=False)
    """The row as it stands in the file, where it could be read that far."""
    ends: bool = False
    """Whether nothing after it could be read."""

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" + (f", item {self.item}" if self.item else "")
        return clean_line(f"{where}, {self.field}: {self.problem}" if self.field else f"{where}: {self.problem}")


class ImportRefused(FactcheckError):
    """Rows are wrong, so nothing was imported."""

    def __init__(self, problems: Sequence[RowProblem], rows: int) -> None:
        wrong = len({(problem.file, problem.line, problem.item) for problem in problems})
        count = "1 row is" if wrong == 1 else f"{wrong} rows are"
        super().__init__(f"nothing was imported: {count} wrong among the {rows} read")
        self.problems = tuple(problems)


class MapProblem(FactcheckError):
    """A mapping file is wrong."""

    def __init__(self, path: object, problem: str) -> None:
        super().__init__(f"{path}: {problem}")


class SettingsProblem(FactcheckError):
    """factcheck.toml or a variable of the environment is wrong."""

    def __init__(self, where: object, problem: str) -> None:
        super().__init__(f"{where}: {problem}")


class Stale(FactcheckError):
    """Someone else saved first; `theirs` says what they did."""

    def __init__(self, what: str, seen: int, now: int, theirs: str) -> None:
        super().__init__(f"{what} has changed since version {seen}: it is now version {now} ({theirs}); look again")
        self.now = now


class NotAllowed(FactcheckError):
    """The rules for decisions forbid it."""


class StoreError(FactcheckError):
    """Something about the database."""


class NoDossier(StoreError):
    """There is no dossier at that address."""

    def __init__(self, where: str, what: str = "no dossier here yet") -> None:
        super().__init__(f"{where}: {what}; `factcheck init` makes one, `--db` names another")


class OtherVersion(StoreError):
    """The database was made by another version."""

    def __init__(self, where: str, found: str, known: str, *, newer: bool) -> None:
        mend = "use that version" if newer else "run `factcheck db upgrade` first (it keeps everything)"
        made = "a newer version of factcheck" if newer else "an older version of factcheck"
        super().__init__(f"{where}: made by {made} (schema {found}, this one has {known}); {mend}")


class ReadOnly(StoreError):
    """The database cannot be written."""

    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: cannot be written (read-only file, folder or role); nothing was changed")


class Full(StoreError):
    """No room is left."""

    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: the disk is full; nothing was changed")


class Busy(StoreError):
    """Someone else kept writing."""

    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: someone else is writing and did not finish in time; nothing was changed, try again")


class Refused(StoreError):
    """What was to be written breaks the rules of the tables."""

    def __init__(self, where: str, words: str) -> None:
        super().__init__(f"{where}: the database refuses this: {words}; nothing was changed")
        self.words = words


class Damaged(StoreError):
    """A row holds what no program of ours wrote; `name` is what people call the thing, `id` its id."""

    def __init__(self, what: str, id_: str, name: str, problem: str) -> None:
        line = clean_line(problem)
        super().__init__(
            f"{what} {name} cannot be read ({line}); `factcheck verify` lists what is damaged, a backup has it whole"
        )
        self.what, self.id, self.name, self.problem = what, id_, name, line


class Unreachable(StoreError):
    """The database does not answer, or says something unforeseen."""

    def __init__(self, where: str, words: str) -> None:
        super().__init__(f"{where}: the database could not be used: {words}")
        self.words = words
