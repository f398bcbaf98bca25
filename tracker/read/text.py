"""Plain text → pages (parted by form feeds) and printed lines.

In: bytes of a `.txt` or `.md`. Out: page texts, verbatim but for line ends, and lines. Only UTF-8
and UTF-16 with a byte order mark are taken: any byte is a letter in an 8-bit code, so guessing one
would put wrong letters into a treaty without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.errors import ReadError
from tracker.read.lines import Line

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
UNWRAPPED = 200
"""Columns: longer than any line that is set or typed (teleprinters end at 132), shorter than most
paragraphs of a legal text."""


def decode(data: bytes, name: str) -> str:
    """Characters of a text file, line ends as `\\n`.

    Raises:
        ReadError: not UTF-8 or UTF-16, or with control characters; names the place.
    """
    codec = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        shown = "UTF-16" if codec == "utf-16" else "UTF-8"
        raise ReadError(
            f"{name}: not {shown}: byte 0x{byte:02X} at position {error.start} (line {line}); "
            "save the file as UTF-8"
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    wrong = _CONTROL.search(text)
    if wrong:
        line = text.count("\n", 0, wrong.start()) + 1
        raise ReadError(
            f"{name}: control character U+{ord(wrong.group()):04X} in line {line}: not plain text; "
            "remove it or get the file again"
        )
    return text


def read_text(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Read plain text.

    Raises:
        ReadError: see `decode`.
    """
    pages = tuple(decode(data, name).split("\f"))
    block = unwrapped(pages)
    lines = tuple(
        line for number, page in enumerate(pages, start=1) for line in printed(page, number, block)
    )
    return pages, lines


def unwrapped(pages: tuple[str, ...]) -> bool:
    """Whether each paragraph is one long line.

    Most words of an unwrapped text stand in lines longer than any page is wide; in a wrapped one
    next to none do (a table or an address on the web may be long). So the share of characters
    in such lines is near 1 or near 0, and a quarter tells them apart.
    """
    lengths = [len(line.strip()) for page in pages for line in page.split("\n")]
    return sum(n for n in lengths if n > UNWRAPPED) > 0.25 * sum(lengths)


def printed(page: str, number: int, block: bool = False, style: str = "") -> Iterator[Line]:
    """The lines of a page of plain text; blank ones count as `gap` of the next."""
    at, gap, first = 0, 0, True
    for row in page.split("\n"):
        text = row.strip()
        if not text:
            gap += 1
        else:
            indent = len(row) - len(row.lstrip())
            columns = len(row[:indent].expandtabs(8))
            yield Line(
                text=text,
                page=number,
                start=at + indent,
                left=min(columns / 100, 1.0),
                right=min((columns + len(text)) / 100, 1.0),
                gap=0.0 if first else float(gap),
                block=block,
                style=style,
            )
            gap, first = 0, False
        at += len(row) + 1
