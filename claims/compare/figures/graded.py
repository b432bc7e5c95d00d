"""Steps of a scale that a noun and a number name: Category 4, level three, stage II."""

from typing import TYPE_CHECKING

from claims.compare.figures.ages import SMALL, number
from claims.compare.figures.reckoned import Answer, asks
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet

if TYPE_CHECKING:
    import re

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_step = Cue(
    r"(?:\b(?P<least>at least|no lower than)|\b(?P<above>above|higher than|over|beyond)"
    r"|\b(?P<most>at most|no higher than|up to)|\b(?P<below>below|lower than|under))?"
    r"(?: a)? ?\b(?P<noun>category|level|stage|phase|grade|tier|division|class) "
    rf"(?P<step>\d{{1,2}}(?![\d,.:/]*\d)(?!%)|{'|'.join(SMALL)}|{'|'.join(_ROMAN)})\b"
    r"(?! (?:percent|per cent|million|billion|thousand|hundred|of|feet|metres|meters|points?|people|years?|days?)\b)"
)


@asks(_step)
def grade(claim: Features, sentence: Features) -> Answer | None:
    """The step that a claim gives against those of the same scale in the sentence."""
    asked = _step.search(claim.text.lower())
    if asked is None or len(_steps(claim, asked["noun"])) != 1:
        return None
    given, step = _steps(sentence, asked["noun"]), _value(asked["step"])
    borne = [one for one in given if _meets(asked, step, one)]
    if not given or (borne and claim.quantities):
        return None  # the phase III trial had more than 1,000 patients: it is their number that is asked
    if borne and len(borne) < len(given) and _bounds(asked):
        return None  # it was a Category 4 hurricane and then a tropical storm of Category 1
    one = (borne or given)[0]
    return Answer(
        bool(borne), Facet.QUANTITY, f"{asked['noun']} {one}, {'as in' if borne else 'not'} “{asked[0].strip()}”"
    )


def _steps(side: Features, noun: str) -> list[int]:
    """The steps of one scale that a statement gives, each once."""
    found = (_value(one["step"]) for one in _step.finditer(side.text.lower()) if one["noun"] == noun)
    return list(dict.fromkeys(found))


def _value(said: str) -> int:
    return _ROMAN.get(said) or number(said)


def _bounds(asked: "re.Match[str]") -> bool:
    return any(asked[name] for name in ("least", "above", "most", "below"))


def _meets(asked: "re.Match[str]", step: int, given: int) -> bool:
    if asked["least"] or asked["above"]:
        return given >= step + bool(asked["above"])
    if asked["most"] or asked["below"]:
        return given <= step - bool(asked["below"])
    return given == step


__all__ = ["grade"]
