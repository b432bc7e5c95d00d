"""All in one account, a part in the other: a full refund, half of the money; all seven rang, three of them did not.

Who tells something of all leaves nobody over of whom another account tells the contrary, and no share smaller than the
whole. Asked only of claims that answer to each other in two accounts.
"""

from claims.compare.alignment import Pair
from claims.compare.facets.measured import figures
from claims.compare.retelling.outcomes import ONE, value
from claims.compare.values import Features, of_one, written
from evidence.text import lazy_re as re

WHOLE, ALMOST = 100.0, 99.0
_MEASURE = "[个名位座艘架台部枚间条人家张件所辆栋只头名匹扇道处户]"
_counted_en = re.compile(
    rf"\b(?:all|each of|every one of) (?:of )?(?:the |its |their |his |her |our )?(?P<all>{ONE})\b(?! (?:of|per|to)\b)"
    r"|\b(?P<both>both)\b(?! (?:[a-z'-]+ ){1,4}and\b)"
)
_part_en = re.compile(rf"\b(?P<some>{ONE}) of (?:the |its |their |his |her |our |[a-z]+'s? ){{1,3}}(?P<all>{ONE})\b")
_counted_zh = re.compile(
    rf"(?:全部|所有|全体|全数)(?P<all>{ONE}){_MEASURE}"
    rf"|(?P<counted>{ONE}){_MEASURE}[^,。;]{{0,6}}?(?:全部|全都|都|均|清一色|无一例外)"
)
_part_zh = re.compile(
    rf"(?P<all>{ONE}){_MEASURE}[^,。;]{{0,8}}?(?:,?其中|当中|之中|里头|里|中),?的?(?:只|仅|就)?有?(?P<some>{ONE}){_MEASURE}"
)
_whole_en = re.compile(
    r"\b(?:all (?:of )?(?:the|its|their|his|her|our|those|these|but)?|every(?:one|body|thing)?"
    r"|(?:the )?(?:whole|entire)"
    r"|in full|full(?:y)?|entirely|completely|wholly)\b"
    r"(?! (?:but|of a sudden|day|night|week|month|year|time|along|about|over|round|other|sorts|kinds"
    r"|right|the (?:same|way|while|time)|board|moon|stop|house|name|force|swing|circle|scale|half"
    r"|hour|morning|afternoon|evening)\b)"
)
_whole_zh = re.compile(
    r"全[部数额款员体村校班厂店场队市县省城家楼车船团院](?![长服版能面性])"
    r"|所有|一律|悉数|清一色|无一例外|费用全|全由|全都"
)
_hedged = re.compile(r"\b(?:not|almost|nearly|virtually|practically) $|n't $|(?:不是|并非|未|没有?|几乎|近乎|差不多)$")
_left_en = re.compile(
    rf"\b(?:{ONE}|some|several|a few|dozens|hundreds|thousands|scores|[a-z]+ dozen) "
    r"(?:of (?:them|those|the|us|her|his|its) ?)?(?:[a-z-]+ ){0,3}?"
    r"(?:(?:(?:have|has|had|are|is|were|was|did|do|does|could|can|would|will)(?:n't| not| never| still not| yet to))\b"
    r"|(?:never|still (?:have|has|had|are|is|wait\w*|owed)"
    r"|(?:are|were|is|was|remain(?:s|ed)?) still|refused|failed|missed|went without|stayed behind)\b)"
)
_NUMBER_ZH = r"(?:\d+|[几数好多]\w?|[一二三四五六七八九十百千两]+)"
_left_zh = re.compile(
    rf"(?:还|尚|仍|另|却|倒)有?[^,。;:]{{0,3}}?{_NUMBER_ZH}[^,。;:]{{0,12}}?(?:没|不[肯愿走到在能]|未|无)"
    rf"|(?:还|尚|仍)有{_NUMBER_ZH}[^,。;:]{{1,4}}(?:还|仍)?(?:在|等|躺|留|困|堆)"
    rf"|{_NUMBER_ZH}[^,。;:]{{0,8}}?(?:到现在都|至今|根本|一[分毛个]\w{{0,2}})[^,。;:]{{0,4}}?(?:没|未|不)"
)


def clash(pair: Pair) -> str | None:
    """The reason why one tells of all what the other tells of a part, or None."""
    for mine, theirs in ((pair.a, pair.b), (pair.b, pair.a)):
        if (found := _counted_parts(mine, theirs) or _share(mine, theirs) or _left_over(mine, theirs)) is not None:
            return f"“{found[0]}” against “{found[1]}”"
    return None


def _counted_parts(mine: Features, theirs: Features) -> tuple[str, str] | None:
    """All of so many, and some of as many."""
    whole, part = _counted(mine), _part(theirs)
    if whole and part and whole[1] == part[1] and _part(mine) is None and _counted(theirs) is None:
        return whole[0], part[0]
    return None


def _share(mine: Features, theirs: Features) -> tuple[str, str] | None:
    """The whole, and a share that is smaller and the only one told."""
    whole = _whole(mine)
    given = figures(mine)
    if not whole or _whole(theirs) or any(one.interval.dimension == "share" for one in given):
        return None
    if given and whole.endswith(("whole", "entire")):
        return None  # the whole of it is 12 million
    shares = [one for one in figures(theirs) if one.interval.dimension == "share"]
    if not shares and (half := _fraction.search(theirs.key)) is not None:
        return whole, half[0]
    told = {(one.interval.low, one.interval.high) for one in shares}
    if not told or sum(low for low, _ in told) > WHOLE + 1 or len(told) > 2:
        return None
    return (whole, shares[0].quantity.text) if shares[0].interval.high < ALMOST else None


_fraction = re.compile(
    r"\b(?:half|a third|a quarter|two[- ]thirds|three[- ]quarters)(?: of)?"
    r" (?:the|your|his|her|their|its|my|our|it|them)\b"
    r"|\bmost of (?:the|his|her|their|its|our|it|them)\b|(?:大|绝大)部分|(?:大|绝大)多数|一半|半数"
)


def _left_over(mine: Features, theirs: Features) -> tuple[str, str] | None:
    """The whole, and some for whom it is not so."""
    whole = _whole(mine)
    left = (_left_zh if theirs.language == "zh" else _left_en).search(written(theirs))
    return (whole, left[0]) if whole and left and not _negative.search(mine.key) else None


_negative = re.compile(r"\b(?:not|no|never|none|nobody|without|fail\w*)\b|n't\b|没|未(?!来)|不(?!仅|但)|无(?!论)")


@of_one
def _whole(side: Features) -> str:
    """The words that tell something of the whole; empty where there are none."""
    text = written(side)
    pattern = _whole_zh if side.language == "zh" else _whole_en
    for found in pattern.finditer(text):
        if not _hedged.search(text[: found.start()]):
            return found[0].strip()
    return ""


@of_one
def _counted(side: Features) -> tuple[str, int] | None:
    """All of so many: the words and how many."""
    found = (_counted_zh if side.language == "zh" else _counted_en).search(written(side))
    if found is None:
        return None
    told = found.groupdict()
    number = 2 if told.get("both") else value(told["all"] or told["counted"])
    return (found[0], number) if number > 1 else None


@of_one
def _part(side: Features) -> tuple[str, int] | None:
    """Some of so many, the words and of how many; none where it is all of them."""
    found = (_part_zh if side.language == "zh" else _part_en).search(written(side))
    if found is None or not 0 < value(found["some"]) < value(found["all"]):
        return None
    return found[0], value(found["all"])


__all__ = ["clash"]
