"""Several children give what one gives; limits hold for each of them."""

from __future__ import annotations

import io
import tempfile
import time
from pathlib import Path

import pytest

from tests.read import files, pdf_files
from tracker.errors import ReadError
from tracker.read import pdf_child, pdf_processes
from tracker.read.pdf import Parts, read_pdf
from tracker.read.pdf_processes import Reader

WORDS: list[files.Text] = [(72, 700, 12, "R", "Each Party keeps what it has promised.")]


def _parts(data: bytes, processes: int, deadline: float = 60) -> Parts:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        return read_pdf(
            file, len(data), "a.pdf", deadline=deadline, memory=1 << 30, processes=processes
        )


def _various(count: int) -> bytes:
    """Pages in other fonts, with lines and a table that goes on from page to page."""
    pages: list[bytes] = []
    for n in range(count):
        texts: list[files.Text] = [
            (72, 700, 9 + n % 3, "RBI"[n % 3], f"Article {n} of the harbour"),
            (72, 660, 10, "R", f"cell {n}"), (272, 660, 10, "R", "another cell"),
        ]  # fmt: skip
        level = [(60.0, y, 500.0, y) for y in (680.0, 640.0)]
        upright = [(x, 640.0, x, 680.0) for x in (60.0, 260.0, 500.0)]
        pages.append(pdf_files.drawn(texts, [*level, *upright]))
    return files.pdf(pages)


@pytest.mark.parametrize("processes", [2, 3, 7])
def test_the_same_whatever_the_number_of_processes(processes: int) -> None:
    data = _various(11)
    one = _parts(data, 1)
    assert _parts(data, processes) == one
    assert [line.cell for line in one[1] if line.cell][-1] == (0, 10, 1)


def test_recovered_fonts_are_the_same_too() -> None:
    lines = [
        "Each Party shall keep the lamps of the harbour",
        "in good order and sell none of them",
    ]
    data = pdf_files.mapped(lines, pdf_files.shifted(-29))
    assert _parts(data, 1) == _parts(data, 2)
    assert _parts(data, 2)[0] == ("\n".join(lines),)


def test_more_processes_than_pages() -> None:
    assert len(_parts(files.pdf([WORDS]), 4)[0]) == 1


def test_opened_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A long document is opened anew now and then; nothing of it changes."""
    data = _various(9)
    before = _parts(data, 1)
    short = tmp_path / "child.py"
    source = Path(pdf_child.__file__).read_text("utf-8")
    assert f"FRESH = {pdf_child.FRESH}\n" in source
    short.write_text(source.replace(f"FRESH = {pdf_child.FRESH}\n", "FRESH = 2\n"), "utf-8")
    monkeypatch.setattr(pdf_child, "__file__", str(short))
    assert _parts(data, 1) == before


@pytest.mark.shared
def test_real_documents_are_the_same_too(shared_data: Path) -> None:
    """With a recovered font, underlining, a struck passage."""
    for name in ("bbnj-2023-fr", "agreement-partxi-1994"):
        data = (shared_data / "bbnj" / f"{name}.pdf").read_bytes()
        assert _parts(data, 1) == _parts(data, 2)


def test_small_files_have_one_process() -> None:
    assert Reader(io.BytesIO(), 9_000, "a.pdf", 60, 1 << 30).processes == 1
    assert Reader(io.BytesIO(), 9_000_000, "a.pdf", 60, 1 << 30).processes <= 2


def test_every_page_puts_the_deadline_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A child that is slow but does its work is waited for; one that stops is not."""
    code = "import sys, time\nprint('{\"pages\": 3}')\nfor n in range(%d):\n    sys.stdout.flush(); time.sleep(0.4)\n    print('{}')\nsys.stdout.flush(); time.sleep(%d)"
    child = tmp_path / "child.py"
    monkeypatch.setattr(pdf_child, "__file__", str(child))
    monkeypatch.setattr(pdf_child, "PAGE_SECONDS", 5.0)
    child.write_text(code % (3, 0), encoding="utf-8")
    with tempfile.TemporaryFile() as file:
        assert list(Reader(file, 9, "a.pdf", 1.0, 1 << 30).pages()) == [b"{}"] * 3
        child.write_text(code % (0, 60), encoding="utf-8")
        start = time.monotonic()
        with pytest.raises(ReadError, match="a.pdf: reading the PDF took more than 1 s"):
            list(Reader(file, 9, "a.pdf", 1.0, 1 << 30).pages())
        assert time.monotonic() - start < 4


def test_the_memory_cap_holds_for_each_child() -> None:
    data = files.bomb(400)
    with tempfile.TemporaryFile() as file:
        file.write(data)
        with pytest.raises(ReadError, match="limit 200 MB|no text layer"):
            read_pdf(file, len(data), "a.pdf", deadline=20, memory=200 << 20, processes=2)


def test_one_page_may_not_say_too_much(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    child = tmp_path / "child.py"
    child.write_text("print('{\"pages\": 1}')\nprint('x' * 3_000_000)", encoding="utf-8")
    monkeypatch.setattr(pdf_child, "__file__", str(child))
    monkeypatch.setattr(pdf_processes, "MOST_LINE", 1 << 20)
    with tempfile.TemporaryFile() as file, pytest.raises(ReadError, match="of text; it is hostile"):
        list(Reader(file, 9, "a.pdf", 20, 1 << 30).pages())
