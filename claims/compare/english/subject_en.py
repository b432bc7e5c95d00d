"""Whether two English sentences have one subject: the very same words before the verb of each.

Who changes a sentence leaves its subject as it was (`The act was repealed`, `The act remains in force`), and then what
the two say is of one thing, however little else they share.
"""

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english.named_en import NO_NAMES
from claims.compare.english.one_thing_en import same_values
from claims.compare.tokens import Tokens
from claims.compare.values import of_one

LONGEST = 8
"""Most words of a subject, articles among them."""
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_LEADS = frozenset(["the", "its", "his", "her", "their", "this"])
_AUXILIARIES = frozenset(
    [
        *("is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must"),
        *("does", "do", "did", "remains", "remained"),
    ]
)


def one_subject(pair: Pair) -> bool:
    """Whether both begin with the same words up to a verb; a pronoun needs something else that both have."""
    end = subject_end(pair)
    return end > 0 and _names_something(pair, end)


@of_one
def subject_end(pair: Pair) -> int:
    """The place of the verb behind the same words at the beginning of both; 0 where there is none."""
    left, right = pair.left, pair.right
    for k in range(min(LONGEST, len(left.words), len(right.words))):
        if left.clause[k] != left.clause[0] or right.clause[k] != right.clause[0]:
            return 0
        if k and _verbal(left, k) and _verbal(right, k):
            return k
        if left.words[k] != right.words[k]:
            return 0
    return 0


def _names_something(pair: Pair, end: int) -> bool:
    first = pair.left.words[0]
    if end == 1 and first in _PRONOUNS:
        return pair.shared > 0 or same_values(pair) > 0
    called = pair.left.name[0] and first not in NO_NAMES
    return (first in _LEADS or called) and any(pair.left.content[:end])


def _verbal(tokens: Tokens, i: int) -> bool:
    """Whether a word may be the verb of a sentence whose subject stands right before it."""
    word = tokens.words[i]
    if word in _AUXILIARIES:
        return True
    if tokens.name[i] or not tokens.content[i] or not any(tokens.content[:i]):
        return tokens.content[i] and not tokens.name[i] and i == 1 and words.is_past(word)
    return words.is_past(word) or (word.endswith("s") and not word.endswith(("'s", "ss", "us", "is")))


__all__ = ["one_subject", "subject_end"]
