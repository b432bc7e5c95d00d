"""Names that a whole document shows, by saying them again, by what it calls them, or by writing them small elsewhere.

learned(text, view) ─► mentions that no shape gives away
openers(text, found) ─► the words that only begin a sentence and name nothing
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from claims.features.cues import alternation, table
from claims.features.names_shapes import Mention, chinese
from claims.model import EntityType
from evidence.text import lazy_re as re

DOCUMENT = 160
"""Code points from which on a text is a document rather than a claim."""


def learned(text: str, view: str) -> Iterator[Mention]:
    """Chinese names that are said again: people before a verb, works and bodies after what they are."""
    kit = _patterns()
    for name in _people(view):
        for match in re.finditer(re.escape(name), view):
            yield Mention(match.start(), match.end(), text[match.start() : match.end()], EntityType.PERSON)
    for match in kit["named"].finditer(view):
        if match["body"] and view.count(match["name"]) > 1:
            for other in re.finditer(re.escape(match["name"]), view):
                yield Mention(*other.span(), text[other.start() : other.end()], EntityType.ORGANISATION)
    for match in kit["quoted"].finditer(view) if "“" in view else ():
        kind = EntityType.ORGANISATION if match["body"] else EntityType.PRODUCT
        yield Mention(*match.span("name"), text[match.start("name") : match.end("name")], kind)
    for match in kit["called"].finditer(view):
        if (
            (match[0][-2:] != "品牌" or view.count(match[1]) > 1)
            and not kit["apart"].match(match[1])
            and not chinese()["after"].match(match[1])
        ):
            yield Mention(*match.span(1), text[match.start(1) : match.end(1)], EntityType.ORGANISATION)
    for match in kit["ware"].finditer(view):
        if any(kit[key].search(match[2]) for key in ("apart", "ends")) or chinese()["after"].match(match[2]):
            continue
        shown = view.count(match[1]) > 1 or any(f"{this}{match[3]}" in view for this in _THIS)
        if shown or f"“{match[2]}”" in view or _stands_alone(view, match[2], match[3]):
            yield Mention(*match.span(1), text[match.start(1) : match.end(1)], EntityType.ORGANISATION)


_THIS = ("该", "这家", "这间", "这座", "这个")


def _people(view: str) -> Iterator[str]:
    """Three characters that begin with a family name and stand before a predicate, and are said again."""
    strict: Counter[str] = Counter()
    for match in _patterns()["person"].finditer(view):
        name = match[1]
        if not chinese()["not_person"].match(name) and not (_patterns()["ends"].search(name) and _is_there(view, name)):
            strict[name] += 1
    for name, count in strict.items():
        alone = re.search(rf"(?:^|\n)\s*{name}\s*(?:\n|$)", view) is not None
        if count > 1 or view.count(name) > 2 or (alone and view.count(name) > 1):
            yield name
    for match in _patterns()["introduced"].finditer(view):
        name = match[1] or match[2]
        if not chinese()["not_person"].match(name) and (match[1] or view.count(name) > 1):
            yield name
    for match in _patterns()["named"].finditer(view):
        if not match["body"] and view.count(match["name"]) > 1 and not chinese()["after"].match(match["name"]):
            yield match["name"]


def _is_there(view: str, name: str) -> bool:
    """Whether a name that ends like a place may be one: somebody called 孟星河 is nowhere, and often told of."""
    nowhere = name[-1] in "河江山湖海国" and re.search(f"[在到从于沿往去至达过]{name}", view) is None
    return not nowhere or view.count(name) < OFTEN


OFTEN = 3


def short_of(view: str, bodies: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(short, full): Chinese bodies that a document also calls without their last word: 远山, of 远山集团."""
    ends = _ends()
    for full in sorted(set(bodies)):
        end = next((end for end in ends if full.endswith(end)), "")
        stem = full.removesuffix(end)
        if end and 2 <= len(stem) <= 4 and (f"“{stem}”" in view or _stands_alone(view, stem, end)):
            yield stem, full


@cache
def _ends() -> tuple[str, ...]:
    ends = {*table("names", "zh")["organisation"], *table("names", "zh")["ware"]}
    return tuple(sorted(ends, key=len, reverse=True))


def _stands_alone(view: str, stem: str, end: str) -> bool:
    """Whether the first part of a name is also the subject of a clause, and no place or common word."""
    if chinese()["known"].fullmatch(stem) or _patterns()["apart"].match(stem) or stem[-1] in "省市县州镇乡村区国":
        return False
    alone = re.compile(rf"(?:^|[,。;:!?\n“])[^\S\n]*{stem}(?!{end})(?={_patterns()['follows'].pattern})")
    return alone.search(view) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words, clauses, own = table("names", "zh"), table("clauses", "zh"), table("subjects", "zh")
    follows = (
        rf"(?:{alternation([*clauses['predicate_start'], *clauses['verb']])}|[上下本这今去前]个?[年月周]"
        r"|周[一二三四五六日]|\d|突|明|仍|则|也|都|就|才|又|的(?!确|士)|后来|最后)"
    )
    edge = (
        r"(?:^|(?<=[^\u3400-\u9fff])|(?<=[是在与和的了由向被对从为给到及据说问])|(?<=[上下本这去今][年月周])"
        r"|(?<=[周期拜][一二三四五六日天]))"
    )
    last = alternation([*words["organisation"], *words["ware"], *words["place"]])
    things, firms = alternation(own["things"]), alternation(own["business"])
    calls = alternation([*(word for word in own["beside"] if word != "对手"), "品牌"])
    return {
        "follows": re.compile(follows),
        "person": re.compile(rf"{edge}({alternation(words['surname'])}[\u3400-\u9fff]{{2}})(?={follows}|\n)"),
        "introduced": re.compile(
            rf"(?:(?:就是|正是|名叫|叫做)(?=...[,。\n])|(?:委任|任命|聘请|提名|推选)(?=...(?:为|担任|出任))"
            rf"|(?:\d岁的|{alternation([*own['kin'], *own['people'], *own['hurt']])})(?=...(?:{follows}|最|[,。\n])))"
            rf"({alternation(words['surname'])}[\u3400-\u9fff]{{2}})"
            rf"|{alternation(own['kin'])}({alternation(words['surname'])}[\u3400-\u9fff])(?={follows})"
        ),
        "named": re.compile(
            rf"(?P<body>{firms})?(?:名叫|叫做|叫|取名|名为|起名)(?P<name>[\u3400-\u9fff]{{2,5}})(?=[,。\n])"
        ),
        "ends": re.compile(rf"(?:{last}|[的了是在们者员])$"),
        "quoted": re.compile(rf"(?:{things}|(?P<body>{firms}))“(?P<name>[^”\n,。]{{2,12}})”"),
        "called": re.compile(
            rf"{edge}(?:[\u3400-\u9fff]{{0,4}}{calls})“?([\u3400-\u9fff]{{2,6}}?)”?(?=[,。]|{follows})"
        ),
        "ware": re.compile(rf"{edge}(([\u3400-\u9fff]{{2,3}})({alternation(words['ware'])}))"),
        "apart": re.compile(alternation([*words["not_person"], *words["not_in_name"], *words["not_body"]])),
    }  # fmt: skip


# --- English: words that only begin a sentence ---------------------------------------------------------------------


def openers(text: str, found: Iterable[Mention]) -> frozenset[str]:
    """The single words among some English names that only begin a sentence: Passengers, Unemployment.

    They never stand inside a sentence with a capital, and are common words: by their ending, or because the document
    has them in small letters too.
    """
    inside: set[str] = set()
    heads: set[str] = set()
    for one in found:
        words = text[one.start : one.end].split()
        if len(words) != 1 or not _head.search(text, max(0, one.start - 3), one.start):
            inside.update(words)
        elif _plain_word.fullmatch(words[0]):
            heads.add(one.name)
    return frozenset(
        name for name in heads - inside if _common.fullmatch(name) or _many(text, name) or _in_small(text, name)
    )


def _many(text: str, name: str) -> bool:
    """Whether a word in -s has the verb of several behind it: Tickets will."""
    return name.endswith("s") and re.search(rf"\b{name} (?:are|were|have|do|don't|will|would|can)\b", text) is not None


def _in_small(text: str, name: str) -> bool:
    """Whether a word, or its singular, stands in small letters as well."""
    small = name.lower()
    stem = small.removesuffix("s")
    return re.search(rf"(?<![\w'’\-@/.]){stem}(?:s|es)?(?![\w'’@])", text) is not None


def begins_with_many(name: str) -> bool:
    """Whether a name begins with a common word for several: Shareholders of Marlow."""
    first, _, rest = name.partition(" of ")
    return bool(rest) and _common.fullmatch(first) is not None


_head = re.compile(r"(?:^|[.!?;:\n”\"“•*\-] ?)$")
_plain_word = re.compile(r"[A-Z][a-z]+")
_common = re.compile(
    r"[A-Z][a-z]{2,}(?:ers|ors|ents|ants|ists|ees|ments?|tions?|sions?|ness|ities|ings|ages|holders|ures)|Children|People|Men"
    r"|Women|Police|Staff|Families|Traffic|Inflation|Exports|Imports|Critics|Prices|Profits?|Sales|Shares|Costs|Talks|Crews"
    r"|Doctors|Nurses|Neighbou?rs|Unions|Firms|Companies|Banks|Schools|Hospitals|Officials|Experts|Rivals|Fans|Locals|Wages"
)

__all__ = ["DOCUMENT", "begins_with_many", "learned", "openers", "short_of"]
