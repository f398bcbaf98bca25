"""One text out of a source that holds several, on pages of its own.

In: a `Reading`, and which stretches of its lines make up each line of the text. Out: a `Cut`: a
`Reading` in which these lines stand whole, so that every convention reads them as if they were the
whole file, and the way back: what was read from it is led to the pages of the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from tracker.model import Draft, Furniture, Mark, Provision, Span
from tracker.read import Line, Reading, Run
from tracker.words import unspaced


class Stretch(NamedTuple):
    """Characters `line.text[start:end]` of a line of the source."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters."""
        return self.line.text[self.start : self.end]


@dataclass(slots=True)
class Row:
    """A line of the text: the line of the source that it looks like, and its stretches."""

    line: Line
    stretches: list[Stretch]

    def joined(self, below: Row) -> Row:
        """This line and one that goes on with it; the end of the paragraph, which says how all of
        it looks, is the lower one's."""
        line = replace(below.line, gap=self.line.gap, top=self.line.top)
        return Row(line, [*self.stretches, *below.stretches])


class _Place(NamedTuple):
    """`length` characters from `at` of a page of the text, and where they stand in the source."""

    at: int
    page: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Cut:
    """One text of several: `reading` has pages of its own; `furniture` is what stands in others,
    by its place in the source."""

    reading: Reading
    furniture: tuple[Furniture, ...]
    pages: tuple[str, ...]
    places: tuple[tuple[_Place, ...], ...]

    def traced(self, draft: Draft, more: Iterable[Furniture] = ()) -> Draft:
        """A draft that was made of `reading`, led back to the source; with `more` furniture that
        says already where it stands there."""
        furniture = [*self.set_apart(draft.furniture), *self.furniture, *more]
        furniture.sort(key=lambda f: (f.page, f.start, f.end, f.kind))
        return replace(
            draft,
            provisions=self.provisions(draft.provisions),
            furniture=tuple(furniture),
            pages=self.pages,
        )

    def provisions(self, made: Iterable[Provision]) -> tuple[Provision, ...]:
        """Provisions, led back to the source."""
        return tuple(
            replace(
                one,
                spans=self.spans(one.spans),
                num_spans=self.spans(one.num_spans),
                heading_spans=self.spans(one.heading_spans),
                marks=tuple(self._mark(mark) for mark in one.marks),
            )
            for one in made
        )

    def _mark(self, mark: Mark) -> Mark:
        return replace(mark, spans=self.spans(mark.spans)) if mark.spans else mark

    def set_apart(self, made: Iterable[Furniture]) -> Iterator[Furniture]:
        """Furniture, led back to the source; what does not stand together there is in pieces."""
        for one in made:
            for span in self.spans((Span(0, one.page, one.start, one.end),)):
                text = self.pages[span.page - 1][span.start : span.end]
                words = text.strip()
                if words:
                    start = span.start + text.index(words)
                    yield replace(
                        one, text=words, page=span.page, start=start, end=start + len(words)
                    )

    def spans(self, made: Iterable[Span]) -> tuple[Span, ...]:
        """Spans, led back to the source."""
        return tuple(led for span in made for led in self._span(span))

    def _span(self, span: Span) -> Iterator[Span]:
        places = self.places[span.page - 1]
        n = max(0, bisect_right(places, span.start, key=lambda place: place.at) - 1)
        while n < len(places) and places[n].at < span.end:
            place = places[n]
            low = max(place.at, span.start)
            high = min(place.at + place.length, span.end)
            if low < high:
                start = place.start + low - place.at
                yield Span(span.at + low - span.start, place.page, start, start + high - low)
            n += 1


def laid_out(reading: Reading, rows: Iterable[Row], furniture: Iterable[Furniture]) -> Cut:
    """The rows one below another on the pages that they begin on; `furniture` is what is left."""
    sheets = [_Sheet() for _ in reading.pages]
    lines = [sheets[row.line.page - 1].put(row) for row in rows]
    return Cut(
        replace(reading, lines=tuple(lines), pages=tuple("\n".join(s.texts) for s in sheets)),
        tuple(furniture),
        reading.pages,
        tuple(tuple(sheet.places) for sheet in sheets),
    )


@dataclass(slots=True)
class _Sheet:
    """One page of the text, filled from top to bottom."""

    texts: list[str] = field(default_factory=list)
    places: list[_Place] = field(default_factory=list)
    length: int = 0

    def put(self, row: Row) -> Line:
        """Write a line; where words were taken out of it, one blank stays of those around them,
        and lines that became one have a blank between them."""
        if _is_whole(row):
            return self._write(row.line, row.line.text, row.stretches, [0])
        text = ""
        ats: list[int] = []
        stretches: list[Stretch] = []
        runs: list[Run] = []
        last = None
        for stretch in _stripped(row.stretches):
            if text[-1:].isspace():
                start = stretch.start + len(stretch.text) - len(stretch.text.lstrip())
                stretch = Stretch(stretch.line, start, stretch.end)
            elif text and stretch.line is not last and _apart(text, stretch.text):
                text += " "
            if stretch.start < stretch.end:
                ats.append(len(text))
                stretches.append(stretch)
                runs.extend(_runs(stretch, len(text)))
                text += stretch.text
            last = stretch.line
        shown = [run for run in runs if text[run.start : run.end].strip()]
        line = replace(
            row.line,
            bold=row.line.bold or (bool(shown) and all(run.bold for run in shown)),
            italic=row.line.italic or (bool(shown) and all(run.italic for run in shown)),
            runs=tuple(runs),
        )
        return self._write(line, text, stretches, ats)

    def _write(self, line: Line, text: str, stretches: Sequence[Stretch], ats: list[int]) -> Line:
        for at, (source, start, end) in zip(ats, stretches, strict=True):
            self.places.append(
                _Place(self.length + at, source.page, source.start + start, end - start)
            )
        made = replace(line, text=text, start=self.length)
        self.texts.append(text)
        self.length += len(text) + 1
        return made


def _is_whole(row: Row) -> bool:
    (_, start, end), *more = row.stretches
    return not more and start == 0 and end == len(row.line.text)


def _apart(text: str, more: str) -> bool:
    """Whether a blank belongs between the words of two lines."""
    return not more[:1].isspace() and not unspaced(text, more)


def _stripped(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches of a line, without blanks at its beginning and at its end."""
    left = list(stretches)
    while left and not left[0].text.strip():
        left.pop(0)
    while left and not left[-1].text.strip():
        left.pop()
    line, start, end = left[0]
    left[0] = Stretch(line, end - len(left[0].text.lstrip()), end)
    line, start, end = left[-1]
    left[-1] = Stretch(line, start, start + len(left[-1].text.rstrip()))
    return left


def _runs(stretch: Stretch, at: int) -> Iterator[Run]:
    """The runs of a stretch that stands from `at` on in its line."""
    runs = stretch.line.runs
    first = bisect_right(runs, stretch.start, key=lambda run: run.end)
    for run in islice(runs, first, None):
        if run.start >= stretch.end:
            break
        low, high = max(run.start, stretch.start), min(run.end, stretch.end)
        if low < high:
            yield replace(run, start=at + low - stretch.start, end=at + high - stretch.start)
