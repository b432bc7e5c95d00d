"""Two accounts of one story: which claim of the one tells what a claim of the other tells.

Taken by themselves two claims show little: one says who, the other “he”; the day stands in the sentence before. Laid
beside the whole of both documents they show more. A pair is weighed twice, by logistic regression: first by its own
signals (`claims/accounts/signals.py`), then by how it stands among the others: how much better it is than the next best
of either claim, and whether what stands beside the two is tied too. The surest pairs are taken first, and each claim
once; a claim that is tied already is taken again only where that is much surer.

    told_again(a, b) ─► (place in a, place in b, how surely), …

The answer hangs on the claims of the two documents alone, so it is the same whichever came first. The weights stand in
`tables/accounts.toml`; `python -m benchmarks.accounts` fits them and says how well they hold on stories they were not
fitted on.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import mul
from typing import NamedTuple

from claims.accounts.reasons import Ties
from claims.accounts.sides import Side
from claims.accounts.signals import SIGNALS, Story, Told
from claims.accounts.terms import Term, everyday
from claims.compare import akin
from claims.compare.alignment import Pair
from claims.compare.crossing import glosses
from claims.compare.retelling import about, contraries, corrections
from claims.compare.slots import may_be_one
from claims.compare.values import Comparison, Features, Retelling
from claims.compare.words import stem
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

STANDING = ("tie", "lead", "greater_lead", "neighbours")
"""What is measured of a pair among the others: its own signals weighed; by how much it leads the next best pair of
either claim, the lesser and the greater lead; how surely the claims right beside the two are tied."""
LEAST, AGAIN, MORE, LONG = 0.3, 2.0, 0.5, 1.5
"""The least probability of a tie, and how much more (in log-odds) a claim must show that is tied already."""
TELLING = {"figures": 0.2, "days": 0.5, "events": 0.25, "characters": 0.8}
A_WORD, ONE_WORD = 0.3, 1.0
"""From these signals on, more ties two claims than a name or a word; what a word that counts, and a rare one, come to.
Of 28 such ties of 18 stories, four told one thing."""
VALUES = {"figures": 0.2, "days": 0.2, "names": 0.3}
PLAIN, COUNTS = 0.5, 0.2
"""Where none of these tells as much, words of everyday use tie only from these log-odds on; what a word that counts
comes to. Of 13 such ties of 19 stories below, four told one thing; of 16 by other words, thirteen."""
NAMED, RARE = 3.0, 0.2
"""What a tie counts in which a name is shared that is so rare."""
FEWEST, SHARE, FEW = 6.5, 0.1, 0.5
"""Two documents tell one story when so many ties are to be expected, and such a share of the claims of the shorter
account; where these are few, this share of them is enough. Of 840 pairs of documents of two stories, all but one (two
storms) come to seven eighths of that at most; of 21 pairs of one story, each comes to an eighth more at least."""
NEARLY = -0.6
"""How much better another pair may be, in log-odds, than one that answers to each other about as well as any."""
CLOSE, PUT_RIGHT, OPPOSED = -2.3, -4.3, -4.0
"""From these log-odds on, a pair that was not chosen is looked at for a conflict: what clashes is tied less surely;
what tells contraries that one thing cannot be at once, less so; and least what one puts right, since it says itself
that others say so."""
USUAL = 45
"""As many claims as an account has of those on which the weights are fitted, about."""
NONE = -9.0
"""The log-odds of what shares nothing."""
LEAD = 3.0
"""Most by which a pair leads another one."""
REACH, FARTHER, BACKWARDS = 2, 0.7, 0.8
"""How many claims before and after are its neighbours; what the second one counts, and one in the opposite order."""

Weights = Mapping[str, Mapping[str, float]]


class Weighed(NamedTuple):
    """A pair of claims with what was measured of it."""

    i: int
    j: int
    signals: tuple[float, ...]
    standing: tuple[float, ...]
    odds: float
    """Log-odds that the two tell one thing."""


@cache
def weights() -> dict[str, dict[str, float]]:
    """The fitted weights, by signal."""
    return tomllib.loads(files("claims").joinpath("tables", "accounts.toml").read_text("utf-8"))


def told_again(a: Sequence[Told], b: Sequence[Told], given: Weights | None = None) -> list[tuple[int, int, Retelling]]:
    """The claims of two documents that tell one thing: (place in a, place in b, how surely), in order.

    `given` are other weights than the fitted ones.
    """
    story = Story(a, b)
    weighed = weigh_all(story, given or weights())
    taken = chosen(story, weighed)
    if math.fsum(_of_one_story(one) for one, _ in taken) < _enough(min(len(a), len(b))):
        return []
    ties = {(one.i, one.j): _retelling(story, one, mutual=mutual) for one, mutual in taken}
    for one in weighed:
        if (one.i, one.j) not in ties and one.odds >= _least(story, one):
            ties[one.i, one.j] = _retelling(story, one, mutual=False)._replace(tied=False)
    return sorted((i, j, told) for (i, j), told in ties.items())


def _least(story: Story, one: Weighed) -> float:
    """From which log-odds on a pair that was not chosen may clash."""
    if one.odds >= CLOSE:
        return CLOSE
    a, b = story.a.claims[one.i].features, story.b.claims[one.j].features
    if any(map(corrections.puts_right, (a, b))):
        return PUT_RIGHT
    return OPPOSED if one.odds >= OPPOSED and contraries.found(Pair(a, b)) is not None else CLOSE


def _of_one_story(one: Weighed) -> float:
    """How much a tie says for one story: the like is told of others, a rare name is seldom shared by chance."""
    return _probability(one.odds) * (NAMED if one.signals[SIGNALS.index("names")] > RARE else 1.0)


def _enough(claims: int) -> float:
    return min(FEW * claims, FEWEST + SHARE * claims)


def weigh_all(story: Story, given: Weights) -> list[Weighed]:
    """All pairs that share something, weighed."""
    measured = story.measured()
    base, factors = _weights(given["signals"], SIGNALS)
    base -= crowd(len(story.a.claims), len(story.b.claims))
    own = {pair: base + sum(map(mul, factors, signals)) for pair, signals in measured.items()}
    standing = _standing(story, own)
    base, factors = _weights(given["standing"], STANDING)
    return [
        Weighed(*pair, signals, standing[pair], base + sum(map(mul, factors, standing[pair])))
        for pair, signals in measured.items()
    ]


def crowd(a: int, b: int) -> float:
    """What the log-odds of any pair lose in long accounts, where more pairs look alike by chance."""
    return max(0.0, math.log(math.sqrt(a * b) / USUAL)) if a and b else 0.0


def _weights(given: Mapping[str, float], names: Sequence[str]) -> tuple[float, list[float]]:
    return given["one"], [given[name] for name in names]


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _standing(story: Story, own: dict[tuple[int, int], float]) -> dict[tuple[int, int], tuple[float, ...]]:
    """How each pair stands among the others."""
    best_a, best_b = _two_best(own, 0), _two_best(own, 1)
    beside = _beside(story, own)
    found: dict[tuple[int, int], tuple[float, ...]] = {}
    for pair, odds in own.items():
        leads = _lead(odds, best_a[pair[0]]), _lead(odds, best_b[pair[1]])
        found[pair] = odds, min(leads), max(leads), beside.get(pair, 0.0)
    return found


def _two_best(own: dict[tuple[int, int], float], side: int) -> dict[int, tuple[float, float]]:
    best: dict[int, tuple[float, float]] = {}
    for pair, odds in own.items():
        first, second = best.get(pair[side], (NONE, NONE))
        if odds > first:
            best[pair[side]] = odds, first
        elif odds > second:
            best[pair[side]] = first, odds
    return best


def _lead(odds: float, best: tuple[float, float]) -> float:
    return max(-LEAD, min(LEAD, odds - (best[1] if odds == best[0] else best[0])))


_STEPS = [
    (x, y, (1.0 if max(abs(x), abs(y)) == 1 else FARTHER) * (1.0 if x * y > 0 else BACKWARDS))
    for x in range(-REACH, REACH + 1)
    for y in range(-REACH, REACH + 1)
    if x and y
]


def _beside(story: Story, own: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """How surely some claim beside the one is tied to some claim beside the other, told by those that are tied."""
    ranks_a, ranks_b = ({n: rank for rank, n in enumerate(side.ranks)} for side in (story.a, story.b))
    last_a, last_b = len(story.a.ranks), len(story.b.ranks)
    found: dict[tuple[int, int], float] = {}
    for (i, j), odds in own.items():
        if odds <= -LEAD or i not in ranks_a or j not in ranks_b:
            continue
        sure = _probability(odds)
        for x, y, near in _STEPS:
            rank_a, rank_b = ranks_a[i] + x, ranks_b[j] + y
            if 0 <= rank_a < last_a and 0 <= rank_b < last_b:
                pair = story.a.ranks[rank_a], story.b.ranks[rank_b]
                found[pair] = max(found.get(pair, 0.0), sure * near)
    return found


def chosen(story: Story, found: Sequence[Weighed]) -> list[tuple[Weighed, bool]]:
    """The pairs that tell one thing, the surest first, each with whether neither claim was tied before."""
    least = math.log(LEAST / (1 - LEAST))
    tied: tuple[set[int], set[int]] = set(), set()
    taken: list[tuple[Weighed, bool]] = []
    likely = (one for one in found if one.odds >= least)
    for one in sorted(likely, key=lambda one: (-one.odds, one.i, one.j)):
        before = (one.i in tied[0]) + (one.j in tied[1])
        sizes = story.a.content[one.i], story.b.content[one.j]
        fuller = sizes[0] >= LONG * sizes[1] if one.i in tied[0] else sizes[1] >= LONG * sizes[0]
        if before == 0 or (before == 1 and one.odds >= least + (MORE if fuller else AGAIN)):
            taken.append((one, before == 0))
            tied[0].add(one.i)
            tied[1].add(one.j)
    return taken


def _retelling(story: Story, one: Weighed, *, mutual: bool) -> Retelling:
    score = round(_probability(one.odds), 3)
    others = _strangers(story, one.i, one.j)
    rivals = max(one.signals[SIGNALS.index(name)] for name in ("rivals", "other_days"))
    best = one.standing[STANDING.index("lead")] >= NEARLY
    ties = Ties(story, one.i, one.j, one.signals, one.standing[-1])
    return Retelling(score, mutual, others, best=best, rivals=rivals, barely=barely(story, one), ties=ties)


def barely(story: Story, one: Weighed) -> bool:
    """Whether no more ties two claims than a name, one word, words of everyday use, or of much the same meaning."""
    shared = dict(zip(SIGNALS, one.signals, strict=True))
    if one.odds < PLAIN and all(shared[name] < least for name, least in VALUES.items()):
        words = [term[1] for term, kept in story.shared(one.i, one.j) if _counts(story, term, kept)]
        if words and everyday(words):
            return True
    if any(shared[name] >= least for name, least in TELLING.items()):
        return False
    return shared["words"] < A_WORD or (
        shared["words"] <= ONE_WORD and shared["akin"] < A_WORD and shared["names"] < RARE
    )


def _counts(story: Story, term: Term, kept: float) -> bool:
    """Whether a shared term is a written word that counts."""
    return term[0] == "word" and term[1][0] != "#" and kept * story.rare[term] >= COUNTS


def _strangers(story: Story, i: int, j: int) -> bool:
    """Whether each names somebody or something, in one script, and nothing that the other names."""
    for script in (True, False):
        one, other = (_names(side, n, latin=script) for side, n in ((story.a, i), (story.b, j)))
        if one and other and not any(_may_be_one(first, second) for first in one for second in other):
            return True
    return False


def _names(side: Side, n: int, *, latin: bool) -> list[str]:
    """The names in a claim, in one script, without what was put in for a subject that a Chinese sentence leaves out."""
    features = side.claims[n].features
    text = fold_key(_put_in.sub("", features.text)) if features.language == "zh" else ""
    found = [term[1] for term in side.own[n] if term[0] == "name" and term[1].isascii() is latin]
    kept = [name for name in found if not _is_a_word(name) and (not text or name in text)]
    return [name for name in kept if not _only_speaks(name, features)]


def _only_speaks(name: str, features: Features) -> bool:
    """Whether a name stands in a claim only as that of whoever says so."""
    at = features.key.find(name)
    if at < 0 or features.key.find(name, at + 1) >= 0:
        return False
    if features.claimant and name in fold_key(features.claimant):
        return True
    return _says.match(features.key, at + len(name)) is not None or _says_before.search(features.key, 0, at) is not None


_says = re.compile(
    r",? (?:said|says|told|added|insisted|claimed|argued|recalled|wrote)\b"
    r"|[^,。;]{0,3}(?:说|表示|称|指出|透露|强调|坦言|回应|认为|介绍)"
)
_says_before = re.compile(r"\b(?:according to|said|says|added) (?:(?:mr|mrs|ms|dr|sir) )?$|(?:据|根据)[^,。;]{0,4}$")


_put_in = re.compile(r" ?\[[^\]]*\] ?")


def _is_a_word(name: str) -> bool:
    """Whether what was taken for a name is a common English word that begins its sentence: hospitals, passengers."""
    return " " not in name and (akin.known(stem(name)) or bool(glosses(name, "en")))


def _may_be_one(first: str, second: str) -> bool:
    return may_be_one(first, second) or stem(first) == stem(second)  # Spanish, Spain


def stands(a: Features, b: Features, found: Comparison, *, same_document: bool) -> bool:
    """Whether a relation holds that the words of two claims alone suggest, of one document or of two accounts.

    Nobody tells a thing twice or contradicts himself in one document unless he nearly repeats himself; and what the
    other account tells of a thing is told by the claim that answers to it, not by one that shares some of its words.
    """
    if found.kind is None or found.facet is Facet.CERTAINTY or found.score == 1.0:
        return True
    pair = Pair(a, b)
    built = pair.closeness
    if not same_document and built < ALIKE and about.others(pair):
        return False
    if found.kind is RelationKind.CONFLICTS:
        return built >= (VERSIONS if found.facet in {Facet.QUANTITY, Facet.DATE} else ALIKE)
    if found.facet is Facet.QUANTITY and found.score >= 0.75:
        return True
    return built >= ALIKE or (not same_document and found.facet is not None)


ALIKE, VERSIONS = 0.6, 0.8
"""From these closenesses on two claims are built alike, or are versions of one sentence."""

__all__ = [
    "STANDING",
    "Story",
    "Told",
    "Weighed",
    "barely",
    "chosen",
    "crowd",
    "stands",
    "told_again",
    "weigh_all",
    "weights",
]
