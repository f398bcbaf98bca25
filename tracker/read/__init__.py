"""A file → its text as pages and lines, whatever its format.

In: a path. Out: `Reading`. `read` takes the bytes once, tells the format from what they are, holds
that against the name, and gives the file to the reader of its format. Every file that cannot be
read whole and as what it says it is ends in one `ReadError`.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from tracker.errors import ReadError
from tracker.read.lines import Line, Reading, Run
from tracker.read.sniff import check_kind

__all__ = ["Line", "Reading", "Run", "read"]

MOST_BYTES = 200 << 20
"""No draft is larger: the largest known, with scanned annexes, has 60 MB."""

MOST_MARKUP = 16 << 20
"""Of a format that is all text: the largest known, an omnibus bill, has 1 MB; a tree of XML takes
some forty times the memory of its bytes."""


def read(
    path: Path,
    *,
    deadline: float = 60.0,
    memory: int = 1 << 30,
    ocr: bool = False,
    language: str = "en",
) -> Reading:
    """Read a draft as issued.

    Args:
        deadline: seconds that a reader in a process of its own may take; every page that it has
            read gives it a little more.
        memory: bytes of memory that such a process may take.
        ocr: recognise the text of PDF pages that are pictures, with a program that must be
            installed; such text is marked (`Run.ocr`) and the reading has a warning.
        language: of that text, ISO 639-1.
    Raises:
        ReadError: the file is missing, empty, damaged, encrypted, a scan, not text, hostile, or
            of another format than its name says.
    """
    name = path.name
    data = _bytes(path)
    kind = check_kind(data, name)
    digest, size = hashlib.sha256(data).hexdigest(), len(data)
    if kind == "pdf":
        from tracker.read.pdf import read_pdf

        raw = b""
        # Its readers take it from a file, all the same bytes; here it need not stay in memory.
        with tempfile.TemporaryFile() as file:
            file.write(data)
            del data
            pages, lines, warnings = read_pdf(
                file, size, name, deadline=deadline, memory=memory, ocr=ocr, language=language
            )
    else:
        if size > MOST_MARKUP and kind not in ("docx", "odt"):
            most = MOST_MARKUP >> 20
            raise ReadError(f"{name}: {kind} of more than {most} MB; give the draft alone")
        pages, lines, warnings, raw = _dispatch(kind, data, name)
    if not any(page.strip() for page in pages):
        raise ReadError(f"{name}: no text in the file; get the file again")
    return Reading(
        name=name,
        format=kind,
        sha256=digest,
        size=size,
        pages=pages,
        lines=lines,
        raw=raw,
        warnings=warnings,
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


Parts = tuple[tuple[str, ...], tuple[Line, ...], tuple[str, ...], bytes]
"""Pages, lines, warnings and, for a format read as a tree, its bytes."""


def _dispatch(kind: str, data: bytes, name: str) -> Parts:
    """Import a reader when it is needed: lxml alone takes 40 ms to load."""
    if kind == "docx":
        from tracker.read.docx import read_docx

        return *read_docx(data, name), b""
    if kind == "odt":
        from tracker.read.odt import read_odt

        return *read_odt(data, name), b""
    if kind == "html":
        from tracker.read.html import read_html

        return *read_html(data, name), (), b""
    if kind == "xml":
        from tracker.read.xml import read_xml

        return *read_xml(data, name), (), data
    if kind == "markdown":
        from tracker.read.markdown import read_markdown

        return *read_markdown(data, name), (), b""
    if kind == "json":
        from tracker.read.articles_json import read_articles

        return *read_articles(data, name), b""
    from tracker.read.text import read_text

    return *read_text(data, name), (), b""
