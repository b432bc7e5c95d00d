"""Where a sentence says what clashes, and of what: the words around it, and the subject before it."""

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import named_en
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.values import Comparison, Features, quoted
from claims.model import Quantity
from evidence.text import lazy_re as re


def said_in(pair: Pair, found: Comparison) -> tuple[Stretch, Stretch] | None:
    """Where a and b say the two words or times that the reason of a clash quotes; None where it quotes others."""
    said = quoted(found.reasons[0])
    if len(said) != len(SIDES):
        return None
    ways = ((named_en.find(pair.a, one), named_en.find(pair.b, other)) for one, other in (said, said[::-1]))
    return next(((mine, theirs) for mine, theirs in ways if mine and theirs), None)


SIDES = ("a", "b")


_cut = re.compile(r"[,;:()](?!\d)|\b(?:and|but|while|whereas)\b")


def part(side: Features, at: Quantity | Stretch) -> str:
    """The words around a place up to the next comma or conjunction."""
    text, start, end = text_of(side), at.start or 0, at.end or 0
    first = max((cut.end() for cut in _cut.finditer(text, 0, start)), default=0)
    last = _cut.search(text, end)
    return text[first : last.start() if last else len(text)]


_subject = re.compile(
    r"(?:(?:in|on|at|by|after|during|since|for) [^,]*, )?(?:the |a |an |some |its |his |her |their |more than )?"
    r"(?:(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several) )?(?:of the )?((?:[\w'-]+ ){0,3}?[\w'-]+)"
    r"(?= (?:of|in|at|on|from|for|by|with|who|that|which|was|were|is|are|has|had|have|did|will|would|said|says?|wants?"
    r"|[a-z]+ed|rose|fell|grew)\b"
    r"|,|$)"
)


def head(side: Features, said: Stretch | Quantity) -> str:
    """The stem of the noun that a sentence, up to a word that is said of it, begins with as its subject."""
    first = named_en.part(side, said.start or 0, said.end or 0)[0]
    return _head_of(text_of(side)[first : said.start].strip())


def first_head(side: Features) -> str:
    """The stem of the noun that a statement begins with as its subject; the empty text where that is not told."""
    return _head_of(text_of(side))


def _head_of(text: str) -> str:
    found = _subject.match(text)
    return words.stem(found[1].split()[-1].removesuffix("'s")) if found else ""


__all__ = ["SIDES", "first_head", "head", "part", "said_in"]
