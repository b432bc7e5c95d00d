"""What two accounts of one thing cannot both give: the tally of a vote or a match, where a thing is brought to or set.

Asked only of claims that answer to each other in two accounts (`claims/compare/retelling/told.py`).
"""

from collections.abc import Iterator

from claims.compare.alignment import Pair
from claims.compare.slots import may_be_one
from claims.compare.values import Features, of_one, written
from claims.features import numbers_zh
from claims.model import Facet
from evidence.text import lazy_re as re

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = {word: number for number, word in enumerate(_WORDS)}
ONE = r"\d{1,3}|[一二两三四五六七八九十]{1,3}|" + "|".join(_NUMBER)
_tally_en = re.compile(rf"(?<![\w.,-])({ONE})(?: votes?| goals?)?(?: to | against |[-–:])({ONE})(?![\w%,.]\w)(?!-)")
_tally_zh = re.compile(rf"(?<![\d.一二三四五六七八九十百])({ONE})票?(?:比|对)({ONE})(?![\d.]|[年月日个人元])")
_decided = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballot|beat|beaten|won|win|wins|lost|lose|loses|score|scored|defeat(?:ed|s)?|match|final)\b"
    r"|\b(?:decided|ruled|elected|approved|rejected)\b|投票|表决|票|比分|击败|战胜|胜|负|赢|输|不敌|决定|裁定|通过|否决|当选"
)
"""Words of a vote or a match, without which 7 to 2 may be a range."""
_at_one = re.compile(
    r"(?<!not )(?<!n't )(?<!n't been )(?<!not been )\bunanimous(?:ly)?\b|\bwithout (?:a single )?dissent(?:ing vote)?\b"
    rf"|\ball (?:of )?(?:the |its |their )?(?:{ONE}) (?:[a-z]+ ){{1,2}}(?:voted|backed|agreed|approved|supported)\b"
    r"|(?<!不)(?<!非)(?<!未能)一致(?:同意|通过|决定|裁定|选出|推举|赞成)|全票|无人反对|没有人反对"
)
"""Words of a vote in which nobody was against it."""


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The outcomes of two claims that exclude each other, each with its facet and the reason."""
    mine, theirs = _tally(pair.a), _tally(pair.b)
    if mine and theirs and sorted(mine[1]) != sorted(theirs[1]):
        yield Facet.QUANTITY, f"“{mine[0]}” and “{theirs[0]}” are different results"
    for one, counted in ((pair.a, theirs), (pair.b, mine)):
        if counted and min(counted[1]) > 0 and (agreed := _at_one.search(written(one))) is not None:
            yield Facet.QUANTITY, f"“{agreed[0]}” against “{counted[0]}”"
    goal, other = brought_to(pair.a), brought_to(pair.b)
    if goal and other and not may_be_one(goal, other) and other not in pair.a.key and goal not in pair.b.key:
        yield Facet.DESTINATION, f"one says “{goal}”, the other “{other}”"


@of_one
def _tally(features: Features) -> tuple[str, tuple[int, int]] | None:
    """The only tally of a claim: its words and its two numbers."""
    key = written(features)
    if not _decided.search(key):
        return None
    found = list((_tally_zh if features.language == "zh" else _tally_en).finditer(key))
    if len(found) != 1:
        return None
    return found[0][0].strip(), (value(found[0][1]), value(found[0][2]))


def value(number: str) -> int:
    """A number as `ONE` finds it."""
    if number.isdigit() and number.isascii():
        return int(number)
    return _NUMBER[number] if number in _NUMBER else int(numbers_zh.parse(number) or 0)


_brought_en = re.compile(
    r"\b(?:towed|taken|moved|brought|sent|transferred|relocated|shipped|transported|flown|airlifted|rushed|extradited"
    r"|deported|based|buried|housed|headquartered)"
    r"(?: (?:away|off|over|out|on|back|directly|instead)| by (?:\w+ ){1,2}?)?"
    r" ?(?:to|in|at) (?:(?:the|an?) )?(?:hospital in )?"
)
_brought_zh = re.compile(
    r"(?:送往|送到|送至|运往|运到|运至|迁往|迁到|迁至|搬到|搬往|搬至|拖往|拖到|拖至|设在|设于|选在|选定在|落户|安葬在|葬在|总部在)"
)
"""What happens to a thing once, or where it is set: with the place right behind."""


@of_one
def brought_to(features: Features) -> str | None:
    """The only place, by name, to which a claim says that a thing is brought or where it is set."""
    pattern = _brought_zh if features.language == "zh" else _brought_en
    ends = [match.end() for match in pattern.finditer(features.key)]
    found = {name for end in ends for name in features.names if features.key.startswith(name, end)}
    return max(found, key=len) if found and len(ends) == 1 else None


__all__ = ["ONE", "brought_to", "clashes", "value"]
