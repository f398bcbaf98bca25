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
from measured import Row, printed

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
    parser.add_argument(
        "--markdown", action="store_true", help="one row a measure of each group, for the README"
    )
    parser.add_argument("--only", default="", help=f"some of {', '.join(GROUPS)}")
    given = parser.parse_args()
    wanted = [name for name in given.only.split(",") if name] or list(GROUPS)
    unknown = sorted(set(wanted) - set(GROUPS))
    if unknown:
        parser.error(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    if not given.markdown:
        return 0 if printed(row for name in wanted for row in GROUPS[name]()) else 1
    print("| document | measure | figure | bar |\n|---|---|---|---|")
    held = True
    for name in wanted:
        rows = GROUPS[name]()
        for line in summary(rows):
            print(line, flush=True)
        held = held and all(row.held for row in rows)
    return 0 if held else 1


def summary(rows: list[Row]) -> Iterator[str]:
    """One line a measure: the documents that were measured, their figures, their bars."""
    by_measure: dict[str, list[Row]] = {}
    for row in rows:
        by_measure.setdefault(row.what, []).append(row)
    for what, measured in by_measure.items():
        figures = _together([row.measured for row in measured])
        bars = _together([row.bar for row in measured])
        verdict = "" if all(row.held for row in measured) else " **falls short**"
        yield f"| {_named(measured)} | {what} | {figures}{verdict} | {bars} |"


def _together(values: list[str]) -> str:
    """Values in the order of the documents; one that is the same for all is said once."""
    return values[0] if len(set(values)) == 1 else ", ".join(values)


def _named(rows: list[Row]) -> str:
    """The documents; of names that begin alike ("BBNJ, English") the beginning is said once."""
    beginnings: dict[str, list[str]] = {}
    for row in rows:
        beginning, _, rest = row.name.rpartition(", ")
        beginnings.setdefault(beginning, []).append(rest)
    return "; ".join(
        f"{beginning}: {', '.join(rests)}" if beginning else ", ".join(rests)
        for beginning, rests in beginnings.items()
    )


if __name__ == "__main__":
    sys.exit(main())
