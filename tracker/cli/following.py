"""`decisions` and `history`: what the database holds of a whole negotiation.

In: its id. Out: what becomes of what people decided; one provision through all rounds.
"""

from __future__ import annotations

from pathlib import Path

import click

from tracker import pipeline, render
from tracker.cli.options import database, drafts_folder, drafts_in
from tracker.cli.printed import print_json
from tracker.errors import StoreError
from tracker.store import Library, open_database


@click.command("decisions")
@click.argument("negotiation")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@drafts_folder
@database
def decisions_command(negotiation: str, form: str, folder: Path | None, db: Path) -> None:
    """Say what becomes of each decision in links.toml of a NEGOTIATION, and print its seals.

    What the database does not hold yet needs a `tracker build` first; that is said too.
    """
    (described,) = pipeline.negotiations(drafts_in(folder), (negotiation,))
    with open_database(db, create=False) as store:
        found = pipeline.rulings(store, described, drafts_in(folder) / described.id)
        built = store.rulings(described.id)
    if form == "json":
        print_json(render.rulings(found, built))
    else:
        click.echo(render.rulings_text(found, built))


@click.command()
@click.argument("negotiation")
@click.argument("provision")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@database
def history(negotiation: str, provision: str, form: str, db: Path) -> None:
    """Follow a PROVISION ("article 21", an eId, an address) through all rounds."""
    with Library(db) as library:
        if library.negotiation(negotiation) is None:
            there = ", ".join(one.id for one in library.negotiations())
            raise StoreError(f"no negotiation {negotiation!r} in {db}; there are {there or 'none'}")
        found = library.resolve(negotiation, provision)
        page = library.thread(found.address if found else provision)
    if page is None or page.negotiation_id != negotiation:
        raise StoreError(
            f"{negotiation}: no provision {provision!r} in any draft in {db}; "
            "give a number (“article 21”), an eId (art_21__para_2) or an address"
        )
    if form == "json":
        print_json(render.history(page))
    else:
        click.echo(render.history_text(page))
