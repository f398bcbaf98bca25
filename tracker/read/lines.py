"""What every reader gives: the lines of a file, with where each stands.

In: nothing. Out: `Line`, `Run` and `Reading`, which the readers of this package fill and the
ingesters take. A reader only reads: it does not know articles, and throws nothing away.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch `line.text[start:end]` in one style.

    `change` is what a word processor tracked: `inserted` and `moved-here` (which are underlined
    too), `deleted` and `moved-away` (which are struck too, and underlined only if they had been
    inserted before, and so are in neither text), with `by` and `date` as the file says.
    `recovered` says that the letters were recovered from a broken character map, `ocr` that they
    were recognised in a picture. `begins` says that in the text before the changes a paragraph,
    or a line of one, begins here: the end of the one above was deleted, so that both are one line
    now; `continues` that there the one above goes on here, whose end is new. `counted` is `before`
    or `after` for an automatic number that the changes made another: it belongs to that text
    alone, and the other number stands beside it.
    """

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    raised: bool = False
    size: float = 0.0
    change: str = ""
    by: str = ""
    date: str = ""
    recovered: bool = False
    ocr: bool = False
    begins: bool = False
    continues: bool = False
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one paragraph of a format that has no lines (`block` is then True).

    `text` is `reading.pages[page - 1][start : start + len(text)]`, to the letter. Positions are
    shares of the page's width and height, 0 to 1, measured from the top left; `left` and `right`
    of a plain text are columns divided by 100, its `top` and `bottom` are 0. `size` is the
    commonest font size in points, 0 if unknown. `gap` is the empty space above in lines (0 for
    the next line of running text, 1 for one blank line). `style` is the format's own name for the
    paragraph (`h2`, `Heading 1`), `region` is `footnote`, `header`, `footer`, `table` or `comment`
    (a remark in the margin, of which the runs say by whom and when) where the format itself says
    so; a text box is in the region of its paragraph, after it. `cell` is the table, row and column
    that it stands in, each counted from 0 (tables through the whole file). `glued` says that the
    line goes on on the printed line of the one before, from which something was taken out.
    """

    text: str
    page: int
    start: int
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    gap: float = 0.0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    block: bool = False
    style: str = ""
    region: str = ""
    runs: tuple[Run, ...] = ()
    cell: tuple[int, int, int] | None = None
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: its format, its bytes' SHA-256 and number, its pages and its lines.

    `pages[n]` is the whole text of page n + 1; every line's text stands in it. `raw` is the file's
    XML for formats that an ingester reads as a tree, else `b""`. `warnings` are sentences about
    what the reader could not be sure of: pages without text, recovered fonts.
    """

    name: str
    format: str
    sha256: str
    size: int
    pages: tuple[str, ...]
    lines: tuple[Line, ...]
    raw: bytes = b""
    warnings: tuple[str, ...] = ()
