"""Python looks for reference cycles between pieces of work, not in them."""

import gc

import pytest

from factcheck.work.memory import uncollected


def test_cycles_are_left_alone_meanwhile_and_looked_for_afterwards() -> None:
    """Also when the work fails."""
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="wrong"), uncollected():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_who_turned_it_off_keeps_it_off() -> None:
    """A caller that looks for no cycles at all goes on so."""
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
