"""Finding a quote again: exactly, moved, as a lookalike for a person to judge, or not at all.

A lookalike is never taken for the words themselves. The same characters inside a longer word or number
("12" in "2012"), or with a "not" before them that the quote did not have, are a lookalike too.
"""

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from evidence.model import CONTEXT, Finding, Quote, QuoteState
from evidence.text import lazy_re as re
from evidence.text.fold import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIMILAR = 80.0
"""Least similarity of a candidate: of ten characters of both, eight are shared and in the same order.

Measured on sentences of our own: one event in other words 25 to 62, one figure or name corrected 87 to 97.
"""
SHORTEST = 6
"""Folded characters below which nothing is called similar: one character would be a fifth of the quote."""
LONGEST = 4_000
"""Folded characters above which only the words themselves are looked for, since comparing is quadratic."""
PIECE = 64
"""Folded characters of a piece that is looked for in the whole text; rapidfuzz compares 64 at once."""
WEIGHED = 1_000
"""Of more occurrences than this only the nearest to the old place are compared by what stands around them."""

_NUMERALS = "0-9０-９〇零一二两兩三四五六七八九十百千万萬亿億半"
_LETTERS = "A-Za-zÀ-ɏ"
_numeral = re.compile(f"[{_NUMERALS}]")
_letter = re.compile(f"[{_LETTERS}]")
_number_before = re.compile(rf"[{_NUMERALS}{_LETTERS}.,:/+−–$€£¥-]+\Z")
_number_after = re.compile(rf"[{_NUMERALS}{_LETTERS}.,:/%％‰成倍]+")
_word_before = re.compile(rf"[{_LETTERS}0-9'’-]+\Z")
_word_after = re.compile(rf"[{_LETTERS}0-9'’-]+")
_negation_before = re.compile(
    r"[不没沒未无無非别別勿莫](?:会|會|能|再|有|曾|是|被|想|要|应|應|可以|打算|准备|準備)?\Z"
    r"|(?:\b(?:not|never|no|nor|neither|without|cannot)|n['’]t)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_negation_after = re.compile(r"\s+(?:not|never)\b|n['’]t\b", re.IGNORECASE)


def find(quote: Quote, document_sha256: str, text: str) -> Finding:
    """Find a quote in the text of the document with this digest.

    Of several places for the same words the one counts whose surroundings agree best with the quote's
    prefix and suffix, and of equals the nearest to the old one. The place is always given in code points
    of `text`, also for a candidate, which is looked for among folded text (`evidence.text.fold`).
    """
    if not quote.exact.strip():
        return Finding(state=QuoteState.ORPHAN)
    here = quote.start >= 0 and text[quote.start : quote.end] == quote.exact
    if here and quote.document_sha256 == document_sha256:
        return Finding(state=QuoteState.EXACT, start=quote.start, end=quote.end, similarity=100.0)
    length = len(quote.exact)
    same = (start for start in locate(quote.exact, text, quote.start) if _same_words(quote, text, start))
    place = _best(quote, text, ((start, start + length) for start in same))
    if place is not None:
        return Finding(state=QuoteState.MOVED, start=place[0], end=place[1], similarity=100.0)
    return _candidate(quote, text) or Finding(state=QuoteState.ORPHAN)


def locate(exact: str, text: str, near: int | None = None) -> list[int]:
    """Every offset in code points at which these words stand in the text, overlapping ones too.

    In order, or from the nearest to `near` outwards. Nothing is folded and no word boundary is asked for:
    who takes words without a place for a quote must find them exactly once.
    """
    if not exact:
        return []
    found = []
    start = text.find(exact)
    while start >= 0:
        found.append(start)
        start = text.find(exact, start + 1)
    return found if near is None else sorted(found, key=lambda at: abs(at - near))


def _best(quote: Quote, text: str, places: "Iterable[tuple[int, int]]") -> tuple[int, int] | None:
    """Of places from the nearest outwards the one whose surroundings agree best."""
    nearest = islice(places, WEIGHED)
    return max(nearest, key=lambda place: _agreement(quote, text, *place), default=None)


def _agreement(quote: Quote, text: str, start: int, end: int) -> int:
    """Code points before and after that are the same as around the quote."""
    before = text[max(0, start - len(quote.prefix)) : start]
    after = text[end : end + len(quote.suffix)]
    return _shared(reversed(before), reversed(quote.prefix)) + _shared(after, quote.suffix)


def _shared(one: "Iterable[str]", other: "Iterable[str]") -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _same_words(quote: Quote, text: str, start: int) -> bool:
    """Whether the words found there are whole, and negated, exactly as far as the quote's are."""
    end = start + len(quote.exact)
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    first, last = quote.exact[0], quote.exact[-1]
    return (
        _run_before(before, first) == _run_before(quote.prefix[-CONTEXT:], first)
        and _run_after(after, last) == _run_after(quote.suffix[:CONTEXT], last)
        and bool(_negation_before.search(before)) == bool(_negation_before.search(quote.prefix[-CONTEXT:]))
        and bool(_negation_after.match(after)) == bool(_negation_after.match(quote.suffix[:CONTEXT]))
    )


def _run_before(before: str, first: str) -> str:
    """The part of a word or number that `first` continues, empty if it begins one."""
    if _numeral.match(first):
        run = _text(_number_before.search(before))
        return run if _numeral.search(run) or _letter.search(run) else run.lstrip(".,:/")
    return _text(_word_before.search(before)) if _letter.match(first) else ""


def _run_after(after: str, last: str) -> str:
    """The part of a word or number that continues `last`, empty if that ends one."""
    if _numeral.match(last):
        return _text(_number_after.match(after)).rstrip(".,:/")
    return _text(_word_after.match(after)).rstrip("'’-") if _letter.match(last) else ""


def _text(match: re.Match[str] | None) -> str:
    return match[0] if match else ""


def _candidate(quote: Quote, text: str) -> Finding | None:
    folded, words = _folded(text), fold(quote.exact).text
    if not words:
        return None
    places = (folded.original(at, at + len(words)) for at in locate(words, folded.text, quote.start))
    place = _best(quote, text, places)
    if place is not None:
        return Finding(state=QuoteState.CANDIDATE, start=place[0], end=place[1], similarity=100.0)
    found = _lookalike(words, folded.text) if SHORTEST <= len(words) <= LONGEST else None
    if found is None:
        return None
    similarity, start, end = found
    start, end = folded.original(start, end)
    return Finding(state=QuoteState.CANDIDATE, start=start, end=end, similarity=similarity)


@lru_cache(maxsize=4)
def _folded(text: str) -> Folded:
    """Folding a long text takes longer than anything else here, and its quotes come one after another."""
    return fold(text)


def _lookalike(words: str, text: str) -> tuple[float, int, int] | None:
    """The most similar stretch of the text with its similarity, if that is enough."""
    from rapidfuzz import fuzz  # noqa: PLC0415  (only lookalikes need it)

    start = _where(words, text)
    if start is None:
        return None
    start, end = _climb(lambda s, e: fuzz.ratio(words, text[s:e]), start, len(words), len(text))
    similarity = fuzz.ratio(words, text[start:end])
    return (similarity, start, end) if similarity >= SIMILAR else None


def _where(words: str, text: str) -> int | None:
    """About where the words would begin: the place that most of their pieces agree on."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    starts = []
    step = max(PIECE, len(words) // 8)
    for offset in range(0, max(1, len(words) - PIECE // 2), step):
        found = fuzz.partial_ratio_alignment(words[offset : offset + PIECE], text, score_cutoff=SIMILAR / 2)
        if found is not None:
            starts.append((found.dest_start - offset, found.score))
    near = len(words) // 4 + 1
    votes = [(sum(score for at, score in starts if abs(at - start) <= near), start) for start, _ in starts]
    return max(0, max(votes)[1]) if votes else None


def _climb(similarity: "Callable[[int, int], float]", start: int, length: int, limit: int) -> tuple[int, int]:
    """Move both ends, in ever smaller steps, as long as that makes the stretch more similar."""
    end = min(limit, start + length)
    start = min(start, end - 1)
    best = similarity(start, end)
    step = max(1, length // 2)
    while step:
        moves = [(start + a * step, end + b * step) for a in (-1, 0, 1) for b in (-1, 0, 1)]
        inside = [(s, e) for s, e in moves if 0 <= s < e <= limit]
        score, (s, e) = max((similarity(s, e), (s, e)) for s, e in inside)
        if score > best:
            best, start, end = score, s, e
        else:
            step //= 2
    return start, end
