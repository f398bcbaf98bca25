"""How long PDFs take, and how much memory, however long they are.

In: the PDFs of the shared documents, put together to 1,000 and 4,000 pages. Out: `rows()`: seconds
for 1,000 pages, and the peak memory of the reading process and its children together.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from measured import Row, data, show

ROOT = Path(__file__).resolve().parent.parent
BAR_SECONDS, BAR_MEMORY = 15.0, 500.0
RUNS = 3
"""The best is taken: what else the machine does at the time is no part of the figure."""

# Each in a process of its own, so that the memory measured is that of the reading alone.
JOIN = """
import sys
import pypdfium2
pages, target, *sources = sys.argv[1:]
left, joined = int(pages), pypdfium2.PdfDocument.new()
while left:
    for source in sources:
        document = pypdfium2.PdfDocument(source)
        count = min(len(document), left)
        joined.import_pages(document, list(range(count)))
        left -= count
        if not left:
            break
joined.save(target)
"""
READ = """
import resource, sys, time
from pathlib import Path
from tracker.read import read
start = time.perf_counter()
reading = read(Path(sys.argv[1]), deadline=300)
seconds = time.perf_counter() - start
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # of the largest of the two
print(len(reading.pages), seconds, (own + 2 * child) / 1024)
"""


def rows() -> list[Row]:
    """Seconds for 1,000 pages; megabytes for 1,000 and for 4,000."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (1_000, 4_000):
            path = _joined(Path(folder), count)
            runs = [_measured(path, count) for _ in range(RUNS if count == 1_000 else 1)]
            name = f"{count:,} pages of PDF"
            if count == 1_000:
                seconds = min(seconds for seconds, _ in runs)
                found.append(Row.at_most(name, "time to read", seconds, BAR_SECONDS, "s"))
            memory = max(memory for _, memory in runs)
            found.append(Row.at_most(name, "peak memory, all processes", memory, BAR_MEMORY, "MB"))
    return found


def _joined(folder: Path, count: int) -> Path:
    """A PDF of so many pages of the shared documents, from the first on, again and again."""
    path = folder / f"{count}.pdf"
    sources = map(str, sorted(data().rglob("*.pdf")))
    subprocess.run([sys.executable, "-c", JOIN, str(count), str(path), *sources], check=True)
    return path


def _measured(path: Path, count: int) -> tuple[float, float]:
    """Seconds and megabytes of reading a file of `count` pages."""
    command = [sys.executable, "-c", READ, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    pages, seconds, memory = done.stdout.split()
    if int(pages) != count:
        raise SystemExit(f"{path.name}: {pages} pages read, not {count}")
    return float(seconds), float(memory)


if __name__ == "__main__":
    show(rows())
