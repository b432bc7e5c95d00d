"""What two claims cannot both tell of one thing, so plainly that little else need tie them.

Contraries (in force, expired; nobody hurt, an ankle broken), who did what only one can have done, and when or where
something was that is but once (founded in 2009, set up in 2011): each of them says itself what it is about.
"""

from collections.abc import Iterator

from claims.compare.alignment import Pair
from claims.compare.chinese import once_zh, poles_zh
from claims.compare.english import once_en
from claims.compare.retelling import doers, matters
from claims.compare.values import Retelling
from claims.model import Facet


def of_one(pair: Pair, told: Retelling) -> Iterator[tuple[Facet, str]]:
    """The clash of two that answer to each other about as well as to any other claim, or were chosen for none."""
    if told.best or told.mutual or not told.tied:
        yield from filter(None, (_in_chinese(pair), _once(pair)))


def of_a_matter(pair: Pair, told: Retelling) -> tuple[Facet, str] | None:
    """The clash of such two in a matter that accounts disagree about."""
    if not (told.best or told.mutual or not told.tied):
        return None
    opposed = matters.opposed(pair, own=not (told.mutual and told.tied))
    return None if opposed is None else (Facet.POLARITY, opposed)


def found(pair: Pair) -> tuple[Facet, str] | None:
    """The facet and the reason of such a clash, if the two are of one thing; that is not asked here."""
    if (clash := _in_chinese(pair) or _once(pair)) is not None:
        return clash
    opposed = matters.opposed(pair, own=True)
    return None if opposed is None else (Facet.POLARITY, opposed)


def _in_chinese(pair: Pair) -> tuple[Facet, str] | None:
    if not pair.a.language == pair.b.language == "zh":
        return None
    if (doer := doers.apart(pair)) is not None:
        return Facet.IDENTITY, doer
    opposed = poles_zh.opposed(pair)
    return None if opposed is None else (Facet.POLARITY, opposed)


def _once(pair: Pair) -> tuple[Facet, str] | None:
    """Another time or place of what happens once; two of 48,000 pairs of claims of 23 stories, both conflicts."""
    if pair.a.language != pair.b.language:
        return None
    rules = once_zh if pair.a.language == "zh" else once_en
    clash = rules.relation(Pair(pair.a, pair.b, pair.same_document, pair.same_voice, given=True))
    return None if clash is None or clash.facet not in {Facet.DATE, Facet.PLACE} else (clash.facet, clash.reasons[0])


__all__ = ["found", "of_a_matter", "of_one"]
