"""What two Chinese statements have in common, without a dictionary of all words: pairs of characters, known words."""

from functools import lru_cache

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.chinese.worked_parts import dated
from evidence.text import lazy_re as re

han = re.compile("[\u3400-\u9fff]+")
_FUNCTION = (
    "的了是在于和与及或也并而且则就都已曾将会要把被由从向对到至以之其该这那此又还更着过地得所因他她它们我你"
    "不没未无各每某"
)
_stretch = re.compile(f"[^\x00-\u33ff\ua000-\U0010ffff{_FUNCTION}]{{2,}}")


@lru_cache(maxsize=1 << 12)
def units(text: str) -> frozenset[str]:
    """Pairs of characters that bear content, and what the known words of a text are called as a rule."""
    found = set()
    known = words.chinese_words()
    for match in _stretch.finditer(text):
        start = match.start()
        for i in range(start, match.end() - 1):
            both = text[i : i + 2]
            found.add(both)
            if both in known:
                for word in known[both]:
                    if text.startswith(word, i):
                        if len(stem := words.stem(word)) > 1:
                            found.add(stem)
                        break
    return frozenset(found)


def shared_units(pair: Pair) -> frozenset[str]:
    """The pairs of characters and known words that both statements have."""
    return units(pair.a.key) & units(pair.b.key)


@lru_cache(maxsize=1 << 10)
def longest(one: str, other: str) -> str:
    """The longest stretch that both keys have."""
    best = ""
    for i in range(len(one)):
        while i + len(best) < len(one) and one[i : i + len(best) + 1] in other:
            best = one[i : i + len(best) + 1]
    return best


def one_name(one: str, other: str) -> bool:
    """Whether two phrases may name one party: two characters in a row are the same."""
    return bool(pairs_of(one) & pairs_of(other)) or one in other or other in one


def shortens(one: str, other: str) -> bool:
    """Whether one of two names is short for the other, some of its characters in order: 桃机三, 桃园机场第三."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return 1 < len(short) < len(long) and all(char in rest for char in short)


def pairs_of(text: str) -> set[str]:
    """All pairs of characters of a text."""
    return {text[i : i + 2] for i in range(len(text) - 1)}


def of_one_thing(pair: Pair, *but: str, least: int = 2) -> bool:
    """Whether both have so many pairs of characters outside of some words: they name the same thing or time."""
    one, other = dated(pair.a), dated(pair.b)
    for word in but:
        one, other = one.replace(word, ","), other.replace(word, ",")
    shared = {each for each in pairs_of(one) & pairs_of(other) if all("\u3400" < char < "\ua000" for char in each)}
    return len(shared) >= least
