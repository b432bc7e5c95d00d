"""Whom a document says its words come from: datelines, lines of source, the first sentences (`tables/credits.toml`)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from evidence.model import Document
from evidence.text.fold import fold_key
from evidence.text.tokens import HAN

HEAD, TAIL = 400, 250
"""Code points at the beginning and the end where credits stand."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A document with what it says of where its words come from, read once."""

    document: Document
    key: str
    """Its text, folded, line by line."""
    credit: str | None
    """The agency or outlet that it says its words come from, if that is not the document's own source."""
    words: str
    """How it says so, folded."""
    own: str | None
    """Words that tell of its own reporting, folded."""

    @classmethod
    def of(cls, document: Document) -> "Credited":
        """What a document says of where its words come from."""
        key = "\n".join(filter(None, (fold_key(line) for line in document.text.splitlines())))
        credit, words = _credit(document, key)
        own = _own().search(key)
        return cls(document, key, credit, words, own[0].strip() if own else None)


def _credit(document: Document, key: str) -> tuple[str | None, str]:
    head, tail = key[:HEAD], key[max(HEAD, len(key) - TAIL) :]
    if document.author and (known := agency(fold_key(document.author))):
        return _foreign(document, known, document.author)
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
    if source and (agency(source) or source) == (agency(fold_key(name)) or fold_key(name)):
        return None, ""
    return name, words


def _settled(name: str) -> str | None:
    """The agency's name, or the outlet as it is written; None for words that name nobody."""
    name = name.strip(" \"'《》:,.-|")
    return agency(name) or (name if 1 < len(name) <= 40 and name not in _nobody else None)


_nobody = frozenset(
    {
        *("网络", "互联网", "综合", "媒体", "外媒", "本报", "本站", "本网", "本刊", "报", "日"),
        *("the", "reports", "media", "officials", "police", "us", "a"),
    }
)


@cache
def _agencies() -> dict[str, str]:
    lines = _table("agencies.tsv").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {alias.replace("_", " "): name for name, aliases in rows for alias in aliases.split()}


def agency(words: str) -> str | None:
    """The agency that folded words name, under whatever name it goes."""
    return _agencies().get(words) or next((name for name in _agencies().values() if fold_key(name) == words), None)


@cache
def _credits() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    aliases = "|".join(sorted(map(re.escape, _agencies()), key=lambda alias: (-len(alias), alias)))
    known, title = rf"(?<![a-z])(?:{aliases})(?![a-z])", r"《[^《》\n]{2,20}》"
    sure = rf"(?P<name>{known})"
    other = rf"[{HAN}a-z0-9][{HAN}a-z0-9 .&'-]{{1,30}}?(?=[,。:;()|\n]|\Z|\.\s|\.\Z)"
    named = rf"(?P<name>{known}|{title}|{other})"
    # In running text only a name that is known, or stands in a title's brackets, can be told from other words.
    strict = rf"(?P<name>{known}|{title})"
    day = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
    inside = {"line": named, "dateline": sure, "relayed": strict}
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
