"""What an English part of a sentence is about that begins without a subject: the words of the part before it.

The damaged ship, which lies on the harbour bed, | will be towed away     [The damaged ship] will be towed away
The deal doubled its bank debt, | which stood at £140 million             [its bank debt] which stood at …
"""

from claims.clauses.joints_en import ADDED, SAYING, shares_modal
from claims.features.finite_en import WORD, describes, is_finite, is_strictly_finite, words_of
from evidence.text import lazy_re as re

LONGEST = 8
"""Words of a subject at most."""

_lead = re.compile(
    r"(?:(?:and|but|so|then|now|also|meanwhile|however|yesterday|today|earlier|later)\b,?\s"
    r"|(?:in|on|at|by|for|from|with|after|since|over|under|during|within|until|before|despite|of|last|this|next|\w+ly)\b"
    r"[^,;:]{0,60}?,\s|(?:in|on|by) (?:\d{4}|\w+day(?: (?:morning|evening|night|afternoon))?)\s|last \w+\s)+"
)
_no_subject = re.compile(
    r"(?:(?:he|she|it|they|we|i|you|there|here|who|what|which|whose|where|when|if|as|because|although|though|while|since"
    r"|after|before|until|unless|once|in|on|at|by|for|from|with|of|to|not|nobody|nothing|no one|and|or|but|so)\b"
    r"|(?:this|that|these|those|all|some|many|most|both|one|each|others?)\b(?!\s(?:men|women|people|\w{3,}s)\b))"
)
_owner = re.compile(r"(?:his|her|its|their)\s")
_relative = re.compile(r"(?P<which>who|which|whose)\s(?P<next>[\w'’]+)|(?:\w+\s){1,3}of\s(?:whom|which)\s")
_of_all = frozenset(
    {
        "means",
        "meant",
        "led",
        "caused",
        "allowed",
        "made",
        "left",
        "brought",
        "helped",
        "may",
        "might",
        "could",
        "would",
    }
    | {"suggests", "is", "nobody", "makes", "make", "shows", "showed"}
)
"""After `which`: what may be told of the whole sentence before it."""
_noun_phrase = re.compile(
    r"(?:^|\s)((?:the|an?|its|his|her|their|another|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"\s(?:[\w'’\-]+\s){0,3}[\w'’\-]+)$"
)
_prepositions = frozenset(
    {
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "to",
        "into",
        "over",
        "under",
        "about",
        "after",
        "before",
        "and",
    }
    | {"or", "than", "as"}
)
_object = re.compile(r" (?P<verb>\w+) (?:the|an?|its|his|her|their)\s")


def subject_of(view: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the subject of a clause stands: neither a pronoun nor whoever is cited; None when it is not plain."""
    led = _lead.match(view, start, end)
    at = led.end() if led else start
    if _no_subject.match(view, at, end):
        return None
    words = list(WORD.finditer(view, at, end))[: LONGEST * 3]
    verb = next((n for n, word in enumerate(words) if n and _is_verb(words[n - 1][0], word[0].rstrip(".,"), n)), None)
    if verb is None or words[verb][0] in SAYING:
        return None
    stop = words[verb].start()
    comma = view.find(",", at, stop)
    stop = comma if comma >= 0 else stop
    phrase = re.sub(r"\s(?:that|who|which|also|then|now|\w+ly|still|never|already)$", "", view[at:stop].rstrip())
    verb_before = _object.search(phrase)
    if verb_before and verb_before["verb"] not in _prepositions:
        phrase = phrase[: verb_before.start()]  # the drug blocks a protein
    if not phrase or len(phrase.split()) > LONGEST or re.search(r"[“”\"():]", phrase):
        return None
    return at, at + len(phrase)


def _is_verb(before: str, word: str, number: int) -> bool:
    """Whether a word is the verb of a clause: not the plans, the report."""
    if describes(before, word) or (number == 1 and before in {"the", "a", "an", "its", "his", "her", "their"}):
        return False
    if word in words_of("present") and not word.endswith("s"):
        return before.endswith("s") or before in {"police", "people"}
    return is_strictly_finite(word)


def antecedent(view: str, start: int, end: int, before: int) -> tuple[int, int] | None:
    """Where that stands of which a relative clause tells, in the clause from `before` on; None when it is not plain.

    What may be told of the whole clause before it is left alone: …, which means that.
    """
    found = _relative.match(view, start, end)
    if found is None:
        return None
    if found["which"] == "which" and (found["next"] in _of_all or not is_finite(found["next"])):
        return None
    phrase = _noun_phrase.search(view[before:start].rstrip(" ,"))
    if phrase is None or _prepositions & set(phrase[1].split()):
        return None
    return before + phrase.start(1), before + phrase.end(1)


_counted = re.compile(
    r"\b(?:(?:some|about|nearly|another|more than) )?"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds|dozens)(?:-\w+)? "
    r"(?!per\b|percent|million|billion|in\b|at\b|for\b)(?:[\w\-]+ ){0,2}[\w\-]*(?:s|men|people|children)\b"
)
_is = re.compile(
    r"\b(?:was|were|is|are|stood|came|rose|fell|reached|hit|crested|climbed|dropped|grew|widened|totalled|amounted|eased|remains)\b"
)


_cited = re.compile(r"\b(?:said|says)(?: that)? (?=\w+ \w+ \w+ \w)")


def added_to(view: str, start: int, end: int, before: int) -> tuple[int, int] | None:
    """Of what a part without a verb tells, in the clause from `before` on: what is counted, or what has a value."""
    found = ADDED.match(view, start, end)
    if found is None:
        return None
    if said := _cited.search(view, before, start):
        before = said.end()
    above = view[before:start]
    counted = [*_counted.finditer(above)]
    is_valued = not found["some"] and _is.search(above) is not None
    if counted and not is_valued and not found["figure"]:
        return before + counted[-1].start(), before + counted[-1].end()
    return None if found["some"] or not is_valued else subject_of(view, before, start)


def has_value(view: str, start: int, end: int) -> bool:
    """Whether a clause tells what something was or came to, rather than what somebody did."""
    return _is.search(view, start, end) is not None


def is_added(view: str, start: int, end: int) -> bool:
    """Whether a part adds something to the one before it without a verb: up 6%, the highest since 1998."""
    return ADDED.match(view, start, end) is not None


def owned(phrase: str, owner: str | None) -> str | None:
    """A subject in words that stand alone: its investigators are the Board's; None when nobody knows whose."""
    led = _owner.match(phrase.lower())
    if led is None:
        return phrase
    return f"{owner}'s {phrase[led.end() :]}" if owner is not None else None


def is_predicate(view: str, start: int, end: int) -> bool:
    """Whether a clause begins with its verb: and made off, killing three."""
    found = _verb_first.match(view, start, end)
    return found is not None and (found[1].endswith("ing") or is_strictly_finite(found[1]) or found[1] in _plain)


_verb_first = re.compile(r"(?:(?:and|but|then|also|later|now|still|never|no longer)\s)*([\w'’]+)\b")
_plain = frozenset({"expect", "plan", "hope", "want", "intend", "aim", "need", "continue", "have"})


def is_relative(view: str, start: int, end: int) -> bool:
    """Whether a clause tells more of what stands right before it: who, which, one of whom."""
    return _relative.match(view, start, end) is not None


__all__ = [
    "added_to",
    "antecedent",
    "has_value",
    "is_added",
    "is_predicate",
    "is_relative",
    "owned",
    "shares_modal",
    "subject_of",
]
