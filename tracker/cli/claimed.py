"""`claims`: what people say of a negotiation's provisions, against its drafts.

In: the claims of a manifest, the drafts of the database. Out: for each claim whether the texts
bear it out, contradict it, or cannot settle it, and why.
"""

from __future__ import annotations

from pathlib import Path

import click

from tracker import pipeline, render
from tracker.claims import judge_all
from tracker.cli.options import database, drafts_folder, drafts_in
from tracker.cli.printed import print_json
from tracker.cli.stored import form, in_language, stored
from tracker.function import functions


@click.command()
@click.argument("negotiation")
@click.option("--provision", default="", metavar="EID", help="Only claims on this one (an eId).")
@in_language
@drafts_folder
@form
@database
def claims(
    negotiation: str, provision: str, language: str, folder: Path | None, form: str, db: Path
) -> None:
    """Say of each claim that the manifest of a NEGOTIATION files whether the texts bear it out.

    A claim is judged by the checks that whoever filed it wrote, in the draft that it is about and
    wherever its provision stands in the others. A paraphrase settles nothing.
    """
    (described,) = pipeline.negotiations(drafts_in(folder), (negotiation,))
    asked = stored(negotiation, db, language)
    filed = [one for one in described.claims if not provision or one.provision == provision]
    jobs = {draft.symbol: functions(draft) for draft in asked.drafts}
    judged = judge_all(filed, asked.drafts, asked.threads, jobs, language=described.language)
    if form == "json":
        print_json(render.claims_data(judged))
    else:
        click.echo(render.claims_text(judged))
