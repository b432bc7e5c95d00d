"""Who wins and who has more, in two Chinese statements: A beats B, B loses to A; B is the one that loses."""

import re
from collections.abc import Iterator

from claims.compare.alignment import Pair
from claims.compare.units_zh import of_one_thing, one_name, pairs_of
from claims.compare.values import Comparison
from claims.compare.worked_parts import plain
from claims.model import Facet, RelationKind


def relation(pair: Pair) -> Comparison | None:
    """A conflict when another party wins or has more."""
    for find in (_winners, _fates, _compared):
        for facet, reason in find(pair):
            return Comparison(kind=RelationKind.CONFLICTS, facet=facet, score=0.6, reasons=(plain(reason),))
    return None


# --- who wins ----------------------------------------------------------------------------------------------------

_beats = re.compile(
    "([^,;。:!?]{2,20}?)(?:以[^,;。]{1,14}?)?(击败|击溃|击退|战胜|打败|大胜|力克|险胜|淘汰|横扫|大破|重创|逆转|轻取|完胜)了?([^,;。:!?]{2,14})"
)
_ended = re.compile(
    "以([^,;。:!?]{2,12}?)(?:击败|击溃|击退|战胜|打败|大胜|力克|横扫|大破|重创)了?([^,;。:!?]{2,12}?)(?:告终|收场|作收|落幕|结束)"
)
_loses = re.compile(
    "([^,;。:!?]{2,20}?)(?:以[^,;。]{1,14}?)?(不敌|败给|输给|负于|惨败于|败于|憾负)了?([^,;。:!?]{2,14})"
)


def _winners(pair: Pair) -> Iterator[tuple[Facet, str]]:
    mine, theirs = _result(pair.a.key), _result(pair.b.key)
    if mine is None or theirs is None:
        return
    turned = one_name(mine[0], theirs[1]) and one_name(mine[1], theirs[0])
    straight = one_name(mine[0], theirs[0]) or one_name(mine[1], theirs[1])
    if turned and not straight:
        yield Facet.IDENTITY, "the winner of one is the loser of the other"


_defeat = re.compile("惨败|落败|失利|败北|战败|溃败|吞败|告负|败给|不敌|输掉|出局|惜败|饮恨")
_victory = re.compile("(?:决定性)?胜利|大胜|获胜|取胜|告捷|胜出|险胜|凯旋|奏凯|大捷|夺冠|胜诉")


def _fates(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The same party wins in one and loses in the other."""
    for one, other in ((pair.a.key, pair.b.key), (pair.b.key, pair.a.key)):
        lost, won = _defeat.search(one), _victory.search(other)
        if not lost or not won or _victory.search(one) or _defeat.search(other):
            continue
        before = re.split("[,;。:!?]", one[: lost.start()])[-1]
        by, _, last = before.rpartition("以")
        loser = last if by else re.split("[在于与和]", before)[0]
        winner = re.split("[,;。:!?]", other[: won.start()])[-1]
        winner = re.split("[以在于从凭将已]", winner)[0] or winner
        if len(loser) > 1 and len(winner) > 1 and pairs_of(loser) & pairs_of(winner) and of_one_thing(pair, winner):
            yield Facet.POLARITY, f"“{won[0]}” in one, “{lost[0]}” in the other"
            return


def _result(key: str) -> tuple[str, str] | None:
    """The winner and the loser of the one contest that a statement tells of."""
    if any(char in key for char in "被遭") and _beats.search(key):
        return None
    if match := _ended.search(key):
        return match[1], match[2]
    won, lost = _beats.findall(key), _loses.findall(key)
    if len(won) + len(lost) != 1:
        return None
    left, _, right = (won or lost)[0]
    left = re.split("[在于]|[中里内上]", left)[-1] if re.search("[中里内上]", left) else left
    left, right = left.strip(), right.strip()
    if len(left) < 2:
        return None
    return (left, right) if won else (right, left)


# --- who has more ---

_more = re.compile(
    "([^,;。:!?]{2,14}?)(?:[^,;。:!?]{0,6}?)(?:远|大|明显|略|稍|还|都)?(?:大于|高于|多于|长于|重于|优于|胜过|超过|超越|领先)(?:于)?([^,;。:!?\x01]{2,12})"
)
_fewer = re.compile(
    "([^,;。:!?]{2,14}?)(?:远|明显|略|稍)?(?:小于|低于|少于|短于|轻于|逊于|不如|不及|落后|比不上)(?:于)?([^,;。:!?\x01]{2,12})"
)
_than = re.compile(
    "([^,;。:!?]{2,14}?)比([^,;。:!?\x01]{2,12}?)(?:更|还|要|来得|略|稍)?(高|大|多|长|重|快|早|老|好|强|贵|低|小|少|短|轻|慢|晚|年轻|差|弱|便宜|矮)"
)
_times = re.compile("([^,;。:!?]{2,14}?)是([^,;。:!?\x01]{2,10}?)的\x01倍?")
_comparing = re.compile("[大高多长重优小低少短轻逊]于|超过|超越|胜过|领先|不如|不及|落后|比|是[^,;。:!?]{2,10}的\x01")
_LESS = frozenset(["低", "小", "少", "短", "轻", "慢", "晚", "年轻", "差", "弱", "便宜", "矮"])


def _compared(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The first has more in one account, the second in the other."""
    mine, theirs = _order_of(pair.a.key), _order_of(pair.b.key)
    if mine is None or theirs is None:
        return
    turned = one_name(mine[0], theirs[1]) and one_name(mine[1], theirs[0])
    if ("的" in mine[0] + mine[1]) != ("的" in theirs[0] + theirs[1]) and "的\x01" not in pair.a.key + pair.b.key:
        return  # the thing itself, and a quality of it
    if turned and not (one_name(mine[0], theirs[0]) or one_name(mine[1], theirs[1])):
        yield Facet.QUANTITY, f"“{mine[0]}” has more in one, less in the other"


def _order_of(key: str) -> tuple[str, str] | None:
    """Who has more and who has less, where a statement compares two and does it once."""
    if len(_comparing.findall(key)) != 1:
        return None
    if match := _than.search(key):
        return (match[2], match[1]) if match[3] in _LESS else (match[1], match[2])
    if (match := _more.search(key)) or (match := _times.search(key)):
        return match[1], match[2]
    match = _fewer.search(key)
    return (match[2], match[1]) if match else None
