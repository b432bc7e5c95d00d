"""What is said of each of two in English: the driver dead and two children hurt, exports up and imports down.

Where two statements say the same two things of the same two, each the other way round, one of them is wrong, whatever
else their words are.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features, of_one
from claims.model import Facet

REACH = 6
"""Words to either side in which the word stands of which something is said."""
_SAID = {
    "die": "die dies died dead death kill killed killing fatal fatally perish perished",
    "hurt": "injure injured injuring injuries hurt wound wounded wounding",
    "missing": "missing",
    "guilty": "guilty convict convicted conviction",
    "cleared": "acquit acquitted acquittal clear cleared innocent",
    "rise": "rise rose risen up increased increase grew grow climbed jumped gained",
    "fall": "fall fell fallen down decreased decrease declined dropped slipped shrank",
    "gold": "gold",
    "silver": "silver",
    "bronze": "bronze",
    "supports": "support supported backed supports backs favoured",
    "opposes": "oppose opposed opposes rejected",
    "built": "built erected opened founded completed",
    "gone": "demolished destroyed razed closed",
}  # fmt: skip
_OF = frozenset({"guilty", "cleared"})
"""What is said of a charge behind `of`."""


@cache
def _table() -> dict[str, str]:
    return {word: said for said, forms in _SAID.items() for word in forms.split()}


@of_one
def _told(side: Features) -> dict[str, str]:
    """What a statement says just once, with the stem of the nearest word of which it says that."""
    tokens, table = side.tokens, _table()
    places: dict[str, list[int]] = {}
    for i, word in enumerate(tokens.words):
        if word in table and not tokens.name[i] and not (i and tokens.stems[i - 1] in words.negations()):
            places.setdefault(table[word], []).append(i)
    if len(places) < 2:
        return {}
    return {said: of for said, at in places.items() if len(at) == 1 and (of := _of(tokens, at[0], said))}


def _of(tokens: Tokens, place: int, said: str) -> str:
    """The stem of the noun nearest to a word: behind `of` where that follows, else on either side."""
    if said in _OF:
        near = [k for k in range(place + 1, min(place + REACH, len(tokens.words))) if tokens.words[k] == "of"]
        return _noun(tokens, range(near[0] + 1, min(near[0] + REACH, len(tokens.words)))) if near else ""
    if (behind := _object(tokens, place)) >= 0:
        return _noun(tokens, range(behind, len(tokens.words)))
    before = _first(tokens, range(place - 1, max(-1, place - REACH), -1), tokens.clause[place])
    return tokens.stems[before] if before >= 0 else ""


def _object(tokens: Tokens, place: int) -> int:
    """Where the object of a deed in the active stands, an article or a figure at most before it; -1 for none."""
    if not _BE.isdisjoint(tokens.words[max(0, place - 3) : place]):
        return -1
    for k in range(place + 1, min(place + REACH, len(tokens.words))):
        if tokens.clause[k] != tokens.clause[place] or tokens.words[k] in _table():
            return -1
        if _is_noun(tokens, k):
            return k
        if tokens.number[k] < 0 and tokens.words[k] not in _ARTICLES:
            return -1
    return -1


_BE = frozenset(["was", "were", "is", "are", "been", "being", "be"])
_ARTICLES = frozenset(["the", "a", "an", "its", "his", "her", "their", "all", "both"])


def _noun(tokens: Tokens, places: range) -> str:
    """The last word of the noun phrase that begins at the first of some places."""
    first = _first(tokens, places, tokens.clause[places[0]] if places else -1)
    if first < 0:
        return ""
    last = first
    while last + 1 in places and _is_noun(tokens, last + 1) and tokens.clause[last + 1] == tokens.clause[first]:
        last += 1
    return tokens.stems[last]


def _first(tokens: Tokens, places: range, clause: int) -> int:
    """The first of some places where a noun may stand in the same clause; -1 where another thing is said before it."""
    for k in places:
        if tokens.clause[k] != clause or tokens.words[k] in _table():
            return -1
        if _is_noun(tokens, k):
            return k
    return -1


def _is_noun(tokens: Tokens, k: int) -> bool:
    return tokens.content[k] and not tokens.words[k].endswith("ly") and tokens.words[k] not in _table()


def _holders(pair: Pair, side: int) -> dict[str, tuple[float | None, str | None]]:
    """The figure that each of two names has in a statement in which names and figures take turns, by name."""
    one, tokens = ((pair.a, pair.left), (pair.b, pair.right))[side]
    other = (pair.right, pair.left)[side]
    turns: list[tuple[str, int]] = []
    for k, stem in enumerate(tokens.stems):
        if tokens.name[k] and stem in other.named and all(stem != said for said, _ in turns):
            if turns and turns[-1][0] and turns[-1][1] < 0:
                turns.pop()  # the last word of a name
            turns.append((stem, -1))
        elif stem == QUANTITY and tokens.number[k] < len(one.quantities):
            turns.append(("", tokens.number[k]))
    if len(turns) != TURNS or any(bool(mine[0]) == bool(next_[0]) for mine, next_ in pairwise(turns)):
        return {}
    return {
        name: (one.quantities[number].low, one.quantities[number].unit)
        for first, second in (turns[:2], turns[2:])
        for name, number in [(first[0] or second[0], max(first[1], second[1]))]
    }


TURNS = 4
"""A name and its figure, twice."""


def _exchanged(pair: Pair) -> str:
    """Why two named ones have exchanged their figures: 41 percent for him and 12 for her; the empty text if not."""
    if len(pair.a.quantities) != 2 or len(pair.b.quantities) != 2 or pair.cover < COVER:
        return ""
    mine = _holders(pair, 0)
    theirs = _holders(pair, 1) if mine else {}
    if len(mine) != 2 or mine.keys() != theirs.keys():
        return ""
    (one, first), (other, second) = mine.items()
    turned = first == theirs[other] and second == theirs[one] and first != second and first[1] == second[1]
    return f"“{one}” and “{other}” have exchanged their figures" if turned else ""


ALL_ELSE = 0.75
"""Least share of the shorter one's content that both have where things change sides."""
COVER = 0.5
"""Least share of the shorter one's content that both have where figures are exchanged."""


def _sides_exchanged(pair: Pair) -> str:
    """What has changed sides where both tell of two sides, a clause of each: wheat in the east, sheep in the west."""
    both = pair.left.rare & pair.right.rare
    rivals = [stem for stem in both if words.has_rivals(stem)]
    for one in rivals:
        for other in rivals:
            if not (one < other and words.exclude(one, other)):
                continue
            mine, theirs = _beside(pair.left, one, other), _beside(pair.right, one, other)
            if mine is None or theirs is None:
                continue
            gone, come = mine[0] & theirs[1] & both, mine[1] & theirs[0] & both
            if gone - mine[1] - theirs[0] and come - mine[0] - theirs[1]:
                return f"“{min(gone)}” and “{min(come)}” have changed sides ({one}, {other})"
    return ""


def _beside(tokens: Tokens, one: str, other: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The other stems of the clauses of two words, if each stands once and each in a clause of its own."""
    clauses = []
    for stem in (one, other):
        if tokens.stems.count(stem) != 1:
            return None
        clause = tokens.clause[tokens.stems.index(stem)]
        inside = [i for i, number in enumerate(tokens.clause) if number == clause and tokens.content[i]]
        clauses.append(frozenset(tokens.stems[i] for i in inside))
    if clauses[0] & {other}:
        return None
    return clauses[0] - {one}, clauses[1] - {other}


def agree(pair: Pair) -> bool:
    """Whether both say the same two things of the same two: convicted of perjury, and cleared of corruption."""
    mine = _told(pair.a)
    theirs = _told(pair.b) if mine else {}
    alike = {said: of for said, of in mine.items() if theirs.get(said) == of}
    return len(set(alike.values())) > 1


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Two things said of two, each the other way round."""
    if reason := _exchanged(pair):
        yield Facet.QUANTITY, reason
        return
    if pair.cover >= ALL_ELSE and (reason := _sides_exchanged(pair)):
        yield Facet.IDENTITY, reason
        return
    mine = _told(pair.a)
    theirs = _told(pair.b) if mine else {}
    both = sorted(mine.keys() & theirs.keys())
    for k, one in enumerate(both):
        for other in both[k + 1 :]:
            turned = mine[one] == theirs[other] and mine[other] == theirs[one]
            if turned and mine[one] != mine[other]:
                yield Facet.IDENTITY, f"“{mine[one]}” and “{mine[other]}” have changed places ({one}, {other})"
                return


__all__ = ["agree", "clashes"]
