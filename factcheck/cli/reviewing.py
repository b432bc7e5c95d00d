"""`assign`, `split`, `merge`, `edit`, `undo`, `redo`: what the reviewer's keys do, from a script."""

from typing import Any

import click

from factcheck.cli.common import dossier, narrate, read_bytes, say, say_json, words
from factcheck.cli.main import DONE, NEEDS_A_PERSON
from factcheck.dossier import Assigned, ClaimEdit, Filter, Undone
from factcheck.errors import FileProblem
from factcheck.work.split import parts_of


@click.command()
@click.argument("claims", metavar="CLAIM ...", nargs=-1)
@click.option("--to", "names", multiple=True, metavar="NAME", help="Whom to ask; may be given several times.")
@click.option("--blind", is_flag=True, help="Without sight of what others concluded.")
@click.option("--withdraw", is_flag=True, help="Take back what was asked and not given: of --to, or of everyone.")
@click.option("--tag", help="Also all claims with this tag.")
@click.option("--reason", help="Why, in words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def assign(
    ctx: click.Context,
    /,
    claims: tuple[str, ...],
    *,
    names: tuple[str, ...],
    blind: bool,
    withdraw: bool,
    tag: str | None,
    reason: str | None,
    as_json: bool,
) -> int:
    """Ask reviewers for their judgement of claims: `factcheck assign w3 w4 --to lin --blind`."""
    if not (claims or tag):
        raise click.UsageError("which claims? give their ids, or --tag")
    if not (names or withdraw):
        raise click.UsageError("whom? give --to NAME; --withdraw takes back what was asked")
    with dossier(ctx) as opened:
        some = [*claims, *(claim.id for claim in opened.claims(Filter(tag=tag)) if tag)]
        if withdraw:
            done = opened.unassign(some, names, reason=reason)
        else:
            done = opened.assign(some, names, blind=blind, reason=reason)
    if as_json:
        say_json({"claims": list(done.asked), "skipped": [{"claim": id_, "why": why} for id_, why in done.skipped]})
    else:
        _tell(done, ", ".join(names) or "everyone", blind=blind, withdraw=withdraw)
    return NEEDS_A_PERSON if done.skipped else DONE


def _tell(done: Assigned, who: str, *, blind: bool, withdraw: bool) -> None:
    number = f"{len(done.asked)} claim{'' if len(done.asked) == 1 else 's'}"
    say(f"{number} taken back from {who}" if withdraw else f"{number} with {who}{', blind' if blind else ''}")
    for id_, why in done.skipped:
        narrate(f"left out: claim {id_} {why}")


@click.command()
@click.argument("claim")
@click.argument("parts", metavar="PART ...", nargs=-1)
@click.option("--parts", "file", metavar="FILE", help="The parts from a file, a line each; - is standard input.")
@click.option("--reason", help="Why, in words.")
@click.option("--seen", type=int, metavar="VERSION", help="The version you looked at; refused when it has changed.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def split(
    ctx: click.Context,
    /,
    claim: str,
    parts: tuple[str, ...],
    *,
    file: str | None,
    reason: str | None,
    seen: int | None,
    as_json: bool,
) -> int:
    """Put several claims in the place of one, which is dismissed.

    A PART is a statement, or `words of the quote => statement`: the part then rests on those words alone.
    """
    lines = [*parts, *(_lines(file) if file else ())]
    if not lines:
        raise click.UsageError("into what? give two parts or more, or --parts FILE")
    with dossier(ctx) as opened:
        new = opened.split(claim, parts_of(lines), seen=seen, reason=reason)
    if as_json:
        say_json([one.model_dump(mode="json", by_alias=True) for one in new])
        return DONE
    for one in new:
        say(f"{one.id}  {one.statement}")
    return DONE


def _lines(file: str) -> list[str]:
    try:
        return read_bytes(file).decode().splitlines()
    except UnicodeDecodeError as error:
        raise FileProblem(file, f"not UTF-8 at byte {error.start}") from error


@click.command()
@click.argument("keep")
@click.argument("others", metavar="OTHER ...", nargs=-1, required=True)
@click.option("--reason", help="Why, in words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def merge(ctx: click.Context, /, keep: str, others: tuple[str, ...], *, reason: str | None, as_json: bool) -> int:
    """Let claim KEEP stand for OTHER ones too: it gets their quotes, names and tags, and they are dismissed."""
    with dossier(ctx) as opened:
        kept = opened.merge(keep, others, reason=reason)
    if as_json:
        say_json(kept.model_dump(mode="json", by_alias=True))
        return DONE
    say(f"{kept.id}  {words(kept.status)}, {len(kept.evidence)} quotes: {kept.statement}")
    return DONE


@click.command()
@click.argument("claim")
@click.option("--statement", help="The claim in better words; a decided claim is then to be checked again.")
@click.option("--tag", "tags", multiple=True, help="Its tags, in place of those it has; '' takes all away.")
@click.option("--reason", help="Why, in words.")
@click.option("--seen", type=int, metavar="VERSION", help="The version you looked at; refused when it has changed.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def edit(
    ctx: click.Context,
    /,
    claim: str,
    *,
    statement: str | None,
    tags: tuple[str, ...],
    reason: str | None,
    seen: int | None,
    as_json: bool,
) -> int:
    """Correct the wording of a claim, or set its tags."""
    if statement is None and not tags:
        raise click.UsageError("nothing to change: give --statement or --tag")
    new = tuple(tag for tag in tags if tag) if tags else None
    with dossier(ctx) as opened:
        changed = opened.edit(
            opened.claim(claim).id, ClaimEdit(statement=statement, tags=new, reason=reason), seen=seen
        )
    if as_json:
        say_json(changed.model_dump(mode="json", by_alias=True))
        return DONE
    tagged = f"  [{', '.join(changed.tags)}]" if changed.tags else ""
    say(f"{changed.id}  {words(changed.status)}: {changed.statement}{tagged}")
    return DONE


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def undo(ctx: click.Context, /, *, as_json: bool) -> int:
    """Take back the last thing you did, however long ago."""
    with dossier(ctx) as opened:
        return _restored(opened.undo(), "undone", as_json=as_json)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def redo(ctx: click.Context, /, *, as_json: bool) -> int:
    """Do again what was undone last."""
    with dossier(ctx) as opened:
        return _restored(opened.redo(), "done again", as_json=as_json)


def _restored(done: Undone | None, says: str, *, as_json: bool) -> int:
    if as_json:
        changes = [
            {"what": what, "id": id_, "from": before, "to": after}
            for what, id_, before, after in (done.changes if done else ())
        ]
        say_json({"entry": done and done.seq, "kind": done and done.kind, "changes": changes})
        return DONE
    if done is None:
        say(f"there is nothing of yours to be {says}")
        return DONE
    say(f"{says}: {words(done.kind)} of entry {done.seq}")
    for what, id_, before, after in done.changes:
        say(f"  {what} {id_}: {_difference(before, after)}")
    return DONE


def _difference(before: Any, after: Any) -> str:
    if not after or not before:
        return "there again" if after else "gone"
    shown = [name for name in after if name in {"status", "verdict", "confidence", "state", "conflict", "resolution"}]
    told = [f"{name} {words(before.get(name)) or 'none'} → {words(after[name]) or 'none'}" for name in shown]
    return ", ".join(told) or f"{', '.join(map(words, after))} as before"
