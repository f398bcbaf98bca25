"""Datasette, as it is run beside the viewer: its limits, and how its pages show our data.

In: a database, a socket, the metadata. Out: nothing; it serves until its standard input ends. Run
as `python -m tracker.data_server`, in a process of its own, with no more memory than it may have.
A column called `open` holds addresses of the viewer and is drawn as links.
"""

from __future__ import annotations

import os
import resource
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.plugins import pm
from markupsafe import Markup

from tracker.store.limits import Connection, limit

MEMORY_BYTES = 1 << 30
"""The address space that Datasette may have: one SQL function can ask for as much as it likes."""

TEMPLATES = Path(__file__).parent / "data_templates"

SETTINGS = {
    "base_url": "/data/",
    "sql_time_limit_ms": "2000",
    "max_returned_rows": "2000",
    "default_page_size": "50",
    "facet_time_limit_ms": "400",
    "allow_download": "off",
    "allow_csv_stream": "on",
    "num_sql_threads": "2",
    "trace_debug": "off",
}

OPEN = "open"
"""The column that holds addresses of the viewer."""


def prepare_connection(conn: Connection, database: str) -> None:
    """Set the limits of a connection, last of all that prepare it; not of that in which Datasette
    keeps its own catalogue."""
    if database != "_internal":
        limit(conn)


def render_cell(value: Any, column: str) -> Markup | None:
    """An address of the viewer as a link.

    >>> print(render_cell("/t/ab12", "open"))
    <a href="/t/ab12">Open</a>
    >>> render_cell("javascript:alert(1)", "open")
    """
    if column == OPEN and isinstance(value, str) and value.startswith("/t/"):
        return Markup('<a href="{}">Open</a>').format(value)
    return None


hookimpl(trylast=True)(prepare_connection)
hookimpl(render_cell)


def arguments(db: Path, socket: Path, metadata: Path) -> list[str]:
    """How this module is run."""
    found = [str(db.absolute()), "--uds", str(socket), "--metadata", str(metadata)]
    found += ["--template-dir", str(TEMPLATES), "--static", f"assets:{TEMPLATES / 'assets'}"]
    for name, value in SETTINGS.items():
        found += ["--setting", name, value]
    return found


def _end_with_parent() -> None:
    """Wait for the end of standard input, which the parent holds open, and stop at once."""
    while os.read(0, 1024):
        pass
    os._exit(0)


def run(given: list[str]) -> None:
    """Datasette itself, in this process, with no more memory than it may have."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    pm.register(import_module("tracker.data_server"), name="tracker.data_server")
    from datasette.cli import cli

    cli(["serve", *given])


if __name__ == "__main__":
    run(sys.argv[1:])
