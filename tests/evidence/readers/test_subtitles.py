"""Subtitles give every word with its time, or name the line that is none."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import EvidenceError, Unreadable
from evidence.model import MarkKind
from evidence.readers import ReadText
from evidence.readers.subtitles import SRT, VTT, read
from tests.evidence.readers.reading import data, marked


def srt(*cues: str) -> ReadText:
    """A file of these cues, read."""
    return read("\n\n".join(cues).encode())


def times(found: ReadText) -> list[int | None]:
    """Milliseconds at which the cues begin."""
    return [mark.time_code for mark in found.marks]


def test_an_srt_file_is_read_with_its_times() -> None:
    """Tags and positions are left out, the lines of a cue stay lines."""
    found = read(data("interview.srt"))
    assert found.text == "大家早安，今天我們訪問\n星期一在那艘渡輪上的\n林太太。\n她說，船上有十一個人受傷。"
    assert marked(found, MarkKind.CUE)[1] == "星期一在那艘渡輪上的\n林太太。"
    assert times(found) == [1000, 4200, 3_607_250]
    assert (found.media_type, found.encoding) == (SRT, "utf-8")


def test_a_webvtt_file_is_read_with_its_times() -> None:
    """Notes, styles, settings and identifiers are no words; hours may be left out."""
    found = read(data("interview.vtt"))
    assert found.text == (
        "Good morning. We talk to Nora Pell & her mate,\nwho was on the ferry\nthat ran aground on Monday.\n"
        "Eleven people were hurt."
    )
    assert times(found) == [1000, 4200, 3_607_250]
    assert found.media_type == VTT


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("00:00:01,5 --> 00:00:02,000", 1500),
        ("00:01.25 --> 00:02", None),
        ("0:00:01.250 --> 0:00:02.000", 1250),
        ("123:00:00,000 --> 123:00:01,000 X1:10 X2:20 Y1:30 Y2:40", 442_800_000),
        (" 00:00:01,000  -->  00:00:01,000 ", 1000),
        ("00:00:61,000 --> 00:01:02,000", None),
        ("00:00:03,000 --> 00:00:02,000", None),
        ("00:00:01,000 -> 00:00:02,000", None),
        ("one --> two", None),
    ],
)
def test_times_are_read_strictly(line: str, start: int | None) -> None:
    """What is none is refused with its line."""
    cue = f"7\n{line}\nflood"
    if start is None:
        with pytest.raises(Unreadable, match=r"line [45]: "):
            srt("1\n00:00:00,000 --> 00:00:01,000", cue)
    else:
        assert times(srt(cue)) == [start]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nflood\n2\n00:00:02,000 --> 00:00:03,000\nmore", 5),
        ("1\n00:00:01,000 --> 00:00:02,000\nflood\n\nlost words", 5),
        ("flood and water\n", 1),
        ("WEBVTT\n00:01.000 --> 00:02.000\nflood", 1),
        ("WEBVTT\n\nflood", 3),
        ("\r\n\r\n\r\n1\r\n\r\n00:00:01,000 --> 00:00:02,000", 4),
    ],
)
def test_a_line_that_belongs_nowhere_is_named(text: str, line: int) -> None:
    """Nothing that somebody said is skipped."""
    with pytest.raises(Unreadable, match=f"^line {line}: "):
        read(text.encode())


@pytest.mark.parametrize("text", ["WEBVTT", "WEBVTT\n\nNOTE nothing here", "1\n00:00:01,000 --> 00:00:02,000\n<i></i>"])
def test_subtitles_without_words_are_refused(text: str) -> None:
    """An empty file is no success."""
    with pytest.raises(Unreadable, match="no words"):
        read(text.encode())


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("{\\an8}{\\pos(1,2)}up", "up"),
        ("<font color='red'>a</font> <B>b</B>", "a b"),
        ("3 < 4 and 5 > 4, {sic} <no tag>", "3 < 4 and 5 > 4, {sic} <no tag>"),
        ("AT&amp;T", "AT&amp;T"),
    ],
)
def test_tags_go_and_words_stay(words: str, shown: str) -> None:
    """Only what is surely a tag is taken for one."""
    assert srt(f"1\n00:00:01,000 --> 00:00:02,000\n{words}").text == shown


def test_webvtt_has_tags_of_its_own() -> None:
    """Voices, classes, languages, times inside a cue, character references."""
    words = "<v.loud Nora>a</v> <c.x>b</c> <lang en>c</lang> <00:00:01.500>d <ruby>e<rt>f</rt></ruby> &lt;g&gt;"
    assert read(f"WEBVTT\nLanguage: zh-TW\n\n00:01.000 --> 00:02.000\n{words}".encode()).text == "a b c d ef <g>"
    assert read(b"WEBVTT\nLanguage: zh-TW\n\n00:01.000 --> 00:02.000\nx").language == "zh-Hant"


def test_captions_that_roll_say_each_line_once() -> None:
    """As YouTube makes them: a cue begins with the line that the one before ended with."""
    cues = [
        "00:00.000 --> 00:02.000\n \nthe<00:00:00.500><c> ferry</c><00:00:01.000><c> ran</c>",
        "00:02.000 --> 00:02.010\nthe ferry ran\n ",
        "00:02.010 --> 00:04.000\nthe ferry ran\naground<00:00:02.500><c> on</c><00:00:03.000><c> Monday</c>",
        "00:04.000 --> 00:04.010\naground on Monday\n ",
    ]
    found = read("\n\n".join(["WEBVTT", *cues]).encode())
    assert found.text == "the ferry ran\naground on Monday"
    assert times(found) == [0, 2010]


def test_a_line_said_twice_is_kept_when_captions_do_not_roll() -> None:
    """People repeat themselves."""
    assert srt("1\n00:00:01,000 --> 00:00:02,000\nNo.", "2\n00:00:02,000 --> 00:00:03,000\nNo.").text == "No.\nNo."


def test_chinese_subtitles_in_an_old_encoding_are_read() -> None:
    """As they are passed around."""
    found = read("1\n00:00:01,000 --> 00:00:02,000\n船上的乘客在三小时内全部获救。\n".encode("gb18030"))
    assert (found.text, found.encoding) == ("船上的乘客在三小时内全部获救。", "gb18030")


def test_hostile_files_are_read_in_time() -> None:
    """A line of 20 MB, a million blank lines, tags that never end."""
    cue = "1\n00:00:01,000 --> 00:00:02,000\n"
    assert len(srt(cue + "flood " * 3_500_000).text) == 20_999_999
    assert srt("\n" * 1_000_000 + cue + "x").text == "x"
    assert srt(cue + "<i" * 500_000).text
    assert srt(cue + "{\\" * 500_000).text
    with pytest.raises(Unreadable):
        srt("00:" * 1_000_000 + "-->")


@given(st.lists(st.sampled_from(["1", "00:01.000 --> 00:02.000", "", "flood", "WEBVTT", "NOTE x", "-->", "<i>"])))
def test_any_lines_give_text_or_a_sentence(lines: list[str]) -> None:
    """Never anything but our own errors."""
    with suppress(EvidenceError):
        found = read("\n".join(lines).encode())
        assert len(marked(found, MarkKind.CUE)) == len(times(found)) > 0
