"""Whether what one Chinese statement denies is what the other affirms, or only what both are about.

Two statements of one thing share its name as a matter of course. A denial clashes with the other statement when the
deed that is denied, or what it is done to, is told there beyond that name and not just as the subject of a clause.
"""

from claims.compare.chinese import moves_zh
from claims.compare.chinese.arguments_zh import named_before
from claims.compare.chinese.units_zh import pairs_of, units
from evidence.text import lazy_re as re

NAMED, LONE = 3, 2
"""So many characters in a row are a name that both have; so many make a word."""
_clause = re.compile("[,;:。.!?()]")


def told_of(word: str, bare: str, said: frozenset[str], run: str, key: str) -> frozenset[str]:
    """What is affirmed, without what both are about: a deed is denied of somebody, not somebody himself."""
    if not said:
        return said
    if (linked := _linked.match(bare)) and not all(units(end) & units(key) for end in linked.groups()):
        return frozenset()  # no link of walking with the density of bones: walking may be good for much else
    if _of_identity.search(word) or _copula.match(bare):
        return said
    if len(_clause.sub("", run)) >= NAMED:
        before = key[: key.find(run)][-LONE:] + run[:1]
        if any(char in before for char in bare[:LONE]) or (_having.match(bare) and bare[-LONE:] in run):
            return said  # the deed stands right before what both have, or that is what one has not
        rest = key.replace(run, "\n")
        said = frozenset(unit for unit in said if unit not in run or unit in rest or _names_deed(unit, bare))
    open_yet = _yet.match(word) is not None  # not signed yet: passed before
    return frozenset(
        unit for unit in said if _names_deed(unit, bare) or (not open_yet and _within_clause(unit, key, bare[:1]))
    )


def besides(word: str, bare: str, said: frozenset[str], shared: frozenset[str], run: str) -> bool:
    """Whether two statements share something besides the deed: no fare rises, and the taxi's rises."""
    if _ruling_out.match(word) or _copula.match(bare) or any(_apart(one, other, run) for one in said for other in said):
        return True
    if any(not any(unit in deed or deed in unit for deed in said) for unit in shared):
        return True
    return len(_clause.sub("", without(run, said)).replace(" ", "")) >= LONE


def without(text: str, units: frozenset[str]) -> str:
    """A text with a space for each character that belongs to one of some words, whether or not these overlap."""
    taken = {
        at + k
        for unit in units
        for at in range(len(text) - len(unit) + 1)
        if text.startswith(unit, at)
        for k in range(len(unit))
    }
    return "".join(" " if i in taken else char for i, char in enumerate(text)) if taken else text


def _apart(one: str, other: str, run: str) -> bool:
    """Whether two things that both statements tell of are not one phrase."""
    return one < other and set(one).isdisjoint(other) and not (one in run and other in run)


def moves_another(key: str, denying: str, bare: str) -> bool:
    """Whether what is said not to rise or fall is something that the other statement (with this key) does not name."""
    if not bare or not moves_zh.both_move([bare[:LONE], bare[:LONE]]):
        return False
    of = named_before(denying, denying.find(bare))
    return len(of) >= LONE and pairs_of(of).isdisjoint(pairs_of(key))


def _names_deed(unit: str, bare: str) -> bool:
    """Whether it is what is denied itself, not whom or what it is done to."""
    return len(unit) == 1 or bare.startswith(unit)


def _within_clause(unit: str, key: str, deed: str) -> bool:
    """Whether a phrase, or one for which it is the rule, stands elsewhere than where clauses name their subject.

    What the deed (by its first character) is done to may also open the clause: 主要终点全部达到.
    """
    if unit not in key:
        return True
    at = key.find(unit)
    while at >= 0 and any(before == 0 or _clause.match(key, before - 1) for before in (at, at - LONE) if before >= 0):
        if deed in _clause.split(key[at + len(unit) :])[0]:
            return True
        at = key.find(unit, at + 1)
    return at >= 0


_of_identity = re.compile("非|不是|[跟与和同]|事实|不实|假|谣|误传|讹传|不成立|据")
"""Denials that something is the thing itself, or of a whole statement."""
_copula = re.compile("担任|出任|兼任|成为|作为|属于|位于|来自|[是为叫属系]")


_ruling_out = re.compile("排除|否认|驳斥")
_yet = re.compile("[尚还仍]")


_having = re.compile(
    "[设建成创开]立?[立置有设办]|取得|获得|获[颁得]|拥有|持有|具有|享有|赢得|拿下|夺得|建造|兴建|保有|握有"
)
"""Having, getting or setting up a thing: who denies that denies the thing."""


_linked = re.compile("(.{2,}?)[与和跟同](.{2,}?)(?:之?间)?(?:存在|有|具有?|的)?.{0,4}(?:关联|关系|联系|相关|因果)")
