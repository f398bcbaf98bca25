"""A comparison as CSV, one row a change, in two kinds.

In: a comparison. Out: `csv` for programs: UTF-8, cells to the letter. `spreadsheet.csv` for
spreadsheets: with a byte order mark, and with an apostrophe before whatever a spreadsheet might
take for a formula, also where a program that parts cells at other signs would begin a cell. Both
are made whole before they are sent; their last row says how many rows there are before it, so that
a file that was cut off is seen to be.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from tracker.export import notice
from tracker.export.names import Names
from tracker.export.pieces import struck_words
from tracker.export.redline import both_texts
from tracker.export.remarks import (
    LABELS,
    NOT_COVERED,
    NOT_IN_OLDER,
    Remarks,
    alone,
    doubts,
    possibly,
)
from tracker.model import Hunk
from tracker.store.records import ChangeRow, ProvisionRow
from tracker.store.records.exports import Compared

COLUMNS = (
    "what", "certain", "score", "older", "older_eid", "newer", "newer_eid", "words_deleted",
    "words_inserted", "change", "older_heading", "older_text", "newer_heading", "newer_text",
    "struck_in_draft", "evidence", "runner_up", "findings", "roughly", "link", "older_draft",
    "older_standing", "older_sha256", "newer_draft", "newer_standing", "newer_sha256", "notice",
)  # fmt: skip
"""The header. `change` shows [-deleted-] and {+inserted+} words in place; `struck_in_draft` quotes
what the drafters themselves show as struck out in the words of either draft."""

END = "end of file"

_SIGNS_FIRST = r"[\s\"]*[=+\-@＝＋－＠]"
# At the beginning of a cell, and where one would begin in a program that parts them elsewhere.
_FORMULA = re.compile(rf"\A(?=[\t\r]|{_SIGNS_FIRST})|(?<=[;\t\r\n|])(?={_SIGNS_FIRST})")


def plain_csv(compared: Compared) -> bytes:
    """For programs."""
    return written(_rows(compared)).encode("utf-8", "replace")


def spreadsheet_csv(compared: Compared) -> bytes:
    """For spreadsheets."""
    rows = ([guarded(cell) for cell in row] for row in _rows(compared))
    return written(rows).encode("utf-8-sig", "replace")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before each sign that could begin a formula.

    >>> guarded("=1+1"), guarded("a;=b"), guarded("a-b"), guarded("-")
    ("'=1+1", "a;'=b", 'a-b', "'-")
    """
    return _FORMULA.sub("'", cell)


def written(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _rows(compared: Compared) -> Iterator[list[str]]:
    page = compared.page
    old, new = both_texts(page)
    names = Names([*old, *new])
    remarks = Remarks(page, names)
    doubted = doubts(compared.page.rows, compared.findings)
    told: dict[str, list[str]] = {}
    for one in compared.findings:
        # A sentence that is not certain says so itself.
        told.setdefault(one.link_id, []).append(one.sentence)
    beside = always(compared)
    yield list(COLUMNS)
    changed = [row for row in page.rows if row.changed]
    for row in changed:
        cells = _change(row, names, remarks)
        lone = row.old is None or row.new is None
        if lone and row.link_id in doubted and remarks.covered(row):
            cells[:2] = [possibly(cells[0]), "no"]
        yield [*cells, " ".join(told.get(row.link_id, ())),
               "yes" if row.coarse else "", row.link_id, *beside]  # fmt: skip
    count = notice.counted(len(changed), "row", "rows")
    yield [END, count, *[""] * (len(COLUMNS) - 2)]


def always(compared: Compared) -> list[str]:
    """What every row says of both drafts: symbol, standing and hashes of each, and the notice."""
    page = compared.page
    said = " ".join(notice.with_findings(compared))
    found = []
    for draft, sources in ((page.old, compared.old_sources), (page.new, compared.new_sources)):
        hashes = " ".join(one.sha256 for one in sources if one.current)
        found += [draft.symbol, draft.standing, hashes]
    return [*found, said]


def _change(row: ChangeRow, names: Names, remarks: Remarks) -> list[str]:
    linked = row.old is not None and row.new is not None
    what = (LABELS[row.relation] or _reworded(row)) if linked else alone(row)
    if not remarks.covered(row):
        what = NOT_COVERED if row.new is None else NOT_IN_OLDER
    instead = row.runner_up
    return [
        what,
        "yes" if row.certain else "no",
        f"{row.score:.2f}" if linked else "",
        *place(row.old, names),
        *place(row.new, names),
        str(row.words_deleted),
        str(row.words_inserted),
        " ".join(marked for marked in (_marked(row.heading), _marked(row.text)) if marked),
        *((row.old.heading, row.old.text) if row.old else ("", "")),
        *((row.new.heading, row.new.text) if row.new else ("", "")),
        _struck(row),
        "; ".join(row.evidence),
        f"{names.full(instead.provision)} ({instead.score:.2f})" if instead else "",
    ]


def _reworded(row: ChangeRow) -> str:
    """What is said of a provision that stands where it stood."""
    if not (row.heading_changed or row.text_changed):
        return "Number printed otherwise"
    if row.only_light:
        return "Only spelling, layout or numbers of references"
    return "Reworded" if row.words_deleted + row.words_inserted else "Only punctuation or brackets"


def _struck(row: ChangeRow) -> str:
    said = []
    for which, one in (("older", row.old), ("newer", row.new)):
        words = [f"“{struck}”" for struck in struck_words(one)] if one is not None else []
        said += [f"{which}: {', '.join(words)}"] if words else []
    return "; ".join(said)


def place(one: ProvisionRow | None, names: Names) -> tuple[str, str]:
    """The name and the eId of a provision, both empty if there is none."""
    return (names.full(one), one.eid) if one is not None else ("", "")


_SIGNS = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def _marked(hunks: Iterable[Hunk]) -> str:
    return "".join(_SIGNS[one.operation].format(one.text) for one in hunks)
