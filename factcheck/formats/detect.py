"""Which format a claim file is in, told by how it begins; the words are those of `ClaimFormat`."""

import json
import re
from pathlib import PurePath

from factcheck.formats import lossless, xlsx

LINES = frozenset({".jsonl", ".ndjson"})
TABLES = {".csv": "csv", ".tsv": "tsv"}
YAML = frozenset({".yaml", ".yml"})
_key = re.compile(rb'"([@\w:/.#-]{1,60})"\s*:')
_yaml = re.compile(rb"(?:#[^\n]*\n\s*)*(?:---\s|- +[\w\"']+ *:|(?:claims|relations|statement|external_id) *:(?:\s|$))")
_claim_review = re.compile(rb"ClaimReview\b|claimReviewed")


def told(name: str, start: bytes, *, mapped: bool = False) -> str:
    """The format of a file that begins with `start`: by content first, by the name's ending where that leaves doubt.

    With a map that names fields (`mapped`) the records are whatever the map says, so no foreign format is looked for.
    """
    suffix = PurePath(name.removesuffix(".gz")).suffix.lower()
    begins = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if lossless.looks_like(start):
        return "json"
    if start.startswith(xlsx.MAGIC) or suffix == ".xlsx":
        return "xlsx"
    if suffix in YAML:
        return "yaml"
    if suffix in TABLES:
        return _table(begins, TABLES[suffix], mapped=mapped)
    if begins.startswith((b"{", b"[")):
        return _json(begins, suffix, mapped=mapped)
    if suffix in LINES or suffix == ".json":
        return "jsonl" if suffix in LINES else "json"
    if _yaml.match(begins):
        return "yaml"
    return _table(begins, "tsv" if b"\t" in begins.split(b"\n", 1)[0] else "csv", mapped=mapped)


def _table(begins: bytes, format_: str, *, mapped: bool) -> str:
    header = begins.split(b"\n", 1)[0].decode("utf-8", "replace")
    columns = {one.strip().strip('"') for one in header.replace(";", ",").split(",")}
    return "data_commons" if {"claim_text", "review_rating"} <= columns and not mapped else format_


def _json(begins: bytes, suffix: str, *, mapped: bool) -> str:
    line = begins.split(b"\n", 1)[0]
    first = _object(line)
    keys = set(first) if first is not None else {key.decode() for key in _key.findall(begins)}
    if suffix in LINES:
        return "jsonl" if mapped or begins.startswith(b"[") else _lines(keys, first)
    if mapped:
        return "json" if begins.startswith(b"[") or _pretty(begins, first) else "jsonl"
    if _claim_review.search(begins) and not {"claimReview", "statement"} & keys:
        return "claimreview"
    if begins.startswith(b"["):
        return _list({key.decode() for key in _key.findall(begins)})
    if "claims" in keys:
        return "claims_search" if b'"claimReview"' in begins or b'"nextPageToken"' in begins else "json"
    if _pretty(begins, first):
        return "claimreview" if {"@context", "@graph", "dataFeedElement"} & keys else "json"
    return _lines(keys, first)


def _object(line: bytes) -> dict[str, object] | None:
    """The object that stands on the first line, where it stands there whole."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _pretty(begins: bytes, first: object) -> bool:
    """Whether one object goes on over several lines."""
    return first is None and b"\n" in begins and begins.startswith(b"{")


def _list(keys: set[str]) -> str:
    """The format of a list, by any key near its beginning."""
    if "statement" in keys:
        return "json"
    if "claimReview" in keys:
        return "claims_search"
    if keys & {"annotations", "completions", "predictions"} and keys & {"data", "result", "id"}:
        return "label_studio"
    if "claim" in keys:
        return "averitec"
    return "json"


def _lines(keys: set[str], first: dict[str, object] | None) -> str:
    """The format of objects that stand on a line each, by the keys of the first."""
    if "statement" in keys or {"a", "b"} <= keys:
        return "jsonl"
    if "claimReviewed" in keys:
        return "claimreview"
    if "claim" in keys and ("cited_doc_ids" in keys or (first and isinstance(first.get("evidence"), dict))):
        return "scifact"
    if "claim" in keys and keys & {"verifiable", "evidence", "label", "id"}:
        return "fever"
    if keys & {"text", "data"} and keys & {"label", "labels", "entities"}:
        return "doccano"
    return "jsonl"
