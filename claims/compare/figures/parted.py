"""A part that an English sentence gives only by its counterpart, or by all that make up the whole.

Of 131 aboard 44 survived: 87 died. A record of 26–4 is four defeats; four of the six are not all of them.
"""

from functools import cache
from itertools import pairwise

from claims.compare import words
from claims.compare.figures.numerals import SMALL_NUMBER, value_of
from claims.compare.figures.reckoned import Amount, Answer, Demand, affinity, amounts, asks, kin, wanted
from claims.compare.figures.shares import share_asked, whole_named
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

# --- the counterpart -----------------------------------------------------------------------------------------------


@cache
def _counterparts() -> dict[str, frozenset[str]]:
    """Each stem that parts a group in two with those of the other part."""
    found: dict[str, set[str]] = {}
    for one, other in words.sides("counterparts"):
        for mine, theirs in ((one, other), (other, one)):
            for stem in mine:
                found.setdefault(stem, set()).update(theirs)
    return {stem: frozenset(others) for stem, others in found.items()}


_third = re.compile(
    r"\b(?:dr[ae]w\w*|ties?|tied|abst\w+|undecided|missing|unknown|injured|hurt|wounded|others|blank|unaccounted)\b"
)


_rest = re.compile(
    r"\b(?:every(?:one|body) else|(?:the|all) (?:rest|others|remainder|remaining)|all the (?:others|rest))\b"
)


def counterpart(claim: Features, sentence: Features) -> Answer | None:
    """More than 100 died, against 44 survivors of 131; a share of those who passed, against those who failed."""
    about = claim.tokens.rare | {stem for one in amounts(claim) for stem in _words(one)}
    said = sentence.tokens.seen | {stem for one in amounts(sentence) for stem in _words(one)}
    mine = {stem for stem in about if stem in _counterparts()}
    other = {stem for stem in mine for stem in _counterparts()[stem]} & said
    text = sentence.text.lower()
    rest = _rest.search(text)
    if not other or (rest is None and _third.search(text)) or (mine & said and not _said_of_rest(text, rest, mine)):
        return None
    if _said_of_rest(text, rest, other):
        return None  # the others drowned: the figure is not theirs
    demand, text = _demand(claim)
    if demand is None:
        return None
    if (found := _part(sentence, other)) is None:
        return None
    whole, part, given = found
    named = whole_named(claim.text.lower(), text, sentence) if demand.share else []
    if named and whole not in [one.value for one in named]:
        return None  # most of the passengers, nine of the crew
    value = (whole - part) / whole if demand.share else whole - part
    holds = demand.asked.met(value)
    return Answer(holds, Facet.QUANTITY, f"“{given}” {'bears out' if holds else 'is not'} “{text}”")


def _said_of_rest(text: str, rest: "re.Match[str] | None", stems: set[str]) -> bool:
    """Whether some words are told of all others: 44 drowned and everyone else was saved."""
    if rest is None:
        return False
    told = [words.stem(word) for word in re.findall(r"[a-z]+", text[rest.end() :])[:REST]]
    return not stems.isdisjoint(told)


REST = 4
"""Words behind all the others among which it is told what became of them."""


class _Demand:
    def __init__(self, asked: Demand, *, share: bool) -> None:
        self.asked, self.share = asked, share


def _demand(claim: Features) -> tuple[_Demand | None, str]:
    """What the claim asks: a count, or a share of the whole."""
    text = claim.text.lower()
    if _none.search(text):
        return _Demand(Demand(0, 0), share=False), "none"
    if _all.search(text):
        return _Demand(Demand(1, 1), share=True), "all"
    if asked := share_asked(text):
        return _Demand(asked[0], share=True), asked[1].strip()
    counts = [one for one in amounts(claim) if one.interval.dimension.startswith("count")]
    if len(counts) != 1 or "by" in claim.tokens.words[max(0, counts[0].place - 1) : counts[0].place]:
        return None, ""  # won by more than ten points
    one = counts[0].interval
    slack = 0.1 if one.about and not one.bound else 0.0
    return _Demand(Demand((1 - slack) * one.low, (1 + slack) * one.high), share=False), counts[0].quantity.text


_none = re.compile(r"\b(?:no one|nobody|none|no (?:passengers?|crew|people|survivors?|members?))\b")
_all = re.compile(r"\b(?:everyone|everybody|all|every)\b")
_WHOLE = frozenset(["of", "among", "from", "carrying", "all"])
_ABOARD = frozenset(["aboard", "board"])


def _part(sentence: Features, other: set[str]) -> tuple[float, float, str] | None:
    """A whole and that part of it which some words tell of: of the 131 aboard 44 survived."""
    tokens = sentence.tokens
    counts = [one for one in amounts(sentence) if one.interval.dimension.startswith("count") and not one.interval.bound]
    told = {tokens.clause[i] for i, stem in enumerate(tokens.stems) if stem in other}
    for one, whole_ in pairwise(counts):  # only 31 of the 84 miners down there survived
        between = tokens.words[one.place + 1 : whole_.place]
        if (
            between[:1] == ["of"]
            and len(between) <= 2
            and one.value < whole_.value
            and tokens.clause[one.place] in told
        ):
            return whole_.value, one.value, f"{one.quantity.text} of {whole_.quantity.text}"
    said = [(affinity(tokens, one.place, other, one.quantity.text), -one.place, one) for one in counts]
    part = max(said, default=(0.0, 0, None))
    if part[2] is None or part[0] <= 0:
        return None
    one = part[2]
    wholes = [each for each in counts if each.value > one.value and _is_whole(tokens, each, one)]
    if len(wholes) != 1:
        return None
    return wholes[0].value, one.value, f"{one.quantity.text} of {wholes[0].quantity.text}"


def _is_whole(tokens: Tokens, each: Amount, one: Amount) -> bool:
    """Whether a figure is that of all: 44 of the 131, among 131 passengers, 131 on board."""
    before, after = tokens.words[max(0, each.place - 3) : each.place], tokens.words[each.place + 1 : each.place + 6]
    if not _WHOLE.isdisjoint(before) or not _ABOARD.isdisjoint(after):
        return True
    return one.place > each.place and tokens.words[one.place + 1 : one.place + 2] == ["of"]


def _words(one: Amount) -> set[str]:
    return {words.stem(word) for word in re.findall(r"[a-z]{3,}", one.quantity.text.lower())}


# --- won and lost --------------------------------------------------------------------------------------------------

_record = re.compile(r"(?<![\d–-])(?P<won>\d{1,3})[–-](?P<lost>\d{1,3})(?:[–-](?P<drawn>\d{1,3}))?(?![\d–-])")
_recorded = re.compile(r"\b(?:record|season|finished|went|posted|compiled|campaign|start|standing)\b")
_outcome = Cue(
    rf"\b(?P<n>{SMALL_NUMBER}) (?:[a-z]+ )?(?P<what>wins?|victories|victory|defeats?|loss(?:es)?|draws?|ties?|tied)\b"
    rf"|\b(?P<verb>won|winning|lost|losing|drew|drawn|drawing|tied|tying)(?: only| just)? (?P<m>{SMALL_NUMBER})\b"
)
_SORT = {"w": "won", "v": "won", "de": "lost", "l": "lost", "dr": "drawn", "t": "drawn"}
_asks = re.compile(r"\b(?P<what>won|wins?|winning|victories|lost|loses?|losing|losses|defeats?|drew|draws?|ties?)\b")
_kind = re.compile(
    r"\b(?:(?P<winning>winning|positive)|(?P<losing>losing|negative)) (?:record|season|campaign|year)\b"
    r"|\b(?P<one>won|lost) more (?:\w+ )?than (?:it|they|he|she) (?:won|lost)\b"
)
"""More games won than lost, or fewer."""


@asks(_asks)
def outcomes(claim: Features, sentence: Features) -> Answer | None:
    """Fewer than five games lost, more than half won: against 26–4, or four wins, six defeats and a tie."""
    text = claim.text.lower()
    asked = _asks.search(text)
    given = _outcomes(sentence.text.lower())
    if asked is None or len(given) < 2:
        return None
    if (kind := _kind.search(text)) is not None and not amounts(claim):
        if not {"won", "lost"} <= given.keys():
            return None
        won, lost = (given.get(sort, 0.0) for sort in ("won", "lost"))
        more = bool(kind["winning"]) or (kind["one"] or "").startswith("won")
        holds = won > lost if more else lost > won
        return Answer(holds, Facet.QUANTITY, f"{won:g} won, {lost:g} lost")
    part = given.get(_sort(asked["what"]), 0.0)
    if share := share_asked(text):
        whole = sum(given.values())
        holds = share[0].met(part / whole)
        said = f"{part:g} of {whole:g} {'is' if holds else 'is not'} “{share[1].strip()}”"
        return Answer(holds, Facet.QUANTITY, said)
    counts = [one for one in amounts(claim) if one.interval.dimension.startswith("count")]
    if len(counts) != 1 or not _games(counts[0], claim):
        return None
    if _one_of.search(text):
        return (
            None
            if (one := _one_of.search(text)) is None or value_of(one["n"]) < 0
            else Answer(value_of(one["n"]) == part, Facet.QUANTITY, f"{part:g} against “{one[0]}”")
        )
    holds = wanted(counts[0]).met(part)
    return Answer(holds, Facet.QUANTITY, f"{part:g} {'bears out' if holds else 'is not'} “{counts[0].quantity.text}”")


_one_of = re.compile(
    rf"\b(?P<n>{SMALL_NUMBER}|none) of (?:the|its|their|his|her) (?:first |last |opening )?{SMALL_NUMBER}\b"
)


def _games(one: Amount, claim: Features) -> bool:
    near = _words(one) | set(claim.tokens.stems[one.place + 1 : one.place + 3])
    return not near.isdisjoint(_GAMES)


_GAMES = frozenset(
    map(words.stem, ("game", "match", "fixture", "fight", "bout", "time", "race", "contest", "win", "loss", "defeat",
                     "victory", "draw"))
)  # fmt: skip


def _sort(word: str) -> str:
    return next(sort for head, sort in _SORT.items() if word.startswith(head))


def _outcomes(text: str) -> dict[str, float]:
    """How many were won, lost and drawn, by words or as a record."""
    found: dict[str, float] = {}
    for one in _outcome.finditer(text):
        value = value_of(one["n"] or one["m"])
        if value >= 0:
            found.setdefault(_sort(one["what"] or one["verb"]), value)
    records = list(_record.finditer(text))
    records = [one for one in records if text.startswith((" overall", " record"), one.end())] or records
    if not found and len(records) == 1 and _recorded.search(text):
        one = records[0]
        found = {"won": float(one["won"]), "lost": float(one["lost"])}
        if one["drawn"]:
            found["drawn"] = float(one["drawn"])
    return found


# --- all and some --------------------------------------------------------------------------------------------------

_whole = re.compile(
    r"\b(?P<all>all|every(?: one)?|each|both)(?: of)?(?: the| its| his| her| their)?(?: \w+)? (?P<what>[a-z]+)\b"
)
_some_of = re.compile(
    rf"\b(?P<few>{SMALL_NUMBER}|half) (?:out )?of (?:the |its |his |her |their )?(?:first |last )?"
    rf"(?P<many>{SMALL_NUMBER}) (?:[\w-]+ )?(?P<what>[a-z]+)\b"
)


@asks(_whole)
def whole(claim: Features, sentence: Features) -> Answer | None:
    """All of the episodes, against four of the six episodes."""
    text = claim.text.lower()
    asked = _whole.search(text)
    if asked is None or claim.quantities or re.search(r"\b(?:not|n't|except|but|nearly|almost|over)\b", text):
        return None
    what = {words.stem(asked["what"])} | {words.stem(word) for word in asked[0].split()}
    for given in _some_of.finditer(sentence.text.lower()):
        few = value_of(given["many"]) / 2 if given["few"] == "half" else value_of(given["few"])
        many = value_of(given["many"])
        if 0 < few < many and kin(words.stem(given["what"]), what):
            return Answer(False, Facet.QUANTITY, f"“{given[0]}” against “{asked[0]}”")
    return None


__all__ = ["counterpart", "outcomes", "whole"]
