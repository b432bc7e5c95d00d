"""The first time in one account, a time before it in the other; the last time, a time after it.

    the first time that the prize has gone to a poet   a poet won it back in 1998
    過去從未發生類似事故                                 去年八月就出过一模一样的事

Asked only of claims that answer to each other in two accounts. What was first was so at the time that is told beside
it, or at the time of the account; who tells that it was so before contradicts that.
"""

from datetime import date, timedelta

from claims.compare import words
from claims.compare.akin import alike
from claims.compare.alignment import Pair
from claims.compare.crossing import glosses
from claims.compare.values import Features, of_one, written
from claims.model import DateSpan
from evidence.text import lazy_re as re

LATE = 21
"""Days before the account from which on something did not happen with what it tells of."""

_first_en = re.compile(
    r"\b(?:(?:is|was|are|were|be|becom\w+|became|marks?|marked|making (?:her|him|it|them))\b[^,;.:]{0,40}? first"
    r"(?! (?:of|place|half|name|aid|class|instance|floor|hours?|days?|weeks?|months?|minutes?|quarter|to last|and)\b)"
    r"|for the first time|first[- ](?:time|ever)|never (?:\w+ ){0,3}before|unprecedented|no \w+ (?:had|has) ever)\b"
)
_first_zh = re.compile(
    r"(?:首次|首度|首位|首座|首个|首例|首任|首名|首见|第一[次位座个例任名回]|头一[次回个位]|有史以来"
    r"|史上第一|(?:从未|从来没有?|从没|未曾|不曾)[^,。;]{0,2}(?:发生|出现|有)过?|前所未有|史无前例)"
)
_before_en = re.compile(
    r"\b(?:again|already (?:once|twice|\w+ times)|(?:once|twice|\w+ times) (?:already|before)|before that|years? ago"
    r"|months? ago|back in|the (?:nineteen-?)?\w+ties|last (?:year|spring|summer|autumn|winter|month)|the year before"
    r"|(?:second|third|fourth|fifth) time)\b"
)
_before_zh = re.compile(
    r"前年|去年|大前年|年前|个月前|上个月|之前就|以前就|早就有?过|已经[^,。;]{1,6}次|第[二三四五六]次|又一次|再次"
)
_the_same = re.compile(r"\bthe same (?:thing|happened)\b|一模一样|同样的?事|类似的?事|这[么样种]?事|也[^,。;]{1,6}过")
"""What points to a deed without its name."""
_of_others = re.compile(
    r"\b(?:another|others?|rivals?|elsewhere|neighbou?r\w*|runner-up|second place|talks|rumou?rs?)\b"
    r"|隔壁|别[的家人]|另|其他|其它|同行|对手|亚军|季军|邻"
)


def contradicted(pair: Pair) -> str | None:
    """The reason why something was not the first of its sort by the other account, or None."""
    for mine, theirs in ((pair.a, pair.b), (pair.b, pair.a)):
        first = _first(mine)
        if not first or _first(theirs) or _of_others.search(theirs.key) or _denied.search(theirs.key):
            continue
        if (earlier := _earlier(mine, theirs)) and _of_one_deed(pair, mine, theirs):
            return f"“{first}” against “{earlier}”"
    return None


_denied = re.compile(r"\b(?:not|never|no|nobody|none|without)\b|n't\b|没(?!收)|未|不是|并非")


@of_one
def _first(side: Features) -> str:
    """The words that say that something was not so before; empty where there are none."""
    text = written(side)
    found = (_first_zh if side.language == "zh" else _first_en).search(text)
    return found[0] if found and not _not_first.search(text[: found.end()]) else ""


_not_first = re.compile(
    r"(?:\b(?:not|hardly|far from|nor)\b|n't\b)[^,.;:]{0,30}$|(?:不是|不算|并非|哪是)[^,。;:]{0,10}$"
)


def _of_one_deed(pair: Pair, mine: Features, theirs: Features) -> bool:
    """Whether both tell of one sort of thing by a word that is no name, or by its meaning."""
    if _the_same.search(theirs.key):
        return True
    of = [words.stem(noun) for noun in _indefinite.findall(mine.key.partition("first")[2])]
    if not all(any(alike(noun, stem) for stem in theirs.tokens.stems) for noun in of):
        return False  # the first for a poet; a novelist had it before
    if mine.language == theirs.language == "en":
        return pair.shared_words >= 1.0
    return pair.shared_words >= 1.0 or not glosses(mine.key, mine.language).isdisjoint(
        glosses(theirs.key, theirs.language)
    )


_indefinite = re.compile(r"\ban? ([a-z]+)")


def _earlier(mine: Features, theirs: Features) -> str:
    """The words by which the other tells of a time before; empty where it tells of none."""
    at = _time_of(mine)
    since = _since(mine)
    for one in theirs.dates:
        if one.last is None or one.first is None or not one.first <= one.last:
            continue
        if at is not None and one.last < at and (since is None or one.first > since):
            return one.text
    if theirs.dates:
        return ""
    found = (_before_zh if theirs.language == "zh" else _before_en).search(written(theirs))
    return found[0] if found else ""


def _time_of(side: Features) -> str | None:
    """The day before which something was so for the first time: the first one told, or the day of the account."""
    told = [one.first for one in side.dates if one.first is not None and not _opened(side, one)]
    if told:
        return min(told)
    return None if side.day is None else (date.fromisoformat(side.day) - timedelta(LATE)).isoformat()


def _since(side: Features) -> str | None:
    """The last day that a claim leaves out: first since 2010."""
    return next((end(one) for one in side.dates if _opened(side, one)), None)


def end(one: DateSpan) -> str | None:
    """The last day of a time, or its first one where it is open."""
    return one.first if one.last is None else one.last


def _opened(side: Features, one: DateSpan) -> bool:
    """Whether a time only tells from when on: since 2010."""
    return bool(_opens.search(one.text)) or f"since {one.text}" in side.text or f"自{one.text}" in side.text


_opens = re.compile(r"(?i)\bsince\b|以来|以後|以后|自")

__all__ = ["contradicted"]
