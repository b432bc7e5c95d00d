"""What surrounds the report on a page or in a programme: navigation, bylines, captions, disclaimers, greetings.

A text is cut into blocks: paragraphs, headings, bullets and lines of furniture. In a transcript, where lines
are short and bear little punctuation, one block holds all lines up to a blank one.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from claims.features.cues import pattern
from evidence.text import lazy_re as re

Genre = Literal["article", "transcript"]

_line = re.compile(r"[^\n]+")
_bullet = re.compile(
    r"[ \t]{0,12}(?:[•●▪◦‣∙·*\-–—■◆▶►○※]|\d{1,2}[.)、]|[((]?[一二三四五六七八九十]{1,2}[))、])[ \t]{0,8}(?=\S)"
)
_heading_mark = re.compile(
    r"[ \t]{0,3}#{1,6}[ \t]+|[ \t]{0,3}\*\*(?=[^*\n]{1,200}\*\*[ \t]*$)|[ \t]{0,3}\[(?=[^\]\n]{1,30}\][ \t]*$)"
)
_ends_sentence = re.compile(r"[。.!?…;:”\"')\]][*_ ]{0,3}$")
_sentence_end = re.compile(r"[。!?]|\.(?=\s|$)")
_han = re.compile(r"[\u3400-\u9fff]")
_meta_zh = re.compile(
    r"(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}|\d{1,2}:\d{2})[^。]{0,30}(?:来源|作者|编辑|记者|文|责编)[:：/]"
)
_more_label = re.compile(
    r"(?:相关阅读|延伸阅读|相关新闻|相关报道|相关文章|推荐阅读|更多新闻|参考资料|热门文章|最新消息"
    r"|related(?: articles| stories)?|read more|more from.{0,20}|"
    r"most read|recommended|see also|more on this story|references|trending)\s*:?$"
)
"""A label above a list of links."""
_speaker = re.compile(
    r"([A-Z][A-Z .'\-]{1,30}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|[\u4e00-\u9fff·]{2,8})[:：][ \t]*(?=\S)"
)
_url = re.compile(r"(?:https?://|www\.)\S{3,}")
_time_only = re.compile(
    r"(?:[\s\d:：/.\-,年月日时分秒|]|(?<![a-z])(?:am|pm|a\.m\.|p\.m\.|et|edt|est|gmt|utc|cet|bst|jan|feb|mar|apr|may|june?|july?|aug"
    r"|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december"
    r"|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|updated|更新|发布|上午|下午|-->)(?![a-z])|\[|\])+$"
)
_crumbs = re.compile(
    r"[^>|/›»]{1,24}(?:\s?[>|›»]\s?|\s/\s)[^>|/›»]{1,24}(?:(?:\s?[>|›»]\s?|\s/\s)[^>|/›»]{1,24}){0,12}$"
)
_byline_zh = re.compile(
    r"(?:记者|特派|实习|本报记者|撰稿|编译|摄影)[^,。;]{1,20}(?:报道|报导|摄|/.{2,12})$"
    r"|[((](?:图|图片|照片|来源|资料)[^))]{0,40}[))]$|.{2,20}(?:/综合报道|/编译)$"
)
_byline_en = re.compile(r"by\s+(?!.*\b(?:the|had|has|was|were|is|are|will|a)\b)[a-z.'\- ]{3,80}(?:,\s[a-z. ]{2,40})?$")
_photo_en = re.compile(r".{0,200}\((?:photo|image|picture|credit|file|ap|reuters|getty)\b[^)]{0,60}\)\.?$")
_dateline = re.compile(
    r"[〔【\[(][^〕】\])\n]{2,40}(?:报道|报导|电|讯|消息)[〕】\])]\s*(?=\S)"
    r"|[a-z][a-z .]{2,24}(?:, [a-z]{3,9}\.? \d{1,2})?\s?\((?:ap|reuters|afp|cnn|upi|bloomberg|pti)\)\s?[-–—]+\s(?=\S)"
)
"""Place and agency in front of the first sentence."""
_caption_zh = re.compile(r"[▲△▼].{1,100}$|.{2,80}[(][^)]{0,20}(?:资料照|资料图|翻摄|摄|提供)[^))]{0,10}[))]$")
_italics = re.compile(r"[*_][^*_].{0,200}(?:图|摄|照片|photo|image|credit|getty|reuters).{0,40}[*_]$")
_price_note = re.compile(r"\([^)]{0,12}\d[^)]{0,60}\)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that belongs together; `kind` is `text`, `bullet`, `heading` or a kind of furniture."""

    start: int
    end: int
    kind: str
    language: str
    speaker: str | None = None
    """Who speaks, where a transcript or an interview names its speakers."""

    @property
    def is_furniture(self) -> bool:
        """Whether this surrounds the report rather than being part of it."""
        return self.kind not in {"text", "bullet", "heading"}


def genre_of(view: str) -> Genre:
    """Article or transcript, from the shape of the lines; the first 40,000 characters decide."""
    lines = [line.strip() for line in view[:40_000].split("\n")]
    full = [line for line in lines if line and not _time_only.match(line)]
    prose = [line for line in full if not _bullet.match(line) and not line.startswith("#")]
    if len(prose) < 6:
        return "article"
    open_ends = sum(not _ends_sentence.search(line) for line in prose) / len(prose)
    short = median(len(line) * (2 if _han.search(line) else 1) for line in prose)
    together = sum(bool(a and b) for a, b in pairwise(lines)) / len(full)
    ends = sum(len(_sentence_end.findall(line)) for line in prose) / len(prose)
    return "transcript" if open_ends > 0.7 and short <= 90 and together > 0.5 and ends < 0.5 else "article"


def language_of_block(view: str, start: int, end: int, default: str) -> str:
    """`zh` when at least a tenth of the letters are Chinese characters, else `en`; the default without letters."""
    sample = view[start : min(end, start + 400)]
    han = len(_han.findall(sample))
    letters = sum(c.isalpha() for c in sample)
    if not letters:
        return default
    return "zh" if han * 10 >= letters else "en"


def blocks(view: str, genre: Genre, default: str, text: str) -> list[Block]:
    """The blocks of a plain text in order.

    `default` is the language of lines without letters; `text` shows the capitals of its plain form.
    """
    found: list[Block] = []
    open_block: tuple[int, int, str] | None = None
    last_end = 0
    for match in _line.finditer(view):
        start, end = _trim(view, match.start(), match.end())
        if start == end:
            last_end = match.end()
            continue
        language = language_of_block(view, start, end, default)
        kind, start, end = _kind_of_line(view, start, end, language, genre)
        blank_between = view.count("\n", last_end, match.start()) > 1
        last_end = match.end()
        if open_block and (
            blank_between or kind != "text" or not _continues(view, open_block, start, end, language, genre)
        ):
            found.append(_closed(open_block))
            open_block = None
        if kind != "text":
            found.append(Block(start, end, kind, language))
        elif open_block:
            open_block = (open_block[0], end, open_block[2])
        else:
            open_block = (start, end, language)
    if open_block:
        found.append(_closed(open_block))
    return _speakers_apart(text, _links_apart(view, _demote_headings(view, found, genre)))


def _closed(open_block: tuple[int, int, str]) -> Block:
    return Block(open_block[0], open_block[1], "text", open_block[2])


def _links_apart(view: str, found: list[Block]) -> list[Block]:
    """Short lines under a label such as 相关阅读 are links to other reports."""
    result: list[Block] = []
    under = False
    for block in found:
        words = view[block.start : block.end]
        linked = (
            under
            and block.kind in {"text", "bullet", "heading"}
            and not words.endswith(("。", "."))
            and len(words) <= 120
        )
        result.append(Block(block.start, block.end, "boilerplate", block.language) if linked else block)
        under = linked or (block.is_furniture and bool(_more_label.fullmatch(words)))
    return result


def _speakers_apart(text: str, found: list[Block]) -> list[Block]:
    """In a dialogue each turn begins with its speaker's name and a colon; the name is no part of what is said."""
    turns: list[tuple[int, int, str]] = []
    for number, block in enumerate(found):
        for line in _line.finditer(text, block.start, block.end):
            match = _speaker.match(text, line.start(), block.end)
            if match and not block.is_furniture and block.kind == "text":
                turns.append((number, match.start(), match[1].strip()))
    names = Counter(name for _, _, name in turns)
    if (
        len(turns) < 4
        or len(turns) * 2 < sum(not block.is_furniture for block in found)
        or names.most_common(1)[0][1] < 2
    ):
        return found
    starts: dict[int, list[tuple[int, str]]] = {}
    for number, at, name in turns:
        starts.setdefault(number, []).append((at, name))
    result: list[Block] = []
    for number, block in enumerate(found):
        result += _turns(block, starts.get(number, []))
    return result


def _turns(block: Block, starts: list[tuple[int, str]]) -> list[Block]:
    """One block cut into the turns that begin in it."""
    if not starts:
        return [block]
    edges = [at for at, _ in starts[1:]] + [block.end]
    result = [Block(block.start, starts[0][0], block.kind, block.language)] if starts[0][0] > block.start else []
    for (at, name), end in zip(starts, edges, strict=True):
        begin = min(at + len(name) + 1, end)
        speaker = None if name.lower() in _HOSTS else name
        if begin < end:
            result.append(Block(begin, end, block.kind, block.language, speaker))
    return result


_HOSTS = frozenset(
    {
        "host",
        "anchor",
        "narrator",
        "interviewer",
        "moderator",
        "q",
        "question",
        "reporter",
        "主持人",
        "记者",
        "旁白",
        "主播",
        "問",
        "问",
        "記者",
    }
)
"""Speakers who speak for the programme itself."""


def _trim(view: str, start: int, end: int) -> tuple[int, int]:
    piece = view[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _kind_of_line(view: str, start: int, end: int, language: str, genre: Genre) -> tuple[str, int, int]:
    line = view[start:end]
    mark = _heading_mark.match(line)
    if mark and mark.end() < len(line):
        inner = _trim(view, start + mark.end(), start + len(line.rstrip("*#] ")))
        if inner[0] < inner[1]:
            return furniture_kind(view[inner[0] : inner[1]], language, genre) or "heading", *inner
    furniture = furniture_kind(line, language, genre)
    if furniture == "greeting" and (first := _sentence_end.search(line)) and line[first.end() :].strip():
        return "text", _trim(view, start + first.end(), end)[0], end  # only the first sentence greets
    if furniture:
        return furniture, start, end
    dateline = _dateline.match(line) if genre == "article" else None
    if dateline:
        return "text", start + dateline.end(), end
    bullet = _bullet.match(line)
    if bullet and bullet.end() < len(line) and not (genre == "transcript" and line[0].isdigit()):
        inner_line = line[bullet.end() :]
        return furniture_kind(inner_line, language, genre) or "bullet", start + bullet.end(), end
    return "text", start, end


def furniture_kind(line: str, language: str, genre: Genre) -> str | None:
    """What kind of furniture a line is, None when it belongs to the report. The line is in its plain form."""
    short = len(line) <= (60 if language == "zh" else 130)
    if pattern("furniture", language, "disclaimer").search(line) and len(line) < 400:
        return "disclaimer"
    if _time_only.match(line) or (_url.search(line) and len(_url.sub("", line)) < 30):
        return "boilerplate"
    if genre == "article" and _is_boilerplate(line, language, short=short):
        return "boilerplate"
    if short and pattern("furniture", language, "greeting").match(line):
        return "greeting"
    spoken = genre == "transcript" or len(line) <= 40 or not line.endswith(("。", "."))
    if short and spoken and pattern("furniture", language, "advertisement").search(line):
        return "advertisement"
    return None


def _is_boilerplate(line: str, language: str, *, short: bool) -> bool:
    """Whether a line of an article is navigation, a byline, a caption or a link."""
    start = pattern("furniture", language, "boilerplate").match(line)
    if start and short and _is_label(line, start.end(), language):
        return True
    if _photo_en.match(line) or (_meta_zh.match(line) and len(line) < 80):
        return True
    return short and any(
        shape.match(line) for shape in (_crumbs, _byline_zh, _byline_en, _price_note, _italics, _caption_zh)
    )


def _is_label(line: str, end: int, language: str) -> bool:
    """Whether a line that begins with a furniture word is a label, not a sentence that happens to begin so."""
    rest = line[end:].lstrip()
    if not rest or rest[0] in ":|>/-—–(" or line[end - 1] in ":(/":
        return True
    if language == "zh":
        return len(line) <= 14 and not line.endswith("。")
    return not line.endswith((".", "!", "?")) and len(line.split()) <= 9


def _continues(view: str, block: tuple[int, int, str], start: int, end: int, language: str, genre: Genre) -> bool:
    """Whether a line belongs to the block right above it."""
    if genre == "transcript":
        return True
    above = view[max(block[0], block[1] - 200) : block[1]]  # the last line is enough, whatever the block's length
    if _ends_sentence.search(above[-4:]) and not above.endswith((",", ";")):
        return start < end and view[start].islower() and language == "en" and above[-1] in ".:;"
    newline = above.rfind("\n")
    width = len(above) - newline - 1
    if language == "zh" and newline < 0 and block[0] < 200:
        return above.endswith((",", "、"))  # a title and the line under it
    return width >= (18 if language == "zh" else 45) or above.endswith((",", "、"))


def _demote_headings(view: str, found: list[Block], genre: Genre) -> list[Block]:
    """Short single lines without an end mark are headings in an article."""
    if genre == "transcript":
        return found
    result = []
    for block in found:
        line = view[block.start : block.end]
        limit = 34 if block.language == "zh" else 100
        bare = (
            block.kind == "text"
            and "\n" not in line
            and len(line) <= limit
            and not _ends_sentence.search(line[-4:].replace("?", "x").replace(")", "x").replace("”", "x"))
        )
        result.append(Block(block.start, block.end, "heading", block.language) if bare else block)
    return result
