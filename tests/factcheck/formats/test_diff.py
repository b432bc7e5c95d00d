"""What changed between two exports, as values: no dossier is needed to say it."""

from dataclasses import replace
from typing import Any

from claims.model import Claim, Status
from factcheck.formats.diff import History, compare
from factcheck.formats.lossless import Export
from tests.factcheck.formats.samples import CLAIMS, DOCUMENTS, ENTRIES, HEADER, RELATIONS, SOURCES

EXPORT = Export(HEADER, ENTRIES, SOURCES, DOCUMENTS, CLAIMS, RELATIONS)


def with_first(**changes: Any) -> Export:
    """The export with another first claim."""
    first = Claim.model_validate({**CLAIMS[0].model_dump(by_alias=True), **changes})
    return replace(EXPORT, claims=(first, *CLAIMS[1:]))


def test_an_export_does_not_differ_from_itself() -> None:
    """No part has anything to tell."""
    found = compare(EXPORT, EXPORT)
    assert not found
    assert (found.history, found.entries) == (History.SAME, 0)


def test_only_the_fields_that_changed_are_told() -> None:
    """With the value before and after; a new version alone is told as well."""
    (one,) = compare(EXPORT, with_first(status=Status.NEEDS_RECHECK, version=3)).parts["claims"].changed
    assert one.after == {"status": "needs_recheck", "version": 3}
    assert one.before == {"status": "decided", "version": 2}
    assert one.told == ("status",)
    (one,) = compare(EXPORT, with_first(version=3)).parts["claims"].changed
    assert one.told == ("version",)


def test_what_came_one_way_went_the_other() -> None:
    """Claims and relations by their words."""
    less = replace(EXPORT, claims=CLAIMS[1:], relations=RELATIONS[1:])
    there, back = compare(less, EXPORT), compare(EXPORT, less)
    assert there.parts["claims"].added == back.parts["claims"].removed == (("c1", CLAIMS[0].statement),)
    (relation,) = there.parts["relations"].added
    assert relation == ("r1", f"{CLAIMS[0].statement} — conflicts — {CLAIMS[1].statement}")
    assert there.record()["claims"]["added"] == [{"id": "c1", "name": CLAIMS[0].statement}]


def test_histories_are_told_by_their_entries() -> None:
    """Continued, earlier, parted, or another dossier's."""
    longer, other = replace(EXPORT, entries=(*ENTRIES, "x")), replace(EXPORT, entries=(ENTRIES[0], "y", "z"))
    stranger = replace(EXPORT, header=replace(HEADER, uuid="another"))
    assert [(one.history, one.entries) for one in (compare(EXPORT, longer), compare(longer, EXPORT))] == [
        (History.CONTINUED, 1),
        (History.EARLIER, 1),
    ]
    assert (compare(longer, other).history, compare(longer, other).entries) == (History.PARTED, 2)
    assert compare(EXPORT, stranger).history is History.OTHER
