"""How many in all, where a sentence gives the parts: three sons and a daughter, sixteen clubs here and two there."""

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.figures.nouns import counted_nouns
from claims.compare.figures.numerals import SMALL_NUMBER, value_of
from claims.compare.figures.reckoned import Amount, Answer, Demand, amounts, kin, wanted
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

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
