"""`demo`: the main job in one command, for those who meet the tool for the first time."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from claims.model import Claim, Relation, RelationKind, RelationState
from factcheck.cli.common import narrate, say, settings, steps, words, write_out
from factcheck.cli.main import DONE
from factcheck.cli.record import tell_stats
from factcheck.cli.review import start
from factcheck.dossier import Dossier, Format
from factcheck.errors import FileProblem
from factcheck.settings import FILE, Settings
from factcheck.work.demo import TITLE

SHOWN = 6
"""Conflicts and agreements that are printed; the report has them all."""


@click.command()
@click.argument(
    "folder",
    metavar="[DIR]",
    default="factcheck-demo",
    type=click.Path(file_okay=False, readable=False, path_type=Path),
)
@click.pass_context
def demo(ctx: click.Context, /, folder: Path) -> int:
    """Build the sample dossier in DIR (factcheck-demo by default), show what is in it, and write its report.

    Two digests of one story, written for this purpose, with their claims, quotes and conflicts, half of them judged.
    """
    told = settings(ctx)
    url = f"sqlite:///{folder / 'factcheck.db'}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        toml = folder / FILE
        if not toml.exists():
            toml.write_text(f'db = "sqlite:///factcheck.db"\ntitle = "{TITLE}"\n', encoding="utf-8")
    except OSError as error:
        raise FileProblem(folder, error) from error
    with (
        Dossier.create(url, reviewer=told.reviewer, title=TITLE, warn=narrate) as opened,
        steps() as narrator,
    ):
        opened.build_sample(narrator)
        say(TITLE)
        tell_stats(opened.stats())
        _relations(opened)
        report = folder / "report.md"
        write_out(opened.export(Format.MARKDOWN), str(report))
        write_out(opened.export(Format.HTML), str(folder / "report.html"))
        write_out(opened.export(Format.JSON), str(folder / "export.json"))
    say()
    say(f"report      {report} and {report.with_suffix('.html')}")
    say(f"everything  {folder / 'export.json'}")
    _offer_review(replace(told, db=url), folder)
    return DONE


def _relations(opened: Dossier) -> None:
    claims = {claim.id: claim for claim in opened.claims()}
    names = {document.id: document.name for document in opened.documents()}
    relations = [one for one in opened.relations() if one.state is not RelationState.REJECTED]
    conflicts = [one for one in relations if one.kind is RelationKind.CONFLICTS]
    agreements = [one for one in relations if one.kind is RelationKind.CORROBORATES]
    say()
    say(f"conflicts: {len(conflicts)}, the first {min(SHOWN, len(conflicts))}:")
    for one in conflicts[:SHOWN]:
        _conflict(one, claims, names)
    say()
    say(f"agreements: {len(agreements)}, the first {min(SHOWN, len(agreements))}:")
    for one in agreements[:SHOWN]:
        say(f"  = {claims[one.a].statement}")
        say(f"    {claims[one.b].statement}")


def _conflict(one: Relation, claims: dict[str, Claim], names: dict[str, str]) -> None:
    by = f" by {words(one.resolution)}" if one.resolution else ""
    say(f"  ≠ {words(one.facet)} ({one.conflict}{by})")
    for claim in (claims[one.a], claims[one.b]):
        say(f"    {names[claim.evidence[0].document]}: {claim.statement}")
    for reason in one.reasons[:1]:
        say(f"    because: {reason}")


def _offer_review(told: Settings, folder: Path) -> None:
    """Name the next command; where a person is watching, ask whether to start it right away."""
    options = "" if folder == Path() else f" --db {told.db}"
    say(f"next        factcheck{options} review")
    if sys.stdin.isatty() and sys.stdout.isatty() and click.confirm("Start the review now?", default=True):
        start(told, folder=folder)
        say(f"start it again with: factcheck{options} review")
