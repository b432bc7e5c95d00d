"""What a long piece of work spares Python: looking for reference cycles where there are none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Python does not look for reference cycles meanwhile.

    Readings and comparisons make none, and looking through all that is kept takes a sixth of the time. Put around one
    piece of work at a time: what others may have left is found between two.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
