"""Which of a row two claims of two accounts name, in Chinese: the ninth song of the evening, or the eleventh."""

from claims.compare.alignment import Pair
from claims.compare.chinese.ranks_zh import place_of
from claims.compare.values import Features, of_one
from evidence.text import lazy_re as re

_nth = re.compile(
    r"第(\d{1,3}|[一二三四五六七八九十]{1,3})"
    r"([首支曲个名位次度回届本集章节场局盘轮站封份块枚座艘架辆道条项间号层批])(?![一二三四五六七八九十])"
)


def clash(pair: Pair) -> str | None:
    """The two ordinals of one sort, where each claim names just one and they differ."""
    mine, theirs = _one_of_a_row(pair.a), _one_of_a_row(pair.b)
    if mine is None or theirs is None or mine[1] != theirs[1] or mine[0] == theirs[0]:
        return None
    return f"“{mine[2]}” against “{theirs[2]}”"


@of_one
def _one_of_a_row(side: Features) -> tuple[int, str, str] | None:
    """The number, the word it counts by and the words of the only ordinal in a claim."""
    found = _nth.findall(side.key) if side.language == "zh" else []
    if len(found) != 1:
        return None
    written, of = found[0]
    place = place_of(written)
    return (place, of, f"第{written}{of}") if place else None
