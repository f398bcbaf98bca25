#!/usr/bin/env python3
"""Measure the word differences: as a person marks them, exact, quick, beside other tools.

    python scripts/measure_word_diff.py [--errors] [--markdown]

In: pairs of texts with a person's marks (`tests/labels/wording`: 75 that the rules were made with,
25 that were written after them), the drafts of the shared folder, pairs made to be slow. Out:
tables; exit 1 if a figure falls short. A tool's hunks are right for a pair if they are the marks,
all and no other, but for white space and list labels at their ends. Of ours, what is marked as no
change of substance or as moved is taken away first, and the edits inside what moved are added;
`ours, hunks alone` is without that.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from measured import Row, printed
from word_diff_exact import exact, slow, treaty
from word_diff_tools import TOOLS, Edit

from tracker.diff import Moved, difference, moves, substantive, variants
from tracker.model import Change, Hunk
from tracker.words import count

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "labels" / "wording"
LABELS, HELD = FOLDER / "pairs.toml", FOLDER / "held.toml"
RIGHT, OFF = 0.80, 0.3
"""Bars: the share of pairs with the hunks that a person marks, and how many hunks too many or too
few there are for a pair, on average."""

_LABEL = re.compile(r"^(?:\(?\w{1,3}[).]\s+)|(?:^|\s+)\(\w{1,2}\)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, what a person marks, and what moved; of what changed places, `or_moved` is the
    other that one may call moved."""

    name: str
    old: str
    new: str
    marks: Counter[Edit]
    moved: tuple[Edit, ...]
    or_moved: tuple[Edit, ...]

    @property
    def bare(self) -> Counter[Edit]:
        """The marks as they are compared."""
        return bare(list(self.marks.elements()))


def pairs(path: Path = LABELS) -> list[Pair]:
    """The labelled pairs."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["pairs"]
    return [
        Pair(
            row["name"],
            row["old"],
            row["new"],
            Counter((gone, come) for gone, come in row["marks"]),
            tuple((gone, come) for gone, come in row.get("moved", ())),
            tuple((gone, come) for gone, come in row.get("or_moved", row.get("moved", ()))),
        )
        for row in rows
    ]


def told(hunks: Sequence[Hunk]) -> list[Edit]:
    """What is deleted and inserted between equal hunks."""
    found: list[Edit] = []
    gone, come = "", ""
    for hunk in (*hunks, Hunk("equal", "")):
        if hunk.operation == "equal":
            if gone or come:
                found.append((gone, come))
            gone, come = "", ""
        elif hunk.operation == "delete":
            gone += hunk.text
        else:
            come += hunk.text
    return found


def ours(pair: Pair) -> tuple[list[Edit], tuple[Moved, ...]]:
    """Our changes of substance, and what moved."""
    found = difference(pair.old, pair.new)
    gone, come = (
        sum(count(h.text) for h in found.hunks if h.operation == o) for o in ("delete", "insert")
    )
    moved = moves([Change("a", "a", "same", found.hunks, (), gone, come, found.coarse)])
    plain = variants(found.hunks)
    left: list[Hunk] = []
    old = new = 0
    for place, hunk in enumerate(found.hunks):
        at, ranges = {
            "equal": (0, []),
            "delete": (old, [(m.old.start, m.old.end) for m in moved]),
            "insert": (new, [(m.new.start, m.new.end) for m in moved]),
        }[hunk.operation]
        old += len(hunk.text) if hunk.operation != "insert" else 0
        new += len(hunk.text) if hunk.operation != "delete" else 0
        if place not in plain:
            left.append(Hunk(hunk.operation, _without(hunk.text, at, ranges)))
        elif hunk.operation == "insert":
            left.append(Hunk("equal", hunk.text))
    inside = [edit for m in moved for edit in told(substantive(m.hunks))]
    return told(left) + inside, moved


def _without(text: str, at: int, ranges: Sequence[tuple[int, int]]) -> str:
    return "".join(c for n, c in enumerate(text, at) if not any(s <= n < e for s, e in ranges))


def bare(edits: Sequence[Edit]) -> Counter[Edit]:
    """Edits without white space and list labels at their ends; none that are empty then."""
    cleaned = ((_cut(gone), _cut(come)) for gone, come in edits)
    cleaned = (_turned(*edit) for edit in cleaned)
    return Counter(edit for edit in cleaned if edit[0] != edit[1])


def _turned(gone: str, come: str) -> Edit:
    """What is only inserted or only deleted, with a comma before it set behind it: `, b` or `b,`
    of a list are the same change."""
    one = gone or come
    if not (gone and come) and one.startswith(",") and not one.endswith(","):
        one = f"{one[1:].strip()},"
    return (one, "") if gone and not come else (gone, one) if not gone else (gone, come)


def _cut(text: str) -> str:
    return _LABEL.sub("", text.strip()).strip()


def _asked(tool: Callable[[str, str], list[Edit]], pair: Pair) -> list[Edit]:
    return tool(pair.old, pair.new)


def against_marks(labelled: Sequence[Pair], errors: bool) -> tuple[list[list[str]], list[Row]]:
    """A row for each tool: pairs and marks that are right, hunks, words, time."""
    size = f"{len(labelled)} pairs"
    told_by: dict[str, Callable[[Pair], list[Edit]]] = {
        "ours": lambda pair: ours(pair)[0],
        "ours, hunks alone": lambda pair: told(difference(pair.old, pair.new).hunks),
        **{name: partial(_asked, tool) for name, tool in TOOLS.items()},
    }
    cells: list[list[str]] = []
    bars: list[Row] = []
    for name, tool in told_by.items():
        start = time.perf_counter()
        raw = [tool(pair) for pair in labelled]
        spent = time.perf_counter() - start
        found = [bare(edits) for edits in raw]
        if name == "ours" and errors:
            _list_errors(labelled, found)
        right = sum(one == pair.bare for one, pair in zip(found, labelled, strict=True))
        off = statistics.fmean(
            abs(one.total() - pair.marks.total()) for one, pair in zip(found, labelled, strict=True)
        )
        hits = sum((one & pair.bare).total() for one, pair in zip(found, labelled, strict=True))
        hunks = sum(one.total() for one in found)
        marks = sum(pair.marks.total() for pair in labelled)
        words = sum(count(text) for one in found for edit in one.elements() for text in edit)
        share = right / len(labelled)
        cells.append(
            [name, f"{share:.2f}", f"{2 * hits / (hunks + marks):.2f}", f"{off:.2f}", str(hunks),
             str(words), f"{spent * 1000:.0f} ms"]
        )  # fmt: skip
        if name == "ours":
            bars.append(Row.at_least(size, "hunks as a person marks them", share, RIGHT))
            bars.append(Row.at_most(size, "hunks too many or too few, mean", off, OFF, ""))
    wanted = sum(count(t) for pair in labelled for edit in pair.marks.elements() for t in edit)
    marks = sum(pair.marks.total() for pair in labelled)
    cells.insert(0, ["a person", "1.00", "1.00", "0.00", str(marks), str(wanted), ""])
    bars.append(_moved(labelled))
    return cells, bars


def _moved(labelled: Sequence[Pair]) -> Row:
    size = f"{len(labelled)} pairs"
    wanted = sum(len(pair.moved) for pair in labelled)
    right = others = 0
    for pair in labelled:
        found = {
            (pair.old[m.old.start : m.old.end], pair.new[m.new.start : m.new.end])
            for m in ours(pair)[1]
        }
        meant = max(pair.moved, pair.or_moved, key=lambda one: len(found & set(one)))
        right += len(found & set(meant))
        others += len(found - set(meant))
    return Row(size, f"moved passages found of {wanted}, others", f"{right}, {others}", "", True)


def _list_errors(labelled: Sequence[Pair], found: Sequence[Counter[Edit]]) -> None:
    for one, pair in zip(found, labelled, strict=True):
        if one != pair.bare:
            print(f"{pair.name}:\n  marked {list(pair.marks)}\n  ours   {list(one)}")


HEADER = ("pairs as marked", "F1 of marks", "hunks off, mean", "hunks", "words", "time")


def main() -> int:
    """Print the tables; 1 if a figure falls short."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--errors", action="store_true", help="list the pairs that differ")
    parser.add_argument("--markdown", action="store_true", help="the tables of the README")
    given = parser.parse_args()
    bars: list[Row] = []
    for path in LABELS, HELD:
        labelled = pairs(path)
        cells, more = against_marks(labelled, given.errors)
        bars += more
        header = (f"{len(labelled)} pairs", *HEADER)
        if given.markdown:
            print("| " + " | ".join(header) + " |\n|" + "---|" * len(header))
            print("\n".join("| " + " | ".join(row) + " |" for row in cells), end="\n\n")
        else:
            for row in (header, *cells):
                print(f"{row[0]:26}" + "".join(f"{cell:>16}" for cell in row[1:]))
    bars += [*exact(), *slow(), treaty()]
    if not given.markdown:
        return 0 if printed(bars) else 1
    print("| what | measure | figure | bar |\n|---|---|---|---|")
    for bar in bars:
        short = "" if bar.held else " falls short"
        print(f"| {bar.name} | {bar.what} | {bar.measured}{short} | {bar.bar} |")
    return 0 if all(bar.held for bar in bars) else 1


if __name__ == "__main__":
    sys.exit(main())
