"""`search`, `link`, `unlink`: passages that bear on a claim, and which of them are its evidence."""

from typing import Any

import click

from claims.model import Claim, Directness, Stance
from factcheck.cli.common import dossier, narrate, one_of, say, say_json
from factcheck.cli.main import DONE
from factcheck.errors import ReadOnly


@click.command()
@click.argument("words", nargs=-1)
@click.option(
    "--claim", metavar="CLAIM", help="Look for what bears on this claim: id, beginning of an id, external id."
)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, metavar="N")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def search(ctx: click.Context, /, words: tuple[str, ...], *, claim: str | None, limit: int, as_json: bool) -> int:
    """Find the passages of all documents that bear on a statement or on a claim, best first.

    WORDS is a statement in Chinese or English; with --claim the claim's own, unless other words are given. Each
    passage comes with the stance that the machine suggests. `factcheck link` makes one of them evidence.
    """
    if not words and claim is None:
        raise click.UsageError("say what to look for: words, or --claim CLAIM")
    with dossier(ctx) as opened:
        try:
            opened.keep_index()
        except ReadOnly:
            narrate("the search index cannot be brought up to date in a read-only dossier; searching without it")
        found = opened.find_evidence(claim, " ".join(words) or None, limit=limit)
    if as_json:
        fields = ("document", "name", "source", "start", "end", "text", "score", "stance", "reason", "linked")
        say_json([{field: getattr(one, field) for field in fields} for one in found])
        return DONE
    for one in found:
        linked = "  (evidence already)" if one.linked else ""
        say(f"{one.document}  {one.start}-{one.end}  {one.name}{linked}")
        say(f"  {' '.join(one.text.split())}")
        say(f"  {one.stance or 'no stance'}: {one.reason}" if one.reason else f"  {one.stance or 'no stance'}")
    if not found:
        narrate("no passage bears on it")
    return DONE


@click.command()
@click.argument("claim")
@click.argument("document")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.option("--stance", type=one_of(Stance), required=True)
@click.option("--directness", type=one_of(Directness), default=Directness.SECONDARY.value, show_default=True)
@click.option("--reason", help="Why, in words.")
@click.option("--seen", type=int, metavar="VERSION", help="Refuse when the claim has changed since this version.")
@click.pass_context
def link(
    ctx: click.Context,
    /,
    claim: str,
    document: str,
    start: int,
    end: int,
    *,
    stance: str,
    directness: str,
    **told: Any,
) -> int:
    """Make the stretch START to END of a document evidence for a claim.

    Offsets are characters (code points) of the document's text, END not included, as `factcheck search` prints them.
    """
    with dossier(ctx) as opened:
        span, how = (start, end), Directness(directness)
        done = opened.add_evidence(claim, document, span, Stance(stance), how, **told)
    _say(done)
    return DONE


@click.command()
@click.argument("claim")
@click.argument("number", type=int)
@click.option("--reason", help="Why, in words.")
@click.option("--seen", type=int, metavar="VERSION", help="Refuse when the claim has changed since this version.")
@click.pass_context
def unlink(ctx: click.Context, /, claim: str, number: int, *, reason: str | None, seen: int | None) -> int:
    """Take quote NUMBER, as `factcheck show` counts them, away from a claim's evidence."""
    with dossier(ctx) as opened:
        done = opened.remove_evidence(claim, number, reason=reason, seen=seen)
    _say(done)
    return DONE


def _say(claim: Claim) -> None:
    say(f"{claim.id}  {len(claim.evidence)} quotes  {claim.statement}")
