"""Values made of fields that are known to be right are like those that were checked."""

from evidence.model import Mark, MarkKind


def test_a_trusted_value_is_like_a_checked_one() -> None:
    """It is equal to it, has the same hash, and is written, copied and read back in the same way."""
    kind = next(iter(MarkKind))
    checked = Mark(start=3, end=7, kind=kind, time_code=None)
    trusted = Mark.trusted(start=3, end=7, kind=kind, time_code=None)
    assert trusted == checked
    assert hash(trusted) == hash(checked)
    assert trusted.model_dump_json() == checked.model_dump_json()
    assert trusted.model_copy(update={"end": 9}) == checked.model_copy(update={"end": 9})
    assert Mark.model_validate(trusted.model_dump()) == trusted
