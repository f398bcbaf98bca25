"""Pages of PDFs as pictures: the right page, the same bytes, and nothing that harms."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.golden.make import FOLDER
from tests.read import files
from tracker.errors import ReadError
from tracker.read import pdf_image, read

WORDS: list[files.Text] = [(72, 700, 12, "R", "One two three"), (72, 680, 12, "B", "four")]
TWO = files.pdf([WORDS, [(72, 400, 12, "R", "The second page")]])


def drawn(data: bytes, number: int = 1, width: int = 480) -> Image.Image:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        made = pdf_image.picture(file, "some.pdf", number, width)
    return Image.open(io.BytesIO(made))


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """Where anything stands on white."""
    found = image.convert("L").point(lambda level: 255 if level < 128 else 0).getbbox()
    assert found is not None
    return found


def test_a_page_is_drawn_in_the_width_asked_for_and_in_its_shape() -> None:
    image = drawn(TWO, width=480)
    assert image.format == "PNG"
    assert image.size == (480, 480 * 800 // 600)
    left, top, right, bottom = ink(image)
    # 72 points from the left of 600; the baselines 700 and 680 of 800.
    assert left == pytest.approx(72 / 600 * 480, abs=2)
    assert top < (800 - 700) / 800 * image.height < bottom
    assert right < image.width / 2


def test_each_page_is_its_own() -> None:
    assert ink(drawn(TWO, 1))[1] < ink(drawn(TWO, 2))[1]


def test_the_same_page_gives_the_same_bytes() -> None:
    def once() -> bytes:
        with (FOLDER / "consolidated.pdf").open("rb") as file:
            return pdf_image.picture(file, "golden.pdf", 2, 800)

    first = once()
    assert first == once()
    assert len(first) < 100_000


def test_colours_stay_and_black_on_white_is_grey() -> None:
    red = files.pdf([b"1 0 0 rg 100 100 200 200 re f"])
    coloured = drawn(red).convert("RGB")
    assert coloured.getpixel((160, 500)) == (255, 0, 0)
    plain = drawn(TWO)
    levels = {pixel for _, pixel in plain.convert("RGB").getcolors() or ()}
    assert len(levels) <= pdf_image.GREY_LEVELS
    assert all(red == green == blue for red, green, blue in levels)
    assert (255, 255, 255) in levels


@pytest.mark.parametrize("name", ["consolidated.pdf", "pdf/columns.pdf", "pdf/arabic.pdf"])
def test_the_lines_are_those_that_the_reader_has(name: str) -> None:
    path = FOLDER / name
    reading = read(path)
    with path.open("rb") as file:
        for number, text in enumerate(reading.pages, start=1):
            sheet = pdf_image.sheet(file, reading.size, name, number)
            assert sheet.text == text
            read_here = [
                (line.text, line.start, line.top) for line in reading.lines if line.page == number
            ]
            assert [(one.text, one.start, one.top) for one in sheet.lines] == read_here
            assert read_here


def test_what_is_outlined_is_where_the_ink_is() -> None:
    with tempfile.TemporaryFile() as file:
        file.write(TWO)
        sheet = pdf_image.sheet(file, len(TWO), "some.pdf", 2)
    (line,) = sheet.lines
    image = drawn(TWO, 2, 800)
    left, top, right, bottom = ink(image)
    assert line.left * image.width == pytest.approx(left, abs=3)
    assert line.right * image.width == pytest.approx(right, abs=3)
    assert line.top * image.height <= top + 2
    assert bottom - 2 <= line.bottom * image.height


def _one_page_too_far(data: bytes) -> bytes:
    return files.pdf([WORDS])


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "no such page": _one_page_too_far,
    "noise": lambda data: bytes(range(256)) * 40,
    "truncated": lambda data: data[:200],
    "nothing": lambda data: b"",
}


@pytest.mark.parametrize("spoil", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_drawn_is_refused_in_one_line(spoil: Callable[[bytes], bytes]) -> None:
    data = spoil(TWO)
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        with pytest.raises(ReadError) as drawing:
            pdf_image.picture(file, "some.pdf", 2, 480)
        with pytest.raises(ReadError) as reading:
            pdf_image.sheet(file, len(data), "some.pdf", 2)
    for error in (drawing, reading):
        assert str(error.value).startswith("some.pdf")
        assert "\n" not in str(error.value)


def test_an_endless_page_is_drawn_smaller() -> None:
    long = files.pdf([WORDS], page_extra=b"/MediaBox [0 0 100 14400]")
    image = drawn(long, width=1600)
    assert image.width * image.height <= pdf_image.MOST_PIXELS * 1.01


def test_a_page_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_image, "SECONDS", 0.01)
    with tempfile.TemporaryFile() as file:
        file.write(TWO)
        file.flush()
        with pytest.raises(ReadError, match=r"took more than 0\.01 s"):
            pdf_image.picture(file, "some.pdf", 1, 480)


def test_the_memory_of_the_process_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_image, "MEMORY", 60 << 20)
    with tempfile.TemporaryFile() as file:
        file.write(TWO)
        file.flush()
        with pytest.raises(ReadError, match="some.pdf, page 1: PDFium"):
            pdf_image.picture(file, "some.pdf", 1, 1600)


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    many = files.pdf([WORDS] * 300)
    with tempfile.TemporaryFile() as file:
        file.write(many)
        sheet = pdf_image.sheet(file, len(many), "many.pdf", 300)
    assert sheet.text == "One two three\nfour"
