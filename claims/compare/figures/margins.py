"""By how much one side won: by a single goal, by fewer than ten votes, unanimously, against both sides of a result."""

from math import inf

from claims.compare.figures.numerals import SMALL_NUMBER, value_of
from claims.compare.figures.reckoned import LESS, MORE, Answer, Demand, amounts, asks
from claims.compare.figures.seats import of_turnout
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_UNITS = "goals?|points?|runs?|votes?|seats?|lengths?|sets?|games?|frames?|wickets?|shots?|strokes?|seconds?|tries"

_by = Cue(
    rf"\b(?:by |(?:by )?an? (?:\w+ )?(?:margin|majority|lead) of )"
    rf"(?:(?:(?P<less>{LESS})|(?P<more>{MORE})|just|only|exactly) )?"
    rf"(?P<n>a single|{SMALL_NUMBER}) (?:clear )?(?P<of>{_UNITS})\b(?! to\b| against\b)"
    r"(?: or (?:(?P<upward>more)|(?P<downward>fewer|less))\b)?"
    rf"|\bby (?:(?P<under>{LESS})|(?P<over>{MORE})|just|only)? ?(?P<pp>{SMALL_NUMBER}) percentage points?\b"
    rf"|\b(?:(?P<closer>{LESS})|(?P<wider>{MORE}))? ?(?P<apart>{SMALL_NUMBER}) (?:{_UNITS}) (?:difference|apart)\b"
    rf"|\b(?P<victory>{SMALL_NUMBER})-(?:goal|point|run|vote|seat|set|game|shot|stroke) "
    r"(?:win|victory|defeat|loss|margin|lead|majority|deficit)\b"
)
_result = re.compile(
    r"(?<![\d–:./-])(?P<one>\d{1,3}(?:,\d{3})*)(?:[–-]| (?:\w+ )?to | (?:\w+ )?against )"
    r"(?P<other>\d{1,3}(?:,\d{3})*)(?![\d:/–-])(?!\.\d)(?! (?:years|per|%|age|year|km|miles))"
    r"(?!,? (?:of )?(?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec))"
)
_stated = re.compile(
    rf"\b(?:majority|margin|plurality|lead) of (?:(?:just|only|some|about) )?(?P<n>{SMALL_NUMBER})\b"
    rf"|\bby (?P<by>{SMALL_NUMBER}) (?P<of>{_UNITS})\b(?! to\b)"
)

_unanimous = Cue(r"\bunanimous(?:ly)?\b|\bwithout (?:opposition|dissent|a (?:single )?dissenting vote)\b")
_even = Cue(
    r"\b(?:tie|tied|drawn?(?! up)|ended level|evenly split|split evenly|deadlocked|stalemate"
    r"|drew(?= (?:with|against|at|in|on|their|both|all|\d|the (?:\w+ )?(?:match|game|series))|[.,;]))\b"
)

_votes = Cue(r"\bvotes?\b|\bvoted\b")


@asks(_by, _even, _unanimous, _votes)
def margin(claim: Features, sentence: Features) -> Answer | None:
    """By a single goal, by fewer than ten votes: against 3–2, or 204 votes to 197."""
    asked = _by.search(claim.text.lower())
    if asked is None:
        return _level(claim, sentence)
    if asked["pp"]:
        return _percentages(asked, sentence)
    written = (asked["n"] or asked["victory"] or asked["apart"]).removeprefix("a single")
    wanted = value_of(written) if written else 1.0
    if wanted < 0:
        return None
    less, more = asked["less"] or asked["closer"], asked["more"] or asked["wider"]
    text = sentence.text.lower()
    results = list(_result.finditer(text))
    if len(results) > 1 and (named := _named_result(claim, text, results)) is not None:
        results = [named]
    found = [abs(value_of(one["one"]) - value_of(one["other"])) for one in results]
    stated = [value_of(one["n"] or one["by"]) for one in _stated.finditer(text) if _of_one_unit(asked, one)]
    if not stated and any(_stated.finditer(text)) and not results:
        return None  # by six points, by 1,900 votes
    values = {value for value in (stated or found) if value > 0}
    if len(values) != 1:
        return None
    demand = Demand(-inf, wanted, open=True) if less else Demand(wanted, wanted)
    if more:
        demand = Demand(wanted, inf, open="least" not in more)
    elif asked["upward"] or asked["downward"]:
        demand = Demand(wanted, inf) if asked["upward"] else Demand(-inf, wanted)
    value = values.pop()
    return Answer(demand.met(value), Facet.QUANTITY, f"the margin was {value:g}")


def margin_of_both(one: Features, other: Features) -> Answer | None:
    """The margin that one statement gives set against the result that the other gives: by 13 points, 84-71."""
    for claim, sentence in ((one, other), (other, one)):
        text = claim.text.lower()
        if _by.search(text) and not (_result.search(text) or _to_some.search(text)) and _result.search(sentence.text):
            return margin(claim, sentence)
    return None


def _of_one_unit(asked: "re.Match[str]", given: "re.Match[str]") -> bool:
    """Whether two margins are told in one unit, or one of them in none."""
    units = {one["of"].removesuffix("s") for one in (asked, given) if one["of"]}
    return len(units) < BOTH or "single" in asked[0]


BOTH = 2


def _percentages(asked: "re.Match[str]", sentence: Features) -> Answer | None:
    """By fewer than five percentage points, against 49.1 percent, ahead of one on 45.9."""
    shares = [one for one in amounts(sentence) if one.interval.dimension == "share" and not one.interval.bound]
    shares = [one for one in shares if not of_turnout(sentence, one)]
    if len(shares) != 2:
        return None
    gap = abs(round(shares[0].value - shares[1].value, 6))
    wanted = value_of(asked["pp"])
    demand = Demand(-inf, wanted, open=True) if asked["under"] else Demand(wanted - 0.5, wanted + 0.5)
    if asked["over"]:
        demand = Demand(wanted, inf, open="least" not in asked["over"])
    return Answer(demand.met(gap), Facet.QUANTITY, f"the margin was {gap:g} percentage points")


def _named_result(claim: Features, text: str, results: list["re.Match[str]"]) -> "re.Match[str] | None":
    """The one result in whose part of a sentence alone a name of the claim stands: the Senate by 51 to 48."""
    names = [word for word, name in zip(claim.tokens.words, claim.tokens.name, strict=True) if name]
    last, named = 0, []
    for one in results:
        if any(re.search(rf"\b{re.escape(name)}\b", text[last : one.start()]) for name in names):
            named.append(one)
        last = one.end()
    return named[0] if len(named) == 1 else None


_to_none = re.compile(rf"\b{SMALL_NUMBER} (?:votes )?(?:to|against) (?:none|nil|zero|0)\b")
_to_some = re.compile(rf"\b{SMALL_NUMBER} (?:votes )?(?:to|against) (?P<n>{SMALL_NUMBER})\b|\d[–-](?P<m>\d+)\b")


def _all_agreed(sentence: Features) -> Answer | None:
    """Unanimously, against nine votes to none or seven to two."""
    text = sentence.text.lower()
    if found := _to_none.search(text):
        return Answer(True, Facet.QUANTITY, f"“{found[0]}”")
    against = _to_some.search(text)
    if against is None or value_of(against["n"] or against["m"]) < 0:
        return None
    return Answer(value_of(against["n"] or against["m"]) == 0, Facet.QUANTITY, f"“{against[0]}”")


_tally = re.compile(
    rf"\b(?P<one>{SMALL_NUMBER})(?: votes?)? (?:to|against) (?P<other>{SMALL_NUMBER})\b(?! (?:years|per|of)\b)"
)


def _tallies(text: str) -> list[tuple[float, float]]:
    """The votes or goals of both sides, larger first, for each result in figures or words: eleven to four."""
    found = [
        (value_of(one["one"]), value_of(one["other"])) for each in (_result, _tally) for one in each.finditer(text)
    ]
    return [(max(both), min(both)) for both in dict.fromkeys(found) if min(both) >= 0]


def _of_result(claim: Features, sentence: Features) -> Answer | None:
    """By eleven votes to four, against 11–4."""
    mine, theirs = _tallies(claim.text.lower()), _tallies(sentence.text.lower())
    if len(mine) != 1 or len(set(theirs)) != 1:
        return None
    said = f"{theirs[0][0]:g}–{theirs[0][1]:g}"
    if sum(mine[0]) != sum(theirs[0]) and set(mine[0]).isdisjoint(theirs[0]):
        return None  # the committee and the house
    return Answer(mine[0] == theirs[0], Facet.QUANTITY, f"the result is {said}")


def _level(claim: Features, sentence: Features) -> Answer | None:
    """A tie, against the one result of the sentence."""
    if _votes.search(claim.text.lower()) and _tallies(claim.text.lower()):
        return _of_result(claim, sentence)
    if _unanimous.search(claim.text.lower()):
        return _all_agreed(sentence)
    results = list(_result.finditer(sentence.text)) if _even.search(claim.text.lower()) else []
    if len(results) != 1 or _result.search(claim.text):
        return None
    return Answer(results[0]["one"] == results[0]["other"], Facet.QUANTITY, f"the result is {results[0][0]}")
