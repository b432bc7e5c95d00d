"""Population, period and part: why two figures that differ need not clash, and who says all where another says some."""

from collections.abc import Iterator

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english.apart_en import of_its_part, other_number
from claims.compare.facets.certainty import plans_else
from claims.compare.facets.matched import Match, in_other_measures, matches
from claims.compare.facets.measured import Figure, partitive
from claims.compare.facets.period import within_period
from claims.compare.needed import Cue
from claims.compare.slots import Difference, differences, may_be_one, names_in
from claims.compare.tokens import Tokens
from claims.compare.values import Features, of_one
from claims.model import Certainty, Resolution
from evidence.text import lazy_re as re

_forecast = Cue(
    r"预计|预测|预期(?!寿命)|目标|计划(?!生育|经济|署|单列)|打算|(?<![模虚比])拟(?!人|态)|\b(?:forecasts?|expect(?:s|ed)?|project(?:s|ed|ion)"
    r"|anticipat(?:es?|ed|ing)|foresee(?:s|n)?|predict(?:s|ed|ion)?|outlook"
    r"|guidance|target|would|will|(?:plan|promis|pledg|vow|intend|aim|hop)(?:s|es|e?d|ned|ing)? (?:[a-z]+ )?to)\b"
)
_PARTS = frozenset(
    ["average", "daily", "monthly", "cumulative", "combined", "平均", "人均", "累计", "合计", "单日", "其中"]
)


def apart(pair: Pair) -> Iterator[tuple[str, Resolution]]:
    """Reasons why figures of the two statements are not of one population, place or period."""
    for one in differences(pair):
        rivals = [j for j in one.b if words.has_rivals(pair.right.stems[j])]
        for i in one.a if rivals else ():
            for j in rivals:
                mine, theirs = pair.left.stems[i], pair.right.stems[j]
                if words.exclude(mine, theirs) and not in_other_measures(pair, i, j):
                    yield (
                        f"one is about “{pair.left.words[i]}”, the other about “{pair.right.words[j]}”",
                        Resolution.SCOPE_DIFFERENCE,
                    )
        mine_named, theirs_named = names_in(pair.left, one.a), names_in(pair.right, one.b)
        if mine_named and theirs_named:
            name, other = pair.left.phrase(mine_named), pair.right.phrase(theirs_named)
            if not may_be_one(name, other):
                yield f"one is about “{name}”, the other about “{other}”", Resolution.SCOPE_DIFFERENCE
    if numbered := other_number(pair):
        yield numbered, Resolution.SCOPE_DIFFERENCE
    if part := of_its_part(pair):
        yield f"one is about “{part}”", Resolution.SCOPE_DIFFERENCE
    mine_who, theirs_who = _gender(pair.left), _gender(pair.right)
    if mine_who and theirs_who and mine_who.isdisjoint(theirs_who):
        yield "one is about a man, the other about a woman", Resolution.SCOPE_DIFFERENCE
    strangers = own_names(pair)
    if strangers:
        yield f"one is about “{strangers[0]}”, the other about “{strangers[1]}”", Resolution.SCOPE_DIFFERENCE
    if other_people(pair, strict=True):
        yield "they are about different people", Resolution.SCOPE_DIFFERENCE
    yield from _other_population(pair)
    yield from _time_and_part(pair)


def contrasts(pair: Pair) -> list[tuple[str, str]]:
    """Words of both, wherever they stand, that tell two things apart: the northern and the southern one."""
    left, right = pair.left.words, pair.right.words
    return [
        (mine, theirs)
        for mine, theirs in pair.contrasts
        if mine not in left or theirs not in right or not in_other_measures(pair, left.index(mine), right.index(theirs))
    ]


_some = re.compile(
    r"\b(?:some|several|certain|a few|one|other) (?:of (?:the |its |their )?)?(?!of\b)[a-z]"
    r"|一些|有些|有的|部分|某些|个别|其他|另一"
)
"""Subjects of which others of their kind may differ."""
_short_span = Cue(
    r"\b(?:within|in|on|over|during) (?:a|one|the same) (?:single )?(?:day|night|week|weekend|month)\b"
    r"|[一单](?<!同一)(?:个)?[天日周夜](?:之?[内间])?|同一?个?[天日周夜]之?[内间]|一个月[内间]"
)
"""A day, a week or a month of its own, of whatever date."""


def in_one_day(pair: Pair) -> bool:
    """Whether only one of the two tells of what happened within one day, week or month."""
    return spans_a_day(pair.a) != spans_a_day(pair.b)


@of_one
def spans_a_day(side: Features) -> bool:
    """Whether a statement tells of what happened within one day, week or month."""
    return bool(_short_span.search(side.key))


_in_all = re.compile("共有|总共|一共|共计|合共")
_next = Cue(
    r"\b(?:the (?:next|following) \w+|later|afterwards?|subsequently|by then|since then|back (?:at|to|up|down))\b"
    r"|随后|后来|翌日|次日|隔天|隔日|之后|事后"
)


def _bounded(pair: Pair) -> bool:
    return any(match.a.interval.bound or match.b.interval.bound for match in matches(pair))


def one_later(pair: Pair) -> bool:
    """Whether only one of the two says that it tells of a later time."""
    return bool(_next.search(pair.a.key)) != bool(_next.search(pair.b.key))


_adds = Cue(
    r"\b(?:one|two|three|four|five|six|several|some|many|few|\d+|\x01) (?:more|further|others?)\b(?! than)"
    r"|\b(?:another|a further|ha(?:s|ve|d) (?:also|since|again)|since been|elsewhere|as well)\b"
)


def one_adds(pair: Pair) -> bool:
    """Whether only one of two English statements tells of one more of the kind, or of the same done again elsewhere."""
    return pair.given_english and bool(_adds.search(pair.a.key)) != bool(_adds.search(pair.b.key))


_succeeds = re.compile(r"\b(?:succeed(?:s|ed)?|successor|replaced|took over from)\b")


def one_succeeds(pair: Pair) -> bool:
    """Whether only one of the two tells that somebody followed another: then it is of a later time."""
    return bool(_succeeds.search(pair.a.key)) != bool(_succeeds.search(pair.b.key))


def turned_about(one: Figure, other: Figure) -> bool:
    """Whether one figure tells how much a thing rose and the other how much it fell."""
    found = [each.measures & _CHANGES for each in (one, other)]
    return all(found) and found[0] != found[1]


_CHANGES = frozenset({"growth", "decline"})


def of_other_things(pair: Pair) -> Iterator[tuple[str, Resolution]]:
    """Why the figures of two sentences, each in its own words, are of different things after all."""
    for mine, theirs in contrasts(pair):
        yield f"one is about “{mine}”, the other about “{theirs}”", Resolution.SCOPE_DIFFERENCE
    if bool(_next.search(pair.a.key)) != bool(_next.search(pair.b.key)) and not _bounded(pair):
        yield "one tells of a later time than the other", Resolution.TEMPORAL_CHANGE
    if bool(_in_all.search(pair.a.key)) != bool(_in_all.search(pair.b.key)) and not _bounded(pair):
        yield "only one counts them all", Resolution.SCOPE_DIFFERENCE
    done, other = pair.frames
    if done and other and done.isdisjoint(other) and not pair.given:
        yield f"one tells that somebody {min(done)}, the other {min(other)}", Resolution.SCOPE_DIFFERENCE
    if _some.search(pair.a.key) or _some.search(pair.b.key):
        yield "what holds of some need not hold of others", Resolution.SCOPE_DIFFERENCE
    if in_one_day(pair) or (not (pair.given and _bounded(pair)) and within_period(pair)):
        yield "one tells of a part of the other's time", Resolution.SCOPE_DIFFERENCE
    for match in matches(pair):
        yield from _of_other_parts(pair, match)


def _of_other_parts(pair: Pair, match: Match) -> Iterator[tuple[str, Resolution]]:
    """Why two figures that belong together are of a part and a whole, of two parts or of two changes."""
    if _two_holders(pair, match):
        yield "each has a part of one whole", Resolution.SCOPE_DIFFERENCE
    if turned_about(match.a, match.b):
        yield "one tells of a rise, the other of a fall", Resolution.SCOPE_DIFFERENCE
    if _of_each(pair.left, match.a.place) != _of_each(pair.right, match.b.place):
        yield "only one counts what each has", Resolution.SCOPE_DIFFERENCE
    if partitive(pair.left, match.a.place) != partitive(pair.right, match.b.place):
        yield "one counts a part of what the other counts", Resolution.SCOPE_DIFFERENCE
    shared = match.a.measures & match.b.measures
    mine, theirs = _modifier(pair.left, shared, pair.only_a), _modifier(pair.right, shared, pair.only_b)
    if mine and theirs and not (match.a.interval.bound or match.b.interval.bound):
        yield f"one is about “{mine}”, the other about “{theirs}”", Resolution.SCOPE_DIFFERENCE


def _of_each(tokens: Tokens, place: int) -> bool:
    """Whether a figure is said of each of several: four seasons of twelve episodes each."""
    return not _EACH.isdisjoint(tokens.words[place + 1 : place + 4])


_EACH = frozenset(["each", "apiece", "per"])


def _two_holders(pair: Pair, match: Match) -> bool:
    """Whether two shares of one whole belong to two: 40 percent of the stock, and a quarter of it."""
    one, other = match.a.interval, match.b.interval
    shares = one.dimension == other.dimension == "share" and not (one.bound or other.bound)
    shares = shares and one.low + other.low <= 100
    holders = own_names(pair) is not None or (pair.other_subject and bool(pair.a.names) != bool(pair.b.names))
    return shares and holders and _of_it(pair.left, match.a.place) and _of_it(pair.right, match.b.place)


def _of_it(tokens: Tokens, place: int) -> bool:
    return "of" in tokens.words[place + 1 : place + 2]


def _modifier(tokens: Tokens, measures: frozenset[str], own: list[int]) -> str:
    """What only this statement says right before the word that names the measure: registered population."""
    for i in own:
        if i + 1 >= len(tokens.stems) or tokens.clause[i] != tokens.clause[i + 1]:
            continue
        named = words.measures().get(tokens.stems[i + 1], _NONE) & measures
        if named and tokens.stems[i] not in words.measures():
            return tokens.words[i]
    return ""


_NONE: frozenset[str] = frozenset()


def _other_population(pair: Pair) -> Iterator[tuple[str, Resolution]]:
    """In two sentences of one build, another word in the clause of the figure is another thing that is counted."""
    if pair.a.language != pair.b.language or not matches(pair):
        return
    clauses = {pair.left.clause[match.a.place] for match in matches(pair)}
    measured = {measure for match in matches(pair) for measure in match.a.measures & match.b.measures}
    if pair.closeness < (ONE_BUILD if measured.isdisjoint(PERSONAL) else PERSONAL_BUILD):
        return
    for one in differences(pair):
        named = [
            words.measures().get(tokens.stems[i], frozenset())
            for tokens, at in ((pair.left, one.a), (pair.right, one.b))
            for i in at
        ]
        if all(_figured.search(each) for each in (one.mine, one.theirs)):
            continue  # another time of a race, another score: no population
        if _only_hold(pair, one):
            continue
        if pair.left.clause[one.a[0]] in clauses and not any(measured & each for each in named):
            yield f"one is about “{one.mine}”, the other about “{one.theirs}”", Resolution.SCOPE_DIFFERENCE


def _only_hold(pair: Pair, one: Difference) -> bool:
    """Whether nothing that stands for each other names what is counted.

    One side has only a verb by which a thing has or consists of it, both have such a verb, or both have only verbs:
    left without power, cut off from it.
    """
    sides = ((pair.left, one.a), (pair.right, one.b))
    held = [[tokens.stems[i] in words.reckoned_words("holding") for i in at] for tokens, at in sides]
    if any(map(all, held)) or all(map(any, held)):
        return True
    return all(_is_deed(tokens, i) for tokens, at in sides for i in at)


def _is_deed(tokens: Tokens, i: int) -> bool:
    """Whether a word is a verb by its form or by what leads to it, or no word with content."""
    if not tokens.content[i] or tokens.words[i] in _SMALL:
        return True
    if tokens.name[i]:
        return False
    led = i > 0 and tokens.words[i - 1] in _BEFORE_VERBS and not tokens.words[i].endswith("s")
    return led or words.is_past(tokens.words[i])


_BEFORE_VERBS = frozenset(["will", "would", "can", "could", "must", "should", "may", "might", "shall", "to"])
_SMALL = frozenset(["without", "along", "across", "within", "around", "throughout"])
_figured = re.compile(r"^\d[\d.:-]*$")
ONE_BUILD, PERSONAL_BUILD = 0.6, 0.5
"""From this closeness on, two statements are built alike; less is needed where a person's own figures are told."""


def own_names(pair: Pair) -> tuple[str, str] | None:
    """A name that only a has and one that only b has, when both have such."""
    mine = [name for name in pair.a.names if not _known(name, pair.b.names, pair.b.key)]
    theirs = [name for name in pair.b.names if not _known(name, pair.a.names, pair.a.key)]
    # A name in Latin letters and one in Chinese may be one name: only those of one script tell two people apart.
    return next(((one, other) for one in mine for other in theirs if one.isascii() == other.isascii()), None)


def _known(name: str, others: tuple[str, ...], key: str) -> bool:
    return name in key or any(name.isascii() == other.isascii() and may_be_one(name, other) for other in others)


def _time_and_part(pair: Pair) -> Iterator[tuple[str, Resolution]]:
    if foretells(pair.a) != foretells(pair.b):
        yield "one is a plan or a forecast, the other has happened", Resolution.TEMPORAL_CHANGE
    for match in matches(pair):
        mine, theirs = _beside(pair.left, match.a.place), _beside(pair.right, match.b.place)
        told_by_both = not (mine | theirs).isdisjoint(pair.left.seen & pair.right.seen)
        if bool(mine) != bool(theirs) and not told_by_both:
            yield f"only one counts “{min(mine or theirs)}”", Resolution.SCOPE_DIFFERENCE


@of_one
def foretells(features: Features) -> bool:
    """Whether a statement tells a plan or a forecast: by its words, or since its times are yet to come."""
    if features.certainty is Certainty.PLANNED or _forecast.search(features.key):
        return True
    today, times = features.day, features.dates
    return today is not None and bool(times) and all(one.first is not None and one.first > today for one in times)


def foretold_apart(pair: Pair) -> bool:
    """Whether only one of two tells a plan or a forecast, and of the other's matter."""
    one, other = foretells(pair.a), foretells(pair.b)
    return one != other and not (plans_else(pair.a, pair.b) if one else plans_else(pair.b, pair.a))


def _beside(tokens: Tokens, place: int) -> frozenset[str]:
    """Words right beside a figure that make it a part or a mean."""
    return _PARTS.intersection(tokens.words[max(0, place - 3) : place + 2])


PERSONAL = frozenset({"tenure", "age", "pay", "appearances", "prison"})
"""Measures that belong to a person: those of two people are never compared."""
_where = re.compile(r"(?:在|于|\bat |\bfor |\bwith )$")


def other_people(pair: Pair, *, strict: bool) -> bool:
    """Whether figures of people are matched though nobody is named by both or, if strict, somebody by one only."""
    if not any(match.a.measures & match.b.measures & PERSONAL for match in matches(pair)):
        return False
    if strict and unshared_names(pair):
        return True
    both = shared_names(pair)
    named = bool(pair.a.names or pair.b.names) and len(both) < max(len(pair.a.names), len(pair.b.names))
    return named and all(_only_place(name, pair.a.key) or _only_place(name, pair.b.key) for name in both)


def shared_names(pair: Pair) -> list[str]:
    """Names of a that b has too."""
    return [name for name in pair.a.names if _known(name, pair.b.names, pair.b.key)]


def unshared_names(pair: Pair) -> list[str]:
    """Names that only one has though the other has names in the same script."""
    found = []
    for one, other, key in ((pair.a, pair.b, pair.b.key), (pair.b, pair.a, pair.a.key)):
        scripts = {name.isascii() for name in other.names}
        found += [name for name in one.names if name.isascii() in scripts and not _known(name, other.names, key)]
    return found


def _only_place(name: str, key: str) -> bool:
    at = key.find(name)
    return at >= 0 and bool(_where.search(key, max(0, at - 5), at))


def _gender(tokens: Tokens) -> frozenset[str]:
    return frozenset(words.HE_SHE[word] for word in tokens.words if word in words.HE_SHE)
