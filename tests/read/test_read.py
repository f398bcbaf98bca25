"""The one entry: kinds told by content, hash and size of exactly the bytes read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import tracker.read
from tests.read import files
from tracker.errors import ReadError
from tracker.read import read

PDF = files.pdf([[(72, 700, 12, "R", "Each Party acts.")]])
DOCX = files.docx("<w:p><w:r><w:t>Each Party acts.</w:t></w:r></w:p>")
ODT = files.odt("<text:p>Each Party acts.</text:p>")
KINDS = {
    "PDF": ("a.pdf", PDF, "pdf"),
    "PDF after some mail header": ("a.pdf", b"X-Mail: 1\n" + PDF, "pdf"),
    "PDF without a suffix": ("draft", PDF, "pdf"),
    "Word": ("a.docx", DOCX, "docx"),
    "Word, capitals": ("A.DOCX", DOCX, "docx"),
    "OpenDocument": ("a.odt", ODT, "odt"),
    "HTML": ("a.html", b"<!DOCTYPE html><p>Each Party acts.</p>", "html"),
    "XHTML": ("a.htm", b'<?xml version="1.0"?><html><p>Each Party acts.</p></html>', "html"),
    "HTML without tags at its head": ("a.htm", b"Each Party acts.", "html"),
    "XML": ("a.xml", b"<act>Each Party acts.</act>", "xml"),
    "text": ("a.txt", b"Each Party acts.", "text"),
    "text with an angle at its head": ("a.txt", b"<note> Each Party acts.", "text"),
    "Markdown": ("a.md", b"# Each Party acts.", "markdown"),
    "text of another suffix": ("a.draft", b"Each Party acts.", "text"),
}


@pytest.mark.parametrize(("name", "data", "kind"), KINDS.values(), ids=KINDS.keys())
def test_kinds(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(data)
    reading = read(tmp_path / name)
    assert (reading.name, reading.format) == (name, kind)
    assert (reading.sha256, reading.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert "Each Party acts." in reading.pages[0]
    assert read(tmp_path / name) == reading


@pytest.mark.parametrize("place", range(0, 4000, 160))
def test_changed_bytes_never_crash(tmp_path: Path, place: int) -> None:
    """A damaged file is read or refused; nothing else happens."""
    for name, good in (("a.pdf", PDF), ("a.docx", DOCX), ("a.odt", ODT)):
        data = bytearray(good)
        data[place % len(data)] ^= 0x55
        (tmp_path / name).write_bytes(data)
        try:
            reading = read(tmp_path / name)
        except ReadError as error:
            assert str(error).startswith(name)  # noqa: PT017
        else:
            assert all(
                reading.pages[li.page - 1][li.start : li.start + len(li.text)] == li.text
                for li in reading.lines
            )


@pytest.mark.parametrize(
    ("name", "begins"), [("a.xml", b"<a>"), ("a.html", b"<p>"), ("a.txt", b"x"), ("a.md", b"# x\n")]
)
def test_text_too_large_for_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, begins: bytes
) -> None:
    monkeypatch.setattr(tracker.read, "MOST_MARKUP", 1 << 20)
    path = tmp_path / name
    path.write_bytes(begins + b"word " * (1 << 18))
    with pytest.raises(ReadError, match=r"of more than 1 MB; give the draft alone"):
        read(path)
