"""PDF → pages and lines, with PDFium kept in a process of its own.

In: the bytes of a PDF. Out: page texts and lines. Raises `ReadError` for a file that is encrypted,
truncated, a scan, unreadable, or that makes PDFium crash or take more time or memory than allowed:
the child dies then, and the run goes on.
"""

from __future__ import annotations

import json
import re
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from tracker.errors import ReadError
from tracker.read import pdf_child
from tracker.read.lines import Line
from tracker.read.pdf_lines import Style, lines_of, page_of

MOST_OUTPUT = 256 << 20
"""Bytes that the child may say; a treaty of 64 pages makes 0.3 MB."""

_WHY = {
    pdf_child.PASSWORD: "the PDF is encrypted with a password; save a copy without one",
    pdf_child.NOT_A_PDF: "the PDF is damaged, PDFium cannot open it; get the file again",
    pdf_child.TOO_MANY_PAGES: f"the PDF claims more than {pdf_child.MOST_PAGES} pages; "
    "it is damaged or hostile, get the file again",
    pdf_child.BAD_PAGE: "a page of the PDF is damaged; get the file again",
}


def read_pdf(
    data: bytes, name: str, *, deadline: float, memory: int
) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Read a PDF within `deadline` seconds and `memory` bytes of the child's address space.

    Raises:
        ReadError: see the module.
    """
    if b"%%EOF" not in data[-4096:]:
        raise ReadError(f"{name}: the PDF is truncated (no %%EOF at its end); get the file again")
    pages: list[str] = []
    lines: list[Line] = []
    styles: list[Style] = []
    scans: list[int] = []
    told = _run(data, name, deadline, memory)
    count = int(str(next(told)["pages"]))
    for number, page in enumerate(told, start=1):
        new = page["styles"]
        assert isinstance(new, list)
        styles.extend(Style.of_font(*style) for style in new)
        text, found = lines_of(page_of(page, styles), number)
        pages.append(text)
        lines.extend(found)
        if page["image"] and not text:
            scans.append(number)
    assert len(pages) == count
    _check_text(name, pages, scans)
    return tuple(pages), tuple(lines)


def _run(data: bytes, name: str, deadline: float, memory: int) -> Iterator[dict[str, object]]:
    """Start the child and yield its lines; the child is dead when this ends, however it ends."""
    end = time.monotonic() + deadline
    # A file, not a pipe: a child that does not read its input cannot make us wait.
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as complaints:
        given.write(data)
        given.seek(0)
        command = [sys.executable, "-P", pdf_child.__file__, str(memory), str(int(deadline) + 1)]
        child = subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=complaints)
        try:
            yield from _lines(child, name, end, deadline)
            code = child.wait(max(end - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            raise _late(name, deadline) from None
        finally:
            child.kill()
            child.wait()
            if child.stdout is not None:
                child.stdout.close()
        if code:
            complaints.seek(0)
            raise _failure(name, code, complaints.read()[-2000:], deadline, memory)


def _lines(
    child: subprocess.Popen[bytes], name: str, end: float, deadline: float
) -> Iterator[dict[str, object]]:
    assert child.stdout is not None
    rest, total = b"", 0
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            left = end - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise _late(name, deadline)
            block = child.stdout.read1(1 << 20)  # type: ignore[attr-defined]
            if not block:
                return
            total += len(block)
            if total > MOST_OUTPUT:
                raise ReadError(
                    f"{name}: the PDF holds more than {MOST_OUTPUT >> 20} MB of text; "
                    "it is hostile or not a draft, get the file again"
                )
            *whole, rest = (rest + block).split(b"\n")
            for line in whole:
                yield json.loads(line)


def _late(name: str, deadline: float) -> ReadError:
    return ReadError(
        f"{name}: reading the PDF took more than {deadline:g} s and was stopped; "
        "the file may be hostile, get it again or allow more time"
    )


def _failure(name: str, code: int, said: bytes, deadline: float, memory: int) -> ReadError:
    """What the end of the child means."""
    if code in _WHY:
        return ReadError(f"{name}: {_WHY[code]}")
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return _late(name, deadline)
    if code == pdf_child.OUT_OF_MEMORY or b"MemoryError" in said or code < 0:
        how = f"PDFium ended with {signal.Signals(-code).name}" if code < 0 else "out of memory"
        return ReadError(
            f"{name}: {how} (limit {memory >> 20} MB); the PDF is damaged or hostile, "
            "get the file again"
        )
    last = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return ReadError(f"{name}: the PDF reader failed with exit code {code}: {last}")


_LOST = re.compile("[\ufffd\ue000-\uf8ff\u2400-\u241f]")
_VOWEL = re.compile("[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōū]")


def _check_text(name: str, pages: list[str], scans: list[int]) -> None:
    """Refuse scans, and text layers that are not text."""
    written = sum(1 for page in pages if page)
    if not written:
        what = "only pictures of pages" if scans else "no text on any page"
        raise ReadError(f"{name}: no text layer ({what}); run OCR first and use its result")
    if len(scans) > written:
        raise ReadError(
            f"{name}: no text layer on {len(scans)} of {len(pages)} pages (first: page "
            f"{scans[0]}); run OCR first and use its result"
        )
    whole = "\n".join(pages)
    if not readable(whole):
        raise ReadError(
            f"{name}: the text layer is not readable text (its character map is broken); "
            "get another copy of the file, or print it and run OCR"
        )


def readable(text: str) -> bool:
    """Whether a text is writing, not the codes of glyphs without a character map.

    Told by the share of letters and digits among the marks, of private-use and replacement
    characters, and, in Latin script, of longer words without a vowel.
    """
    marks = [c for c in text[:200_000] if not c.isspace()]
    if not marks:
        return False
    lost = len(_LOST.findall(text[:200_000]))
    letters = sum(1 for c in marks if c.isalnum())
    if lost > 0.3 * len(marks) or (letters < 0.4 * len(marks) and len(marks) > 100):
        return False
    words = re.findall("[a-zà-öø-ÿ]{4,}", text[:200_000].lower())
    mute = sum(1 for word in words if not _VOWEL.search(word))
    return len(words) < 50 or mute < 0.5 * len(words)
