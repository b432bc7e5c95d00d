"""The statement of a claim: its words made to stand alone, on one line."""

from claims.features.cues import plain
from claims.features.leaning_zh import is_connective
from claims.features.lines_zh import line_leans_forward
from claims.model import DateSpan
from claims.subjects.openings import Opening
from evidence.text import lazy_re as re

PLACEHOLDER = {"zh": "[{}]", "en": "[{}] "}


def statement(
    text: str,
    start: int,
    end: int,
    language: str,
    *,
    opening: Opening,
    subject: str | None,
    dates: tuple[DateSpan, ...],
    spoken: bool = False,
) -> str:
    """The words of a claim made to stand alone: its subject and its days filled in, in square brackets.

    In what is `spoken`, where a line or a pause ends a Chinese clause, a comma ends it in the statement.
    """
    marks: list[tuple[int, str]] = []
    if subject and opening.pronoun:
        marks.append((start + opening.pronoun_end, f"[{subject}]" if language == "zh" else f" [{subject}]"))
    elif subject and opening.dropped:
        marks.append((start, PLACEHOLDER[language].format(subject)))
    for date in dates:
        if date.first and date.end is not None and not re.search(r"\d{4}", date.text):
            days = date.first if date.first == date.last or not date.last else f"{date.first}/{date.last}"
            marks.append((date.end, f"[{days}]"))
    pieces, at = [], start
    for place, mark in sorted(marks):
        pieces += [text[at:place], mark]
        at = place
    pieces.append(text[at:end])
    return _one_line("".join(pieces), spoken=spoken and language == "zh")


_HAN = r"\u3400-\u9fff"
_break = re.compile(r"[^\S\n]*\n\s*")
_pause = re.compile(rf"\s*\n\s*|(?<=[{_HAN}%])[ \u3000]+(?=[{_HAN}\d])")
_inside = re.compile(rf"[{_HAN}\u3000-\u303f\uff00-\uffef]")
_marked = re.compile(r"\[[^\]\n]*\]")
_closed = re.compile(r"[,、;:。!?…，；：！？—–\-]$")


def _one_line(words: str, *, spoken: bool) -> str:
    """Lines joined: nothing between Chinese characters, a space elsewhere, a comma where a spoken clause ends."""
    if "\n" not in words and not (spoken and _pause.search(words)):
        return words.strip()
    words = words.strip()
    pieces, at = [], 0
    for match in (_pause if spoken else _break).finditer(words):
        above, below = words[at : match.start()], words[match.end() :]
        pieces += [above, _between(above, below, match[0], spoken=spoken)]
        at = match.end()
    return " ".join("".join([*pieces, words[at:]]).split())


def _between(above: str, below: str, gap: str, *, spoken: bool) -> str:
    """What stands in a statement where a line ended, or a speaker paused."""
    if spoken and _ends_clause(above, below):
        return "，"
    if "\n" not in gap:
        return " "
    return "" if _inside.match(_marked.sub("", above)[-1:]) and _inside.match(below) else " "


def _ends_clause(above: str, below: str) -> bool:
    """Whether a clause ends between two stretches of speech."""
    before, after = plain(_marked.sub("", above)).strip(), plain(_marked.sub("", below))
    if not before or _closed.search(before) or not _inside.match(before[-1]):
        return False
    return not is_connective(before) and not line_leans_forward(
        before, after.split(maxsplit=1)[0] if after.strip() else ""
    )
