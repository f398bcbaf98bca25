"""The viewer and the data, on one address, until they are told to stop.

In: a database, a host and a port. Out: nothing; it serves. The viewer runs here, by waitress;
Datasette runs as a process of its own, under a memory cap, on a Unix socket that only this process
hands requests to. It is started again when it dies, and when the database file is another one than
before. Run as `python -m tracker.serve`, this module is that process.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tracker.errors import StoreError, TrackerError
from tracker.store import Library
from tracker.store.describe import datasette_metadata, paraphrases

MEMORY_BYTES = 1 << 30
"""The address space that Datasette may have: one SQL function can ask for as much as it likes."""

THREADS = 8

_SETTINGS = {
    "base_url": "/data/",
    "sql_time_limit_ms": "2000",
    "max_returned_rows": "2000",
    "default_page_size": "50",
    "allow_download": "off",
    "allow_csv_stream": "on",
    "num_sql_threads": "2",
    "trace_debug": "off",
}
_LOOK_SECONDS = 0.5
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 30.0
_STEADY_SECONDS = 60.0
_STOP_SECONDS = 5.0


def serve(db: Path, host: str, port: int, *, announce: Callable[[str], None]) -> None:
    """Serve the viewer of `db` on `host` and `port` (0: any free one) until Ctrl-C or SIGTERM.

    Args:
        announce: is told the address once the pages can be asked for.
    Raises:
        TrackerError: the address is taken or not of this machine.
    """
    import waitress

    from web import create_app

    with _listening(host, port) as listening, tempfile.TemporaryDirectory("", "tracker-") as folder:
        data_socket = Path(folder, "data.sock")
        app = create_app(db, data_socket=data_socket)
        server = waitress.create_server(
            app,
            sockets=[listening],
            threads=THREADS,
            ident=None,
            max_request_body_size=64 * 1024,
            channel_timeout=60,
        )
        with Datasette(db, data_socket, Path(folder)), _stopped_by_signals():
            shown = f"[{host}]" if ":" in host else host
            announce(f"http://{shown}:{listening.getsockname()[1]}/")
            try:
                server.run()
            finally:
                server.close()


def _listening(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, address = found[0][0], found[0][4]
        return socket.create_server((str(address[0]), port), family=family)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TrackerError(
            f"{host}:{port}: the viewer cannot be served here: {reason}; choose another --host or "
            "--port"
        ) from error


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """SIGTERM ends the block as Ctrl-C does, and Ctrl-C does where a script that started this in
    the background had it ignored; only in the main thread, which alone gets signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        raise SystemExit(0)

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Datasette:
    """Datasette in a process of its own, kept running while the block lasts."""

    def __init__(self, db: Path, socket: Path, folder: Path) -> None:
        self.db = db
        self.socket = socket
        self.metadata = folder / "metadata.json"
        self.starts = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._stop = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="datasette", daemon=True)

    def __enter__(self) -> Datasette:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._watcher.join()

    @property
    def pid(self) -> int | None:
        """The process that runs now."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def _watch(self) -> None:
        wait = _FIRST_WAIT
        try:
            while not self._stop.is_set():
                file = _identity(self.db)
                if file is None:
                    self._stop.wait(_LOOK_SECONDS)
                    continue
                began = time.monotonic()
                self._process = self._started()
                died = self._run(self._process, file)
                self._end()
                wait = _FIRST_WAIT if time.monotonic() - began > _STEADY_SECONDS else wait
                if died:
                    self._stop.wait(wait)
                    wait = min(wait * 2, _LONGEST_WAIT)
        finally:
            self._end()

    def _run(self, process: subprocess.Popen[bytes], file: tuple[int, int]) -> bool:
        """Wait until it dies (True), or has to be ended because the file is another one."""
        while not self._stop.wait(_LOOK_SECONDS):
            if process.poll() is not None:
                return True
            # A file that is gone for a moment is being replaced.
            if _identity(self.db) not in (None, file):
                return False
        return False

    def _started(self) -> subprocess.Popen[bytes]:
        self.starts += 1
        metadata = datasette_metadata(self.db.stem, notice=_notice(self.db))
        self.metadata.write_text(json.dumps(metadata), encoding="utf-8")
        self.socket.unlink(missing_ok=True)
        arguments = [str(self.db.absolute()), "--uds", str(self.socket)]
        arguments += ["--metadata", str(self.metadata)]
        for name, value in _SETTINGS.items():
            arguments += ["--setting", name, value]
        return subprocess.Popen(
            [sys.executable, "-m", "tracker.serve", *arguments],
            # The child ends when this pipe does, however this process comes to its end.
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _import_path(), "MALLOC_ARENA_MAX": "2"},
            # Ctrl-C at a terminal goes to the whole group; this process ends its child itself.
            start_new_session=True,
        )

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
        process.wait()
        if process.stdin is not None:
            process.stdin.close()


def _notice(db: Path) -> str:
    """What every page of the data must say of its texts."""
    try:
        with Library(db) as library:
            return paraphrases(library)
    except StoreError:
        # A file that is no database of ours: the pages say so, and Datasette shows no text of it.
        return ""


def _import_path() -> str:
    """So that the child finds this package also where it is not installed."""
    here = str(Path(__file__).resolve().parent.parent)
    return os.pathsep.join([here, *filter(None, [os.environ.get("PYTHONPATH")])])


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _end_with_parent() -> None:
    """Wait for the end of standard input, which the parent holds open, and stop at once."""
    while os.read(0, 1024):
        pass
    os._exit(0)


def _child(arguments: list[str]) -> None:
    """Datasette itself, in this process, with no more memory than it may have."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    from datasette.cli import cli

    cli(["serve", *arguments])


if __name__ == "__main__":
    _child(sys.argv[1:])
