"""What commands print besides what `render` makes: JSON, what became of a draft, progress.

In: plain data, or a stage at its work. Out: lines on standard output; what a reader must know of a
draft goes to the other output, so that it is seen when the first is sent on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from tracker import pipeline


def tell_outcome(done: pipeline.Done) -> None:
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


@contextmanager
def watched(length: int, label: str) -> Iterator[pipeline.Report]:
    """A progress bar when a person is watching, a line for each draft when not; lines on more than
    one draft do not go through it."""
    if not sys.stderr.isatty():
        yield lambda line: click.echo(f"  {line}")
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda line: bar.update(1)


def print_json(data: object) -> None:
    """Data as JSON, readable by people too."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))
