"""The command line. Every command is thin: it reads its arguments, calls the stages, prints.

Exit 0; 1 with one line for a named error; 2 for wrong usage. Anything else keeps its traceback.
`options` and `named` read arguments, `printed` prints, the other modules hold a few commands each.
"""

from __future__ import annotations

from typing import Any

import click

from tracker.cli import (
    asking,
    changed,
    claimed,
    comparing,
    describing,
    exporting,
    following,
    freezing,
    ingesting,
    reading,
    serving,
    whose,
)
from tracker.errors import TrackerError

__all__ = ["main"]


class _Group(click.Group):
    """A group that tells named errors in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TrackerError as error:
            for line in error.lines:
                click.echo(f"tracker: {line}", err=True)
            ctx.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="negotiation-tracker")
def main() -> None:
    """What became of every provision and every word of a text in the making."""


for command in (
    ingesting.build,
    ingesting.ingest,
    reading.convert,
    reading.inspect,
    comparing.align_command,
    comparing.diff,
    changed.changes_command,
    following.decisions_command,
    following.history,
    asking.words,
    asking.phrase_command,
    whose.uptake,
    whose.borrowed,
    claimed.claims,
    describing.init,
    describing.fetch,
    exporting.export,
    serving.serve,
    freezing.freeze,
):
    main.add_command(command)
