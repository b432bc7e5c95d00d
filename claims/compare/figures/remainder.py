"""What a sentence leaves over of a whole: of 8,310 people 4,420 were women, 36 games of 82 won and all others lost."""

from itertools import combinations

from claims.compare import words
from claims.compare.figures.ascribed import said_of
from claims.compare.figures.reckoned import Amount
from claims.compare.intervals import comparable
from claims.compare.values import Features
from evidence.text import lazy_re as re

REST = re.compile(r"\b(?:the (?:rest|remainder|others)|all (?:the )?others)\b")
_of_whom = re.compile(r"^of (?:the|its|all|his|her|their) (?:\w+ )?\d|\bof (?:whom|which|them|these|those)\b")


def part_and_rest(
    sentence: Features, figures: list[Amount], own: set[str], other: set[str]
) -> tuple[Amount, Amount] | None:
    """Of 8,310 inhabitants, of whom 4,420 were women, the rest are men."""
    if not _of_whom.search(sentence.text.lower()):
        return None
    for whole, part in combinations(figures, 2):
        if not comparable(whole.interval, part.interval) or whole.value <= part.value:
            continue
        rest = whole.value - part.value
        quantity = part.quantity.model_copy(update={"text": f"the other {rest:g}"})
        left_over = Amount(part.place, quantity, part.interval._replace(low=rest, high=rest))
        if said_of(sentence, part, own, figures) > 0:
            return part, left_over
        if said_of(sentence, part, other, figures) > 0:
            return left_over, part
    return None


def the_rest(
    sentence: Features, figures: list[Amount], other: set[str], mine: set[str]
) -> list[tuple[float, Amount, Amount]]:
    """Winning 36 of 82 and losing all the others: what is left is a figure too."""
    found = re.search(
        r"\b(\w+) (?:all (?:the )?(?:others?|rest)|the (?:rest|others|remainder))\b", sentence.text.lower()
    )
    if found is None or len(figures) < 2:
        return []
    verb, tokens = words.stem(found[1]), sentence.tokens
    if verb not in tokens.stems:
        return []
    at = tokens.stems.index(verb)
    before = [one for one in figures if one.place < at]
    if len(before) < 2:
        return []
    part, whole = before[-1], before[-2]
    if whole.value <= part.value:
        return []
    left_over = whole.value - part.value
    rest = Amount(
        at,
        part.quantity.model_copy(update={"text": f"{left_over:g}"}),
        part.interval._replace(low=left_over, high=left_over),
    )
    if verb in other:
        return [(3.0, part, rest)]
    return [(3.0, rest, part)] if verb in mine else []
