"""What one of several critics gave: four stars out of five, 8 out of 10, by whose name stands with each mark.

English only; a mark is so many out of so many, which the next one may leave out.
"""

from claims.compare.figures.ages import SMALL, number
from claims.compare.figures.reckoned import LESS, MORE, Answer, Demand, asks
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_N = rf"(?:\d{{1,3}}(?:\.\d+)?|{'|'.join(SMALL)})"
_STARS = r"(?:[- ](?:and a half )?stars?)?"
_mark = re.compile(
    rf"(?<![\d./-])\b(?P<n>{_N})(?P<half> and a half|½)?{_STARS} ?(?:out of(?: a possible)?|/) ?(?P<all>4|5|6|10|20|100"
    rf"|four|five|six|ten|twenty)\b(?![\d/]|\.\d|,\d){_STARS}|\b(?P<m>{_N})(?P<too> and a half|½)?[- ]stars?\b"
)
_asked = Cue(r"\bstars?\b|\bout of\b")
_bound = re.compile(rf"(?:(?P<less>{LESS}|lower than|worse than)|(?P<more>{MORE}|higher than|better than)) $")
_by = re.compile(r" (?:rating |marks? )?(?:by|from|in) (?:the )?")
SEVERAL = 2


@asks(_asked)
def marked(claim: Features, sentence: Features) -> Answer | None:
    """At least four stars out of five, against the mark of the one critic of several whom the claim names."""
    text, said = claim.text, sentence.text
    mine, theirs = list(_mark.finditer(text.lower())), list(_mark.finditer(said.lower()))
    if len(mine) != 1 or len(theirs) < SEVERAL:
        return None
    asked = mine[0]
    given = _borne(claim, said, theirs)
    if given is None:
        return None
    scale, other = _scale(asked), _scale(given)
    if scale and other and scale != other:
        return None
    value, wanted = _value(given), _value(asked)
    bound = _bound.search(text.lower()[: asked.start()])
    demand = Demand(wanted, wanted)
    if bound is not None and bound["less"]:
        demand = Demand(float("-inf"), wanted, open=True)
    elif bound is not None:
        demand = Demand(wanted, float("inf"), open="least" not in bound["more"])
    return Answer(demand.met(value), Facet.QUANTITY, f"the mark it gave is {value:g}{f' of {other}' if other else ''}")


def of_another(claim: Features, sentence: Features) -> bool:
    """Whether a claim gives a mark, and the sentence those of several others."""
    if not _asked.may(claim.text.lower()) or len(list(_mark.finditer(claim.text.lower()))) != 1:
        return False
    marks = list(_mark.finditer(sentence.text.lower()))
    return len(marks) >= SEVERAL and _borne(claim, sentence.text, marks) is None


def _borne(claim: Features, said: str, marks: list["re.Match[str]"]) -> "re.Match[str] | None":
    """The one mark in whose part of the sentence a name stands that the other parts lack and the claim has."""
    behind = all(_by.match(said.lower(), one.end()) for one in marks)
    ends = [one.end() for one in marks]
    starts = [one.start() for one in marks]
    parts = [
        said[one.end() : (starts[k + 1] if k + 1 < len(marks) else len(said))]
        if behind
        else said[(ends[k - 1] if k else 0) : one.start()]
        for k, one in enumerate(marks)
    ]
    spoken = [set(re.findall(r"[\w'’-]+", part.lower())) for part in parts]
    found = []
    for k, own in enumerate(spoken):
        others = set().union(*(each for j, each in enumerate(spoken) if j != k))
        names = {w for w, name in zip(claim.tokens.words, claim.tokens.name, strict=True) if name and w in own - others}
        if names and _names_of(parts[k]) & names:
            found.append(k)
    # the thing that is judged is named before the first mark, beside its critic
    if len(found) > 1 and found[0] == 0:
        found = found[1:]
    return marks[found[0]] if len(found) == 1 else None


def _names_of(part: str) -> set[str]:
    """The words of a part that are written large."""
    return {word.lower() for word in re.findall(r"\b[A-ZÀ-Þ][\w'’-]*", part)}


def _value(found: "re.Match[str]") -> float:
    written = found["n"] or found["m"]
    half = 0.5 if found["half"] or found["too"] else 0.0
    return (float(written) if written[0].isdigit() else float(number(written))) + half


def _scale(found: "re.Match[str]") -> int:
    written = found["all"]
    if not written:
        return 0
    return int(written) if written.isdigit() else {"twenty": 20}.get(written) or number(written)


__all__ = ["marked", "of_another"]
