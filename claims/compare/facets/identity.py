"""Who or what: other names, other members of one class, or the same words with their roles exchanged."""

from collections.abc import Iterator
from functools import cache

from claims.compare import words
from claims.compare.alignment import VERSIONS, Pair, one_deed
from claims.compare.english import paired_en, ranked_en
from claims.compare.facets import date
from claims.compare.facets.converse import converse
from claims.compare.facets.polarity import excepting, few
from claims.compare.facets.quantity import in_other_measures
from claims.compare.facets.scope import contrasts, own_names
from claims.compare.needed import Cue
from claims.compare.respelt import two_names
from claims.compare.slots import (
    Difference,
    coordinated,
    differences,
    events_of_both,
    exchanged,
    may_be_one,
    names_in,
    passive,
    permuted,
    rebound,
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


def _conflict(slot: str, weight: float, mine: str, theirs: str) -> Finding:
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


def _both_once(pair: Pair) -> bool:
    """Whether two undated Chinese statements tell what somebody once was or did: he may have held two offices."""
    return not (pair.a.dates or pair.b.dates) and bool(_once.search(pair.a.key) and _once.search(pair.b.key))


def _by_class(pair: Pair, one: Difference) -> Finding | None:
    theirs = [j for j in one.b if words.has_rivals(pair.right.stems[j])]
    if not theirs or turned_comparison(pair) or few(pair.a) != few(pair.b) or _both_once(pair):
        return None
    for i in one.a:
        for j in theirs:
            if _of_one_more_deed(pair.left, pair.only_a, i) != _of_one_more_deed(pair.right, pair.only_b, j):
                continue
            if not words.exclude(pair.left.stems[i], pair.right.stems[j]) or _of_the_year_before(pair, i, j):
                continue
            if in_other_measures(pair, i, j) or one_deed(pair.left, i, pair.right, j):
                continue
            if not (_told_of_each(pair, i, j) or _one_more(pair, pair.left.words[i], pair.right.words[j])):
                return _conflict(one.slot, 0.9, pair.left.words[i], pair.right.words[j])
    return None


def _one_more(pair: Pair, mine: str, theirs: str) -> bool:
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
    if may_be_one(name, other) or _said_elsewhere(pair, name, other) or _moved_in_part(pair, mine, theirs):
        return None
    if pair.a.language == "en" and _country_and_place(pair, mine, theirs):
        return None  # a Swiss printer, a printer from Basel
    return _conflict(one.slot, 0.85, name, other)


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
    return [] if all(tokens.words[i] in _titles() for i in found) else found


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


def _said_elsewhere(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether the other statement has the name too, or both are known to be names of one thing."""
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
        return _conflict(one.slot, 0.8, mine, theirs)
    lead = pair.left.words[one.a[0] - 1] if one.a[0] else ""
    sizes = sorted((len(mine), len(theirs)))
    if lead in _LEADS and len(pair.blocks) == 1 and pair.closeness >= VERSIONS and sizes[0] > 1 and sizes[1] <= 4:
        return _conflict(one.slot, 0.7, mine, theirs)
    return None


_LEADS = frozenset("在于由为是到至往向对与和从被给叫")
"""Words that lead to a name or a noun: another one after them is another thing, not another wording."""


RANKS = frozenset(["deputy", "vice", "assistant", "junior", "acting", "副", "代理"])


def ranks(pair: Pair) -> Iterator[Finding]:
    """The deputy of an office and its holder; the second-largest and the largest."""
    for tokens, other, own in ((pair.left, pair.right, pair.only_a), (pair.right, pair.left, pair.only_b)):
        for i in own:
            after = tokens.stems[i + 1] if i + 1 < len(tokens.stems) else ""
            if tokens.words[i] in RANKS and after in other.stems and RANKS.isdisjoint(other.words):
                yield _conflict("identity", 0.8, f"{tokens.words[i]} {after}", after)
                return
    for one, another in ranked_en.places(pair):
        of_one_list = one.thing == another.thing and (one.scope == another.scope or not (one.scope and another.scope))
        if (of_one_list or pair.closeness >= VERSIONS) and not (one.head and another.head):
            yield _conflict("identity", 0.8, one.said, another.said)
            return


def swapped_events(pair: Pair) -> Iterator[Finding]:
    """A beat B in one, B beat A in the other."""
    if not (pair.a.names and pair.b.names) or (pair.frames[0] & pair.frames[1]).isdisjoint(DIRECTED):
        return
    for one in events_of_both(pair)[0]:
        for other in events_of_both(pair)[1]:
            alike = one.frame == other.frame and one.frame in DIRECTED and one.negated == other.negated
            turned = one.before & other.after and one.after & other.before and not one.before & other.before
            if alike and turned:
                first, second = min(one.before & other.after), min(one.after & other.before)
                yield Finding(
                    facet=Facet.IDENTITY,
                    verdict=Verdict.CONFLICT,
                    weight=0.85,
                    reason=f"“{first}” and “{second}” have exchanged their roles ({one.frame})",
                )
                return


DIRECTED = frozenset({"wins", "acquires", "appoints", "leads", "elects", "kills", "pays"})
"""Frames that do not hold both ways round."""


def _office_holders(pair: Pair) -> Iterator[Finding]:
    """Another name right behind one office or trade: the architect A, the architect B."""
    if not pair.given or pair.cover < OFFICES:
        return
    mine, theirs = _titled(pair.left), _titled(pair.right)
    for title, name in mine.items():
        other = theirs.get(title)
        if not other or may_be_one(name, other):
            continue
        said = [word in pair.b.key for word in name.split()] + [word in pair.a.key for word in other.split()]
        if not any(said):
            yield _conflict("identity", 0.8, f"{title} {name}", f"{title} {other}")


def _titled(tokens: Tokens) -> dict[str, str]:
    """The offices and trades of a statement, each with the name right behind it."""
    found: dict[str, str] = {}
    for i, word in enumerate(tokens.words[:-1]):
        if word in _titles() and not tokens.name[i] and tokens.name[i + 1] and tokens.clause[i] == tokens.clause[i + 1]:
            end = i + 1
            while end < len(tokens.words) and tokens.name[end] and tokens.clause[end] == tokens.clause[i]:
                end += 1
            found.setdefault(word, tokens.phrase(list(range(i + 1, end))))
    return found


@cache
def _titles() -> frozenset[str]:
    return frozenset(table("names", "en")["title"]) | _TRADES


_TRADES = frozenset(
    (
        *(
            "architect",
            "director",
            "author",
            "novelist",
            "composer",
            "conductor",
            "sculptor",
            "painter",
            "poet",
            "designer",
        ),
        *("engineer", "actor", "actress", "singer", "producer", "writer", "playwright", "photographer", "explorer"),
        *("publisher", "founder", "inventor", "choreographer", "editor", "manager", "coach", "captain", "goalkeeper"),
    )
)


OFFICES = 0.45
_PLACED = frozenset(["in", "at", "near", "outside", "off"])


def _places(tokens: Tokens) -> list[str]:
    """The names right behind a word of place."""
    found = []
    for i, word in enumerate(tokens.words[:-1]):
        k = i + 2 if tokens.words[i + 1] == "the" else i + 1
        if word in _PLACED and k < len(tokens.words) and tokens.name[k] and tokens.number[k] < 0:
            end = k
            while end < len(tokens.words) and tokens.name[end] and tokens.clause[end] == tokens.clause[k]:
                end += 1
            found.append(tokens.phrase(list(range(k, end))))
    return found


def elsewhere(pair: Pair) -> Iterator[Finding]:
    """One event of one day at two places."""
    if not pair.given:
        return
    days = {one.first for one in pair.a.dates if one.first and one.first == one.last}
    if days.isdisjoint(one.first for one in pair.b.dates if one.first == one.last):
        return
    mine, theirs = _places(pair.left), _places(pair.right)
    if len(mine) != 1 or len(theirs) != 1 or may_be_one(mine[0], theirs[0]):
        return
    if not _said_elsewhere(pair, mine[0], theirs[0]):
        yield _conflict("place", 0.85, mine[0], theirs[0])


MEMBERS = {"en": 0.6, "zh": 0.42}
"""From this share of the shorter one's content on, another member of a class is another account of the same thing."""
_unique = Cue(
    r"\b(?:first|only|sole|last|youngest|oldest|earliest)\b|首位|首个|首名|首座|第一位|第一个|第一名|唯一|最早|首度|首次"
)


KIN = frozenset(
    map(words.stem, ("father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "uncle", "aunt"))
)
_NUMERALS = frozenset("第一二三四五六七八九十")


def _one_of_a_kind(pair: Pair) -> Iterator[Finding]:
    """Another name for what only one can be: the first, the only one."""
    if not pair.given or pair.cover < UNIQUE or not (_unique.search(pair.a.key) and _unique.search(pair.b.key)):
        return
    if pair.other_subject and (names := own_names(pair)) is not None:
        yield _conflict("identity", 0.8, *names)


UNIQUE = 0.5


def _other_member(pair: Pair) -> Iterator[Finding]:
    """Another member of one class, wherever it stands in two statements that otherwise tell the same."""
    least = MEMBERS[pair.a.language]
    if not pair.given or _both_once(pair) or (pair.given_english and paired_en.agree(pair)):
        return
    if pair.closeness < ALIKE and pair.cover >= least and min(pair.left_over) <= 4:
        for mine, theirs in contrasts(pair):
            if {mine, theirs} <= KIN and min(pair.left_over) > 1:
                continue  # the son of a minister; his four sisters
            if mine[0] not in _NUMERALS and theirs[0] not in _NUMERALS and not _one_more(pair, mine, theirs):
                yield _conflict("identity", 0.8, mine, theirs)
                return


def roles(pair: Pair) -> Iterator[Finding]:
    """The same words with two of them exchanged: who did it to whom."""
    swapped = rebound(pair) or (not permuted(pair) and exchanged(pair))
    if not swapped or coordinated(pair) or excepting(pair) or passive(pair.a) != passive(pair.b):
        return
    if _voices_differ(pair) or date.moved_along(pair):
        return
    if converse(pair) or (turned_comparison(pair) and any(contrasts(pair))):
        return
    mine, theirs = swapped[0]
    yield Finding(
        facet=Facet.IDENTITY,
        verdict=Verdict.CONFLICT,
        weight=0.85,
        reason=f"“{mine}” and “{theirs}” have exchanged their roles",
    )


_BE = frozenset(["was", "were", "is", "are", "been", "be", "being"])


def _voices_differ(pair: Pair) -> bool:
    """Whether one has in the passive what the other has in the active: they were exported, it exported them."""
    for i, j in pair.both:
        word = pair.left.words[i]
        if not pair.left.content[i] or not word.endswith(("ed", "en", "n", "t")):
            continue
        voices = [
            not _BE.isdisjoint(tokens.words[max(0, at - 2) : at]) for tokens, at in ((pair.left, i), (pair.right, j))
        ]
        if voices[0] != voices[1]:
            return True
    return False


def findings(pair: Pair) -> Iterator[Finding]:
    """All that tells another identity."""
    yield from roles(pair)
    yield from ranks(pair)
    yield from swapped_events(pair)
    yield from _office_holders(pair)
    yield from _other_member(pair)
    yield from _one_of_a_kind(pair)
    yield from (finding for finding in fillers(pair) if finding.facet not in {Facet.PLACE, Facet.DESTINATION})
