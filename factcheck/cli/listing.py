"""`list`: claims for scripts, one a line. Imports no more than it needs, so that it answers at once."""

from collections.abc import Iterable, Iterator
from typing import Any

import click

from claims.vocabulary import GLYPHS, Status, Verdict
from factcheck.cli.common import MOST_ROWS, dossier, one_of, say_json, settings, table, terminal_width, words
from factcheck.cli.main import DONE
from factcheck.store import quick
from factcheck.store.filters import Filter

Record = dict[str, Any]


@click.command("list")
@click.option("--status", type=one_of(Status))
@click.option("--verdict", type=one_of(Verdict))
@click.option("--source", help="Name of the source of one of its quotes.")
@click.option("--entity", help="Whom or what it is about, in either Chinese script.")
@click.option("--text", help="Words of the statement or the quote, in either Chinese script.")
@click.option("--tag")
@click.option("--conflicts", is_flag=True, help="Only claims that take part in a conflict.")
@click.option("--assigned", metavar="NAME", help="Only claims of which this reviewer owes a judgement.")
@click.option("--unassigned", is_flag=True, help="Only claims of which nobody was asked for a judgement.")
@click.option("--disagreements", is_flag=True, help="Only claims to be decided between reviewers who disagree.")
@click.option("--limit", type=click.IntRange(1, MOST_ROWS), metavar="N")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def list_(ctx: click.Context, /, *, limit: int | None, as_json: bool, **wanted: Any) -> int:
    """List claims: id, status, verdict, statement."""
    told = settings(ctx)
    file = quick.file_of(told.db)
    tell = _tell_json if as_json else _tell
    try:
        if file is None:
            raise quick.Unusual  # noqa: TRY301 - a server: the same way round as for an unusual row
        tell(quick.claims(file, Filter(**wanted, viewer=told.reviewer), limit))
    except quick.Unusual:
        tell(_carefully(ctx, Filter(**wanted), limit))
    return DONE


def _carefully(ctx: click.Context, wanted: Filter, limit: int | None) -> Iterator[Record]:
    """The same claims, each read as a value."""
    with dossier(ctx) as opened:
        for claim in opened.claims(wanted, limit=limit):
            yield claim.model_dump(mode="json", by_alias=True)


def _tell_json(claims: Iterable[Record]) -> None:
    say_json(list(claims))


def _tell(claims: Iterable[Record]) -> None:
    rows = [[claim["id"], claim["status"], verdict_words(claim["verdict"]), claim["statement"]] for claim in claims]
    table(rows, header=["claim", "status", "verdict", "statement"], last_wraps=terminal_width())


def verdict_words(verdict: str | None) -> str:
    """A verdict as people read it in a line of text."""
    return "○ none yet" if verdict is None else f"{GLYPHS[Verdict(verdict)]} {words(verdict)}"
