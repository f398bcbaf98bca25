"""Our speed, growth, memory, steadiness, and bad input, each held to its bar.

In: `Jobs`. Out: rows of tables, and `Row`s with the bars. The first run of a process is shown next
to the median: what a run leaves behind must not be what makes the next one quick. The processor's
seconds (of the quickest run, all threads) tell when the machine was busy with something else; the
bars are on the seconds that pass.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bench_align_cases import CASES
from bench_align_jobs import Jobs, Late
from measured import Row

SIZES = (500, 1_000, 2_000, 5_000)
"""How many provisions the made-up drafts have; the growth is fitted over all of them."""

TREATY, LARGEST, MEMORY, GROWTH = 0.15, 4.0, 1024.0, 1.5
"""Bars: seconds for a long treaty, seconds and megabytes for the largest size, and the power of
the number of provisions that the seconds grow by."""

STEADY_SIZE = 1_000

SPEED_HEADER = ("made-up drafts", "first s", "median s", "CPU s", "peak MB", "found", "right")
BAD_HEADER = ("bad input", "first s", "median s", "CPU s", "peak MB", "answer")


@dataclass(frozen=True, slots=True)
class Measures:
    """Rows of a table, and the figures that have bars."""

    cells: list[list[str]]
    bars: list[Row]


def speed(jobs: Jobs, sizes: Sequence[int] = SIZES) -> Measures:
    """A long treaty at every level, and drafts of growing size. The growth is that of the quickest
    runs, which other work on the machine disturbs least."""
    cells, bars = [], []
    quickest: dict[int, float] = {}
    name = "110 articles, 30,000 words"
    for what in ("treaty", *sizes):
        title = name if what == "treaty" else f"{what:,} provisions"
        try:
            told = jobs.do({"made": what})
        except Late as late:
            cells.append([title, str(late)])
            bars.append(Row(title, "time", str(late), "", False))
            continue
        cells.append([title, *_costs(told), f"{told['recall']:.3f}", f"{told['precision']:.3f}"])
        if isinstance(what, int):
            quickest[what] = min(told["seconds"])
        if what in ("treaty", max(sizes)):
            bars += _bounds(title, told, TREATY if what == "treaty" else LARGEST)
    growth = exponent(quickest) if len(quickest) == len(sizes) else math.inf
    span = f"growth from {min(sizes):,} to {max(sizes):,}"
    cells.append([span, "", f"n^{growth:.2f}"])
    bars.append(Row(span, "power of n", f"{growth:.2f}", f"≤ {GROWTH:g}", growth <= GROWTH))
    return Measures(cells, bars)


def exponent(seconds: dict[int, float]) -> float:
    """The slope of log seconds over log size, by least squares.

    >>> round(exponent({500: 1.0, 1000: 2.0, 2000: 4.0}), 6)
    1.0
    """
    points = [(math.log(size), math.log(spent)) for size, spent in seconds.items()]
    x, y = (statistics.fmean(axis) for axis in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def steadiness(jobs: Jobs, size: int = STEADY_SIZE) -> list[Row]:
    """The links are the same whatever the order of hashes, the cores, and what ran before."""
    conditions: dict[str, dict[str, str]] = {
        "as usual": {},
        "another order of hashes": {"PYTHONHASHSEED": "4711"},
        "one core": {"BENCH_CORES": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        "three threads": {"OMP_NUM_THREADS": "3", "OPENBLAS_NUM_THREADS": "3"},
    }
    usual: list[Any] = []
    rows: list[Row] = []
    for name, environment in conditions.items():
        try:
            told = Jobs(2, jobs.budget, jobs.deadline).do({"made": size}, **environment)
        except Late as late:
            return [*rows, Row(f"{size:,} provisions", name, str(late), "", False)]
        usual = usual or told["links"]
        same = told["steady"] and told["links"] == usual
        rows.append(Row.equal(f"{size:,} provisions", f"{name}: the links", _same(same), "same"))
    return rows


def _same(same: bool) -> str:
    return "same" if same else "others"


def bad_input(jobs: Jobs) -> Measures:
    """What the aligner makes of bad input, and what that costs."""
    cells, bars = [], []
    for name, case in CASES.items():
        try:
            told = jobs.do({"case": name})
        except Late as late:
            cells.append([name, str(late)])
            bars.append(Row(name, "time", str(late), "", False))
            continue
        cells.append([name, *_costs(told), told["wrong"] or case.right])
        bars.append(Row.equal(name, "wrong", told["wrong"] or "nothing", "nothing"))
        bars += _bounds(name, told, case.seconds)
    return Measures(cells, bars)


def _costs(told: dict[str, Any]) -> list[str]:
    first, median = told["seconds"][0], statistics.median(told["seconds"])
    return [f"{x:.3f}" for x in (first, median, told["cpu"])] + [f"{told['peak']:.0f}"]


def _bounds(name: str, told: dict[str, Any], seconds: float) -> list[Row]:
    """Time and memory."""
    return [
        Row.at_most(name, "time", statistics.median(told["seconds"]), seconds, "s"),
        Row.at_most(name, "peak memory", told["peak"], MEMORY, "MB"),
    ]
