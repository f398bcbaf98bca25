"""Files put together to a negotiation: the text of the manifest.

In: the negotiation's id, its folder, the files. Out: `Proposal`: TOML that the loader takes once
its commented lines are filled in (at once, if there are none), and which files to copy where.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.errors import ManifestError
from tracker.manifest_checks import check_id
from tracker.manifest_schema import FILE as SCHEMA
from tracker.orders import address_of
from tracker.propose.pages import Told
from tracker.propose.rounds import Proposed, proposed
from tracker.propose.writing import absent, value

GIVEN = "official/given"
"""Where files that lie elsewhere are copied to, in the negotiation's folder; never committed."""

_COUNTRIES = {"un": "un", "eu": "eu", "us": "us"}
_MISSING = {
    "symbol": "not found, and the file's name cannot be one",
    "date": "not found: no line of its first pages, or of its last, is the date of the document",
    "when": "the date as printed for people",
    "session": "not found",
    "place": "not found",
    "convention": "none recognises it",
}
_MOST_PERHAPS = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """The text of a manifest, and the files to copy: from where, and to where in its folder."""

    text: str
    copies: tuple[tuple[Path, str], ...]


def propose(
    negotiation: str,
    folder: Path,
    files: Sequence[Path],
    *,
    report: Callable[[str], None] = lambda line: None,
) -> Proposal:
    """Propose a manifest for drafts, from what their own first pages say.

    Args:
        folder: the negotiation's folder, in which the manifest is to stand.
        report: is given a line for each file as it is read.
    Raises:
        ManifestError: the id is none, or two files would have one name.
        ReadError: a file cannot be read.
    """
    try:
        check_id(negotiation)
    except ValueError as error:
        raise ManifestError(str(error)) from error
    places = _places(folder, files)
    found = []
    for path in files:
        found.append(proposed(path))
        report(f"{path}: {len(found[-1].values)} values read")
    rounds = sorted(_apart(found), key=lambda one: (not one.date, one.date))
    language = _commonest(
        one.values["language"].value for one in rounds if "language" in one.values
    )
    lines = [*_head(negotiation, rounds, language)]
    names = _ids(rounds)
    for one, name in zip(rounds, names, strict=True):
        lines += ["", "[[rounds]]", value("id", Told(name, "")), *_round(one, places, language)]
    copies = tuple((path, place) for path, place in places.items() if place.startswith(GIVEN))
    outside = tuple((path, place) for path, place in copies if not _inside(path, folder))
    return Proposal("\n".join(lines) + "\n", outside)


def _places(folder: Path, files: Sequence[Path]) -> dict[Path, str]:
    """The `file` of each: where it lies in the folder, or where it has to be copied to."""
    places: dict[Path, str] = {}
    taken: dict[str, Path] = {}
    for path in files:
        if _inside(path, folder):
            place = path.resolve().relative_to(folder.resolve()).as_posix()
        else:
            place = f"{GIVEN}/{path.name}"
        if place in taken:
            raise ManifestError(f"{path}: {taken[place]} has the same name; give each file once")
        taken[place] = path
        places[path] = place
    return places


def _inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _apart(found: Sequence[Proposed]) -> list[Proposed]:
    """Symbols that several files bear give way to the files' names, so that each is one draft."""
    borne = Counter(one.values["symbol"].value for one in found if "symbol" in one.values)
    result = []
    for one in found:
        symbol = one.values.get("symbol")
        if symbol is not None and borne[symbol.value] > 1 and one.symbol:
            why = f"the file's name; several of the files bear {symbol.value}"
            values = {**one.values, "symbol": Told(one.path.stem, why)}
            one = replace(one, values=values)
        result.append(one)
    return result


def _commonest(values: Iterator[str]) -> str:
    ranked = Counter(values).most_common(1)
    return ranked[0][0] if ranked else ""


def _ids(rounds: Sequence[Proposed]) -> list[str]:
    """Short names from the symbols, each once."""
    names: list[str] = []
    for number, one in enumerate(rounds, 1):
        symbol = one.values["symbol"].value if "symbol" in one.values else ""
        plain = unicodedata.normalize("NFKD", symbol).encode("ascii", "ignore").decode().lower()
        name = "-".join(re.findall("[a-z0-9]+", plain)) or f"round-{number}"
        names.append(name if name not in names else f"{name}-{number}")
    return names


def _head(negotiation: str, rounds: Sequence[Proposed], language: str) -> Iterator[str]:
    yield f"#:schema ../{SCHEMA}"
    yield ""
    count = f"{len(rounds)} {'files' if len(rounds) > 1 else 'file'}"
    yield f"# Proposed by `tracker init` from {count}. Each value says where it was read: check it."
    yield "# What could not be told stands as a comment: fill it in, and take the `#` away."
    yield ""
    yield value("id", Told(negotiation, ""))
    titles = [one.title for one in rounds if one.title is not None]
    if titles:
        commonest = _commonest(title.value for title in titles)
        yield value("title", next(title for title in titles if title.value == commonest))
    else:
        yield absent("title", "no convention reads one")
    if language:
        yield value("language", Told(language, "that of the rounds, or of most of them"))
    else:
        yield absent("language", "not told by the texts; en if absent")
    houses = {one.house for one in rounds}
    country = _COUNTRIES.get(next(iter(houses)) or "") if len(houses) == 1 else None
    if country:
        yield value("country", Told(country, "by the form of the symbols"))
    else:
        yield absent("country", "not told by the symbols; zz if absent")


def _round(one: Proposed, places: dict[Path, str], language: str) -> Iterator[str]:
    for key in ("symbol", "date", "when", "name", "session", "place"):
        if key in one.values:
            yield value(key, one.values[key])
            continue
        yield absent(key, _MISSING[key])
        for other in one.perhaps.get(key, ())[:_MOST_PERHAPS]:
            yield f"# {value(key, Told(other.value, f'perhaps: {other.where}'))}"
    yield value("file", Told(places[one.path], ""))
    yield value("standing", Told("unstated", "say what the file is: official, paraphrase, …"))
    if "convention" in one.values:
        yield value("convention", one.values["convention"])
    else:
        yield absent("convention", _MISSING["convention"])
    spoken = one.values.get("language")
    if spoken is not None and spoken.value != language:
        yield value("language", spoken)
    if one.house == "un" and spoken is not None:
        address = address_of(one.symbol, spoken.value)
        yield "# " + value("official", Told(address, "by the usual pattern; not tried"))
    yield "# " + value("sha256", Told(one.sha256, "of this file; true if it is the official one"))
