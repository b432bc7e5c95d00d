"""The shapes of names: by capitals, by characters that write sounds, by titles, by the last word."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claims.features.cues import alternation, pattern, table
from claims.model import EntityType
from evidence.text import lazy_re as re

LONGEST = 60
"""Code points of the longest name."""


class Mention(NamedTuple):
    """One occurrence of a name. Offsets are code points into the text."""

    start: int
    end: int
    name: str
    """The canonical name, which may differ from the words at this place."""
    type: EntityType


_LETTER = "A-Za-z0-9À-ɏ"
LATIN_WORD = (
    rf"(?:(?:Gov|Sen|Rep|Dr|Mr|Mrs|Ms|Gen|Col|Lt|Sgt|Capt|Prof|St|Jr|Sr|Rev|Hon)\.|[A-ZÀ-Þ][{_LETTER}'’&\-]*|[A-Z]\.)"
)
_latin = re.compile(
    rf"(?<![{_LETTER}_@/.]){LATIN_WORD}(?:\.(?=[A-Za-z]{{2}})[a-z]+)?"
    r"(?:[ \u00a0](?:(?:of|de|van|von|del|bin|al|da|la|the|for|and|&)[ \u00a0])?"
    rf"(?:{LATIN_WORD}|\d{{1,3}}(?![\d%:.])(?![{_LETTER}])))*"
)
_latin_brand = re.compile(r"(?<![A-Za-z0-9@/.])[a-z]{1,3}[A-Z][A-Za-z]{2,20}")


_capital = re.compile("[A-ZÀ-Þ]")


@cache
def _sounds() -> re.Pattern[str]:
    letters = "".join(sorted(set("".join(table("names", "zh")["sound"]))))
    return re.compile(rf"[{letters}]{{1,7}}(?:·[{letters}]{{1,7}}){{1,3}}")


_NO_NAME = (
    "你(?!好)|[您妳她它咱]|[我他](?=们|也|就|要|去|想|必|非|不|没|得|还|又|再|在|到|进|上|该|应|能|会|可|和|跟|是|有|昨|今|明)"
    "|非(?:得|去|要|上|进|到|来|看|在)|去(?:一趟|过|了)"
)
"""How no institution is called: 我去一趟医院, 非去医院不可."""


@cache
def chinese() -> dict[str, re.Pattern[str]]:
    """The expressions of Chinese names, by what they find."""
    words = table("names", "zh")
    surname = alternation(words["surname"])
    titles = alternation(words["title"])
    organisation = alternation(words["organisation"])
    after = alternation(
        [
            *table("clauses", "zh")["predicate_start"],
            *table("clauses", "zh")["verb"],
            "的",
            "说",
            "称",
            "等",
            "之",
            "所",
            "本人",
        ]
    )
    verbs = alternation(table("clauses", "zh")["verb"])
    edge = r"(?:^|(?<=[^\u3400-\u9fff])|(?<=[是在与和的了由向被对从为给到及据]))"
    return {
        "titled": re.compile(rf"{titles}({surname}[\u3400-\u9fff]{{1,2}})"),
        "said": re.compile(
            rf"{edge}({surname}(?![副总前原老大])[\u3400-\u9fff]{{1,2}}?)(?={titles}|表示|透露|指出|认为|坦言|强调|称[,:]|说[,:“]|预计|宣布|否认|承认|拒绝|毕业于"
            r"|出生于|生于|曾任|现任|曾在|出任|担任|当选|辞去|辞任|接任|先生|女士|本人|\d{4}年|,\d{1,2}岁|\()"
        ),
        "after": re.compile(after),
        "subject": re.compile(rf"{edge}({surname}[\u3400-\u9fff]{{2}})(?={verbs}|[在于曾已将则也并还是今昨的])"),
        "not_person": re.compile(alternation(words["not_person"])),
        "organisation": re.compile(
            rf"{edge}(?!{_NO_NAME})([\u3400-\u9fff]{{2,10}}?{organisation})(?![\u3400-\u9fff]{{0,1}}(?:员|长))"
        ),
        "place": re.compile(
            rf"{edge}([\u3400-\u9fff]{{2,3}}?{alternation(words['place'])})(?=[\u3400-\u9fff,。\n)]|$)"
        ),
        "not_in_name": pattern("names", "zh", "not_in_name"),
        "known": pattern("names", "zh", "known_place"),
        "title_end": re.compile(rf"{titles}$"),
        "person_end": re.compile(rf"{surname}[\u3400-\u9fff]{{1,2}}$"),
        "organisation_end": re.compile(rf"[\u3400-\u9fff]{{2,8}}{organisation}$"),
        "sound_end": re.compile(_sounds().pattern + "$"),
        "work": re.compile(r"《([^》\n]{1,40})》"),
    }


def candidates(text: str, view: str) -> Iterator[Mention]:
    """Stretches that look like names, in no order, overlapping."""
    yield from _latin_names(text, view)
    if view.isascii() or not HAN_CHARACTER.search(view):
        return
    kit = chinese()
    for match in _sounds().finditer(view) if "·" in view else ():
        yield Mention(match.start(), match.end(), text[match.start() : match.end()], EntityType.PERSON)
    for key in ("titled", "said"):
        for match in kit[key].finditer(view):
            start, end = match.span(1)
            end = _given_name_end(view, start, end, kit)
            if end - start >= 2 and view[start + 1] not in _GRAMMAR and not kit["not_person"].match(view, start):
                yield Mention(start, end, text[start:end], EntityType.PERSON)
    yield from _named_often(text, view, kit["subject"], kit["not_person"])
    for key, kind in (("organisation", EntityType.ORGANISATION), ("place", EntityType.PLACE)):
        for match in kit[key].finditer(view):
            start, end = match.span(1)
            inside = list(kit["not_in_name"].finditer(view, start, end - 1))
            if inside:
                start = inside[-1].end()
            if end - start >= (4 if kind is EntityType.ORGANISATION else 3) and not kit["after"].match(view, start):
                yield Mention(start, end, text[start:end], kind)
    for match in kit["known"].finditer(view):
        yield Mention(match.start(), match.end(), text[match.start() : match.end()], EntityType.PLACE)
    for match in kit["work"].finditer(view) if "《" in view else ():
        yield Mention(*match.span(1), text[match.start(1) : match.end(1)], EntityType.OTHER)


def _named_often(text: str, view: str, subject: re.Pattern[str], apart: re.Pattern[str]) -> Iterator[Mention]:
    """Three characters that begin with a family name and stand before a verb at least twice: a person."""
    found = [match for match in subject.finditer(view) if not apart.match(match[1])]
    if len(found) < 2:
        return
    counts = Counter(match[1] for match in found)
    for match in found:
        if counts[match[1]] >= 2:
            yield Mention(*match.span(1), text[match.start(1) : match.end(1)], EntityType.PERSON)


_GRAMMAR = frozenset("的是在了和与也又都就还说")
HAN_CHARACTER = re.compile(r"[\u3400-\u9fff]")


def _given_name_end(view: str, start: int, end: int, kit: dict[str, re.Pattern[str]]) -> int:
    """A third character that begins a verb or an adverb belongs to what follows the name."""
    for cut in range(start + 1, end):
        if cut > start + 1 and kit["after"].match(view, cut):
            return cut
    return end


@cache
def english_sets() -> dict[str, frozenset[str]]:
    """The words that tell English names, by what they tell."""
    words = table("names", "en")
    return {group: frozenset(words[group]) for group in ("title", "organisation", "place", "known_place", "common")} | {
        "club": frozenset(words["club"]),
    }


@cache
def _starts() -> tuple[str, ...]:
    """What the names of some organisations begin with."""
    return tuple(f"{word} " for word in table("names", "en")["organisation_start"])


def _latin_names(text: str, view: str) -> Iterator[Mention]:
    if not _capital.search(text):
        return
    for pattern_ in (_latin, _latin_brand) if _brand.search(text) else (_latin,):
        for match in pattern_.finditer(text):
            start, end = _without_common(text, match.start(), min(match.end(), match.start() + LONGEST))
            if start < end:
                yield Mention(start, end, text[start:end], _type_of(text, view, start, end))


def _without_common(text: str, start: int, end: int) -> tuple[int, int]:
    """Without capitalised words that name nothing (The, On, Monday) at either edge, and without titles in front."""
    sets = english_sets()
    while start < end:
        word = _first_word.match(text[start:end])
        first = word[0].strip(" \u00a0.'’").lower() if word else ""
        if "'" in first or "’" in first:
            first = _clitic.sub("", first)
        if word and (first in sets["common"] or (first in sets["title"] and word.end() < end - start)):
            start += word.end()
        elif (both := _two_words.match(text, start, end)) and both[1].lower() in sets["title"]:
            start = both.end()
        else:
            break
    if _opening.match(text, start) and _clause_start.search(text, max(0, start - 2), start):
        return start, start
    name = text[start:end]
    if " " in name or "\u00a0" in name:
        inside = [m for m in _inner_word.finditer(text, start, end) if m[1].lower() in sets["title"]]
        if inside and inside[-1].end() < end - 1:
            start = inside[-1].end()
            name = text[start:end]
    trimmed = _edge.sub("", name) if name[-1:] in _EDGES else name
    if _no_name.fullmatch(trimmed):
        return start, start
    return start, start + len(trimmed)


_two_words = re.compile(r"([A-Z][a-z]+[ \u00a0][A-Z][a-z]+)[ \u00a0]")
_first_word = re.compile(r"[^ \u00a0]+[ \u00a0]?")
_PARTICIPLE = (
    r"[A-Z][a-z]+(?:ed|ing)|Born|Built|Begun|Held|Known|Set|Made|Written|Sung|Found|Drawn|Led|Run|Shot|Cut|Driven|Flown"
    r"|Grown|Hewn|Kept|Laid|Lost|Left|Sold|Bought|Spoken|Struck|Taken|Thrown|Told|Torn|Worn|Woven|Given|Seen|Sent|Shown"
    r"|Spread|Split|Stolen|Sunk|Taught|Beaten|Blown|Broken|Brought|Chosen|Caught|Sworn|Hit|Hurt|Put|Bred|Fed|Bound"
)
_opening = re.compile(
    rf"(?:{_PARTICIPLE}) (?:by|on|in|at|from|as|with|into|under|over|after|before|between|near|during|since|of|out|up"
    r"|down|along|across|against|around|through|within|without|the|an?|his|her|its|their)\b(?! (?:said|says)\b)"
    r"|(?:Owing|According|Thanks|Due|Responding|Referring|Speaking|Returning|Moving|Belonging) to\b"
    r"|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|[A-Z][a-z]+teen"
    r"|(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty)(?:-[a-z]+)? [a-z]"
)
"""A participle or a number that begins a sentence: Released in May, Fourteen people."""
_clitic = re.compile(r"['’](?:s|d|m|ll|re|ve)$")  # he's, I'm, they'd: the pronoun before it names nothing
_EDGES = frozenset("s'’.-")
_edge = re.compile(r"(?:['’]s|['’.\-])$")
_no_name = re.compile(r"[\d\s.]*|[A-Z]\.?")
_inner_word = re.compile(r"(?<=[ \u00a0])([A-Z][a-z]+)\.?[ \u00a0]")


def _type_of(text: str, view: str, start: int, end: int) -> EntityType:
    """What a name in Latin letters names, by its words and what stands before and after it."""
    sets = english_sets()
    words = [word.strip(".") for word in view[start:end].replace("\n", " ").split()]
    before = view[max(0, start - 22) : start].rstrip(" \u00a0")
    after = view[end : end + 12].lstrip(" \u00a0")
    joined = " ".join(words)
    if joined in sets["known_place"] or view[start:end] in sets["known_place"]:
        return EntityType.PLACE
    if (
        words[-1] in sets["organisation"]
        or joined.startswith(_starts())
        or (not after.isascii() and _organisation_after.match(after))
        or _is_club(words)
        or _is_a_body(view, start, end)
    ):
        return EntityType.ORGANISATION
    if words[-1] in sets["place"] and len(words) > 1:
        return EntityType.PLACE
    title = _word_before.search(before)
    if (title and title[1] in sets["title"]) or (
        "\u3400" <= before[-1:] <= "\u9fff" and chinese()["title_end"].search(before)
    ):
        return EntityType.PERSON
    if _product_before.search(before) or (not after.isascii() and _product_after.match(after)):
        return EntityType.PRODUCT
    if title and title[1] in {"a", "an"}:
        return EntityType.OTHER  # a Northport player: what an article stands before is no person
    if 2 <= len(words) <= 3 and all(_small.fullmatch(w) for w in words) and text[start:end] != text[start:end].upper():
        return (
            EntityType.PERSON
            if all(w[:1].isalpha() for w in words) and reads_as_person(text[start:end], after)
            else EntityType.OTHER
        )
    return EntityType.OTHER


_organisation_after = re.compile(r"公司|集团|银行|大学|团队|实验室|研究院|研究所|学院|医院|基金会|俱乐部")
_plural_verb = re.compile(r"[ \u00a0](?:have|are|were)\b")
_clause_start = re.compile(r"(?:^|[.!?;:\n”\"] ?)$")


def _is_club(words: list[str]) -> bool:
    """Whether the first or last word of several is one that clubs put beside the name of their place."""
    clubs = english_sets()["club"]
    return len(words) > 1 and (words[0].lower() in clubs or words[-1].lower() in clubs)


def _is_a_body(view: str, start: int, end: int) -> bool:
    """Whether one name takes a plural verb, or the words behind it say that it is a club, a company and the like."""
    if _plural_verb.match(view, end) and _clause_start.search(view, max(0, start - 2), start):
        return True
    return view[end : end + 2] == ", " and bool(_bodies().match(view, end))


@cache
def _bodies() -> re.Pattern[str]:
    nouns = [word.removeprefix("the ") for word in table("names", "en")["it"] if word.startswith("the ")]
    return re.compile(
        rf", (?:the|a|an|its|their) (?:[\w\-’']+ ){{0,3}}{alternation(nouns)}"
        r"(?=[,.;]| (?:that|which|where|in|of|from|behind|based|owned|founded|who)\b)"
    )


_word_before = re.compile(r"(?<![a-z\-])([a-z\-]+)\.?$")
_product_before = re.compile(r"(?:模型|软件|平台|框架|系统|工具|产品|app)$")
_product_after = re.compile(r"模型|软件|系统|手机|芯片")
_small = re.compile(r"[a-z'’\-]+")
_brand = re.compile(r"[a-z][A-Z]")
_thing_after = re.compile(r"(?:模型|公司|平台|实验室)")


def reads_as_person(name: str, after: str) -> bool:
    """Two or three capitalised words of ordinary letters; a word all in capitals or holding one inside is a brand."""
    words = name.split()
    if any(word.isupper() and len(word) > 2 for word in words):
        return False
    if len(words[-1]) > 1 and words[-1].isalpha() and words[-1].isupper() and not set(words[-1]) <= set("IVX"):
        return False
    return not _brand.search(name.replace("Mc", "").replace("Mac", "")) and not _thing_after.match(after)
