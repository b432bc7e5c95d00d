"""`show`, `decide`, `relate`: claims from a script."""

from typing import Any

import click

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import (
    Claim,
    Confidence,
    ConflictState,
    Facet,
    Relation,
    RelationKind,
    RelationState,
    Resolution,
    Status,
    Verdict,
)
from evidence.model import Document
from factcheck.cli.common import dossier, one_of, say, say_json, words
from factcheck.cli.listing import verdict_words
from factcheck.cli.main import DONE
from factcheck.dossier import Dossier, Event


@click.command()
@click.argument("claim")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def show(ctx: click.Context, /, claim: str, *, as_json: bool) -> int:
    """Show one claim with its quotes, relations and history. CLAIM: id, beginning of an id, or external id."""
    with dossier(ctx) as opened:
        found = opened.claim(claim)
        relations = opened.relations(found.id)
        if as_json:
            related = [relation.model_dump(mode="json") for relation in relations]
            judged = [review.model_dump(mode="json") for review in opened.reviews(found.id)]
            own = {"reviews": judged} if judged else {}  # as in the lossless export
            say_json({**found.model_dump(mode="json", by_alias=True), "relations": related, **own})
            return DONE
        documents = {link.document: opened.document(link.document) for link in found.evidence}
        others = {id_: opened.claim(id_) for one in relations for id_ in (one.a, one.b) if id_ != found.id}
        _show_claim(found)
        _show_judgements(opened, found)
        _show_quotes(found, documents)
        for link in opened.waiting_links(found.id):
            place = "" if link.start is None else f" at {link.start}-{link.end}"
            say()
            say(f"waits for {link.document}: {link.exact or 'what stands'}{place} ({link.stance}, {link.directness})")
        for relation in relations:
            _show_relation(found, relation, others)
        say()
        say("history (newest first)")
        for event in opened.history(found.id):
            say(f"  {_event_line(event, found.id)}")
    return DONE


def _show_claim(claim: Claim) -> None:
    say(claim.statement)
    say()
    say(f"  claim       {claim.id}" + (f"  ({claim.external_id})" if claim.external_id else ""))
    say(f"  status      {claim.status}, version {claim.version}")
    confidence = f", confidence {claim.confidence}" if claim.confidence else ""
    by = f", by {claim.decided_by}" if claim.decided_by else ""
    say(f"  verdict     {verdict_words(claim.verdict)}{confidence}{by}")
    if claim.reason:
        say(f"  reason      {claim.reason}")
    kind = f", {claim.kind}" if claim.kind else ""
    who = f", {claim.claimant}" if claim.claimant else ""
    say(f"  sort        {words(claim.checkability)}{kind}; {claim.certainty}{who}; credibility {claim.credibility}")
    if claim.assessment is not None:
        suggested = words(claim.assessment.verdict) or "nothing"
        say(f"  assessment  {claim.assessment.score} of 100, suggests {suggested}")
        for one in claim.assessment.reasons:
            say(f"              {one.points:+} {one.words}")
    if claim.entities:
        say(f"  about       {', '.join(entity.name for entity in claim.entities)}")
    for quantity in claim.quantities:
        say(f"  quantity    {quantity.text}: {_interval(quantity.low, quantity.high)} {quantity.unit or ''}".rstrip())
    for date in claim.dates:
        say(f"  date        {date.text}: {_interval(date.first, date.last)}")
    if claim.tags:
        say(f"  tags        {', '.join(claim.tags)}")


def _show_judgements(opened: Dossier, claim: Claim) -> None:
    for review in opened.reviews(claim.id):
        confidence = f", confidence {review.confidence}" if review.confidence else ""
        reason = f": {review.reason}" if review.reason else ""
        if review.verdict is not None:
            told = f"{verdict_words(review.verdict)}{confidence}{reason}"
        else:
            told = "given, shown once there are two" if review.given_at else "asked" + ", blind" * review.blind
        say(f"  judgement   {review.reviewer}: {told}")


def _interval(low: object, high: object) -> str:
    if low is None and high is None:
        return "not resolved"
    if low == high:
        return str(low)
    return f"{'…' if low is None else low} to {'…' if high is None else high}"


def _show_quotes(claim: Claim, documents: dict[str, Document]) -> None:
    for number, link in enumerate(claim.evidence, 1):
        document = documents[link.document]
        line = document.text.count("\n", 0, link.start) + 1
        say()
        say(f"quote {number}: {link.stance}, {link.directness}, {link.state}")
        for part in link.exact.splitlines():
            say(f"  │ {part}")
        say(f"  {document.name}, line {line}, characters {link.start}-{link.end}, SHA-256 {document.sha256}")


def _show_relation(claim: Claim, relation: Relation, others: dict[str, Claim]) -> None:
    other = others[relation.b if relation.a == claim.id else relation.a]
    direction = "→" if relation.a == claim.id else "←"
    course = f", {relation.conflict}" if relation.conflict else ""
    resolution = f" by {words(relation.resolution)}" if relation.resolution else ""
    say()
    say(f"{relation.kind} {direction} {other.id}: {words(relation.facet)} ({relation.state}{course}{resolution})")
    say(f"  {other.statement}")
    for reason in relation.reasons:
        say(f"  because: {reason}")


def _event_line(event: Event, claim: str) -> str:
    own = [change for change in event.changes if change.get("id") == claim]
    told = "; ".join(
        f"{name} {words((change.get('from') or {}).get(name)) or '–'} → {words(value) or '–'}"
        for change in own
        for name, value in (change.get("to") or {}).items()
        if name in {"status", "verdict", "confidence", "statement"}
    )
    why = f" ({event.why})" if event.why else ""
    return f"{event.when}  {event.who}  {event.kind}  {told}{why}".rstrip()


@click.command()
@click.argument("claims", metavar="CLAIM ...", nargs=-1, required=True)
@click.option("--verdict", type=one_of(Verdict))
@click.option("--confidence", type=one_of(Confidence))
@click.option("--status", type=one_of(Status))
@click.option("--reason", help="Why, in words; needed to refute and to change a verdict.")
@click.option(
    "--seen",
    type=int,
    metavar="VERSION",
    help="The version you looked at; refused when it has changed since.",
)
@click.option("--uuid", help="Your own id for this decision: sending it again changes nothing more.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def decide(
    ctx: click.Context,
    /,
    claims: tuple[str, ...],
    *,
    seen: int | None,
    uuid: str | None,
    as_json: bool,
    **told: Any,
) -> int:
    """Decide about claims, each as given; several claims are decided together or not at all."""
    if not any(told.values()):
        raise click.UsageError("nothing to decide: give --verdict, --confidence, --status or --reason")
    if len(claims) > 1 and (seen is not None or uuid is not None):
        raise click.UsageError("--seen and --uuid go with one claim")
    with dossier(ctx) as opened:
        decision = ClaimDecision(**told)
        one = len(claims) == 1
        done = (
            [opened.decide(claims[0], decision, seen=seen, uuid=uuid)] if one else opened.decide_all(claims, decision)
        )
        if as_json:
            say_json([claim.model_dump(mode="json", by_alias=True) for claim in done])
            return DONE
        for claim in done:
            confidence = f", confidence {claim.confidence}" if claim.confidence else ""
            say(f"{claim.id}  {claim.status}  {verdict_words(claim.verdict)}{confidence}  version {claim.version}")
            _show_judgements(opened, claim)
    return DONE


@click.command()
@click.argument("a")
@click.argument("b")
@click.argument("kind", type=one_of(RelationKind))
@click.option("--facet", type=one_of(Facet), help="In what respect.")
@click.option("--state", type=one_of(RelationState), help="[default: confirmed for a new relation]")
@click.option("--conflict", type=one_of(ConflictState), help="The course of a conflict.")
@click.option("--resolution", type=one_of(Resolution), help="By what a conflict was resolved.")
@click.option("--reason", help="Why, in words.")
@click.option(
    "--seen",
    type=int,
    metavar="VERSION",
    help="The version you looked at; refused when it has changed since.",
)
@click.option("--uuid", help="Your own id for this decision: sending it again changes nothing more.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def relate(
    ctx: click.Context,
    /,
    a: str,
    b: str,
    kind: str,
    *,
    facet: str | None,
    seen: int | None,
    uuid: str | None,
    as_json: bool,
    **told: Any,
) -> int:
    """Confirm, reject or add a relation: A KIND B, such as `factcheck relate c1 c2 conflicts --facet quantity`."""
    if told["resolution"] and not told["conflict"]:
        told["conflict"] = ConflictState.RESOLVED
    with dossier(ctx) as opened:
        which = _facet(opened, a, b, RelationKind(kind), facet)
        done = opened.relate(a, b, RelationKind(kind), which, RelationDecision(**told), seen=seen, uuid=uuid)
    if as_json:
        say_json(done.model_dump(mode="json"))
        return DONE
    course = f", {done.conflict}" if done.conflict else ""
    say(f"{done.id}  {done.a} {done.kind} {done.b}: {words(done.facet) or 'in general'} ({done.state}{course})")
    return DONE


def _facet(opened: Dossier, a: str, b: str, kind: RelationKind, facet: str | None) -> Facet | None:
    """The facet given, or that of the one relation of this kind which the two claims have already."""
    if facet is not None:
        return Facet(facet)
    ends = {opened.claim(a).id, opened.claim(b).id}
    there = [one for one in opened.relations(opened.claim(a).id) if one.kind is kind and {one.a, one.b} == ends]
    return there[0].facet if len(there) == 1 else None
