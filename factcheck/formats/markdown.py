"""The verdict report in Markdown (CommonMark with tables). Everything from outside is escaped: no link, no HTML."""

import re
from collections.abc import Iterator

from claims.model import (
    Claim,
    ConflictState,
    EvidenceLink,
    Relation,
    RelationKind,
    RelationState,
    Status,
    Verdict,
)
from claims.vocabulary import GLYPHS
from evidence.model import RELIABILITY_WORDS, Document
from evidence.text.clean import clean_line
from factcheck.formats.report import Pair, Report, Shelf, own_words_only

STATUS_HEADINGS = {
    Status.NEEDS_RECHECK: "To be checked again",
    Status.IN_REVIEW: "In review",
    Status.DEFERRED: "Deferred",
    Status.NEW: "Not yet looked at",
    Status.DISMISSED: "Dismissed: not worth checking",
}
_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_WWW = re.compile(r"(?<=www)\.", re.IGNORECASE)
_AT_END = re.compile(r"(?<= )(#+)$")
"""Would be taken for the end of a heading, and vanish."""
_AT_START = re.compile(r"^([#+=-]|\d+(?=[.)]))")


def text(words: str) -> str:
    """Words from outside as harmless inline Markdown: nothing in them is markup, a link or HTML."""
    escaped = _SPECIAL.sub(r"\\\1", clean_line(words).strip())
    escaped = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _WWW.sub("&#46;", escaped.replace("://", "&#58;//").replace("@", "&#64;"))
    return _AT_END.sub(r"\\\1", _AT_START.sub(_harmless_start, escaped))


def _harmless_start(match: re.Match[str]) -> str:
    """A mark that would begin a heading or a list; the number of a numbered list keeps its digits."""
    return f"{match[1]}\\" if match[1].isdecimal() else f"\\{match[1]}"


def words(value: str) -> str:
    """A stored word as people read it: `not_enough_evidence` → `not enough evidence`."""
    return value.replace("_", " ")


def write(report: Report) -> Iterator[bytes]:
    """The report in pieces."""
    for part in (_head, _glance, _documents, _conflicts, _verdicts, _agreements, _open, _check):
        lines = list(part(report))
        if lines:
            yield ("\n".join(lines) + "\n\n").encode()


def _head(report: Report) -> Iterator[str]:
    header = report.header
    yield f"# Verdict report: {text(header.title)}" if header.title else "# Verdict report"
    yield ""
    documents = list(report.shelf.documents.values())
    yield (
        f"{_count(report.total, 'claim')} from {_count(len(documents), 'document')}, checked with factcheck. "
        f"State of the record: ledger entry {header.seq}, hash `{header.hash}`"
        + (f", {text(report.last_entry)}." if report.last_entry else ".")
    )
    if report.as_of:
        yield ""
        yield f"**As of {text(report.as_of)}.** What has been done since is not in this report."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _glance(report: Report) -> Iterator[str]:
    yield "## At a glance"
    yield ""
    decided = sum(report.verdict.values())
    yield f"**{decided} of {report.total} claims have a verdict.**"
    yield ""
    yield "| verdict | claims |"
    yield "|---|---:|"
    for verdict in Verdict:
        yield f"| {GLYPHS[verdict]} {words(verdict)} | {report.verdict.get(verdict, 0)} |"
    yield f"| ○ none yet | {report.total - sum(report.verdict.values())} |"
    yield ""
    open_ = [item for item in report.conflicts if item.relation.conflict is not ConflictState.RESOLVED]
    yield f"- {_count(len(report.conflicts), 'conflict')} between claims, {len(open_)} of them not resolved"
    confirmed = sum(1 for item in report.agreements if item.relation.state is RelationState.CONFIRMED)
    yield f"- {_count(len(report.agreements), 'agreement')} between claims, {confirmed} of them confirmed by a reviewer"
    if report.status.get("needs_recheck"):
        yield f"- {_count(report.status['needs_recheck'], 'claim')} to be checked again"
    not_checkable = report.total - report.checkability.get("checkable", 0)
    if not_checkable:
        yield f"- {_count(not_checkable, 'statement')} kept on record as opinion, prediction or no claim at all"


def _documents(report: Report) -> Iterator[str]:
    yield "## What was checked"
    yield ""
    if not report.shelf.documents:
        yield "No document is in the dossier."
        return
    for document in report.shelf.documents.values():
        yield from _document(report.shelf, document)


def _document(shelf: Shelf, document: Document) -> Iterator[str]:
    file = f", file {text(document.name)}" if document.title else ""
    yield f"- **{text(document.title or document.name)}** (`{document.id}`{file})"
    source = shelf.sources.get(document.source or "")
    if source is not None:
        grade = f"reliability {source.reliability}: {RELIABILITY_WORDS[source.reliability]}"
        yield f"  - source: {text(source.name)} ({grade})"
    else:
        yield "  - source: not stated"
    if document.author:
        yield f"  - author: {text(document.author)}"
    yield f"  - published: {text(document.published) if document.published else 'not known'}"
    if document.origin:
        yield f"  - origin: {text(document.origin)} (independence {document.independence})"
    if document.url:
        yield f"  - address: {text(document.url)}"
    sizes = f"{len(document.text)} characters, {document.size} bytes"
    yield f"  - {text(document.language)}, {sizes}, {text(document.encoding)}"
    yield f"  - SHA-256 `{document.sha256}`"
    if document.id in shelf.newer:
        yield f"  - a newer version is here: `{shelf.newer[document.id]}`"


def _conflicts(report: Report) -> Iterator[str]:
    yield "## Conflicts"
    yield ""
    if not report.conflicts:
        yield "No conflict is on record."
    for number, conflict in enumerate(report.conflicts, 1):
        if number > 1:
            yield ""
        yield from _conflict(report.shelf, number, conflict)


def _conflict(shelf: Shelf, number: int, conflict: Pair) -> Iterator[str]:
    relation = conflict.relation
    course = words(relation.conflict or "open")
    if relation.resolution:
        course += f": {words(relation.resolution)}"
    yield f"### {number}. {words(relation.facet or 'in general').capitalize()} ({course})"
    yield ""
    a, b = conflict.a, conflict.b
    yield f"| | {_name(shelf, a)} | {_name(shelf, b)} |"
    yield "|---|---|---|"
    yield f"| says | {text(a.statement)} | {text(b.statement)} |"
    yield f"| in these words | {_words(a)} | {_words(b)} |"
    yield f"| where | {_where(shelf, a)} | {_where(shelf, b)} |"
    yield f"| how | {_how(a)} | {_how(b)} |"
    yield f"| verdict | {_verdict(a)} | {_verdict(b)} |"
    yield f"| claim | `{a.id}` | `{b.id}` |"
    yield ""
    for reason in relation.reasons:
        yield f"- {text(reason)}"
    yield f"- {_standing(relation)}"


def _standing(relation: Relation) -> str:
    state = "suggested, not confirmed by anyone yet" if relation.state is RelationState.SUGGESTED else relation.state
    return f"{state}{_by(relation.decided_by, relation)}"


def _by(who: str | None, item: Claim | Relation) -> str:
    if who is None:
        return ""
    when = item.model_dump(mode="json", include={"decided_at"})["decided_at"]
    return f" by {text(who)}, {when}" if when else f" by {text(who)}"


def _name(shelf: Shelf, claim: Claim) -> str:
    if not claim.evidence:
        return "no document"
    document = shelf.of(claim.evidence[0])
    return text(document.source or document.title or document.name)


def _words(claim: Claim) -> str:
    return f"“{_quoted(claim.evidence[0])}”" if claim.evidence else "—"


def _quoted(link: EvidenceLink) -> str:
    """The words on one line; a line break in them shows as ⏎."""
    return text(link.exact.strip().replace("\r\n", "\n").replace("\n", " ⏎ "))


def _where(shelf: Shelf, claim: Claim) -> str:
    return _place(shelf, claim.evidence[0]) if claim.evidence else "—"


def _place(shelf: Shelf, link: EvidenceLink) -> str:
    document = shelf.of(link)
    line = shelf.line(link.document, link.start)
    return f"{text(document.name)}, line {line}, characters {link.start}–{link.end}, SHA-256 `{document.sha256[:12]}…`"


def _how(claim: Claim) -> str:
    return f"{claim.certainty}, {text(claim.claimant)}" if claim.claimant else claim.certainty.value


def _verdict(claim: Claim) -> str:
    if claim.verdict is None:
        return f"○ none yet ({words(claim.status)})"
    confidence = f", confidence {claim.confidence}" if claim.confidence else ""
    recheck = ", to be checked again" if claim.status is Status.NEEDS_RECHECK else ""
    return f"{GLYPHS[claim.verdict]} {words(claim.verdict)}{confidence}{recheck}"


def _verdicts(report: Report) -> Iterator[str]:
    yield "## Verdicts"
    if not any(report.decided.values()):
        yield ""
        yield "No claim has been decided yet."
    for verdict, claims in report.decided.items():
        if claims:
            yield ""
            yield f"### {GLYPHS[verdict]} {words(verdict).capitalize()} ({len(claims)})"
        for claim in claims:
            yield ""
            yield from _claim(report, claim)


def _claim(report: Report, claim: Claim) -> Iterator[str]:
    yield f"#### {text(claim.statement)}"
    yield ""
    yield f"- verdict: **{_verdict(claim)}**{_by(claim.decided_by, claim)}"
    yield f"- why: {text(claim.reason)}" if claim.reason else "- why: no reason was given"
    kind = f", kind: {claim.kind}" if claim.kind else ""
    yield f"- how the document puts it: {_how(claim)}{kind}, credibility {claim.credibility}"
    for link in claim.evidence:
        yield f"- {link.stance} ({link.directness}, quote {link.state}): “{_quoted(link)}”"
        yield f"  — {_place(report.shelf, link)}"
    if claim.verdict is Verdict.SUPPORTED and own_words_only(claim):
        yield "- note: only the document in which the claim stands supports it"
    for relation in report.related.get(claim.id, ()):
        yield f"- {_related(report, claim, relation)}"
    yield f"- claim `{claim.id}`, version {claim.version}" + (
        f", {text(claim.external_id)}" if claim.external_id else ""
    )


_PHRASES = {
    RelationKind.DUPLICATES: ("says the same as", "says the same as"),
    RelationKind.CORROBORATES: ("agrees with", "agrees with"),
    RelationKind.REFINES: ("adds detail to", "is told in more detail by"),
    RelationKind.CONFLICTS: ("conflicts with", "conflicts with"),
    RelationKind.SUPERSEDES: ("supersedes", "is superseded by"),
}


def _related(report: Report, claim: Claim, relation: Relation) -> str:
    forth, back = _PHRASES[relation.kind]
    phrase, other = (forth, relation.b) if relation.a == claim.id else (back, relation.a)
    state = "" if relation.state is RelationState.CONFIRMED else f" ({relation.state})"
    return f"{phrase}{state}: {text(report.statements.get(other, ''))} `{other}`"


def _agreements(report: Report) -> Iterator[str]:
    if not report.agreements:
        return
    yield "## Agreements"
    yield ""
    yield "| one account | the other | how | why |"
    yield "|---|---|---|---|"
    for item in report.agreements:
        relation = item.relation
        how = f"{_PHRASES[relation.kind][0]}, {words(relation.facet or 'in general')} ({relation.state})"
        why = "; ".join(text(reason) for reason in relation.reasons)
        a = f"{text(item.a.statement)} ({_name(report.shelf, item.a)})"
        b = f"{text(item.b.statement)} ({_name(report.shelf, item.b)})"
        yield f"| {a} | {b} | {how} | {why} |"


def _open(report: Report) -> Iterator[str]:
    yield "## Still open"
    yield ""
    if not any(report.undecided.values()):
        yield "Nothing: every claim has its verdict." if report.total else "No claim is on record yet."
    first = True
    for status, heading in STATUS_HEADINGS.items():
        claims = report.undecided.get(status, ())
        if not claims:
            continue
        if not first:
            yield ""
        first = False
        yield f"### {heading} ({len(claims)})"
        yield ""
        yield from (_open_line(report.shelf, claim) for claim in claims)


def _open_line(shelf: Shelf, claim: Claim) -> str:
    where = _place(shelf, claim.evidence[0]) if claim.evidence else "no quote"
    sort = "" if claim.checkability == "checkable" else f" [{words(claim.checkability)}]"
    verdict = f" — so far {_verdict(claim)}" if claim.verdict else ""
    why = f" — {text(claim.reason)}" if claim.reason else ""
    return f"- {text(claim.statement)}{sort}{verdict}{why} (`{claim.id}`; {where})"


def _check(report: Report) -> Iterator[str]:
    header = report.header
    yield "## Checking this report"
    yield ""
    yield (
        "Every quote names its document by SHA-256 and its place in code points of the document's text, counted "
        "from 0, the end not included. Every decision is an entry of a ledger in which each entry is chained to the "
        f"one before. This report shows dossier `{header.uuid}` after ledger entry {header.seq}, "
        f"hash `{header.hash}`. `factcheck verify --anchor` with this file compares them."
    )
