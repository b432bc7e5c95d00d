"""Subtitles: SRT and WebVTT. The text is what is said, line under line; each cue is marked with its time.

Strict, because a lenient parser that skips what it does not understand loses what somebody said: every line of the
file belongs to a cue or to a comment, or the file is refused with the number of the line. Understood are what files
in use hold: hours left out, a comma or a dot before the milliseconds, cue settings, NOTE, STYLE and REGION blocks,
formatting tags, cues that overlap. The text is derived: tags are left out and character references resolved.

Captions made while somebody speaks roll: each cue of YouTube's begins with the line that the one before ended with.
Such lines are kept once, where they first appear.

WebVTT: https://www.w3.org/TR/webvtt1/. SRT has no specification; this follows SubRip's own output.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import NoReturn

from evidence.errors import Unreadable
from evidence.model import Mark, MarkKind
from evidence.readers.decoding import decode
from evidence.readers.metadata import language_tag
from evidence.readers.reading import ReadText
from evidence.text.clean import storable

SRT, VTT = "application/x-subrip", "text/vtt"
MEDIA_TYPES: tuple[str, ...] = (VTT, SRT, "application/srt", "text/srt")
SUFFIXES: tuple[str, ...] = (".srt", ".vtt")

_newline = re.compile(r"\r\n|\r|\n")
_TIME = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d)[.,](\d{1,3})"
_timing = re.compile(rf"{_TIME}\s*-->\s*{_TIME}(?:\s+\S.*)?\Z")
_tag = re.compile(r"</?(?:[biuscv]|ruby|rt|lang|font)(?:[.\s][^<>]{0,500})?>", re.IGNORECASE)
_time_tag = re.compile(r"<(?:\d{1,4}:)?[0-5]?\d:[0-5]\d\.\d{3}>")
_override = re.compile(r"\{\\[^{}]{0,200}\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from `start` on (milliseconds), line by line."""

    start: int
    lines: tuple[str, ...]


def read(data: bytes, *, encoding: str | None = None) -> ReadText:
    """Read subtitles. Raises Unreadable, with the number of the line that is no subtitle."""
    text, encoding = decode(data, encoding)
    lines = _newline.split(text)
    is_vtt = re.match(r"WEBVTT(?:[ \t]|\Z)", lines[0]) is not None
    cues = list(_cues(lines, is_vtt=is_vtt))
    if _time_tag.search(text) is not None:
        cues = list(_without_rolling(cues))
    said = [cue for cue in cues if cue.lines]
    if not said:
        raise Unreadable("these subtitles hold no words")
    return ReadText(
        text="\n".join(line for cue in said for line in cue.lines),
        encoding=encoding,
        media_type=VTT if is_vtt else SRT,
        language=_said_language(lines) if is_vtt else None,
        marks=tuple(_marks(said)),
    )


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """(number of its first line, lines) of each stretch between blank lines.

    YouTube writes a space for an empty line inside a cue: such a line is blank only where a cue may begin after it.
    """
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip() or (block and line and not any("-->" in after for after in lines[number : number + 2])):
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cues(lines: list[str], *, is_vtt: bool) -> Iterator[Cue]:
    blocks = _blocks(lines)
    if is_vtt:
        _, header = next(blocks)
        if any("-->" in line for line in header):
            _refuse(1, "the line WEBVTT is not followed by a blank line")
    for number, block in blocks:
        if not (is_vtt and re.match(r"(?:NOTE|STYLE|REGION)(?:\s|\Z)", block[0]) and "-->" not in block[0]):
            yield _cue(number, block, is_vtt=is_vtt)


def _said_language(lines: list[str]) -> str | None:
    """The language in the header, where YouTube writes it."""
    header = next(_blocks(lines))[1]
    return next((language_tag(line[9:]) for line in header if line.startswith("Language:")), None)


def _cue(number: int, block: list[str], *, is_vtt: bool) -> Cue:
    """One cue; its identifier, when it has one, stands in the line before the times."""
    at = 0 if "-->" in block[0] else 1
    if at == len(block) or "-->" not in block[at]:
        _refuse(number, "a cue begins with its times, such as 00:01:02,500 --> 00:01:04,000")
    times = _timing.match(block[at].strip())
    if times is None:
        _refuse(number + at, "these are no times of a cue, such as 00:01:02,500 --> 00:01:04,000")
    start, end = _milliseconds(times.groups()[:4]), _milliseconds(times.groups()[4:8])
    if end < start:
        _refuse(number + at, "this cue ends before it begins")
    for line, words in enumerate(block[at + 1 :], number + at + 1):
        if "-->" in words:
            _refuse(line, "a cue begins without a blank line before it")
    said = (_words(line, is_vtt=is_vtt) for line in block[at + 1 :])
    return Cue(start, tuple(line for line in said if line))


def _refuse(line: int, problem: str) -> NoReturn:
    raise Unreadable(f"line {line}: {problem}")


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction.ljust(3, "0"))


def _words(line: str, *, is_vtt: bool) -> str:
    line = _tag.sub("", _time_tag.sub("", line))
    line = unescape(line) if is_vtt else _override.sub("", line)
    return " ".join(storable(line).split())


def _without_rolling(cues: list[Cue]) -> Iterator[Cue]:
    """Leave out the lines at the start of a cue with which the one before it ended."""
    before: tuple[str, ...] = ()
    for cue in cues:
        repeated = next(
            n for n in range(min(len(before), len(cue.lines)), -1, -1) if before[len(before) - n :] == cue.lines[:n]
        )
        yield Cue(cue.start, cue.lines[repeated:])
        before = cue.lines or before


def _marks(cues: list[Cue]) -> Iterator[Mark]:
    at = 0
    for cue in cues:
        end = at + sum(map(len, cue.lines)) + len(cue.lines) - 1
        yield Mark(start=at, end=end, kind=MarkKind.CUE, time_code=cue.start)
        at = end + 1
