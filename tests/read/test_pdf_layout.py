"""Columns and tables: read as they are meant, and nothing else taken for them."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.pdf import make
from tests.read import files, pdf_files
from tracker.read import Reading, read
from tracker.read.pdf_columns import bands_of
from tracker.read.pdf_grid import grids_of
from tracker.read.pdf_lines import rows_of
from tracker.read.pdf_pieces import Piece, Rule, Style

GOLDEN = Path(__file__).parents[1] / "golden" / "pdf"
PROSE = "the keeper of the lamp walks to the harbour every night and comes home at dawn with oil "


def _read(tmp_path: Path, data: bytes) -> Reading:
    (tmp_path / "a.pdf").write_bytes(data)
    return read(tmp_path / "a.pdf")


def _texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def _column(x: float, letters: int, lines: int, name: str, y: float = 700) -> list[files.Text]:
    """Lines of prose that begin at x; each says which column and line it is."""
    found: list[files.Text] = []
    for n in range(lines):
        text = f"{name}{n} " + (PROSE * 3)[n * 7 : n * 7 + letters].strip()
        found.append((x, y - 12 * n, 10, "R", text[:letters].strip()))
    return found


def _order(texts: list[str]) -> str:
    """The names of columns in the order of reading, repeats left out."""
    out = ""
    for text in texts:
        out += text[0] if not out.endswith(text[0]) else ""
    return out


def test_two_columns(tmp_path: Path) -> None:
    left, right = _column(60, 50, 12, "a"), _column(310, 50, 12, "b")
    mixed = [text for pair in zip(left, right, strict=True) for text in pair]
    reading = _read(tmp_path, files.pdf([mixed]))
    assert _texts(reading) == [text[4] for text in (*left, *right)]
    assert reading.lines[12].gap == 0.0  # the second column goes on with the text of the first


def test_columns_that_do_not_stand_on_one_line(tmp_path: Path) -> None:
    page = [*_column(310, 50, 14, "b", y=705), *_column(60, 50, 12, "a")]
    assert _order(_texts(_read(tmp_path, files.pdf([page])))) == "ab"


def test_three_columns(tmp_path: Path) -> None:
    page = [*_column(40, 34, 12, "a"), *_column(220, 34, 12, "b"), *_column(400, 34, 12, "c")]
    assert _order(_texts(_read(tmp_path, files.pdf([page])))) == "abc"


def test_a_treaty_in_two_languages(tmp_path: Path) -> None:
    """Paragraphs stand beside one another, and each language is read through."""
    page: list[files.Text] = []
    for n in range(3):
        page += _column(60, 50, 5, "a", y=720 - 90 * n) + _column(310, 50, 5, "b", y=720 - 90 * n)
    assert _order(_texts(_read(tmp_path, files.pdf([page])))) == "ab"


def test_whole_lines_above_between_and_below_columns(tmp_path: Path) -> None:
    wide = PROSE + "x"
    page: list[files.Text] = [
        (60, 740, 10, "R", "h " + wide),
        *_column(60, 50, 8, "a"), *_column(310, 50, 8, "b"),
        (60, 590, 10, "R", "m " + wide),
        *_column(60, 50, 8, "c", y=570), *_column(310, 50, 8, "d", y=570),
        (60, 460, 10, "R", "f " + wide),
    ]  # fmt: skip
    assert _order(_texts(_read(tmp_path, files.pdf([page])))) == "habmcdf"


def _listed(labels: list[str], x: float, texts: list[str], y: float = 700) -> list[files.Text]:
    page: list[files.Text] = []
    for n, (label, text) in enumerate(zip(labels, texts, strict=True)):
        page += [(60, y - 12 * n, 10, "R", label), (x, y - 12 * n, 10, "R", text)]
    return page


LONG = [(PROSE * 2)[n * 5 : n * 5 + 70].strip() for n in range(12)]
ONE_COLUMN: dict[str, list[files.Text]] = {
    "hanging numbers": _listed([f"{n}." for n in range(1, 13)], 90, LONG),
    "letters in brackets after a tab": _listed([f"({c})" for c in "abcdefghijkl"], 110, LONG),
    "numbers of lines in the margin": _listed([str(n) for n in range(1, 13)], 84, LONG),
    "contents with page numbers": _listed([text[:44] for text in LONG], 500, [str(n * 3) for n in range(12)]),
    "amounts at the right margin": _listed([text[:50] for text in LONG], 480, [f"{n},250.00" for n in range(12)]),
    "symbols and what they stand for": [
        *((60, 700 - 36 * n, 10, "R", f"A/{n}/HARBOUR/CRP.{n}") for n in range(8)),
        *((210, 700 - 12 * n, 10, "R", LONG[n % 12][:64]) for n in range(24)),
    ],
    "terms and definitions": [
        *((60, 700 - 48 * n, 10, "B", f"lamp keeper {n}") for n in range(5)),
        *((180, 700 - 12 * n, 10, "R", LONG[n % 12]) for n in range(20)),
    ],
    "two signatures": _listed(["For the town of Alder:"] * 3, 330, ["For the town of Birch:"] * 3),
    "loose blanks": [(60, 700 - 12 * n, 10, "R", LONG[n].replace(" ", "  ")) for n in range(12)],
}  # fmt: skip


@pytest.mark.parametrize("page", ONE_COLUMN.values(), ids=ONE_COLUMN.keys())
def test_what_is_no_column(tmp_path: Path, page: list[files.Text]) -> None:
    """Line after line, from the left: the tops of the lines never go back."""
    reading = _read(tmp_path, files.pdf([page]))
    tops = [(line.top, line.left) for line in reading.lines]
    assert tops == sorted(tops)
    assert all(line.cell is None for line in reading.lines)


def _grid(xs: list[float], ys: list[float]) -> list[pdf_files.Line]:
    return [(x, ys[0], x, ys[-1]) for x in xs] + [(xs[0], y, xs[-1], y) for y in ys]


def test_a_drawn_table(tmp_path: Path) -> None:
    texts: list[files.Text] = [
        (60, 760, 10, "R", "Before the table"),
        (62, 700, 10, "R", "The first house"), (62, 688, 10, "R", "has two lines"),
        (202, 700, 10, "R", "The second has one"),
        (62, 660, 10, "R", "1"), (202, 660, 10, "R", "one"),
        (60, 600, 10, "R", "After the table"),
    ]  # fmt: skip
    page = pdf_files.drawn(texts, _grid([58, 198, 400], [715, 675, 640]))
    lines = _read(tmp_path, files.pdf([page])).lines
    assert [(line.text, line.cell) for line in lines] == [
        ("Before the table", None),
        ("The first house", (0, 0, 0)),
        ("has two lines", (0, 0, 0)),
        ("The second has one", (0, 0, 1)),
        ("1", (0, 1, 0)),
        ("one", (0, 1, 1)),
        ("After the table", None),
    ]


FRAMES = {
    "a frame around words": _grid([58, 400], [715, 640]),
    "a frame of two fields below one another": _grid([58, 400], [715, 672, 640]),
    "two rules": [(58.0, 715.0, 400.0, 715.0), (58.0, 640.0, 400.0, 640.0)],
}


@pytest.mark.parametrize("lines", FRAMES.values(), ids=FRAMES.keys())
def test_what_is_no_table(tmp_path: Path, lines: list[pdf_files.Line]) -> None:
    texts: list[files.Text] = [(62, 700, 10, "R", "The first"), (62, 660, 10, "R", "The second")]
    reading = _read(tmp_path, files.pdf([pdf_files.drawn(texts, lines)]))
    assert [(line.text, line.cell) for line in reading.lines] == [
        ("The first", None),
        ("The second", None),
    ]


def _cells(name: str) -> dict[tuple[int, int, int], str]:
    found: dict[tuple[int, int, int], list[str]] = {}
    for line in read(GOLDEN / f"{name}.pdf").lines:
        if line.cell is not None:
            found.setdefault(line.cell, []).append(line.text)
    return {cell: " ".join(texts) for cell, texts in found.items()}


def _plain(cell: str) -> str:
    """A cell of the golden table without its mark-up."""
    return " ".join(
        cell.removeprefix("<2").replace("{u|", "").replace("{s|", "").replace("}", "").split()
    )


@pytest.mark.parametrize("name", ["trilogue", "bare"])
def test_four_columns_over_two_pages(name: str) -> None:
    """Each cell's lines together, row by row; a cell of two columns; with lines and without."""
    rows = make.TRILOGUE if name == "trilogue" else make.TRILOGUE[:9]
    expected = {
        (0, row, column): _plain(cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell
    }
    if name == "trilogue":
        expected[0, 15, 3] = expected.pop((0, 15, 2))
    assert _cells(name) == expected


def test_marks_in_cells() -> None:
    struck = [
        (line.text[run.start : run.end], line.cell and line.cell[2])
        for line in read(GOLDEN / "trilogue.pdf").lines
        for run in line.runs
        if run.struck
    ]
    assert struck == [("twice", 3)] * 11


def _tables_below_one_another(tables: int) -> list[Piece]:
    """Tables of three rows and three columns without drawn lines, a long line below each."""
    found: list[Piece] = []

    def put(x0: float, x1: float, y: float) -> None:
        found.append(Piece("w", Style(10, False, False), x0, x1, y, (x0, y - 8, x1, y + 2), 0))

    y = 0.0
    for _ in range(tables):
        for _ in range(3):
            for _ in range(2):
                y += 12
                for column in range(3):
                    put(100.0 * column, 100.0 * column + 60, y)
            y += 12
        y += 24
        put(0, 400, y)
    return found


def _columns_below_one_another(stretches: int) -> list[Piece]:
    """Two columns of six lines, two long lines below each stretch."""
    found: list[Piece] = []
    for n in range(8 * stretches):
        y, long = 12.0 * n, n % 8 > 5
        for x0, x1 in [(0, 420)] if long else [(0, 200), (220, 420)]:
            found.append(Piece("w", Style(10, False, False), x0, x1, y, (x0, y - 8, x1, y + 2), 0))
    return found


@pytest.mark.parametrize("make_pieces", [_tables_below_one_another, _columns_below_one_another])
def test_many_stretches_on_a_page(make_pieces: Callable[[int], list[Piece]]) -> None:
    pieces = make_pieces(2000)
    started = time.process_time()
    bands = bands_of(pieces, rows_of)
    assert time.process_time() - started < 15
    assert len(bands) > 40
    said = [id(piece) for band in bands for piece in band.pieces]
    assert sorted(said) == sorted(map(id, pieces))
    few = bands_of(make_pieces(3), rows_of)
    kinds = [(band.cell is not None, band.column) for band in few]
    whole, left, right = (False, None), (False, 0), (False, 1)
    tables = ([(True, None)] * 9 + [whole]) * 3
    assert kinds in (tables, [left, right, whole] * 3)


def test_columns_of_a_file_by_libreoffice() -> None:
    reading = read(GOLDEN / "columns.pdf")
    said = " ".join(_texts(reading))
    assert [said.index(f"Article {n}") for n in range(1, 5)] == sorted(
        said.index(f"Article {n}") for n in range(1, 5)
    )
    assert said.index("before the columns begin") < said.index("Article 1")
    assert said.index("Article 4") < said.index("A closing that runs")
    assert " ".join(said.split()).count("keeps a boat ready and lets nobody wait for it.") == 40
    assert all(line.centred for line in reading.lines if line.text.startswith("Article "))


coordinates = st.floats(0, 600).map(lambda x: round(x, 2))
rules = st.one_of(
    st.builds(lambda x, a, b: Rule(x, min(a, b), x, max(a, b), 0.5), coordinates, coordinates, coordinates),
    st.builds(lambda y, a, b: Rule(min(a, b), y, max(a, b), y, 0.5), coordinates, coordinates, coordinates),
)  # fmt: skip


@given(st.lists(rules, max_size=30), coordinates, coordinates)
def test_every_place_lies_in_one_cell_at_most(drawn: list[Rule], x: float, y: float) -> None:
    for grid in grids_of(drawn):
        cell = grid.cell(x, y)
        if cell is not None:
            assert 0 <= cell[0] < grid.rows
            assert 0 <= cell[1] < len(grid.xs) - 1
            assert cell in grid.fields
