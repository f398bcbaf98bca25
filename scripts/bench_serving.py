"""How fast pages are served: what is kept in memory, and what has to be made.

In: a database. Out: a table: requests a second on pages that are kept (each asked for once before),
with the share that failed, and the seconds in which each page is made the first time. The server is
the one that `tracker serve` runs, in a process of its own; the load comes from here, over loopback,
on connections that stay open, as a proxy keeps them.
"""

from __future__ import annotations

import argparse
import http.client
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

CONNECTIONS = 8


def main() -> int:
    """Print the figures; 1 if a request failed or fewer than `--at-least` came back a second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("paths", nargs="*", help="pages; else those of every negotiation")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--at-least", type=float, default=100)
    asked = parser.parse_args()
    command = [sys.executable, "-m", "tracker", "serve", "--db", str(asked.database)]
    with subprocess.Popen([*command, "--port", "0"], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            host, port = server.stdout.readline().strip().split("//")[1].strip("/").split(":")
            paths = asked.paths or usual(asked.database)
            print("first answers, in seconds:")
            for path in paths:
                print(f"  {first(host, int(port), path):.3f}  {path}")
            done, failed = load(host, int(port), paths, asked.seconds)
        finally:
            server.terminate()
    rate = done / asked.seconds
    print(f"{rate:,.0f} requests a second on {len(paths)} kept pages, {failed} of {done:,} failed")
    return int(failed > 0 or rate < asked.at_least)


def usual(database: Path) -> list[str]:
    """The front page, and of each negotiation its page, its usual comparison and what changed."""
    from tracker.store import Library

    found = ["/", "/method"]
    with Library(database) as library:
        for one in library.negotiations():
            there = f"/n/{quote(one.id)}"
            found += [there, f"{there}/compare", f"{there}/changes"]
    return found


def first(host: str, port: int, path: str) -> float:
    """Seconds until the whole page is there, made for the first time."""
    connection = http.client.HTTPConnection(host, port, timeout=60)
    began = time.perf_counter()
    answer = _asked(connection, path)
    took = time.perf_counter() - began
    connection.close()
    if answer != 200:
        raise SystemExit(f"{path}: {answer}")
    return took


def load(host: str, port: int, paths: list[str], seconds: float) -> tuple[int, int]:
    """How many requests were answered in that time, and how many of them not with the page."""
    until = time.monotonic() + seconds
    counts: list[tuple[int, int]] = []

    def ask(start: int) -> None:
        connection = http.client.HTTPConnection(host, port, timeout=60)
        done = failed = 0
        while time.monotonic() < until:
            answer = _asked(connection, paths[(start + done) % len(paths)])
            done += 1
            failed += answer != 200
        connection.close()
        counts.append((done, failed))

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(CONNECTIONS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sum(done for done, _ in counts), sum(failed for _, failed in counts)


def _asked(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


if __name__ == "__main__":
    raise SystemExit(main())
