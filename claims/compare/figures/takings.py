"""What something took against what it cost: grossed less than its budget, made a profit, ran a deficit."""

from claims.compare import words
from claims.compare.figures.changes import levels
from claims.compare.figures.divided import of_one_kind, undivided
from claims.compare.figures.reckoned import Amount, Answer, affinity, amounts, asks, is_part, wanted
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from claims.model import Facet

_TOOK = (
    r"(?:gross(?:ed|es)?|earn(?:ed|s)?|ma[dk]es?|took(?: in)?|taken in|takes in|brought in|return(?:ed|s)"
    r"|collect(?:ed|s)|recoup(?:ed|s))"
)
_IT_COST = (
    r"(?!twice|double|triple|half|\w+ times|\d)(?:its|the|their|his|her)? ?"
    r"(?:(?:[\w'-]+ ){0,3}?(?:cost|budget|outlay|expenses|spent|costs)\b)"
)
_MADE_A = (
    r"(?:r[au]ns?|ma[dk]es?|post(?:ed|s)|turn(?:ed|s)|report(?:ed|s)|record(?:ed|s)|had|show(?:ed|s)|with|earned)"
    r" (?:up )?(?:an? |its [a-z]+ )?(?:[a-z]+ )?"
)
_loss = Cue(
    rf"\b(?:lost money|{_MADE_A}(?:loss|deficit|shortfall)\b(?! of)|in the red|at a loss|unprofitable|spent more than"
    r"|(?:fail(?:ed|s)? to|(?:did|does) not|didn't|never)"
    r" (?:recoup|earn back|make back|recover|make a profit|break even)"
    rf"|{_TOOK}(?: [\w']+){{0,3}}? less than {_IT_COST})"
)
_profit = Cue(
    rf"\b(?:made money|{_MADE_A}(?:profit|surplus)\b(?! of)|in the black|at a profit|profitable|broke even"
    rf"|recouped|made back|earned back|{_TOOK}(?: [\w']+){{0,3}}? more than {_IT_COST})"
)
_IN = frozenset(map(words.stem, (
    "income", "revenue", "revenues", "receipts", "earnings", "takings", "sales", "gross", "turnover", "proceeds",
    "earned", "grossed",
)))  # fmt: skip
_OUT = frozenset(map(words.stem, (
    "expense", "expenses", "expenditure", "spending", "costs", "cost", "outlay", "spent", "outgoings", "budget",
    "budgeted", "expenditures",
)))  # fmt: skip
_EARNED = frozenset(map(words.stem, ("gross", "grossed", "earn", "earned", "made", "take", "took", "collected")))
_MADE = frozenset(["made", "produced", "shot", "filmed", "built", "staged", "financed"])
_NO_MONEY = frozenset({"time", "share", "count:people", "length", "mass"})


@asks(_loss, _profit)
def balance(claim: Features, sentence: Features) -> Answer | None:
    """Lost money, grossed less than it had cost: against what was taken and what was spent."""
    text = claim.text.lower().replace("’", "'")
    loss, profit = _loss.search(text), _profit.search(text)
    if (loss is None) == (profit is None):
        return None
    sums = [one for one in amounts(sentence) if one.interval.dimension not in _NO_MONEY and not one.interval.bound]
    spent = _made_for(sentence.tokens, sums) or _nearest(sentence.tokens, sums, _OUT)
    if spent is None:
        return None
    rest = undivided(claim, sentence, [one for one in sums if one is not spent and _like(one, spent)])
    rest = [one for one in rest if not is_part(sentence.tokens, one.place)] or rest
    earned = rest[0] if len(rest) == 1 else _nearest(sentence.tokens, rest, _IN)
    if earned is None:
        return None
    took, cost = levels(earned, spent)
    left = cost - took if loss else took - cost
    asked = [one for one in amounts(claim) if one.interval.dimension == earned.interval.dimension]
    holds = left > 0 and all(wanted(one).met(left) for one in asked if one.interval.bound)
    if any(not one.interval.bound for one in asked) or not left:
        return None
    return Answer(holds, Facet.QUANTITY, f"“{earned.quantity.text}” against “{spent.quantity.text}”")


def without_costs(claim: Features, sentence: Features, figures: list[Amount]) -> list[Amount]:
    """Some figures without what something cost, for a claim that tells only what it took."""
    about = claim.tokens.seen
    if about.isdisjoint(_EARNED) or not about.isdisjoint(_OUT):
        return figures
    tokens = sentence.tokens
    kept = [one for one in figures if _OUT.isdisjoint(tokens.stems[max(0, one.place - 2) : one.place])]
    return kept if any(one.interval.dimension not in _NO_MONEY for one in kept) else figures


def _like(one: Amount, other: Amount) -> bool:
    """Whether two sums may be in one currency, which only one of them may name."""
    return of_one_kind(one, other) or "count" in {one.interval.dimension, other.interval.dimension}


def _made_for(tokens: Tokens, sums: list[Amount]) -> Amount | None:
    """The sum that something was made for."""
    for one in sums:
        before = tokens.words[max(0, one.place - 2) : one.place]
        if before[-1:] == ["for"] and not _MADE.isdisjoint(before):
            return one
    return None


def _nearest(tokens: Tokens, sums: list[Amount], about: frozenset[str]) -> Amount | None:
    """The sum that some words are said of."""
    scored = [
        (
            affinity(tokens, one.place, about, one.quantity.text)
            + (not about.isdisjoint(tokens.stems[max(0, one.place - 3) : one.place])),
            -k,
            one,
        )
        for k, one in enumerate(sums)
    ]
    scored = [each for each in scored if each[0] > 0]
    return max(scored)[2] if scored else None


__all__ = ["balance", "without_costs"]
