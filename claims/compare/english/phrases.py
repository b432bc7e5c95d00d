"""Turns of phrase by which two English accounts exclude each other: all but X, only X; in public, in camera."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import asserted_en, paired_en
from claims.compare.english.asserted_en import Told
from claims.compare.needed import Cue, Needing, pieces_of
from claims.compare.slots import name_shared
from claims.compare.tokens import Tokens
from claims.compare.values import Features, of_one
from claims.model import Facet
from evidence.text import lazy_re as re

COVER = 0.5
"""From this share of the shorter one's content on, two accounts are of one thing."""


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """What excludes each other, with its facet, the surest first."""
    yield from _by_exception(pair)
    yield from _by_phrase(pair)
    yield from _by_preference(pair)


_except = Cue(r"\b(?:except|but not|other than|apart from)(?: for| on| in)? (?:the )?(\w+)")
_LEADS = "(?:on|in|for|to|by|with|at|from)"
_none = re.compile(r"\b(?:no one|nobody|none|no survivors|all (?:\w+ )?(?:died|perished|were killed))\b")
_sole = Cue(r"\b(?:only|sole|lone) survivor|\bonly (?:one|person) (?:to survive|survived)\b")


def _by_exception(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Daily except Sundays, on Sundays only; none survived, the only survivor."""
    texts = pair.a.text.lower(), pair.b.text.lower()
    for one, other in (texts, texts[::-1]):
        if (found := _except.search(one)) and pair.cover >= COVER:
            if not found[1].rstrip("s").endswith("day") and _of_two_deeds(pair):
                continue  # all except Lund died, only Lund survived
            word = re.escape(found[1].removesuffix("s"))
            if re.search(rf"\b{word}s? only\b|\bonly (?:{_LEADS} )?(?:the (?:\w+ of )?)?{word}s?\b", other):
                yield Facet.POLARITY, f"one excepts “{found[1]}”, the other has only that"
                return
        both = _both.search(other) if pair.cover >= COVER and _exclusively.search(one) else None
        if both and sum(bool(re.search(rf"\b{each}\b", one)) for each in both.groups()) == 1:
            yield Facet.IDENTITY, f"one has only one of “{both[0]}”"
            return
        if _sole.search(one) and _all_lived.search(other):
            yield Facet.POLARITY, "one names a sole survivor, by the other all survived"
            return
        if _sole.search(one) and _none.search(other) and "surviv" in other:
            yield Facet.POLARITY, "one names a survivor, the other none"
            return
        if _none_died.search(one) and _died.search(other) and not _none_died.search(other) and pair.cover >= PHRASES:
            yield Facet.POLARITY, "one has no dead, the other has"
            return
        alone = _only_one.search(one) if pair.cover >= COVER else None
        if (
            alone
            and asserted_en.told(one, alone.start()) is not Told.DENIED
            and _several_of(words.stem(alone[1]), other, pair)
        ):
            yield Facet.IDENTITY, f"one says “{alone[0]}”, the other tells of more"
            return
        of_one_thing = pair.closeness >= ALL or pair.cover >= HELD
        if of_one_thing and _every.search(one) and _but_one.search(other) and not _every.search(other):
            if pair.denied or _of_two_deeds(pair):
                continue  # neither won a majority, both fell short of one
            yield Facet.POLARITY, "one says it of all, the other only of some"
            return


def _of_two_deeds(pair: Pair) -> bool:
    """Whether each has a verb of its own, which may be the other's contrary."""
    return all(
        any(words.is_past(tokens.words[i]) and not tokens.name[i] for i in own)
        for tokens, own in ((pair.left, pair.only_a), (pair.right, pair.only_b))
    )


_all_lived = re.compile(r"\b(?:all|every|both|each)\b(?! but\b)[^.;]*\b(?:survived|alive|unhurt|unharmed|safely)\b")
_exclusively = re.compile(r"\b(?:only|exclusively|solely|entirely|nothing but)\b")
_both = Cue(r"\bboth (\w+) and (\w+)")
_none_died = Cue(r"\b(?:neither|none|nobody|no one)\b[^.;,]*\b(?:killed|died|dead|perished)\b")
_died = re.compile(r"\b(?:died|killed|perished|dead)\b")
_only_one = Cue(r"\b(?:the (?:only|sole)|an? (?:single|lone|sole|solitary)) (\w+)")


def _several_of(stem: str, text: str, pair: Pair) -> bool:
    """Whether a statement counts two or more of what some stem names."""
    side = pair.a if pair.a.text.lower() == text else pair.b
    return any(
        (one.low or 0) >= 2
        and stem in {words.stem(word) for word in re.findall(r"[a-z]+", f"{one.text} {one.unit}".lower())}
        for one in side.quantities
    )


ALL, HELD = 0.55, 0.8
"""From this closeness, or this share of the shorter one's content, on, one speaks of all of whom the other does."""
_every = Cue(r"\b(?:both|all|every|each)\b")
_but_one = re.compile(r"\b(?:only|just) (?:one|two|three|some|a few|half|the \w+ of)\b|\b(?:neither|none)\b")


@cache
def _phrases() -> Needing:
    """The turns of phrase: both sides of a line of the table, one after the other."""
    table = tomllib.loads(files("claims.compare").joinpath("tables", "retold_en.toml").read_text("utf-8"))
    lines = [line.strip() for line in table["phrases"].splitlines() if line.strip()]
    return Needing([side for line in lines for side in line.split(" | ", 1)])


PHRASES = 0.4


def _by_phrase(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Turns of phrase that exclude each other: in public, behind closed doors."""
    named = name_shared(pair) or pair.shared_words >= 2
    if pair.cover < PHRASES or not named or pair.shared < 1.5 or paired_en.agree(pair):
        return
    mine, theirs = _turns(pair.a), _turns(pair.b)
    if not mine or not theirs:
        return
    for one, other in ((mine, theirs), (theirs, mine)):
        for (line, side), words_ in one.items():
            if side == 0 and (line, 1) in other and (line, 0) not in other and (line, 1) not in one:
                yield Facet.POLARITY, f"one says “{words_}”, the other “{other[line, 1]}”"
                return


@of_one
def _turns(features: Features) -> dict[tuple[int, int], str]:
    """The turns of phrase of a statement: the line of the table and the side of the line, with the words."""
    key = features.text.lower()
    found = {}
    for number, pattern in _phrases().may(pieces_of(key)):
        if (match := pattern.search(key)) and not _denied.search(asserted_en.part_before(key, match.start())):
            found[divmod(number, 2)] = match[0].strip()
    return found


_denied = re.compile(r"\b(?:not|never|n't|nor|neither|no longer)\b")


def _by_preference(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Renovated rather than torn down, torn down rather than renovated."""
    mine, theirs = _preferred(pair.left), _preferred(pair.right)
    if mine and theirs and mine == theirs[::-1]:
        yield Facet.POLARITY, f"“{mine[0]}” and “{mine[1]}” have changed places"


def _preferred(tokens: Tokens) -> tuple[str, str] | None:
    for i, pair_ in enumerate(pairwise(tokens.words)):
        if pair_ in {("rather", "than"), ("instead", "of")}:
            before = [k for k in range(i) if tokens.content[k] and tokens.words[k] != "rather"]
            after = [k for k in range(i + 2, len(tokens.words)) if tokens.content[k]]
            if before and after:
                return tokens.stems[before[-1]], tokens.stems[after[0]]
    return None


__all__ = ["clashes"]
