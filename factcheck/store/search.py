"""The full-text indexes: which claims can contain a piece of writing, which passages share words with a statement.

SQLite has FTS5 without content and without positions, PostgreSQL arrays of words under GIN; both hold the tokens of
`evidence.text.tokens`. An index only narrows down: what it proposes is looked at again. It may therefore lag behind.
Claims beyond the one that it has reached, and those whose words changed since, are searched one by one until
`advance` has caught up with them; nothing else writes to an index, and nothing in it is ever corrected in place.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    TextClause,
    and_,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    text,
    update,
)

from evidence.text.fold import fold_key
from evidence.text.segment import sentences
from evidence.text.tokens import Sought, index_tokens, sought, tokens, written
from factcheck.store.filters import Filter
from factcheck.store.reading import condition
from factcheck.store.tables import claim, document, passage, search_changed, search_state

RULES = "1"
"""Raise it when the tokens change: every index is then made anew."""
INDEXES = ("claim_search", "claim_words", "passage_search", "passage_words")
FEW = 20_000
"""Claims up to which a search follows the index; with more, looking through the queue in its order is as quick."""
FEW_AT_FIRST = 4000
"""The same where only the first claims of the queue are wanted: among more matches they are soon found in its order."""
FAR_BEHIND = 20_000
"""Claims beyond the index up to which they are listed like those that it proposes; more are told by their keys."""
FORMS = 300
"""Words that may contain what is looked for; with more of them it is as good as everywhere."""
CHANGED = 20_000
"""Changed claims from which on the index is made anew."""
AFTER_FIGURES, AFTER_LETTERS, LAST = ":", "\u2e80", "\U0010ffff"
"""Where, among all words in order, figures end, where the words of alphabets end, and what no word goes on with."""
RAREST = 12
"""Tokens of a statement that are looked up among the passages."""
COMMON = 20_000
"""Passages with a token from which on it tells nothing."""


def of_ours(name: str | None, kind: str, parents: object = None) -> bool:  # noqa: ARG001 - Alembic's signature
    """Whether Alembic should compare a thing of this name: the indexes' own tables are the databases' affair."""
    return kind != "table" or name is None or not name.startswith(INDEXES)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage by its document's id, `[start, end)` in code points."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that the index has not taken in."""

    pk: int
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Divided:
    """What the index takes from a document: (start, end, words) of each passage, `[start, end)` in code points."""

    pk: int
    passages: tuple[tuple[int, int, tuple[str, ...]], ...]


# ── looking ────────────────────────────────────────────────────────────────────────────────────────


def narrowed(conn: Connection, wanted: Filter, few: int = FEW) -> ColumnElement[bool] | TextClause:
    """The filter as SQL, with the index's help where it has words to look for and few claims have them."""
    plain = condition(wanted)
    if not wanted.text or (proposed := _proposed(conn, fold_key(wanted.text), few)) is None:
        return plain
    reached, changed = _reached(conn)[0], select(search_changed.c.claim_pk)
    if behind(conn)[0] > FAR_BEHIND:
        # A plus sign keeps SQLite from listing the keys of the many before it looks at them.
        later = (literal_column("+claim.pk", Integer) if _sqlite(conn) else claim.c.pk) > reached
        return and_(or_(later, claim.c.pk.in_(proposed.union_all(changed))), plain)
    candidates = proposed.union_all(changed, select(claim.c.pk).where(claim.c.pk > reached))
    return and_(claim.c.pk.in_(candidates), plain)


def _proposed(conn: Connection, key: str, few: int) -> Select[int] | None:
    """A query for the claims that the index proposes; None when it is of no help."""
    wanted = sought(key)
    if _sqlite(conn):
        match = _match(conn, wanted)
        if match is None:
            return None
        found = select(literal_column("rowid", Integer)).select_from(text("claim_search"))
        query = found.where(text("claim_search MATCH :match").bindparams(match=match))
    else:
        if not wanted.words:
            return None
        query = select(literal_column("claim_search.pk", Integer)).select_from(text("claim_search"))
        query = query.where(text("words @> CAST(:words AS text[])").bindparams(words=list(wanted.words)))
    number = select(func.count()).select_from(query.limit(few + 1).subquery())
    return None if conn.execute(number).scalar_one() > few else query


def _match(conn: Connection, wanted: Sought) -> str | None:
    """What FTS5 is to match."""
    parts = [_quoted(word) for word in wanted.words]
    for beginning in wanted.beginnings:
        found = None if beginning >= AFTER_LETTERS else _forms(conn, beginning, beginning + LAST)
        parts.append(_any(found, beginning) or f"{_quoted(beginning)} *")
    for piece in wanted.inside:
        # Figures and words of alphabets stand apart in the order of all words: only their like is looked at.
        low, high = ("", AFTER_FIGURES) if piece < AFTER_FIGURES else (AFTER_FIGURES, AFTER_LETTERS)
        parts.append(_any(None if piece >= AFTER_LETTERS else _forms(conn, low, high, piece), piece))
    return " AND ".join(filter(None, parts)) or None


def _forms(conn: Connection, low: str, high: str, piece: str = "") -> list[str] | None:
    """The words from `low` to before `high` with this piece in them; None for more than `FORMS`."""
    query = "SELECT term FROM claim_words WHERE term >= :low AND term < :high AND instr(term, :piece) > 0 LIMIT :most"
    found = conn.execute(text(query), {"low": low, "high": high, "piece": piece, "most": FORMS + 1}).scalars().all()
    return None if len(found) > FORMS else list(found)


def _any(words: list[str] | None, piece: str) -> str:
    """Any of these words; '' when they are not known.

    A word that is nowhere still has to be asked for: claims beyond the index are searched all the same.
    """
    return "" if words is None else "(" + " OR ".join(map(_quoted, words or [piece])) + ")"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def passages(conn: Connection, statement: str, *, most: int) -> list[Stretch]:
    """The passages that share the rarest words with a statement, those with most weight first."""
    frequencies = {token: _frequency(conn, token) for token in dict.fromkeys(tokens(statement))}
    known = [token for token, number in frequencies.items() if 0 < number <= COMMON]
    rarest = sorted(known, key=lambda token: frequencies[token])[:RAREST]
    weights: dict[int, float] = defaultdict(float)
    for token in rarest:
        for pk in _with_token(conn, token):
            weights[pk] += 1 / math.log(2 + frequencies[token])
    best = sorted(weights, key=lambda pk: (-weights[pk], pk))[:most]
    return _stretches(conn, best)


def _frequency(conn: Connection, token: str) -> int:
    if _sqlite(conn):
        query = text("SELECT doc FROM passage_words WHERE term = :token")
        return conn.execute(query, {"token": token}).scalar_one_or_none() or 0
    most = text("SELECT count(*) FROM (SELECT 1 FROM passage_search WHERE words @> ARRAY[:token] LIMIT :most) AS found")
    return int(conn.execute(most, {"token": token, "most": COMMON + 1}).scalar_one())


def _with_token(conn: Connection, token: str) -> Sequence[int]:
    if _sqlite(conn):
        query = text("SELECT rowid FROM passage_search WHERE passage_search MATCH :token")
        return conn.execute(query, {"token": _quoted(token)}).scalars().all()
    query = text("SELECT pk FROM passage_search WHERE words @> ARRAY[:token]")
    return conn.execute(query, {"token": token}).scalars().all()


def _stretches(conn: Connection, pks: Sequence[int]) -> list[Stretch]:
    query = select(passage.c.pk, document.c.id, passage.c.start, passage.c.end)
    query = query.join(document, document.c.pk == passage.c.document_pk).where(passage.c.pk.in_(pks), _whole())
    found = {row[0]: Stretch(row[1], row[2], row[3]) for row in conn.execute(query)}
    return [found[pk] for pk in pks if pk in found]


def passage_count(conn: Connection) -> int:
    """How many passages the index has."""
    return conn.execute(select(func.count()).select_from(passage)).scalar_one()


def all_passages(conn: Connection) -> list[Stretch]:
    """All passages that the index has, in the order of the documents."""
    query = select(document.c.id, passage.c.start, passage.c.end).join(document, document.c.pk == passage.c.document_pk)
    return [Stretch(row[0], row[1], row[2]) for row in conn.execute(query.where(_whole()).order_by(passage.c.pk))]


def _whole() -> ColumnElement[bool]:
    """Whether a passage is of a document that the index has as a whole: of the others `unread` tells."""
    return passage.c.document_pk <= select(search_state.c.documents).scalar_subquery()


def unread(conn: Connection) -> list[str]:
    """Ids of documents whose passages are not in the index yet."""
    reached = select(search_state.c.documents).scalar_subquery()
    return list(conn.execute(select(document.c.id).where(document.c.pk > reached).order_by(document.c.pk)).scalars())


# ── keeping up ─────────────────────────────────────────────────────────────────────────────────────


def behind(conn: Connection) -> tuple[int, int]:
    """How many claims and documents the indexes still have to take in, at most."""
    claims, documents = _reached(conn)
    # By keys, which may have gaps: to count a million rows takes as long as to index a thousand.
    last_claim, last_document = conn.execute(
        select(select(func.max(claim.c.pk)).scalar_subquery(), select(func.max(document.c.pk)).scalar_subquery())
    ).one()
    return max(0, (last_claim or 0) - claims), max(0, (last_document or 0) - documents)


def _reached(conn: Connection) -> tuple[int, int]:
    """Keys of the last claim and document taken in; (0, 0) where the indexes were made by other rules."""
    state = select(search_state.c.rules, search_state.c.claims, search_state.c.documents)
    rules, claims, documents = conn.execute(state).one()
    return (claims, documents) if rules == RULES else (0, 0)


def advance(conn: Connection, *, claims: int = 5000, given: Divided | None = None) -> bool:
    """Take in so many claims, and so many passages of the next document; whether there was anything to do.

    Runs in a transaction of its own that writes nothing else: it may be broken off at any time. `given` is the next
    document as `divided` made it before the transaction, which is then short; without it that is done here.
    """
    _start_anew_when_needed(conn)
    return _more_claims(conn, claims) | _more_passages(conn, given, claims)


def changed(conn: Connection, claim_pks: Sequence[int]) -> None:
    """The words of these claims have changed, or the claims are about to go: the index no longer counts for them."""
    known = select(search_changed.c.claim_pk)
    reached = select(search_state.c.claims).scalar_subquery()
    new = select(claim.c.pk).where(claim.c.pk.in_(claim_pks), claim.c.pk <= reached, claim.c.pk.not_in(known))
    conn.execute(insert(search_changed).from_select(["claim_pk"], new))


def _start_anew_when_needed(conn: Connection) -> None:
    rules = conn.execute(select(search_state.c.rules)).scalar_one()
    many = select(func.count()).select_from(select(search_changed).limit(CHANGED + 1).subquery())
    if rules != RULES:
        conn.execute(delete(passage))
        _empty(conn, "passage")
        conn.execute(update(search_state).values(rules=RULES, documents=0))
    if rules != RULES or conn.execute(many).scalar_one() > CHANGED:
        conn.execute(delete(search_changed))
        _empty(conn, "claim")
        conn.execute(update(search_state).values(claims=0))


def _empty(conn: Connection, name: str) -> None:
    if _sqlite(conn):
        conn.execute(text(f"INSERT INTO {name}_search ({name}_search) VALUES ('delete-all')"))
        if name == "claim":
            conn.execute(text("DELETE FROM claim_words"))
    else:
        conn.execute(text(f"DELETE FROM {name}_search"))


def _more_claims(conn: Connection, most: int) -> bool:
    reached = conn.execute(select(search_state.c.claims)).scalar_one()
    query = select(claim.c.pk, claim.c.search_key).where(claim.c.pk > reached).order_by(claim.c.pk).limit(most)
    rows = conn.execute(query).all()
    if rows:
        _insert(conn, "claim", [(row[0], written(row[1])) for row in rows])
        conn.execute(update(search_state).values(claims=rows[-1][0]))
    return bool(rows)


def next_document(conn: Connection) -> Waiting | None:
    """The document that the index takes in next."""
    query = select(document.c.pk, document.c.text, document.c.language).where(document.c.pk > _reached(conn)[1])
    row = conn.execute(query.order_by(document.c.pk).limit(1)).one_or_none()
    return None if row is None else Waiting(row[0], row[1], row[2])


def divided(waiting: Waiting) -> Divided:
    """Its passages with their words: what takes time, and needs no database."""
    text = waiting.text
    found = (
        (one.start, one.end, tuple(dict.fromkeys(index_tokens(text[one.start : one.end]))))
        for one in sentences(text, waiting.language)
    )
    return Divided(waiting.pk, tuple(found))


def _more_passages(conn: Connection, given: Divided | None, most: int) -> bool:
    waiting = next_document(conn)
    if waiting is None:
        return False
    found = given if given is not None and given.pk == waiting.pk else divided(waiting)
    own = passage.c.document_pk == found.pk
    there = conn.execute(select(func.count()).select_from(passage).where(own)).scalar_one()
    first = (conn.execute(select(func.max(passage.c.pk))).scalar_one_or_none() or 0) + 1
    some = list(enumerate(found.passages[there : there + most], first))
    rows = [{"pk": at, "document_pk": found.pk, "start": one[0], "end": one[1]} for at, one in some]
    if rows:
        conn.execute(insert(passage), rows)
        _insert(conn, "passage", [(at, list(one[2])) for at, one in some])
    if there + len(some) >= len(found.passages):
        conn.execute(update(search_state).values(documents=found.pk))
    return True


def _insert(conn: Connection, name: str, rows: Sequence[tuple[int, list[str]]]) -> None:
    if _sqlite(conn):
        insertion = text(f"INSERT INTO {name}_search (rowid, words) VALUES (:pk, :words)")
        conn.execute(insertion, [{"pk": pk, "words": " ".join(words)} for pk, words in rows])
        if name == "claim":
            _keep_words(conn, {word for _, words in rows for word in words if word < AFTER_LETTERS})
    else:
        insertion = text(f"INSERT INTO {name}_search (pk, words) VALUES (:pk, :words)")
        conn.execute(insertion, [{"pk": pk, "words": words} for pk, words in rows])


def _keep_words(conn: Connection, words: set[str]) -> None:
    """For `_forms`: FTS5 would count the claims of each word only to list it."""
    if words:
        insertion = text("INSERT OR IGNORE INTO claim_words (term) VALUES (:term)")
        conn.execute(insertion, [{"term": word} for word in sorted(words)])


def _sqlite(conn: Connection) -> bool:
    return conn.dialect.name == "sqlite"
