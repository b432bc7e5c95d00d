"""Where numbers stand in a text: the scan, and the value of each hit before its surroundings are read.

One regular expression finds candidates, among them the words and names that only look like numbers; each hit
becomes an `Atom` or is dropped.
"""

from collections.abc import Iterator

from claims.features import numbers_en, numbers_zh, quantities_atoms_en, quantities_atoms_zh
from claims.features.cues import english_words
from claims.features.numbers_text import table
from claims.features.quantities_atom import MAX_DIGITS, Atom, last_place, percent, plain, scale_of
from claims.features.quantities_scan import chinese_openings, openings, scan_pattern, scan_words, signs
from evidence.text import lazy_re as re


def atoms(text: str) -> Iterator[Atom]:
    """The numbers of a text in view writing, in order."""
    position = 0
    plain = "$" not in text and "¥" not in text and english_words(text).isdisjoint(scan_words())
    if text.isascii() or _han.search(text) is None:
        where, scan = signs if plain else openings(), scan_pattern(chinese_too=False)
    else:
        where, scan = chinese_openings(latin_too=not plain), scan_pattern()
    while found := _next(where, scan, text, position):
        position = max(found.end(), found.start() + 1)
        kind = found.lastgroup if found.lastgroup in _READERS else _kind(found)
        if kind is None:
            continue
        atom = _READERS[kind](found)
        if atom is not None:
            yield atom
            position = max(atom.end, found.start() + 1)


_han = re.compile("[\u3400-\u9fff〇]")


def _next(where: re.Pattern[str], scan: re.Pattern[str], text: str, position: int) -> re.Match[str] | None:
    """The next hit of the scan; `where` tells where there may be one."""
    for opening in where.finditer(text, position):
        if found := scan.match(text, opening.start()):
            return found
    return None


def _kind(found: re.Match[str]) -> str | None:
    groups = found.groupdict()
    return next((kind for kind in _READERS if groups.get(kind) is not None), None)


_before_figure = re.compile(r"(?:第\s?|[A-Za-z_][A-Za-z0-9.]*(?<!agnitude)-|No\.\s?)$")


def _named_before(text: str, start: int) -> bool:
    """Whether what stands before a figure makes it a rank or a part of a name."""
    last = text[start - 1 : start]
    if last.isspace():
        last = text[start - 2 : start - 1]
    return last in _ENDING and _before_figure.search(text, max(0, start - 12), start) is not None


_ENDING = frozenset("第-.")


def _figures(found: re.Match[str]) -> Atom | None:
    text, start = found.string, found.start()
    money, digits, sign, escale = found.group("money", "digits", "sign", "escale")
    if not money and _named_before(text, start):
        return None
    if len(digits) > MAX_DIGITS and sum(char.isdigit() for char in digits) > MAX_DIGITS:
        return None
    number = float(digits.replace(",", "").replace(" ", ""))
    if more := found["nand"] or found["nand2"]:
        number += numbers_en.part_of(more)
    value, scale, end = number, 1, found.end()
    if escale:
        word = escale.strip()
        scale = numbers_en.ABBREVIATED.get(word) or numbers_en.SCALES[word.lower()]
    elif written := found["zscale"]:
        return _mixed(found, number, written.strip())
    elif found["zscale2"]:
        scale = scale_of(found["zscale2"])
        low = number * scale
        return Atom(
            start,
            end,
            low,
            low + last_place(number) * scale - 1,
            approximate=True,
            unit=_money(found),
            scale=scale,
        )
    elif found["nominator"]:
        top = numbers_zh.parse(found["nominator"])
        return percent(found, top / number * 100) if number and top is not None else None
    value = plain(number * scale)
    negative = bool(sign) and _is_sign(found)
    start = start if negative or not sign else _after_sign(found)
    glued = bool(escale) and len(escale.strip()) == 1 and escale[0] != " "
    value = -value if negative else value
    return Atom(
        start,
        end,
        value,
        value,
        unit=_money(found),
        scale=scale,
        glued=glued,
        step=last_place(number) * scale,
    )


def _mixed(found: re.Match[str], number: float, written: str) -> Atom | None:
    body = found["digits"].replace(",", "").replace(" ", "")
    few = written[:1] in {"几", "数"}
    value = numbers_zh.parse(body + written.lstrip("几数"))
    if value is None:
        return None
    negative = bool(found["sign"]) and _is_sign(found)
    start = found.start() if negative or not found["sign"] else _after_sign(found)
    scale = scale_of(written)
    value = plain(-value if negative else value)
    step = last_place(number) * scale if re.fullmatch("[十百千万亿兆]+", written) else last_place(value)
    if number % 1:
        step = scale / 10 ** len(body.partition(".")[2])
    return Atom(start, found.end(), value, value, approximate=few, unit=_money(found), scale=scale, step=step)


def _after_sign(found: re.Match[str]) -> int:
    return found.start("money") if found["money"] else found.end("sign")


def _is_sign(found: re.Match[str]) -> bool:
    """A minus is a sign at the start or after a blank or bracket, and not between two numbers."""
    if found["sign"] != "-":
        return True
    before = found.string[max(0, found.start() - 2) : found.start()]
    return not before or (before[-1] in " (\n，。:：" and not before[0].isdigit()) or before[-1] > "\u3400"


def _money(found: re.Match[str]) -> str | None:
    written = found["money"]
    if not written:
        return None
    for unit, pattern in table("quantities_en")["money"].items():
        if re.fullmatch(pattern, written) or re.fullmatch(pattern, written.strip()):
            return unit
    return None


_READERS = {
    "figures": _figures,
    **quantities_atoms_zh.READERS,
    **quantities_atoms_en.READERS,
}
