"""The full-text indexes: whatever state they are in, a search finds what looking through everything finds."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from factcheck.dossier import Dossier
from factcheck.store import queue, search, writing
from factcheck.store.engine import Store
from factcheck.store.filters import Filter
from factcheck.store.reading import claim_pk, condition
from factcheck.store.tables import claim, search_changed, search_state
from factcheck.work.edit import ClaimEdit
from tests.factcheck.story import bring

STATEMENTS = (
    "OpenAI hired 140 engineers from Meta.",
    "三座倉庫被燒毀，損失3.5億元。",
    "他離職後去了OpenAI。",
    "The re-closing of the harbour_gate cost $1,200.",
    "離港的船已經返回；職員平安。",
    'A "quoted" word, NEAR (brackets) AND * stars',
    "港",
    "5G and COVID19 in カabc한국 2nd",
)
PIECES = st.sampled_from(
    [
        "离职",
        "離職",
        "open",
        "enai",
        "i hired",
        "3.5",
        "harbour",
        "osing",
        "港",
        "职",
        "仓库被",
        "1,200",
        '"',
        "near",
        "*",
        "zzz",
    ]
) | st.builds(
    lambda statement, start, length: statement[start : start + length],
    st.sampled_from(STATEMENTS),
    st.integers(0, 20),
    st.integers(1, 8),
)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """The database under the dossier."""
    opened = Store(url)
    yield opened
    opened.close()


def _rows(statements: tuple[str, ...] = STATEMENTS) -> list[dict[str, object]]:
    return [{"external_id": f"s{at}", "statement": statement} for at, statement in enumerate(statements)]


def _catch_up(store: Store, claims: int = 3) -> int:
    for steps in range(1000):
        with store.writing() as conn:
            if not search.advance(conn, claims=claims):
                return steps
    raise AssertionError("there is always more")


def _both(store: Store, words: str) -> tuple[list[int], list[int]]:
    """Keys as the index helps to find them, and as looking through everything finds them."""
    wanted = Filter(text=words)
    with store.reading() as conn:
        plain = list(conn.execute(select(claim.c.pk).where(condition(wanted)).order_by(claim.c.pk)).scalars())
        return sorted(queue.queue_ids(conn, wanted)[0]), plain


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(words=PIECES)
def test_any_piece_of_writing_is_found_as_by_looking_through_everything(indexed: Store, words: str) -> None:
    """Chinese words of two characters, single ones, the inside of words, signs of the query language."""
    found, plain = _both(indexed, words)
    assert found == plain


@pytest.fixture
def indexed(dossier: Dossier, store: Store) -> Store:
    """A dossier whose index has all claims, with one edited after that and one that came later."""
    bring(dossier, _rows())
    assert _catch_up(store) == 3
    first = dossier.claim("s0")
    dossier.edit(first.id, ClaimEdit(statement="離職的人很多, closing time"), seen=first.version)
    bring(dossier, [{"external_id": "late", "statement": "Later: 離職 OpenAI harbour 3.5"}], "late.jsonl")
    return store


@pytest.mark.parametrize("words", ["later: 離職 open", "harbour 3", "closing t", "arbou", "3", "離職 o", "nowhere"])
def test_a_piece_of_too_many_words_to_list_is_found_as_well(
    indexed: Store, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a beginning, or not by the index; the answer is the same."""
    for most in (search.FORMS, 0):
        monkeypatch.setattr(search, "FORMS", most)
        found, plain = _both(indexed, words)
        assert found == plain
    assert bool(plain) is (words != "nowhere")


def test_the_index_is_really_asked(indexed: Store) -> None:
    """Without its help the narrowed filter would be the plain one."""
    with indexed.reading() as conn:
        assert str(search.narrowed(conn, Filter(text="離職"))) != str(condition(Filter(text="離職")))
        assert str(search.narrowed(conn, Filter(tag="x"))) == str(condition(Filter(tag="x")))


def test_what_changed_or_went_is_looked_at_again(indexed: Store, dossier: Dossier) -> None:
    """An edited claim is found by its new words and no longer by its old ones; a removed one not at all."""
    first, later = dossier.claim("s0"), dossier.claim("s1")
    with indexed.reading() as conn:
        assert set(conn.execute(select(search_changed.c.claim_pk)).scalars()) == {claim_pk(conn, first.id)[0]}
    assert dossier.queue_key("s0") in _both(indexed, "離職的人")[0]
    assert dossier.queue_key("s0") not in _both(indexed, "140")[0]
    with indexed.writing() as conn:
        writing.remove_claims(conn, [later.id])
    assert _both(indexed, "倉庫") == ([], [])


def test_with_many_changes_or_other_rules_it_is_made_anew(
    indexed: Store, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And then it has everything again."""
    with indexed.reading() as conn:
        assert search.behind(conn) == (1, 0)
    monkeypatch.setattr(search, "CHANGED", 0)
    _catch_up(indexed)
    with indexed.reading() as conn:
        assert conn.execute(select(search_changed)).all() == []
        assert search.behind(conn) == (0, 0)
    assert dossier.queue_key("s0") in _both(indexed, "離職的人")[0]
    with indexed.writing() as conn:
        conn.execute(text("UPDATE search_state SET rules = 'older'"))
    with indexed.reading() as conn:
        assert search.behind(conn)[0] == len(STATEMENTS) + 1
    with indexed.writing() as conn:  # other rules may have left other words in the index
        search._empty(conn, "claim")
    found, plain = _both(indexed, "倉庫")
    assert found == plain != []
    _catch_up(indexed)
    with indexed.reading() as conn:
        assert conn.execute(select(search_state.c.rules)).scalar_one() == search.RULES


def test_where_too_many_claims_have_a_word_the_index_is_left_alone(indexed: Store) -> None:
    """Going through the queue in its order finds a page as soon."""
    wanted = Filter(text="離職")
    with indexed.reading() as conn:
        assert str(search.narrowed(conn, wanted, few=0)) == str(condition(wanted))


def test_passages_with_the_rarest_words_come_first(dossier: Dossier, store: Store) -> None:
    """Each by its document and place; a word that nearly all have tells nothing."""
    dossier.add("港口大火燒毀倉庫。\n兩人離職。\n天氣晴朗。\n".encode(), "a.txt")
    dossier.add(b"The fire burned down a warehouse. It rained. Two engineers resigned.\n", "b.txt")
    with store.reading() as conn:
        assert search.passages(conn, "離職", most=5) == []
        assert len(search.unread(conn)) == 2
    _catch_up(store)
    with store.reading() as conn:
        assert search.unread(conn) == []
        (found,) = search.passages(conn, "有人离职了", most=5)
        assert dossier.document(found.document).text[found.start : found.end] == "兩人離職。"
        (other,) = search.passages(conn, "an engineer resigns", most=1)
        assert dossier.document(other.document).text[other.start : other.end] == "Two engineers resigned."
        assert len(search.all_passages(conn)) == search.passage_count(conn) == 6


def test_a_long_document_is_taken_in_piece_by_piece(dossier: Dossier, store: Store) -> None:
    """Each in a transaction of its own; until all of it is there it counts as unread, and nothing is found twice."""
    text = "".join(f"Hall number {number} was empty.\n" for number in range(10))
    dossier.add(text.encode(), "halls.txt")
    with store.reading() as conn:
        waits = search.next_document(conn)
    assert waits is not None
    given = search.divided(waits)
    assert [text[start:end] for start, end, _ in given.passages] == text.splitlines()
    seen = []
    for _ in range(5):
        with store.writing() as conn:
            assert search.advance(conn, claims=4, given=given)
        with store.reading() as conn:
            whole = not search.unread(conn)
            seen.append((whole, len(search.all_passages(conn)), len(search.passages(conn, "halls", most=20))))
        if whole:
            break
    assert seen == [(False, 0, 0), (False, 0, 0), (True, 10, 10)]
    with store.writing() as conn:
        assert not search.advance(conn, claims=4, given=given)


@pytest.mark.parametrize("words", ["離職", "140", "harbour", "nowhere at all"])
def test_claims_far_beyond_the_index_are_found_as_well(
    indexed: Store, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they are too many to be listed, and where the first ones are wanted only."""
    monkeypatch.setattr(search, "FAR_BEHIND", 0)
    found, plain = _both(indexed, words)
    assert found == plain
    with indexed.reading() as conn:
        assert sorted(queue.queue_ids(conn, Filter(text=words), first=100)[0]) == plain


def test_where_the_first_are_not_found_soon_all_are_looked_through(
    indexed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same claims in the same order, and more than were asked for."""
    with indexed.reading() as conn:
        all_ = queue.queue_ids(conn, Filter(text="離職"))
        assert len(all_[0]) > 1
        assert queue.queue_ids(conn, Filter(text="離職"), first=1)[0] == all_[0][:1]
        if conn.dialect.name == "sqlite":
            monkeypatch.setattr(queue, "SOON", -1.0)
            monkeypatch.setattr(queue, "STEPS", 1)
            assert queue.queue_ids(conn, Filter(text="離職"), first=1) == all_
