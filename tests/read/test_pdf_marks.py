"""Drawn lines: which strike through or underline words, and which belong to the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read import files, pdf_files
from tracker.read import Line, Reading, read

GOLDEN = Path(__file__).parents[1] / "golden" / "pdf"


def _read(tmp_path: Path, data: bytes) -> Reading:
    (tmp_path / "a.pdf").write_bytes(data)
    return read(tmp_path / "a.pdf")


def _marks(lines: tuple[Line, ...]) -> list[tuple[str, str]]:
    """What is marked, and how: `s` struck, `u` underlined."""
    return [
        (line.text[run.start : run.end], "s" * run.struck + "u" * run.underlined)
        for line in lines
        for run in line.runs
        if run.struck or run.underlined
    ]


# In Times-Roman of 10 points, "Party" stands there.
TEXT: files.Text = (100, 700, 10, "R", "Each Party shall keep its lamp lit")
PARTY = (122.5, 143.6)
CASES: dict[str, tuple[list[files.Text], list[pdf_files.Line], list[tuple[str, str]]]] = {
    "struck word": ([TEXT], [(PARTY[0], 702.8, PARTY[1], 702.8)], [("Party", "s")]),
    "underlined word": ([TEXT], [(PARTY[0], 698.9, PARTY[1], 698.9)], [("Party", "u")]),
    "struck and underlined": (
        [TEXT],
        [(PARTY[0], 702.8, PARTY[1], 702.8), (PARTY[0], 698.9, PARTY[1], 698.9)],
        [("Party", "su")],
    ),
    "doubly struck": (
        [TEXT],
        [(PARTY[0], 702, PARTY[1], 702), (PARTY[0], 703.6, PARTY[1], 703.6)],
        [("Party", "s")],
    ),
    "one letter": ([TEXT], [(122.5, 702.8, 128.1, 702.8)], [("P", "s")]),
    "two strokes that go on": (
        [TEXT],
        [(100, 698.9, 118.6, 698.9), (118.6, 698.9, 143.6, 698.9)],
        [("Each Party", "u")],
    ),
    "slightly slanted by a scanner": (
        [TEXT],
        [(PARTY[0], 702.8, PARTY[1], 703)],
        [("Party", "s")],
    ),
    "rule of a table below the words": ([TEXT], [(90, 698.9, 400, 698.9)], []),
    "border of a paragraph": ([TEXT], [(100, 697, 500, 697)], []),
    "cell of a table": (
        [TEXT],
        [(97, 698.9, 246, 698.9), (97, 715, 246, 715), (97, 698.9, 97, 715), (246, 698.9, 246, 715)],
        [],
    ),
    "rule above a footnote": (
        [TEXT, (100, 680, 8, "R", "A note of the clerk")],
        [(100, 690, 200, 690)],
        [],
    ),
    "line between paragraphs": ([TEXT], [(100, 707, 246, 707)], []),
    "bar of a fraction": (
        [
            (100, 700, 10, "R", "pay"),
            (122, 705.5, 10, "R", "tolls"),
            (120, 692.5, 10, "R", "lamps"),
            (150, 700, 10, "R", "a day"),
        ],
        [(119, 702.8, 143.5, 702.8)],
        [],
    ),
    "line for a signature": ([TEXT], [(300, 698.9, 400, 698.9)], []),
    "a thick bar that redacts": ([TEXT], [], []),
    "white line": ([TEXT], [], []),
}  # fmt: skip
EXTRA = {
    "a thick bar that redacts": b"121 699 24 8 re f\n",
    "white line": b"1 1 1 RG 122.5 702.8 m 143.6 702.8 l S\n",
}


@pytest.mark.parametrize("case", CASES)
def test_marks(tmp_path: Path, case: str) -> None:
    texts, lines, expected = CASES[case]
    page = pdf_files.drawn(texts, lines, EXTRA.get(case, b""))
    reading = _read(tmp_path, files.pdf([page]))
    assert _marks(reading.lines) == expected


SHAPES = {
    "thin rectangle": b"122.5 702.5 21.1 0.6 re f\n",
    "rectangle of four strokes": b"122.5 702.5 m 143.6 702.5 l 143.6 703.1 l 122.5 703.1 l h f\n",
    "stroke moved by a matrix": b"q 1 0 0 1 122.5 702.8 cm 0.5 w 0 0 m 21.1 0 l S Q\n",
    "from right to left": b"0.5 w 143.6 702.8 m 122.5 702.8 l S\n",
    "stroke in a form": b"q 1 0 0 1 100 700 cm /Fm Do Q\n",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_shapes_of_a_strike(tmp_path: Path, shape: bytes) -> None:
    form = files.stream(
        b"0.5 w 12.5 2.8 m 33.6 2.8 l S",
        b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 10 0]",
    )
    data = files.pdf(
        [files.content([TEXT]) + b"\n" + shape],
        resources=b"/XObject << /Fm 6 0 R >> /Font << /R 3 0 R >>",
        objects=[form],
    )
    assert _marks(_read(tmp_path, data).lines) == [("Party", "s")]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_marks_on_turned_pages(tmp_path: Path, turn: int) -> None:
    """A landscape table is a page that is turned when shown."""
    matrix = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 800 -60", 180: "-1 0 0 -1 600 800",
              270: "0 -1 1 0 -300 500"}[turn]  # fmt: skip
    page = f"q {matrix} cm\n".encode() + pdf_files.drawn([TEXT], [(122.5, 702.8, 143.6, 702.8)])
    reading = _read(tmp_path, files.pdf([page + b" Q"], page_extra=b"/Rotate %d" % turn))
    assert _marks(reading.lines) == [("Party", "s")]


def test_a_raised_number_in_underlined_words(tmp_path: Path) -> None:
    texts: list[files.Text] = [
        (100, 700, 10, "R", "Convention"), (145.6, 704, 6, "R", "1"), (150, 700, 10, "R", "of old"),
    ]  # fmt: skip
    page = pdf_files.drawn(texts, [(100, 698.9, 174.4, 698.9)])
    (line,) = _read(tmp_path, files.pdf([page])).lines
    assert line.text == "Convention1 of old"
    assert "".join(text for text, _ in _marks((line,))) == line.text


def test_marks_of_a_file_by_libreoffice() -> None:
    reading = read(GOLDEN / "marks.pdf")
    assert _marks(reading.lines) == [
        ("Article 4", "u"),
        ("may", "s"),
        ("shall", "u"),
        ("lit until midnight", "s"),
        ("burning all night", "u"),
        ("counts", "s"),
        ("weighs", "u"),
        ("the tally is sent to the mayor", "su"),
        ("Where a ship lies at the outer mole for longer than a week and nobody has paid for its "
         "berth, the harbour", "s"),
        ("master takes the rope and sells it on the quay.", "s"),
        ("3", "s"),
        ("4", "u"),
        ("Bay", "u"),
    ]  # fmt: skip


def test_bold_stays_on_marked_words() -> None:
    (heading,) = (line for line in read(GOLDEN / "marks.pdf").lines if line.text == "Article 4")
    assert [(run.bold, run.underlined) for run in heading.runs] == [(True, True)]


@pytest.mark.shared
def test_words_struck_in_an_approved_text(shared_data: Path) -> None:
    """The Chilean text strikes one letter of a list through, over two lines; nothing else."""
    (path,) = (shared_data / "chile-2023").glob("Texto-aprobado*.pdf")
    lines = read(path).lines
    assert [(line.page, how) for line in lines for _, how in _marks((line,))] == [(79, "s")] * 2


@pytest.mark.shared
def test_underlined_words_of_an_agreement(shared_data: Path) -> None:
    """Every preambular paragraph of the Fish Stocks Agreement begins with underlined words."""
    lines = read(shared_data / "bbnj" / "fish-stocks-agreement-1995.pdf").lines
    first = [text for text, how in _marks(lines) if how == "u"]
    assert {"Recalling", "Determined", "Resolved", "Calling", "Seeking"} <= set(first)
    headings = [line for line in lines if line.text.startswith("Article ") and line.centred]
    assert not any("s" in how for _, how in _marks(tuple(headings)))
