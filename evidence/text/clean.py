"""Text from outside on its way to a terminal or a report.

What an author wrote may hold characters that steer a terminal (escape sequences, C1 controls), turn the
reading order around (bidi controls) or stand there without being seen (zero-width characters). Here each
of them becomes one visible stand-in, so that offsets survive: a cleaned text is as long as its original.

Zero-width joiner and non-joiner are replaced as well. Emoji sequences fall apart into their parts and
Persian shows a mark inside some words, but two texts that look the same are then the same, and every
character has the width that the terminal's own tables give it. Variation selectors stay: they change
how the character before them looks, and nothing else.
"""

from evidence.text import lazy_re as re

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""The stand-in for what has no picture of its own."""

_BREAKS = "\t\n"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufeff\uffa0"  # soft hyphen, fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufff9-\ufffb"  # zero width, lines, bidi, operators, annotation
)
_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
# One range for all planes above the first: with theirs spelled out every search takes ten times longer.
_suspect = re.compile(f"[{_CONTROLS}{_INVISIBLE}{_NONCHARACTERS}\U00010000-\U0010ffff]")
_suspect_or_break = re.compile(f"[{_BREAKS}{_CONTROLS}{_INVISIBLE}{_NONCHARACTERS}\U00010000-\U0010ffff]")
# Format controls of Egyptian, shorthand and musical notation, and the tag characters.
_harmful_above = re.compile("[\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff]")
_unstorable = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    r"""The text made harmless to draw, as long as before in code points; tab and newline stay.

    C0 controls and DEL become their control pictures (ESC is `␛`), all other controls, bidi and invisible
    format characters, line and paragraph separators, lone surrogates and noncharacters become U+FFFD.
    The carriage return of a `\r\n` becomes a space. Cleaning twice changes nothing more.
    """
    return _suspect.sub(_stand_in, text.replace("\r\n", " \n"))


def clean_line(text: str) -> str:
    """Clean the text for a display of one line: newlines, carriage returns and tabs become spaces too."""
    return _suspect_or_break.sub(_stand_in_line, text)


def unstorable(text: str) -> int | None:
    """Offset in code points of the first character that no database column holds, or None.

    These are NUL, which PostgreSQL refuses, and lone surrogates, which UTF-8 cannot encode.
    """
    found = _unstorable.search(text)
    return found.start() if found else None


def storable(text: str) -> str:
    """The text with U+FFFD for each character that no database column holds, as long as before."""
    return _unstorable.sub(UNKNOWN, text)


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code > 0xFFFF and code & 0xFFFE != 0xFFFE and not _harmful_above.match(match[0]):
        return match[0]
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else UNKNOWN


def _stand_in_line(match: re.Match[str]) -> str:
    return " " if match[0] in "\t\n\r" else _stand_in(match)
