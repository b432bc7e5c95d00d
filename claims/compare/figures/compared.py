"""Claims that compare two things without a figure: more than planned, more women than men."""

from claims.compare import words
from claims.compare.figures.ages import ORDINALS
from claims.compare.figures.changes import levels
from claims.compare.figures.opposed import set_against
from claims.compare.figures.reckoned import Amount, Answer, asks
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_LEVEL = (
    r"average|mean|median|norm|normal|rate|level|figure|record|threshold|benchmark|budget|estimate|target|forecast"
    r"|limit|design|plan|quota|price|valuation|expectations?|capacity"
)
THAN = re.compile(
    r"\b(?P<which>more|less|fewer|better|worse|(?!rather|other|either|neither|later|earlier|never|number|order|under\b"
    r"|over\b|after|whether|another|further\b)[a-z]{3,}er|farther|further|above|below|over|under|exceed(?:ed|s|ing)?"
    r"|beat|within|short of)\b"
    r"(?P<what>(?:(?!\b(?:more|less|fewer|larger|bigger|longer|younger|stronger|\w+[lnrtedh]er)\b)[^.;])*?)"
    r"(?:\bthan\b (?P<other>[^.;]+)|(?P<plan>\b(?:its|the|their|his|her) (?:[\w'-]+ ){0,3}?"
    rf"(?:{_LEVEL})\b[^.;]*|\b(?:the |its |their )?(?:long-term )?(?:average|mean|norm|normal)\b[^.;]*"
    r"|(?<=over |nder |bove |elow |thin )(?:budget|target|capacity|plan|estimates?|expectations?)\b[^.;]*))"
)
_outnumbered = re.compile(r"\b([a-z]+) outnumber(?:ed|s|ing)?\b")
_outdone = re.compile(
    r"\bout(sell|sold|sco|poll|weigh|perform|strip|earn|gross|produc|spen[dt]|pac)(?:ed|s|ing|red|res|es|e)?\b"
)
_surpassed = re.compile(
    r"\b(?:surpass|exceed|overtak|overtook|top)(?:ped|ed|es|s|en|e)?\b(?= (?:the|its|his|her|their|that)\b)"
)
_was_surpassed = re.compile(
    r"(?P<what>\b(?:the|its|his|her|their) (?:[a-z]+ ){0,2}?[a-z]+) (?:was|were|has been|had been) "
    r"(?:exceeded|surpassed|overrun)"
)
_cue = Cue(
    r"\b(?:than|above|below|over|under|beat|within|short)\b"
    r"|\b(?:outnumber|outs[eo]l|outsco|outpoll|outweigh|outperform|outstrip|outearn|outgross|outproduc|outspen|outpac"
    r"|surpass|exceed|overt|top)"
)


@asks(_cue)
def compared(claim: Features, sentence: Features) -> Answer | None:
    """More than planned, longer than his predecessor: two figures of the sentence against each other."""
    text = put_as_more(claim.text.lower())
    found = THAN.search(text)
    if (
        found is None
        or claim.quantities
        or _of_turns(text, found)
        or _a_unit.match(found["other"] or "")
        or _of_all.search(text)
    ):
        return None
    two = set_against(claim, sentence, text, found)
    if two is None:
        return None
    left, right = two
    one, limit = left.value, _limit(right, text)
    if left.interval.dimension != right.interval.dimension:
        one, limit = levels(left, right)  # 30 months allowed, finished in 34
    if one == limit:
        return None
    less = words.stem(found["which"]) in words.reckoned_words("less")
    if POSITION.match(text, found.start()):
        less = not less  # number four is higher than number nine
    holds = (one < limit) if less else (one > limit)
    reason = f"“{left.quantity.text}” against “{right.quantity.text}”"
    return Answer(holds, Facet.QUANTITY, reason)


def _of_turns(text: str, found: "re.Match[str]") -> bool:
    """Whether a claim compares one of a row with another of it: its second season with its first."""
    sides = f"{text[: found.start()]} {found['what']}", found["other"] or ""
    return all(not ORDINALS.keys().isdisjoint(re.findall(r"[a-z]+", side)) for side in sides)


def put_as_more(text: str) -> str:
    """A claim that one outnumbers, outsells or exceeds another, or was exceeded, as saying that it is more."""
    text = _outnumbered.sub(r"more \1 than", text)
    text = _was_surpassed.sub(r"it was more than \g<what>", text)
    return _surpassed.sub("more than", _outdone.sub(r"\1 more than", text))


_of_all = re.compile(
    r"\b(?:only (?:one|two|three|four)|no other|none|nothing|nobody|no one) (?:of|other|in|has|had|is|was)\b"
)
"""What begins a claim about all others: only one of the provinces is larger than Santa Rosa."""
POSITION = re.compile(r"(?:higher|lower|better|worse) (?:chart )?(?:position|place|rank|ranking|peak)\b")
_a_unit = re.compile(
    r"(?:an?|half an?|one) (?:hour|minute|second|day|week|fortnight|month|year|decade|century|mile|kilo|ton)"
)


def _limit(one: Amount, text: str) -> float:
    """The side of a range that a claim names: its upper estimate."""
    if _upper.search(text):
        return one.interval.high
    return one.interval.low if _lower.search(text) else one.value


_upper = re.compile(r"\bupper\b|\b(?:high(?:er|est)?|top|maximum) (?:[\w-]+ )?(?:estimate|end|limit)")
_lower = re.compile(
    r"\blower (?:[\w-]+ )?(?:estimate|end|limit|bound)|\b(?:low(?:est)?|minimum) (?:[\w-]+ )?(?:estimate|end|limit)"
)
