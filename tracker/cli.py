"""The command line. Every command is thin: it reads its arguments, calls the stages, prints.

Exit 0; 1 with one line for a named error; 2 for wrong usage. Anything else keeps its traceback.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import click

from tracker import akn, pipeline, render
from tracker.errors import AlignmentError, StoreError, TrackerError
from tracker.fetch import fetch as fetch_files
from tracker.ingesters import About
from tracker.manifest import (
    check_language,
    check_negotiation,
    check_symbol,
    iso_date,
)
from tracker.model import Draft, Standing
from tracker.read import read
from tracker.store import Library, open_database

UNDATED = "0001-01-01"
"""The date of a loose file, of which nothing is known."""

LOOSE = "loose"
"""The negotiation of loose files, and of drafts that are compared with them."""

DRAFTS = Path(__file__).resolve().parent.parent / "drafts"


class _Group(click.Group):
    """A group that tells named errors in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TrackerError as error:
            message = " ".join(str(error).split())
            click.echo(f"tracker: {message}", err=True)
            ctx.exit(1)


def _checked(check: Callable[[str], str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """A callback that tells in one line what is wrong with an option's value."""

    def callback(ctx: click.Context, param: click.Parameter, value: str) -> str:
        try:
            return check(value)
        except ValueError as error:
            raise TrackerError(f"{param.opts[0]}: {error}") from error

    return callback


database = click.option(
    "--db",
    "db",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("tracker.db"),
    envvar="TRACKER_DB",
    show_default=True,
    help="The SQLite file.",
)
drafts_folder = click.option(
    "--drafts",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The folder of manifests.  [default: drafts/ here, or of this project]",
)
language = click.option(
    "--language",
    default="en",
    show_default=True,
    callback=_checked(check_language),
    help="ISO 639-1 code.",
)
convention = click.option(
    "--convention", default="", help="Name the drafting convention instead of recognising it."
)


def loose(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say how a file is read of which nothing is known."""
    return convention(language(command))


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="negotiation-tracker")
def main() -> None:
    """What became of every provision and every word of a text in the making."""


@main.command()
@click.argument("negotiation", nargs=-1)
@database
@drafts_folder
def build(negotiation: tuple[str, ...], db: Path, folder: Path | None) -> None:
    """Bring everything that drafts/ describes into the database."""
    folder = _drafts(folder)
    wanted = pipeline.negotiations(folder, negotiation)
    with open_database(db) as store, _workers() as executor:
        for described in wanted:
            click.echo(f"{described.id}: {described.title}")
            with _watched(len(described.rounds), described.id) as tell:
                pipeline.build(
                    store, described, folder / described.id, db, executor=executor, report=tell
                )


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--negotiation",
    required=True,
    callback=_checked(check_negotiation),
    help="The id of the negotiation it belongs to.",
)
@click.option(
    "--symbol", required=True, callback=_checked(check_symbol), help="The document's symbol."
)
@click.option("--date", required=True, callback=_checked(iso_date), help="Its date, as 2024-08-08.")
@language
@convention
@click.option(
    "--standing",
    type=click.Choice(["official", "paraphrase", "reconstruction", "unstated"]),
    default="unstated",
    show_default=True,
    help="What the file is: the text as issued, or what else.",
)
@click.option("--replace", is_flag=True, help="Put it in the place of a file with this symbol.")
@click.option("--partial", is_flag=True, help="It covers only part of the text.")
@database
def ingest(
    file: Path,
    negotiation: str,
    symbol: str,
    date: str,
    language: str,
    convention: str,
    standing: Standing,
    replace: bool,
    partial: bool,
    db: Path,
) -> None:
    """Take in one draft."""
    about = About(negotiation, symbol, date, language, standing=standing, partial=partial)
    draft = pipeline.draft_of(file, about, convention)
    with open_database(db) as store:
        done = pipeline.add(store, draft, db, replacing=replace)
    said = {
        "new": "taken in",
        "replaced": "taken in, in the place of the file before",
        "unchanged": "already there, nothing changed",
    }[done.outcome]
    click.echo(f"{symbol}: {said}; {len(draft.provisions)} provisions, {done.xml}")
    if draft.unplaced:
        click.echo(
            f"{symbol}: {len(draft.unplaced)} lines could not be placed, the first on page "
            f"{draft.unplaced[0].page}: {draft.unplaced[0].text[:60]!r}",
            err=True,
        )


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@convention
@language
@click.option(
    "--format", "form", type=click.Choice(["xml", "json"]), default="xml", show_default=True
)
def convert(file: Path, convention: str, language: str, form: str) -> None:
    """Print a file as article-level XML, or as a JSON list of its provisions."""
    draft = _loose(file, convention, language)
    if form == "xml":
        sys.stdout.buffer.write(akn.build(draft))
        sys.stdout.buffer.flush()
    else:
        _print_json(render.provisions(draft))


@main.command("align")
@click.argument("old")
@click.argument("new")
@loose
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
@database
def align_command(old: str, new: str, convention: str, language: str, form: str, db: Path) -> None:
    """Say which provision of OLD became which of NEW: files, or symbols of drafts."""
    before, after = (_one(name, db, convention, language) for name in (old, new))
    alignment = pipeline.compare(before, after).alignment
    if form == "json":
        _print_json(render.links(alignment))
    else:
        click.echo(render.table(alignment))


@main.command()
@click.argument("old")
@click.argument("new")
@loose
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
)
@database
def diff(old: str, new: str, convention: str, language: str, form: str, db: Path) -> None:
    """Show what changed from OLD to NEW: files, or symbols of drafts."""
    before, after = (_one(name, db, convention, language) for name in (old, new))
    found = pipeline.compare(before, after).changes
    if form == "json":
        _print_json(
            {"old": before.symbol, "new": after.symbol, "changes": render.differences(found)}
        )
    else:
        click.echo((render.as_html if form == "html" else render.as_text)(before, after, found))


@main.command()
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
        _print_json(render.history(page))
    else:
        click.echo(render.history_text(page))


@main.command()
@click.argument("negotiation")
@drafts_folder
@click.option("--base", default=None, help="Another server with the same paths, for trying out.")
def fetch(negotiation: str, folder: Path | None, base: str | None) -> None:
    """Download the official files of a NEGOTIATION by their symbols."""
    folder = _drafts(folder)
    (described,) = pipeline.negotiations(folder, (negotiation,))
    found = fetch_files(
        described, folder / described.id, base=base, symbols_in=_first_page, report=click.echo
    )
    failed = [one for one in found if one.status == "failed"]
    if failed:
        raise StoreError(f"{len(failed)} of {len(found)} files could not be fetched; see above")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@database
def serve(host: str, port: int, db: Path) -> None:
    """Serve the viewer, and the data under /data of the same address."""
    from tracker.serve import serve as run

    run(db, host, port, announce=click.echo)


def _drafts(folder: Path | None) -> Path:
    if folder is not None:
        return folder
    here = Path("drafts")
    return here if here.is_dir() else DRAFTS


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


@contextmanager
def _watched(length: int, label: str) -> Iterator[pipeline.Report]:
    """A progress bar when a person is watching, a line for each draft when not."""
    if not sys.stderr.isatty():
        yield lambda line: click.echo(f"  {line}")
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda line: bar.update(1)


def _first_page(path: Path) -> str:
    pages = read(path).pages
    return pages[0] if pages else ""


def _loose(file: Path, convention: str = "", language: str = "en") -> Draft:
    """A file of which nothing is known but what it holds."""
    about = About(LOOSE, file.stem or "file", UNDATED, language)
    return pipeline.draft_of(file, about, convention)


def _one(name: str, db: Path, convention: str, language: str) -> Draft:
    """A file, or the draft of that symbol, as one of a negotiation that all such drafts share."""
    if Path(name).is_file():
        return _loose(Path(name), convention, language)
    if not db.is_file():
        raise AlignmentError(
            f"{name}: no such file, and there is no database {db} to find a symbol in; "
            "name one with --db or TRACKER_DB"
        )
    with open_database(db, create=False) as store:
        found = store.drafts_called(name)
    if not found:
        raise AlignmentError(f"{name}: no such file, and no draft with this symbol in {db}")
    if len(found) > 1:
        found = [d for d in found if d.language == language] or found
    if len(found) > 1:
        where = ", ".join(f"{d.negotiation} ({d.language})" for d in found)
        raise AlignmentError(
            f"{name}: several drafts in {db} have this symbol: {where}; "
            "name another --language, or a file"
        )
    return pipeline.renamed(found[0], LOOSE)


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))
