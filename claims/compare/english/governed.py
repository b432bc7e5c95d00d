"""What one verb governs by one preposition in two English sentences: buried in the abbey, in the churchyard."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from claims.compare import words
from claims.compare.akin import akin, kindred, known
from claims.compare.alignment import Pair
from claims.compare.tokens import Tokens
from claims.model import Facet

CLOSE, COVER = 0.5, 0.5
"""From this closeness and this share of the shorter one's content on, two sentences tell of one deed."""
BUILT_ALIKE = 0.6
"""From this closeness on, the heads need not be words that the table of like meanings has."""
SPELT = 60
"""From such a likeness of letters on, two heads may name one thing: cyclists, bicycles."""
_SAME = {"through": "by", "via": "by", "onto": "on", "inside": "in", "within": "in", "aboard": "on"}
_PREPOSITIONS = frozenset(
    ["by", "through", "on", "in", "at", "to", "after", "for", "with", "into", "under", "against", "from", "of", *_SAME]
)
_UNCHANGED = frozenset(
    ["set", "put", "cut", "hit", "let", "shut", "cast", "cost", "hurt", "split", "spread", "shed", "beat"]
)
"""Past forms that are those of the present."""
VERB_REACH = 7
_PLACED = frozenset(["in", "at", "on", "under", "into"])
_GROUPS = frozenset(map(words.stem, ("team", "group", "number", "party", "band", "crowd", "series", "lot", "handful")))
NO_SLOT = words.reckoned_words("no_slot")
"""Heads of phrases of time and manner, beside which another phrase excludes nothing."""


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Another noun behind the same verb and preposition, or in the same place of two versions, akin to nothing else."""
    yield from _by_role(pair)
    yield from _by_verb(pair)
    yield from _by_place(pair)


def _by_verb(pair: Pair) -> Iterator[tuple[Facet, str]]:
    if pair.closeness < CLOSE or pair.cover < COVER or pair.shared_words < 1:
        return
    mine, theirs = _slots(pair.left), _slots(pair.right)
    for slot in sorted(mine.keys() & theirs.keys()):
        one, other = mine[slot], theirs[slot]
        if one == other or one in pair.right.seen or other in pair.left.seen:
            continue
        if pair.closeness < BUILT_ALIKE and not (known(one) and known(other)):
            continue
        if kindred(one, other) or max(fuzz.ratio(one, other) - SPELT, fuzz.partial_ratio(one, other) - PART_OF) >= 0:
            continue
        if any(akin(one, each) for each in pair.right.rare):
            continue
        if any(akin(other, each) for each in pair.left.rare):
            continue
        facet = Facet.PLACE if slot[1] in _PLACED else Facet.IDENTITY
        yield facet, f"“{slot[1]} … {one}” against “{slot[1]} … {other}”"
        return


_CONTRARY = frozenset(
    map(frozenset, (("to", "by"), ("to", "from"), ("for", "against"), ("before", "after"), ("until", "after"),
                    ("above", "below"), ("with", "without"), ("inside", "outside"), ("into", "from"),
                    ("for", "over")))
)  # fmt: skip
"""Prepositions that give the noun behind them contrary parts in one deed."""
_IN_CONTRARY = frozenset().union(*_CONTRARY)


def _by_role(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """One verb and one noun, tied by contrary prepositions: ceded to the crown, ceded by the crown."""
    mine, theirs = _tied(pair.left), _tied(pair.right)
    for key in sorted(mine.keys() & theirs.keys()):
        if frozenset((mine[key], theirs[key])) in _CONTRARY:
            yield Facet.IDENTITY, f"“{mine[key]} … {key[1]}” against “{theirs[key]} … {key[1]}”"
            return


def _tied(tokens: Tokens) -> dict[tuple[str, str], str]:
    """The preposition that ties each noun or name to the verb before it; none where two do."""
    found: dict[tuple[str, str], str] = {}
    for i, word in enumerate(tokens.words):
        if word not in _IN_CONTRARY:
            continue
        k = i + 1
        while k < len(tokens.words) and tokens.words[k] in _TAKEN:
            k += 1
        reach = range(i - 1, max(-1, i - ROLE_REACH), -1)
        verb = next((v for v in reach if _verbal(tokens, v) or tokens.words[v] in _WINNING), None)
        if verb is None or k == len(tokens.words) or not tokens.content[k] or tokens.clause[k] != tokens.clause[i]:
            continue
        key = tokens.stems[verb], tokens.stems[k]
        found[key] = "" if key in found else word
    return found


_WINNING = frozenset(["victory", "win", "triumph", "success"])
"""Nouns that tie who won by `for` and who lost by `over`."""
ROLE_REACH = 10
LONGEST = 4
"""Most words with content of a noun phrase that stands in the place of another."""
_TAKEN = frozenset(["the", "a", "an", "his", "her", "its", "their", "this", "that", "some", "several"])


def _by_place(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """One noun phrase for another behind the same word and preposition: set in a mining town, in a seaside resort."""
    if pair.closeness < CLOSE or pair.cover < COVER or pair.other_subject:
        return
    own_a, own_b, aligned = set(pair.only_a), set(pair.only_b), {*pair.matched, *pair.moved}
    for block in pair.raw_blocks:
        mine, theirs = [i for i in block.a if i in own_a], [j for j in block.b if j in own_b]
        if not mine or not theirs or max(len(mine), len(theirs)) > LONGEST:
            continue
        led = _led(pair.left, mine[0]), _led(pair.right, theirs[0])
        if led[0] is None or led[1] is None or led[0][0] != led[1][0] or (led[0][1], led[1][1]) not in aligned:
            continue
        if not (_is_noun_phrase(pair.left, mine) and _is_noun_phrase(pair.right, theirs)):
            continue
        one, other = pair.left.stems[mine[-1]], pair.right.stems[theirs[-1]]
        if {one, other} & (NO_SLOT | _WHEREABOUTS) or not (known(one) and known(other)):
            continue
        if _part_of_preposition(pair.left, mine) or _part_of_preposition(pair.right, theirs):
            continue
        if not _related(pair, mine, theirs):
            facet = Facet.PLACE if led[0][0] in _PLACED else Facet.IDENTITY
            yield facet, f"“{pair.left.phrase(mine)}” stands where the other has “{pair.right.phrase(theirs)}”"
            return


def _led(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The preposition that leads a phrase, and where the word with content before it stands."""
    k = place - 1
    while k >= 0 and tokens.words[k] in _TAKEN:
        k -= 1
    if k < 1 or tokens.words[k] not in _PREPOSITIONS or tokens.clause[k] != tokens.clause[place]:
        return None
    governor = next((i for i in range(k - 1, -1, -1) if tokens.content[i] or tokens.number[i] >= 0), -1)
    return (tokens.words[k], governor) if governor >= 0 else None


def _is_noun_phrase(tokens: Tokens, run: list[int]) -> bool:
    """Whether words without names or figures stand side by side and nothing with content goes on behind them."""
    if any(tokens.name[i] or tokens.number[i] >= 0 for i in run) or run[-1] - run[0] >= len(run):
        return False
    head, after = tokens.words[run[-1]], run[-1] + 1
    if head.endswith(("ing", "ed")) or _verbal(tokens, run[-1]):
        return False
    return after == len(tokens.stems) or tokens.clause[after] != tokens.clause[run[-1]] or not tokens.content[after]


_PREPOSITIONAL = frozenset(
    map(words.stem, (
        "connection", "addition", "spite", "charge", "light", "view", "exchange", "relation", "relationship", "terms",
        "account", "means", "virtue", "regard", "respect", "accordance", "lieu", "pursuit", "opposition", "contrast",
        "comparison", "conjunction", "cooperation", "collaboration", "partnership", "association", "agreement",
        "compliance", "conflict", "line", "touch", "tandem", "top", "common", "keeping", "proportion", "reference",
        "recognition", "celebration", "commemoration", "preparation", "anticipation", "expectation", "danger",
        "possession", "control", "command", "competition", "response", "reaction", "course", "midst", "wake", "run-up",
    ))
)  # fmt: skip
_WHEREABOUTS = frozenset(
    map(words.stem, ("custody", "detention", "bail", "remand", "parole", "arrest", "trial", "probation", "duty"))
)
"""States of a person told by a preposition: in custody, on bail."""


def _part_of_preposition(tokens: Tokens, run: list[int]) -> bool:
    """Whether a noun without article between two prepositions is a preposition with them: in connection with."""
    i = run[0]
    if len(run) > 1 or tokens.stems[i] not in _PREPOSITIONAL or i + 1 >= len(tokens.words):
        return False
    return tokens.words[i - 1] in _PREPOSITIONS and tokens.words[i + 1] in _PREPOSITIONS


def _related(pair: Pair, mine: list[int], theirs: list[int]) -> bool:
    """Whether any two words of two phrases are kindred, or a head is akin to anything else that the other says."""
    left, right = [pair.left.stems[i] for i in mine], [pair.right.stems[j] for j in theirs]
    if any(kindred(one, other) or fuzz.partial_ratio(one, other) >= PART_OF for one in left for other in right):
        return True
    if any(akin(left[-1], each) or fuzz.ratio(left[-1], each) >= SPELT for each in pair.right.rare):
        return True
    return any(akin(right[-1], each) or fuzz.ratio(right[-1], each) >= SPELT for each in pair.left.rare)


PART_OF = 85
"""From such a likeness of letters on, a word holds the other: owner, landowner."""


def _slots(tokens: Tokens) -> dict[tuple[str, str], str]:
    """The head of each noun phrase that a verb governs by a preposition; a phrase with a name or a figure has none."""
    found: dict[tuple[str, str], str] = {}
    for i, word in enumerate(tokens.words):
        if word not in _PREPOSITIONS:
            continue
        reach = range(i - 1, max(-1, i - VERB_REACH), -1)
        verb = next((k for k in reach if _verbal(tokens, k) and tokens.clause[k] == tokens.clause[i]), None)
        between = range(verb + 1, i) if verb is not None else range(0)
        # Only a figure may stand between: discovered in 1952 by a farmer.
        if verb is None or any(tokens.words[k] in _PREPOSITIONS and tokens.number[k + 1] < 0 for k in between):
            continue
        head = _head(tokens, i + 1)
        if head and head not in NO_SLOT:
            found.setdefault((tokens.stems[verb], _SAME.get(word, word)), head)
    return found


def _verbal(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    past = word.endswith("ed") or word in words.past_forms() or word in _UNCHANGED
    return tokens.content[i] and not tokens.name[i] and past


def _head(tokens: Tokens, start: int) -> str:
    """The last word of the noun phrase that begins at a place; the empty text where a name or a figure stands in it."""
    head = ""
    for i in range(start, min(start + 5, len(tokens.words))):
        if i > start and tokens.clause[i] != tokens.clause[i - 1]:
            break
        if tokens.name[i] or tokens.number[i] >= 0:
            return ""
        if tokens.content[i]:
            head = tokens.stems[i]
        elif tokens.words[i] == "of" and head in _GROUPS:
            head = ""  # a team of archaeologists
        elif head or tokens.words[i] in _PREPOSITIONS:
            break
    return head


__all__ = ["NO_SLOT", "clashes"]
