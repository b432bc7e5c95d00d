"""Bytes to text: which of the encodings in use is it, decided on what comes out of it.

UTF-8 and the Unicode signatures are certain. The older Chinese encodings and UTF-16 without a signature
accept almost any bytes, so the bytes are decoded with each of them and the most plausible text wins: two
thirds of real Chinese are a few hundred characters, and next to nothing of a wrong decoding is. What none
of them explains goes to charset-normalizer.
"""

import codecs
import re
from functools import cache
from importlib.resources import files

from evidence.errors import Binary, Empty, Undecodable, UnknownEncoding, Unstorable
from evidence.text.clean import unstorable

SAMPLE = 65_536
"""Bytes from the start of a file on which the encoding is decided. The whole file must then be in it."""
PLAUSIBLE = 0.25
"""Least share of frequent characters to be taken for Chinese: real text has .4 to .8, a wrong decoding .1."""
SHORT = 12
"""Below this many characters (a name, a heading) those of everyday use count almost as much."""

_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose signature it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHINESE = ("gb18030", "cp950", "big5hkscs")
_WIDE = ("utf-16-le", "utf-16-be")
_OTHERS = ["cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "cp1250", "cp1254", "cp1253", "cp1252"]
# What English and its neighbours need above ASCII, in Windows-1252.
_WESTERN = "‘’“”‚„–—…•€£§©®°·½«»¡¿àáâäãåæçèéêëìíîïñòóôöõøœùúûüßÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØŒÚÜ"
_high = re.compile(rb"[\x80-\xff]")
_few = re.compile(rb"(?<![\x80-\xff])[\x80-\xff]{1,2}(?![\x80-\xff])")
_kana = re.compile("[\u3041-\u30fa]")
_no_text = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff]")


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of these bytes without its signature, and the name of the codec that decodes them.

    Nothing else is changed: newlines stay as they are. With `encoding` no other is tried. Raises Empty,
    UnknownEncoding, Undecodable, Unstorable, or Binary when the bytes are no text at all.
    """
    if encoding is None:
        text, encoding = _decode_unknown(data)
    else:
        text = _decode_known(data, encoding)
        encoding = codecs.lookup(encoding).name
    text = text.removeprefix("\ufeff")
    if not text or text.isspace():
        raise Empty
    bad = unstorable(text)
    if bad is not None:
        raise Unstorable(bad, text[bad])
    return text, encoding


def _decode_known(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(encoding, error.start) from error
    except (LookupError, ValueError) as error:  # ValueError: a name with NUL in it
        raise UnknownEncoding(encoding) from error


def _decode_unknown(data: bytes) -> tuple[str, str]:
    for signature, encoding in _SIGNATURES:
        if data.startswith(signature):
            return _decode_known(data, encoding), encoding
    text = _try(data, "utf-8")
    if b"\0" in data:
        wide = _most_plausible(data, _WIDE)
        if wide is not None:
            return wide
        if text is None or data.count(0) * 10 > len(data):
            raise Binary("binary data")
    if text is not None:
        return text, "utf-8"
    _refuse_damaged(data)
    found = _most_plausible(data, (*_CHINESE, *_WIDE)) or _western(data) or _by_library(data)
    if found is None:
        raise Undecodable
    return found


def _refuse_damaged(data: bytes) -> None:
    """Raise for UTF-8 with a few broken bytes: any other reading would turn the whole text into nonsense."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data[:SAMPLE].decode("utf-8", "replace")
        broken = text.count("\N{REPLACEMENT CHARACTER}")
        if broken * 20 <= len(text.encode()) - len(text):
            raise Undecodable("utf-8", error.start) from error


def _western(data: bytes) -> tuple[str, str] | None:
    """Windows-1252, when its bytes above ASCII stand alone among letters, as accents and apostrophes do."""
    sample = data[:SAMPLE]
    text = _try(data, "cp1252")
    high = len(_high.findall(sample))
    if text is None or sum(map(len, _few.findall(sample))) < 0.8 * high:
        return None
    fitting = sum(c in _WESTERN for c in text[:SAMPLE] if c > "\x7f")
    return (text, "cp1252") if fitting >= 0.8 * high else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _most_plausible(data: bytes, encodings: tuple[str, ...]) -> tuple[str, str] | None:
    """The text and the encoding, of these, that gives the most frequent characters; of equals the first."""
    best = None
    for encoding in encodings:
        text = _try(data, encoding)
        if text is not None:
            score = _plausibility(text[:SAMPLE], wide=encoding in _WIDE)
            if score >= PLAUSIBLE and (best is None or score > best[0]):
                best = score, text, encoding
    return best[1:] if best else None


def _plausibility(text: str, *, wide: bool) -> float:
    """The share of frequent characters among all that are not ASCII; in UTF-16 ASCII is judged as well."""
    judged = text if wide else [c for c in text if c > "\x7f"]
    if not judged:
        return 0.0
    frequent, known = _frequent(), _known()
    everyday = 0.7 if len(judged) < SHORT else 0.0
    weight = sum(1.0 if c in frequent else everyday if c in known else 0.0 for c in judged)
    weight -= 2 * len(_no_text.findall(text)) + len(_kana.findall(text))
    return weight / len(judged)


@cache
def _frequent() -> frozenset[str]:
    lines = files("evidence.readers").joinpath("common_han.txt").read_text("utf-8").splitlines()
    han = "".join(line for line in lines if not line.startswith("#"))
    ascii_text = "".join(map(chr, range(0x20, 0x7F))) + "\t\r\n"
    return frozenset(han + ascii_text + "，。、：；？！“”‘’「」『』《》（）…—·％\u3000")


@cache
def _known() -> frozenset[str]:
    """The characters of everyday use by the old standards: GB 2312 level 1, Big5 level 1."""
    gb = bytes(b for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for b in (row, cell))
    cells = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    big5 = bytes(b for row in range(0xA4, 0xC7) for cell in cells for b in (row, cell))
    return frozenset(gb.decode("gb2312", "ignore") + big5.decode("big5", "ignore"))


def _by_library(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (needed for few files, and slow to import)

    for match in from_bytes(data[:SAMPLE], cp_isolation=_OTHERS):
        text = _try(data, match.encoding)
        if text is not None and not _no_text.search(text):
            return text, match.encoding
    return None
