"""`init`, `add`, `sources`: what comes in, and from whom."""

import re
from pathlib import Path

import click
from pydantic import ValidationError

from evidence.model import RELIABILITY_WORDS, Independence, QuoteState, Reliability
from factcheck.cli.common import dossier, narrate, one_of, read_bytes, say, say_json, settings, table, terminal_width
from factcheck.cli.main import DONE, NEEDS_A_PERSON
from factcheck.dossier import About, Added, Dossier, Incoming
from factcheck.errors import FileProblem
from factcheck.settings import DEFAULT_DB, FILE
from factcheck.work.add import Outcome

TOML = """\
# The settings of this dossier. An option of a command goes before a setting here.
db = {db}
title = {title}
# Who you are in the ledger; empty: your user name.
reviewer = ""
"""


@click.command()
@click.argument(
    "folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, readable=False, path_type=Path)
)
@click.option("--title", help="What the dossier is about; stands over its reports.")
@click.pass_context
def init(ctx: click.Context, /, folder: Path, title: str | None) -> int:
    """Make a new dossier in DIR (here by default): factcheck.toml, and factcheck.db unless --db names another."""
    told = settings(ctx)
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        db = told.db
        if db == DEFAULT_DB:
            db = f"sqlite:///{folder / 'factcheck.db'}"
        Dossier.create(db, reviewer=told.reviewer, title=title or told.title).close()
        if file.exists():
            say(f"{file} is there already and was left as it is")
        else:
            known = {"db": _toml_text(told.db), "title": _toml_text(title or told.title or "")}
            file.write_text(TOML.format(**known), encoding="utf-8")
            say(f"{file} written")
    except OSError as error:
        raise FileProblem(folder, error) from error
    say(f"the dossier is ready; next: factcheck add FILE ... {'' if folder == Path() else f'(in {folder})'}".rstrip())
    return DONE


def _toml_text(text: str) -> str:
    import json  # noqa: PLC0415 - a TOML basic string is written like a JSON string

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@click.command()
@click.argument("files", metavar="FILE|URL|- ...", nargs=-1, required=True)
@click.option("--source", help="Who publishes it.")
@click.option(
    "--reliability",
    type=one_of(Reliability),
    help="Grade of a new source, A (best) to F (unknown).",
)
@click.option("--title")
@click.option("--author")
@click.option("--published", metavar="DATE", help="Date of publication, 2025-08-26 or more exact.")
@click.option(
    "--language",
    metavar="TAG",
    help="zh-Hant, zh-Hans, en or another BCP 47 tag.  [default: told by the text]",
)
@click.option("--origin", help="Where the content really comes from, when that is someone else.")
@click.option("--independence", type=one_of(Independence), default=Independence.UNKNOWN.value, show_default=True)
@click.option("--url", help="Where it was published.")
@click.option("--name", help="File name to keep, for standard input or a page.")
@click.option("--encoding", help="Encoding of the file.  [default: told by the bytes]")
@click.option("--replaces", metavar="DOCUMENT", help="The document of which this is a newer version.")
@click.option("--separate", is_flag=True, help="Not a newer version, although name and source are the same.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses inside your own network too.")
@click.pass_context
def add(
    ctx: click.Context, /, files: tuple[str, ...], name: str | None, *, allow_private: bool, **about: object
) -> int:
    """Take documents in, byte for byte; all of them or none.

    Text, Markdown, HTML, PDF, DOCX, SRT and WebVTT are read, from files or from a URL, which is fetched once and kept
    as received. Title, author, date and publisher are the document's own where you say nothing.

    The same bytes a second time change nothing, unless you say something else about them. Other bytes under a known
    name and source are a newer version: the claims that rest on the older one are marked needs_recheck.
    """
    try:
        what = About.model_validate(about)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise click.UsageError(f"--{first['loc'][0]}: {first['ctx']['error']}") from error
    if name is not None and len(files) > 1:
        raise click.UsageError("--name goes with one file")
    incoming = [_incoming(file, name, what, allow_private=allow_private) for file in files]
    with dossier(ctx) as opened:
        done = opened.add_all(incoming)
    for one in done:
        _tell(one)
    unsure = any(state is not QuoteState.EXACT for one in done for _, state in one.waited)
    return NEEDS_A_PERSON if unsure or any(one.recheck for one in done) else DONE


def _incoming(given: str, name: str | None, about: About, *, allow_private: bool) -> Incoming:
    """The bytes behind a file's name, an address, or `-`. Raises FileProblem or FetchProblem."""
    if not re.match(r"https?://", given, re.IGNORECASE):
        return Incoming(data=read_bytes(given), name=name or ("standard input" if given == "-" else given), about=about)
    from factcheck.work.fetch import fetch  # noqa: PLC0415 - TLS is slow to import, and few commands need it

    page = fetch(given, allow_private=allow_private)
    way = " → ".join((page.url, *page.redirects))
    for redirect in page.redirects:
        narrate(f"{given}: leads on to {redirect}")
    return Incoming(
        data=page.data,
        name=name or page.name,
        about=about,
        media_type=page.media_type,
        url=page.final_url,
        retrieved=page.retrieved,
        why=f"fetched from {way} ({page.media_type or 'of unsaid type'})",
    )


def _tell(one: Added) -> None:
    document = one.document
    state = {
        Outcome.ADDED: "added",
        Outcome.KNOWN: "already here, nothing changed",
        Outcome.DESCRIBED: "already here; what you say about it was entered",
        Outcome.REPLACED: f"added as a newer version of {one.replaces}",
    }[one.outcome]
    say(f"{document.id}  {document.name}: {state} ({document.language}, {len(document.text)} characters)")
    if one.outcome is not Outcome.KNOWN and document.published is None:
        narrate(f"{document.name}: no date of publication is known; dates such as 'today' in it stay unresolved")
    for claim, state_now in one.recheck:
        where = {
            "exact": "its quote stands unchanged",
            "moved": "its quote stands elsewhere in the new version",
            "candidate": "only something like its quote is in the new version",
            "orphan": "its quote is not in the new version",
        }[state_now]
        say(f"{claim}  needs_recheck: {where}")
    _tell_waited(one)


def _tell_waited(one: Added) -> None:
    """What became of the quotes that waited for the document, and which of them a person must look at."""
    found = [(claim, state) for claim, state in one.waited if state is not QuoteState.ORPHAN]
    if one.waited:
        say(f"{one.document.name}: {len(found)} of {len(one.waited)} quotes that waited for it were found in it")
    for claim, state in one.waited:
        if state is not QuoteState.EXACT:
            where = {
                QuoteState.MOVED: "its quote stands elsewhere than its import said",
                QuoteState.CANDIDATE: "its words stand there more than once, or only something like them",
                QuoteState.ORPHAN: "its quote is not in it, and goes on waiting",
            }[state]
            say(f"{claim}  {where}")


@click.command()
@click.argument("name", required=False)
@click.option("--reliability", type=one_of(Reliability), help="The source's grade.")
@click.option("--note", help="What is known about the source.")
@click.option("--reason", help="Why the grade is what it is.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def sources(
    ctx: click.Context,
    /,
    name: str | None,
    reliability: str | None,
    note: str | None,
    reason: str | None,
    *,
    as_json: bool,
) -> int:
    """Show the sources, or grade the source NAME (Admiralty scale, A to F)."""
    if name is None and (reliability or note or reason):
        raise click.UsageError("say which source: factcheck sources NAME --reliability B")
    with dossier(ctx) as opened:
        if name is not None and (reliability or note is not None):
            grade = None if reliability is None else Reliability(reliability)
            opened.grade(name, grade, note, reason=reason)
        found = [source for source in opened.sources() if name in {None, source.name, source.id}]
        counts = opened.stats().claims_per_source
    if as_json:
        say_json([source.model_dump(mode="json") for source in found])
        return DONE
    rows = [
        [one.id, one.reliability, RELIABILITY_WORDS[one.reliability], str(counts.get(one.name, 0)), one.name]
        for one in found
    ]
    table(rows, header=["id", "grade", "in words", "claims", "source"], last_wraps=terminal_width())
    return DONE
