"""Two English accounts of one thing, laid side by side and built in different ways, that cannot both be true.

The comparison of slots asks for sentences of one build. Where somebody chose the pair, less will do: they tell of one
thing when most of the shorter one's content is shared, and then one word that excludes another decides.
"""

from collections.abc import Iterator

from rapidfuzz import fuzz

from claims.compare import words
from claims.compare.akin import akin, kindred, known
from claims.compare.alignment import Pair
from claims.compare.english import (
    apart_en,
    dayparts_en,
    denied_en,
    excluded,
    governed,
    paired_en,
    phrases,
    positions_en,
    roles_en,
    versions,
)
from claims.compare.english.governed import NO_SLOT
from claims.compare.facets import period
from claims.compare.facets.converse import converse
from claims.compare.facets.fillers import named_anew, turned_comparison
from claims.compare.facets.identity import KIN
from claims.compare.facets.period import span_of, touch
from claims.compare.facets.polarity import few, turned
from claims.compare.facets.quantity import findings as figures_of
from claims.compare.facets.quantity import of_two_parts
from claims.compare.facets.scope import one_adds, one_later, own_names
from claims.compare.needed import Cue
from claims.compare.slots import may_be_one, name_shared
from claims.compare.tokens import Tokens
from claims.compare.values import Comparison, Finding, Verdict
from claims.model import Certainty, Facet, RelationKind
from evidence.text import lazy_re as re

COVER = 0.5
"""From this share of the shorter one's content on, two accounts are of one thing."""
DATED = 0.7
STRANGE = 6.0
"""Most content that both together may have for themselves."""


def relation(pair: Pair, found: list[Finding]) -> Comparison | None:
    """The conflict of two accounts of one thing, if there is one."""
    if not pair.given_english:
        return None
    if not period.disjoint(pair) and (placed := next(positions_en.clashes(pair), None)) is not None:
        return Comparison(kind=RelationKind.CONFLICTS, facet=placed[0], score=0.55, reasons=(placed[1],))
    if _of_two_things(pair):
        return None
    for facet, reason in _clashes(pair, found):
        return Comparison(kind=RelationKind.CONFLICTS, facet=facet, score=0.55, reasons=(reason,))
    return None


def _of_two_things(pair: Pair) -> bool:
    """Whether figures, times or plans show that the two tell of different things."""
    planned = {one.certainty is Certainty.PLANNED for one in (pair.a, pair.b)}
    differ = any(one.verdict is Verdict.CONFLICT for one in figures_of(pair))
    later = one_later(pair) and not _same_times(pair)  # closed in 1931 and two years later pulled down
    added = pair.closeness < VERSIONS and one_adds(pair)
    added = added or denied_en.parts_of_whole(pair)  # nine lost their seats, two kept theirs
    return len(planned) == 2 or differ or later or added or _in_turn(pair) or of_two_parts(pair)


_turn = Cue(r"\b(?:second(?! of)|third(?! of)|another|other|latter|successor|succeeded|return leg|remake|again)\b")


def _in_turn(pair: Pair) -> bool:
    return bool(_turn.search(pair.a.key)) != bool(_turn.search(pair.b.key))


def _clashes(pair: Pair, found: list[Finding]) -> Iterator[tuple[Facet, str]]:
    disjoint = period.disjoint(pair)
    if not disjoint:
        yield from _scores(pair)
        yield from paired_en.clashes(pair)
        yield from excluded.of_one_event(pair)
        if reason := dayparts_en.apart(pair):
            yield Facet.DATE, reason
    if _other_figures(pair):
        return
    if not disjoint:
        yield from phrases.clashes(pair)
        yield from excluded.clashes(pair)
        if not _turned(pair):
            yield from _by_contrast(pair)
            yield from _by_modifier(pair)
            yield from _replaced(pair)
            yield from governed.clashes(pair)
            yield from versions.clashes(pair)
            yield from roles_en.clashes(pair)
        yield from _found_before(pair, found)
        if pair.cover >= COVER and (reason := denied_en.turned(pair)):
            yield Facet.IDENTITY, reason
        yield from _by_place(pair)
    yield from _once(pair)


def _other_figures(pair: Pair) -> bool:
    """Whether both give figures and none of them is the same: then they measure two things."""
    values = [{(one.low, one.high) for one in side.quantities} for side in (pair.a, pair.b)]
    return all(values) and not values[0] & values[1]


_score = re.compile(r"(?<![\d-])(\d{1,2})-(\d{1,2})(?![\d-])")


def _scores(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Another result between the same two parties."""
    if "-" not in pair.a.key or "-" not in pair.b.key:
        return
    mine, theirs = _score.findall(pair.a.key), _score.findall(pair.b.key)
    if len(mine) != 1 or len(theirs) != 1 or sorted(mine[0], key=int) == sorted(theirs[0], key=int):
        return
    if len(_shared_names(pair)) >= 2 and _alike(pair):
        yield Facet.QUANTITY, f"the score is {'–'.join(mine[0])} in one, {'–'.join(theirs[0])} in the other"


def _shared_names(pair: Pair) -> set[str]:
    sides = [set(one.named) for one in (pair.left, pair.right)]
    return sides[0] & set(pair.right.stems) | sides[1] & set(pair.left.stems)


def _alike(pair: Pair, least: float = COVER) -> bool:
    """Whether most of the shorter one is shared, or a name and the very same time."""
    if sum(pair.left_over) > STRANGE and pair.cover < 0.8:
        return False
    if pair.cover >= least and pair.shared >= 2:
        return True
    return pair.cover >= least - 0.15 and name_shared(pair) and _same_times(pair)


def _same_times(pair: Pair) -> bool:
    mine, theirs = ({(one.first, one.last) for one in side.dates if one.first or one.last} for side in (pair.a, pair.b))
    return bool(mine & theirs)


def _by_contrast(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Two members of one class, one on each side."""
    if not _alike(pair) or turned_comparison(pair) or few(pair.a) != few(pair.b):
        return
    for mine, theirs in pair.contrasts:
        if of_other_subjects(pair, mine, theirs) or {mine, theirs} <= apart_en.STAGES:
            continue
        if {mine, theirs} <= KIN and min(pair.left_over) > 1:
            continue  # the son of a minister; his four sisters
        if not (mine.isdigit() or theirs.isdigit() or mine in _LOOSE or theirs in _LOOSE):
            yield Facet.IDENTITY, f"“{mine}” against “{theirs}”"
            return


def _turned(pair: Pair) -> bool:
    """Whether one denies what the other says, of another member of a class: for adults, not for children."""
    return pair.closeness < VERSIONS and turned(pair) and not all(words.opposed(*each) for each in pair.contrasts)


SUBJECT = 3


def of_other_subjects(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether two words tell the subjects of the sentences apart: the left bank, on the right bank."""
    if (
        pair.closeness < VERSIONS
        and own_names(pair) is not None
        and all(
            any(side.name[: SUBJECT + 1])
            and not {side.stems[i] for i in range(min(len(side.stems), SUBJECT + 1)) if side.name[i]} & other.seen
            for side, other in ((pair.left, pair.right), (pair.right, pair.left))
        )
    ):
        return True  # her brother Tom, her brother Alan
    if pair.closeness >= VERSIONS or mine not in pair.left.stems or theirs not in pair.right.stems:
        return False
    return pair.left.stems.index(mine) <= SUBJECT and pair.right.stems.index(theirs) <= SUBJECT


VERSIONS = 0.8
_LOOSE = words.reckoned_words("loose")


def _by_modifier(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Another capitalised word before one noun: Franciscan monks, Dominican monks."""
    if not _alike(pair):
        return
    mine, theirs = _modified(pair.left), _modified(pair.right)
    for noun in sorted(mine.keys() & theirs.keys()):
        one, other = mine[noun], theirs[noun]
        if one != other and one not in pair.right.seen and other not in pair.left.seen and not may_be_one(one, other):
            yield Facet.IDENTITY, f"“{one} {noun}” against “{other} {noun}”"
            return


def _modified(tokens: Tokens) -> dict[str, str]:
    found: dict[str, str] = {}
    for i in range(1, len(tokens.words)):
        lead = tokens.words[i - 2] if i > 1 else ""
        noun = tokens.content[i] and not tokens.name[i] and tokens.words[i].isalpha()
        if noun and tokens.name[i - 1] and lead in _DETERMINERS and tokens.clause[i] == tokens.clause[i - 1]:
            found.setdefault(tokens.stems[i], tokens.stems[i - 1])
    return found


NEARLY = 0.85


def _replaced(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """One word stands for another in what is otherwise one sentence, and nothing makes the two akin."""
    if pair.closeness < NEAR or len(pair.only_a) != 1 or len(pair.only_b) != 1 or converse(pair):
        return
    i, j = pair.only_a[0], pair.only_b[0]
    mine, theirs = pair.left.stems[i], pair.right.stems[j]
    if not NO_SLOT.isdisjoint((mine, theirs)):
        return
    both = known(mine) and known(theirs)
    if abs(i - j) > 1 or fuzz.ratio(mine, theirs) >= (MISSPELT if both else AKIN) or may_be_one(mine, theirs):
        return
    if roles_en.one_trade(mine, theirs) or (
        i and j and (pair.left.words[i - 1] in _JOINING) != (pair.right.words[j - 1] in _JOINING)
    ):
        return
    late = pair.closeness >= NEARLY and min(i, j) > SUBJECT
    heads = _ends_phrase(pair.left, i) and _ends_phrase(pair.right, j) and _led(pair, i)
    subject = both and pair.closeness >= NEARLY and _all_else_told(pair) and not kindred(mine, theirs)
    if (late or (heads and (both or pair.closeness >= NEARLY)) or subject) and not akin(mine, theirs):
        yield Facet.IDENTITY, f"“{pair.left.words[i]}” stands where the other has “{pair.right.words[j]}”"


def _all_else_told(pair: Pair) -> bool:
    """Whether both name somebody or some place and give a day or figure, the same: then they tell of one event."""
    if not name_shared(pair) or pair.only_a[0] > SUBJECT:
        return False
    mine, theirs = (
        {(one.first, one.last) for one in side.dates} | {(one.low, one.high) for one in side.quantities}
        for side in (pair.a, pair.b)
    )
    return bool(mine) and mine == theirs


_JOINING = frozenset(["and", "or", "but"])
NEAR = 0.75
"""From here on, a noun that stands for another noun late in the sentence tells of another thing."""
LEADING = 2
"""So many words with content must stand before it in both."""


def _led(pair: Pair, place: int) -> bool:
    """Whether the sentence is well under way in both before a word: what it is about has been said."""
    before = {i for i, _ in pair.matched if i < place and pair.left.content[i]}
    return len(before) >= LEADING and not all(pair.left.name[i] for i in before)


def _ends_phrase(tokens: Tokens, i: int) -> bool:
    """Whether a word is the last of its phrase, as a noun is: a small word, a figure or nothing follows it."""
    after = i + 1
    return after == len(tokens.stems) or tokens.clause[after] != tokens.clause[i] or not tokens.content[after]


AKIN, MISSPELT = 70, 85
"""From such a likeness of letters on, two words may be one: forms of it that no table knows; a slip of the pen."""
_DETERMINERS = frozenset(["the", "a", "an", "by", "of", "with", "from", "two", "three", "some", "several"])


def _found_before(pair: Pair, found: list[Finding]) -> Iterator[tuple[Facet, str]]:
    """Clashes that were seen in sentences of unlike build, and set aside for that."""
    named = name_shared(pair)
    for one in found:
        if one.verdict is not Verdict.CONFLICT or one.facet in {Facet.DATE, Facet.QUANTITY, Facet.CERTAINTY}:
            continue
        least = 0.33 if named else 0.45
        if one.reason.startswith("only one") and pair.cover < COVER:
            continue
        if one.facet is Facet.POLARITY and (one.weight < 0.85 or "with" in one.reason or _harmless(pair)):
            continue
        if one.facet is Facet.POLARITY and apart_en.of_two(pair):
            continue
        if one.facet is Facet.POLARITY and not all(words.opposed(*each) for each in pair.contrasts):
            continue  # the east arch collapsed, the west arch survived
        contrasts = pair.contrasts if one.facet is Facet.IDENTITY else []
        if contrasts and _turned(pair):
            continue
        if any(of_other_subjects(pair, *each) or apart_en.STAGES.issuperset(each) for each in contrasts):
            continue
        if one.weight >= 0.8 and pair.cover >= least and sum(pair.left_over) <= 2 * STRANGE:
            yield one.facet, one.reason
            return


_unhurt = re.compile(r"\b(?:unharmed|unhurt|uninjured|unscathed|safe|no (?:one|body)|none|nobody)\b")


def _harmless(pair: Pair) -> bool:
    """Whether both tell in words of their own that nobody came to harm."""
    return bool(_unhurt.search(pair.a.key) and _unhurt.search(pair.b.key))


_PLACED_DEEDS = frozenset(
    {
        "born", "raised", "native", "endemic", "indigenous", "baptised", "buried", "married", "died", "founded",
        "signed", "held", "performed", "premiered", "based", "headquartered", "situated", "located", "set",
        "filmed", "shot", "recorded", "printed", "published", "built", "launched", "opened", "educated",
        "crashed", "stationed", "imprisoned", "executed", "crowned", "ordained", "arrested", "moored",
        "wrecked", "discovered", "exhibited", "staged",
    }
)  # fmt: skip


def _by_place(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """One deed at two places: born in X, a native of Y."""
    mine, theirs = _placed(pair.left), _placed(pair.right)
    for deed in sorted(mine.keys() & theirs.keys()):
        one, other = mine[deed], theirs[deed]
        elsewhere = one.isdisjoint(pair.right.seen) and other.isdisjoint(pair.left.seen)
        elsewhere = elsewhere and not (one & named_anew(pair.a) or other & named_anew(pair.b))
        if elsewhere and name_shared(pair) and pair.cover >= 0.4:
            yield Facet.PLACE, f"“{' '.join(sorted(one))}” against “{' '.join(sorted(other))}”"
            return


_SAME_DEED = {
    "native": "born", "endemic": "born", "indigenous": "born", "headquartered": "based", "located": "based",
    "situated": "based", "shot": "filmed", "staged": "performed", "premiered": "performed",
}  # fmt: skip


def _placed(tokens: Tokens) -> dict[str, frozenset[str]]:
    """Deeds with the place right behind them."""
    found: dict[str, frozenset[str]] = {}
    for i, word in enumerate(tokens.words):
        if word not in _PLACED_DEEDS:
            continue
        for k in range(i + 1, min(i + 3, len(tokens.words) - 1)):
            if (
                tokens.words[k] in {"in", "at", "of", "to", "near"}
                and tokens.name[k + 1]
                and tokens.clause[k + 1] == tokens.clause[i]
            ):
                end = k + 1
                while end < len(tokens.words) and tokens.name[end] and tokens.clause[end] == tokens.clause[i]:
                    end += 1
                found[_SAME_DEED.get(word, word)] = frozenset(tokens.stems[k + 1 : end])
                break
    return found


_only_once = Cue(
    r"\b(?:first|last|latest|only|sole|most recent\w*|born|died|founded|opened|built|completed|inaugurated|discovered"
    r"|abolished|introduced|demolished|established|launched|premiered|published|consecrated)\b"
)


def _once(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Another time for what happens only once: the first transplant, the last eruption, a birth."""
    if pair.cover < DATED or not (_only_once.search(pair.a.key) and _only_once.search(pair.b.key)):
        return
    sides = [[one for one in side.dates if one.first or one.last] for side in (pair.a, pair.b)]
    if len(sides[0]) != 1 or len(sides[1]) != 1 or min(pair.left_over) > 1.5:
        return
    mine, theirs = (
        span_of(side[0], of, shared_time=False)[0] for side, of in zip(sides, (pair.a, pair.b), strict=True)
    )
    if None not in mine and None not in theirs and not touch(mine, theirs):
        yield Facet.DATE, f"“{sides[0][0].text}” and “{sides[1][0].text}” are different times"


def of_others(pair: Pair) -> bool:
    """Whether a contrast tells the subjects of two statements apart."""
    return any(of_other_subjects(pair, mine, theirs) for mine, theirs in pair.contrasts)


__all__ = ["of_others", "relation"]
