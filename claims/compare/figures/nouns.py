"""What a figure of an English sentence counts: the nouns in its own words, or the words behind it."""

from functools import cache

from claims.compare import words
from claims.compare.figures.reckoned import Amount
from claims.compare.values import Features
from claims.features.numbers_en import SCALES
from evidence.text import lazy_re as re


@cache
def _no_nouns() -> frozenset[str]:
    """Words of a figure that name nothing that is counted."""
    return words.stop_stems() | words.reckoned_words("no_noun") | {words.stem(word) for word in (*SCALES, "league")}


def counted_nouns(one: Amount, side: Features) -> set[str]:
    """What a figure counts, by its own words or the word behind it."""
    own = {words.stem(word) for word in re.findall(r"[a-z]{3,}", one.quantity.text.lower())}
    own -= _no_nouns()
    if not own and one.quantity.unit and one.interval.dimension == f"count:{one.quantity.unit}":
        own = {words.stem(one.quantity.unit)} - _no_nouns()  # 31 of the 120 seats
    after = [side.tokens.stems[i] for i in range(one.place + 1, min(one.place + 3, len(side.tokens.stems)))]
    return own or {stem for stem in after if stem.isalpha() and stem not in words.stop_stems()}
