"""Whether an English time without a year is still ahead: told by the verb or the word that it goes with.

    opens on Friday, has agreed to meet on Friday, is pencilled in for Friday     the coming one
    the plan was leaked on Friday, a scheduled flight crashed on Friday           the last one

The nearest verb before the time decides; where there is none, the first one behind it.
"""

from functools import cache

from claims.features.cues import table as cue_table
from claims.features.numbers_text import table, words
from evidence.text import lazy_re as re

BEFORE, BEHIND = 110, 90
"""Code points before and behind a time that are looked at, within its sentence."""
GOVERNS = 6
"""Words before an infinitive among which stands what makes it a plan: ordered the council to meet."""

_word = re.compile(r"[A-Za-z][A-Za-z'’\-]*|\d[\d.,]*|[,–—(]")
_edge = re.compile(r"[.;:!?\n](?=\s|$|\n)|[.;:!?][”\"]")
_is_on = re.compile(
    r"(?:\b(?:is|are)|'s|’s|[^.;:!?\n]{3} (?:is|are) not) (?:due )?(?:(?:only |expected )?(?:on|in|for|at) )?$"
)
_for_day = re.compile(r"\bfor (?:the )?(?:next )?$")
_owned = re.compile(r"['’]s?\s[a-z]")
_but = re.compile(r"[^.;!?\n]{0,40}\b(?:but|however|until it|when it)\b")


def is_ahead(text: str, start: int, end: int, *, weekday: bool) -> bool:
    """Whether the time at `text[start:end]` lies ahead; `weekday` is whether a day of the week is named."""
    if text[start - 1 : start] in {"'", "’"}:
        return False
    first = max(0, start - BEFORE)
    for edge in _edge.finditer(text, first, start):
        first = edge.end()
    before = text[first:start]
    owner = _owned.match(text, end) is not None
    if not owner and (_is_on.search(before) or (weekday and _for_day.search(before))):
        return True
    told = _told_before([word.strip("-") for word in _word.findall(before)], text[end : end + BEHIND])
    if told is None:
        edge_behind = _edge.search(text, end, end + BEHIND)
        told = _told_behind(text[end : edge_behind.start() if edge_behind else end + BEHIND])
    return told


def _told_before(said: list[str], behind: str) -> bool | None:
    """What the nearest verb or other cue before a time says; None when there is none."""
    for at in range(len(said) - 1, -1, -1):
        told = _told_at(said, at, behind)
        if told is not None:
            return told
    return None


def _told_at(said: list[str], at: int, behind: str) -> bool | None:
    """What one word says; None when it is no cue."""
    low = said[at].lower()
    following = said[at + 1].lower() if at + 1 < len(said) else ""
    if said[-1].lower() in _UNTIL and low in _set("lasts"):
        return True
    if following and low in _set("apart_from"):
        return False
    if low in _set("modals") and said[at] != "May":
        return not (following == "have" and low not in _SURE) and (low, following) != ("could", "not")
    if low == "to" and following and _may_be_verb(following):
        return _planned(said, at, behind)
    told = _cued(said, at, behind)
    if told is None and _is_scheduled(said, at):
        return True
    return told if told is not None else _past(said, at, behind)


def _cued(said: list[str], at: int, behind: str) -> bool | None:
    """What a word of plans says: due, scheduled, wants, plans to."""
    low, previous = said[at].lower(), said[at - 1].lower() if at else ""
    following = said[at + 1].lower() if at + 1 < len(said) else ""
    if low in _WISHES:
        noun = previous in _set("determiners") or following not in {"to", "for"}
        return True if not noun or low[:4] in {"want", "expe"} else None
    if low not in _set("cues") or (low == "planned" and previous in _WERE):
        return None
    if low == "coming" and following not in {"", "season", "weeks", "months"}:
        return None
    if previous in _WERE and (_but.match(behind) or previous == "had"):
        return False
    return None if low in {"set", "due"} and following not in {"", "to", "for", "on", "in", "at", "by"} else True


_WISHES = frozenset({"plan", "plans", "hopes", "hope", "intends", "aims", "wants", "want", "expects", "expect"})
_UNTIL = frozenset({"until", "till"})
_SURE = frozenset({"will", "shall", "must"})
_WERE = frozenset({"was", "were", "had", "been"})
_PRONOUNS = frozenset({"they", "we", "you", "i", "who", "which", "that"})


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words("dates_en", "ahead", name))


@cache
def _irregular() -> frozenset[str]:
    groups = cue_table("clauses", "en")
    return frozenset({*groups["irregular"], *words("dates_en", "ahead", "participles")} - _AS_NOW)


_AS_NOW = frozenset({"read", "put", "set", "cut", "cost", "lay"})
"""Past tenses that look like something else as often as not."""


@cache
def _stems(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_listed(name)})(?:e?s|e?d|ing|ting|ning)?")


def _listed(name: str) -> str:
    return table("dates_en")["ahead"][name].replace("\n", "")


def _may_be_verb(word: str) -> bool:
    return word[0].isalpha() and word not in _set("determiners") and not word.endswith(("ed", "ing", "ings", "ions"))


def _planned(said: list[str], at: int, behind: str) -> bool | None:
    """Whether the infinitive at `said[at]` is what is meant to be done; None when it only tells what for."""
    previous = said[at - 1].lower() if at else ""
    if previous in {"is", "are"}:
        return True
    if previous in {"was", "were", "had", "has", "have", "used", "able", "failed", "managed", "began", "continued"}:
        return None
    for back in range(at - 1, max(-1, at - 1 - GOVERNS), -1):
        low = said[back].lower()
        if _stems("governs").fullmatch(low) or low in _set("cues"):
            had = {word.lower() for word in said[max(0, back - 4) : back]} & _WERE
            meant = low in {"meant", "supposed"}
            return not (had and (meant or "had" in had or _but.match(behind)))
        if low in _irregular() or low in {"who", "which", "that"}:
            return None
    return True if said[at + 1].lower() == "be" and previous not in _irregular() else None


def _is_scheduled(said: list[str], at: int) -> bool:
    """Whether a verb in the present tells what is on the calendar: opens, take place, is meeting."""
    low, previous = said[at].lower(), said[at - 1].lower() if at else ""
    following = said[at + 1].lower() if at + 1 < len(said) else ""
    if low.startswith("tak") and following not in {"place", "effect", "over", "office", "part", "charge"}:
        return False
    if low.endswith("ing") and len(low) > 5:
        found = _on_calendar().fullmatch(low)
        return found is not None and previous in {"is", "are", "not", "also", "now"} | _SHORT_BE
    if not _on_calendar().fullmatch(low) or following == "of":
        return False
    if low.endswith("s"):
        return previous not in _set("determiners") and not previous[:1].isdigit() and at > 0
    plural = previous.endswith("s") and not previous.endswith(("ss", "'s", "us"))
    denied = previous == "not" and at > 1 and said[at - 2].lower() in {"do", "does"}
    return at > 0 and (plural or denied or previous in _PRONOUNS or previous in {"people", "and", "children"})


_SHORT_BE = frozenset({"he's", "she's", "it's", "they're", "we're", "i'm", "who's", "that's", "you're"})


@cache
def _on_calendar() -> re.Pattern[str]:
    return re.compile(rf"(?:{_listed('calendar')})(?:e?s|ing|ting|ning)?")


def _past(said: list[str], at: int, behind: str) -> bool | None:
    """What a past tense or a participle says: ahead, if what stands before it or behind it puts it there."""
    low, last = said[at].lower(), said[-1].lower()
    if low in {"was", "were", "had", "did", "didn't", "wasn't", "weren't", "hadn't"}:
        return False
    if low not in _irregular() and not (len(low) > 4 and low.endswith("ed") and low not in _APART):
        return None
    moved = _stems("shifts").fullmatch(low) and last in _UNTIL | {"to", "for"}
    if moved or (last in _UNTIL and low in {"gave", "given"}):
        return True
    return _as_participle(said, at, behind)


def _as_participle(said: list[str], at: int, behind: str) -> bool | None:
    """What the verbs before a participle make of it: will be signed, to be finished, is played; else it is past."""
    back = at - 1
    while back >= 0 and (said[back].lower() in _PASSIVE or said[back].lower().endswith("ly")):
        back -= 1
    group = {word.lower() for word in said[max(0, back) : at]}
    lead = said[back].lower() if back >= 0 else ""
    if lead in _set("modals") and said[back] != "May":
        return "have" not in group or lead in _SURE
    if lead == "to" and back + 1 < at:
        return bool(_planned(said, back, behind))
    if group & {"is", "are"}:
        return True if all(word.lower() in _set("links") for word in said[at + 1 :]) else None
    return False


_PASSIVE = frozenset({"is", "are", "be", "been", "being", "am", "not", "also", "then", "have"})
_APART = frozenset(cue_table("clauses", "en")["apart"])


def _told_behind(behind: str) -> bool:
    """What the first verb behind a time says that stands at the head of its sentence."""
    said = _word.findall(behind)
    for at, word in enumerate(said):
        low = word.lower()
        if low in _SURE | {"should"}:
            return True
        if low in {"is", "are"} and at + 1 < len(said):
            return said[at + 1].lower() in {"to", "due", "expected", "set", "scheduled"}
        if low in {"has", "have"}:
            return any(_stems("off").fullmatch(each.lower()) for each in said[at + 1 : at + 4])
        if low in _irregular() or low in _WERE or (len(low) > 4 and low.endswith("ed") and low not in _APART):
            return False
        if _is_scheduled(said, at):
            return True
    return False


__all__ = ["is_ahead"]
