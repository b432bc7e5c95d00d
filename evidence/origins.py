"""Who copies whom: documents whose words come from one place are one voice, however many they are.

Documents are put together for any of these reasons, each kept in words:

- somebody declared the same origin, or one document replaces the other;
- one source published both;
- a credit names the same agency or outlet (`evidence/credits.py`);
- one gives the address of the other;
- they share text outside quotation marks, or rare slips: spellings that these documents alone have where others agree
  on another one (`evidence/copying.py`).

That none of these was found does not show that two documents are independent: `unknown` counts for nothing.
`shown` needs words that tell of the publication's own reporting, or a person who said so.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from evidence.copying import copied, slipped
from evidence.credits import Credited, agency
from evidence.model import Document, Independence
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key


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
    known = [Credited.of(document) for document in ordered]
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


def _origin(group: Sequence[Credited], reasons: tuple[str, ...]) -> Origin:
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


def _credited(known: Sequence[Credited]) -> Iterator[Join]:
    first: dict[str, Document] = {}
    for one in known:
        source = fold_key(one.document.source or "")
        if source:
            first.setdefault(fold_key(agency(source) or source), one.document)
    for one in known:
        if one.credit:
            earlier = first.setdefault(fold_key(one.credit), one.document)
            words = f"{_label(one.document)} credits {one.credit}: “{one.words[:60]}”"
            yield earlier.id, one.document.id, words


def _copied(known: Sequence[Credited]) -> Iterator[Join]:
    for a, b, share in copied([one.key for one in known]):
        one, other = known[a].document, known[b].document
        both = f"{_label(one)} and {_label(other)}"
        yield one.id, other.id, f"{share:.0%} of the shorter text stands word for word in {both}"


def _slipped(known: Sequence[Credited]) -> Iterator[Join]:
    for a, b, words in slipped([one.key for one in known]):
        yield known[a].document.id, known[b].document.id, f"only these two write {words}"
