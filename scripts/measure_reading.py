"""Measures how well drafts are read, on the real documents of the shared folder.

    python scripts/measure_reading.py [--markdown] [--only irish,us,…]

In: the documents in `TRACKER_SHARED_DATA` (else `../shared/data`). Out: a table, one row a measure:
what was read, what was measured, the figure and its bar; exit 1 if a figure falls short. Each group
has a module of its own beside this one, `measure_<group>.py`, whose `rows()` gives the rows; the
references are read there by other means than the tracker's own.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

import measure_civil
import measure_eu
import measure_ie
import measure_marks
import measure_pdf
import measure_un
import measure_us
from measured import Row

GROUPS: dict[str, Callable[[], list[Row]]] = {
    "irish": measure_ie.rows,
    "us": measure_us.rows,
    "un": measure_un.rows,
    "civil": measure_civil.rows,
    "eu": measure_eu.rows,
    "marks": measure_marks.rows,
    "pdf": measure_pdf.rows,
}


def main() -> int:
    """Print the table; 1 if a figure falls short of its bar."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--markdown", action="store_true", help="as a table for the README")
    parser.add_argument("--only", default="", help=f"some of {', '.join(GROUPS)}")
    given = parser.parse_args()
    wanted = [name for name in given.only.split(",") if name] or list(GROUPS)
    unknown = sorted(set(wanted) - set(GROUPS))
    if unknown:
        parser.error(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    short = 0
    for line, held in _table(wanted, markdown=given.markdown):
        print(line, flush=True)
        short += not held
    if short:
        print(f"{short} figures fall short of their bars", file=sys.stderr)
    return 1 if short else 0


def _table(groups: list[str], *, markdown: bool) -> Iterator[tuple[str, bool]]:
    """The lines of the table, each with whether its figure holds."""
    if markdown:
        yield "| document | measure | figure | bar | |\n|---|---|---|---|---|", True
    for group in groups:
        for row in GROUPS[group]():
            verdict = "" if row.held else "falls short"
            cells = (row.name, row.what, row.measured, row.bar, verdict)
            line = "| " + " | ".join(cells) + " |" if markdown else _aligned(cells)
            yield line, row.held


def _aligned(cells: tuple[str, str, str, str, str]) -> str:
    name, what, measured, bar, verdict = cells
    return f"{name:<38} {what:<52} {measured:>12} {bar:>10}  {verdict}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
