"""The bytes of files that drafts were read from, so that a page of one can be shown.

In: the bytes of a file that has pages, which is a PDF. Out: the same bytes, held against their
hash. A viewer does not need the folder that a draft was once read from, and shows the very file
whose hash it prints. A UN document has about 1 MB, so a negotiation of ten rounds makes its
database 10 MB larger; a file of more than `MOST_BYTES` is not kept, and its pages are not shown.
Files are kept by their hash: several drafts out of one file keep it once, and what no draft is read
from any more goes by itself (triggers of the table). Nothing else depends on them: no fingerprint
is made of them, and a `Draft` that is read back does not hold them.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict

from tracker.errors import StoreError
from tracker.model import Furniture
from tracker.store.records import DraftRow
from tracker.store.records.source_files import Passage, SourcePage, SourcePages, Words
from tracker.store.rows import sources

FORMATS = ("pdf",)
"""Formats of files that have pages to show."""

MOST_BYTES = 32 << 20
"""Of one file. Text with pictures has a few MB; what has more is scanned annexes."""


def has_pages(format: str, size: int) -> bool:
    """Whether a file of this format and size is kept.

    >>> has_pages("pdf", 1 << 20), has_pages("pdf", 1 << 30), has_pages("docx", 5)
    (True, False, False)
    """
    return format in FORMATS and size <= MOST_BYTES


def is_kept(conn: sqlite3.Connection, sha256: str) -> bool:
    """Whether the file with this hash is there."""
    found = conn.execute("SELECT 1 FROM source_files WHERE sha256 = ?", (sha256,))
    return found.fetchone() is not None


def keep(conn: sqlite3.Connection, sha256: str, content: bytes) -> None:
    """Write a file from which a stored draft is read.

    Raises:
        StoreError: it has another hash, or no draft is read from it.
    """
    if hashlib.sha256(content).hexdigest() != sha256:
        raise StoreError(f"the file to keep has another hash than {sha256}; read it again")
    known = "SELECT 1 FROM sources WHERE sha256 = ? AND current = 1"
    if conn.execute(known, (sha256,)).fetchone() is None:
        raise StoreError(f"no draft is read from the file with the hash {sha256}")
    conn.execute("INSERT OR IGNORE INTO source_files VALUES (?, ?)", (sha256, content))


def content(conn: sqlite3.Connection, sha256: str) -> bytes | None:
    """The bytes of a file, None if it is not kept.

    Raises:
        StoreError: they are no longer those that were put in.
    """
    query = "SELECT content FROM source_files WHERE sha256 = ?"
    row = conn.execute(query, (sha256,)).fetchone()
    if row is None:
        return None
    found = bytes(row[0])
    if hashlib.sha256(found).hexdigest() != sha256:
        raise StoreError(f"the kept file with the hash {sha256} is damaged; build again")
    return found


def pages(conn: sqlite3.Connection, draft_id: str) -> SourcePages | None:
    """What there is of the file that a draft is read from; None if nobody has said."""
    row = conn.execute(
        "SELECT sha256, format, (SELECT count(*) FROM source_pages WHERE source_id = sources.id) "
        "FROM sources WHERE draft_id = ? AND current = 1",
        (draft_id,),
    ).fetchone()
    return SourcePages(row[0], row[1], row[2], is_kept(conn, row[0])) if row else None


def page(conn: sqlite3.Connection, draft: DraftRow, number: int) -> SourcePage | None:
    """A page of the file that a draft is read from, with what stands on it; None if it has no such
    page."""
    source = next((one for one in sources(conn, draft.id) if one.current), None)
    if source is None:
        return None
    text = conn.execute(
        "SELECT text FROM source_pages WHERE source_id = ? AND page = ?", (source.id, number)
    ).fetchone()
    if text is None:
        return None
    pages = conn.execute("SELECT count(*) FROM source_pages WHERE source_id = ?", (source.id,))
    furniture = conn.execute(
        "SELECT kind, text, page, page_start, page_end FROM furniture "
        "WHERE source_id = ? AND page = ? ORDER BY ordinal",
        (source.id, number),
    )
    return SourcePage(
        source=source,
        number=number,
        pages=pages.fetchone()[0],
        text=text[0],
        kept=is_kept(conn, source.sha256),
        passages=_passages(conn, draft.id, number),
        furniture=tuple(Furniture(*row) for row in furniture),
    )


_ON_PAGE = """
SELECT provision_id, provisions.ordinal AS place, page_start, page_end
FROM provision_spans JOIN provisions ON provisions.id = provision_id
WHERE draft_id = :draft AND provision_spans.page = :page
UNION ALL
SELECT provision_id, provisions.ordinal, page_start, page_end
FROM mark_spans JOIN provisions ON provisions.id = provision_id
WHERE draft_id = :draft AND mark_spans.page = :page
ORDER BY place, page_start, page_end
"""


def _passages(conn: sqlite3.Connection, draft_id: str, number: int) -> tuple[Passage, ...]:
    """The provisions that have words on a page, in document order, with where these are."""
    found: defaultdict[str, list[Words]] = defaultdict(list)
    for row in conn.execute(_ON_PAGE, {"draft": draft_id, "page": number}):
        found[row[0]].append((row[2], row[3]))
    return tuple(Passage(one, tuple(words)) for one, words in found.items())
