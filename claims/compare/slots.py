"""Slots: what fills the same place of two statements, and who does what to whom in the frames they share."""

from functools import lru_cache
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Block, Pair
from claims.compare.respelt import one_name, two_names
from claims.compare.tokens import Tokens
from claims.compare.values import Features, of_one
from claims.features.frames import Frame
from evidence.text import lazy_re as re

PLACE_MARKS = frozenset(["in", "at", "near", "on", "outside", "across", "在", "于", "位于", "地处"])
GOAL_MARKS = frozenset(
    [
        "to",
        "into",
        "join",
        "joined",
        "toward",
        "towards",
        "到",
        "至",
        "往",
        "赴",
        "加入",
        "重返",
        "转投",
        "前往",
        "移居",
        "搬到",
        "开往",
    ]
)
GOAL_FRAMES = frozenset({"joins", "returns", "moves"})


class Difference(NamedTuple):
    """Two fillers of one slot."""

    a: list[int]
    b: list[int]
    slot: str
    """`place`, `destination` or `identity`, by the words that lead to it."""
    mine: str
    theirs: str


@of_one
def differences(pair: Pair) -> list[Difference]:
    """The blocks where each statement has words of its own."""
    return [_difference(pair, block) for block in pair.blocks if block.a and block.b]


def _difference(pair: Pair, block: Block) -> Difference:
    slot = _slot(pair.left, block.a[0])
    return Difference(block.a, block.b, slot, pair.left.phrase(block.a), pair.right.phrase(block.b))


def _slot(tokens: Tokens, place: int) -> str:
    for i in range(place - 1, max(-1, place - 4), -1):
        if tokens.words[i] in GOAL_MARKS:
            return "destination"
        if tokens.words[i] in PLACE_MARKS:
            return "place"
        if tokens.content[i] and not tokens.name[i]:
            break
    return "identity"


def names_in(tokens: Tokens, indices: list[int]) -> list[int]:
    """The indices that are part of a name."""
    return [i for i in indices if tokens.name[i]]


@lru_cache(maxsize=1 << 16)
def may_be_one(mine: str, theirs: str) -> bool:
    """Whether two names may name one thing: one holds the other or gives its initials, or their scripts differ."""
    if (mine.isascii()) != (theirs.isascii()):
        return True
    if two_names(mine, theirs):
        return False
    if mine in theirs or theirs in mine or mine.replace(" ", "") == theirs.replace(" ", ""):
        return True
    if mine.isascii():
        if _word_by_word(mine) == _word_by_word(theirs):
            return True
        initials = ["".join(word[0] for word in name.replace("-", " ").split()) for name in (mine, theirs)]
        if words.postal().get(mine) == theirs or words.postal().get(theirs) == mine:
            return True
        if _respelt(mine.split(), theirs.split()):
            return True
        squeezed = [name.replace(".", "").replace(" ", "") for name in (mine, theirs)]
        return initials[0] == squeezed[1] or initials[1] == squeezed[0] or bool(set(mine.split()) & set(theirs.split()))
    return len(set(mine) & set(theirs)) * 2 > min(len(mine), len(theirs))


def _respelt(mine: list[str], theirs: list[str]) -> bool:
    """Whether two names of as many words are spelt in two ways, word by word."""
    return len(mine) == len(theirs) and all(map(one_name, mine, theirs))


def _word_by_word(name: str) -> list[str]:
    """The stems of a name, each part of a joined word by itself: Saint-Aubin, St Aubin."""
    return [words.stem(word) for word in name.replace("-", " ").split()]


# --- events ----------------------------------------------------------------------------------------------------


class Event(NamedTuple):
    """A frame with the names before and after it in its clause."""

    frame: str
    before: frozenset[str]
    after: frozenset[str]
    negated: bool


_passive = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|get)\s(?:\w+\s){0,3}?\w+(?:ed|en|t|n|ght|ld|ade)?\s(?:\S+\s){0,4}?by\b|被|遭|受到|获"
)
_coordinating = frozenset({"and", "or", "&", "和", "与", "及", "以及", "或", "跟", "同", "也", "又", "还", "既"})
_mutual = re.compile(r"\b(?:between|married|met with|meet with|each other|versus|vs)\b|相互|互相|之间|结婚|会晤|会谈")


@of_one
def events(features: Features) -> list[Event]:
    """The frames of a statement with who stands around them."""
    key, tokens = features.key, features.tokens
    found = features.frames
    if not found:
        return []
    mentions = [(key.find(name), name) for name in features.names if name in key]
    implied = frozenset(name for name in features.names if name not in key)
    return [_event(frame, key, tokens, mentions, implied) for frame in found]


_locative = re.compile(r"(?:在|于|从|自|由|\b(?:in|at|from|of|for|with|by) (?:the )?)$")


def _event(frame: Frame, key: str, tokens: Tokens, mentions: list[tuple[int, str]], implied: frozenset[str]) -> Event:
    place = next((i for i, start in enumerate(tokens.starts) if start >= frame.start), len(tokens.starts) - 1)
    clause = tokens.clause[place] if tokens.clause else 0
    starts = [tokens.starts[i] for i, number in enumerate(tokens.clause) if number == clause]
    low, high = (min(starts), max(starts)) if starts else (0, len(key))
    around = {name for at, name in mentions if low <= at < frame.start and _locative.search(key, max(0, at - 10), at)}
    before = frozenset(name for at, name in mentions if low <= at < frame.start and name not in around)
    after = frozenset(name for at, name in mentions if frame.end <= at <= high) | around
    if _passive.search(key, max(0, low), high):
        before, after = after, before
    # A name that is meant and not said is the subject, then whoever was named before the clause.
    before = before or implied or frozenset(name for at, name in mentions if at < low)
    return Event(frame.name, before, after, _negated(tokens, place))


def _negated(tokens: Tokens, place: int) -> bool:
    """Whether a denial stands right before a word; in English no other deed between: did not survive the fall."""
    for i in range(place - 1, max(-1, place - 4), -1):
        if tokens.stems[i] in words.negations():
            return not tokens.words[i].startswith("fail") or "to" in tokens.words[i + 1 : place]
        if tokens.content[i] and tokens.words[i].isascii() and not tokens.name[i]:
            return False
    return False


@of_one
def name_shared(pair: Pair) -> bool:
    """Whether a name of each names one thing."""
    return share_name(pair.a.names, pair.b.names)


@of_one
def events_of_both(pair: Pair) -> tuple[list[Event], list[Event]]:
    """Who does what to whom in each."""
    return events(pair.a), events(pair.b)


def share_name(mine: frozenset[str] | tuple[str, ...], theirs: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether any name of one side names what a name of the other does."""
    if not mine or not theirs:
        return False
    return bool(set(mine) & set(theirs)) or any(
        a.isascii() == b.isascii() and len(min(a, b, key=len)) > 2 and may_be_one(a, b) for a in mine for b in theirs
    )


# --- order -----------------------------------------------------------------------------------------------------


def exchanged(pair: Pair) -> list[tuple[str, str]]:
    """Words that changed places: where a has X b has Y, and the other way round elsewhere."""
    blocks = pair.raw_blocks
    where_a = {i: n for n, block in enumerate(blocks) for i in block.a}
    where_b = {j: n for n, block in enumerate(blocks) for j in block.b}
    found: dict[tuple[int, int], tuple[str, str]] = {}
    for i, j in pair.moved:
        here, there = where_a[i], where_b[j]
        if here == there or words.is_past(pair.left.words[i]) != words.is_past(pair.right.words[j]):
            continue  # canonised after her death, died and was canonised
        for k, m in pair.moved:
            turned = i < k and where_a[k] == there and where_b[m] == here
            turned = turned and words.is_past(pair.left.words[k]) == words.is_past(pair.right.words[m])
            if (
                turned
                and _pure(pair, blocks[here], blocks[there])
                and not _parts_kept(pair, blocks[here], blocks[there])
            ):
                said = (pair.left.phrase(_content(pair.left, blocks[one].a)) for one in (here, there))
                found[here, there] = (next(said), next(said))
    return (
        [] if len(found) > 1 and _turned_about(pair.left, blocks, list(found)) else list(dict.fromkeys(found.values()))
    )


def _parts_kept(pair: Pair, here: Block, there: Block) -> bool:
    """Whether two phrases that changed places stand behind prepositions of their own in both: by them to us."""
    mine, theirs = (_led(pair.left, here.a[0]), _led(pair.left, there.a[0]))
    kept = mine == _led(pair.right, there.b[0]) and theirs == _led(pair.right, here.b[0])
    return kept and bool(mine and theirs) and mine != theirs


def _turned_about(tokens: Tokens, blocks: list[Block], exchanged_: list[tuple[int, int]]) -> bool:
    """Whether all that two members of a list hold has changed places: in Rome in May and in Bonn in June."""
    first = [blocks[one].a[0] for one, _ in exchanged_]
    second = [blocks[other].a[-1] for _, other in exchanged_]
    joined = [i for i in range(first[0], second[-1]) if tokens.words[i] in _coordinating]
    if len(joined) != 1 or max(first) > joined[0]:
        return False
    gone = {i for pair_ in exchanged_ for one in pair_ for i in blocks[one].a}
    kept = [
        [i for i in _content(tokens, list(part)) if i not in gone]
        for part in (range(first[0], joined[0]), range(joined[0], second[-1] + 1))
    ]
    return [tokens.stems[i] for i in kept[0]] == [tokens.stems[i] for i in kept[1]]


def rebound(pair: Pair) -> list[tuple[str, str]]:
    """Words that changed clauses against each other: born in X, raised in Y against born in Y, raised in X."""
    matched = _matched_clauses(pair)
    if matched is None:
        return []
    lost, gained = [mine - theirs for mine, theirs, _ in matched], [theirs - mine for mine, theirs, _ in matched]
    for i, gone in enumerate(lost):
        for k, new in enumerate(gained):
            if i < k and gone and gone == new and gained[i] and gained[i] == lost[k]:
                return [("".join(sorted(gone)), "".join(sorted(gained[i])))]
    return []


def permuted(pair: Pair) -> bool:
    """Whether whole clauses changed places, at most their subject staying behind."""
    matched = _matched_clauses(pair)
    if matched is None or not any(moved for _, _, moved in matched):
        return False
    return sum(len(mine ^ theirs) for mine, theirs, _ in matched) <= 2


@of_one
def _matched_clauses(pair: Pair) -> list[tuple[frozenset[str], frozenset[str], bool]] | None:
    """Each clause of a with its like in b, and whether that stands elsewhere; None when they do not pair up."""
    if max(pair.left_over) > 0.5:
        return None
    mine, theirs = _clauses(pair.a), _clauses(pair.b)
    if len(mine) < 2 or len(mine) != len(theirs):
        return None
    free = list(enumerate(theirs))
    found = []
    for place, clause in enumerate(mine):
        best = max(free, key=lambda entry: len(clause & entry[1]) / len(clause | entry[1]))
        free.remove(best)
        found.append((clause, best[1], best[0] != place))
    return found


@of_one
def _clauses(features: Features) -> list[frozenset[str]]:
    """The words with content of each clause."""
    tokens = features.tokens
    found: dict[int, set[str]] = {}
    for stem, content, clause in zip(tokens.stems, tokens.content, tokens.clause, strict=True):
        if content:
            held = found.setdefault(clause, set())
            held.add(stem if stem not in held else f"{stem} again")
    return [frozenset(stems) for stems in found.values()]


LONGEST = 2.5
"""Most content of a Chinese phrase that is taken to change roles with another; in English it is one word, or a name."""


def _is_party(tokens: Tokens, indices: list[int], weight: float) -> bool:
    content = _content(tokens, indices)
    latin = any(tokens.words[i].isascii() for i in content)
    deed = any(tokens.words[i].endswith("ed") and not tokens.name[i] for i in content)
    if latin and not deed and len(content) <= PHRASE and _led(tokens, indices[0]):
        return True
    return _named(tokens, indices) or (len(content) == 1 if latin else weight <= LONGEST)


PHRASE = 3
"""Most words with content of an English phrase behind a preposition that changes roles: by the state of Victoria."""
_ARTICLES = frozenset(["the", "a", "an"])
_LEADING = frozenset(["by", "to", "from", "for", "with", "against", "in", "at", "of"])


def _led(tokens: Tokens, place: int) -> str:
    """The preposition right before or at a place, an article at most between; empty where there is none."""
    before = place - 1 - (tokens.words[max(0, place - 1)] in _ARTICLES)
    return next((word for word in tokens.words[max(0, before) : place + 1] if word in _LEADING), "")


def _named(tokens: Tokens, indices: list[int]) -> bool:
    return all(tokens.name[i] for i in _content(tokens, indices))


def _content(tokens: Tokens, indices: list[int]) -> list[int]:
    return [i for i in indices if tokens.content[i]]


def _pure(pair: Pair, here: Block, there: Block) -> bool:
    """Whether two blocks hold just the same words, exchanged: else it is another wording."""

    def stems(tokens: Tokens, indices: list[int]) -> list[str]:
        return sorted(tokens.stems[i] for i in indices if tokens.content[i])

    # A whole predicate that changed its place is style; a party or a place is not.
    short = all(_is_party(pair.left, block.a, pair.weight(block.a)) for block in (here, there))
    exchanged_stems = stems(pair.left, here.a) == stems(pair.right, there.b)
    return short and exchanged_stems and stems(pair.left, there.a) == stems(pair.right, here.b)


def coordinated(pair: Pair) -> bool:
    """Whether the words that changed places stand side by side in a list, or the predicate holds both ways."""
    if _mutual.search(pair.a.key) and _mutual.search(pair.b.key):
        return True
    moved_a, moved_b = sorted({i for i, _ in pair.moved}), sorted({j for _, j in pair.moved})
    return _listed(pair.left, moved_a, pair.a.key) and _listed(pair.right, moved_b, pair.b.key)


_plain_list = re.compile(r"[\w'-]+(?:, [\w'-]+)+,? (?:and|or) [\w'-]+")
"""Glass, ceramics and textiles: its members may stand in any order."""


def _listed(tokens: Tokens, moved: list[int], key: str) -> bool:
    """Between the first and the last of these only list words, commas and their own neighbours stand."""
    if not moved:
        return False
    inside = range(moved[0], moved[-1] + 1)
    others = [i for i in inside if i not in moved]
    listing = sum(tokens.words[i] in _coordinating for i in others)
    stray = [i for i in others if tokens.content[i] and tokens.words[i] not in _coordinating]
    text = key[tokens.starts[moved[0]] : tokens.starts[moved[-1]] + 1]
    if _plain_list.fullmatch(text):
        return True
    if tokens.words[moved[-1] + 1 : moved[-1] + 2] and tokens.words[moved[-1] + 1] in _FINITE and "," in text:
        return False  # given in Breton, and French is taught
    if len(text) <= 6 and any(word in text for word in "和与及、跟同"):
        return True
    return not stray and (listing > 0 or "、" in text or ("," in text and " and " in key))


_FINITE = frozenset(["is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "may"])
"""Verbs before which a new clause begins, not the last member of a list."""


def passive(features: Features) -> bool:
    """Whether a statement is in the passive voice with its agent named."""
    return bool(_passive.search(features.key))
