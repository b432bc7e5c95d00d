"""How many, where an English sentence gives no such number.

It lists them by name or by year, tells which one the newest is, or counts one more: the second of four children has
three siblings.
"""

import datetime
from math import isfinite

from claims.compare import words
from claims.compare.figures.ages import ORDINALS
from claims.compare.figures.nouns import counted_nouns
from claims.compare.figures.numerals import SMALL_NUMBER, value_of
from claims.compare.figures.periods import period_of
from claims.compare.figures.reckoned import Amount, Answer, amounts, asks, kin, wanted
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|da|von|van|der|la|le|of))*"
_names = re.compile(rf"{_NAME}(?:, {_NAME})*,? and {_NAME}")
_years = re.compile(r"(?:1[0-9]|20)\d\d(?:, (?:1[0-9]|20)\d\d)*,? and (?:1[0-9]|20)\d\d")
_open = re.compile(r"\b(?:including|such as|among|notably|between|like|from)\s$|\be\.g\.,? $")
_more = re.compile(r"^,? (?:and )?(?:others|more|elsewhere|amongst others|among others)\b")
_made_of = re.compile(
    r"\b(?:consist(?:s|ed|ing)? of|compris(?:es|ed|ing)|(?:made up|composed|formed) of|line-up (?:of|was)|formed by"
    r"|members (?:are|were)) (?:the )?$"
)
_beside = re.compile(r"(?:the|its|their|all|his|her) (?:only |\w+ )?(\w+)[:,]? ?(?:were |are |being )?$")
_behind = re.compile(r",? (?:are|were|remain|became|being) (?:the|its|their|his|her) (?:only |\w+ )?(\w+)")


def enumerated(claim: Features, sentence: Features) -> Answer | None:
    """Three writers have done so, four members, won it twice: against a list of the names or the years."""
    asked = _asked(claim)
    if asked is None:
        return None
    return _names_listed(asked, claim, sentence) or _years_listed(asked, claim, sentence)


def _asked(claim: Features) -> Amount | None:
    asked = [one for one in amounts(claim) if one.interval.dimension.startswith("count") and not one.interval.about]
    return asked[0] if len(asked) == 1 else None


def _names_listed(asked: Amount, claim: Features, sentence: Features) -> Answer | None:
    nouns = counted_nouns(asked, claim)
    about = claim.tokens.rare - nouns
    for found in _names.finditer(sentence.text):
        around = sentence.text[max(0, found.start() - 40) : found.start()].lower()
        behind = sentence.text[found.end() : found.end() + 40].lower()
        if _open.search(around) or _more.match(behind):
            continue
        said = _behind.match(behind) or _beside.search(around)
        of_the_kind = said is not None and kin(words.stem(said[1]), nouns)
        only = found[0].startswith("Only ") or around.endswith("only ")
        if of_the_kind or only or _made_of.search(around) or _led_by(around, about):
            return _count(asked, len(re.split(r", (?:and )?| and ", found[0])), "are named")
    return None


def _led_by(around: str, about: frozenset[str]) -> bool:
    """Whether the verb right before a list and its preposition are those of the claim: played for A, B and C."""
    found = re.search(r"\b([a-z]+)(?: [a-z]+ly)? (?:for|in|to|at|with|under|by|on) (?:the )?$", around)
    return found is not None and words.stem(found[1]) in about


def _years_listed(asked: Amount, claim: Features, sentence: Features) -> Answer | None:
    nouns = counted_nouns(asked, claim)
    kinds = nouns | {words.stem("olympics") for _ in nouns & _GAMES}
    often = asked.quantity.unit == "times" or bool(nouns & _OFTEN)
    for found in _years.finditer(sentence.text):
        lead = sentence.text[max(0, found.start() - 70) : found.start()].lower()
        if not re.search(r"\b(?:of|in|for|at)\s$", lead):
            continue  # between 1974 and 1985
        before = {words.stem(word) for word in re.findall(r"[a-z]{3,}", re.split(r"[,;]", lead)[-1])}
        told = before & claim.tokens.rare if often else {stem for stem in kinds if kin(stem, before)}
        if told:
            years = [year for year in map(int, re.findall(r"\d{4}", found[0])) if _in_time(claim, year)]
            return _count(asked, len(years), "years are named")
    return None


def _in_time(claim: Features, year: int) -> bool:
    """Whether a year lies in the time that a claim speaks of, if it speaks of any: won it four times by 1990."""
    period = period_of(claim)
    return period is None or period.holds(datetime.date(year, 1, 1), datetime.date(year, 12, 31)) is not False


_GAMES = frozenset({words.stem("games"), words.stem("olympics")})
_OFTEN = frozenset(map(words.stem, ("times", "occasions")))


def _count(asked: Amount, number: float, said: str) -> Answer:
    holds = wanted(asked).met(number)
    return Answer(holds, Facet.QUANTITY, f"{number:g} {said}")


# --- one of so many ------------------------------------------------------------------------------------------------

_CHILDREN = r"(?:children|siblings|sons|daughters|brothers|sisters)"
_one_of = re.compile(
    r"\b(?:eldest|oldest|youngest|one|first|second|third|fourth|fifth|sixth|seventh|last)"
    r"(?:[- ](?:youngest|eldest|oldest))?"
    rf"(?: child| son| daughter)? of (?:the |his |her )?(?P<n>{SMALL_NUMBER}) (?:\w+ )?{_CHILDREN}\b"
)
_siblings = re.compile(rf"\b(?P<n>{SMALL_NUMBER}) (?:\w+ )?(?:siblings|brothers and sisters)\b")


@asks(_siblings)
def besides(claim: Features, sentence: Features) -> Answer | None:
    """Three siblings, against the youngest of four children."""
    asked, given = _siblings.search(claim.text.lower()), _one_of.search(sentence.text.lower())
    if asked is None or given is None:
        return None
    others, count = value_of(given["n"]) - 1, _asked(claim)
    if count is None or others < 0:
        return None
    return _count(count, others, "besides are told of")


# --- the newest of them --------------------------------------------------------------------------------------------

_newest = re.compile(
    rf"\b(?:an?|the|its|their|his|her) (?P<nth>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)) (?P<what>[a-z]+(?: [a-z]+)?)"
)
_occasion = re.compile(r"\b(?:at|during|since|before|after|until)\s$")
_came = Cue(
    r"\b(?:added|opened|joined|admitted|built|founded|created|launched|introduced|established|set up|acquired|followed"
    r"|born|won|completed|inaugurated|appeared)\b"
)


def newest(claim: Features, sentence: Features) -> Answer | None:
    """Seven faculties, against an eighth that was added."""
    asked = _asked(claim)
    text = sentence.text.lower()
    if asked is None or not _came.search(text):
        return None
    nouns = counted_nouns(asked, claim)
    if any(counted_nouns(one, sentence) & nouns for one in amounts(sentence)):
        return None
    for found in _newest.finditer(text):
        said = found["what"].split()
        if _occasion.search(text[: found.start()]):
            continue  # at the 71st awards it won four of them
        if re.fullmatch(r"\w{3,}est|most|least", said[0]) or not any(kin(words.stem(word), nouns) for word in said):
            continue
        digits = re.match(r"\d+", found["nth"])
        value = float(digits[0]) if digits else float(ORDINALS[found["nth"]])
        if asked.interval.low > value and isfinite(asked.interval.high) and asked.interval.bound:
            continue
        if not isfinite(asked.interval.high) and value < asked.interval.low:
            return None  # more may have followed
        return _count(asked, value, f"by “{found[0]}”")
    return None


__all__ = ["besides", "enumerated", "newest"]
