"""What the screens say, as lines: values in, lines out."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from claims.model import Claim, EvidenceLink, Relation, RelationKind, Review
from evidence.model import Document, Source
from factcheck.dossier import Event, Pace, QueueRow, Stats
from factcheck.tui.glyphs import Glyphs, short, words
from factcheck.tui.look import VERDICT_ROLES
from factcheck.tui.telling import judgement, moment, standing
from factcheck.tui.text import Line, Mark, Span, cut, fit, line, line_width, span, wrap, wrap_text

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


def pane_lines(
    claim: Claim, cells: int, glyphs: Glyphs, reviews: Sequence[Review] = (), others: Sequence[str] = ()
) -> list[Line]:
    """The claim beside its document: its words, where it stands, who works on it, and what was found in it."""
    lines = [*wrap_text(claim.statement, cells, "strong"), ()]
    if others:
        lines += labelled("open now at", ", ".join(others), cells, "warn")
    lines += labelled("verdict", [verdict_span(claim, glyphs)], cells)
    if claim.reason:
        lines += labelled("reason", claim.reason, cells)
    for number, review in enumerate(reviews):
        lines += labelled("" if number else "judgements", judgement(review), cells)
    return [*lines, *_facts(claim, cells), *_assessment(claim, cells, glyphs)]


def work_note(row: QueueRow, reviewer: str, others: Sequence[str] = ()) -> str:
    """What is special about the work on a claim, in a few words; '' when nothing is."""
    mine = next((one for one in row.reviews if one.reviewer == reviewer and one.given_at is None), None)
    asked = [one.reviewer for one in row.reviews if one.reviewer != reviewer and one.given_at is None]
    parts = []
    if row.disagreed:
        parts.append("the reviewers disagree: decide between them")
    elif mine is not None:
        parts.append("you judge this blind" if mine.blind else "asked of you")
    elif row.waiting:
        parts.append("judged by you, waits for another one")
    elif asked:
        parts.append(f"asked of {' and '.join(asked)}")
    if others:
        parts.append(f"{' and '.join(others)} {'has' if len(others) == 1 else 'have'} it open")
    return ", ".join(parts)


PAIR = 60
"""Cells from which on two judgements stand side by side."""


def judgement_lines(reviews: Sequence[Review], cells: int, glyphs: Glyphs, *, disagreed: bool = False) -> list[Line]:
    """Judgements, two and two side by side where there is room."""
    if not reviews:
        return []
    heading = "Judgements: they differ, a verdict with a reason decides" if disagreed else "Judgements"
    lines: list[Line] = [(), line((heading, "warn" if disagreed else "head"))]
    if cells < PAIR:
        return lines + [one for review in reviews for one in _judgement(review, cells, glyphs)]
    half = (cells - 3) // 2
    for left, right in zip_longest(reviews[::2], reviews[1::2]):
        both = (_judgement(left, half, glyphs), _judgement(right, half, glyphs) if right else [])
        for a, b in zip_longest(*both, fillvalue=()):
            gap = " " * (half - line_width(a))
            lines.append((*a, (f"{gap} {glyphs.margin if right else ' '} ", "dim"), *b))
    return lines


def _judgement(review: Review, cells: int, glyphs: Glyphs) -> list[Line]:
    verdict = review.verdict.value if review.verdict else ""
    if not verdict:
        return wrap_text(judgement(review), cells, "dim")
    sure = f", {review.confidence} confidence" if review.confidence else ""
    seen = "" if review.blind else ", with the others in view"
    when = f", {review.given_at:%Y-%m-%d %H:%M}" if review.given_at else ""
    lines = wrap([span(review.reviewer, "strong"), span(f"{when}{seen}", "dim")], cells)
    lines += wrap([span(f"{glyphs.verdict[verdict]} {words(verdict)}{sure}", VERDICT_ROLES[verdict])], cells)
    return lines + (wrap_text(review.reason, cells) if review.reason else [])


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
    row: QueueRow,
    relations: Sequence[Relation],
    others: dict[str, Claim],
    documents: dict[str, Document],
    events: Iterable[Event],
    glyphs: Glyphs,
    cells: int,
    note: str = "",
) -> list[Line]:
    """Everything there is to know about a claim; `note` is what is special about the work on it."""
    claim = row.claim
    lines = [*wrap_text(claim.statement, cells, "strong"), ()]
    if note:
        lines += labelled("now", note, cells, "warn")
    lines += labelled("verdict", [verdict_span(claim, glyphs)], cells)
    if claim.reason:
        lines += labelled("reason", claim.reason, cells)
    lines += _facts(claim, cells)
    lines += labelled("credibility", f"{claim.credibility} of 6 (1 confirmed, 6 cannot be judged)", cells)
    lines += labelled("claim", claim.id + (f" ({claim.external_id})" if claim.external_id else ""), cells, "dim")
    lines += labelled("why here", _why_here(row, relations), cells)
    lines += _assessment(claim, cells, glyphs)
    lines += judgement_lines(row.reviews, cells, glyphs, disagreed=row.disagreed)
    for number, link in enumerate(claim.evidence, 1):
        lines += _quote(number, link, documents[link.document], cells, glyphs)
    lines += _related(claim, relations, others, cells, glyphs)
    lines += [(), line(("History, newest first", "head"))]
    for event in events:
        lines += event_lines(event, cells, {claim.id, *(one.id for one in row.reviews)})
    return lines


def _why_here(row: QueueRow, relations: Sequence[Relation]) -> str:
    claim = row.claim
    conflicts = [one for one in relations if one.kind is RelationKind.CONFLICTS and one.state != "rejected"]
    unsettled = [one for one in conflicts if one.conflict in {"open", "deferred"}]
    if row.disagreed:
        return "its reviewers came to different verdicts, and nobody has decided between them"
    if row.waiting:
        return "you have judged it; it waits for another judgement"
    if any(one.given_at is None for one in row.reviews):
        return "a judgement of it was asked for and is not given yet"
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

TOLD = (
    "reviewer",
    "blind",
    "status",
    "verdict",
    "confidence",
    "state",
    "conflict",
    "resolution",
    "statement",
    "tags",
    "reliability",
)
KINDS = {
    "decision": "decided",
    "relation_decision": "decided how two claims stand",
    "source_graded": "graded a source",
    "edit": "edited",
    "review": "gave a judgement of their own",
    "assignment": "asked for a judgement",
    "split": "split a claim",
    "merge": "merged claims",
    "assessment": "had the claims assessed",
    "undo": "undid",
    "redo": "did again",
    "import": "imported",
    "founded": "opened the dossier",
    "document_added": "added a document",
    "document_described": "described a document",
    "extraction": "had claims extracted",
}


def event_lines(
    event: Event, cells: int, subjects: AbstractSet[str] | None = None, names: Mapping[str, str] | None = None
) -> list[Line]:
    """Who did what, when and why, of these things only where `subjects` has their ids.

    `names` tells what the things are called, when it is not clear from the screen.
    """
    head = line((moment(event), "dim"), "  ", (event.who, "strong"), f" {KINDS.get(event.kind, words(event.kind))}")
    lines = wrap(head, cells)
    changes = [change for change in event.changes if subjects is None or change.get("id") in subjects]
    for change in changes[:3]:
        before, after = change.get("from") or {}, change.get("to") or {}
        new = change.get("from") is None and event.kind != "relation_decision"  # the kind says already what is new
        told = [
            f"{name} {_value(before.get(name))} → {_value(after[name])}" for name in TOLD if name in after and not new
        ]
        if change.get("what") == "review":
            told += _asked(before, after)
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


def _asked(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """What a judgement that came or went was, where the fields that changed do not say it."""
    if not after:
        return [f"no longer asked of {before.get('reviewer')}"]
    if before or "reviewer" not in after:
        return []
    if after.get("verdict"):
        return [f"{after['reviewer']}’s judgement noted: {words(after['verdict'])}"]
    return [f"asked of {after['reviewer']}{', blind' if after.get('blind') else ''}"]


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return words(value) or "none"


# ── progress ───────────────────────────────────────────────────────────────────────────────────────


def progress_lines(stats: Stats, sources: Sequence[Source], pace: Pace, cells: int, glyphs: Glyphs) -> list[Line]:
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
    lines += _agreement(stats, cells)
    return lines + _pace(pace, cells, glyphs)


def _agreement(stats: Stats, cells: int) -> list[Line]:
    """How far reviewers agree, with what to think of it."""
    found = stats.agreement
    lines: list[Line] = [line(("Agreement of reviewers who judged without sight of each other", "head"))]
    for name, number in (("judged twice or more", found.claims), ("all said the same", found.alike)):
        share = f"  {found.percent} %" if number and name.startswith("all") else ""
        lines.append(line(f"  {fit(name, 28)} {number:>7}{share}"))
    if found.claims:
        lines.append(line(f"  {fit('Krippendorff’s alpha', 28)} {_figure(found.alpha):>7}"))
    for pair in found.pairs:
        told = f"{_figure(pair.kappa):>7}  {pair.alike} of {pair.claims} the same"
        lines.append(line(f"  {fit(f'Cohen’s kappa, {pair.reviewers[0]}, {pair.reviewers[1]}', 28)} {told}"))
    if stats.disagreements or stats.asked:
        lines.append(line(f"  {fit('to be decided between them', 28)} {stats.disagreements:>7}"))
        lines.append(line(f"  {fit('judgements still owed', 28)} {stats.asked:>7}"))
    if found.caution:
        lines += wrap_text(found.caution, cells, "dim", indent="  ")
    return [*lines, ()]


def _figure(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"


def _pace(pace: Pace, cells: int, glyphs: Glyphs) -> list[Line]:
    each = [(one.reviewer, one.claims) for one in pace.reviewers]
    lines = _bars("Claims judged by each reviewer", each, cells, glyphs)
    rates = [(one.reviewer, one.per_hour) for one in pace.reviewers if one.per_hour is not None]
    if rates:
        lines += _bars("Claims an hour while at work (a break is 15 minutes)", rates, cells, glyphs)
    if pace.days:
        lines += _bars("Claims judged a day, UTC", pace.days, cells, glyphs)
    if pace.latest:
        lines += wrap_text(f"Counted from the latest {pace.latest:,} decisions.", cells, "dim")
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
