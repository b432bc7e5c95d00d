"""Why two English statements are of two things after all.

One is of a part or possession, of another one of its kind or number; their contraries have other objects or subjects,
or are stages of one thing, one after the other.
"""

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.alignment import Pair
from claims.compare.facets.contraries import contraries
from claims.compare.facets.matched import matches
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features, of_one
from claims.features.cues import english_words
from evidence.text import lazy_re as re

ONE_SENTENCE = 0.8
"""From this closeness on, two statements are one sentence in two versions."""
REACH = 5
STAGES = words.reckoned_words("stages")
"""Words for the stages of a thing: that it began and that it ended may both be true."""


def of_two(pair: Pair) -> bool:
    """Whether the contraries of two statements are said of two things."""
    if pair.closeness >= ONE_SENTENCE:
        return False
    return _other_object(pair) or _other_subject(pair) or _other_stage(pair)


def _other_object(pair: Pair) -> bool:
    """Approved the budget, rejected a motion."""
    for i, j in contraries(pair):
        one, other = _next_noun(pair.left, i), _next_noun(pair.right, j)
        if one is None or other is None or one not in pair.only_a or other not in pair.only_b:
            continue
        mine, theirs = pair.left.stems[one], pair.right.stems[other]
        if not akin(mine, theirs) and not words.opposed(mine, theirs) and mine[:4] != theirs[:4]:
            return True
    return False


def _next_noun(tokens: Tokens, place: int) -> int | None:
    """The noun right behind a verb and an article."""
    for i in range(place + 1, min(place + REACH, len(tokens.stems))):
        if tokens.clause[i] != tokens.clause[place] or tokens.name[i] or tokens.number[i] >= 0:
            return None
        if tokens.content[i]:
            return i
        if tokens.words[i] not in _ARTICLES:
            return None
    return None


_ARTICLES = frozenset(["the", "a", "an", "its", "his", "her", "their", "all", "any", "this", "that"])


def _other_subject(pair: Pair) -> bool:
    """Taxes would not be raised, spending would be raised: other words before the verb that both have."""
    if contraries(pair):
        return False
    own = set(pair.only_a), set(pair.only_b)
    for i, j in pair.matched:
        word = pair.left.words[i]
        if not pair.left.content[i] or pair.left.name[i] or not (word.endswith("ed") or word in words.past_forms()):
            continue
        mine, theirs = _before(pair.left, i, own[0]), _before(pair.right, j, own[1])
        if mine and theirs and not any(akin(one, other) for one in mine for other in theirs):
            return True
    return False


def _before(tokens: Tokens, place: int, own: set[int]) -> set[str]:
    """The words of its own that a statement has right before a verb."""
    near = range(max(0, place - REACH - 1), place)
    return {
        tokens.stems[i] for i in near if i in own and tokens.clause[i] == tokens.clause[place] and not tokens.name[i]
    }


def _other_stage(pair: Pair) -> bool:
    """It began over one thing and it ended on Thursday: stages of one thing, at no common time."""
    staged = [(i, j) for i, j in contraries(pair) if {pair.left.stems[i], pair.right.stems[j]} <= STAGES]
    if not staged or len(staged) != len(contraries(pair)):
        return False
    mine, theirs = ({one.text.lower() for one in side.dates} for side in (pair.a, pair.b))
    return mine.isdisjoint(theirs)


# --- parts, numbers, modifiers ----------------------------------------------------------------------------------

_OWN = frozenset(["its", "his", "her", "their"])
_JOINING = frozenset(["and", "but", "while", "whereas", "though", "although"])


def of_its_part(pair: Pair) -> str:
    """The part or possession that only one English statement is about: the company's plant; its largest tributary."""
    if pair.a.language != "en" or pair.b.language != "en":
        return ""
    mine = [match.a.place for match in matches(pair)]
    theirs = [match.b.place for match in matches(pair)]
    for tokens, other, at in ((pair.left, pair.right, mine), (pair.right, pair.left, theirs)):
        if part := _part(tokens, other, at):
            return part
    return ""


def _part(tokens: Tokens, other: Tokens, figures: list[int]) -> str:
    """What stands as subject behind a possessive, at the head of the statement or of a figure's clause."""
    heads = {0} | {i for i in range(1, len(tokens.words)) if tokens.clause[i] != tokens.clause[i - 1]}
    clauses = {tokens.clause[i] for i in figures} | {0}
    for start in heads:
        if tokens.clause[start] not in clauses:
            continue
        at = next((i for i in range(start, min(start + 4, len(tokens.words))) if _possessive(tokens, i, other)), None)
        if at is None or any(tokens.content[i] for i in range(start, at)):
            if start == 0 and (part := _head_of(tokens, other)):
                return part
            continue
        told = [i for i in figures if tokens.clause[i] == tokens.clause[start]]
        if told and max(told) < at:
            continue  # has 7.4 million subscribers, and its videos
        end = at + 1
        while end < len(tokens.words) and not tokens.content[end] and end - at <= SMALL_WORDS:
            end += 1  # the album's first single
        at = end - 1
        while end < len(tokens.words) and tokens.content[end] and not tokens.name[end] and end - at < REACH_OF_PART:
            if tokens.stems[end] in words.reckoned_words("holding"):
                return ""  # what the museum's collection comprises is what the museum has
            end += 1
        said = tokens.stems[at + 1 : end]
        all_of_it = not _ALL_OF_IT.isdisjoint(said) or any(
            tokens.stems[i] in _ALTOGETHER for i, clause in enumerate(tokens.clause) if clause == tokens.clause[start]
        )
        if all_of_it:
            continue  # the library's collection; the dam's turbines have a combined capacity
        if said and other.seen.isdisjoint(said) and not any(stem in words.measures() for stem in said):
            return tokens.phrase(list(range(at, end)))
    return ""


_ALL_OF_IT = frozenset(map(words.stem, (
    "collection", "holdings", "stock", "fleet", "network", "catalogue", "inventory", "portfolio", "roster", "archive",
    "repertoire", "discography", "bibliography", "filmography", "oeuvre", "works", "ranks", "assets", "territory",
    "total", "sum", "entirety", "circulation", "readership", "audience", "viewership", "membership", "crew",
    "following", "complement", "throughput", "intake", "endowment", "payroll", "tally", "haul", "takings", "fee",
)))  # fmt: skip
"""Words for all that somebody or something has of a kind, which is no part of it."""
_ALTOGETHER = frozenset(map(words.stem, ["total", "combined", "altogether", "overall", "aggregate", "together"]))
_DEEDS = ("ion", "ment", "ing", "al")
"""Endings of nouns for a deed: the construction of the dam is no part of it."""


def _head_of(tokens: Tokens, other: Tokens) -> str:
    """What a statement begins with, where that is a part of what the other names: the outskirts of the city."""
    words_ = tokens.words
    of = words_.index("of") if "of" in words_[1:REACH_OF_PART] else 0
    thing = of + 2 if words_[of + 1 : of + 2] == ["the"] else of + 1
    if not of or words_[0] != "the" or words_[of - 1].endswith(_DEEDS) or thing >= len(words_):
        return ""
    if tokens.name[thing] or tokens.number[thing] >= 0 or tokens.stems[thing] not in other.seen:
        return ""
    said = [tokens.stems[i] for i in range(of) if tokens.content[i]]
    measured = words.measures().keys() | _COUNTS
    told = [i for i in range(of) if tokens.number[i] >= 0 or tokens.stems[i] in measured]
    return tokens.phrase(list(range(of))) if said and not told and other.seen.isdisjoint(said) else ""


_COUNTS = frozenset(
    map(words.stem, ["number", "total", "count", "tally", "amount", "sum", "share", "proportion", "majority", "toll"])
)
"""What is counted or summed of a thing is no part of it: the number of cases."""
SMALL_WORDS = 2
"""Words without content that may stand between a possessive and what is possessed."""
REACH_OF_PART = 4
"""Words behind a possessive that may name the part."""


def _possessive(tokens: Tokens, i: int, other: Tokens) -> bool:
    if tokens.words[i] in _OWN:
        return i > 0 and tokens.words[i - 1] in _JOINING  # at the very head it stands for whom the other names
    return tokens.words[i].endswith("'s") and tokens.stems[i] in other.seen


def other_modifier(pair: Pair) -> bool:
    """Whether one noun is told apart by another word right before it: electric cars, diesel cars."""
    mine, theirs = set(pair.only_a), set(pair.only_b)
    for i, j in pair.both:
        noun = i > 0 and j > 0 and pair.left.content[i] and not pair.left.name[i]
        noun = noun and _in_one_clause(pair.left.clause, i) and _in_one_clause(pair.right.clause, j)
        noun = noun and not (_is_verb(pair.left, i - 1) or _is_verb(pair.right, j - 1))
        named = pair.left.name[i - 1] or pair.right.name[j - 1]  # the town lies, Brenn lies
        if noun and i - 1 in mine and j - 1 in theirs and not named:
            one, other = pair.left.stems[i - 1], pair.right.stems[j - 1]
            if not words.opposed(one, other) and one[:4] != other[:4] and not akin(one, other):
                return True
    return False


def _is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a past form tells a deed, since the noun who did it stands right before it: the storm cut power."""
    if i < 1 or tokens.clause[i] != tokens.clause[i - 1] or tokens.words[i] not in words.past_forms():
        return False
    return tokens.content[i - 1] and tokens.number[i - 1] < 0


def _in_one_clause(clauses: list[int], i: int) -> bool:
    """Whether a word and the one before it stand in one clause."""
    return clauses[i - 1] == clauses[i]


_another = Cue(
    r"^(?:\w+ ){0,2}?(?:another|(?:a|the) (?:second|third|other))\b|^(?:second|third|fourth|fifth|sixth)(?= [a-z])"
)


def another_one(pair: Pair) -> bool:
    """Whether only one of the two begins with another of the kind: a second officer; third suspect, in a headline."""
    return bool(_another.search(pair.a.key)) != bool(_another.search(pair.b.key))


_SORTS_SAID = (
    "version phase season series chapter episode round line volume part flight route stage section book act level "
    "grade class group division type mark model match leg heat lot room floor platform track channel district ward "
    "zone sector runway gate article amendment unit block batch lane turn form formula area region apollo hill pier "
    "berth hangar reactor"
)
_SORTS = frozenset(_SORTS_SAID.split())
"""Things told apart by their number: version 3.0, flight 212."""
_SORTED = _SORTS | {f"{sort}s" for sort in _SORTS}
_numbered = re.compile(r"\b([a-z]+) (?:no\.? ?)?(\d+(?:\.\d+)*)\b")


@of_one
def _by_number(side: Features) -> dict[str, str]:
    """The numbered things of a statement with their numbers."""
    found: dict[str, str] = {}
    text = side.text.lower()
    if english_words(text).isdisjoint(_SORTED):
        return found
    for word, number in _numbered.findall(text):
        if (sort := word if word in _SORTS else word.removesuffix("s")) in _SORTS:
            found[sort] = number
    return found


def other_number(pair: Pair) -> str:
    """The numbered things that two English statements are about, where they are two; else the empty text."""
    if pair.a.language != "en" or pair.b.language != "en":
        return ""
    mine, theirs = _by_number(pair.a), _by_number(pair.b)
    for sort in mine.keys() & theirs.keys():
        if mine[sort] != theirs[sort]:
            return f"one is about {sort} {mine[sort]}, the other about {sort} {theirs[sort]}"
    return ""


def one_number(pair: Pair) -> bool:
    """Whether both are of one numbered thing: flight 882."""
    return bool(_by_number(pair.a).items() & _by_number(pair.b).items())


__all__ = ["STAGES", "another_one", "of_its_part", "of_two", "one_number", "other_modifier", "other_number"]
