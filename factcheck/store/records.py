"""Rows of claims as the objects that the lossless export shows, without building values. Quick to import.

Reading a claim as a value checks everything; these functions check what a damaged row could hold otherwise, and leave
each row in which they find anything out of the ordinary to that reading: the two give the same or the same error.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from math import isfinite
from typing import Any

import orjson

from claims.vocabulary import (
    Certainty,
    Checkability,
    Confidence,
    Credibility,
    Directness,
    EntityType,
    Kind,
    Stance,
    Status,
    Verdict,
)
from evidence.vocabulary import QuoteState

Record = dict[str, Any]
CLAIM = (
    "id",
    "external_id",
    "statement",
    "language",
    "kind",
    "checkability",
    "certainty",
    "claimant",
    "status",
    "verdict",
    "confidence",
    "reason",
    "credibility",
    "assessment",
    "quantities",
    "dates",
    "decided_by",
    "decided_at",
    "version",
)
"""Columns of `claim` as `claim_record` takes them."""
ENTITY = ("name", "type")
LINK = ("start", "end", "exact", "prefix", "suffix", "stance", "directness", "state", "added_by")
QUANTITY = ("text", "low", "high", "unit", "approximate", "of", "start", "end")
DATE = ("text", "from", "to", "start", "end")


class Unusual(Exception):
    """A row that must be read as a value, which says what is wrong with it, if anything is."""


def _words(*vocabularies: Iterable[str]) -> frozenset[str]:
    return frozenset(str(word) for words in vocabularies for word in words)


KINDS, CHECKABILITIES, CERTAINTIES = _words(Kind), _words(Checkability), _words(Certainty)
STATUSES, VERDICTS, CONFIDENCES, CREDIBILITIES = (
    _words(Status),
    _words(Verdict),
    _words(Confidence),
    _words(Credibility),
)
STANCES, DIRECTNESSES, STATES, TYPES = _words(Stance), _words(Directness), _words(QuoteState), _words(EntityType)
_MOST_OFFSET = 2**31
_MOST_WHOLE = 2**53
_PLAIN = frozenset({str, int, type(None)})


def claim_record(
    row: Sequence[Any], tags: Sequence[str], entities: Sequence[Sequence[Any]], links: Sequence[Sequence[Any]]
) -> Record:
    """The claim of a row of CLAIM columns, its tags, its (name, type) and its (document id, *LINK). Raises Unusual."""
    record = dict(zip(CLAIM, row, strict=True))
    if not (
        set(map(type, row)) <= _PLAIN
        and record["statement"]
        and _known(record["kind"], KINDS)
        and record["checkability"] in CHECKABILITIES
        and record["certainty"] in CERTAINTIES
        and record["status"] in STATUSES
        and _known(record["verdict"], VERDICTS)
        and _known(record["confidence"], CONFIDENCES)
        and record["credibility"] in CREDIBILITIES
    ):
        raise Unusual
    told = record["assessment"]
    return {
        **{name: record[name] for name in CLAIM[:13]},
        "assessment": None if told is None else assessment(told),
        "tags": list(tags),
        "entities": [entity_record(entity) for entity in entities],
        "quantities": quantities(record["quantities"]),
        "dates": dates(record["dates"]),
        "evidence": [link_record(link) for link in links],
        "decided_by": record["decided_by"],
        "decided_at": moment(record["decided_at"]),
        "version": record["version"],
    }


def _known(word: Any, words: frozenset[str]) -> bool:
    return word is None or word in words


def entity_record(row: Sequence[Any]) -> Record:
    """The name of a row of ENTITY columns. Raises Unusual."""
    name, type_ = row
    if not name or type_ not in TYPES:
        raise Unusual
    return {"name": name, "type": type_}


def link_record(row: Sequence[Any]) -> Record:
    """The link of a row of the document's id and the LINK columns. Raises Unusual."""
    document, start, end, exact, prefix, suffix, stance, directness, state, added_by = row
    if not is_link(start, end, stance, directness, state):
        raise Unusual
    return {
        "document": document,
        "start": start,
        "end": end,
        "exact": exact,
        "prefix": prefix,
        "suffix": suffix,
        "stance": stance,
        "directness": directness,
        "state": state,
        "added_by": added_by,
    }


def quantities(text: str) -> list[Record]:
    """The quantities that a column holds. Raises Unusual."""
    return [] if text == "[]" else _items(text, _quantity)


def dates(text: str) -> list[Record]:
    """The dates that a column holds. Raises Unusual."""
    return [] if text == "[]" else _items(text, _date)


def _items(text: str, make: Callable[[Record], Record]) -> list[Record]:
    try:
        items = orjson.loads(text)
        if type(items) is list:
            return [make(item) for item in items]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unusual from error
    raise Unusual


def _quantity(item: Record) -> Record:
    made = {name: item[name] for name in QUANTITY}
    if len(item) != len(QUANTITY) or not is_quantity(made):
        raise Unusual
    return made


def _date(item: Record) -> Record:
    made = {name: item[name] for name in DATE}
    if len(item) != len(DATE) or not is_date(made):
        raise Unusual
    return made


def is_quantity(made: Record) -> bool:
    """Whether every field of QUANTITY, all of which are there, holds what it may."""
    return (
        type(made["text"]) is str
        and is_number(made["low"])
        and is_number(made["high"])
        and is_text(made["unit"])
        and type(made["approximate"]) is bool
        and is_text(made["of"])
        and is_offset(made["start"])
        and is_offset(made["end"])
    )


def is_date(made: Record) -> bool:
    """The same of DATE."""
    return (
        type(made["text"]) is str
        and is_text(made["from"])
        and is_text(made["to"])
        and is_offset(made["start"])
        and is_offset(made["end"])
    )


def is_link(start: int, end: int, stance: str, directness: str, state: str) -> bool:
    """Whether an evidence link's place and words are such as ours have."""
    return (
        0 <= start < _MOST_OFFSET
        and 0 <= end < _MOST_OFFSET
        and stance in STANCES
        and directness in DIRECTNESSES
        and state in STATES
    )


def is_number(value: Any) -> bool:
    """Whether this is nothing, or a number in its one spelling: 300, never 300.0."""
    if type(value) is int:
        return -_MOST_WHOLE < value < _MOST_WHOLE
    return value is None or (type(value) is float and isfinite(value) and not value.is_integer())


def is_text(value: Any) -> bool:
    """Whether this is nothing, or a text."""
    return value is None or type(value) is str


def is_offset(value: Any) -> bool:
    """Whether this is nothing, or a place in a text."""
    return value is None or (type(value) is int and 0 <= value < _MOST_OFFSET)


def assessment(text: str) -> Record:
    """The assessment that a column holds. Raises Unusual."""
    try:
        told = orjson.loads(text)
        made = {"verdict": told["verdict"], "score": told["score"], "reasons": list(map(_reason, told["reasons"]))}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unusual from error
    score = made["score"]
    if len(told) != len(made) or not _known(made["verdict"], VERDICTS) or score is None or not is_number(score):
        raise Unusual
    if not 0 <= score <= 100:
        raise Unusual
    return made


def _reason(item: Record) -> Record:
    made = {name: item[name] for name in ("name", "points", "words")}
    points = made["points"]
    if len(item) != len(made) or points is None or not is_number(points):
        raise Unusual
    if type(made["name"]) is not str or type(made["words"]) is not str:
        raise Unusual
    return made


def moment(text: str | None) -> str | None:
    """A time in the one spelling that times have. Raises Unusual."""
    if text is None:
        return None
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise Unusual from error
    if len(text) != 24 or text < "1" or text[10] != "T" or text[19] != "." or text[23] != "Z":
        raise Unusual
    return text
