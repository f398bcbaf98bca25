"""Manifests: what `drafts/<negotiation>/manifest.toml` says of a negotiation and its rounds.

In: the TOML file. Out: a `Negotiation`, its rounds in the order of their dates, and for each round
the file to read: the fetched official one, else the bundled text. Strict, because a misspelt key
would otherwise drop a fact in silence: every error names the file, the line and the key, list
entries counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from tracker import official
from tracker.errors import ManifestError
from tracker.manifest_table import Table
from tracker.model import Claim, Fact, Negotiation, Round, Standing, Story

FILE = "manifest.toml"
MAX_BYTES = 2_000_000

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NEGOTIATION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
_EID = re.compile(r"[A-Za-z][\w.-]*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH_OR_YEAR = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
_SURE: tuple[Literal["A", "B", "S", "C"], ...] = ("A", "B", "S", "C")
_STANDINGS: tuple[Standing, ...] = get_args(Standing)


def load(path: Path) -> Negotiation:
    """Read one manifest.

    Args:
        path: `manifest.toml`, in a folder that bears the negotiation's id.
    Raises:
        ManifestError: the file cannot be read, or anything in it is missing, unknown, of the wrong
            type, doubled, not a date, or a file that does not exist.
    """
    table = Table.parse(_read(path), path)
    negotiation = Negotiation(
        id=table.text("id", check=_id),
        title=table.text("title"),
        summary=table.text("summary", "", lines=True),
        language=table.text("language", "en", check=_two_letters),
        country=table.text("country", "zz", check=_two_letters),
        notice=table.text("notice", "", lines=True),
        rounds=tuple(_round(entry, path.parent) for entry in table.tables("rounds")),
        stories=tuple(_story(entry) for entry in table.tables("stories")),
        claims=tuple(_claim(entry) for entry in table.tables("claims")),
    )
    table.close()
    folder = path.resolve().parent.name
    if negotiation.id != folder:
        raise table.error("id", f"{negotiation.id!r} stands in a folder called {folder!r}")
    if not negotiation.rounds:
        raise table.error("rounds", "is missing; a negotiation has one round at least")
    _check_rounds(table, negotiation.rounds)
    _check_symbols(table, negotiation)
    return replace(negotiation, rounds=tuple(sorted(negotiation.rounds, key=lambda one: one.date)))


def discover(folder: Path) -> tuple[Negotiation, ...]:
    """All negotiations that `folder` (usually `drafts/`) describes, by their ids. The manifest of
    each is `folder / negotiation.id / "manifest.toml"`.

    Raises:
        ManifestError: the folder is missing, one in it has no manifest, or a manifest is wrong.
    """
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        raise ManifestError(f"{folder}: {error.strerror}; it should hold negotiations") from error
    return tuple(load(entry / FILE) for entry in entries if entry.is_dir())


def source_file(manifest_folder: Path, round_: Round) -> tuple[Path, Standing]:
    """The file to read for a round, and what it is: the official file if it has been fetched
    (then of standing `official`), else the bundled text.

    Raises:
        ManifestError: there is neither.
        FetchError: the official file is not the one that was fetched.
    """
    fetched = official.verified(manifest_folder, round_.symbol)
    if fetched is not None:
        return fetched, "official"
    if round_.file:
        return manifest_folder / round_.file, round_.standing
    raise ManifestError(
        f"{manifest_folder / FILE}: round {round_.id!r} ({round_.symbol}) has no text yet; "
        f"`tracker fetch {manifest_folder.resolve().name}` downloads it, or name a `file`"
    )


def iso_date(value: object) -> str:
    """A calendar date as ISO 8601, from a TOML date or text.

    >>> iso_date("2024-02-29")
    '2024-02-29'
    >>> iso_date("2023-02-29")
    Traceback (most recent call last):
    ...
    ValueError: '2023-02-29' is not a date; write it like 2024-08-08

    Raises:
        ValueError: it is none; the message says how to write one.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass  # the error below tells more
    shown = repr(value) if isinstance(value, str) else str(value)
    raise ValueError(f"{shown} is not a date; write it like 2024-08-08")


def check_negotiation(text: str) -> str:
    """`text` itself if it can be the id of a negotiation, and so name a folder. A manifest's id is
    stricter, since it stands in addresses that people type.

    Raises:
        ValueError: it cannot; the message says what can.
    """
    if not _NEGOTIATION.fullmatch(text):
        raise ValueError(
            f"{text[:30]!r} is not an id of a negotiation; use up to 60 letters, digits and hyphens"
        )
    return text


def check_language(text: str) -> str:
    """`text` itself if it is a code of two small letters.

    Raises:
        ValueError: it is not.
    """
    return _two_letters(text)


def check_symbol(symbol: str) -> str:
    """`symbol` itself if it can name a document and a file.

    Raises:
        ValueError: it cannot; the message says why.
    """
    if len(symbol) > 100:
        raise ValueError(f"{symbol[:20]!r}… is longer than a symbol can be (100 characters)")
    parts = symbol.split("/")
    plain = symbol.isprintable() and "\\" not in symbol
    if not plain or any(part.strip(" .") == "" or part.startswith(".") for part in parts):
        raise ValueError(f"{symbol!r} is not a symbol; write it like A/AC.291/22/Rev.1")
    return symbol


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ManifestError(f"{path}: is larger than a manifest can be ({MAX_BYTES:,} bytes)")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ManifestError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ManifestError(f"{path}: is not UTF-8 text (byte {error.start})") from error


def _round(table: Table, folder: Path) -> Round:
    one = Round(
        id=table.text("id", check=_id),
        symbol=table.text("symbol", check=check_symbol),
        date=table.value("date", iso_date),
        when=table.text("when"),
        name=table.text("name"),
        session=table.text("session", ""),
        place=table.text("place", ""),
        file=table.text("file", "", check=lambda file: _file(folder, file)),
        standing=table.choice("standing", _STANDINGS, "official"),
        convention=table.text("convention", ""),
        official=table.text("official", "", check=_address),
        partial=table.flag("partial"),
        excerpt=table.flag("excerpt"),
        facts=tuple(_fact(entry) for entry in table.tables("facts")),
    )
    table.close()
    if not one.file and not one.official:
        raise table.error("", "has neither `file` nor `official`: there is no text to read")
    return one


def _fact(table: Table) -> Fact:
    fact = Fact(
        text=table.text("text", lines=True),
        sure=table.choice("sure", _SURE),
        provision=table.text("provision", "", check=_eid),
        source=table.text("source", ""),
    )
    table.close()
    return fact


def _story(table: Table) -> Story:
    story = Story(
        title=table.text("title"),
        text=table.text("text", lines=True),
        symbol=table.text("symbol"),
        provision=table.text("provision", check=_eid),
    )
    table.close()
    return story


def _claim(table: Table) -> Claim:
    claim = Claim(
        provision=table.text("provision", "", check=_eid),
        text=table.text("text", lines=True),
        source=table.text("source"),
        date=table.value("date", _loose_date),
        symbol=table.text("symbol"),
    )
    table.close()
    return claim


def _check_rounds(table: Table, rounds: tuple[Round, ...]) -> None:
    """No two rounds with one id, one symbol, or symbols that give one file name."""
    keys: tuple[tuple[str, Callable[[Round], str]], ...] = (
        ("id", lambda one: one.id),
        ("symbol", lambda one: official.file_stem(one.symbol).casefold()),
    )
    for key, value in keys:
        seen: dict[str, int] = {}
        for number, one in enumerate(rounds, 1):
            first = seen.setdefault(value(one), number)
            if first != number:
                raise table.error(
                    f"rounds[{number}].{key}",
                    f"{getattr(one, key)!r} is taken by rounds[{first}]",
                )


def _check_symbols(table: Table, negotiation: Negotiation) -> None:
    """Stories and claims are about drafts of this negotiation."""
    known = {one.symbol for one in negotiation.rounds}
    groups: tuple[tuple[str, Iterable[Story | Claim]], ...] = (
        ("stories", negotiation.stories),
        ("claims", negotiation.claims),
    )
    for key, entries in groups:
        for number, entry in enumerate(entries, 1):
            if entry.symbol not in known:
                raise table.error(
                    f"{key}[{number}].symbol", f"{entry.symbol!r} is the symbol of no round"
                )


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"{text!r} is not an id; use small letters, digits and single hyphens")
    return text


def _eid(text: str) -> str:
    if text and not _EID.fullmatch(text):
        raise ValueError(f"{text!r} is not the eId of a provision; write it like art_21__para_2")
    return text


def _two_letters(text: str) -> str:
    if not re.fullmatch("[a-z]{2}", text):
        raise ValueError(f"{text!r} is not a code of two small letters")
    return text


def _address(text: str) -> str:
    """Only https, because the viewer links to it and `tracker fetch` asks for it."""
    try:
        parts = urlsplit(text)
        good = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        good = False
    if text and not (good and text.isascii() and " " not in text):
        raise ValueError(f"{text!r} is not an address; it begins with https:// and has no spaces")
    return text


def _file(folder: Path, file: str) -> str:
    if not file:
        return file
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"{file!r} lies outside the manifest's folder")
    if not path.is_file():
        raise ValueError(f"{file!r} does not exist (it is looked for beside the manifest)")
    return file


def _loose_date(value: object) -> str:
    """A date, a month or a year: of many statements no more is known."""
    if isinstance(value, str) and _MONTH_OR_YEAR.fullmatch(value):
        iso_date((value + "-01-01")[:10])
        return value
    try:
        return iso_date(value)
    except ValueError as error:
        raise ValueError(f"{error}, 2024-08 or 2024") from error
