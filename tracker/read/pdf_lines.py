"""Pieces of text on a page → its printed lines.

In: what `pdf_child` says of one page. Out: the page's text and its `Line`s, top to bottom. Pieces
come in the order of the content stream, which is not the order of reading (Word writes the page
number first), so place alone decides: same baseline, same line; raised small figures join the line
they stand on; far apart on one baseline (the two halves of a UN cover) are lines of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from tracker.read.lines import Line, Run

HYPHEN = "\x02"
"""What PDFium gives for the hyphen at the end of a line."""

_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_TRANSLATE: dict[int, str | None] = {
    # A font without a character map gives the codes of its glyphs, shifted ones among them (the
    # headings of the French BBNJ agreement): shown by their signs, they can still be put right.
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys([*range(127, 160), 8203, 8288, 65279]),
    **{ord(space): " " for space in _SPACES},
    **{0xFB00 + n: letters for n, letters in enumerate(_LIGATURES)},
    ord(HYPHEN): HYPHEN,
    0xFFFE: HYPHEN,
}
_BOLD = re.compile(r"bold|black|heavy|demi", re.I)
_NOT_BOLD = re.compile(r"regular|light|medium|roman|book", re.I)
_ITALIC = re.compile(r"ital|obliq|kursiv|slanted|-it\b", re.I)
_LABEL = re.compile(r"\W{0,2}\w{1,6}(?:[.\-]\w{1,4}){0,4}\W{0,2}")
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18

SAME_LINE = 0.25
"""Baselines that differ by less than this share of the letter size are one line."""
WORD_SPACE = 0.17
"""A hole wider than this share of the letter size parts words (a space is 0.2 to 0.3)."""
LIKELY_SPACE = 0.15
"""The same where PDFium supposes a space; it does so inside "Co-Chairs" (A/AC.296/2026/9)."""
APART = 3.0
"""A hole wider than this many letter sizes parts lines: no justified line is that loose."""
TAB = 9.0
"""A label such as `1.` keeps the text after it across a hole of up to this many letter sizes."""


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look: size in points, and weight and slant told from the font."""

    size: float
    bold: bool
    italic: bool

    @classmethod
    def of_font(cls, name: str, size: float, weight: int, flags: int) -> Style:
        """Weight (a stem width times five, in PDFium) tells only when the name is silent."""
        heavy = weight >= 650 and not _NOT_BOLD.search(name)
        bold = bool(_BOLD.search(name)) or bool(flags & _FLAG_BOLD) or heavy
        return cls(size, bold, bool(_ITALIC.search(name)) or bool(flags & _FLAG_ITALIC))


Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one style. `x0`, `x1`, `base` run along and across the direction of writing;
    `box` is on the page as shown."""

    text: str
    style: Style
    x0: float
    x1: float
    base: float
    box: Box
    space: int
    raised: bool = False

    @property
    def size(self) -> float:
        """Letter size in points, never 0."""
        return self.style.size or 1.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page as the child tells it: pieces by direction of writing (0 is left to right)."""

    width: float
    height: float
    pieces: dict[int, list[Piece]]


def page_of(data: dict[str, object], styles: Sequence[Style]) -> Page:
    """Read one line of the child's output."""
    size, raw = data["size"], data["pieces"]
    assert isinstance(size, list) and isinstance(raw, list)
    width, height = max(float(size[0]), 1.0), max(float(size[1]), 1.0)
    pieces: dict[int, list[Piece]] = {}
    for text, style, way, x0, y0, x1, y1, x, y, space in raw:
        if x1 < 0 or y1 < 0 or x0 > width or y0 > height:
            continue  # outside what is shown or printed
        frame = ((x0, x1, y), (-y1, -y0, x), (-x1, -x0, -y), (y0, y1, -x))[way]
        clean = " ".join(text.translate(_TRANSLATE).split(" "))
        clean = re.sub(" {2,}", " ", clean)
        if not clean.strip():
            continue
        piece = Piece(clean, styles[style], *frame, (x0, y0, x1, y1), int(space))
        pieces.setdefault(way, []).append(piece)
    return Page(width, height, pieces)


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
                out[m].extend(replace(piece, raised=rise > 0) for piece in row)
                out[n] = []
                break
    return [row for row in out if row]


def _touches(piece: Piece, row: Row) -> bool:
    return any(
        other.x0 - other.size <= piece.x1 and piece.x0 <= other.x1 + other.size for other in row
    )


def _right_to_left(row: Row) -> bool:
    """Whether most letters of a row belong to a script written from the right."""
    kinds = Counter(unicodedata.bidirectional(c) for piece in row for c in piece.text)
    return kinds["R"] + kinds["AL"] > kinds["L"]


def split_row(row: Row) -> list[Row]:
    """A row in the order of writing, cut where a hole is too wide for a space or a tab."""
    backwards = _right_to_left(row)
    row = sorted(row, key=(lambda p: -p.x1) if backwards else (lambda p: p.x0))
    parts = [[row[0]]]
    for piece in row[1:]:
        last = parts[-1][-1]
        hole = last.x0 - piece.x1 if backwards else piece.x0 - last.x1
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
        if last is not None:
            hole = max(piece.x0 - last.x1, last.x0 - piece.x1)
            apart = parted(last, piece, hole)
            if apart and not text.endswith(" "):
                text += " "
        if not text or text.endswith(" "):
            said = said.lstrip()
        start, text = len(text), text + said
        style = piece.style
        runs.append(
            Run(start, len(text), style.bold, style.italic, raised=piece.raised, size=style.size)
        )
        last = piece
    return _merge(text.rstrip(), runs)


def parted(last: Piece, piece: Piece, hole: float) -> bool:
    """Whether a space stands between two pieces of a line that are `hole` points apart.

    A deep overlap parts too: words printed on one another are still words.
    """
    em = min(last.size, piece.size)
    likely = LIKELY_SPACE if piece.space else WORD_SPACE
    return piece.space == 2 or hole > likely * em or hole < -em


def _merge(text: str, runs: Iterable[Run]) -> tuple[str, tuple[Run, ...]]:
    """Runs without holes or blank tails; neighbours of the same style become one."""
    merged: list[Run] = []
    for run in runs:
        end = min(run.end, len(text))
        if end <= run.start:
            continue
        if merged and replace(run, start=0, end=0) == replace(merged[-1], start=0, end=0):
            merged[-1] = replace(merged[-1], end=end)
        else:
            merged.append(replace(run, start=merged[-1].end if merged else 0, end=end))
    return text, tuple(merged)


def lines_of(page: Page, number: int) -> tuple[str, list[Line]]:
    """The text of page `number` and its lines; sideways text comes after the rest."""
    lines: list[Line] = []
    at = 0
    for way in sorted(page.pieces):
        rows = rows_of(page.pieces[way])
        gaps = _gaps(rows)
        for row, gap in zip(rows, gaps, strict=True):
            for part in split_row(row):
                text, runs = join(part)
                if not text:
                    continue
                line = _line(text, runs, part, page)
                style = "" if way == 0 else "sideways"
                lines.append(replace(line, page=number, start=at, gap=gap, style=style))
                at += len(text) + 1
    return "\n".join(line.text for line in lines), _centred(lines)


def _line(text: str, runs: tuple[Run, ...], part: Row, page: Page) -> Line:
    boxes = [piece.box for piece in part]
    flat = [run for run in runs if not run.raised] or list(runs)
    sizes: Counter[float] = Counter()
    for run in flat:
        sizes[run.size] += run.end - run.start
    return Line(
        text=text,
        page=0,
        start=0,
        left=_share(min(box[0] for box in boxes), page.width),
        top=_share(min(box[1] for box in boxes), page.height),
        right=_share(max(box[2] for box in boxes), page.width),
        bottom=_share(max(box[3] for box in boxes), page.height),
        size=sizes.most_common(1)[0][0],
        bold=all(run.bold for run in flat),
        italic=all(run.italic for run in flat),
        runs=runs,
    )


def _share(value: float, whole: float) -> float:
    return round(min(max(value / whole, 0.0), 1.0), 4)


def _gaps(rows: Sequence[Row]) -> list[float]:
    """Empty space above each row, in lines of the row's size at the page's usual leading."""
    if not rows:
        return []
    sizes = [median(p.size for p in row if not p.raised) for row in rows]
    bases = [min(p.base for p in row if not p.raised) for row in rows]
    steps: dict[float, list[float]] = {}
    for n in range(1, len(rows)):
        step = (bases[n] - bases[n - 1]) / sizes[n]
        if sizes[n] == sizes[n - 1] and step > 0.8:
            steps.setdefault(round(step, 1), []).append(step)
    # The narrowest that is no accident: on a page of one-line paragraphs most steps are the wider
    # ones between them. No text is set wider than two lines and a half.
    enough = 0.15 * sum(map(len, steps.values()))
    usual = median(steps[min(s for s in steps if len(steps[s]) >= enough)]) if steps else 1.2
    usual = min(usual, 2.5)
    gaps = [0.0]
    for n in range(1, len(rows)):
        step = (bases[n] - bases[n - 1]) / (usual * max(sizes[n], sizes[n - 1]))
        gaps.append(round(max(step - 1, 0.0), 2))
    return gaps


def _centred(lines: list[Line]) -> list[Line]:
    """Mark short lines that stand in the middle of the column (or, failing that, of the page)."""
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
    if wide > 0.45:
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
