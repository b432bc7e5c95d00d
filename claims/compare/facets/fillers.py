"""Different fillers of one slot in two statements: names, members of one class, figures that are no quantities."""

from functools import cache

from claims.compare import words
from claims.compare.akin import of_a_kind
from claims.compare.alignment import VERSIONS, Pair, one_deed
from claims.compare.facets.matched import in_other_measures
from claims.compare.facets.polarity import few
from claims.compare.needed import Cue
from claims.compare.respelt import two_names
from claims.compare.slots import (
    Difference,
    differences,
    may_be_one,
    names_in,
)
from claims.compare.tokens import Tokens
from claims.compare.values import Features, Finding, Verdict, of_one
from claims.features.cues import table
from claims.model import Facet
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

FACETS = {"place": Facet.PLACE, "destination": Facet.DESTINATION, "identity": Facet.IDENTITY}
ALIKE = 0.55
"""Below this closeness two statements are not built alike enough for their words to stand in each other's place."""
_han_only = re.compile(f"[{words.HAN}]+")
_figure = re.compile(r"\d")


@of_one
def fillers(pair: Pair) -> list[Finding]:
    """Different fillers of one slot: names, members of one class, figures that are no quantities."""
    if pair.closeness < ALIKE:
        return []
    found = (
        _by_class(pair, one) or _by_name(pair, one) or _by_figure(pair, one) or _by_han(pair, one)
        for one in differences(pair)
    )
    return [finding for finding in found if finding]


def stands_for(slot: str, weight: float, mine: str, theirs: str) -> Finding:
    """The clash of two fillers of a slot."""
    return Finding(
        facet=FACETS.get(slot, Facet.IDENTITY),
        verdict=Verdict.CONFLICT,
        weight=weight,
        reason=f"“{mine}” stands where the other has “{theirs}”",
    )


_comparing = Cue(
    r"比|较|\bthan\b|\b(?:(?:north|south)?-?(?:east|west)|north|south|upstream|downstream|ahead) of\b"
    r"|\b(?:above|below|behind)\b"
)


@of_one
def _compares(features: Features) -> bool:
    return bool(_comparing.search(features.key))


def turned_comparison(pair: Pair) -> bool:
    """Whether both compare and begin with another party: A is older than B, B is younger than A."""
    both = _compares(pair.a) and _compares(pair.b)
    firsts = [next(iter(tokens.content_stems()), "") for tokens in (pair.left, pair.right)]
    return bool(both) and firsts[0] != firsts[1] and bool(pair.moved)


_once = Cue("曾(?!祖)|[任当做获得去到写演拍读住学教]过(?![去于程期渡敏滤])")


def both_once(pair: Pair) -> bool:
    """Whether two undated Chinese statements tell what somebody once was or did: he may have held two offices."""
    return not (pair.a.dates or pair.b.dates) and bool(_once.search(pair.a.key) and _once.search(pair.b.key))


def _by_class(pair: Pair, one: Difference) -> Finding | None:
    theirs = [j for j in one.b if words.has_rivals(pair.right.stems[j])]
    if not theirs or turned_comparison(pair) or few(pair.a) != few(pair.b) or both_once(pair):
        return None
    for i in one.a:
        for j in theirs:
            if _of_one_more_deed(pair.left, pair.only_a, i) != _of_one_more_deed(pair.right, pair.only_b, j):
                continue
            if not words.exclude(pair.left.stems[i], pair.right.stems[j]) or _of_the_year_before(pair, i, j):
                continue
            if of_a_kind(pair.left.stems[i], pair.right.stems[j]):
                continue  # a poet, a writer
            if in_other_measures(pair, i, j) or one_deed(pair.left, i, pair.right, j):
                continue
            if not (_told_of_each(pair, i, j) or one_more(pair, pair.left.words[i], pair.right.words[j])):
                return stands_for(one.slot, 0.9, pair.left.words[i], pair.right.words[j])
    return None


def one_more(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether one of two ranks is the first of its kind since another one, and so none that excludes it."""
    return _first_since(mine, pair.a) or _first_since(theirs, pair.b)


def _first_since(word: str, side: Features) -> bool:
    """Whether something is the first since another such, and so one more: 四年来的首次降息."""
    return word[:1] in "首第头" and any(fold_key(one.text).endswith("来") for one in side.dates)


def _told_of_each(pair: Pair, i: int, j: int) -> bool:
    """Whether Chinese statements tell other things of two members of a class: the album leads, the single is fifth."""
    rest = min(pair.left_over[0] - pair.left.weights[i], pair.left_over[1] - pair.right.weights[j])
    return pair.a.language == "zh" and rest > OWN


OWN = 1.0
"""With more content of its own than one word, each tells something else."""


def _of_one_more_deed(tokens: Tokens, own: list[int], place: int) -> bool:
    """Whether a word goes with a deed that only this statement tells, joined to the others: and resumed it at dawn."""
    joined = next((k for k in range(place - 1, 0, -1) if tokens.words[k - 1] in _JOINING), 0)
    return joined in own and words.is_past(tokens.words[joined]) and not tokens.name[joined]


_JOINING = frozenset(["and", "but", "then", "later", "before", "after"])


_year_before = re.compile(
    r"\bthe (?:year|season) before\b|\b(?:the )?previous (?:year|season)\b|\ba year earlier\b|\blast (?:year|season)\b"
)
_ORDINALS = words.reckoned_words("ordinals")


def _of_the_year_before(pair: Pair, i: int, j: int) -> bool:
    """Whether one of two places on a list is that of the year before."""
    if pair.left.stems[i] not in _ORDINALS or pair.right.stems[j] not in _ORDINALS:
        return False
    return bool(_year_before.search(pair.a.text.lower())) != bool(_year_before.search(pair.b.text.lower()))


def _by_name(pair: Pair, one: Difference) -> Finding | None:
    mine, theirs = _names_of(pair.left, one.a), _names_of(pair.right, one.b)
    if not mine or not theirs:
        return None
    name, other = pair.left.phrase(mine), pair.right.phrase(theirs)
    if may_be_one(name, other) or said_elsewhere(pair, name, other) or _moved_in_part(pair, mine, theirs):
        return None
    if pair.a.language == "en" and _country_and_place(pair, mine, theirs):
        return None  # a Swiss printer, a printer from Basel
    return stands_for(one.slot, 0.85, name, other)


def _moved_in_part(pair: Pair, mine: list[int], theirs: list[int]) -> bool:
    """Whether another part of one of two names stands elsewhere in the other statement: Lena Marsh, Marsh directed."""
    return any(_named_beside(pair, side, at) for side, at in ((0, mine), (1, theirs)))


def _named_beside(pair: Pair, side: int, places: list[int]) -> bool:
    """Whether a word of a name that stands elsewhere in the other statement is next to some places."""
    tokens = (pair.left, pair.right)[side]
    moved = {match[side] for match in pair.moved}
    return any(at in moved and tokens.name[at] for at in (places[0] - 1, places[-1] + 1))


def _country_and_place(pair: Pair, mine: list[int], theirs: list[int]) -> bool:
    """Whether only one of two names is of a country or its people."""
    sides = [[pair.left.stems[i] for i in mine], [pair.right.stems[j] for j in theirs]]
    areas = [any(stem in words.areas() for stem in stems) for stems in sides]
    others = sides[areas.index(False)] if len(set(areas)) == 2 else []
    return bool(others)


def _names_of(tokens: Tokens, indices: list[int]) -> list[int]:
    """The indices that are part of a name; a title by itself names nobody."""
    found = names_in(tokens, indices)
    return [] if all(tokens.words[i] in titles() for i in found) else found


_one_only = re.compile(r"\b(?:won|wins?|first|only|last|oldest|largest|elected|appointed|named|chosen|sole)\b")
"""What only one can do or be."""


def of_two(pair: Pair) -> bool:
    """Whether two accounts tell the like of two things, each by its name: two bridges, each with its length.

    Two versions of one sentence laid side by side are of one thing; so is what only one can be.
    """
    if pair.given or pair.a.language != "en" or _one_only.search(pair.a.key):
        return False
    content = [i for i, weighs in enumerate(pair.left.content) if weighs]
    early = set(content[: (len(content) + 1) // 2])
    return any(
        one.slot == "identity" and early & set(names_in(pair.left, one.a)) and names_in(pair.right, one.b)
        for one in differences(pair)
    )


_of_another_time = Cue(
    r"\b(?:what (?:is|was) (?:now|today|then)|(?:is|are|was|were) (?:now|then) (?:called|known as|named)"
    r"|(?:now|then|formerly|later)(?: called| known as| named)?|(?:once|previously) (?:called|known as|named)"
    r"|today's|today|(?:present|modern|current)-day|modern) (?:the )?(?:(?:city|town|village) of )?([^\W\d_][\w-]+)"
)


@of_one
def named_anew(side: Features) -> frozenset[str]:
    """The names that English statements give as those of another time: in what is now Oslo, Breslau, now Wrocław."""
    found = (match[1] for match in _of_another_time.finditer(side.key)) if side.language == "en" else ()
    return frozenset(name for name in found if name in side.tokens.named or words.stem(name) in side.tokens.named)


def said_elsewhere(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether the other statement has the name too, or both are known, or may be, names of one thing."""
    if not named_anew(pair.a).isdisjoint(mine.split()) or not named_anew(pair.b).isdisjoint(theirs.split()):
        return True
    if (mine in pair.b.key or theirs in pair.a.key) and not two_names(mine, theirs):
        return True
    return mine in pair.a.names and theirs in pair.a.names


def _by_figure(pair: Pair, one: Difference) -> Finding | None:
    """Scores, model numbers and the like: figures that are no quantities."""
    mine = [pair.left.words[i] for i in one.a if _figure.search(pair.left.words[i])]
    theirs = [pair.right.words[j] for j in one.b if _figure.search(pair.right.words[j])]
    if mine and theirs and mine[0] != theirs[0] and len(mine) == len(theirs) and not _score_turned(pair, mine, theirs):
        return Finding(
            facet=Facet.QUANTITY,
            verdict=Verdict.CONFLICT,
            weight=0.8,
            reason=f"“{mine[0]}” stands where the other has “{theirs[0]}”",
        )
    return None


_score = re.compile("(\\d+)([-:比])(\\d+)")


def _score_turned(pair: Pair, mine: list[str], theirs: list[str]) -> bool:
    """Whether a score is told from the other side: A won 6-4, B lost 4-6."""
    turned = [_score.sub(r"\3\2\1", word) for word in mine]
    firsts = [next(iter(tokens.content_stems()), "") for tokens in (pair.left, pair.right)]
    return turned == theirs and bool(pair.moved) and firsts[0] != firsts[1]


def _by_han(pair: Pair, one: Difference) -> Finding | None:
    """Chinese words that no table knows: another name in the same place, by surname or by the word before it."""
    mine, theirs = "".join(pair.left.words[i] for i in one.a), "".join(pair.right.words[j] for j in one.b)
    if not (_han_only.fullmatch(mine) and _han_only.fullmatch(theirs)) or set(mine) & set(theirs):
        return None
    surnames = table("names", "zh")["surname"]
    if 2 <= len(mine) <= 3 and 2 <= len(theirs) <= 3 and mine.startswith(surnames) and theirs.startswith(surnames):
        return stands_for(one.slot, 0.8, mine, theirs)
    lead = pair.left.words[one.a[0] - 1] if one.a[0] else ""
    sizes = sorted((len(mine), len(theirs)))
    if lead in _LEADS and len(pair.blocks) == 1 and pair.closeness >= VERSIONS and sizes[0] > 1 and sizes[1] <= 4:
        return stands_for(one.slot, 0.7, mine, theirs)
    return None


_LEADS = frozenset("在于由为是到至往向对与和从被给叫")
"""Words that lead to a name or a noun: another one after them is another thing, not another wording."""


@cache
def titles() -> frozenset[str]:
    """Offices and trades that stand right before a name."""
    return frozenset(table("names", "en")["title"]) | _TRADES


_TRADES = frozenset((
    "architect", "director", "author", "novelist", "composer", "conductor", "sculptor", "painter", "poet", "designer",
    "engineer", "actor", "actress", "singer", "producer", "writer", "playwright", "photographer", "explorer",
    "publisher", "founder", "inventor", "choreographer", "editor", "manager", "coach", "captain", "goalkeeper",
))  # fmt: skip
