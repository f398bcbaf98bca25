"""Whether every mark of the golden negotiating document is found, and no other.

In: `tests/golden/consolidated.docx` (tracked changes) and `.pdf` (drawn lines), and the list of
their marks, `consolidated.toml`. Out: `rows()`: for each file the marks found on exactly the words
listed, with their proponents, authors and dates; and the marks that are not in the list.
"""

from __future__ import annotations

import sys
from pathlib import Path

from measured import Row, show

from tracker.ingesters import About, ingest
from tracker.read import read

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.golden import make_consolidated as golden


def rows() -> list[Row]:
    """The figures of both files."""
    figures = []
    for kind in ("docx", "pdf"):
        reading = read(golden.FOLDER / f"consolidated.{kind}")
        found = golden.found(ingest(reading, About("ferries", "A/FERRY.7/2031/4", "2031-05-07")))
        wanted = golden.expected(kind)
        name = f"Golden negotiating text, {kind.upper()}"
        right, total = (found & wanted).total(), wanted.total()
        figures.append(Row.equal(name, f"marks found, of {total}", right, total))
        figures.append(Row.equal(name, "marks wrong", (found - wanted).total(), 0))
    return figures


if __name__ == "__main__":
    show(rows())
