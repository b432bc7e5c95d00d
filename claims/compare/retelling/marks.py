"""What is added, left, counted together or a part: marks that only one of two figures bears, and who reckoned each."""

from collections.abc import Iterator
from functools import lru_cache

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.values import Comparison, Features, of_one, written
from claims.model import Resolution
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_MARKS = (
    (
        "only one counts what was added",
        Resolution.SCOPE_DIFFERENCE,
        re.compile(
            r"\b(?:another|(?:a|one) further|an additional|(?:\w+ )?(?:more|others) (?:were|was|had|have))\b"
            r"|[另再又](?![据一三度次]).{0,8}?[\d一二两三四五六七八九十百]|余震|追加"
        ),
    ),
    (
        "only one counts what is left",
        Resolution.TEMPORAL_CHANGE,
        re.compile(r"\b(?:still|remain(?:s|ed|ing)?)\b|仍[有在]|尚[有余]|还[有剩]|剩余"),
    ),
    (
        "only one counts them all together",
        Resolution.SCOPE_DIFFERENCE,
        re.compile(
            r"\b(?:altogether|all told|cumulative(?:ly)?|combined|ha(?:s|ve) now|so far)\b"
            r"|累[计积]|合计|总计|全案|[前首头][一二三四五六七八九十\d]+个?(?:月|季)|历[年届次]"
        ),
    ),
    (
        "one is a part of the other",
        Resolution.SCOPE_DIFFERENCE,
        re.compile(r"\bof (?:them|those|whom)\b|其中|(?<!分)之一"),
    ),
)

_PART = len(_MARKS) - 1


def marked_apart(pair: Pair, found: Comparison) -> Iterator[tuple[str, Resolution]]:
    """Why two figures are of two amounts: the marks that only one of them bears."""
    for number in _only_one(pair, found):
        yield _MARKS[number][:2]


def _only_one(pair: Pair, found: Comparison) -> list[int]:
    """Which marks only one figure bears."""
    differing = _marks(_around(pair.a, found)) ^ _marks(_around(pair.b, found))
    if not pair.a.language == pair.b.language == "en":
        return sorted(differing)
    if all(_a_share(side, found) for side in (pair.a, pair.b)):
        differing -= {_PART}  # a quarter of the inhabitants; of whom 21.7 percent
    if pair.given_english and _PART in differing and _told_of_part(pair):
        differing -= {_PART}
    return sorted(
        number
        for number in differing
        if number not in _BESIDE_EN or any(_beside(side, _BESIDE_EN[number], found) for side in (pair.a, pair.b))
    )


_BESIDE_EN = {
    0: (
        re.compile(r"\b(?:another|further|additional|extra)(?: \w+)?\W*$"),
        re.compile(r"(?: \w+){0,2}? (?:more|others?)\b"),
    ),
    1: (
        re.compile(r"\b(?:still|remain(?:s|ed|ing)?)\b(?!,)(?: [a-z]+){0,3} $"),
        re.compile(r"(?: [a-z-]+){0,4}? (?:still|remain(?:s|ed)?)\b(?! (?:the|a|an|its|their|his|her|one)\b)"),
    ),
}
"""How two of the marks stand before or behind an English figure that bears them: the rest of a clause tells of others.

22 per cent speak English as an additional language; 76 were killed, and it remains the deadliest.
"""


def _beside(side: Features, marks: tuple[re.Pattern[str], re.Pattern[str]], found: Comparison) -> bool:
    """Whether the figure of a statement that seems to clash has one of some marks right before or behind it."""
    text = written(side)
    for quantity in side.quantities:
        if quantity.text in found.reasons[0]:
            told = fold_key(quantity.text)
            at = text.find(told)
            if marks[0].search(text[:at]) or marks[0].search(told) or marks[1].match(text, at + len(told)):
                return True
    return False


_of_them = re.compile(r"\bof (?:them|those|whom) ([^,;.]+)")


def _told_of_part(pair: Pair) -> bool:
    """Whether one says of a part what the other says of all that it counts: 58 of them in intensive care."""
    for side, other in ((pair.a, pair.right), (pair.b, pair.left)):
        if said := _of_them.search(side.text.lower()):
            told = {words.stem(word) for word in re.findall(r"[a-z]{3,}", said[1])} - words.stop_stems()
            return bool(told) and all(stem in other.rare or _of_one_deed(stem, other.rare) for stem in told)
    return False


def _of_one_deed(stem: str, others: "set[str] | frozenset[str]") -> bool:
    """Whether a stem tells the deed that one of some others does: died, killed."""
    return any(stem in group and not group.isdisjoint(others) for group in words.reckoning("deeds"))


def _a_share(side: Features, found: Comparison) -> bool:
    """Whether the figure that seems to clash is a share, which is of a whole however it is put."""
    told = [quantity.unit for quantity in side.quantities if quantity.text in found.reasons[0]]
    return bool(told) and set(told) == {"%"}


@lru_cache(maxsize=1 << 12)
def _marks(text: str) -> frozenset[int]:
    """Which of them some words bear, by number."""
    return frozenset(number for number, (_, _, told) in enumerate(_MARKS) if told.search(fold_key(text)))


_clause = re.compile(r"(?:[^,;.!?，；。！？、]|(?<=\d)[,.](?=\d))+")


def _around(side: Features, found: Comparison) -> str:
    """The clause of the figure that seems to clash; all of the statement where that is not known."""
    told = [quantity.text for quantity in side.quantities if quantity.text in found.reasons[0]]
    clauses: list[str] = _clause.findall(side.text)
    for clause in clauses:
        for text in told:
            if text in clause:
                return clause if side.language == "en" else clause[: clause.index(text) + len(text) + BEHIND]
    return side.text


BEHIND = 4
"""So many Chinese characters behind a figure may tell what is counted; further on, others are: 领先另外四人."""


_reckons = re.compile(
    r"^(?:the |an? )?([\w' -]{3,40}?) (?:estimat\w+|reckon\w*|calculat\w+|puts? the|measured|counted|tall(?:y|ied))\b"
    r"|(?:^|[,。;])([^,。;:]{2,14}?)(?:估[计算测]|推[估算测]|测[得定]|统计|[,以][^,。;]{0,10}计算)"
)
_claims = re.compile("^([^,。;:]{2,14}):")


def reckoned_otherwise(pair: Pair) -> bool:
    """Whether a figure is the reckoning of one body, and the other that of another one."""
    (mine, reckoned), (theirs, counted) = _source(pair.a), _source(pair.b)
    return bool(mine and theirs) and (reckoned or counted) and mine not in pair.b.key and theirs not in pair.a.key


@of_one
def _source(side: Features) -> tuple[str, bool]:
    """Whose figure a statement tells ('' where it is nobody's), and whether they reckoned it."""
    text = written(side)
    reckoned, claimed = _reckons.search(text), _claims.search(text)
    if reckoned:
        return reckoned[1] or reckoned[2], True
    return (claimed[1] if claimed else side.claimant or ""), False
