"""Which language a text is in, as a BCP 47 tag: by its scripts first, by its small words then."""

from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from evidence.text import lazy_re as re

if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = "und"
"""BCP 47's tag for a language that could not be told."""
SAMPLE = 20_000
"""Code points from the start of a text that are looked at."""
GRAMMAR = 0.2
"""Least share of a language's small words among all words; running text has .3 to .5, a list of names none."""
SENTENCE = 15
"""Words up to which half of that share will do: a short sentence may have one small word in ten."""

_han = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]")
# Without の, which Chinese shop and product names like to borrow.
_kana = re.compile("[\u3041-\u306d\u306f-\u309f\u30a1-\u30fa\uff66-\uff9d]")
_hangul = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_latin_word = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+")
_other_letter = re.compile(r"[^\W\d_A-Za-zÀ-ɏḀ-ỿ\u1100-\u11ff\u3041-\uffff\U00020000-\U0003fffd]")
_aside = re.compile(r"\([^()\n]{1,80}\)|（[^（）\n]{1,80}）|\[[^\[\]\n]{1,80}\]|【[^【】\n]{1,80}】")


def language_of(text: str) -> str:
    """The tag of the language that most of the text is in.

    `zh-Hant` and `zh-Hans` by the characters that only one of the two scripts has, `zh` when there is none
    or as many of both; `ja` and `ko` by kana and Hangul; `en`, `de`, `fr`, `es`, `pt`, `it`, `nl` by their
    small words; `und` for everything else. Latin names in a Chinese sentence do not make it English, and
    what stands in brackets counts only when nothing stands outside.
    """
    text = text[:SAMPLE]
    outside = _aside.sub(" ", text)
    return _told(outside if re.search(r"[^\W\d_]", outside) else text)


def _told(text: str) -> str:
    han, kana, hangul = (len(script.findall(text)) for script in (_han, _kana, _hangul))
    words = [word.lower() for word in _latin_word.findall(text)]
    written = _by_words(words)
    # A Chinese character says about half as much as a word; names may outnumber the words around them.
    letters = han + kana + hangul
    if letters and (letters * 2 >= len(words) or written == UNKNOWN):
        if hangul * 2 > letters:
            return "ko"
        return "ja" if kana * 20 > han + kana else _chinese(text)
    if len(_other_letter.findall(text)) > sum(map(len, words)):
        return UNKNOWN
    return written


def _by_words(words: list[str]) -> str:
    """The language that most of the words belong to, if they are enough and no other has as many."""
    known = _function_words()
    ranked = Counter(tag for word in words for tag in known.get(word, ())).most_common(2)
    if not ranked or ranked[0][1] < (GRAMMAR if len(words) > SENTENCE else GRAMMAR / 2) * len(words):
        return UNKNOWN
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        return UNKNOWN
    return ranked[0][0]


def _chinese(text: str) -> str:
    scripts = Counter(_script_of(character) for character in _han.findall(text))
    traditional, simplified = scripts["Hant"], scripts["Hans"]
    if traditional == simplified:
        return "zh"
    return "zh-Hant" if traditional > simplified else "zh-Hans"


@cache
def _script_of(character: str) -> str | None:
    """The only one of the two Chinese scripts that has this character, or None.

    opencc alone would take 后, 里, 台 or 干 for simplified and 乾 or 著 for traditional, though both scripts
    have them. A character is of one script only if the other one's national standard lacks it: GB 2312 for
    simplified Chinese, Big5 for traditional.
    """
    to_simplified, to_traditional = _converters()
    if to_simplified(character) != character and not _in(character, "gb2312"):
        return "Hant"
    if to_traditional(character) != character and not _in(character, "big5"):
        return "Hans"
    return None


@cache
def _converters() -> "tuple[Callable[[str], str], Callable[[str], str]]":
    from opencc import OpenCC  # noqa: PLC0415  (dictionaries that only Chinese text needs)

    return OpenCC("t2s").convert, OpenCC("s2t").convert


def _in(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    """Each small word, and the languages that have it."""
    known: dict[str, tuple[str, ...]] = {}
    for line in files("evidence.text").joinpath("function_words.txt").read_text("utf-8").splitlines():
        tag, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            for word in words.split():
                known[word] = (*known.get(word, ()), tag)
    return known
