"""The command `factcheck`: which commands there are, and the one place that turns errors into messages.

Commands live in modules of their own, imported when they are called: `factcheck --help` stays quick.

Exit codes: 0 done, 1 done but something needs a person, 2 wrong usage, 3 could not be done, 130 interrupted.
"""

import importlib
import io
import os
import sys
from collections.abc import Sequence

import click

from factcheck import __version__

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo:demo", "Build the sample dossier, show what is in it, write its report."),
    "review": ("review:review", "Judge claims in the terminal."),
    "serve": ("serve:serve", "Judge claims in a browser of this computer."),
    "init": ("documents:init", "Make a new dossier: factcheck.toml and factcheck.db."),
    "add": ("documents:add", "Take documents in."),
    "extract": ("language:extract", "Propose claims from documents."),
    "match": ("language:match", "Suggest which claims agree and which conflict."),
    "assess": ("language:assess", "Score claims from their evidence, with reasons."),
    "import": ("import_:import_", "Import claims and relations in many formats, or a whole JSON export."),
    "imports": ("imports:imports", "List the imports with what each brought, or take one back."),
    "list": ("listing:list_", "List claims, one a line."),
    "show": ("claims:show", "Show one claim with its quotes, relations and history."),
    "decide": ("claims:decide", "Decide about claims from a script."),
    "assign": ("reviewing:assign", "Ask reviewers for their judgement of claims, blind if need be."),
    "edit": ("reviewing:edit", "Correct the wording of a claim, or set its tags."),
    "split": ("reviewing:split", "Put several claims in the place of one."),
    "merge": ("reviewing:merge", "Let one claim stand for others that say the same."),
    "undo": ("reviewing:undo", "Take back the last thing you did, however long ago."),
    "redo": ("reviewing:redo", "Do again what you undid."),
    "relate": ("claims:relate", "Confirm, reject or add a relation between two claims."),
    "search": ("evidence:search", "Find passages that bear on a claim or a statement."),
    "link": ("evidence:link", "Make a passage evidence for a claim."),
    "unlink": ("evidence:unlink", "Take a passage away from a claim's evidence."),
    "sources": ("documents:sources", "Show or grade sources."),
    "export": ("export:export", "Write the verdict report or the lossless export."),
    "diff": ("diff:diff", "Say what changed between two JSON exports."),
    "log": ("record:log", "Show the ledger."),
    "stats": ("record:stats", "Count claims, verdicts and conflicts."),
    "verify": ("record:verify", "Re-check ledger, quotes and snapshots."),
    "text": ("language:text", "Run the language layer alone: JSON Lines in, JSON Lines out."),
    "backup": ("record:backup", "Copy the dossier while others go on working."),
    "salvage": ("salvage:salvage", "Bring what can be read of a damaged dossier into a new one."),
    "db": ("record:db", "Upgrade or check the database's tables."),
}
"""Name → (module:attribute below factcheck.cli, the line in `--help`)."""

DONE, NEEDS_A_PERSON, WRONG_USAGE, NOT_DONE, INTERRUPTED = 0, 1, 2, 3, 130


class Commands(click.Group):
    """Knows the commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(importlib.import_module(f"factcheck.cli.{module}"), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--db", metavar="URL", help="The dossier: sqlite:///FILE or postgresql://…  [default: factcheck.db here]")
@click.option("--as", "reviewer", metavar="NAME", help="Who you are in the ledger.  [default: your user name]")
@click.version_option(__version__, prog_name="factcheck")
@click.pass_context
def cli(ctx: click.Context, db: str | None, reviewer: str | None) -> None:
    """Check claims across several accounts of one story.

    A dossier holds documents byte for byte, the claims in them with their exact words, how the claims agree and
    conflict, and what people decided. Start with `factcheck demo`.
    """
    from pathlib import Path  # noqa: PLC0415 - not needed for --help

    ctx.obj = {"db": db, "reviewer": reviewer, "folder": Path.cwd()}


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors become one sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else list(arguments)
    for word in given:
        if not word.isascii() and _not_text(word):
            return _say(f"{word!a}: not UTF-8, and no file of that name is here", WRONG_USAGE)
    try:
        result = cli.main(given, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        return _usage(error)
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted; nothing was left half done", INTERRUPTED)
    except (BrokenPipeError, SystemExit):  # click makes the second of the first
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what reads us has gone: nothing to say
        return DONE
    except Exception as error:  # noqa: BLE001 - the one place that sorts errors; what it does not know goes on
        return _explain(error)
    return result if isinstance(result, int) else DONE


def _not_text(word: str) -> bool:
    """Whether a word is no text and names no file either: a file may have any name, a text may not."""
    from pathlib import Path  # noqa: PLC0415 - hardly ever needed

    from evidence.text.clean import unstorable  # noqa: PLC0415

    return unstorable(word) is not None and not Path(word).exists()


def _usage(error: click.ClickException) -> int:
    """Click's own words about wrong usage, which may repeat what was typed."""
    from evidence.text.clean import clean  # noqa: PLC0415 - not needed for --help

    words = io.StringIO()
    error.show(file=words)
    click.echo(clean(words.getvalue()), nl=False, err=True)
    return WRONG_USAGE


def _explain(error: Exception) -> int:
    """Our own errors and the operating system's as a sentence; anything else is a defect and keeps its traceback."""
    from factcheck.errors import FactcheckError, ImportRefused  # noqa: PLC0415 - not needed for --help

    if isinstance(error, ImportRefused):
        for problem in error.problems[:MOST_PROBLEMS]:
            _say(str(problem), NOT_DONE)
        if len(error.problems) > MOST_PROBLEMS:
            _say(f"… and {len(error.problems) - MOST_PROBLEMS} more", NOT_DONE)
    if isinstance(error, FactcheckError):
        return _say(str(error), NOT_DONE)
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return _say(f"{name}{(error.strerror or str(error)).lower()}", NOT_DONE)
    raise error


MOST_PROBLEMS = 20
"""Rows whose problems are printed; all of them are counted."""


def _say(words: str, code: int) -> int:
    from evidence.text.clean import clean_line  # noqa: PLC0415 - not needed for --help

    click.echo(f"factcheck: {clean_line(words)}", err=True)
    return code


def main() -> None:
    """The console script."""
    sys.exit(run())
