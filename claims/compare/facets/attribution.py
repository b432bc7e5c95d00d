"""Who says it: a claim and a report that somebody claims it are the same claim on different authority."""

from claims.compare.alignment import Pair


def differ(pair: Pair) -> str | None:
    """A note when only one names a source, or both name different ones."""
    mine, theirs = pair.a.claimant, pair.b.claimant
    if bool(mine) != bool(theirs):
        return f"only one names a source ({mine or theirs})"
    if mine and theirs and mine != theirs and mine not in theirs and theirs not in mine:
        return f"{mine} says so in one, {theirs} in the other"
    return None
