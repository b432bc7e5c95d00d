"""Which documents may tell one story, so that their claims are laid side by side as two accounts of it."""

from collections import Counter
from collections.abc import Sequence

from factcheck.store import pairs
from factcheck.store.engine import Connection
from factcheck.work.match_jobs import Accounts

Pair = tuple[int, int]
"""The keys of two claims, the lesser first."""
MEETINGS = 0.1
"""Pairs of claims of two documents for each new claim of theirs, from which on the two may tell one story; one pair is
enough between two languages, whose claims share no words, only figures, days and names."""
MATES = 6
"""Documents with which one is laid side by side when it comes: those that it meets most."""
SHORTEST, LONGEST = 5, 300
"""Claims of a document that is an account of a story: a line tells none, an archive tells many."""


def stories(conn: Connection, asked: set[Pair], pks: Sequence[int], voices: dict[int, pairs.Voice]) -> list[Accounts]:
    """The documents, two by two, that may tell one story: many of their new claims meet.

    `pks` are the new claims, `asked` the pairs in which they stand, `voices` those of all of them.
    """
    new = Counter(voices[pk].document for pk in pks)
    meetings: Counter[tuple[str, str]] = Counter()
    for pair in asked:
        a, b = sorted(voices[pk].document or "" for pk in pair)
        if a and a != b:
            meetings[a, b] += 1
    spoken = {voice.document: (voice.language or "")[:2] for voice in voices.values()}
    often = {
        (a, b): met for (a, b), met in meetings.items() if met >= MEETINGS * (new[a] + new[b]) or spoken[a] != spoken[b]
    }
    close = _closest(often, pairs.sizes(conn, sorted({name for names in often for name in names})))
    claims = pairs.accounts(conn, sorted({name for names in close for name in names}), pks[-1] + 1)
    origin = {voice.document: voice.origin for voice in voices.values()}
    return [Accounts(claims[a], claims[b], origin[a] == origin[b]) for a, b in close if a in claims and b in claims]


def _closest(often: dict[tuple[str, str], int], sizes: dict[str, int]) -> list[tuple[str, str]]:
    """Of the documents that meet often, those that are accounts, each with the `MATES` that it meets most."""
    mates: Counter[str] = Counter()
    close: list[tuple[str, str]] = []
    for names in sorted(often, key=lambda names: (-often[names], names)):
        accounts = all(SHORTEST <= sizes[name] <= LONGEST for name in names)
        if accounts and min(mates[name] for name in names) < MATES:
            close.append(names)
            mates.update(names)
    return sorted(close)


def shared_out(
    found: Sequence[Pair], stories: Sequence[Accounts], voices: dict[int, pairs.Voice]
) -> tuple[list[tuple[Accounts, list[Pair]]], list[Pair]]:
    """The pairs of each two documents that may tell one story, and all the others."""
    between: dict[tuple[str | None, ...], list[Pair]] = {
        tuple(sorted(str(voices[side[0][0]].document) for side in (story.a, story.b))): [] for story in stories
    }
    others: list[Pair] = []
    for pair in found:
        between.get(tuple(sorted(str(voices[pk].document) for pk in pair)), others).append(pair)
    return list(zip(stories, between.values(), strict=True)), others
