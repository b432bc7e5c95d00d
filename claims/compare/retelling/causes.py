"""What each of two accounts puts one thing down to: a gas leak, a battery; because of the storm, for want of a crew.

A cause is read from the words that introduce it (due to, because of, what brought it down was; 因, 由于, 是 … 引起的).
Two causes clash when they have no word in common, nor any of like meaning, and neither claim has a
word of the other's. Asked only of claims that answer to each other in two accounts, and to nothing else more surely.
"""

from collections.abc import Iterator

from claims.compare import words
from claims.compare.akin import alike
from claims.compare.alignment import Pair
from claims.compare.chinese.causes_zh import causes
from claims.compare.crossing import glosses
from claims.compare.retelling.denials import affirmed
from claims.compare.values import Features, of_one, written
from evidence.text import lazy_re as re

_phrase = r"(?P<cause>[^,.;:!?\u2013\u2014]{3,70})"
_EN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:caused|triggered|sparked|started|set off|brought (?:on|about|down)|killed|ruined|wrecked) by {_phrase}",
        r"\bblam(?:ed|es|ing) (?P<cause>[^,.;:!?]{3,50}?) for\b",
        rf"\b(?:blamed|blames|blaming) (?:\w+ ){{1,4}}?on {_phrase}",
        rf"\b(?:put|puts|putting) (?:\w+ ){{1,4}}?down to {_phrase}",
        rf"\btrac(?:e|es|ed|ing) (?:it|(?:the|this|that) (?:\w+ ){{1,3}}?)(?:back )?to {_phrase}",
        rf"\b(?:stem(?:s|med)|result(?:s|ed)|came|comes|arose) from (?!the (?:sale|scene|house|party)){_phrase}",
        rf"\b(?:due to|owing to|because of|as a result of|on account of|thanks to|died (?:of|from)) {_phrase}",
        rf"\b(?:the (?:cause|reason|trouble) (?:was|is|lay in)|it was down to) {_phrase}",
        rf"\bwhat (?:\w+ ){{1,5}}?(?:was|is) {_phrase}",
        r"\bit (?:was|is) (?P<cause>[^,.;:!?]{3,50}?) (?:that|which) (?:caused|brought|did|started|set|made|killed)\b",
        r"\bfor (?P<cause>(?:[a-z]+ ){1,2})reasons\b",
        rf"\bbecause {_phrase}",
    )
)
_ZH = tuple(
    re.compile(pattern)
    for pattern in (
        "(?:问题|毛病|病根|岔子|症结)(?:就|其实|是|都)?出在([^,。;:!?\\s]{2,20}?)(?:上|身上)?(?:$|[,。;:!?\\s])",
        "(?:原因|理由)(?:就|其实|才)?是(?:因为)?([^,。;:!?\\s]{2,24})",
        "(?:是因为?|是由于|系因|归因于|归咎于|起因于)([^,。;:!?\\s]{2,24})",
        "(?<!不)(?:由于|因为)([^,。;:!?\\s]{2,24})",
        "是([^,。;:!?\\s]{2,20}?)(?:引起|造成|引发|导致|所致|害)的",
        (
            "(?<![起原肇成死主])因(?![此而为素果应])([^,。;:!?\\s]{2,14}?)(?:而|"
            "取消|停|延|请[辞假]|[辞离]|倒|断|塌|坠|死|受|中断|关闭|起火|故障|去世|过世|病逝|身[亡故]|退|缺席|住院|被)"
        ),
        "是([^,。;:!?\\s]{2,20}?)才[^,。;:!?\\s]{1,6}的",
        "(?<!不)是([^,。;:!?\\s]{2,8}?)(?:走|死|没了?|去世|过世|病逝)的",
    )
)
_doubtful = re.compile("初步(?:研判|认定|判断|调查|推断)?")
_ruled_out_zh = re.compile("(?:不是|并非|哪是|哪里是|跟|与)[^,。;:!?]*|[^,。;:!?]*无关")
_denied_en = re.compile(r"(?:\b(?:not|no|never|nothing)\b|n't\b)[^,.;:!?]{0,20}$")


def contradicted(pair: Pair) -> str | None:
    """The reason why the two put it down to different things, or None."""
    if pair.a.language != pair.b.language:
        return None
    mine, theirs = cause(pair.a), cause(pair.b)
    if not mine or not theirs or _alike(mine, pair.b) or _alike(theirs, pair.a):
        return None
    return f"one puts it down to “{mine}”, the other to “{theirs}”"


def _alike(cause: str, other: Features) -> bool:
    """Whether the other claim has a word of what a cause is told in, or one of like meaning."""
    if other.language == "zh":
        pairs = {cause[i : i + 2] for i in range(len(cause) - 1)}
        return any(two in other.key for two in pairs) or not glosses(cause, "zh").isdisjoint(glosses(other.key, "zh"))
    theirs = affirmed(other).stems
    mine = {words.stem(word) for word in re.findall(r"[a-z]+", cause)} - words.stop_stems()
    return not mine or any(alike(one, stem) for one in mine for stem in theirs)


@of_one
def cause(side: Features) -> str:
    """The one cause that a claim tells; empty where it tells none or several."""
    found = list(dict.fromkeys(_causes(side)))
    return found[0] if len(found) == 1 else ""


def _causes(side: Features) -> Iterator[str]:
    if side.language == "zh":
        text = _doubtful.sub("", written(side))
        if (known := causes(text)).cause:
            yield known.cause
            return
        rest = _ruled_out_zh.sub("", text)
        first = next((match for pattern in _ZH if (match := pattern.search(rest))), None)
        if first is not None:
            yield first[1]
        return
    text = written(side)
    for pattern in _EN:
        if (match := pattern.search(text)) is not None and not _denied_en.search(text[: match.start()]):
            yield match["cause"].strip()
            return


__all__ = ["cause", "contradicted"]
