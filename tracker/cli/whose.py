"""`uptake` and `borrowed`: whose words a text has.

In: proposals and drafts; a draft and earlier instruments. Files are named, or stand in the
negotiation's manifest. Out: which words of proposals entered after them; what was taken over from
a precedent, and what was left out of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from tracker import pipeline, render, texts
from tracker.cli.named import LOOSE, UNDATED, about_loose, one_draft
from tracker.cli.options import convention, database, drafts_folder, drafts_in
from tracker.cli.printed import print_json
from tracker.cli.stored import Stored, form, in_language, stored
from tracker.errors import ManifestError
from tracker.manifest import FILE as MANIFEST
from tracker.model import Draft, Negotiation, PrecedentFile
from tracker.pipeline import given
from tracker.precedent import compare
from tracker.uptake import Proposal, load
from tracker.uptake import uptake as find_uptake

LAST = "9999-12-31"
"""The date of the newer of two loose files, so that proposals were made between the two."""

BETWEEN = "5000"
"""A date between those of two loose files."""

OWN = "en"
"""The language of loose files of which nobody says another."""


@click.command()
@click.argument("names", nargs=-1, metavar="[NEGOTIATION] [FILE.json…]")
@click.option("--between", nargs=2, metavar="OLD NEW", help="Two drafts: files, or symbols.")
@click.option(
    "--background",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="A text of the same kind, which shows what phrases are usual; more than once.",
)
@in_language
@drafts_folder
@form
@database
def uptake(
    names: tuple[str, ...],
    between: tuple[str, str] | None,
    background: tuple[Path, ...],
    language: str,
    folder: Path | None,
    form: str,
    db: Path,
) -> None:
    """Say which words of proposals stand in a later draft and in none before.

    The drafts are those of a NEGOTIATION in the database, or two that --between names: two files
    have no dates, and the proposals are taken to be made between them. Without a FILE the
    proposals are those of the negotiation's manifest. A match says that words are the same, not
    that somebody copied.
    """
    if not between and not names:
        raise click.UsageError("name a NEGOTIATION, or two drafts with --between")
    if between:
        if not names:
            raise click.UsageError("name a FILE of proposals")
        drafts = _between(*between, db, language or OWN)
        rounds = render.Rounds(drafts)
        proposals = _of_files([Path(name) for name in names])
        usual = [(path.stem, path) for path in background]
    else:
        asked = stored(names[0], db, language)
        drafts, rounds = asked.drafts, asked.rounds
        home = drafts_in(folder) / names[0]
        described = _described(home)
        files = [Path(name) for name in names[1:]]
        proposals = _of_files(files) if files else _of_manifest(described, home, names[0])
        usual = [(path.stem, path) for path in background]
        usual += [(one.title, home / one.file) for one in _there(described, home)]
    found = find_uptake(
        _dated(proposals, drafts),
        drafts,
        background=list(_background(usual, drafts[0].language)),
    )
    held = render.Held(proposals, found, tuple(name for name, _ in usual))
    if form == "json":
        print_json(render.uptake_data(held, rounds))
    else:
        click.echo(render.uptake_text(held, rounds))


def _between(old: str, new: str, db: Path, language: str) -> tuple[Draft, ...]:
    before, after = (one_draft(name, db, "", language, "") for name in (old, new))
    if after.date == UNDATED:
        after = replace(after, date=LAST)
    return before, after


def _dated(proposals: Sequence[Proposal], drafts: Sequence[Draft]) -> tuple[Proposal, ...]:
    """The proposals as they are looked for: between two files also those without a date."""
    if (drafts[0].date, drafts[-1].date) != (UNDATED, LAST):
        return tuple(proposals)
    return tuple(one if one.date else replace(one, date=BETWEEN) for one in proposals)


def _described(home: Path) -> Negotiation | None:
    """What the manifest of a negotiation says; None if there is none."""
    if not (home / MANIFEST).is_file():
        return None
    (described,) = pipeline.negotiations(home.parent, (home.name,))
    return described


def _of_files(files: Sequence[Path]) -> tuple[Proposal, ...]:
    """The proposals of files, each with its file's name before its id if there are several."""
    return given.prefixed([(str(file), load(file)) for file in files])


def _of_manifest(
    described: Negotiation | None, home: Path, negotiation: str
) -> tuple[Proposal, ...]:
    if described is None or not described.proposals:
        raise ManifestError(
            f"{home / MANIFEST}: names no [[proposals]] for {negotiation!r}; add them there, or "
            "name a FILE of proposals"
        )
    return given.proposals_of(described, home)


def _there(described: Negotiation | None, home: Path) -> list[PrecedentFile]:
    """The precedents whose files are there."""
    return given.precedents_in(described, home) if described else []


def _background(usual: Sequence[tuple[str, Path]], language: str) -> Iterator[str]:
    for _, path in usual:
        for provision in texts.draft_of(path, about_loose(path, language, "")).provisions:
            yield provision.text


@click.command()
@click.argument("first", metavar="DRAFT|NEGOTIATION")
@click.argument("second", metavar="PRECEDENT|[DRAFT]", default="")
@convention
@in_language
@drafts_folder
@form
@database
def borrowed(
    first: str,
    second: str,
    convention: str,
    language: str,
    folder: Path | None,
    form: str,
    db: Path,
) -> None:
    """Say what a draft took over from another instrument, and what it left out of it.

    With DRAFT and PRECEDENT: files, or symbols. With a NEGOTIATION: its last draft in the database,
    or the DRAFT of that symbol, and each of the precedents that its manifest names.
    """
    home = drafts_in(folder) / first
    if _is_negotiation(home, first, second):
        _borrowed_by(stored(first, db, language), home, second, form)
        return
    before = one_draft(second, db, "", language or OWN, "")
    uptake = compare(before, one_draft(first, db, convention, language or OWN, ""))
    if form == "json":
        print_json(render.borrowed_data(uptake))
    else:
        click.echo(render.borrowed_text(uptake))


def _is_negotiation(home: Path, first: str, second: str) -> bool:
    if Path(first).is_file() or Path(second).is_file():
        return False
    return not second or (home / MANIFEST).is_file()


def _borrowed_by(asked: Stored, home: Path, symbol: str, form: str) -> None:
    place = asked.place(symbol) if symbol else len(asked.drafts) - 1
    draft = pipeline.renamed(asked.drafts[place], LOOSE)
    (described,) = pipeline.negotiations(home.parent, (home.name,))
    there = _precedents(described, home)
    found = [(one, compare(given.precedent(one, home, draft.language), draft)) for one in there]
    if form == "json":
        precedents = [
            {
                "title": one.title,
                "file": one.file,
                "source": one.source,
                **render.borrowed_data(uptake),
            }
            for one, uptake in found
        ]
        print_json(
            {"negotiation": asked.negotiation, "draft": draft.symbol, "precedents": precedents}
        )
    else:
        click.echo("\n\n\n".join(render.borrowed_text(uptake) for _, uptake in found))


def _precedents(described: Negotiation, home: Path) -> list[PrecedentFile]:
    """The precedents of a manifest whose files are there; the others are told on the other output.

    Raises:
        ManifestError: none is named, or none is there.
    """
    if not described.precedents:
        raise ManifestError(
            f"{home / MANIFEST}: names no [[precedents]]; add them there, or name a DRAFT and a "
            "PRECEDENT"
        )
    there = _there(described, home)
    missing = [
        f"{home / one.file}: is not there; put the text of {one.title} there"
        + (f" ({one.source})" if one.source else "")
        for one in described.precedents
        if one not in there
    ]
    if not there:
        raise ManifestError(*missing)
    for line in missing:
        click.echo(f"tracker: {line}", err=True)
    return there
