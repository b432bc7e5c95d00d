"""Whether two Chinese statements tell of other times, though one may also date what is to follow: 三读通过,下月上路."""

from claims.compare.alignment import Pair
from claims.compare.facets import period
from claims.compare.tokens import DATE
from claims.compare.values import Features, of_one
from evidence.text import lazy_re as re

_clause = re.compile("[,;:。!?()]")


def of_other_times(pair: Pair) -> bool:
    """Whether two statements tell of other times; when something is to follow does not tell when the rest was."""
    return period.disjoint(pair) and not any(_dated_ahead(side) for side in (pair.a, pair.b))


@of_one
def _dated_ahead(side: Features) -> bool:
    """Whether a statement with several clauses only dates what is to follow: 三读通过,下月上路."""
    clauses = _clause.split(side.key)
    texts = iter([one.text for one in side.dates])
    dated = [(clause, [next(texts, "") for _ in range(clause.count(DATE))]) for clause in clauses]
    if clauses and DATE in clauses[0]:
        return False
    return all(
        _follows.search(clause) is not None or all(_coming.match(text) for text in said)
        for clause, said in dated
        if said
    )


_follows = re.compile("将(?!军)|有望|预[计定料期]|料|拟|等到?\x02|\x02[^,;。:!?]{0,2}(?:再|才)")
_coming = re.compile("[明下后來来][年月天日周週个個星禮礼]")
"""What is told of what is to come, and times to come."""
