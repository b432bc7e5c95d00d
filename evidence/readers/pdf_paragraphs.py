"""Lines of a PDF's pages to paragraphs, by where the lines stand.

Lines of one size under each other make a column's run. In a run a new paragraph begins where the gap is wider, where
a line is indented, where a list sign stands, and where the line before ended although the next word would have
fitted. A paragraph goes on over the end of a column or page when its line is full, no mark ends it, and what follows
begins in the middle of a sentence. What stands on top or bottom of page after page is furniture.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from evidence.model import MarkKind
from evidence.readers.pdf_lines import Line

SAME_SIZE = 0.12
"""Share by which the sizes of lines in one run may differ."""
FAR = 2.2
"""Heights of a line: farther apart two lines are in different runs."""
WIDER = 1.25
"""Times the usual distance of lines: from there on a gap parts paragraphs."""
INDENT = 0.8
"""Heights of a line by which the first line of a paragraph is indented at least."""
LARGER = 1.15
"""Times the usual size: from there on short lines are headings."""
HEADING = 200
"""Code points of the longest heading."""
EDGE = 2
"""Most lines at the top and at the bottom of a page that may be furniture."""
APART = 1.6
"""Heights of a line by which furniture stands apart from the page's own lines."""

_cjk_start = re.compile("[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003fffd]")
_cjk_end = re.compile(_cjk_start.pattern + r"\Z")
_shared = "“”‘’…—·"  # marks of Chinese and of English
_item = re.compile(
    r"(?:[•◦▪●○■□‣∙·–-]|\(?(?:\d{1,2}|[a-z])[.)]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、)\s*\S"
)
_ended = re.compile("[.!?。！？;；:：…][\"'”’」』）)]*\\Z")
_number = re.compile(r"\d+")
_letters = re.compile(r"[^\W\d_]{2}")
_page_number = re.compile(r"\A\W*#\W*(?:of|/|共)?\W*#?\W*\Z", re.IGNORECASE)
_said_page = re.compile(r"\A\W*(?:(?:page|p\.)\s*#(?:\s*(?:of|/)\s*#)?|第\s*#\s*[页頁].{0,12})\W*\Z", re.IGNORECASE)
_last_word, _first_word = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[^\W\d_]+")
_KEPT = ("anti", "cross", "half", "high", "ill", "long", "low", "mid", "non", "self", "semi", "short", "well")
"""First parts after which a hyphen at a line's end is more often part of the word."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together as one text, and the offsets in it at which a page (counted from 1) turns up."""

    text: str
    kind: MarkKind | None
    turns: tuple[tuple[int, int], ...]


class _Run:
    """Lines of one size under each other on one page."""

    def __init__(self, page: int, line: Line) -> None:
        self.page = page
        self.lines = [line]

    def takes(self, line: Line) -> bool:
        """Whether a line goes on with the column."""
        last = self.lines[-1]
        down = last.baseline - line.baseline
        beside = line.left > last.right or line.right < last.left
        same = abs(line.size - last.size) <= SAME_SIZE * last.size
        return same and not beside and 0.3 * last.size < down < FAR * last.size

    def measure(self) -> tuple[float, float, float]:
        """Where most lines begin (of equals the leftmost), where the longest ends, and the usual step down."""
        places = Counter(round(line.left) for line in self.lines)
        left = min(places, key=lambda place: (-places[place], place))
        steps = sorted(a.baseline - b.baseline for a, b in pairwise(self.lines))
        step = median(steps[: len(steps) // 2 + 1]) if steps else FAR * self.lines[0].size
        return left, max(line.right for line in self.lines), step


@dataclass(slots=True)
class _Piece:
    """A paragraph on its way: its lines, each with its page; whether its first and last line are cut off in a run."""

    lines: list[tuple[int, Line]]
    indented: bool = False
    full: bool = False


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    """The paragraphs of a document in order; one that crosses pages comes before the furniture between the pages."""
    furniture = _furniture(pages)
    body = [
        [line for at, line in enumerate(page) if (number, at) not in furniture] for number, page in enumerate(pages)
    ]
    words = Counter(
        word.lower() for page in body for line in page for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", line.text)
    )
    usual = _usual(body)
    starting: dict[int, list[Paragraph]] = {}
    for piece in _pieces(body):
        starting.setdefault(piece.lines[0][0], []).append(_paragraph(piece, usual, words))
    for number, page in enumerate(pages):
        edges = [(at, line, furniture[number, at]) for at, line in enumerate(page) if (number, at) in furniture]
        yield from (_at_edge(line, number) for _, line, on_top in edges if on_top)
        yield from starting.get(number, ())
        yield from (_at_edge(line, number) for _, line, on_top in edges if not on_top)


def _at_edge(line: Line, page: int) -> Paragraph:
    return Paragraph(line.text + "-" * line.hyphen, MarkKind.FURNITURE, ((0, page + 1),))


def _furniture(pages: Sequence[Sequence[Line]]) -> dict[tuple[int, int], bool]:
    """{(page, line): on top or not} of the lines that stand in one place of several pages, but for their numbers."""
    places: dict[tuple[str, int], list[tuple[int, int, bool]]] = {}
    for number, page in enumerate(pages):
        order = sorted(range(len(page)), key=lambda at: -page[at].baseline)
        bottom, top = _edge(page, order[::-1]), _edge(page, order)
        for at, on_top in (dict.fromkeys(bottom, False) | dict.fromkeys(top, True)).items():
            words = _number.sub("#", page[at].text)
            if any(form.search(words) for form in (_letters, _page_number, _said_page)):
                places.setdefault((words, round(page[at].baseline / 3)), []).append((number, at, on_top))
    enough = 2 if len(pages) < 4 else 3
    repeated = [found for (words, _), found in places.items() if len(found) >= enough or _said_page.match(words)]
    return {(page, at): on_top for found in repeated for page, at, on_top in found}


def _edge(page: Sequence[Line], order: list[int]) -> list[int]:
    """The first lines of this order, when they are few and stand apart from the next."""
    for count, (at, after) in enumerate(pairwise(order[: EDGE + 1]), 1):
        if abs(page[at].baseline - page[after].baseline) > APART * page[at].size:
            return order[:count]
    return order if len(order) <= EDGE else []


def _usual(pages: Sequence[Sequence[Line]]) -> tuple[float, bool]:
    """The size of most characters, and whether most are bold."""
    sizes: Counter[tuple[float, bool]] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1), line.bold] += len(line.text)
    return max(sizes, key=lambda key: (sizes[key], key), default=(1.0, False))


def _pieces(pages: Sequence[Sequence[Line]]) -> Iterator[_Piece]:
    """The paragraphs, those joined that go on in the next column or on the next page."""
    open_piece: _Piece | None = None
    for run in _runs(pages):
        for at, piece in enumerate(_split(run)):
            if open_piece is not None and at == 0 and _goes_on(open_piece, piece):
                open_piece.lines += piece.lines
                open_piece.full = piece.full
                continue
            if open_piece is not None:
                yield open_piece
            open_piece = piece
    if open_piece is not None:
        yield open_piece


def _runs(pages: Sequence[Sequence[Line]]) -> Iterator[_Run]:
    run: _Run | None = None
    for number, page in enumerate(pages):
        for line in _rows(page):
            if run is not None and run.page == number and run.takes(line):
                run.lines.append(line)
                continue
            if run is not None:
                yield run
            run = _Run(number, line)
    if run is not None:
        yield run


def _rows(page: Sequence[Line]) -> Iterator[Line]:
    """The lines, those side by side on one height, as in the rows of a table, made one."""
    row: Line | None = None
    for line in page:
        if row is not None and abs(row.baseline - line.baseline) < 0.2 * row.size and line.left > row.right:
            row = replace(row, text=f"{row.text}{'-' * row.hyphen}\t{line.text}", right=line.right, hyphen=line.hyphen)
            continue
        if row is not None:
            yield row
        row = line
    if row is not None:
        yield row


def _split(run: _Run) -> list[_Piece]:
    """A run's paragraphs."""
    left, right, step = run.measure()
    pieces = [_Piece([(run.page, run.lines[0])], indented=run.lines[0].left - left > INDENT * run.lines[0].size)]
    for before, line in pairwise(run.lines):
        if _begins(before, line, pieces[-1], (left, right, step)):
            pieces.append(_Piece([]))
        pieces[-1].lines.append((run.page, line))
    pieces[-1].full = len(run.lines) > 1 and right - run.lines[-1].right < 2.2 * run.lines[-1].size
    return pieces


def _begins(before: Line, line: Line, piece: _Piece, measures: tuple[float, float, float]) -> bool:
    """Whether a line begins a paragraph after the line before it."""
    left, right, step = measures
    if before.baseline - line.baseline > WIDER * step or before.bold != line.bold or "\t" in before.text + line.text:
        return True
    if before.hyphen:
        return False
    if _item.match(line.text) or right - before.right > _width_of_first_word(line):
        return True
    hangs = len(piece.lines) == 1 and _item.match(piece.lines[0][1].text)
    return not hangs and line.left - max(left, before.left) > INDENT * line.size


def _width_of_first_word(line: Line) -> float:
    """What would have had to fit at the end of the line before; for Chinese two characters, a mark never leads."""
    if _cjk_start.match(line.text.lstrip(_shared)):
        return 2.2 * line.size
    word = line.text.split(maxsplit=1)[0]
    return (line.right - line.left) * (len(word) + 1) / max(1, len(line.text)) + 0.3 * line.size


def _goes_on(piece: _Piece, after: _Piece) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    last, first = piece.lines[-1][1], after.lines[0][1]
    same = last.bold == first.bold and abs(last.size - first.size) <= SAME_SIZE / 2 * last.size
    onward = piece.lines[-1][0] != after.lines[0][0] or first.baseline > last.baseline
    if not same or not onward or "\t" in last.text + first.text:
        return False
    in_the_middle = first.text[0].islower() or _cjk_start.match(first.text.lstrip(_shared)) is not None
    open_ended = piece.full and not _ended.search(last.text) and not after.indented
    return last.hyphen or (open_ended and in_the_middle and not _item.match(first.text))


def _paragraph(piece: _Piece, usual: tuple[float, bool], words: Counter[str]) -> Paragraph:
    text = ""
    turns: list[tuple[int, int]] = []
    before: Line | None = None
    for page, line in piece.lines:
        if before is not None:
            text += _between(before, line, words)
        if not turns or turns[-1][1] != page + 1:
            turns.append((len(text), page + 1))
        text += line.text
        before = line
    text += "-" if before is not None and before.hyphen else ""
    return Paragraph(text, _kind(piece, text, usual), tuple(turns))


def _between(before: Line, line: Line, words: Counter[str]) -> str:
    """What parts two lines in a text: nothing in Chinese, a space elsewhere, a hyphen that belongs to the word."""
    if before.hyphen:
        return "-" if _keeps_hyphen(before.text, line.text, words) else ""
    if re.search(r"\d-\Z", before.text) and line.text[0].isdecimal():
        return ""
    return "" if _cjk_end.search(before.text) or _cjk_start.match(line.text) else " "


def _keeps_hyphen(before: str, after: str, words: Counter[str]) -> bool:
    """Whether the hyphen at a line's end would be there in the middle of a line too; the document's words tell."""
    first, second = _last_word.search(before), _first_word.match(after)
    if first is None or second is None or not second[0].islower():
        return True
    a, b = first[0].lower(), second[0].lower()
    if words[a + b] != words[f"{a}-{b}"]:
        return words[f"{a}-{b}"] > words[a + b]
    return a in _KEPT


def _kind(piece: _Piece, text: str, usual: tuple[float, bool]) -> MarkKind | None:
    size, bold = usual
    lines = [line for _, line in piece.lines]
    large = all(line.size >= LARGER * size for line in lines)
    stands_out = not bold and all(line.bold for line in lines) and not _ended.search(text)
    if (large and len(text) <= HEADING) or (stands_out and len(text) <= HEADING // 2):
        return MarkKind.HEADING
    if "\t" in text:
        return MarkKind.TABLE
    return MarkKind.LIST_ITEM if _item.match(text) else None
