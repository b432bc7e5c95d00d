"""Cutting a text into passages. Nothing but white space is ever lost between two of them."""

from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from evidence.model import Passage
from evidence.text import lazy_re as re

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST_LINES = 5
"""Lines that a text needs to be taken for a transcript or for hard-wrapped lines."""
CHINESE_LINE, LATIN_LINE = 40, 100
"""Longest median line, in code points, of a text whose lines break inside sentences."""
CHINESE_SENTENCE, LATIN_SENTENCE = 60, 300
"""Where nothing ends a sentence, lines are put together up to this many code points."""

Stretch = tuple[int, int]

_line = re.compile(r"[^\r\n]+")
_newline = re.compile(r"\r\n|\r|\n")
_surrogate = re.compile("[\ud800-\udfff]")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3041-\u30fa\U00020000-\U0003fffd"
_han = re.compile(f"[{_HAN}]")
_latin_word = re.compile(r"[^\W\d_\u2e80-\uffff\U00020000-\U0003fffd]+")
_CLOSERS = "」』”’）)】》〉\"'＂］]"
_ended = re.compile(rf"[。｡！？!?；;…．.][{re.escape(_CLOSERS)}]*\Z")
_end = re.compile(
    rf"(?:[。｡！？]+[!?]*|；"  # full-width marks always end
    rf"|(?<=[{_HAN}])(?:[!?]+|[;.](?![^\s{re.escape(_CLOSERS)}]))|[!?]+(?=\s|\Z)"  # ASCII marks after a character
    rf"|(?:…+|\.{{3,}})(?=[{re.escape(_CLOSERS)}\n\r]|\Z))"  # dots that trail off
    rf"[{re.escape(_CLOSERS)}]*"
)


def lines(text: str) -> "Iterator[Passage]":
    r"""The lines that have something on them, without white space at their ends.

    A line ends with `\n`, `\r\n` or `\r`; offsets are code points of `text`.
    """
    for start, end in _lines(text):
        yield Passage(start=start, end=end)


def sentences(text: str, language: str) -> "Iterator[Passage]":
    """The sentences of a text in the language with this BCP 47 tag, in order, in code points of `text`.

    Every line is cut for itself, by the marks of Chinese when there is Chinese on it and by sentencex
    (its golden rules, for the given language or else English) when there is not. Only when most lines end
    in the middle of a sentence, as in transcripts and hard-wrapped mail, are the lines between two blank
    ones put together first; what is then too long for a sentence is cut at line ends.
    """
    for start, end in _units(text):
        chinese = _is_chinese(text[start:end])
        cut = _chinese_ends(text, start, end) if chinese else _latin_ends(text, start, end, language)
        longest = CHINESE_SENTENCE if chinese else LATIN_SENTENCE
        for piece in pairwise([start, *cut, end]):
            for stretch in _at_line_ends(text, *piece, longest):
                yield Passage(start=stretch[0], end=stretch[1])


def _lines(text: str) -> list[Stretch]:
    found = (_trimmed(text, *match.span()) for match in _line.finditer(text))
    return [stretch for stretch in found if stretch is not None]


def _trimmed(text: str, start: int, end: int) -> Stretch | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return (start + left, start + len(piece.rstrip())) if left < len(piece) else None


def _units(text: str) -> list[Stretch]:
    """Lines, or paragraphs where lines break inside sentences."""
    found = _lines(text)
    if not found or not _breaks_inside_sentences(text, found):
        return found
    units = [found[0]]
    for start, end in found[1:]:
        if len(_newline.findall(text, units[-1][1], start)) > 1:
            units.append((start, end))
        else:
            units[-1] = units[-1][0], end
    return units


def _breaks_inside_sentences(text: str, found: list[Stretch]) -> bool:
    pieces = [text[start:end] for start, end in found]
    longest = CHINESE_LINE if _is_chinese("\n".join(pieces[:200])) else LATIN_LINE
    unended = sum(not _ended.search(piece) for piece in pieces)
    return len(pieces) >= FEWEST_LINES and unended * 2 > len(pieces) and median(map(len, pieces)) <= longest


def _is_chinese(piece: str) -> bool:
    """A character weighs half a word, so that names in Latin letters do not make a sentence English."""
    return len(_han.findall(piece)) * 2 >= max(1, len(_latin_word.findall(piece)))


def _chinese_ends(text: str, start: int, end: int) -> list[int]:
    return [match.end() for match in _end.finditer(text, start, end) if match.end() < end]


def _latin_ends(text: str, start: int, end: int, language: str) -> list[int]:
    from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # noqa: PLC0415

    # One character for one: sentencex would take a newline for a paragraph, and refuse a surrogate.
    line = _surrogate.sub("\N{REPLACEMENT CHARACTER}", text[start:end].replace("\r", " ").replace("\n", " "))
    tag = language.partition("-")[0]
    found = get_sentence_boundaries("en" if tag in {"zh", "und"} else tag, line)
    return sorted({start + sentence["end_index"] for sentence in found} - {start, end})


def _at_line_ends(text: str, start: int, end: int, longest: int) -> "Iterator[Stretch]":
    """The stretch itself or, when it is too long, its lines put together up to what a sentence may be."""
    whole = _trimmed(text, start, end)
    if whole is None:
        return
    if whole[1] - whole[0] <= longest:
        yield whole
        return
    last: Stretch | None = None
    for match in _line.finditer(text, *whole):
        line = _trimmed(text, *match.span())
        if line is None:
            continue
        if last is not None and (line[1] - last[0] > longest or _opens(text, line, last, longest)):
            yield last
            last = None
        last = (last[0] if last else line[0]), line[1]
    if last is not None:
        yield last


def _opens(text: str, line: Stretch, last: Stretch, longest: int) -> bool:
    """Whether a line begins a new thought after enough has been said."""
    return last[1] - last[0] >= longest // 2 and _openers().match(text, *line) is not None


@cache
def _openers() -> re.Pattern[str]:
    rows = files("evidence.text").joinpath("openers.txt").read_text("utf-8").splitlines()
    return re.compile("|".join(word for row in rows if not row.startswith("#") for word in row.split()))
