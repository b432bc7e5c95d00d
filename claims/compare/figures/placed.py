"""Places on a list, given as such: number four of the charts, third in the final, the second-longest bridge."""

from claims.compare import words
from claims.compare.english.ranked_en import of_two_times, ranks_of
from claims.compare.figures.ages import ORDINALS, SMALL, number, ordinal, place_at
from claims.compare.figures.reckoned import Answer, affinity, asks, topics
from claims.compare.figures.spells import ONE_UNIT
from claims.compare.needed import Cue
from claims.compare.tokens import DATE
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_NTH = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_SMALL = rf"(?:\d{{1,3}}|{'|'.join(SMALL)})"
_numbered = rf"(?:(?:number|no\.?|position|rank) (?P<number>{_SMALL})(?![\d,.]\d| ?%))"
_finished = (
    rf"(?:(?:finish\w*|came|come|placed|placing|ranked|ranks|ranking|wound up|ended up|was|were|qualified"
    rf"|stood) (?:in |as )?(?:a distant |a close |joint |equal |only )?"
    rf"(?P<finished>{_NTH})(?=[.,;)]|$| (?:in|on|with|behind|overall|among|at|after|out of"
    rf"|of (?:the |its )?(?:{_SMALL}|twenty))\b))"
)
_spot = rf"(?:(?P<spot>{_NTH}) (?:place|spot|position)\b)"
_second = r"(?P<second>\brunners?-up\b(?! spot))"
_medal = (
    r"(?:\b(?:won|wins?|winning|took|taking|takes?|claim\w*|earn\w*|secur\w*|gained|for|with) (?:\w+ )?"
    r"(?P<medal>gold|silver|bronze)(?: medal)?\b(?! (?:mine|coins?|bars?|screen)))"
)
_last = (
    r"(?P<last>\b(?:finish\w*|came|come|placed|was|were|end(?:ed|ing)?) (?:in |up )?(?:last|bottom)\b"
    r"(?! (?:year|season|week|month|night|\w+day))"
    r"|\bbottom of (?:the|its|their) (?:table|league|division|standings|group)\b|\blast place\b)"
)
_of_all = re.compile(
    rf"(?: place)? (?:out )?of (?:the |its )?(?P<all>{_SMALL}|twenty)\b(?! (?:races|games|matches|\w+ly))"
)
LAST = 10**6
"""Stands for the last place."""
_place = Cue(
    rf"\b(?:{_numbered}|{_finished}|{_spot})|(?P<top>\btopp(?:ed|ing) the (?:[\w ]+ )?charts?\b|\btop spot\b)"
    rf"|{_second}|{_medal}|{_last}"
)
_MEDALS = {"gold": 1, "silver": 2, "bronze": 3}
_PEAK, _ENTRY = words.reckoned_words("peaking"), words.reckoned_words("entering")
_outside = Cue(
    rf"\b(?:outside|below|missed|failed to (?:reach|crack|make)) the top ({_SMALL}|twenty|thirty|forty|fifty"
    rf"|hundred)\b"
)
_bounded = re.compile(r"\b(?:least|higher than|lower than|better than|worse than|below|above|top|bottom)\b")


def place(claim: Features, sentence: Features) -> Answer | None:
    """The very place that a claim gives, against the one that the sentence gives for it."""
    text = claim.text.lower()
    if outside := _outside.search(text):
        limit = number(outside[1]) if number(outside[1]) > 0 else 100
        asked: set[int] | None = None
    elif (found := _place.search(text)) and not _bounded.search(text[: found.start()]):
        asked, limit = {_value(found)}, 0
    else:
        return None
    if any(one.text.lower() not in _place.sub("", text) for one in claim.quantities) != bool(claim.quantities):
        return None  # two months at number one: it is the months that are asked
    if ONE_UNIT.search(text):
        return None
    tokens, said = sentence.tokens, sentence.text.lower()
    about = topics(claim).union(claim.tokens.named)
    peaks, enters = not _PEAK.isdisjoint(about), not _ENTRY.isdisjoint(about)
    year = (claim.dates[0].first or "")[:4] if len(claim.dates) == 1 else ""
    scored = []
    for given in _place.finditer(said):
        at = place_at(tokens, sentence, given.start(), said)
        if of_elsewhere(claim, sentence, said[given.end() :]):
            continue
        fit = affinity(tokens, at, about)
        near = tokens.stems[max(0, at - 6) : at + 1]
        if (cue := _last_cue(near)) and peaks != enters:
            fit += 0.6 if (cue == "peak") == peaks else -0.8
        if year and (there := year_of(sentence, at)):
            fit += 1.0 if there == year else -1.0
        scored.append((fit, -given.start(), _value_of_all(given, said, last=asked == {LAST})))
    if not scored:
        return None
    fit, _, value = max(scored)
    if fit < 0.3 or (len(scored) > 1 and len({one[2] for one in scored if one[0] == fit}) > 1):
        return None
    if LAST in {value, *(asked or ())} and asked != {value} and not (asked == {LAST} and _of_all.search(said)):
        return None  # the tenth place may be the last
    holds = value in asked if asked is not None else value > limit
    return (
        Answer(holds, Facet.QUANTITY, f"the place is {'last' if value == LAST else value}")
        if holds or _gives_one(text)
        else None
    )


def year_of(sentence: Features, place: int) -> str:
    """The year of what is told at a place: of the next time in its clause, else of the one before; or empty."""
    tokens = sentence.tokens
    clause = [i for i, number in enumerate(tokens.clause) if number == tokens.clause[place]]
    ahead = [i for i in clause if i > place and i - place <= YEAR_WITHIN]
    back = [i for i in reversed(clause) if i <= place]
    for i in (*ahead, *back):
        if tokens.stems[i] == DATE and tokens.number[i] < len(sentence.dates):
            return (sentence.dates[tokens.number[i]].first or "")[:4]
    return ""


YEAR_WITHIN = 8
"""Tokens behind a place in which its time may stand."""


def _gives_one(text: str) -> bool:
    """Whether a claim gives one place, not number 12 in one country and two in another."""
    return len({_value(found) for found in _place.finditer(text)}) < 2


_there = re.compile(r"^ (?:in|on) (?:the )?(?P<name>[\w’'-]+)")


def of_elsewhere(claim: Features, sentence: Features, behind: str) -> bool:
    """Whether a place is that of another list than the claim's: number four in Sweden, number 22 in Norway."""
    there = _there.match(behind)
    if there is None:
        return False
    named = {words.stem(word) for word, name in zip(sentence.tokens.words, sentence.tokens.name, strict=True) if name}
    stem = words.stem(there["name"])
    return stem in named and _in_name.search(claim.text) is not None and stem not in claim.tokens.seen


_in_name = re.compile(r"\b(?:in|on) (?:the )?([A-Z][\w’'-]+)")


def _last_cue(near: list[str]) -> str:
    """Whether the word nearest before a place tells of the highest one, or of the first."""
    for stem in reversed(near):
        if stem in _PEAK:
            return "peak"
        if stem in _ENTRY:
            return "entry"
    return ""


def _value_of_all(found: "re.Match[str]", said: str, *, last: bool) -> int:
    """A place; where the last one is asked for, the twelfth of twelve is it."""
    value, all_ = _value(found), _of_all.match(said, found.end())
    if last and all_ is not None:
        return LAST if value == (20 if all_["all"] == "twenty" else number(all_["all"])) else value
    return value


def _value(found: "re.Match[str]") -> int:
    if found["last"]:
        return LAST
    if found["top"]:
        return 1
    if found["second"] or found["medal"]:
        return _MEDALS.get(found["medal"] or "", 2)
    if found["number"]:
        return number(found["number"])
    return ordinal(found["finished"] or found["spot"])


# --- higher here than there ----------------------------------------------------------------------------------------

_higher = Cue(
    r"\b(?:chart|peak|rank|plac|finish|did|perform|reach)\w* (?:(?P<more>higher|better)|lower|worse)"
    r" (?:in|on|among|with) (?:the )?(?P<here>[^.,;]+?) than (?:it (?:did|was) )?"
    r"(?:(?:in|on|among|with) )?(?:the )?(?P<there>[^.,;]+)"
)


@asks(_higher)
def higher_placed(claim: Features, sentence: Features) -> Answer | None:
    """Charted higher in Ireland than in Italy, against number 6 in Ireland and number 17 in Italy."""
    asked, said = _higher.search(claim.text.lower()), sentence.text.lower()
    if asked is None or claim.quantities:
        return None
    given = {
        there["name"]: _value(found)
        for found in _place.finditer(said)
        if (there := _there.match(said[found.end() :])) is not None
    }
    two = [[value for name, value in given.items() if name in asked[side].split()] for side in ("here", "there")]
    if [len(values) for values in two] != [1, 1] or two[0] == two[1]:
        return None
    one, other = two[0][0], two[1][0]
    return Answer((one < other) == bool(asked["more"]), Facet.QUANTITY, f"number {one} against number {other}")


# --- the third woman to do so --------------------------------------------------------------------------------------

_nth = Cue(
    rf"(?:\b(?:was|is|became|becomes?|becoming|being|as)|,) (?:also |only )?(?:the|his|her|its|their) (?P<nth>{_NTH})"
    r" (?P<what>[a-z]+)(?= (?:to|of|who|that|which|in|on|at|by|for|from|with|since|and|ever|when|after)\b|[,.;:)]|$)"
)
_predicate = re.compile(
    rf"^(?:the|this|that|his|her|their) (?P<what>[a-z]+) (?:was|is) (?:only |also )?(?:his|her|its|their|the \w+'s)"
    rf" (?P<nth>{_NTH})(?=[.,;]|$| (?:in|for|since|with|to|on|under)\b)"
)
"""The novel was his third."""
_of_so_many = re.compile(
    rf"\bthe (?P<nth>{_NTH}) of (?:(?:the|his|her|its|their|a [a-z]+'s) )?{_SMALL} (?P<what>[a-z]+)\b"
)
"""The second of five children."""
_own = re.compile(
    rf"\b(?:his|her|its|their|\w+'s) (?P<nth>{_NTH})(?: and (?:last|final|latest))? "
    r"(?P<whats>(?:[a-z-]+ ){0,2}[a-z-]+)"
)
"""What a sentence counts as somebody's own: her third studio album."""
_COUNTED_BY_TIME = frozenset(map(words.stem, (
    "round", "half", "quarter", "game", "match", "day", "night", "week", "month", "year", "decade", "century", "season",
    "minute", "hour", "time", "leg", "stage", "set", "inning", "session", "period", "phase", "wave", "race", "heat",
    "place", "part", "thing", "floor", "attempt", "quarter-final", "one", "in",
)))  # fmt: skip
"""Nouns of which one and the same matter has several, told of in turn."""


@asks(_nth, _predicate, _of_so_many)
def nth(claim: Features, sentence: Features) -> Answer | None:
    """Her third novel, the third woman to hold the office, against the one number that the sentence gives it."""
    text, said = claim.text.lower(), sentence.text.lower()
    asked = list(_nth.finditer(text)) or list(_predicate.finditer(text)) or list(_of_so_many.finditer(text))
    if len(asked) != 1 or _superlative.match(asked[0]["what"]):
        return None
    noun = words.stem(asked[0]["what"])
    if noun in _COUNTED_BY_TIME:
        return None
    told = (*_nth.finditer(said), *_of_so_many.finditer(said))
    given = [one for one in told if words.stem(one["what"]) == noun]
    if not given and _owned.search(asked[0][0]):
        given = [one for one in _own.finditer(said) if noun in map(words.stem, one["whats"].split())]
    if len(given) != 1:
        return None
    mine, theirs = (ordinal(one["nth"]) for one in (asked[0], given[0]))
    return Answer(mine == theirs, Facet.QUANTITY, f"“{given[0]['nth']} {noun}”")


_owned = re.compile(r"\b(?:his|her|its|their|\w+'s)\b")
_superlative = re.compile(r"\w{3,}est$|most$|least$")


# --- the third largest ---------------------------------------------------------------------------------------------


def superlative(claim: Features, sentence: Features) -> Answer | None:
    """The third longest bridge of a land against the second-longest: one quality, one land, another place."""
    asked = ranks_of(claim)
    if len(asked) != 1:
        return None
    what, mine = next(iter(asked.items()))
    theirs = ranks_of(sentence).get(what)
    if theirs is None or mine.place == theirs.place == 1 or not _of_one_scope(mine.scope, theirs.scope):
        return None
    if (mine.head and theirs.head) or of_two_times(claim, sentence):
        return None
    return Answer(mine.place == theirs.place, Facet.QUANTITY, f"it is number {theirs.place} by that")


_own_land = re.compile(
    r"(?:the |its |his |her )?(?:country|state|county|region|city|town|village|island|parliament|league|kingdom|nation"
    r"|province|capital|district|house|chamber|senate|assembly|company|club|family|team|area|history)$"
)
_wider = re.compile(
    r"(?:the )?(?:world|continent|globe|hemisphere|americas|scandinavia|commonwealth|union|earth|antarctica|oceania"
    r"|(?:(?:north|south|latin|central|east|west|south-?east)(?:ern)? )?(?:america|europe|asia|africa|hemisphere))\b"
)


def _of_one_scope(mine: str, theirs: str) -> bool:
    """Whether two may be ranked among the same: in the country, in Norway; not in the world, in Europe."""
    if mine == theirs:
        return True
    one, other = mine.lower(), theirs.lower()
    if not other:
        return not _wider.match(one)
    return (not one or (_own_land.match(one) is not None and theirs[:1].isupper())) and not _wider.match(other)


__all__ = ["higher_placed", "nth", "of_elsewhere", "place", "superlative"]
