"""Whether one of two claims of a story puts something right that the other says: not the mayor, the governor."""

from typing import TypeVar

from claims.compare.alignment import Pair
from claims.compare.crossing import glosses
from claims.compare.retelling.denials import affirmed, clauses, says, taken_back, turned, without
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features, of_one
from claims.model import DateSpan, Quantity
from evidence.text import lazy_re as re


def corrected(pair: Pair) -> str | None:
    """The reason why one puts somebody or something in the place of what the other names: not the mayor, the governor.

    Both must say what is put right in the same word or one of like meaning, and only one of them puts it right. What
    had nothing to do with it is put right only where the other gives a cause. What people say and one account takes
    back at once (they have parted, no such thing) is put right too.
    """
    return _replaced(pair) or _no_cause(pair) or _taken_to_be_so(pair)


@of_one
def puts_right(side: Features) -> bool:
    """Whether a claim puts something right that somebody else may say."""
    return bool(_put_right(side) or _unrelated.search(side.key) or any(map(taken_back.match, clauses(side).values())))


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
    mine, theirs, denied = (pair.a, pair.b, found[0]) if found[0] else (pair.b, pair.a, found[1])
    for start, end in denied:
        if _says(theirs, mine, start, end) and not _says_instead(theirs, mine, end):
            shown = _masked.sub("…", mine.key[start:end])
            return f"one says that it was not “{shown}”, the other says that it was"
    return None


def _says(theirs: Features, mine: Features, start: int, end: int) -> bool:
    """Whether one claim says what the other puts right between two places: its figure or time, or its last word."""
    phrase = mine.key[start:end]
    if phrase.startswith(DATE):
        denied = _masks(mine, start, end, DATE, mine.dates)
        return any(_within(told, each) for each in denied for told in theirs.dates)
    if phrase.startswith(QUANTITY):
        ruled_out = [(each.low, each.high) for each in _masks(mine, start, end, QUANTITY, mine.quantities)]
        return any((each.low, each.high) in ruled_out for each in theirs.quantities)
    if _masked.search(phrase):
        return False
    if mine.language != theirs.language:
        return not glosses(phrase, mine.language).isdisjoint(glosses(theirs.key, theirs.language))
    if mine.language == "zh":
        last = phrase.strip().rstrip("里中内上")[-2:]
        return re.search(f"{re.escape(last)}(?![长员师家])", affirmed(theirs).text) is not None
    return any(says(affirmed(theirs), word) for word in phrase.split()[-1:])


def _says_instead(theirs: Features, mine: Features, end: int) -> bool:
    """Whether the other claim names what was put in the place of it, and so tells of both."""
    if mine.language != theirs.language:
        return False
    names = {name for name in mine.names if name in mine.key[end:] and name not in mine.key[:end]}
    return any(name in theirs.key for name in names)


_Masked = TypeVar("_Masked", DateSpan, Quantity)


def _masks(side: Features, start: int, end: int, mask: str, values: tuple[_Masked, ...]) -> tuple[_Masked, ...]:
    """The times, or the figures, that stand between two places of a key."""
    first = side.key.count(mask, 0, start)
    return values[first : first + side.key.count(mask, start, end)]


def _within(told: DateSpan, denied: DateSpan) -> bool:
    """Whether a time lies in one that is denied: the 26th of July, not July."""
    if None in {told.first, told.last, denied.first, denied.last}:
        return False
    return (denied.first or "") <= (told.first or "") and (told.last or "") <= (denied.last or "")


_masked = re.compile(f"[{DATE}{QUANTITY}]+")
_article = r"(?:the |an? |his |her |its |their |any |in |on |at |by |from |to |for |because of |due to )*"
_noun = rf"((?:(?!(?:by|over|about|of|for|after|with)\b)[a-z-]+ ){{0,2}}?[a-z-]+|{DATE}|{QUANTITY}(?: [a-z-]+)?)"
_NO_PART = "only|just|merely|simply|least|yet|even|all|to|that|because|including|counting|always"
"""What follows a bare `not` that puts nothing right."""
_put_right_en = re.compile(
    r"(?:\b(?:rather than|instead of|(?:it|this|that) (?:was|is) not|(?:it|this|that)(?:'s not| wasn't| isn't)|not by)"
    rf"|(?:^|,) (?:and )?not(?! (?:{_NO_PART})\b))"
    rf" {_article}{_noun}(?: at all)?(?=[,.;]| who| that| but| which|$)"
    r"|\bnot (?:an?|the|his|her|its|their|by|in|at|on|from|to|for|with|of|because of)"
    rf" {_article}{_noun}(?: at all)?,? but (?!also)"
)
_put_right_zh = re.compile("(?:而不是|而非|并非|不是|并不是|不在)([^,。;、]{2,12}?)(?=[,。;、 ]|而是|里?而?是|$)")


@of_one
def _put_right(side: Features) -> tuple[tuple[int, int], ...]:
    """The places of what a claim says that it was not."""
    found = (_put_right_zh if side.language == "zh" else _put_right_en).finditer(side.key)
    return tuple(match.span(match.lastindex or 0) for match in found)


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


__all__ = ["corrected", "puts_right"]
