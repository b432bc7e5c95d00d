"""Plain lines of a file of claims, straight from their bytes to rows of the tables. Quick to import.

A line is plain when everything in it is as our own records have it and every document that it quotes is at hand: then
it needs none of the care that a row from anywhere needs, and a fifth of the time. Any other line is left to `import_`,
which reads it as a record, and says what is wrong with it if anything is. Both give the same rows, ids and digests.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import orjson

from claims.ids import claim_id
from claims.vocabulary import Certainty, Checkability, Status, Verdict
from evidence.text.fold import fold_key
from evidence.text.language import language_of
from evidence.vocabulary import CONTEXT
from factcheck.store.records import (
    CERTAINTIES,
    CHECKABILITIES,
    CONFIDENCES,
    DATE,
    DIRECTNESSES,
    KINDS,
    QUANTITY,
    STANCES,
    STATUSES,
    TYPES,
    VERDICTS,
    is_date,
    is_quantity,
)

RULE = "import"
"""The name under which evidence links from an import are entered."""
LEAF = 16
"""Bytes of a claim's digest in the ledger."""
LONGEST_NAME, LONGEST_WORDS = 500, 20_000
"""Code points, as `formats.records` allows them."""
LONGEST_LINE = 1_000_000
"""Bytes; a longer line is not plain."""
WITHOUT_VERDICT = STATUSES - {Status.DECIDED}
WITH_VERDICT = frozenset({str(Status.DECIDED), str(Status.NEEDS_RECHECK)})
NEEDS_QUOTE = frozenset({str(Verdict.SUPPORTED), str(Verdict.REFUTED)})
_FIELDS = frozenset(
    (
        *("external_id", "statement", "language", "kind", "checkability", "certainty", "claimant", "tags", "entities"),
        *("quantities", "dates", "status", "verdict", "confidence", "reason", "evidence"),
    )
)
_EVIDENCE = frozenset({"document", "start", "end", "exact", "stance", "directness"})
_QUANTITY, _DATE, _ENTITY = frozenset(QUANTITY), frozenset(DATE), frozenset({"name", "type"})
_SPACED_KEYS = (b'" :', b'"\t:', b'"\r:')
_language = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class Shelved(NamedTuple):
    """A document as quotes need it."""

    pk: int
    id: str
    sha256: str
    text: str


class Ready(NamedTuple):
    """Claims that are ready to be written; `at` places each among the lines that were given.

    The rows of the tables stand one after the other, without their ends, in the order of columns of `store.bulk`. A
    claim's place among those here stands for its key.
    """

    at: list[int]
    ids: list[str]
    others: list[str | None]
    """The id that the claim has if its own quote had to wait when it came, where that can be."""
    digests: list[str]
    leaves: list[bytes]
    claims: list[Any]
    tags: list[Any]
    entities: list[Any]
    links: list[Any]


def nothing_ready() -> Ready:
    """No claims yet."""
    return Ready([], [], [], [], [], [], [], [], [])


class NotPlain(Exception):
    """A line that must be read with care."""


class Plain:
    """Reads plain lines.

    `documents` knows a document by what a row may call it, and None for what it does not know. `reviewer` and `now` (as
    stored) are entered with verdicts. `unchanged` says of a row's digest that it need not be made ready: whoever asked
    finds that row in `old`.
    """

    def __init__(
        self,
        documents: Callable[[str], Shelved | None],
        reviewer: str,
        now: str,
        unchanged: Callable[[str], bool] = lambda digest: False,
    ) -> None:
        self._document = documents
        self._decided = (reviewer, now)
        self._unchanged = unchanged
        self._key = lru_cache(maxsize=4096)(fold_key)

    def read(self, lines: Sequence[bytes]) -> tuple[Ready, list[tuple[int, str, str]]]:
        """(what is ready, (place, id, digest) of each row that may be unchanged); all other lines are not plain."""
        ready, old = nothing_ready(), []
        for at, line in enumerate(lines):
            try:
                data = _object(line)
                digest = hashlib.sha256(orjson.dumps(data, option=orjson.OPT_SORT_KEYS)).hexdigest()
                external = data.get("external_id")
                if type(external) is str and self._unchanged(digest):
                    old.append((at, claim_id("", external_id=external), digest))
                    continue
                self._claim(at, data, digest, ready)
            except NotPlain:
                continue
        return ready, old

    def _claim(self, at: int, data: dict[str, Any], digest: str, ready: Ready) -> None:
        """Put the claim of a row with what is ready, whole or not at all. Raises NotPlain."""
        statement = _name(data["statement"], LONGEST_WORDS)
        external = _name_or_none(data, "external_id")
        language = data.get("language")
        claimant = _name_or_none(data, "claimant")
        status, verdict, confidence, reason, decided_by, decided_at = self._decision(data)
        kind = data.get("kind")
        checkability = data.get("checkability", _CHECKABLE)
        certainty = data.get("certainty", _ASSERTED)
        if not (
            (language is None or _is_language(language))
            and (kind is None or _among(kind, KINDS))
            and _among(checkability, CHECKABILITIES)
            and _among(certainty, CERTAINTIES)
        ):
            raise NotPlain
        language = language or language_of(statement)
        tags = list(dict.fromkeys(_name(tag, LONGEST_NAME) for tag in _list(data, "tags")))
        entities = [_entity(item) for item in _list(data, "entities")]
        quantities = [_quantity(item) for item in _list(data, "quantities")]
        dates = [_date(item) for item in _list(data, "dates")]
        links = [self._link(item) for item in _list(data, "evidence")]
        if verdict in NEEDS_QUOTE and not links:
            raise NotPlain
        own = (links[0][0].sha256, links[0][1], links[0][2]) if links else None
        id_ = claim_id(statement, claimant=claimant, external_id=external, own_quote=own)
        record = {
            "id": id_,
            "external_id": external,
            "statement": statement,
            "language": language,
            "kind": kind,
            "checkability": checkability,
            "certainty": certainty,
            "claimant": claimant,
            "status": status,
            "verdict": verdict,
            "confidence": confidence,
            "reason": reason,
            "credibility": "6",
            "assessment": None,
            "tags": tags,
            "entities": entities,
            "quantities": quantities,
            "dates": dates,
            "evidence": [
                {
                    "document": document.id,
                    "start": start,
                    "end": end,
                    "exact": exact,
                    "prefix": prefix,
                    "suffix": suffix,
                    "stance": stance,
                    "directness": directness,
                    "state": "exact",
                    "added_by": RULE,
                }
                for document, start, end, exact, prefix, suffix, stance, directness in links
            ],
            "decided_by": decided_by,
            "decided_at": decided_at,
            "version": 1,
        }
        leaf = hashlib.sha256(orjson.dumps(record, option=orjson.OPT_SORT_KEYS)).digest()[:LEAF]
        number = len(ready.ids)
        search_key = fold_key(f"{statement}\n{links[0][3] if links else ''}")
        ready.at.append(at)
        ready.ids.append(id_)
        ready.others.append(claim_id(statement, claimant=claimant) if own and external is None else None)
        ready.digests.append(digest)
        ready.leaves.append(leaf)
        ready.claims.extend(
            (
                *(
                    number,
                    None,
                    id_,
                    external,
                    statement,
                    search_key,
                    language,
                    kind,
                    checkability,
                    certainty,
                    claimant,
                ),
                *(status, verdict, confidence, reason, "6", None, _json(quantities), _json(dates), 0),
                *(decided_by, decided_at, 1, digest),
            )
        )
        for position, tag in enumerate(tags):
            ready.tags.extend((number, position, tag))
        for position, entity in enumerate(entities):
            name = entity["name"]
            ready.entities.extend((number, position, name, self._key(name), entity["type"]))
        for position, (document, *place, stance, directness) in enumerate(links):
            ready.links.extend((number, position, document.pk, *place, stance, directness, "exact", RULE))

    def _decision(self, data: dict[str, Any]) -> tuple[str, str | None, str | None, str | None, str | None, str | None]:
        """(status, verdict, confidence, reason, decided by, decided at) of a claim that arrives judged, or not."""
        status, verdict, confidence = data.get("status"), data.get("verdict"), data.get("confidence")
        reason = data.get("reason")
        if status is None and verdict is None and confidence is None and reason is None:
            return "new", None, None, None, None, None
        if reason is not None:
            reason = _name(reason, LONGEST_WORDS)
        if verdict is None:
            status = status or "new"
            if confidence is not None or not _among(status, WITHOUT_VERDICT):
                raise NotPlain
        else:
            status = status or "decided"
            if not (_among(verdict, VERDICTS) and _among(status, WITH_VERDICT)):
                raise NotPlain
            if (confidence is not None and not _among(confidence, CONFIDENCES)) or (
                verdict == "refuted" and not reason
            ):
                raise NotPlain
        by, when = self._decided if status != "new" else (None, None)
        return status, verdict, confidence, reason, by, when

    def _link(self, item: Any) -> tuple[Shelved, int, int, str, str, str, str, str]:
        if type(item) is not dict or not item.keys() <= _EVIDENCE:
            raise NotPlain
        start, end = item.get("start"), item.get("end")
        document = self._document(_name(item.get("document"), LONGEST_NAME))
        if document is None or type(start) is not int or type(end) is not int:
            raise NotPlain
        text = document.text
        stance, directness = item.get("stance", "supports"), item.get("directness", "secondary")
        if not (0 <= start < end <= len(text) and _among(stance, STANCES) and _among(directness, DIRECTNESSES)):
            raise NotPlain
        exact = text[start:end]
        if item.get("exact", exact) != exact:
            raise NotPlain
        prefix, suffix = text[start - CONTEXT if start > CONTEXT else 0 : start], text[end : end + CONTEXT]
        return document, start, end, exact, prefix, suffix, stance, directness


_CHECKABLE, _ASSERTED = str(Checkability.CHECKABLE), str(Certainty.ASSERTED)


def _object(line: bytes) -> dict[str, Any]:
    """The object that a line holds, if it holds no field twice. Raises NotPlain."""
    if len(line) > LONGEST_LINE or b"\\u0000" in line:
        raise NotPlain
    try:
        data = orjson.loads(line)
    except ValueError as error:
        raise NotPlain from error
    if type(data) is not dict or "statement" not in data or not data.keys() <= _FIELDS:
        raise NotPlain
    fields = len(data)
    for value in data.values():
        if type(value) is list:
            for item in value:
                if type(item) is dict:
                    fields += len(item)
                    if None in item.values():
                        raise NotPlain
        elif value is None:
            raise NotPlain  # an empty field is as good as none, also for the row's digest
    # A quotation mark and a colon stand after each name, perhaps inside a text too: never less often than names do.
    if line.count(b'":') != fields or any(spaced in line for spaced in _SPACED_KEYS):
        raise NotPlain
    return data


def _name(value: Any, longest: int) -> str:
    if type(value) is not str or not 0 < len(value) <= longest or value[0].isspace() or value[-1].isspace():
        raise NotPlain
    return value


def _name_or_none(data: dict[str, Any], field: str) -> str | None:
    value = data.get(field)
    return None if value is None else _name(value, LONGEST_NAME)


def _among(value: Any, words: frozenset[str]) -> bool:
    return type(value) is str and value in words


@lru_cache(maxsize=1024)
def _is_tag(language: str) -> bool:
    return _language.fullmatch(language) is not None


def _is_language(value: Any) -> bool:
    return type(value) is str and _is_tag(value)


def _list(data: dict[str, Any], field: str) -> list[Any]:
    value = data.get(field, [])
    if type(value) is not list:
        raise NotPlain
    return value


def _entity(item: Any) -> dict[str, Any]:
    if type(item) is str:
        item = {"name": item}
    if type(item) is not dict or not item.keys() <= _ENTITY:
        raise NotPlain
    name, type_ = item.get("name"), item.get("type", "other")
    if type(name) is not str or not name or not _among(type_, TYPES):
        raise NotPlain
    return {"name": name, "type": type_}


def _quantity(item: Any) -> dict[str, Any]:
    if type(item) is not dict or not item.keys() <= _QUANTITY:
        raise NotPlain
    made = {"text": None, "low": None, "high": None, "unit": None, "approximate": False, "of": None, **item}
    made.setdefault("start")
    made.setdefault("end")
    if not is_quantity(made):
        raise NotPlain
    return made


def _date(item: Any) -> dict[str, Any]:
    if type(item) is not dict or not item.keys() <= _DATE:
        raise NotPlain
    made = {"text": None, "from": None, "to": None, "start": None, "end": None, **item}
    if not is_date(made):
        raise NotPlain
    return made


def _json(items: list[dict[str, Any]]) -> str:
    return orjson.dumps(items, option=orjson.OPT_SORT_KEYS).decode() if items else "[]"
