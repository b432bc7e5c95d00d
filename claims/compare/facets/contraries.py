"""Which words of two statements say the contrary of each other, one for one."""

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features, of_one


@of_one
def contraries(pair: Pair) -> list[tuple[int, int]]:
    """Places of words of a and b that are left over and say the contrary of each other, one for one."""
    used: set[int] = set()
    found: list[tuple[int, int]] = []
    if not (_may_oppose(pair.left) and _may_oppose(pair.right)):
        return found
    mine = _opposable(pair.left, _own(pair, 0))
    if not mine:
        return found
    theirs = _opposable(pair.right, _own(pair, 1))
    for i in mine:
        for j in theirs:
            if j in used or not _opposed(pair, i, j) or not _alike_placed(pair, i, j):
                continue
            if not _both_ways(pair, i, j) and not _each_then(pair, i, j):
                used.add(j)
                found.append((i, j))
                break
    return found


def _may_oppose(tokens: Tokens) -> bool:
    """Whether some word of a statement has a contrary."""
    return any(not words.opposites(group).keys().isdisjoint(tokens.seen) for group in _CONTRARY)


_CONTRARY = ("antonyms", "of_one_thing")


def _opposed(pair: Pair, i: int, j: int) -> bool:
    """Whether two words are contraries, by themselves or because both are said of the same thing."""
    mine, theirs = pair.left.stems[i], pair.right.stems[j]
    if words.opposed(mine, theirs):
        return not (_its_own_defeat(pair.left, i, theirs) or _its_own_defeat(pair.right, j, mine))
    if not words.opposed_of_one(mine, theirs):
        return False
    thing = _thing(pair.left, i)
    return bool(thing) and thing == _thing(pair.right, j)


def _its_own_defeat(tokens: Tokens, place: int, other: str) -> bool:
    """Whether a word is the noun for having lost, set against a verb for that: his nine defeats, lost nine fights."""
    if tokens.words[place] not in {"defeat", "defeats"} or other != words.stem("lose"):
        return False
    before = tokens.words[place - 1] if place else ""
    return tokens.number[place - 1] >= 0 or before in _OF_ITS_OWN or before.endswith(("th", "rd", "nd", "first"))


_OF_ITS_OWN = frozenset(
    ["a", "the", "his", "her", "its", "their", "in", "and", "of", "narrow", "heavy", "only", "straight"]
)


def _thing(tokens: Tokens, place: int) -> str:
    """What a deed is done to: the content word behind it, or before it where the clause ends with the deed."""
    after = range(place + 1, len(tokens.stems))
    before = range(place - 1, -1, -1)
    for reach in (after, before):
        inside = [i for i in reach if tokens.content[i] and tokens.clause[i] == tokens.clause[place]][:2]
        if inside:
            lone = len(inside) == 2 and len(tokens.words[inside[0]]) == 1 and abs(inside[1] - inside[0]) == 1
            return "".join(tokens.stems[i] for i in sorted(inside if lone else inside[:1]))
    return ""


def _opposable(tokens: Tokens, places: list[int]) -> list[int]:
    """The places of words that have a contrary; who is called the opposition opposes nothing by that."""
    opposites, of_one = (words.opposites(group) for group in _CONTRARY)
    found = [i for i in places if tokens.stems[i] in opposites or tokens.stems[i] in of_one]
    found = [i for i in found if tokens.words[i] != "opposition" or tokens.words[i + 1 : i + 2] == ["to"]]
    found = [i for i in found if tokens.words[i] not in _RISES or "above" not in tokens.words[i + 1 : i + 5]]
    found = [i for i in found if tokens.words[i] not in _KEEPS or not _prevents(tokens, i)]
    found = [i for i in found if tokens.words[i] != "lives" or not _are_lost(tokens, i)]
    return [i for i in found if not (len(tokens.words[i]) == 1 and _of_both_ways(tokens, i))]


_KEEPS = frozenset(["kept", "keep", "keeps", "keeping"])


def _prevents(tokens: Tokens, place: int) -> bool:
    """Whether somebody is kept from something: the infection kept her from appearing."""
    behind = tokens.words[place + 1 : place + 7]
    return "from" in behind and any(word.endswith("ing") for word in behind[behind.index("from") + 1 :])


_RISES = frozenset(["rises", "rise", "rising", "rose", "towers"])
"""Words that say how high something is where `above` stands behind them: rises 40 m above the plain."""


def _are_lost(tokens: Tokens, place: int) -> bool:
    """Whether `lives` is the noun: with the loss of 31 lives, the flood took their lives."""
    before = place - 1
    return before >= 0 and (tokens.number[before] >= 0 or tokens.words[before] in _BEFORE_LIVES)


_BEFORE_LIVES = frozenset(["the", "their", "of", "no", "many", "several", "some", "hundreds", "thousands", "private"])


def _of_both_ways(tokens: Tokens, place: int) -> bool:
    """Whether a character stands beside its contrary in one word, which opposes nothing: 升降台, 买卖."""
    beside = [i for i in (place - 1, place + 1) if 0 <= i < len(tokens.words)]
    return any(words.opposed(tokens.stems[place], tokens.stems[i]) for i in beside)


def _both_ways(pair: Pair, i: int, j: int) -> bool:
    """Whether each statement has both sides: supports one thing and opposes another, is against that and for this."""
    if pair.a.language != "en" or pair.closeness >= ALIKE_BUILT:
        return False
    if not words.opposed(pair.left.stems[i], pair.right.stems[j]):
        return False
    known = words.opposites("antonyms")
    mine, theirs = known[pair.left.stems[i]], known[pair.right.stems[j]]
    here = any(stem in mine and k != i for k, stem in enumerate(pair.left.stems))
    return here and any(stem in theirs and k != j for k, stem in enumerate(pair.right.stems))


def _each_then(pair: Pair, i: int, j: int) -> bool:
    """Whether each word has a time behind it that both tell, and not the same: launched in 1911, scrapped in 1935."""
    if pair.a.language != "en" or len(pair.a.dates) < SEVERAL or len(pair.b.dates) < SEVERAL:
        return False
    mine, theirs = _time_behind(pair.a, i), _time_behind(pair.b, j)
    if not mine or not theirs or mine == theirs:
        return False
    return mine in {one.first for one in pair.b.dates} and theirs in {one.first for one in pair.a.dates}


SEVERAL = 2


def _time_behind(side: Features, place: int) -> str | None:
    """The first day of the time that stands in a clause behind a word, no other deed between."""
    tokens = side.tokens
    for k in range(place + 1, len(tokens.words)):
        if tokens.clause[k] != tokens.clause[place] or tokens.words[k] in _NEXT_DEED:
            return None
        if tokens.words[k] == DATE and tokens.number[k] < len(side.dates):
            return side.dates[tokens.number[k]].first
    return None


_NEXT_DEED = frozenset({"and", "but"})
ALIKE_BUILT = 0.75
"""From this closeness on, contraries that stand in one place are said of one thing."""


def _alike_placed(pair: Pair, i: int, j: int) -> bool:
    """A small word such as before opposes after only in front of the same; up opposes down at one figure."""
    if pair.left.words[i] in _UP_AND_DOWN or pair.right.words[j] in _UP_AND_DOWN:
        mine, theirs = _figure_behind(pair.a, i), _figure_behind(pair.b, j)
        return mine is not None and mine == theirs
    if pair.left.content[i] and pair.right.content[j]:
        return True
    return next_of(pair.left, i) == next_of(pair.right, j)


_UP_AND_DOWN = frozenset({"up", "down"})


def _figure_behind(side: Features, place: int) -> tuple[float | None, float | None] | None:
    """The value of the figure right behind a word: up 4.3 percent, rose by a tenth."""
    behind = range(place + 1, min(place + 3, len(side.tokens.words)))
    for i in behind:
        number = side.tokens.number[i]
        if side.tokens.words[i] == QUANTITY and number < len(side.quantities):
            return side.quantities[number].low, side.quantities[number].high
        if side.tokens.words[i] != "by":
            break
    return None


def next_of(tokens: Tokens, place: int) -> str:
    """The stem of the next word with content, or figure; the empty text behind the last."""
    after = range(place + 1, len(tokens.stems))
    return next((tokens.stems[i] for i in after if tokens.content[i] or tokens.number[i] >= 0), "")


def _own(pair: Pair, side: int) -> list[int]:
    """The places of what only one statement has, but for denials that the other says with a contrary."""
    own = (pair.only_b if side else pair.only_a) + _loose((pair.left, pair.right)[side], pair, side=side)
    gone = denials(pair, side)
    return [i for i in own if i not in gone] if gone else own


def _loose(tokens: Tokens, pair: Pair, *, side: int) -> list[int]:
    """Words without content of their own that may still oppose: before, after, left, more, less, 前, 后."""
    kept = {match[side] for match in pair.matched}
    return [
        i
        for i, stem in enumerate(tokens.stems)
        if not tokens.content[i] and i not in kept and stem in words.opposites("antonyms")
    ]


def denials(pair: Pair, side: int) -> set[int]:
    """The places of the denials that the other statement says with a contrary."""
    return {one.denial for one in pair.denied if one.side == side}


__all__ = ["contraries", "denials", "next_of"]
