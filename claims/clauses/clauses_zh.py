"""Chinese sentences cut into clauses by grammar words, without a segmenter.

A stretch between two marks is a clause when it has a predicate. One that has none leans: an adverbial
(在…之后), a bare subject or a verb of saying leans forward, an addition (以及…) leans back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from claims.features.leaning_zh import is_connective, leaning, leans_back, leans_forward
from claims.features.lines_zh import apart, line_leans_back, line_leans_forward, stands
from claims.features.predicates_zh import has_predicate
from evidence.text import lazy_re as re

EndOf = Callable[[int], int | None]
Piece = tuple[int, int, bool]
"""Start, end, and whether a sentence begins here."""

_mark = re.compile(r"[“\"(《]|[,;。!?…\n]+|[—–]{1,2}|(?<=[\u3400-\u9fff%”）)])\s(?=[\u3400-\u9fff])|:(?=[\n\s])")
_hard = re.compile(r"[。!?…;]")
_speaker_after = re.compile(r"[^。“\n]{0,26}?(?:说|表示|称|指出|回忆|回应|强调|坦言)(?:道)?(?:[。\n]|$)")
LONGEST = 90
"""Code points up to which leaning stretches are gathered into one clause."""


@dataclass(slots=True)
class _Unit:
    start: int
    end: int
    hard: bool  # a sentence ends after it
    line: bool = False  # a line of a transcript ends after it


def cut_chinese(view: str, start: int, end: int, end_of: EndOf, *, lines: bool, heading: bool = False) -> list[Piece]:
    """The clauses of `view[start:end]`; with `lines` a line break cuts like a comma."""
    return _with_short(view, _gather(view, _units(view, start, end, end_of, lines=lines, heading=heading)))


def _units(view: str, start: int, end: int, end_of: EndOf, *, lines: bool, heading: bool) -> list[_Unit]:
    units = []
    at = begin = start
    while match := _mark.search(view, at, end):
        mark = match[0]
        closed = end_of(match.start())
        if closed and mark[0] in '“"(《':
            at = min(closed, end)
            if mark[0] in '“"' and view[at - 2] in "。!?" and begin < at and not _speaker_after.match(view, at):
                units.append(_Unit(begin, at, hard=True))
                begin = at
            continue
        at = match.end()
        if mark[0] in '“"(《' or not _cuts(view, match, lines=lines, heading=heading):
            continue
        hard = bool(_hard.search(mark)) or (heading and mark.isspace())
        units.append(_Unit(begin, match.start(), hard, line=lines and "\n" in mark))
        begin = at
    if begin < end:
        units.append(_Unit(begin, end, hard=True, line=lines))
    return [unit for unit in units if view[unit.start : unit.end].strip()]


def _cuts(view: str, match: re.Match[str], *, lines: bool, heading: bool) -> bool:
    mark = match[0]
    if mark == ",":
        return not (view[match.start() - 1 : match.start()].isdigit() and view[match.end() : match.end() + 1].isdigit())
    if mark.strip("\n") == "" and "\n" in mark:
        return lines
    if mark.isspace():
        return heading or lines
    return True


def _gather(view: str, units: list[_Unit]) -> list[Piece]:
    """Join the stretches that lean on their neighbours."""
    pieces: list[list[int]] = []
    fresh = True
    waiting: int | None = None
    last: _Unit | None = None
    for number, unit in enumerate(units):
        begin = unit.start if waiting is None else waiting
        text = view[unit.start : unit.end].strip()
        if waiting is None and is_connective(text.rstrip("呢啊呀") if unit.line else text) and not unit.hard:
            continue
        if pieces and not fresh and waiting is None and _splits_name(view, pieces[-1][1], unit.start):
            pieces[-1][1] = unit.end
            fresh = unit.hard
            continue
        if pieces and not fresh and waiting is None and _plainly_adds(text) and unit.end - pieces[-1][0] < LONGEST * 2:
            pieces[-1][1] = unit.end
            fresh = unit.hard
            continue
        if waiting is not None and last is not None and _closes(view[last.start : last.end].strip(), text):
            pieces.append([waiting, last.end, fresh])
            begin, waiting, fresh = unit.start, None, False
        head = number > 0 and units[number - 1].line
        last = unit
        if not unit.hard and unit.end - begin < LONGEST and _forward(view, unit, text):
            waiting = begin
            continue
        if (
            pieces
            and not fresh
            and waiting is None
            and (_back(view, pieces[-1], text) if head else leans_back(text) or _judges(view, pieces[-1], text))
            and unit.end - pieces[-1][0] < LONGEST * 2
        ):
            pieces[-1][1] = unit.end
        else:
            pieces.append([begin, unit.end, fresh])
        waiting = None
        fresh = unit.hard
    if waiting is not None and units:
        pieces.append([waiting, units[-1].end, fresh])
    return [(start, end, bool(first)) for start, end, first in pieces]


def _forward(view: str, unit: _Unit, text: str) -> bool:
    """Whether a stretch is only the beginning of a clause."""
    if not unit.line:
        return leans_forward(text)
    below = _below.match(view, unit.end)
    return line_leans_forward(text, below[1] if below else "")


def _back(view: str, piece: list[int], text: str) -> bool:
    """Whether the first stretch of a line adds to what stands above it."""
    return not apart(_last_line(view, (piece[0], piece[1], False))) and (
        line_leans_back(text) or _judges(view, piece, text)
    )


_below = re.compile(r"\s*([^\n ]*)")


def _with_short(view: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, those too short to stand alone joined with the one before or, at a sentence's head, the one after.

    What asks stands alone.
    """
    joined: list[Piece] = []
    for start, end, first in pieces:
        if joined and not first and view[end : end + 1] != "?":
            before = joined[-1]
            lines = "\n" in view[before[1] : start]
            short = _leans_by_size(view, start, end, lines) or (
                _leans_by_size(view, before[0], before[1], lines) and before[2]
            )
            if lines and short:
                short = not apart(view[start:end].strip(_EDGES)) and not apart(_last_line(view, before))
            if short and _size(view, before[0], before[1]) + _size(view, start, end) <= LONGEST_JOINED:
                joined[-1] = (before[0], end, before[2])
                continue
        joined.append((start, end, first))
    return joined


def _last_line(view: str, piece: Piece) -> str:
    """The last line of a piece."""
    words = view[piece[0] : piece[1]].strip(_EDGES)
    return words[words.rfind("\n") + 1 :]


def _leans_by_size(view: str, start: int, end: int, line: bool) -> bool:
    """Whether a piece is too short to stand alone; what gives a figure for a subject of its own does, an hour not.

    So does a `line` of a transcript that says something of a subject of its own.
    """
    text = view[start:end].strip(_EDGES)
    if _hour.fullmatch(text):
        return True
    if len(text) > SHORT or _part_of.match(text):
        return False
    text = _then.sub("", text)
    bare = leaning()["bare"].match(text)
    if bare and text[bare.end() : bare.end() + 1] != "的":
        return True
    return not (_figure.search(text) or (line and stands(text)))


def _size(view: str, start: int, end: int) -> int:
    return len(view[start:end].strip(_EDGES))


_then = re.compile(r"^(?:可是|但是|不过|而且|所以|然后)")
_part_of = re.compile(r"其中[^,]{0,4}[\d一二三四五六七八九十两百千万亿]|(?:所幸|幸好|好在|幸而)[^,]{0,2}[无没]")
"""How many of those just counted, or that nobody was hurt: short and a fact of its own."""
_hour = re.compile(
    r"(?:[当次今昨前][天日晚]|第二天)?(?:凌晨|清晨|早[上晨]|上午|中午|下午|傍晚|晚[上间]|夜[里间]|深夜|半夜)?"
    r"[\d一二三四五六七八九十两]+[点时](?:半|[\d一二三四五六七八九十]+[分刻])?(?:钟|整|多|左右|前后)?"
)
_figure = re.compile(r"[\d零一二三四五六七八九十两百千万亿]")
_EDGES = " \n,、;。.!?…—–-"
SHORT, LONGEST_JOINED = 8, 30
"""Code points up to which a stretch is too short to stand alone, and up to which it is joined with its neighbour."""

_addition = re.compile(r"(?:以及|包括|及|尤其是|特别是|乃至)")
_new_subject = re.compile(r"但是|但|不过|虽然|尽管|可是|然而|这|那|他|她|它|该|根据|据|当时|随后|目前|最近")


def _plainly_adds(text: str) -> bool:
    """Whether a stretch is the rest of a list: 以及 and a noun."""
    start = _addition.match(text)
    return bool(start) and not has_predicate(text[start.end() :]) if start else False


def _closes(waiting: str, text: str) -> bool:
    """Whether a stretch that seemed to lean stands alone after all, because a new subject follows it."""
    kit = leaning()
    if len(waiting) < 10 or not _new_subject.match(text):
        return False
    return not any(kit[name].match(waiting) for name in ("gate", "start", "introduces", "by_means")) and not (
        kit["say"].search(waiting) or kit["temporal"].search(waiting) or kit["end"].search(waiting)
    )


def _judges(view: str, piece: list[int], text: str) -> bool:
    """Whether a stretch only judges the one before it, which reports no fact of its own."""
    if not leaning()["judges"].match(text):
        return False
    before = view[piece[0] : piece[1]].strip()
    return (len(before) <= 16 or not has_predicate(before)) and not _reports.search(before)


_reports = re.compile(r"\d|了|已|曾")


def _splits_name(view: str, end: int, start: int) -> bool:
    """Whether a line break fell between two words in Latin letters with nothing else: a name cut in two."""
    above, below = view[max(0, end - 1) : end], view[start : start + 3]
    return (
        above.isascii()
        and above.isalpha()
        and below[:1].isascii()
        and below[:1].isalpha()
        and "\n" in view[end:start]
        and not _two_words.match(view, start)
    )


_two_words = re.compile(r"[a-z]+[ (]")
