"""Spans between the times of a Chinese sentence: how long it took, how old somebody was, how long it has stood."""

from collections.abc import Iterator
from datetime import date
from math import inf
from typing import NamedTuple

from claims.compare.chinese.units_zh import longest, units
from claims.compare.chinese.worked_parts import CLAUSE_END, Amount, Worked, content_of, dated, near, predicate, said_in
from claims.compare.facets.period import span_of
from claims.compare.intervals import Interval
from claims.compare.tokens import DATE
from claims.compare.values import Features
from claims.features.clock import DAY, HALF_DAY, clock_times
from claims.model import DateSpan
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

ONLY, TWO = 0.3, 2
"""What it adds that the sentence has only two times."""
HOURS, FEW_DAYS = 0.15, 3
"""What it adds that the hours are given, for a span of so many days at most."""


_born = re.compile(r"出生|生于|诞生|年生|生$|生[的人,]|岁生")


_died = re.compile(r"逝|去世|辞世|离世|病故|死|亡|卒|过世|长眠|谢世|身故|殁|圆寂|牺牲")


_lived = re.compile(
    r"活了|活到|活过|活不到|享年|享寿|终年|在世|得年|寿命|岁.{0,3}(?:逝|去世|过世|辞世|离世|病故)|去世时|逝世时|离世时|过世时|辞世时|圆寂时|病逝时|死时|卒时|殁时|遇害时|阵亡时|身亡时"
)


_since = re.compile(r"距今|历史|至今|迄今|以来|已逾|已有|建成已|成立已|开业已|存在了?")


_begun = re.compile(r"始|建|创|设立|成立|开业|落成|开馆|开张|启用|动工|竣工|问世|出版|完工")


_closing = re.compile(
    r"直到|直至|至$|到$|才|辞|卸任|止|结束|获救|救起|抵|到达|寻获|离|停|退|通车|竣工|完[工成稿]|脱稿|杀青|关机|判决|宣判|定谳|和解|复工|落成|终"
)


class Moment(NamedTuple):
    """A time of the sentence: days or minutes from a start of its own, with its clause."""

    at: float
    slack: float
    """How far it may lie off."""
    place: int
    before: str
    after: str
    text: str


def spans(claim: Features, sentence: Features, wanted: Interval, amounts: list[Amount]) -> Iterator[Worked]:
    """From one time of the sentence to another; how old somebody was; how long ago a thing was built."""
    stated = [one for one in amounts if one.interval.dimension == "time"]
    direct = max((near(claim, one.before, one.after) for one in stated), default=0.0)
    age = aged(claim)
    told, latest = predicate(claim, sentence), _latest.search(claim.key)
    later_than = _later_than.search(claim.key)
    from_birth = age or _birth.search(claim.key) or _lived.search(claim.key)
    about = units(claim.key) - units(longest(claim.key, sentence.key))
    for days, hours in ((_moments(sentence), False), (_clocks(sentence), True)):
        for i, one in enumerate(days):
            for other in days[i + 1 :]:
                start, end = (one, other) if one.at <= other.at else (other, one)
                length = end.at - start.at
                if length <= 0:
                    continue
                if age and latest and _listed_later(end, days):
                    continue
                if not from_birth and _birth.search(start.before[-4:] + start.after[:6]):
                    continue  # how long he played: not since he was born
                fit = (
                    OF_BOTH * (later_than is not None and _of_both(later_than, start, end, days))
                    + _span_fit(claim, told, start, end, about, age=age)
                    - 0.5 * (direct > 0.6 and not age)
                )
                fit += SET_APART * (_set_apart.search(claim.key) is not None)
                fit += IN_USE * bool(_in_use.search(claim.key) and _begun.search(start.before[-8:] + start.after[:6]))
                fit += IN_OFFICE * _in_office(claim, start)
                slack = start.slack + end.slack
                low, high = length - slack, length + slack
                if low > wanted.high * 6 or (wanted.low > 0 and high < wanted.low / 6):
                    continue
                span = Interval(low, high, "time", 0.0, bound=low != high, about=False)
                exact = HOURS * (hours and low <= FEW_DAYS)  # 前晚9时 … 昨天上午11时: not a day and a half
                yield Worked(span, fit + ONLY * (len(days) == TWO) + exact, f"“{start.text}” … “{end.text}”")
    if age and not _lived.search(claim.key):
        yield from _since_birth(sentence, told)
    for start, end in _ranges(sentence):
        length, slack = end.at - start.at, start.slack + end.slack
        beside = near(claim, start.before, start.after)
        fit = 1.6 if _lived.search(claim.key) and _bracketed(sentence, start) else 0.0 if age else 0.6 + 0.6 * beside
        span = Interval(length - slack, length + slack, "time", 0.0, bound=slack > 0, about=False)
        yield Worked(span, fit, f"“{start.text}”")
    if _since.search(claim.key) and not age and not _came_to_an_end.search(claim.key):
        yield from _until_now(sentence)


_birth = re.compile("出生|(?<![产发学师医卫民])生于|年生(?!产)")
_later_than = re.compile("(?P<one>[^,;。:!?]{2,})比(?P<other>[^,;。:!?]{2,}?)(?:[更还]要?)?(?P<way>[早晚迟先])")
OF_BOTH = 0.5
"""What it adds that the two times are those of the two things which a claim sets one before the other."""


def _of_both(asked: "re.Match[str]", start: Moment, end: Moment, days: list[Moment]) -> bool:
    """Whether two times are those of the two things; one that no time names is what the first time is told of."""
    own, than = (asked["one"], asked["other"]) if asked["way"] in "晚迟" else (asked["other"], asked["one"])
    fits = [_nearest(own, days), _nearest(than, days)]
    fits = [days[0] if one is None else one for one in fits]
    return fits[0] is not fits[1] and fits == [end, start]


def _nearest(phrase: str, days: list[Moment]) -> Moment | None:
    """The time beside which most of a phrase stands that no other time has."""
    told = content_of(phrase)
    beside = [content_of(each.before[-BESIDE:] + each.after[:BESIDE]) & told for each in days]
    own = [len(each.difference(*(beside[:i] + beside[i + 1 :]))) for i, each in enumerate(beside)]
    best = max(own, default=0)
    return days[own.index(best)] if best and own.count(best) == 1 else None


BESIDE = 10
_in_a_row = re.compile(
    "连[续霸]\x01?[^,;。:!?]{0,3}?\x01(?:年|季|赛季|届|个?赛季|季度|学年)?|蝉联\x01|\x01连[霸冠]|\x01蝉联"
)
_each_time = re.compile("年年|每[年届季]|每个?赛季|连续|连[霸冠]|蝉联|[都均]")


def in_a_row(claim: Features, sentence: Features, wanted: Interval) -> Iterator[Worked]:
    """How many times in a row, by the first and the last year: from 1999 to 2004 each year, six times."""
    if not _in_a_row.search(claim.key):
        return
    for start, end in _ranges(sentence):
        told = start.before + start.after
        if not told.strip("在从自"):
            told = sentence.key[start.place :].split(",", 2)[1]
        if not _each_time.search(told) or MOST_OF_A_YEAR < end.slack + start.slack < YEAR / 2:
            continue
        years = round((end.at - start.at) / YEAR) + 1
        value = years * YEAR if wanted.dimension == "time" else years
        yield Worked(Interval(value, value, wanted.dimension, 0.0, bound=False, about=False), 1.6, f"“{start.text}”")


_came_to_an_end = re.compile("拆[除毁]|停[用刊办产业]|关闭|解散|结束|倒闭|退役|报废|废除|裁撤|直[到至]")
_set_apart = re.compile("相隔|间隔|相距|隔了|时隔")
_in_use = re.compile("(?:使用|存在|矗立|屹立|服役|营运|运营|运作)了?\x01")
_office = re.compile("在[位任]|任[职期内上]|(?:担任|出任|任|当|做)[^,;。:!?]{0,12}\x01|执政|掌权|主政")
_took_office = re.compile("即位|登基|继位|登位|就[任职位]|上[任台]|[出升接继]任|任命|当选|掌权|宣誓|获委")
_deputy = re.compile("副[\u3400-\u9fff]")


def _in_office(claim: Features, start: "Moment") -> float:
    """Whether a stretch begins when somebody took an office of which a claim tells; a deputy's is another."""
    if not _office.search(claim.key):
        return 0.0
    beside = start.before[-6:] + start.after[:10]
    if _deputy.search(beside) and not _deputy.search(claim.key):
        return -1.0
    return float(_took_office.search(beside) is not None)


IN_OFFICE = 0.45
"""What it adds that a stretch begins when somebody took office, for a claim of how long it was held."""
IN_USE = 0.4
"""What it adds that a stretch begins when a thing was built or opened, for a claim of how long it was in use."""
SET_APART = 0.6
"""What it adds that a claim asks how far apart two events lie."""
_latest = re.compile("最[后近末]一[次届回场]|最终")
_of_a_list = re.compile("^(?:[、,]|和|与|及|以及)$")


def _listed_later(one: Moment, days: list[Moment]) -> bool:
    """Whether a later time follows in the same list: of 1984, 1988 and 1996 the last is the last time."""
    return any(
        each.at > one.at and LISTED >= each.place - one.place > 0 and each.after[-4:] == one.after[-4:] for each in days
    )


LISTED = 12


def aged(claim: Features) -> bool:
    """Whether a claim tells how old somebody was."""
    if _lived.search(claim.key) or _years_old.search(claim.key):
        return True
    if age_in_words(claim.key) is not None:
        return True
    return any(one.unit == "years" and not _lasting.search(one.text) for one in claim.quantities)


_lasting = re.compile("[年载載旬纪紀子]")
"""Units of years that are no age; an age may have none at all: 四十好几."""


_DECADES = {"而立": 30, "不惑": 40, "知天命": 50, "花甲": 60, "古稀": 70, "耄耋": 80}
_age_word = re.compile(
    "(?P<teen>(?<!青)(?:还|仍|只|尚)是一?[个名位]?(?:青?少年|中学生)|(?<![青美])青?少年(?:时代?|时期)(?!的))"
    "|(?P<minor>(?:尚未|还没有?|还未|未)成年(?!人|的))"
    f"|(?:年(?P<way>[逾过近届]))?(?P<decade>{'|'.join(_DECADES)})(?(way)|之年)"
)


def age_in_words(key: str) -> tuple[str, float, float] | None:
    """An age that a claim gives by a word, with its least and greatest years: still a boy, past his sixtieth year."""
    if (match := _age_word.search(key)) is None:
        return None
    if match["decade"]:
        years = _DECADES[match["decade"]]
        low, high = {"逾": (years, inf), "过": (years, inf), "近": (years - 5, years)}.get(
            match["way"] or "", (years, years + 10)
        )
        return match[0], low, high
    return (match[0], 10, 20) if match["teen"] else (match[0], 0, 18)


_years_old = re.compile(
    "年(?:已|仅|才|方|纪|龄|过|逾|届|约|将|刚|[是为])*\x01(?![年月个人次名])"
    "|年[龄纪][^;。:!?]{0,12}[过逾]\x01(?![年月个人次名])"
)
"""An age without its unit: 年过五十, 年仅二十八."""


def _span_fit(claim: Features, told: str, start: Moment, end: Moment, about: frozenset[str], *, age: bool) -> float:
    opening, closing = start.before[-5:] + start.after[:14], end.before[-14:] + end.after[:16]
    if age:
        if not _born.search(start.before[-6:] + start.after[:8]):
            return 0.0
        if _lived.search(claim.key):
            return 1.6 if _died.search(closing) else 0.0
        return 1.0 + 0.5 * near(claim, closing) if near(claim, closing) else NOT_NAMED
    if _lived.search(claim.key):
        return 1.6 if _born.search(opening) and _died.search(closing) else 0.0
    named = bool(about & units(opening))
    fit = (
        0.35
        + 0.4 * named
        + 0.5 * said_in(told, opening)
        + 0.35 * said_in(told, closing)
        + 0.35 * bool(_closing.search(closing))
    )
    return fit - 0.1 * (abs(end.place - start.place) > 40)


NOT_NAMED = 0.7
"""How well an age at a time fits beside which nothing is told that the claim tells: enough where there is no other."""
_named_life = re.compile(f"^[^,;。:!?()]{{2,16}}\\((?:[^,;()]{{0,6}}[,;])?(?:生[于在]|出生[于在])?{DATE}")
"""Brackets behind the name with which a statement begins, which open with a birth."""


def _since_birth(sentence: Features, told: str) -> Iterator[Worked]:
    """How old somebody was whose life stands in brackets behind the name, at the time that fits the claim best."""
    if len(sentence.dates) < TWO or not _named_life.match(sentence.key):
        return
    first = sentence.dates[0]
    opening, closing = span_of(first, sentence, shared_time=False)[0]
    if opening is None or closing is None:
        return
    born = _ends_of(first, opening, closing)[0]
    places = [at for at, char in enumerate(sentence.key) if char == DATE]
    known = [(one, at) for one, at in zip(sentence.dates, places, strict=False) if one.first and one.last]
    later = [
        end._replace(place=at, before=before, after=after)
        for one, at in known[1:]
        for end, (before, after) in [(_ends_of(one, one.first or "", one.last or "")[1], _around(sentence.key, at))]
        if end.at > born.at
    ]
    fits = [said_in(told, one.before + one.after) - CLOSER * i for i, one in enumerate(later)]
    for one, fit in zip(later, fits, strict=True):
        if fit == max(fits):
            low, high = one.at - one.slack - born.at - born.slack, one.at + one.slack - born.at + born.slack
            span = Interval(low, high, "time", 0.0, bound=low != high, about=False)
            yield Worked(span, 1.0 + 0.5 * fit, f"“{born.text}” … “{one.text}”")


CLOSER = 0.01
MOST_OF_A_YEAR, SOME_WEEKS = 200, 16


def _moments(sentence: Features) -> list[Moment]:
    found, known = [], []
    at = -1
    for one in sentence.dates:
        at = sentence.key.find(DATE, at + 1)
        if at < 0:
            break
        days, assumed = span_of(one, sentence, shared_time=True)
        if None in days:
            continue
        first, last = (date.fromisoformat(day or "").toordinal() for day in days)
        made = Moment((first + last) / 2, (last - first) / 2, at, *_around(sentence.key, at), one.text)
        found.append(made)
        if not assumed and made.slack < MOST_OF_A_YEAR:
            known.append(made)
    if len(known) >= 2 or any(each.slack <= SOME_WEEKS for each in known):
        return known  # how long before yesterday it was is not known, nor when yesterday was
    return known if len(known) == len(found) else [each for each in found if each.slack <= SOME_WEEKS]


def _around(key: str, at: int) -> tuple[str, str]:
    start = max((match.end() for match in CLAUSE_END.finditer(key, 0, at)), default=0)
    stop = CLAUSE_END.search(key, at)
    return key[start:at], key[at + 1 : stop.start() if stop else len(key)]


_range = re.compile("至|到|[-–—~～－]")


def _ranges(sentence: Features) -> Iterator[tuple[Moment, Moment]]:
    """The two ends of each expression that names both: 1946年至1953年."""
    at = -1
    for one in sentence.dates:
        at = sentence.key.find(DATE, at + 1)
        if at < 0:
            return
        first, last = span_of(one, sentence, shared_time=True)[0]
        if not first or not last or not _range.search(one.text):
            continue
        start, end = _ends_of(one, first, last)
        before, after = _around(sentence.key, at)
        yield (
            start._replace(place=at, before=before, after=after),
            end._replace(place=at, before=before, after=after),
        )


def _ends_of(one: DateSpan, first: str, last: str) -> tuple[Moment, Moment]:
    """The two ends of a time as moments without their clauses; the same one twice where it names but one."""
    slack = 0.0 if re.search("[日号]", one.text) else 15.0 if "月" in one.text else 182.0
    low, high = (date.fromisoformat(day).toordinal() for day in (first, last))
    if not _range.search(one.text):
        whole = Moment((low + high) / 2, (high - low) / 2, 0, "", "", one.text)
        return whole, whole
    return Moment(low + slack, slack, 0, "", "", one.text), Moment(high - slack, slack, 0, "", "", one.text)


def _bracketed(sentence: Features, one: Moment) -> bool:
    """Whether a time stands in brackets by itself, as the years of a life do."""
    return sentence.key[one.place - 1 : one.place] == "(" and sentence.key[one.place + 1 : one.place + 2] == ")"


def _clocks(sentence: Features) -> list[Moment]:
    """Times of day, in days; only where the sentence names no more than one day."""
    if len([one for one in sentence.dates if one.first or one.last]) > 1:
        return []
    found: list[Moment] = []
    late = False
    key = dated(sentence)
    day = last = 0
    for one in clock_times(key, "zh"):
        if not one.half_known and not one.to_the_minute:
            continue
        late = one.minute >= HALF_DAY if one.part else late
        minute = one.minute + HALF_DAY * (late and one.minute < HALF_DAY)
        days = _day.findall(key, last, one.end)
        day, last = (_DAYS.get(days[-1], day + 1) if days else day), one.end
        at = minute / DAY
        if found and not days and day + at < found[-1].at:
            day += 1  # from nine in the evening until three
        found.append(Moment(day + at, 0.0, one.start, *_around(key, one.end - 1), one.text))
    return found


_day = re.compile("[前昨今明后][天日晚早夜晨](?!起)|[翌次隔][天日晨早]")
_DAYS = {f"{word}{part}": number for number, word in enumerate("前昨今明后", -2) for part in "天日晚早夜晨"}
"""How many days from today each word leads; the others lead to the next day."""
_before_christ = re.compile("[公西]元前(\\d+)年")
OF_LATE, YEAR = 2015, 365.25
"""From this year on a statement without a date may have been made."""


def _until_now(sentence: Features) -> Iterator[Worked]:
    """Since it was built: up to the last year that the sentence names, or somewhat later."""
    for one in sentence.dates:
        if match := _before_christ.search(fold_key(one.text)):
            low = (int(match[1]) + OF_LATE) * YEAR
            yield Worked(
                Interval(low, low + 12 * YEAR, "time", 0.0, bound=True, about=False), 1.2, f"since “{one.text}”"
            )
    years = [one for one in _moments(sentence) if one.slack < 200]
    begun = next((one for one in years if _begun.search(one.before[-10:] + one.after[:10])), None)
    if begun is None:
        return
    latest = max(one.at for one in years)
    low = max(latest, date(2015, 1, 1).toordinal()) - begun.at - begun.slack
    span = Interval(low, low + 12 * 365.25, "time", 0.0, bound=True, about=False)
    yield Worked(span, 1.2, f"since “{begun.text}”")
