"""The same treaty in every format is the same draft: only its pages and spans differ."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.golden.make import FOLDER, draft, told
from tests.ingesters.tracing import check_traced, left_over
from tests.read.files import docx, odt, pdf
from tracker.ingesters import About, ingest
from tracker.read import read

BLOCKS = (FOLDER / "treaty.txt").read_text(encoding="utf-8").strip().split("\n\n")


def titled(block: str) -> bool:
    return block.startswith(("Article ", "Part ", "Annex "))


def paragraphs() -> list[str]:
    """The blocks of the treaty; a title's lines are paragraphs of their own."""
    return [
        one
        for block in BLOCKS
        for one in (block.split("\n") if titled(block) else [block.replace("\n", " ")])
    ]


def as_html() -> bytes:
    body = "".join(
        f"<h2>{html.escape(p)}</h2>" if titled(p) else f"<p>{html.escape(p)}</p>"
        for p in paragraphs()
    )
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def as_docx() -> bytes:
    return docx("".join(f"<w:p><w:r><w:t>{html.escape(p)}</w:t></w:r></w:p>" for p in paragraphs()))


def as_odt() -> bytes:
    return odt("".join(f"<text:p>{html.escape(p)}</text:p>" for p in paragraphs()))


def as_pdf() -> bytes:
    """Two pages with a running head, a page number, and titles in the middle, in bold."""
    pages: list[list[tuple[float, float, float, str, str]]] = []
    y = 0.0
    for block in BLOCKS:
        lines = block.split("\n")
        if not pages or y - 14 * len(lines) < 80:
            pages.append(
                [(72, 760, 9, "R", "A/TEST/1"), (300, 40, 9, "R", f"- {len(pages) + 1} -")]
            )
            y = 720.0
        bold = titled(block) or block.isupper()
        for line in lines:
            x = 300 - 2.6 * len(line) if bold else 72
            pages[-1].append((x, y, 11, "B" if bold else "R", line))
            y -= 14
        y -= 14
    return pdf(pages)


FORMATS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "HTML": ("treaty.html", as_html),
    "Word": ("treaty.docx", as_docx),
    "OpenDocument": ("treaty.odt", as_odt),
    "PDF": ("treaty.pdf", as_pdf),
}


@pytest.mark.parametrize(("name", "make"), FORMATS.values(), ids=FORMATS.keys())
def test_same_draft(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    made = ingest(read(path), About("golden", "treaty.txt", "2020-01-01"))
    check_traced(made)
    assert left_over(made) == ""
    expected = told(draft("treaty.txt"))["provisions"]
    assert told(made)["provisions"] == expected
