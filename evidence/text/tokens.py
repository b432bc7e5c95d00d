"""The words of a text as search sees them: Han bigrams, stems of Latin words, plain numbers.

    >>> tokens("他離職後，3億美元 was paid to 1,200 workers")
    ['他离', '离职', '职后', '300000000', '亿美', '美元', 'was', 'paid', 'to', '1200', 'worker']

A run of Chinese characters has no spaces to find words by, so every two neighbours are a token: each word of
two characters is then found, and longer ones by all their pairs. Tokens are made from the match key
(`fold`), so that both scripts, widths and cases meet. The same tokens fill a full-text index: texts by
`index_tokens`, what is looked for by `tokens`, each of which must occur.

Latin words lose their endings by a few rules in the manner of Porter's first step (M. F. Porter, "An algorithm
for suffix stripping", Program 14, 1980), lighter than the whole: what is found must still look like what was asked.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""Characters that carry a Chinese text, for use inside a character class."""

_ENDS = rf"(?=[\W_{HAN}]|\Z)"
_piece = re.compile(
    rf"(?P<han>[{HAN}]+)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*)"
    rf"(?:(?P<glued>k|bn|mln){_ENDS}"
    rf"|(?=\s?(?P<scale>[十百千]?[万亿]|[百千]|(?:thousand|[mb]illion|trillion){_ENDS}))"
    rf"|{_ENDS})"
    rf"|(?P<word>(?:[^\W_{HAN}]|(?<=\w)['’](?=\w))+)"
)
_run = re.compile(rf"(?P<han>[{HAN}]+)|(?P<word>[0-9]+|[^\W0-9\u2e80-\U0010ffff]+|[^\W0-9\0-\u2e7f{HAN}]+)")
"""Han, figures, letters of alphabets, letters of other scripts."""
_thousands = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SCALES = {
    "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
    "k": 3, "thousand": 3, "mln": 6, "million": 6, "bn": 9, "billion": 9, "trillion": 12,
}  # fmt: skip
"""Powers of ten."""


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order, as a search for it needs them. A lone character is a token of its own."""
    return _tokens(fold_key(text), ends=False)


def index_tokens(text: str) -> list[str]:
    """The tokens under which a text is kept: those of `tokens`, and the last character of every Han run.

    One character is then found as the beginning of a token (`字*` in FTS5): it begins a pair or ends a run.
    """
    return _tokens(fold_key(text), ends=True)


def _tokens(key: str, *, ends: bool) -> list[str]:
    found: list[str] = []
    for match in _piece.finditer(key):
        if piece := match["han"]:
            found.extend(map("".join, pairwise(piece)))
            if ends or len(piece) == 1:
                found.append(piece[-1])
        elif piece := match["word"]:
            found.append(stem(piece))
        else:
            found.append(plain_number(match["number"], _SCALES.get(match["glued"] or match["scale"], 0)))
    return found


@dataclass(frozen=True, slots=True)
class Sought:
    """What a text must have to contain a piece of writing; every part narrows, none is enough."""

    words: tuple[str, ...]
    """Words and Han pairs that must be there."""
    beginnings: tuple[str, ...]
    """What a word or a Han pair must begin with."""
    inside: tuple[str, ...]
    """What must stand at the end of a word, or anywhere in one."""


def written(key: str) -> list[str]:
    """The words of a folded text as they are written, each once, and its Han pairs with the last character of a run.

    With these a text can be found by any piece of it: unlike `index_tokens`, no ending and no figure is changed.
    """
    found: dict[str, None] = {}
    for match in _run.finditer(key):
        run = match[0]
        if match.lastgroup == "word":
            found[run] = None
        else:
            found.update(dict.fromkeys(map("".join, pairwise(run))))
            found[run[-1]] = None
    return list(found)


def sought(key: str) -> Sought:
    """What `written` must have given for a text that contains `key`, which is folded and may begin inside a word."""
    words: dict[str, None] = {}
    beginnings: list[str] = []
    inside: list[str] = []
    for match in _run.finditer(key):
        run = match[0]
        if match.lastgroup == "han":
            words.update(dict.fromkeys(map("".join, pairwise(run))))
            beginnings.extend(run if len(run) == 1 else ())
        elif match.start() == 0:
            inside.append(run)
        elif match.end() == len(key):
            beginnings.append(run)
        else:
            words[run] = None
    return Sought(tuple(words), tuple(beginnings), tuple(inside))


def plain_number(figures: str, power: int = 0) -> str:
    """A number in plain figures: `1,200` is 1200, `3.50` is 3.5, `1.5` with power 8 is 150000000.

    What is no decimal number (a time, a fraction, a list) stays as it is written.
    """
    if _thousands.fullmatch(figures):
        figures = figures.replace(",", "")
    whole, point, decimals = figures.partition(".")
    if not (whole.isdecimal() and (decimals.isdecimal() or not point)):
        return figures
    decimals = decimals.ljust(power, "0")
    whole, decimals = (whole + decimals[:power]).lstrip("0") or "0", decimals[power:].rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded Latin word without accents, plural and endings of verbs; words of other alphabets as they are."""
    if not word.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        word = unicodedata.normalize("NFC", bare).replace("’", "'")
    word = word.removesuffix("'s").replace("'", "") or word
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    return _without_e(_without_verb_ending(_without_plural(word)))


def _without_plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ies", "ied")):
        return word[:-1] if len(word) == 4 else word[:-3] + "y"
    if word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


_vowel = re.compile("[aeiouy]")
_short = re.compile("[^aeiou]+[aeiouy][^aeiouwxy]")
"""One syllable that would be read otherwise without its e: hop, but hope."""


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left == word or len(left) < 2 or not _vowel.search(left):
            continue
        if len(left) == 2:
            return left + "e" if ending == "ed" else word  # used, but also being
        if left[-1] == left[-2] and left[-1] not in "aeioulsz":
            return left[:-1]
        return left + "e" if _short.fullmatch(left) else left
    return word


def _without_e(word: str) -> str:
    """Close, closed and closing come to the same; so do carry and carries, quick and quickly, elect and election."""
    if len(word) < 4:
        return word
    if word.endswith("e") and not _short.fullmatch(word[:-1]):
        word = word[:-1]
    elif word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    elif word.endswith(("tion", "sion")) and len(word) > 6:
        word = word[:-3]
    return word[:-1] + "i" if word.endswith("y") and word[-2] not in "aeiou" else word
