"""Whether an English sentence tells something as a fact, denies it, or only tells that somebody wanted or feared it.

Read from the words before it in its part of the sentence: had urged the jury to convict, failed to reach orbit,
threatened to walk out, would have closed. A light reading of what is called veridicality (Karttunen 1971, on verbs
that imply or deny what they govern).
"""

from enum import StrEnum

from evidence.text import lazy_re as re


class Told(StrEnum):
    """How something is told."""

    FACT = "fact"
    DENIED = "denied"
    OPEN = "open"
    """Wanted, feared, foretold or conditional: it may have come about or not."""


_cut = re.compile(
    r"[,;:.!?()\u2013\u2014](?!\d)|\b(?:and|but|while|whereas|although|though|after|because|since|as|when|which|who)\b"
)
REACH = 90
"""Letters before something in which what governs it is looked for."""
_MODAL = (
    r"if|unless|whether|would|could(?! only manage)|might"
    r"|(?<!in )(?<!of )(?<!the )(?<!since )(?<!last )(?<!by )(?<!from )(?<!on )may(?! \d)|should|ought|until"
    r"|possib\w+|perhaps|in case|in favou?r of|(?:so as|in order) to"
)
_WANTED = (
    r"need(?:s|ed)? to|expect(?:s|ed|ing)?|forecast(?:s|ed)?|predict(?:s|ed|ing)?|tipped|likely|unlikely|bound"
    r"|poised"
    r"|threat(?:s|en\w*)?|hop(?:e|es|ed|ing)|wish\w*|want(?:s|ed|ing)?|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?"
    r"|demand(?:s|ed|ing)?|call(?:s|ed|ing)? (?:\w+ ){0,3}(?:for|on)|appeal(?:s|ed|ing)? (?:for|to)"
    r"|plea(?:s|d\w*)? for|beg(?:s|ged|ging)?|press(?:es|ed|ing)? (?:\w+ ){0,3}(?:for|to)|recommend\w*|advis\w+"
    r"|warn(?:s|ed|ing)?|sought|seek(?:s|ing)?|tr(?:y|ies|ied|ying) to|attempt(?:s|ed|ing)?|aim(?:s|ed|ing)?"
    r"|bid to|intend\w*|meant? to|plan(?:s|ned|ning)? to|proposed?|proposals?|proposing|consider(?:s|ed|ing)?"
    r"|discuss\w*|debat\w+|vow(?:s|ed)?|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|prepar(?:e|es|ed|ing) to"
    r"|ready to|accus(?:e|es|ed|ing)|charg(?:e|es|ed) with|charges? of|suspected|suspects? (?:that|him|her|them)"
    r"|alleg\w+|suspicions?"
    r"|fear(?:s|ed)?|rumou?r\w*|doubt\w*|speculat\w+|risk(?:s|ed|ing)? (?:of|being)|chances? of"
    r"|talk of|(?:prospect|possibility|idea|question|threat|point) of|supposed to|allow(?:s|ed|ing)? (?:\w+ ){1,4}to"
    r"|campaign(?:s|ed|ing)? (?:for|to|against)|favou?red to|wanted|against (?:his|her|its|their) (?:plan|wish)"
    r"|polls? suggest\w*|seemed|appeared (?:to|likely)|pending|designed to|trial of|tried for"
)
_open = re.compile(rf"\b(?:{_MODAL}|{_WANTED})\b")
_wanted = re.compile(rf"\b(?:{_WANTED})\b")
_denied = re.compile(
    r"\b(?:not|never|nobody|no one|none|neither|nor|without|no longer|no|hardly|cannot|far from|short of|instead of"
    r"|rather than|(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing))(?: on \w+)? to|unable to"
    r"|unwilling to"
    r"|yet to|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)? (?:\w+ ){0,4}from|den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing) out"
    r"|dispel\w*|reject(?:s|ed|ing)?|scrapp?(?:ed|ing)|abandon(?:s|ed|ing)?|dropp?(?:ed|ing)|call(?:ed|ing) off"
    r"|averted|too \w+ to|prohibit\w* from|stopp?(?:ed|ing)? (?:\w+ ){0,4}from)(?: \w+){0,3} ?$|n't(?: \w+){0,3} ?$"
    r"|\b(?:none|neither|not one) of(?: [\w-]+){1,6} ?$"
)
_other_deed = re.compile(
    r"(?:not|n't|never) (?!be|have|been|yet|ever|even|to|\w+ly)\w+ (?:the|a|an|his|her|its|their) ?$"
)
"""What is denied is a deed done to it, not the thing itself: did not attend the signing."""
_without_something = re.compile(r"\bwithout (?!being|having|be|ever)\w+(?: \w+){0,2} $")
_finite = re.compile(r"(?:was|were|is|are|had|has|came|went|took|won|lost|made|began|fell|rose|\w+ed)\b")
"""What stands behind a noun that is denied is done all the same: the poem without a rhyme came out in May."""
_attempt = re.compile(r"\b(?:attempts?|bids?|efforts?|tr(?:y|ied)|tries)\b")
_failed = re.compile(r"\b(?:fail\w*|in vain|unsuccessful\w*|foundered|collapsed|without success)\b")
_not_denied = re.compile(r"\b(?:not (?:only|just|least|until)|no (?:doubt|sooner)|never (?:before|again))\b")


def part_before(text: str, at: int) -> str:
    """The words before a place in its own part of the sentence, in small letters."""
    before = text[max(0, at - REACH) : at]
    cuts = [cut.end() for cut in _cut.finditer(before)]
    return before[cuts[-1] :] if cuts else before


_announced = re.compile(
    r"\b(?<=said )(?:that )?(?:he|she|it|they|[\w' -]{0,40}?) would\b"
    r"|(?<=\btold )[\w' -]{2,50}? that (?:he|she|it|they) would\b"
    r"|(?<=announced )(?:that )?[\w' -]{0,40}? would\b|(?<=confirmed )(?:that )?[\w' -]{0,40}? would\b"
)
"""What somebody said would be, which is what will be: said it would close."""


def told(text: str, at: int) -> Told:
    """How something that begins at a place of a text in small letters is told."""
    before = part_before(text, at)
    if " would" in before:
        before = _announced.sub(" ", before)
    if _attempt.search(before) and _failed.search(text, at, at + REACH):
        return Told.DENIED
    if _open.search(before):
        return Told.OPEN
    if _denied.search(before) and not _not_denied.search(before) and not _other_deed.search(before):
        return Told.FACT if _without_something.search(before) and _finite.match(text, at) else Told.DENIED
    return Told.FACT


def wanted(text: str, at: int) -> bool:
    """Whether something that begins at a place is what somebody wants, urges, fears or foresees."""
    return bool(_wanted.search(part_before(text, at)))


__all__ = ["Told", "part_before", "told", "wanted"]
