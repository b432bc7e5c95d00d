"""From findings to one relation.

A false conflict costs a reviewer more than a missed one, so every conflict must be borne by shared content.
"""

from claims.compare import clash
from claims.compare.alignment import Pair
from claims.compare.chinese import decide_zh
from claims.compare.english import decide_en, retold
from claims.compare.facets import period
from claims.compare.facets.quantity import bound_unanswered
from claims.compare.figures import borne, posed, presumed
from claims.compare.figures.sides import FULLER
from claims.compare.findings import BUILT_ALIKE, NOTHING, findings
from claims.compare.retelling import occasions, told
from claims.compare.sameness import agreement, likely, same_words
from claims.compare.slight import slight
from claims.compare.slots import name_shared
from claims.compare.values import Comparison, Verdict
from claims.model import Facet, RelationKind, Resolution


def relation(pair: Pair) -> Comparison:
    """The relation of a pair, or none."""
    found = _any_relation(pair)
    if found.kind is None:
        found = presumed.relation(pair) or found
    if (apart := occasions.apart(pair, found) or decide_en.said_of_two(pair, found)) is not None:
        found = Comparison(reasons=(f"comparable? {apart[0]}",), explained=apart[1])
    return found if found.kind is RelationKind.CONFLICTS else decide_en.of_matters(pair) or found


def _any_relation(pair: Pair) -> Comparison:
    if pair.told is not None:
        return told.relation(pair, pair.told, _relation(pair), findings, lambda: _laid_side_by_side(pair))
    if not (pair.given and pair.a.language == pair.b.language == "zh"):
        return _relation(pair)
    return decide_zh.relation(pair, _relation)


def _laid_side_by_side(pair: Pair) -> Comparison:
    return relation(Pair(pair.a, pair.b, pair.same_document, pair.same_voice, given=True))


def _relation(pair: Pair) -> Comparison:
    if pair.a.text == pair.b.text:
        return same_words(pair)
    if (_strangers(pair) and not posed.compares(pair)) or (slight(pair) and borne.relation(pair) is None):
        return NOTHING
    if (reckoned := posed.relation(pair)) is not None:
        return _unless_clashing(pair, reckoned)
    found = findings(pair)
    conflict = clash.conflict(pair, found)
    if (conflict is None or conflict.kind is None) and (told_apart := retold.relation(pair, found)) is not None:
        return told_apart
    conflict = _unless_borne_out(pair, conflict)
    result = conflict if conflict is not None else agreement(pair, found)
    if result.kind is not None and not _unanswered(pair, result):
        return result
    answer = borne.relation(pair, plain=result.explained is None)
    if answer and answer.facet is Facet.DATE and not _dates_tell(pair, result):
        answer = None
    opposed = any(one.facet is Facet.POLARITY and one.verdict is Verdict.CONFLICT for one in found)
    if answer and (answer.kind is RelationKind.CONFLICTS or answer.score >= borne.SURE or not opposed):
        return answer
    if (conflict is None or result.kind is None) and (answered := posed.last(pair)) is not None:
        return answered
    return result if result.explained or result.kind else likely(pair, found, conflict) or result


def _dates_tell(pair: Pair, result: Comparison) -> bool:
    """Whether one time may answer the other: not where each is that of a figure of its own: two censuses."""
    return result.explained is not Resolution.TEMPORAL_CHANGE and (pair.given or period.comparable(pair))


def _unless_clashing(pair: Pair, reckoned: Comparison) -> Comparison:
    """The answer of a figure or time that bears a claim out, unless what else the two tell clashes."""
    if reckoned.kind is not RelationKind.CONFLICTS and (barred := decide_en.barred(pair)) is not None:
        return barred
    if reckoned.kind is RelationKind.CONFLICTS or reckoned.facet is not Facet.DATE or pair.closeness < BUILT_ALIKE:
        return reckoned
    return retold.relation(pair, findings(pair)) or reckoned


def _unless_borne_out(pair: Pair, conflict: Comparison | None) -> Comparison | None:
    """A clash of words, unless a long English sentence bears out the bound that a short claim gives."""
    if conflict is None or conflict.facet is not Facet.POLARITY or not pair.given:
        return conflict
    sizes = sorted(len(tokens.stems) for tokens in (pair.left, pair.right))
    if pair.a.language != "en" or pair.b.language != "en" or sizes[1] < FULLER * sizes[0]:
        return conflict
    answer = borne.relation(pair)
    if answer is None or answer.kind is RelationKind.CONFLICTS or answer.score < borne.SURE:
        return conflict
    return answer


def _unanswered(pair: Pair, result: Comparison) -> bool:
    """Whether two statements look alike while one gives a bound that no figure was set against."""
    return result.kind is not RelationKind.CONFLICTS and bound_unanswered(pair)


def _strangers(pair: Pair) -> bool:
    """Whether two statements plainly share nothing: neither a word with content nor a name nor figures."""
    if pair.a.language != pair.b.language or not pair.left.rare.isdisjoint(pair.right.rare):
        return False
    counted = bool((pair.a.quantities and pair.b.quantities) or (pair.given and pair.a.dates and pair.b.dates))
    return not counted and not name_shared(pair)
