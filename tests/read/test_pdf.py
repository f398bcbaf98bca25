"""PDF: lines from places on the page, whatever the order in the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read import files
from tracker.read import Reading, read
from tracker.read.pdf import readable
from tracker.read.pdf_lines import join, lines_of, split_row
from tracker.read.pdf_pieces import Page, Piece, Style

ROMAN = Style(10.0, False, False)


def _read(tmp_path: Path, data: bytes) -> Reading:
    (tmp_path / "a.pdf").write_bytes(data)
    return read(tmp_path / "a.pdf")


def _texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def _full(y: float) -> files.Text:
    return (
        60,
        y,
        11,
        "R",
        "Each Party shall keep in good faith every promise that it has made, and so on",
    )


LAYOUTS: dict[str, tuple[list[files.Text], list[str]]] = {
    "page number first in the file": (
        [(300, 40, 10, "R", "- 7 -"), _full(700), (60, 686, 11, "R", "to the end.")],
        [_full(0)[4], "to the end.", "- 7 -"],
    ),
    "two halves of a cover": (
        [(60, 700, 20, "B", "General Meeting"), (400, 700, 10, "R", "Distr.: General")],
        ["General Meeting", "Distr.: General"],
    ),
    "number and tab": (
        [(60, 700, 10, "R", "1."), (100, 700, 10, "R", "Each Party acts.")],
        ["1. Each Party acts."],
    ),
    "letter in brackets and tab": (
        [(60, 700, 10, "R", "(a)"), (110, 700, 10, "R", "Acts;")],
        ["(a) Acts;"],
    ),
    "number far from its text": (
        [(60, 700, 10, "R", "40"), (460, 700, 10, "R", "Draft treaty")],
        ["40", "Draft treaty"],
    ),
    "raised note number": (
        [(60, 700, 10, "R", "Convention"), (105.6, 704, 6, "R", "1"), (110, 700, 10, "R", "and")],
        ["Convention1 and"],
    ),
    "word in two pieces": (
        [(60, 700, 10, "R", "Prom"), (82.8, 700, 10, "R", "ise")],
        ["Promise"],
    ),
    "spaces collapse": ([(60, 700, 10, "R", "  Each   Party  ")], ["Each Party"]),
    "outside the page": ([(60, 700, 10, "R", "Shown"), (60, 900, 10, "R", "Not")], ["Shown"]),
}


@pytest.mark.parametrize(("texts", "expected"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layouts(tmp_path: Path, texts: list[files.Text], expected: list[str]) -> None:
    reading = _read(tmp_path, files.pdf([texts]))
    assert _texts(reading) == expected
    assert reading.pages == ("\n".join(expected),)


def test_styles_and_places(tmp_path: Path) -> None:
    page = [
        (207, 740, 12, "B", "Article 1"),
        *(_full(712 - 13 * n) for n in range(8)),
        (60, 595, 11, "I", "Each Party"),
    ]
    reading = _read(tmp_path, files.pdf([page, page]))
    heading, first, second, last = (reading.lines[n] for n in (0, 1, 2, 9))
    assert (heading.bold, heading.centred, heading.size) == (True, True, 12.0)
    assert (first.bold, first.centred, first.size) == (False, False, 11.0)
    assert (last.italic, last.gap) == (True, 1.0)
    assert second.gap == 0.0
    assert heading.left == pytest.approx(207 / 600, abs=0.001)
    assert heading.top < heading.bottom < first.bottom < last.top < 1
    assert [line.page for line in reading.lines] == [1] * 10 + [2] * 10


def test_raised_run(tmp_path: Path) -> None:
    texts = LAYOUTS["raised note number"][0]
    line = _read(tmp_path, files.pdf([texts])).lines[0]
    assert [(line.text[r.start : r.end], r.raised) for r in line.runs] == [
        ("Convention", False),
        ("1", True),
        (" and", False),
    ]
    assert line.size == 10.0


def test_text_in_a_form_is_read(tmp_path: Path) -> None:
    form = files.stream(
        files.content([(10, 20, 10, "R", "Inside the form")]),
        b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 50 500] "
        b"/Resources << /Font << /R 3 0 R >> >>",
    )
    data = files.pdf([b"/Fm Do"], resources=b"/XObject << /Fm 6 0 R >>", objects=[form])
    (line,) = _read(tmp_path, data).lines
    assert line.text == "Inside the form"
    assert line.left == pytest.approx(60 / 600, abs=0.001)
    assert line.bottom == pytest.approx((800 - 520) / 800, abs=0.01)


TURNS = {"upright": 0, "quarter": 90, "half": 180, "three quarters": 270}


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS.keys())
def test_turned_pages_read_as_shown(tmp_path: Path, turn: int) -> None:
    """A page that is turned when shown, with text that is upright then."""
    place = {0: (1, 0, 0, 1, 60, 700), 90: (0, 1, -1, 0, 100, 60), 180: (-1, 0, 0, -1, 540, 100),
             270: (0, -1, 1, 0, 500, 740)}[turn]  # fmt: skip
    matrix = " ".join(map(str, place))
    drawn = f"BT /R 10 Tf {matrix} Tm (Upright) Tj 0 -20 Td (Below) Tj ET".encode()
    reading = _read(tmp_path, files.pdf([drawn], page_extra=b"/Rotate %d" % turn))
    assert _texts(reading) == ["Upright", "Below"]
    assert [line.style for line in reading.lines] == ["", ""]
    assert reading.lines[0].left == pytest.approx(60 / (600 if turn % 180 == 0 else 800), abs=0.01)


def test_sideways_text_comes_last(tmp_path: Path) -> None:
    drawn = b"BT /R 10 Tf 0 1 -1 0 30 100 Tm (Printer's note) Tj ET\n" + files.content([_full(50)])
    reading = _read(tmp_path, files.pdf([drawn]))
    assert [(line.text, line.style) for line in reading.lines] == [
        (_full(0)[4], ""),
        ("Printer's note", "sideways"),
    ]


def test_letter_size_from_the_matrix(tmp_path: Path) -> None:
    """Acrobat Distiller writes size 1 and puts the size into the matrix."""
    drawn = b"BT /R 1 Tf 11 0 0 11 60 700 Tm (Each Party) Tj ET"
    assert _read(tmp_path, files.pdf([drawn])).lines[0].size == 11.0


def test_page_count_that_lies(tmp_path: Path) -> None:
    data = files.pdf([[_full(700)]]).replace(b"/Count 1 ", b"/Count 100000000 ")
    assert len(_read(tmp_path, data).pages) == 1


def _piece(text: str, x0: float, x1: float, space: int = 0) -> Piece:
    return Piece(text, ROMAN, x0, x1, 100.0, (x0, 90.0, x1, 102.0), space)


JOINS = {
    "hyphen at the line's end": ([_piece("cyber\x02", 0, 30)], "cyber-"),
    "soft hyphen at the line's end": ([_piece("cyber\xad", 0, 30)], "cyber-"),
    "soft hyphen inside": ([_piece("cy\xadber", 0, 30), _piece("crime", 30, 60)], "cybercrime"),
    "hyphen before the last piece": ([_piece("Co\x02", 0, 9), _piece("Chair", 9, 40)], "Co-Chair"),
    "hole of a space": ([_piece("Each", 0, 20), _piece("Party", 22.5, 50)], "Each Party"),
    "hole of kerning": ([_piece("Ea", 0, 10), _piece("ch", 11, 20)], "Each"),
    "supposed space in a small hole": ([_piece("Co", 0, 10), _piece("-Chair", 11.2, 40, 1)],
                                       "Co-Chair"),
    "real space in a small hole": ([_piece("the", 0, 10), _piece("Party", 11, 40, 2)], "the Party"),
    "printed on one another": ([_piece("UNION", 0, 40), _piece("PARTY", 5, 45)], "UNION PARTY"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), JOINS.values(), ids=JOINS.keys())
def test_join(row: list[Piece], expected: str) -> None:
    assert join(row)[0] == expected


def test_right_to_left() -> None:
    row = [_piece("اتفاق", 10, 40), _piece("المادة", 43, 80)]
    assert [join(part)[0] for part in split_row(row)] == ["المادة اتفاق"]


READABLE = {
    "English": ("Each Party shall adopt the measures that are needed for this purpose. " * 9, True),
    "Arabic": ("تتخذ كل دولة طرف ما يلزم من تدابير تشريعية. " * 9, True),
    "private use": ("\ue021\ue022\ue023 " * 20, False),
    "replacement characters": ("\ufffd\ufffd a " * 20, False),
    "shifted codes": ("$57,&/(␃0(5 %,2/2*,48( ¶/¶ " * 9, False),
    "consonants": ("xqzt bcdf ghjkl mnpq rstv " * 20, False),
    "a short table": ("12 34.5 ; 6", True),
    "nothing": (" \n", False),
}


@pytest.mark.parametrize(("text", "expected"), READABLE.values(), ids=READABLE.keys())
def test_readable(text: str, expected: bool) -> None:
    assert readable(text) is expected


places = st.floats(0, 600).map(lambda x: round(x, 1))
words = st.text("ab \x02\xad12", min_size=1).map(lambda t: re.sub(" +", " ", t)).filter(str.strip)
pieces = st.builds(
    lambda text, x, y, size, space: Piece(
        text, Style(size, False, False), x, x + size * len(text) / 2, y,
        (x, y - size, x + size * len(text) / 2, y + 1), space,
    ),
    words, places, places, st.sampled_from([5.0, 6.0, 10.0, 12.0]), st.sampled_from([0, 1, 2]),
)  # fmt: skip


@given(st.lists(pieces, max_size=25))
def test_no_letter_is_lost_and_every_line_is_on_its_page(found: list[Piece]) -> None:
    made = lines_of(Page(600, 800, {0: found}), 3)
    text, lines = made.text, made.lines
    for line in lines:
        assert text[line.start : line.start + len(line.text)] == line.text
        assert line.page == 3
        assert line.text == " ".join(line.text.split())
        assert "".join(line.text[run.start : run.end] for run in line.runs) == line.text
    kept = sorted(c for c in text if c in "ab12")
    assert kept == sorted(c for piece in found for c in piece.text if c in "ab12")
