"""Files to take away: a draft, two drafts compared.

In: what the store holds. Out: the bytes of a file in one of the formats below, the same whenever
they are asked for. Each is made whole before any of it is sent. Every file says what it was made
from, with hashes, and says so at its top where a text is not the official one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tracker.export.as_csv import plain_csv, spreadsheet_csv
from tracker.export.as_html import comparison_html
from tracker.export.as_json import comparison_json
from tracker.export.as_sentences import sentences_csv
from tracker.export.as_text import draft_text
from tracker.export.as_xml import draft_xml
from tracker.store.records.exports import Compared, Kept

__all__ = ["COMPARISONS", "DRAFTS", "Format", "file_name"]

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Format(Generic[What]):
    """A format: the ending of its files, their media type, and what makes one."""

    ending: str
    media_type: str
    make: Callable[[What], bytes]


def _word(compared: Compared) -> bytes:
    from tracker.export.as_word import comparison_word

    return comparison_word(compared)


def _pdf(compared: Compared) -> bytes:
    # The fonts and the shaping of letters take time to load, which only these files need.
    from tracker.export.as_pdf import comparison_pdf

    return comparison_pdf(compared)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

COMPARISONS: dict[str, Format[Compared]] = {
    one.ending: one
    for one in (
        Format("docx", _WORD, _word),
        Format("pdf", "application/pdf", _pdf),
        Format("html", "text/html; charset=utf-8", comparison_html),
        Format("json", "application/json", comparison_json),
        Format("csv", "text/csv; charset=utf-8", plain_csv),
        Format("spreadsheet.csv", "text/csv; charset=utf-8", spreadsheet_csv),
        Format("sentences.csv", "text/csv; charset=utf-8", sentences_csv),
    )
}
"""The formats of a comparison, by the ending of their files."""

DRAFTS: dict[str, Format[Kept]] = {
    one.ending: one
    for one in (
        Format("xml", "application/akn+xml", draft_xml),
        Format("txt", "text/plain; charset=utf-8", draft_text),
    )
}
"""The formats of a draft, by the ending of their files."""

_LONGEST = 200
"""Bytes of a name without its ending; file systems take 255."""


def file_name(parts: Iterable[str], ending: str) -> str:
    """A name for a file that no system minds: letters and digits of any script, dots, hyphens.

    >>> file_name(["moon", 'M/1 "x"', "../é"], "docx")
    'moon-M_1_x-é.docx'
    """
    said = (unicodedata.normalize("NFC", one) for one in parts)
    safe = (re.sub(r"[^\w.-]+|\.(?=\.)", "_", one).strip("._-") for one in said)
    name = "-".join(one for one in safe if one).encode()[:_LONGEST].decode("utf-8", "ignore")
    return f"{name.rstrip('._-') or 'file'}.{ending}"
