"""Whether one of two claims of a story puts something right that the other says: not the mayor, the governor."""

import re

from claims.compare.alignment import Pair
from claims.compare.retelling.denials import affirmed, clauses, says, taken_back, turned, without
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features
from claims.crossing import glosses


def corrected(pair: Pair) -> str | None:
    """The reason why one puts somebody or something in the place of what the other names: not the mayor, the governor.

    Both must say what is put right in the same word or one of like meaning, and only one of them puts it right. What
    had nothing to do with it is put right only where the other gives a cause. What people say and one account takes
    back at once (they have parted, no such thing) is put right too.
    """
    return _replaced(pair) or _no_cause(pair) or _taken_to_be_so(pair)


def _taken_to_be_so(pair: Pair) -> str | None:
    """The reason why one takes back what people say and the other says."""
    for mine, theirs in ((pair.a, pair.b), (pair.b, pair.a)):
        if (taken := _taken(mine, theirs)) is not None:
            return f"one says that it is not so that “{taken}”, the other says so"
    return None


def _no_cause(pair: Pair) -> str | None:
    """The reason why one gives as the cause what had nothing to do with it for the other."""
    for mine, theirs in ((pair.a, pair.b), (pair.b, pair.a)):
        if mine.language != theirs.language or not _cause.search(theirs.key) or _unrelated.search(theirs.key):
            continue
        said = affirmed(theirs)
        for match in _unrelated.finditer(mine.key):
            if _still_open.search(mine.key[: match.start()]):
                continue
            phrase = next(group for group in match.groups() if group)
            if phrase[-2:] in said.text if mine.language == "zh" else says(said, phrase.split()[-1]):
                shown = _masked.sub("…", phrase)
                return f"one says that “{shown}” had nothing to do with it, the other gives it as the cause"
    return None


_cause = re.compile(
    r"原因|起因|成因|由于|因为|导致|引起|造成|引发|所致|\b(?:causes?|caused|because|due to|owing to|blam(?:e|ed|es)"
    r"|led to|results? of|resulted from|started by|brought about|(?:started|starts|sparked|triggered|set off) the)\b"
)
_still_open = re.compile(r"(?:\bnot|n't|\bcannot|\bnever|\bwithout|没有?|未|不能?|无法)(?: yet| been)? ?$")
_unrelated = re.compile(
    r"\b(?:rul(?:e|es|ed|ing) out|discount(?:s|ed)?|exclud(?:e|es|ed)) (?:the |an? |his |her |its |their |any )?"
    r"((?:[a-z-]+ ){0,2}?[a-z-]+)(?=[,.;]|$| and\b| but\b| as\b)|排除(?:了|掉)?([^,。;、]{2,10}?)(?:的可能|[,。;、]|$)|"
    r"(?:跟|和|与|同)([^,。;、]{1,10}?)(?:并?没有?(?:什么|任何|半点|一点)?关系|并?无关)"
    r"|\b(?:nothing to do with|unrelated to|not (?:due to|caused by|because of))"
    r" (?:the |an? |his |her |its |their |any )?((?:[a-z-]+ ){0,2}?[a-z-]+)(?=[,.;]|$| and\b| but\b)"
)


def _replaced(pair: Pair) -> str | None:
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
            said = any(says(affirmed(theirs), word) for word in phrase.split()[-1:])
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


def _taken(mine: Features, theirs: Features) -> str | None:
    """What one claim takes back right after it was told, and the other says."""
    if mine.language != theirs.language or any(taken_back.match(text) for text in clauses(theirs).values()):
        return None
    tokens, said = mine.tokens, without(theirs, turned(theirs))
    for clause in [clause - 1 for clause, text in clauses(mine).items() if taken_back.match(text)]:
        told = [i for i, place in enumerate(tokens.clause) if place == clause and tokens.content[i]]
        own = [tokens.words[i] for i in told if not tokens.name[i]]
        own += [tokens.words[i] + tokens.words[i + 1] for i in told if i + 1 in told and mine.language == "zh"]
        word = next((word for word in reversed(own) if (len(word) > 1 and says(said, word))), None)
        if word is not None:
            return word
    return None


__all__ = ["corrected"]
