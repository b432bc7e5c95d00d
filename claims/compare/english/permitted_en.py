"""What one English statement allows and the other forbids, or what one asks for and the other does without.

May and may not, must and need not: told by words that hardly any two writers share (`may go on selling`, `has banned
the sale`), so that only what both are about must be the same.
"""

from claims.compare.alignment import Pair
from claims.compare.needed import Cue
from evidence.text import lazy_re as re

_BE = "(?:is|are|was|were|be|been|being)"
_barred = Cue(
    r"\b(?:not|never|n't|no longer) (?:be |been )?(?:allowed|permitted|admitted|open|entitled|free)\b"
    r"|\b(?:may|must|can) (?:not|never|no longer)\b|\bcannot\b|\bmustn't\b"
    r"|\b(?:closed|off limits|barred|forbidden|inaccessible) to\b|\b(?:bann?ed|barred|prohibited|excluded) from\b"
    r"|\b(?:is|are|was|were|been|be) (?:banned|forbidden|prohibited|outlawed)\b|\b(?:forbids?|forbade|prohibits?"
    r"|prohibited|outlaws?|outlawed|bans)\b|\bha(?:s|ve|d) (?:banned|barred|forbidden|outlawed)\b"
    rf"|\bno [a-z]+ {_BE} (?:allowed|permitted|admitted)\b"
)
_admitted = Cue(
    r"(?<!not )(?<!never )(?<!n't )(?<!longer )\b(?:allowed|permitted|admitted|entitled|free|welcome) (?:to|in|on)\b"
    r"|\bmay (?!not\b|never\b|no\b|be\b|have\b|[0-9\x02])(?=[a-z])|\bha(?:s|ve) the right to\b"
    r"|(?<!not )(?<!never )\bopen to\b|\b(?:allows?|permits?|lets?)\b"
)
_excused = Cue(
    r"\b(?:do|does|did|will|would)(?: not|n't) (?:need|have) to\b|\bneed(?: not|n't)\b|\bno need (?:to|for)\b"
    rf"|\b(?:not|n't|no longer) (?:be |been )?(?:required|obliged|compelled|compulsory|mandatory|obligatory)\b"
    rf"|\bno [a-z]+ {_BE} (?:required|needed|necessary)\b|\bexempt(?:ed)? from\b|\bfree of charge\b"
    rf"|\b{_BE} (?:optional|voluntary|free for)\b|\bfor free\b|\bat no (?:charge|cost)\b|\bfree to\b"
)
_obliged = Cue(
    r"\b(?:must|ha(?:s|ve) to)\b(?! (?:have|be) (?:been|seen))"
    rf"|\b{_BE} (?:required|obliged|compelled|ordered|forced|compulsory|mandatory|obligatory)\b"
)


_confined = re.compile(r"\b(?:only|except|unless|other than)\b[^.;]*$")
"""Who alone may: nobody else."""


def clash(pair: Pair) -> str:
    """Cyclists may use it, it is closed to cyclists; must pay, need not pay; empty where they do not clash in that."""
    for negative, positive in ((_barred, _admitted), (_excused, _obliged)):
        mine, theirs = negative.search(pair.a.key), negative.search(pair.b.key)
        if bool(mine) == bool(theirs):
            continue
        no = mine or theirs
        one, other = (pair.a, pair.b) if mine else (pair.b, pair.a)
        yes = positive.search(other.key)
        if (
            no
            and yes
            and not _confined.search(other.key, 0, yes.start())
            and not positive.search(negative.sub("", one.key))
        ):
            return f"“{no[0]}” against “{yes[0].strip()}”"
    return ""


def both_barred(pair: Pair) -> bool:
    """Whether both say in words of their own that something may not or should not be done."""
    return all(_barred.search(side.key) or _advised_against.search(side.key) for side in (pair.a, pair.b))


_advised_against = re.compile(
    r"\b(?:advis|warn|urg|recommend|told|tell|ask|order|instruct)\w*(?: \w+){0,3}"
    r" (?:not to|against|to (?:keep (?:out|away|off)|stay (?:out|away|off)|avoid|refrain|steer clear))\b"
)


__all__ = ["both_barred", "clash"]
