"""Sits down at the desk itself, for commands whose work has no method of the dossier yet."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from factcheck.cli.common import narrate, settings
from factcheck.store.engine import Store
from factcheck.work.desk import Desk


@contextmanager
def at_desk(ctx: click.Context) -> Iterator[Desk]:
    """The desk that this command works at. Raises NoDossier or OtherVersion."""
    told = settings(ctx)
    store = Store(told.db)
    try:
        store.check_schema()
        yield Desk(store, told.reviewer, told.title, warn=narrate)
    finally:
        store.close()
