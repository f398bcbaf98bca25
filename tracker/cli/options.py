"""The options that several commands share.

In: what was typed. Out: decorators for commands, and values that are checked: what is wrong with
one is told in one line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from tracker.errors import TrackerError
from tracker.manifest import check_language

DRAFTS = Path(__file__).resolve().parent.parent.parent / "drafts"
"""The manifests that come with the project."""


def checked(check: Callable[[str], str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """A callback that tells in one line what is wrong with an option's value."""

    def callback(ctx: click.Context, param: click.Parameter, value: str) -> str:
        try:
            return check(value)
        except ValueError as error:
            raise TrackerError(f"{param.opts[0]}: {error}") from error

    return callback


def optional(check: Callable[[str], str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """The same for an option that need not be given."""
    return checked(lambda value: check(value) if value else value)


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
    callback=checked(check_language),
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


def drafts_in(folder: Path | None) -> Path:
    """The folder of manifests that was named, else `drafts/` here, else that of this project."""
    if folder is not None:
        return folder
    here = Path("drafts")
    return here if here.is_dir() else DRAFTS
