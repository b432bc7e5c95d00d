"""Hints at slips of a speech recogniser: offered to a reviewer, never applied.

Two slips are looked for: a common word where a known name fits by its sound (matter for Meta), and a name that
a line break cut in two (Memories / ai).
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from claims.features.names import NameBook
from evidence.model import Value
from evidence.text import lazy_re as re

_lower_word = re.compile(r"(?<![A-Za-z0-9.@/\-])[a-z]{3,14}(?![A-Za-z0-9.@/\-])")
_split = re.compile(
    r"(?<![A-Za-z])([A-Z][A-Za-z]{2,20})[ \t]{0,3}\n[ \t]{0,3}([a-z]{2,12})(?![A-Za-z])(?=[\u3400-\u9fff])"
)
_han = re.compile(r"[\u3400-\u9fff]")
_DIGRAPHS = (
    ("ph", "f"),
    ("ck", "k"),
    ("ch", "x"),
    ("sh", "x"),
    ("th", "t"),
    ("wh", "w"),
    ("qu", "k"),
    ("x", "ks"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("d", "t"),
    ("b", "p"),
    ("g", "k"),
    ("v", "f"),
)


class Hint(Value):
    """What may have been meant at a place. Offsets are code points into the document."""

    start: int
    end: int
    heard: str
    suggested: str
    reason: str


def hints(text: str, book: NameBook) -> tuple[Hint, ...]:
    """The hints for one document, in order."""
    found = [*_sounding(text, book), *_broken(text)]
    return tuple(sorted(found, key=lambda hint: (hint.start, hint.end)))


def skeleton(word: str) -> str:
    """The consonants of a word as one hears them, after its first sound: meta and matter are both `mt`."""
    sound = word.lower()
    for letters, one in _DIGRAPHS:
        sound = sound.replace(letters, one)
    first = sound[:1] if sound[:1] not in "aeiou" else "a"
    rest = re.sub(r"[aeiouyhw]", "", sound[1:])
    rest = re.sub(r"r$", "", rest)  # an r at the end is not heard in half of the world
    return re.sub(r"(.)\1+", r"\1", first + rest)


def _sounding(text: str, book: NameBook) -> Iterator[Hint]:
    """Lower-case Latin words among Chinese characters that sound like a name the document uses often."""
    often = Counter(m.name for m in book.mentions if re.fullmatch(r"[A-Z][A-Za-z]{3,13}", m.name))
    by_sound: dict[str, list[str]] = {}
    for name, count in often.most_common():
        if count >= 3:
            by_sound.setdefault(skeleton(name), []).append(name)
    if not by_sound:
        return
    heard = [m for m in _lower_word.finditer(text) if _han.search(text[max(0, m.start() - 1) : m.end() + 1])]
    counts = Counter(m[0] for m in heard)
    for match in heard:
        word = match[0]
        for name in by_sound.get(skeleton(word), ()):
            if name.lower() != word and counts[word] * 3 <= often[name] and abs(len(name) - len(word)) <= 3:
                yield Hint(
                    start=match.start(),
                    end=match.end(),
                    heard=word,
                    suggested=name,
                    reason="sounds like a name of this document",
                )
                break


def _broken(text: str) -> Iterable[Hint]:
    for match in _split.finditer(text):
        yield Hint(
            start=match.start(),
            end=match.end(),
            heard=match[0],
            suggested=f"{match[1]}.{match[2]}",
            reason="a line break may have cut a name in two",
        )
