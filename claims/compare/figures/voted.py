"""What most voted for, where an English sentence tells how many were for it or against it."""

from math import inf

from claims.compare.figures.asked import asked_of
from claims.compare.figures.reckoned import Amount, Answer, Demand, amounts, asks
from claims.compare.figures.seats import of_turnout
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_FOR = (
    r"approv(?:e[ds]?|ing)|accept(?:ed|s)?|back(?:ed|s|ing)?|support(?:ed|s|ing|ers)?|in favou?r|favou?red|favou?rs?"
    r"|vot(?:ed|es?|ing) (?:\w+ )?(?:for|yes)|said yes|endors(?:ed|es|ing)|pass(?:ed|es)|adopt(?:ed|s)|ratif(?:ied|ies)"
    r"|agreed|wanted|carried"
)
_AGAINST = (
    r"reject(?:ed|s|ing|ion)?|oppos(?:ed|es?|ing|ition)|against|vot(?:ed|es?|ing) (?:\w+ )?no"
    r"|vot(?:ed|ing) (?:it )?down|said no|turned (?:it )?down|disapprov(?:ed?|es|al)|defeated|objected"
)
_side = Cue(rf"\b(?:(?P<against>{_AGAINST})|(?P<for>{_FOR}))\b")
_vote = re.compile(
    r"\b(?:voters?|voted|votes?|voting|referendum|plebiscite|ballot|electorate|respondents|poll(?:ed|s)?|members"
    r"|shareholders|delegates|survey(?:ed)?|cantons)\b"
)
_by = re.compile(r"\b(?:by|from|(?:support|backing|approval|opposition) (?:of|from|among)) (?:[a-z]+ ){0,2}$")
"""What leads to those who did it: supported by 57 percent."""
_not = re.compile(r"\b(?:not|never|n't|failed to|refused to|unwilling|few)\b|n't\b")
_mark = re.compile(r"\b(?:required|needed|threshold|two[- ]thirds|three[- ]fifths|quorum|void|undecided)\b")
HALF, FULL = 50.0, 100.0
NEAR = 40
"""Characters behind a share, and before it, in which it may be told for what it is."""


@asks(_side)
def voted(claim: Features, sentence: Features) -> Answer | None:
    """Rejected, backed by most, against 43 per cent who backed it; nothing is told where a certain share was needed."""
    text, said = claim.text.lower(), sentence.text.lower()
    asked = list(_side.finditer(text))
    if not asked or not _vote.search(said) or len({bool(one["against"]) for one in asked}) != 1:
        return None
    against = bool(asked[0]["against"]) != bool(_not.search(text[: asked[0].start()]))
    demand = _demand(claim)
    told = [
        (one, side)
        for one in amounts(sentence)
        if (side := _side_of(said, one)) is not None and not of_turnout(sentence, one)
    ]
    if demand is None or not told or _mark.search(said):
        return None
    one, opposed = next(((one, side) for one, side in told if side == against), told[0])
    value = one.value if opposed == against else FULL - one.value
    if opposed != against and len(told) > 1:
        return None
    return Answer(demand.met(value), Facet.QUANTITY, f"“{one.quantity.text}” were {'against' if opposed else 'for'} it")


def _demand(claim: Features) -> Demand | None:
    """The percentage that must have been of the claim's side: most, where it says nothing; none for another figure."""
    figures = asked_of(claim)
    if not figures:
        return Demand(HALF, inf, open=True)
    one = figures[0].interval
    if len(figures) != 1 or one.dimension != "share" or not one.bound:
        return None
    return Demand(one.low, one.high)


def _side_of(said: str, one: Amount) -> bool | None:
    """Whether a share was against it; None where the words around it do not tell."""
    if one.interval.dimension != "share" or one.interval.bound:
        return None
    at = said.find(one.quantity.text.lower())
    end = at + len(one.quantity.text)
    behind = re.split(r"[,;:]|\band\b|\bwhile\b|\bwith\b", said[end : end + 2 * NEAR])[0]
    before = re.split(r"[,;:]|\band\b|\bwhile\b", said[max(0, at - NEAR) : at])[-1]
    found = _side.search(behind)
    if found is None and _by.search(before):
        found = next(reversed(list(_side.finditer(before))), None)
    if found is None or _not.search(behind[: max(0, found.start())]):
        return None
    return bool(found["against"])


_stayed = Cue(
    r"\b(?:stayed (?:at )?home|stayed away|abstained|(?:did not|didn't) (?:bother to |bother |go and |even )?vote\b"
    r"|(?:did not|didn't) (?:turn out|take part|cast))\b"
)
_turnout = re.compile(r"\bturn-?out\b[^;.]{0,30}$|\bparticipation\b[^;.]{0,20}$")
_took_part = re.compile(r"[^,;.]{0,40}\b(?:voted|cast|took part|turned out|turnout|went to the polls)\b")


@asks(_stayed)
def stayed_away(claim: Features, sentence: Features) -> Answer | None:
    """More than half stayed at home, against a turnout of 43.7 per cent."""
    text, said = claim.text.lower().replace("’", "'"), sentence.text.lower()
    demand = _demand(claim)
    if not _stayed.search(text) or demand is None or _stayed.search(said):
        return None
    told = []
    for one in amounts(sentence):
        at = said.find(one.quantity.text.lower())
        behind = said[at + len(one.quantity.text) :]
        if one.interval.dimension == "share" and (_turnout.search(said[:at]) or _took_part.match(behind)):
            told.append(one)
    if len(told) != 1:
        return None
    holds = demand.met(FULL - told[0].value)
    return Answer(holds, Facet.QUANTITY, f"“{told[0].quantity.text}” took part")


def borne_out(one: Features, other: Features) -> bool:
    """Whether the share that one of two statements gives bears out what the other says of the vote."""
    answers = (voted(*sides) for sides in ((one, other), (other, one)) if _side.search(sides[0].text.lower()))
    return any(answer is not None and answer.holds for answer in answers)


__all__ = ["borne_out", "stayed_away", "voted"]
