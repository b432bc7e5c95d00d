"""Whether one of two claims of a story denies what the other says, each in its own words or language.

What is denied is read from the words behind the denial: the verb (did not open the gates), or the noun (no offer). The
other claim must say it in the same word, in a form of it, or in one of like meaning.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from claims.compare import words
from claims.compare.akin import known
from claims.compare.alignment import Pair, related
from claims.compare.crossing import glosses
from claims.compare.facets.negated import negations
from claims.compare.tokens import QUANTITY
from claims.compare.values import Features, of_one
from claims.features.cues import pattern
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_NOT_YET = frozenset(["未", "尚未", "仍未", "还未", "并未", "从未", "不", "还没", "还没有"])
"""Denials of a deed only, never of a thing."""
REACH = 4
"""Content words behind a Chinese denial among which the denied one is: the object stands at the end."""
_LIGHT = frozenset(
    [
        *("make", "makes", "made", "put", "puts", "have", "has", "had", "take", "takes", "took", "taken", "give"),
        *("gives", "gave", "given", "get", "gets", "got", "do", "does", "did", "done", "been", "be", "any", "ever"),
        *("single", "one", "once", "even", "yet"),
    ]
)
"""Verbs that say little without their object (made an offer, put in a bid), and what stands before a verb."""
_HAPPENED = frozenset(["went", "came", "took", "got", "left", "happened", "occurred", "arose", "existed", "appeared"])
"""Verbs that say of a thing little more than that there was one."""
_TO = frozenset(["to", "at", "on", "from", "with", "by", "for"])
_REFUSALS = frozenset(
    map(
        words.stem,
        [
            *("refuse", "decline", "skip", "boycott", "shun", "forgo", "waive", "renounce"),
            *("拒绝", "拒", "不愿", "不肯", "不予", "放弃"),
        ],
    )
)
_never_before = re.compile(r"\b(?:ever|before|yet)\b|从来|过")
_first = re.compile(r"\bfirst\b|首|第一")


def denied(pair: Pair, *, refused: bool = True) -> str | None:
    """The reason why one denies what the other says, or None.

    `refused` counts refusals too: who refuses an offer is contradicted by who says that the same one took it, not by
    whoever else speaks of offers.
    """
    for mine, theirs in ((pair.a, pair.b), (pair.b, pair.a)):
        if mine.language == theirs.language == "en" and (word := _unsaid(mine, affirmed(theirs))) is not None:
            return f"one says “{word}”, the other says it without that"
        places = sorted({*negations(mine), *_refusals(mine)})
        if not places or (_never_before.search(mine.key) and _first.search(theirs.key)):
            continue  # the first woman, and no woman before
        said = affirmed(theirs)
        for place in places:
            if not refused and mine.tokens.stems[place] in _REFUSALS:
                continue
            if (reason := _denies(mine, theirs, place, said)) is not None:
                return reason
    return None


def _denies(mine: Features, theirs: Features, place: int, said: "Said") -> str | None:
    """The reason why the denial at one place is of what the other claim says, or None."""
    word = mine.tokens.words[place]
    if _excluding.match(mine.key, _end(mine, place)) or _no_denial(mine, place):
        return None
    if mine.language != theirs.language:
        meant = _meant(mine, place, 2 * REACH)
        alike = not meant.isdisjoint(glosses(said.text, theirs.language))
        return f"one says “{word}”, the other says it without that" if alike else None
    if (owner := _owner(mine, place)) is not None and not says(said, owner):
        return None
    what = next((each for each in _denied(mine, place) if says(said, each)), None) or _carried_out(mine, place, said)
    if what is not None:
        return f"one says “{word} … {what}”, the other says so"
    if (name := _of_the_same(mine, theirs, place, said)) is not None:
        return f"one says “{word} … {name}”, the other says so of the same"
    if mine.language == "zh" and not _meant(mine, place, REACH).isdisjoint(glosses(said.text, "zh")):
        return f"one says “{word}”, the other says it without that"
    return None


def _no_denial(side: Features, place: int) -> bool:
    """Whether a word that negates is a prefix (非会员) or tells what something consists in (最大的风险就是不冒险)."""
    return side.tokens.words[place] == "非" or _consists.search(side.key, 0, side.tokens.starts[place]) is not None


_consists = re.compile("(?:就是|便是|即是|等于|在于|意味着|莫过于)$")


def _refusals(side: Features) -> list[int]:
    """The places of words that refuse or give up."""
    return [place for place, stem in enumerate(side.tokens.stems) if stem in _REFUSALS]


def _unsaid(mine: Features, said: "Said") -> str | None:
    """The word in un- of which the other says the rest: uninsured, insured."""
    turned = set(negations(mine))
    for place, word in enumerate(mine.tokens.words):
        rest = word.removeprefix("non-") if word.startswith("non-") else word[2:] if word.startswith("un") else ""
        if len(rest) < LONG or mine.tokens.name[place] or place - 1 in turned or not known(words.stem(rest)):
            continue
        if mine.tokens.stems[place] not in said.stems and says(said, rest):
            return word
    return None


LONG = 4
"""Letters of the shortest word that un- turns into its contrary."""


def _end(side: Features, place: int) -> int:
    return side.tokens.starts[place] + len(side.tokens.words[place])


_excluding = re.compile(r" ?(?:yet |been )*(?:rul(?:e|ed|ing) out|exclud|den(?:y|ied)|排除|否认|否定)")
"""What is not ruled out may be: two denials are none."""


class Said(NamedTuple):
    """What a claim says and does not deny: its text, and its words by stem."""

    text: str
    language: str
    stems: frozenset[str]


@of_one
def affirmed(side: Features) -> Said:
    """The clauses of a claim in which nothing is negated or ceases, and which the one behind does not take back.

    What somebody only tries or wants is not said: who is turned down has tried.
    """
    ceased = {
        clause for clause, text in clauses(side).items() if _ceases(text, side.language) or _left_open.search(text)
    }
    return without(side, turned(side) | ceased, _sought(side))


def turned(side: Features) -> set[int]:
    """The clauses in which something is negated or which the one behind takes back."""
    negated = {side.tokens.clause[place] for place in negations(side)}
    return negated | {clause - 1 for clause, text in clauses(side).items() if taken_back.match(text)}


def _sought(side: Features) -> dict[int, int]:
    """From which place in the key on each clause tells what somebody tries or wants to do."""
    trying = _trying_zh if side.language == "zh" else _trying_en
    found = {clause: trying.search(side.key, *span) for clause, span in _spans(side).items()}
    return {clause: match.end() for clause, match in found.items() if match}


_trying_zh = re.compile("努力|试图|企图|力图|力争|争取|谋求|寻求|尝试|设法|意图|意在|希望|想要")
_trying_en = re.compile(
    r"\b(?:(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|s(?:eek|eeks|eeking|ought)|hop(?:e|es|ed|ing)|want(?:s|ed|ing)?"
    r"|aim(?:s|ed|ing)?|bids?|efforts?) (?:\w+ ){0,4}?to)\b"
)


def without(side: Features, left_out: set[int], ends: Mapping[int, int] = MappingProxyType({})) -> Said:
    """What a claim says in all its clauses but some, and in others up to a place in its key only."""
    tokens, key = side.tokens, side.key
    told = {clause: (start, ends.get(clause, end)) for clause, (start, end) in _spans(side).items()}
    places = [
        place
        for place, (clause, start) in enumerate(zip(tokens.clause, tokens.starts, strict=True))
        if clause not in left_out and start < told[clause][1]
    ]
    counted = [
        fold_key(side.quantities[tokens.number[place]].text)
        for place in places
        if tokens.stems[place] == QUANTITY and tokens.number[place] < len(side.quantities)
    ]
    kept = frozenset(tokens.stems[place] for place in places if tokens.content[place])
    texts = [key[start:end] for clause, (start, end) in told.items() if clause not in left_out]
    counts = {words.stem(word) for text in counted for word in text.split()}  # no deaths, and two deaths
    return Said(",".join([*texts, *counted]), side.language, kept | counts)


def _carried_out(mine: Features, place: int, said: Said) -> str | None:
    """The Chinese verb of one character right behind a denial, which the other tells as done: 没有退, 已经退还."""
    tokens = mine.tokens
    if mine.language != "zh" or place + 1 >= len(tokens.words) or tokens.clause[place + 1] != tokens.clause[place]:
        return None
    verb = tokens.words[place + 1]
    start = tokens.starts[place + 1]
    if len(verb) > 1 and verb[1] in _COMPLEMENTS:
        verb = verb[0]
    if len(verb) != 1 or verb in _NO_VERBS or not tokens.content[place + 1]:
        return None
    behind = mine.key[start + 1 : start + 2]
    ends = not behind or behind in _COMPLEMENTS or not "\u3400" <= behind <= "\u9fff"
    done = re.search(rf"(?:已经?|早就|全都?)[^,。;]{{0,4}}?{verb}[{_COMPLEMENTS}]", said.text) if ends else None
    return verb if done else None


_COMPLEMENTS = "了过还给回到出下掉走完成好入进来去"
"""What stands behind a Chinese verb and tells that it was done, or to what end."""
_NO_VERBS = frozenset("有是在会能要想可得被把让对向从")


def _of_the_same(mine: Features, theirs: Features, place: int, said: Said) -> str | None:
    """The verb of one character that is denied of somebody and said of him: 没有写是王明叫人删的, 王明要求删去."""
    tokens = mine.tokens
    if mine.language != "zh":
        return None
    behind = [i for i in range(place + 1, len(tokens.words)) if tokens.clause[i] == tokens.clause[place]]
    start = tokens.starts[place]
    named = [name for name in mine.names if name in theirs.key and mine.key.find(name, start) >= 0]
    if not named or not behind or tokens.words[behind[-1]] not in {"的", "了"}:
        return None
    verb = tokens.words[behind[-1] - 1]
    return verb if len(verb) == 1 and tokens.content[behind[-1] - 1] and verb in said.text else None


def _ceases(text: str, language: str) -> bool:
    """Whether a clause says that a thing is no more: no trains run, the service is suspended."""
    return bool(_suspended.search(text) or pattern("polarity", language, "denial").search(text))


_left_open = re.compile(r"\bwhether\b|是否|能否|可否|有无|要不要|会不会|是不是|有没有")
"""What asks whether it is so."""
_suspended = re.compile(
    r"\b(?:suspend(?:s|ed)?|cancel(?:s|led|ed)?|call(?:s|ed) off|interrupt(?:s|ed)?|laid up)\b"
    r"|暂停|中断|停运|停驶|停开|停航|停业|叫停"
)


def clauses(side: Features) -> dict[int, str]:
    """The text of each clause."""
    return {clause: side.key[start:end] for clause, (start, end) in _spans(side).items()}


@of_one
def _spans(side: Features) -> dict[int, tuple[int, int]]:
    """Where each clause begins and ends in the key."""
    tokens = side.tokens
    spans: dict[int, tuple[int, int]] = {}
    for word, clause, start in zip(tokens.words, tokens.clause, tokens.starts, strict=True):
        first, _ = spans.get(clause, (start, start))
        spans[clause] = first, start + len(word)
    return spans


taken_back = re.compile(
    r"(?:根本|完全|其实|那|这|都)?(?:是)?(?:没有?的事|没有?这回事|假的|不是真的|并?不属实|不实之词|子虚乌有|不是这样)"
    r"|(?:and |but |no )?(?:he|she|it|they|that|this|we|i)"
    r"(?: (?:is|was|did|does|do|has|have|had|were|are|will|would)|'s)?(?:n't| not)(?: (?:true|so|the case|right))?$"
    r"|(?:and |but )?(?:that|this|it)(?:'s| is| was) (?:all )?(?:false|untrue|wrong|nonsense|a lie|invented)\b"
)
"""A clause that takes back what the one before it says: they have parted, no such thing; he was ill, and he wasn't."""


def _meant(side: Features, place: int, reach: int) -> frozenset[int]:
    """The meaning of the words right behind a denial in its clause."""
    tokens = side.tokens
    behind = _behind(side, place)[:reach]
    if not behind:
        return frozenset()
    end = tokens.starts[behind[-1]] + len(tokens.words[behind[-1]])
    return glosses(side.key[tokens.starts[behind[0]] : end], side.language)


def of_one_meaning(pair: Pair) -> bool:
    """Whether two claims of two languages share a word by its meaning."""
    if pair.a.language == pair.b.language:
        return False
    return not glosses(pair.a.key, pair.a.language).isdisjoint(glosses(pair.b.key, pair.b.language))


def _behind(side: Features, place: int) -> list[int]:
    """The places behind a denial in its clause; what a denied deed only describes is not denied: 尚未完成的画作."""
    tokens = side.tokens
    found = [i for i in range(place + 1, len(tokens.words)) if tokens.clause[i] == tokens.clause[place]]
    if tokens.words[place] not in _NOT_YET:
        return found
    deed = next((i for i in found if tokens.content[i]), len(tokens.words))
    end = next((i for i in found if tokens.words[i] == "的" and i > deed), len(tokens.words))
    return [i for i in found if i < end]


def _denied(side: Features, place: int) -> list[str]:
    """The words of which one is denied: the verb or the noun; in Chinese those up to the end of the clause."""
    tokens = side.tokens
    behind = _behind(side, place)
    if side.language == "zh":
        put_right = next((i for i in behind if tokens.words[i] in {"是", "而是"}), None)
        if put_right is not None and tokens.words[place] in {"不是", "并非", "不在", "不"}:
            behind = [i for i in behind if i < put_right]  # not in the chicken: in the soup
        content = [i for i in behind if tokens.content[i] and not tokens.name[i]][: 2 * REACH]
        long = [tokens.words[i] for i in content if len(tokens.words[i]) > 1]
        pairs = [tokens.words[i] + tokens.words[i + 1] for i in content if i + 1 in content]
        return long[:REACH] + [pair for pair in pairs if len(pair) == 2][:REACH]
    content = [i for i in behind if tokens.content[i]]
    if tokens.words[place] == "no":
        run = [i for i in content if i - content[0] == content.index(i)]
        if len(run) > 1 and tokens.words[run[-1]] in _HAPPENED:
            run = run[:-1]  # no lifeboat went out
        return [tokens.words[i] for i in run[-1:]]
    for i in behind:
        if tokens.words[i] in _TO:
            break  # got to the quay: the goal is not what is denied
        if tokens.content[i] and tokens.words[i] not in _LIGHT:
            return [tokens.words[i]]
    return []


def _owner(side: Features, place: int) -> str | None:
    """Whose the thing is that an English claim says there is none of: no patient's letters, but an employee's."""
    tokens = side.tokens
    if tokens.words[place] != "no":
        return None
    owner = next((word for word in tokens.words[place + 1 : place + 4] if word.endswith("'s")), None)
    return owner.removesuffix("'s") if owner else None


def says(said: Said, word: str) -> bool:
    """Whether a word is said: itself, a form of it, one of like meaning."""
    if said.language == "zh":
        return word in said.text or not glosses(word, "zh").isdisjoint(glosses(said.text, "zh"))
    root = words.stem(word)
    others = [each for each in said.stems if not each.startswith(f"re{word[:4]}")]  # not open, reopened
    if any(root == each or related(root, each) for each in others):
        return True
    once = re.sub(rf"\bre{re.escape(word[:4])}\w*", "", said.text)
    return not glosses(word, "en").isdisjoint(glosses(once, "en"))


__all__ = ["Said", "affirmed", "clauses", "denied", "of_one_meaning", "says", "taken_back", "turned", "without"]
