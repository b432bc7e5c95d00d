"""All of so many in one account, some of so many in the other: all seven rang, three of the seven did not.

Who tells something of all leaves none over for whom another account tells something of its own. Asked only of claims
that answer to each other in two accounts and tell of one set, by its number.
"""

import re

from claims.compare.alignment import Pair
from claims.compare.retelling.outcomes import ONE, value
from claims.compare.values import Features, of_one, written

_whole_en = re.compile(
    rf"\b(?:all|each of|every one of) (?:of )?(?:the |its |their |his |her |our )?(?P<all>{ONE})\b(?! (?:of|per|to)\b)"
    r"|\b(?P<both>both)\b(?! (?:[a-z'-]+ ){1,4}and\b)"
)
_part_en = re.compile(rf"\b(?P<some>{ONE}) of (?:the |its |their |his |her |our |[a-z]+'s? ){{1,3}}(?P<all>{ONE})\b")
_MEASURE = "[个名位座艘架台部枚间条人家张件所辆栋只头名匹扇道处]"
_whole_zh = re.compile(
    rf"(?:全部|所有|全体|全数)(?P<all>{ONE}){_MEASURE}"
    rf"|(?P<counted>{ONE}){_MEASURE}[^,。;]{{0,6}}?(?:全部|全都|都|均|清一色|无一例外)"
)
_part_zh = re.compile(
    rf"(?P<all>{ONE}){_MEASURE}[^,。;]{{0,8}}?(?:,?其中|当中|之中|里头|里|中),?的?(?:只|仅|就)?有?(?P<some>{ONE}){_MEASURE}"
)


def clash(pair: Pair) -> str | None:
    """The reason why one tells of all what the other tells of a part, or None."""
    for mine, theirs in ((pair.a, pair.b), (pair.b, pair.a)):
        whole, part = _whole(mine), _part(theirs)
        if whole and part and whole[1] == part[1] and _part(mine) is None and _whole(theirs) is None:
            return f"“{whole[0]}” against “{part[0]}”"
    return None


@of_one
def _whole(side: Features) -> tuple[str, int] | None:
    """All of so many: the words and how many."""
    found = (_whole_zh if side.language == "zh" else _whole_en).search(written(side))
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
