"""The words of a folded statement: Latin ones by stem, Chinese ones as the tables know them, else by character."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import compress

from claims.compare import words
from evidence.text import lazy_re as re

QUANTITY, DATE = "\x01", "\x02"
"""What stands for a quantity and for a date in a key."""

CHARACTER, NAME, NAME_CHARACTER, WORD = 0.5, 0.5, 0.25, 1.0
"""How much content a token bears: a Chinese character half a word, and a part of a name no more."""

_han = re.compile(f"[{words.HAN}]")
_LATIN = r"[a-z0-9\u00c0-\u024f]+(?:[.'&:/-][a-z0-9\u00c0-\u024f]+)*"


_SHORT = "st ste mt ft prof gen capt col lt sgt gov sen rep rev dr mr mrs ms"
"""What is written short before a name: the point behind it ends no clause."""
_stop = r"\." + "".join(rf"(?<!\b{each}\.)" for each in _SHORT.split())
_token = re.compile(rf"[{words.HAN}]+|{_LATIN}|[,;:。、!?()\n{QUANTITY}{DATE}]|{_stop}")
_plain_token = re.compile(rf"[a-z0-9]+(?:[.'&:/-][a-z0-9]+)*|[,;:!?()\n{QUANTITY}{DATE}]|{_stop}")
"""The same for a key in ASCII: the letters of other languages are asked for in twice the time."""
_numbered = re.compile("第?[一二三四五六七八九十]+(?:季度|[期季届号轮组局审中小楼])")
"""Chinese things told apart by their number: 一期, 第二轮."""


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry a token."""

    words: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    content: list[bool] = field(default_factory=list)
    clause: list[int] = field(default_factory=list)
    name: list[bool] = field(default_factory=list)
    """Written with a capital, or part of a name."""
    number: list[int] = field(default_factory=list)
    """The index of the quantity or date that the token stands for, -1 for a word."""
    starts: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    """How much content each bears; 0 for small words and figures."""
    rare: frozenset[str] = frozenset()
    """The stems that carry content."""
    seen: frozenset[str] = frozenset()
    """All stems."""
    figured: list[int] = field(default_factory=list)
    """The places that stand for a quantity or a date."""
    named: list[str] = field(default_factory=list)
    """The stems of names, in order."""

    def content_stems(self) -> list[str]:
        """The stems that carry content, in order, figures left out."""
        return list(compress(self.stems, self.content))

    def phrase(self, indices: list[int]) -> str:
        """The words at some places, as one reads them."""
        found = [self.words[i] for i in indices]
        return "".join(found) if all(word > "\u2fff" for word in found) else " ".join(found)


def tokens_of(key: str, capitals: tuple[str, ...], names: tuple[str, ...]) -> Tokens:
    """The tokens of a key, with what is known of each."""
    covered, capital = _name_places(key, names), frozenset(capitals)
    chinese = not key.isascii() and _han.search(key) is not None
    clause = quantity = date = 0
    rows: list[_Row] = []
    figured: list[int] = []
    facts, latin = _facts(), "a" if chinese else "\uffff"
    scan = _plain_token if key.isascii() else _token
    for word, start in _words_of(key) if chinese else [(found[0], found.start()) for found in scan.finditer(key)]:
        known = facts[word]
        if known is None:
            clause += 1
            continue
        stem, content, weight = known
        if word <= DATE:
            number = date if word == DATE else quantity
            figured.append(len(rows))
            rows.append((word, stem, False, clause, False, number, start, 0.0))
            date, quantity = (date + 1, quantity) if word == DATE else (date, quantity + 1)
        # Latin words among Chinese characters are names, whatever their case.
        elif start in covered or word in capital or latin <= word < "\u2fff":
            weight = NAME if word < "\u2fff" else NAME_CHARACTER
            rows.append((word, stem, True, clause, True, -1, start, weight))
        else:
            rows.append((word, stem, content, clause, False, -1, start, weight))
    if not rows:
        return Tokens()
    made = Tokens(*map(list, zip(*rows, strict=True)))  # type: ignore[arg-type]
    made.seen, made.figured = frozenset(made.stems), figured
    if not chinese and not words.phrasal().keys().isdisjoint(made.seen):
        _join_particles(made)
        made.seen = frozenset(made.stems)
    made.rare = frozenset(made.content_stems())
    made.named = list(compress(made.stems, made.name))
    return made


PARTICLE_REACH = 5


def _join_particles(made: Tokens) -> None:
    """Give a verb with a particle the stem of the one verb that says the same: turned the offer down, rejected it."""
    table = words.phrasal()
    for i, stem in enumerate(made.stems):
        particles = table.get(stem)
        if particles is None or made.name[i]:
            continue
        for k in range(i + 1, min(i + 1 + PARTICLE_REACH, len(made.stems))):
            if made.clause[k] != made.clause[i]:
                break
            if made.words[k] in particles and not _before_a_noun(made, i, k):
                made.stems[i], made.content[i], made.weights[i] = particles[made.words[k]], True, WORD
                made.content[k], made.weights[k] = False, 0.0
                if made.words[k] == "no":
                    made.stems[k] = "to"  # says no to it: no negation of its own
                break


_PREPOSITIONS = frozenset(["in", "on", "over", "through", "into", "after", "across", "under", "about"])
_LEADS = frozenset(
    ["the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those", "all", "both", "each"]
)
"""Words that begin a noun phrase."""


def _before_a_noun(made: Tokens, verb: int, place: int) -> bool:
    """Whether a particle is a preposition there: passed the bill on Monday, moved in May, came in the morning."""
    if made.words[place] not in _PREPOSITIONS:
        return False
    after = place + 1
    if after == len(made.stems) or made.clause[after] != made.clause[place]:
        return False
    if place == verb + 1 and made.words[place] not in {"in", "into"} and made.stems[after] != DATE:
        return False  # took on forty men
    return made.content[after] or made.number[after] >= 0 or made.words[after] in _LEADS


_Row = tuple[str, str, bool, int, bool, int, int, float]


_CUTS = frozenset(",;:。、.!?()\n")


def _words_of(key: str) -> Iterator[tuple[str, int]]:
    """Each word or mark of a key and where it begins, of Chinese ones the longest that the tables know."""
    known = words.chinese_words()
    for match in _token.finditer(key):
        text, start = match[0], match.start()
        if text < "\u3400":
            yield text, start
            continue
        at, end = 0, len(text)
        while at < end:
            word = text[at]
            for each in known.get(text[at : at + 2], ()):
                if text.startswith(each, at):
                    word = each
                    break
            if text[at] in _COUNTING and (numbered := _numbered.match(text, at)):
                word = numbered[0]
            yield word, start + at
            at += len(word)


_COUNTING = frozenset("第一二三四五六七八九十")


class _Facts(dict[str, tuple[str, bool, float] | None]):
    """The stem of each word, whether it bears content, and how much; None for a mark."""

    def __missing__(self, word: str) -> tuple[str, bool, float] | None:
        if len(self) >= KEPT:
            self.clear()
        found = self[word] = None if word in _CUTS else _fact(word)
        return found


KEPT = 1 << 16
"""Words whose facts are kept at hand."""


@cache
def _facts() -> _Facts:
    return _Facts()


def _fact(word: str) -> tuple[str, bool, float]:
    if word in {QUANTITY, DATE}:
        return word, False, 0.0
    stem, stops = words.stem(word), words.stop_stems()
    content = word not in stops and stem not in stops
    if not content:
        return stem, False, 0.0
    return stem, True, CHARACTER if len(word) == 1 and word > "\u2fff" else WORD


def _name_places(key: str, names: tuple[str, ...]) -> set[int]:
    """The offsets that some name covers."""
    places: set[int] = set()
    for name in names:
        at = key.find(name)
        while at >= 0:
            places.update(range(at, at + len(name)))
            at = key.find(name, at + len(name))
    return places
