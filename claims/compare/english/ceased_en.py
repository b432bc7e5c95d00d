"""What came to an end in one English sentence and goes on in another; what is done every year and every two years.

`The regiment was disbanded in 1922`, `The regiment is still in service`; `The factory stopped producing lorries`, `The
factory produces lorries`. Both sentences begin with the same subject.
"""

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english.named_en import text_of
from claims.compare.english.subject_en import one_subject, subject_end
from claims.compare.figures.numerals import value_of
from claims.compare.tokens import Tokens
from claims.compare.values import Comparison, Features, of_one
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_ENDED = frozenset(
    map(
        words.stem,
        (
            *(
                "disbanded",
                "dissolved",
                "abolished",
                "demolished",
                "repealed",
                "discontinued",
                "scrapped",
                "dismantled",
            ),
            *("liquidated", "destroyed", "deconsecrated", "decommissioned", "axed", "cancelled", "folded"),
        ),
    )
)
_still = re.compile(r"\b(?:still|to this day|remains? (?:in|a|an|the)|continues? to|ever since|present-day)\b")
_again = re.compile(r"\b(?:re-?(?:founded|formed|built|opened|established|launched|vived|stored|introduced)|again)\b")
_stopped = re.compile(r"\b(?:stopped|ceased|gave up|abandoned|discontinued|no longer|quit) (?:to )?(?P<deed>[a-z]+)")
_every = re.compile(
    r"\b(?:every (?P<each>two|three|four|five|six|seven|eight|nine|ten|other|second|third|fourth|fifth)? ?years?"
    r"|(?P<once>annual(?:ly)?|yearly|once a year|each year)|(?P<twice>biennial(?:ly)?))\b"
)
_EVERY = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def relation(pair: Pair) -> Comparison | None:
    """A conflict when one tells the end of what goes on in the other, or another rhythm of what is done again."""
    if not one_subject(pair):
        return None
    if reason := _another_rhythm(pair):
        return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6, reasons=(reason,))
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if reason := _goes_on(one, other, subject_end(pair)) or _stopped_doing(one, other, subject_end(pair)):
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(reason,))
    return None


def _goes_on(one: Features, other: Features, verb: int) -> str:
    """Disbanded in 1922, still in service: an end of the subject itself, and nothing of a new beginning."""
    still = _still.search(text_of(other))
    if still is None or _again.search(text_of(one)) or _again.search(text_of(other)):
        return ""
    deed = _main_deed(one.tokens, verb)
    if deed not in _ENDED or deed in other.tokens.seen or _main_deed(other.tokens, verb) in _ENDED:
        return ""
    return f"it came to an end in one, “{still[0]}” in the other"


def _main_deed(tokens: Tokens, verb: int) -> str:
    """The stem of the first word with content behind the subject, auxiliaries left out."""
    behind = range(verb, min(verb + 4, len(tokens.stems)))
    return next((tokens.stems[i] for i in behind if tokens.content[i] and not tokens.words[i].endswith("ly")), "")


def _stopped_doing(one: Features, other: Features, verb: int) -> str:
    """Stopped producing vehicles, produces lorries."""
    found = _stopped.search(text_of(one))
    if found is None or verb >= len(other.tokens.words) or _stopped.search(text_of(other)):
        return ""
    word = other.tokens.words[verb]
    present = word.endswith("s") and not words.is_past(word)
    if present and words.stem(found["deed"]) == other.tokens.stems[verb] and not other.dates:
        return f"“{found[0]}” against “{word}”"
    return ""


@of_one
def _rhythm(side: Features) -> int:
    """Every how many years something is done; 0 where that is not told."""
    found = _every.search(text_of(side))
    if found is None:
        return 0
    each = found["each"]
    if found["twice"]:
        return 2
    return 1 if found["once"] or not each else _EVERY.get(each) or int(value_of(each))


def _another_rhythm(pair: Pair) -> str:
    mine, theirs = _rhythm(pair.a), _rhythm(pair.b)
    if not mine or not theirs or mine == theirs:
        return ""
    return f"every {mine} years in one, every {theirs} in the other".replace("every 1 years", "every year")


__all__ = ["relation"]
