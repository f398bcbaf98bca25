"""`changes`: what a reader should know of the changes between two drafts, in sentences.

In: two drafts, each a file or a symbol. Out: the findings to see first, or all of them. Of drafts
of one negotiation in the database, the rounds around them are asked too.
"""

from __future__ import annotations

from pathlib import Path

import click

from tracker import pipeline, render
from tracker.cli.named import both, decided
from tracker.cli.options import convention, database, language, layers
from tracker.cli.printed import print_json
from tracker.cli.stored import stored
from tracker.findings import Past, findings
from tracker.model import Draft
from tracker.references import followed, looked_at
from tracker.store import open_database


@click.command("changes")
@click.argument("old")
@click.argument("new")
@click.option(
    "--negotiation",
    default="",
    help="The negotiation in the database that OLD and NEW are symbols of.",
)
@click.option("--all", "everything", is_flag=True, help="List every finding, wording too.")
@convention
@language
@layers
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@database
def changes_command(
    old: str,
    new: str,
    negotiation: str,
    everything: bool,
    convention: str,
    language: str,
    layers: tuple[str, ...],
    form: str,
    db: Path,
) -> None:
    """Tell in sentences what changed from OLD to NEW: files, or symbols of drafts."""
    known = negotiation or _shared(old, new, db, language)
    past = None
    if known:
        before, after, past = _of_negotiation(known, old, new, db, language)
    else:
        before, after = both(old, new, db, convention, language, layers)
    compared = pipeline.compare(before, after, decided(old, new, before, after, db))
    led = followed(before, after, compared.alignment) if _read(before, after) else None
    found = findings(before, after, compared.alignment, compared.changes, followed=led, past=past)
    if form == "json":
        print_json(render.findings_data(before, after, found, everything=everything))
    else:
        click.echo(render.findings_text(before, after, found, everything=everything))


def _read(before: Draft, after: Draft) -> bool:
    """Whether references are looked at in the languages of both drafts."""
    return looked_at(before.language) and looked_at(after.language)


def _shared(old: str, new: str, db: Path, language: str) -> str:
    """The one negotiation in the database that has drafts with both symbols; `""` if there is none,
    or several."""
    if Path(old).is_file() or Path(new).is_file() or not db.is_file():
        return ""
    with open_database(db, create=False) as store:
        of_old, of_new = (
            {d.negotiation for d in store.drafts_called(name) if d.language == language}
            for name in (old, new)
        )
    shared = of_old & of_new
    return shared.pop() if len(shared) == 1 else ""


def _of_negotiation(
    negotiation: str, old: str, new: str, db: Path, language: str
) -> tuple[Draft, Draft, Past]:
    """Two drafts of a negotiation, and the rounds around them."""
    asked = stored(negotiation, db, language)
    before, after = (asked.drafts[asked.place(symbol)] for symbol in (old, new))
    return before, after, Past(asked.drafts, asked.threads)
