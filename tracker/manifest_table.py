"""One table of a TOML file, read key by key, so that what is wrong is named to the line.

In: the text of the file. Out: values of the types asked for; whatever is missing, of another type
or left over at `close` is a `ManifestError` with file, line and key (entries of a list count
from 1).
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from unicodedata import category

from tracker.errors import ManifestError

T = TypeVar("T")

_HEADER = re.compile(r"(\[\[?)\s*([\w-]+(?:\.[\w-]+)*)\s*\]")
_KEY = re.compile(r"([\w-]+)\s*=")


class Table:
    """A TOML table under reading; `place` is its key path in the file, `""` for the whole file."""

    def __init__(
        self, data: dict[str, Any], path: Path, lines: dict[str, int], place: str = ""
    ) -> None:
        self._data = data
        self._path = path
        self._lines = lines
        self._place = place
        self._read: set[str] = set()

    @classmethod
    def parse(cls, text: str, path: Path) -> Table:
        """The whole file as a table; raises `ManifestError` if it is not TOML."""
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ManifestError(f"{path}: is not valid TOML: {error}") from error
        except RecursionError as error:
            raise ManifestError(f"{path}: is nested too deeply for a manifest") from error
        return cls(data, path, key_lines(text))

    def error(self, key: str, problem: str) -> ManifestError:
        """The error that says that `key` of this table (`""`: the table) has the problem."""
        where = f"{self._place}.{key}" if self._place and key else self._place or key
        line = self._lines.get(where) or self._lines.get(self._place)
        at = f", line {line}" if line else ""
        return ManifestError(f"{self._path}{at}: {where + ' ' if where else ''}{problem}")

    def value(self, key: str, convert: Callable[[object], T]) -> T:
        """A required value; a `ValueError` of `convert` says what is wrong with it."""
        self._read.add(key)
        if key not in self._data:
            raise self.error(key, "is missing")
        try:
            return convert(self._data[key])
        except ValueError as error:
            raise self.error(key, f"is wrong: {error}") from error

    def text(
        self,
        key: str,
        default: str | None = None,
        *,
        lines: bool = False,
        check: Callable[[str], str] = str,
    ) -> str:
        """A text without white space at its ends; with a default it may be absent or empty, and
        only with `lines` may it have more than one line."""
        self._read.add(key)
        if default is not None and key not in self._data:
            return default

        def convert(value: object) -> str:
            if not isinstance(value, str):
                raise ValueError(f"{_shown(value)} is not text in quotation marks")
            text = value.strip()
            if not text and default is None:
                raise ValueError("it is empty")
            allowed = "\n\t" if lines else "\t"
            bad = next((c for c in text if category(c) == "Cc" and c not in allowed), None)
            if bad is not None:
                raise ValueError(f"it holds the control character U+{ord(bad):04X}")
            return check(text)

        return self.value(key, convert)

    def choice(self, key: str, options: tuple[T, ...], default: T | None = None) -> T:
        """One of `options`."""
        self._read.add(key)
        if default is not None and key not in self._data:
            return default

        def convert(value: object) -> T:
            for option in options:
                if type(value) is type(option) and value == option:
                    return option
            raise ValueError(f"{_shown(value)} is none of {', '.join(map(repr, options))}")

        return self.value(key, convert)

    def flag(self, key: str) -> bool:
        """`true` or `false`; false if absent."""
        self._read.add(key)
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, f"is wrong: {_shown(value)} is neither true nor false")
        return value

    def tables(self, key: str) -> list[Table]:
        """The tables of a list of tables, none if the key is absent."""
        self._read.add(key)
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self.error(key, f"is not a list of tables; write [[{key}]] above each")
        place = f"{self._place}.{key}" if self._place else key
        return [
            Table(entry, self._path, self._lines, f"{place}[{number}]")
            for number, entry in enumerate(value, 1)
        ]

    def close(self) -> None:
        """Raises `ManifestError` for the first key that nobody asked for."""
        for key in self._data:
            if key not in self._read:
                near = difflib.get_close_matches(key, sorted(self._read), 1)
                hint = f"; did you mean {near[0]}?" if near else ""
                raise self.error(key, f"is no key of a manifest here{hint}")


def key_lines(text: str) -> dict[str, int]:
    """The line (from 1) of each key and table of a TOML file that stands on a line of its own.

    >>> key_lines('id = "x"\\n[[rounds]]\\n[[rounds.facts]]\\nsure = "A"\\n')
    {'id': 1, 'rounds[1]': 2, 'rounds[1].facts[1]': 3, 'rounds[1].facts[1].sure': 4}
    """
    found: dict[str, int] = {}
    count: Counter[str] = Counter()
    place = quotes = ""
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if quotes:
            if quotes in line:
                quotes = ""
        elif header := _HEADER.match(line):
            place = _place(header[2], header[1] == "[[", count)
            found.setdefault(place, number)
        elif key := _KEY.match(line):
            found.setdefault(f"{place}.{key[1]}" if place else key[1], number)
            rest = line[key.end() :]
            quotes = next((q for q in ('"""', "'''") if rest.count(q) == 1), "")
    return found


def _place(name: str, entry: bool, count: Counter[str]) -> str:
    """The key path of a header: `rounds.facts` → `rounds[2].facts[1]`."""
    *outer, last = name.split(".")
    place = ""
    for part in outer:
        place += part
        if count[place]:
            place += f"[{count[place]}]"
        place += "."
    place += last
    if entry:
        count[place] += 1
        place += f"[{count[place]}]"
    return place


def _shown(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= 60 else text[:59] + "…"
