"""Whether the figures or times of two Chinese statements that clash are of one matter, or each of what its own tells.

Two outlets give figures of one sort (people, per cent, yuan) of many things. Where little but a name is told by both,
two plain figures need not measure one thing; a claim that gives a bound, or for which something is reckoned, asks for
a figure of its own and shares few words with the sentence that answers it.
"""

from claims.compare.alignment import VERSIONS, Pair
from claims.compare.chinese.gist_zh import SUBJECT, TOLD, Gist, gist
from claims.compare.chinese.subjects_zh import named, said_of
from claims.compare.facets.matched import figures_of_both
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison, Features, quoted
from claims.model import Facet
from evidence.text import lazy_re as re


def of_two_matters(pair: Pair, found: Comparison) -> bool:
    """Whether a clash of figures or times is one of what two statements that share little tell of each."""
    shared = gist(pair)
    if _toll.search(found.reasons[0]) and max(len(pair.a.key), len(pair.b.key)) <= BRIEF and shared.about:
        return False  # 18 people perished, the death toll is 16
    if found.facet is Facet.QUANTITY and shared.about < SUBJECT and shared.told < TOLD:
        return True
    if _of_two_subjects(pair, found.reasons[0]):
        return True
    if pair.closeness >= VERSIONS or shared.about > ONLY_A_NAME or (shared.common and pair.cover >= MOSTLY):
        return False
    if found.facet is Facet.DATE:
        return shared.told < OF_ONE_EVENT and _plainly.search(found.reasons[0]) is not None
    return _little_told(pair, shared, found.reasons[0])


def _of_two_subjects(pair: Pair, reason: str) -> bool:
    """Whether each of two figures or times that clash is said of something that the other statement does not name."""
    said = quoted(reason)
    if len(said) != TWO:
        return False
    of = [{phrase for text in said if (phrase := _said_of(side, text))} for side in (pair.a, pair.b)]
    if not all(len(phrases) == 1 for phrases in of):
        return False
    one, other = of[0].pop(), of[1].pop()
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]  # 某院成立于, 某公司成立于
    if any(_this.match(each) for each in (one, other)):
        return False
    return not named(one, pair.b.key, near=False) and not named(other, pair.a.key, near=False)


_this = re.compile("[这该此][\u3400-\u9fff]?[\u3400-\u9fff]{1,4}$")
"""What the other statement names, told by its sort: 这部纪录片."""


def _said_of(side: Features, text: str) -> str:
    """What a figure or time of a statement is said of; empty where the statement has none of these words."""
    for mark, given in ((QUANTITY, side.quantities), (DATE, side.dates)):
        at = -1
        for one in given:
            at = side.key.find(mark, at + 1)
            if one.text == text and at >= 0:
                return said_of(side.key, at)
    return ""


def _little_told(pair: Pair, shared: Gist, reason: str) -> bool:
    """Whether less is told by both than two figures that clash as such a reason says need.

    Of labelled pairs whose plain figures clash all 20 that share so little are of two matters.
    """
    if any(each.interval.bound for side in figures_of_both(pair) for each in side):
        return shared.told == 0 and _of_figures(pair, reason) and not _of_one_measure(pair)
    return shared.told < OF_ONE_MATTER and (_of_figures(pair, reason) or "together" in reason)


def _of_one_measure(pair: Pair) -> bool:
    """Whether a figure of each measures the same of what both name by so many characters: 造价, 耗资."""
    mine, theirs = ({name for one in side for name in one.measures if one.measures} for side in figures_of_both(pair))
    return gist(pair).about >= NAMED and not mine.isdisjoint(theirs)


NAMED = 3
_toll = re.compile(r"same measure \((?:deaths|injuries|missing)\)")
BRIEF = 20
"""Characters of a claim that tells one thing only."""
OF_ONE_MATTER, ONLY_A_NAME, MOSTLY = 0.42, 5, 0.65
"""Less told by both, beside a stretch that may be a name, is of two matters, unless one tells most of the other."""
OF_ONE_EVENT = 0.35
"""Less told by both are two events, each with its time."""
_plainly = re.compile("are different times|cannot both hold")


def _of_figures(pair: Pair, reason: str) -> bool:
    """Whether what a reason sets against each other are figures that the statements give, neither being zero."""
    given = [one for side in figures_of_both(pair) for one in side]
    values = {one.quantity.text for one in given if one.interval.high}
    said = quoted(reason)
    return len(said) <= TWO and "cannot both be" not in reason and all(text in values for text in said)


TWO = 2
"""More figures are those of which something was reckoned; what they “cannot both be” was named by both."""
