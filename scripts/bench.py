#!/usr/bin/env python3
"""Time the main jobs as whole processes: medians, peak memory, and the bar each is held to.

python scripts/bench.py [--runs 5] [--data ../shared/data]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_negotiations import gdpr_with_proposals, treaty_in_rounds

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
TRACKER = [str(PYTHON if PYTHON.exists() else sys.executable), "-m", "tracker"]

COMPARE_PAGE = """
import statistics, sys, time
from pathlib import Path
from web import create_app
client = create_app(Path(sys.argv[1])).test_client()
client.get("/")
times = []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    response = client.get("/n/gdpr/compare?old=A/1&new=A/2")
    assert response.status_code == 200, response.status
    times.append(time.perf_counter() - start)
print(statistics.median(times))
"""

ANALYSIS = """
import importlib, sys, time
from pathlib import Path
from tracker import pipeline
from tracker.store import open_database
module = importlib.import_module("tracker.pipeline.build")  # the package has a function of its name
analyse, took = module.analyse, []

def clocked(*given):
    start = time.perf_counter()
    found = analyse(*given)
    took.append(time.perf_counter() - start)
    return found

module.analyse = clocked
drafts, name, db = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
(described,) = pipeline.negotiations(drafts, (name,))
with open_database(db) as store:
    pipeline.build(store, described, drafts / name, db)
print(sum(took))
"""


def timed(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak megabytes of one run of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def row(name: str, bar: str, seconds: list[float], memory: float | None) -> None:
    shown = f"{memory:6.0f} MB" if memory is not None else " " * 9
    low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
    print(f"{name:52} {low:7.2f} {middle:7.2f} {high:7.2f} s {shown}   {bar}")


def main() -> None:
    """Run everything and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    data = options.data.resolve()
    gdpr = [
        str(data / "gdpr" / name)
        for name in ("com-2012-11-proposal.en.txt", "regulation-2016-679.en.txt")
    ]
    print(f"{'':52} {'min':>7} {'median':>7} {'max':>7}      peak   bar")
    with tempfile.TemporaryDirectory() as folder:
        gdpr_with_proposals(Path(folder, "with-proposals"))
        treaty_in_rounds(Path(folder, "in-rounds"))
        jobs = {
            "build the bundled negotiation": (
                "≤ 10 s",
                lambda n: [*TRACKER, "build", "--drafts", "drafts", "--db", f"{folder}/{n}.db"],
            ),
            "convert the 64-page BBNJ agreement (PDF)": (
                "≤ 3 s",
                lambda n: [*TRACKER, "convert", str(data / "bbnj" / "bbnj-2023-en.pdf")],
            ),
            "align the GDPR proposal with the regulation": (
                "≤ 5 s, 500 MB",
                lambda n: [*TRACKER, "align", *gdpr, "--format", "json"],
            ),
            "build the GDPR with 1,159 proposals, everything": (
                "≤ 20 s, 1,000 MB",
                lambda n: [*TRACKER, "build", "--drafts", f"{folder}/with-proposals",
                           "--db", f"{folder}/with-proposals-{n}.db"],
            ),
            "build eight rounds of 76 articles, everything": (
                "",
                lambda n: [*TRACKER, "build", "--drafts", f"{folder}/in-rounds",
                           "--db", f"{folder}/in-rounds-{n}.db"],
            ),
        }  # fmt: skip
        for name, (bar, command) in jobs.items():
            runs = [timed(command(n)) for n in range(options.runs)]
            row(name, bar, [s for s, _ in runs], max(m for _, m in runs))
        for name, drafts, negotiation, bar in (
            ("of that, what changed, in words and in law", "in-rounds", "treaty", "≤ 10 s"),
            ("the same of the GDPR with its proposals", "with-proposals", "gdpr", "≤ 20 s"),
        ):
            took = [
                _printed([TRACKER[0], "-c", ANALYSIS, f"{folder}/{drafts}", negotiation,
                          f"{folder}/analysis-{negotiation}-{n}.db"])
                for n in range(options.runs)
            ]  # fmt: skip
            row(name, bar, took, None)
        db = f"{folder}/gdpr.db"
        for n, file in enumerate(gdpr, start=1):
            timed(
                [*TRACKER, "ingest", file, "--negotiation", "gdpr", "--symbol", f"A/{n}",
                 "--date", f"201{n}-01-01", "--db", db]
            )  # fmt: skip
        page = [TRACKER[0], "-c", COMPARE_PAGE, db, str(max(3, options.runs))]
        row("compare page of the GDPR, on the server", "≤ 0.5 s", [_printed(page)], None)


def _printed(command: list[str]) -> float:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    main()
