"""`extract` and `text`: the language layer."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click
import orjson

from evidence.model import Document
from factcheck.cli.common import dossier, narrate, open_bytes, progress, say, say_json, settings, steps, words
from factcheck.cli.main import DONE, NEEDS_A_PERSON
from factcheck.errors import RowProblem
from factcheck.formats import jsonl
from factcheck.settings import ENGINES, Matching
from factcheck.work import text as work_text

if TYPE_CHECKING:
    from factcheck.work.engines import Engine
    from factcheck.work.extract import Extracted, Suggested


@click.command()
@click.argument("documents", metavar="[DOCUMENT ...]", nargs=-1)
@click.option("--llm", "with_llm", is_flag=True, help="Ask the language model of factcheck.toml as well.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def extract(ctx: click.Context, /, documents: tuple[str, ...], *, with_llm: bool, as_json: bool) -> int:
    """Propose claims from documents (all by default), each tied to its exact words.

    Running it again adds only what is new; what was dismissed stays dismissed. With --llm the text of the documents
    is sent to the server that the table [llm] of factcheck.toml names; without it nothing leaves this computer.
    """
    done = _with_llm(ctx, documents) if with_llm else _by_rules(ctx, documents)
    if as_json:
        say_json(
            [
                {
                    "document": one.document.id,
                    "name": one.document.name,
                    "new": one.new,
                    "known": one.known,
                    "left_out": one.left_out,
                    "hints": list(one.hints),
                    **({"llm": {"new": one.suggested, "left_out": one.refused}} if with_llm else {}),
                }
                for one in done
            ]
        )
        return DONE
    for one in done:
        others = ", ".join(f"{number} {kind}" for kind, number in sorted(one.left_out.items()))
        say(f"{one.document.id}  {one.document.name}: {one.new} new claims, {one.known} already here")
        if others:
            narrate(f"{one.document.name}: left out as no claims: {others}")
        if one.refused is not None:
            vain = ", ".join(f"{number} {words(why)}" for why, number in sorted(one.refused.items()))
            narrate(f"{one.document.name}: {one.suggested} more from the language model; not taken: {vain or 'none'}")
        for hint in one.hints:
            narrate(f"{one.document.name}: {hint}")
    return DONE


def _by_rules(ctx: click.Context, documents: tuple[str, ...]) -> "list[Extracted]":
    with dossier(ctx) as opened:
        total = sum(len(document.text) for document in opened.documents())
        with progress("reading", total) as bar:
            return opened.extract(documents, bar)


def _with_llm(ctx: click.Context, documents: tuple[str, ...]) -> "list[Extracted]":
    from factcheck.work.llm import LlmReader  # noqa: PLC0415 - only for those who ask for it
    from factcheck.work.llm_asking import asker_for  # noqa: PLC0415

    reader = LlmReader(asker_for(settings(ctx).llm))
    with dossier(ctx) as opened, steps() as narrator:

        def ask(document: Document) -> "Suggested":
            narrator(f"asking {reader.asker.name} about {document.name}")
            return reader(document)

        return opened.extract(documents, reader=ask)


@click.command()
@click.option("--engine", "named", type=click.Choice(ENGINES), help="Who does the work: this machine or a Ray cluster.")
@click.option("--llm", "with_llm", is_flag=True, help="Ask the language model of factcheck.toml what match has missed.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def match(ctx: click.Context, /, *, named: str | None, with_llm: bool, as_json: bool) -> int:
    """Suggest which claims agree, add to each other or conflict, with reasons; a person confirms or rejects.

    Incremental: only what is new is compared. What was confirmed or rejected stays so; a suggestion that no longer
    holds is withdrawn. The result is the same whoever does the work; the table [match] of factcheck.toml or the
    variable RAY_ADDRESS names the cluster.

    Once that is done, --llm lays the claims of every two related documents before a language model. They are sent to
    the server that the table [llm] of factcheck.toml names; without --llm nothing leaves this computer.
    """
    if with_llm:
        if named is not None:
            raise click.UsageError("--engine has nothing to do with --llm: first match, then match --llm")
        return _match_with(ctx, as_json=as_json)
    engine = _engine(settings(ctx).matching, named)
    with dossier(ctx) as opened, steps() as narrator:
        done = opened.match(narrator, engine=engine)
    if as_json:
        say_json(
            {
                "read": done.read,
                "compared": done.compared,
                "new": done.new,
                "withdrawn": done.withdrawn,
                "kinds": dict(done.kinds),
                "explained": dict(done.explained),
            }
        )
        return DONE
    kinds = _counted(done.kinds)
    say(f"{done.read} claims read, {done.compared} pairs compared, {done.new} relations suggested: {kinds or 'none'}")
    if done.withdrawn:
        say(f"{done.withdrawn} earlier suggestions no longer hold and are withdrawn")
    for why, number in sorted(done.explained.items()):
        say(f"{number} pairs only look like a conflict: {words(why)}")
    return DONE


def _match_with(ctx: click.Context, *, as_json: bool) -> int:
    from factcheck.work.llm_asking import asker_for  # noqa: PLC0415 - only for those who ask for it
    from factcheck.work.llm_relations import LlmMatcher  # noqa: PLC0415

    matcher = LlmMatcher(asker_for(settings(ctx).llm))
    with dossier(ctx) as opened, steps() as narrator:
        done = opened.match_with(matcher, narrator)
    if as_json:
        counts = {"kinds": dict(done.kinds), "left_out": dict(done.left_out)}
        say_json({"stories": done.stories, "new": done.new, **counts})
        return DONE
    kinds = _counted(done.kinds) or "none"
    pairs = "1 pair" if done.stories == 1 else f"{done.stories} pairs"
    say(f"{pairs} of documents asked about, {done.new} relations suggested: {kinds}")
    if not done.stories:
        narrate("No two documents are related yet; `factcheck match` looks for relations first.")
    if done.left_out:
        narrate(f"not taken from the language model: {_counted(done.left_out)}")
    return DONE


def _counted(found: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {words(kind)}" for kind, number in sorted(found.items()))


def _engine(told: Matching, named: str | None) -> "Engine":
    from factcheck.work.engines import processes  # noqa: PLC0415 - only `match` and `text` need it

    if (named or told.engine) == "ray":
        from factcheck.work.match_ray import cluster  # noqa: PLC0415 - only for those who ask for it

        return cluster(told.address)
    return processes()


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def assess(ctx: click.Context, /, *, as_json: bool) -> int:
    """Score every claim from its evidence, with reasons that add up, and put the queue in order.

    The suggestion stands beside the verdict, which only a person gives.
    """
    with dossier(ctx) as opened, steps() as narrator:
        done = opened.assess(narrator)
    if as_json:
        say_json(
            {
                "claims": done.claims,
                "changed": done.changed,
                "suggested": dict(done.suggested),
                "origins": [list(names) for names in done.origins],
            }
        )
        return DONE
    suggested = ", ".join(f"{number} {words(verdict)}" for verdict, number in sorted(done.suggested.items()))
    say(
        f"{done.claims} claims assessed, {done.changed} assessments new or changed; suggested: {suggested or 'nothing'}"
    )
    for names in done.origins:
        say(f"one voice: {', '.join(names)}")
    for reason in done.why:
        narrate(reason)
    return DONE


@click.command()
@click.argument("job", type=click.Choice(list(work_text.JOBS)))
@click.argument("file", metavar="[FILE|-]", default="-")
def text(job: str, file: str) -> int:
    """Run one JOB of the language layer over JSON Lines, in input order; no dossier is needed.

    \b
    quantities, dates, names, claims
      {"text", "date"?, "language"?}   → {..., "found": [{"start", "end", ...}]}
    compare
      {"a", "b", "date_a"?, "date_b"?} → {..., "kind", "facet", "score", "reasons"}; kind null: no relation
    rank
      {"statement", "passages": [...]} → {..., "ranking": [index, ...], "scores": [...]}
    judge
      {"statement", "passages": [...]} → {..., "verdict", "score", "reasons", "evidence": [index, ...]}
    values
      {"values": [{"source", "thing", "value", "attribute"?}, ...]}
                                       → {..., "beliefs": {thing: [{"value", "probability", ...}]}, "accuracy"}

    A line that cannot be read comes back as {"error", "field", "line"}. Many lines are shared out to all processors.
    """
    from factcheck.work.engines import processes  # noqa: PLC0415 - only `match` and `text` need it

    name = "standard input" if file == "-" else file
    wrong = 0
    with open_bytes(file) as (stream, _):
        for line in work_text.run_all(job, jsonl.read(stream, name), name, processes()):
            if isinstance(line, bytes):
                sys.stdout.buffer.write(line)
                continue
            wrong += 1
            narrate(str(line))
            sys.stdout.buffer.write(_told(line))
    if wrong:
        narrate(f"{wrong} lines could not be read")
    return NEEDS_A_PERSON if wrong else DONE


def _told(problem: RowProblem) -> bytes:
    told = {"error": problem.problem, "field": problem.field, "line": problem.line}
    return orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE)
