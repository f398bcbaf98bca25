"""Where each key of a TOML file stands.

In: the text of a TOML file. Out: the line (from 1) of every key, table and list entry, by its path:
`rounds[2].facts[1].sure`, list entries counted from 1. `tomllib` checks the file and gives its
values but no positions, and no other library in use gives them; this module reads only as much of
the grammar as tells where things stand. Of a file that is not TOML it gives what stands before the
fault.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[\w-]+")
_SCALAR = re.compile(r"[^,\]}#\n]*")
_BASIC = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_LITERAL = re.compile(r"'([^'\n]*)'")
# A long text ends with three quotation marks; up to two more before them belong to it.
_LONG_BASIC = re.compile(r'"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}')
_LONG_LITERAL = re.compile(r"'''(?:[^']|'{1,2}(?!'))*'{3,5}")


def key_lines(text: str) -> dict[str, int]:
    """The line of every key, table and list entry, by its path.

    >>> key_lines('id = "x"\\n[[rounds]]\\nsure = ["A",\\n"B"]\\nfetch.by = {host = 1}\\n')
    ... # doctest: +NORMALIZE_WHITESPACE
    {'id': 1, 'rounds': 2, 'rounds[1]': 2, 'rounds[1].sure': 3, 'rounds[1].sure[1]': 3,
     'rounds[1].sure[2]': 4, 'rounds[1].fetch': 5, 'rounds[1].fetch.by': 5,
     'rounds[1].fetch.by.host': 5}
    """
    found: dict[str, int] = {}
    for place, line in _scanned(text):
        found.setdefault(place, line)
    return found


def key_on(line: int, text: str) -> str:
    """The path of the last key that stands on a line, `""` if none does; for a fault of syntax."""
    return next((place for place, at in reversed(_scanned(text)) if at == line), "")


def _scanned(text: str) -> list[tuple[str, int]]:
    scanner = _Scanner(text)
    with suppress(_NotTomlError, RecursionError):  # `tomllib` says what is wrong with it
        scanner.file()
    return scanner.found


class _NotTomlError(Exception):
    """The text is not TOML from here on."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._entries: Counter[str] = Counter()
        self.found: list[tuple[str, int]] = []

    def file(self) -> None:
        """All statements of the file."""
        table = ""
        while self._next_statement():
            if self._starts("[["):
                table = self._header("]]", entry=True)
            elif self._starts("["):
                table = self._header("]", entry=False)
            else:
                self._pair(table)

    def _next_statement(self) -> bool:
        self._skip(_BLANK)
        return self._at < len(self._text)

    def _header(self, end: str, *, entry: bool) -> str:
        line, parts = self._here(), self._parts()
        self._expect(end)
        place = ""
        for part in parts[:-1]:
            place = self._within(place, part)
            self._found(place, line)
            if self._entries[place]:
                place += f"[{self._entries[place]}]"
        place = self._within(place, parts[-1])
        self._found(place, line)
        if entry:
            self._entries[place] += 1
            place += f"[{self._entries[place]}]"
            self._found(place, line)
        return place

    def _pair(self, table: str) -> None:
        line, place = self._here(), table
        for part in self._parts():
            place = self._within(place, part)
            self._found(place, line)
        self._expect("=")
        self._value(place)

    def _parts(self) -> list[str]:
        """A dotted key: its parts."""
        parts = [self._part()]
        while self._starts("."):
            parts.append(self._part())
        return parts

    def _part(self) -> str:
        self._skip(_SPACE)
        for pattern in (_BARE, _BASIC, _LITERAL):
            if match := pattern.match(self._text, self._at):
                self._at = match.end()
                self._skip(_SPACE)
                return match[pattern.groups]
        raise _NotTomlError

    def _value(self, place: str) -> None:
        self._skip(_SPACE)
        if self._starts("["):
            self._list(place)
        elif self._starts("{"):
            self._table(place)
        else:
            quoted = (_LONG_BASIC, _LONG_LITERAL, _BASIC, _LITERAL)
            if not any(self._skip(pattern) for pattern in quoted) and not self._skip(_SCALAR):
                raise _NotTomlError

    def _list(self, place: str) -> None:
        number = 0
        while True:
            self._skip(_BLANK)
            if self._starts("]"):
                return
            number += 1
            entry = f"{place}[{number}]"
            self._found(entry, self._here())
            self._value(entry)
            self._skip(_BLANK)
            if not self._starts(","):
                self._expect("]")
                return

    def _table(self, place: str) -> None:
        self._skip(_BLANK)
        if self._starts("}"):
            return
        while True:
            self._pair(place)
            self._skip(_BLANK)
            if not self._starts(","):
                self._expect("}")
                return
            self._skip(_BLANK)

    def _within(self, place: str, part: str) -> str:
        return f"{place}.{part}" if place else part

    def _found(self, place: str, line: int) -> None:
        self.found.append((place, line))

    def _here(self) -> int:
        """The line that the scanner stands in."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _starts(self, mark: str) -> bool:
        if self._text.startswith(mark, self._at):
            self._at += len(mark)
            return True
        return False

    def _expect(self, mark: str) -> None:
        self._skip(_SPACE)
        if not self._starts(mark):
            raise _NotTomlError

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Go past what the pattern matches here; whether that is anything."""
        match = pattern.match(self._text, self._at)
        if match is None or match.end() == self._at:
            return False
        self._at = match.end()
        return True
