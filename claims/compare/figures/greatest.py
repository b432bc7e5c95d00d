"""The largest, the second youngest, the top scorer: against a list of names, each with its figure."""

from claims.compare import words
from claims.compare.figures.ages import ORDINALS
from claims.compare.figures.reckoned import Answer, asks
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|da|von|van|der|la|le|of))*"
_most = re.compile(
    rf"\b(?P<any>more|fewer|less|higher|lower|longer|shorter|larger|smaller|older"
    rf"|younger)\b[\w ]* than any(?:one| other| of)?\b"
    r"|\b(?P<scorer>(?:top|leading|best|highest)[ -](?:(?:goal|point|run|try)s? ?-?)?scorer)\b"
    rf"|\b(?:the|its|their|a) (?:(?P<nth>{'|'.join(ORDINALS)})[- ])?(?P<what>\w{{3,}}est|most \w+|least \w+"
    rf"|[a-z]+-[a-z]+ing)\b"
)
_SMALL_FIRST = frozenset(
    ("youngest", "smallest", "shortest", "lowest", "lightest", "fewest", "earliest", "oldest building", "slowest",
     "cheapest", "least", "fewer", "less", "lower", "shorter", "smaller", "younger", "nearest", "narrowest", "coldest",
     "newest")
)  # fmt: skip
_entry = re.compile(
    rf"(?P<name>{_NAME})(?:,? (?:who|which) (?:was|were|is|had|has|won|got|took|scored)|,? (?:aged|with|at|has"
    rf"|had|won)|[:(,]| \()? ?"
    r"(?: [a-z]+ing )?(?P<n>\d[\d,]*(?:\.\d+)?)(?![\d/–-])"
)


@asks(_most)
def greatest(claim: Features, sentence: Features) -> Answer | None:
    """The second largest, the youngest: against a list of names, each with its figure."""
    asked = _most.search(claim.text.lower())
    if asked is None:
        return None
    entries = [(one["name"], float(one["n"].replace(",", ""))) for one in _entry.finditer(sentence.text)]
    entries = [(name, value) for name, value in entries if not re.match(r"(?:In|On|By|At|Of|The|Only)\b", name)]
    if len(entries) < 3 or len({name for name, _ in entries}) != len(entries):
        return None
    mine = [k for k, (name, _) in enumerate(entries) if _shares(name, claim)]
    if len(mine) != 1:
        return None
    value = entries[mine[0]][1]
    what = asked["what"] or asked["any"] or asked["scorer"]
    smaller = what in _SMALL_FIRST or what.startswith("least")
    before = sum(other < value if smaller else other > value for _, other in entries)
    wanted = ORDINALS.get(asked["nth"] or "first", 1)
    holds = before + 1 == wanted
    return Answer(holds, Facet.QUANTITY, f"of those listed it comes {before + 1}. by that")


def _shares(name: str, claim: Features) -> bool:
    stems = {words.stem(word.lower().strip(".")) for word in name.split()}
    return not stems.isdisjoint(claim.tokens.named)
