"""What two accounts of one affair disagree about, each in its own words: whether anybody died, was paid, had been told.

    Nobody was hurt in the operation         ─► injuries: none
    A volunteer broke her ankle in a bog     ─► injuries: some

A matter has two poles or more, each a class of expressions in English and in Chinese (`tables/matters.toml`). Asked
only of claims of two accounts of one story: outside one, hardly anything shows that they are of one thing.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.arguments_zh import left_open
from claims.compare.chinese.poles_zh import denied_before
from claims.compare.english.asserted_en import Told, told
from claims.compare.english.forms_en import Expressions
from claims.compare.english.named_en import text_of, words_in
from claims.compare.needed import Needing, pieces_of
from claims.compare.values import Features, of_one, written
from evidence.text import lazy_re as re


class Matter(NamedTuple):
    """One matter with its poles."""

    name: str
    own: bool
    """Whether the words for it name what they are told of."""
    poles: tuple[str, ...]


class Pole(NamedTuple):
    """What a claim tells of a matter: which pole, whether as so or as not so, and in which words."""

    number: int
    so: bool
    words: str


class _Found(NamedTuple):
    matter: int
    pole: Pole
    start: int
    end: int


@cache
def _known() -> tuple[tuple[Matter, ...], dict[str, list[tuple[int, int, str]]]]:
    """The matters, and by language each pole with its matter, its number and its expressions."""
    table = tomllib.loads(files("claims.compare").joinpath("tables", "matters.toml").read_text("utf-8"))
    matters: list[Matter] = []
    told: dict[str, list[tuple[int, int, str]]] = {"en": [], "zh": []}
    for number, (name, section) in enumerate(table.items()):
        poles = tuple(dict.fromkeys(key[:-3] for key in section if key[-3:] in {"_en", "_zh"}))
        matters.append(Matter(name, "own" in section, poles))
        for language, kept in told.items():
            kept += [(number, place, section[f"{pole}_{language}"]) for place, pole in enumerate(poles)]
    return tuple(matters), told


@cache
def _in_english() -> tuple[Expressions, list[tuple[int, int]]]:
    """All English expressions, with the matter and the pole of each."""
    told = [
        (line.strip(), (matter, pole))
        for matter, pole, lines in _known()[1]["en"]
        for line in re.split(r"[,\n]", lines)
        if line.strip()
    ]
    return Expressions([line for line, _ in told], [matter for _, (matter, _) in told]), [place for _, place in told]


@cache
def _in_chinese() -> tuple[Needing, list[tuple[int, int]]]:
    """The Chinese expressions, with the matter and the pole of each."""
    told = _known()[1]["zh"]
    return Needing([lines for _, _, lines in told]), [(matter, pole) for matter, pole, _ in told]


@of_one
def told_of(side: Features) -> dict[int, Pole]:
    """The matters of which a claim tells one pole, by number."""
    found = list(_english(side) if side.language == "en" else _chinese(side))
    outermost = [one for one in found if not any(_inside(one, other) for other in found)]
    by_matter: dict[int, list[Pole]] = {}
    for one in outermost:
        by_matter.setdefault(one.matter, []).append(one.pole)
    return {
        matter: poles[0] for matter, poles in by_matter.items() if len({(one.number, one.so) for one in poles}) == 1
    }


def _inside(one: _Found, other: _Found) -> bool:
    """Whether the words of one stand inside those of another of its matter: not paid holds paid."""
    return (
        one.matter == other.matter
        and other.start <= one.start
        and one.end <= other.end
        and (one.start, one.end) != (other.start, other.end)
    )


def _english(side: Features) -> Iterator[_Found]:
    (expressions, places), text, words = _in_english(), text_of(side), words_in(side)
    for matter in sorted(expressions.groups_of(words)):
        for number in expressions.may(words, matter):
            for match in expressions.places(number, text):
                how = told(text, match.start())
                if how is not Told.OPEN:
                    pole = _pole(matter, places[number][1], so=how is Told.FACT, words=match[0])
                    yield _Found(matter, pole, *match.span())


def _chinese(side: Features) -> Iterator[_Found]:
    (expressions, places), text = _in_chinese(), written(side)
    for number, pattern in expressions.may(pieces_of(text)):
        matter, place = places[number]
        for match in pattern.finditer(text):
            if left_open(text, *match.span()) or _ahead.search(text, 0, match.start()):
                continue
            denied = denied_before.search(text, 0, match.start())
            so = denied is None or text[: denied.start()].endswith("了")  # 抓人了没有 asks
            yield _Found(matter, _pole(matter, place, so=so, words=match[0]), *match.span())


_ahead = re.compile(
    r"(?:预[计定]|计划|打算|拟|争取|有望|[\d一二三四五六七八九十]+[日号]再?)[^,。;:!?\s]{0,8}(?:\[[^\]]*\][^,。;:!?\s]{0,4})?$"
)
"""What is only planned has not come about."""


def _pole(matter: int, number: int, *, so: bool, words: str) -> Pole:
    """A pole; of two, one that is denied stands for the other one."""
    if not so and len(_known()[0][matter].poles) == 2:
        return Pole(1 - number, True, words)
    return Pole(number, so, words)


def named(side: Features) -> Iterator[str]:
    """The matters that a claim tells of by words that name what they are told of."""
    for number in told_of(side):
        if _known()[0][number].own:
            yield _known()[0][number].name


def opposed(pair: Pair, *, own: bool = False) -> str | None:
    """The reason why the two tell other poles of one matter, if they are of one thing; that is not asked here.

    With `own` only of matters whose words name what they are told of.
    """
    mine, theirs = told_of(pair.a), told_of(pair.b)
    for number in sorted(mine.keys() & theirs.keys()):
        one, other = mine[number], theirs[number]
        if (own and not _known()[0][number].own) or one.number == other.number == one.so == other.so:
            continue
        if (one.so and other.so and one.number != other.number) or (one.number == other.number and one.so != other.so):
            return f"“{one.words}” against “{other.words}”"
    return None


__all__ = ["named", "opposed", "told_of"]
