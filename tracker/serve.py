"""The viewer and the data, on one address, until they are told to stop.

In: a database, a host and a port. Out: nothing; it serves. The viewer runs here, by waitress;
Datasette runs as a process of its own, under a memory cap, on a Unix socket that only this process
hands requests to. It is started again when it dies, and when the database file is another one than
before, or when it has stopped to answer.
"""

from __future__ import annotations

import json
import os
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
from urllib.parse import quote

from tracker import data_server
from tracker.errors import StoreError, TrackerError
from tracker.store import Library
from tracker.store.describe import datasette_metadata, paraphrases

PULSE_SECONDS, PATIENCE_SECONDS = 5.0, 10.0
"""How often Datasette is asked whether it still answers, and how long it has for that."""

_MISSED = 2
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
    from web import create_app, http_server

    with _listening(host, port) as listening, tempfile.TemporaryDirectory("", "tracker-") as folder:
        data_socket = Path(folder, "data.sock")
        app = create_app(db, data_socket=data_socket)
        server = http_server.server(app, listening)
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
        pulse = _Pulse(self.socket, self.db.stem, self._stop)
        pulse.start()
        while not self._stop.wait(_LOOK_SECONDS):
            if process.poll() is not None or pulse.lost:
                pulse.over.set()
                return True
            # A file that is gone for a moment is being replaced.
            if _identity(self.db) not in (None, file):
                break
        pulse.over.set()
        return False

    def _started(self) -> subprocess.Popen[bytes]:
        self.starts += 1
        metadata = datasette_metadata(self.db.stem, notice=_notice(self.db))
        self.metadata.write_text(json.dumps(metadata), encoding="utf-8")
        self.socket.unlink(missing_ok=True)
        given = data_server.arguments(self.db, self.socket, self.metadata)
        return subprocess.Popen(
            [sys.executable, "-m", "tracker.data_server", *given],
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


class _Pulse(threading.Thread):
    """Asks Datasette now and then whether it still answers: one function call in SQL may go on for
    hours, and no clock is looked at meanwhile. `lost` once it has not answered twice."""

    def __init__(self, socket: Path, database: str, stop: threading.Event) -> None:
        super().__init__(name="pulse", daemon=True)
        self.over = threading.Event()
        self.lost = False
        self._socket, self._stop_all = socket, stop
        self._path = f"/{quote(database, safe='')}.json?sql=select+1"

    def run(self) -> None:
        missed = 0
        while not (self.over.wait(PULSE_SECONDS) or self._stop_all.is_set()):
            missed = missed + 1 if self._silent() else 0
            if missed == _MISSED:
                self.lost = True
                return

    def _silent(self) -> bool:
        """Whether it took the question and gave no answer in time."""
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asked:
                asked.settimeout(PATIENCE_SECONDS)
                asked.connect(str(self._socket))
                asked.sendall(f"GET {self._path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
                return not asked.recv(1)
        except TimeoutError:
            return True
        except OSError:
            return False  # not there yet, or ended: seen elsewhere


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
