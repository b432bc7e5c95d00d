"""Who stands behind `by` without a name: the author himself, her brother, a farmer, a team from a university.

Names are told apart in `claims/compare/english/ties_en.py`. Here one of two phrases for who did a thing says that it
was somebody else all the same: the composer himself against another name, a person against that person's brother, one
kind of doer against another.
"""

from claims.compare import words
from claims.compare.akin import kindred, known
from claims.compare.alignment import Pair
from claims.compare.english import named_en
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.values import Features
from evidence.text import lazy_re as re

_phrase = re.compile(r" ((?:[\w'-]+ ?){1,8})")
_end = re.compile(
    r" (?:in|on|at|for|from|after|before|with|and|but|who|which|that|to|as|during|over|under|near|while|when|between"
    r"|because|by|about|into|or|\d+|[a-z]+ing)\b"
)
_self = re.compile(r"\b(?<!than )(?:(?:him|her|them|it)self|themselves)\b")
_kin = re.compile(
    r"^((?:[\w-]+ ){0,2}[\w-]+)'s? (?:\w+ )?(?:brother|sister|wife|husband|widow|son|daughter|father|mother|uncle|aunt"
    r"|cousin|nephew|niece|pupil|student|assistant|rival|partner|successor|predecessor|secretary|friend|deputy|teacher)\b"
)
_GROUPS = frozenset(map(words.stem, ("team", "group", "committee", "expedition", "party", "consortium", "commission")))
_PERSON = re.compile(r"(?:er|or|ist|man|woman|boy|girl|child|couple|pupil|student|monk|priest|shepherd|hiker)s?$")
REST = 0.6
"""Share of the words outside of the two phrases that the two statements have in common, at least."""


def clash(pair: Pair, one: Stretch, other: Stretch) -> str:
    """Why the phrases behind two stretches are for two doers; the empty text where they may be one."""
    mine, theirs = _behind(pair.a, one.end), _behind(pair.b, other.end)
    if not mine or not theirs or mine == theirs:
        return ""
    if (
        _another_than_himself(pair.a, mine, pair.b, one.end)
        or _another_than_himself(pair.b, theirs, pair.a, other.end)
        or _somebody_of_theirs(mine, theirs)
        or _somebody_of_theirs(theirs, mine)
        or _of_two_kinds(pair, mine, theirs)
    ):
        return f"“{mine}” in one, “{theirs}” in the other"
    return ""


def _behind(side: Features, end: int) -> str:
    """The noun phrase behind a place, article and all, in small letters."""
    found = _phrase.match(text_of(side), end)
    return _end.split(f" {found[1]}")[0].strip() if found else ""


def _named_behind(side: Features, end: int, phrase: str) -> list[str]:
    return [name.word for name in named_en.names(side) if end < name.start <= end + len(phrase)]


def _another_than_himself(own: Features, mine: str, other: Features, end: int) -> bool:
    """Whether one has the author himself where the other names somebody whom the first does not know."""
    if not _self.search(mine) or _named_behind(own, end, mine) or _self.search(text_of(other)):
        return False
    if not {words.stem(word) for word in mine.split()[:-1]}.isdisjoint(other.tokens.rare):
        return False  # by the author herself, by its author Anna Crewe
    return any(not named_en.in_text(name.word, own) for name in named_en.names(other))


def _somebody_of_theirs(mine: str, theirs: str) -> bool:
    """Whether one has a person and the other somebody of hers: Ilse Brandauer, Ilse Brandauer's brother."""
    found = _kin.match(theirs)
    return found is not None and "'s" not in mine and set(found[1].split()) >= set(mine.split())


def _of_two_kinds(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether two phrases without names have heads that are no words for one kind of doer."""
    heads = _head(mine), _head(theirs)
    if not all(heads):
        return False
    one, other = heads
    if one in pair.right.seen or other in pair.left.seen or _rest_alike(pair, mine, theirs) < REST:
        return False
    groups = [head in _GROUPS for head in heads]
    if groups[0] != groups[1]:
        lone = (mine, theirs)[groups.index(False)]
        return lone.startswith(("a ", "an ")) and bool(_PERSON.search(lone.split()[-1]))
    return not any(groups) and known(one) and known(other) and not kindred(one, other)


def _head(phrase: str) -> str:
    """The stem of the last word before `of`, where an article leads the phrase; empty where none does."""
    lead, _, rest = phrase.partition(" of ")[0].partition(" ")
    return words.stem(rest.split()[-1]) if lead in _ARTICLES and rest else ""


_ARTICLES = frozenset(["a", "an", "the", "two", "three", "several", "some"])


def _rest_alike(pair: Pair, mine: str, theirs: str) -> float:
    """The share of what stands outside of the two phrases that both have, of the shorter rest."""
    rest = []
    for side, phrase in ((pair.a, mine), (pair.b, theirs)):
        before, _, _ = text_of(side).partition(phrase)
        stems = {words.stem(word) for word in re.findall(r"[a-z][a-z-]+", before)}
        rest.append(stems - words.stop_stems())
    least = min(map(len, rest))
    return len(rest[0] & rest[1]) / least if least else 0.0


__all__ = ["clash"]
