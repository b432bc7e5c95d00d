"""What a result says of one side of a match: beat Tarn 34–21 is 34 points for the one and 21 for the other."""

import re

from claims.compare.figures.reckoned import Answer, amounts, asks, wanted
from claims.compare.values import Features
from claims.model import Facet

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


__all__ = ["scored"]
