"""Manifests: what `drafts/<negotiation>/manifest.toml` says of a negotiation and its rounds.

In: the TOML file. Out: a `Negotiation`, its rounds in the order of their dates, and for each round
the file to read: the fetched official one, else the bundled text. Strict, because a misspelt key
would otherwise drop a fact in silence: one error names every fault, each with file, line and key,
list entries counted from 1.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from tracker import official
from tracker.errors import ManifestError
from tracker.manifest_checks import check_language, check_negotiation, check_symbol, iso_date
from tracker.manifest_claims import check_claims, claim
from tracker.manifest_keys import MANIFEST
from tracker.manifest_table import Problems, parse, read_table
from tracker.model import (
    Fact,
    Negotiation,
    PrecedentFile,
    ProposalFile,
    Round,
    Standing,
    Story,
)

__all__ = [
    "FILE",
    "check_language",
    "check_negotiation",
    "check_symbol",
    "discover",
    "iso_date",
    "load",
    "source_file",
]

FILE = "manifest.toml"
MAX_BYTES = 300_000


def load(path: Path, conventions: Collection[str] = ()) -> Negotiation:
    """Read one manifest.

    Args:
        path: `manifest.toml`, in a folder that bears the negotiation's id.
        conventions: the drafting conventions that a round may name; any if none are given.
    Raises:
        ManifestError: the file cannot be read, or anything in it is missing, unknown, of the wrong
            type, doubled, not a date, or a file that does not exist; a line for each fault.
    """
    data, problems = parse(read_file(path), path)
    values = read_table(data, MANIFEST, problems)
    _check_folder(values, path, problems)
    _check_rounds(values, path.parent, problems)
    _check_symbols(values, problems)
    _check_given(values, path.parent, problems)
    _check_conventions(values, conventions, problems)
    problems.check()
    return _negotiation(values)


def discover(folder: Path, conventions: Collection[str] = ()) -> tuple[Negotiation, ...]:
    """All negotiations that `folder` (usually `drafts/`) describes, by their ids. The manifest of
    each is `folder / negotiation.id / "manifest.toml"`; `conventions` as for `load`.

    Raises:
        ManifestError: the folder is missing, one in it has no manifest, or a manifest is wrong.
    """
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        raise ManifestError(f"{folder}: {error.strerror}; it should hold negotiations") from error
    return tuple(load(entry / FILE, conventions) for entry in entries if entry.is_dir())


def source_file(manifest_folder: Path, round_: Round) -> tuple[Path, Standing]:
    """The file to read for a round, and what it is: the official file if it has been fetched
    (then of standing `official`), else the bundled text.

    Raises:
        ManifestError: there is neither.
        FetchError: the official file is not the one that was fetched.
    """
    fetched = official.verified(manifest_folder / official.FOLDER, round_.symbol)
    if fetched is not None:
        return fetched, "official"
    if round_.file:
        return manifest_folder / round_.file, round_.standing
    raise ManifestError(
        f"{manifest_folder / FILE}: round {round_.id!r} ({round_.symbol}) has no text yet; "
        f"`tracker fetch {manifest_folder.resolve().name}` downloads it, or name a `file`"
    )


def read_file(path: Path) -> str:
    """The text of a manifest, or of another file that a person writes beside it.

    Raises:
        ManifestError: it is no regular file, too large, not UTF-8, or cannot be read.
    """
    try:
        # A pipe would make us wait, a device has no end and says that its size is 0.
        if path.exists() and not path.is_file():
            raise ManifestError(f"{path}: is no regular file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ManifestError(f"{path}: {error.strerror}") from error
    if len(content) > MAX_BYTES:
        raise ManifestError(f"{path}: is larger than a {path.name} can be ({MAX_BYTES:,} bytes)")
    try:
        # Some editors put an invisible mark of the order of bytes first.
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ManifestError(f"{path}:{line}: is not UTF-8 text (byte {error.start})") from error


def _negotiation(values: dict[str, Any]) -> Negotiation:
    """The values of a manifest without faults, as what they stand for."""
    rounds = (
        Round(**{**one, "facts": tuple(Fact(**fact) for fact in one["facts"])})
        for one in values["rounds"]
    )
    where = values["fetch"]
    return Negotiation(
        id=values["id"],
        title=values["title"],
        summary=values["summary"],
        language=values["language"] or "en",
        country=values["country"] or "zz",
        notice=values["notice"],
        rounds=tuple(sorted(rounds, key=lambda one: one.date)),
        stories=tuple(Story(**one) for one in values["stories"]),
        claims=tuple(claim(one) for one in values["claims"]),
        proposals=tuple(ProposalFile(**one) for one in values["proposals"]),
        precedents=tuple(PrecedentFile(**one) for one in values["precedents"]),
        pattern=where.get("pattern", ""),
        hosts=where.get("hosts", ()),
    )


def _check_folder(values: dict[str, Any], path: Path, problems: Problems) -> None:
    folder = path.resolve().parent.name
    if values["id"] and values["id"] != folder:
        problems.add("id", f"{values['id']!r} stands in a folder called {folder!r}")


def _check_rounds(values: dict[str, Any], folder: Path, problems: Problems) -> None:
    """Every round has a text; no two have one id, one symbol, or symbols of one file name."""
    for number, one in enumerate(values["rounds"], 1):
        place = f"rounds[{number}]"
        sources = (f"{place}.file", f"{place}.official", "fetch.pattern")
        said = one["file"] or one["official"] or values["fetch"].get("pattern")
        if not said and not any(source in problems for source in sources):
            problems.add(place, "has neither `file` nor `official`: there is no text to read")
        try:
            _check_file(folder, one["file"])
        except ValueError as error:
            problems.add(f"{place}.file", str(error))
    keys: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("id", str),
        ("symbol", lambda symbol: official.file_stem(symbol).casefold()),
    )
    for key, name in keys:
        seen: dict[str, int] = {}
        for number, one in enumerate(values["rounds"], 1):
            first = seen.setdefault(name(one[key]), number) if one[key] else number
            if first != number:
                problems.add(f"rounds[{number}].{key}", f"{one[key]!r} is taken by rounds[{first}]")


def _check_symbols(values: dict[str, Any], problems: Problems) -> None:
    """Stories and claims are about drafts of this negotiation."""
    known = {one["symbol"] for one in values["rounds"]}
    numbers = range(1, len(values["rounds"]) + 1)
    if any(f"rounds[{number}].symbol" in problems for number in numbers):
        return  # a round whose symbol is wrong may be the one that is meant
    for key in ("stories", "claims"):
        for number, entry in enumerate(values[key], 1):
            if entry["symbol"] and entry["symbol"] not in known:
                problems.add(
                    f"{key}[{number}].symbol", f"{entry['symbol']!r} is the symbol of no round"
                )
    check_claims(values["claims"], values["rounds"], problems)


def _check_given(values: dict[str, Any], folder: Path, problems: Problems) -> None:
    """Files of proposals and precedents lie beside the manifest. Many may not be handed on, so that
    they need not be there before somebody asks about them."""
    for key in ("proposals", "precedents"):
        for number, one in enumerate(values[key], 1):
            if not (folder / one["file"]).resolve().is_relative_to(folder.resolve()):
                problems.add(
                    f"{key}[{number}].file", f"{one['file']!r} lies outside the manifest's folder"
                )


def _check_conventions(
    values: dict[str, Any], conventions: Collection[str], problems: Problems
) -> None:
    """A round names a convention that there is."""
    for number, one in enumerate(values["rounds"], 1):
        name = one["convention"]
        if not name or not conventions or name in conventions:
            continue
        near = difflib.get_close_matches(name, conventions, 1)
        hint = f"did you mean {near[0]}? " if near else ""
        known = ", ".join(sorted(conventions))
        problems.add(
            f"rounds[{number}].convention",
            f"there is no convention {name!r}; {hint}known are {known}",
        )


def _check_file(folder: Path, file: str) -> None:
    if not file:
        return
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"{file!r} lies outside the manifest's folder")
    try:
        there = path.is_file()
    except OSError as error:  # a name that no file system takes
        raise ValueError(f"{file[:60]!r} cannot be a file: {error.strerror}") from error
    if not there:
        raise ValueError(f"{file!r} does not exist (it is looked for beside the manifest)")
