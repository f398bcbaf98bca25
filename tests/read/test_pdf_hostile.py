"""PDFs that are damaged, hostile, or change while they are read: one line, or the text."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.read import files, pdf_files
from tracker.errors import ReadError
from tracker.read import Reading, pdf_child, read
from tracker.read.pdf import read_pdf

WORDS: list[files.Text] = [(72, 700, 12, "R", "Each Party keeps what it has promised.")]
PDF = files.pdf([WORDS])


def _read(tmp_path: Path, data: bytes, memory: int = 300 << 20) -> Reading:
    (tmp_path / "a.pdf").write_bytes(data)
    return read(tmp_path / "a.pdf", memory=memory, deadline=20)


def _cyclic() -> bytes:
    """The tree of pages leads back to its root, beside a page."""
    return PDF.replace(b"/Kids [6 0 R] /Count 1 ", b"/Kids [2 0 R 2 0 R 6 0 R] /Count 9 ")


def _cyclic_form() -> bytes:
    form = files.stream(
        b"BT /R 9 Tf 9 700 Td (Round) Tj ET /Fm Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] "
        b"/Resources << /Font << /R 3 0 R >> /XObject << /Fm 6 0 R >> >>",
    )
    return files.pdf([b"/Fm Do"], resources=b"/XObject << /Fm 6 0 R >>", objects=[form])


def _many_rules() -> bytes:
    """A page of 40,000 strokes over words: a drawing, read as words."""
    strokes = b"".join(b"%d %d m 590 %d l S\n" % (n % 500, n % 790, n % 790) for n in range(40_000))
    return files.pdf([files.content(WORDS) + b"\n0.1 w\n" + strokes])


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "cycle in the page tree": (_cyclic, "a page of the PDF is damaged"),
    "page count of 20,000": (
        lambda: files.pdf([WORDS] * 20_000), f"claims more than {pdf_child.MOST_PAGES} pages",
    ),
    "text bomb": (lambda: pdf_files.text_bomb(2), "limit 300 MB"),
    "deep text bomb": (lambda: pdf_files.text_bomb(5), "limit 300 MB|more than"),
    "double Flate bomb": (lambda: files.bomb(600), "limit 300 MB|no text layer"),
    "page tree 5,000 deep": (lambda: pdf_files.deep_tree(5_000), "damaged|no text|PDFium"),
    "object table of zeros": (
        lambda: PDF[: PDF.index(b"1 0 obj")] + bytes(len(PDF)) + b"\n%%EOF", "damaged",
    ),
    "nothing but pages without an end": (
        lambda: PDF[: PDF.index(b"trailer")] + b"trailer <<>>\n%%EOF", "damaged|no text",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("made", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(tmp_path: Path, made: Callable[[], bytes], why: str) -> None:
    start = time.monotonic()
    with pytest.raises(ReadError, match=f"^a.pdf: .*({why})") as caught:
        _read(tmp_path, made())
    assert "\n" not in str(caught.value)
    assert time.monotonic() - start < 20


def test_a_text_bomb_is_small() -> None:
    assert len(pdf_files.text_bomb(5)) < 62_000


READ: dict[str, tuple[Callable[[], bytes], str]] = {
    "page count of 100,000,000": (
        lambda: PDF.replace(b"/Count 1 ", b"/Count 100000000 "), "Each Party",
    ),
    "form that shows itself": (_cyclic_form, "Round"),
    "40,000 strokes": (_many_rules, "Each Party"),
    "bytes before the header": (lambda: b"\n" * 20 + PDF, "Each Party"),
}  # fmt: skip


@pytest.mark.parametrize(("made", "words"), READ.values(), ids=READ.keys())
def test_read_all_the_same(tmp_path: Path, made: Callable[[], bytes], words: str) -> None:
    reading = _read(tmp_path, made())
    assert words in "\n".join(reading.pages)
    assert len(reading.pages) < 10


CONTROL = {
    "control characters": "Each\x01Party\x07keeps\x1b[2Jits\x00lamps\x7f\x9b",
    "noncharacters": "Each Party\uffff keeps\ufdd0 its\ufffe lamps",
    "marks of direction": "Each\u202e Party\u2066 keeps\u200f its lamps",
}


@pytest.mark.parametrize("text", CONTROL.values(), ids=CONTROL.keys())
def test_no_control_character_gets_through(tmp_path: Path, text: str) -> None:
    """As a character map can say anything; no line feed within a line, no tab either."""
    lines = [text, "Each Party keeps its lamps and shall not sell any of them to the other"]
    reading = _read(tmp_path, pdf_files.mapped(lines, str))
    for page in reading.pages:
        assert not [c for c in page if ord(c) < 0x20 and c != "\n"]
        assert not [c for c in page if 0x7F <= ord(c) < 0xA0 or c in "\ufffe\uffff\u202e\u2066"]
    assert "Each" in reading.pages[0]


def _tried(tmp_path: Path, data: bytes) -> tuple[Reading | None, str]:
    """What was read, or what was said instead."""
    try:
        return _read(tmp_path, data), ""
    except ReadError as error:
        return None, str(error)


def test_random_changes_of_bytes(tmp_path: Path) -> None:
    """2,000 changes, 25 in each of 80 files: the text, or one line; never a crash of ours."""
    chance = random.Random(2_000)
    sheet: list[files.Text] = [(50.0, 700.0 - 14 * n, 12.0, "R", WORDS[0][4]) for n in range(40)]
    whole = files.pdf([sheet] * 12)
    good = 0
    for _ in range(80):
        data = bytearray(whole)
        for _ in range(25):
            data[chance.randrange(9, len(data) - 8)] = chance.randrange(256)
        reading, said = _tried(tmp_path, bytes(data))
        assert "\n" not in said
        if reading is not None:
            good += 1
            for line in reading.lines:
                page = reading.pages[line.page - 1]
                assert page[line.start : line.start + len(line.text)] == line.text
    assert 0 < good < 80


def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes are read once: what they hash to is what was read."""
    path = tmp_path / "a.pdf"
    path.write_bytes(PDF)
    before = read(path)

    def change(*args: object, **options: object) -> object:
        path.write_bytes(files.pdf([[(72, 700, 12, "R", "Another text")]]))
        return read_pdf(*args, **options)

    monkeypatch.setattr("tracker.read.pdf.read_pdf", change)
    assert read(path) == before
    assert path.read_bytes() != PDF


SCANS: dict[str, tuple[list[list[files.Text] | None], str]] = {
    "one page of three": ([WORDS, None, WORDS], "page 2 is a picture (a scan)"),
    "a run of pages": (
        [WORDS, WORDS, WORDS, None, None, WORDS, None],
        "pages 4-5, 7 are pictures (scans)",
    ),
}


@pytest.mark.parametrize(("pages", "why"), SCANS.values(), ids=SCANS.keys())
def test_pages_that_are_pictures_are_named(
    tmp_path: Path, pages: list[list[files.Text] | None], why: str
) -> None:
    (warning,) = _read(tmp_path, pdf_files.partly_scanned(pages)).warnings
    assert warning.startswith(why)
    assert warning.endswith("read the file with --ocr")


def test_a_stamp_on_a_picture_is_no_text_of_it(tmp_path: Path) -> None:
    stamp = pdf_files.FULL_PICTURE + files.content([(500, 20, 9, "R", "Page 2")])
    data = pdf_files.partly_scanned([WORDS, None, WORDS]).replace(
        files.stream(pdf_files.FULL_PICTURE), files.stream(stamp)
    )
    (warning,) = _read(tmp_path, data).warnings
    assert warning.startswith("page 2 is a picture (a scan): what is printed there was not read")


def test_mostly_pictures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no text layer on 2 of 3 pages \(first: page 1\).*OCR"):
        _read(tmp_path, pdf_files.partly_scanned([None, WORDS, None]))


def test_a_picture_beside_text_is_none_of_it(tmp_path: Path) -> None:
    page = pdf_files.FULL_PICTURE + files.content(
        [(72, 700 - 14 * n, *WORDS[0][2:]) for n in range(9)]
    )
    data = files.pdf(
        [page],
        resources=b"/XObject << /Im 6 0 R >> /Font << /R 3 0 R >>",
        objects=[pdf_files.IMAGE],
    )
    assert _read(tmp_path, data).warnings == ()


def test_letters_without_a_size(tmp_path: Path) -> None:
    """A damaged text matrix makes letters of no height: read, not divided by."""
    path = tmp_path / "a.pdf"
    lines: list[files.Text] = [
        (72, 700, 0, "R", "Each Party"), (72, 650, 0, "R", "keeps"), (72, 600, 12, "R", "its word."),
    ]  # fmt: skip
    path.write_bytes(files.pdf([lines]))
    assert "its word." in read(path).pages[0]
