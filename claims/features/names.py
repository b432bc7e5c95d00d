"""Names and their aliases: people, organisations, products and places, found by cues and carried through a document.

No model of names is used. A name shows itself by its letters (capitals among Chinese characters or in a sentence),
by characters that write foreign names by sound, by a title beside it, by its last word, or by brackets that give
it in another script or in short.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from claims.features.cues import alternation, pattern, plain, table
from claims.model import EntityType

LONGEST = 60
"""Code points of the longest name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name. Offsets are code points into the text."""

    start: int
    end: int
    name: str
    """The canonical name, which may differ from the words at this place."""
    type: EntityType


@dataclass(frozen=True, slots=True)
class Alias:
    """Two names of one thing, learned at one place of a document."""

    name: str
    alias: str
    type: EntityType
    start: int
    end: int


@dataclass(slots=True)
class NameBook:
    """The names of a document: what each stands for, and every mention in order."""

    aliases: tuple[Alias, ...] = ()
    canonical: dict[str, tuple[str, EntityType]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie in `[start, end)`."""
        index = bisect_left(self._starts, start)
        found = []
        while index < len(self.mentions) and self.mentions[index].start < end:
            if self.mentions[index].end <= end:
                found.append(self.mentions[index])
            index += 1
        return found


def names(text: str, view: str | None = None) -> NameBook:
    """Every name in a text with the aliases it teaches; `view` is the plain form when it is at hand."""
    view = plain(text) if view is None else view
    aliases = tuple(_aliases(text, view))
    canonical = _canonical(aliases)
    raw = list(_candidates(text, view))
    _learn_people(raw, canonical)
    mentions = _settled(raw, _known_mentions(text, canonical), canonical)
    return NameBook(aliases, canonical, mentions, [m.start for m in mentions])


# --- shapes of names ---------------------------------------------------------------------------------------

_LETTER = "A-Za-z0-9À-ɏ"
_LATIN_WORD = (
    rf"(?:(?:Gov|Sen|Rep|Dr|Mr|Mrs|Ms|Gen|Col|Lt|Sgt|Capt|Prof|St|Jr|Sr|Rev|Hon)\.|[A-ZÀ-Þ][{_LETTER}'’&\-]*|[A-Z]\.)"
)
_latin = re.compile(
    rf"(?<![{_LETTER}_@/.]){_LATIN_WORD}(?:\.(?=[A-Za-z]{{2}})[a-z]+)?"
    r"(?:[ \u00a0](?:(?:of|de|van|von|del|bin|al|da|la|the|for|and|&)[ \u00a0])?"
    rf"(?:{_LATIN_WORD}|\d{{1,3}}(?![\d%:.])(?![{_LETTER}])))*"
)
_latin_brand = re.compile(r"(?<![A-Za-z0-9@/.])[a-z]{1,3}[A-Z][A-Za-z]{2,20}")


@cache
def _sounds() -> re.Pattern[str]:
    letters = "".join(sorted(set("".join(table("names", "zh")["sound"]))))
    return re.compile(rf"[{letters}]{{1,7}}(?:·[{letters}]{{1,7}}){{1,3}}")


@cache
def _zh() -> dict[str, re.Pattern[str]]:
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
            rf"{edge}({surname}[\u3400-\u9fff]{{1,2}}?)(?={titles}|表示|透露|指出|认为|坦言|强调|称[,:]|说[,:“]|预计|宣布|否认|承认|拒绝|毕业于"
            r"|出生于|生于|曾任|现任|曾在|出任|担任|当选|辞去|辞任|接任|先生|女士|本人|\d{4}年|,\d{1,2}岁|\()"
        ),
        "after": re.compile(after),
        "subject": re.compile(rf"{edge}({surname}[\u3400-\u9fff]{{2}})(?={verbs}|[在于曾已将则也并还是今昨的])"),
        "not_person": re.compile(alternation(words["not_person"])),
        "organisation": re.compile(
            rf"{edge}([\u3400-\u9fff]{{2,10}}?{organisation})(?![\u3400-\u9fff]{{0,1}}(?:员|长))"
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


def _candidates(text: str, view: str) -> Iterator[Mention]:
    """Stretches that look like names, in no order, overlapping."""
    yield from _latin_names(text, view)
    if not _han.search(view):
        return
    kit = _zh()
    for match in _sounds().finditer(view):
        yield Mention(match.start(), match.end(), text[match.start() : match.end()], EntityType.PERSON)
    for key in ("titled", "said"):
        for match in kit[key].finditer(view):
            start, end = match.span(1)
            end = _given_name_end(view, start, end, kit)
            if end - start >= 2 and not kit["not_person"].match(view, start):
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
    for match in kit["work"].finditer(view):
        yield Mention(*match.span(1), text[match.start(1) : match.end(1)], EntityType.OTHER)


def _named_often(text: str, view: str, subject: re.Pattern[str], apart: re.Pattern[str]) -> Iterator[Mention]:
    """Three characters that begin with a family name and stand before a verb at least twice: a person."""
    found = [match for match in subject.finditer(view) if not apart.match(match[1])]
    counts = Counter(match[1] for match in found)
    for match in found:
        if counts[match[1]] >= 2:
            yield Mention(*match.span(1), text[match.start(1) : match.end(1)], EntityType.PERSON)


_han = re.compile(r"[\u3400-\u9fff]")


def _given_name_end(view: str, start: int, end: int, kit: dict[str, re.Pattern[str]]) -> int:
    """A third character that begins a verb or an adverb belongs to what follows the name."""
    for cut in range(start + 1, end):
        if cut > start + 1 and kit["after"].match(view, cut):
            return cut
    return end


@cache
def _english_sets() -> dict[str, frozenset[str]]:
    words = table("names", "en")
    return {group: frozenset(words[group]) for group in ("title", "organisation", "place", "known_place", "common")} | {
        "starts": frozenset(words["organisation_start"])
    }


def _latin_names(text: str, view: str) -> Iterator[Mention]:
    for pattern_ in (_latin, _latin_brand):
        for match in pattern_.finditer(text):
            start, end = _without_common(text, match.start(), min(match.end(), match.start() + LONGEST))
            if start < end:
                yield Mention(start, end, text[start:end], _type_of(text, view, start, end))


def _without_common(text: str, start: int, end: int) -> tuple[int, int]:
    """Without capitalised words that name nothing (The, On, Monday) at either edge, and without titles in front."""
    sets = _english_sets()
    while start < end:
        word = _first_word.match(text[start:end])
        first = word[0].strip(" \u00a0.'’").lower() if word else ""
        first = first.removesuffix("'s").removesuffix("’s")
        if word and (first in sets["common"] or (first in sets["title"] and word.end() < end - start)):
            start += word.end()
        else:
            break
    inside = [m for m in _inner_word.finditer(text, start, end) if m[1].lower() in sets["title"]]
    if inside and inside[-1].end() < end - 1:
        start = inside[-1].end()
    name = text[start:end]
    trimmed = _edge.sub("", name) if name[-1:] in _EDGES else name
    if _no_name.fullmatch(trimmed):
        return start, start
    return start, start + len(trimmed)


_first_word = re.compile(r"[^ \u00a0]+[ \u00a0]?")
_EDGES = frozenset("s'’.-")
_edge = re.compile(r"(?:['’]s|['’.\-])$")
_no_name = re.compile(r"[\d\s.]*|[A-Z]\.?")
_inner_word = re.compile(r"(?<=[ \u00a0])([A-Z][a-z]+)\.?[ \u00a0]")


def _type_of(text: str, view: str, start: int, end: int) -> EntityType:
    """What a name in Latin letters names, by its words and what stands before and after it."""
    sets = _english_sets()
    words = [word.strip(".") for word in view[start:end].replace("\n", " ").split()]
    before = view[max(0, start - 22) : start].rstrip(" \u00a0")
    after = view[end : end + 12].lstrip(" \u00a0")
    joined = " ".join(words)
    if joined in sets["known_place"] or view[start:end] in sets["known_place"]:
        return EntityType.PLACE
    if (
        words[-1] in sets["organisation"]
        or any(joined.startswith(s + " ") for s in sets["starts"])
        or _organisation_after.match(after)
    ):
        return EntityType.ORGANISATION
    if words[-1] in sets["place"] and len(words) > 1:
        return EntityType.PLACE
    title = _word_before.search(before)
    if (title and title[1] in sets["title"]) or (_han.search(before[-1:]) and _zh()["title_end"].search(before)):
        return EntityType.PERSON
    if _product_before.search(before) or _product_after.match(after):
        return EntityType.PRODUCT
    if 2 <= len(words) <= 3 and all(_small.fullmatch(w) for w in words) and text[start:end] != text[start:end].upper():
        return (
            EntityType.PERSON
            if all(w[:1].isalpha() for w in words) and _reads_as_person(text[start:end], after)
            else EntityType.OTHER
        )
    return EntityType.OTHER


_organisation_after = re.compile(r"公司|集团|银行|大学|团队")
_word_before = re.compile(r"([a-z\-]+)\.?$")
_product_before = re.compile(r"(?:模型|软件|平台|框架|系统|工具|产品|app)$")
_product_after = re.compile(r"模型|软件|系统|手机|芯片")
_small = re.compile(r"[a-z'’\-]+")
_brand = re.compile(r"[a-z][A-Z]")
_thing_after = re.compile(r"(?:模型|公司|平台|实验室)")


def _reads_as_person(name: str, after: str) -> bool:
    """Two or three capitalised words of ordinary letters; a word all in capitals or holding one inside is a brand."""
    if any(word.isupper() and len(word) > 2 for word in name.split()):
        return False
    return not _brand.search(name.replace("Mc", "").replace("Mac", "")) and not _thing_after.match(after)


# --- aliases -----------------------------------------------------------------------------------------------

_bracket = re.compile(r"\(([^()\n]{2,60})\)")
_definition = re.compile(
    r"(?:also known as|formerly known as|better known as|known as|nicknamed|a\.k\.a\.|aka)\s+"
    r"[“\"]?([A-Z][\w.&'’\-]*(?:\s[A-Z][\w.&'’\-]*){0,3})"
)
_DEFINES = ("known as", "nicknamed", "a.k.a.", "aka")
_known_as = re.compile(
    r"(?:以下简称|下称|简称|又称|亦称|又名|外号|绰号|昵称)(?:为)?[“\"]?"
    r"([A-Za-z][A-Za-z0-9 .\-]{1,20}|[\u3400-\u9fff]{2,8}?)(?=[”\",。)\n是的]|$)"
)
_latin_tail = re.compile(rf"{_LATIN_WORD}(?:[ \u00a0](?:(?:of|for|the|and|de|van|von)[ \u00a0])*{_LATIN_WORD}){{0,7}}$")


def _aliases(text: str, view: str) -> Iterator[Alias]:
    for match in _bracket.finditer(view) if "(" in view else ():
        pair = _pair(text, view, match)
        if pair:
            yield pair
    for match in _definition.finditer(text) if any(cue in text for cue in _DEFINES) else ():
        before = _latin_tail.search(text[max(0, match.start() - LONGEST) : match.start()].rstrip(" ,("))
        if before:
            yield Alias(before[0], match[1], _guess(before[0], view, match.start()), match.start(), match.end())
    for match in _known_as.finditer(view) if not view.isascii() else ():
        before_text = text[max(0, match.start() - 24) : match.start()].rstrip(" ,，（(\n“")
        before = re.search(r"[\u3400-\u9fffA-Za-z·]{2,20}$", before_text)
        if before:
            yield Alias(
                _organisation_tail(before[0]),
                text[match.start(1) : match.end(1)].strip(),
                EntityType.ORGANISATION,
                match.start(),
                match.end(),
            )


def _organisation_tail(words: str) -> str:
    """The Latin letters and what follows them, or the last ten characters: a full name has no marked beginning."""
    latin = re.search(r"[A-Za-z]+[\u3400-\u9fff]*$", words)
    return latin[0] if latin else words[-10:]


def _pair(text: str, view: str, match: re.Match[str]) -> Alias | None:
    """The two names that brackets put side by side: one in each script, or a name and its initials."""
    inside = text[match.start(1) : match.end(1)].strip()
    plain_inside = view[match.start(1) : match.end(1)].strip()
    before = text[max(0, match.start() - LONGEST) : match.start()].rstrip(" \u00a0》”」』")
    if (
        not before
        or re.search(r"\d{4}|[,;:。]", plain_inside)
        or pattern("names", "zh", "bracket_apart").match(plain_inside)
    ):
        return None
    start = match.start()
    if _latin_start.match(inside) and _han.search(before[-1]):
        name = _han_before(plain(before), before)
        return (
            Alias(name, inside, _guess(inside, view, start, han=name), start - len(name), match.end()) if name else None
        )
    if _han_start.match(inside) and (latin := _latin_tail.search(before)):
        if len(inside) > 16 or re.search(r"[的了是在]", inside):
            return None
        return Alias(latin[0], inside, _guess(latin[0], view, start, han=inside), start - len(latin[0]), match.end())
    if re.fullmatch(r"[A-Z][A-Z0-9&.\-]{1,9}", inside) and (latin := _latin_tail.search(before)):
        full = _initials_of(latin[0], inside)
        if full:
            return Alias(full, inside, EntityType.ORGANISATION, start - len(full), match.end())
    return None


_latin_start = re.compile(r"[A-Z][A-Za-z.&'’\- ]{1,50}$")
_han_start = re.compile(r"[\u3400-\u9fff·]{2,16}$")


def _initials_of(full: str, short: str) -> str | None:
    """The last words of `full` whose initials spell `short`, small words left out or not."""
    words = full.replace("\u00a0", " ").split(" ")
    letters = short.replace(".", "").replace("&", "").upper()
    for begin in range(len(words)):
        tail = words[begin:]
        capitals = "".join(w[0] for w in tail if w[:1].isupper())
        everything = "".join(w[0] for w in tail if w).upper()
        if letters in {capitals, everything}:
            return " ".join(tail)
    return None


def _han_before(view: str, before: str) -> str | None:
    """The Chinese name that ends a stretch: by sound, by surname after a title, or by the end of an organisation."""
    sound = _zh()["sound_end"].search(view)
    if sound:
        return before[sound.start() :]
    kit = _zh()
    person = kit["person_end"].search(view)
    best: str | None = None
    for match in kit["titled"].finditer(view):
        if match.end(1) == len(view):
            best = before[match.start(1) :]
    if best:
        return best
    organisation = kit["organisation_end"].search(view)
    if organisation:
        cut = re.search(r".*[是在与和的了由向被对从为给到及据]", organisation[0][:-2])
        return before[organisation.start() + (cut.end() if cut else 0) :]
    if person and len(person[0]) >= 2:
        return before[person.start() :]
    quoted = re.search(r"[“《]([^“《]{1,12})$", view)
    return before[quoted.start(1) :] if quoted else None


def _guess(latin: str, view: str, at: int, han: str | None = None) -> EntityType:
    words = latin.split()
    if han and ("·" in han or (len(han) <= 3 and re.match(alternation(table("names", "zh")["surname"]), plain(han)))):
        return EntityType.PERSON
    if han and re.search(alternation(table("names", "zh")["organisation"]) + "$", plain(han)):
        return EntityType.ORGANISATION
    if words[-1].lower().strip(".") in _english_sets()["organisation"]:
        return EntityType.ORGANISATION
    if _zh()["title_end"].search(view[max(0, at - len(han or latin) - 8) : at - len(han or latin)]):
        return EntityType.PERSON
    return EntityType.PERSON if 2 <= len(words) <= 3 and _reads_as_person(latin, "") else EntityType.OTHER


# --- putting it together -----------------------------------------------------------------------------------


def _canonical(aliases: Iterable[Alias]) -> dict[str, tuple[str, EntityType]]:
    """Each known name → the name it goes by; the name that came first in the document stays."""
    result: dict[str, tuple[str, EntityType]] = {}
    for alias in aliases:
        name, kind = result.get(alias.name, (alias.name, alias.type))
        if kind is EntityType.OTHER:
            kind = alias.type
        result.setdefault(alias.name, (name, kind))
        result.setdefault(alias.alias, (name, kind))
    return result


def _learn_people(raw: list[Mention], canonical: dict[str, tuple[str, EntityType]]) -> None:
    """People found once by a title or in full are known by their family name afterwards."""
    for mention in raw:
        if mention.type is not EntityType.PERSON:
            continue
        name = canonical.setdefault(mention.name, (mention.name, EntityType.PERSON))[0]
        last = mention.name.split(" ")[-1].split("·")[-1]
        if last != mention.name and len(last) > 2 and last[0].isupper():
            canonical.setdefault(last, (name, EntityType.PERSON))


_FEW = 40
"""Up to so many names are looked for one by one: no pattern pays for a short text."""
_BLANKS = {0x0A: " ", 0xA0: " "}


def _stretches(text: str, known: list[str]) -> Iterator[tuple[int, int]]:
    """Where known names stand, from left to right, the longest first; a blank may be a line break."""
    if len(known) > _FEW:
        pattern_ = re.compile(alternation(sorted(known)).replace(r"\s{1,4}", "[ \u00a0\n]"))
        yield from (match.span() for match in pattern_.finditer(text))
        return
    even = text.translate(_BLANKS) if "\n" in text or "\u00a0" in text else text
    found: list[tuple[int, int]] = []
    for name in known:
        at = even.find(name)
        while at >= 0:
            found.append((at, -len(name)))
            at = even.find(name, at + 1)
    covered = 0
    for start, length in sorted(found):
        if start >= covered:
            covered = start - length
            yield start, covered


def _known_mentions(text: str, canonical: dict[str, tuple[str, EntityType]]) -> Iterator[Mention]:
    """Every place where a known name stands again."""
    known = [name for name in canonical if len(name) >= 2]
    if not known:
        return
    for start, end in _stretches(text, known):
        found = text[start:end]
        entry = canonical.get(found) or canonical.get(found.translate(_BLANKS))
        word = found
        inside = word[0].isascii() and (text[start - 1 : start].isalnum() and text[start - 1 : start].isascii())
        trails = word[-1].isascii() and text[end : end + 1].isalnum() and text[end : end + 1].isascii()
        if entry and not inside and not trails:
            yield Mention(start, end, entry[0], entry[1])


def _settled(
    raw: list[Mention], known: Iterable[Mention], canonical: dict[str, tuple[str, EntityType]]
) -> list[Mention]:
    """One mention per place, the longer one first; each under the name it goes by."""
    kinds: dict[str, EntityType] = {}
    for mention in raw:
        if mention.type is not EntityType.OTHER:
            kinds.setdefault(mention.name, mention.type)
    ordered = sorted([*raw, *known], key=lambda m: (m.start, -(m.end - m.start), m.type is EntityType.OTHER))
    result: list[Mention] = []
    covered = -1
    for mention in ordered:
        if mention.start < covered:
            continue
        name, kind = canonical.get(mention.name, (mention.name, kinds.get(mention.name, mention.type)))
        result.append(Mention(mention.start, mention.end, name, kind))
        covered = mention.end
    return result
