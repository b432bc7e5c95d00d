"""Figures of a Chinese sentence that are parts of one whole, since what follows is added by the same bearer.

上半场攻得14分，下半场再添13分: of 27 points in all each is a part, and neither answers a claim of how many there were.
"""

from claims.compare.chinese.worked_parts import Amount, amounts_of, counts, dated
from claims.compare.values import Features, of_one
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_PART = (
    "(?:[在到于至])?(?:[上下前后]半[场年季程段时]|[首次末][节局盘季]|第[一二三四][节局盘季]|[上下][半学]期|加时赛?|延长赛)"
    "(?:比?赛)?[里中内]?"
)
_WHEN = "(?:当[天日]?)?(?:[上下]午|[早晚]上|[早当]晚|(?:周|星期)[一二三四五六日天末]|次日|翌日|第二天)"
_ADDS = "(?:(?:接着|随后|其后|之后|后来|另外?)?[再又还]|接着|随后|其后|另)"
_in_parts = re.compile(_PART)
_HEAD = "[^,;。:!?各每共总其]{0,4}[^\\w]*"
"""What a figure counts, and the comma behind it."""
_added = re.compile(f"{_HEAD}(?:(?:{_PART}|{_WHEN}),?(?:则|也|仅|只)?)?{_ADDS}[^,;。:!?各每共总]{{0,3}}")
_next_part = re.compile(f"{_HEAD}{_PART},?(?:则|也)?[^,;。:!?各每共总比]{{0,4}}")
_cue = re.compile(f"[再又还另]|{_PART}")
_of_a_part = re.compile(f"{_PART}|{_WHEN}|[再又另]|各|每")


@of_one
def parts_of(sentence: Features) -> tuple[tuple[Amount, ...], ...]:
    """The figures of each whole that is told in parts, in their order."""
    if len(sentence.quantities) <= 1 or _cue.search(dated(sentence)) is None:
        return ()
    key, wholes = dated(sentence), list[list[Amount]]()
    for one in amounts_of(sentence):
        last = wholes[-1][-1] if wholes else None
        if last is not None and of_one_sort(one, last) and _adds(key, last, one):
            wholes[-1].append(one)
        else:
            wholes.append([one])
    return tuple(tuple(whole) for whole in wholes if len(whole) > 1)


def of_one_sort(one: Amount, other: Amount) -> bool:
    """Whether two figures are in one unit or have one classifier: 120家门店, 90家."""
    if one.interval.dimension == other.interval.dimension:
        return one.quantity.unit == other.quantity.unit
    return counts(one.interval, one.interval) and one.quantity.text[-1] == other.quantity.text[-1]


def _adds(key: str, last: Amount, one: Amount) -> bool:
    """Whether one figure is added to the last one by whom that was told of."""
    between = key[last.place + 1 : one.place].lstrip("的")
    if _added.fullmatch(between):
        return "另" not in between or (not one.after and between[-2:].startswith("另"))  # three others are wanted
    return _next_part.fullmatch(between) is not None and _in_parts.search(last.lead) is not None


def wholes(claim: Features, sentence: Features) -> tuple[tuple[Amount, ...], ...]:
    """The parts of a sentence that only together answer a claim: what was added, the dead and the injured of 伤亡."""
    if _casualties.search(claim.key):
        return _dead_and_injured(sentence)
    return parts_of(sentence) if asks_for_whole(claim) else ()


def _dead_and_injured(sentence: Features) -> tuple[tuple[Amount, ...], ...]:
    counted = [one for one in amounts_of(sentence) if counts(one.interval, one.interval)]
    befell = [fold_key(one.quantity.text) + one.after[:BEHIND] for one in counted]
    dead, injured = ([i for i, said in enumerate(befell) if found.match(said)] for found in (_dead, _injured))
    if len(dead) == len(injured) == 1 and abs(dead[0] - injured[0]) == 1:
        return ((counted[min(dead + injured)], counted[max(dead + injured)]),)
    return ()


BEHIND = 3
"""Characters behind a figure that tell what befell so many."""
_casualties = re.compile("伤亡|死伤")
_dead = re.compile("[^伤,;。、]{1,8}?(?:死(?!里|伤)|亡|遇难|罹难|丧生|丧命|身故)")
_injured = re.compile("[^死亡,;。、]{1,8}?(?:[受轻重负]?伤(?!亡))")


def asks_for_whole(claim: Features) -> bool:
    """Whether a claim names none of the parts."""
    return _of_a_part.search(dated(claim)) is None


__all__ = ["asks_for_whole", "of_one_sort", "parts_of", "wholes"]
