"""How often, against the last of a row: married three times and a third wife, champion twice and a third title."""

from claims.compare import words
from claims.compare.figures.ages import ORDINALS
from claims.compare.figures.numerals import SMALL_NUMBER, value_of
from claims.compare.figures.reckoned import LESS, MORE, Answer, asks, kin
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_times = re.compile(
    rf"\b(?:(?P<more>{MORE})|(?P<less>{LESS}))?(?: |\b)(?P<n>once|twice|thrice|{SMALL_NUMBER} (?:times|occasions))\b"
    r"(?! (?:as|more|the|its|his|her|their) )"
)
_ONCE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_nth = re.compile(
    rf"\b({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))(?P<last> and (?:present|current|last|final|latest))? (\w+)"
)
_fold = re.compile(rf"\b({SMALL_NUMBER})-time\b")
_WED = frozenset(map(words.stem, ("wife", "husband", "spouse", "marriage", "wife's")))


@asks(_times)
def repeated(claim: Features, sentence: Features) -> Answer | None:
    """Married three times, against a third and present wife; champion twice, against his third title."""
    asked = _times.search(claim.text.lower())
    if asked is None or asked["less"]:
        return None
    written = asked["n"]
    wanted = _ONCE.get(written) or value_of(written.split()[0])
    about = set(claim.tokens.rare)
    weds = words.stem("marry") in about
    for found in _fold.finditer(sentence.text.lower()):
        often = value_of(found[1])
        if often > 0 and not asked["more"]:
            return Answer(often == wanted, Facet.QUANTITY, f"“{found[0]}” against “{asked[0].strip()}”")
    for found in _nth.finditer(sentence.text.lower()):
        stem = words.stem(found[3])
        if not (kin(stem, about) or (weds and stem in _WED)):
            continue
        digits = re.match(r"\d+", found[1])
        nth = float(digits[0]) if digits else float(ORDINALS[found[1]])
        reason = f"“{found[0]}” {{}} “{asked[0].strip()}”"
        if asked["more"]:
            over = nth >= wanted if "least" in asked["more"] else nth > wanted
            return Answer(over, Facet.QUANTITY, reason.format("against")) if over or found["last"] else None
        if nth == wanted:
            return Answer(True, Facet.QUANTITY, reason.format("bears out"))
        if nth > wanted or found["last"]:
            return Answer(False, Facet.QUANTITY, reason.format("is not"))
    return None
