"""`init` and `fetch`: a negotiation described, and its official files.

In: files to propose a manifest from, or a manifest. Out: the manifest; the files that it names, in
its folder.
"""

from __future__ import annotations

from pathlib import Path

import click

from tracker import pipeline
from tracker.cli.named import LOOSE
from tracker.cli.options import drafts_folder, drafts_in, optional
from tracker.errors import StoreError
from tracker.fetch import Mismatch, hosts_of, orders
from tracker.fetch import fetch as fetch_files
from tracker.manifest import check_language, check_symbol
from tracker.model import Negotiation
from tracker.official import FOLDER as OFFICIAL
from tracker.propose import check_free, propose, put, to_fill_in
from tracker.read import read


@click.command()
@click.argument("negotiation")
@click.argument("file", nargs=-1, required=True, type=click.Path(path_type=Path))
@drafts_folder
@click.option("--copy", is_flag=True, help="Copy files from elsewhere into official/given/.")
@click.option("--print", "show", is_flag=True, help="Print the manifest and write nothing.")
def init(
    negotiation: str, file: tuple[Path, ...], folder: Path | None, copy: bool, show: bool
) -> None:
    """Propose a manifest for a NEGOTIATION from its drafts, each a FILE."""
    home = drafts_in(folder) / negotiation
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


@click.command()
@click.argument("negotiation", required=False)
@drafts_folder
@click.option("--symbol", default="", callback=optional(check_symbol), help="This document only.")
@click.option("--language", default="", callback=optional(check_language), help="ISO 639-1 code.")
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
        (described,) = pipeline.negotiations(drafts_in(folder), (negotiation,))
    found = fetch_files(
        orders(described, symbol=symbol, language=language, pattern=pattern),
        to or drafts_in(folder) / described.id / OFFICIAL,
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


def _first_page(path: Path) -> str:
    pages = read(path).pages
    return pages[0] if pages else ""
