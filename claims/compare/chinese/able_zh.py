"""What can be done in one of two Chinese statements and cannot in the other: 看得到月亮, 看不到月亮.

Chinese puts 得 or 不 between a verb and its result to say that it can or cannot come about, so that the two differ in
one character only.
"""

from collections.abc import Iterator

from claims.compare.alignment import Pair
from claims.compare.chinese.times_zh import of_other_times
from claims.compare.chinese.units_zh import of_one_thing
from claims.compare.needed import Cue
from claims.compare.values import Comparison
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_result = "[到见了起完下出上开动懂着住掉过好成清回来去进]"
_able = Cue(f"(?P<verb>[\u3400-\u9fff])(?P<how>[得不])(?P<result>{_result})")
_asked = re.compile("[得不].[^,;。:!?]{0,3}[不没]|[吗呢?]")


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the same can be done in one statement and cannot in the other."""
    for reason in _clashes(pair):
        if of_one_thing(pair) and not of_other_times(pair):
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(reason,))
    return None


def _clashes(pair: Pair) -> Iterator[str]:
    mine, theirs = (_told(side.key) for side in (pair.a, pair.b))
    for done in mine.keys() & theirs.keys():
        if mine[done] != theirs[done]:
            one, other = (f"{done[0]}{how}{done[1]}" for how in (mine[done], theirs[done]))
            yield f"“{one}” against “{other}”"


def _told(key: str) -> dict[tuple[str, str], str]:
    """Verbs and their results, each with whether it comes about; none where both are told, or it is asked."""
    found: dict[tuple[str, str], str] = {}
    for match in _able.finditer(key):
        done = match["verb"], match["result"]
        if done in found or _asked.match(key, match.start("how")):
            return {}
        found[done] = match["how"]
    return found
