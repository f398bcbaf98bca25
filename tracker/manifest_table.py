"""A manifest read by the table of its keys, so that all that is wrong is named to the line.

In: the text of the file and `manifest_keys.MANIFEST`. Out: plain values of the types that the table
says, by key; and every fault, each with file, line and key (entries of a list count from 1), which
`Problems` gathers until the whole file is read.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import Any
from unicodedata import category

from tracker.errors import ManifestError
from tracker.manifest_checks import iso_date, loose_date
from tracker.manifest_keys import Key, Kind
from tracker.toml_places import key_lines, key_on

_AT = re.compile(r"(.*?) \(at line ([0-9]+), column ([0-9]+)\)")
_EMPTY: dict[Kind, Any] = {"flag": False, "texts": (), "tables": [], "table": {}}


class Problems:
    """What is wrong with a manifest: gathered while it is read, then raised together."""

    def __init__(self, path: Path, lines: dict[str, int]) -> None:
        self._path = path
        self._lines = lines
        self._found: list[tuple[int, str]] = []
        self._places: set[str] = set()

    def __contains__(self, place: str) -> bool:
        return place in self._places

    def add(self, place: str, problem: str) -> None:
        """Note that the key at `place` (`rounds[2].date`) has the problem."""
        line = self._line(place)
        self._places.add(place)
        self._found.append((line, f"{self._path}:{line}: {place}: {problem}"))

    def _line(self, place: str) -> int:
        """The line of the key, or of the table in which it is missing."""
        while place and place not in self._lines:
            place = place[:-1].rpartition("[")[0] if place[-1] == "]" else place.rpartition(".")[0]
        return self._lines.get(place, 1)

    def check(self) -> None:
        """Raises one `ManifestError` for all that was noted, in the order of the lines."""
        if self._found:
            raise ManifestError(*(told for _, told in sorted(self._found, key=lambda one: one[0])))


def parse(text: str, path: Path) -> tuple[dict[str, Any], Problems]:
    """The file as TOML values, and where to note what is wrong with them.

    Raises:
        ManifestError: it is not TOML.
    """
    try:
        return tomllib.loads(text), Problems(path, key_lines(text))
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(_told(str(error), text, path)) from error
    except RecursionError as error:
        raise ManifestError(f"{path}: is nested too deeply") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise ManifestError(f"{path}: is not valid TOML: {error}") from error


def _told(error: str, text: str, path: Path) -> str:
    """A fault of syntax with its line and, if it stands on a key's line, that key."""
    found = _AT.fullmatch(error)
    if found is None:
        return f"{path}:{max(1, len(text.splitlines()))}: is not valid TOML: {error}"
    what, line, column = _in_words(found[1]), int(found[2]), found[3]
    key = key_on(line, text)
    return f"{path}:{line}: {key + ': ' if key else ''}is not valid TOML: {what} (column {column})"


def _in_words(fault: str) -> str:
    """A fault of syntax as a person would say it, where TOML's own words do not."""
    if fault in (r"Illegal character '\n'", r"Found invalid character '\n'"):
        return "the line ends inside a quoted text"
    if fault == "Cannot overwrite a value":
        return "the same key stands there twice"
    return fault


def read_table(
    data: dict[str, Any], keys: tuple[Key, ...], problems: Problems, place: str = ""
) -> dict[str, Any]:
    """The values of one table by the names of all its `keys`, in their normal form.

    What is absent or wrong has an empty value: `""`, False, `()`, or a choice's default.
    """
    values: dict[str, Any] = {}
    for key in keys:
        where = f"{place}.{key.name}" if place else key.name
        values[key.name] = _EMPTY.get(key.kind, key.default)
        if key.name not in data:
            if key.required:
                problems.add(where, "is missing")
            continue
        try:
            values[key.name] = _value(data[key.name], key, problems, where)
        except ValueError as error:
            problems.add(where, str(error))
    known = sorted(key.name for key in keys)
    for name in sorted(data.keys() - set(known)):
        near = difflib.get_close_matches(name, known, 1)
        hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(known)}"
        problems.add(f"{place}.{name}" if place else name, f"is no key here{hint}")
    return values


def _value(value: object, key: Key, problems: Problems, place: str) -> Any:
    """One value; raises `ValueError` if it is not what its key asks for."""
    match key.kind:
        case "table":
            if not isinstance(value, dict):
                raise ValueError(
                    f"{_shown(value)} is not a table; write [{key.name}] above its keys"
                )
            return read_table(value, key.keys, problems, place)
        case "tables":
            if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
                raise ValueError(f"is not a list of tables; write [[{key.name}]] above each")
            if key.required and not value:
                raise ValueError("is empty; there must be one at least")
            return [
                read_table(one, key.keys, problems, f"{place}[{number}]")
                for number, one in enumerate(value, 1)
            ]
        case "texts":
            if not isinstance(value, list):
                raise ValueError(f'{_shown(value)} is not a list; write ["…", "…"]')
            return _texts(value, key, problems, place)
        case "flag":
            if not isinstance(value, bool):
                raise ValueError(f"{_shown(value)} is neither true nor false")
            return value
        case "choice":
            if value not in key.options:
                raise ValueError(f"{_shown(value)} is none of {', '.join(map(repr, key.options))}")
            return value
        case "date":
            return iso_date(value)
        case "loose-date":
            return loose_date(value)
        case "text" | "lines":
            return _text(value, key)


def _texts(values: list[object], key: Key, problems: Problems, place: str) -> tuple[str, ...]:
    found = []
    for number, value in enumerate(values, 1):
        try:
            found.append(_text(value, key))
        except ValueError as error:
            problems.add(f"{place}[{number}]", str(error))
    return tuple(found)


def _text(value: object, key: Key) -> str:
    """A text without white space at its ends; only one that need not be there may be empty."""
    if not isinstance(value, str):
        raise ValueError(f"{_shown(value)} is not text in quotation marks")
    text = value.strip()
    if not text:
        if key.required or key.kind == "texts":
            raise ValueError("it is empty")
        return text
    allowed = "\n\t" if key.kind == "lines" else "\t"
    bad = next((c for c in text if category(c) == "Cc" and c not in allowed), None)
    if bad is not None:
        raise ValueError(f"it holds the control character U+{ord(bad):04X}")
    return key.check(text) if key.check else text


def _shown(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= 60 else text[:59] + "…"
