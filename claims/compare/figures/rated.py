"""How well, how often, how much each, how fast: 81 percent approve, every two years, a sum split equally, 2:23:41."""

from math import inf

from claims.compare.figures.asked import asked_of
from claims.compare.figures.numerals import SMALL_NUMBER, value_of
from claims.compare.figures.reckoned import LESS, MORE, Answer, Demand, amounts, asks
from claims.compare.intervals import Interval, comparable
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

# --- how well ------------------------------------------------------------------------------------------------------

_received = re.compile(
    r"\b(?:mostly|mainly|largely|generally|predominantly|overwhelmingly|widely|mixed|universal\w*|broadly|average|poor(?:ly)?"
    r"|well|bad(?:ly)?)\b[\w -]{0,14}\b(?:review(?:s|ed)?|recei?ved|reception|notices|acclaim(?:ed)?|panned|praised"
    r"|favou?rabl[ey]|positive(?:ly)?|negative(?:ly)?)\b"
)
_good = re.compile(r"\b(?:positive(?:ly)?|favou?rabl[ey]|good|acclaim(?:ed)?|praised|well|warm(?:ly)?)\b")
_bad = re.compile(r"\b(?:negative(?:ly)?|unfavou?rabl[ey]|bad(?:ly)?|poor(?:ly)?|panned|hostile)\b")
_score = re.compile(
    r"\b(?P<share>\d{1,3}) ?(?:%|percent|per cent)|\b(?P<of>\d{1,3}(?:\.\d+)?) (?:out )?of (?P<all>5|10|100)\b"
    r"|\b(?P<over>\d{1,3}(?:\.\d+)?)/(?P<whole>5|10|100)\b"
)
_judged = re.compile(r"\b(?:approval|rating|score[sd]?|critic\w*|review\w*|positive|fresh)\b")
LIKED, DISLIKED = 0.6, 0.45
"""From this share of the best on it was well received, up to that it was not."""


@asks(_received)
def received(claim: Features, sentence: Features) -> Answer | None:
    """Mostly positive reviews, against an approval of 81 percent; in between, nothing is said."""
    text, said = claim.text.lower(), sentence.text.lower()
    if claim.quantities or not _received.search(text) or not _judged.search(said):
        return None
    good, bad = bool(_good.search(text)), bool(_bad.search(text))
    found = _score.search(said)
    if good == bad or found is None:
        return None
    if found["share"]:
        value = float(found["share"]) / 100
    else:
        value = float(found["of"] or found["over"]) / float(found["all"] or found["whole"])
    if DISLIKED < value < LIKED or value > 1:
        return None
    return Answer((value >= LIKED) == good, Facet.QUANTITY, f"“{found[0]}” of the best possible")


# --- how often -----------------------------------------------------------------------------------------------------

_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44,
         "quarter": 91.3, "year": 365.25, "decade": 3652.5, "century": 36525.0, "centurie": 36525.0}  # fmt: skip
_UNIT = "minute|hour|day|night|week|fortnight|month|quarter|year|decade|centurie|century"
_ADVERBS = {
    "hourly": 1 / 24, "daily": 1.0, "nightly": 1.0, "weekly": 7.0, "fortnightly": 14.0, "biweekly": 14.0,
    "monthly": 30.44, "bimonthly": 60.88, "quarterly": 91.3, "annually": 365.25, "annual": 365.25, "yearly": 365.25,
    "biennially": 730.5, "biennial": 730.5, "triennially": 1095.75, "triennial": 1095.75, "quadrennially": 1461.0,
    "quadrennial": 1461.0,
}  # fmt: skip
_every = re.compile(
    rf"\b(?:every|once every|each) (?:(?P<n>{SMALL_NUMBER}|other|second|third|fourth|fifth) )?(?P<unit>{_UNIT})s?\b"
    rf"|\b(?P<times>once|twice|(?:{SMALL_NUMBER}) times) (?:a|an|per|each|every) (?P<per>{_UNIT})\b"
    rf"|\b(?P<adverb>{'|'.join(_ADVERBS)})\b"
    rf"|\b(?:periods?|intervals?|cycles?) of (?:about |some |roughly |around |only |nearly |almost )?"
    rf"(?P<period>\d+(?:\.\d+)?|{SMALL_NUMBER}) (?P<each>{_UNIT})s?\b"
    rf"|\b(?P<cyclic>\d+(?:\.\d+)?|{SMALL_NUMBER})-(?P<turn>{_UNIT}) (?:period|cycle|orbit|interval)s?\b"
)
_NTH = {"other": 2.0, "second": 2.0, "third": 3.0, "fourth": 4.0, "fifth": 5.0}
FAR = 0.12
"""How far an interval between two times may lie off that of the claim."""


_oftener = re.compile(r"\b(?:(?P<more>more (?:often|frequently) than|at least)|(?:less (?:often|frequently) than))\b")


@asks(_every)
def frequency(claim: Features, sentence: Features) -> Answer | None:
    """Every two years, biennially, once a decade: the one interval of each statement."""
    asked = _intervals(claim.text.lower())
    given = _intervals(sentence.text.lower()) if len(asked) == 1 else []
    if len(given) != 1:
        return None
    (mine, said), (theirs, told) = asked[0], given[0]
    same = {(one.low, one.high) for one in sentence.quantities}
    if any(one.text.lower() not in said and (one.low, one.high) not in same for one in claim.quantities):
        return None  # 300,000 claims each year: it is their number that is asked
    oftener = _oftener.search(claim.text.lower())
    if oftener is not None:
        least = "least" in oftener[0]
        holds = theirs <= mine if least else theirs < mine if oftener["more"] else theirs > mine
    else:
        holds = abs(mine - theirs) <= FAR * max(mine, theirs)
    return Answer(holds, Facet.QUANTITY, f"“{told}” {'bears out' if holds else 'is not'} “{said}”")


def _intervals(text: str) -> list[tuple[float, str]]:
    """The days between one time and the next, for each word of how often."""
    found = []
    for one in _every.finditer(text):
        if long := one["period"] or one["cyclic"]:
            count = float(long) if re.fullmatch(r"\d+\.\d+", long) else value_of(long)
            days = _DAYS[one["each"] or one["turn"]] * count
        elif one["adverb"]:
            days = _ADVERBS[one["adverb"]]
        elif one["times"]:
            times = {"once": 1.0, "twice": 2.0}.get(one["times"]) or value_of(one["times"].split()[0])
            days = _DAYS[one["per"]] / max(1.0, times)
        else:
            count = _NTH.get(one["n"] or "") or (value_of(one["n"]) if one["n"] else 1.0)
            days = _DAYS[one["unit"]] * max(1.0, count)
        found.append((days, one[0]))
    return found


# --- how much each -------------------------------------------------------------------------------------------------

_each = re.compile(r"\b(?:each|apiece|per (?:head|person|player|member|capita)|every one of)\b")
_split = re.compile(r"\b(?:split|shared|divided|distributed)\b[^.;]*\b(?:equally|evenly|among|amongst|between)\b")


@asks(_each)
def each(claim: Features, sentence: Features) -> Answer | None:
    """More than 10,000 each, against 252,000 split among 21."""
    if not _each.search(claim.text.lower()) or not _split.search(sentence.text.lower()):
        return None
    asked = [one for one in amounts(claim) if one.interval.dimension != "share"]
    figures = [one for one in amounts(sentence) if not one.interval.bound]
    if len(asked) != 1:
        return None
    wholes = [one for one in figures if comparable(one.interval, asked[0].interval)]
    heads = [one for one in figures if one.interval.dimension.startswith("count") and one.value > 1]
    pairs = [(whole, head) for whole in wholes for head in heads if whole is not head and whole.place < head.place]
    if len(pairs) != 1:
        return None
    value = pairs[0][0].value / pairs[0][1].value
    wide = 0.0 if asked[0].interval.bound else 0.1 if asked[0].interval.about else 0.02
    demand = Demand((1 - wide) * asked[0].interval.low, (1 + wide) * asked[0].interval.high)
    return Answer(demand.met(value), Facet.QUANTITY, f"that is {value:g} each")


# --- times and averages of sport -----------------------------------------------------------------------------------

_clocked = re.compile(
    r"(?<![\d:.])(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d(?:\.\d+)?)(?![\d:])"
    r"|(?<![\d:.])(?P<min>\d{1,2}):(?P<sec>[0-5]\d(?:\.\d+)?)(?![\d:])(?! ?(?:[ap]\.?m|o'clock|hours|utc|gmt))"
    r"|\b(?P<hours>\d{1,2}) ?h(?:ours?|rs?)? (?P<minutes>\d{1,2}) ?m(?:in(?:utes?|s)?)?\b"
)
_running = re.compile(
    r"\b(?:ran|runs?|run|best|record|clocked|time|finish\w*|won|minutes?|hours?|lasts?|lasted|race|lap|swam|rowed|timed)\b"
)
_SECONDS = 1 / 86400


def clocked(claim: Features, sentence: Features) -> Answer | None:
    """Under two and a half hours, against a time of 2:23:41; a film of 1 h 52 min."""
    asked = [one for one in asked_of(claim) if one.interval.dimension == "time" and "old" not in one.text]
    if len(asked) != 1 or not _running.search(sentence.text.lower()):
        return None
    wanted = asked[0].interval
    ends = [abs(end) for end in (wanted.low, wanted.high) if abs(end) != inf]
    if not ends or max(ends) > 1.5:
        return None
    times = [_days(one) for one in _clocked.finditer(sentence.text.lower())]
    if _apart.search(claim.text.lower()):
        return _between_two(times, asked[0].text, wanted)
    near = [time for time in times if 0.6 < time / max(ends) < 1.7]
    if len(near) != 1:
        return None
    wide = 0.0 if wanted.bound else 0.04 if wanted.about else 0.01
    holds = (1 - wide) * wanted.low <= near[0] <= (1 + wide) * wanted.high
    return Answer(holds, Facet.QUANTITY, f"the time {'bears out' if holds else 'is not'} “{asked[0].text}”")


_apart = re.compile(
    r"\b(?:seconds?|minutes?|hours?) (?:behind|ahead of|in front of|faster|slower|quicker|adrift|off|clear of|outside"
    r"|inside)\b"
)


def _between_two(times: list[float], said: str, wanted: Interval) -> Answer | None:
    """Less than a minute behind the winner, against the times of both."""
    if len(times) != BOTH:
        return None
    gap = abs(times[0] - times[1])
    slack = 0.0 if wanted.bound else 0.5 / 86400 if not wanted.about else 0.15 * gap
    holds = wanted.low - slack <= gap <= wanted.high + slack
    return Answer(holds, Facet.QUANTITY, f"the two times {'bear out' if holds else 'are not'} “{said}”")


BOTH = 2


def _days(one: "re.Match[str]") -> float:
    if one["h"]:
        return (int(one["h"]) * 3600 + int(one["m"]) * 60 + float(one["s"])) * _SECONDS
    if one["hours"]:
        return (int(one["hours"]) * 60 + int(one["minutes"])) * 60 * _SECONDS
    return (int(one["min"]) * 60 + float(one["sec"])) * _SECONDS


_fraction = re.compile(r"(?<![\w.,])0?\.\d{2,4}\b")
_bound = re.compile(rf"\b(?:(?P<less>{LESS}|worse than)|(?P<more>{MORE}|better than)) 0?(?P<n>\.\d{{2,4}})\b")


@asks(_bound)
def average(claim: Features, sentence: Features) -> Answer | None:
    """Better than .300, against an average of .312."""
    asked = _bound.search(claim.text.lower())
    if asked is None:
        return None
    given = {float(one[0]) for one in _fraction.finditer(sentence.text)}
    if len(given) != 1:
        return None
    value, wanted = given.pop(), float(asked["n"])
    holds = value < wanted if asked["less"] else value > wanted or (value == wanted and "least" in asked["more"])
    return Answer(holds, Facet.QUANTITY, f"“{value:g}” against “{asked[0]}”")


__all__ = ["average", "clocked", "each", "frequency", "received"]
