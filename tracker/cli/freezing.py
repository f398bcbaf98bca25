"""`freeze`: the whole site as files.

In: a database. Out: a folder that any host or archive can hold, which works without a program.
"""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.options import database
from tracker.store import Library


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--address",
    default="http://localhost/",
    envvar="TRACKER_PUBLIC_ADDRESS",
    show_default=True,
    show_envvar=True,
    help="Where the copy will stand; feeds and citations name it.",
)
@database
def freeze(folder: Path, address: str, db: Path) -> None:
    """Write the whole site to FOLDER as files, for an archive or a plain host."""
    from web import create_app
    from web.frozen import freeze as run

    with Library(db) as library:
        library.negotiations()  # a file that is none of ours is told here, not on each page
    found = run(create_app(db), folder, address=address, say=lambda one: click.echo(one, err=True))
    size = f"{found.pages:,} pages, {found.files:,} files, {found.size / 1e6:,.1f} MB"
    click.echo(f"{folder}: {size}; begin with index.html")
