"""`build` and `ingest`: drafts go into the database.

In: the folder of manifests, or one file and what is known of it. Out: rows of the database and the
article-level XML beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import click

from tracker import pipeline, texts
from tracker.cli.options import checked, database, drafts_folder, drafts_in, loose, ocr
from tracker.cli.printed import tell_outcome, watched
from tracker.ingesters import About
from tracker.manifest import check_negotiation, check_symbol, iso_date
from tracker.model import Standing
from tracker.store import open_database


@click.command()
@click.argument("negotiation", nargs=-1)
@database
@drafts_folder
def build(negotiation: tuple[str, ...], db: Path, folder: Path | None) -> None:
    """Bring everything that drafts/ describes into the database."""
    folder = drafts_in(folder)
    wanted = pipeline.negotiations(folder, negotiation)
    with open_database(db) as store, _workers() as executor:
        for described in wanted:
            click.echo(f"{described.id}: {described.title}")
            notes: list[str] = []
            with watched(len(described.rounds), described.id) as tell:
                pipeline.build(
                    store,
                    described,
                    folder / described.id,
                    db,
                    executor=executor,
                    report=tell,
                    note=notes.append,
                )
            for line in notes:
                click.echo(f"  {line}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--negotiation",
    required=True,
    callback=checked(check_negotiation),
    help="The id of the negotiation it belongs to.",
)
@click.option(
    "--symbol", required=True, callback=checked(check_symbol), help="The document's symbol."
)
@click.option("--date", required=True, callback=checked(iso_date), help="Its date, as 2024-08-08.")
@loose
@click.option(
    "--standing",
    type=click.Choice(["official", "paraphrase", "reconstruction", "unstated"]),
    default="unstated",
    show_default=True,
    help="What the file is: the text as issued, or what else.",
)
@click.option("--replace", is_flag=True, help="Put it in the place of a file with this symbol.")
@click.option("--partial", is_flag=True, help="It covers only part of the text.")
@ocr
@database
def ingest(
    file: Path,
    negotiation: str,
    symbol: str,
    date: str,
    language: str,
    convention: str,
    layer: str,
    standing: Standing,
    replace: bool,
    partial: bool,
    ocr: bool,
    db: Path,
) -> None:
    """Take in one draft; of a file that holds several texts, a draft of each."""
    about = About(
        negotiation, symbol, date, language, standing=standing, partial=partial, layer=layer
    )
    drafts = texts.drafts_of(file, about, convention, ocr=ocr)
    with open_database(db) as store:
        notes: list[str] = []
        found = pipeline.add_all(store, drafts, db, replacing=replace, file=file, note=notes.append)
        for done in found:
            tell_outcome(done)
        for line in notes:
            click.echo(line, err=True)


@contextmanager
def _workers() -> Iterator[Executor | None]:
    """Processes for comparing pairs of drafts; none where there is one core."""
    count = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    if count < 2:
        yield None
        return
    with ProcessPoolExecutor(min(count, 8), mp_context=get_context("spawn")) as executor:
        yield executor
