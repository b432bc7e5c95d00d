"""Of whom or what, and at which point, each of two English statements tells the figure, time or outcome that clashes.

Two reports of one event tell of the dead and of the hurt, of what was asked for and what was paid, of a start and an
end, of one town and the next. Each test reads the words beside what clashes.
"""

from collections.abc import Callable, Iterator
from itertools import permutations

from claims.compare import words
from claims.compare.akin import akin, known
from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import asserted_en, named_en, themes_en
from claims.compare.english.around_en import first_head, head, part, said_in
from claims.compare.english.figured_en import ALL_OR_NONE, of_figures, of_times
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.facets import period
from claims.compare.facets.contraries import contraries
from claims.compare.facets.measured import befell
from claims.compare.facets.negated import negations
from claims.compare.retelling.occasions import Reason, at_other_stages
from claims.compare.tokens import Tokens
from claims.compare.values import Comparison, Features, quoted
from claims.model import Facet, RelationKind, Resolution
from evidence.text import lazy_re as re

ONE_SENTENCE = 0.85
"""From this closeness on, two statements are one sentence in two versions."""


def apart(pair: Pair, found: Comparison) -> Reason | None:
    """Why a clash of two English statements laid side by side is none; None where nothing beside it says so."""
    if found.kind is not RelationKind.CONFLICTS or pair.told is not None:
        return None
    said = [words.stem(word) for word in quoted(found.reasons[0])] if "stands where" in found.reasons[0] else []
    rows = [*pair.contrasts, *permutations(said, 2)]
    if _contrary(pair) and any(_in_row(pair, *each) for each in rows):
        return "one is of another one in the row", Resolution.SCOPE_DIFFERENCE
    rule = _RULES.get(found.facet) if found.facet and pair.closeness < ONE_SENTENCE else None
    return next(rule(pair, found), None) if rule else None


# --- contraries ---------------------------------------------------------------------------------------------------


def _contrary(pair: Pair) -> bool:
    """Whether the two tell contrary things, in contrary words or by a denial."""
    return bool(contraries(pair)) or bool(negations(pair.a)) != bool(negations(pair.b))


def _contraries(pair: Pair, found: Comparison) -> Iterator[Reason]:
    if found.reasons[0].startswith("only one of them"):
        yield from _denied(pair)
    ways = said_in(pair, found) if found.reasons[0].startswith("one says") else None
    if ways is None:
        return
    mine, theirs = ways
    said = quoted(found.reasons[0])
    told = {asserted_en.told(text_of(side), at.start) for side, at in ((pair.a, mine), (pair.b, theirs))}
    if asserted_en.Told.OPEN in told and len(told) > 1:
        yield "only one of them is told as a fact", Resolution.TEMPORAL_CHANGE
    poles = {words.stem(word) for word in said}
    if any(poles.isdisjoint(each) and _PARTS.issuperset(each) for each in pair.contrasts):
        yield "each is told of another part", Resolution.SCOPE_DIFFERENCE
    if all(_moves.fullmatch(word) for word in said) and _of_two_measures(pair, mine, theirs):
        yield "each is of something else that rose or fell", Resolution.SCOPE_DIFFERENCE
    sides = ((pair.a, mine, pair.b), (pair.b, theirs, pair.a))
    doers = [_doer(*side) for side in sides]
    if doers[0] and doers[1]:
        yield f"one is of {doers[0].title()}, the other of {doers[1].title()}", Resolution.SCOPE_DIFFERENCE
    if pair.closeness >= VERSIONS:
        return
    if all(befell([words.stem(word)]) for word in said) and _other_people(sides):
        yield "each is told of other people", Resolution.SCOPE_DIFFERENCE
    if any(_belongs(*side) for side in sides):
        yield "only one is of somebody or something of theirs", Resolution.SCOPE_DIFFERENCE
    if _wanted_by_two(pair, mine, theirs):
        yield "each is what somebody else wants", Resolution.SCOPE_DIFFERENCE


_PARTS = frozenset(map(words.stem, (
    "upper", "lower", "northern", "southern", "eastern", "western", "north", "south", "east", "west", "left", "right",
    "inner", "outer",
)))  # fmt: skip


def _denied(pair: Pair) -> Iterator[Reason]:
    """Why what one says and the other denies is of two: other places, other people who say or do it."""
    if pair.closeness >= VERSIONS:
        return
    if named_en.in_two_places(pair):
        yield "each is told of another place", Resolution.SCOPE_DIFFERENCE
    mine, theirs = (first_head(side) for side in (pair.a, pair.b))
    if {mine, theirs} & _NOBODY:
        return
    others = mine not in pair.right.seen and theirs not in pair.left.seen
    if others and known(mine) and known(theirs) and not akin(mine, theirs) and min(pair.left_over) >= 1:
        yield "each is told of somebody else", Resolution.SCOPE_DIFFERENCE


_NOBODY = frozenset(map(words.stem, ("nobody", "none", "no-one", "one")))
_moves = re.compile(
    r"r(?:o|i)se[ns]?|rising|gr(?:e|o)w(?:n|s|ing)?|climb(?:ed|s)|jump(?:ed|s)|soar(?:ed|s)|gain(?:ed|s)?"
    r"|increas(?:ed|es?)|higher|f(?:e|a)ll(?:en|s|ing)?|drop(?:ped|s)?|declin(?:ed|es?)|slip(?:ped|s)|s[au]nk|slump(?:ed|s)?"
    r"|plung(?:ed|es?)|slid(?:es?)?|tumbl(?:ed|es?)|surg(?:ed|es?)|edged|doubled|halved|widened|narrowed"
    r"|shr[au]nk|decreas(?:ed|es?)|lower|up|down|profits?|loss(?:es)?|earned|lost|cheaper|dearer"
)
_worldwide = re.compile(r"\b(?:total|overall|altogether|in all|worldwide|nationwide|globally|combined)\b")


def _of_two_measures(pair: Pair, mine: Stretch, theirs: Stretch) -> bool:
    """Whether prices, sales or the like that rose and fell are of two things: their nouns differ, and their figures."""
    if pair.closeness < VERSIONS and themes_en.of_two_things(pair, mine, theirs):
        return True
    complements = [_of_what(side, said) for side, said in ((pair.a, mine), (pair.b, theirs))]
    if complements[0].isdisjoint(pair.right.seen) and complements[1].isdisjoint(pair.left.seen) and all(complements):
        return True
    if not _all_figures_differ(pair):
        return False
    if bool(_worldwide.search(pair.a.key)) != bool(_worldwide.search(pair.b.key)):
        return True
    heads = [head(side, said) for side, said in ((pair.a, mine), (pair.b, theirs))]
    return all(heads) and heads[0] not in pair.right.seen and heads[1] not in pair.left.seen


_complement = re.compile(
    r"^(?:the )?(?:average )?(?:prices?|sales|exports|output|number|cost) of ([\w' -]+?)"
    r"(?: (?:in|at|on|for|from|over|across|outside)\b.*)? ?$"
)


def _of_what(side: Features, said: Stretch) -> set[str]:
    """What the prices or sales are of that rose or fell, by stem: prices of office space."""
    found = _complement.search(asserted_en.part_before(text_of(side), said.start))
    return {words.stem(word) for word in found[1].split()} - words.stop_stems() if found else set()


def _other_people(sides: tuple[tuple[Features, Stretch, Features], ...]) -> bool:
    """Whether two fates are those of other people: of so many and of so many others; of a driver and of a guest."""
    parts = [part(side, said) for side, said, _ in sides]
    if any(ALL_OR_NONE.search(part) for part in parts):
        return False
    counts = [
        {one.low for one in side.quantities if one.text.lower() in part and one.unit in {None, "people"}}
        for (side, _, _), part in zip(sides, parts, strict=True)
    ]
    if all(counts) and not counts[0] & {one.low for one in sides[1][0].quantities}:
        return not counts[1] & {one.low for one in sides[0][0].quantities}
    heads = [head(side, said) for side, said, _ in sides]
    if not all(known(head) for head in heads) or akin(*heads):
        return False
    return all(head not in other.tokens.seen for head, (_, _, other) in zip(heads, sides, strict=True))


_belonging = re.compile(
    r"([\w-]+)'s? (?:[\w-]+ ){0,2}?(?:subsidiary|unit|arm|division|branch|affiliate|parent|rival|partner|supplier"
    r"|predecessor|successor|brother|sister|wife|husband|widow|son|daughter|father|mother|lawyer|coach|captain|manager"
    r"|deputy|neighbours?|team-mate|friend|aides?|staff|followers|supporters|colleagues?|secretary)\b"
)


def _belongs(side: Features, said: Stretch, other: Features) -> bool:
    """Whether something is said of what belongs to somebody or something that the other statement is about."""
    found = list(_belonging.finditer(asserted_en.part_before(text_of(side), said.start)))
    return bool(found) and words.stem(found[-1][1]) in other.tokens.seen and found[-1][0] not in text_of(other)


def _doer(side: Features, said: Stretch, other: Features) -> str:
    """The name right before a deed, where the other statement has it nowhere; else the empty text."""
    text = text_of(side)
    name = next((one for one in named_en.names(side) if 0 < said.start - one.end <= BESIDE), None)
    if name is None or not _auxiliary.fullmatch(text[name.end : said.start]):
        return ""
    return "" if named_en.in_text(name.word, other) else name.word


BESIDE = 16
_auxiliary = re.compile(r" (?:(?:has|have|had|was|were|is|will|would|also|then|later|on \w+) ){0,2}")


def _wanted_by_two(pair: Pair, mine: Stretch, theirs: Stretch) -> bool:
    """Whether each of two contraries is only what somebody wants, and the two are not one."""
    if not all(asserted_en.wanted(text_of(side), said.start) for side, said in ((pair.a, mine), (pair.b, theirs))):
        return False
    heads = [head(side, said) for side, said in ((pair.a, mine), (pair.b, theirs))]
    return all(heads) and heads[0] not in pair.right.seen and heads[1] not in pair.left.seen and not akin(*heads)


# --- one of a row -------------------------------------------------------------------------------------------------

_ORDINALS = frozenset(map(words.stem, (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "next",
    "opening",
)))  # fmt: skip
_ROUNDS = frozenset(map(words.stem, (
    "final", "semi-final", "semi-finals", "quarter-final", "quarter-finals", "singles", "doubles",
)))  # fmt: skip


def _in_row(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether two words tell one of a row from another one: first game, second game; semi-final, final."""
    if _ROUNDS.issuperset((mine, theirs)):
        return True
    if not _ORDINALS.issuperset((mine, theirs)) or mine not in pair.left.stems or theirs not in pair.right.stems:
        return False
    i, j = pair.left.stems.index(mine) + 1, pair.right.stems.index(theirs) + 1
    behind = pair.left.stems[i : i + 1], pair.right.stems[j : j + 1]
    if all(tokens.words[max(0, at - 3) : at - 1] == ["to", "the"] for tokens, at in ((pair.left, i), (pair.right, j))):
        return False  # promoted to the second division, relegated to the third division
    return behind[0] == behind[1] != [] and pair.left.content[i]


def _all_figures_differ(pair: Pair) -> bool:
    """Whether both give figures, and none that the other gives."""
    mine, theirs = ({(one.low, one.high) for one in side.quantities} for side in (pair.a, pair.b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _known(pair: Pair, _: Comparison) -> Iterator[Reason]:
    """What is known of somebody, and not known of somebody of theirs: the minister, two of the minister's aides."""
    mine, theirs = (Stretch(end, end) for end in (len(side.text.rstrip(" .!")) for side in (pair.a, pair.b)))
    if _belongs(pair.a, mine, pair.b) or _belongs(pair.b, theirs, pair.a):
        yield "only one is of somebody or something of theirs", Resolution.SCOPE_DIFFERENCE


_contest = re.compile("has other parties|exchanged|wins in one")
_still = re.compile(r"\b(?:still|also|another|other|others|too|as well)\b")


def _sequences(pair: Pair, found: Comparison) -> Iterator[Reason]:
    """Two parties, places or ranks at two times or in two rounds."""
    if pair.closeness < VERSIONS and period.disjoint(pair):
        yield "they are of two times", Resolution.TEMPORAL_CHANGE
    if "stands where" in found.reasons[0] and (contraries(pair) or _all_figures_differ(pair)):
        yield "what is told of somebody or something else differs too", Resolution.SCOPE_DIFFERENCE
    if pair.closeness < VERSIONS and min(pair.left_over) > 1 and all(map(_of_a_part, (pair.left, pair.right))):
        yield "each is told of another part", Resolution.SCOPE_DIFFERENCE
    if _contest.search(found.reasons[0]) and pair.closeness < VERSIONS and named_en.in_two_places(pair):
        yield "each is told of another place", Resolution.SCOPE_DIFFERENCE
    if "” against “" in found.reasons[0] and bool(_still.search(pair.a.key)) != bool(_still.search(pair.b.key)):
        yield "only one is told of what is left", Resolution.SCOPE_DIFFERENCE
    if "wins in one" in found.reasons[0] and (stages := at_other_stages(pair)) is not None:
        yield stages, Resolution.TEMPORAL_CHANGE


def _of_a_part(tokens: Tokens) -> bool:
    """Whether a statement is about one side or end of something: the roof of the west wing collapsed."""
    at = next((i for i, stem in enumerate(tokens.stems) if stem in _PARTS), len(tokens.stems))
    return at < HEAD and not any(word in words.past_forms() or word.endswith("ed") for word in tokens.words[:at])


HEAD = 7
"""Words at the beginning of a statement that may name what it is about."""
_RULES: dict[Facet, Callable[[Pair, Comparison], Iterator[Reason]]] = {
    Facet.QUANTITY: of_figures,
    Facet.POLARITY: _contraries,
    Facet.CERTAINTY: _known,
    Facet.DATE: of_times,
    Facet.IDENTITY: _sequences,
    Facet.PLACE: _sequences,
    Facet.DESTINATION: _sequences,
}

__all__ = ["apart"]
