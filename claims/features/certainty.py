"""How surely a document puts a claim, from its words and from whether it names a source."""

from claims.features.cues import english_words, first_words, pattern
from claims.model import Certainty
from evidence.text import lazy_re as re


def certainty(plain_text: str, language: str, *, attributed: bool, plan_before: bool = False) -> Certainty:
    """The certainty of a clause in its plain form.

    A rumour is speculated whoever passes it on. Words that leave it open make it hedged. A plan is planned,
    unless it was announced, which is an event; `plan_before` says that the clause goes on with a plan.
    Otherwise a claim with a source is reported.
    """
    if language == "en" and english_words(plain_text).isdisjoint(first_words("certainty")):
        planned = plan_before and not attributed
        return Certainty.PLANNED if planned else Certainty.REPORTED if attributed else Certainty.ASSERTED
    words = _aside.sub("", plain_text)
    if language == "en" and "may" in words.lower():
        words = _month_of_may.sub("", words)
    if _has(words, language, "speculated"):
        return Certainty.SPECULATED
    announced, hedged = _has(words, language, "announced"), _has(words, language, "hedged")
    if not announced and (
        (plan_before and not hedged and not attributed) or _plans(words, language, attributed=attributed)
    ):
        return Certainty.PLANNED
    if hedged and not announced:
        return Certainty.HEDGED
    return Certainty.REPORTED if attributed else Certainty.ASSERTED


def _has(words: str, language: str, group: str) -> bool:
    """Whether a text has a cue of a group."""
    if language == "en" and english_words(words).isdisjoint(first_words("certainty", group)):
        return False
    return pattern("certainty", language, group).search(words) is not None


_month_of_may = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?(?: of)? "
    r"|\b(?:in|by|since|until|till|of|early|late|last|next|from|to|before|after|during|through|mid)[ -])may\b"
    r"|\bmay (?=\d)",
    re.IGNORECASE,
)
"""Until 14 May 2002: nothing that may be."""
_aside = re.compile(r"\([^()]{0,80}\)|“[^”]{0,200}”|\"[^\"]{0,200}\"")
_noun_after = re.compile(
    r"$|[的,。、”是\n)]|(?<=准备)(?:金(?!秋|融)|率)|(?<=计划)(?:生育|经济|署|书|单列)|(?<=筹备)(?:处|组|小组|会(?!议)|委员会|期)"
)
"""What shows that a cue is a noun or a part of one: 准备金."""


_a_will = re.compile(r"\b(?:the|a|his|her|its|their|free|good|ill|last|popular|political) $")
_noun_before = re.compile(r"[原该此其的项个]$")


def _plans(words: str, language: str, *, attributed: bool) -> bool:
    """Whether a cue of planning stands as a verb: 计划 before 的 or at the end of the clause is a noun.

    So is will behind an article.

    What somebody says will be (将, will) is what he says; a plan only where the document itself says so.
    """
    groups = ("planned",) if attributed else ("planned", "future")
    if language == "en" and english_words(words).isdisjoint(first_words("certainty", *groups)):
        return False
    found = pattern("certainty", language, *groups).finditer(words)
    if language == "en":
        return any(match[0] != "will" or not _a_will.search(words, 0, match.start()) for match in found)
    return any(
        not (
            _noun_after.match(words, match.end())
            or _noun_before.search(words, max(0, match.start() - 2), match.start())
        )
        for match in found
    )


def announces_plan(plain_text: str, language: str) -> bool:
    """Whether a clause speaks of the future, so that a clause without a subject right after it is a plan too."""
    return bool(_future[language].search(plain_text))


_future = {
    "zh": re.compile(r"(?<![老大名武主猛即])将(?![军领近士])|即将"),
    "en": re.compile(r"\b(?:will|plans? to|going to)\b"),
}
