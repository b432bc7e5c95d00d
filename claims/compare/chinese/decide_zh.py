"""From what is found between any two statements to what holds of two Chinese ones that were laid side by side.

Chinese statements share few words even where they say the same, so that more ways lead to a conflict or an agreement:
what is denied, who does it to whom, ranks, order and states. Each way back is a reason why they only seem to clash.
"""

from collections.abc import Callable

from claims.compare import clash
from claims.compare.alignment import Pair
from claims.compare.chinese import (
    able_zh,
    apart_zh,
    arranged_zh,
    brief_zh,
    causes_zh,
    converse_zh,
    denied_zh,
    figures_zh,
    frames_zh,
    fuller_zh,
    gist_zh,
    held_zh,
    holders_zh,
    lasting_zh,
    matters_zh,
    measured_zh,
    modal_zh,
    moves_zh,
    narrowed_zh,
    once_zh,
    order_zh,
    parallel_zh,
    parts_zh,
    poles_zh,
    ranks_zh,
    roles_zh,
    slots_zh,
    states_zh,
    turned_zh,
    where_zh,
    worked_out,
)
from claims.compare.facets import period, quantity, scope
from claims.compare.facets.matched import matches
from claims.compare.findings import FIGURES, NOTHING, findings
from claims.compare.values import Comparison, Direction, Verdict
from claims.model import Facet, RelationKind

SLIGHT = 0.25
"""Up to this weight, a clash of figures is one of figures that do not belong together."""


def relation(pair: Pair, plain: Callable[[Pair], Comparison]) -> Comparison:
    """The relation of two Chinese statements; `plain` finds that of any two."""
    found = order_zh.swapped(pair)
    if found is None:
        found = worked_out.relation(pair) or _not_apart(pair, plain(pair))
        if found.kind is RelationKind.CONFLICTS:
            lasted = lasting_zh.relation(pair) if found.facet is Facet.QUANTITY else None
            found = lasted or (NOTHING if _of_two(pair, found) else found)
        if _told_from_either_side(pair, found):
            found = Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=("one deed told from either side",))
        if found.kind is None:
            found = _told_alike(pair, found)
        elif gist_zh.only_of_one(pair, found):
            found = NOTHING
    if found.kind not in {None, RelationKind.CONFLICTS} and arranged_zh.otherwise(pair) is not None:
        return NOTHING
    found = fuller_zh.by_length(pair, found)
    if gist_zh.unearned(pair, found) or _of_one_topic(pair, found):
        found = NOTHING
    if found.kind is None and (clashing := figures_zh.relation(pair)) is not None:
        return clashing
    if found.kind is None and not found.explained and (alike := _told_in_short(pair)) is not None:
        found = fuller_zh.by_length(pair, alike)
    return fuller_zh.rather_longer(pair, found)


def _told_from_either_side(pair: Pair, found: Comparison) -> bool:
    """Whether what seems to clash in words is one deed or relation: A lends to B, B borrows from A; A beats B."""
    if found.kind is not RelationKind.CONFLICTS or found.facet not in {Facet.IDENTITY, Facet.POLARITY}:
        return False
    if found.facet is Facet.IDENTITY and frames_zh.turned(pair) is False:
        return True
    return converse_zh.told_both_ways(pair) or turned_zh.alike(pair)


def _told_in_short(pair: Pair) -> Comparison | None:
    if turned_zh.alike(pair):
        return Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=("one comparison told from either end",))
    if frames_zh.turned(pair) is False and len(pair.a.quantities) == len(pair.b.quantities) == len(matches(pair)):
        return Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=("one deed told from either side",))
    return poles_zh.told_alike(pair) or brief_zh.told_alike(pair)


def _of_one_topic(pair: Pair, found: Comparison) -> bool:
    """Whether two statements that seem to agree have little more in common than what they are about."""
    if found.kind is not RelationKind.CORROBORATES or found.facet is not None or found.score > LIKELY:
        return False
    shared = gist_zh.gist(pair)
    if shared.told > HALF or shared.common > ONE_WORD:
        return False
    return not matches(pair) and not any(room.agree(pair) for room in (poles_zh, moves_zh, states_zh))


LIKELY, HALF, ONE_WORD = 0.5, 0.5, 1.0
"""The score of an agreement in words alone; so little told by both, of no more than a word, is what both are about."""


def _of_two(pair: Pair, found: Comparison) -> bool:
    """Whether what clashes is said of two people, times or sides, of a whole and its part, or of two matters."""
    if narrowed_zh.told_of_part(pair, found) or (
        found.facet in {Facet.POLARITY, Facet.QUANTITY} and apart_zh.foreseen_by_one(pair)
    ):
        return True
    if found.facet in FIGURES:
        return matters_zh.of_two_matters(pair, found)
    if found.facet is Facet.POLARITY and parallel_zh.of_two(pair):
        return True
    return holders_zh.said_of_two(pair, found)


def _told_alike(pair: Pair, found: Comparison) -> Comparison:
    """An agreement of two Chinese statements that share so much that nothing speaks against it."""
    if found.explained and (told_otherwise := apart_zh.only_put_otherwise(pair, found)) is not None:
        return told_otherwise
    weighty = any(one.verdict is Verdict.CONFLICT and one.weight > SLIGHT for one in quantity.findings(pair))
    if gist_zh.same_figures(pair) and not weighty:
        return Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=("the same figures",))
    if found.explained or weighty or parts_zh.other_thing(pair) or period.disjoint(pair) or any(scope.contrasts(pair)):
        return found
    if gist_zh.far_fuller(pair):
        if quantity.bound_unanswered(pair):
            return found
        direction: Direction = "a_to_b" if pair.sizes[0] > pair.sizes[1] else "b_to_a"
        reasons = ("the fuller one tells of the same",)
        return Comparison(kind=RelationKind.REFINES, score=0.4, direction=direction, reasons=reasons)
    if not gist_zh.much_alike(pair) and held_zh.held(pair) is None:
        return found
    return Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=("much of the same content",))


def _not_apart(pair: Pair, found: Comparison) -> Comparison:
    """What was found, unless two Chinese statements only seem to clash, or clash though it was not seen."""
    clashing = found.kind is RelationKind.CONFLICTS
    if parts_zh.other_thing(pair) or (found.facet is Facet.POLARITY and clashing and parts_zh.parted(pair)):
        return NOTHING if clashing else found
    if not clashing:
        return apart_zh.rivals(pair) or _told_otherwise(pair) or found
    if apart_zh.complement(pair):
        return Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=("much of the same content",))
    if apart_zh.said_of_two(pair, found):
        return _told_otherwise(pair) or NOTHING
    if apart_zh.other_words(pair, found):
        if (otherwise := _told_otherwise(pair) or _next_clash(pair, found)) is not None:
            return otherwise
        same = Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=("much of the same content",))
        return same if gist_zh.alike(pair) else NOTHING
    return found


def _denied(pair: Pair) -> Comparison | None:
    """A denial of what the other tells, unless it is the contrary of what the other affirms: 并未违宪, 合宪."""
    found = denied_zh.relation(pair)
    return None if found and poles_zh.denied_alike(pair) else found


def _next_clash(pair: Pair, found: Comparison) -> Comparison | None:
    """The clash of figures that contraries stood before which turned out to be none."""
    if found.facet is not Facet.POLARITY:
        return None
    rest = clash.conflict(pair, [one for one in findings(pair) if one.facet in FIGURES])
    return rest if rest and rest.kind and not apart_zh.other_words(pair, rest) else None


def _told_otherwise(pair: Pair) -> Comparison | None:
    """A conflict of two Chinese statements in words of their own: a denial, another doer, rank, time or order."""
    return (
        _denied(pair)
        or able_zh.relation(pair)
        or converse_zh.relation(pair)
        or turned_zh.relation(pair)
        or frames_zh.relation(pair)
        or roles_zh.relation(pair)
        or causes_zh.relation(pair)
        or slots_zh.relation(pair)
        or ranks_zh.relation(pair)
        or moves_zh.relation(pair)
        or once_zh.relation(pair)
        or where_zh.relation(pair)
        or states_zh.relation(pair)
        or poles_zh.relation(pair)
        or measured_zh.relation(pair)
        or lasting_zh.relation(pair)
        or modal_zh.relation(pair)
    )
