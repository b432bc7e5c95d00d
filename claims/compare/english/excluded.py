"""Constructions by which two English accounts of one thing exclude each other, whatever they tell of.

The only one and one of several; most and hardly any; alone and with somebody; may and may not; never and a day on
which it was done; another cause. Each asks for the same word beside the construction in both, or for most of the
shorter one's content.
"""

from collections.abc import Iterator

from claims.compare import words
from claims.compare.akin import akin, kindred, known
from claims.compare.alignment import Pair
from claims.compare.english import gainsaid_en, permitted_en
from claims.compare.figures.numerals import value_of
from claims.compare.needed import Cue, Expression
from claims.compare.tokens import DATE
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

COVER = 0.5
"""From this share of the shorter one's content on, two accounts are of one thing."""

NO_SLOT = words.reckoned_words("no_slot")
LEAST = 0.33
"""The same where the construction itself speaks of one event: its hour, its dead."""


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """What excludes each other, with its facet."""
    if pair.cover < COVER or pair.shared < 1.5:
        return
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for rule in (_only, _most, _alone, gainsaid_en.never, _none_of, _only_there):
            if (reason := rule(one, other)) and not (rule is _most and _rivals(pair)):
                yield Facet.POLARITY, reason
                return
    if reason := permitted_en.clash(pair):
        yield Facet.POLARITY, reason
        return
    yield from _causes(pair)


def _rivals(pair: Pair) -> bool:
    """Whether each has a word of its own that excludes or opposes one of the other's: few are open, most are shut."""
    left, right = ([one.stems[i] for i in own] for one, own in ((pair.left, pair.only_a), (pair.right, pair.only_b)))
    return any(words.exclude(one, other) or words.opposed(one, other) for one in left for other in right)


def of_one_event(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Another hour of one event, its dead against nobody hurt: whatever figures the two give besides."""
    if pair.cover < LEAST or pair.shared < 1.5:
        return
    yield from _hours(pair)
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if (
            reason := _unharmed(one, other)
            or gainsaid_en.not_so(one, other)
            or (pair.cover < COVER and gainsaid_en.never(one, other))
        ):
            yield Facet.POLARITY, reason
            return


# --- the only one --------------------------------------------------------------------------------------------------

_sole = Cue(r"\b(?:the|its|his|her|their|an) (?:only|sole) ((?:[\w'-]+ ){0,3}[\w'-]+)")
_one_of = re.compile(
    r"\bone of (?:the |its |his |her |their )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many"
    r"|few|a number of|some|\x01)"
    r" ?((?:[\w'-]+ ){0,3}[\w'-]+)?"
)
_siblings = re.compile(
    r"\b(?:eldest|oldest|youngest|second|third|fourth|fifth|one) of (?:\w+ |\x01 ?)?(?:children|siblings"
    r"|brothers|sisters|sons|daughters)?"
)


def _only(one: Features, other: Features) -> str:
    """The only centre, one of three centres; an only child, the youngest of six."""
    sole = _sole.search(one.key)
    if sole is None:
        return ""
    if re.match(r"child\b", sole[1]):
        many = _siblings.search(other.key)
        return f"an only child against “{_plain(many[0])}”" if many else ""
    among = _one_of.search(other.key)
    if among is None:
        return ""
    mine = _stems(sole[1])
    theirs = _stems(other.key[among.start() : among.end() + 40]) | _stems(_figure_words(other))
    shared = {stem for stem in mine & theirs if stem not in words.stop_stems()}
    return f"the only one against “{_plain(among[0])}”" if shared else ""


def _stems(text: str) -> set[str]:
    return {words.stem(word) for word in re.findall(r"[a-z]{3,}", text)}


def _figure_words(side: Features) -> str:
    return " ".join(one.text.lower() for one in side.quantities)


def _plain(key: str) -> str:
    return key.replace("\x01", "several").replace("\x02", "then").strip()


# --- most and hardly any -------------------------------------------------------------------------------------------

_much = re.compile(
    r"\b(?:most|(?:the|a) (?:large |vast |great |overwhelming )?majority|nearly all|almost all|virtually all"
    r"|the bulk|all|every one)"
    r" (?:of )?(?:(?:the|its|his|her|their|these|those) )?(?P<what>[a-z][\w'-]*)"
)
_little = Cue(
    r"\b(?:(?<!a )few|hardly any|scarcely any|barely any|almost none|almost no|virtually none|none|only a few"
    r"|only a handful|a minority"
    r"|only a (?:small )?(?:minority|fraction)|no more than a handful|not (?:one|a single(?: one)?))"
    r" (?:of )?(?:(?:the|its|his|her|their|these|those) )?(?P<what>[a-z][\w'-]*)"
)


def _most(one: Features, other: Features) -> str:
    """Most of the settlers, hardly any of the settlers."""
    found = _little.search(other.key)
    if found is None:
        return ""
    stem = words.stem(found["what"])
    for much in _much.finditer(one.key):
        if words.stem(much["what"]) == stem and _object(one.key, much) == _object(other.key, found):
            return f"“{much[0]}” against “{found[0]}”"
    return ""


_ended = re.compile(r"\s*(?:$|[.,;:!?])")
_verb_before = re.compile(r"[a-z]+ed $")


def _object(text: str, found: re.Match[str]) -> bool:
    """Whether something is done to most or few, who end the clause behind its verb: it surprised few analysts."""
    return bool(_ended.match(text, found.end()) and _verb_before.search(text[: found.start()]))


# --- alone ---------------------------------------------------------------------------------------------------------

_lone = Cue(
    r"\b(?:(?<!let )alone\b(?! among )|unaccompanied|single-handed(?:ly)?|(?:by|on) (?:his|her|its"
    r"|their) own|by (?:him|her)self"
    r"|without (?:a |any )?(?:companions?|company|crew|help))\b"
)
_with = re.compile(
    r"\b(?:(?:together|along) with|accompanied by|in the company of|with (?:his|her|their) (?:\w+ )?"
    r"(?:wife|husband|parents?|family|brothers?|sisters?|children|sons?|daughters?|mother|father|crew|friends?"
    r"|partners?|team)"
    r"|with (?:two|three|four|five|six|several|a) (?:\w+ )?(?:companions?|friends|others|colleagues|crew|lawyers?))\b"
)


def _alone(one: Features, other: Features) -> str:
    """Alone, with his parents."""
    return _either(one, _lone, other, _with)


def _either(one: Features, said: Expression, other: Features, contrary: Expression) -> str:
    """What one says and the other says the contrary of; the empty text where either says both or nothing."""
    mine, theirs = one.text.lower(), other.text.lower()
    first = said.search(mine)
    second = contrary.search(theirs) if first else None
    if first and second and not contrary.search(mine) and not said.search(theirs):
        return f"“{first[0]}” against “{second[0]}”"
    return ""


# --- so many of so many, and the rest -------------------------------------------------------------------------------

_of_all = Cue(
    r"\b(?P<n>[\w-]+) (?:out )?of (?:the |its |his |her |their "
    r"|all )?(?:[\w-]+'s )?(?P<all>[\w-]+) (?P<what>[a-z]+)\b"
)


def only_seems_denied(pair: Pair, *, opposed: bool) -> bool:
    """Whether two English statements say one thing, though only one of them says not or no."""
    return (
        the_rest(pair) or nobody_else(pair) or _both_refused(pair) or (not opposed and permitted_en.both_barred(pair))
    )


_declined = Cue(
    r"\b(?:declin|refus|reject|spurn|rebuff)\w*|\bturn(?:s|ed|ing)? (?:\w+ ){0,4}?down\b|\bsa(?:id|ys) no\b"
)


def _both_refused(pair: Pair) -> bool:
    """Whether both tell of a refusal, each in words of its own."""
    return bool(_declined.search(pair.a.key) and _declined.search(pair.b.key))


def the_rest(pair: Pair) -> bool:
    """Whether one counts those that do and the other those that do not: eleven of the fifteen, four of the fifteen."""
    mine = _of_all.search(pair.a.text.lower())
    theirs = _of_all.search(pair.b.text.lower()) if mine else None
    if mine is None or theirs is None or words.stem(mine["what"]) != words.stem(theirs["what"]):
        return False
    values = [value_of(one[group]) for one in (mine, theirs) for group in ("n", "all")]
    return min(values) > 0 and values[1] == values[3] == values[0] + values[2]


_extreme = re.compile(r"\b(?:last|first|only|sole|\w{3,}est|most|least)\b")
_no_other = re.compile(
    r"\b(?:nobody|no one|none|nothing|no other|no \w+|never)\b[^.;]*"
    r"\b(?:after|before|else|other|since|again|so|as|\w+er than|more than)\b|\bno other\b"
)


def nobody_else(pair: Pair) -> bool:
    """Whether one has a first or last of its kind and the other says that there was none before or after it."""
    return any(
        words.negations().isdisjoint(one.tokens.seen)
        and _extreme.search(one.key)
        and (_no_other.search(other.key) or _not_since(other))
        for one, other in ((pair.a, pair.b), (pair.b, pair.a))
    )


def _not_since(side: Features) -> bool:
    """Whether a statement says since when something was not done: not launched a ship since 2003."""
    return any(one.text.lower().startswith("since") for one in side.dates) and "not" in side.tokens.seen


# --- only there, only with that ------------------------------------------------------------------------------------

_PLACES, _MEANS = "in|on|at|along|near|inside|under", "with|by|through|from"
_exclusive = Cue(
    rf"\b(?P<verb>[a-z]+) (?:only|exclusively|solely|entirely) (?P<lead>{_PLACES}|{_MEANS}) (?:the |an? )?"
    r"(?P<what>[a-z]+(?: [a-z]+){0,2})"
)
_led = re.compile(rf"\b(?P<lead>{_PLACES}|{_MEANS}) (?:the |an? |its |his |her |their )?(?P<what>[a-z]+(?: [a-z]+)?)")


def _only_there(one: Features, other: Features) -> str:
    """Seen only with a telescope, seen with the naked eye: another phrase of its sort behind the same verb."""
    found = _exclusive.search(one.key)
    if found is None:
        return ""
    verb, sort = words.stem(found["verb"]), _MEANS if found["lead"] in _MEANS.split("|") else _PLACES
    mine = _stems(found["what"]) - words.stop_stems()
    start = next((at.end() for at in re.finditer(r"[a-z]+", other.key) if words.stem(at[0]) == verb), -1)
    if start < 0 or not mine or mine & other.tokens.seen:
        return ""
    behind = re.split(r"[,;.]", other.key[start:])[0]
    for led in _led.finditer(behind):
        theirs = _stems(led["what"]) - words.stop_stems()
        if led["lead"] not in sort.split("|") or not theirs or not all(map(known, theirs)):
            continue
        if theirs & NO_SLOT or any(kindred(stem, each) or stem[:4] == each[:4] for stem in mine for each in theirs):
            return ""
        return f"“{found[0]}” against “{led[0]}”"
    return ""


# --- no windows, four windows ----------------------------------------------------------------------------------

_without = Cue(r"\b(?:no|without(?: any)?) (?P<what>[a-z]+)(?P<more> [a-z]+)?")


def _none_of(one: Features, other: Features) -> str:
    """No children, three children: what one has none of, counted by the other."""
    for found in _without.finditer(one.key):
        stems = {words.stem(word) for word in (found["what"], (found["more"] or "").strip()) if word}
        stems -= words.stop_stems()
        for figure in other.quantities:
            counted = _stems(figure.text.lower())
            if (figure.low or 0) > 0 and counted & stems and found["what"] not in {"more", "fewer", "less", "other"}:
                return f"“{found[0].strip()}” against “{figure.text}”"
    return ""


# --- the dead and the hour -----------------------------------------------------------------------------------------

_all_safe = Cue(
    r"\b(?:all|everyone|everybody|every one|every)\b(?! but\b)[^.;]{0,90}?\b(?:alive|safe(?:ly)?|rescued"
    r"|unharmed|unhurt|uninjured|survived|saved|freed)\b"
    r"|\b(?:no (?:one|deaths|fatalities|lives)|nobody|none)\b[^.;]{0,30}\b(?:killed|died|lost|dead|reported"
    r"|perished)\b|\bwithout loss of life\b"
)
_SOME = (
    r"(?:\d[\d,]*|at least \w+|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|several|dozens|hundreds|all)"
)
_some_dead = re.compile(
    rf"\b(?:claimed|cost|took) (?:the )?(?:lives? of {_SOME}|{_SOME} lives?)\b|\b(?:killed|killing) {_SOME}\b"
    rf"|\bleft {_SOME} (?:\w+ )?dead\b"
    rf"|\b{_SOME} (?:\w+ )?(?:\w+ )?(?:died|drowned|perished|(?:was|were) killed|lost their lives)\b"
    rf"|\bwith the loss of (?:{_SOME}|\w+ lives)\b"
)


def _unharmed(one: Features, other: Features) -> str:
    """All aboard rescued, two of the crew lost."""
    return _either(one, _all_safe, other, _some_dead)


_hour = re.compile(
    r"(?<![\d:.])(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))? ?(?P<half>[ap])\.?m\b|(?<![\d:.])(?P<hh>[01]?\d"
    r"|2[0-3]):(?P<mm>[0-5]\d)(?![\d:])"
    r"|\b(?P<word>noon|midday|midnight)\b"
)
APART = 90
"""Minutes by which two hours of one event differ beyond a loose telling."""


def _hours(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Another time of day for one event: at 4.12 a.m., shortly after noon."""
    found = [list(_hour.finditer(pair.a.text.lower()))]
    if len(found[0]) == 1:
        found.append(list(_hour.finditer(pair.b.text.lower())))
    if len(found) == 1 or len(found[1]) != 1:
        return
    mine, theirs = (_minutes(side[0]) for side in found)
    gap = abs(mine - theirs) % 1440
    if min(gap, 1440 - gap) > APART and (gap != 720 or found[0][0]["word"] or found[1][0]["word"]):
        yield Facet.DATE, f"“{found[0][0][0]}” against “{found[1][0][0]}”"


def _minutes(found: "re.Match[str]") -> int:
    if found["word"]:
        return 0 if found["word"] == "midnight" else 720
    if found["half"]:
        return (int(found["h"]) % 12 + 12 * (found["half"] == "p")) * 60 + int(found["m"] or 0)
    return int(found["hh"]) * 60 + int(found["mm"])


# --- another cause -------------------------------------------------------------------------------------------------

_cause = Cue(
    r"\b(?:(?:was|were|been|being) (?:caused|started|triggered|sparked|set off|brought about) by|because of"
    r"|due to|owing to|blamed (?:\w+ ){0,8}?on"
    r"|attributed (?:\w+ ){0,6}?to|as a result of|resulted from|(?:died|dies) (?:of|from)"
    r"|succumbed to|(?:was|were) killed (?:in an?|by)"
    r"|the cause (?:\w+ ){0,4}?was) (?P<what>[^.,;:()]+)"
)


_behind_cause = re.compile(
    rf" (?:while|when|as|after|before|during|in|on|at|near|off|over|which|that|who|and)\b|{DATE}"
)
"""What ends the noun phrase of a cause."""


def _causes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The same thing put down to another cause, no word of which is akin to one of the first."""
    mine = _cause.search(pair.a.key)
    theirs = _cause.search(pair.b.key) if mine else None
    if mine is None or theirs is None or min(found_[0].count("\x02") for found_ in (mine, theirs)) > 1:
        return
    said = [_behind_cause.split(one["what"])[0].strip() for one in (mine, theirs)]
    stems = [{stem for stem in _stems(one) if stem not in words.stop_stems()} - _SHARED for one in said]
    if not all(stems) or any(stem in side.tokens.seen for stem, side in _crossed(pair, stems)):
        return
    if any(one[:4] == other[:4] or akin(one, other) for one in stems[0] for other in stems[1]):
        return
    yield Facet.IDENTITY, f"“{said[0]}” against “{said[1]}”"


_SHARED = frozenset({words.stem("complication"), words.stem("effect"), words.stem("fact")})


def _crossed(pair: Pair, stems: list[set[str]]) -> Iterator[tuple[str, Features]]:
    yield from ((stem, pair.b) for stem in stems[0])
    yield from ((stem, pair.a) for stem in stems[1])


__all__ = ["clashes", "of_one_event", "only_seems_denied"]
