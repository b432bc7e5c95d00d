"""Whether two English statements tell of one person, thing, place and time, so that what they say can clash.

Asked of two stretches, one in each: of names and words that both have, and of all that tells two things or two times
apart near the stretches.
"""

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.alignment import Pair
from claims.compare.english import apart_en, named_en, times_en
from claims.compare.english.asserted_en import part_before
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.facets import period
from claims.compare.needed import Cue
from claims.compare.retelling import occasions
from claims.compare.values import Features, of_one
from evidence.text import lazy_re as re

NAME, ANCHORED = 1.0, 2.0
"""What a name that both have counts, and how much both must have in common: one name and a word of content."""
UNNAMED = 2.0
"""How much both must have in common where they name nobody: words, days and figures."""
COVER, TOLD_AGAIN = 0.5, 1.5
"""From this share of the shorter one's content on, one sentence is told anew, and so much will do."""


def anchored(pair: Pair) -> bool:
    """Whether both name the same, and have a word of content in common besides."""
    named = len(named_en.shared(pair)) + apart_en.one_number(pair)
    if not named:
        least = TOLD_AGAIN if pair.cover >= COVER else UNNAMED
        return pair.shared_words + same_values(pair) >= least
    least = ANCHORED - NAME * named - pair.shared_words
    return least <= 0 or same_values(pair) + _akin(pair) >= least


def same_values(pair: Pair) -> int:
    """How many days and figures of one value both give."""
    mine, theirs = (
        {(one.first or one.text.lower().strip(" ."), one.last) for one in side.dates}
        | {(one.low, one.high) for one in side.quantities}
        for side in (pair.a, pair.b)
    )
    return len((mine & theirs) - {(None, None)})


def _akin(pair: Pair) -> int:
    """How many words of content of one have a word of much the same meaning in the other."""
    theirs = [pair.right.stems[j] for j in pair.only_b if not pair.right.name[j]]
    mine = [pair.left.stems[i] for i in pair.only_a if not pair.left.name[i]]
    return sum(any(akin(one, other) for other in theirs) for one in mine)


# --- two persons, parts or places -------------------------------------------------------------------------------------

_COUNT = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+"
_SOME = rf"some|several|a few|half|most|many|parts?|a third|a quarter|two-thirds|{_COUNT}"
_part_of = re.compile(
    rf"(?<!only )(?<!is )(?<!was )(?<!as )\b(?:{_SOME}|majority|minority|remaining|rest|others?|another|certain)"
    r" (?:more |other )?(?:of|out of|others?|another|more(?! (?:year|month|week|day|season|time|hour)s?\b))\b"
    r"|\b(?:partly|partially|another|the others?|the rest|the remaining|co-\w+)\b"
)
_of_some = re.compile(
    rf" (?:only )?(?:{_SOME}) (?:more )?of\b"
    rf"| (?:on|of) (?:{_SOME}|another|other|lesser)(?: [a-z]+)? (?:counts?|charges?)\b"
)
_all_told = re.compile(r"\b(?:total|overall|altogether|in all|worldwide|nationwide|combined)\b")
_belonging = re.compile(
    r"\b(?!(?:of|out|instead|ahead|because|back|up|over)\b)\w+ (?:of|to) (?:the |a |his |her )?(?:[\w-]+ ){0,3}$"
)
_possessed = re.compile(r"'s? (?!own\b)(?:[\w-]+ ){1,3}(?:was |were |is |are |has |have |had |been )*$")


def of_two(pair: Pair, one: Stretch, other: Stretch, *, somebody: bool) -> bool:
    """Whether what two stretches say is said of two persons, parts, places or times."""
    spans = ((pair.a, one, pair.b), (pair.b, other, pair.a))
    if told_apart(pair, one, other) or _contrasted(pair, one, other) or of_two_charges(pair):
        return True
    if any(of_a_part(side, said) for side, said, _ in spans) and not any(_of_them_all(*span[:2]) for span in spans):
        return True
    places = [named_en.places(side, said.start, said.end) for side, said, _ in spans]
    if _strange(pair, *places):
        return True
    if any(
        _all_told.search(text_of(side)) and not _all_told.search(text_of(spans[1 - number][0])) and places[1 - number]
        for number, (side, _, _) in enumerate(spans)
    ):
        return True  # sales in Europe, all sales
    near = [named_en.near(side, said.start, said.end) for side, said, _ in spans]
    if _strange(pair, *near):
        return True
    return somebody and (_of_two_people(spans) or _of_somebody_else(pair, one, other))


_charged = Cue(
    r"\b(?:guilty|convict\w*|acquit\w*|cleared|innocent|absolved|accus\w+)\b(?: [a-z]+){0,2}? (?:to|of)"
    r" (?:an? |the |all )?"
    r"(?P<what>(?!(?:all|any|every|both|the|charges?|counts?|wrongdoing|blame)\b)[a-z]+(?: [a-z]+)?)"
)


def of_two_charges(pair: Pair) -> bool:
    """Whether each tells how somebody stands to another charge: guilty of fraud, cleared of arson."""
    mine = _charged.search(text_of(pair.a))
    theirs = _charged.search(text_of(pair.b)) if mine else None
    if mine is None or theirs is None:
        return False
    one, other = ({words.stem(word) for word in found["what"].split()} - words.stop_stems() for found in (mine, theirs))
    if not one.isdisjoint(pair.right.seen) or not other.isdisjoint(pair.left.seen):
        return False
    return not any(akin(charge, each) for charge in one for each in other)


def _of_somebody_else(pair: Pair, one: Stretch, other: Stretch) -> bool:
    """Whether one is said of whoever is named, the other of somebody of theirs: the leader, two followers of his."""
    return _of_somebody_of_theirs(pair.a, one) != _of_somebody_of_theirs(pair.b, other)


def of_a_part(side: Features, said: Stretch) -> bool:
    """Whether it is said of some of them: two of the hikers were found, it pardoned three of the mutineers."""
    text = text_of(side)
    own = len(part_before(text, said.start))
    before = part_before(text, said.end)
    parts = _part_of.finditer(before + text[said.end : said.end + len(" months")])
    of_part = any(not part.start() <= own < part.end() and part.end() <= len(before) for part in parts)
    return of_part or bool(_of_some.match(text, said.end))


_all = re.compile(r"\b(?:all|every|everyone|everybody|each|both|none|nobody|no one|entire|whole)\b")


def _of_them_all(side: Features, said: Stretch) -> bool:
    """Whether it is said of all of them."""
    return bool(_all.search(part_before(text_of(side), said.end)))


def _strange(pair: Pair, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether there are names on both sides, and none that the other statement has anywhere."""
    if not mine or not theirs:
        return False
    return not any(named_en.in_text(name, pair.b) for name in mine) and not any(
        named_en.in_text(name, pair.a) for name in theirs
    )


def _of_somebody_of_theirs(side: Features, said: Stretch) -> bool:
    """Whether it is said of somebody who belongs to whoever is named: followers of the leader, his assistant."""
    text = text_of(side)
    close = [
        name for name in named_en.names(side) if name.start < said.start and "," not in text[name.end : said.start]
    ]
    if close:
        last = close[-1]
        first = min((other for other in close if other.word in named_en.run(side, last)), key=lambda one: one.start)
        if _possessed.match(text[last.end : said.start]):
            return True
        subject = any(
            other.end < first.start and not _governed.search(text, max(0, other.start - 20), other.start)
            for other in close
        )
        close_by = not subject and text[last.end : said.start].count(" ") < FEW
        return close_by and bool(_belonging.search(text, max(0, first.start - LEAD), first.start))
    behind = next((name for name in named_en.names(side) if name.start >= said.end), None)
    return behind is not None and bool(_belonging.search(text, said.end, behind.start))


FEW, LEAD = 4, 40
"""Words between a name and what is said; letters before a name in which the word stands that it belongs to."""


def _of_two_people(spans: tuple[tuple[Features, Stretch, Features], ...]) -> bool:
    """Whether one is said of somebody whose name, right before it or right behind it, the other statement has not."""
    for side, said, other in spans:
        for name in named_en.names(side):
            if _nation.match(side.text, name.end):
                continue  # the Nordic skier Tuva Eikeland
            own = not named_en.in_text(name.word, other) and _is_party(side, name, said)
            if own and not any(named_en.in_text(each, other) for each in named_en.run(side, name)):
                return True
        if _counted(side, said) - {(one.low, one.high) for one in other.quantities}:
            return True
    return False


_LASTS = re.compile(r"(?i)years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|seconds?\b|%|percent|[$£€]")


def _counted(side: Features, said: Stretch) -> set[tuple[object, object]]:
    """The figures right before what is said, as of people: four bodies, some thirty guests."""
    text = text_of(side)
    _, of, after = text[said.start : said.end].rpartition(" of ")  # bodies of three more hikers were found
    before = part_before(text, said.start) + (after if of else "")
    return {
        (one.low, one.high) for one in side.quantities if one.text.lower() in before and not _LASTS.search(one.text)
    }


def _is_party(side: Features, name: named_en.Name, said: Stretch) -> bool:
    """Whether a name is the subject or the object of what is said: close to it, and behind no preposition."""
    text = text_of(side)
    gap = text[name.end : said.start] if name.start < said.start else text[said.end : name.start]
    if name.start < said.start:
        gap = _aside.sub(" ", gap)  # Berg, an aide of hers, was
    if gap.count(" ") > GAP or re.search(r"[;:.!?()]|,.*,", gap):
        return False
    if name.start < said.start:
        return "," not in gap.lstrip(",") and not _governed.search(text, max(0, name.start - 20), name.start)
    return not _preposition.search(gap) or name.start < said.end


_nation = re.compile(r" (?!(?:on|in|at|by|for|from|of|and|to|was|is|has|had)\b)[a-z]+(?: [a-z]+)? (?=[A-Z])")
_aside = re.compile(r"^, [^,]*, ")
_governed = re.compile(r"\b(?:of|in|at|for|from|on|by|to|with|against|near|over|after)(?: the| a| an)?(?: \w+)? ?$")


GAP = 6
"""Most words between a party and what is said of it."""
_preposition = re.compile(
    r"\b(?:of|in|at|for|from|on|by|to|with|against|near|over|after|before|as|when|where|that|than)\b"
)

# --- two times --------------------------------------------------------------------------------------------------------

_stage = re.compile(
    r"\b(?:(?:over|during) the (?:whole )?(?:week|month|quarter|year)|as a whole"
    r"|half-time|half time|at the (?:interval|break)"
    r"|(?:first|opening) (?:half|set|quarter|period|frame|innings|lap|game)"
    r"|initially|at first|originally|previously|formerly|(?<!had )(?<!year )(?<!month )(?<!week )earlier"
    r"|once(?! (?:the|an?|he|she|it|they|his|her|its|their|all)\b)"
    r"|until (?:now|then|recently)|exit polls?"
    r"|early (?:returns|results|trading)|provisional\w*|preliminary|so far|eventually|opened|retrial|on appeal"
    r"|subsequently|afterwards|later|since then|back then|(?:the )?(?:next|following) (?:day|week|month|year)"
    r"|temporar\w+|for now|second attempt|again|at one (?:point|stage)|briefly)\b"
)
AROUND = 60
"""Letters to either side in which a word for its stage or time is looked for."""
_ordinal = re.compile(r"\b(first|second|third|fourth|fifth|sixth|last) ([a-z]+)")


_next_of = re.compile(
    r"(?:'s|\b(?:its|his|her|their|the)) (?:next|previous|following|preceding) "
    r"(?:album|record|novel|book|film|single|song|play|series|season|match|game|race|edition|election|trial|exhibition)\b"
)
_distance = re.compile(r"\bthe (\d[\d,]*) ?(?:metres|meters|m|km|miles)\b")
"""A race by its length."""


def told_apart(pair: Pair, mine: Stretch, theirs: Stretch) -> bool:
    """Whether what two stretches say is of two days or stages."""
    if any(_lasting.search(_around(side, said)) for side, said in ((pair.a, mine), (pair.b, theirs))):
        return False  # what stands to this day was never pulled down
    if times_en.of_another_time(pair, mine, theirs):
        return True
    return of_two_days(pair, mine, theirs) or of_two_stages(pair, mine, theirs)


_lasting = re.compile(r"\b(?:to this day|today|still (?:stand|surviv|exist|liv|aliv)\w*|survives|has survived)\b")


def _around(side: Features, said: Stretch) -> str:
    """The words to either side of what is said, and those that say it."""
    return text_of(side)[max(0, said.start - AROUND) : said.end + AROUND]


def of_two_occasions(pair: Pair) -> bool:
    """Whether the two are of two times or two things of a kind."""
    if occasions.at_other_times(pair) or apart_en.other_number(pair) or apart_en.another_one(pair):
        return True
    if _periods(pair.a) and _periods(pair.b) and _periods(pair.a).isdisjoint(_periods(pair.b)):
        return True
    if bool(_next_of.search(text_of(pair.a))) != bool(_next_of.search(text_of(pair.b))):
        return True
    distances = [set(_distance.findall(text_of(side))) for side in (pair.a, pair.b)]
    if all(distances) and distances[0].isdisjoint(distances[1]):
        return True
    mine, theirs = ({noun: which for which, noun in _ordinal.findall(text_of(side))} for side in (pair.a, pair.b))
    return any(mine[noun] != theirs[noun] for noun in mine.keys() & theirs.keys())


_LENGTHS = {
    "month": re.compile(r"\bmonthly\b"),
    "quarter": re.compile(r"\b(?:quarterly|(?:first|second|third|fourth|last|this) quarter|three months)\b"),
    "half": re.compile(r"\b(?:half-year\w*|six months|(?:first|second) half)\b"),
    "year": re.compile(r"\b(?:full[- ]year|annual|yearly|twelve months)\b"),
}


@of_one
def _periods(side: Features) -> frozenset[str]:
    """The lengths of the periods that a statement is about: a quarterly loss, a full-year profit."""
    text = text_of(side)
    return frozenset(length for length, said in _LENGTHS.items() if said.search(text))


def of_two_days(pair: Pair, one: Stretch, other: Stretch) -> bool:
    """Whether the days given where two states are told are not the same, or one is a part of the other."""
    sides = []
    for side, said in ((pair.a, one), (pair.b, other)):
        first, last = named_en.part(side, said.start, said.end)
        near = tuple(day for day in side.dates if day.start is not None and first <= day.start < last)
        sides.append(side if near == side.dates else side.model_copy(update={"dates": near}))
    told = Pair(sides[0], sides[1], given=True)
    if (ends := _ends(sides[0])) == _ends(sides[1]) and ends[0] != ends[1]:
        return False  # from 1990 to 1998, from 1990 until her death in 1998
    return period.disjoint(told) or period.within_period(told)


def _ends(side: Features) -> tuple[str, str]:
    """The first and the last year of all the times of a statement."""
    years = sorted(each[:4] for one in side.dates for each in (one.first, one.last) if each)
    return (years[0], years[-1]) if years else ("", "")


def of_two_stages(pair: Pair, one: Stretch, other: Stretch) -> bool:
    """Whether only one of two things is said of a first, a last or a passing stage."""
    mine, theirs = _stages(pair.a, one), _stages(pair.b, other)
    if pair.a.dates and pair.b.dates and not period.disjoint(pair):
        mine, theirs = mine - {"again"}, theirs - {"again"}  # water flowing again on Monday, none on Monday
    return any(_BEGUN.get(stage, stage) not in text_of(pair.b) for stage in mine) or any(
        _BEGUN.get(stage, stage) not in text_of(pair.a) for stage in theirs
    )


_BEGUN = {"opened": "open"}
"""Stages that the other statement may tell in another form: opened, on the opening night."""


def _stages(side: Features, said: Stretch) -> frozenset[str]:
    text = text_of(side)
    around = f"{text[max(0, said.start - AROUND) : said.start]} {text[said.end : said.end + AROUND]}"
    return frozenset(found[0] for found in _stage.finditer(around))


def _contrasted(pair: Pair, one: Stretch, other: Stretch) -> bool:
    """Whether words that tell two things apart stand outside of what is said: the east tower, the west tower."""
    mine, theirs = (
        {words.stem(word) for word in _plain.findall(text_of(side)[said.start : said.end])}
        for side, said in ((pair.a, one), (pair.b, other))
    )
    return any(
        _times.isdisjoint((word, rival))
        and not _of_the_matter(one, other, word, rival)
        and word not in mine
        and rival not in theirs
        and not any(re.search(rf"\b{each}s? (?:earlier|before|ago)\b", text_of(side)) for side, each in named)
        for word, rival in pair.contrasts
        for named in [((pair.a, word), (pair.b, rival))]
    )


_times = frozenset(
    words.stem(word)
    for word in ("evening", "night", "morning", "afternoon", "noon", "day", "week", "month", "year", "hour", "minute")
).union(("even", "old", "young"))
"""Words that tell no two things apart: times, and ages beside them."""


def _of_the_matter(one: Stretch, other: Stretch, word: str, rival: str) -> bool:
    """Whether either of two words is one by which the matter itself is known: a referendum, a poll."""
    return any(said.of is not None and said.of.fullmatch(each) for said in (one, other) for each in (word, rival))


_plain = re.compile(r"[a-z]+")

__all__ = [
    "anchored",
    "of_a_part",
    "of_two",
    "of_two_charges",
    "of_two_days",
    "of_two_occasions",
    "of_two_stages",
    "told_apart",
]
