"""Of whom or what a claim of a story is, as far as its words show that it is of somebody or something else.

The health minister and the finance minister; a plant and the company's other plant; a chief and her predecessor. A
claim that only brings up its subject (“And there's Harrow East”) is of nothing that another one could tell again.
"""

from claims.compare.alignment import Pair
from claims.compare.tokens import DATE
from claims.compare.values import Features, of_one
from evidence.text import lazy_re as re

_opening = r"^(?:and |but |so |while |then |, )*"
_other_en = re.compile(
    rf"{_opening}(?:(?:the|its|his|her|their|our|an?|[\w'-]+'s?) ){{0,3}}(?:other|another)"
    r" (?!(?:thing|day|hand|way|side|reason|question|point|one)\b|than\b)[a-z]"
)
_one_too = re.compile(
    rf"{_opening}an? [^,.;:]{{3,60}} also [a-z]|^(?:一[家个名位座场次起所间]|某)[^,。;、]{{2,20}}[也亦]"
)
"""Something new of which the same is told as of something known: a blaze in Spain also killed four."""
_elsewhere = re.compile(r"\b(?:others?|another|elsewhere|rest)\b|另|别的|其他|其它|其余")
_kin = re.compile(
    rf"{_opening}(?:(?:his|her|their|its)(?: [\w' -]{{2,30}}?)?|[\w' -]{{2,30}}?'s?) (?:(?:former|late|own) )?"
    r"(?:predecessor|successor|deputy|wife|husband|widow|partner|son|daughter|brother|sister|mother|father|lawyer"
    r"|solicitor|agent|spokes\w+|rival)\b"
)
_kin_zh = re.compile(
    r"^(?:而|但|不过|至于)?(?:[^,。;、的]{1,10}的|其|他|她)(?:前|已故)?"
    r"(?:丈夫|妻子|太太|遗孀|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|兄弟|前任|继任者?|接班人|副手|对手)"
)
_office_en = re.compile(
    r"\b(?!(?:the|an?|and|of|that|this) )([a-z]+) (?:minister|ministry|secretary|commissioner|department|committee)\b"
    r"|\b(?:minister|ministry|secretary|commissioner|department|committee) (?:of|for) (?:the )?([a-z]+)"
)
_office_zh = re.compile("([\u3400-\u9fff]{2})(?:部长|大臣|局长|厅长|委员会)")
_NO_OFFICE = frozenset(
    (
        *("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "same", "former", "deputy", "acting"),
        *("new", "junior", "shadow", "first", "senior", "current", "permanent", "general", "and", "of"),
    )
)


def others(pair: Pair) -> bool:
    """Whether the two are of two people or things by the words for these."""
    mine, theirs = _offices(pair.a), _offices(pair.b)
    if mine and theirs and mine.isdisjoint(theirs):
        return True
    return _of_another(pair.a, pair.b) != _of_another(pair.b, pair.a)


def _of_another(side: Features, other: Features) -> bool:
    """Whether a claim begins with another thing of a sort, or with somebody by what he is to the one known."""
    if _other_en.match(side.key):
        return not _elsewhere.search(other.key)
    if _one_too.match(side.key):
        return not _one_too.match(other.key)
    if side.language == "zh":
        kin = _kin_zh.match(side.key)
        return kin is not None and kin[0][-2:] not in other.key and not _named_behind(side, other, kin.end())
    kin = _kin.match(side.key)
    return kin is not None and not _named_behind(side, other, kin.end())


def _named_behind(side: Features, other: Features, end: int) -> bool:
    return any(name in other.key for name in side.names if name in side.key[end:])


@of_one
def _offices(side: Features) -> frozenset[str]:
    """The offices that a claim names, by what they are for."""
    if side.language == "zh":
        return frozenset(_office_zh.findall(side.key))
    found = {one or other for one, other in _office_en.findall(side.key)}
    return frozenset(found - _NO_OFFICE)


@of_one
def says_nothing(side: Features) -> bool:
    """Whether a claim only names somebody, something or a time and says nothing of it."""
    tokens = side.tokens
    if side.quantities or (side.dates and set(tokens.stems) != {DATE}):
        return False
    named = {part for name in side.names for part in name.split()}
    said = [
        word
        for word, content, name in zip(tokens.words, tokens.content, tokens.name, strict=True)
        if content and not name and word not in named
    ]
    return set(said) <= _SHELLS or (len(said) == 1 and _brought_up.match(side.key) is not None)


_SHELLS = frozenset({"thing", "things", "matter", "point", "question", "part", "bit"})
"""Nouns that only stand for what comes next (Schmid 2000, "English Abstract Nouns as Conceptual Shells")."""
_brought_up = re.compile(rf"{_opening}there(?:'s| is| are| was| were) ")


__all__ = ["others", "says_nothing"]
