"""Pieces of text on a page → its printed lines.

In: a page as `pdf_pieces` gives it. Out: the page's text and its `Line`s, top to bottom. Pieces
come in the order of the content stream, which is not the order of reading (Word writes the page
number first), so place alone decides: same baseline, same line; raised small figures join the line
they stand on; far apart on one baseline (the two halves of a UN cover) are lines of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from tracker.read.lines import Line, Run
from tracker.read.pdf_bidi import has_backwards, logical, runs_backwards
from tracker.read.pdf_gaps import gaps_of
from tracker.read.pdf_layout import Block, TableKey, blocks_of
from tracker.read.pdf_marks import marked
from tracker.read.pdf_pieces import HYPHEN, Page, Piece

_LABEL = re.compile(r"\W{0,2}\w{1,6}(?:[.\-]\w{1,4}){0,4}\W{0,2}")
_BLANKS = re.compile(" +")

SAME_LINE = 0.25
"""Baselines that differ by less than this share of the letter size are one line."""
WORD_SPACE = 0.17
"""A hole wider than this share of the letter size parts words (a space is 0.2 to 0.3)."""
LIKELY_SPACE = 0.15
"""The same where PDFium supposes a space; it does so inside "Co-Chairs" (A/AC.296/2026/9)."""
FIRST_HAN = "\u2e80"
HAN_SPACE = 0.9
"""Lines of Chinese are justified by holes between any two characters; a blank is as wide as one."""
APART = 3.0
"""A hole wider than this many letter sizes parts lines: no justified line is that loose."""
TAB = 9.0
"""A label such as `1.` keeps the text after it across a hole of up to this many letter sizes."""


Row = list[Piece]


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """Pieces on one baseline together, top to bottom; raised and lowered ones where they belong."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda p: (p.base, p.x0)):
        if rows:
            head = rows[-1][0]
            if piece.base - head.base <= SAME_LINE * min(piece.size, head.size):
                rows[-1].append(piece)
                continue
        rows.append([piece])
    return _settle(rows)


def _settle(rows: list[Row]) -> list[Row]:
    """Give each row of small letters (footnote numbers) to the row of text it stands on."""
    sizes = [max(piece.size for piece in row) for row in rows]
    out: list[Row] = [list(row) for row in rows]
    for n, row in enumerate(rows):
        for m in (n + 1, n - 1):
            if not 0 <= m < len(rows) or sizes[n] > 0.8 * sizes[m] or not out[m]:
                continue
            rise = (rows[m][0].base - row[0].base) / sizes[m]
            near = all(_touches(piece, rows[m]) for piece in row)
            if -0.35 <= rise <= 0.7 and near:
                # With what was given to it before.
                out[m].extend(replace(p, raised=p.raised or rise > 0) for p in out[n])
                out[n] = []
                break
    return [row for row in out if row]


def _touches(piece: Piece, row: Row) -> bool:
    return any(
        other.x0 - other.size <= piece.x1 and piece.x0 <= other.x1 + other.size for other in row
    )


def split_row(row: Row) -> list[Row]:
    """A row in the order of reading, cut where a hole is too wide for a space or a tab."""
    backwards = runs_backwards(row)
    if has_backwards(row) and all(piece.edges for piece in row):
        row = logical(row, backwards)
    else:
        row = sorted(row, key=(lambda p: -p.x1) if backwards else (lambda p: p.x0))
    parts = [[row[0]]]
    for piece in row[1:]:
        last = parts[-1][-1]
        hole = max(piece.x0 - last.x1, last.x0 - piece.x1)
        em = max(last.size, piece.size)
        if hole > APART * em:
            said = "".join(p.text for p in parts[-1] if not p.raised).strip()
            if hole > TAB * em or not _LABEL.fullmatch(said):
                parts.append([piece])
                continue
        parts[-1].append(piece)
    return parts


def join(row: Row) -> tuple[str, tuple[Run, ...]]:
    """The text of a line and its runs; single spaces between words, none at the ends."""
    text, runs = "", list[Run]()
    last: Piece | None = None
    for piece in row:
        said = piece.text.replace("\xad", "" if piece is not row[-1] else HYPHEN)
        if piece is row[-1]:
            body, end = said.rstrip(), ""
            if body.endswith(HYPHEN):
                body, end = body[:-1], "-"
            marks = "" if HYPHEN not in piece.text else "-"
            said = body.replace(HYPHEN, marks) + end
        else:
            said = said.replace(HYPHEN, "-")
        if "\xad" in piece.text:  # one that is not printed may stand between two blanks
            said = _BLANKS.sub(" ", said)
        if last is not None:
            hole = max(piece.x0 - last.x1, last.x0 - piece.x1)
            apart = parted(last, piece, hole)
            if apart and text and not text.endswith(" "):
                text += " "
        if not text or text.endswith(" "):
            said = said.lstrip()
        start, text = len(text), text + said
        runs.append(_run(piece, start, len(text)))
        last = piece
    return _merge(text.rstrip(), runs)


def _run(piece: Piece, start: int, end: int) -> Run:
    style = piece.style
    return Run(
        start,
        end,
        style.bold,
        style.italic,
        struck=piece.struck,
        underlined=piece.underlined,
        raised=piece.raised,
        size=style.size,
        recovered=piece.recovered,
    )


def parted(last: Piece, piece: Piece, hole: float) -> bool:
    """Whether a space stands between two pieces of a line that are `hole` points apart.

    A deep overlap parts too: words printed on one another are still words.
    """
    em = min(last.size, piece.size)
    if piece.space != 2 and last.text[-1:] >= FIRST_HAN and piece.text[:1] >= FIRST_HAN:
        ends = (
            unicodedata.east_asian_width(last.text[-1]),
            unicodedata.east_asian_width(piece.text[0]),
        )
        if set(ends) <= {"W", "F"}:
            return hole > HAN_SPACE * em
    likely = LIKELY_SPACE if piece.space else WORD_SPACE
    return piece.space == 2 or hole > likely * em or hole < -em


def _merge(text: str, runs: Iterable[Run]) -> tuple[str, tuple[Run, ...]]:
    """Runs without holes or blank tails; neighbours of the same style become one.

    The blank between two pieces goes with the second, but has only the marks that both have.
    """
    merged: list[Run] = []
    for run in runs:
        end = min(run.end, len(text))
        if end <= run.start:
            continue
        start = merged[-1].end if merged else 0
        if merged and start < run.start and (run.struck or run.underlined):
            struck = run.struck and merged[-1].struck
            under = run.underlined and merged[-1].underlined
            blank = replace(run, start=start, end=run.start, struck=struck, underlined=under)
            _append(merged, blank)
            start = run.start
        whole = start == run.start and end == run.end
        _append(merged, run if whole else replace(run, start=start, end=end))
    return text, tuple(merged)


def _append(merged: list[Run], run: Run) -> None:
    """Add a run, or lengthen the last one if it has the same style."""
    if merged and _look(run) == _look(merged[-1]):
        merged[-1] = replace(merged[-1], end=run.end)
    else:
        merged.append(run)


def _look(run: Run) -> tuple[object, ...]:
    return (run.bold, run.italic, run.struck, run.underlined, run.raised, run.size, run.recovered)


@dataclass(frozen=True, slots=True)
class Lines:
    """A page as lines: its text, and its tables; `line.cell` counts the tables of the page."""

    text: str
    lines: list[Line]
    tables: list[TableKey]


def lines_of(page: Page, number: int) -> Lines:
    """The text of page `number` and its lines; sideways text comes after the rest."""
    lines: list[Line] = []
    flow: list[int] = []
    tables: list[TableKey] = []
    at = 0
    for way in sorted(page.pieces):
        blocks = [Block(page.pieces[way])]
        if way == 0:
            blocks, tables = blocks_of(marked(page), page.rules, rows_of)
        laid = [rows_of(block.pieces) for block in blocks]
        for block, rows, gaps in zip(blocks, laid, gaps_of(blocks, laid), strict=True):
            first = len(lines)
            for row, gap in zip(rows, gaps, strict=True):
                for part in split_row(row):
                    text, runs = join(part)
                    if text:
                        place = Place(number, at, gap, "" if way == 0 else "sideways", block.cell)
                        lines.append(_line(text, runs, part, page, place))
                        at += len(text) + 1
            if block.column is not None:
                lines[first:] = _centred(lines[first:], own=True)
            elif block.cell is None:
                flow.extend(range(first, len(lines)))
    for n, line in zip(flow, _centred([lines[n] for n in flow]), strict=True):
        lines[n] = line
    return Lines("\n".join(line.text for line in lines), lines, tables)


class Place(NamedTuple):
    """Where a line stands in its document; the parts are those of `Line`."""

    page: int
    start: int
    gap: float
    style: str
    cell: tuple[int, int, int] | None


def _line(text: str, runs: tuple[Run, ...], part: Row, page: Page, place: Place) -> Line:
    boxes = [piece.box for piece in part]
    flat = [run for run in runs if not run.raised] or list(runs)
    sizes: dict[float, int] = {}
    for run in flat:
        sizes[run.size] = sizes.get(run.size, 0) + run.end - run.start
    return Line(
        text=text,
        page=place.page,
        start=place.start,
        left=_share(min([box[0] for box in boxes]), page.width),
        top=_share(min([box[1] for box in boxes]), page.height),
        right=_share(max([box[2] for box in boxes]), page.width),
        bottom=_share(max([box[3] for box in boxes]), page.height),
        size=max(sizes, key=sizes.__getitem__),
        gap=place.gap,
        bold=all(run.bold for run in flat),
        italic=all(run.italic for run in flat),
        style=place.style,
        runs=runs,
        cell=place.cell,
    )


def _share(value: float, whole: float) -> float:
    return round(min(max(value / whole, 0.0), 1.0), 4)


def _centred(lines: list[Line], *, own: bool = False) -> list[Line]:
    """Mark short lines that stand in the middle of the column (or, failing that, of the page).

    `own` says that the lines are all that stands in a column of a page with several.
    """
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += 0 if line.style else len(line.text)
    if not sizes:
        return lines
    # The printer's line at the foot of a US bill is the widest of the page, in small letters.
    usual = sizes.most_common(1)[0][0]
    body = [line for line in lines if not line.style and line.size == usual]
    wide = max((line.right - line.left for line in body), default=0.0)
    full = [line for line in body if line.right - line.left > 0.9 * wide]
    if wide > 0.45 or own:
        left, right = min(li.left for li in full), max(li.right for li in full)
    else:
        left, right = 0.0, 1.0
    middle = (left + right) / 2
    return [
        replace(line, centred=True)
        if not line.style
        and abs((line.left + line.right) / 2 - middle) < 0.007
        and line.left - left > 0.03
        else line
        for line in lines
    ]
