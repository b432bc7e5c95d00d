"""`imports`: the imports of a dossier."""

import click

from factcheck.cli.common import say, say_json, table, terminal_width
from factcheck.cli.main import DONE
from factcheck.cli.opening import at_desk
from factcheck.work.imports import COUNTS, Brought
from factcheck.work.imports import imports as read_imports

HEADER = ("entry", "when", "who", "format", "rows", "new", "changed", "relations", "rejected", "touched", "file")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def imports(ctx: click.Context, /, *, as_json: bool) -> int:
    """List the imports, oldest first, with what each brought.

    `touched` counts the claims that an import brought and that a person or a later import has changed since.
    """
    with at_desk(ctx) as desk:
        found = read_imports(desk)
    if as_json:
        say_json([_record(one) for one in found])
    elif found:
        table([_row(one) for one in found], header=HEADER, last_wraps=terminal_width())
    else:
        say("no imports yet")
    return DONE


def _row(one: Brought) -> list[str]:
    numbers = [str(one.counts[name]) for name in ("rows", "new", "changed", "relations", "rejected")]
    return [
        str(one.seq),
        one.when[:16].replace("T", " "),
        one.who,
        one.format,
        *numbers,
        str(len(one.touched)),
        one.name,
    ]


def _record(one: Brought) -> dict[str, object]:
    return {
        "entry": one.seq,
        "when": one.when,
        "who": one.who,
        "name": one.name,
        "format": one.format,
        "sha256": one.sha256,
        **{name: one.counts[name] for name in COUNTS},
        "touched": len(one.touched),
    }
