"""What a sentence gives in parts: both sides of a score, the parts of a sum, the largest of a list, a third wife."""

from functools import cache
from math import inf

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.figures.ages import ORDINALS, SMALL, number
from claims.compare.figures.reckoned import LESS, MORE, Amount, Answer, Demand, amounts, asks, kin, wanted
from claims.compare.figures.seats import of_turnout
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.features.numbers_en import SCALES, TENS
from claims.model import Facet
from evidence.text import lazy_re as re

_TENS = "|".join(TENS)
SMALL_NUMBER = rf"(?:\d[\d,]*|(?:{_TENS})(?:-\w+)?|{'|'.join(SMALL)}|an?|dozen)"
_UNITS = "goals?|points?|runs?|votes?|seats?|lengths?|sets?|games?|frames?|wickets?|shots?|strokes?|seconds?|tries"


def value_of(written: str) -> float:
    """A whole number in figures or words; `a` is one; -1 if it is none."""
    plain = written.replace(",", "").lower()
    if plain in {"a", "an", "single"}:
        return 1.0
    return 12.0 if plain == "dozen" else float(plain) if plain.isdigit() else float(number(plain))


# --- margins -------------------------------------------------------------------------------------------------------

_by = Cue(
    rf"\b(?:by |(?:by )?an? (?:\w+ )?(?:margin|majority|lead) of )"
    rf"(?:(?:(?P<less>{LESS})|(?P<more>{MORE})|just|only|exactly) )?"
    rf"(?P<n>a single|{SMALL_NUMBER}) (?:clear )?(?P<of>{_UNITS})\b(?! to\b| against\b)"
    r"(?: or (?:(?P<upward>more)|(?P<downward>fewer|less))\b)?"
    rf"|\bby (?:(?P<under>{LESS})|(?P<over>{MORE})|just|only)? ?(?P<pp>{SMALL_NUMBER}) percentage points?\b"
    rf"|\b(?:(?P<closer>{LESS})|(?P<wider>{MORE}))? ?(?P<apart>{SMALL_NUMBER}) (?:{_UNITS}) (?:difference|apart)\b"
    rf"|\b(?P<victory>{SMALL_NUMBER})-(?:goal|point|run|vote|seat|set|game|shot|stroke) "
    r"(?:win|victory|defeat|loss|margin|lead|majority|deficit)\b"
)
_result = re.compile(
    r"(?<![\d–:./-])(?P<one>\d{1,3}(?:,\d{3})*)(?:[–-]| (?:\w+ )?to | (?:\w+ )?against )"
    r"(?P<other>\d{1,3}(?:,\d{3})*)(?![\d:/–-])(?!\.\d)(?! (?:years|per|%|age|year|km|miles))"
    r"(?!,? (?:of )?(?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec))"
)
_stated = re.compile(
    rf"\b(?:majority|margin|plurality|lead) of (?:(?:just|only|some|about) )?(?P<n>{SMALL_NUMBER})\b"
    rf"|\bby (?P<by>{SMALL_NUMBER}) (?P<of>{_UNITS})\b(?! to\b)"
)


_unanimous = Cue(r"\bunanimous(?:ly)?\b|\bwithout (?:opposition|dissent|a (?:single )?dissenting vote)\b")
_even = Cue(
    r"\b(?:tie|tied|drawn?(?! up)|ended level|evenly split|split evenly|deadlocked|stalemate"
    r"|drew(?= (?:with|against|at|in|on|their|both|all|\d|the (?:\w+ )?(?:match|game|series))|[.,;]))\b"
)


_votes = Cue(r"\bvotes?\b|\bvoted\b")


@asks(_by, _even, _unanimous, _votes)
def margin(claim: Features, sentence: Features) -> Answer | None:
    """By a single goal, by fewer than ten votes: against 3–2, or 204 votes to 197."""
    asked = _by.search(claim.text.lower())
    if asked is None:
        return _level(claim, sentence)
    if asked["pp"]:
        return _percentages(asked, sentence)
    written = (asked["n"] or asked["victory"] or asked["apart"]).removeprefix("a single")
    wanted = value_of(written) if written else 1.0
    if wanted < 0:
        return None
    less, more = asked["less"] or asked["closer"], asked["more"] or asked["wider"]
    text = sentence.text.lower()
    results = list(_result.finditer(text))
    if len(results) > 1 and (named := _named_result(claim, text, results)) is not None:
        results = [named]
    found = [abs(value_of(one["one"]) - value_of(one["other"])) for one in results]
    stated = [value_of(one["n"] or one["by"]) for one in _stated.finditer(text) if _of_one_unit(asked, one)]
    if not stated and any(_stated.finditer(text)) and not results:
        return None  # by six points, by 1,900 votes
    values = {value for value in (stated or found) if value > 0}
    if len(values) != 1:
        return None
    demand = Demand(-inf, wanted, open=True) if less else Demand(wanted, wanted)
    if more:
        demand = Demand(wanted, inf, open="least" not in more)
    elif asked["upward"] or asked["downward"]:
        demand = Demand(wanted, inf) if asked["upward"] else Demand(-inf, wanted)
    value = values.pop()
    return Answer(demand.met(value), Facet.QUANTITY, f"the margin was {value:g}")


def margin_of_both(one: Features, other: Features) -> Answer | None:
    """The margin that one statement gives set against the result that the other gives: by 13 points, 84-71."""
    for claim, sentence in ((one, other), (other, one)):
        text = claim.text.lower()
        if _by.search(text) and not (_result.search(text) or _to_some.search(text)) and _result.search(sentence.text):
            return margin(claim, sentence)
    return None


def _of_one_unit(asked: "re.Match[str]", given: "re.Match[str]") -> bool:
    """Whether two margins are told in one unit, or one of them in none."""
    units = {one["of"].removesuffix("s") for one in (asked, given) if one["of"]}
    return len(units) < BOTH or "single" in asked[0]


BOTH = 2


def _percentages(asked: "re.Match[str]", sentence: Features) -> Answer | None:
    """By fewer than five percentage points, against 49.1 percent, ahead of one on 45.9."""
    shares = [one for one in amounts(sentence) if one.interval.dimension == "share" and not one.interval.bound]
    shares = [one for one in shares if not of_turnout(sentence, one)]
    if len(shares) != 2:
        return None
    gap = abs(round(shares[0].value - shares[1].value, 6))
    wanted = value_of(asked["pp"])
    demand = Demand(-inf, wanted, open=True) if asked["under"] else Demand(wanted - 0.5, wanted + 0.5)
    if asked["over"]:
        demand = Demand(wanted, inf, open="least" not in asked["over"])
    return Answer(demand.met(gap), Facet.QUANTITY, f"the margin was {gap:g} percentage points")


def _named_result(claim: Features, text: str, results: list["re.Match[str]"]) -> "re.Match[str] | None":
    """The one result in whose part of a sentence alone a name of the claim stands: the Senate by 51 to 48."""
    names = [word for word, name in zip(claim.tokens.words, claim.tokens.name, strict=True) if name]
    last, named = 0, []
    for one in results:
        if any(re.search(rf"\b{re.escape(name)}\b", text[last : one.start()]) for name in names):
            named.append(one)
        last = one.end()
    return named[0] if len(named) == 1 else None


_to_none = re.compile(rf"\b{SMALL_NUMBER} (?:votes )?(?:to|against) (?:none|nil|zero|0)\b")
_to_some = re.compile(rf"\b{SMALL_NUMBER} (?:votes )?(?:to|against) (?P<n>{SMALL_NUMBER})\b|\d[–-](?P<m>\d+)\b")


def _all_agreed(sentence: Features) -> Answer | None:
    """Unanimously, against nine votes to none or seven to two."""
    text = sentence.text.lower()
    if found := _to_none.search(text):
        return Answer(True, Facet.QUANTITY, f"“{found[0]}”")
    against = _to_some.search(text)
    if against is None or value_of(against["n"] or against["m"]) < 0:
        return None
    return Answer(value_of(against["n"] or against["m"]) == 0, Facet.QUANTITY, f"“{against[0]}”")


_tally = re.compile(
    rf"\b(?P<one>{SMALL_NUMBER})(?: votes?)? (?:to|against) (?P<other>{SMALL_NUMBER})\b(?! (?:years|per|of)\b)"
)


def _tallies(text: str) -> list[tuple[float, float]]:
    """The votes or goals of both sides, larger first, for each result in figures or words: eleven to four."""
    found = [
        (value_of(one["one"]), value_of(one["other"])) for each in (_result, _tally) for one in each.finditer(text)
    ]
    return [(max(both), min(both)) for both in dict.fromkeys(found) if min(both) >= 0]


def _of_result(claim: Features, sentence: Features) -> Answer | None:
    """By eleven votes to four, against 11–4."""
    mine, theirs = _tallies(claim.text.lower()), _tallies(sentence.text.lower())
    if len(mine) != 1 or len(set(theirs)) != 1:
        return None
    said = f"{theirs[0][0]:g}–{theirs[0][1]:g}"
    if sum(mine[0]) != sum(theirs[0]) and set(mine[0]).isdisjoint(theirs[0]):
        return None  # the committee and the house
    return Answer(mine[0] == theirs[0], Facet.QUANTITY, f"the result is {said}")


def _level(claim: Features, sentence: Features) -> Answer | None:
    """A tie, against the one result of the sentence."""
    if _votes.search(claim.text.lower()) and _tallies(claim.text.lower()):
        return _of_result(claim, sentence)
    if _unanimous.search(claim.text.lower()):
        return _all_agreed(sentence)
    results = list(_result.finditer(sentence.text)) if _even.search(claim.text.lower()) else []
    if len(results) != 1 or _result.search(claim.text):
        return None
    return Answer(results[0]["one"] == results[0]["other"], Facet.QUANTITY, f"the result is {results[0][0]}")


# --- sums ----------------------------------------------------------------------------------------------------------

_item = rf"(?<![\w,.-]){SMALL_NUMBER}(?= )"
_words_between = r"(?: (?!and\b|or\b|of\b|to\b|from\b|for\b|in\b|at\b|on\b|by\b|with\b)[a-z][\w'-]*){0,3}"
_series = re.compile(rf"(?:{_item}{_words_between}, )*{_item}{_words_between},? and {_item}{_words_between}")
_one_item = re.compile(rf"({_item})({_words_between})")
_OFFSPRING = {words.stem("child"): frozenset(map(words.stem, ("sons", "daughters", "boys", "girls")))}
_MEDALS = {words.stem("medal"): frozenset(map(words.stem, ("gold", "golds", "silver", "silvers", "bronze", "bronzes")))}
_PEOPLE = {
    words.stem("people"): frozenset(
        map(words.stem, ("adults", "children", "men", "women", "boys", "girls", "passengers", "sailors", "soldiers",
                         "civilians", "officers", "crew", "pedestrians", "pupils", "teachers", "babies", "teenagers"))
    )
}  # fmt: skip
_SORTS = {**_OFFSPRING, **_MEDALS, **_PEOPLE}
"""Words for all, and for their sorts."""


_halves = Cue(
    rf"(?P<one>{SMALL_NUMBER}) (?:(?:\w+ )?(?P<a>(?:wo)?men|boys|girls|(?:fe)?males|adults|children))"
    rf" and (?P<other>{SMALL_NUMBER}) (?P<b>(?:wo)?men|boys|girls|(?:fe)?males|adults|children)\b"
)
"""The halves of any group of people: 640 girls and 565 boys."""


def summed(claim: Features, sentence: Features) -> Answer | None:
    """Nine underground and five surface stations make fourteen; three sons and a daughter are four children."""
    asked = [one for one in amounts(claim) if one.interval.dimension.startswith("count")]
    if len(asked) != 1:
        return None
    nouns = counted_nouns(asked[0], claim)
    if not nouns or any(_counts(one, nouns, sentence) and _whole(one, sentence) for one in amounts(sentence)):
        return None
    text = sentence.text.lower()
    if (
        (halves := _halves.search(text))
        and halves["a"] != halves["b"]
        and nouns.isdisjoint(map(words.stem, halves.group("a", "b")))
    ):
        both = value_of(halves["one"]) + value_of(halves["other"])
        low, high = (0.9, 1.1) if asked[0].interval.about and not asked[0].interval.bound else (1.0, 1.0)
        holds = low * asked[0].interval.low <= both <= high * asked[0].interval.high
        return Answer(holds, Facet.QUANTITY, f"“{halves[0]}” makes {both:g}")
    for series in (*_series.finditer(text), *_here_and_there.finditer(text)):
        if len(_in_years.findall(text, series.start(), series.end() + IN_YEAR)) > 1:
            continue  # 588 in 2008 and 571 in 2018 are two counts of one thing
        total = _sum(series[0], nouns) if series.re.pattern == _series.pattern else _two_places(series, nouns)
        if total is None:
            continue
        demand = wanted(asked[0])
        if not asked[0].interval.bound and asked[0].interval.about:
            demand = Demand(0.9 * demand.low, 1.1 * demand.high)
        holds = demand.met(total)
        return Answer(holds, Facet.QUANTITY, f"“{series[0]}” makes {total:g}")
    return None


_in_years = re.compile(r"\b(?:in|by) (?:1[5-9]|20)\d\d\b")
IN_YEAR = 9
"""Characters behind a series in which the year of its last number may stand."""
_where = r"(?:from|in|on|at|for) (?:the )?[\w-]+(?: [\w-]+)?"
_here_and_there = re.compile(
    rf"(?P<one>{_item}) (?P<what>[a-z][\w-]*) {_where},? and (?P<other>{_item}) (?:more |others? )?{_where}"
)


def _two_places(found: "re.Match[str]", nouns: set[str]) -> float | None:
    """Sixteen clubs from the mainland and two from the islands."""
    values = value_of(found["one"]), value_of(found["other"])
    return sum(values) if kin(words.stem(found["what"]), nouns) and min(values) > 0 else None


def _sum(series: str, nouns: set[str]) -> float | None:
    """The sum of a series of one sort: the last part names it, or each names a sort of it."""
    items = [(value_of(one[1]), [words.stem(word) for word in one[2].split()]) for one in _one_item.finditer(series)]
    if len(items) < 2 or any(value < 0 for value, _ in items):
        return None
    sorts = set().union(*(_SORTS.get(noun, frozenset()) for noun in nouns))
    by_sort = all(sorts & set(said) or _kinds_of(said, nouns) for _, said in items)
    items = [(value, [*said, *items[0][1][-1:]] if words.stem("ones") in said else said) for value, said in items]
    last = items[-1][1]
    elliptic = bool(last) and _any_kin(last, nouns) and not any(_any_kin(said, nouns) for _, said in items[:-1])
    elliptic = elliptic and not any(one[2].endswith("s") for one in list(_one_item.finditer(series))[:-1])
    each = all(_any_kin(said, nouns) and len(said) > 1 for _, said in items)
    if not (by_sort or elliptic or each):
        return None
    bare = any(not said for _, said in items[:-1])
    if elliptic and (any(len(said) > 2 for _, said in items[:-1]) or (bare and len(last) > 1)):
        return None
    return sum(value for value, _ in items)


def _kinds_of(said: list[str], nouns: set[str]) -> bool:
    """Whether an item is a kind of what is asked: consonants and vowels are letters."""
    return any(akin(stem, noun) and stem not in nouns for stem in said[:1] for noun in nouns)


def _any_kin(said: list[str], nouns: set[str]) -> bool:
    return any(kin(stem, nouns) for stem in said)


@cache
def _no_nouns() -> frozenset[str]:
    """Words of a figure that name nothing that is counted."""
    return words.stop_stems() | words.reckoned_words("no_noun") | {words.stem(word) for word in (*SCALES, "league")}


def counted_nouns(one: Amount, side: Features) -> set[str]:
    """What a figure counts, by its own words or the word behind it."""
    own = {words.stem(word) for word in re.findall(r"[a-z]{3,}", one.quantity.text.lower())}
    own -= _no_nouns()
    if not own and one.quantity.unit and one.interval.dimension == f"count:{one.quantity.unit}":
        own = {words.stem(one.quantity.unit)} - _no_nouns()  # 31 of the 120 seats
    after = [side.tokens.stems[i] for i in range(one.place + 1, min(one.place + 3, len(side.tokens.stems)))]
    return own or {stem for stem in after if stem.isalpha() and stem not in words.stop_stems()}


def _counts(one: Amount, nouns: set[str], side: Features) -> bool:
    return bool(counted_nouns(one, side) & nouns)


_of_all = re.compile(r"\b(?:total of|in all|altogether|all)\b")


def _whole(one: Amount, side: Features) -> bool:
    """Whether a figure stands for all, with its parts behind it: three children, two sons and a daughter."""
    at = side.text.find(one.quantity.text)
    behind = side.text[at + len(one.quantity.text) :].lower()
    return bool(_of_all.search(side.text.lower())) or bool(re.match(rf"[\w ]{{0,16}}[:,(–—] ?{_item}", behind))


def makes_up(whole: float, part: float, text: str) -> bool:
    """Whether a text lists figures, one of them `part`, that add up to `whole`: two sons and a daughter are three."""
    for series in _series.finditer(text.lower()):
        values = [value_of(one[1]) for one in _one_item.finditer(series[0])]
        for start in range(len(values) - 1):  # three children, two sons and a daughter: the last two are the parts
            if part in values[start:] and sum(values[start:]) == whole and min(values) > 0:
                return True
    return False


# --- the third of its kind -----------------------------------------------------------------------------------------

_times = re.compile(
    rf"\b(?:(?P<more>{MORE})|(?P<less>{LESS}))?(?: |\b)(?P<n>once|twice|thrice|{SMALL_NUMBER} (?:times|occasions))\b"
    r"(?! (?:as|more|the|its|his|her|their) )"
)
_ONCE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_nth = re.compile(
    rf"\b({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))(?P<last> and (?:present|current|last|final|latest))? (\w+)"
)
_fold = re.compile(rf"\b({SMALL_NUMBER})-time\b")
_WED = frozenset(map(words.stem, ("wife", "husband", "spouse", "marriage", "wife's")))


@asks(_times)
def repeated(claim: Features, sentence: Features) -> Answer | None:
    """Married three times, against a third and present wife; champion twice, against his third title."""
    asked = _times.search(claim.text.lower())
    if asked is None or asked["less"]:
        return None
    written = asked["n"]
    wanted = _ONCE.get(written) or value_of(written.split()[0])
    about = set(claim.tokens.rare)
    weds = words.stem("marry") in about
    for found in _fold.finditer(sentence.text.lower()):
        often = value_of(found[1])
        if often > 0 and not asked["more"]:
            return Answer(often == wanted, Facet.QUANTITY, f"“{found[0]}” against “{asked[0].strip()}”")
    for found in _nth.finditer(sentence.text.lower()):
        stem = words.stem(found[3])
        if not (kin(stem, about) or (weds and stem in _WED)):
            continue
        digits = re.match(r"\d+", found[1])
        nth = float(digits[0]) if digits else float(ORDINALS[found[1]])
        reason = f"“{found[0]}” {{}} “{asked[0].strip()}”"
        if asked["more"]:
            over = nth >= wanted if "least" in asked["more"] else nth > wanted
            return Answer(over, Facet.QUANTITY, reason.format("against")) if over or found["last"] else None
        if nth == wanted:
            return Answer(True, Facet.QUANTITY, reason.format("bears out"))
        if nth > wanted or found["last"]:
            return Answer(False, Facet.QUANTITY, reason.format("is not"))
    return None


# --- the largest of a list -----------------------------------------------------------------------------------------

_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|da|von|van|der|la|le|of))*"
_most = re.compile(
    rf"\b(?P<any>more|fewer|less|higher|lower|longer|shorter|larger|smaller|older"
    rf"|younger)\b[\w ]* than any(?:one| other| of)?\b"
    r"|\b(?P<scorer>(?:top|leading|best|highest)[ -](?:(?:goal|point|run|try)s? ?-?)?scorer)\b"
    rf"|\b(?:the|its|their|a) (?:(?P<nth>{'|'.join(ORDINALS)})[- ])?(?P<what>\w{{3,}}est|most \w+|least \w+"
    rf"|[a-z]+-[a-z]+ing)\b"
)
_SMALL_FIRST = frozenset(
    ("youngest", "smallest", "shortest", "lowest", "lightest", "fewest", "earliest", "oldest building", "slowest",
     "cheapest", "least", "fewer", "less", "lower", "shorter", "smaller", "younger", "nearest", "narrowest", "coldest",
     "newest")
)  # fmt: skip
_entry = re.compile(
    rf"(?P<name>{_NAME})(?:,? (?:who|which) (?:was|were|is|had|has|won|got|took|scored)|,? (?:aged|with|at|has"
    rf"|had|won)|[:(,]| \()? ?"
    r"(?: [a-z]+ing )?(?P<n>\d[\d,]*(?:\.\d+)?)(?![\d/–-])"
)


@asks(_most)
def greatest(claim: Features, sentence: Features) -> Answer | None:
    """The second largest, the youngest: against a list of names, each with its figure."""
    asked = _most.search(claim.text.lower())
    if asked is None:
        return None
    entries = [(one["name"], float(one["n"].replace(",", ""))) for one in _entry.finditer(sentence.text)]
    entries = [(name, value) for name, value in entries if not re.match(r"(?:In|On|By|At|Of|The|Only)\b", name)]
    if len(entries) < 3 or len({name for name, _ in entries}) != len(entries):
        return None
    mine = [k for k, (name, _) in enumerate(entries) if _shares(name, claim)]
    if len(mine) != 1:
        return None
    value = entries[mine[0]][1]
    what = asked["what"] or asked["any"] or asked["scorer"]
    smaller = what in _SMALL_FIRST or what.startswith("least")
    before = sum(other < value if smaller else other > value for _, other in entries)
    wanted = ORDINALS.get(asked["nth"] or "first", 1)
    holds = before + 1 == wanted
    return Answer(holds, Facet.QUANTITY, f"of those listed it comes {before + 1}. by that")


def _shares(name: str, claim: Features) -> bool:
    stems = {words.stem(word.lower().strip(".")) for word in name.split()}
    return not stems.isdisjoint(claim.tokens.named)


__all__ = ["counted_nouns", "greatest", "margin", "repeated", "summed"]
