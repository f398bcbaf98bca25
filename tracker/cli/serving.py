"""`serve`: the viewer on this machine.

In: a database. Out: an address that is served until somebody stops it.
"""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.options import database
from tracker.errors import StoreError
from tracker.store import Library


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--wait", is_flag=True, help="Serve also while the database is not there yet.")
@database
def serve(host: str, port: int, wait: bool, db: Path) -> None:
    """Serve the viewer, and the data under /data of the same address."""
    from tracker.serve import serve as run

    if not wait and not db.exists():
        raise StoreError(
            f"{db}: there is no such database; `tracker build` or `tracker ingest` makes one, "
            "--wait serves all the same until it is there"
        )
    if not wait:
        with Library(db) as library:
            library.negotiations()  # a file that is none of ours is told here, not on each page

    run(db, host, port, announce=click.echo)
