"""Two claims that answer to each other in two accounts of one story: they agree, or clash in what they both tell.

Likeness of words is not asked for here. What ties the two in their accounts (`claims/accounts.py`) shows that they are
of one thing; what each makes of it is compared. A conflict is two claims that are tied by everything else and differ
in just one respect: a denial, a figure, a day.
"""

from collections.abc import Callable, Iterator
from itertools import product

from claims import poles
from claims.compare.alignment import Pair
from claims.compare.facets import scope
from claims.compare.facets.matched import figures_of_both
from claims.compare.facets.measured import is_age
from claims.compare.facets.negated import negations
from claims.compare.retelling import (
    about,
    amounts,
    causes,
    contraries,
    corrections,
    denials,
    firsts,
    focus,
    fuller,
    matters,
    nothing,
    ordinals,
    outcomes,
    shares,
    times,
    wording,
)
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, Features, Finding, Retelling, Verdict, quoted
from claims.model import Certainty, Facet, RelationKind, Resolution
from evidence.text import lazy_re as re

KNOWN = 0.9
"""Up to this probability, two claims that name others are of others."""
CLASH, LONE, CORRECTED = 0.2, 0.33, 0.01
"""From these probabilities on, what excludes the other is a conflict: a denial or an outcome; figures or days; what one
puts in the place of what the other names."""
WEAK = 0.1
"""The same for two of which neither answers better to another claim, and which share a word."""
REPEATED, MUCH = 0.4, 2.0
"""From this closeness on, with so much content that is no name, two claims answer each other by their words."""
SURELY = 0.4
"""From this probability on, figures and days clash though others may answer to them too, and refusals deny."""
RIVALS = 0.3
"""How surely two figures or days answer to each other and to nothing else."""
ANSWERED = 0.5
"""The same where each names somebody whom the other does not: who the bill came from, who is to pay it."""
SUREST = 0.9
"""The most that a score says that rests on ties."""
EXACTLY, PLAINLY = 0.6, 0.7
"""From these probabilities on, the one that tells it more exactly refines the other, or the one that adds to it."""
FIRMLY = 0.7
"""Up to this probability, one that denies something does not agree with one that denies nothing."""
LAID = 0.5
"""From this probability on, two claims are compared as if somebody had laid them side by side."""
FIRM = 0.75
"""From this score on, what the words alone show needs no second look."""
MANY, EXACT = 20, 1000
"""From this number on, an amount that both give is no coincidence."""


def relation(
    pair: Pair,
    told: Retelling,
    plain: Comparison,
    findings: Callable[[Pair], list[Finding]],
    given: Callable[[], Comparison],
) -> Comparison:
    """What two claims that answer to each other are.

    `plain` is what they are by their words alone, `given` what they are when somebody lays them side by side.
    """
    return _as_exactly(pair, told, _relation(pair, told, plain, findings, given))


def _relation(
    pair: Pair,
    told: Retelling,
    plain: Comparison,
    findings: Callable[[Pair], list[Finding]],
    given: Callable[[], Comparison],
) -> Comparison:
    if plain.kind is RelationKind.CONFLICTS and _excused(pair, told, plain):
        plain = Comparison()
    if plain.explained is Resolution.SCOPE_DIFFERENCE and _of_one_after_all(told):
        plain = Comparison()
    if plain.kind is RelationKind.CONFLICTS or plain.explained is not None:
        return plain
    others = pair.closeness < VERSIONS and about.others(pair)
    firm = plain.score >= FIRM and not others
    if plain.score >= FIRM and (others or pair.closeness >= VERSIONS):
        return plain if firm else Comparison()
    if firm and told.rivals < RIVALS and not (told.mutual and matters.opposed(pair)):
        return plain
    if (clash := _clash(pair, told) or _laid(pair, told, given)) is not None or firm:
        return clash or plain
    if not told.tied or about.says_nothing(pair.a) or about.says_nothing(pair.b):
        return Comparison()
    found = findings(pair)
    if not _one_figure(pair) and bool(negations(pair.a)) != bool(negations(pair.b)) and told.score < FIRMLY:
        return Comparison()
    if (
        told.barely
        or amounts.of_other_things(pair)
        or _of_two(pair, told)
        or (plain.kind is None and not _agree(pair, found))
    ):
        return Comparison()
    return _agreement(pair, told, found, max(plain.score, round(min(SUREST, told.score), 3)))


def _of_one_after_all(told: Retelling) -> bool:
    """Whether two claims are tied so firmly that words of which each has its own do not part them."""
    return told.tied and told.mutual and not told.others and told.score >= KNOWN and told.rivals >= RIVALS


def _clash(pair: Pair, told: Retelling) -> Comparison | None:
    """The conflict of two claims of one thing, or None."""
    clashes = _clashes(pair, told) if told.mutual or not told.tied else _contraries(pair, told)
    found = next(clashes, None) or (None if _of_others(pair) else contraries.of_a_matter(pair, told))
    if found is None:
        return None
    score, reasons = round(min(SUREST, told.score), 3), _reasons(pair, told, found[1])
    return Comparison(kind=RelationKind.CONFLICTS, facet=found[0], score=score, reasons=reasons)


def _laid(pair: Pair, told: Retelling, given: Callable[[], Comparison]) -> Comparison | None:
    """The conflict that shows where somebody lays the two side by side, in what was done or is so; or None."""
    if not (told.tied and told.mutual and told.score >= LAID) or told.others or _of_others(pair):
        return None
    if _planned_and_done(pair):
        return None
    sides = None if _others.search(f"{pair.a.key} {pair.b.key}") else poles.sides(pair.a.text, pair.b.text)
    if sides is not None and sides.agree is False and not _one_word(sides.words):
        score, reasons = round(min(SUREST, told.score), 3), _reasons(pair, told, sides.words)
        return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=score, reasons=reasons)
    if _speaks_on(pair):
        return None
    laid = given()
    return laid if laid.kind is RelationKind.CONFLICTS and laid.facet is Facet.POLARITY else None


def _speaks_on(pair: Pair) -> bool:
    """Whether one is Chinese speech written down without stops: nothing shows how far a denial reaches in it."""
    return _run_on.search(pair.a.key) is not None or _run_on.search(pair.b.key) is not None


_run_on = re.compile(r"[\u3400-\u9fff][^,;:。!?、a-z]{20,}")


def _one_word(words: str) -> bool:
    """Whether one word stands for both sides of an opposition: it is denied, and that is read elsewhere."""
    said = quoted(words)
    return len(set(said)) < len(said)


# --- clashes ---------------------------------------------------------------------------------------------------


def _clashes(pair: Pair, told: Retelling) -> Iterator[tuple[Facet, str]]:
    """What excludes the other; the less sure it is that the two are tied, the plainer it must be."""
    if told.score >= CORRECTED and (put_right := corrections.corrected(pair)):
        yield Facet.IDENTITY, put_right
    if told.score >= SURELY and (named := focus.contradicted(pair)) is not None:
        yield Facet.IDENTITY, named
    if told.score >= FIRMLY and told.tied and told.others and (named := focus.other_holder(pair)) is not None:
        yield Facet.IDENTITY, named
    yield from _contraries(pair, told)
    alone = (told.best or _nearly_repeated(pair)) and (pair.shared >= 1.0 or denials.of_one_meaning(pair))
    if told.score < (WEAK if alone else CLASH) or _planned_and_done(pair):
        return
    if not _of_others(pair):
        yield from outcomes.clashes(pair)
    if told.tied and not told.others:
        yield from _readings(pair, told)
    firmly = told.score >= SURELY or (told.rivals >= RIVALS and (alone or told.score >= LONE))
    if told.others:
        answered = told.mutual and told.tied and firmly and told.rivals >= ANSWERED
        if answered and not _of_others(pair) and not any(is_age(one) for both in figures_of_both(pair) for one in both):
            yield from amounts.clashes(pair)
        return
    if (
        not _one_figure(pair)
        and not _speaks_on(pair)
        and (denied := denials.denied(pair, refused=told.score >= SURELY))
    ):
        yield Facet.POLARITY, denied
    if not _of_others(pair) and (none := nothing.contradicted(pair)) is not None:
        yield Facet.POLARITY, none
    yield from _values(pair, told, firmly=firmly)


def _values(pair: Pair, told: Retelling, *, firmly: bool) -> Iterator[tuple[Facet, str]]:
    """Other figures, days and years than the other one gives."""
    if _of_others(pair):
        return
    if told.mutual and told.tied:
        yield from times.years(pair)
    if firmly and (other := ordinals.clash(pair)) is not None:
        yield Facet.QUANTITY, other
    if firmly:
        yield from amounts.clashes(pair)
        yield from times.clashes(pair, surely=told.score >= FIRMLY)


def _nearly_repeated(pair: Pair) -> bool:
    """Whether two claims of one language share so many words, no names, that each answers the other."""
    return pair.closeness >= REPEATED and pair.shared_words >= MUCH


def _contraries(pair: Pair, told: Retelling) -> Iterator[tuple[Facet, str]]:
    return iter(()) if _of_others(pair) else contraries.of_one(pair, told)


def _readings(pair: Pair, told: Retelling) -> Iterator[tuple[Facet, str]]:
    """What excludes the other in whatever words, of two that were chosen for each other."""
    if (parted := shares.clash(pair)) is not None:
        yield Facet.QUANTITY, parted
    if (before := firsts.contradicted(pair)) is not None:
        yield Facet.POLARITY, before
    if told.score >= LAID and (other := causes.contradicted(pair)) is not None:
        yield Facet.IDENTITY, other


def _planned_and_done(pair: Pair) -> bool:
    """Whether one tells what is to be, the other what was."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        planned = one.certainty is Certainty.PLANNED or _would.search(one.key)
        if planned and not _ahead(other) and _past.search(other.key):
            return True
    return False


def _ahead(side: Features) -> bool:
    """Whether a claim tells what is to be, or what it is reckoned to be: a day that is yet to come, an estimate."""
    if _would.search(side.key) or _reckoned.search(side.key):
        return True
    return side.day is not None and any(one.first is not None and one.first > side.day for one in side.dates)


_reckoned = re.compile(
    r"\b(?:put(?:s|ting)? (?:the|it|its|their|his|her)|estimat\w+|reckon\w*|forecasts?|budget\w*"
    r"|expect\w*)\b|估|预算|预期"
)


_would = re.compile(r"\b(?:will|would|is to|are to|was to|were to|plans? to|due to|set to)\b|将|拟|计划|预计|打算")
_past = re.compile(
    r"\b(?:was|were|had|has|have|did|[a-z]{3,}ed|paid|spent|cost|came|went|got|took|made)\b"
    r"|了(?!解)|已|曾|(?<![透通经超不越])过(?![程去度])"
)
_others = re.compile(
    r"\b(?:another|others?|rivals?|elsewhere|(?<!by )(?<!at )(?<!before )(?<!until )that (?:time|occasion))\b"
    r"|上一?[回次]|前一[回次]|那回|那次|人家|别人|别家|另一|另外|其他|其它|同行|对手"
)


def _of_others(pair: Pair) -> bool:
    """Whether only one is of others by its words: that time, where both do not tell of that time."""
    days = [{(one.first, one.last) for one in side.dates} for side in (pair.a, pair.b)]
    if not days[0].isdisjoint(days[1]):
        return False
    mine, theirs = (bool(_others.search(_counted.sub("", side.key))) for side in (pair.a, pair.b))
    return mine != theirs


_counted = re.compile(f"{QUANTITY} others?")
"""Who is counted beside others of one event: three dead and 41 others hurt."""


def _excused(pair: Pair, told: Retelling, plain: Comparison) -> bool:
    """Whether what clashes by its words alone does not, once it is known what each answers to."""
    if not told.mutual and pair.closeness < VERSIONS and told.rivals < RIVALS:
        return True
    if _of_others(pair):
        return True
    if plain.facet is not Facet.QUANTITY:
        return False
    if amounts.deducted(pair) or amounts.all_of_part(pair):
        return True
    parts = [[amounts.of_a_whole(side, one) for one in own] for side, own in amounts.sides(pair)]
    if any(parts[0]) != any(parts[1]) or any(
        amounts.rounded(one, other) for one, other in product(*figures_of_both(pair))
    ):
        return True
    return pair.closeness < VERSIONS and not any(
        amounts.of_one_size(one, other) for one, other in product(*figures_of_both(pair))
    )


VERSIONS = 0.8
"""From this closeness on, two claims are versions of one sentence."""


# --- agreement -------------------------------------------------------------------------------------------------


def _of_two(pair: Pair, told: Retelling) -> bool:
    """Whether the two tell the like of two people or things: each names its own, or one is of another."""
    if any(not (_number(one) or _number(other)) for one, other in scope.contrasts(pair)):
        return True
    if pair.closeness < VERSIONS and about.others(pair):
        return True
    if told.others and bool(_too.search(pair.a.key)) != bool(_too.search(pair.b.key)):
        return True  # she has been there for ten years too
    if told.score >= KNOWN:
        return False
    return (told.others and not _one_figure(pair, EXACT)) or (_one_figure(pair) and _of_others(pair))


_too = re.compile(r"\b(?:too|also|likewise|as well)\b|也|亦|同样")


def _agree(pair: Pair, found: list[Finding]) -> bool:
    against = {one.facet for one in found if one.verdict is Verdict.CONFLICT and one.weight >= WEIGHTY}
    if any(amounts.rounded(one, other) for one, other in product(*figures_of_both(pair))):
        against.discard(Facet.QUANTITY)
    return against.isdisjoint({Facet.QUANTITY, Facet.IDENTITY})


WEIGHTY = 0.5
"""The weight of a clash that speaks against agreement."""
_ordinal = re.compile(r"first|second|third|[a-z]+th|\d.*|第?[一二三四五六七八九十]+")


def _number(word: str) -> bool:
    return _ordinal.fullmatch(word) is not None


def _one_figure(pair: Pair, least: int = 0) -> bool:
    """Whether both give one amount that few other things have, or one day or month, of one subject.

    With `least` only an amount counts, from there on.
    """
    for one, other in product(pair.a.quantities, pair.b.quantities):
        value = one.low if one.low is not None else one.high
        named = one.unit == other.unit is not None
        if (
            (one.low, one.high) == (other.low, other.high)
            and value
            and value >= least
            and (value % 1 or value >= (MANY if named else 100))
        ):
            return True
    if least:
        return False
    days = [
        {(one.first, one.last) for one in side.dates if times.days_of(one) is not None} for side in (pair.a, pair.b)
    ]
    return not days[0].isdisjoint(days[1]) and pair.shared > 0


def _agreement(pair: Pair, told: Retelling, found: list[Finding], score: float) -> Comparison:
    agreeing = [one for one in found if one.verdict in {Verdict.AGREE, Verdict.MORE_A, Verdict.MORE_B}]
    facet = max(agreeing, key=lambda one: one.weight).facet if agreeing else None
    reasons = _reasons(pair, told, *dict.fromkeys(one.reason for one in agreeing))
    return Comparison(kind=RelationKind.CORROBORATES, facet=facet, score=score, reasons=reasons)


def _as_exactly(pair: Pair, told: Retelling, found: Comparison) -> Comparison:
    """An agreement, as a refinement where one plainly tells more of what both tell."""
    if found.kind is not RelationKind.CORROBORATES or told.score < EXACTLY:
        return found
    if (more := fuller.fuller(pair, surely=told.score >= PLAINLY)) is None:
        return found
    direction, reason = more
    reasons = tuple(dict.fromkeys((reason, *found.reasons)))
    return found.model_copy(update={"kind": RelationKind.REFINES, "direction": direction, "reasons": reasons})


def _reasons(pair: Pair, told: Retelling, *found: str) -> tuple[str, ...]:
    """Why two claims are so related: what was found, what ties them, and what both say in words."""
    said = wording.quoted_in_a_row(wording.both_say(pair))
    reasons = (*found, *told.ties, *([f"both accounts tell of {said}"] if said else []))
    return reasons or ("the two answer to each other in their accounts",)


__all__ = ["relation"]
