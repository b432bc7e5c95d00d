"""What two claims both say, as the one writes it: the words of a reason that a reader can check against the text."""

from claims.compare.alignment import Pair
from claims.compare.values import Features
from evidence.text.fold import fold

MOST = 4
"""So many things that both say are quoted at most."""


def as_written(side: Features, words: str) -> str:
    """Folded words of a claim as the claim writes them; as they are where they do not stand there in a row."""
    folded = fold(side.text)
    for spelt in (words, words.replace(" ", "")):
        at = folded.text.find(spelt)
        if at >= 0:
            return side.text[slice(*folded.original(at, at + len(spelt)))]
    return words


def both_say(pair: Pair) -> list[str]:
    """The amounts, times and phrases of the first claim that the other one has too, as the first one writes them."""
    amounts = {(one.low, one.high, one.unit) for one in pair.b.quantities}
    said = [one.text for one in pair.a.quantities if (one.low, one.high, one.unit) in amounts]
    times = {(one.first, one.last) for one in pair.b.dates if one.first or one.last}
    said += [one.text.rstrip(".") for one in pair.a.dates if (one.first, one.last) in times]
    return list(dict.fromkeys([*said, *_phrases(pair)]))


def _phrases(pair: Pair) -> list[str]:
    """Runs of words with content that both have."""
    runs: list[list[int]] = []
    for i in sorted(i for i, _ in pair.both if pair.left.content[i]):
        if runs and runs[-1][-1] == i - 1 and pair.left.clause[i - 1] == pair.left.clause[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    found = (pair.left.phrase(run) for run in runs)
    return [as_written(pair.a, phrase) for phrase in found if len(phrase) > 1]


def quoted_in_a_row(said: list[str]) -> str:
    """Some words, each in quotation marks."""
    return ", ".join(f"“{one}”" for one in said[:MOST])


__all__ = ["as_written", "both_say", "quoted_in_a_row"]
