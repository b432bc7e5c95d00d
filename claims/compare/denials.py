"""Whether one of two claims of a story denies what the other says, each in its own words or language.

What is denied is read from the words behind the denial: the verb (did not open the gates), or the noun (no offer). The
other claim must say it in the same word, in a form of it, or in one of like meaning.
"""

import re

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.alignment import Pair, related
from claims.compare.polarity import negations
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features
from claims.crossing import glosses

REACH = 4
"""Content words behind a Chinese denial among which the denied one is: the object stands at the end."""
_LIGHT = frozenset(
    [
        *("make", "makes", "made", "put", "puts", "have", "has", "had", "take", "takes", "took", "taken", "give"),
        *("gives", "gave", "given", "get", "gets", "got", "do", "does", "did", "done", "been", "be", "any", "ever"),
    ]
)
"""Verbs that say little without their object (made an offer, put in a bid), and what stands before a verb."""
_TO = frozenset(["to", "at", "on", "from", "with", "by", "for"])
_never_before = re.compile(r"\b(?:ever|before|yet)\b|从来|过")
_first = re.compile(r"\bfirst\b|首|第一")


def denied(pair: Pair) -> str | None:
    """The reason why one denies what the other says, or None."""
    turned = negations(pair.a), negations(pair.b)
    if bool(turned[0]) == bool(turned[1]):
        return None
    mine, theirs, places = (pair.a, pair.b, turned[0]) if turned[0] else (pair.b, pair.a, turned[1])
    if _never_before.search(mine.key) and _first.search(theirs.key):
        return None  # the first woman, and no woman before
    for place in places:
        if mine.language != theirs.language:
            if not _meant(mine, place).isdisjoint(glosses(theirs.key, theirs.language)):
                return f"one says “{mine.tokens.words[place]}”, the other says it without that"
            continue
        word = next((word for word in _denied(mine, place) if _says(theirs, word)), None)
        if word is not None:
            return f"one says “{mine.tokens.words[place]} … {word}”, the other says so"
    return None


def corrected(pair: Pair) -> str | None:
    """The reason why one puts somebody or something in the place of what the other names: not the mayor, the governor.

    Both must say what is put right in the same word or one of like meaning, and only one of them puts it right.
    """
    found = [_put_right(side) for side in (pair.a, pair.b)]
    if bool(found[0]) == bool(found[1]):
        return None
    mine, theirs, phrases = (pair.a, pair.b, found[0]) if found[0] else (pair.b, pair.a, found[1])
    for phrase in phrases:
        if mine.language != theirs.language:
            said = not glosses(phrase, mine.language).isdisjoint(glosses(theirs.key, theirs.language))
        elif mine.language == "zh":
            said = phrase[-2:] in theirs.key
        else:
            said = any(_says(theirs, word) for word in phrase.split()[-1:])
        if said:
            shown = _masked.sub("…", phrase)
            return f"one says that it was not “{shown}”, the other says that it was"
    return None


_masked = re.compile(f"[{DATE}{QUANTITY}]+")
_put_right_en = re.compile(
    r"\b(?:rather than|instead of|(?:it|this|that) (?:was|is) not|(?:it|this|that) (?:wasn't|isn't)|not by) "
    r"(?:the |an? |his |her |its |their )?((?:(?!by\b)[a-z-]+ ){0,2}?[a-z-]+)(?=[,.;]| who| that| but| which|$)"
)
_put_right_zh = re.compile("(?:而不是|而非|并非|不是|并不是)([^,。;、]{2,12}?)(?=[,。;、]|而是|$)")


def _put_right(side: Features) -> list[str]:
    """What a claim says that it was not."""
    return [
        match[1].strip() for match in (_put_right_zh if side.language == "zh" else _put_right_en).finditer(side.key)
    ]


def _meant(side: Features, place: int) -> frozenset[int]:
    """The meaning of what stands behind a denial in its clause."""
    tokens = side.tokens
    behind = [i for i in range(place + 1, len(tokens.words)) if tokens.clause[i] == tokens.clause[place]][: 2 * REACH]
    if not behind:
        return frozenset()
    end = tokens.starts[behind[-1]] + len(tokens.words[behind[-1]])
    return glosses(side.key[tokens.starts[behind[0]] : end], side.language)


def of_one_meaning(pair: Pair) -> bool:
    """Whether two claims of two languages share a word by its meaning."""
    if pair.a.language == pair.b.language:
        return False
    return not glosses(pair.a.key, pair.a.language).isdisjoint(glosses(pair.b.key, pair.b.language))


def _denied(side: Features, place: int) -> list[str]:
    """The words of which one is denied: the verb or the noun; in Chinese those up to the end of the clause."""
    tokens = side.tokens
    behind = [i for i in range(place + 1, len(tokens.words)) if tokens.clause[i] == tokens.clause[place]]
    if side.language == "zh":
        content = [i for i in behind if tokens.content[i] and not tokens.name[i]][: 2 * REACH]
        long = [tokens.words[i] for i in content if len(tokens.words[i]) > 1]
        pairs = [tokens.words[i] + tokens.words[i + 1] for i in content if i + 1 in content]
        return long[:REACH] + [pair for pair in pairs if len(pair) == 2][:REACH]
    content = [i for i in behind if tokens.content[i]]
    if tokens.words[place] == "no":
        run = [i for i in content if i - content[0] == content.index(i)]
        return [tokens.words[i] for i in run[-1:]]
    for i in behind:
        if tokens.words[i] in _TO:
            break  # got to the quay: the goal is not what is denied
        if tokens.content[i] and tokens.words[i] not in _LIGHT:
            return [tokens.words[i]]
    return []


def _says(side: Features, word: str) -> bool:
    if side.language == "zh":
        return word in side.key
    root = words.stem(word)
    if any(root == each or related(root, each) or akin(root, each) for each in side.tokens.rare):
        return True
    return not glosses(word, "en").isdisjoint(glosses(side.key, "en"))


__all__ = ["corrected", "denied", "of_one_meaning"]
