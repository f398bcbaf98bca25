"""`convert` and `inspect`: one file, and no database.

In: a file. Out: it as article-level XML or JSON; how it was read.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tracker import akn, inspection, render, texts
from tracker.cli.named import about_loose
from tracker.cli.options import loose, ocr
from tracker.cli.printed import print_json
from tracker.errors import IngestError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@loose
@ocr
@click.option(
    "--format", "form", type=click.Choice(["xml", "json"]), default="xml", show_default=True
)
def convert(file: Path, convention: str, language: str, layer: str, ocr: bool, form: str) -> None:
    """Print a file as article-level XML, or as a JSON list of its provisions."""
    draft = texts.draft_of(file, about_loose(file, language, layer), convention, ocr=ocr)
    if form == "xml":
        sys.stdout.buffer.write(akn.build(draft))
        sys.stdout.buffer.flush()
    else:
        print_json(render.provisions(draft))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@loose
@ocr
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
def inspect(file: Path, convention: str, language: str, layer: str, ocr: bool, form: str) -> None:
    """Say how a FILE is read, and where every character of it went."""
    found = texts.inspect(file, about_loose(file, language, layer), convention, ocr=ocr)
    if form == "json":
        print_json(inspection.as_data(found))
    else:
        click.echo(inspection.as_text(found))
    if found.report.errors:
        raise IngestError(
            f"{file.name}: {len(found.report.errors)} faults of the reading, told above; "
            "please report them with the file"
        )
