"""How sure: what one leaves open and the other guesses; a rumour against no sign of it. A plan is not a deed denied."""

from collections.abc import Iterator

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.needed import Cue
from claims.compare.slots import name_shared
from claims.compare.values import Features, Finding, Verdict, of_one
from claims.features.cues import pattern
from claims.model import Certainty, Facet
from evidence.text import lazy_re as re

_open = Cue(
    r"\b(?:unclear|undecided|undetermined"
    # What is unknown is an open question; an unknown species is a new one, and who is unknown abroad is no celebrity.
    r"|(?:is|are|was|were|be|been|remain(?:s|ed|ing)?|still|so far|as yet) unknown"
    r"(?=$|[.,;:)]| (?:and|but|so far|as yet|at (?:this|the)|despite)\b)"
    r"|unknown (?:if|whether|how|why|what|who|where|when|numbers?|amounts?|sums?|reasons?|causes?|motives?|whereabouts)"
    r"|not (?:yet )?(?:known(?! (?:to|for|as|in|by)\b)|clear|decided|determined|said|announced)|"
    r"no (?:sign|indication|word|evidence) (?:that|of)|yet to (?:say|decide|announce))\b"
    r"|未定|不明|未知|尚未(?:确定|公布|明确|透露|决定)|没有(?:明确|透露|公布|确定|迹象)|未(?:确定|公布|透露|明确)|还没有明确|去向成谜"
)
_guess = re.compile(
    r"\b(?:rumou?rs?|speculat\w+|reportedly|believed to|tipped to)\b|猜测|传闻|传出|据传|盛传|言外之意|被曝|推测|外传"
)


@of_one
def is_open(features: Features) -> bool:
    """Whether a statement says that something is not known."""
    return bool(_open.search(features.key))


@of_one
def is_guess(features: Features) -> bool:
    """Whether a statement passes on a guess."""
    return features.certainty is Certainty.SPECULATED or bool(_guess.search(features.key))


_whereto = re.compile(r"去向|下一步|动向|创业|next (?:move|step|job)|plans?\b|future\b|destination")


def findings(pair: Pair) -> Iterator[Finding]:
    """One leaves open what the other tells."""
    if is_open(pair.a) == is_open(pair.b):
        return
    told = pair.b if is_open(pair.a) else pair.a
    guess = is_guess(told)
    if not guess and pair.cover < 0.6:
        return
    weight = 0.9 if guess and _of_one_thing(pair) else 0.6
    reason = "one leaves open what the other guesses" if guess else "one says that it is not known, the other tells it"
    yield Finding(
        facet=Facet.CERTAINTY,
        verdict=Verdict.CONFLICT,
        weight=weight,
        reason=reason,
    )


def _of_one_thing(pair: Pair) -> bool:
    """Whether the open question and the guess are about one step of one person."""
    if not name_shared(pair):
        return False
    if pair.frames[0] & pair.frames[1]:
        return True
    return bool(_whereto.search(pair.a.key)) and bool(_whereto.search(pair.b.key))


@of_one
def _plans(features: Features) -> tuple[frozenset[str], ...]:
    """The stems of each part of an English statement that tells a plan or a forecast."""
    told = pattern("certainty", "en", "planned", "future")
    parts = _parts.split(features.text.lower()) if features.language == "en" else []
    stems = [frozenset(map(words.stem, _word.findall(part))) for part in parts if told.search(part)]
    return tuple(stems)


_parts = re.compile(r"[,;:()]|\b(?:and|but|while|although|though|after which)\b")
_word = re.compile(r"[a-z]{3,}")


def plans_else(side: Features, other: Features) -> bool:
    """Whether what a statement plans or foretells is none of the other's matter: is due to be shut down in 2032."""
    plans = _plans(side)
    return bool(plans) and all(plan.isdisjoint(other.tokens.rare) for plan in plans)


def _certainty(side: Features, other: Features) -> Certainty:
    """How surely a statement tells what the other does."""
    if side.certainty is Certainty.PLANNED and plans_else(side, other):
        return Certainty.ASSERTED
    return side.certainty


def differ(pair: Pair) -> str | None:
    """A note when one asserts what the other only plans, reports or guesses."""
    order = [Certainty.ASSERTED, Certainty.REPORTED, Certainty.HEDGED, Certainty.PLANNED, Certainty.SPECULATED]
    mine, theirs = _certainty(pair.a, pair.b), _certainty(pair.b, pair.a)
    apart = abs(order.index(mine) - order.index(theirs))
    return f"{mine} against {theirs}" if apart > 1 else None
