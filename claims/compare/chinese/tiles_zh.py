"""What two Chinese statements have in common, stretch by stretch, and in which clause and phrase it stands.

The stretches are laid out by greedy string tiling (Wise 1993): the longest first, none over another. Clauses and
prepositions are read without a dictionary: a preposition governs what follows it up to the next one, a time, an adverb
or the end of its clause.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from evidence.text import lazy_re as re

SMALL = frozenset(
    "的了着之地也都又并而且则就已曾其这那该此是为所可却便仍还于在会能要应须和与及跟同或以约由被把将从向对给一个名位条座用者边"
)
"""Characters that neither begin nor end what names something."""
cut = re.compile('[,;:。.!?()"]')
bearing = re.compile("[\u3400-\u9fffa-z0-9·]")


class Tile(NamedTuple):
    """A stretch that both statements have."""

    a: int
    """Where it begins in the first."""
    b: int
    """Where it begins in the second."""
    size: int


class Side(NamedTuple):
    """One statement, character by character."""

    text: str
    clause: tuple[int, ...]
    """The number of the clause of each."""
    led: tuple[str, ...]
    """The preposition that governs each, `~` within an adverbial without one, or nothing."""

    def between(self, x: int, size: int, y: int) -> str:
        """What stands between a stretch and a later place."""
        return self.text[x + size : y]


# --- what both have ----------------------------------------------------------------------------------------------


def tiles_of(one: str, other: str) -> list[Tile]:
    """The stretches that both have, in the order of the first."""
    taken_a, taken_b, kept = set[int](), set[int](), []
    # Of stretches of one length, those that stand at the same place of their statements come first.
    for _, _, size, i, j in sorted(_common(one, other), reverse=True):
        start = 0
        while start < size and (i + start in taken_a or j + start in taken_b):
            start += 1
        stop = start
        while stop < size and i + stop not in taken_a and j + stop not in taken_b:
            stop += 1
        while start < stop and one[i + start] in SMALL:
            start += 1
        while stop > start and one[i + stop - 1] in SMALL:
            stop -= 1
        if stop > start:
            kept.append(Tile(i + start, j + start, stop - start))
            taken_a.update(range(i + start, i + stop))
            taken_b.update(range(j + start, j + stop))
    return sorted(kept)


def _common(one: str, other: str) -> Iterator[tuple[int, int, int, int, int]]:
    """Each stretch of both that cannot be lengthened: its content, how near its places are, its size, and these."""
    places: dict[str, list[int]] = {}
    for j, char in enumerate(other):
        if bearing.match(char):
            places.setdefault(char, []).append(j)
    for i, char in enumerate(one):
        for j in places.get(char, ()):
            if i and j and one[i - 1] == other[j - 1] and bearing.match(one[i - 1]):
                continue
            size = 1
            while (
                i + size < len(one) and one[i + size] == other[j + size : j + size + 1] and bearing.match(one[i + size])
            ):
                size += 1
            content = sum(char not in SMALL for char in one[i : i + size])
            yield content, -abs(i * len(other) - j * len(one)), size, i, j


# --- one statement -----------------------------------------------------------------------------------------------

_lead = re.compile(
    "不同于|被|遭|把|将|由(?!于)|从|自|向|往|(?<![见看遇碰找达遭受])到|至|给|予|对(?!手|方|于)|对于|比(?!赛|例)|用"
    "|(?<![可难足得所加予])以(?![前后来及内外上下])|与|和|(?<![陪共协一如不相])同|跟|在|于|当|按照?|根据|随着|除|作为"
    "|因为?|由于|为了"
)
_ALIKE = {
    "在": "于当", "与": "和同跟", "从": "自", "到": "往至", "由": "被遭",
}  # fmt: skip
_family = {char: name for name, others in _ALIKE.items() for char in others} | {
    "不同于": "与", "因": "因为", "由于": "因为",
}  # fmt: skip
"""The preposition that says the same as another."""
_closing = re.compile(
    "[中里内上下时后前间期]|之[前后间]|以[前后来]|相比|经常|常常|主要|通常|往往|总是|一直|首次|再次|一[起同样]|的|而"
)
"""What ends such a phrase."""
TIMES = (
    "(?:(?:\\d+|[一二三四五六七八九十]+)(?:年(?:代|[春夏秋冬])?|月|日|世纪|个月|周|天|小时)"
    "(?:[前后间初底末]|以[来前后])?|每?年?[春夏秋冬][天季]?)"
)
_time = re.compile(TIMES)
_adverbial = re.compile(
    f"(?:在|于|从|自|到|至)?{TIMES}(?:至{TIMES})?间?|每[年天周月日][一二三四五六日]?"
    "|(?:在|于|当)[^,;。的]{1,7}?(?:[中里内上下时间期]|之[前后间])"
    "|经常|常常|主要|通常|有时|往往|总是|最终|最后|随后|后来|其后|此后|同时|目前|曾|一度|至今|当时|分别"
    "|(?:由于|因为?|随着|为了|根据|按照|作为|除|尽管|虽然)[^,;。]*"
)
REACH = 16
"""Most characters of a phrase behind its preposition."""


@lru_cache(maxsize=1 << 10)
def side_of(text: str) -> Side:
    """A statement with its clauses and prepositions."""
    clause, number = [], 0
    for char in text:
        number += bool(cut.match(char))
        clause.append(number)
    led = [""] * len(text)
    for match in _lead.finditer(text):
        start, before = match.end(), led[match.start() - 1] if match.start() else ""
        name = _family.get(match[0], match[0])
        if name == "与" and before not in {"", "~"}:
            name = before  # in Laos and Vietnam
        time = _time.match(text, start)
        last = min(len(text), time.end() if time else start + REACH)
        for at in range(start, last):
            ended = at > start and (_lead.match(text, at) or _closing.match(text, at))
            if ended or clause[at] != clause[match.start()]:
                break
            led[at] = name
    for match in _adverbial.finditer(text):
        for at in range(*match.span()):
            led[at] = led[at] or "~"
    return Side(text, tuple(clause), tuple(led))
