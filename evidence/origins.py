"""Who copies whom: documents whose words come from one place are one voice, however many they are.

Documents are put together for any of these reasons, each kept in words:

- somebody declared the same origin, or one document replaces the other;
- one source published both;
- a credit names the same agency or outlet: a dateline, a line of source, the first sentences (`tables/credits.toml`);
- one gives the address of the other;
- they share text outside quotation marks: containment of shingles (Broder, "On the resemblance and containment of
  documents", 1997), thinned by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) so that the time stays linear;
- they share rare slips: spellings that these documents alone have where others agree on another one.

That none of these was found does not show that two documents are independent: `unknown` counts for nothing.
`shown` needs words that tell of the publication's own reporting, or a person who said so.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from zlib import crc32

from evidence.model import Document, Independence
from evidence.text.fold import fold_key
from evidence.text.tokens import HAN

SHINGLE = 8
"""Characters or Latin words in a row that make one shingle."""
WINDOW = 4
"""Shingles of which the one with the smallest digest is kept."""
CONTAINED = 0.25
"""Share of the shorter document's shingles from which on two documents share text."""
LONG_COPY, LITTLE = 20, 0.08
"""Kept shingles that are enough by themselves (about 50 characters or words), given a little containment."""
FEWEST = 6
"""Kept shingles without which a document is too short to say that it contains another."""
CROWD = 20
"""Documents of one shingle that later ones are compared with; the others are bound to the same first ones."""
SLIPS = 2
"""Shared slips that put two documents together; one may be chance."""
HEAD, TAIL = 400, 250
"""Code points at the beginning and the end where credits stand."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that are one voice, and why."""

    name: str
    documents: tuple[str, ...]
    """Their ids, the earliest published first."""
    independence: Independence
    """`shared` for several documents; for one, `shown` when it tells of its own reporting, else `unknown`."""
    shown: bool
    """Whether one of them tells of its own reporting: such a voice counts beside others of which that is true."""
    reasons: tuple[str, ...] = ()


def origins(documents: Sequence[Document], links: Iterable[tuple[str, str]] = ()) -> tuple[Origin, ...]:
    """The origins of the documents, each document in one, in the order of their first documents.

    `links` are pairs of document ids that somebody declared to come from one place.
    """
    ordered = sorted(documents, key=lambda one: (one.published or "9999", one.retrieved, one.id))
    known = [_Read.of(document) for document in ordered]
    bound = _Bound([document.id for document in ordered])
    for a, b, why in (
        *_declared(ordered, links),
        *_credited(known),
        *_addressed(ordered),
        *_copied(known),
        *_slipped(known),
    ):
        bound.join(a, b, why)
    by_id = {one.document.id: one for one in known}
    return tuple(_origin([by_id[name] for name in group], why) for group, why in bound.groups())


def origin_of(found: Iterable[Origin]) -> dict[str, Origin]:
    """The origin of each document id."""
    return {document: origin for origin in found for document in origin.documents}


def _origin(group: "Sequence[_Read]", reasons: tuple[str, ...]) -> Origin:
    own = [one for one in group if one.own]
    declared = [one.document for one in group if one.document.independence is Independence.SHOWN]
    credited = Counter(one.credit for one in group if one.credit)
    first = group[0].document
    named = [one.document.origin for one in group if one.document.origin]
    if not named and credited:
        named = [min(credited, key=lambda credit: (-credited[credit], credit))]
    shown = bool(declared or [one for one in own if not one.credit])
    why = list(reasons)
    if declared:
        why.append(f"{_label(declared[0])} was declared independent")
    elif own and shown:
        why.append(f"{_label(own[0].document)} tells of its own reporting: “{own[0].own}”")
    elif own and any(one.credit for one in own):
        why.append(f"{_label(own[0].document)} speaks of reporters, but credits {own[0].credit}")
    if len(group) > 1:
        independence = Independence.SHARED
    elif first.independence is not Independence.UNKNOWN:
        independence = first.independence
    else:
        independence = Independence.SHOWN if shown else Independence.UNKNOWN
    name = named[0] if named else first.source or first.name
    return Origin(name, tuple(one.document.id for one in group), independence, shown, tuple(why))


def _label(document: Document) -> str:
    return document.source or document.name


# --- putting together --------------------------------------------------------------------------------------------


class _Bound:
    """A disjoint-set forest that remembers why; the earlier document stays the root."""

    def __init__(self, names: Sequence[str]) -> None:
        self._place = {name: place for place, name in enumerate(names)}
        self._parent = {name: name for name in names}
        self._why: dict[str, dict[str, None]] = {name: {} for name in names}

    def root(self, name: str) -> str:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, a: str, b: str, why: str) -> None:
        if a not in self._parent or b not in self._parent or a == b:
            return
        first, second = sorted((self.root(a), self.root(b)), key=self._place.__getitem__)
        self._why[first][why] = None
        if first != second:
            self._parent[second] = first
            self._why[first].update(self._why.pop(second))

    def groups(self) -> Iterator[tuple[list[str], tuple[str, ...]]]:
        members: dict[str, list[str]] = {}
        for name in self._parent:
            members.setdefault(self.root(name), []).append(name)
        for root, group in members.items():
            yield group, tuple(self._why[root])


Join = tuple[str, str, str]


def _declared(documents: Sequence[Document], links: Iterable[tuple[str, str]]) -> Iterator[Join]:
    by_id = {document.id: document for document in documents}
    for a, b in links:
        if a in by_id and b in by_id:
            yield a, b, f"{_label(by_id[a])} and {_label(by_id[b])} were declared to be of one origin"
    for document in documents:
        if document.replaces:
            yield document.replaces, document.id, "a later version of the same publication"
    yield from _same(documents, lambda one: one.origin, "the declared origin {}")
    yield from _same(documents, lambda one: one.source, "one source, {}")


def _same(documents: Sequence[Document], of: Callable[[Document], str | None], words: str) -> Iterator[Join]:
    first: dict[str, Document] = {}
    for document in documents:
        name = of(document)
        if name:
            earlier = first.setdefault(fold_key(name), document)
            if earlier is not document:
                yield earlier.id, document.id, words.format(name)


def _addressed(documents: Sequence[Document]) -> Iterator[Join]:
    by_address = {_bare(document.url): document for document in documents if document.url}
    if not by_address:
        return
    for document in documents:
        for address in _address.findall(document.text):
            target = by_address.get(_bare(address))
            if target is not None and target is not document:
                yield target.id, document.id, f"{_label(document)} gives the address of {_label(target)}"


_address = re.compile(r"https?://[^\s\"'<>)）」』，。]+")


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.)?|[#?].*$|/+$", "", address.rstrip(".,;")).casefold()


# --- credits -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Read:
    """A document with what is looked for in it, once."""

    document: Document
    key: str
    credit: str | None
    credit_words: str
    own: str | None

    @classmethod
    def of(cls, document: Document) -> "_Read":
        key = "\n".join(filter(None, (fold_key(line) for line in document.text.splitlines())))
        credit, words = _credit(document, key)
        own = _own().search(key)
        return cls(document, key, credit, words, own[0].strip() if own else None)


def credit_of(document: Document) -> str | None:
    """The agency or outlet that a document says its words come from, if it is not the document's own source."""
    return _Read.of(document).credit


def _credit(document: Document, key: str) -> tuple[str | None, str]:
    head, tail = key[:HEAD], key[max(HEAD, len(key) - TAIL) :]
    if document.author and (agency := _agency(fold_key(document.author))):
        return _foreign(document, agency, document.author)
    for place, kinds in ((head, ("dateline", "line", "relayed")), (tail, ("line", "dateline"))):
        for kind in kinds:
            for pattern in _credits()[kind]:
                for match in pattern.finditer(place):
                    name = _settled(match["name"])
                    found = _foreign(document, name, match[0].strip()) if name else (None, "")
                    if found[0]:
                        return found
    return None, ""


def _foreign(document: Document, name: str, words: str) -> tuple[str | None, str]:
    """The name, unless it is that of the document's own source."""
    source = fold_key(document.source or "")
    if source and (_agency(source) or source) == (_agency(fold_key(name)) or fold_key(name)):
        return None, ""
    return name, words


def _credited(known: "Sequence[_Read]") -> Iterator[Join]:
    first: dict[str, Document] = {}
    for one in known:
        source = fold_key(one.document.source or "")
        if source:
            first.setdefault(fold_key(_agency(source) or source), one.document)
    for one in known:
        if one.credit:
            earlier = first.setdefault(fold_key(one.credit), one.document)
            words = f"{_label(one.document)} credits {one.credit}: “{one.credit_words[:60]}”"
            yield earlier.id, one.document.id, words


def _settled(name: str) -> str | None:
    """The agency's name, or the outlet as it is written; None for words that name nobody."""
    name = name.strip(" \"'《》:,.-|")
    return _agency(name) or (name if 1 < len(name) <= 40 and name not in _nobody else None)


_nobody = frozenset(
    {
        "网络",
        "互联网",
        "综合",
        "媒体",
        "外媒",
        "本报",
        "本站",
        "本网",
        "本刊",
        "报",
        "日",
        "the",
        "reports",
        "media",
        "officials",
        "police",
        "us",
        "a",
    }
)


@cache
def _agencies() -> dict[str, str]:
    lines = _table("agencies.tsv").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {alias.replace("_", " "): name for name, aliases in rows for alias in aliases.split()}


def _agency(words: str) -> str | None:
    return _agencies().get(words) or next((name for name in _agencies().values() if fold_key(name) == words), None)


@cache
def _credits() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    aliases = "|".join(sorted(map(re.escape, _agencies()), key=lambda alias: (-len(alias), alias)))
    known, title = rf"(?<![a-z])(?:{aliases})(?![a-z])", r"《[^《》\n]{2,20}》"
    agency = rf"(?P<name>{known})"
    other = rf"[{HAN}a-z0-9][{HAN}a-z0-9 .&'-]{{1,30}}?(?=[,。:;()|\n]|\Z|\.\s|\.\Z)"
    named = rf"(?P<name>{known}|{title}|{other})"
    # In running text only a name that is known, or stands in a title's brackets, can be told from other words.
    strict = rf"(?P<name>{known}|{title})"
    day = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
    inside = {"line": named, "dateline": agency, "relayed": strict}
    return {
        kind: tuple(
            re.compile(words.replace("NAME", name).replace("AGENCY", name).replace("DATE", day))
            for words in tomllib.loads(_table("credits.toml"))[kind]
        )
        for kind, name in inside.items()
    }


@cache
def _own() -> re.Pattern[str]:
    return re.compile("|".join(tomllib.loads(_table("credits.toml"))["own"]))


@cache
def _table(name: str) -> str:
    return files("evidence").joinpath("tables", name).read_text("utf-8")


# --- shared text ---------------------------------------------------------------------------------------------------

_quotation = re.compile(r"“[^”\n]{0,400}”|\"[^\"\n]{0,400}\"|「[^」\n]{0,400}」|'[^'\n]{30,400}'")
_unit = re.compile(rf"[{HAN}]|[^\W{HAN}]+")


def shingles(key: str) -> frozenset[int]:
    """Digests of the kept shingles of a folded text, without what is quoted: two may quote one speech."""
    units = _unit.findall(_quotation.sub(" ", key))
    digests = [crc32(" ".join(units[i : i + SHINGLE]).encode()) for i in range(len(units) - SHINGLE + 1)]
    if len(digests) <= WINDOW:
        return frozenset(digests)
    return frozenset(min(digests[i : i + WINDOW]) for i in range(len(digests) - WINDOW + 1))


def _copied(known: "Sequence[_Read]") -> Iterator[Join]:
    kept = [shingles(one.key) for one in known]
    holders: dict[int, list[int]] = defaultdict(list)
    shared: Counter[tuple[int, int]] = Counter()
    for place, digests in enumerate(kept):
        for digest in digests:
            earlier = holders[digest]
            shared.update((other, place) for other in earlier[:CROWD])
            earlier.append(place)
    for (a, b), count in sorted(shared.items()):
        shorter = min(len(kept[a]), len(kept[b]))
        share = count / shorter
        if shorter >= FEWEST and (share >= CONTAINED or (count >= LONG_COPY and share >= LITTLE)):
            one, other = known[a].document, known[b].document
            yield (
                one.id,
                other.id,
                f"{share:.0%} of the shorter text stands word for word in {_label(one)} and {_label(other)}",
            )


# --- shared slips --------------------------------------------------------------------------------------------------

_word = re.compile(r"[a-z]{6,}")
_han_four = re.compile(rf"(?=([{HAN}]{{4}}))")
_SPELLINGS = (("z", "s"), ("our", "or"), ("ll", "l"), ("ae", "e"), ("re", "er"))


def _slipped(known: "Sequence[_Read]") -> Iterator[Join]:
    """Pairs that share spellings which nobody else has, where at least two others agree on a near one."""
    if len(known) < 4:
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(known):
        for form in sorted({*_word.findall(one.key), *_han_four.findall(one.key)}):
            holders[form].append(place)
    patterns: dict[str, list[str]] = defaultdict(list)
    for form in holders:
        for pattern in _holes(form):
            patterns[pattern].append(form)
    found: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    for forms in patterns.values():
        for slip, usual in _slips(forms, holders):
            a, b = holders[slip]
            found[a, b].setdefault(slip, usual)
    for (a, b), slips in sorted(found.items()):
        if len(slips) >= SLIPS:
            words = ", ".join(f"{slip} for {usual}" for slip, usual in sorted(slips.items())[:3])
            yield known[a].document.id, known[b].document.id, f"only these two write {words}"


def _holes(form: str) -> list[str]:
    """The form with each inner character left open; not the first, nor an English ending."""
    last = len(form) - 2 if form.isascii() else len(form) - 1
    return [f"{form[:at]}_{form[at + 1 :]}" for at in range(1, last)]


def _slips(forms: Sequence[str], holders: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str]]:
    for a, b in combinations(forms, 2) if len(forms) <= CROWD else ():
        slip, usual = (a, b) if len(holders[a]) < len(holders[b]) else (b, a)
        apart = not set(holders[slip]) & set(holders[usual])
        if len(holders[slip]) == 2 and len(holders[usual]) > 2 and apart and _unspelled(slip) != _unspelled(usual):
            yield slip, usual


def _unspelled(word: str) -> str:
    """A word without what British and American English write differently."""
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word
