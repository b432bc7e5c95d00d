"""What one statement negates and the other says: by a small word, by a prefix, by an ending."""

from claims.compare import words
from claims.compare.alignment import VERSIONS, Pair
from claims.compare.needed import Cue
from claims.compare.tokens import DATE, Tokens
from claims.compare.values import Features
from claims.features.polarity import negate_nothing
from evidence.text import lazy_re as re


def negations(features: Features) -> list[int]:
    """The places of negating words that negate something: not those of 不仅 or `not only`."""
    tokens = features.tokens
    given_up = _given_up_at(features) if features.language == "en" else _nearly_at(features)
    if tokens.seen.isdisjoint(words.negations()):
        return given_up
    found = [i for i, stem in enumerate(tokens.stems) if stem in words.negations()] + given_up
    apart = negate_nothing(features.key, features.language)
    if features.language == "en":
        found = [i for i in found if not _turned_back(tokens, features, i) and not _twice(tokens, i)]
        found = [i for i in found if not _came_to_nothing(tokens, i) and not _went_down(tokens, i)]
    return [i for i in found if not any(low <= tokens.starts[i] < high for low, high in apart)]


_given_up = Cue(
    r"\b(?:dropp(?:ed|ing)|drops?|abandon(?:s|ed|ing)?|scrap(?:s|ped|ping)?|shelv(?:e|es|ed|ing)|ax(?:es|ed|ing)"
    r"|ditch(?:es|ed|ing)?|cancel(?:s|led|ling|ed|ing)?|(?:gave|given|giving|gives) up"
    r"|withdr[ae]w(?:s|n|ing)?|backed away from)"
    r" (?:[a-z]+ ){0,2}(?:plans?|proposals?|bids?|efforts?|attempts?|schemes?|intentions?) (?:to|for)\b"
)


def _given_up_at(features: Features) -> list[int]:
    """The places of verbs by which a plan is given up: what was planned does not come about."""
    starts = {found.start() for found in _given_up.finditer(features.key)}
    return [i for i, start in enumerate(features.tokens.starts) if start in starts] if starts else []


_nearly = Cue("(?:差一?点儿?|险些儿?)(?:就|要)?(?![没未就要])")


def _nearly_at(features: Features) -> list[int]:
    """The places where a Chinese statement says that something nearly came about: it did not."""
    starts = {found.start() for found in _nearly.finditer(features.key)}
    return [i for i, start in enumerate(features.tokens.starts) if start in starts] if starts else []


_put_off = Cue(
    r"\b(?:put(?:s|ting)? (?:\w+ ){0,2}off|postpon\w+|delay\w*|deferr?\w*|halt\w*|suspend\w*|shelv\w+|scrap\w*"
    r"|dropp?\w*|abandon\w*|cancel\w*|ax(?:es|ed|ing)|ditch\w*|withdr[ae]w\w*|call(?:s|ed|ing)? off|no longer)\b"
)


_GIVING_UP = ("drop", "abandon", "scrap", "shelv", "ax", "ditch", "cancel", "gave", "giv", "withdr", "back")


def both_given_up(tokens: Tokens, place: int, key: str) -> bool:
    """Whether a plan that one statement tells to be given up is put off or given up in the other, with this key."""
    return tokens.words[place].startswith(_GIVING_UP) and bool(_put_off.search(key))


def _came_to_nothing(tokens: Tokens, place: int) -> bool:
    """Whether something failed, which denies nothing that stands behind it: the mission failed when it did not open."""
    if not tokens.words[place].startswith("fail"):
        return False
    behind = tokens.words[place + 1 : place + 4]
    if place and tokens.words[place - 1] in _THE and "to" not in behind:
        return True  # after the failed merger
    return "to" not in behind and (
        not behind or tokens.clause[place + 1] != tokens.clause[place] or behind[0] in _AFTER
    )


def _went_down(tokens: Tokens, place: int) -> bool:
    """Whether a decline is a fall, which denies nothing: a decline in sales, sales declined by a tenth."""
    if not tokens.words[place].startswith("declin"):
        return False
    behind = tokens.words[place + 1 : place + 2]
    figure = tokens.number[place + 1 : place + 3]
    return not behind or behind[0] in _DOWN or any(number >= 0 for number in figure) or behind[0].endswith("ly")


_DOWN = frozenset(["in", "of", "by", "from", "for", "as", "after", "during", "since", "because", "and", "but", "on"])
_THE = frozenset(["the", "a", "his", "her", "its", "their", "this", "that"])
_AFTER = frozenset(
    ["when", "after", "because", "as", "on", "at", "before", "during", "due", "owing", "while", "and", "but", "amid"]
)


def _turned_back(tokens: Tokens, features: Features, place: int) -> bool:
    """Not … until 1891 says that it happened then; no one … younger than she says what she was."""
    inside = [i for i in range(place + 1, len(tokens.words)) if tokens.clause[i] == tokens.clause[place]]
    inside = inside[: next((k for k, i in enumerate(inside) if tokens.words[i] in _NEXT_DEED), len(inside))]
    after = [tokens.words[i] for i in inside]
    times = [tokens.number[i] for i in inside if tokens.words[i] == DATE]
    if any(features.dates[n].text.lower().startswith(("until", "till")) for n in times if n < len(features.dates)):
        return True
    if any(one == "before" and _counted(tokens, i + 1) for one, i in zip(after, inside, strict=True)):
        return True  # not before ten o'clock
    if "so" in after or after[:1] == ["before"]:
        return True  # not for years has it been so high, never before
    return "until" in after or ("than" in after and tokens.words[place] in _NOBODY)


def _twice(tokens: Tokens, place: int) -> bool:
    """Whether what is negated is itself a denial: did not rule it out."""
    after = tokens.words[place + 1 : place + 3]
    return any(word in _DENYING for word in after[:1]) or after in _DENYING_TWO


def _counted(tokens: Tokens, place: int) -> bool:
    """Whether a figure or a time stands at a place."""
    return place < len(tokens.number) and (tokens.number[place] >= 0 or tokens.words[place][0].isdigit())


def of_denials(pair: Pair) -> tuple[list[int], list[int]]:
    """The places where one denies a denial of which the other speaks too: not ruled out, ruled out."""
    found: tuple[list[int], list[int]] = [], []
    if pair.a.language != "en":
        return found
    for side, tokens in enumerate((pair.left, pair.right)):
        if tokens.seen.isdisjoint(words.negations()):
            continue
        shared = {match[side] for match in pair.both}
        found[side].extend(
            i - 1 for i in shared if i and tokens.stems[i - 1] in words.negations() and _twice(tokens, i - 1)
        )
    return found


_DENYING = frozenset(
    ["exclude", "excluded", "dispute", "disputed", "contest", "oppose", "object", "preclude", "prevent"]
)
_DENYING_TWO = (["rule", "out"], ["ruled", "out"], ["ruling", "out"])
_NEXT_DEED = frozenset({"and", "but"})
_NOBODY = frozenset({"no", "none", "nobody", "never", "nothing"})
ALIKE = 0.5
"""Below this closeness unpaid and paid may be said of two things."""
_prefix = re.compile(r"(?:un|in|im|ir|non-?|dis)(?=[a-z]{4})")


def prefixed(pair: Pair, tokens: Tokens, other: Tokens) -> list[int]:
    """The places of words such as insoluble whose rest the other statement has."""
    found: list[int] = []
    if pair.closeness < ALIKE or not tokens.words or tokens.words[0] > "\u2fff":
        return found
    for i, stem in enumerate(tokens.stems):
        if stem[0] not in "uindr" or stem in other.seen:
            continue
        prefix = _prefix.match(stem)
        if prefix and stem[prefix.end() :] in other.seen:
            found.append(i)
    return found


def lacking(pair: Pair, tokens: Tokens, other: Tokens) -> list[int]:
    """The places of words such as humourless, of which the other statement has the beginning."""
    if pair.closeness < ALIKE or not pair.given:
        return []
    ends = [i for i, word in enumerate(tokens.words) if word.endswith("less") and len(word) > LESS]
    return [i for i in ends if tokens.words[i] not in other.words and words.stem(tokens.words[i][:-4]) in other.seen]


LESS = 7
"""A word in -less is longer than this: not unless."""


def takes_back(tokens: Tokens, places: list[int], other: Tokens, key: str, *, deed_only: bool = False) -> bool:
    """Whether what one statement negates is what the other (with this key) says.

    With `deed_only` the very next word of content must be in the other: what is not done to it may be done to a thing.
    """
    stems = set(other.stems)
    for place in places:
        reach = _reach(tokens, place)
        if tokens.words[place] in _OF_A_NOUN:  # without power, and caused damage; no road to the village
            reach = range(place + 1, next((i for i in reach if _parts(tokens, i, place + 1)), reach.stop))
        after = [i for i in reach if tokens.content[i]]
        if tokens.words[place + 1 : place + 2] and tokens.words[place + 1] in _WITH_WHOM:
            after = _behind_whom(tokens, place + 2)
        if tokens.words[place] in {"none", "neither"} and after and (deed := _predicate(tokens, place)):
            after = deed if _beside(other, tokens.stems[after[0]], tokens.stems[deed[0]]) else []
        if tokens.words[place] == "nothing" and _other_deed_before(tokens, place, stems):
            continue  # knew nothing of the payments
        after = [i for i in after if tokens.words[i] not in _COUNTERS][: 1 if deed_only else 2]
        if len(after) == 2 and tokens.words[after[0]] > "\u2fff" and len(tokens.words[after[0]]) == 1:
            adjacent = len(tokens.words[after[1]]) == 1 and after[1] == after[0] + 1
            # Two characters make a word; one alone says little.
            if tokens.phrase(after) in key if adjacent else tokens.stems[after[0]] in stems:
                return True
        elif tokens.words[place] in _OF_A_NOUN and len(after) == TWO and tokens.stems[after[0]] not in stems:
            continue  # without a dissenting vote, voted
        elif any(tokens.stems[i] in stems for i in after):
            return True
    return False


def _reach(tokens: Tokens, place: int) -> range:
    """The words behind a denial which it may deny: in English those of its own clause, if it has any there."""
    near = range(place + 1, min(len(tokens.stems), place + 5))
    if tokens.words[place] > "\u2fff":
        return near
    end = next(
        (i for i in near if tokens.clause[i] != tokens.clause[place] or tokens.words[i] in _NEXT_CLAUSE), near.stop
    )
    return range(near.start, end) if any(tokens.content[i] for i in range(near.start, end)) else near


_NEXT_CLAUSE = frozenset(["when", "while", "although", "though", "because", "whereas", "but"])
_WITH_WHOM = frozenset("与跟同和向对")


def _behind_whom(tokens: Tokens, start: int) -> list[int]:
    """The words with content behind with whom or to whom a Chinese statement says that something was not done."""
    content = [i for i in range(start, min(len(tokens.stems), start + BESIDE + 2)) if tokens.content[i]]
    named = 1
    while named < len(content) and len(tokens.words[content[named]]) == 1:
        named += 1
    return content[named:] or content


def _beside(tokens: Tokens, noun: str, deed: str) -> bool:
    """Whether a deed is told of something right beside it: hurt the hostages, not hurt a man who took hostages."""
    if noun == deed:
        return True
    nouns, deeds = ([i for i, stem in enumerate(tokens.stems) if stem == said] for said in (noun, deed))
    return any(abs(i - k) <= BESIDE for i in nouns for k in deeds)


BESIDE = 5


def _predicate(tokens: Tokens, place: int) -> list[int]:
    """The verb of which a word is the subject, behind its auxiliary."""
    clause = [i for i in range(place + 1, len(tokens.words)) if tokens.clause[i] == tokens.clause[place]]
    start = next((i for i in clause if tokens.words[i] in _AUXILIARY), None)
    if start is None:
        return [i for i in clause if words.is_past(tokens.words[i]) and not tokens.name[i]][:1]
    return [i for i in clause if i > start and tokens.content[i]][:1]


_AUXILIARY = frozenset(["is", "are", "was", "were", "has", "have", "had", "will", "would", "did", "do", "can", "could"])


def _other_deed_before(tokens: Tokens, place: int, stems: set[str]) -> bool:
    """Whether a verb stands before a word that the other statement has not."""
    before = [i for i in range(max(0, place - 2), place) if tokens.content[i]]
    return bool(before) and not any(tokens.stems[i] in stems for i in before)


TWO = 2
_OF_A_NOUN = frozenset({"without", "no"})
"""They deny what the noun behind them names, and nothing after it."""


def _parts(tokens: Tokens, i: int, start: int) -> bool:
    """Whether the noun phrase that begins at `start` has ended before a place."""
    new = tokens.words[i] in {"and", "or", "but"} or tokens.clause[i] != tokens.clause[i - 1]
    return new or (not tokens.content[i] and any(tokens.content[k] for k in range(start, i)))


_COUNTERS = frozenset(["single", *"一个家名位项"])


def in_aside(pair: Pair, tokens: Tokens, place: int, other: Tokens, key: str) -> bool:
    """Whether a negation stands in a relative clause and denies nothing that the other says: whose cold did not go."""
    if pair.a.language != "en" or tokens.stems[place] not in words.negations():
        return False
    before = [k for k in range(max(0, place - ASIDE), place) if tokens.clause[k] == tokens.clause[place]]
    relative = any(tokens.words[k] in _RELATIVE for k in before)
    if not relative:
        return False
    deed = next((i for i in _reach(tokens, place) if tokens.content[i]), None)
    return not takes_back(tokens, [place], other, key) or (deed is not None and _modifies(other, tokens.stems[deed]))


def _modifies(tokens: Tokens, stem: str) -> bool:
    """Whether a word stands in a statement only before a noun that it tells the kind of: the appeal court."""
    places = [i for i, each in enumerate(tokens.stems) if each == stem]
    return bool(places) and all(
        i > 0
        and i + 1 < len(tokens.words)
        and tokens.words[i - 1] in _DETERMINERS
        and tokens.content[i + 1]
        and tokens.clause[i + 1] == tokens.clause[i]
        and not words.is_past(tokens.words[i + 1])
        for i in places
    )


_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their"])
ASIDE = 8
_RELATIVE = frozenset({"who", "whose", "which", "whom", "where"})


def said_plainly(pair: Pair, opposite: list[tuple[int, int]], mine: list[int], theirs: list[int]) -> str:
    """Contraries of two versions of one English sentence that nothing before them in their clauses negates.

    What else only one of them negates is another matter: unfair and ordered it to pay, fair and refused to.
    """
    alike = pair.closeness >= VERSIONS or (pair.given and pair.cover >= TOLD_AGAIN)
    if pair.a.language != "en" or not alike or not (mine or theirs):
        return ""
    left, right = pair.left, pair.right
    with_prefix = [(i, _rest_of(left, i, right)) for i in mine if left.stems[i] not in words.negations()]
    with_prefix += [(_rest_of(right, j, left), j) for j in theirs if right.stems[j] not in words.negations()]
    for i, j in (*opposite, *with_prefix):
        if i >= 0 and j >= 0 and not _negated(left, i, mine) and not _negated(right, j, theirs):
            return f"one says “{left.words[i]}”, the other “{right.words[j]}”"
    return ""


TOLD_AGAIN = 0.7
"""From this share of the shorter one's content on, one sentence laid beside another tells it anew."""


def _rest_of(tokens: Tokens, place: int, other: Tokens) -> int:
    """Where the other statement has a word without its prefix; -1 where it stands there in no such way."""
    rest = _prefix.sub("", tokens.stems[place])
    return other.stems.index(rest) if rest in other.seen else -1


def _negated(tokens: Tokens, place: int, turned: list[int]) -> bool:
    """Whether something before a word in its clause turns it."""
    return any(k < place and tokens.clause[k] == tokens.clause[place] for k in turned)


def put_otherwise(pair: Pair, denial: int, *, first: bool) -> bool:
    """Whether another verb stands in the place of a denied one: did not keep its promise, broke its promise."""
    tokens = pair.left if first else pair.right
    own, others = (pair.only_a, pair.only_b) if first else (pair.only_b, pair.only_a)
    if pair.a.language != "en" or tokens.stems[denial] not in {"not", "never"}:
        return False
    if tokens.words[denial + 1 : denial + 2] and tokens.words[denial + 1] in _LEADS:
        return False  # not a single arrest
    deed = next((i for i in range(denial + 1, len(tokens.stems)) if tokens.content[i]), -1)
    return deed in own and bool(others)


_LEADS = frozenset(["a", "an", "one", "any"])

__all__ = [
    "ALIKE",
    "both_given_up",
    "in_aside",
    "lacking",
    "negations",
    "of_denials",
    "prefixed",
    "put_otherwise",
    "said_plainly",
    "takes_back",
]
