"""How often: what one statement counts in times, the other counts in things: six titles, champion six times.

Likewise terms of office, which a sentence tells by the re-elections. English only.
"""

from claims.compare import words
from claims.compare.figures.ages import ORDINALS, ordinal
from claims.compare.figures.nouns import counted_nouns
from claims.compare.figures.numerals import SMALL_NUMBER
from claims.compare.figures.reckoned import Amount, Answer, Demand, amounts, asks, wanted
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_countable = Cue(
    r"\b(?:times|twice|thrice|occasions|\w+-time|appearances?|caps?|games?|matches|internationals?|titles?"
    r"|championships?|cups?|trophies|crowns?|wins?|victories|defeats?|losses|goals?|tries|marriages?|wives|husbands"
    r"|nominations?|relegations?|promotions?|eruptions?|terms?|awards?|prizes?)\b"
)
TIMES = "count:times"
REACH = 6
"""Words on either side of a number of times in which its verb or noun may stand."""


@asks(_countable)
def often(claim: Features, sentence: Features) -> Answer | None:
    """Capped 107 times, against over 100 appearances; six league titles, against champion of the league six times."""
    asked = [one for one in amounts(claim) if one.interval.dimension.startswith("count")]
    if len(asked) != 1:
        return None
    mine = asked[0]
    alike = [one for one in amounts(sentence) if one.interval.dimension == mine.interval.dimension]
    if any(not _around(one, sentence).isdisjoint(_around(mine, claim)) for one in alike):
        return None  # it counts as the claim does
    given = [one for one in amounts(sentence) if _pairs(mine, claim, one, sentence)]
    if len(given) > 1:
        near = [one for one in given if _kind(one, sentence) & _kind(mine, claim)]
        given = near or given
    if len(given) != 1 or given[0].interval.bound:
        return None
    kinds = _kind(mine, claim), _kind(given[0], sentence)
    if all(kinds) and kinds[0].isdisjoint(kinds[1]):
        return None  # league titles, cups
    demand = wanted(mine)
    if mine.interval.about and not mine.interval.bound:
        demand = Demand(0.9 * mine.value, 1.1 * mine.value)
    value = given[0].value
    said = f"“{given[0].quantity.text}”"
    return Answer(demand.met(value), Facet.QUANTITY, f"{said} against “{mine.quantity.text}”")


def _pairs(mine: Amount, claim: Features, one: Amount, sentence: Features) -> bool:
    """Whether one of two figures counts times and the other what is done each time."""
    if (mine.interval.dimension == TIMES) == (one.interval.dimension == TIMES):
        return False
    if not one.interval.dimension.startswith("count") or mine.interval.dimension == "count":
        return False
    if mine.interval.dimension == TIMES:
        deeds, things = _around(mine, claim), _thing(one, sentence)
    else:
        deeds, things = _around(one, sentence), _thing(mine, claim)
    return any(
        not deeds.isdisjoint(verbs | nouns) and not things.isdisjoint(nouns) for verbs, nouns in words.sides("repeated")
    )


def _thing(one: Amount, side: Features) -> set[str]:
    """What a figure counts."""
    return {words.stem(one.quantity.unit)} if one.quantity.unit else counted_nouns(one, side)


def _around(one: Amount, side: Features) -> set[str]:
    """The nearest word with content before a number of times, and those behind it: champion six times."""
    tokens = side.tokens
    before = [i for i in range(max(0, one.place - REACH), one.place) if tokens.content[i] and not tokens.name[i]]
    found = {tokens.stems[i] for i in before[-2:]}
    behind = one.place + 1
    if behind < len(tokens.stems) and tokens.content[behind]:
        found.add(tokens.stems[behind])  # a six-time champion
    return found


def _kind(one: Amount, side: Features) -> frozenset[str]:
    """The words beside a figure that tell of what contest it is: league, cup."""
    tokens = side.tokens
    near = range(max(0, one.place - REACH), min(len(tokens.stems), one.place + REACH))
    inside = {tokens.stems[i] for i in near if tokens.clause[i] == tokens.clause[one.place]}
    inside |= {words.stem(word) for word in re.findall(r"[a-z]+", one.quantity.text.lower())}
    return frozenset(inside & _CONTESTS)


_CONTESTS = frozenset(map(words.stem, ("league", "cup", "division", "olympic", "world", "national", "regional")))


# --- terms of office -----------------------------------------------------------------------------------------------

_of_office = Cue(r"\b(?:terms?|mandates?)\b")
_terms = re.compile(
    rf"\b(?P<n>{SMALL_NUMBER}|single) (?:(?:full|consecutive|successive|straight|more|further|four-year|five-year)"
    r"[ ,]*)*(?:terms?|mandates?)\b"
)
_years = r"(?:1[0-9]|20)\d\d"
_again = re.compile(
    rf"\bre-?elected(?: (?P<often>once|twice|three times|four times|five times))?"
    rf"(?:[\w ]{{0,24}}? in (?P<years>{_years}(?:(?:, (?:and )?| and (?:again in )?){_years})*))?"
)
_nth_term = re.compile(rf"\b(?P<nth>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))(?: and \w+)?(?: \w+)? (?:term|mandate)\b")
_OFTEN = {"once": 1, "twice": 2, "three times": 3, "four times": 4, "five times": 5}
_sought = re.compile(r"\b(?:sought|seeking|bid for|ran for|run for|stood for|denied|failed|lost|declin\w+)\b[^,;.]*$")


@asks(_of_office)
def served(claim: Features, sentence: Features) -> Answer | None:
    """Served two terms, against an election, a re-election four years later and no other."""
    asked, text = _terms.search(claim.text.lower()), sentence.text.lower()
    counts = [one for one in amounts(claim) if one.interval.dimension.startswith("count")]
    if asked is None or len(counts) > 1 or _terms.search(text):
        return None
    found = [_OFTEN.get(one["often"] or "") or max(1, len(re.findall(r"\d{4}", one["years"] or ""))) for one in
             _again.finditer(text) if not _sought.search(text[: one.start()])]  # fmt: skip
    numbers = [ordinal(one["nth"]) for one in _nth_term.finditer(text) if not _sought.search(text[: one.start()])]
    count = max([1 + sum(found) if found else 0, *numbers])
    if not count:
        return None
    demand = wanted(counts[0]) if counts else Demand(1, 1)
    return Answer(demand.met(count), Facet.QUANTITY, f"{count} terms are told of")


__all__ = ["often", "served"]
