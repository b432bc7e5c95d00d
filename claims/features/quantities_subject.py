"""What a quantity measures, as a short phrase of the text: a best guess, for people and for ranking pairs."""

from evidence.text import lazy_re as re

_LONGEST_ZH, _LONGEST_EN = 12, 5

_zh_after = re.compile(
    r"的?(?P<noun>[\u3400-\u9fffA-Za-z]{1,12}?)(?=[，。；：！？、,.;:!?（(）)\s\"”」\n]|$|[在被是把将已曾正均都也就还又遭受因为从向对与和及或等了着过]|参加|宣布|离|死|受伤|遇难|失踪|加入|表示|认为|出)"
)
_zh_before = re.compile(
    r"(?:^|[，。；：！？、,.;:!?\s“「\n的])(?P<noun>[\u3400-\u9fffA-Za-z]{2,12}?)"
    r"(?:约|近|超过|达到|达|为|是|有|仅|共|高达|增长|下降|上升|下跌|上涨|增至|升至|降至|减少|增加|破|突破|至少|不到|已|就|也|了|只)*$"
)
_en_after = re.compile(
    r"(?:\s(?:of\s(?:the\s|its\s|their\s|all\s)?)?)(?P<noun>[A-Za-z][A-Za-z'-]*(?:\s[A-Za-z][A-Za-z'-]*){0,4})"
)
_en_stop = re.compile(
    r"\s?\b(?:a|an|the|of|in|on|at|to|from|by|for|with|per|and|or|but|as|is|are|was|were|be|been|has|have|had|will|would|can|could|"
    r"may|might|that|than|which|who|when|while|if|after|before|since|until|during|over|under|into|up|down|off|it|he|she|they|left|"
    r"died|killed|said|says|this|last|next|ago|were|did|do|not)\b.*",
    re.DOTALL,
)
_EN_VERBS = frozenset(
    (
        *("rose", "fell", "is", "was", "were", "are", "of", "at", "reached", "hit", "grew", "dropped", "climbed"),
        *("slipped", "by", "stood", "to", "up", "down", "about", "jumped"),
    )
)
_en_before = re.compile(
    rf"(?P<noun>(?:[A-Za-z][A-Za-z'-]*\s){{1,3}})(?:{'|'.join(sorted(_EN_VERBS))})\s(?:[a-z]+\s){{0,2}}$"
)


def subject(text: str, plain: str, start: int, end: int) -> str | None:
    """The noun phrase after the quantity, else the one before it; None when neither is found."""
    if found := _zh_after.match(plain, end):
        return text[found.start("noun") : found.end("noun")]
    if found := _en_after.match(plain, end, end + 60):
        phrase = _en_stop.sub("", found["noun"])
        if phrase:
            return text[found.start("noun") : found.start("noun") + len(phrase)]
    low = max(0, start - 20)
    if found := _zh_before.search(plain, low, start):
        return text[found.start("noun") : found.end("noun")]
    low = max(0, start - 60)
    if _EN_VERBS.isdisjoint(plain[low:start].split()[-3:]):
        return None
    if found := _en_before.search(plain, low, start):
        return text[found.start("noun") : found.end("noun")].strip()
    return None
