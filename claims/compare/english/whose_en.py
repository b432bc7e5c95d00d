"""Of whom or what, and at which point, each of two English statements tells the figure, time or outcome that clashes.

Two reports of one event tell of the dead and of the hurt, of what was asked for and what was paid, of a start and an
end, of one town and the next. Each test reads the words beside what clashes.
"""

import re
from collections.abc import Callable, Iterator

from claims.compare import words
from claims.compare.akin import akin, known
from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import asserted_en, named_en
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.facets import date, polarity, quantity
from claims.compare.facets.measured import befell
from claims.compare.retelling import occasions
from claims.compare.values import Comparison, Features
from claims.model import DateSpan, Facet, Quantity, RelationKind, Resolution

Reason = tuple[str, Resolution]
OWN = 2.0
"""From so much content of its own in each, two plain figures or times that name nothing in common are of two things."""
CLAIM = 10
"""A statement of fewer words is a claim that a longer one may answer."""
ANSWERED = 2.2
"""From so many times the content on, the longer one answers the shorter among much else."""
ONE_SENTENCE = 0.85
"""From this closeness on, two statements are one sentence in two versions."""


def apart(pair: Pair, found: Comparison) -> Reason | None:
    """Why a clash of two English statements laid side by side is none; None where nothing beside it says so."""
    if found.kind is not RelationKind.CONFLICTS or pair.told is not None or pair.closeness >= ONE_SENTENCE:
        return None
    if polarity.contraries(pair) and any(_in_row(pair, *each) for each in pair.contrasts):
        return "one is of another one in the row", Resolution.SCOPE_DIFFERENCE
    rule = _RULES.get(found.facet) if found.facet else None
    return next(rule(pair, found), None) if rule else None


def _tell_their_own(pair: Pair, *, in_other_words: bool) -> bool:
    """Whether each of two statements of like size has much to tell that the other has not.

    With `in_other_words`, what the other says in a word of much the same meaning is not counted.
    """
    if max(pair.sizes) >= ANSWERED * min(pair.sizes) or min(len(one.text.split()) for one in (pair.a, pair.b)) < CLAIM:
        return False
    if not in_other_words:
        return min(pair.left_over) >= OWN
    mine = [pair.left.stems[i] for i in pair.only_a]
    theirs = [pair.right.stems[j] for j in pair.only_b]
    sides = ((pair.left, pair.only_a, theirs), (pair.right, pair.only_b, mine))
    return all(
        sum(side.weights[i] for i in only if not any(akin(side.stems[i], each) for each in others)) >= OWN
        for side, only, others in sides
    )


# --- figures ------------------------------------------------------------------------------------------------------


def _figures(pair: Pair, found: Comparison) -> Iterator[Reason]:
    mine, theirs = (_clashing(side.quantities, found) for side in (pair.a, pair.b))
    if mine is None or theirs is None:
        return
    if {_given(pair.a, mine), _given(pair.b, theirs)} == {True, False}:
        yield "one was asked for, the other was given", Resolution.TEMPORAL_CHANGE
    if pair.closeness >= VERSIONS:
        return
    parts = _part(pair.a, mine), _part(pair.b, theirs)
    one, other = (_fates(part) for part in parts)
    if one and other and one.isdisjoint(other) and mine.low and theirs.low:
        yield f"one counts the {min(one)}, the other the {min(other)}", Resolution.SCOPE_DIFFERENCE
    measured = [
        words.measures().get(_head(side, at), _NONE) & _BALANCE for side, at in ((pair.a, mine), (pair.b, theirs))
    ]
    if measured[0] and measured[1] and measured[0].isdisjoint(measured[1]):
        yield f"one is of {min(measured[0])}, the other of {min(measured[1])}", Resolution.SCOPE_DIFFERENCE
    if _of_two_levels(*(f"{_lead(side)} {part}" for side, part in zip((pair.a, pair.b), parts, strict=True))):
        yield "one is of the town, the other of its surroundings too", Resolution.SCOPE_DIFFERENCE
    if bool(_next_one.search(parts[0])) != bool(_next_one.search(parts[1])):
        yield "only one is of another of them", Resolution.SCOPE_DIFFERENCE
    if named_en.in_two_places(pair):
        yield "each is told of another place", Resolution.SCOPE_DIFFERENCE
    if _counts_its_own(pair, mine, theirs):
        yield "figures of one sort, in sentences that tell other things", Resolution.SCOPE_DIFFERENCE


_NONE: frozenset[str] = frozenset()
_BALANCE = frozenset(["revenue", "profit", "sales", "loss", "exports", "imports", "debt", "cost", "inflation"])
"""What is told of a business or a trade side by side, each with figures of its own."""


def _clashing(told: tuple[Quantity, ...], found: Comparison) -> Quantity | None:
    """The figure of a statement that the reason of a clash quotes; None where it was reckoned."""
    quoted = [one for one in told if one.text in found.reasons[0] and one.start is not None]
    return quoted[0] if len(quoted) == 1 else None


_cut = re.compile(r"[,;:()](?!\d)|\b(?:and|but|while|whereas)\b")


def _part(side: Features, at: Quantity | DateSpan | Stretch) -> str:
    """The words around a place up to the next comma or conjunction."""
    text, start, end = text_of(side), at.start or 0, at.end or 0
    first = max((cut.end() for cut in _cut.finditer(text, 0, start)), default=0)
    last = _cut.search(text, end)
    return text[first : last.start() if last else len(text)]


_whole = re.compile(r"\b(?:not|no|none|nobody|never|without|all|every\w*|each|both|neither|only)\b|n't\b")
_word = re.compile(r"[a-z]+(?:['-][a-z]+)*")


def _fates(part: str) -> set[str]:
    """What became of the people that a part of a sentence counts; empty where it speaks of all or of none of them."""
    return set() if _whole.search(part) else befell(map(words.stem, _word.findall(part)))


def _lead(side: Features) -> str:
    """What a statement begins with, up to its first comma."""
    return text_of(side).partition(",")[0]


_asked = re.compile(r"\b(?:asked|demand(?:ed|s|ing)?|sought|wanted|claimed|valued|insured|offered)\b")
_paid = re.compile(r"\b(?:award(?:ed|s)|paid|fetched|sold|knocked down|received|agreed|granted|fined|sentenced|went)\b")


def _given(side: Features, figure: Quantity) -> bool | None:
    """Whether a figure is what was given, or what was asked for; None where neither is said."""
    before = asserted_en.part_before(text_of(side), figure.start or 0)
    if _asked.search(before):
        return False
    return True if _paid.search(before) else None


_next_one = re.compile(r"\b(?:the|his|her|its|their) (?:other|remaining|successor|predecessor)\b|\baftershocks?\b")
_town = re.compile(r"\b(?:village|town|city|settlement)\b(?! (?:council|hall|centre))")
_around = re.compile(
    r"\b(?:municipality|district|county|parish|commune|canton|(?:metropolitan|urban|greater) area|agglomeration)\b"
)


def _of_two_levels(mine: str, theirs: str) -> bool:
    """Whether one figure is of a town or village, the other of the district, parish or area around it."""
    sides = (mine, theirs), (theirs, mine)
    return any(_town.search(one) and _around.search(other) and not _around.search(one) for one, other in sides)


def _counts_its_own(pair: Pair, mine: Quantity, theirs: Quantity) -> bool:
    """Whether two plain figures stand in sentences of their own, and nothing says that they count one thing."""
    sides = quantity.figures_of_both(pair)
    one = next((each for each in sides[0] if each.quantity is mine), None)
    other = next((each for each in sides[1] if each.quantity is theirs), None)
    if one is None or other is None or one.interval.bound or other.interval.bound or one.nouns & other.nouns:
        return False
    if "time" in {one.interval.dimension, other.interval.dimension}:
        return False
    return _tell_their_own(pair, in_other_words=False)


# --- contraries ---------------------------------------------------------------------------------------------------

_quoted = re.compile("“([^”]+)”")


def said_in(pair: Pair, found: Comparison) -> tuple[Stretch, Stretch] | None:
    """Where a and b say the two words or times that the reason of a clash quotes; None where it quotes others."""
    said = _quoted.findall(found.reasons[0])
    if len(said) != len(SIDES):
        return None
    ways = ((named_en.find(pair.a, one), named_en.find(pair.b, other)) for one, other in (said, said[::-1]))
    return next(((mine, theirs) for mine, theirs in ways if mine and theirs), None)


SIDES = ("a", "b")


def _contraries(pair: Pair, found: Comparison) -> Iterator[Reason]:
    ways = said_in(pair, found) if found.reasons[0].startswith("one says") else None
    if ways is None:
        return
    mine, theirs = ways
    said = _quoted.findall(found.reasons[0])
    told = {asserted_en.told(text_of(side), at.start) for side, at in ((pair.a, mine), (pair.b, theirs))}
    if asserted_en.Told.OPEN in told and len(told) > 1:
        yield "only one of them is told as a fact", Resolution.TEMPORAL_CHANGE
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


_moves = re.compile(
    r"r(?:o|i)se[ns]?|rising|gr(?:e|o)w(?:n|s|ing)?|climb(?:ed|s)|jump(?:ed|s)|soar(?:ed|s)|gain(?:ed|s)?"
    r"|increas(?:ed|es?)|higher|f(?:e|a)ll(?:en|s|ing)?|drop(?:ped|s)?|declin(?:ed|es?)|slip(?:ped|s)|s[au]nk|slump(?:ed|s)?|plunged?"
    r"|shr[au]nk|decreas(?:ed|es?)|lower|up|down|profits?|loss(?:es)?|earned|lost|cheaper|dearer"
)
_worldwide = re.compile(r"\b(?:total|overall|altogether|in all|worldwide|nationwide|globally|combined)\b")


def _of_two_measures(pair: Pair, mine: Stretch, theirs: Stretch) -> bool:
    """Whether prices, sales or the like that rose and fell are of two things: their nouns differ, and their figures."""
    complements = [_of_what(side, said) for side, said in ((pair.a, mine), (pair.b, theirs))]
    if complements[0].isdisjoint(pair.right.seen) and complements[1].isdisjoint(pair.left.seen) and all(complements):
        return True
    values = [{(one.low, one.high) for one in side.quantities} for side in (pair.a, pair.b)]
    if not (values[0] and values[1]) or values[0] & values[1]:
        return False
    if bool(_worldwide.search(pair.a.key)) != bool(_worldwide.search(pair.b.key)):
        return True
    heads = [_head(side, said) for side, said in ((pair.a, mine), (pair.b, theirs))]
    return all(heads) and heads[0] not in pair.right.seen and heads[1] not in pair.left.seen


_subject = re.compile(
    r"(?:(?:in|on|at|by|after|during|since|for) [^,]*, )?(?:the |a |an |some |its |his |her |their |more than )?"
    r"(?:(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several) )?(?:of the )?((?:[\w'-]+ ){0,3}?[\w'-]+)"
    r"(?= (?:of|in|at|on|from|for|by|with|who|that|which|was|were|is|are|has|had|have|did|will|would|said|says?|wants?"
    r"|[a-z]+ed|rose|fell|grew)\b"
    r"|,|$)"
)


def _head(side: Features, said: Stretch | Quantity) -> str:
    """The stem of the noun that a sentence, up to a word that is said of it, begins with as its subject."""
    first = named_en.part(side, said.start or 0, said.end or 0)[0]
    found = _subject.match(text_of(side)[first : said.start].strip())
    return words.stem(found[1].split()[-1].removesuffix("'s")) if found else ""


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
    parts = [_part(side, said) for side, said, _ in sides]
    if any(_whole.search(part) for part in parts):
        return False
    counts = [
        {one.low for one in side.quantities if one.text.lower() in part and one.unit in {None, "people"}}
        for (side, _, _), part in zip(sides, parts, strict=True)
    ]
    if all(counts) and not counts[0] & {one.low for one in sides[1][0].quantities}:
        return not counts[1] & {one.low for one in sides[0][0].quantities}
    heads = [_head(side, said) for side, said, _ in sides]
    if not all(known(head) for head in heads) or akin(*heads):
        return False
    return all(head not in other.tokens.seen for head, (_, _, other) in zip(heads, sides, strict=True))


_belonging = re.compile(
    r"([\w-]+)'s? (?:[\w-]+ ){0,2}?(?:subsidiary|unit|arm|division|branch|affiliate|parent|rival|partner|supplier"
    r"|predecessor|successor|brother|sister|wife|husband|widow|son|daughter|father|mother|lawyer|coach|captain|manager"
    r"|deputy|neighbours?|team-mate|friend)\b"
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
    heads = [_head(side, said) for side, said in ((pair.a, mine), (pair.b, theirs))]
    return all(heads) and heads[0] not in pair.right.seen and heads[1] not in pair.left.seen and not akin(*heads)


# --- times --------------------------------------------------------------------------------------------------------

_begins = re.compile(
    r"\b(?:broke out|began|started|opened|took off|set off|departed|noticed|discovered|spotted|launched|called out)\b"
)
_ends = re.compile(
    r"\b(?:under control|put out|extinguished|declared out|ended|stopped|finished|closed|landed|touched down|arrived"
    r"|reached|completed|cleared|moored|docked)\b"
)
SEVERAL = 2
"""From so many words in common on, two times are taken to be of one deed."""
_of_a_year = re.compile(r"\d{4}|century")


def _times(pair: Pair, found: Comparison) -> Iterator[Reason]:
    if pair.closeness >= VERSIONS:
        return
    ways = said_in(pair, found)
    if ways is None:
        return
    mine, theirs = ways
    parts = _part(pair.a, mine), _part(pair.b, theirs)
    stages = [(bool(_begins.search(part)), bool(_ends.search(part))) for part in parts]
    if sorted(stages) == [(False, True), (True, False)]:
        yield "one is when it began, the other when it ended", Resolution.TEMPORAL_CHANGE
    wanted = [asserted_en.wanted(text_of(side), at.start) for side, at in ((pair.a, mine), (pair.b, theirs))]
    if wanted[0] != wanted[1]:
        yield "only one is a plan or a forecast", Resolution.TEMPORAL_CHANGE
    of_days = not _of_a_year.search(found.reasons[0]) and pair.shared_words < SEVERAL
    if of_days and _tell_their_own(pair, in_other_words=True):
        yield "times in sentences that tell other things", Resolution.SCOPE_DIFFERENCE


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
    return behind[0] == behind[1] != [] and pair.left.content[i]


def _sequences(pair: Pair, found: Comparison) -> Iterator[Reason]:
    """Two parties, places or ranks at two times or in two rounds."""
    if pair.closeness < VERSIONS and date.disjoint(pair):
        yield "they are of two times", Resolution.TEMPORAL_CHANGE
    if "stands where" in found.reasons[0] and polarity.contraries(pair):
        yield "somebody or something else, and the contrary of it", Resolution.SCOPE_DIFFERENCE
    if "wins in one" in found.reasons[0] and (stages := occasions.at_other_stages(pair)) is not None:
        yield stages, Resolution.TEMPORAL_CHANGE


_RULES: dict[Facet, Callable[[Pair, Comparison], Iterator[Reason]]] = {
    Facet.QUANTITY: _figures,
    Facet.POLARITY: _contraries,
    Facet.DATE: _times,
    Facet.IDENTITY: _sequences,
    Facet.PLACE: _sequences,
}

__all__ = ["apart", "said_in"]
