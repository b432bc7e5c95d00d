"""By how much something was more or less than planned, before or elsewhere: 30 percent over budget, 200 more than Ost.

The sentence gives the two values, as where nothing but more or less is said: originally priced at 60 million, it cost
81 million. English only.
"""

from claims.compare import words
from claims.compare.figures.changes import levels
from claims.compare.figures.compared import THAN, put_as_more
from claims.compare.figures.opposed import set_against
from claims.compare.figures.reckoned import Amount, Answer, Demand, amounts, asks, wanted
from claims.compare.intervals import MONEY, comparable
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_cue = Cue(r"\b(?:than|over|under|above|below|short of|by)\b")
_beyond = re.compile(r"\s*(?:(?:more|less|fewer|[a-z]{3,}er)\b[^.;]*? than\b|(?:over|under|above|below|short of)\b)")
ROUGH, PLAIN = 0.12, 0.05
"""By how much, as a share, a difference that is given as about so much or just so much may be another."""


@asks(_cue)
def exceeded(claim: Features, sentence: Features) -> Answer | None:
    """At least 30 percent over budget, against what something was to cost and what it cost."""
    asked = amounts(claim)
    text = claim.text.lower()
    if len(asked) != 1 or (at := text.find(said := asked[0].quantity.text.lower())) < 0:
        return None
    one, plain = asked[0], _without(text, at, said)
    found = THAN.search(plain) if plain else None
    if found is None or (two := set_against(claim, sentence, plain, found)) is None:
        return None
    value = _difference(one, *two, less=words.stem(found["which"]) in words.reckoned_words("less"))
    if value is None or value <= 0:
        return None
    holds = _demand(one).met(value)
    reason = f"“{two[0].quantity.text}” against “{two[1].quantity.text}” {'bears out' if holds else 'is not'} “{said}”"
    return Answer(holds, Facet.QUANTITY, reason)


def _without(text: str, at: int, said: str) -> str:
    """The claim as it would be without how much more or less: went over budget, more girls than boys; or empty."""
    before, behind = text[:at].rstrip(), text[at + len(said) :]
    if _beyond.match(behind) is not None:
        return f"{before} {behind.lstrip()}"
    more = put_as_more(before.removesuffix(" by")) if before.endswith(" by") else before
    return more if more not in {before, before.removesuffix(" by")} else ""


def _difference(one: Amount, left: Amount, right: Amount, *, less: bool) -> float | None:
    """By how much one of two values is more, or less, than the other, in the measure that a claim asks in."""
    mine, theirs = levels(left, right)
    more = theirs - mine if less else mine - theirs
    if one.interval.dimension == "share" and left.interval.dimension != "share":
        return 100 * more / theirs if theirs else None
    bare = one.quantity.unit is None and left.interval.dimension in MONEY
    return more if bare or comparable(one.interval, left.interval) else None


def _demand(one: Amount) -> Demand:
    if one.interval.bound:
        return wanted(one)
    slack = ROUGH if one.interval.about else PLAIN
    return Demand((1 - slack) * one.interval.low, (1 + slack) * one.interval.high)


__all__ = ["exceeded"]
