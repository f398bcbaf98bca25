"""`align` and `diff`: two drafts, each a file or a symbol.

In: their names. Out: which provision became which, what changed.
"""

from __future__ import annotations

from pathlib import Path

import click

from tracker import pipeline, render
from tracker.cli.named import both, decided
from tracker.cli.options import convention, database, language, layers
from tracker.cli.printed import print_json


@click.command("align")
@click.argument("old")
@click.argument("new")
@convention
@language
@layers
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
@database
def align_command(
    old: str,
    new: str,
    convention: str,
    language: str,
    layers: tuple[str, ...],
    form: str,
    db: Path,
) -> None:
    """Say which provision of OLD became which of NEW: files, or symbols of drafts."""
    before, after = both(old, new, db, convention, language, layers)
    alignment = pipeline.compare(before, after, decided(old, new, before, after, db)).alignment
    if form == "json":
        print_json(render.links(alignment))
    else:
        click.echo(render.table(alignment))


@click.command()
@click.argument("old")
@click.argument("new")
@convention
@language
@layers
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
)
@database
def diff(
    old: str,
    new: str,
    convention: str,
    language: str,
    layers: tuple[str, ...],
    form: str,
    db: Path,
) -> None:
    """Show what changed from OLD to NEW: files, or symbols of drafts."""
    before, after = both(old, new, db, convention, language, layers)
    found = pipeline.compare(before, after, decided(old, new, before, after, db)).changes
    if form == "json":
        print_json(
            {"old": before.symbol, "new": after.symbol, "changes": render.differences(found)}
        )
    else:
        click.echo((render.as_html if form == "html" else render.as_text)(before, after, found))
