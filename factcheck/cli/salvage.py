"""`salvage`: what can still be read of a damaged dossier."""

from pathlib import Path

import click

from factcheck.cli.common import narrate, say, settings, steps
from factcheck.cli.main import DONE, NEEDS_A_PERSON
from factcheck.store.engine import Store
from factcheck.store.salvage import Lost
from factcheck.work.salvage import rescue

MOST = 20
"""Lost rows and findings that are printed."""


@click.command()
@click.argument("file", type=click.Path(readable=False, path_type=Path))
@click.pass_context
def salvage(ctx: click.Context, /, file: Path) -> int:
    """Bring what can still be read of a damaged dossier into a new FILE.

    The damaged dossier is only read. A backup is better where there is one: this is for when there is none. The new
    dossier opens like any other; `verify` says of it what is missing, and what was lost stands beside it, in
    FILE.lost.jsonl, as far as it could be read.
    """
    with steps() as narrator:
        done = rescue(Store(settings(ctx).db), file, narrator)
    say(f"{file} written: {', '.join(f'{number} {what}' for what, number in done.counts.items() if what != 'anchors')}")
    for one in done.lost[:MOST]:
        say(f"lost: {_named(one)}: {one.problem}")
    for finding in done.findings[:MOST]:
        say(str(finding))
    more = max(0, len(done.lost) - MOST) + max(0, len(done.findings) - MOST)
    if more:
        say(f"… and {more} more; `factcheck --db {file} verify` lists what is missing")
    if done.notes is not None:
        narrate(f"{done.notes} holds what could be read of the {len(done.lost)} things that are lost")
    return NEEDS_A_PERSON if done.lost or done.findings else DONE


def _named(one: Lost) -> str:
    row = one.row or {}
    name = next((row[key] for key in ("id", "seq", "sha256", "claim_pk", "name") if row.get(key) is not None), "")
    return f"{one.table.replace('_', ' ')} {name}".strip()
