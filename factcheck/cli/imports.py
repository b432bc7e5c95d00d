"""`imports`: the imports of a dossier, and taking one back."""

import click

from factcheck.cli.common import dossier, say, say_json, table, terminal_width
from factcheck.cli.main import DONE
from factcheck.dossier import Brought, Dossier
from factcheck.work.imports import COUNTS

HEADER = ("entry", "when", "who", "format", "rows", "new", "changed", "relations", "rejected", "waiting", "touched")


@click.command()
@click.option("--undo", metavar="ENTRY|NAME", help="Take back the import of this ledger entry, or of this name.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def imports(ctx: click.Context, /, *, undo: str | None, as_json: bool) -> int:
    """List the imports, oldest first, with what each brought.

    `touched` counts the claims that an import brought and that a person or a later import has changed since, `waiting`
    the quotes that still wait for their document.

    An import is taken back whole, and only while nobody has worked on what it brought: its claims, relations and links
    go, what it had changed is as it was before, and the ledger keeps all of it.
    """
    with dossier(ctx) as opened:
        if undo is not None:
            return _undo(opened, undo, as_json=as_json)
        found = opened.imports()
    if as_json:
        say_json([_record(one) for one in found])
    elif found:
        table([_row(one) for one in found], header=(*HEADER, "file"), last_wraps=terminal_width())
    else:
        say("no imports yet")
    return DONE


def _undo(opened: Dossier, reference: str, *, as_json: bool) -> int:
    done = opened.undo_import(reference)
    if as_json:
        counts = {"claims": done.claims, "relations": done.relations, "waiting": done.waiting}
        say_json({"entry": done.seq, "name": done.name, **counts, "restored": done.restored})
        return DONE
    say(
        f"the import of {done.name} is taken back: {done.claims} claims, {done.relations} relations and "
        f"{done.waiting} waiting links are gone, {done.restored} are as they were before (ledger entry {done.seq})"
    )
    return DONE


def _row(one: Brought) -> list[str]:
    numbers = [str(one.counts[name]) for name in ("rows", "new", "changed", "relations", "rejected")]
    back = "" if one.taken_back is None else f" (taken back by entry {one.taken_back})"
    return [
        str(one.seq),
        one.when[:16].replace("T", " "),
        one.who,
        one.format,
        *numbers,
        str(one.waiting),
        str(len(one.touched)),
        f"{one.name}{back}",
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
        "waiting": one.waiting,
        "touched": len(one.touched),
        "taken_back": one.taken_back,
    }
