"""Of whom or what a figure of a long sentence is said: the words of a claim before it and behind it."""

from claims.compare import words
from claims.compare.figures.reckoned import JOINING, Amount, kin
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features
from evidence.text import lazy_re as re

PLANNED = words.reckoned_words("planned")
"""Stems of words of planning: what was budgeted, expected or allowed."""


def said_of(sentence: Features, one: Amount, about: set[str], figures: list[Amount]) -> float:
    """How surely a figure is said of some words: those before it, with no figure of its kind between, tell most."""
    tokens, rivals = sentence.tokens, {each.place for each in figures}
    best: dict[str, float] = {}
    owned = {tokens.clause[place] for place in rivals} - {tokens.clause[one.place]}
    for i in range(max(0, one.place - BEFORE), min(len(tokens.stems), one.place + BEHIND)):
        if (group := _told(tokens, i, about)) is None:
            continue
        low, high = min(i, one.place) + 1, max(i, one.place)
        value = 1.5 - 0.8 * sum(k in rivals for k in range(low, high))
        value -= 0.1 * sum(tokens.stems[k] == QUANTITY and k not in rivals for k in range(low, high))
        joined = not JOINING.isdisjoint(tokens.words[low:high])
        if i < one.place:
            value -= 0.8 * (i > 1 and tokens.words[i - 1] == "of" and i - 2 in rivals)  # 389,000 tonnes of zinc
            value -= 0.04 * (one.place - i) + 0.5 * joined + 0.5 * (tokens.clause[i] in owned)
        else:
            value -= 0.08 * (i - one.place) + 0.7 * (joined or tokens.clause[i] != tokens.clause[one.place])
        best[group] = max(best.get(group, 0.0), value)
    said = {words.stem(word) for word in re.findall(r"[a-z]{3,}", one.quantity.text.lower())}
    return sum(best.values()) + 1.5 * (not said.isdisjoint(about))


BEFORE, BEHIND = 16, 8
"""Tokens before a figure, and behind it, in which it may be told of whom it is said."""


def _told(tokens: Tokens, i: int, about: set[str]) -> str | None:
    """The word of a claim that a word of the sentence says again; all words of planning, of an area, are one."""
    stem, word = tokens.stems[i], tokens.words[i]
    if word in about or kin(stem, about):
        return "planned" if stem in PLANNED else stem
    for area in AREAS:
        if word in area and not area.isdisjoint(about):
            return min(area)
    return None


AREAS = tuple(
    frozenset(area.split())
    for area in (
        "national nation nation's nationwide country's countrywide", "state statewide state's", "provincial province",
        "regional region", "county countywide", "world worldwide global world's", "federal federation",
        "municipal city city-wide citywide", "european europe eu", "north northern", "south southern", "east eastern",
        "west western",
    )
)  # fmt: skip
"""Words of one area, whose stems do not tell it: the national rate, 5 per cent nationwide."""
