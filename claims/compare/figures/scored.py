"""What a result says of one side of a match: beat Tarn 34–21 is 34 points for the one and 21 for the other."""

from claims.compare.figures.numerals import SMALL_NUMBER, value_of
from claims.compare.figures.reckoned import Answer, amounts, asks, wanted
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_score = re.compile(r"(?<![\d–:./-])(\d{1,3})(?:[–-]| to )(\d{1,3})(?![\d:/–-])(?! ?(?:%|years|per|km|miles))")
_won = re.compile(
    r"\b(?:beat|beating|defeat(?:ed|ing)|won|winning|wins?|victory|overcame|thrashed|edged|saw off|downed)\b"
)
_lost = re.compile(
    r"\b(?:lost|losing|loses?|fell|beaten by|defeated by|went down|(?:defeat|loss) (?:to|by|against|at)"
    r"|(?:were|was) beaten)\b"
)
_points = re.compile(r"\b(?:points?|goals?|runs?|tries|times)\b")
_made = re.compile(r"\b(?:scored|put up|posted|managed|netted|racked up|found the net|hit)\b")
_let_in = re.compile(r"\b(?:conceded|allowed|let in|gave up)\b")


@asks(_made, _let_in)
def scored(claim: Features, sentence: Features) -> Answer | None:
    """Scored more than 30 points in the final, against the result of the final."""
    text, said = claim.text.lower(), sentence.text.lower()
    made, let_in = _made.search(text), _let_in.search(text)
    asked = [one for one in amounts(claim) if one.interval.dimension.startswith("count")]
    if (made is None) == (let_in is None) or len(asked) != 1 or not _points.search(text):
        return None
    results = [sorted(map(int, one.groups()), reverse=True) for one in _score.finditer(said)]
    if len(results) != 1 or _score.search(text):
        return None
    winner = _winner(claim, sentence)
    if winner is None:
        return None
    more, fewer = results[0]
    value = more if winner == (made is not None) else fewer
    if more == fewer:
        value = more
    holds = wanted(asked[0]).met(value)
    return Answer(holds, Facet.QUANTITY, f"the result is {more}–{fewer}")


def _winner(claim: Features, sentence: Features) -> bool | None:
    """Whether the side that a claim begins with won; None where the sentence does not tell."""
    said = sentence.text.lower()
    won, lost = _won.search(said), _lost.search(said)
    subject = next(iter(claim.tokens.named), None)
    if subject is None or subject not in sentence.tokens.seen or (won is None) == (lost is None):
        return None
    verb = won or lost
    if verb is None:
        return None
    first = next((at for at in (said.find(word) for word in _forms(claim, subject)) if at >= 0), -1)
    if first < 0:
        return None
    return (first < verb.start()) == (won is not None)


def _forms(claim: Features, subject: str) -> list[str]:
    return [word for word, stem in zip(claim.tokens.words, claim.tokens.stems, strict=True) if stem == subject]


# --- how a contest was decided ---------------------------------------------------------------------------------------

_WAYS = {
    "penalties": r"\b(?:penalt(?:y|ies)|shoot-?outs?|spot[- ]kicks?)\b(?! (?:area|box|goals?|corners?))",
    "extra time": r"\b(?:extra[- ]time|overtime|golden goal|sudden death)\b",
    "points": r"\bon points\b|\b(?:unanimous|split|majority|points) decision\b",
    "knockout": (
        r"\b(?:knock(?:ed|ing)? (?:\w+ ){0,2}out|knock-?out|stopped|stoppage|tko)\b(?! (?:stage|round|phase|time))"
    ),
}
_ways = {way: re.compile(pattern) for way, pattern in _WAYS.items()}
_decided = Cue(
    r"\b(?:on|in|by|after|won|lost|decided|a)\b[^,;.]*\b(?:penalt|shoot|spot|extra|overtime|points\b|decision|knock|stopp)"
)
_on_time = re.compile(r"\b(?:normal time|regulation|within (?:the )?(?:90|ninety) minutes)\b")


@asks(_decided)
def decided(claim: Features, sentence: Features) -> Answer | None:
    """Won on penalties, against 2–1 after extra time; on points, against a knockout."""
    text, said = claim.text.lower(), sentence.text.lower()
    if not _decided.search(text) or amounts(claim):
        return None
    asked = [way for way, pattern in _ways.items() if pattern.search(text)]
    told = [way for way, pattern in _ways.items() if pattern.search(said)]
    if len(asked) != 1:
        return None
    way = asked[0]
    if way in told:
        holds = way != "extra time" or "penalties" not in told
        return Answer(True, Facet.IDENTITY, f"it was decided by {way}") if holds else None
    results = [one.groups() for one in _score.finditer(said)]
    if way == "penalties" and len(results) == 1 and results[0][0] != results[0][1]:
        return Answer(False, Facet.IDENTITY, f"the result is {results[0][0]}–{results[0][1]}")
    fought = {"points": "knockout", "knockout": "points"}.get(way)
    if fought in told or (way in {"penalties", "extra time"} and _on_time.search(said)):
        return Answer(False, Facet.IDENTITY, f"it was not decided by {way}")
    return None


# --- who scored how often --------------------------------------------------------------------------------------------

_netted = re.compile(
    rf"\b(?:scor(?:ed|ing|es)|netted|netting|got|hit|with|grabbed|add(?:ed|ing)|found the net) (?:a |an |his |her )?"
    rf"(?:[a-z]+ )?(?:(?P<name>hat[- ]tricks?|brace|double)\b|(?P<often>once|twice)\b"
    rf"|(?P<n>{SMALL_NUMBER}) (?:goals|times|tries)\b|(?P<one>(?:the )?only goal|the winner)\b)"
)
_NAMED = {"hat": 3, "bra": 2, "dou": 2, "onc": 1, "twi": 2}
_trick = Cue(r"\b(?:hat[- ]trick|brace|once|twice|thrice|times)\b")


@asks(_trick)
def scorer(claim: Features, sentence: Features) -> Answer | None:
    """A hat-trick, against three goals or two."""
    asked, given = (list(_netted.finditer(side.text.lower())) for side in (claim, sentence))
    if len(asked) != 1 or len(given) != 1 or not _trick.search(claim.text.lower()):
        return None
    if any(one.interval.bound or one.interval.about for one in amounts(claim)):
        return None  # scored over 150 times
    mine, theirs = _goals(asked[0]), _goals(given[0])
    return Answer(mine == theirs, Facet.QUANTITY, f"“{given[0][0]}”") if min(mine, theirs) > 0 else None


def _goals(found: "re.Match[str]") -> float:
    if found["n"]:
        return value_of(found["n"])
    return float(_NAMED.get((found["name"] or found["often"] or "once")[:3], 0))


__all__ = ["decided", "scored", "scorer"]
