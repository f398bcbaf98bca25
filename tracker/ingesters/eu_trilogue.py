"""The four-column table of an EU trilogue: the same act in the words of each institution.

In: a reading whose lines stand in cells of a table, with a column each for the Commission, the
Parliament, the Council and what they agreed on. Out: the draft in one of the columns
(`About.layer`, a column's title as printed); what the other columns say is furniture of the kind
`other-layer`, the numbers of the rows `row-number`. Read by the rules of EU acts.

Text outside the tables belongs to no institution. Titles and the closing formula, with what stands
under them, are words of the act in every column, as is a cell that a whole row shares. Anything
else is `cover` before the first row, and later `outside-table`, and the tables below it are
`unplaced` up to the next head, all with a warning: taken for the words of an institution they might
say what none of them did.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.errors import StructureError
from tracker.ingesters.base import About
from tracker.ingesters.eu_regulation import GRAMMAR as EU
from tracker.ingesters.trilogue_columns import (
    APART,
    BEFORE,
    BESIDE,
    COMMENTS,
    COMMON,
    FEWEST,
    UNPLACED,
    Layout,
)
from tracker.ingesters.walk import articles
from tracker.ingesters.walk.furniture import as_furniture, furnish
from tracker.ingesters.walk.grammar import TITLES
from tracker.ingesters.walk.titles import is_title
from tracker.model import Draft, Furniture
from tracker.read import Line, Reading

_ORIGIN = re.compile(r"Text\sOrigin\s?:.*", re.IGNORECASE | re.DOTALL)
"""What the institutions' own tool writes under agreed words."""

OUTSIDE = "outside-table"
ABOVE = 3
"""Lines over the first table that may be the title of what it begins with, at most."""

GRAMMAR = replace(EU, name="eu-trilogue")

Named = Mapping[tuple[int, int], str]
"""Page and start of a line → what it is in any text: a running head, a page's number."""


class EuTrilogue:
    """The convention of four-column tables."""

    name = "eu-trilogue"

    def score(self, reading: Reading) -> float:
        """A table whose head names the institutions: nothing else looks like it."""
        return 0.9 if Layout(reading.lines).layers else 0.0

    def layers(self, reading: Reading) -> tuple[str, ...]:
        """The titles of the columns, in the order of time, which is theirs from left to right."""
        return tuple(layer.title for layer in Layout(reading.lines, any_houses=True).layers)

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft in one column: the named one, else the last that holds an article.

        Raises:
            StructureError: no such table, no such column, or no article in it.
        """
        named = {(f.page, f.start): f.kind for f in furnish(reading)[1]}
        cut_off = _cut_off(reading, named)
        layout = Layout(reading.lines, any_houses=True, cut_off=cut_off)
        layer = _chosen(reading, layout, about.layer)
        kept, others = _part(reading, layout, layer, named)
        if not any(line.cell for line in kept):
            titles = ", ".join(repr(one.title) for one in layout.layers)
            raise StructureError(
                f"{reading.name}: the column {layer!r} is empty; name another with --layer "
                f"({titles})"
            )
        draft = articles.ingest(replace(reading, lines=kept), about, GRAMMAR)
        furniture = sorted(
            (*draft.furniture, *others), key=lambda f: (f.page, f.start, f.end, f.kind)
        )
        return replace(
            draft,
            furniture=tuple(furniture),
            layer=layer,
            warnings=(*draft.warnings, *_warnings(others)),
        )


def _chosen(reading: Reading, layout: Layout, wanted: str) -> str:
    """The column that is asked for, or the last with as much text as a draft has: at least half of
    the fullest. Comments are no text."""
    titles = [layer.title for layer in layout.layers]
    if not titles:
        raise StructureError(
            f"{reading.name}: no table with columns for the Commission, Parliament and the "
            f"Council, and none of {FEWEST} columns or more; name another convention with "
            "--convention"
        )
    if wanted:
        found = next((one for one in titles if one.casefold() == wanted.casefold()), "")
        if not found:
            raise StructureError(
                f"{reading.name}: no column {wanted!r}; the columns are "
                f"{', '.join(map(repr, titles))}"
            )
        return found
    texts = [layer.title for layer in layout.layers if layer.office != COMMENTS]
    sizes = Counter[str]()
    for line in reading.lines:
        if line.cell is not None and line.region not in APART:
            sizes[layout.of(line.cell)[0]] += len(line.text)
    most = max(sizes[title] for title in texts)
    return next(title for title in reversed(texts) if sizes[title] >= most / 2)


def _cut_off(reading: Reading, named: Named) -> set[int]:
    """The tables above which, since the one before, stands what is no title of the act."""
    found: set[int] = set()
    seen: set[int] = set()
    between: list[Line] = []
    for line in reading.lines:
        if line.region in APART or (line.cell is None and (line.page, line.start) in named):
            continue
        if line.cell is None:
            between.append(line)
            continue
        if line.cell[0] not in seen and any(kind for _, kind in _shared(between, OUTSIDE)):
            found.add(line.cell[0])
        seen.add(line.cell[0])
        between = []
    return found


def _part(
    reading: Reading, layout: Layout, layer: str, named: Named
) -> tuple[tuple[Line, ...], list[Furniture]]:
    """The lines of one column with those that all columns share, and everything else by its
    name."""
    outside = _outside(reading, layout, named)
    kept: list[Line] = []
    others: list[Furniture] = []
    for line in reading.lines:
        kind = outside[id(line)] if id(line) in outside else _in_cell(line, layout, layer)
        if kind:
            others.append(as_furniture(line, kind))
            continue
        # What a cell holds goes on from line to line, never from row to row.
        first = not kept or kept[-1].cell != line.cell
        kept.append(replace(line, region="", gap=max(line.gap, 1.0) if first else line.gap))
    return tuple(kept), others


def _in_cell(line: Line, layout: Layout, layer: str) -> str:
    """What a line of a ruled row is besides the words of a column; `""` for these."""
    assert line.cell is not None
    found, kind = layout.of(line.cell)
    if kind == COMMON or found == layer:
        return "origin" if _ORIGIN.fullmatch(line.text) else ""
    return kind or "other-layer"


def _outside(reading: Reading, layout: Layout, named: Named) -> dict[int, str]:
    """What the lines are that stand in no ruled row, by their id; `""` for words of the act."""
    found: dict[int, str] = {}
    stretch: list[Line] = []
    kind = "cover"
    for line in reading.lines:
        if line.region in APART:
            found[id(line)] = named[line.page, line.start]
        elif line.cell is not None and layout.of(line.cell)[1] not in (BEFORE, BESIDE):
            found.update(_shared(stretch, kind))
            stretch, kind = [], OUTSIDE
        elif line.cell is None and (line.page, line.start) in named:
            found[id(line)] = named[line.page, line.start]
        else:
            stretch.append(line)
    found.update(_shared(stretch, kind))
    return found


def _shared(stretch: Sequence[Line], kind: str) -> Iterator[tuple[int, str]]:
    """The lines between two rows: from a title or the closing formula on they are words of all
    columns; on the cover only what is right above the table."""
    first = max(0, len(stretch) - ABOVE) if kind == "cover" else 0
    begin = next((n for n in range(first, len(stretch)) if _opens(stretch[n])), len(stretch))
    for n, line in enumerate(stretch):
        yield id(line), "" if n >= begin else kind


def _opens(line: Line) -> bool:
    text = line.text.strip()
    titled = TITLES.match(text) is not None and is_title(text)
    return line.cell is None and (titled or GRAMMAR.conclusions.match(text) is not None)


def _warnings(others: Sequence[Furniture]) -> Iterator[str]:
    """What a reader must know of the words that are in no column."""
    beside = [piece for piece in others if piece.kind == OUTSIDE]
    if beside:
        yield (
            f"text outside the tables is in no column (lines: {len(beside)}, the first on page "
            f"{beside[0].page})"
        )
    lost = [piece for piece in others if piece.kind == UNPLACED]
    if lost:
        yield (
            f"cells without a title above them are in no column (lines: {len(lost)}, the first "
            f"on page {lost[0].page}); compare them with the table"
        )
