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

from tracker import akn, inspection, pipeline, render, texts
from tracker.errors import AlignmentError, IngestError, StoreError, TrackerError
from tracker.fetch import Mismatch, hosts_of, orders
from tracker.fetch import fetch as fetch_files
from tracker.ingesters import About
from tracker.manifest import (
    check_language,
    check_negotiation,
    check_symbol,
    iso_date,
)
from tracker.model import Decision, Draft, Negotiation, Standing
from tracker.official import FOLDER as OFFICIAL
from tracker.precedent import compare as compare_precedent
from tracker.precedent import tell
from tracker.propose import check_free, propose, put, to_fill_in
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
            for line in error.lines:
                click.echo(f"tracker: {line}", err=True)
            ctx.exit(1)


def _checked(check: Callable[[str], str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """A callback that tells in one line what is wrong with an option's value."""

    def callback(ctx: click.Context, param: click.Parameter, value: str) -> str:
        try:
            return check(value)
        except ValueError as error:
            raise TrackerError(f"{param.opts[0]}: {error}") from error

    return callback


def _optional(check: Callable[[str], str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """The same for an option that need not be given."""
    return _checked(lambda value: check(value) if value else value)


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
layer = click.option(
    "--layer", default="", help="Of a file that holds several texts, the one of this name."
)
ocr = click.option(
    "--ocr", is_flag=True, help="Recognise the letters of pages that are pictures (Tesseract)."
)
layers = click.option(
    "--layer",
    "layers",
    multiple=True,
    help="Of files that hold several texts, the one of this name; twice: of OLD, then of NEW.",
)


def loose(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say how a file is read of which nothing is known."""
    return convention(language(layer(command)))


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
        for done in pipeline.add_all(store, drafts, db, replacing=replace):
            _tell(done)


def _tell(done: pipeline.Done) -> None:
    """What became of a draft on standard output, what a reader must know of it on the other."""
    draft = done.draft
    said = {
        "new": "taken in",
        "replaced": "taken in, in the place of the file before",
        "unchanged": "already there, nothing changed",
    }[done.outcome]
    click.echo(f"{draft.symbol}: {said}; {len(draft.provisions)} provisions, {done.xml}")
    for warning in draft.warnings:
        click.echo(f"{draft.symbol}: {warning}", err=True)
    if draft.unplaced:
        click.echo(
            f"{draft.symbol}: {len(draft.unplaced)} lines could not be placed, the first on page "
            f"{draft.unplaced[0].page}: {draft.unplaced[0].text[:60]!r}",
            err=True,
        )


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@loose
@ocr
@click.option(
    "--format", "form", type=click.Choice(["xml", "json"]), default="xml", show_default=True
)
def convert(file: Path, convention: str, language: str, layer: str, ocr: bool, form: str) -> None:
    """Print a file as article-level XML, or as a JSON list of its provisions."""
    draft = texts.draft_of(file, _about(file, language, layer), convention, ocr=ocr)
    if form == "xml":
        sys.stdout.buffer.write(akn.build(draft))
        sys.stdout.buffer.flush()
    else:
        _print_json(render.provisions(draft))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@loose
@ocr
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
def inspect(file: Path, convention: str, language: str, layer: str, ocr: bool, form: str) -> None:
    """Say how a FILE is read, and where every character of it went."""
    found = texts.inspect(file, _about(file, language, layer), convention, ocr=ocr)
    if form == "json":
        _print_json(inspection.as_data(found))
    else:
        click.echo(inspection.as_text(found))
    if found.report.errors:
        raise IngestError(
            f"{file.name}: {len(found.report.errors)} faults of the reading, told above; "
            "please report them with the file"
        )


@main.command("align")
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
    before, after = _both(old, new, db, convention, language, layers)
    alignment = pipeline.compare(before, after, _decided(old, new, before, after, db)).alignment
    if form == "json":
        _print_json(render.links(alignment))
    else:
        click.echo(render.table(alignment))


@main.command()
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
    before, after = _both(old, new, db, convention, language, layers)
    found = pipeline.compare(before, after, _decided(old, new, before, after, db)).changes
    if form == "json":
        _print_json(
            {"old": before.symbol, "new": after.symbol, "changes": render.differences(found)}
        )
    else:
        click.echo((render.as_html if form == "html" else render.as_text)(before, after, found))


@main.command()
@click.argument("draft")
@click.argument("precedent")
@convention
@language
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
@database
def precedent(
    draft: str, precedent: str, convention: str, language: str, form: str, db: Path
) -> None:
    """Say what DRAFT took over from PRECEDENT, another instrument: files, or symbols."""
    before = _one(precedent, db, "", language, "")
    uptake = compare_precedent(before, _one(draft, db, convention, language, ""))
    if form == "json":
        _print_json(tell.as_data(uptake))
    else:
        click.echo(tell.as_text(uptake))


@main.command("decisions")
@click.argument("negotiation")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@drafts_folder
@database
def decisions_command(negotiation: str, form: str, folder: Path | None, db: Path) -> None:
    """Say what becomes of each decision in links.toml of a NEGOTIATION, and print its seals."""
    (described,) = pipeline.negotiations(_drafts(folder), (negotiation,))
    with open_database(db, create=False) as store:
        found = pipeline.rulings(store, described, _drafts(folder) / described.id)
    if form == "json":
        _print_json(render.rulings(found))
    else:
        click.echo(render.rulings_text(found))


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
@click.argument("file", nargs=-1, required=True, type=click.Path(path_type=Path))
@drafts_folder
@click.option("--copy", is_flag=True, help="Copy files from elsewhere into official/given/.")
@click.option("--print", "show", is_flag=True, help="Print the manifest and write nothing.")
def init(
    negotiation: str, file: tuple[Path, ...], folder: Path | None, copy: bool, show: bool
) -> None:
    """Propose a manifest for a NEGOTIATION from its drafts, each a FILE."""
    home = _drafts(folder) / negotiation
    if not show:
        check_free(home)
    proposal = propose(negotiation, home, file)
    if show:
        click.echo(proposal.text, nl=False)
        return
    path = put(proposal, home, copy=copy)
    click.echo(f"{path}: proposed from {len(file)} file{'s' if len(file) > 1 else ''}")
    for line in to_fill_in(path):
        click.echo(f"to fill in: {line}")


@main.command()
@click.argument("negotiation", required=False)
@drafts_folder
@click.option("--symbol", default="", callback=_optional(check_symbol), help="This document only.")
@click.option("--language", default="", callback=_optional(check_language), help="ISO 639-1 code.")
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the files.  [default: official/ of the NEGOTIATION]",
)
@click.option("--pattern", default="", help="Their address: https://…/{language}/{symbol}.")
@click.option("--host", multiple=True, help="Another host that may be asked (repeatable).")
@click.option(
    "--accept",
    multiple=True,
    type=click.Choice(["hash", "symbol"]),
    help="Take a file all the same with another SHA-256, or without the symbol (repeatable).",
)
@click.option("--max-size", default=50, show_default=True, type=click.IntRange(1), help="In MB.")
@click.option(
    "--timeout", default=60.0, show_default=True, type=click.FloatRange(0.1), help="In seconds."
)
@click.option("--base", default=None, help="Another server with the same paths, for trying out.")
def fetch(
    negotiation: str | None,
    folder: Path | None,
    symbol: str,
    language: str,
    to: Path | None,
    pattern: str,
    host: tuple[str, ...],
    accept: tuple[Mismatch, ...],
    max_size: int,
    timeout: float,
    base: str | None,
) -> None:
    """Download the official files of a NEGOTIATION, or the one of a --symbol."""
    if negotiation is None and not (symbol and to):
        raise click.UsageError("name a NEGOTIATION, or a --symbol and the folder --to put it in")
    described = Negotiation(LOOSE, LOOSE)
    if negotiation is not None:
        (described,) = pipeline.negotiations(_drafts(folder), (negotiation,))
    found = fetch_files(
        orders(described, symbol=symbol, language=language, pattern=pattern),
        to or _drafts(folder) / described.id / OFFICIAL,
        symbols_in=_first_page,
        accept=accept,
        base=base,
        hosts=(*described.hosts, *host, *hosts_of(pattern)),
        timeout=timeout,
        max_bytes=max_size * 1_000_000,
        report=click.echo,
    )
    failed = [one for one in found if one.status == "failed"]
    if failed:
        raise StoreError(f"{len(failed)} of {len(found)} files could not be fetched; see above")


@main.command()
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


def _about(file: Path, language: str, layer: str) -> About:
    """What is known of a file of which nothing is known but what it holds."""
    symbol = file.stem or "file"
    symbol = texts.layered(symbol, layer) if layer else symbol
    return About(LOOSE, symbol, UNDATED, language, layer=layer)


def _both(
    old: str, new: str, db: Path, convention: str, language: str, layers: tuple[str, ...]
) -> tuple[Draft, Draft]:
    if len(layers) > 2:
        raise click.UsageError("--layer can be given twice: for OLD and for NEW")
    of_old, of_new = layers if len(layers) == 2 else (layers or ("",)) * 2
    before = _one(old, db, convention, language, of_old)
    return before, _one(new, db, convention, language, of_new)


def _decided(old: str, new: str, before: Draft, after: Draft, db: Path) -> tuple[Decision, ...]:
    """What people decided of the links between two drafts of the database; nothing of files."""
    if Path(old).is_file() or Path(new).is_file():
        return ()
    with open_database(db, create=False) as store:
        return pipeline.decided_on(store, before, after)


def _one(name: str, db: Path, convention: str, language: str, layer: str) -> Draft:
    """A file, or the draft of that symbol, as one of a negotiation that all such drafts share."""
    if Path(name).is_file():
        file = Path(name)
        return texts.draft_of(file, _about(file, language, layer), convention)
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
