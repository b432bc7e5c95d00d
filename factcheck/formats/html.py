"""The verdict report as one HTML file that needs nothing else: no network, no font, and no script to read it.

Everything from outside is cleaned and escaped; a content security policy forbids whatever might slip through.
"""

import base64
import hashlib
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from html import escape
from importlib.resources import files

from claims.model import Claim, EvidenceLink, RelationState, Status, Verdict
from claims.vocabulary import GLYPHS
from evidence.model import Document
from evidence.text.clean import clean
from factcheck.formats.html_charts import Bar, bars
from factcheck.formats.labels import Labels
from factcheck.formats.report import Pair, Report, own_words_only

ALIKE = 0.5
"""Share of words in common from which on it helps to mark the others."""
CONTEXT = 160
"""Code points shown before and after a quote."""


def text(words: str) -> str:
    """Words from outside as harmless HTML."""
    return escape(clean(words).strip(), quote=True)


@cache
def _asset(name: str) -> str:
    return files("factcheck.formats").joinpath(name).read_text(encoding="utf-8")


def _policy() -> str:
    """Only our own style and script, told by their digests."""
    style, script = (
        base64.b64encode(hashlib.sha256(_asset(name).encode()).digest()).decode()
        for name in ("report.css", "report.js")
    )
    ours = f"style-src 'sha256-{style}'; script-src 'sha256-{script}'"
    return f"default-src 'none'; {ours}; base-uri 'none'; form-action 'none'"


def write(report: Report, say: Labels) -> Iterator[bytes]:
    """The report in pieces."""
    for part in (_head, _top, _glance, _documents, _conflicts, _claims, _foot):
        yield "".join(part(report, say)).encode()


def _head(report: Report, say: Labels) -> Iterator[str]:
    yield f'<!doctype html>\n<html lang="{say.language}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_policy(), quote=True)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{_title(report, say)}</title>\n<style>{_asset('report.css')}</style>\n</head>\n<body>\n"


def _title(report: Report, say: Labels) -> str:
    title = report.header.title
    return f"{say['verdict_report']}{say['colon']}{text(title)}" if title else say["verdict_report"]


def _top(report: Report, say: Labels) -> Iterator[str]:
    header = report.header
    decided = sum(report.verdict.values())
    intro = say["intro"].format(claims=report.total, documents=len(report.shelf.documents), decided=decided)
    yield f'<header class="top">\n<h1>{_title(report, say)}</h1>\n<p>{intro}</p>\n'
    record = f"{say['record'].format(seq=header.seq)} <code>{header.hash}</code>"
    yield f'<p class="meta">{record} · {report.last_entry}</p>\n'
    if report.as_of:
        yield f'<p class="as-of"><b>{say["as_of"].format(moment=report.as_of)}</b></p>\n'
    yield "<nav><ul>"
    for name in ("at_a_glance", "what_was_checked", "conflicts", "claims", "checking"):
        yield f'<li><a href="#{name.replace("_", "-")}">{say[name]}</a></li>'
    yield "</ul></nav>\n</header>\n<main>\n"


def _section(name: str, say: Labels) -> str:
    return f'<section id="{name.replace("_", "-")}">\n<h2>{say[name]}</h2>\n'


def _glance(report: Report, say: Labels) -> Iterator[str]:
    yield _section("at_a_glance", say)
    undecided = report.total - sum(report.verdict.values())
    verdicts = [
        Bar(f"{GLYPHS[verdict]} {say.word(verdict)}", report.verdict.get(verdict, 0), verdict) for verdict in Verdict
    ]
    statuses = [Bar(say.word(status), report.status.get(status, 0), "none") for status in Status]
    documents = [
        Bar(clean(document.source or document.name), report.per_document.get(id_, 0), "none")
        for id_, document in report.shelf.documents.items()
    ]
    yield '<div class="charts">\n'
    yield bars(say["by_verdict"], [*verdicts, Bar(f"○ {say['none_yet']}", undecided, "none")])
    yield bars(say["by_status"], statuses)
    yield bars(say["by_document"], documents)
    yield "</div>\n</section>\n"


def _documents(report: Report, say: Labels) -> Iterator[str]:
    yield _section("what_was_checked", say)
    for document in report.shelf.documents.values():
        yield _document(report, document, say)
    yield "</section>\n"


def _document(report: Report, document: Document, say: Labels) -> str:
    source = report.shelf.sources.get(document.source or "")
    who = say["source_unknown"] if source is None else text(source.name) + say["brackets"].format(source.reliability)
    day = text(document.published) if document.published else say["not_known"]
    published = f"{say['published']}{say['colon']}{day}"
    newer = report.shelf.newer.get(document.id)
    note = f"<br>{say['newer']}{say['colon']}<code>{newer}</code>" if newer else ""
    return (
        f'<div class="card"><h3 lang="{document.language}">{text(document.title or document.name)}</h3>'
        f'<p class="meta">{who} · {published} · {text(document.name)} · {document.language} · '
        f"{len(document.text)} {say['characters']}<br>SHA-256 <code>{document.sha256}</code>{note}</p></div>\n"
    )


def _conflicts(report: Report, say: Labels) -> Iterator[str]:
    yield _section("conflicts", say)
    if not report.conflicts:
        yield f"<p>{say['no_conflict']}</p>\n"
    for number, pair in enumerate(report.conflicts, 1):
        yield _conflict(report, number, pair, say)
    yield "</section>\n"


def _conflict(report: Report, number: int, pair: Pair, say: Labels) -> str:
    relation = pair.relation
    course = say.word(relation.conflict or "open")
    if relation.resolution:
        course += f"{say['colon']}{say.word(relation.resolution)}"
    standing = say["suggested"] if relation.state is RelationState.SUGGESTED else say.word(relation.state)
    a, b = _differing(pair.a.statement, pair.b.statement)
    reasons = "".join(f"<li>{text(reason)}</li>" for reason in relation.reasons)
    return (
        f'<article class="card" id="{relation.id}"><h3>{number}. {say.word(relation.facet or "scope")} '
        f'<span class="chip conflicting">{course}</span></h3><div class="sides">'
        f"{_side(report, pair.a, a, say)}{_side(report, pair.b, b, say)}</div><ul>{reasons}</ul>"
        f'<p class="meta">{standing}{_by(relation.decided_by, say)}</p></article>\n'
    )


def _side(report: Report, claim: Claim, statement: str, say: Labels) -> str:
    if not claim.evidence:
        return f'<div lang="{claim.language}"><p>{statement}</p>{_chip(claim, say)}</div>'
    document = report.shelf.of(claim.evidence[0])
    return (
        f'<div><p class="meta">{text(document.source or document.title or document.name)}</p>'
        f'<p lang="{claim.language}"><a href="#{claim.id}">{statement}</a></p>{_chip(claim, say)}'
        f"{_quote(report, claim.evidence[0], say)}</div>"
    )


def _differing(a: str, b: str) -> tuple[str, str]:
    """The two statements with what only one of them says marked, word by word; not marked when little is shared."""
    left, right = _pieces(clean(a)), _pieces(clean(b))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    shared = sum(1 for at, _, size in matcher.get_matching_blocks() for word in left[at : at + size] if word.strip())
    if shared < ALIKE * max(1, sum(1 for word in (*left, *right) if word.strip()) / 2):
        return text(a), text(b)
    one, other = [], []
    for kind, i, j, k, m in matcher.get_opcodes():
        mine, theirs = escape("".join(left[i:j])), escape("".join(right[k:m]))
        one.append(mine if kind == "equal" or not mine else f"<del>{mine}</del>")
        other.append(theirs if kind == "equal" or not theirs else f"<ins>{theirs}</ins>")
    return "".join(one), "".join(other)


def _pieces(words: str) -> list[str]:
    """Latin words and single characters of everything else."""
    pieces: list[str] = []
    for letter in words:
        if pieces and letter.isascii() and letter.isalnum() and pieces[-1][-1].isascii() and pieces[-1][-1].isalnum():
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _chip(claim: Claim, say: Labels) -> str:
    if claim.verdict is None:
        return f'<span class="chip none">○ {say["none_yet"]}{say["brackets"].format(say.word(claim.status))}</span>'
    comma, colon = say["comma"], say["colon"]
    confidence = f"{comma}{say['confidence']}{colon}{say.word(claim.confidence)}" if claim.confidence else ""
    again = f"{comma}{say['to_be_checked_again']}" if claim.status is Status.NEEDS_RECHECK else ""
    word = f"{GLYPHS[claim.verdict]} {say.word(claim.verdict)}{confidence}{again}"
    return f'<span class="chip {claim.verdict}">{word}</span>'


def _quote(report: Report, link: EvidenceLink, say: Labels) -> str:
    document = report.shelf.of(link)
    before = ("…" if link.start > CONTEXT else "") + document.text[max(0, link.start - CONTEXT) : link.start]
    after = document.text[link.end : link.end + CONTEXT] + ("…" if link.end + CONTEXT < len(document.text) else "")
    line = report.shelf.line(link.document, link.start)
    comma = say["comma"]
    place = f"{text(document.name)}{comma}{say['line'].format(line)}{comma}{link.start}–{link.end}"
    where = f"{place}{comma}SHA-256 <code>{document.sha256[:12]}…</code>"
    whole = f"{escape(clean(before))}<mark>{escape(clean(link.exact))}</mark>{escape(clean(after))}"
    return (
        f'<blockquote lang="{document.language}">{text(link.exact)}</blockquote>'
        f'<p class="meta">{say.word(link.stance)} · {say.word(link.directness)} · {say.word(link.state)} · {where}</p>'
        f'<details class="around"><summary>{say["context"]}</summary>'
        f'<blockquote lang="{document.language}">{whole}</blockquote></details>'
    )


def _by(who: str | None, say: Labels) -> str:
    return say["by"].format(text(who)) if who else ""


def _claims(report: Report, say: Labels) -> Iterator[str]:
    yield _section("claims", say)
    yield f'<div class="tools"><label>{say["filter"]} <input id="filter-words" type="search"></label>'
    yield f'<label>{say["verdict"]} <select id="filter-verdict"><option value="">{say["all_verdicts"]}</option>'
    for verdict in Verdict:
        yield f'<option value="{verdict}">{GLYPHS[verdict]} {say.word(verdict)}</option>'
    yield f'<option value="none">○ {say["none_yet"]}</option></select></label>'
    yield '<output id="filter-count" class="small" aria-live="polite"></output></div>\n'
    yield '<div class="tablewrap"><table aria-label="{say["claims"]}"><thead><tr>'
    for name in ("claim", "verdict", "document"):
        yield f'<th scope="col"><button type="button">{say[name]}</button></th>'
    yield "</tr></thead><tbody>\n"
    for claim in report.claims():
        yield _row(report, claim, say)
    yield "</tbody></table></div>\n</section>\n"


def _row(report: Report, claim: Claim, say: Labels) -> str:
    verdict = claim.verdict or "none"
    why = f"<p><b>{say['why']}{say['colon'].strip()}</b> {text(claim.reason)}</p>" if claim.reason else ""
    own = claim.verdict is Verdict.SUPPORTED and own_words_only(claim)
    note = f'<p class="meta">{say["own_words"]}</p>' if own else ""
    quotes = "".join(_quote(report, link, say) for link in claim.evidence)
    where = text(report.shelf.of(claim.evidence[0]).name) if claim.evidence else "—"
    return (
        f'<tr id="{claim.id}" data-verdict="{verdict}">'
        f'<td><b lang="{claim.language}">{text(claim.statement)}</b>{why}{note}'
        f'<details class="quotes"><summary>{say["quotes"]} · <code>{claim.id}</code></summary>{quotes}</details></td>'
        f'<td data-key="{verdict}">{_chip(claim, say)}<p class="meta">{_by(claim.decided_by, say).strip()}</p></td>'
        f'<td class="where">{where}</td></tr>\n'
    )


def _foot(report: Report, say: Labels) -> Iterator[str]:
    yield _section("checking", say)
    yield f"<p>{text(say['how_to_check'])}</p>\n"
    # The same words as in the Markdown report, since `verify --anchor` looks for them.
    header = report.header
    yield f'<p class="meta">ledger entry {header.seq}, hash <code>{header.hash}</code></p>\n</section>\n</main>\n'
    yield f'<footer class="small">factcheck · {header.uuid}</footer>\n<script>{_asset("report.js")}</script>\n'
    yield "</body>\n</html>\n"
