"""By how much two things differ, or one grew: a lead of 100 points, enlarged by four clubs, gained two seats.

The sentence gives the difference as such, `25 more than Moreau`, or the two values.
"""

from itertools import pairwise

from claims.compare.figures.asked import Asked, asked_of
from claims.compare.figures.changes import steps, to_a_level
from claims.compare.figures.reckoned import Amount, Answer, amounts, asks, plain
from claims.compare.intervals import comparable
from claims.compare.tokens import Tokens
from claims.compare.values import Features, of_one
from claims.model import Facet
from evidence.text import lazy_re as re

_NUMBER = r"(?:\d[\d.,]*|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b)"
_N = rf"[^.;,]*?{_NUMBER}"
_between = re.compile(
    rf"\b(?:lead|gap|margin|difference|advantage|deficit)\b{_N}"
    rf"|\b(?:led|leads|outscored|outpolled|ahead of|behind|trailed|trails)\b{_N}"
    rf"|{_NUMBER}[^.;,]* (?:ahead|behind|clear) of\b"
    rf"|\b(?:won|win|wins|beat|beats|defeated|lost)\b[^.;,]* by {_N}[^.;,]*(?:points?|votes?|seats?)\b"
    rf"|{_NUMBER} (?!or |and )[a-z]+ (?:longer|shorter|taller|heavier|higher|lower|faster|slower)"
    r"(?: than\b|$)|\b(?:votes?|points?|seats?|goals?|runs?|seconds?) (?:decided|separated|divided|settled)\b"
)
_moved = re.compile(
    r"\b(?P<more>gain(?:ed|s)|added|enlarged|extended|expanded|raised|lifted|increased|rose|grew|lengthened|improved)\b"
    r"|\b(?P<less>lost|shed|dropped|lowered|reduced|cut|shortened|fell|declined|decreased|shrank)\b"
)
_part = re.compile(r"%|per ?cent|\b(?:half|third|quarter|fifth|tenth)\b|\btimes\b")


@asks(_between, _moved)
def gap(claim: Features, sentence: Features) -> Answer | None:
    """How far apart two values are, or by how much one rose or fell, against the sentence's values."""
    text = claim.text.lower().rstrip(".")
    asked_for = asked_of(claim)
    if len(asked_for) != 1 or _part.search(text) or not sentence.quantities:
        return None
    asked = asked_for[0]
    moved = None if to_a_level(text) else _moved.search(text)
    by_steps = moved is not None and _by(claim, asked) and _between.search(text) is None
    if by_steps and moved and (told := _of_steps(claim, sentence, asked, rose=bool(moved["more"]), by=True)):
        return told
    if between(claim):
        return _stated(asked, sentence) or _two(asked, sentence)
    if moved is None or not (asked.way == "bound" or _by(claim, asked)) or claim.dates:
        return None
    return _of_steps(claim, sentence, asked, rose=bool(moved["more"]), by=_by(claim, asked))


@of_one
def between(claim: Features) -> bool:
    """Whether a claim gives the distance of two values, or what was gained or lost: neither alone answers it."""
    text = claim.text.lower().rstrip(".")
    if _between.search(text) is not None:
        return True
    asked_for = asked_of(claim) if _moved.search(text) and not to_a_level(text) else []
    return len(asked_for) == 1 and _by(claim, asked_for[0])


def _by(claim: Features, asked: Asked) -> bool:
    """Whether a claim says that something rose or fell by so much: gained two seats."""
    return (
        re.search(rf"\b(?:by|gain(?:ed|s)|lost|added|shed|dropped) {re.escape(asked.text.lower())}", claim.text.lower())
        is not None
    )


def _of_steps(claim: Features, sentence: Features, asked: Asked, *, rose: bool, by: bool) -> Answer | None:
    """The change from the former value to the later one."""
    two = (steps(claim, sentence) or _from_to(asked, sentence)) if by else None
    if two is None:
        return None
    old, new = two
    far = _far(asked, old, new)
    if far is None or not far:
        return None
    grew = new.value > old.value
    better = claim.tokens.seen & {"improv", "better"}
    holds = _meets(asked, far) and (grew == rose or bool(better))
    return Answer(holds, Facet.QUANTITY, f"from {old.quantity.text} to {new.quantity.text}")


def _from_to(asked: Asked, sentence: Features) -> tuple[Amount, Amount] | None:
    """Two values of what a claim measures: from 51.94 to 50.61 seconds."""
    tokens = sentence.tokens
    figures = [one for one in amounts(sentence) if comparable(one.interval, asked.interval)]
    for one, other in pairwise(figures):
        led = tokens.words[max(0, one.place - 1) : one.place] == ["from"]
        if led and (other.first == one.place or tokens.words[other.place - 1] == "to"):
            return one, other
    return None


def _stated(asked: Asked, sentence: Features) -> Answer | None:
    """The one figure of a sentence that tells how much more something is than another."""
    found = [one for one in amounts(sentence) if _is_gap(sentence.tokens, one.place)]
    if len(found) != 1 or not _alike(asked, found[0]):
        return None
    one = found[0]
    holds = asked.interval.low <= one.value <= asked.interval.high
    return Answer(holds, Facet.QUANTITY, f"“{one.quantity.text}” {'bears out' if holds else 'is not'} “{asked.text}”")


_LEADING = frozenset(["lead", "margin", "gap", "advantage", "difference", "majority", "plurality"])
_FURTHER = frozenset(["more", "fewer", "less", "higher", "lower", "faster", "slower", "longer", "shorter", "better"])


def _is_gap(tokens: Tokens, place: int) -> bool:
    """Whether a figure tells by how much two differ: 25 more than Moreau, a lead of 112."""
    clause = tokens.clause[place]
    behind = [
        word
        for word, at in zip(tokens.words[place + 1 : place + 3], tokens.clause[place + 1 :], strict=False)
        if at == clause
    ]
    before = tokens.words[max(0, place - 2) : place]
    than = len(behind) == 2 and behind[0] in _FURTHER and behind[1] == "than"
    ahead = behind[:2] in (["ahead", "of"], ["clear", "of"]) or behind[:1] == ["behind"]
    return than or ahead or (len(before) == 2 and before[0] in _LEADING and before[1] == "of")


def _two(asked: Asked, sentence: Features) -> Answer | None:
    """The first two values of one measure that follow one another, of which the second may leave its unit out."""
    figures = [one for one in amounts(sentence) if _alike(asked, one) and not one.interval.bound]
    wanted = asked.interval.dimension
    named = any(one.interval.dimension == wanted for one in figures)
    for one, other in pairwise(figures):
        if named and wanted not in {one.interval.dimension, other.interval.dimension}:
            continue  # nine of the sixteen races
        far = _far(asked, one, other)
        if far is not None and min(plain(one), plain(other)) > SMALL * max(plain(one), plain(other)):
            holds = _meets(asked, far)
            reason = (
                f"“{one.quantity.text}” and “{other.quantity.text}” are {'' if holds else 'not '}“{asked.text}” apart"
            )
            return Answer(holds, Facet.QUANTITY, reason)
    return None


SMALL = 0.3
"""Values of one race or poll differ less than that: one is no such part of the other."""


def _alike(asked: Asked, one: Amount) -> bool:
    """Whether a figure may be a value of what a claim counts: points and percent, votes and a bare number."""
    mine, theirs = asked.interval, one.interval
    points = "point" in asked.text and theirs.dimension == "share"
    return points or one.quantity.unit is None or comparable(mine, theirs)


def _far(asked: Asked, one: Amount, other: Amount) -> float | None:
    """How far two values lie apart, in the unit of the claim."""
    if (
        one.quantity.unit is not None
        and other.quantity.unit is not None
        and not comparable(one.interval, other.interval)
    ):
        return None
    dimension = asked.interval.dimension
    if dimension == one.interval.dimension == other.interval.dimension or dimension.startswith("count"):
        return (
            abs(one.value - other.value) if one.quantity.unit == other.quantity.unit else abs(plain(one) - plain(other))
        )
    named = next((each for each in (one, other) if each.interval.dimension == dimension), None)
    if named is None or not plain(named):
        return None
    return abs(plain(one) - plain(other)) * named.value / plain(named)


def _meets(asked: Asked, far: float) -> bool:
    slack = 1e-6 * max(1.0, far) if asked.way == "bound" else 0.12 * far if asked.way == "about" else 1e-6
    return asked.interval.low - slack <= far <= asked.interval.high + slack


__all__ = ["between", "gap"]
