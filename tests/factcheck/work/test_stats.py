"""Counting."""

from factcheck.dossier import Dossier


def test_an_empty_dossier_counts_nothing_under_every_known_word(dossier: Dossier) -> None:
    """Every word of the vocabulary has a number, also when that is 0."""
    stats = dossier.stats()
    assert (stats.documents, stats.sources, stats.claims, stats.ledger_entries) == (0, 0, 0, 0)
    assert set(stats.status) == {"new", "in_review", "deferred", "decided", "needs_recheck", "dismissed"}
    assert not any([*stats.status.values(), *stats.verdict.values(), *stats.conflicts.values()])


def test_the_story_is_counted_as_it_stands(story: Dossier) -> None:
    """Claims by status, verdict and source; relations by kind and state; conflicts by course."""
    stats = story.stats()
    assert (stats.documents, stats.sources, stats.claims) == (2, 2, 4)
    assert {word: number for word, number in stats.status.items() if number} == {"new": 3, "decided": 1}
    assert {word: number for word, number in stats.verdict.items() if number} == {"supported": 1}
    assert stats.claims_per_source == {"Harbour Daily": 2, "Port Watch": 2}
    assert stats.relations["conflicts"] == {"suggested": 0, "confirmed": 1, "rejected": 0}
    assert stats.conflicts["acknowledged"] == 1
    assert stats.ledger_entries == len(list(story.history()))
