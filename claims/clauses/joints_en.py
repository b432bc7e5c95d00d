"""Where an English sentence is cut: at what joins two parts of it that each assert something."""

from collections.abc import Callable

from claims.features.cues import table
from claims.features.finite_en import WORD, finite_at, is_finite, is_strictly_finite, names_only, words_of
from evidence.text import lazy_re as re

REACH = 400
"""Code points to either side of a joint that are looked at."""

_joint = re.compile(
    r";\s+|\s+[—–]\s*|\s?—\s?|\s--\s"
    r"|,?\s+(?=(?:and(?!\s(?:an?\s)?(?:half|quarter|third|three[-\s]quarters)\b)|but|while|whereas|although|though|yet|nor)\s)"
    r"|,\s+(?=(?:which|who|whose|where|so)\s|(?:\w+\s){1,3}of\s(?:whom|which)\s|\w+ing\s)"
    r"|,\s+(?=[a-z]+\s)"
)
_said_tail = re.compile(
    r"^\s*(?:[\w.'’\-]+\s+){1,9}?(?:said|says|told|added|wrote|reported|reports)\b.{0,60}$", re.DOTALL
)


_says_more = re.compile(r"(?:and|but|while|whereas) (?:[\w.'’\-]+\s+){1,6}?(?:said|says|told|added)\s(?:\S+\s){2}")
"""…, and the commission said there would be no recount: another assertion, not the source of the one before."""


def cuts(view: str, start: int, end: int, end_of: Callable[[int], int | None]) -> list[int]:
    """The places of a sentence where the next part begins that asserts something by itself."""
    found: list[int] = []
    begin = start
    for match in _joint.finditer(view, start, end):
        if end_of(match.start()):
            continue
        # Bounded, so that a sentence without an end costs no more than its length.
        left = view[max(begin, match.start() - REACH) : match.start()]
        right = view[match.end() : min(end, match.end() + REACH)]
        if _joins_clauses(match[0], left, right):
            found.append(match.end())
            begin = match.end()
    return found


def _joins_clauses(mark: str, left: str, right: str) -> bool:
    """Whether the joint between two parts of a sentence parts two assertions."""
    words = [m[0].rstrip(".,").lower() for m in WORD.finditer(right)][:14]
    told = finite_at(left) is not None and len(WORD.findall(left)) > 3
    if len(words) < 4 or not (told or _doing.match(left)) or (_said_tail.match(right) and not _says_more.match(right)):
        return _goes_on_doing(left, right)
    head = words[0]
    if _fraction.match(right):
        return False  # two and a half million
    if ";" not in mark and _open_relative.search(left):
        return mark.startswith(",") and _closes_relative(left, words)
    if _between.search(left) or _puts_right(left, right):
        return False
    if ";" in mark or "—" in mark or "–" in mark or "--" in mark:
        verb = finite_at(right, 9)
        return verb is not None and not {"that", "which", "who"} & set(words[: verb + 1])
    if head in {"and", "but", "while", "whereas", "although", "though", "yet", "nor"}:
        return _coordinated(mark, left, right, words)
    return _behind_comma(left, right, words)


def _coordinated(mark: str, left: str, right: str, words: list[str]) -> bool:
    """Whether a conjunction joins two assertions."""
    head = words[0]
    rest = _until_mark.split(right[len(head) :], 1)[0]
    short = len(WORD.findall(rest)) < SHORT and not any(map(str.isdigit, rest))
    if head == "while" and "," not in mark and _meanwhile.match(rest):
        return False
    first = _word.match(left)
    row = first is not None and "," not in left and is_strictly_finite(first[1])
    return (
        _coordinates(mark, head, words[1:], short=short and not row)
        or _goes_on_doing(left, right)
        or (head == "and" and not short and shares_modal(left, rest))
        or (head == "and" and _means_to.match(right) is not None)
        or ("," in mark and _led_up_to.match(right) is not None)
    )


def _behind_comma(left: str, right: str, words: list[str]) -> bool:
    """Whether what follows a bare comma asserts something: a relative clause, a participle, a result, one of a row."""
    head = words[0]
    ends = _cited.split(right, 1)[0]
    last = not re.search(r",\s", ends[:120])
    if head in {"which", "who", "whose", "where"}:
        return last and any(is_finite(w) for w in words[1:6])
    if _some_of.match(right):
        return last and any(is_finite(w) for w in words[3:9])
    if ADDED.match(ends) is not None:
        return last and (len(words) > SHORT or _number.search(ends) is not None)
    if head == "so":
        return words[1] not in _NOT_SO and any(is_finite(w) for w in words[1:9])
    if head.endswith("ing"):
        return _results(left, right, words)
    return _one_of_a_row(right) and not _subordinate.match(left)


ADDED = re.compile(
    r"(?P<figure>(?:up|down) (?:by |from )?(?:about |nearly |almost |more than |some )?[$£€]?\d"
    r"|(?:compared with|against) (?:\S+ ){0,4}?[$£€]?\d"
    r"|(?:just |about |almost |more than |nearly |only |well over )?(?:twice|double|half|(?:three|four|five|ten) times)"
    r" (?:as|the|what|its|his|that)\b)"
    r"|(?P<rank>(?:the|its|his|her|their|a) (?:[\w\-]+ ){0,3}?"
    r"(?:\w+[^r\W]est|\w+-\w+est|first|most|worst|best|record)\b.{0,40}\b(?:since|for|in|of|ever)\b)"
    r"|(?P<some>(?!so |and |but )(?:\w+ ){1,2}of them\b|among them\b)"
)
"""What is added behind a comma without a verb: up 6%, the highest since 1998, six of them in lamb."""
_number = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|half|twice)\b")
_some_of = re.compile(r"(?:\w+\s){1,3}of\s(?:whom|which)\s")
_cited = re.compile(r", (?:according to\s|(?:[\w.'’\-]+\s+){1,6}(?:said|says|told)\b)")
_meanwhile = re.compile(r"(?:\s\S+){1,4}?\s(?:\w+ing|is|are|was|were)\b(?:\s\w+ing\b)?(?<=ing)|\s\w+ing\b")
"""While they were changing a tyre: a time, not another assertion."""
_NOT_SO = frozenset(
    {"that", "far", "much", "many", "long", "few", "little", "on", "as", "to", "called", "close", "often"}
)
_subordinate = re.compile(r"(?:when|if|as|after|although|though|while|because|since|once|until|before|unless|with)\b")
_means_to = re.compile(
    r"and (?:(?:now|also|still|then) )?(?:expect|plan|hope|want|intend|aim|need|mean|continue|have|agree|seek|try)s? to"
)
"""They found it, and expect to publish: a present tense that a noun cannot be taken for."""
_led_up_to = re.compile(
    r"(?:and|but) (?:in|on|at|by|for|before|after|from|with|until|since|during|over) (?:[\w'’\-]+ ){1,7}?"
    r"(?:he|she|it|they|there|i|we|nobody)(?: \w+ly| still)? (?:was|were|is|are|had|has|have|did|would|will|could)\b"
)
"""…, and by that time I had water on the stairs."""
_in_a_row = re.compile(
    r"(?P<verb>[a-z]+) (?:the|an?|its|his|her|their|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*) "
)
_row_ends = re.compile(r"[^,;:]{4,80},? and (?P<verb>[a-z]+) ")


def _one_of_a_row(right: str) -> bool:
    """Whether a predicate is one of three: cut a hole, smashed two cases and fled. The verb has its object."""
    found, ends = _in_a_row.match(right), _row_ends.match(right)
    if found is None or ends is None:
        return False
    return is_strictly_finite(found["verb"]) and is_strictly_finite(ends["verb"])


_modal = re.compile(r"\b(?:will|would|can|could|must|should|shall|may|might)\s(?:not\s|also\s|now\s)?(?:\S+\s?){2,}$")
_plain_verb = re.compile(
    r"\s(?:then\s|also\s)?(?P<verb>[a-z]{3,})\s(?:the|an?|its|his|her|their|it|them|him)\s"
    r"(?!(?:next|following|same|whole|day|week|month|year)\b)"
)


def shares_modal(left: str, rest: str) -> bool:
    """Whether a verb in its plain form goes on with what will or must be done: will close it and move the work.

    `rest` is what follows the `and`.
    """
    found = _plain_verb.match(rest)
    return found is not None and not found["verb"].endswith(("s", "ed", "ing", "ly")) and bool(_modal.search(left))


_doing = re.compile(r"\s*\w{2,}ing\s")


def _goes_on_doing(left: str, right: str) -> bool:
    """Whether one result is joined to another: killing three people, and injuring 41 others."""
    if not right.startswith("and ") or _doing.match(left) is None or _doing.match(right[4:]) is None:
        return False
    first = _word.match(left)
    return first is not None and first[0] not in _NO_RESULT and len(WORD.findall(left)) > 2 and len(right.split()) > 3


_word = re.compile(r"\s*(\w+)")
_NO_RESULT = frozenset(table("clauses", "en")["no_result"])


def _results(left: str, right: str, words: list[str]) -> bool:
    """Whether a participle tells what came of it, or what was done besides, rather than how: ending a dispute."""
    head = words[0]
    if head in _PREPOSITIONS_IN_ING or head in _NO_RESULT or not right[len(head) :].startswith(" "):
        return False
    if words[1] in {"and", "or", "that", "to", "of"} or _subordinate.match(left):
        return False
    return not _goes_on_after.search(right[:160])


_goes_on_after = re.compile(r"^[^,;]*,\s(?:was|were|is|are|has|have|had|will|would|can|could|said|says)\b")
"""What follows belongs to the part before the comma: a man, holding a knife, was seen."""


def _closes_relative(left: str, words: list[str]) -> bool:
    """Whether a comma ends the relative clause of the subject, so that its own verb follows: the club, which …, won."""
    led = _of_the_subject.match(left)
    if led is None or not names_only(led["who"]) or finite_at(led["told"]) is None:
        return False
    verb = words[0]
    return (is_strictly_finite(verb) or verb in words_of("present")) and verb not in SAYING


_of_the_subject = re.compile(
    r"(?P<who>[^,;:]{2,90}),\s(?:an?\s[^,;:]{3,60}\s)?(?:which|who|whose)\s(?P<told>[^,;:]{8,200})$"
)
SAYING = frozenset(
    {
        "said",
        "says",
        "told",
        "added",
        "adds",
        "wrote",
        "warned",
        "warns",
        "believes",
        "thinks",
        "thought",
        "insists",
        "insisted",
    }
)


_open_relative = re.compile(r"(?:,\s(?:which|who|whose|where)\s[^,]{1,200}|\b(?:who|which)\s+(?:\S+\s+){0,12}\S*)$")
"""A relative clause that has not ended: what follows an `and` then goes on with it."""
_PHRASE = (
    r"(?:an?|the|his|her|its|their|our|my|this|that|these|those|by|in|at|on|from|for|with|to|because of|due to|of|as)"
)
"""How a phrase begins that is no clause."""
_until_clause = re.compile(r"[,;:.!?—–]|\b(?:that|which|who|whose|where|when|because|as|after|before|since)\b")
_until_mark = re.compile(r"[,;:.!?—–]|\b(?:and|but|because)\b")
SHORT = 6
"""Words from which on a predicate without a subject stands alone: not “and stayed for three hours”."""
_fraction = re.compile(r"\s*and (?:a|an|one|two|three) (?:half|halves|quarters?|thirds?|bit)\b")
_between = re.compile(r"\b(?:between|both|either)\s(?:\S+\s?){1,6}$")
_PREPOSITIONS_IN_ING = frozenset(
    {
        "including",
        "according",
        "following",
        "during",
        "regarding",
        "concerning",
        "bring",
        "king",
        "spring",
        "morning",
        "evening",
        "something",
        "nothing",
        "everything",
    }
)
_ADVERBS = frozenset(
    {
        "also",
        "then",
        "now",
        "later",
        "has",
        "have",
        "had",
        "no",
        "never",
        "still",
        "already",
        "not",
        "reportedly",
        "recently",
        "subsequently",
        "eventually",
        "finally",
        "again",
        "often",
        "only",
        "just",
        "more",
    }
)


_denied_part = re.compile(rf"\bnot (?:at all )?(?:really |so much )?{_PHRASE} [^,;:.!?]{{1,60}},?$")
_part_instead = re.compile(rf"but (?:rather |instead |simply |only )?{_PHRASE} ")


def _puts_right(left: str, right: str) -> bool:
    """Whether what follows a `but` is what stands in the place of what was denied: not an email but a machine."""
    instead = _part_instead.match(right)
    if instead is None or not _denied_part.search(left):
        return False
    phrase = _until_clause.split(right[instead.end() :], 1)[0]
    return finite_at(phrase) is None


def _coordinates(mark: str, head: str, words: list[str], *, short: bool) -> bool:
    """Whether the words after a conjunction begin a clause: a verb at once, or a subject and a verb.

    `short` is what the same subject did besides in a few words and without a figure: it does not stand alone.
    """
    if not words:
        return False
    lead = next((w for w in words if not (w.endswith("ly") or w in _ADVERBS)), "")
    if is_strictly_finite(lead) or words[0] in {"has", "have", "had"}:
        return not (head == "and" and short)
    if words[0] in words_of("subordinator"):
        return False
    if words[0] == "that":
        return head == "and"
    if (
        head in {"but", "while", "whereas", "although", "though"}
        and "," in mark
        and words[0] not in words_of("open_end")
    ):
        return any(is_finite(w) for w in words[1:14])
    reach = 8 if "," in mark or head != "and" else (4 if words[0] in words_of("subject") else 0)
    return any(is_finite(w) for w in words[1:reach])
