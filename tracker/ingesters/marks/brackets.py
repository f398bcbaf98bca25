"""Brackets, resolved over a whole draft.

In: provisions with their texts and spans. Out: `Bracket`s, each with its pieces: a bracket opened
in paragraph 2 and closed in paragraph 4 has a piece in 2, 3 and 4. The order is that of the source,
so that a bracket printed before a paragraph's number holds the number.

A bracket closes in the unit (article, chapter, annex, the preamble) in which it was opened. One
printed before a unit's number, or last in the unit before, may close at the end of a later unit
inside the same chapter: drafters bracket several articles at once. One without its other half ends,
or begins, with its own provision. Not brackets of the negotiation: `[…]`, a letter restored in a
quotation (`[t]he`), a footnote's anchor (`word[1]`, at the end of a sentence or counting up), and
what an editor says (`[sic]`, `[deleted]`, `[see annex II]`, `[A/CONF.1/2]`), which is a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tracker.ingesters.marks.editorial import no_brackets
from tracker.ingesters.marks.fields import FIELDS, Piece, field_of, spans_of
from tracker.model import MarkField, Provision

DEEPEST = 20
"""Open brackets in each other; those further in are not told apart from the text. Drafters nest
four or five, and without a bound a hostile text would hold as many marks as pairs of brackets."""

PREAMBLE = -1
"""The unit of all that stands in none."""

UNITS = frozenset(
    (
        *("book", "part", "title", "chapter", "subchapter", "section", "division", "article"),
        *("attachment", "schedule", "conclusions"),
    )
)
"""Kinds in which a bracket must close that opens in them."""

_APART = frozenset(("attachment", "schedule", "conclusions"))

OPENING, CLOSING = "[\uff3b\u3010", "]\uff3d\u3011"
_CHARACTER = re.compile(f"[{re.escape(OPENING + CLOSING)}]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """One bracket, its pieces in the order of the source. `how` is `unclosed` or `unopened` where
    the other half is missing."""

    pieces: tuple[Piece, ...]
    how: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The brackets of a draft, outer before inner, and the notes that stand in brackets."""

    brackets: tuple[Bracket, ...]
    notes: tuple[Piece, ...]


class _Open(NamedTuple):
    stretch: int
    at: int
    unit: int
    leads: bool
    """Whether it stands before all words of its unit."""


def resolve(provisions: Sequence[Provision]) -> Found:
    """The brackets of a draft."""
    notes, skipped = no_brackets(provisions)
    return Found(_Resolver(provisions, skipped).run(), tuple(notes))


class _Resolver:
    """One walk over a draft in the order of its source."""

    def __init__(self, provisions: Sequence[Provision], skipped: Sequence[Piece]) -> None:
        self._provisions = provisions
        self._stretches = _in_order(provisions)
        self._skipped = {(p.provision, p.field, at) for p in skipped for at in (p.start, p.end - 1)}
        self._parents = _parents(provisions)
        self._units = _units(provisions, self._parents)
        self._bounds: dict[tuple[int, MarkField], tuple[int, int]] = {}
        for n, (provision, field, _, _) in enumerate(self._stretches):
            key = (provision, field)
            self._bounds[key] = (self._bounds.get(key, (n, n))[0], n)
        self._words = [_words(self._text(stretch), stretch) for stretch in self._stretches]
        self._stack: list[_Open] = []
        self._deeper = 0
        self._found: list[tuple[tuple[int, int], tuple[int, int], Bracket]] = []

    def run(self) -> tuple[Bracket, ...]:
        """All brackets, outer before inner."""
        unit = PREAMBLE
        for n, stretch in enumerate(self._stretches):
            here = self._units[stretch.provision]
            if here != unit:
                self._leave(here)
                unit = here
            for match in _CHARACTER.finditer(self._text(stretch), stretch.start, stretch.end):
                at = match.start()
                if (stretch.provision, stretch.field, at) in self._skipped:
                    continue
                if match.group() in OPENING:
                    self._open(n, at, here)
                else:
                    self._close(n, at, here)
        for opened in self._stack:
            self._unclosed(opened)
        self._found.sort(key=lambda x: (x[0], (-x[1][0], -x[1][1])))
        return tuple(bracket for _, _, bracket in self._found)

    def _text(self, stretch: Piece) -> str:
        return field_of(self._provisions[stretch.provision], stretch.field)

    def _open(self, n: int, at: int, unit: int) -> None:
        if len(self._stack) >= DEEPEST:
            self._deeper += 1
            return
        before = self._units[self._stretches[n - 1].provision] if n else None
        after = self._next_unit(n)
        leads = before != unit and at <= self._words[n][0]
        if after not in (unit, None) and at >= self._words[n][1]:
            unit, leads = after or 0, True
        self._stack.append(_Open(n, at, unit, leads))

    def _close(self, n: int, at: int, unit: int) -> None:
        if self._deeper:
            self._deeper -= 1
            return
        stretch = self._stretches[n]
        opened = self._stack[-1] if self._stack else None
        if opened is not None and opened.unit != unit:
            last = self._next_unit(n) != unit and at >= self._words[n][1]
            opened = opened if opened.leads and last else None
        if opened is not None:
            self._stack.pop()
            pieces = self._pieces(opened.stretch, opened.at, n, at + 1)
            self._keep((opened.stretch, opened.at), (n, at), Bracket(pieces))
            return
        piece = Piece(stretch.provision, stretch.field, 0, at + 1)
        self._keep((n, -1), (n, at), Bracket((piece,), "unopened"))

    def _unclosed(self, opened: _Open) -> None:
        """It ends with its own provision."""
        n, field, _, _ = self._stretches[opened.stretch]
        end = len(field_of(self._provisions[n], field))
        after = FIELDS[FIELDS.index(field) + 1 :]
        others = [(f, len(field_of(self._provisions[n], f))) for f in after]
        pieces = [Piece(n, field, opened.at, end)]
        pieces += [Piece(n, f, 0, length) for f, length in others if length]
        start = (opened.stretch, opened.at)
        self._keep(start, (opened.stretch, end), Bracket(tuple(pieces), "unclosed"))

    def _keep(self, start: tuple[int, int], end: tuple[int, int], bracket: Bracket) -> None:
        self._found.append((start, end, bracket))

    def _pieces(self, first: int, start: int, last: int, end: int) -> tuple[Piece, ...]:
        """What stands from `start` in one stretch to `end` in another, a piece for each field."""
        opens, closes = self._stretches[first], self._stretches[last]
        if opens[:2] == closes[:2]:
            # The usual case, without a walk over its stretches: texts may be nested without end.
            own = Piece(opens.provision, opens.field, min(start, end - 1), max(end, start + 1))
            return (own, *self._between(own, first, last))
        ranges: dict[tuple[int, MarkField], tuple[int, int]] = {}
        for n in range(first, last + 1):
            stretch = self._stretches[n]
            low = start if n == first else stretch.start
            high = end if n == last else stretch.end
            key = (stretch.provision, stretch.field)
            before = ranges.get(key, (low, high))
            ranges[key] = (min(before[0], low), max(before[1], high))
        return tuple(Piece(*key, *found) for key, found in ranges.items())

    def _between(self, own: Piece, first: int, last: int) -> list[Piece]:
        """Other fields of a provision that are printed inside a bracket of one: its number."""
        found = []
        for field in FIELDS:
            bounds = self._bounds.get((own.provision, field))
            if field != own.field and bounds and first < bounds[0] and bounds[1] < last:
                length = len(field_of(self._provisions[own.provision], field))
                found.append(Piece(own.provision, field, 0, length))
        return found

    # Units

    def _next_unit(self, n: int) -> int | None:
        if n + 1 == len(self._stretches):
            return None
        return self._units[self._stretches[n + 1].provision]

    def _leave(self, unit: int) -> None:
        """On entering a unit, what cannot close in it has no other half."""
        self._deeper = 0
        kept: list[_Open] = []
        for opened in self._stack:
            if opened.unit == unit or (opened.leads and self._beside(opened.unit, unit)):
                kept.append(opened)
            else:
                self._unclosed(opened)
        self._stack = kept

    def _beside(self, unit: int, later: int) -> bool:
        """Whether a later unit stands in what holds this one."""
        if PREAMBLE in (unit, later):
            return False
        holder = self._parents[unit]
        above: int | None = later
        while above is not None and self._parents[above] != holder:
            above = self._parents[above]
        return above is not None and (
            holder is not None or self._provisions[above].kind not in _APART
        )


def _words(text: str, stretch: Piece) -> tuple[int, int]:
    """Where the first letter or digit of a stretch stands, and the last ends."""
    low, high = stretch.start, stretch.end
    while low < high and not text[low].isalnum():
        low += 1
    while high > low and not text[high - 1].isalnum():
        high -= 1
    return low, high


def _in_order(provisions: Sequence[Provision]) -> list[Piece]:
    """The characters of all fields as they stand in the source."""
    found = [
        (span.page, span.start, Piece(n, field, span.at, span.at + span.end - span.start))
        for n, provision in enumerate(provisions)
        for field in FIELDS
        for span in spans_of(provision, field)
    ]
    return [piece for _, _, piece in sorted(found)]


def _parents(provisions: Sequence[Provision]) -> list[int | None]:
    places = {provision.eid: n for n, provision in enumerate(provisions)}
    return [None if p.parent is None else places.get(p.parent) for p in provisions]


def _units(provisions: Sequence[Provision], parents: Sequence[int | None]) -> list[int]:
    """The article, chapter or annex that each provision stands in or is."""
    units: list[int] = []
    for n, provision in enumerate(provisions):
        above = parents[n]
        if provision.kind in UNITS:
            units.append(n)
        else:
            units.append(PREAMBLE if above is None or above >= n else units[above])
    return units
