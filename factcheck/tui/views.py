"""What the screens say, as lines: values in, lines out."""

from collections.abc import Iterable, Mapping, Sequence

from claims.model import Claim, EvidenceLink, Relation, RelationKind
from evidence.model import Document, Source
from factcheck.dossier import Event, Stats
from factcheck.tui.glyphs import Glyphs, short, words
from factcheck.tui.look import VERDICT_ROLES
from factcheck.tui.state import moment, standing
from factcheck.tui.text import Line, Mark, Span, cut, fit, line, span, wrap, wrap_text

LABEL = 13
"""Cells of the labels at the left."""


def labelled(label: str, text: str | Sequence[Span], cells: int, role: str = "") -> list[Line]:
    """A label, and beside it a text that is wrapped in its own column."""
    spans = [span(part, role) for part in text.split("\n")] if isinstance(text, str) else list(text)
    return wrap(spans, cells, indent=" " * LABEL, first=span(fit(label, LABEL), "dim"))


def verdict_span(claim: Claim, glyphs: Glyphs, *, brief: bool = False) -> Span:
    """Glyph and words of where a claim stands."""
    verdict = claim.verdict.value if claim.verdict else ""
    told = short(verdict or claim.status) if brief else standing(claim)
    return span(f"{glyphs.verdict[verdict]} {told}", VERDICT_ROLES[verdict])


# ── the panes under the queue ──────────────────────────────────────────────────────────────────────


def statement_lines(claim: Claim, cells: int, most: int) -> list[Line]:
    """The claim's words in so many lines; the rest is in the claim in full."""
    lines = wrap_text(claim.statement, cells, "strong")
    if len(lines) > most:
        kept = "".join(text for text, _ in lines[most - 1])
        lines = [*lines[: most - 1], line((cut(kept, cells - 2) + "..", "strong"))]
    return lines


def pane_lines(claim: Claim, cells: int, glyphs: Glyphs) -> list[Line]:
    """The claim beside its document: its words, where it stands, and what was found in it."""
    lines = [*wrap_text(claim.statement, cells, "strong"), ()]
    lines += labelled("verdict", [verdict_span(claim, glyphs)], cells)
    if claim.reason:
        lines += labelled("reason", claim.reason, cells)
    return [*lines, *_facts(claim, cells), *_assessment(claim, cells, glyphs)]


def _facts(claim: Claim, cells: int) -> list[Line]:
    lines: list[Line] = []
    if claim.decided_by:
        lines += labelled(
            "by", claim.decided_by + (f", {claim.decided_at:%Y-%m-%d %H:%M}" if claim.decided_at else ""), cells
        )
    if claim.claimant:
        lines += labelled("says", claim.claimant, cells)
    kind = f"{words(claim.kind)}, " if claim.kind else ""
    lines += labelled("sort", f"{kind}{words(claim.checkability)}, {claim.certainty}", cells)
    for quantity in claim.quantities:
        lines += labelled(
            "quantity", f"{quantity.text}: {_between(quantity.low, quantity.high)} {quantity.unit or ''}", cells
        )
    for date in claim.dates:
        lines += labelled("date", f"{date.text}: {_between(date.first, date.last)}", cells)
    if claim.entities:
        lines += labelled("about", ", ".join(entity.name for entity in claim.entities), cells)
    if claim.tags:
        lines += labelled("tags", ", ".join(claim.tags), cells)
    return lines


def _between(low: object, high: object) -> str:
    if low is None and high is None:
        return "not resolved"
    if low == high:
        return str(low)
    if low is None or high is None:
        return f"up to {high}" if low is None else f"from {low}"
    return f"{low} to {high}"


def _assessment(claim: Claim, cells: int, glyphs: Glyphs) -> list[Line]:
    """What the machine makes of it, said to be a suggestion."""
    found = claim.assessment
    if found is None:
        return []
    verdict = found.verdict.value if found.verdict else ""
    suggests = f"{glyphs.verdict[verdict]} {words(verdict) or 'nothing'}, score {found.score:g} of 100 (a suggestion)"
    lines = labelled("the machine", suggests, cells)
    for reason in found.reasons:
        lines += labelled("", f"{reason.points:+g}  {reason.words}", cells)
    return lines


def document_line(document: Document, link: EvidenceLink, *, brief: bool = False) -> str:
    """Which document, whose, from when, and where in it."""
    language = "" if brief else document.language
    about = [document.name, document.source or "no source", document.published or "", language]
    at = document.text.count("\n", 0, link.start) + 1
    found = "" if link.state == "exact" else f", quote {link.state}"
    return " · ".join(part for part in about if part) + f" · line {at}{found}"


def quote_marks(claim: Claim, document: Document, glyphs: Glyphs, role: str = "quote") -> list[Mark]:
    """The claim's quotes in this document."""
    return [
        Mark(link.start, link.end, role, glyphs.margin)
        for link in claim.evidence
        if link.document == document.id and link.state in {"exact", "moved"}
    ]


# ── the claim in full ──────────────────────────────────────────────────────────────────────────────


def claim_lines(
    claim: Claim,
    relations: Sequence[Relation],
    others: dict[str, Claim],
    documents: dict[str, Document],
    events: Iterable[Event],
    glyphs: Glyphs,
    cells: int,
) -> list[Line]:
    """Everything there is to know about a claim."""
    lines = [*wrap_text(claim.statement, cells, "strong"), ()]
    lines += labelled("verdict", [verdict_span(claim, glyphs)], cells)
    if claim.reason:
        lines += labelled("reason", claim.reason, cells)
    lines += _facts(claim, cells)
    lines += labelled("credibility", f"{claim.credibility} of 6 (1 confirmed, 6 cannot be judged)", cells)
    lines += labelled("claim", claim.id + (f" ({claim.external_id})" if claim.external_id else ""), cells, "dim")
    lines += labelled("why here", _why_here(claim, relations), cells)
    lines += _assessment(claim, cells, glyphs)
    for number, link in enumerate(claim.evidence, 1):
        lines += _quote(number, link, documents[link.document], cells, glyphs)
    lines += _related(claim, relations, others, cells, glyphs)
    lines += [(), line(("History, newest first", "head"))]
    for event in events:
        lines += event_lines(event, cells, claim.id)
    return lines


def _why_here(claim: Claim, relations: Sequence[Relation]) -> str:
    conflicts = [one for one in relations if one.kind is RelationKind.CONFLICTS and one.state != "rejected"]
    unsettled = [one for one in conflicts if one.conflict in {"open", "deferred"}]
    if claim.status == "needs_recheck":
        return "something it rests on has changed since it was decided, or someone wants it checked again"
    if claim.verdict is not None or claim.status == "dismissed":
        return "it is decided; it stays in the queue so that you can look at it again"
    if unsettled:
        some = "a conflict of it is" if len(unsettled) == 1 else f"{len(unsettled)} of its conflicts are"
        return f"nobody has judged it, and {some} not settled"
    return "nobody has judged it yet"


def _quote(number: int, link: EvidenceLink, document: Document, cells: int, glyphs: Glyphs) -> list[Line]:
    added = f", added by {link.added_by}" if link.added_by else ""
    heading = f"Quote {number}: {link.stance}, {link.directness}, found {link.state}{added}"
    lines = [(), line((heading, "head"))]
    bar = f"{glyphs.margin} "
    lines += [(("  ", ""), *one) for one in wrap_text(link.exact, cells - 2, "", indent=bar)]
    return [*lines, *wrap_text(document_line(document, link), cells, "dim", indent="  ")]


def _related(
    claim: Claim, relations: Sequence[Relation], others: dict[str, Claim], cells: int, glyphs: Glyphs
) -> list[Line]:
    lines: list[Line] = []
    ordered = sorted(relations, key=lambda one: (one.state == "rejected", one.kind is not RelationKind.CONFLICTS))
    for one in ordered:
        other = others[one.b if one.a == claim.id else one.a]
        facet = f" in {words(one.facet)}" if one.facet else ""
        role = "warn" if one.kind is RelationKind.CONFLICTS and one.state != "rejected" else "head"
        lines += [(), *wrap([span(f"{words(one.kind).capitalize()}{facet}: {course(one)}", role)], cells)]
        lines += wrap_text(other.statement, cells, indent="  ")
        lines += wrap([verdict_span(other, glyphs)], cells, indent="  ")
        for reason in one.reasons:
            lines += wrap_text(f"because: {reason}", cells, "dim", indent="  ")
    return lines


def course(relation: Relation) -> str:
    """How far a relation has come, in words."""
    if relation.state == "rejected":
        return f"rejected{f' by {relation.decided_by}' if relation.decided_by else ''}"
    told = words(relation.state)
    if relation.conflict:
        told += f", {words(relation.conflict)}"
    if relation.resolution:
        told += f" by {words(relation.resolution)}"
    return told


# ── history ────────────────────────────────────────────────────────────────────────────────────────

TOLD = ("status", "verdict", "confidence", "state", "conflict", "resolution", "statement", "tags", "reliability")
KINDS = {
    "decision": "decided",
    "relation_decision": "decided how two claims stand",
    "source_graded": "graded a source",
    "edit": "edited",
    "undo": "undid",
    "redo": "did again",
    "import": "imported",
    "founded": "opened the dossier",
    "document_added": "added a document",
    "document_described": "described a document",
    "extraction": "had claims extracted",
}


def event_lines(
    event: Event, cells: int, subject: str | None = None, names: Mapping[str, str] | None = None
) -> list[Line]:
    """Who did what, when and why; `names` tells what the things are called, when it is not clear from the screen."""
    head = line((moment(event), "dim"), "  ", (event.who, "strong"), f" {KINDS.get(event.kind, words(event.kind))}")
    lines = wrap(head, cells)
    changes = [change for change in event.changes if subject is None or change.get("id") == subject]
    for change in changes[:3]:
        before, after = change.get("from") or {}, change.get("to") or {}
        new = change.get("from") is None and event.kind != "relation_decision"  # the kind says already what is new
        told = [
            f"{name} {_value(before.get(name))} → {_value(after[name])}" for name in TOLD if name in after and not new
        ]
        named = (names or {}).get(str(change.get("id")))
        if named:
            lines += wrap_text(named, cells, "dim", indent="    ")
        if told:
            lines += wrap_text("; ".join(told), cells, indent="    ")
    if len(changes) > 3:
        lines += wrap_text(f"and {len(changes) - 3} more", cells, "dim", indent="    ")
    if event.why:
        lines += wrap_text(f"“{event.why}”", cells, indent="    ")
    return lines


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return words(value) or "none"


# ── progress ───────────────────────────────────────────────────────────────────────────────────────


def progress_lines(
    stats: Stats, sources: Sequence[Source], pace: Sequence[tuple[str, int]], cells: int, glyphs: Glyphs
) -> list[Line]:
    """How far the work is, as bars with their numbers."""
    lines: list[Line] = []
    lines += _bars("Status", [(words(name), number) for name, number in stats.status.items()], cells, glyphs)
    verdicts = [(f"{glyphs.verdict[name]} {words(name)}", number) for name, number in stats.verdict.items()]
    verdicts.append((f"{glyphs.verdict['']} none yet", stats.claims - sum(stats.verdict.values())))
    lines += _bars("Verdicts", verdicts, cells, glyphs)
    grades = {source.name: source.reliability for source in sources}
    named = [
        (f"{name} ({grades.get(name, 'F')})" if name else "no source named", number)
        for name, number in stats.claims_per_source.items()
    ]
    lines += _bars("Claims that quote each source, with its reliability", named, cells, glyphs)
    lines += _bars("Conflicts", [(words(name), number) for name, number in stats.conflicts.items()], cells, glyphs)
    lines += _bars("Decisions of each reviewer", pace, cells, glyphs)
    return lines


def _bars(title: str, rows: Sequence[tuple[str, int]], cells: int, glyphs: Glyphs) -> list[Line]:
    most = max((number for _, number in rows), default=0)
    room = max(5, cells - 42)
    lines: list[Line] = [line((title, "head"))]
    for name, number in rows:
        length = 0 if not most else max(number > 0, round(number * room / most))
        lines.append(line(f"  {fit(name, 28)} {number:>7}  ", (glyphs.bar * length, "bar")))
    return [*lines, ()]


# ── comparing ──────────────────────────────────────────────────────────────────────────────────────


def facet_marks(claim: Claim, document: Document, facet: str | None, glyphs: Glyphs) -> list[Mark]:
    """The figures or dates that a conflict is about, where they stand in the document."""
    found = claim.quantities if facet == "quantity" else claim.dates if facet == "date" else ()
    quotes = quote_marks(claim, document, glyphs)
    return [
        Mark(item.start, item.end, "differs", glyphs.margin)
        for item in found
        if item.start is not None
        and item.end is not None
        and any(quote.start <= item.start and item.end <= quote.end for quote in quotes)
    ]
