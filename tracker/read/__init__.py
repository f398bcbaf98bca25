"""A file → its text as pages and lines, whatever its format.

In: a path. Out: `Reading`. `read` takes the bytes once, tells the format from what they are, holds
that against the name, and gives the file to the reader of its format. Every file that cannot be
read whole and as what it says it is ends in one `ReadError`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from tracker.errors import ReadError
from tracker.read.lines import Line, Reading, Run
from tracker.read.sniff import check_kind

__all__ = ["Line", "Reading", "Run", "read"]

MOST_BYTES = 200 << 20
"""No draft is larger: the largest known, with scanned annexes, has 60 MB."""


def read(path: Path, *, deadline: float = 60.0, memory: int = 1 << 30) -> Reading:
    """Read a draft as issued.

    Args:
        deadline: seconds that a reader in a process of its own may take.
        memory: bytes of memory that such a process may take.
    Raises:
        ReadError: the file is missing, empty, damaged, encrypted, a scan, not text, hostile, or
            of another format than its name says.
    """
    name = path.name
    data = _bytes(path)
    kind = check_kind(data, name)
    pages, lines, raw = _dispatch(kind, data, name, deadline, memory)
    if not any(page.strip() for page in pages):
        raise ReadError(f"{name}: no text in the file; get the file again")
    return Reading(
        name=name,
        format=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        pages=pages,
        lines=lines,
        raw=raw,
    )


def _bytes(path: Path) -> bytes:
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise ReadError(f"{name}: a folder, not a file; name one file")
        if not path.is_file():
            what = "not a regular file" if path.exists() else "no such file"
            raise ReadError(f"{name}: {what} ({path}); check the path")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ReadError(f"{name}: cannot be read ({error.strerror}); check the file") from error
    except ValueError as error:
        raise ReadError(f"{name!r}: not a usable path ({error}); check the path") from error
    if len(data) > MOST_BYTES:
        raise ReadError(f"{name}: larger than {MOST_BYTES >> 20} MB; give the draft alone")
    if not data.strip(b" \t\r\n\v\f\0\xef\xbb\xbf"):
        what = "only blanks in it" if data else "0 bytes"
        raise ReadError(f"{name}: the file is empty ({what}); get the file again")
    return data


Parts = tuple[tuple[str, ...], tuple[Line, ...], bytes]


def _dispatch(kind: str, data: bytes, name: str, deadline: float, memory: int) -> Parts:
    """Import a reader when it is needed: lxml alone takes 40 ms to load."""
    if kind == "pdf":
        from tracker.read.pdf import read_pdf

        return *read_pdf(data, name, deadline=deadline, memory=memory), b""
    if kind == "docx":
        from tracker.read.docx import read_docx

        return *read_docx(data, name), b""
    if kind == "odt":
        from tracker.read.odt import read_odt

        return *read_odt(data, name), b""
    if kind == "html":
        from tracker.read.html import read_html

        return *read_html(data, name), b""
    if kind == "xml":
        from tracker.read.xml import read_xml

        return *read_xml(data, name), data
    from tracker.read.text import read_text

    return *read_text(data, name), b""
