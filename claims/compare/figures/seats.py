"""Majorities in a house and at a poll: what a claim says in a word, and the sentence in seats or shares of the vote."""

from claims.compare import words
from claims.compare.figures.reckoned import Amount, Answer, amounts, asks
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_word = Cue(r"\bmajority\b")
_majority = re.compile(
    r"\b(?:(?P<less>los(?:t|es|ing)|f(?:ell|alls|alling) short of|without|miss(?:ed|es)|deprived of"
    r"|fail(?:ed|s)? to (?:win|gain|get|secure|reach|obtain|achieve)|(?:ha[sd]|have|held|won|gained) no"
    r"|(?:did|does|do|had|has) not (?:win|won|have|hold|get|gain|secure))"
    r"|(?P<more>w[io]n(?:s|ning)?|gain(?:ed|s)|ke(?:pt|eps)|retain(?:ed|s)|secur(?:ed|es)|h[oe]ld(?:s|ing)?|ha[sd]|have"
    r"|command(?:s|ed)|enjoy(?:ed|s)|obtain(?:ed|s)|achiev(?:ed|es)|regain(?:ed|s)|with))"
    r" (?:only )?(?:(?:an?|its|their|his|her|the) )?(?:(?:absolute|overall|outright|clear|working|parliamentary|narrow"
    r"|comfortable|large|slim|small|own) )?majority\b"
    r"(?! (?:of (?:the )?votes?|of \d|in favour|leader|vote|stake|share))"
)
_house = re.compile(
    r"(?:of|in) (?:the|its|a|an|all)? ?(?P<all>\d{2,4})[ -](?:\w+ )?(?:seats?|members?|mandates|strong|deputies)\b"
    r"|\b(?P<full>\d{2,4})-(?:seat|member|strong)\b|\bout of (?P<out>\d{2,4})\b|\bof the (?P<bare>\d{2,4})\b"
)
_SEATS = frozenset(map(words.stem, ["seats", "deputies", "mandates", "members", "seat"]))


@asks(_word)
def majority(claim: Features, sentence: Features) -> Answer | None:
    """Lost its majority, holds an absolute majority: against the seats won, last told, of all the seats."""
    asked = _majority.search(claim.text.lower())
    house = _house.search(sentence.text.lower())
    if asked is None or house is None or claim.quantities:
        return None
    whole = float(next(size for size in house.groups() if size))
    parts = [one for one in amounts(sentence) if not one.interval.bound and one.value < whole and _seats(sentence, one)]
    if not parts:
        return None
    value = parts[-1].value
    holds = (2 * value > whole) == bool(asked["more"])
    if asked["less"] and asked["less"].startswith("los") and len(parts) < BEFORE_AND_AFTER:
        return None if 2 * value <= whole else Answer(False, Facet.QUANTITY, f"{value:g} of {whole:g} seats")
    return Answer(holds, Facet.QUANTITY, f"{value:g} of {whole:g} seats")


BEFORE_AND_AFTER = 2


_runoff = Cue(
    r"\b(?P<again>(?:need|forc|requir|went|go(?:es|ing)? to|took|face|led|decided|necessary)\w*\b[^.;]*?"
    r"\b(?:second (?:round|ballot)|run-?off))\b"
    r"|\b(?P<once>(?:w[io]ns?|winning|elected|victory|decided)\b[^.;]*?\b"
    r"(?:in (?:just )?(?:the first|one) (?:round|ballot)"
    r"|outright|without (?:a|the need for a) (?:run-?off|second round))|avoided a (?:run-?off|second round))\b"
)
_first_round = re.compile(r"\b(?:first|opening) (?:round|ballot)\b|\b(?:of the|in the) (?:vote|election|ballot)")


@asks(_runoff)
def runoff(claim: Features, sentence: Features) -> Answer | None:
    """Needed a second round, won outright: against the largest share of the vote in the first round."""
    asked = _runoff.search(claim.text.lower())
    if asked is None or amounts(claim) or not _first_round.search(sentence.text.lower()):
        return None
    shares = [one for one in amounts(sentence) if one.interval.dimension == "share" and not of_turnout(sentence, one)]
    if not shares or any(one.interval.bound for one in shares) or "second round" in sentence.text.lower():
        return None
    most = max(one.value for one in shares)
    return Answer((most > HALF) == bool(asked["once"]), Facet.QUANTITY, f"the largest share of the vote is {most:g}%")


HALF = 50.0


def of_turnout(sentence: Features, one: Amount) -> bool:
    """Whether a share is that of the voters who voted, not of the votes."""
    tokens = sentence.tokens
    around = range(max(0, one.place - 4), min(len(tokens.words), one.place + 3))
    near = {tokens.words[i] for i in around if tokens.clause[i] == tokens.clause[one.place]}
    return not {"turnout", "counted", "reporting", "needed", "required"}.isdisjoint(near)


def _seats(sentence: Features, one: Amount) -> bool:
    """Whether a figure counts seats, or is put as some of all of them."""
    tokens = sentence.tokens
    near = {
        words.stem(word) for word in re.findall(r"[a-z]+", f"{one.quantity.text} {one.quantity.unit or ''}".lower())
    }
    near |= set(tokens.stems[one.place + 1 : one.place + 2])
    return not near.isdisjoint(_SEATS) or tokens.words[one.place + 1 : one.place + 2] in (["of"], ["out"])


__all__ = ["majority", "of_turnout", "runoff"]
