"""Shares: half of the crew, nearly all employees, one in three applicants, against a part and its whole."""

from claims.compare import words
from claims.compare.figures.divided import ELSEWHERE, where
from claims.compare.figures.reckoned import (
    LESS,
    MORE,
    NEAR,
    Amount,
    Answer,
    Demand,
    affinity,
    amounts,
    count_of,
    demand_of,
    is_part,
    kin,
    plain,
    topics,
)
from claims.compare.intervals import MONEY, comparable
from claims.compare.needed import Cue
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

NEARLY_ALL, HARDLY_ANY, HANDFUL = 0.8, 0.15, 0.25
"""The least share that may be nearly all, the greatest that may be hardly any or a handful."""
_FRACTIONS = {
    "half": 1 / 2, "a half": 1 / 2, "one half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3,
    "two-thirds": 2 / 3, "one-third": 1 / 3, "a quarter": 1 / 4, "one quarter": 1 / 4, "three quarters": 3 / 4,
    "three-quarters": 3 / 4, "a fifth": 1 / 5, "one fifth": 1 / 5, "two fifths": 2 / 5, "three fifths": 3 / 5,
    "four fifths": 4 / 5, "a sixth": 1 / 6, "an eighth": 1 / 8, "a tenth": 1 / 10, "one tenth": 1 / 10,
    "a majority": 0.5, "the majority": 0.5, "most": 0.5, "a minority": 0.5,
    **{f"{nearly} all": NEARLY_ALL for nearly in ("nearly", "almost", "virtually", "practically", "just about")},
    "hardly any": HARDLY_ANY, "scarcely any": HARDLY_ANY, "next to none": HARDLY_ANY, "a handful": HANDFUL,
    **{f"the {part}": 0.5 for part in (
        "larger part", "greater part", "better part", "bigger part", "bulk", "lion's share", "smaller part",
    )},
}  # fmt: skip
_FEW = frozenset(["hardly any", "scarcely any", "next to none", "a handful"])
_EVERY = {"second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_TIMES = r"(?:second|minute|hour|day|night|week|weekend|month|year|summer|winter|season|time|decade|game|match)s?\b"
_LONGEST = sorted(_FRACTIONS, key=len, reverse=True)
_OF_MANY = r"(?<!\bat )(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!['’]s )"
"""Not the most, its most popular video."""
_fraction = Cue(
    rf"\b(?:(?P<less>{LESS})|(?P<more>{MORE})|(?P<near>{NEAR}))?(?:\s+|\b)(?P<what>"
    + "|".join(_OF_MANY + part if part == "most" else re.escape(part) for part in _LONGEST)
    + rf"|every (?:{'|'.join(_EVERY)})(?= (?!{_TIMES})[a-z])"
    + r"|(?:one|two|three|four|(?<![\d,.])\d+) (?:in|out of) (?:every )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|(?!(?:1[5-9]|20)\d\d\b)\d+(?:,\d{3})*))\b(?!-)"
)


_PARTS = "|".join(re.escape(part) for part in _LONGEST if part.split()[-1] not in {"all", "majority", "any", "most"})
_between = re.compile(rf"\b(?:between|from) (?P<low>{_PARTS}) (?:and|to) (?P<high>{_PARTS})\b")
_percent = re.compile(
    rf"\b(?:(?P<less>{LESS})|(?P<more>{MORE})|(?P<near>{NEAR}))?\s*(\d+(?:\.\d+)?) ?(?:%|percent|per cent)"
)


def share_asked(text: str) -> tuple[Demand, str] | None:
    """The share that a claim speaks of, 0–1."""
    found = next(
        (
            one
            for one in _fraction.finditer(text)
            if not (_no_share.match(text, one.end()) or _one_of_two.search(text[: one.end()]))
        ),
        None,
    )
    if found is None:
        percent = _percent.search(text) if "%" in text or "per" in text else None
        if percent is None:
            return None
        return demand_of(percent, float(percent[4]) / 100, percent[0]), percent[0]
    if (between := _between.search(text)) is not None:
        low, high = (_FRACTIONS[between[end]] for end in ("low", "high"))
        return Demand(0.98 * low, 1.02 * high), between[0]
    what = found["what"]
    share = _FRACTIONS.get(what)
    if share is None and what.startswith("every "):
        share = 1 / _EVERY[what.removeprefix("every ")]
    if share is None:
        part, whole = (count_of(word) for word in re.split(r" (?:in|out of) (?:every )?", what))
        share = part / whole
    if what in {"a majority", "the majority", "most"} or (what[:4] == "the " and what != "the smaller part"):
        return Demand(0.5, 1.0, open=False), found[0]
    if what in {"a minority", "the smaller part"}:
        return Demand(0.0, 0.5, open=True), found[0]
    if what.endswith(" all"):
        return Demand(share, 1.0), found[0]
    return Demand(0.0, share) if what in _FEW else demand_of(found, share, found[0]), found[0]


_one_of_two = re.compile(
    r"\b(?:top|bottom|upper|lower|first|second|latter|former|other|better|(?:north|south|east|west)ern) half$"
)
"""A half that is a place, not a share."""
_no_share = re.compile(
    r" (?:of )?(?:an? )?(?:million|billion|dozen|century|hour|year|decade|minute|mile|hundred|thousand|final|tonne|ton"
    r"|kilo)"
)


_whole = frozenset({"of", "among", "from", "out", "amongst"})
_of_them = re.compile(r"of (?:them|whom|which|those|these|it)$")


_EXTENTS = frozenset({"length", "area", "mass", "volume", "time"})
"""Dimensions of which a part must be called one: 54 km, of which 23 km lie under the sea."""


def share(claim: Features, sentence: Features) -> Answer | None:
    """A part of a whole against the two counts: half of the crew, 37 of the 64."""
    text = claim.text.lower()
    if (asked := share_asked(text)) is None:
        return None
    demand, said = asked
    figures = [one for one in amounts(sentence) if not one.interval.bound]
    counts = [
        one
        for one in figures
        if one.interval.dimension.split(":")[0] in {"count", "money"}
        or len(one.interval.dimension) == 3
        or (one.interval.dimension in _EXTENTS and (is_part(sentence.tokens, one.place) or _of_the(sentence, one)))
    ]
    wholes = [one for one in figures if one.interval.dimension not in {"share", "time", "temperature"}]
    about = topics(claim)
    sources = about | _sources(claim, said)
    abroad = not ELSEWHERE.isdisjoint(claim.tokens.words)
    shares = [one for one in figures if one.interval.dimension == "share"]
    named = [one for one in whole_named(text, said, sentence) if one in wholes]
    wholes = named or wholes
    best: tuple[float, Amount, Amount] | None = None
    for part in counts:
        if named and part not in named and _of_a_sort(sentence.tokens, part, about):
            continue  # more than a quarter of the inhabitants, 4,020 households
        mine = affinity(sentence.tokens, part.place, sources, part.quantity.text)
        mine += abroad and where(sentence.tokens, part) == "elsewhere"
        for whole in wholes:
            if whole is part or plain(whole) <= plain(part) or not _of_one_sort(sentence.tokens, whole, part):
                continue
            score = mine + _wholeness(sentence.tokens, whole, part, about, figures)
            if best is None or score > best[0]:
                best = score, part, whole
    if best is None or (" of " in said and any(" out of " in one.quantity.text for one in shares)):
        return None  # rated 4.21 out of 5 by 3,100: nothing need be reckoned
    least = best[0] + (0.7 if named else -0.3)
    if shares and max(affinity(sentence.tokens, one.place, about, one.quantity.text) for one in shares) >= least:
        return None
    _, part, whole = best
    put_in_percent = any(_percent.search(one.quantity.text.lower()) for one in shares)
    if put_in_percent and not named and not _in_so_many(sentence.tokens, part, whole):
        return None  # turnout was 61 percent, and she won by 1,204 votes
    ratio = plain(part) / plain(whole)
    if abroad and where(sentence.tokens, part) == "here":
        ratio = 1 - ratio
    if _of_the_contrary(claim, sentence, part) or _denied(claim, said) != _denied(sentence, part.quantity.text):
        ratio = 1 - ratio  # mostly negative, against 31 of 86 that were positive
    holds = demand.met(ratio)
    reason = f"{part.quantity.text} of {whole.quantity.text} {'is' if holds else 'is not'} “{said.strip()}”"
    return Answer(holds, Facet.QUANTITY, reason)


_source = re.compile(r"\b(?:from|in|to) (?:the )?(?P<names>[A-Z][\w-]*(?: (?:and )?[A-Z][\w-]*)*)")


def _sources(claim: Features, said: str) -> set[str]:
    """Where a claim says that a share came from: over a third of its earnings came from China."""
    found = _source.search(claim.text, claim.text.lower().find(said.strip()) + len(said.strip()))
    return {words.stem(word) for word in found["names"].lower().split()} if found else set()


def _of_the_contrary(claim: Features, sentence: Features, part: Amount) -> bool:
    """Whether a part is told of what is the contrary of the claim's words, which the sentence lacks."""
    tokens = sentence.tokens
    near = range(part.place + 1, min(len(tokens.stems), part.place + 1 + CONTRARY))
    told = {tokens.stems[i] for i in near if tokens.clause[i] == tokens.clause[part.place]}
    lacking = topics(claim) - tokens.seen
    return any(words.opposed(one, other) for one in lacking for other in told)


_not = re.compile(r"\b(?:not|never|n't|fail(?:ed|s)? to)\b|n't\b")


def _denied(side: Features, said: str) -> bool:
    """Whether the verb behind a figure is denied: most of them did not survive."""
    text = side.text.lower()
    behind = re.split(r"[,;:.]|\band\b|\bbut\b|\bwhile\b", text[text.find(said.strip().lower()) + len(said.strip()) :])[
        0
    ]
    return _not.search(behind) is not None


CONTRARY = 4
"""Tokens behind a part in which it may be told what it is."""


def _of_the(sentence: Features, one: Amount) -> bool:
    """Whether a figure is put as so many of another: 390 of the 640 hectares."""
    tokens, after = sentence.tokens, one.place + 1
    return tokens.words[after : after + 2] == ["of", "the"] and tokens.stems[after + 2 : after + 3] == [QUANTITY]


_of_what = re.compile(r"\s*(?:of )?(?:all |the |its |his |her |their |those |these )*(?P<what>[a-z][a-z-]+)")


def whole_named(text: str, said: str, sentence: Features) -> list[Amount]:
    """The counts of the whole that a claim names behind a share: half of the crew, one in three applicants."""
    found = _of_what.match(text, text.find(said) + len(said))
    what = {words.stem(found["what"])} - words.stop_stems() if found else set()
    return [one for one in amounts(sentence) if _is_of(sentence.tokens, one, what)]


def _of_a_sort(tokens: Tokens, one: Amount, about: set[str]) -> bool:
    """Whether a figure counts things of a sort of its own, of which the claim says nothing."""
    unit, after = one.quantity.unit, one.place + 1
    put_of = tokens.words[after : after + 1] == ["of"] and tokens.clause[after] == tokens.clause[one.place]
    if unit in {None, "people"} or put_of or not one.interval.dimension.startswith("count"):
        return False
    return not _is_of(tokens, one, about)


def _is_of(tokens: Tokens, one: Amount, what: set[str]) -> bool:
    """Whether a figure counts, by its own words or the one behind it, what some stems name."""
    own = {words.stem(word) for word in re.findall(r"[a-z]{3,}", one.quantity.text.lower())}
    own |= set(tokens.stems[one.place + 1 : one.place + 2])
    return any(kin(stem, what) for stem in own - words.stop_stems()) if what else False


def _in_so_many(tokens: Tokens, part: Amount, whole: Amount) -> bool:
    """Whether a figure is put as a part of another: 41,200 of the 63,000; of the 63,000, 41,200."""
    if whole.place < part.place:
        before = tokens.words[max(0, whole.place - 3) : whole.place]
        of = next((i for i in reversed(range(len(before))) if before[i] in _whole), None)
        # of the 63,000; not of Bellmere, which had 8,914
        return of is not None and not any(tokens.content[whole.place - len(before) + of + 1 : whole.place])
    between = tokens.words[part.place + 1 : whole.place]
    return bool(between) and between[0] in {"of", "in", "out", "from"} and len(between) <= WITHIN


WITHIN = 3
"""Most words between a part and its whole."""


def _of_one_sort(tokens: Tokens, whole: Amount, part: Amount) -> bool:
    """Whether one can be a part of the other: of 412 square kilometres, 90 are farmed.

    A bare figure is a part of money only where it is said to be one or has its scale: sales of 212 million marks and
    a workforce of 1,730 are of two sorts.
    """
    if comparable(whole.interval, part.interval):
        return True
    if part.quantity.unit is not None:
        return False
    money = whole.interval.dimension in {"money", *MONEY} or len(whole.interval.dimension) == 3
    return not money or is_part(tokens, part.place) or bool(_scale.search(part.quantity.text.lower()))


_scale = re.compile(r"\b(?:thousand|[mbtr]+illion|bn|m)\b")


def _wholeness(tokens: Tokens, whole: Amount, part: Amount, about: set[str], figures: list[Amount]) -> float:
    """How surely one figure is the whole of another."""
    before = tokens.words[max(0, whole.place - 3) : whole.place]
    after = tokens.words[part.place + 1 : part.place + 4]
    behind = tokens.words[max(0, part.place - 3) : part.place]
    previous = max((one.place for one in figures if one.place < part.place), default=-1)
    put_whole = not _whole.isdisjoint(before)
    put_part = _of_them.search(" ".join(after[:2])) or _of_them.search(" ".join(behind))
    score = 0.6 * put_whole
    if put_part:
        score += 0.6 if whole.place == previous else 0.2
    if not put_whole and not (put_part and whole.place == previous):
        score -= 0.8 * (where(tokens, whole) in {"here", "elsewhere", "first"})
    between = tokens.words[part.place + 1 : whole.place] if whole.place > part.place else []
    if between and between[0] in {"of", "in"} and len(between) <= 3:
        score += 1.2  # 41,200 of the 63,000 people
    score += 0.4 * (whole.place < part.place)
    if len(after) > 2 and after[:2] == ["of", "the"] and after[2].isalpha():  # 58 of the passengers
        score += 0.8 if kin(words.stem(after[2]), about) else -0.6
    score += 0.5 * min(1.0, affinity(tokens, whole.place, about, whole.quantity.text))
    return score - 0.03 * abs(whole.place - part.place)


__all__ = ["NEARLY_ALL", "share", "share_asked", "whole_named"]
