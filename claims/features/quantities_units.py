"""What stands around a number in English: units and counted nouns; and what a unit is, once read."""

from functools import cache
from typing import NamedTuple

from claims.features.numbers_en import SMALL
from claims.features.numbers_text import table, words
from evidence.text import lazy_re as re

FIRST_HAN = "\u2e80"
"""From here on, characters are of China and Japan; letters and symbols of English units come before."""


class Unit(NamedTuple):
    """A unit that was read: canonical name, where it ends, and how many of it one as written is."""

    name: str
    end: int
    factor: float = 1
    word: str = ""


_piece = re.compile("[^ -]+")
_mini = re.compile(r"\((?P<group>[^()]*)\)(?P<optional>\?)?|(?P<letter>.)\?|(?P<plain>.)")
_run_en = re.compile(
    r"(?P<gap>[ -]?)(?P<words>(?:[A-Za-z]+[²³23]?(?:/[a-z]+)?|° ?[CF]?|[%‰℃℉×])(?:[ -][A-Za-z.]+){0,2})(?![A-Za-z0-9])"
)
_next_word = re.compile(r"[ -](?P<word>[A-Za-z][A-Za-z'-]*)")
_of_en = re.compile(r"(?i:\sof\s(?:(?:the|its|their|these|those|his|her|our|all|my|your)\s)?(?:[\d,]+\s)?)")
_GLUED = frozenset([*"CFWVLhtx", "in"])
"""Symbols that are words or letters of their own after a blank."""


def expand(entry: str) -> list[str]:
    """The words of a small pattern: `kilomet(re|er)s?` stands for four."""
    found = [""]
    for piece in _mini.finditer(entry):
        if piece["group"] is not None:
            choices = piece["group"].split("|") + ([""] if piece["optional"] else [])
        else:
            choices = [piece["letter"], ""] if piece["letter"] else [piece["plain"]]
        found = [word + choice for word in found for choice in choices]
    return found


def _split(entry: str) -> list[str]:
    """The alternatives of an entry, cut at the bars outside parentheses."""
    pieces, depth, last = [], 0, 0
    for index, char in enumerate(entry):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            pieces.append(entry[last:index])
            last = index + 1
    return [piece for piece in (*pieces, entry[last:]) if piece]


@cache
def _units_en(section: str) -> dict[str, str]:
    return {
        word.replace("-", " ") if section == "units" else word: name
        for name, entry in table("quantities_en")[section].items()
        for piece in _split(entry.replace("\n", ""))
        for word in expand(piece.lower() if section == "units" else piece)
    }


@cache
def _stops() -> frozenset[str]:
    return frozenset(words("quantities_en", "names", "stops") + words("quantities_en", "names", "not_nouns"))


def unit_en(text: str, start: int, end: int) -> Unit | None:
    """The English unit or symbol that directly follows a number at `[start, end)`."""
    found = _run_en.match(text, end) if text[end : end + 1] < FIRST_HAN else None
    if found is None:
        return None
    run, begin = found["words"], found.start("words")
    cuts = [piece.end() for piece in _piece.finditer(run)]
    if run.startswith("° "):
        cuts = [3, *cuts]
    for cut in sorted(set(cuts), reverse=True):
        written = run[:cut].rstrip(".")
        name = _units_en("units").get(written.lower().replace("-", " ")) or _units_en("symbols").get(written)
        if name is None or (written in _GLUED and found["gap"]):
            continue
        return Unit(name, begin + len(written), 1, written)
    return _cents_or_pounds(text, start, found)


_LONG_YEARS = {"decades": 10, "decade": 10, "centuries": 100, "century": 100}
_paid = re.compile(
    r"\b(?:fine|fined|pay|paid|cost|costs|worth|price|salary|earn|sold|raise[ds]?|spent|bill|debt|loan|£|budget|tickets?"
    r"|fees?|charged?|owed?|owes|rent|wages?|tax|grant|donat\w+|bonus|cash|invest\w*|savings?)\b",
    re.IGNORECASE,
)
_sum_of = re.compile(
    r" of (?:\w+ )?(?:costs?|savings?|debts?|funding|funds?|tax(?:es)?|taxpayers'?|spending|cuts|investments?"
    r"|damages?|aid|revenues?|sales|loss(?:es)?|profits?|assets?|cash|loans?|bonds|shares|money|compensation|losses|credit|grants?"
    r"|orders|turnover|income|capital|equity|liabilities|claims|support|subsid(?:y|ies))\b"
)
"""What is told of in money and not by weight."""


def _cents_or_pounds(text: str, start: int, found: re.Match[str]) -> Unit | None:
    """Cents and pence are parts of money; pounds are money with a scale word or a word of payment near them."""
    word = re.match("[A-Za-z]+", found["words"])
    if word is None:
        return None
    end, lowered = found.start("words") + word.end(), word[0].lower()
    if lowered in {"cent", "cents"}:
        return Unit("USD", end, 0.01, lowered)
    if lowered in _LONG_YEARS:
        return Unit("years", end, _LONG_YEARS[lowered], lowered)
    if lowered in {"pence", "p"} and (lowered == "pence" or not found["gap"]):
        return Unit("GBP", end, 0.01, lowered)
    if lowered in {"pound", "pounds"}:
        scaled = re.search(r"(?:illion|thousand|bn|[mk])$", text[max(0, start) : found.start()])
        money = scaled or _paid.search(text[max(0, start - 50) : start])
        weighed = text.startswith(" of ", end) and not _sum_of.match(text, end)
        return Unit("GBP" if money and not weighed else "lb", end, 1, lowered)
    return None


_joined = re.compile(r"-(?P<word>[a-z]{3,})(?=(?:-[a-z]+)* [A-Za-z])")
_NO_NOUN = ("ed", "th", "ths", "rd", "rds", "ly", "ing", "wide", "old")
_NO_JOINED = frozenset(
    ["plus", "odd", "ish", "fold", "way", "off", "half", "quarter", "third", "thirds", "fifths", "something", "style",
     "class", "built", "made", "only", "run", "bound", "tone", "piece", "stop", "long", "high", "deep", "tall", "ply",
     "sum", "shot", "sided", "handed", "minded", "million", "billion", "hundred", "thousand", "dozen", "first", "one",
     "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "and", "for", "per", "out", "nil", "all",
     "rule", "point", "figure", "digit", "degree", "size", "fifty", "sixty", "twenty", "thirty", "forty"]
)  # fmt: skip


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def noun_en(text: str, end: int) -> tuple[str | None, int]:
    """What a bare count counts: a known noun within three words, else the plural right after it; and its end.

    So does a noun joined to it: a 112-room hotel has 112 rooms.
    """
    if joined := _joined.match(text, end):
        word = joined["word"]
        if word == "strong":
            return "people", joined.end()
        if word in _NO_JOINED or word.endswith(_NO_NOUN):
            return None, end
        return _units_en("units").get(word) or _plural(word), joined.end()
    jump = _of_en.match(text, end)
    position = jump.end() - 1 if jump else end
    first_word = True
    for _ in range(3):
        found = _next_word.match(text, position)
        if found is None or found["word"].lower() in _stops():
            break
        word = found["word"].lower().removesuffix("'s")
        if word in SMALL:
            break  # 3,620 ten years earlier
        if name := _units_en("units").get(word):
            return name, found.end()
        if (
            first_word
            and word.endswith("s")
            and not word.endswith("ss")
            and len(word) > 3
            and found["word"][0].islower()
        ):
            return word, found.end()
        first_word, position = False, found.end()
    return None, end
