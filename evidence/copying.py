"""Which documents copy one another without saying so: by the text they share, and by the slips that only they have.

Shared text is containment of shingles (Broder, "On the resemblance and containment of documents", 1997), thinned by
winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) so that the time stays linear.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from zlib import crc32

from evidence.text import lazy_re as re
from evidence.text.tokens import HAN

SHINGLE = 8
"""Characters or Latin words in a row that make one shingle."""
WINDOW = 4
"""Shingles of which the one with the smallest digest is kept."""
CONTAINED = 0.25
"""Share of the shorter document's shingles from which on two documents share text."""
LONG_COPY, LITTLE = 20, 0.08
"""Kept shingles that are enough by themselves (about 50 characters or words), given a little containment."""
FEWEST = 6
"""Kept shingles without which a document is too short to say that it contains another."""
CROWD = 20
"""Documents of one shingle that later ones are compared with; the others are bound to the same first ones."""
SLIPS = 2
"""Shared slips that put two documents together; one may be chance."""

# --- shared text ---------------------------------------------------------------------------------------------------

_quotation = re.compile(r"“[^”\n]{0,400}”|\"[^\"\n]{0,400}\"|「[^」\n]{0,400}」|'[^'\n]{30,400}'")
_unit = re.compile(rf"[{HAN}]|[^\W{HAN}]+")


def shingles(key: str) -> frozenset[int]:
    """Digests of the kept shingles of a folded text, without what is quoted: two may quote one speech."""
    units = _unit.findall(_quotation.sub(" ", key))
    digests = [crc32(" ".join(units[i : i + SHINGLE]).encode()) for i in range(len(units) - SHINGLE + 1)]
    if len(digests) <= WINDOW:
        return frozenset(digests)
    return frozenset(min(digests[i : i + WINDOW]) for i in range(len(digests) - WINDOW + 1))


def copied(keys: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Places of two folded texts of which much stands in both, and which share of the shorter one that is, 0–1."""
    kept = [shingles(key) for key in keys]
    holders: dict[int, list[int]] = defaultdict(list)
    shared: Counter[tuple[int, int]] = Counter()
    for place, digests in enumerate(kept):
        for digest in digests:
            earlier = holders[digest]
            shared.update((other, place) for other in earlier[:CROWD])
            earlier.append(place)
    for (a, b), count in sorted(shared.items()):
        shorter = min(len(kept[a]), len(kept[b]))
        share = count / shorter
        if shorter >= FEWEST and (share >= CONTAINED or (count >= LONG_COPY and share >= LITTLE)):
            yield a, b, share


# --- shared slips --------------------------------------------------------------------------------------------------

_word = re.compile(r"[a-z]{6,}")
_han_four = re.compile(rf"(?=([{HAN}]{{4}}))")
_SPELLINGS = (("z", "s"), ("our", "or"), ("ll", "l"), ("ae", "e"), ("re", "er"))


def slipped(keys: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Places of two folded texts that share spellings which no other has, and which.

    At least two others must agree on a near spelling.
    """
    if len(keys) < 4:
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        for form in sorted({*_word.findall(key), *_han_four.findall(key)}):
            holders[form].append(place)
    patterns: dict[str, list[str]] = defaultdict(list)
    for form in holders:
        for pattern in _holes(form):
            patterns[pattern].append(form)
    found: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    for forms in patterns.values():
        for slip, usual in _slips(forms, holders):
            a, b = holders[slip]
            found[a, b].setdefault(slip, usual)
    for (a, b), slips in sorted(found.items()):
        if len(slips) >= SLIPS:
            words = ", ".join(f"{slip} for {usual}" for slip, usual in sorted(slips.items())[:3])
            yield a, b, words


def _holes(form: str) -> list[str]:
    """The form with each inner character left open; not the first, nor an English ending."""
    last = len(form) - 2 if form.isascii() else len(form) - 1
    return [f"{form[:at]}_{form[at + 1 :]}" for at in range(1, last)]


def _slips(forms: Sequence[str], holders: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str]]:
    for a, b in combinations(forms, 2) if len(forms) <= CROWD else ():
        slip, usual = (a, b) if len(holders[a]) < len(holders[b]) else (b, a)
        apart = not set(holders[slip]) & set(holders[usual])
        if len(holders[slip]) == 2 and len(holders[usual]) > 2 and apart and _unspelled(slip) != _unspelled(usual):
            yield slip, usual


def _unspelled(word: str) -> str:
    """A word without what British and American English write differently."""
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word
