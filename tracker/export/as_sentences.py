"""What changed between two drafts in sentences, as CSV for spreadsheets: one row a sentence.

In: a comparison with its findings. Out: UTF-8 with a byte order mark, cells guarded as in
`spreadsheet.csv`; the most telling first, as on the page that tells them. A sentence that is not
certain says so itself, and `certain` and `why` say it too. The last row counts those before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.export import notice
from tracker.export.as_csv import END, always, guarded, place, written
from tracker.export.names import Names
from tracker.export.redline import both_texts
from tracker.findings.names import KINDS
from tracker.store.records import FindingRow
from tracker.store.records.exports import Compared

COLUMNS = (
    "sentence", "kind", "also", "certain", "why", "older", "older_eid", "newer", "newer_eid",
    "words_before", "words_now", "places", "link", "older_draft", "older_standing", "older_sha256",
    "newer_draft", "newer_standing", "newer_sha256", "notice",
)  # fmt: skip
"""The header. `words_before` and `words_now` quote what shows it in either draft; `places` is in
how many places the same is told, the named one being the first."""

_NAMES = {str(kind): name for kind, name in KINDS.items()}


def sentences_csv(compared: Compared) -> bytes:
    """The file."""
    rows = ([guarded(cell) for cell in row] for row in _rows(compared))
    return written(rows).encode("utf-8-sig", "replace")


def _rows(compared: Compared) -> Iterator[list[str]]:
    both = [one for text in both_texts(compared.page) for one in text]
    names, known = Names(both), {one.id: one for one in both}
    beside = always(compared)
    yield list(COLUMNS)
    for one in compared.findings:
        yield [
            *_told(one),
            *place(known.get(one.old_id or ""), names),
            *place(known.get(one.new_id or ""), names),
            _quoted(one, "old"),
            _quoted(one, "new"),
            str(len(one.places)),
            one.link_id,
            *beside,
        ]
    count = notice.counted(len(compared.findings), "row", "rows")
    yield [END, count, *[""] * (len(COLUMNS) - 2)]


def _told(one: FindingRow) -> list[str]:
    also = "; ".join(_NAMES.get(kind, kind) for kind in one.also)
    certain = "yes" if one.certain else "no"
    return [one.sentence, _NAMES.get(one.kind, one.kind), also, certain, one.why]


def _quoted(one: FindingRow, side: str) -> str:
    """The words of a side, each in quotation marks."""
    return "; ".join(f"“{words.text}”" for words in one.words if words.side == side)
