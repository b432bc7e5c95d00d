"""`log`, `stats`, `verify`, `backup`, `db`: the record and its keeping."""

from pathlib import Path
from typing import Any

import click

from factcheck.cli.common import (
    MOST_ROWS,
    dossier,
    narrate,
    say,
    say_json,
    settings,
    steps,
    table,
    waiting_words,
    words,
)
from factcheck.cli.main import DONE, NEEDS_A_PERSON
from factcheck.dossier import Event, Stats
from factcheck.store import anchors
from factcheck.store.engine import Store


@click.command()
@click.argument("claim", required=False)
@click.option("--limit", type=click.IntRange(1, MOST_ROWS), default=50, show_default=True, metavar="N")
@click.option("--all", "everything", is_flag=True, help="No limit.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def log(ctx: click.Context, /, claim: str | None, *, limit: int, everything: bool, as_json: bool) -> int:
    """Show the ledger, newest first; only what concerns one claim when CLAIM is given."""
    with dossier(ctx) as opened:
        events = list(opened.history(claim, limit=None if everything else limit))
    if as_json:
        say_json([_record(event) for event in events])
        return DONE
    rows = [[str(event.seq), event.when, event.who, event.kind, _summary(event)] for event in events]
    table(rows, header=["entry", "when", "who", "what", "which"])
    return DONE


def _record(event: Event) -> dict[str, object]:
    return {
        "seq": event.seq,
        "hash": event.hash,
        "kind": event.kind,
        "who": event.who,
        "when": event.when,
        "why": event.why,
        "changes": list(event.changes),
        **event.details,
    }


def _summary(event: Event) -> str:
    batch: dict[str, Any] = event.details.get("batch") or {}
    if batch:
        counts = ("rows", "new", "changed", "relations", "rejected")
        told = ", ".join(f"{batch[name]} {name}" for name in counts if batch.get(name) is not None)
        return f"{batch.get('name')}: {told}"
    if (back := event.details.get("import")) is not None:
        return f"{back['name']} (entry {back['entry']}): {back['claims']} claims, {back['relations']} relations gone"
    if (matching := event.details.get("matching")) is not None:
        by = f" by the language model {matching['model']}" if "model" in matching else ""
        gone = f", {matching['withdrawn']} withdrawn" if matching.get("withdrawn") else ""
        return f"{matching['relations']} relations suggested{by}{gone}"
    if (assessing := event.details.get("assessing")) is not None:
        return f"{assessing['claims']} claims scored, {assessing['changed']} changed"
    parts = []
    for change in event.changes[:3]:
        to = change.get("to") or {}
        told = ", ".join(
            words(to[name]) for name in ("status", "verdict", "state", "conflict", "reliability") if to.get(name)
        )
        parts.append(f"{change.get('id')} {to.get('name') or told}".strip())
    more = f" and {len(event.changes) - 3} more" if len(event.changes) > 3 else ""
    why = f" — {event.why}" if event.why else ""
    return "; ".join(parts) + more + why


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def stats(ctx: click.Context, /, *, as_json: bool) -> int:
    """Count documents, claims, verdicts, relations and conflicts."""
    with dossier(ctx) as opened:
        numbers, speed = opened.stats(), opened.pace()
    if as_json:
        say_json({**numbers.model_dump(mode="json"), "pace": speed.model_dump(mode="json")})
        return DONE
    tell_stats(numbers)
    for one in speed.reviewers:
        rate = f", {one.per_hour} an hour while at work" if one.per_hour is not None else ""
        say(f"reviewer      {one.reviewer}: {one.claims} claims judged{rate}")
    return DONE


def tell_stats(numbers: Stats) -> None:
    """Print counts for people."""
    say(f"{numbers.claims} claims from {numbers.documents} documents of {numbers.sources} sources")
    say(f"status        {_list(numbers.status)}")
    undecided = numbers.claims - sum(numbers.verdict.values())
    say(f"verdicts      {_list(numbers.verdict)}, none yet {undecided}")
    say(f"checkable     {_list(numbers.checkability)}")
    for kind, states in numbers.relations.items():
        say(f"{kind:<14}{_list(states)}")
    say(f"conflicts     {_list(numbers.conflicts)}")
    for source, count in numbers.claims_per_source.items():
        say(f"source        {source or 'not stated'}: {count} claims")
    if numbers.waiting:
        say(f"waiting       {waiting_words(numbers.waiting)}")
    _tell_agreement(numbers)
    say(f"ledger        {numbers.ledger_entries} entries")


def _tell_agreement(numbers: Stats) -> None:
    """Nothing where nobody was asked for a second judgement."""
    found = numbers.agreement
    if found.claims:
        alpha = "none" if found.alpha is None else f"{found.alpha:.3f}"
        said = f"{found.alike} of {found.claims} claims judged twice alike ({found.percent} %)"
        say(f"agreement     {said}, Krippendorff's alpha {alpha}")
    for pair in found.pairs:
        kappa = "none" if pair.kappa is None else f"{pair.kappa:.3f}"
        who = " and ".join(pair.reviewers)
        say(f"              {who}: {pair.alike} of {pair.claims} alike, Cohen's kappa {kappa}")
    if numbers.asked or numbers.disagreements:
        say(f"judgements    {numbers.asked} still owed, {numbers.disagreements} claims to be decided between reviewers")
    if found.caution and (found.claims or numbers.asked):
        say(f"              {found.caution}")


def _list(counts: Any) -> str:
    return ", ".join(f"{words(name)} {number}" for name, number in counts.items())


@click.command()
@click.option(
    "--anchor",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(readable=False, path_type=Path),
    help="An export or a copy of the anchors file, kept elsewhere, to compare with.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def verify(ctx: click.Context, /, files: tuple[Path, ...], *, as_json: bool) -> int:
    """Re-check the ledger, the tables against it, every quote and every snapshot; say what is wrong and what to do."""
    told = [anchor for file in files for anchor in anchors.read(file)]
    with dossier(ctx) as opened, steps() as narrator:
        checked = opened.verify(told, progress=narrator)
    if as_json:
        findings = [{"where": one.where, "what": one.what, "mend": one.mend} for one in checked.findings]
        say_json({"ok": not findings, "checked": checked.counts, "findings": findings, "head": list(checked.head)})
    else:
        for finding in checked.findings:
            say(str(finding))
        say(f"checked {', '.join(f'{number} {what}' for what, number in checked.counts.items()) or 'nothing'}")
        say(f"{len(checked.findings)} findings" if checked.findings else "nothing wrong was found")
        if not checked.counts.get("anchors"):
            narrate("no anchor was compared: a ledger rewritten as a whole would not have been noticed (--anchor)")
    return NEEDS_A_PERSON if checked.findings else DONE


@click.command()
@click.argument("file", type=click.Path(readable=False, path_type=Path))
@click.pass_context
def backup(ctx: click.Context, /, file: Path) -> int:
    """Copy the dossier into a new FILE, consistent also while others work on it."""
    with dossier(ctx) as opened:
        size = opened.backup(file)
    say(f"{file} written, {size:,} bytes")
    return DONE


@click.group()
def db() -> None:
    """Upgrade or check the database's tables."""


@db.command()
@click.pass_context
def upgrade(ctx: click.Context) -> int:
    """Bring the tables to the version this program knows; keeps everything."""
    from factcheck.store import migrate  # noqa: PLC0415 - Alembic takes a third of a second to import

    store = Store(settings(ctx).db)
    before = store.schema()
    after = migrate.upgrade(store)
    say(
        f"{store.where}: schema {after}, nothing to do"
        if before == after
        else f"{store.where}: schema {before} → {after}"
    )
    return DONE


@db.command()
@click.pass_context
def check(ctx: click.Context) -> int:
    """Say whether the tables are what this program expects."""
    from factcheck.store import migrate  # noqa: PLC0415

    store = Store(settings(ctx).db)
    found = migrate.differences(store)
    for difference in found:
        say(difference)
    say(f"{store.where}: schema {store.schema()}, {len(found)} differences")
    return NEEDS_A_PERSON if found else DONE


@db.command()
@click.pass_context
def index(ctx: click.Context) -> int:
    """Bring the search indexes up to date, as the first search would.

    Worth doing after a large import: the reviewer's filter then answers at once. It may be broken off at any time.
    """
    with dossier(ctx) as opened, steps() as progress:
        claims, documents = opened.keep_index(lambda *left: progress("{} claims and {} documents to go".format(*left)))
    say(f"{claims} claims and {documents} documents taken into the search index")
    return DONE


@db.command()
def roles() -> int:
    """Print SQL that makes roles for readers, reviewers and editors of a dossier on PostgreSQL."""
    from factcheck.store import roles as postgresql  # noqa: PLC0415

    click.echo(postgresql.script(), nl=False)
    return DONE
